/* What moves when the tree changes, for how long, and that it ends. */
#include "ui/daylight.h"
#include "ui/ease.h"
#include "ui/fixture.h"
#include "ui/motion.h"

#include <math.h>

typedef struct Moving {
    Fixture f;
    Motion *motion;
    DrawList list;
    int64_t now;
    unsigned screen;
} Moving;

static Moving moving_new(void)
{
    return (Moving){.f = fixture_new(), .motion = motion_new(), .now = 1000, .screen = 1};
}

static void moving_clear(Moving *m)
{
    motion_free(m->motion);
    draw_list_clear(&m->list);
    fixture_clear(&m->f);
}

static Node *root_of(Moving *m)
{
    tree_reset(&m->f.tree);
    return fixture_root(&m->f, AXIS_COLUMN);
}

static void follow(Moving *m)
{
    fixture_layout(&m->f, 800, 600);
    motion_follow(m->motion, &m->f.tree, &m->f.manner, m->screen, m->now);
}

static void pass(Moving *m, int ms)
{
    m->now += ms;
    motion_move(m->motion, &m->f.tree, &m->f.manner, m->now);
}

static Node *named(Moving *m, const char *key)
{
    Node *node = tree_find_key(&m->f.tree, key);
    assert_non_null(node);
    return node;
}

static bool moved(const Node *node)
{
    const Moved *by = &node->moved;
    return by->x != 0 || by->y != 0 || by->grow != 0 || by->fade != 0 || by->seal != 0;
}

/* Everything is in its place within `ms`, and then nobody is woken again. */
static void comes_to_rest(Moving *m, int ms)
{
    assert_int_equal(motion_wait(m->motion), 16);
    for (int passed = 0; passed <= ms && motion_wait(m->motion) >= 0; passed += 16)
        pass(m, 16);
    assert_int_equal(motion_wait(m->motion), -1);
    for (Node *node = m->f.tree.root; node; node = node_following(node, m->f.tree.root))
        assert_false(moved(node));
    assert_int_equal(m->f.tree.before.number, 0);
}

static void courses_begin_and_end_where_they_should(void **state)
{
    (void)state;
    for (Ease ease = EASE_OUT; ease <= EASE_BOB; ease++) {
        float last = ease_left(ease, 0), most = 0;
        assert_true(last == (ease == EASE_BOB ? 0 : 1));
        assert_true(ease_left(ease, 1) == 0 && ease_left(ease, 5) == 0);
        for (int i = 1; i <= 1000; i++) {
            float left = ease_left(ease, (float)i / 1000);
            most = fmaxf(most, fabsf(left - last));
            assert_true(left > -1.1f && left < 1.1f);
            last = left;
        }
        assert_true(most < 0.012f); /* no course jumps */
    }
}

static void build_button(Moving *m, bool chosen)
{
    Node *button = fixture_button(&m->f, root_of(m), "Mad");
    button->key = "mad";
    button->state.chosen = chosen;
    follow(m);
}

static void what_is_pressed_gives_way(void **state)
{
    (void)state;
    Moving m = moving_new();
    build_button(&m, false);
    assert_int_equal(motion_wait(m.motion), -1);
    Rect place = named(&m, "mad")->bounds;
    fixture_pointer(&m.f, INPUT_POINTER_DOWN, place.x + 5, place.y + 5);
    build_button(&m, false);
    pass(&m, 100);
    assert_true(named(&m, "mad")->moved.grow < -0.01f);
    assert_int_equal(motion_wait(m.motion), -1); /* held down: still, but smaller */
    assert_memory_equal(&named(&m, "mad")->bounds, &place, sizeof place);
    fixture_pointer(&m.f, INPUT_POINTER_UP, place.x + 5, place.y + 5);
    build_button(&m, false);
    comes_to_rest(&m, 250);
    moving_clear(&m);
}

static void the_tick_of_what_was_chosen_pops_in(void **state)
{
    (void)state;
    Moving m = moving_new();
    build_button(&m, false);
    build_button(&m, true);
    assert_true(named(&m, "mad")->moved.seal == 1);
    paint_tree(&m.f.tree, &m.f.manner, &m.f.ruler, &m.list);
    comes_to_rest(&m, 250);
    build_button(&m, true);
    assert_int_equal(motion_wait(m.motion), -1);
    moving_clear(&m);
}

/* A card in a row, or, small, in the basket below. */
static void build_cards(Moving *m, bool placed)
{
    Node *root = root_of(m);
    fixture_box(&m->f, root, 100, 50);
    Node *row = fixture_box(&m->f, root, 700, 200);
    if (!placed) {
        Node *card = node_add(&m->f.tree, row, ROLE_CARD, "sun", "Sun");
        card->action = action_of("pick", "sun", 0);
        card->layout.width = card->layout.height = 150;
    }
    Node *basket = node_add(&m->f.tree, root, ROLE_TARGET, "basket", "Basket");
    basket->action = action_of("basket", "basket", 0);
    basket->layout.height = 80;
    if (placed) {
        Node *small = node_add(&m->f.tree, root, ROLE_BUTTON, "in-sun", "Sun");
        small->action = action_of("take", "sun", 0);
        small->layout.width = small->layout.height = 75;
    }
    follow(m);
}

