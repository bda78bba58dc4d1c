/* Typing, by what a person calls a letter. */
#include "ui/fixture.h"

#define E_ACUTE "e\xCC\x81"                                   /* e + combining acute */
#define FAMILY "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7" /* woman, joiner, girl */

/* One letter is one key: < left, > right, b backspace, d delete, h home, e end; others are typed.
 */
static void field_play(Fixture *f, const char *keys)
{
    static const struct {
        char letter;
        Key key;
    } table[] = {{'<', KEY_LEFT},   {'>', KEY_RIGHT}, {'b', KEY_BACKSPACE},
                 {'d', KEY_DELETE}, {'h', KEY_HOME},  {'z', KEY_END}};
    for (; *keys; keys++) {
        for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
            if (table[i].letter == *keys)
                fixture_key(f, table[i].key);
        }
    }
}

static Node *field_build(Fixture *f, const char *text, int max)
{
    tree_reset(&f->tree);
    Node *root = fixture_root(f, AXIS_COLUMN);
    Node *field = node_add(&f->tree, root, ROLE_FIELD, "name", "Name");
    field->field_text = tree_string(&f->tree, text);
    field->field_max = max;
    field->action = action_of("", "name", 0);
    fixture_layout(f, 400, 300);
    return field;
}

static void keys_move_and_delete_by_grapheme(void **state)
{
    (void)state;
    static const struct {
        const char *text, *keys, *result;
        size_t caret;
    } rows[] = {
        {"abc", "", "abc", 3},
        {"abc", "b", "ab", 2},
        {"abc", "<<d", "ac", 1},
        {"abc", "hd", "bc", 0},
        {"abc", "hb", "abc", 0},
        {"abc", "d", "abc", 3},
        {"abc", "h>>", "abc", 2},
        {"abc", "h>>>>>", "abc", 3},
        {"abc", "hz", "abc", 3},
        {"x" E_ACUTE "y", "<b", "xy", 1},
        {"x" E_ACUTE "y", "<<", "x" E_ACUTE "y", 1},
        {"x" E_ACUTE "y", "h>>", "x" E_ACUTE "y", 4},
        {"a" FAMILY, "b", "a", 1},
        {FAMILY "a", "hd", "a", 0},
        {"", "<>bdhz", "", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture f = fixture_new();
        field_build(&f, rows[i].text, 0);
        fixture_key(&f, KEY_TAB);
        field_play(&f, rows[i].keys);
        assert_string_equal(f.focus.edit, rows[i].result);
        assert_int_equal(f.focus.caret, rows[i].caret);
        fixture_clear(&f);
    }
}

static void typing_keeps_to_the_room_there_is(void **state)
{
    (void)state;
    static const struct {
        const char *text, *typed, *result;
        int max;
        bool heard;
    } rows[] = {
        {"ab", "c", "abc", 0, true},
        {"ab", "cd", "abc", 3, true},
        {"abc", "d", "abc", 3, false},
        {"a", E_ACUTE, "a", 3, false},
        {"a", E_ACUTE, "a" E_ACUTE, 4, true},
        {"a", FAMILY, "a", 8, false},
        {"a", "b\nc", "ab c", 0, true},
        {"a", "\xFF", "a", 0, false},
        {"a", "", "a", 0, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture f = fixture_new();
        Input typed = {.type = INPUT_TEXT};
        field_build(&f, rows[i].text, rows[i].max);
        fixture_key(&f, KEY_TAB);
        snprintf(typed.text, sizeof typed.text, "%s", rows[i].typed);
        assert_int_equal(fixture_input(&f, typed), rows[i].heard);
        if (rows[i].heard) {
            assert_int_equal(f.event.type, UI_EDIT);
            assert_string_equal(f.event.action.item, "name");
            assert_string_equal(f.event.text, rows[i].result);
        }
        assert_string_equal(f.focus.edit, rows[i].result);
        fixture_clear(&f);
    }
}

static void the_screen_has_the_last_word(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    field_build(&f, "abc", 0);
    fixture_key(&f, KEY_TAB);
    Node *field = field_build(&f, "a", 0);
    assert_string_equal(f.focus.edit, "a");
    assert_int_equal(f.focus.caret, 1);
    assert_int_equal(field->field_caret, 1);
    assert_true(field->state.focused);
    fixture_clear(&f);
}

static void long_text_is_cut_between_letters(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    char text[FIELD_BYTES + 100] = "";
    for (size_t i = 0; i + 2 < sizeof text; i += 2)
        memcpy(text + i, "\xC3\xA4", 3);
    field_build(&f, text, 0);
    fixture_key(&f, KEY_TAB);
    assert_int_equal(strlen(f.focus.edit), FIELD_BYTES - 2);
    assert_false(fixture_input(&f, (Input){.type = INPUT_TEXT, .text = "\xC3\xA4"}));
    fixture_clear(&f);
}

static void enter_goes_on_and_space_is_text(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *field = field_build(&f, "abc", 0);
    Node *button = fixture_button(&f, f.tree.root, "Go on");
    fixture_layout(&f, 400, 300);
    fixture_key(&f, KEY_TAB);
    assert_false(fixture_key(&f, KEY_SPACE));
    assert_false(f.changed);
    assert_false(fixture_key(&f, KEY_ENTER));
    assert_string_equal(f.focus.key, button->key);
    field->action = action_of("search", "", 0);
    fixture_key(&f, KEY_BACK_TAB);
    assert_true(fixture_key(&f, KEY_ENTER));
    assert_int_equal(f.event.type, UI_PRESS);
    assert_string_equal(f.event.action.verb, "search");
    fixture_clear(&f);
}

static void text_without_a_field_is_nobodys(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    fixture_button(&f, root, "Go on");
    fixture_layout(&f, 400, 300);
    fixture_key(&f, KEY_TAB);
    assert_false(fixture_input(&f, (Input){.type = INPUT_TEXT, .text = "a"}));
    assert_false(f.changed);
    fixture_clear(&f);
}

/* A page that is for typing: whoever came by pointer types at once, and after Enter again. */
static void a_page_may_begin_in_its_field(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    fixture_button(&f, root, "Go on");
    fixture_layout(&f, 400, 300);
    tree_reset(&f.tree);
    root = node_add(&f.tree, NULL, ROLE_SCREEN, "next", "Another screen");
    fixture_button(&f, root, "Go on");
    Node *field = node_add(&f.tree, root, ROLE_FIELD, "name", "Name");
    field->action = action_of("send", "name", 0);
    field->field_begins = true;
    fixture_layout(&f, 400, 300);
    assert_true(fixture_input(&f, (Input){.type = INPUT_TEXT, .text = "a"}));
    assert_string_equal(f.event.text, "a");
    assert_true(fixture_key(&f, KEY_ENTER));
    assert_string_equal(f.event.action.verb, "send");
    assert_true(fixture_input(&f, (Input){.type = INPUT_TEXT, .text = "b"}));
    fixture_key(&f, KEY_TAB); /* and away, as from any field, also when the page is built again */
    fixture_layout(&f, 400, 300);
    assert_false(fixture_input(&f, (Input){.type = INPUT_TEXT, .text = "c"}));
    field->field_begins = false; /* gone, and there again: it is new */
    fixture_layout(&f, 400, 300);
    field->field_begins = true;
    fixture_layout(&f, 400, 300);
    assert_true(fixture_input(&f, (Input){.type = INPUT_TEXT, .text = "d"}));
    fixture_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_move_and_delete_by_grapheme),
        cmocka_unit_test(typing_keeps_to_the_room_there_is),
        cmocka_unit_test(the_screen_has_the_last_word),
        cmocka_unit_test(long_text_is_cut_between_letters),
        cmocka_unit_test(enter_goes_on_and_space_is_text),
        cmocka_unit_test(text_without_a_field_is_nobodys),
        cmocka_unit_test(a_page_may_begin_in_its_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
