/* Keeping and erasing, as the helper would: what is shown of time, what stops it, the two steps,
 * the certificate, and that nothing of the case is left. */
#include "screen/house.h"

#include "base/file.h"
#include "family/retention.h"
#include "screen/certificate.h"
#include "screen/erasing.h"
#include "store/erase.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Home {
    House house;
    Id family, other; /* cases */
} Home;

static const Record *record_of(Home *home)
{
    return keeper_record(home->house.cove.keeper);
}

static void keep(Home *home, Event event)
{
    Error error = {0};
    if (!cove_keep(&home->house.cove, &event, 1, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

static void note(Home *home, Id family, const char *fact, const char *value)
{
    Event event = {.type = EVENT_NOTED, .case_id = family};
    snprintf(event.fact, sizeof event.fact, "%s", fact);
    snprintf(event.value, sizeof event.value, "%s", value);
    snprintf(event.note, sizeof event.note, "because");
    keep(home, event);
}

/* Two cases: "Harbor", whose family is here, and "Dunes". */
static void open_home(Home *home)
{
    house_open(&home->house, NULL, true, 1280, 720);
    home->house.cove.paper_folder = home->house.folder;
    (void)house_family(&home->house, TIER_T2, "Quillfeather");
    home->family = record_case_at(record_of(home), 0)->id;
    home->other = id_new(&home->house.cove.ids);
    keep(home, (Event){.type = EVENT_CASE_OPENED, .case_id = home->other, .name = "Dunes"});
}

static void to_keeping(Home *home)
{
    go_to_helper(&home->house);
    press(&home->house, "Keeping and erasing");
    expect_screen(&home->house, "helper-keeping");
}

static void to_erasing(Home *home, const char *name)
{
    to_keeping(home);
    press(&home->house, name);
    expect_screen(&home->house, "helper-erase");
}

static void type_anew(House *house, const char *field, const char *text)
{
    Error error = {0};
    assert_true(stage_press(house->stage, ROLE_FIELD, field, &error));
    for (int i = 0; i < 40; i++) {
        (void)stage_key(house->stage, KEY_BACKSPACE, &error);
    }
    type_in(house, field, text);
}

static void last_step(Home *home, const char *name, const char *passphrase)
{
    type_anew(&home->house, "Type the name of the case", name);
    type_anew(&home->house, "Passphrase", passphrase);
    press(&home->house, "Erase for good");
    wait_ms(&home->house, 200);
}

/* ---- time ---- */

static void months_of_all_lengths(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int months;
        const char *to;
    } dates[] = {
        {"2024-01-31", 1, "2024-02-29"},   {"2023-01-31", 1, "2023-02-28"},
        {"2023-12-31", 6, "2024-06-30"},   {"2024-02-29", 12, "2025-02-28"},
        {"2024-11-15", 360, "2054-11-15"}, {"2024-12-01", 1, "2025-01-01"},
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        char out[DATE_BYTES];
        date_add_months(dates[i].from, dates[i].months, out);
        assert_string_equal(out, dates[i].to);
    }
}

/* Time alone does nothing: the page says whose is over, whatever the clock does. */
static void time_is_shown_and_does_nothing(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    to_keeping(&home);
    expect_text(&home.house, "It is not set yet how long cases are kept.");
    expect_text(&home.house, "No end is noted");
    note(&home, (Id){""}, "keep.months", "12");
    note(&home, home.family, "end.date", "2025-06-30");
    stage_touch(home.house.stage);
    expect_text(&home.house, "Cases are kept for 12 months after their end.");
    expect_text(&home.house, "Kept until: 2026-06-30");
    home.house.time.wall += INT64_C(10) * 366 * 24 * 3600 * 1000;
    stage_touch(home.house.stage);
    expect_text(&home.house, "The time of keeping is over since: 2026-06-30");
    home.house.time.wall -= INT64_C(20) * 366 * 24 * 3600 * 1000;
    house_restart(&home.house);
    assert_int_equal(record_case_count(record_of(&home)), 2);
    assert_int_equal(record_log_count(record_of(&home)), 1); /* the unlocking */
    house_close(&home.house);
}

static void a_hold_comes_before_any_time(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    note(&home, (Id){""}, "keep.months", "6");
    note(&home, home.family, "end.date", "2001-01-01");
    note(&home, home.family, "hold.state", "on");
    to_erasing(&home, "Harbor");
    expect_text(&home.house, "There is a legal hold on this case");
    assert_false(stage_shows(home.house.stage, ROLE_BUTTON, "Erase for good"));
    assert_null(tree_find_verb(stage_tree(home.house.stage), "why", NULL));
    Error error = {0};
    const Whose whole = whose_case(home.family);
    assert_false(erase_for_good(&home.house.cove, &whole, ERASE_ASKED, &error));
    assert_non_null(strstr(error.sentence, "legal hold"));
    assert_int_equal(record_case_count(record_of(&home)), 2);
    house_close(&home.house);
}

/* ---- the two steps ---- */

static void it_takes_name_and_passphrase(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    to_erasing(&home, "Harbor");
    expect_text(&home.house, "This cannot be undone");
    assert_false(stage_shows(home.house.stage, ROLE_BUTTON, "Erase for good"));
    choose(&home.house, "Another reason");
    press(&home.house, "Go on to the last step");
    last_step(&home, "Dunes", HOUSE_PASSPHRASE);
    expect_text(&home.house, "This is not the name of the case.");
    last_step(&home, "Harbor", "not the right words");
    expect_screen(&home.house, "helper-erase");
    assert_int_equal(record_case_count(record_of(&home)), 2);
    home.house.time.ticks += 10000;
    last_step(&home, "Harbor", HOUSE_PASSPHRASE);
    expect_screen(&home.house, "certificate");
    assert_int_equal(record_case_count(record_of(&home)), 1);
    house_close(&home.house);
}

static void assert_nowhere(const char *folder, const char *words)
{
    char **names;
    size_t count, size;
    assert_true(folder_list(folder, &names, &count, NULL));
    for (size_t i = 0; i < count; i++) {
        char *path = path_join(folder, names[i]), *bytes;
        if (folder_exists(path)) {
            assert_nowhere(path, words); /* backups */
        } else {
            assert_true(file_read(path, 1u << 26, &bytes, &size, NULL));
            assert_null(memmem(bytes, size, words, strlen(words)));
            free(bytes);
        }
        free(path);
    }
    file_names_free(names, count);
}

static void erase_harbor(Home *home)
{
    to_erasing(home, "Harbor");
    choose(&home->house, "Somebody of the family asked for it");
    press(&home->house, "Go on to the last step");
    last_step(home, "Harbor", HOUSE_PASSPHRASE);
}

static void the_certificate_says_what_is_true(void **state)
{
    (void)state;
    Home home;
    char number[32], path[512], *text;
    size_t size;
    open_home(&home);
    erase_harbor(&home);
    expect_screen(&home.house, "certificate");
    snprintf(number, sizeof number, "%.4s-%.4s-%.4s-%.4s", home.family.text, home.family.text + 4,
             home.family.text + 8, home.family.text + 12);
    expect_text(&home.house, number);
    expect_text(&home.house, "Kim");
    expect_text(&home.house, "Somebody of the family asked for it");
    press(&home.house, "Save as a file");
    expect_text(&home.house, "The certificate is saved:");
    snprintf(path, sizeof path, "%s/pebble-cove-erased-1.txt", home.house.folder);
    assert_true(file_read(path, 1u << 16, &text, &size, NULL));
    assert_non_null(strstr(text, number));
    assert_non_null(strstr(text, "Complete on: 20"));
    free(text);
    assert_nowhere(home.house.folder, "Harbor");
    assert_nowhere(home.house.folder, "Quillfeather");
    press(&home.house, "Back");
    expect_screen(&home.house, "helper-keeping");
    expect_text(&home.house, number); /* and can be read again */
    house_close(&home.house);
}

static void nothing_of_it_is_left(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    erase_harbor(&home);
    house_restart(&home.house);
    assert_int_equal(record_case_count(record_of(&home)), 1);
    assert_true(record_is_erased(record_of(&home), home.family));
    assert_null(record_case_here(record_of(&home)));
    expect_no_text(&home.house, "Quillfeather"); /* at the door */
    Event again = {.type = EVENT_CASE_OPENED, .case_id = home.family, .name = "Harbor"};
    assert_false(cove_keep(&home.house.cove, &again, 1, NULL));
    const LogEntry *entry = certificate_entry(record_of(&home), home.family);
    assert_non_null(entry);
    assert_int_equal(entry->why, ERASE_ASKED);
    assert_null(certificate_entry(record_of(&home), home.other));
    house_close(&home.house);
}

/* The power went before the record could say so: it is said when it is opened. */
static void cut_short_it_is_told_later(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    Cove *cove = &home.house.cove;
    keeper_close(cove->keeper);
    cove->keeper = NULL;
    const Whose whole = whose_case(home.family);
    assert_true(store_erase(home.house.folder, cove->vault, &whole, ERASE_OTHER, 0, NULL));
    assert_true(cove_reopen(cove, NULL));
    assert_true(record_is_erased(record_of(&home), home.family));
    size_t told = record_log_count(record_of(&home));
    house_restart(&home.house);
    assert_int_equal(record_log_count(record_of(&home)), told); /* once */
    house_close(&home.house);
}

static void not_within_a_sitting(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    const Case *family = record_case(record_of(&home), home.family);
    keep(&home, (Event){.type = EVENT_SITTING_STARTED,
                        .case_id = home.family,
                        .person_id = family->people[0].id,
                        .sitting_id = id_new(&home.house.cove.ids)});
    Error error = {0};
    const Whose other = whose_case(home.other);
    assert_false(erase_for_good(&home.house.cove, &other, ERASE_ASKED, &error));
    assert_non_null(strstr(error.sentence, "still open"));
    house_close(&home.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_of_all_lengths),
        cmocka_unit_test(time_is_shown_and_does_nothing),
        cmocka_unit_test(a_hold_comes_before_any_time),
        cmocka_unit_test(it_takes_name_and_passphrase),
        cmocka_unit_test(the_certificate_says_what_is_true),
        cmocka_unit_test(nothing_of_it_is_left),
        cmocka_unit_test(cut_short_it_is_told_later),
        cmocka_unit_test(not_within_a_sitting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
