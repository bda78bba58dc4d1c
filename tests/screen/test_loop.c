/* The whole loop, driven as a person would: assign, play, keep, review, replay. */
#include "screen/house.h"

#include "activity/kind.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void first_start_sets_up_a_helper(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    press(&house, ui_words(&house, TIER_AD, "ui.door.new"));
    press(&house, ui_words(&house, TIER_AD, "ui.setup.go"));
    expect_text(&house, ui_words(&house, TIER_AD, "ui.error.title"));
    press(&house, ui_words(&house, TIER_AD, "ui.error.go-on"));
    type_in(&house, ui_words(&house, TIER_AD, "ui.setup.name"), "Kim");
    press(&house, ui_words(&house, TIER_AD, "ui.setup.go"));
    house_choose_passphrase(&house);
    expect_screen(&house, "helper-room");
    type_in(&house, ui_words(&house, TIER_AD, "ui.helper.case-name"), "Harbor");
    press(&house, ui_words(&house, TIER_AD, "ui.helper.new-case"));
    expect_screen(&house, "helper-case");
    house_restart(&house);
    go_to_helper(&house);
    expect_text(&house, "Harbor");
    house_close(&house);
}

/* A house with one person, who has just come in. */
static void house_of(House *house, Tier tier, const char *name)
{
    house_open(house, NULL, false, 1280, 720);
    house_family(house, tier, name);
    press(house, name);
}

static void a_sitting_goes_from_arriving_to_goodbye(void **state)
{
    (void)state;
    House house;
    house_of(&house, TIER_T1, "Robin");
    expect_screen(&house, "play");
    press(&house, "Skip");
    expect_screen(&house, "cove");
    press_there(&house, "My calm kit");
    press_there(&house, "Flower and candle");
    press(&house, "Start");
    wait_ms(&house, 70000);
    expect_text(&house, "Again");
    press(&house, "Stop");
    expect_screen(&house, "cove");
    press(&house, ui_words(&house, TIER_T1, "ui.cove.leave"));
    press(&house, "Skip");
    expect_screen(&house, "pebble");
    press(&house, "Coral");
    expect_screen(&house, "goodbye");
    press(&house, "Bye");
    expect_screen(&house, "door");
    const Sitting *sitting = record_sitting_at(keeper_record(house.cove.keeper), 0);
    assert_int_equal(sitting->how, ENDING_FINISHED);
    assert_string_equal(sitting->pebble, "coral");
    assert_int_equal(sitting->play_count, 3);
    house_close(&house);
}

/* The name of the first node whose action has this verb; "" when there is none. */
static void first_named(House *house, const char *verb, char *name, size_t size)
{
    const Node *root = stage_tree(house->stage)->root;
    name[0] = '\0';
    for (const Node *node = root; node && !name[0]; node = node_following(node, root)) {
        if (strcmp(node->action.verb, verb) == 0) {
            snprintf(name, size, "%s", node->name);
        }
    }
}

static void after_a_kill_the_door_offers_the_same_page(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    house_family(&house, TIER_T2, "Ash");
    press(&house, "Ash");
    press(&house, "Skip");
    press_there(&house, "All my feelings");
    press_there(&house, "Two jars");
    char card[128];
    first_named(&house, "pick", card, sizeof card);
    Error error = {0};
    assert_true(stage_place(house.stage, card, "Two feelings", &error));
    char *before = tree_dump(stage_tree(house.stage));
    house_restart(&house);
    expect_screen(&house, "door");
    press(&house, "Go on as Ash");
    expect_screen(&house, "play");
    char *after = tree_dump(stage_tree(house.stage));
    char *kept = strstr(before, "text \"Kept\"\n"); /* the tick is of the moment */
    assert_non_null(kept);
    size_t line_start = (size_t)(kept - before);
    while (line_start > 0 && before[line_start - 1] == ' ') {
        line_start--;
    }
    assert_int_equal(strncmp(before, after, line_start), 0);
    assert_string_equal(kept + strlen("text \"Kept\"\n"), after + line_start);
    free(before);
    free(after);
    house_close(&house);
}

