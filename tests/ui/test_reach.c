/* Keys that are held, a gamepad's way back, and directions that lead out of what scrolls. */
#include "ui/fixture.h"

#include "ui/walk.h"

static bool send(Fixture *f, InputType type, Key key, bool repeat)
{
    return fixture_input(f, (Input){.type = type, .key = key, .repeat = repeat});
}

static void a_held_key_presses_once(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *button = fixture_button(&f, fixture_root(&f, AXIS_COLUMN), "Go");
    fixture_layout(&f, 640, 480);
    fixture_key(&f, KEY_TAB);
    assert_true(send(&f, INPUT_KEY, KEY_ENTER, false));
    assert_string_equal(f.focus.held, button->key);
    assert_false(send(&f, INPUT_KEY, KEY_ENTER, true));
    assert_false(send(&f, INPUT_KEY, KEY_SPACE, true));
    focus_mark(&f.focus, &f.tree);
    assert_true(button->state.pressed);
    assert_false(send(&f, INPUT_KEY_UP, KEY_ENTER, false));
    assert_true(f.changed);
    focus_mark(&f.focus, &f.tree);
    assert_false(button->state.pressed);
    fixture_clear(&f);
}

static void what_is_held_may_vanish(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    fixture_button(&f, fixture_root(&f, AXIS_COLUMN), "Go");
    fixture_layout(&f, 640, 480);
    fixture_key(&f, KEY_TAB);
    fixture_key(&f, KEY_ENTER);
    tree_reset(&f.tree);
    fixture_button(&f, fixture_root(&f, AXIS_COLUMN), "Another");
    fixture_layout(&f, 640, 480);
    assert_string_equal(f.focus.held, "");
    fixture_clear(&f);
}

static void back_empties_the_hand_then_goes_back(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *card = node_add(&f.tree, root, ROLE_CARD, "apple", "Apple");
    card->action = action_of("pick", "apple", 0);
    node_button(&f.tree, root, LOOK_QUIET, "Back", action_of("back", "", 0));
    fixture_layout(&f, 640, 480);
    snprintf(f.focus.hand, sizeof f.focus.hand, "apple");
    assert_false(fixture_key(&f, KEY_BACK));
    assert_string_equal(f.focus.hand, "");
    assert_true(fixture_key(&f, KEY_BACK));
    assert_int_equal(f.event.type, UI_PRESS);
    assert_string_equal(f.event.action.verb, "back");
    fixture_clear(&f);
}

static void without_a_way_back_nothing_happens(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    fixture_button(&f, fixture_root(&f, AXIS_COLUMN), "Go");
    fixture_layout(&f, 640, 480);
    assert_false(fixture_key(&f, KEY_BACK));
    fixture_clear(&f);
}

/* What is scrolled away lies below the button, yet the button is next. */
static void down_leads_out_of_what_scrolls(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *list = node_group(&f.tree, root, AXIS_COLUMN);
    list->layout.scroll = true;
    list->layout.height = 150;
    const Node *last = NULL;
    for (int i = 0; i < 9; i++)
        last = fixture_button(&f, list, tree_string(&f.tree, (char[]){(char)('a' + i), '\0'}));
    const Node *below = fixture_button(&f, root, "Below");
    fixture_layout(&f, 640, 480);
    assert_true(last->bounds.y > below->bounds.y);
    assert_ptr_equal(walk_toward(&f.tree, last, KEY_DOWN), below);
    assert_ptr_not_equal(walk_toward(&f.tree, below, KEY_UP), NULL);
    fixture_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_held_key_presses_once),
        cmocka_unit_test(what_is_held_may_vanish),
        cmocka_unit_test(back_empties_the_hand_then_goes_back),
        cmocka_unit_test(without_a_way_back_nothing_happens),
        cmocka_unit_test(down_leads_out_of_what_scrolls),
    };
    return cmocka_run_group_tests_name("reach", tests, NULL, NULL);
}
