/* Milliseconds for a frame while something moves, beside the least a frame can cost: clear, a copy
 * of the whole picture, present, on SDL's cheapest path in the same window system. Prints
 * "name milliseconds" pairs.
 *     bench_frames CONTENT ASSETS WIDTH HEIGHT */
#include "activity/kind.h"
#include "platform/platform.h"
#include "screen/screens.h"

#include <SDL.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FRAME_MS = 16, FRAMES_MOST = 400, ROUNDS = 12 };

typedef struct Times {
    double ms[FRAMES_MOST];
    size_t count;
} Times;

typedef struct Bench {
    ManualClock time;
    uint64_t seed;
    Cove cove;
    Stage *stage;
    Platform *platform;
    int width, height;
} Bench;

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "bench_frames: %s: %s\n", what, why);
    exit(1);
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void times_add(Times *times, double ms)
{
    if (times->count < FRAMES_MOST) {
        times->ms[times->count++] = ms;
    }
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_median(const char *name, Times *times)
{
    if (times->count == 0) {
        fail(name, "no frame was drawn");
    }
    qsort(times->ms, times->count, sizeof *times->ms, compare);
    printf("%s %.4f\n", name, times->ms[times->count / 2]);
}

/* ---- the floor ---- */

static void floor_frames(SDL_Renderer *renderer, SDL_Texture *picture, Times *times)
{
    for (int i = 0; i < 200; i++) {
        double start = now_ms();
        SDL_SetRenderDrawColor(renderer, 255, 253, 247, 255);
        SDL_RenderClear(renderer);
        SDL_RenderCopy(renderer, picture, NULL, NULL);
        SDL_RenderPresent(renderer);
        times_add(times, now_ms() - start);
    }
}

static void measure_floor(int width, int height)
{
    Times times = {.count = 0};
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_Window *window = SDL_Init(SDL_INIT_VIDEO) == 0
                             ? SDL_CreateWindow("floor", 0, 0, width, height, SDL_WINDOW_SHOWN)
                             : NULL;
    SDL_Renderer *renderer = window ? SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE) : NULL;
    SDL_Texture *picture = renderer ? SDL_CreateTexture(renderer, SDL_PIXELFORMAT_RGB888,
                                                        SDL_TEXTUREACCESS_STATIC, width, height)
                                    : NULL;
    if (!picture) {
        fail("floor", SDL_GetError());
    }
    floor_frames(renderer, picture, &times);
    SDL_DestroyTexture(picture);
    SDL_DestroyRenderer(renderer);
    SDL_DestroyWindow(window);
    SDL_Quit();
    print_median("floor", &times);
}

/* ---- ours ---- */

static void check(bool done, const Error *error)
{
    if (!done) {
        fail(error->place, error->sentence);
    }
}

static void bench_open(Bench *bench, char **arguments)
{
    Error error = {0};
    bench->time =
        (ManualClock){.wall = 1772485200000, .ticks = 1000}; /* an evening, with its veil */
    bench->cove = (Cove){.clock = clock_manual(&bench->time), .ids = ids_seeded(&bench->seed)};
    const PlatformSetup setup = {.title = "frames",
                                 .width = bench->width,
                                 .height = bench->height,
                                 .assets = arguments[2],
                                 .content = arguments[1]};
    check(library_open(arguments[1], kinds_content(), "en", &bench->cove.library, &error), &error);
    check(cove_open_sample(&bench->cove, &error), &error);
    check(platform_open(&setup, &bench->platform, &error), &error);
    Ruler ruler = platform_ruler(bench->platform);
    bench->stage = stage_new(&bench->cove.clock, &ruler, (float)bench->width, (float)bench->height);
    stage_animate(bench->stage);
    stage_push(bench->stage, screen_door(&bench->cove, bench->stage));
}

static void bench_close(Bench *bench)
{
    stage_free(bench->stage);
    platform_close(bench->platform);
    cove_close(&bench->cove);
    library_free(bench->cove.library);
}

