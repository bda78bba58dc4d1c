/* Gamepads, made of SDL's virtual joysticks, through the real translation; and the watch over the
 * folder of devices, with pipes for pads. */
#include "platform/events.h"
#include "platform/pad_watch.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { INPUTS_MOST = 32 };

typedef struct Bench {
    Events events;
    SDL_Joystick *stick; /* a second handle on the virtual pad, to move it */
    int index;
    Input heard[INPUTS_MOST];
    size_t count;
} Bench;

/* Whatever SDL has to say now, as the program would hear it. */
static void listen(Bench *bench)
{
    SDL_Event event;
    bool quit = false;
    bench->count = 0;
    gamepads_update(bench->events.pads);
    while (SDL_PollEvent(&event)) {
        Input input;
        if (events_translate(&bench->events, &event, &input, &quit)) {
            assert_true(bench->count < INPUTS_MOST);
            bench->heard[bench->count++] = input;
        }
    }
}

static void plug(Bench *bench, SDL_JoystickType type)
{
    bench->index =
        SDL_JoystickAttachVirtual(type, SDL_CONTROLLER_AXIS_MAX, SDL_CONTROLLER_BUTTON_MAX, 0);
    assert_true(bench->index >= 0);
    bench->stick = SDL_JoystickOpen(bench->index);
    listen(bench);
}

static int set_up(void **state)
{
    Bench *bench = calloc(1, sizeof *bench);
    *state = bench;
    if (!bench || !window_open("test", 200, 100, true, &bench->events.window, NULL) ||
        SDL_InitSubSystem(SDL_INIT_EVENTS) != 0)
        return -1;
    bench->events.pads = gamepads_new(NULL);
    listen(bench);
    return 0;
}

static int tear_down(void **state)
{
    Bench *bench = *state;
    if (bench->stick)
        SDL_JoystickClose(bench->stick);
    gamepads_free(bench->events.pads);
    window_close(bench->events.window);
    free(bench);
    return 0;
}

static void button(Bench *bench, int which, bool down)
{
    assert_int_equal(SDL_JoystickSetVirtualButton(bench->stick, which, down), 0);
    listen(bench);
}

static void axis(Bench *bench, int which, int value)
{
    assert_int_equal(SDL_JoystickSetVirtualAxis(bench->stick, which, (Sint16)value), 0);
    listen(bench);
}

static void expect(const Bench *bench, InputType type, Key key, bool pad)
{
    assert_int_equal(bench->count, 1);
    assert_int_equal(bench->heard[0].type, type);
    assert_int_equal(bench->heard[0].key, key);
    assert_int_equal(bench->heard[0].pad, pad);
    assert_false(bench->heard[0].repeat);
}

static void buttons_are_keys(void **state)
{
    static const struct {
        SDL_GameControllerButton button;
        Key key;
    } rows[] = {
        {SDL_CONTROLLER_BUTTON_A, KEY_ENTER},          {SDL_CONTROLLER_BUTTON_B, KEY_BACK},
        {SDL_CONTROLLER_BUTTON_X, KEY_NOT_OK},         {SDL_CONTROLLER_BUTTON_Y, KEY_HEAR},
        {SDL_CONTROLLER_BUTTON_START, KEY_BREAK},      {SDL_CONTROLLER_BUTTON_BACK, KEY_ESCAPE},
        {SDL_CONTROLLER_BUTTON_GUIDE, KEY_ESCAPE},     {SDL_CONTROLLER_BUTTON_DPAD_UP, KEY_UP},
        {SDL_CONTROLLER_BUTTON_DPAD_DOWN, KEY_DOWN},   {SDL_CONTROLLER_BUTTON_DPAD_LEFT, KEY_LEFT},
        {SDL_CONTROLLER_BUTTON_DPAD_RIGHT, KEY_RIGHT}, {SDL_CONTROLLER_BUTTON_LEFTSTICK, KEY_NONE},
    };
    Bench *bench = *state;
    plug(bench, SDL_JOYSTICK_TYPE_GAMECONTROLLER);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        button(bench, rows[i].button, true);
        expect(bench, INPUT_KEY, rows[i].key, true);
        if (rows[i].button == SDL_CONTROLLER_BUTTON_GUIDE)
            SDL_Delay(300); /* SDL lets nobody release it sooner */
        button(bench, rows[i].button, false);
        expect(bench, INPUT_KEY_UP, rows[i].key, true);
    }
}

