/* SDL events as inputs, and what is skipped. */
#include "platform/events.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    Events *events = calloc(1, sizeof *events);
    *state = events;
    return window_open("test", 200, 100, true, &events->window, NULL) &&
                   SDL_InitSubSystem(SDL_INIT_EVENTS) == 0
               ? 0
               : -1;
}

static int tear_down(void **state)
{
    Events *events = *state;
    window_close(events->window);
    free(events);
    return 0;
}

static bool translate(Events *events, SDL_Event event, Input *input)
{
    bool quit = false;
    return events_translate(events, &event, input, &quit);
}

static void test_keys(void **state)
{
    static const struct {
        SDL_Keycode code;
        Uint16 mod;
        Key key;
    } rows[] = {
        {SDLK_TAB, 0, KEY_TAB},         {SDLK_TAB, KMOD_LSHIFT, KEY_BACK_TAB},
        {SDLK_RETURN, 0, KEY_ENTER},    {SDLK_KP_ENTER, 0, KEY_ENTER},
        {SDLK_SPACE, 0, KEY_SPACE},     {SDLK_ESCAPE, 0, KEY_ESCAPE},
        {SDLK_z, KMOD_LCTRL, KEY_UNDO}, {SDLK_z, 0, KEY_NONE},
        {SDLK_F2, 0, KEY_BREAK},        {SDLK_F3, 0, KEY_NOT_OK},
        {SDLK_F1, 0, KEY_HELP},         {SDLK_F9, 0, KEY_COVER},
        {SDLK_HOME, 0, KEY_HOME},       {SDLK_PAGEDOWN, 0, KEY_PAGE_DOWN},
        {SDLK_a, 0, KEY_NONE},          {SDLK_F4, 0, KEY_HEAR},
        {SDLK_F5, 0, KEY_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Input input;
        SDL_Event event = {
            .key = {.type = SDL_KEYDOWN, .keysym = {.sym = rows[i].code, .mod = rows[i].mod}}};
        assert_int_equal(translate(*state, event, &input), rows[i].key != KEY_NONE);
        assert_int_equal(input.key, rows[i].key);
    }
}

static void test_keys_are_released_and_repeat(void **state)
{
    Input input;
    SDL_Event event = {.key = {.type = SDL_KEYUP, .keysym = {.sym = SDLK_RETURN}}};
    assert_true(translate(*state, event, &input));
    assert_int_equal(input.type, INPUT_KEY_UP);
    event.key.type = SDL_KEYDOWN;
    event.key.repeat = 1;
    assert_true(translate(*state, event, &input));
    assert_int_equal(input.type, INPUT_KEY);
    assert_true(input.repeat);
}

static void test_space_while_typing(void **state)
{
    Events *events = *state;
    Input input;
    SDL_Event key = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_SPACE}}};
    SDL_Event text = {.text = {.type = SDL_TEXTINPUT, .text = " \xD8\xA8"}};
    events->typing = true;
    assert_false(translate(events, key, &input));
    assert_true(translate(events, text, &input));
    assert_int_equal(input.type, INPUT_TEXT);
    assert_string_equal(input.text, " \xD8\xA8");
}

static void test_pointer(void **state)
{
    Input input;
    SDL_Event down = {
        .button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = 7, .y = 9}};
    assert_true(translate(*state, down, &input));
    assert_int_equal(input.type, INPUT_POINTER_DOWN);
    assert_float_equal(input.x, 7, 0.01f);
    assert_float_equal(input.y, 9, 0.01f);
    down.button.button = SDL_BUTTON_RIGHT;
    assert_false(translate(*state, down, &input));
    SDL_Event wheel = {.wheel = {.type = SDL_MOUSEWHEEL, .preciseY = 1.5f}};
    assert_true(translate(*state, wheel, &input));
    assert_int_equal(input.type, INPUT_WHEEL);
    assert_float_equal(input.y, 1.5f, 0.01f);
}

static SDL_Event finger(Uint32 type, SDL_FingerID id)
{
    return (SDL_Event){.tfinger = {.type = type, .fingerId = id, .x = 0.5f, .y = 0.25f}};
}

static void test_one_finger_points(void **state)
{
    Input input;
    assert_false(translate(*state, finger(SDL_FINGERMOTION, 4), &input));
    assert_true(translate(*state, finger(SDL_FINGERDOWN, 4), &input));
    assert_int_equal(input.type, INPUT_POINTER_DOWN);
    assert_float_equal(input.x, 100, 0.01f);
    assert_float_equal(input.y, 25, 0.01f);
    assert_false(translate(*state, finger(SDL_FINGERDOWN, 5), &input));
    assert_false(translate(*state, finger(SDL_FINGERUP, 5), &input));
    assert_true(translate(*state, finger(SDL_FINGERMOTION, 4), &input));
    assert_int_equal(input.type, INPUT_POINTER_MOVE);
    assert_true(translate(*state, finger(SDL_FINGERUP, 4), &input));
    assert_int_equal(input.type, INPUT_POINTER_UP);
    assert_true(translate(*state, finger(SDL_FINGERDOWN, 5), &input));
}

static void test_quit(void **state)
{
    Input input;
    bool quit = false;
    SDL_Event event = {.type = SDL_QUIT};
    assert_true(events_translate(*state, &event, &input, &quit));
    assert_true(quit);
    assert_int_equal(input.type, INPUT_NONE);
}

static void test_moves_are_joined(void **state)
{
    (void)state;
    SDL_Event event = {.motion = {.type = SDL_MOUSEMOTION, .x = 1}}, next = event;
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    for (int x = 2; x < 5; x++) {
        next.motion.x = x;
        SDL_PushEvent(&next);
    }
    next = (SDL_Event){.key = {.type = SDL_KEYDOWN}};
    SDL_PushEvent(&next);
    next = (SDL_Event){.motion = {.type = SDL_MOUSEMOTION, .x = 9}};
    SDL_PushEvent(&next);
    events_skip_to_last(&event);
    assert_int_equal(event.motion.x, 4); /* not beyond the key */
    assert_int_equal(SDL_PeepEvents(&next, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT), 1);
    assert_int_equal(next.type, SDL_KEYDOWN);
}

static void test_pictures_are_announced_once(void **state)
{
    Events *events = *state;
    Input input;
    SDL_Event event;
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    for (int i = 0; i < 5; i++)
        events_announce_pictures(events);
    assert_int_equal(SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT), 1);
    assert_true(translate(events, event, &input));
    assert_int_equal(input.type, INPUT_PICTURES);
    assert_int_equal(SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT), 0);
    events_announce_pictures(events);
    events_forget_pictures(events);
    assert_int_equal(SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT), 0);
    events_announce_pictures(events);
    assert_int_equal(SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_keys, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_keys_are_released_and_repeat, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_space_while_typing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pointer, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_one_finger_points, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_quit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_moves_are_joined, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pictures_are_announced_once, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
