/* The lock, as a helper meets it: setting up, coming back, forgetting, changing, and everything
 * that closes it. */
#include "screen/house.h"

#include "base/file.h"
#include "vault/passphrase.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MINUTE_MS = 60000 };

#define WORD(id) ui_words(&house, TIER_AD, id)

static void set_up(House *house)
{
    house_open(house, NULL, true, 1280, 720);
    press(house, ui_words(house, TIER_AD, "ui.door.new"));
    type_in(house, ui_words(house, TIER_AD, "ui.setup.name"), "Kim");
    press(house, ui_words(house, TIER_AD, "ui.setup.go"));
    house_choose_passphrase(house);
    expect_screen(house, "helper-room");
}

static void try_passphrase(House *house, const char *passphrase)
{
    type_in(house, ui_words(house, TIER_AD, "ui.lock.passphrase"), passphrase);
    press(house, ui_words(house, TIER_AD, "ui.lock.open"));
    wait_ms(house, 100);
}

static char *keys_in(const House *house, size_t *size)
{
    char *path = path_join(house->folder, VAULT_FILE), *bytes;
    assert_true(file_read(path, 1 << 20, &bytes, size, NULL));
    free(path);
    return bytes;
}

static void idle(House *house, int64_t ms)
{
    house->time.ticks += ms;
    house->time.wall += ms;
    stage_input(house->stage, &(Input){.type = INPUT_TICK});
}

static void expect_locked(House *house)
{
    assert_null(house->cove.keeper);
    assert_null(house->cove.vault);
    expect_screen(house, "door");
    expect_text(house, ui_words(house, TIER_AD, "ui.door.locked"));
}

/* ---- in and out ---- */

static void set_up_locked_and_opened_again(void **state)
{
    (void)state;
    House house;
    set_up(&house);
    type_in(&house, WORD("ui.helper.case-name"), "Harbor");
    press(&house, WORD("ui.helper.new-case"));
    press(&house, WORD("ui.helper.title"));
    press(&house, WORD("ui.lock.now"));
    expect_locked(&house);
    expect_no_text(&house, "Harbor");
    go_to_helper(&house);
    expect_text(&house, "Harbor");
    house_close(&house);
}

/* Nothing is written before two groups of the code were typed back. */
/* Enter after the name leads on; a second one must not lead back, though both pages have a Back. */
static void with_enter_alone(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    press(&house, WORD("ui.door.new"));
    type_in(&house, WORD("ui.setup.name"), "Kim");
    stage_key(house.stage, KEY_ENTER, NULL);
    expect_screen(&house, "passphrase");
    const Node *words = tree_find_verb(stage_tree(house.stage), "use-words", "");
    assert_string_equal(stage_focus(house.stage)->key, words->key);
    stage_key(house.stage, KEY_ENTER, NULL);
    expect_screen(&house, "passphrase");
    house_close(&house);
}

/* Nobody has to point at the only field there is, neither to begin nor after a slip. */
static void unlocked_by_typing_alone(void **state)
{
    (void)state;
    House house;
    set_up(&house);
    press(&house, WORD("ui.lock.now"));
    press(&house, WORD("ui.door.helper"));
    stage_input(house.stage, &(Input){.type = INPUT_TEXT, .text = "not this one"});
    stage_key(house.stage, KEY_ENTER, NULL);
    wait_ms(&house, 100);
    expect_text(&house, "This passphrase does not open it.");
    house.time.ticks += passphrase_wait_ms(1);
    stage_input(house.stage, &(Input){.type = INPUT_TEXT, .text = HOUSE_PASSPHRASE});
    stage_key(house.stage, KEY_ENTER, NULL);
    wait_ms(&house, 100);
    expect_screen(&house, "helper-room");
    house_close(&house);
}

