/* A client for another system: what is in the files and what is not, cells that would be formulas,
 * and the page. Leaves its files in COVE_SCRATCH_DIR/exported for other programs to read. */
#include "screen/house.h"

#include "base/file.h"
#include "screen/exporting.h"
#include "screen/noting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FOLDER COVE_SCRATCH_DIR "/exported"

typedef struct Home {
    House house;
    ExportWish wish;
    Id adult;
} Home;

static const Case *family_of(Home *home)
{
    return record_case_at(keeper_record(home->house.cove.keeper), 0);
}

static void keep(Home *home, Event event)
{
    Error error = {0};
    if (!cove_keep(&home->house.cove, &event, 1, &error)) {
        fail_msg("%s", error.sentence);
    }
}

/* One sitting in which what was given first came to its end. */
static void have_a_sitting(Home *home)
{
    const Assignment *given = &family_of(home)->assignments[0];
    Id sitting = id_new(&home->house.cove.ids), play = id_new(&home->house.cove.ids);
    Event started = {.type = EVENT_PLAY_STARTED,
                     .sitting_id = sitting,
                     .play_id = play,
                     .part = PART_ACTIVITY,
                     .assignment_id = given->id,
                     .version = given->version,
                     .digest = given->digest,
                     .tier = TIER_T2,
                     .language = "en",
                     .seed = 1};
    memcpy(started.module, given->module, sizeof started.module);
    memcpy(started.activity, given->activity, sizeof started.activity);
    keep(home, (Event){.type = EVENT_SITTING_STARTED,
                       .case_id = home->wish.family,
                       .person_id = home->wish.child,
                       .sitting_id = sitting,
                       .setting = SETTING_ROOM});
    keep(home, started);
    keep(home, (Event){.type = EVENT_PLAY_ENDED, .play_id = play, .how = ENDING_FINISHED});
    keep(home, (Event){.type = EVENT_SITTING_ENDED, .sitting_id = sitting, .how = ENDING_FINISHED});
}

static void empty_folder(void)
{
    char **names;
    size_t count;
    assert_true(folder_make(FOLDER, NULL));
    assert_true(folder_list(FOLDER, &names, &count, NULL));
    for (size_t i = 0; i < count; i++) {
        char *path = path_join(FOLDER, names[i]);
        unlink(path);
        free(path);
    }
    file_names_free(names, count);
}

static void open_home(Home *home)
{
    house_open(&home->house, NULL, false, 1280, 720);
    home->wish = (ExportWish){.child = house_family(&home->house, TIER_T2, "=Milo, \"M\"")};
    home->wish.family = family_of(home)->id;
    home->adult = id_new(&home->house.cove.ids);
    keep(home, (Event){.type = EVENT_PERSON_ADDED,
                       .case_id = home->wish.family,
                       .person_id = home->adult,
                       .role = PERSON_ADULT,
                       .tier = TIER_AD,
                       .name = "Sam"});
    have_a_sitting(home);
    have_a_sitting(home);
    empty_folder();
}

static char *saved(Home *home, bool fhir)
{
    Error error = {0};
    char *path, *bytes;
    size_t size;
    if (!exporting_save(&home->house.cove, &home->wish, fhir, FOLDER, &path, &error)) {
        fail_msg("%s", error.sentence);
    }
    assert_true(file_read(path, 1 << 20, &bytes, &size, NULL));
    free(path);
    return bytes;
}

static void cells_that_would_be_formulas_are_words(void **state)
{
    (void)state;
    static const struct {
        const char *text, *cell;
    } cells[] = {
        {"", ""},           {"calm", "calm"},       {"=1+1", "'=1+1"},    {"+1", "'+1"},
        {"-1", "'-1"},      {"@SUM", "'@SUM"},      {"\tx", "'\tx"},      {"\rx", "\"'\rx\""},
        {"a,b", "\"a,b\""}, {"a\"b", "\"a\"\"b\""}, {"a\nb", "\"a\nb\""}, {"=a,b", "\"'=a,b\""},
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        Text out;
        text_init(&out);
        export_cell(cells[i].text, &out);
        assert_string_equal(out.bytes, cells[i].cell);
        text_clear(&out);
    }
}

static void a_name_is_there_only_when_asked_for(void **state)
{
    (void)state;
    for (int fhir = 0; fhir < 2; fhir++) {
        Home home;
        open_home(&home);
        char *bytes = saved(&home, fhir);
        assert_null(strstr(bytes, "Milo"));
        free(bytes);
        home.wish.named = true;
        bytes = saved(&home, fhir);
        assert_non_null(strstr(bytes, fhir ? "=Milo" : "\"'=Milo, \"\"M\"\"\""));
        assert_null(strstr(bytes, "Sam"));
        assert_null(strstr(bytes, "Harbor"));
        free(bytes);
        assert_int_equal(family_of(&home)->left_count, 2);
        house_close(&home.house);
    }
}

static void an_adult_in_hide_mode_is_in_no_bundle(void **state)
{
    (void)state;
    Home home;
    FactSubject adult = {.person = {""}};
    open_home(&home);
    char *bytes = saved(&home, true);
    assert_non_null(strstr(bytes, "RelatedPerson"));
    free(bytes);
    adult.person = home.adult;
    assert_true(note_fact(&home.house.cove, home.wish.family, "hide.state", &adult, "on",
                          "an order", NULL));
    bytes = saved(&home, true);
    assert_null(strstr(bytes, "RelatedPerson"));
    free(bytes);
    house_close(&home.house);
}

static void the_page_saves_and_lists_it(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    home.house.cove.paper_folder = FOLDER;
    go_to_helper(&home.house);
    press(&home.house, "Harbor");
    press(&home.house, "Reports");
    choose(&home.house, "With the child’s name");
    press(&home.house, "Table (CSV): =Milo, \"M\"");
    expect_text(&home.house, "Saved and noted");
    expect_text(&home.house, "Another system \xc2\xb7 table");
    press(&home.house, "Health record (FHIR): =Milo, \"M\"");
    expect_text(&home.house, "Another system \xc2\xb7 FHIR");
    house_close(&home.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_that_would_be_formulas_are_words),
        cmocka_unit_test(a_name_is_there_only_when_asked_for),
        cmocka_unit_test(an_adult_in_hide_mode_is_in_no_bundle),
        cmocka_unit_test(the_page_saves_and_lists_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
