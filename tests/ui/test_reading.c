/* Read-along: where a word stands, the ground behind it, and that it can be read there. */
#include "ui/fixture.h"

/* ruler_fixed: a character of 20 px type is 11 px wide, a line 30 px high. */
static void words_are_found_in_their_lines(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        float width;
        size_t start, end, count;
        Rect first;
    } rows[] = {
        {"one two", 0, 0, 3, 1, {0, 0, 33, 30}},   {"one two", 0, 4, 7, 1, {44, 0, 33, 30}},
        {"one two", 40, 4, 7, 1, {0, 30, 33, 30}}, {"one\ntwo", 400, 4, 7, 1, {0, 30, 33, 30}},
        {"é two", 0, 3, 6, 1, {22, 0, 33, 30}},    {"one two six", 77, 0, 11, 3, {0, 0, 33, 30}},
        {"one two", 0, 7, 9, 0, {0, 0, 0, 0}},     {"", 0, 0, 3, 0, {0, 0, 0, 0}},
    };
    Ruler ruler = ruler_fixed();
    TextStyle style = {.size = 20, .line_height = 1.5f};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Rect boxes[8] = {0};
        size_t count = ruler.range(ruler.context, rows[i].text, &style, rows[i].width,
                                   rows[i].start, rows[i].end, boxes, 8);
        assert_int_equal(count, rows[i].count);
        assert_rect(boxes[0], rows[i].first.x, rows[i].first.y, rows[i].first.width,
                    rows[i].first.height);
    }
}

static void the_ground_lies_behind_the_word(void **state)
{
    (void)state;
    Fixture ui = fixture_new();
    DrawList list = {0};
    Node *text = node_text(&ui.tree, fixture_root(&ui, AXIS_COLUMN), TYPE_BODY, "one two");
    fixture_layout(&ui, 400, 300);
    paint_tree(&ui.tree, &ui.manner, &ui.ruler, &list);
    size_t before = list.count;
    text->say_start = 4;
    text->say_length = 3;
    paint_tree(&ui.tree, &ui.manner, &ui.ruler, &list);
    assert_int_equal(list.count, before + 1);
    const Draw *ground = &list.items[list.count - 2], *words = &list.items[list.count - 1];
    assert_int_equal(ground->type, DRAW_BOX);
    assert_int_equal(words->type, DRAW_TEXT);
    assert_rect(ground->rect, words->rect.x + 44 - 3, words->rect.y + 2, 33 + 6, 26);
    draw_list_clear(&list);
    fixture_clear(&ui);
}

static void check_reading(const Manner *manner, Look look, const State *state)
{
    double least = manner->theme == THEME_CONTRAST ? 7 : 4.5;
    Paint paint = theme_paint(manner, look, state);
    Color ground = theme_reading(manner, paint.text);
    if (color_contrast(paint.text, ground) < least)
        fail_msg("theme %d, look %d: %.2f", (int)manner->theme, (int)look,
                 color_contrast(paint.text, ground));
}

static void every_word_can_be_read_on_its_ground(void **state)
{
    (void)state;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        Manner manner = plain_manner();
        manner.theme = (ThemeName)theme;
        for (int look = 0; look < LOOK_COUNT; look++) {
            for (int bits = 0; bits < 8; bits++) {
                State now = {.chosen = bits & 1, .disabled = bits & 2, .pressed = bits & 4};
                check_reading(&manner, (Look)look, &now);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_in_their_lines),
        cmocka_unit_test(the_ground_lies_behind_the_word),
        cmocka_unit_test(every_word_can_be_read_on_its_ground),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