static void break_and_not_ok_come_back_to_the_same_place(void **state)
{
    (void)state;
    House house;
    house_of(&house, TIER_T4, "Noor");
    press(&house, "Skip");
    stage_key(house.stage, KEY_BREAK, NULL);
    expect_screen(&house, "break");
    press(&house, ui_words(&house, TIER_T4, "ui.break.go-on"));
    expect_screen(&house, "cove");
    stage_key(house.stage, KEY_NOT_OK, NULL);
    expect_screen(&house, "not-ok");
    press(&house, ui_words(&house, TIER_T4, "ui.not-ok.back"));
    expect_screen(&house, "cove");
    const Sitting *sitting = record_sitting_at(keeper_record(house.cove.keeper), 0);
    assert_int_equal(sitting->breaks, 1);
    assert_int_equal(sitting->not_ok, 1);
    stage_key(house.stage, KEY_ESCAPE, NULL);
    expect_screen(&house, "goodbye");
    press(&house, "I’m not OK");
    expect_screen(&house, "not-ok");
    assert_int_equal(record_sitting_at(keeper_record(house.cove.keeper), 0)->not_ok, 2);
    house_close(&house);
}

static void stop_is_one_action_everywhere(void **state)
{
    (void)state;
    House house;
    house_of(&house, TIER_T2, "Ash");
    stage_key(house.stage, KEY_ESCAPE, NULL);
    expect_screen(&house, "cove");
    press_there(&house, "All my feelings");
    press_there(&house, "Two jars");
    stage_key(house.stage, KEY_ESCAPE, NULL);
    expect_screen(&house, "cove");
    const Record *record = keeper_record(house.cove.keeper);
    assert_int_equal(record_play(record, 0)->how, ENDING_STOPPED);
    assert_int_equal(record_play(record, 1)->how, ENDING_STOPPED);
    house_close(&house);
}

/* Plays "Part of me" to a whole line; `share` is the button that says who may see it. */
static void build_a_line(House *house, const char *share, char *line, size_t size)
{
    press(house, "Ash");
    press(house, "Skip");
    press_there(house, "Not in the middle");
    press_there(house, "Part of me");
    while (!stage_shows(house->stage, ROLE_CHOICE, share)) {
        char block[128];
        first_named(house, "put", block, sizeof block);
        const char *on = stage_shows(house->stage, ROLE_BUTTON, "Next") ? "Next" : "Skip";
        press(house, block[0] ? block : on);
    }
    const Node *built = tree_find_key(stage_tree(house->stage), "line");
    assert_non_null(built);
    snprintf(line, size, "%s", built->name);
    choose(house, share);
}

static void open_review(House *house)
{
    stage_clear_to(house->stage, screen_helper_sitting(
                                     &house->cove, house->stage,
                                     record_sitting_at(keeper_record(house->cove.keeper), 0)->id));
}

static void a_line_kept_private_is_nowhere_in_review(void **state)
{
    (void)state;
    House house;
    char line[256];
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T2, "Ash");
    build_a_line(&house, ui_words(&house, TIER_T2, "ui.share.mine"), line, sizeof line);
    stage_key(house.stage, KEY_ESCAPE, NULL);
    open_review(&house);
    expect_no_text(&house, line);
    expect_text(&house, ui_words(&house, TIER_T2, "ui.review.private"));
    const PlayRecord *play = record_play(keeper_record(house.cove.keeper), 1);
    stage_clear_to(house.stage, screen_helper_replay(&house.cove, house.stage, play->id));
    const char *mine = play->moves[play->move_count - 1].page;
    for (size_t i = 0; i < play->move_count; i++) {
        press(&house, ui_words(&house, TIER_AD, "ui.replay.step"));
        expect_no_text(&house, line);
        if (strcmp(play->moves[i].page, mine) == 0) {
            expect_text(&house, ui_words(&house, TIER_AD, "ui.step.private"));
            expect_no_text(&house, "Chose");
        }
    }
    house_close(&house);
}

static void a_line_shown_to_the_helper_is_in_review(void **state)
{
    (void)state;
    House house;
    char line[256];
    house_open(&house, NULL, false, 1280, 720);
    house_family(&house, TIER_T2, "Ash");
    build_a_line(&house, ui_words(&house, TIER_T2, "ui.share.helper"), line, sizeof line);
    stage_key(house.stage, KEY_ESCAPE, NULL);
    open_review(&house);
    expect_text(&house, line);
    house_close(&house);
}

