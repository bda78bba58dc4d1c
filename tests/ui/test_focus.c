/* Keys and pointers on a laid-out tree: walking, pressing, picking up, placing, scrolling. */
#include "ui/fixture.h"

typedef struct Table {
    Node *stop, *apple, *boat, *near_basket, *far_basket;
} Table;

static Node *thing(Fixture *f, Node *parent, Role role, const char *item)
{
    Node *node = node_add(&f->tree, parent, role, item, item);
    node->text = node->name;
    node->action = action_of("", item, 7);
    return node;
}

/* A card sort: a safety button, two cards, two baskets. */
static Table table_build(Fixture *f)
{
    Table table;
    tree_reset(&f->tree);
    Node *root = fixture_root(f, AXIS_COLUMN);
    root->layout.gap = 20;
    table.stop = node_button(&f->tree, root, LOOK_SAFETY, "Stop", action_of("stop", "", 0));
    Node *cards = node_group(&f->tree, root, AXIS_ROW);
    table.apple = thing(f, cards, ROLE_CARD, "apple");
    table.boat = thing(f, cards, ROLE_CARD, "boat");
    Node *baskets = node_group(&f->tree, root, AXIS_ROW);
    table.near_basket = thing(f, baskets, ROLE_TARGET, "near");
    table.far_basket = thing(f, baskets, ROLE_TARGET, "far");
    fixture_layout(f, 640, 480);
    return table;
}

static float middle_x(const Node *node)
{
    return node->bounds.x + node->bounds.width / 2;
}

static float middle_y(const Node *node)
{
    return node->bounds.y + node->bounds.height / 2;
}

static bool point(Fixture *f, InputType type, const Node *node)
{
    return fixture_pointer(f, type, middle_x(node), middle_y(node));
}

static bool tap(Fixture *f, const Node *node)
{
    assert_false(point(f, INPUT_POINTER_DOWN, node));
    return point(f, INPUT_POINTER_UP, node);
}

static void expect_placed(const Fixture *f, const char *card, const char *target)
{
    assert_int_equal(f->event.type, UI_PLACE);
    assert_string_equal(f->event.action.item, card);
    assert_int_equal(f->event.action.value, 7);
    assert_string_equal(f->event.target, target);
    assert_string_equal(f->focus.hand, "");
}

static void release_on_the_same_node_presses(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Table table = table_build(&f);
    assert_true(tap(&f, table.stop));
    assert_int_equal(f.event.type, UI_PRESS);
    assert_string_equal(f.event.action.verb, "stop");
    point(&f, INPUT_POINTER_DOWN, table.stop);
    assert_false(point(&f, INPUT_POINTER_UP, table.far_basket));
    assert_false(point(&f, INPUT_POINTER_UP, table.stop));
    table.stop->state.disabled = true;
    assert_false(tap(&f, table.stop));
    fixture_clear(&f);
}

static void what_lies_on_top_is_hit(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_STACK);
    Node *below = fixture_button(&f, root, "Below");
    Node *sheet = node_group(&f.tree, root, AXIS_COLUMN);
    sheet->look = LOOK_SHEET;
    sheet->layout.main = ALIGN_END;
    Node *above = fixture_button(&f, sheet, "Above");
    fixture_layout(&f, 400, 300);
    assert_false(fixture_pointer(&f, INPUT_POINTER_DOWN, 200, 20));
    assert_false(fixture_pointer(&f, INPUT_POINTER_UP, 200, 20));
    assert_true(tap(&f, above));
    assert_string_equal(f.event.action.item, "Above");
    sheet->look = LOOK_PLAIN;
    assert_true(tap(&f, below));
    assert_string_equal(f.event.action.item, "Below");
    fixture_clear(&f);
}

static void picked_then_placed_is_dragged(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Table table = table_build(&f);
    assert_false(tap(&f, table.apple));
    assert_string_equal(f.focus.hand, "apple");
    fixture_layout(&f, 640, 480);
    assert_true(table.apple->state.picked);
    assert_true(tap(&f, table.far_basket));
    expect_placed(&f, "apple", "far");

    table = table_build(&f);
    point(&f, INPUT_POINTER_DOWN, table.apple);
    assert_false(point(&f, INPUT_POINTER_MOVE, table.far_basket));
    assert_true(f.focus.dragging && f.changed);
    fixture_layout(&f, 640, 480);
    assert_true(table.apple->carried);
    assert_true(table.apple->carry_x == middle_x(table.far_basket) - middle_x(table.apple));
    assert_true(point(&f, INPUT_POINTER_UP, table.far_basket));
    expect_placed(&f, "apple", "far");

    table = table_build(&f);
    focus_init(&f.focus);
    fixture_key(&f, KEY_TAB);
    fixture_key(&f, KEY_TAB);
    assert_string_equal(f.focus.key, table.apple->key);
    assert_false(fixture_key(&f, KEY_ENTER));
    fixture_key(&f, KEY_TAB);
    assert_string_equal(f.focus.key, table.near_basket->key);
    fixture_key(&f, KEY_TAB);
    assert_true(fixture_key(&f, KEY_SPACE));
    expect_placed(&f, "apple", "far");
    fixture_clear(&f);
}

