/* A person's own complete copy: what is in the files and what never is, that it takes two steps and
 * a reason, that it is noted, and that nothing lies about when it could not be made. */
#include "must_nots/guest.h"

#include "base/file.h"
#include "base/json.h"
#include "screen/noting.h"
#include "screen/own_copying.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MINE "ownwords"
#define OTHERS "otherwords"
#define NOTES "helperwords"

#define LEFT_BUNDLE COVE_SCRATCH_DIR "/own-bundle.json" /* for tests/fhir */

typedef struct Home {
    House house;
    Id family, child, adult;
    char folder[300];
} Home;

static const Case *family_of(Home *home)
{
    return record_case(keeper_record(home->house.cove.keeper), home->family);
}

static void sit(Home *home, Id person, Setting setting, const char *words)
{
    Guest guest = {.house = &home->house, .chance = 5, .words = words};
    sitting_begin(&home->house.cove, home->house.stage, home->family, person, setting);
    guest_sits(&guest, 12);
    assert_true(guest.typed > 0);
}

/* A teenager and an adult, each with a sitting of their own, and what the helper wrote after. */
static void open_home(Home *home)
{
    House *house = &home->house;
    house_open(house, NULL, true, 1280, 720);
    home->child = house_family(house, TIER_T4, "Milo");
    home->family = record_case_at(keeper_record(house->cove.keeper), 0)->id;
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = home->family,
                   .person_id = id_new(&house->cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .name = "Sam",
                   .picture = "person/adult-2"};
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    home->adult = event.person_id;
    const Module *module = library_module(house->cove.library, "working-together");
    size_t given;
    assert_true(assign(&house->cove, home->family, home->adult, module, NULL, SETTING_HOME, "",
                       &given, NULL));
    sit(home, home->child, SETTING_ROOM, MINE);
    sit(home, home->adult, SETTING_HOME, OTHERS);
    const Sitting *first = record_sitting_at(keeper_record(house->cove.keeper), 0);
    assert_true(note_fact(&house->cove, home->family, "after.note",
                          &(FactSubject){.item = first->id}, NOTES, "", NULL));
    snprintf(home->folder, sizeof home->folder, "%s/left", house->folder);
    assert_true(folder_make(home->folder, NULL));
}

static OwnCopyWish wish_for(Home *home, Id person)
{
    return (OwnCopyWish){home->family, person, "self", "A letter came", true};
}

static char *saved(Home *home, Id person)
{
    const OwnCopyWish wish = wish_for(home, person);
    Error error = {0};
    char *path = NULL;
    if (!own_copy_save(&home->house.cove, &wish, home->folder, &path, &error)) {
        fail_msg("%s", error.sentence);
    }
    return path;
}

/* How many files of the folder hold the word. */
static int holding(const char *folder, const char *word)
{
    char **names;
    size_t count;
    int found = 0;
    assert_true(folder_list(folder, &names, &count, NULL));
    for (size_t i = 0; i < count; i++) {
        char *path = path_join(folder, names[i]), *bytes;
        size_t size;
        assert_true(file_read(path, 1u << 26, &bytes, &size, NULL));
        found += memmem(bytes, size, word, strlen(word)) != NULL;
        free(bytes);
        free(path);
    }
    file_names_free(names, count);
    return found;
}

static size_t files_in(const char *folder)
{
    char **names;
    size_t count;
    assert_true(folder_list(folder, &names, &count, NULL));
    file_names_free(names, count);
    return count;
}

static void it_holds_what_this_person_answered_and_nothing_else(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    char *child = saved(&home, home.child), *adult = saved(&home, home.adult);
    assert_int_equal(holding(child, MINE), 3); /* table, lines, bundle */
    assert_int_equal(holding(child, OTHERS), 0);
    assert_int_equal(holding(child, NOTES), 0);
    assert_int_equal(holding(adult, OTHERS), 3);
    assert_int_equal(holding(adult, MINE), 0);
    assert_int_equal(holding(adult, NOTES), 0);
    free(child);
    free(adult);
    house_close(&home.house);
}

/* The one file whose name begins so. */
static char *file_of(const char *folder, const char *stem, const char *ending)
{
    char name[64];
    snprintf(name, sizeof name, "%s-2026-01-01.%s", stem, ending);
    char *path = path_join(folder, name), *bytes;
    size_t size;
    assert_true(file_read(path, 1u << 26, &bytes, &size, NULL));
    free(path);
    return bytes;
}