static void replay_shows_each_step_and_changes_nothing(void **state)
{
    (void)state;
    House house;
    house_of(&house, TIER_T1, "Robin");
    choose(&house, "Not sure");
    press(&house, "Next");
    const PlayRecord *play = record_play(keeper_record(house.cove.keeper), 0);
    char *before = record_dump(keeper_record(house.cove.keeper));
    stage_clear_to(house.stage, screen_helper_replay(&house.cove, house.stage, play->id));
    expect_text(&house, ui_words(&house, TIER_AD, "ui.replay.begin"));
    press(&house, ui_words(&house, TIER_AD, "ui.replay.step"));
    expect_text(&house, "Chose: Not sure");
    expect_text(&house, "[chosen]");
    Error error;
    assert_false(stage_press(house.stage, ROLE_CHOICE, "Not sure", &error));
    press(&house, ui_words(&house, TIER_AD, "ui.replay.start-over"));
    press(&house, ui_words(&house, TIER_AD, "ui.replay.play"));
    wait_ms(&house, 4000);
    expect_text(&house, "Step 2");
    char *after = record_dump(keeper_record(house.cove.keeper));
    assert_string_equal(before, after);
    free(before);
    free(after);
    house_close(&house);
}

static Id play_now(const House *house)
{
    const Record *record = keeper_record(house->cove.keeper);
    return record_play_open(record, record_sitting_open(record))->id;
}

static size_t moves_now(const House *house)
{
    return record_play_by_id(keeper_record(house->cove.keeper), play_now(house))->move_count;
}

/* Turning to other faces is not kept; what lies there can be chosen, and is seen in replay. */
static void looking_at_more_faces_is_not_kept(void **state)
{
    (void)state;
    House house;
    char first[128], second[128];
    house_of(&house, TIER_T1, "Robin");
    stage_key(house.stage, KEY_ESCAPE, NULL);
    press_there(&house, "All my feelings");
    press_there(&house, "Feelings faces");
    Id play = play_now(&house);
    first_named(&house, "choose", first, sizeof first);
    press(&house, ui_words(&house, TIER_T1, "ui.more"));
    first_named(&house, "choose", second, sizeof second);
    assert_string_not_equal(first, second);
    assert_int_equal(moves_now(&house), 0);
    choose(&house, second);
    assert_int_equal(moves_now(&house), 1);
    expect_text(&house, "[chosen]"); /* the page stays as it was turned */
    press(&house, ui_words(&house, TIER_T1, "ui.more"));
    expect_no_text(&house, "[chosen]");
    press(&house, "Next");
    press(&house, "Back");
    expect_text(&house, "[chosen]"); /* coming back, one sees what one chose */
    stage_clear_to(house.stage, screen_helper_replay(&house.cove, house.stage, play));
    expect_no_text(&house, second);
    press(&house, ui_words(&house, TIER_AD, "ui.replay.step"));
    expect_text(&house, "[chosen]");
    house_close(&house);
}

/* Moves ten seconds apart have one time: the store cannot tell how long an answer took. */
static bool note_time(void *context, const Event *event, Error *error)
{
    (void)error;
    int64_t *times = context;
    if (event->type == EVENT_MOVE) {
        times[times[0]++] = event->wall_ms;
    }
    return true;
}

static void the_store_holds_no_time_of_an_answer(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    house_family(&house, TIER_T2, "Ash");
    press(&house, "Ash");
    house.time.wall += 10000;
    choose(&house, "Not sure");
    house.time.wall += 10000;
    press(&house, "Next");
    cove_close(&house.cove);
    Store *store;
    int64_t times[8] = {1};
    Vault *vault;
    assert_true(vault_open(house.folder, VAULT_TRIAL, HOUSE_PASSPHRASE, &vault, NULL));
    assert_true(store_sqlite_open(house.folder, vault, &store, NULL));
    assert_true(store_each(store, 0, note_time, times, NULL));
    store_close(store);
    vault_close(vault);
    assert_int_equal(times[0], 3);
    assert_int_equal(times[1], times[2]);
    assert_int_equal(times[1] % 60000, 0);
    house_close(&house);
}

static void words_taken_back_are_not_in_replay(void **state)
{
    (void)state;
    House house;
    house_of(&house, TIER_T4, "Noor");
    press(&house, "Skip");
    press_there(&house, "All my feelings");
    press_there(&house, "Word cloud");
    Id play = play_now(&house);
    type_in(&house, ui_words(&house, TIER_T4, "ui.own-word"), "zigzag");
    press(&house, ui_words(&house, TIER_T4, "ui.done"));
    press(&house, "zigzag");
    choose(&house, ui_words(&house, TIER_T4, "ui.not-sure"));
    stage_clear_to(house.stage, screen_helper_replay(&house.cove, house.stage, play));
    for (int step = 0; step < 2; step++) {
        press(&house, ui_words(&house, TIER_AD, "ui.replay.step"));
        expect_no_text(&house, "zigzag");
        if (step == 0) {
            expect_text(&house, ui_words(&house, TIER_AD, "ui.step.wrote-taken"));
        }
    }
    open_review(&house);
    expect_no_text(&house, "zigzag");
    house_close(&house);
}