static void given_up_before_the_page_was_confirmed(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    press(&house, WORD("ui.door.new"));
    type_in(&house, WORD("ui.setup.name"), "Kim");
    press(&house, WORD("ui.setup.go"));
    type_in(&house, WORD("ui.lock.passphrase"), HOUSE_PASSPHRASE);
    type_in(&house, WORD("ui.lock.again"), HOUSE_PASSPHRASE);
    press(&house, WORD("ui.lock.go-on"));
    wait_ms(&house, 100);
    expect_screen(&house, "recovery");
    press(&house, WORD("ui.lock.done"));
    expect_text(&house, WORD("ui.lock.paper-wrong"));
    assert_int_equal(cove_state(&house.cove), COVE_NEW);
    press(&house, WORD("ui.back"));
    expect_screen(&house, "door");
    assert_int_equal(cove_state(&house.cove), COVE_NEW);
    house_close(&house);
}

static void two_that_differ_and_weak_ones(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    stage_push(house.stage, screen_passphrase(&house.cove, house.stage, PASSPHRASE_SET_UP, "Kim"));
    type_in(&house, WORD("ui.lock.passphrase"), "kettle");
    expect_text(&house, WORD("ui.lock.strength.short"));
    press(&house, WORD("ui.lock.go-on"));
    expect_text(&house, "at least 14 letters");
    press(&house, WORD("ui.lock.use-words"));
    expect_text(&house, WORD("ui.lock.strength.strong"));
    type_in(&house, WORD("ui.lock.again"), "something else entirely");
    press(&house, WORD("ui.lock.go-on"));
    wait_ms(&house, 100);
    expect_text(&house, WORD("ui.lock.differ"));
    expect_screen(&house, "passphrase");
    house_close(&house);
}

static void what_is_typed_is_not_on_the_screen(void **state)
{
    (void)state;
    House house;
    set_up(&house);
    press(&house, WORD("ui.lock.now"));
    press(&house, WORD("ui.door.helper"));
    type_in(&house, WORD("ui.lock.passphrase"), "moss kettle");
    expect_no_text(&house, "moss");
    expect_text(&house, "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2");
    choose(&house, WORD("ui.lock.show"));
    expect_text(&house, "moss kettle");
    house_close(&house);
}

/* ---- wrong ones ---- */

static void wrong_passphrases_have_to_wait(void **state)
{
    (void)state;
    House house;
    size_t size, size_after;
    set_up(&house);
    press(&house, WORD("ui.lock.now"));
    char *before = keys_in(&house, &size);
    press(&house, WORD("ui.door.helper"));
    for (int wrong = 1; wrong <= 8; wrong++) {
        try_passphrase(&house, "not the passphrase");
        expect_text(&house, "This passphrase does not open it.");
        try_passphrase(&house, HOUSE_PASSPHRASE); /* too early, and so not even tried */
        expect_text(&house, "Please wait a little");
        expect_screen(&house, "unlock");
        house.time.ticks += passphrase_wait_ms(wrong);
    }
    char *after = keys_in(&house, &size_after);
    assert_int_equal(size, size_after);
    assert_memory_equal(before, after, size);
    try_passphrase(&house, HOUSE_PASSPHRASE);
    expect_screen(&house, "helper-room");
    assert_int_equal(house.cove.patience.wrong, 0);
    free(before);
    free(after);
    house_close(&house);
}

/* The door may be open for a family: the helper's room is not. */
static void the_room_stays_behind_the_passphrase(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    house_family(&house, TIER_T2, "Robin");
    expect_text(&house, "Robin");
    press(&house, WORD("ui.door.helper"));
    expect_screen(&house, "unlock");
    try_passphrase(&house, "not the passphrase");
    expect_screen(&house, "unlock");
    press(&house, WORD("ui.back"));
    expect_screen(&house, "door");
    expect_text(&house, "Robin");
    house_close(&house);
}

/* ---- by itself ---- */