static void both_shoulders_cover(void **state)
{
    Bench *bench = *state;
    plug(bench, SDL_JOYSTICK_TYPE_GAMECONTROLLER);
    button(bench, SDL_CONTROLLER_BUTTON_LEFTSHOULDER, true);
    expect(bench, INPUT_KEY, KEY_NONE, true);
    button(bench, SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, true);
    expect(bench, INPUT_KEY, KEY_COVER, true);
    button(bench, SDL_CONTROLLER_BUTTON_LEFTSHOULDER, false);
    button(bench, SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, false);
    button(bench, SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, true);
    expect(bench, INPUT_KEY, KEY_NONE, true);
}

static void both_sticks_open_the_strip(void **state)
{
    Bench *bench = *state;
    plug(bench, SDL_JOYSTICK_TYPE_GAMECONTROLLER);
    button(bench, SDL_CONTROLLER_BUTTON_LEFTSTICK, true);
    expect(bench, INPUT_KEY, KEY_NONE, true);
    button(bench, SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, true); /* one of each is nothing */
    expect(bench, INPUT_KEY, KEY_NONE, true);
    button(bench, SDL_CONTROLLER_BUTTON_RIGHTSTICK, true);
    expect(bench, INPUT_KEY, KEY_STRIP, true);
}

static void the_stick_is_arrows(void **state)
{
    Bench *bench = *state;
    plug(bench, SDL_JOYSTICK_TYPE_GAMECONTROLLER);
    axis(bench, SDL_CONTROLLER_AXIS_LEFTX, 15000);
    assert_int_equal(bench->count, 0);
    axis(bench, SDL_CONTROLLER_AXIS_LEFTX, 30000);
    expect(bench, INPUT_KEY, KEY_RIGHT, false);
    axis(bench, SDL_CONTROLLER_AXIS_LEFTX, 15000);
    assert_int_equal(bench->count, 0);
    assert_true(gamepads_due(bench->events.pads) >= 0);
    axis(bench, SDL_CONTROLLER_AXIS_LEFTX, 3000);
    assert_int_equal(gamepads_due(bench->events.pads), -1);
    axis(bench, SDL_CONTROLLER_AXIS_LEFTY, -32000);
    expect(bench, INPUT_KEY, KEY_UP, false);
    axis(bench, SDL_CONTROLLER_AXIS_RIGHTX, 32000);
    assert_int_equal(bench->count, 0);
}

static void a_held_direction_repeats(void **state)
{
    Bench *bench = *state;
    Gamepads *pads = bench->events.pads;
    Input input;
    plug(bench, SDL_JOYSTICK_TYPE_GAMECONTROLLER);
    assert_int_equal(gamepads_due(pads), -1);
    button(bench, SDL_CONTROLLER_BUTTON_DPAD_DOWN, true);
    int64_t due = gamepads_due(pads);
    assert_true(due > 0);
    gamepads_repeat(pads, due, &input);
    assert_int_equal(input.type, INPUT_KEY);
    assert_int_equal(input.key, KEY_DOWN);
    assert_true(input.repeat);
    assert_true(gamepads_due(pads) > due);
    button(bench, SDL_CONTROLLER_BUTTON_DPAD_DOWN, false);
    assert_int_equal(gamepads_due(pads), -1);
    button(bench, SDL_CONTROLLER_BUTTON_A, true);
    assert_int_equal(gamepads_due(pads), -1);
}

static void a_pad_that_goes_lets_everything_go(void **state)
{
    Bench *bench = *state;
    plug(bench, SDL_JOYSTICK_TYPE_GAMECONTROLLER);
    button(bench, SDL_CONTROLLER_BUTTON_DPAD_DOWN, true);
    assert_true(gamepads_due(bench->events.pads) >= 0);
    SDL_JoystickDetachVirtual(bench->index);
    listen(bench);
    assert_int_equal(gamepads_due(bench->events.pads), -1);
}

static void a_box_for_switches_has_one_key(void **state)
{
    Bench *bench = *state;
    plug(bench, SDL_JOYSTICK_TYPE_UNKNOWN);
    if (SDL_IsGameController(bench->index))
        skip();
    button(bench, 5, true);
    expect(bench, INPUT_KEY, KEY_ENTER, true);
    button(bench, 5, false);
    expect(bench, INPUT_KEY_UP, KEY_ENTER, true);
}

