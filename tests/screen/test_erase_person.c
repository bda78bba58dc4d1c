/* Erasing one person of a case, as the helper would: what the page says before, the two steps, the
 * certificate, what is left of them on the others' pages, and that no backup brings them back. */
#include "screen/house.h"

#include "base/file.h"
#include "screen/certificate.h"
#include "screen/copies.h"
#include "screen/erasing.h"
#include "screen/safekeeping.h"
#include "store/erase.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHILD "Quillfeather"
#define ADULT "Brookfield"

typedef struct Home {
    House house;
    Id family, child, adult, sitting;
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

static void note(Home *home, const char *fact, Id person, const char *value)
{
    Event event = {.type = EVENT_NOTED, .case_id = home->family, .person_id = person};
    snprintf(event.fact, sizeof event.fact, "%s", fact);
    snprintf(event.value, sizeof event.value, "%s", value);
    snprintf(event.note, sizeof event.note, "because");
    keep(home, event);
}

/* A sitting of the two together, without a play. */
static void sit_together(Home *home)
{
    home->sitting = id_new(&home->house.cove.ids);
    keep(home, (Event){.type = EVENT_CONTACT_JUDGED,
                       .case_id = home->family,
                       .person_id = home->child,
                       .about_id = home->adult,
                       .contact = CONTACT_SAFE});
    keep(home, (Event){.type = EVENT_SITTING_STARTED,
                       .case_id = home->family,
                       .person_id = home->child,
                       .sitting_id = home->sitting,
                       .setting = SETTING_JOINT});
    keep(home, (Event){.type = EVENT_JOINED, .sitting_id = home->sitting, .about_id = home->adult});
    keep(home, (Event){.type = EVENT_JOINT_ENDED, .sitting_id = home->sitting, .seat = SEAT_ADULT});
    keep(home,
         (Event){.type = EVENT_SITTING_ENDED, .sitting_id = home->sitting, .how = ENDING_FINISHED});
}

static void open_home(Home *home)
{
    house_open(&home->house, NULL, true, 1280, 720);
    home->house.cove.paper_folder = home->house.folder;
    home->child = house_family(&home->house, TIER_T2, CHILD);
    home->family = record_case_at(record_of(home), 0)->id;
    home->adult = id_new(&home->house.cove.ids);
    keep(home, (Event){.type = EVENT_PERSON_ADDED,
                       .case_id = home->family,
                       .person_id = home->adult,
                       .role = PERSON_ADULT,
                       .tier = TIER_AD,
                       .name = ADULT,
                       .picture = "person/adult-2"});
    note(home, "gate.judged", home->adult, "court file 3");
    sit_together(home);
}

static void to_erasing(Home *home, const char *whom)
{
    go_to_helper(&home->house);
    press(&home->house, "Keeping and erasing");
    press(&home->house, "Harbor");
    expect_screen(&home->house, "helper-erase");
    choose(&home->house, whom);
}

static void last_step(Home *home, const char *name)
{
    type_in(&home->house, "Type the name of this person", name);
    type_in(&home->house, "Passphrase", HOUSE_PASSPHRASE);
    press(&home->house, "Erase for good");
    wait_ms(&home->house, 200);
}

static void erase_adult(Home *home)
{
    to_erasing(home, "Only " ADULT);
    choose(&home->house, "Somebody of the family asked for it");
    press(&home->house, "Go on to the last step");
    last_step(home, ADULT);
    expect_screen(&home->house, "certificate");
}

/* ---- before ---- */

static void it_says_what_goes_and_what_stays(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    to_erasing(&home, "Only " ADULT);
    expect_text(&home.house, "Sittings of their own: 0");
    expect_text(&home.house, "Sittings together with " CHILD ": 1");
    expect_text(&home.house, "It goes for the other one too.");
    expect_text(&home.house, "A name that others typed");
    expect_text(&home.house, "This is the only grown-up of the case.");
    choose(&home.house, "Only " CHILD);
    expect_text(&home.house, "This is the only child of the case.");
    expect_text(&home.house, "Sittings together with " ADULT ": 1");
    choose(&home.house, "The whole case");
    expect_text(&home.house, CHILD ", " ADULT);
    expect_no_text(&home.house, "the only child");
    house_close(&home.house);
}

static void it_takes_their_name_and_passphrase(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    to_erasing(&home, "Only " ADULT);
    choose(&home.house, "Another reason");
    press(&home.house, "Go on to the last step");
    last_step(&home, "Harbor"); /* that is the case's */
    expect_text(&home.house, "This is not the name of this person.");
    assert_int_equal(record_case_at(record_of(&home), 0)->people_count, 2);
    choose(&home.house, "Only " CHILD); /* and the steps begin anew */
    assert_false(stage_shows(home.house.stage, ROLE_BUTTON, "Erase for good"));
    house_close(&home.house);
}

static void a_hold_keeps_everybody(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    note(&home, "hold.state", (Id){""}, "on");
    to_erasing(&home, "Only " ADULT);
    expect_text(&home.house, "There is a legal hold on this case");
    const Whose adult = whose_person(home.family, home.adult);
    assert_false(erase_for_good(&home.house.cove, &adult, ERASE_ASKED, NULL));
    house_close(&home.house);
}

static void copy_here(const House *house, const char *name)
{
    char *from = path_join(COVE_SOURCE_DIR "/tests/data/stores/2", name), *bytes;
    char *to = path_join(house->folder, name);
    size_t size;
    assert_true(file_read(from, 1u << 24, &bytes, &size, NULL));
    assert_true(file_write(to, bytes, size, NULL));
    free(bytes);
    free(from);
    free(to);
}

/* Of a record that was begun before people had keys of their own. */
static void an_early_case_goes_as_a_whole(void **state)
{
    (void)state;
    Home home;
    house_open(&home.house, NULL, true, 1280, 720);
    copy_here(&home.house, "record.db");
    copy_here(&home.house, "record.mark");
    copy_here(&home.house, "vault.keys");
    house_unlock(&home.house);
    stage_push(home.house.stage, screen_helper_erase(&home.house.cove, home.house.stage,
                                                     record_case_at(record_of(&home), 0)->id));
    choose(&home.house, "Only Robin");
    expect_text(&home.house, "This case was begun before people had keys of their own");
    assert_null(tree_find_verb(stage_tree(home.house.stage), "why", NULL));
    choose(&home.house, "The whole case");
    choose(&home.house, "Another reason");
    house_close(&home.house);
}

/* ---- after ---- */

static void the_certificate_says_what_is_true(void **state)
{
    (void)state;
    Home home;
    char number[32], path[512], *text;
    size_t size;
    open_home(&home);
    erase_adult(&home);
    const char *id = home.adult.text;
    snprintf(number, sizeof number, "%.4s-%.4s-%.4s-%.4s", id, id + 4, id + 8, id + 12);
    expect_text(&home.house, number);
    expect_text(&home.house, "what they and one other person did together");
    expect_text(&home.house, "A name that others typed");
    press(&home.house, "Save as a file");
    snprintf(path, sizeof path, "%s/pebble-cove-erased-1.txt", home.house.folder);
    assert_true(file_read(path, 1u << 16, &text, &size, NULL));
    assert_non_null(strstr(text, number));
    assert_non_null(strstr(text, "A name that others typed"));
    assert_null(strstr(text, ADULT));
    free(text);
    press(&home.house, "Back");
    expect_text(&home.house, number);
    expect_text(&home.house, "one person of a case");
    press(&home.house, number);
    expect_screen(&home.house, "certificate");
    house_close(&home.house);
}

static void assert_adult_gone(Home *home)
{
    const Case *family = record_case_at(record_of(home), 0);
    assert_int_equal(family->people_count, 1);
    assert_true(case_is_gone(family, home->adult));
    assert_int_equal(family->contact_count, 0);
    char *dump = record_dump(record_of(home));
    assert_null(strstr(dump, ADULT));
    assert_null(strstr(dump, "court file 3"));
    assert_non_null(strstr(dump, CHILD));
    free(dump);
}

static size_t times_erased(Home *home)
{
    size_t times = 0;
    for (size_t i = 0; i < record_log_count(record_of(home)); i++) {
        times += record_log_at(record_of(home), i)->act == LOG_ERASED;
    }
    return times;
}

static void the_others_go_on(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    erase_adult(&home);
    assert_adult_gone(&home);
    house_restart(&home.house);
    assert_adult_gone(&home);
    assert_int_equal(times_erased(&home), 1);
    const LogEntry *entry = certificate_entry(record_of(&home), home.adult);
    assert_non_null(entry);
    assert_null(certificate_entry(record_of(&home), home.family));
    go_to_helper(&home.house);
    press(&home.house, "Who looked at what");
    wait_ms(&home.house, 200);
    expect_text(&home.house, "One person of a case was erased.");
    expect_text(&home.house, "The chain of the record is whole");
    stage_push(home.house.stage,
               screen_helper_sitting(&home.house.cove, home.house.stage, home.sitting));
    expect_text(&home.house, "Together with somebody who was erased");
    house_close(&home.house);
}

static void cut_short_it_is_told_later(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    Cove *cove = &home.house.cove;
    const Whose adult = whose_person(home.family, home.adult);
    keeper_close(cove->keeper);
    cove->keeper = NULL;
    assert_true(store_erase(home.house.folder, cove->vault, &adult, ERASE_OTHER, 0, NULL));
    assert_true(cove_reopen(cove, NULL));
    assert_adult_gone(&home);
    house_restart(&home.house);
    assert_int_equal(times_erased(&home), 1);
    house_close(&home.house);
}

/* ---- a backup of before ---- */

static void make_backup(Home *home)
{
    Error error = {0};
    assert_true(safekeeping_begin(&home->house.cove, NULL, &error));
    for (int i = 0; i < 500 && safekeeping_making(&home->house.cove); i++) {
        safekeeping_step(&home->house.cove);
        wait_ms(&home->house, 50);
    }
    assert_false(safekeeping_making(&home->house.cove));
}

static void go_back(Home *home)
{
    Error error = {0};
    Backups all = safekeeping_backups(&home->house.cove);
    assert_true(all.count > 0);
    if (!safekeeping_restore(&home->house.cove, &all.list[0], &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    backups_clear(&all);
    house_unlock(&home->house);
}

/* The key stays destroyed: whoever was erased since is left out, and the record says so anew. */
static void no_backup_brings_them_back(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    house_restart(&home.house);
    make_backup(&home);
    erase_adult(&home);
    stage_clear_to(home.house.stage, screen_door(&home.house.cove, home.house.stage));
    go_back(&home);
    assert_adult_gone(&home);
    assert_int_equal(times_erased(&home), 1);
    const LogEntry *entry = certificate_entry(record_of(&home), home.adult);
    assert_non_null(entry);
    char *copies = copies_until(&home.house.cove, entry->at);
    assert_non_null(strstr(copies, "backups/"));
    assert_non_null(strstr(copies, "replaced/"));
    free(copies);
    house_restart(&home.house);
    assert_adult_gone(&home);
    assert_int_equal(times_erased(&home), 1);

    const Whose whole = whose_case(home.family);
    Error error = {0};
    if (!erase_for_good(&home.house.cove, &whole, ERASE_ASKED, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    go_back(&home);
    assert_int_equal(record_case_count(record_of(&home)), 0);
    assert_true(record_is_erased(record_of(&home), home.family));
    assert_int_equal(times_erased(&home), 1); /* of the case; nothing is told of its people */
    house_close(&home.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_says_what_goes_and_what_stays),
        cmocka_unit_test(it_takes_their_name_and_passphrase),
        cmocka_unit_test(a_hold_keeps_everybody),
        cmocka_unit_test(an_early_case_goes_as_a_whole),
        cmocka_unit_test(the_certificate_says_what_is_true),
        cmocka_unit_test(the_others_go_on),
        cmocka_unit_test(cut_short_it_is_told_later),
        cmocka_unit_test(no_backup_brings_them_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
