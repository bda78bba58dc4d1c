/* What is drawn, and in which order. */
#include "ui/fixture.h"

typedef struct Picture {
    Fixture f;
    DrawList list;
} Picture;

static Picture picture_new(void)
{
    return (Picture){.f = fixture_new()};
}

static void picture_paint(Picture *picture)
{
    fixture_layout(&picture->f, 400, 300);
    paint_tree(&picture->f.tree, &picture->f.manner, &picture->f.ruler, &picture->list);
}

static void picture_clear(Picture *picture)
{
    fixture_clear(&picture->f);
    draw_list_clear(&picture->list);
}

static const Draw *find(const Picture *picture, DrawType type, const char *name)
{
    for (size_t i = 0; i < picture->list.count; i++) {
        const Draw *draw = &picture->list.items[i];
        if (draw->type == type && (!name || (draw->name && strcmp(draw->name, name) == 0)))
            return draw;
    }
    return NULL;
}

static const Draw *last(const Picture *picture)
{
    return &picture->list.items[picture->list.count - 1];
}

static void a_button_is_box_icon_and_words(void **state)
{
    (void)state;
    Picture p = picture_new();
    Node *button = node_button(&p.f.tree, fixture_root(&p.f, AXIS_COLUMN), LOOK_PRIMARY, "Go on",
                               action_of("go", "", 0));
    button->icon = "icon/next";
    picture_paint(&p);
    const Draw *shadow = find(&p, DRAW_SHADOW, NULL), *text = find(&p, DRAW_TEXT, "Go on");
    const Draw *icon = find(&p, DRAW_PICTURE, "icon/next");
    assert_true(p.list.items[0].rect.width == 400);
    assert_true(shadow && icon && text && shadow < icon);
    Paint paint = theme_paint(&p.f.manner, LOOK_PRIMARY, &button->state);
    assert_memory_equal(&text->color, &paint.text, sizeof(Color));
    assert_memory_equal(&icon->color, &paint.text, sizeof(Color));
    picture_clear(&p);
}

/* A part that is read from right to left has its arrows turned, its words at its own start, and
 * its first child at the right. */
static void a_part_in_another_language_is_turned(void **state)
{
    (void)state;
    Picture p = picture_new();
    Node *root = fixture_root(&p.f, AXIS_COLUMN);
    Node *part = node_group(&p.f.tree, root, AXIS_ROW);
    part->reads = READS_RTL;
    part->language = "ar";
    Node *first = node_text(&p.f.tree, part, TYPE_BODY, "one");
    Node *next = node_button(&p.f.tree, part, LOOK_PRIMARY, "on", action_of("go", "", 0));
    next->icon = "icon/next";
    Node *other = node_button(&p.f.tree, root, LOOK_PRIMARY, "off", action_of("no", "", 0));
    other->icon = "icon/undo";
    picture_paint(&p);
    assert_true(first->rtl && next->rtl && !other->rtl && !root->rtl);
    assert_true(first->bounds.x > next->bounds.x);
    assert_non_null(find(&p, DRAW_PICTURE, "icon/back"));
    assert_null(find(&p, DRAW_PICTURE, "icon/next"));
    assert_non_null(find(&p, DRAW_PICTURE, "icon/undo"));
    assert_int_equal(find(&p, DRAW_TEXT, "one")->style.start, START_RIGHT);
    assert_int_equal(find(&p, DRAW_TEXT, "off")->style.start, START_LEFT);
    assert_string_equal(node_language(next), "ar");
    assert_null(node_language(other));
    picture_clear(&p);
}

