/* Where things go: one table row of a kind for each rule of the layout. Text is 11 px a letter and
 * 30 px a line. */
#include "ui/fixture.h"

static void columns_stack_and_align(void **state)
{
    (void)state;
    static const struct {
        Align main, cross;
        double x, y, width;
    } rows[] = {
        {ALIGN_START, ALIGN_START, 0, 0, 100},
        {ALIGN_CENTER, ALIGN_CENTER, 150, 75, 100},
        {ALIGN_END, ALIGN_END, 300, 150, 100},
        {ALIGN_STRETCH, ALIGN_STRETCH, 0, 0, 400},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture f = fixture_new();
        Node *root = fixture_root(&f, AXIS_COLUMN);
        root->layout.gap = 10;
        root->layout.main = rows[i].main;
        root->layout.cross = rows[i].cross;
        Node *first = fixture_box(&f, root, 0, 20);
        first->layout.min_width = 100;
        Node *second = fixture_box(&f, root, 50, 20);
        fixture_layout(&f, 400, 200);
        assert_rect(first->bounds, rows[i].x, rows[i].y, rows[i].width, 20);
        assert_true(second->bounds.y == first->bounds.y + 30);
        assert_true(second->bounds.width == 50);
        fixture_clear(&f);
    }
}

static void rows_stand_beside_and_mirror(void **state)
{
    (void)state;
    for (int rtl = 0; rtl < 2; rtl++) {
        Fixture f = fixture_new();
        f.tree.rtl = rtl;
        Node *root = fixture_root(&f, AXIS_ROW);
        root->layout.gap = 10;
        Node *a = fixture_box(&f, root, 100, 20);
        Node *b = fixture_box(&f, root, 50, 40);
        fixture_layout(&f, 400, 100);
        assert_rect(a->bounds, rtl ? 300 : 0, 0, 100, 20);
        assert_rect(b->bounds, rtl ? 240 : 110, 0, 50, 40);
        root->layout.main = ALIGN_END;
        root->layout.cross = ALIGN_CENTER;
        fixture_layout(&f, 400, 100);
        assert_rect(a->bounds, rtl ? 60 : 240, 40, 100, 20);
        assert_rect(b->bounds, rtl ? 0 : 350, 30, 50, 40);
        fixture_clear(&f);
    }
}

static void growth_is_shared_within_limits(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_ROW);
    Node *fixed = fixture_box(&f, root, 100, 20);
    Node *one = node_spacer(&f.tree, root);
    Node *two = node_spacer(&f.tree, root);
    two->layout.grow = 2;
    fixture_layout(&f, 400, 100);
    assert_rect(fixed->bounds, 0, 0, 100, 20);
    assert_true(one->bounds.width == 100 && two->bounds.width == 200);
    two->layout.max_width = 50;
    fixture_layout(&f, 400, 100);
    assert_true(one->bounds.width == 250 && two->bounds.width == 50);
    fixture_clear(&f);
}

static void padding_comes_from_look_or_layout(void **state)
{
    (void)state;
    static const struct {
        Look look;
        int pad_x, pad_y;
        double x, y;
    } rows[] = {
        {LOOK_PLAIN, 0, 0, 0, 0},           {LOOK_CARD, 0, 0, 20, 16}, {LOOK_CARD, 4, 6, 4, 6},
        {LOOK_CARD, LENGTH_AUTO, 0, 0, 16}, {LOOK_PLAIN, 3, 0, 3, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture f = fixture_new();
        Node *root = fixture_root(&f, AXIS_COLUMN);
        root->look = rows[i].look;
        root->layout.pad_x = rows[i].pad_x;
        root->layout.pad_y = rows[i].pad_y;
        Node *box = fixture_box(&f, root, 10, 10);
        fixture_layout(&f, 400, 200);
        assert_rect(box->bounds, rows[i].x, rows[i].y, 10, 10);
        fixture_clear(&f);
    }
}

static void text_wraps_at_the_width(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        float window;
        double width, height;
    } rows[] = {
        {"one two", 400, 77, 30},       {"one two", 76, 33, 60},     {"one two three", 80, 77, 60},
        {"first\nsecond", 400, 66, 60}, {"unbreakable", 60, 55, 90},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture f = fixture_new();
        Node *root = fixture_root(&f, AXIS_COLUMN);
        Node *text = node_text(&f.tree, root, TYPE_BODY, rows[i].text);
        fixture_layout(&f, rows[i].window, 400);
        assert_rect(text->bounds, 0, 0, rows[i].width, rows[i].height);
        fixture_clear(&f);
    }
}