/* SDL alone would wake a thousand times a second for this pad. */
static void a_pad_at_rest_wakes_nobody(void **state)
{
    Bench *bench = *state;
    SDL_Event event;
    plug(bench, SDL_JOYSTICK_TYPE_GAMECONTROLLER);
    assert_string_equal(SDL_GetHint(SDL_HINT_AUTO_UPDATE_JOYSTICKS), "0");
    SDL_JoystickSetVirtualButton(bench->stick, SDL_CONTROLLER_BUTTON_A, 1);
    assert_int_equal(SDL_WaitEventTimeout(&event, 50), 0);
    listen(bench);
    expect(bench, INPUT_KEY, KEY_ENTER, true);
}

/* ---- the watch ---- */

typedef struct Folder {
    char path[256], pad[300];
    SDL_atomic_t woken;
    PadWatch *watch;
} Folder;

static void wake(void *context)
{
    Folder *folder = context;
    SDL_AtomicAdd(&folder->woken, 1);
}

static Folder *folder_new(void)
{
    Folder *folder = calloc(1, sizeof *folder);
    assert_non_null(folder);
    snprintf(folder->path, sizeof folder->path, "%s/pads-XXXXXX", COVE_SCRATCH_DIR);
    assert_non_null(mkdtemp(folder->path));
    snprintf(folder->pad, sizeof folder->pad, "%s/js0", folder->path);
    folder->watch = pad_watch_new(folder->path, wake, folder);
    assert_non_null(folder->watch);
    return folder;
}

static void folder_free(Folder *folder)
{
    pad_watch_free(folder->watch);
    unlink(folder->pad);
    rmdir(folder->path);
    free(folder);
}

/* How often it was woken until it has been quiet for a while, once `expected` have come. */
static int wakes(Folder *folder, int expected)
{
    for (int waited = 0; SDL_AtomicGet(&folder->woken) < expected && waited < 60000; waited++) {
        SDL_Delay(1);
    }
    for (int before = -1; before != SDL_AtomicGet(&folder->woken);) {
        before = SDL_AtomicGet(&folder->woken);
        SDL_Delay(1000);
    }
    return SDL_AtomicSet(&folder->woken, 0);
}

static void without_pads_the_watch_sleeps(void **state)
{
    (void)state;
    char other[300];
    Folder *folder = folder_new();
    snprintf(other, sizeof other, "%s/event0", folder->path);
    assert_int_equal(mkfifo(other, 0600), 0);
    assert_int_equal(wakes(folder, 0), 0);
    unlink(other);
    assert_int_equal(wakes(folder, 0), 0);
    folder_free(folder);
}

static void the_watch_tells_of_pads_that_come_move_and_go(void **state)
{
    (void)state;
    Folder *folder = folder_new();
    assert_int_equal(mkfifo(folder->pad, 0600), 0);
    assert_true(wakes(folder, 1) >= 1);
    FILE *pad = fopen(folder->pad, "w");
    assert_non_null(pad);
    assert_int_equal(wakes(folder, 0), 0);
    fputs("moved", pad);
    fflush(pad);
    assert_int_equal(wakes(folder, 1), 1);
    fclose(pad);
    assert_int_equal(wakes(folder, 1), 1);
    unlink(folder->pad);
    assert_true(wakes(folder, 1) >= 1);
    folder_free(folder);
}

static void without_a_folder_there_is_no_watch(void **state)
{
    (void)state;
    assert_null(pad_watch_new("/nowhere/at/all", wake, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(buttons_are_keys, set_up, tear_down),
        cmocka_unit_test_setup_teardown(both_shoulders_cover, set_up, tear_down),
        cmocka_unit_test_setup_teardown(both_sticks_open_the_strip, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_stick_is_arrows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_held_direction_repeats, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_pad_that_goes_lets_everything_go, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_box_for_switches_has_one_key, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_pad_at_rest_wakes_nobody, set_up, tear_down),
        cmocka_unit_test(without_pads_the_watch_sleeps),
        cmocka_unit_test(the_watch_tells_of_pads_that_come_move_and_go),
        cmocka_unit_test(without_a_folder_there_is_no_watch),
    };
    return cmocka_run_group_tests_name("gamepads", tests, NULL, NULL);
}
