/* One-switch scanning: groups, the highlight's walk, choosing by itself and step by step. */
#include "ui/fixture.h"
#include "ui/scan.h"
#include "ui/scan_groups.h"

typedef struct Desk {
    Fixture f;
    Scan scan;
    int64_t now;
    UiEvent event;
} Desk;

static Node *thing(Fixture *f, Node *parent, Role role, const char *item)
{
    Node *node = node_add(&f->tree, parent, role, item, item);
    node->text = node->name;
    node->action = action_of(role == ROLE_BUTTON ? "press" : "", item, 0);
    return node;
}

/* A lone button, two cards, a field, two baskets, and two safety buttons at the very end. */
static void build(Desk *desk)
{
    Fixture *f = &desk->f;
    tree_reset(&f->tree);
    Node *root = fixture_root(f, AXIS_COLUMN);
    root->layout.gap = 20;
    Node *top = node_group(&f->tree, root, AXIS_ROW);
    thing(f, top, ROLE_BUTTON, "lone");
    Node *cards = node_group(&f->tree, root, AXIS_ROW);
    thing(f, cards, ROLE_CARD, "apple");
    thing(f, cards, ROLE_CARD, "boat");
    thing(f, root, ROLE_FIELD, "words");
    Node *baskets = node_group(&f->tree, root, AXIS_ROW);
    thing(f, baskets, ROLE_TARGET, "near");
    thing(f, baskets, ROLE_TARGET, "far");
    Node *safe = node_group(&f->tree, root, AXIS_ROW);
    thing(f, safe, ROLE_BUTTON, "stop")->look = LOOK_SAFETY;
    thing(f, safe, ROLE_BUTTON, "break")->look = LOOK_SAFETY;
    layout_tree(&f->tree, 640, 480, &f->manner, &f->ruler, f->scroll);
    scan_mark(&desk->scan, &f->focus, &f->tree, desk->now);
    focus_mark(&f->focus, &f->tree);
}

static Desk desk_new(Scanning way)
{
    Desk desk = {.f = fixture_new(), .now = 1000};
    scan_set(&desk.scan, way, 1000, false);
    build(&desk);
    return desk;
}

static bool give(Desk *desk, Input input)
{
    bool changed, heard = false;
    UiEvent event;
    if (scan_takes(&desk->scan, &desk->f.focus, &desk->f.tree, &input))
        heard = scan_input(&desk->scan, &desk->f.focus, &desk->f.tree, desk->f.scroll, &input,
                           desk->now, &event, &changed);
    if (heard)
        desk->event = event;
    build(desk);
    return heard;
}

static bool key(Desk *desk, Key which)
{
    bool heard = give(desk, (Input){.type = INPUT_KEY, .key = which});
    give(desk, (Input){.type = INPUT_KEY_UP, .key = which});
    return heard;
}

static bool wait(Desk *desk, int64_t ms)
{
    bool changed;
    desk->now += ms;
    bool heard = scan_tick(&desk->scan, &desk->f.focus, &desk->f.tree, desk->f.scroll, desk->now,
                           &desk->event, &changed);
    build(desk);
    return heard;
}

/* Names of what the highlight stands on, with spaces between. */
static void expect_at(Desk *desk, const char *names)
{
    char seen[256] = "";
    size_t length = 0;
    const Node *root = desk->f.tree.root;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (node->state.scanned)
            length += (size_t)snprintf(seen + length, sizeof seen - length, "%s%s",
                                       length ? " " : "", node->name);
    }
    assert_string_equal(seen, names);
}

static void desk_clear(Desk *desk)
{
    fixture_clear(&desk->f);
}

static void it_walks_over_groups_safety_first(void **state)
{
    (void)state;
    Desk desk = desk_new(SCANNING_AUTO);
    const char *const walk[] = {"stop break", "lone", "apple boat", "near far", "stop break"};
    for (size_t i = 0; i < 5; i++) {
        expect_at(&desk, walk[i]);
        wait(&desk, 999);
        expect_at(&desk, walk[i]);
        wait(&desk, 1);
    }
    desk_clear(&desk);
}