static void a_placed_card_glides_from_its_place(void **state)
{
    (void)state;
    Moving m = moving_new();
    build_cards(&m, false);
    Rect from = named(&m, "sun")->bounds;
    build_cards(&m, true);
    const Node *small = named(&m, "in-sun");
    float x = small->bounds.x + small->bounds.width / 2 + small->moved.x;
    float y = small->bounds.y + small->bounds.height / 2 + small->moved.y;
    assert_true(fabsf(x - from.x - from.width / 2) < 1);
    assert_true(fabsf(y - from.y - from.height / 2) < 1);
    assert_true(small->moved.grow > 0.5f && small->moved.above);
    comes_to_rest(&m, 300);
    build_cards(&m, false); /* and back when it is taken out */
    assert_true(named(&m, "sun")->moved.y > 50);
    comes_to_rest(&m, 300);
    moving_clear(&m);
}

static void a_card_let_go_springs_back(void **state)
{
    (void)state;
    Moving m = moving_new();
    build_cards(&m, false);
    Rect place = named(&m, "sun")->bounds;
    fixture_pointer(&m.f, INPUT_POINTER_DOWN, place.x + 10, place.y + 10);
    fixture_pointer(&m.f, INPUT_POINTER_MOVE, place.x + 210, place.y + 30);
    build_cards(&m, false);
    assert_true(named(&m, "sun")->carried);
    fixture_pointer(&m.f, INPUT_POINTER_UP, place.x + 210, place.y + 30);
    build_cards(&m, false);
    assert_true(fabsf(named(&m, "sun")->moved.x - 200) < 0.1f);
    float furthest = 0;
    for (int i = 0; i < 20; i++) {
        pass(&m, 16);
        furthest = fminf(furthest, named(&m, "sun")->moved.x);
    }
    assert_true(furthest < -2 && furthest > -20);
    comes_to_rest(&m, 300);
    moving_clear(&m);
}

static void build_page(Moving *m, int leaf, const char *reply)
{
    Node *page = fixture_box(&m->f, root_of(m), 700, 500);
    page->key = "page";
    page->leaf = leaf;
    Node *guide = node_image(&m->f.tree, page, "nori/listen", "", 40, 40);
    guide->key = "guide";
    guide->entrance = ENTER_BOB;
    if (reply) {
        Node *words = node_text(&m->f.tree, page, TYPE_BODY, reply);
        words->key = "reply";
        words->entrance = ENTER_RISE;
    }
    follow(m);
}

static void pages_slide_the_way_they_are_turned(void **state)
{
    (void)state;
    Moving m = moving_new();
    build_page(&m, 1, NULL);
    build_page(&m, 2, NULL);
    assert_true(named(&m, "page")->moved.x > 0);
    assert_true(m.f.tree.before.left == 1 && m.f.tree.before.number == 1);
    assert_true(m.f.tree.before.rect.width < 800); /* the page, not the whole window */
    comes_to_rest(&m, 1000);
    build_page(&m, 1, NULL);
    assert_true(named(&m, "page")->moved.x < 0);
    assert_int_equal(m.f.tree.before.number, 2);
    m.f.tree.rtl = true;
    build_page(&m, 2, NULL);
    assert_true(named(&m, "page")->moved.x < 0);
    moving_clear(&m);
}

static void a_reply_rises_and_another_one_too(void **state)
{
    (void)state;
    Moving m = moving_new();
    build_page(&m, 1, NULL);
    build_page(&m, 1, "Good to know.");
    assert_true(named(&m, "reply")->moved.fade == 1 && named(&m, "reply")->moved.y > 0);
    comes_to_rest(&m, 250);
    build_page(&m, 1, "Good to know.");
    assert_int_equal(motion_wait(m.motion), -1);
    build_page(&m, 1, "That is fine.");
    assert_int_equal(motion_wait(m.motion), 16);
    moving_clear(&m);
}

static void one_screen_fades_into_the_next(void **state)
{
    (void)state;
    Moving m = moving_new();
    build_page(&m, 1, NULL);
    m.screen = 2;
    build_button(&m, false);
    paint_tree(&m.f.tree, &m.f.manner, &m.f.ruler, &m.list);
    const Draw *last = &m.list.items[m.list.count - 1];
    assert_int_equal(last->type, DRAW_BEFORE);
    assert_int_equal(last->color.a, 255);
    assert_rect(last->rect, 0, 0, 800, 600);
    assert_int_equal(m.list.before, 1);
    comes_to_rest(&m, 500);
    paint_tree(&m.f.tree, &m.f.manner, &m.f.ruler, &m.list);
    assert_int_equal(m.list.before, 0);
    moving_clear(&m);
}

