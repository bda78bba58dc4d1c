/* New keys for everything, as a helper makes them: what is asked, where one can turn back, what
 * opens afterwards, and what is said of copies. */
#include "screen/house.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORD(id) ui_words(&house, TIER_AD, id)
#define FRESH "amber lantern quilt robin thyme"

static char *keys_in(const House *house, size_t *size)
{
    char *path = path_join(house->folder, VAULT_FILE), *bytes;
    assert_true(file_read(path, 1 << 20, &bytes, size, NULL));
    free(path);
    return bytes;
}

/* A family, a copy of its record that the program knows of, and the page. */
static void to_the_page(House *house)
{
    house_open(house, NULL, true, 1280, 720);
    (void)house_family(house, TIER_T2, "Robin");
    Event copied = {.type = EVENT_COPIED};
    snprintf(copied.value, sizeof copied.value, "/media/stick/pebblecove-2026");
    assert_true(cove_keep(&house->cove, &copied, 1, NULL));
    go_to_helper(house);
    press(house, ui_words(house, TIER_AD, "ui.lock.title"));
    press(house, ui_words(house, TIER_AD, "ui.rewrap.title"));
    expect_screen(house, "rewrap");
}

static void say_passphrase(House *house, const char *passphrase)
{
    type_in(house, ui_words(house, TIER_AD, "ui.rewrap.now"), passphrase);
    press(house, ui_words(house, TIER_AD, "ui.lock.go-on"));
    wait_ms(house, 100);
}

static void choose_passphrase(House *house, const char *passphrase)
{
    expect_screen(house, "passphrase");
    type_in(house, ui_words(house, TIER_AD, "ui.lock.passphrase"), passphrase);
    type_in(house, ui_words(house, TIER_AD, "ui.lock.again"), passphrase);
    press(house, ui_words(house, TIER_AD, "ui.lock.go-on"));
    wait_ms(house, 100);
}

static void to_the_code(House *house, Recovery *code)
{
    to_the_page(house);
    say_passphrase(house, HOUSE_PASSPHRASE);
    choose_passphrase(house, FRESH);
    expect_screen(house, "recovery");
    snprintf(code->text, sizeof code->text, "%s",
             tree_find_key(stage_tree(house->stage), "code")->name);
}

static void confirm(House *house, const Recovery *code)
{
    house_type_back(house, code->text);
    press(house, ui_words(house, TIER_AD, "ui.rewrap.do"));
    expect_text(house, ui_words(house, TIER_AD, "ui.lock.working"));
    wait_ms(house, 100);
}

/* ---- what it does ---- */

static void only_the_new_ones_open_it(void **state)
{
    (void)state;
    House house;
    Recovery code;
    Vault *vault;
    to_the_code(&house, &code);
    confirm(&house, &code);
    expect_screen(&house, "rewrap");
    expect_text(&house, WORD("ui.rewrap.done"));
    const Record *record = keeper_record(house.cove.keeper);
    assert_int_equal(record_log_at(record, record_log_count(record) - 1)->act, LOG_KEYS_RENEWED);
    press(&house, WORD("ui.back"));
    expect_text(&house, "Robin"); /* nothing has to be opened again */
    stage_lock(house.stage);
    assert_false(vault_open(house.folder, VAULT_TRIAL, HOUSE_PASSPHRASE, &vault, NULL));
    assert_true(vault_open_with_code(house.folder, VAULT_TRIAL, code.text, &vault, NULL));
    vault_close(vault);
    assert_true(vault_open(house.folder, VAULT_TRIAL, FRESH, &vault, NULL));
    vault_close(vault);
    house_close(&house);
}

/* Both pages name them: before, to know what it is good for; after, to destroy them. */
static void copies_are_listed(void **state)
{
    (void)state;
    House house;
    Recovery code;
    to_the_page(&house);
    expect_text(&house, "/media/stick/pebblecove-2026");
    expect_text(&house, WORD("ui.rewrap.cannot-read"));
    house_close(&house);
    to_the_code(&house, &code);
    confirm(&house, &code);
    expect_text(&house, "/media/stick/pebblecove-2026");
    press(&house, WORD("ui.safe.title"));
    expect_screen(&house, "helper-safekeeping");
    house_close(&house);
}

/* ---- what it refuses ---- */

static void it_asks_for_the_passphrase_of_now(void **state)
{
    (void)state;
    House house;
    to_the_page(&house);
    say_passphrase(&house, "not the passphrase");
    expect_screen(&house, "rewrap");
    expect_text(&house, "This passphrase does not open it.");
    say_passphrase(&house, HOUSE_PASSPHRASE);
    expect_text(&house, "Please wait a little");
    house.time.ticks += 60000;
    say_passphrase(&house, HOUSE_PASSPHRASE);
    choose_passphrase(&house, HOUSE_PASSPHRASE);
    expect_screen(&house, "passphrase");
    expect_text(&house, WORD("ui.rewrap.same"));
    house_close(&house);
}

/* ---- turning back ---- */

static void back_at_any_step_changes_nothing(void **state)
{
    (void)state;
    House house;
    for (int step = 0; step < 4; step++) {
        size_t size, size_after;
        to_the_page(&house);
        char *before = keys_in(&house, &size);
        if (step > 0) {
            say_passphrase(&house, HOUSE_PASSPHRASE);
        }
        if (step > 1) {
            choose_passphrase(&house, FRESH);
            expect_screen(&house, "recovery");
        }
        if (step > 2) {
            press(&house, WORD("ui.rewrap.do")); /* nothing typed back */
            wait_ms(&house, 100);
            expect_text(&house, WORD("ui.lock.paper-wrong"));
        }
        press(&house, WORD("ui.back"));
        char *after = keys_in(&house, &size_after);
        assert_int_equal(size, size_after);
        assert_memory_equal(before, after, size);
        free(before);
        free(after);
        house_close(&house);
    }
}

/* The keys cannot be written: all stays as it was, and it is said. */
static void a_disk_that_fails(void **state)
{
    (void)state;
    House house;
    Recovery code;
    Vault *vault;
    to_the_code(&house, &code);
    char *path = path_join(house.folder, VAULT_FILE), *away = path_join(house.folder, "away");
    char *block = path_join(path, "in the way");
    assert_int_equal(rename(path, away), 0);
    assert_true(folder_make(block, NULL));
    confirm(&house, &code);
    expect_text(&house, WORD("ui.error.title"));
    assert_int_equal(remove(block) | remove(path) | rename(away, path), 0);
    assert_true(vault_is_passphrase(house.cove.vault, HOUSE_PASSPHRASE, NULL));
    stage_lock(house.stage);
    assert_true(vault_open(house.folder, VAULT_TRIAL, HOUSE_PASSPHRASE, &vault, NULL));
    vault_close(vault);
    free(path);
    free(away);
    free(block);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_new_ones_open_it),
        cmocka_unit_test(copies_are_listed),
        cmocka_unit_test(it_asks_for_the_passphrase_of_now),
        cmocka_unit_test(back_at_any_step_changes_nothing),
        cmocka_unit_test(a_disk_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