static void copy_folder(const char *from, const char *to)
{
    Error error = {0};
    char **names;
    size_t count;
    assert_true(folder_make(to, &error));
    assert_true(folder_list(from, &names, &count, &error));
    for (size_t i = 0; i < count; i++) {
        char *source = path_join(from, names[i]), *target = path_join(to, names[i]);
        char *bytes;
        size_t size;
        if (folder_exists(source)) {
            copy_folder(source, target);
        } else {
            assert_true(file_read(source, 1 << 20, &bytes, &size, &error));
            assert_true(file_write(target, bytes, size, &error));
            free(bytes);
        }
        free(source);
        free(target);
    }
    file_names_free(names, count);
}

static void change_file(const char *path, const char *from, const char *to)
{
    Error error = {0};
    char *bytes;
    size_t size;
    assert_true(file_read(path, 1 << 20, &bytes, &size, &error));
    char *at = strstr(bytes, from);
    assert_non_null(at);
    Text text;
    text_init(&text);
    text_add_bytes(&text, bytes, (size_t)(at - bytes));
    text_add(&text, to);
    text_add(&text, at + strlen(from));
    assert_true(file_write(path, text.bytes, text.length, &error));
    text_clear(&text);
    free(bytes);
}

/* What was done is read with the words of then, whatever the content says now. */
static void review_keeps_the_words_of_then(void **state)
{
    (void)state;
    House house;
    char content[] = COVE_SCRATCH_DIR "/words-XXXXXX";
    assert_non_null(mkdtemp(content));
    copy_folder(COVE_SOURCE_DIR "/content", content);
    house_open(&house, content, true, 1280, 720);
    house_family(&house, TIER_T1, "Robin");
    press(&house, "Robin");
    choose(&house, "Not sure");
    press(&house, "Next");
    open_review(&house);
    expect_text(&house, "How are you as you come in?");
    stage_free(house.stage);
    library_free(house.cove.library);
    char *strings = path_join(content, "sitting/strings/en.json");
    change_file(strings, "How are you as you come in? Tap one.", "Changed since. Tap one.");
    free(strings);
    Error error = {0};
    assert_true(library_open(content, kinds_content(), "en", &house.cove.library, &error));
    Ruler ruler = ruler_fixed();
    house.stage = stage_new(&house.cove.clock, &ruler, 1280, 720);
    open_review(&house);
    expect_text(&house, "How are you as you come in?");
    expect_no_text(&house, "Changed since");
    house_close(&house);
}

static void a_broken_module_is_listed_and_the_rest_works(void **state)
{
    (void)state;
    House house;
    char content[] = COVE_SCRATCH_DIR "/broken-XXXXXX";
    assert_non_null(mkdtemp(content));
    copy_folder(COVE_SOURCE_DIR "/content", content);
    char *module = path_join(content, "coping/module.json");
    change_file(module, "\"rounds\"", "\"roundz\"");
    free(module);
    house_open(&house, content, false, 1280, 720);
    house_family(&house, TIER_T1, "Robin");
    go_to_helper(&house);
    press(&house, ui_words(&house, TIER_AD, "ui.helper.unavailable"));
    expect_text(&house, "coping");
    expect_text(&house, "roundz");
    stage_clear_to(house.stage, screen_door(&house.cove, house.stage));
    press(&house, "Robin");
    press(&house, "Skip");
    expect_text(&house, "All my feelings");
    expect_no_text(&house, "My calm kit");
    house_close(&house);
}

static void what_is_for_the_room_cannot_be_given_for_home(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id person = house_family(&house, TIER_T3, "Kai");
    const Record *record = keeper_record(house.cove.keeper);
    const Case *family = record_case_at(record, 0);
    const Module *middle = library_module(house.cove.library, "middle");
    size_t given = 99;
    Error error = {0};
    assert_true(
        assign(&house.cove, family->id, person, middle, NULL, SETTING_HOME, "", &given, &error));
    assert_int_equal(given, 0);
    const Activity *first = middle->activities.items;
    assert_false(
        assign(&house.cove, family->id, person, middle, first, SETTING_HOME, "", &given, &error));
    assert_int_equal(error.code, ERROR_REFUSED);
    house_close(&house);
}