static void nothing_leads_to_what_was_forgotten(void **state)
{
    (void)state;
    Moving m = moving_new();
    build_page(&m, 1, NULL);
    m.screen = 2;
    motion_forget(m.motion);
    build_button(&m, false);
    assert_int_equal(m.f.tree.before.number, 0);
    assert_int_equal(motion_wait(m.motion), -1);
    moving_clear(&m);
}

static void build_cloud(Moving *m)
{
    Node *cloud = node_image(&m->f.tree, root_of(m), "scene/parts/cloud-1", "", 100, 30);
    cloud->sway = 70;
    cloud->sway_seconds = 80;
    follow(m);
}

static void clouds_go_slowly_while_somebody_is_there(void **state)
{
    (void)state;
    Moving m = moving_new();
    build_cloud(&m);
    assert_int_equal(motion_wait(m.motion), -1); /* nobody has done anything yet */
    for (int visit = 0; visit < 3; visit++) {
        float last = m.f.tree.root->first->moved.x;
        motion_wake(m.motion, m.now);
        pass(&m, 5000 * visit); /* asleep before: no leap now */
        for (int passed = 0; passed < 29000; passed += 50) {
            pass(&m, 50);
            float at = m.f.tree.root->first->moved.x;
            assert_true(fabsf(at - last) <= 12 * 0.1f);
            last = at;
        }
        for (int passed = 0; passed < 5000; passed += 50)
            pass(&m, 50);
        assert_int_equal(motion_wait(m.motion), -1);
    }
    assert_true(m.f.tree.root->first->moved.x != 0);
    moving_clear(&m);
}

static void calm_motion_leaves_all_in_its_place(void **state)
{
    (void)state;
    Moving m = moving_new();
    m.f.manner.calm_motion = true;
    build_cards(&m, false);
    build_cards(&m, true);
    assert_int_equal(motion_wait(m.motion), -1);
    m.screen = 2;
    build_page(&m, 1, NULL);
    build_page(&m, 2, "Good to know.");
    assert_false(moved(named(&m, "page")) || moved(named(&m, "reply")));
    assert_int_equal(m.f.tree.before.number, 0);
    motion_wake(m.motion, m.now);
    m.screen = 3;
    build_cloud(&m);
    pass(&m, 50);
    assert_int_equal(motion_wait(m.motion), -1);
    moving_clear(&m);
}

/* ---- the light of the hour ---- */

static Color veiled(Color sky, Color veil)
{
    float part = (float)veil.a / 255;
    return (Color){(unsigned char)((float)sky.r + ((float)veil.r - (float)sky.r) * part),
                   (unsigned char)((float)sky.g + ((float)veil.g - (float)sky.g) * part),
                   (unsigned char)((float)sky.b + ((float)veil.b - (float)sky.b) * part), 255};
}

static void words_on_the_sky_are_readable_at_every_hour(void **state)
{
    (void)state;
    const Color skies[] = {
        {0xBC, 0xE0, 0xEF, 255}, {0xDD, 0xF0, 0xF3, 255}, {0xFB, 0xF3, 0xDF, 255}};
    Manner manner = plain_manner();
    Color ink = theme_paint(&manner, LOOK_PLAIN, &(State){0}).text;
    for (int minute = 0; minute < 24 * 60; minute++)
        for (size_t i = 0; i < 3; i++)
            assert_true(color_contrast(ink, veiled(skies[i], daylight_veil(minute))) >= 4.5);
}

static void light_changes_too_slowly_to_be_seen(void **state)
{
    (void)state;
    const Color sky = {0xDD, 0xF0, 0xF3, 255};
    for (int minute = 0; minute < 24 * 60; minute++) {
        Color now = veiled(sky, daylight_veil(minute)),
              then = veiled(sky, daylight_veil((minute + 1) % 1440));
        assert_true(abs(now.r - then.r) <= 2 && abs(now.g - then.g) <= 2 &&
                    abs(now.b - then.b) <= 2);
    }
    assert_int_equal(daylight_veil(12 * 60).a, 0);
    assert_true(daylight_veil(0).b > daylight_veil(0).r &&
                daylight_veil(18 * 60).r > daylight_veil(18 * 60).b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(courses_begin_and_end_where_they_should),
        cmocka_unit_test(what_is_pressed_gives_way),
        cmocka_unit_test(the_tick_of_what_was_chosen_pops_in),
        cmocka_unit_test(a_placed_card_glides_from_its_place),
        cmocka_unit_test(a_card_let_go_springs_back),
        cmocka_unit_test(pages_slide_the_way_they_are_turned),
        cmocka_unit_test(a_reply_rises_and_another_one_too),
        cmocka_unit_test(one_screen_fades_into_the_next),
        cmocka_unit_test(nothing_leads_to_what_was_forgotten),
        cmocka_unit_test(clouds_go_slowly_while_somebody_is_there),
        cmocka_unit_test(calm_motion_leaves_all_in_its_place),
        cmocka_unit_test(words_on_the_sky_are_readable_at_every_hour),
        cmocka_unit_test(light_changes_too_slowly_to_be_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
