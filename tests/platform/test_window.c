/* A real window on a display of its own (Xvfb): opens, shows, hears keys, resizes, stands still,
 * closes. Skipped, saying so, where Xvfb is not installed. */
#include "platform/platform.h"

#include <SDL.h>

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct Display {
    pid_t server;
    Platform *platform;
} Display;

enum { PATIENCE = 200 }; /* moments a display may take on a busy computer */

static const Color white = {255, 255, 255, 255}, sea = {31, 111, 139, 255};

static void run_server(int number_to)
{
    char number[16];
    snprintf(number, sizeof number, "%d", number_to);
    if (!freopen("/dev/null", "w", stderr))
        _exit(127);
    execlp("Xvfb", "Xvfb", "-displayfd", number, "-screen", "0", "1280x1024x24", "-nolisten", "tcp",
           (char *)NULL);
    _exit(127);
}

/* The display's number as Xvfb writes it; false when there is no Xvfb. */
static bool start_server(Display *display)
{
    int ends[2];
    char number[16] = "", name[32];
    if (pipe(ends) != 0)
        return false;
    display->server = fork();
    if (display->server == 0)
        run_server(ends[1]);
    close(ends[1]);
    ssize_t length = read(ends[0], number, sizeof number - 1);
    close(ends[0]);
    if (length <= 0)
        return false;
    snprintf(name, sizeof name, ":%ld", strtol(number, NULL, 10));
    setenv("DISPLAY", name, 1);
    unsetenv("WAYLAND_DISPLAY");
    unsetenv("SDL_VIDEODRIVER");
    return true;
}

static int set_up(void **state)
{
    Display *display = calloc(1, sizeof *display);
    Error error = {0};
    const EarlyPicture early = {"scene/door", 800, 600, true};
    const PlatformSetup setup = {.title = "test",
                                 .width = 800,
                                 .height = 600,
                                 .assets = COVE_SOURCE_DIR "/assets",
                                 .content = COVE_SOURCE_DIR "/content",
                                 .early = &early,
                                 .early_count = 1};
    *state = display;
    if (!display || !start_server(display)) {
        print_message("no Xvfb here: the tests of a real window are left out "
                      "(Debian package xvfb)\n");
        return 0;
    }
    if (!platform_open(&setup, &display->platform, &error)) {
        print_error("%s: %s\n", error.place, error.sentence);
        return -1;
    }
    return 0;
}

static int tear_down(void **state)
{
    Display *display = *state;
    platform_close(display->platform);
    if (display->server > 0) {
        kill(display->server, SIGTERM);
        waitpid(display->server, NULL, 0);
    }
    free(display);
    return 0;
}

static Platform *open_platform(void **state)
{
    Display *display = *state;
    if (!display->platform)
        skip();
    return display->platform;
}

static void show(Platform *platform)
{
    Draw draws[] = {
        {.type = DRAW_PICTURE, .rect = {0, 0, 800, 600}, .name = "scene/door", .cover = true},
        {.type = DRAW_BOX, .rect = {100, 100, 300, 80}, .color = sea, .radius = 24},
        {.type = DRAW_TEXT,
         .rect = {100, 120, 300, 40},
         .color = white,
         .name = "Hello مرحبا שלום",
         .style = {.size = 20, .line_height = 1.5f, .align = ALIGN_CENTER}}};
    const DrawList list = {.items = draws, .count = 3, .capacity = 3};
    platform_show(platform, &list);
}

/* Takes what comes until nothing has come for `moment` ms; true when `type` was among it. */
static bool hear_for(Platform *platform, int moment, InputType type, Input *last)
{
    Input input;
    bool quit = false, heard = false;
    while (!quit && platform_wait(platform, moment, &input, &quit)) {
        if (input.type == INPUT_PICTURES || input.type == INPUT_RESIZE)
            show(platform);
        if (input.type == type)
            *last = input;
        heard = heard || input.type == type;
    }
    return heard;
}

static void settle(Platform *platform)
{
    Input input;
    hear_for(platform, 150, INPUT_NONE, &input);
}

static bool hear(Platform *platform, InputType type, Input *last)
{
    bool heard = false;
    for (int i = 0; i < PATIENCE && !heard; i++)
        heard = hear_for(platform, 150, type, last);
    return heard;
}

static void test_show(void **state)
{
    Platform *platform = open_platform(state);
    Error error = {0};
    show(platform);
    platform_finish_pictures(platform);
    for (int i = 0; i < PATIENCE && platform_pictures_pending(platform); i++)
        settle(platform);
    assert_false(platform_pictures_pending(platform));
    assert_true(platform_capture(platform, COVE_SCRATCH_DIR "/window.png", &error));
}