static void work_for_home_may_be_done_in_the_room(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id person = house_family(&house, TIER_T1, "Robin");
    const Case *family = record_case_at(keeper_record(house.cove.keeper), 0);
    const Module *coping = library_module(house.cove.library, "coping");
    const Activity *candle = module_activity(coping, "candle");
    Error error = {0};
    size_t given;
    Event taken = {.type = EVENT_TAKEN_BACK,
                   .case_id = family->id,
                   .assignment_id =
                       assigned_already(family, person, "coping", "candle", SETTING_ROOM)->id};
    assert_true(cove_keep(&house.cove, &taken, 1, &error));
    assert_true(
        assign(&house.cove, family->id, person, coping, candle, SETTING_HOME, "", &given, &error));
    assert_int_equal(given, 1);
    press(&house, "Robin");
    press(&house, "Skip");
    press_there(&house, "My calm kit");
    press_there(&house, "Flower and candle");
    expect_screen(&house, "play");
    house_close(&house);
}

static bool refuse_append(Store *store, Event *events, size_t count, Error *error)
{
    (void)store;
    (void)events;
    (void)count;
    return error_set(error, ERROR_WRITE, "record.db", "The disk is full.");
}

/* The child's own words, never the disk's; and what was kept before is still there. */
static void a_step_that_cannot_be_kept_is_told_to_the_child(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Store *store = store_memory_new(NULL);
    StoreOps full = *store->ops;
    const StoreOps *usual = store->ops;
    full.append = refuse_append;
    assert_true(keeper_open(store, &house.cove.clock, &house.cove.keeper, NULL));
    keeper_wait(house.cove.keeper, 60000);
    house_family(&house, TIER_T2, "Ash");
    press(&house, "Ash");
    store->ops = &full;
    choose(&house, "Not sure");
    expect_text(&house, ui_words(&house, TIER_T2, "ui.error.not-kept"));
    expect_no_text(&house, "The disk is full");
    store->ops = usual;
    press(&house, ui_words(&house, TIER_T2, "ui.error.go-on"));
    choose(&house, "Not sure");
    expect_text(&house, "Kept");
    house_close(&house);
}

static void looking_around_keeps_nothing(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    press(&house, ui_words(&house, TIER_AD, "ui.door.look-around"));
    press(&house, "Robin");
    press(&house, "Skip");
    press(&house, "Stop");
    press(&house, "Bye");
    press(&house, ui_words(&house, TIER_AD, "ui.door.leave-sample"));
    expect_text(&house, ui_words(&house, TIER_AD, "ui.door.new"));
    char **names;
    size_t count;
    assert_true(folder_list(house.folder, &names, &count, NULL));
    assert_int_equal(count, 0);
    file_names_free(names, count);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_start_sets_up_a_helper),
        cmocka_unit_test(a_sitting_goes_from_arriving_to_goodbye),
        cmocka_unit_test(after_a_kill_the_door_offers_the_same_page),
        cmocka_unit_test(break_and_not_ok_come_back_to_the_same_place),
        cmocka_unit_test(stop_is_one_action_everywhere),
        cmocka_unit_test(a_line_kept_private_is_nowhere_in_review),
        cmocka_unit_test(a_line_shown_to_the_helper_is_in_review),
        cmocka_unit_test(replay_shows_each_step_and_changes_nothing),
        cmocka_unit_test(looking_at_more_faces_is_not_kept),
        cmocka_unit_test(the_store_holds_no_time_of_an_answer),
        cmocka_unit_test(words_taken_back_are_not_in_replay),
        cmocka_unit_test(review_keeps_the_words_of_then),
        cmocka_unit_test(a_broken_module_is_listed_and_the_rest_works),
        cmocka_unit_test(what_is_for_the_room_cannot_be_given_for_home),
        cmocka_unit_test(work_for_home_may_be_done_in_the_room),
        cmocka_unit_test(a_step_that_cannot_be_kept_is_told_to_the_child),
        cmocka_unit_test(looking_around_keeps_nothing),
    };
    return cmocka_run_group_tests_name("loop", tests, NULL, NULL);
}