/* Words wrap down to ten em; when that is not enough, the row goes on in the next line. */
static void rows_wrap_words_before_they_overflow(void **state)
{
    (void)state;
    static const struct {
        float window;
        double width, height, button_x, button_y;
    } rows[] = {
        {500, 297, 30, 305, 0},
        {340, 229, 60, 237, 0},
        {300, 297, 30, 0, 38},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture f = fixture_new();
        Node *root = fixture_root(&f, AXIS_ROW);
        root->layout.gap = 8;
        Node *words = node_text(&f.tree, root, TYPE_BODY, "some words that are so long");
        Node *button = fixture_button(&f, root, "Go on");
        fixture_layout(&f, rows[i].window, 300);
        assert_rect(words->bounds, 0, 0, rows[i].width, rows[i].height);
        assert_true(button->bounds.width == 5 * 11 + 48);
        assert_true(button->bounds.x == rows[i].button_x && button->bounds.y == rows[i].button_y);
        fixture_clear(&f);
    }
}

/* Panes that no longer fit beside one another share the height instead. */
static void panes_below_one_another_still_scroll(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_ROW);
    for (int pane = 0; pane < 2; pane++) {
        Node *list = node_add(&f.tree, root, ROLE_LIST, "", "List");
        list->layout.scroll = true;
        list->layout.width = 300;
        for (int i = 0; i < 20; i++)
            fixture_box(&f, list, 100, 50);
    }
    fixture_layout(&f, 400, 500);
    const Node *second = root->last;
    assert_rect(second->bounds, 0, root->first->bounds.height, 300, second->bounds.height);
    assert_true(second->bounds.y + second->bounds.height <= 500);
    assert_true(second->bounds.height >= 200);
    fixture_clear(&f);
}

static void rows_go_on_in_the_next_line(void **state)
{
    (void)state;
    for (int wrap = 0; wrap < 2; wrap++) {
        Fixture f = fixture_new();
        Node *root = fixture_root(&f, AXIS_ROW);
        root->layout.wrap = wrap;
        root->layout.gap = 10;
        Node *boxes[5];
        for (size_t i = 0; i < 5; i++) {
            boxes[i] = fixture_box(&f, root, 90, 40);
            boxes[i]->layout.min_width = 90;
        }
        fixture_layout(&f, 300, 300);
        assert_rect(boxes[2]->bounds, 200, 0, 90, 40);
        assert_rect(boxes[3]->bounds, 0, 50, 90, 40);
        fixture_clear(&f);
    }
}

static void grids_have_equal_cells(void **state)
{
    (void)state;
    static const struct {
        int columns, min_cell;
        bool rtl;
        double cell, third_x, third_y;
    } rows[] = {
        {2, 0, false, 195, 0, 50},   {3, 0, false, 126, 272, 0},  {0, 120, false, 126, 272, 0},
        {0, 190, false, 195, 0, 50}, {0, 500, false, 400, 0, 90}, {2, 0, true, 195, 205, 50},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture f = fixture_new();
        f.tree.rtl = rows[i].rtl;
        Node *root = fixture_root(&f, AXIS_GRID);
        root->layout.columns = rows[i].columns;
        root->layout.min_cell = rows[i].min_cell;
        root->layout.gap = 10;
        Node *cells[4];
        for (size_t j = 0; j < 4; j++)
            cells[j] = fixture_box(&f, root, 0, 40);
        cells[0]->layout.height = 0;
        cells[0]->layout.min_height = 30;
        fixture_layout(&f, 400, 300);
        double third_y = rows[i].third_y;
        assert_rect(cells[2]->bounds, rows[i].third_x, third_y, rows[i].cell, 40);
        if (rows[i].cell < 400)
            assert_true(cells[0]->bounds.height == 40);
        fixture_clear(&f);
    }
}

/* At a large text size a grid of buttons has fewer columns rather than broken words. */
static void grids_do_not_break_words_on_buttons(void **state)
{
    (void)state;
    static const struct {
        int columns, min_cell;
        float text_scale;
        double height;
    } rows[] = {{0, 100, 1, 54}, {0, 100, 2, 84}, {3, 0, 1, 54}, {3, 0, 2, 84}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture f = fixture_new();
        f.manner.text_scale = rows[i].text_scale;
        Node *root = fixture_root(&f, AXIS_GRID);
        root->layout.columns = rows[i].columns;
        root->layout.min_cell = rows[i].min_cell;
        for (int j = 0; j < 3; j++)
            fixture_button(&f, root, "Worried");
        fixture_layout(&f, 500, 500);
        assert_true(root->first->bounds.height == rows[i].height);
        fixture_clear(&f);
    }
}