static void locks_when_nobody_is_there(void **state)
{
    (void)state;
    House house;
    set_up(&house);
    idle(&house, 5 * MINUTE_MS - 1);
    expect_screen(&house, "helper-room");
    assert_int_equal(stage_lock_wait_ms(house.stage), 1);
    stage_input(house.stage, &(Input){.type = INPUT_POINTER_MOVE, .x = 5, .y = 5});
    idle(&house, 5 * MINUTE_MS - 1);
    expect_screen(&house, "helper-room");
    idle(&house, 1);
    expect_locked(&house);
    assert_int_equal(stage_lock_wait_ms(house.stage), -1);
    house_close(&house);
}

static void the_minutes_can_be_chosen_but_not_none(void **state)
{
    (void)state;
    House house;
    set_up(&house);
    press(&house, WORD("ui.lock.title"));
    for (int i = 0; i < 4; i++) {
        press(&house, WORD("ui.lock.sooner"));
    }
    Error error = {0};
    assert_false(stage_press(house.stage, ROLE_BUTTON, WORD("ui.lock.sooner"), &error));
    idle(&house, MINUTE_MS);
    expect_locked(&house);
    house_close(&house);
}

/* A touch after the computer slept is no way in: ticks stood still, the wall clock did not. */
static void locks_after_sleep_before_anything_is_heard(void **state)
{
    (void)state;
    House house;
    set_up(&house);
    house.time.wall += 3600000;
    Error error = {0};
    (void)stage_press(house.stage, ROLE_BUTTON, WORD("ui.prefs.mine"), &error);
    expect_locked(&house);
    house_close(&house);
}

static void by_key_in_a_sitting_which_goes_on_afterwards(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    house_family(&house, TIER_T2, "Robin");
    press(&house, "Robin");
    idle(&house, 14 * MINUTE_MS); /* longer than at the desk */
    expect_screen(&house, "play");
    stage_key(house.stage, KEY_LOCK, NULL);
    expect_locked(&house);
    expect_no_text(&house, "Robin");
    go_to_helper(&house);
    press(&house, WORD("ui.helper.back-to-door"));
    press(&house, "Go on as Robin");
    expect_screen(&house, "play");
    idle(&house, 15 * MINUTE_MS);
    expect_locked(&house);
    house_close(&house);
}

static void nothing_to_lock_in_the_sample(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    press(&house, WORD("ui.door.look-around"));
    stage_key(house.stage, KEY_LOCK, NULL);
    idle(&house, 60 * MINUTE_MS);
    expect_text(&house, "Robin");
    press(&house, WORD("ui.door.helper"));
    expect_screen(&house, "helper-room");
    house_close(&house);
}

/* Looking around closes what was open; leaving it does not open it again. */
static void the_sample_is_no_way_in(void **state)
{
    (void)state;
    House house;
    set_up(&house);
    press(&house, WORD("ui.helper.back-to-door"));
    press(&house, WORD("ui.door.look-around"));
    assert_null(house.cove.vault);
    press(&house, WORD("ui.door.leave-sample"));
    expect_locked(&house);
    house_close(&house);
}

/* ---- from an earlier version ---- */

/* tests/data/stores/1: as the version before the lock left it. */
static void what_was_not_locked_is_locked(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    char *path = path_join(house.folder, STORE_FILE), *bytes;
    size_t size;
    assert_true(
        file_read(COVE_SOURCE_DIR "/tests/data/stores/1/record.db", 1 << 20, &bytes, &size, NULL));
    assert_true(file_write(path, bytes, size, NULL));
    free(bytes);
    stage_touch(house.stage);
    expect_no_text(&house, "Robin"); /* it is not opened before it is locked */
    press(&house, WORD("ui.door.helper"));
    expect_text(&house, WORD("ui.lock.old-text"));
    house_choose_passphrase(&house);
    expect_screen(&house, "helper-room");
    expect_text(&house, "Harbor");
    expect_text(&house, "Robin");
    assert_true(file_read(path, 1 << 20, &bytes, &size, NULL));
    assert_null(memmem(bytes, size, "Robin", 5));
    free(bytes);
    press(&house, WORD("ui.lock.now"));
    expect_locked(&house);
    go_to_helper(&house);
    expect_text(&house, "Harbor");
    free(path);
    house_close(&house);
}

