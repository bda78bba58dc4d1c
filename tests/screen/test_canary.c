/* Words that nobody may find: typed in every place there is, in whole sittings, some of them
 * killed; then every byte below the folders the program may write in is searched for them, in the
 * ways bytes are usually written down. */
#include "screen/house.h"

#include "base/file.h"
#include "base/freed.h"
#include "screen/needle.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const canaries[] = {
    "Quillfeather",
    "Harborcanary",
    "Zephyrinda",
    "notecanary",
    "wordcanary",
    HOUSE_PASSPHRASE,
    "moonlitcanary",
    "4826195703",
    "kite shell kite anchor", /* by what people sign in */
    NULL,
};
enum { CANARIES = sizeof canaries / sizeof *canaries - 1, STEPS = 10, MOST_FILE = 1 << 26 };

/* ---- a sitting, step by step ---- */

static void type_case(House *house)
{
    type_in(house, ui_words(house, TIER_AD, "ui.helper.case-name"), canaries[1]);
    press(house, ui_words(house, TIER_AD, "ui.helper.new-case"));
    expect_screen(house, "helper-case");
}

static void keep(House *house, Event event)
{
    Error error = {0};
    if (!cove_keep(&house->cove, &event, 1, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

static void add_person(House *house)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(house)->id,
                   .person_id = id_new(&house->cove.ids),
                   .tier = TIER_T3};
    snprintf(event.name, sizeof event.name, "%s", canaries[2]);
    keep(house, event);
    keep(house, (Event){.type = EVENT_FAMILY_HERE, .case_id = family_of(house)->id});
}

static void give(House *house)
{
    const Case *family = family_of(house);
    const Module *module = library_module(house->cove.library, "coping");
    size_t given;
    Error error = {0};
    if (!assign(&house->cove, family->id, family->people[0].id, module, NULL, SETTING_ROOM,
                canaries[3], &given, &error)) {
        fail_msg("%s", error.sentence);
    }
}

static void come(House *house)
{
    stage_clear_to(house->stage, screen_door(&house->cove, house->stage));
    press(house, canaries[2]);
    expect_screen(house, "assent");
    while (tree_find_verb(stage_tree(house->stage), "next", NULL)) {
        press(house, ui_words(house, TIER_T3, "ui.next"));
    }
    press(house, ui_words(house, TIER_T3, "ui.assent.yes"));
    expect_screen(house, "play");
}

static void say(House *house)
{
    const Record *record = keeper_record(house->cove.keeper);
    Event event = {.type = EVENT_MOVE,
                   .play_id = record_play_open(record, record_sitting_open(record))->id,
                   .move = move_of("own", "arrive", "own")};
    snprintf(event.move.text, sizeof event.move.text, "my %s is here", canaries[4]);
    for (int i = 0; i < 40; i++) {
        keep(house, event);
    }
}

static void press_on(House *house)
{
    press(house, tree_find_key(stage_tree(house->stage), "check")->name);
    wait_ms(house, 100);
}

static void type_word(House *house, const char *word)
{
    type_in(house, ui_words(house, TIER_T3, "ui.sign.field.word"), word);
    press_on(house);
}

static void keep_for_another(House *house, Tier tier, SignInWay way, const char *secret)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(house)->id,
                   .person_id = id_new(&house->cove.ids),
                   .role = tier == TIER_AD ? PERSON_ADULT : PERSON_CHILD,
                   .tier = tier};
    snprintf(event.name, sizeof event.name, "%s", canaries[2]);
    keep(house, event);
    assert_true(sign_in_keep(&house->cove, event.person_id, way, "", secret, NULL));
}

/* One chosen on its page, and shown: once wrong, once right. */
static void sign_in(House *house)
{
    const Visit visit = {.why = VISIT_RESUME,
                         .family = family_of(house)->id,
                         .person = family_of(house)->people[0].id,
                         .sitting = record_sitting_at(keeper_record(house->cove.keeper), 0)->id};
    stage_clear_to(house->stage,
                   screen_sign_new(&house->cove, house->stage, visit.family, visit.person));
    press(house, "Seal");
    choose(house, ui_words(house, TIER_T3, "ui.sign.way.word"));
    type_word(house, canaries[6]);
    type_word(house, canaries[6]);
    expect_text(house, ui_words(house, TIER_T3, "ui.sign.made"));
    stage_clear_to(house->stage, screen_sign_ask(&house->cove, house->stage, &visit));
    type_word(house, canaries[0]);
    type_word(house, canaries[6]);
    expect_screen(house, "cove"); /* the moves above fit no page */
    keep_for_another(house, TIER_AD, SIGN_IN_PIN, canaries[7]);
    keep_for_another(house, TIER_T2, SIGN_IN_PICTURES, canaries[8]);
}

static void set_up(House *house)
{
    press(house, ui_words(house, TIER_AD, "ui.door.new"));
    type_in(house, ui_words(house, TIER_AD, "ui.setup.name"), canaries[0]);
    press(house, ui_words(house, TIER_AD, "ui.setup.go"));
    house_choose_passphrase(house);
}

