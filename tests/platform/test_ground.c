/* What lies below something large that moves is kept from its third frame on, and let go when it
 * changes. That the pictures are the same is in test_damage.c. */
#include "platform/damage.h"
#include "platform/ground.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 160, HEIGHT = 120, ITEMS = 5 };

/* Page, card, and in a clip a picture of something on a card of its own. */
typedef struct Scene {
    Draw items[ITEMS];
    Shown shown;
    Ground ground;
    uint32_t pixels[WIDTH * HEIGHT];
    Shapes *shapes;
} Scene;

static int set_up(void **state)
{
    static Scene scene;
    scene = (Scene){
        .items = {{.type = DRAW_BOX, .rect = {0, 0, WIDTH, HEIGHT}, .color = {250, 245, 230, 255}},
                  {.type = DRAW_BOX, .rect = {10, 10, 140, 100}, .color = {40, 60, 80, 90}},
                  {.type = DRAW_CLIP, .rect = {20, 20, 120, 80}},
                  {.type = DRAW_BOX, .rect = {30, 20, 90, 70}, .color = {200, 90, 60, 120}},
                  {.type = DRAW_UNCLIP}},
        .shapes = shapes_new()};
    *state = &scene;
    return 0;
}

static int tear_down(void **state)
{
    Scene *scene = *state;
    shapes_free(scene->shapes);
    shown_clear(&scene->shown);
    ground_clear(&scene->ground);
    return 0;
}

static void frame(Scene *scene)
{
    const DrawList list = {.items = scene->items, .count = ITEMS, .capacity = ITEMS};
    const Renderer renderer = {.shapes = scene->shapes};
    Canvas canvas = {scene->pixels, WIDTH, WIDTH, HEIGHT, {0, 0, WIDTH, HEIGHT}};
    Box boxes[DAMAGE_MOST];
    size_t count = damage_find(&scene->shown, &list, WIDTH, HEIGHT, boxes);
    ground_frame(&scene->ground, &canvas, &list, scene->shown.steady, boxes, count);
    for (size_t i = 0; i < count; i++) {
        canvas.clip = boxes[i];
        ground_render(&scene->ground, &renderer, &canvas, &list);
    }
}

static void frames_moving(Scene *scene, int item, int count)
{
    for (int i = 0; i < count; i++) {
        scene->items[item].rect.x += 2;
        frame(scene);
    }
}

static void kept_from_the_third_frame(void **state)
{
    Scene *scene = *state;
    frame(scene);
    frames_moving(scene, 3, 1);
    assert_null(scene->ground.pixels); /* what changes once needs none */
    frames_moving(scene, 3, 1);
    assert_non_null(scene->ground.pixels);
    assert_int_equal(scene->ground.items, 2); /* all before the clip */
    frames_moving(scene, 3, 1);
    uint32_t below = scene->ground.pixels[60 * WIDTH + 60];
    scene->ground.pixels[60 * WIDTH + 60] = 0;
    uint32_t seen = scene->pixels[60 * WIDTH + 60];
    frames_moving(scene, 3, 1);
    assert_int_not_equal(scene->pixels[60 * WIDTH + 60], seen); /* it is drawn upon it */
    scene->ground.pixels[60 * WIDTH + 60] = below;
    frames_moving(scene, 3, 1);
    assert_int_equal(scene->pixels[60 * WIDTH + 60], seen);
}

static void let_go_when_it_changes(void **state)
{
    Scene *scene = *state;
    frame(scene);
    frames_moving(scene, 3, 3);
    assert_non_null(scene->ground.pixels);
    frames_moving(scene, 1, 1);
    assert_null(scene->ground.pixels);
}

static void nothing_for_small_things(void **state)
{
    Scene *scene = *state;
    scene->items[3].rect = (Rect){30, 30, 8, 8};
    frame(scene);
    frames_moving(scene, 3, 6);
    assert_null(scene->ground.pixels);
    scene->items[3].rect = (Rect){30, 20, 90, 70};
    frames_moving(scene, 3, 3);
    assert_non_null(scene->ground.pixels);
    scene->items[3].rect.width = 88;
    frame(scene);
    scene->items[3].rect = (Rect){34, 30, 8, 8};
    frame(scene);
    frames_moving(scene, 3, 1);
    assert_null(scene->ground.pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(kept_from_the_third_frame, set_up, tear_down),
        cmocka_unit_test_setup_teardown(let_go_when_it_changes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_for_small_things, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
