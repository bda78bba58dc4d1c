/* A node's own words and pictures: where they stand and what room they take. */
#include "ui/fixture.h"

static void parts_stand_as_the_look_has_it(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *tile = node_button(&f.tree, root, LOOK_TILE, "Glad", action_of("choose", "glad", 0));
    tile->picture = "face/glad";
    Node *button = fixture_button(&f, root, "Go on");
    button->icon = "icon/next";
    for (int rtl = 0; rtl < 2; rtl++) {
        f.tree.rtl = rtl;
        fixture_layout(&f, 800, 600);
        NodeParts above = node_parts(tile, &f.manner, &f.ruler);
        assert_true(above.picture.height == 96);
        assert_true(above.picture.y + above.picture.height <= above.text.y);
        NodeParts beside = node_parts(button, &f.manner, &f.ruler);
        assert_true(beside.icon.width == 26 && beside.text.width == 55);
        if (rtl)
            assert_true(beside.text.x + 55 + 8 == beside.icon.x);
        else
            assert_true(beside.icon.x + 26 + 8 == beside.text.x);
    }
    fixture_clear(&f);
}

static void covers_take_no_room(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *place = node_add(&f.tree, root, ROLE_GROUP, "", "");
    place->picture = "scene/cove";
    place->cover = true;
    fixture_layout(&f, 800, 600);
    assert_rect(place->bounds, 0, 0, 0, 0);
    fixture_clear(&f);
}

static void words_are_never_cut_by_fixed_heights(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    f.manner.text_scale = 2;
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *button = fixture_button(&f, root, "Many words on a small button");
    button->layout.width = 200;
    button->layout.height = 50;
    fixture_layout(&f, 800, 900);
    NodeParts parts = node_parts(button, &f.manner, &f.ruler);
    assert_true(parts.text.height >= 180);
    assert_true(parts.text.y >= button->bounds.y);
    assert_true(parts.text.y + parts.text.height <= button->bounds.y + button->bounds.height);
    fixture_clear(&f);
}

/* 800x600 at 200 %: a tall picture gives way before the buttons leave the screen. */
static void pictures_give_way(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *picture = node_image(&f.tree, root, "story/one", "A boat", 300, 300);
    Node *button = fixture_button(&f, root, "Go on");
    fixture_layout(&f, 400, 200);
    assert_true(button->bounds.y + button->bounds.height <= 200);
    assert_true(picture->bounds.height >= 120);
    fixture_clear(&f);
}

static void own_words_stand_above_children(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    Node *card = node_add(&f.tree, root, ROLE_ITEM, "", "Item");
    card->text = "Item";
    Node *box = fixture_box(&f, card, 10, 10);
    fixture_layout(&f, 400, 200);
    NodeParts parts = node_parts(card, &f.manner, &f.ruler);
    assert_rect(parts.text, 0, 0, 44, 30);
    assert_rect(box->bounds, 0, 38, 10, 10);
    fixture_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_stand_as_the_look_has_it),
        cmocka_unit_test(covers_take_no_room),
        cmocka_unit_test(words_are_never_cut_by_fixed_heights),
        cmocka_unit_test(pictures_give_way),
        cmocka_unit_test(own_words_stand_above_children),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