static void change_passphrase(House *house)
{
    Error error = {0};
    assert_true(vault_change_passphrase(house->cove.vault, HOUSE_PASSPHRASE, &error));
}

static void lock_and_open(House *house)
{
    stage_key(house->stage, KEY_LOCK, NULL);
    expect_screen(house, "door");
    go_to_helper(house);
}

static void close_all(House *house)
{
    stage_free(house->stage);
    cove_close(&house->cove);
    library_free(house->cove.library);
}

static void live(House *house, int steps)
{
    static void (*const all[STEPS])(House * house) = {
        set_up, type_case, add_person,        give,          come,
        say,    sign_in,   change_passphrase, lock_and_open, close_all};
    for (int i = 0; i < steps; i++) {
        all[i](house);
    }
}

/* ---- searching ---- */

static int files_seen, found_in_all;
static char found_where[300]; /* the last one */

static int look_into(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info, (void)place;
    char *bytes;
    size_t size;
    if (kind != FTW_F || !file_read(path, MOST_FILE, &bytes, &size, NULL)) {
        return 0;
    }
    files_seen++;
    for (int i = 0; i < CANARIES * NEEDLE_WAYS; i++) {
        Needle needle = needle_of(canaries[i / NEEDLE_WAYS], i % NEEDLE_WAYS);
        if (memmem(bytes, size, needle.bytes, needle.size)) {
            snprintf(found_where, sizeof found_where, "\"%s\" is in %.200s, way %d",
                     canaries[i / NEEDLE_WAYS], path, i % NEEDLE_WAYS);
            found_in_all++;
        }
    }
    free(bytes);
    return 0;
}

static int found_below(const char *folder)
{
    files_seen = found_in_all = 0;
    nftw(folder, look_into, 8, FTW_PHYS);
    return found_in_all;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info, (void)kind, (void)place;
    return remove(path);
}

/* All the program may write in is below one folder: data, cache, temporary files, the home. */
static char *world_new(void)
{
    static const char *const variables[] = {"HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR"};
    char *world = path_join(COVE_SCRATCH_DIR, "canary-XXXXXX");
    assert_non_null(mkdtemp(world));
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        setenv(variables[i], world, 1);
    }
    assert_int_equal(chdir(world), 0);
    return world;
}

static void house_in(House *house, char *world)
{
    house_open(house, NULL, false, 1280, 720);
    house->cove.data_folder = world;
    (void)stage_tree(house->stage);
    stage_touch(house->stage);
}

/* In a child that kills itself. One in which something fails comes to an end by itself. */
static void live_and_die(char *world, int steps)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        House house;
        house_in(&house, world);
        live(&house, steps);
        raise(SIGKILL);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

static void killed_after_each_step(void **state)
{
    (void)state;
    for (int steps = 1; steps <= STEPS; steps++) {
        char *world = world_new();
        live_and_die(world, steps);
        if (found_below(world) > 0) {
            fail_msg("after step %d: %s", steps, found_where);
        }
        assert_true(files_seen >= 3);
        nftw(world, remove_one, 8, FTW_DEPTH | FTW_PHYS);
        free(world);
    }
}

/* The search finds what is there: in a record that nothing seals, every word stands in the file. */
static void the_search_finds_what_is_not_sealed(void **state)
{
    (void)state;
    char *world = world_new();
    House house;
    Store *store;
    house_in(&house, world);
    assert_true(store_sqlite_open(world, NULL, &store, NULL));
    assert_true(keeper_open(store, &house.cove.clock, &house.cove.keeper, NULL));
    keeper_wait(house.cove.keeper, 60000);
    Event helper = {.type = EVENT_HELPER_NAMED}, opened = {.type = EVENT_CASE_OPENED};
    opened.case_id = id_new(&house.cove.ids);
    snprintf(helper.name, sizeof helper.name, "%s", canaries[0]);
    snprintf(opened.name, sizeof opened.name, "%s", canaries[1]);
    keep(&house, helper);
    keep(&house, opened);
    add_person(&house);
    give(&house);
    come(&house);
    say(&house);
    close_all(&house);
    assert_true(found_below(world) >= 5);
    nftw(world, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(world);
}

static void every_way_is_looked_for(void **state)
{
    (void)state;
    char *world = world_new(), *path = path_join(world, "planted");
    for (int way = 0; way < NEEDLE_WAYS; way++) {
        Needle needle = needle_of(canaries[0], way);
        assert_true(needle.size >= 10);
        assert_true(file_write(path, needle.bytes, needle.size, NULL));
        assert_int_equal(found_below(world), 1);
    }
    nftw(world, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(path);
    free(world);
}

/* As it is given back, by us or any library. */
static void none_is_left_in_memory(void **state)
{
    (void)state;
    char *world = world_new();
    House house;
    house_in(&house, world);
    freed_watch(canaries);
    live(&house, STEPS);
    freed_watch(NULL);
    assert_int_equal(freed_found(), 0);
    nftw(world, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(killed_after_each_step),
        cmocka_unit_test(none_is_left_in_memory),
        cmocka_unit_test(the_search_finds_what_is_not_sealed),
        cmocka_unit_test(every_way_is_looked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