/* ---- forgotten, changed ---- */

static void the_recovery_page_opens_it(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    Recovery code;
    Vault *vault;
    recovery_new(&house.cove.ids, &code);
    assert_true(vault_make(VAULT_TRIAL, HOUSE_PASSPHRASE, &code, &vault, NULL));
    assert_true(cove_set_up(&house.cove, vault, NULL));
    Event named = {.type = EVENT_HELPER_NAMED, .name = "Kim"};
    assert_true(cove_keep(&house.cove, &named, 1, NULL));
    stage_lock(house.stage);
    stage_input(house.stage, &(Input){.type = INPUT_KEY, .key = KEY_HOME});
    expect_locked(&house);
    press(&house, WORD("ui.door.helper"));
    press(&house, WORD("ui.lock.use-code"));
    type_in(&house, WORD("ui.lock.code"), code.text);
    press(&house, WORD("ui.lock.open"));
    wait_ms(&house, 100);
    expect_screen(&house, "passphrase");
    type_in(&house, WORD("ui.lock.passphrase"), "amber lantern quilt robin thyme");
    type_in(&house, WORD("ui.lock.again"), "amber lantern quilt robin thyme");
    press(&house, WORD("ui.lock.go-on"));
    wait_ms(&house, 100);
    expect_screen(&house, "helper-room");
    press(&house, WORD("ui.lock.now"));
    press(&house, WORD("ui.door.helper"));
    try_passphrase(&house, HOUSE_PASSPHRASE);
    expect_screen(&house, "unlock");
    house.time.ticks += MINUTE_MS;
    try_passphrase(&house, "amber lantern quilt robin thyme");
    expect_screen(&house, "helper-room");
    house_close(&house);
}

static void the_page_can_be_saved_to_be_printed(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    char *folder = path_join(COVE_SCRATCH_DIR, "paper"), **names, *bytes;
    size_t count, size;
    assert_true(folder_make(folder, NULL));
    house.cove.paper_folder = folder;
    Recovery code;
    recovery_new(&house.cove.ids, &code);
    stage_push(house.stage, screen_recovery(&house.cove, house.stage, NULL, &code, ""));
    press(&house, WORD("ui.lock.save"));
    expect_text(&house, folder);
    assert_true(folder_list(folder, &names, &count, NULL));
    assert_int_equal(count, 1);
    char *path = path_join(folder, names[0]);
    assert_true(file_read(path, 1 << 20, &bytes, &size, NULL));
    assert_non_null(strstr(bytes, code.text));
    assert_non_null(strstr(bytes, WORD("ui.lock.page.where")));
    assert_null(strchr(bytes, '&')); /* our words need no escaping */
    assert_int_equal(remove(path), 0);
    free(path);
    free(bytes);
    free(folder);
    file_names_free(names, count);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(set_up_locked_and_opened_again),
        cmocka_unit_test(with_enter_alone),
        cmocka_unit_test(unlocked_by_typing_alone),
        cmocka_unit_test(given_up_before_the_page_was_confirmed),
        cmocka_unit_test(two_that_differ_and_weak_ones),
        cmocka_unit_test(what_is_typed_is_not_on_the_screen),
        cmocka_unit_test(wrong_passphrases_have_to_wait),
        cmocka_unit_test(the_room_stays_behind_the_passphrase),
        cmocka_unit_test(locks_when_nobody_is_there),
        cmocka_unit_test(the_minutes_can_be_chosen_but_not_none),
        cmocka_unit_test(locks_after_sleep_before_anything_is_heard),
        cmocka_unit_test(by_key_in_a_sitting_which_goes_on_afterwards),
        cmocka_unit_test(nothing_to_lock_in_the_sample),
        cmocka_unit_test(the_sample_is_no_way_in),
        cmocka_unit_test(what_was_not_locked_is_locked),
        cmocka_unit_test(the_recovery_page_opens_it),
        cmocka_unit_test(the_page_can_be_saved_to_be_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
