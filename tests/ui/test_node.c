/* The tree: adding, finding, keys, dumps. */
#include "ui/fixture.h"

static void dump_names_what_a_person_meets(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    node_image(&f.tree, root, "scene/cove", "", 0, 0);
    Node *group = node_group(&f.tree, root, AXIS_ROW);
    node_heading(&f.tree, group, TYPE_TITLE, "Say \"hello\"");
    Node *list = node_add(&f.tree, root, ROLE_LIST, "", "Ways");
    Node *choice = node_add(&f.tree, list, ROLE_CHOICE, "", "Wave");
    choice->state.chosen = true;
    choice->state.disabled = true;
    Node *field = node_add(&f.tree, root, ROLE_FIELD, "", "Name");
    field->field_text = "Mo";
    Node *jar = node_add(&f.tree, root, ROLE_IMAGE, "", "Jar of pebbles");
    jar->text = "12";
    char *dump = tree_dump(&f.tree);
    assert_string_equal(dump, "screen \"Screen\"\n"
                              "  heading \"Say \\\"hello\\\"\"\n"
                              "  list \"Ways\"\n"
                              "    choice \"Wave\" [chosen, disabled]\n"
                              "  field \"Name\" = \"Mo\"\n"
                              "  image \"Jar of pebbles\" = \"12\"\n");
    fixture_layout(&f, 640, 480);
    fixture_key(&f, KEY_TAB);
    fixture_layout(&f, 900, 300);
    char *again = tree_dump(&f.tree);
    assert_string_equal(dump, again);
    free(dump);
    free(again);
    fixture_clear(&f);
}

static void things_are_found_by_role_and_name(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *hidden = fixture_button(&f, root, "Go on");
    hidden->decoration = true;
    Node *first = fixture_button(&f, root, "Go on");
    Node *second = fixture_button(&f, root, "Go on");
    second->action = action_of("leave", "room", 3);
    assert_ptr_equal(tree_find(&f.tree, ROLE_BUTTON, "Go on"), first);
    assert_ptr_equal(tree_find_nth(&f.tree, ROLE_BUTTON, "Go on", 1), second);
    assert_null(tree_find_nth(&f.tree, ROLE_BUTTON, "Go on", 2));
    assert_null(tree_find(&f.tree, ROLE_TEXT, "Go on"));
    assert_ptr_equal(tree_find_verb(&f.tree, "leave", "room"), second);
    assert_ptr_equal(tree_find_verb(&f.tree, "leave", NULL), second);
    assert_null(tree_find_verb(&f.tree, "leave", "house"));
    assert_ptr_equal(tree_find_key(&f.tree, "root"), root);
    assert_null(tree_find_key(&f.tree, ""));
    fixture_clear(&f);
}

static void build_keyed(Fixture *f, bool extra)
{
    tree_reset(&f->tree);
    Node *root = fixture_root(f, AXIS_COLUMN);
    if (extra)
        node_text(&f->tree, root, TYPE_BODY, "More words");
    fixture_button(f, root, "Same");
    fixture_button(f, root, "Same");
    node_add(&f->tree, root, ROLE_FIELD, "given", "Field");
    node_add(&f->tree, root, ROLE_FIELD, "given", "Other");
    node_group(&f->tree, root, AXIS_COLUMN)->layout.scroll = true;
    tree_give_keys(&f->tree);
}

static void keys_differ_and_stay(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    char keys[16][KEY_MAX];
    size_t count = 0;
    build_keyed(&f, false);
    for (Node *node = f.tree.root; node; node = node_following(node, f.tree.root))
        snprintf(keys[count++], KEY_MAX, "%s", node->key);
    for (size_t i = 0; i < count; i++) {
        assert_true(keys[i][0]);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(keys[i], keys[j]);
    }
    build_keyed(&f, true);
    tree_give_keys(&f.tree);
    for (size_t i = 0; i < count; i++)
        assert_non_null(tree_find_key(&f.tree, keys[i]));
    fixture_clear(&f);
}

/* Lists of things alike are numbered from 2 on, past what was given by hand. */
static void many_alike_are_numbered(void **state)
{
    (void)state;
    enum { ALIKE = 300 };
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    (void)node_add(&f.tree, root, ROLE_FIELD, "alike#7", "By hand");
    Node *nodes[ALIKE];
    for (int i = 0; i < ALIKE; i++)
        nodes[i] = node_add(&f.tree, root, ROLE_FIELD, "alike", "Alike");
    tree_give_keys(&f.tree);
    assert_string_equal(nodes[0]->key, "alike");
    for (int i = 1; i < ALIKE; i++) {
        char key[KEY_MAX];
        snprintf(key, sizeof key, "alike#%d", i < 6 ? i + 1 : i + 2);
        assert_string_equal(nodes[i]->key, key);
    }
    fixture_clear(&f);
}

static void long_keys_are_fitted(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    char key[200];
    memset(key, 'k', sizeof key - 1);
    key[sizeof key - 1] = '\0';
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *node = node_add(&f.tree, root, ROLE_FIELD, key, "Long");
    assert_true(strlen(node->key) < KEY_MAX);
    assert_ptr_equal(tree_find_key(&f.tree, key), node);
    fixture_clear(&f);
}

static void only_what_can_be_pressed_acts(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *button = fixture_button(&f, root, "Go");
    assert_true(node_acts(button));
    button->state.disabled = true;
    assert_false(node_acts(button));
    assert_false(node_acts(node_text(&f.tree, root, TYPE_BODY, "words")));
    assert_true(node_acts(node_add(&f.tree, root, ROLE_FIELD, "", "Name")));
    Node *card = node_add(&f.tree, root, ROLE_CARD, "", "Card");
    assert_false(node_acts(card));
    card->action = action_of("", "card", 0);
    assert_true(node_acts(card));
    root->decoration = true;
    assert_false(node_acts(card));
    fixture_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dump_names_what_a_person_meets),
        cmocka_unit_test(things_are_found_by_role_and_name),
        cmocka_unit_test(keys_differ_and_stay),
        cmocka_unit_test(many_alike_are_numbered),
        cmocka_unit_test(long_keys_are_fitted),
        cmocka_unit_test(only_what_can_be_pressed_acts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