/* One frame a tick, `count` of them; all that moves is measured where `times` is given. */
static void pass(Bench *bench, int count, Times *times)
{
    for (int i = 0; i < count; i++) {
        double start = now_ms();
        bench->time.ticks += FRAME_MS;
        stage_input(bench->stage, &(Input){.type = INPUT_TICK});
        if (stage_dirty(bench->stage)) {
            platform_show(bench->platform, stage_draw(bench->stage));
            if (times) {
                times_add(times, now_ms() - start);
            }
        }
    }
}

static void settle(Bench *bench)
{
    pass(bench, 2, NULL);
    platform_finish_pictures(bench->platform);
    stage_touch(bench->stage);
    pass(bench, 80, NULL);
}

static const Node *with_verb(Bench *bench, const Node *from, const char *verb)
{
    const Node *root = stage_tree(bench->stage)->root, *node = from ? from : root;
    do {
        node = node_following(node, root);
    } while (node && strcmp(node->action.verb, verb) != 0);
    return node;
}

static bool press_node(Bench *bench, const Node *node)
{
    if (!node) {
        return false;
    }
    float x = node->visible.x + node->visible.width / 2;
    float y = node->visible.y + node->visible.height / 2;
    stage_input(bench->stage, &(Input){.type = INPUT_POINTER_DOWN, .x = x, .y = y});
    stage_input(bench->stage, &(Input){.type = INPUT_POINTER_UP, .x = x, .y = y});
    return true;
}

static bool press_verb(Bench *bench, const char *verb)
{
    return press_node(bench, with_verb(bench, NULL, verb));
}

/* The second child of the sample: of an age at which the first tap already acts. */
static void come(Bench *bench)
{
    const Node *second = with_verb(bench, with_verb(bench, NULL, "come"), "come");
    if (!press_node(bench, second)) {
        fail("door", "nobody is there");
    }
}

static void need_verb(Bench *bench, const char *verb)
{
    if (!press_verb(bench, verb)) {
        fail(stage_screen_name(bench->stage), verb);
    }
    pass(bench, 1, NULL);
}

/* The first pages are left by their way on, there and back: each slides. */
static void measure_pages(Bench *bench)
{
    Times times = {.count = 0};
    for (int round = 0; round < ROUNDS; round++) {
        bool turned = round % 2 ? press_verb(bench, "back")
                                : press_verb(bench, "skip") || press_verb(bench, "next");
        if (!turned) {
            fail(stage_screen_name(bench->stage), "no way on");
        }
        stage_draw(bench->stage);
        pass(bench, FRAME_MS, &times);
        settle(bench);
    }
    print_median("page", &times);
}

static void measure_cove(Bench *bench)
{
    Times times = {.count = 0};
    stage_input(bench->stage, &(Input){.type = INPUT_WHEEL});
    pass(bench, 300, &times);
    print_median("cove", &times);
}

/* From the cove to the break and back, each fading into the other. */
static void measure_screens(Bench *bench)
{
    Times times = {.count = 0};
    for (int round = 0; round < ROUNDS; round++) {
        need_verb(bench, round % 2 ? "go-on" : "break");
        pass(bench, 25, &times);
        settle(bench);
    }
    print_median("screen", &times);
}

int main(int count, char **arguments)
{
    if (count != 5) {
        fail("usage", "bench_frames CONTENT ASSETS WIDTH HEIGHT");
    }
    Bench bench = {.seed = 5,
                   .width = (int)strtol(arguments[3], NULL, 10),
                   .height = (int)strtol(arguments[4], NULL, 10)};
    measure_floor(bench.width, bench.height);
    bench_open(&bench, arguments);
    settle(&bench);
    come(&bench);
    settle(&bench);
    need_verb(&bench, "skip");
    settle(&bench);
    measure_cove(&bench);
    measure_screens(&bench);
    need_verb(&bench, "go");
    settle(&bench);
    need_verb(&bench, "play");
    settle(&bench);
    measure_pages(&bench);
    bench_close(&bench);
    return 0;
}