static void a_press_goes_in_and_the_next_acts(void **state)
{
    (void)state;
    Desk desk = desk_new(SCANNING_AUTO);
    assert_false(key(&desk, KEY_SPACE));
    expect_at(&desk, "stop");
    assert_string_equal(desk.f.focus.key, "stop");
    wait(&desk, 1000);
    expect_at(&desk, "break");
    assert_true(key(&desk, KEY_ENTER));
    assert_int_equal(desk.event.type, UI_PRESS);
    assert_string_equal(desk.event.action.item, "break");
    expect_at(&desk, "stop break");
    assert_string_equal(desk.f.focus.key, "");
    desk_clear(&desk);
}

static void a_lone_thing_acts_at_once(void **state)
{
    (void)state;
    Desk desk = desk_new(SCANNING_AUTO);
    wait(&desk, 1000);
    assert_true(key(&desk, KEY_SPACE));
    assert_string_equal(desk.event.action.item, "lone");
    desk_clear(&desk);
}

static void two_empty_rounds_lead_out(void **state)
{
    (void)state;
    Desk desk = desk_new(SCANNING_AUTO);
    key(&desk, KEY_SPACE);
    const char *const walk[] = {"stop", "break", "stop", "break", "stop break", "lone"};
    for (size_t i = 0; i < 6; i++) {
        expect_at(&desk, walk[i]);
        wait(&desk, 1000);
    }
    desk_clear(&desk);
}

static void a_card_in_the_hand_leads_to_the_baskets(void **state)
{
    (void)state;
    Desk desk = desk_new(SCANNING_AUTO);
    wait(&desk, 1000);
    wait(&desk, 1000);
    key(&desk, KEY_SPACE);
    assert_false(key(&desk, KEY_SPACE));
    assert_string_equal(desk.f.focus.hand, "apple");
    expect_at(&desk, "near far");
    key(&desk, KEY_SPACE);
    wait(&desk, 1000);
    assert_true(key(&desk, KEY_SPACE));
    assert_int_equal(desk.event.type, UI_PLACE);
    assert_string_equal(desk.event.action.item, "apple");
    assert_string_equal(desk.event.target, "far");
    desk_clear(&desk);
}

static void anything_is_the_switch(void **state)
{
    (void)state;
    const Input switches[] = {{.type = INPUT_KEY, .key = KEY_SPACE},
                              {.type = INPUT_KEY, .key = KEY_ENTER},
                              {.type = INPUT_KEY, .key = KEY_BACK, .pad = true},
                              {.type = INPUT_KEY, .key = KEY_NONE, .pad = true},
                              {.type = INPUT_POINTER_DOWN, .x = 630, .y = 470}};
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
        Desk desk = desk_new(SCANNING_AUTO);
        give(&desk, switches[i]);
        expect_at(&desk, "stop");
        Input again = switches[i];
        again.repeat = true;
        if (again.type == INPUT_KEY)
            give(&desk, again);
        expect_at(&desk, "stop");
        desk_clear(&desk);
    }
}