static void cards_are_put_down(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Table table = table_build(&f);
    tap(&f, table.apple);
    assert_false(tap(&f, table.apple));
    assert_string_equal(f.focus.hand, "");
    tap(&f, table.apple);
    assert_false(tap(&f, table.boat));
    assert_string_equal(f.focus.hand, "boat");
    assert_false(fixture_key(&f, KEY_ESCAPE));
    assert_string_equal(f.focus.hand, "");
    assert_true(fixture_key(&f, KEY_ESCAPE));
    assert_int_equal(f.event.type, UI_KEY);
    assert_int_equal(f.event.key, KEY_ESCAPE);
    point(&f, INPUT_POINTER_DOWN, table.boat);
    fixture_pointer(&f, INPUT_POINTER_MOVE, 600, 20);
    assert_false(fixture_pointer(&f, INPUT_POINTER_UP, 600, 20));
    assert_string_equal(f.focus.hand, "");
    fixture_clear(&f);
}

static void an_empty_hand_presses_targets(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Table table = table_build(&f);
    assert_false(tap(&f, table.near_basket));
    table.near_basket->action = action_of("empty", "near", 0);
    assert_true(tap(&f, table.near_basket));
    assert_int_equal(f.event.type, UI_PRESS);
    assert_string_equal(f.event.action.verb, "empty");
    fixture_clear(&f);
}

static void a_hand_is_emptied_when_its_card_is_gone(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Table table = table_build(&f);
    tap(&f, table.apple);
    table.apple->state.disabled = true;
    focus_mark(&f.focus, &f.tree);
    assert_string_equal(f.focus.hand, "");
    assert_false(tap(&f, table.far_basket));
    fixture_clear(&f);
}

static void every_node_is_met_with_a_card_in_hand(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Table table = table_build(&f);
    tap(&f, table.boat);
    const Node *wanted[] = {table.boat, table.near_basket, table.far_basket,
                            table.stop, table.apple,       table.boat};
    for (size_t i = 0; i < 6; i++) {
        fixture_key(&f, KEY_TAB);
        assert_string_equal(f.focus.key, wanted[i]->key);
    }
    for (size_t i = 5; i-- > 0;) {
        fixture_key(&f, KEY_BACK_TAB);
        assert_string_equal(f.focus.key, wanted[i]->key);
    }
    fixture_clear(&f);
}

static void the_ring_shows_once_a_key_is_used(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Table table = table_build(&f);
    assert_false(table.stop->state.focused);
    assert_true(fixture_key(&f, KEY_ENTER));
    assert_int_equal(f.event.type, UI_KEY);
    tap(&f, table.stop);
    fixture_layout(&f, 640, 480);
    assert_false(table.stop->state.focused);
    assert_false(fixture_key(&f, KEY_ENTER));
    fixture_layout(&f, 640, 480);
    assert_true(table.stop->state.focused);
    assert_true(fixture_key(&f, KEY_ENTER));
    assert_int_equal(f.event.type, UI_PRESS);
    fixture_clear(&f);
}

static void arrows_go_where_they_point(void **state)
{
    (void)state;
    static const struct {
        int from;
        Key key;
        int to;
    } rows[] = {
        {0, KEY_RIGHT, 1}, {1, KEY_RIGHT, 2}, {2, KEY_RIGHT, 3}, {0, KEY_DOWN, 3},
        {4, KEY_UP, 1},    {4, KEY_LEFT, 3},  {5, KEY_DOWN, 5},  {0, KEY_LEFT, 5},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture f = fixture_new();
        Node *root = fixture_root(&f, AXIS_GRID);
        Node *cells[6];
        root->layout.columns = 3;
        for (size_t j = 0; j < 6; j++)
            cells[j] = fixture_button(&f, root, "Cell");
        fixture_layout(&f, 640, 480);
        for (int j = 0; j <= rows[i].from; j++)
            fixture_key(&f, KEY_TAB);
        bool moved = rows[i].from != rows[i].to;
        assert_int_equal(fixture_key(&f, rows[i].key), !moved);
        assert_string_equal(f.focus.key, cells[rows[i].to]->key);
        fixture_clear(&f);
    }
}

static void lost_focus_goes_to_a_neighbour(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Table table = table_build(&f);
    for (int i = 0; i < 3; i++)
        fixture_key(&f, KEY_TAB);
    assert_string_equal(f.focus.key, table.boat->key);
    fixture_layout(&f, 640, 480);
    table.boat->state.disabled = true;
    focus_mark(&f.focus, &f.tree);
    assert_true(table.apple->state.focused || table.far_basket->state.focused);
    tree_reset(&f.tree);
    Node *root = node_add(&f.tree, NULL, ROLE_SCREEN, "", "Other screen");
    node_button(&f.tree, root, LOOK_SAFETY, "Pause", action_of("pause", "", 0));
    Node *go = fixture_button(&f, root, "Go on");
    fixture_layout(&f, 640, 480);
    assert_true(go->state.focused);
    fixture_clear(&f);
}

