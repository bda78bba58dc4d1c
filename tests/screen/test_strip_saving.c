/* The strip while the disk takes its time: nothing is told to be noted before it is, nothing is
 * taken meanwhile, and afterwards it is where it was. */
#include "screen/house.h"
#include "store/slow_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Slow {
    House house; /* first */
    SlowStore *disk;
} Slow;

/* The note is typed; from now on nothing is waited for. */
static House *type_note(Slow *slow, bool apart)
{
    House *house = &slow->house;
    Error error = {0};
    house_open(house, NULL, false, 1280, 720);
    slow->disk = slow_store_new();
    assert_true(keeper_open(slow_store(slow->disk), &house->cove.clock, &house->cove.keeper, NULL));
    keeper_wait(house->cove.keeper, 60000);
    (void)house_family(house, TIER_T2, "Ash");
    stage_strip_windows(house->stage, apart);
    press(house, "Ash");
    stage_key(house->stage, KEY_STRIP, NULL);
    if (apart) {
        press(house, "Own window");
    }
    Stage *at = apart ? stage_strip(house->stage) : house->stage;
    assert_true(stage_press(at, ROLE_BUTTON, "Note", &error));
    assert_true(stage_type(at, "What you saw or heard", "Hummed", &error));
    keeper_wait(house->cove.keeper, 0);
    return house;
}

static void disk_does(Slow *slow, SlowDisk disk, Saving state)
{
    slow_store_set(slow->disk, disk);
    if (disk == DISK_WORKS) {
        keeper_try_again(slow->house.cove.keeper);
    }
    for (int i = 0; keeper_unsaved(slow->house.cove.keeper).state != state; i++) {
        assert_true(i < 300000); /* a minute and more */
        usleep(200);
    }
    stage_input(slow->house.stage, &(Input){.type = INPUT_TICK});
}

static bool shows(Stage *stage, const char *part)
{
    char *dump = tree_dump(stage_tree(stage));
    bool found = strstr(dump, part) != NULL;
    free(dump);
    return found;
}

static void a_note_is_told_when_it_is_kept(void **state)
{
    (void)state;
    Slow slow;
    House *house = type_note(&slow, false);
    slow_store_set(slow.disk, DISK_HANGS);
    stage_key(house->stage, KEY_ENTER, NULL);
    assert_false(stage_dirty(house->stage)); /* the picture stays */
    stage_key(house->stage, KEY_STRIP, NULL);
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    expect_text(house, "Noted.");
    house_close(house);
}

static void a_disk_that_fails_hides_it_for_as_long(void **state)
{
    (void)state;
    Slow slow;
    House *house = type_note(&slow, false);
    slow_store_set(slow.disk, DISK_HANGS);
    stage_key(house->stage, KEY_ENTER, NULL);
    disk_does(&slow, DISK_FAILS, SAVING_FAILED);
    expect_screen(house, "saving");
    expect_no_text(house, "Note it");
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    expect_screen(house, "play");
    expect_text(house, "Noted.");
    house_close(house);
}

/* Both windows wait for the same disk. */
static void its_window_waits_too(void **state)
{
    (void)state;
    Slow slow;
    House *house = type_note(&slow, true);
    Stage *window = stage_strip(house->stage);
    slow_store_set(slow.disk, DISK_HANGS);
    stage_key(window, KEY_ENTER, NULL);
    disk_does(&slow, DISK_FAILS, SAVING_FAILED);
    stage_input(window, &(Input){.type = INPUT_TICK});
    assert_false(shows(window, "Note it"));
    expect_screen(house, "saving");
    disk_does(&slow, DISK_WORKS, SAVING_DONE);
    stage_input(window, &(Input){.type = INPUT_TICK});
    assert_true(shows(window, "Noted."));
    expect_screen(house, "play");
    house_close(house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_is_told_when_it_is_kept),
        cmocka_unit_test(a_disk_that_fails_hides_it_for_as_long),
        cmocka_unit_test(its_window_waits_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