static void other_keys_and_the_wheel_are_not(void **state)
{
    (void)state;
    Desk desk = desk_new(SCANNING_AUTO);
    const Input others[] = {{.type = INPUT_KEY, .key = KEY_ESCAPE},
                            {.type = INPUT_KEY, .key = KEY_BREAK},
                            {.type = INPUT_KEY, .key = KEY_TAB},
                            {.type = INPUT_WHEEL, .y = 1},
                            {.type = INPUT_TEXT, .text = "a"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(scan_takes(&desk.scan, &desk.f.focus, &desk.f.tree, &others[i]));
    scan_set(&desk.scan, SCANNING_OFF, 1000, false);
    const Input space = {.type = INPUT_KEY, .key = KEY_SPACE};
    assert_false(scan_takes(&desk.scan, &desk.f.focus, &desk.f.tree, &space));
    assert_int_equal(scan_due(&desk.scan), -1);
    desk_clear(&desk);
}

static void where_others_stand_things_can_be_pointed_at(void **state)
{
    (void)state;
    Desk desk = desk_new(SCANNING_AUTO);
    const Node *lone = tree_find(&desk.f.tree, ROLE_BUTTON, "lone");
    const Input on = {.type = INPUT_POINTER_DOWN, .x = lone->bounds.x + 5, .y = lone->bounds.y + 5};
    const Input beside = {.type = INPUT_POINTER_DOWN, .x = 630, .y = 470};
    assert_true(scan_takes(&desk.scan, &desk.f.focus, &desk.f.tree, &on));
    scan_set(&desk.scan, SCANNING_AUTO, 1000, true);
    assert_false(scan_takes(&desk.scan, &desk.f.focus, &desk.f.tree, &on));
    assert_true(scan_takes(&desk.scan, &desk.f.focus, &desk.f.tree, &beside));
    desk_clear(&desk);
}

static void step_by_step_a_press_walks(void **state)
{
    (void)state;
    Desk desk = desk_new(SCANNING_STEP);
    assert_int_equal(scan_due(&desk.scan), -1);
    wait(&desk, 60000);
    expect_at(&desk, "stop break");
    key(&desk, KEY_SPACE);
    expect_at(&desk, "lone");
    assert_true(key(&desk, KEY_ENTER));
    assert_string_equal(desk.event.action.item, "lone");
    expect_at(&desk, "stop break");
    desk_clear(&desk);
}

static void step_by_step_a_long_press_chooses(void **state)
{
    (void)state;
    Desk desk = desk_new(SCANNING_STEP);
    const Input down = {.type = INPUT_POINTER_DOWN, .x = 5, .y = 5};
    const Input up = {.type = INPUT_POINTER_UP, .x = 5, .y = 5};
    give(&desk, down);
    assert_int_equal(scan_due(&desk.scan), desk.now + 500);
    wait(&desk, 499);
    expect_at(&desk, "stop break");
    assert_false(wait(&desk, 1));
    expect_at(&desk, "stop");
    give(&desk, up);
    expect_at(&desk, "stop");
    give(&desk, down);
    assert_true(wait(&desk, 500));
    assert_string_equal(desk.event.action.item, "stop");
    assert_false(give(&desk, up));
    desk_clear(&desk);
}

static void what_vanished_is_left(void **state)
{
    (void)state;
    Desk desk = desk_new(SCANNING_AUTO);
    wait(&desk, 1000);
    expect_at(&desk, "lone");
    tree_find(&desk.f.tree, ROLE_BUTTON, "lone")->state.disabled = true;
    scan_mark(&desk.scan, &desk.f.focus, &desk.f.tree, desk.now);
    assert_true(tree_find(&desk.f.tree, ROLE_BUTTON, "stop")->state.scanned);
    desk_clear(&desk);
}

static void many_things_are_walked_line_by_line(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *grid = node_group(&f.tree, root, AXIS_GRID);
    grid->layout.columns = 4;
    for (int i = 0; i < 10; i++)
        fixture_button(&f, grid, tree_string(&f.tree, (char[]){(char)('a' + i), '\0'}));
    fixture_layout(&f, 640, 480);
    ScanGroups groups = scan_groups_of(&f.tree);
    assert_int_equal(groups.count, 3);
    assert_int_equal(groups.items[0].count, 4);
    assert_int_equal(groups.items[1].count, 4);
    assert_int_equal(groups.items[2].count, 2);
    scan_groups_clear(&groups);
    fixture_clear(&f);
}

static void nothing_to_scan_is_no_hurry(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Scan scan = {.screen = ""};
    UiEvent event;
    bool changed;
    fixture_root(&f, AXIS_COLUMN);
    fixture_layout(&f, 640, 480);
    scan_set(&scan, SCANNING_AUTO, 1000, false);
    scan_mark(&scan, &f.focus, &f.tree, 5000);
    assert_false(scan_tick(&scan, &f.focus, &f.tree, f.scroll, 9000, &event, &changed));
    assert_int_equal(scan_due(&scan), 10000);
    fixture_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_walks_over_groups_safety_first),
        cmocka_unit_test(a_press_goes_in_and_the_next_acts),
        cmocka_unit_test(a_lone_thing_acts_at_once),
        cmocka_unit_test(two_empty_rounds_lead_out),
        cmocka_unit_test(a_card_in_the_hand_leads_to_the_baskets),
        cmocka_unit_test(anything_is_the_switch),
        cmocka_unit_test(other_keys_and_the_wheel_are_not),
        cmocka_unit_test(where_others_stand_things_can_be_pointed_at),
        cmocka_unit_test(step_by_step_a_press_walks),
        cmocka_unit_test(step_by_step_a_long_press_chooses),
        cmocka_unit_test(what_vanished_is_left),
        cmocka_unit_test(many_things_are_walked_line_by_line),
        cmocka_unit_test(nothing_to_scan_is_no_hurry),
    };
    return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}