/* All below a node with a manner of its own is measured and painted as somebody else sees it. */
static void a_sample_is_in_another_manner(void **state)
{
    (void)state;
    Picture p = picture_new();
    Manner other = p.f.manner;
    other.theme = THEME_CONTRAST;
    other.text_scale = 2;
    other.font = FONT_COMIC_NEUE;
    Node *root = fixture_root(&p.f, AXIS_COLUMN);
    node_text(&p.f.tree, root, TYPE_BODY, "around");
    Node *card = node_group(&p.f.tree, root, AXIS_COLUMN);
    card->look = LOOK_CARD;
    card->manner = &other;
    Node *inside = node_text(&p.f.tree, card, TYPE_BODY, "inside");
    node_text(&p.f.tree, root, TYPE_BODY, "after");
    picture_paint(&p);
    State none = {0};
    Color light = theme_paint(&other, LOOK_CARD, &none).text;
    Color dark = theme_paint(&p.f.manner, LOOK_PLAIN, &none).text;
    assert_memory_equal(&find(&p, DRAW_TEXT, "inside")->color, &light, sizeof light);
    assert_memory_equal(&find(&p, DRAW_TEXT, "after")->color, &dark, sizeof dark);
    assert_float_equal(find(&p, DRAW_TEXT, "inside")->style.size, 40, 0.001);
    assert_float_equal(find(&p, DRAW_TEXT, "after")->style.size, 20, 0.001);
    assert_int_equal(find(&p, DRAW_TEXT, "inside")->style.family, FONT_COMIC_NEUE);
    assert_float_equal(inside->bounds.height, 60, 0.001);
    picture_clear(&p);
}

static void chosen_has_a_tick(void **state)
{
    (void)state;
    Picture p = picture_new();
    Node *root = fixture_root(&p.f, AXIS_COLUMN);
    Node *chip = node_button(&p.f.tree, root, LOOK_CHIP, "Mad", action_of("choose", "mad", 0));
    picture_paint(&p);
    assert_null(find(&p, DRAW_PICTURE, "icon/kept"));
    chip->state.chosen = true;
    picture_paint(&p);
    assert_non_null(find(&p, DRAW_PICTURE, "icon/kept"));
    picture_clear(&p);
}

static void the_ring_is_drawn_last(void **state)
{
    (void)state;
    Picture p = picture_new();
    Node *root = fixture_root(&p.f, AXIS_COLUMN);
    Node *first = fixture_button(&p.f, root, "First");
    fixture_button(&p.f, root, "Second");
    picture_paint(&p);
    fixture_key(&p.f, KEY_TAB);
    picture_paint(&p);
    Color ring = theme_focus_ring(&p.f.manner);
    assert_int_equal(last(&p)->type, DRAW_BOX);
    assert_memory_equal(&last(&p)->line, &ring, sizeof ring);
    assert_rect(last(&p)->rect, first->bounds.x - 5, first->bounds.y - 5, first->bounds.width + 10,
                first->bounds.height + 10);
    picture_clear(&p);
}

static void clips_match_and_bars_show_when_needed(void **state)
{
    (void)state;
    for (int count = 2; count <= 40; count += 38) {
        Picture p = picture_new();
        Node *root = fixture_root(&p.f, AXIS_COLUMN);
        Node *list = node_add(&p.f.tree, root, ROLE_LIST, "list", "List");
        list->layout.scroll = true;
        for (int i = 0; i < count; i++)
            node_text(&p.f.tree, list, TYPE_BODY, "Line");
        picture_paint(&p);
        int depth = 0, bars = 0;
        size_t texts = 0;
        for (size_t i = 0; i < p.list.count; i++) {
            const Draw *draw = &p.list.items[i];
            depth += draw->type == DRAW_CLIP;
            depth -= draw->type == DRAW_UNCLIP;
            bars += draw->type == DRAW_BOX && draw->rect.width == 5;
            texts += draw->type == DRAW_TEXT;
            assert_true(depth >= 0);
        }
        assert_int_equal(depth, 0);
        assert_int_equal(bars, count > 2);
        assert_true(texts <= 11);
        picture_clear(&p);
    }
}