static size_t lines_of(const char *bytes)
{
    size_t count = 0;
    for (; *bytes; bytes++) {
        count += *bytes == '\n';
    }
    return count;
}

static void every_form_can_be_read_by_itself(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    char *folder = saved(&home, home.child);
    const OwnCopySize size = own_copy_size(&home.house.cove, home.family, home.child);
    char *lines = file_of(folder, "answers", "jsonl"), *rest = lines;
    assert_true(size.rows > 20);
    assert_int_equal(lines_of(lines), size.rows);
    for (char *line; (line = strsep(&rest, "\n")) != NULL && *line;) {
        Json *json;
        assert_true(json_parse(line, strlen(line), "line", &json, NULL));
        json_free(json);
    }
    char *bundle = file_of(folder, "bundle", "json");
    Json *json;
    assert_true(json_parse(bundle, strlen(bundle), "bundle", &json, NULL));
    assert_non_null(strstr(bundle, "\"QuestionnaireResponse\""));
    assert_null(strstr(bundle, "[]")); /* no empty list */
    assert_null(strstr(bundle, "Milo"));
    json_free(json);
    assert_true(file_write(LEFT_BUNDLE, bundle, strlen(bundle), NULL));
    char *list = file_of(folder, "files", "txt");
    assert_int_equal(lines_of(list), files_in(folder) - 1); /* all but the list itself */
    free(list);
    free(bundle);
    free(lines);
    free(folder);
    house_close(&home.house);
}

static void it_is_noted_with_who_asked_and_why(void **state)
{
    (void)state;
    Home home;
    Id items[2];
    open_home(&home);
    free(saved(&home, home.child));
    FactSubject copy = {.person = home.child};
    assert_int_equal(facts_items(&family_of(&home)->facts, fact_group("own-copy"), &copy, items, 2),
                     1);
    copy.item = items[0];
    assert_string_equal(facts_value(&family_of(&home)->facts, "own-copy.why", &copy),
                        "A letter came");
    assert_int_equal(family_of(&home)->left_count, 1);
    assert_string_equal(family_of(&home)->left[0].audience, "own-copy");
    const Record *record = keeper_record(home.house.cove.keeper);
    const LogEntry *last = record_log_at(record, record_log_count(record) - 1);
    assert_true(last->act == LOG_EXPORTED && last->what == ACCESS_ANSWERS);
    house_close(&home.house);
}

static void without_both_steps_there_is_none(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    for (int i = 0; i < 4; i++) {
        OwnCopyWish wish = wish_for(&home, home.child);
        wish.by = i == 0 ? "" : wish.by;
        wish.why = i == 1 ? "" : wish.why;
        wish.checked = i != 2;
        Error error = {0};
        char *path = NULL;
        assert_false(own_copy_save(&home.house.cove, &wish, i == 3 ? "/nowhere" : home.folder,
                                   &path, &error));
        assert_int_equal(error.code, i == 3 ? ERROR_MISSING : ERROR_REFUSED);
        assert_null(path);
    }
    assert_int_equal(files_in(home.folder), 0);
    assert_int_equal(family_of(&home)->left_count, 0);
    house_close(&home.house);
}

static void the_page_asks_twice(void **state)
{
    (void)state;
    Home home;
    open_home(&home);
    House *house = &home.house;
    go_to_helper(house);
    press(house, "Harbor");
    press(house, "Reports");
    press(house, "Complete copy for Milo");
    expect_screen(house, "helper-own-copy");
    assert_false(node_acts(tree_find_key(stage_tree(house->stage), "on")));
    choose(house, "This person");
    type_in(house, "Why, and how you know", "A letter came");
    press(house, "Go on");
    expect_text(house, "They are no evidence of events");
    assert_false(node_acts(tree_find_key(stage_tree(house->stage), "save")));
    choose(house, "I made sure who asks, and that it is theirs to have");
    type_in(house, "Folder to save in", home.folder);
    press(house, "Save the copy");
    expect_text(house, "Saved and noted");
    press(house, "Reports");
    expect_text(house, "Milo: a complete copy");
    house_close(house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_holds_what_this_person_answered_and_nothing_else),
        cmocka_unit_test(every_form_can_be_read_by_itself),
        cmocka_unit_test(it_is_noted_with_who_asked_and_why),
        cmocka_unit_test(without_both_steps_there_is_none),
        cmocka_unit_test(the_page_asks_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