static void expect_size(Platform *platform, int wanted_width, int wanted_height)
{
    int width = 0, height = 0;
    platform_size(platform, &width, &height);
    for (int i = 0; i < PATIENCE && (width != wanted_width || height != wanted_height); i++) {
        settle(platform);
        platform_size(platform, &width, &height);
    }
    assert_int_equal(width, wanted_width);
    assert_int_equal(height, wanted_height);
}

static void test_resize(void **state)
{
    Platform *platform = open_platform(state);
    Input input;
    SDL_Window *window = SDL_GetWindowFromID(1);
    assert_non_null(window);
    SDL_SetWindowSize(window, 900, 700);
    assert_true(hear(platform, INPUT_RESIZE, &input));
    expect_size(platform, 900, 700);
    SDL_SetWindowSize(window, 10, 10); /* never smaller than this */
    expect_size(platform, 640, 480);
}

static void test_text_input(void **state)
{
    Platform *platform = open_platform(state);
    Input input = {0};
    SDL_Event event = {.text = {.type = SDL_TEXTINPUT, .text = "\xC3\xB1"}};
    platform_text_input(platform, true, (Rect){10, 10, 100, 30});
    SDL_PushEvent(&event);
    assert_true(hear(platform, INPUT_TEXT, &input));
    assert_string_equal(input.text, "\xC3\xB1");
    platform_text_input(platform, false, (Rect){0});
}

static long switches(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage); /* of all threads */
    return usage.ru_nvcsw;
}

/* Two wake-ups a second at the most, the last one included. */
static bool stands_still(Platform *platform)
{
    Input input;
    bool quit = false;
    settle(platform);
    long before = switches();
    return !platform_wait(platform, 2000, &input, &quit) && switches() - before <= 4;
}

/* What a busy display still had to say may come late: then once more. */
static void test_stands_still(void **state)
{
    Platform *platform = open_platform(state);
    int tries = 1;
    show(platform);
    platform_finish_pictures(platform);
    while (!stands_still(platform))
        assert_true(++tries <= 10);
}

static void push_key(Uint32 window)
{
    SDL_Event event = {
        .key = {.type = SDL_KEYDOWN, .windowID = window, .keysym = {.sym = SDLK_F8}}};
    SDL_PushEvent(&event);
}

/* A second window: its inputs say so, and it comes and goes while the first one stays. */
static void test_beside(void **state)
{
    Platform *platform = open_platform(state);
    Error error = {0};
    Input input = {0};
    int width = 0, height = 0;
    Draw draw = {.type = DRAW_BOX, .rect = {0, 0, 460, 640}, .color = sea};
    const DrawList list = {.items = &draw, .count = 1, .capacity = 1};
    for (int again = 0; again < 2; again++) {
        assert_true(platform_beside_open(platform, "test", 460, 640, &error));
        assert_true(platform_beside_is_open(platform));
        platform_beside_size(platform, &width, &height);
        assert_int_equal(width, 460);
        assert_int_equal(height, 640);
        platform_beside_show(platform, &list);
        SDL_Window *window = SDL_GetWindowFromID(2 + (Uint32)again);
        assert_non_null(window);
        assert_int_equal(SDL_GetWindowFlags(window) & SDL_WINDOW_SHOWN, SDL_WINDOW_SHOWN);
        settle(platform);
        push_key(2 + (Uint32)again);
        assert_true(hear(platform, INPUT_KEY, &input));
        assert_true(input.beside);
        assert_int_equal(input.key, KEY_STRIP);
        push_key(1);
        assert_true(hear(platform, INPUT_KEY, &input));
        assert_false(input.beside);
        platform_beside_raise(platform);
        platform_beside_close(platform);
        assert_false(platform_beside_is_open(platform));
        settle(platform);
        show(platform);
    }
}

static void test_beside_is_closed_by_a_hand(void **state)
{
    Platform *platform = open_platform(state);
    Error error = {0};
    Input input = {0};
    bool quit = false;
    assert_true(platform_beside_open(platform, "test", 460, 640, &error));
    SDL_Event event = {
        .window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_CLOSE, .windowID = 4}};
    assert_non_null(SDL_GetWindowFromID(4));
    SDL_PushEvent(&event);
    while (input.type != INPUT_CLOSED) {
        assert_true(platform_wait(platform, 1000, &input, &quit));
        assert_false(quit);
    }
    assert_true(input.beside);
    platform_beside_close(platform);
}

static void test_close(void **state)
{
    Platform *platform = open_platform(state);
    Input input;
    bool quit = false;
    SDL_Event event = {
        .window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_CLOSE, .windowID = 1}};
    SDL_PushEvent(&event);
    assert_true(platform_wait(platform, 1000, &input, &quit));
    assert_true(quit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_show),       cmocka_unit_test(test_resize),
        cmocka_unit_test(test_text_input), cmocka_unit_test(test_stands_still),
        cmocka_unit_test(test_beside),     cmocka_unit_test(test_beside_is_closed_by_a_hand),
        cmocka_unit_test(test_close),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