static void stacks_fill_or_align(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_STACK);
    Node *scene = node_image(&f.tree, root, "scene/cove", "", 0, 0);
    scene->cover = true;
    Node *sheet = fixture_box(&f, root, 100, 60);
    fixture_layout(&f, 400, 300);
    assert_rect(scene->bounds, 0, 0, 400, 300);
    assert_rect(sheet->bounds, 0, 0, 100, 60);
    root->layout.main = root->layout.cross = ALIGN_CENTER;
    fixture_layout(&f, 400, 300);
    assert_rect(scene->bounds, 0, 0, 400, 300);
    assert_rect(sheet->bounds, 150, 120, 100, 60);
    fixture_clear(&f);
}

static void free_places_stay_inside(void **state)
{
    (void)state;
    static const struct {
        int x, y;
        bool rtl;
        double left, top;
    } rows[] = {
        {500, 500, false, 150, 130}, {0, 0, false, 0, 0},       {1000, 1000, false, 300, 260},
        {250, 500, false, 50, 130},  {250, 500, true, 50, 130}, {0, 0, true, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Fixture f = fixture_new();
        f.tree.rtl = rows[i].rtl;
        Node *root = fixture_root(&f, AXIS_FREE);
        Node *box = fixture_box(&f, root, 100, 40);
        box->layout.at_x = rows[i].x;
        box->layout.at_y = rows[i].y;
        fixture_layout(&f, 400, 300);
        assert_rect(box->bounds, rows[i].left, rows[i].top, 100, 40);
        fixture_clear(&f);
    }
}

static void targets_and_gaps_are_those_of_the_tier(void **state)
{
    (void)state;
    static const Role roles[] = {ROLE_BUTTON, ROLE_CHOICE, ROLE_CARD, ROLE_TARGET, ROLE_FIELD};
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        Fixture f = fixture_new();
        f.manner.target_px = 80;
        f.manner.gap_px = 16;
        f.manner.scale = 1.5f;
        Node *root = fixture_root(&f, AXIS_ROW);
        root->layout.gap = 2;
        Node *a = node_add(&f.tree, root, roles[i], "", "A");
        Node *b = node_add(&f.tree, root, roles[i], "", "B");
        a->layout.width = b->layout.height = b->layout.max_height = 10;
        fixture_layout(&f, 900, 600);
        assert_true(a->bounds.width >= 120 && a->bounds.height >= 120);
        assert_true(b->bounds.width >= 120 && b->bounds.height >= 120);
        assert_true(b->bounds.x - a->bounds.x - a->bounds.width == 24);
        fixture_clear(&f);
    }
}

static void sizes_follow_scale(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    f.manner.scale = 2;
    f.manner.text_scale = 1.5f;
    Node *root = fixture_root(&f, AXIS_COLUMN);
    root->layout.pad_x = 10;
    Node *box = fixture_box(&f, root, 30, 20);
    Node *text = node_text(&f.tree, root, TYPE_BODY, "four");
    fixture_layout(&f, 800, 600);
    assert_rect(box->bounds, 20, 0, 60, 40);
    assert_rect(text->bounds, 20, 40, 4 * 33, 90);
    fixture_clear(&f);
}

/* Each node is asked once for a size; asked anew by each level above, forty levels would never end.
 */
static void deep_pages_are_laid_out_at_once(void **state)
{
    (void)state;
    enum { LEVELS = 40 };
    static const Axis axes[] = {AXIS_COLUMN, AXIS_ROW, AXIS_GRID, AXIS_STACK};
    Fixture f = fixture_new();
    Node *node = fixture_root(&f, AXIS_COLUMN);
    for (int level = 0; level < LEVELS; level++) {
        node = node_group(&f.tree, node, axes[level % 4]);
        node->layout.max_width = 900 - level;
        node->layout.max_height = 9000;
        fixture_button(&f, node, "Go on");
    }
    Node *words = node_text(&f.tree, node, TYPE_BODY, "at the very bottom");
    fixture_layout(&f, 1280, 720);
    assert_true(words->bounds.width > 0 && words->bounds.height > 0);
    fixture_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_stack_and_align),
        cmocka_unit_test(rows_stand_beside_and_mirror),
        cmocka_unit_test(growth_is_shared_within_limits),
        cmocka_unit_test(padding_comes_from_look_or_layout),
        cmocka_unit_test(text_wraps_at_the_width),
        cmocka_unit_test(rows_wrap_words_before_they_overflow),
        cmocka_unit_test(panes_below_one_another_still_scroll),
        cmocka_unit_test(rows_go_on_in_the_next_line),
        cmocka_unit_test(grids_have_equal_cells),
        cmocka_unit_test(grids_do_not_break_words_on_buttons),
        cmocka_unit_test(stacks_fill_or_align),
        cmocka_unit_test(free_places_stay_inside),
        cmocka_unit_test(targets_and_gaps_are_those_of_the_tier),
        cmocka_unit_test(sizes_follow_scale),
        cmocka_unit_test(deep_pages_are_laid_out_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
