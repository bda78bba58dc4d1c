/* An author's preview: pages are played without a record, a new reading goes on where the last one
 * stood, the end offers to begin again, and Break says that it is not for here. */
#include "screen/preview.h"
#include "screen/house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

static Screen *show(House *house, const Move *moves, size_t count)
{
    Error error = {0};
    const Module *module = library_module(house->cove.library, "feelings");
    const PreviewSetup setup = {.module = module,
                                .activity = module_activity(module, "faces"),
                                .tier = TIER_T2,
                                .moves = moves,
                                .move_count = count};
    Screen *screen = screen_preview(&house->cove, house->stage, &setup, &error);
    if (!screen)
        fail_msg("%s", error.sentence);
    stage_clear_to(house->stage, screen);
    expect_screen(house, "preview");
    return screen;
}

static void a_new_reading_goes_on_where_the_last_one_stood(void **state)
{
    (void)state;
    House house;
    Move *moves;
    house_open(&house, NULL, false, 1280, 720);
    Screen *screen = show(&house, NULL, 0);
    expect_text(&house, ui_words(&house, TIER_T2, "ui.skip"));
    press(&house, "Skip");
    choose(&house, "Not sure");
    size_t count = screen_preview_moves(screen, &moves);
    assert_int_equal(count, 2);
    screen = show(&house, moves, count);
    free(moves);
    assert_int_equal(screen_preview_moves(screen, &moves), 2);
    free(moves);
    expect_text(&house, "Next"); /* the page that was answered */
    assert_null(house.cove.keeper);
    house_close(&house);
}

static void the_end_begins_again(void **state)
{
    (void)state;
    House house;
    Error error = {0};
    house_open(&house, NULL, false, 1280, 720);
    show(&house, NULL, 0);
    while (stage_press(house.stage, ROLE_BUTTON, "Skip", &error)) {
    }
    expect_text(&house, "That was the last page");
    press(&house, "Start again");
    expect_no_text(&house, "That was the last page");
    house_close(&house);
}

static void break_is_not_for_here_and_stop_ends(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    show(&house, NULL, 0);
    press(&house, "Break");
    expect_text(&house, "In the preview this button does nothing.");
    press(&house, ui_words(&house, TIER_AD, "ui.error.go-on"));
    expect_screen(&house, "preview");
    press(&house, "Stop");
    assert_true(stage_quitting(house.stage));
    house_close(&house);
}

static void faults_are_read_out_with_their_places(void **state)
{
    (void)state;
    House house;
    Move *moves;
    house_open(&house, NULL, false, 1280, 720);
    Faults *faults = faults_new();
    faults_add(faults, FAULT_ERROR, "a/b/module.json", "$.title", "missing-key", "Add a title.");
    Screen *screen = screen_preview_faults(&house.cove, house.stage, faults);
    stage_clear_to(house.stage, screen);
    expect_screen(&house, "preview-faults");
    expect_text(&house, "Add a title.");
    expect_text(&house, "module.json  $.title  (missing-key)");
    assert_int_equal(screen_preview_moves(screen, &moves), 0);
    assert_null(moves);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_reading_goes_on_where_the_last_one_stood),
        cmocka_unit_test(the_end_begins_again),
        cmocka_unit_test(break_is_not_for_here_and_stop_ends),
        cmocka_unit_test(faults_are_read_out_with_their_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