static void lost_focus_never_lands_on_stop(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    table_build(&f);
    for (int i = 0; i < 3; i++)
        fixture_key(&f, KEY_TAB);
    tree_reset(&f.tree);
    Node *root = fixture_root(&f, AXIS_COLUMN);
    node_button(&f.tree, root, LOOK_SAFETY, "Stop", action_of("stop", "", 0));
    Node *go = fixture_button(&f, root, "Go on");
    focus_mark(&f.focus, &f.tree); /* before layout */
    assert_true(go->state.focused);
    fixture_clear(&f);
}

static Node *list_build(Fixture *f, int count)
{
    Node *root = fixture_root(f, AXIS_COLUMN);
    root->layout.cross = ALIGN_STRETCH;
    fixture_box(f, root, 0, 20);
    Node *list = node_add(&f->tree, root, ROLE_LIST, "list", "List");
    list->layout.scroll = true;
    list->layout.grow = 1;
    for (int i = 0; i < count; i++)
        fixture_button(f, list, "Entry");
    fixture_layout(f, 400, 300);
    return list;
}

static void focus_brings_into_view(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *list = list_build(&f, 30);
    for (int i = 0; i < 30; i++) {
        fixture_key(&f, i % 2 ? KEY_DOWN : KEY_TAB);
        fixture_layout(&f, 400, 300);
        const Node *node = tree_find_key(&f.tree, f.focus.key);
        assert_true(node->visible.height == node->bounds.height);
    }
    assert_true(list->scroll_y > 0);
    fixture_clear(&f);
}

static void keys_and_wheel_scroll(void **state)
{
    (void)state;
    static const struct {
        Input input;
        double from, to;
    } rows[] = {
        {{.type = INPUT_KEY, .key = KEY_PAGE_DOWN}, 0, 238},
        {{.type = INPUT_KEY, .key = KEY_PAGE_UP}, 238, 0},
        {{.type = INPUT_KEY, .key = KEY_END}, 0, 1572},
        {{.type = INPUT_KEY, .key = KEY_HOME}, 1572, 0},
        {{.type = INPUT_WHEEL, .y = -1}, 0, 42},
        {{.type = INPUT_WHEEL, .y = 1}, 42, 0},
    };
    Fixture f = fixture_new();
    Node *list = list_build(&f, 30);
    fixture_pointer(&f, INPUT_POINTER_MOVE, 350, 150);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_float_equal(list->scroll_y, rows[i].from, 0.01);
        assert_false(fixture_input(&f, rows[i].input));
        assert_true(f.changed);
        fixture_layout(&f, 400, 300);
        assert_float_equal(list->scroll_y, rows[i].to, 0.01);
    }
    fixture_clear(&f);
}

static void a_finger_scrolls(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *list = list_build(&f, 30);
    const float xs[] = {350, 20};
    for (size_t i = 0; i < 2; i++) {
        scroll_memory_forget(f.scroll);
        fixture_layout(&f, 400, 300);
        fixture_pointer(&f, INPUT_POINTER_DOWN, xs[i], 200);
        fixture_pointer(&f, INPUT_POINTER_MOVE, xs[i], 195);
        fixture_pointer(&f, INPUT_POINTER_MOVE, xs[i], 150);
        fixture_pointer(&f, INPUT_POINTER_MOVE, xs[i], 100);
        assert_false(fixture_pointer(&f, INPUT_POINTER_UP, xs[i], 100));
        fixture_layout(&f, 400, 300);
        assert_float_equal(list->scroll_y, 100, 0.01);
    }
    fixture_clear(&f);
}

static void other_inputs_are_passed_on(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    table_build(&f);
    assert_true(fixture_key(&f, KEY_UNDO));
    assert_int_equal(f.event.key, KEY_UNDO);
    assert_true(fixture_key(&f, KEY_NOT_OK));
    assert_true(fixture_input(&f, (Input){.type = INPUT_TICK}));
    assert_int_equal(f.event.type, UI_TICK);
    assert_false(fixture_input(&f, (Input){.type = INPUT_RESIZE}));
    assert_true(f.changed);
    fixture_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(release_on_the_same_node_presses),
        cmocka_unit_test(what_lies_on_top_is_hit),
        cmocka_unit_test(picked_then_placed_is_dragged),
        cmocka_unit_test(cards_are_put_down),
        cmocka_unit_test(an_empty_hand_presses_targets),
        cmocka_unit_test(a_hand_is_emptied_when_its_card_is_gone),
        cmocka_unit_test(every_node_is_met_with_a_card_in_hand),
        cmocka_unit_test(the_ring_shows_once_a_key_is_used),
        cmocka_unit_test(arrows_go_where_they_point),
        cmocka_unit_test(lost_focus_goes_to_a_neighbour),
        cmocka_unit_test(lost_focus_never_lands_on_stop),
        cmocka_unit_test(focus_brings_into_view),
        cmocka_unit_test(keys_and_wheel_scroll),
        cmocka_unit_test(a_finger_scrolls),
        cmocka_unit_test(other_inputs_are_passed_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