static void dusk_veils_scenes(void **state)
{
    (void)state;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        Picture p = picture_new();
        p.f.manner.theme = (ThemeName)theme;
        Node *root = fixture_root(&p.f, AXIS_STACK);
        node_image(&p.f.tree, root, "scene/cove", "", 0, 0)->cover = true;
        picture_paint(&p);
        const Draw *scene = find(&p, DRAW_PICTURE, "scene/cove");
        assert_true(scene && scene->cover);
        assert_int_equal(last(&p) != scene, theme != THEME_DAY);
        picture_clear(&p);
    }
}

static void a_carried_card_is_on_top_where_the_pointer_is(void **state)
{
    (void)state;
    Picture p = picture_new();
    Node *root = fixture_root(&p.f, AXIS_COLUMN);
    Node *card = node_add(&p.f.tree, root, ROLE_CARD, "", "Boat");
    card->text = card->name;
    card->look = LOOK_CARD;
    card->action = action_of("", "boat", 0);
    Node *basket = node_add(&p.f.tree, root, ROLE_TARGET, "", "Basket");
    basket->look = LOOK_TARGET;
    basket->action = action_of("", "basket", 0);
    picture_paint(&p);
    Rect before = find(&p, DRAW_TEXT, "Boat")->rect;
    fixture_pointer(&p.f, INPUT_POINTER_DOWN, 10, 10);
    fixture_pointer(&p.f, INPUT_POINTER_MOVE, 60, 90);
    picture_paint(&p);
    assert_ptr_equal(last(&p), find(&p, DRAW_TEXT, "Boat"));
    assert_rect(last(&p)->rect, before.x + 50, before.y + 80, before.width, before.height);
    picture_clear(&p);
}

static void fields_show_hint_text_and_caret(void **state)
{
    (void)state;
    Picture p = picture_new();
    Node *field = node_add(&p.f.tree, fixture_root(&p.f, AXIS_COLUMN), ROLE_FIELD, "", "Name");
    field->look = LOOK_FIELD;
    field->field_hint = "A name";
    field->layout.width = 200;
    picture_paint(&p);
    assert_non_null(find(&p, DRAW_TEXT, "A name"));
    fixture_key(&p.f, KEY_TAB);
    fixture_input(&p.f, (Input){.type = INPUT_TEXT, .text = "something rather long"});
    field->field_text = "something rather long";
    picture_paint(&p);
    assert_null(find(&p, DRAW_TEXT, "A name"));
    const Draw *text = find(&p, DRAW_TEXT, "something rather long");
    assert_non_null(text);
    Rect caret = text[1].rect, bounds = field->bounds;
    assert_true(caret.width == 2 && caret.x > bounds.x && caret.x + 2 < bounds.x + bounds.width);
    assert_true(text->rect.x < bounds.x);
    picture_clear(&p);
}

static void plain_words_take_the_ink_around_them(void **state)
{
    (void)state;
    Picture p = picture_new();
    Node *root = fixture_root(&p.f, AXIS_COLUMN);
    Node *button = node_add(&p.f.tree, root, ROLE_BUTTON, "", "Big");
    button->look = LOOK_PRIMARY;
    button->action = action_of("go", "", 0);
    node_text(&p.f.tree, button, TYPE_BODY, "Big");
    picture_paint(&p);
    Color ink = theme_paint(&p.f.manner, LOOK_PRIMARY, &button->state).text;
    assert_memory_equal(&find(&p, DRAW_TEXT, "Big")->color, &ink, sizeof ink);
    picture_clear(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_part_in_another_language_is_turned),
        cmocka_unit_test(a_button_is_box_icon_and_words),
        cmocka_unit_test(a_sample_is_in_another_manner),
        cmocka_unit_test(chosen_has_a_tick),
        cmocka_unit_test(the_ring_is_drawn_last),
        cmocka_unit_test(clips_match_and_bars_show_when_needed),
        cmocka_unit_test(dusk_veils_scenes),
        cmocka_unit_test(a_carried_card_is_on_top_where_the_pointer_is),
        cmocka_unit_test(fields_show_hint_text_and_caret),
        cmocka_unit_test(plain_words_take_the_ink_around_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
