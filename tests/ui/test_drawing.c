/* A pointer on a sheet: drawing, stamping, a way too long for one stroke; and which parts of the
 * picture differ while somebody draws. */
#include "ui/fixture.h"

typedef struct Desk {
    Fixture f;
    Node *sheet, *stamp, *other;
    Sheet drawn;
    Pen pen;
} Desk;

static void build(Desk *desk)
{
    Fixture *f = &desk->f;
    tree_reset(&f->tree);
    Node *root = fixture_root(f, AXIS_COLUMN);
    desk->stamp = node_add(&f->tree, root, ROLE_CARD, "boat", "Boat");
    desk->stamp->text = desk->stamp->name;
    desk->stamp->action = action_of("pick", "boat", 0);
    desk->stamp->stays = true;
    desk->other = node_button(&f->tree, root, LOOK_PRIMARY, "Next", action_of("next", "", 0));
    desk->sheet = node_add(&f->tree, root, ROLE_TARGET, "paper", "Sheet");
    desk->sheet->layout.width = 512;
    desk->sheet->layout.height = 384;
    desk->sheet->action = action_of("stroke", "paper", 5);
    desk->sheet->sheet = &desk->drawn;
    desk->sheet->pen = &desk->pen;
    fixture_layout(f, 640, 640);
}

static void desk_open(Desk *desk)
{
    *desk = (Desk){.f = fixture_new(), .pen = {BRUSH_THICK, {200, 100, 90, 255}}};
    build(desk);
}

static bool at(Desk *desk, InputType type, float x, float y)
{
    Rect area = sheet_area(desk->sheet->bounds);
    return fixture_pointer(&desk->f, type, area.x + x / 2, area.y + y / 2);
}

static void a_way_is_heard_when_the_pointer_goes_up(void **state)
{
    (void)state;
    Desk desk;
    desk_open(&desk);
    assert_false(at(&desk, INPUT_POINTER_DOWN, 100, 100));
    build(&desk);
    for (int x = 100; x <= 400; x += 20)
        assert_false(at(&desk, INPUT_POINTER_MOVE, (float)x, 200));
    assert_ptr_equal(desk.sheet->trail, &desk.f.focus.trail);
    assert_true(at(&desk, INPUT_POINTER_UP, 400, 200));
    assert_int_equal(desk.f.event.type, UI_DRAW);
    assert_string_equal(desk.f.event.action.item, "paper");
    const Trail *trail = desk.f.event.trail;
    assert_int_equal(trail->spots[0].x, 100);
    assert_int_equal(trail->spots[trail->count - 1].x, 400);
    build(&desk);
    assert_null(desk.sheet->trail);
    fixture_clear(&desk.f);
}

/* Nothing is lost of it, and each part begins where the one before ended. */
static void a_long_way_is_heard_in_parts(void **state)
{
    (void)state;
    Desk desk;
    desk_open(&desk);
    int parts = 0;
    Spot end = {0, 0};
    at(&desk, INPUT_POINTER_DOWN, 0, 0);
    for (int i = 0; i < 3 * TRAIL_MAX; i++) {
        float x = (float)(i % 200 < 100 ? i % 200 : 200 - i % 200) * 8;
        if (!at(&desk, INPUT_POINTER_MOVE, x, (float)(i % 90) * 8))
            continue;
        const Trail *trail = desk.f.event.trail;
        assert_true(parts++ == 0 || (trail->spots[0].x == end.x && trail->spots[0].y == end.y));
        end = trail->spots[trail->count - 1];
        assert_int_equal(trail->count, TRAIL_MAX);
    }
    assert_in_range(parts, 2, 3);
    assert_true(at(&desk, INPUT_POINTER_UP, 500, 500));
    fixture_clear(&desk.f);
}

static void a_stamp_stays_in_the_hand_until_it_is_put_down(void **state)
{
    (void)state;
    Desk desk;
    desk_open(&desk);
    Rect stamp = desk.stamp->bounds;
    fixture_pointer(&desk.f, INPUT_POINTER_DOWN, stamp.x + 5, stamp.y + 5);
    fixture_pointer(&desk.f, INPUT_POINTER_UP, stamp.x + 5, stamp.y + 5);
    for (int i = 1; i <= 2; i++) {
        build(&desk);
        assert_string_equal(desk.f.focus.hand, "boat");
        assert_false(at(&desk, INPUT_POINTER_DOWN, 300, (float)(200 * i)));
        assert_true(at(&desk, INPUT_POINTER_UP, 300, (float)(200 * i)));
        assert_int_equal(desk.f.event.type, UI_PLACE);
        assert_string_equal(desk.f.event.action.item, "boat");
        assert_int_equal(desk.f.event.spot.x, 300);
        assert_int_equal(desk.f.event.spot.y, 200 * i);
    }
    Rect next = desk.other->bounds;
    fixture_pointer(&desk.f, INPUT_POINTER_DOWN, next.x + 5, next.y + 5);
    fixture_pointer(&desk.f, INPUT_POINTER_UP, next.x + 5, next.y + 5);
    assert_string_equal(desk.f.event.action.verb, "next"); /* pressed, and the stamp put down */
    assert_string_equal(desk.f.focus.hand, "");
    fixture_clear(&desk.f);
}

/* ---- painting ---- */

static size_t ink_in(const DrawList *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].type == DRAW_INK;
    return count;
}

/* Parts of `now` that are in no way those of `old`. */
static size_t changed(const DrawList *old, const uint64_t *numbers, const DrawList *now)
{
    size_t count = 0;
    for (size_t i = 0; i < now->count; i++) {
        bool known = now->items[i].type != DRAW_INK;
        for (size_t k = 0; k < ink_in(old) && !known; k++)
            known = numbers[k] == now->items[i].ink->number;
        count += !known;
    }
    return count;
}

static void only_parts_that_are_drawn_on_change(void **state)
{
    (void)state;
    enum { PARTS = 64 };
    Desk desk;
    desk_open(&desk);
    const Spot low[] = {{20, 700}, {1000, 700}}, high[] = {{20, 40}, {60, 40}};
    const Mark marks[] = {{.pen = desk.pen, .spots = low, .count = 2},
                          {.pen = desk.pen, .spots = high, .count = 2}};
    DrawList before = {0}, after = {0};
    uint64_t numbers[PARTS];
    desk.drawn = (Sheet){.marks = marks, .count = 1};
    paint_tree(&desk.f.tree, &desk.f.manner, &desk.f.ruler, &before);
    size_t count = 0;
    for (size_t i = 0; i < before.count; i++)
        if (before.items[i].type == DRAW_INK)
            numbers[count++] = before.items[i].ink->number;
    assert_in_range(count, 3, 8);
    desk.drawn.count = 2;
    paint_tree(&desk.f.tree, &desk.f.manner, &desk.f.ruler, &after);
    assert_int_equal(changed(&before, numbers, &after), 1);
    draw_list_clear(&before);
    draw_list_clear(&after);
    fixture_clear(&desk.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_way_is_heard_when_the_pointer_goes_up),
        cmocka_unit_test(a_long_way_is_heard_in_parts),
        cmocka_unit_test(a_stamp_stays_in_the_hand_until_it_is_put_down),
        cmocka_unit_test(only_parts_that_are_drawn_on_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
