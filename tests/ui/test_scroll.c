/* Scroll nodes: who shrinks, how far they go, what can be seen. */
#include "ui/fixture.h"

typedef struct Page {
    Node *head, *list, *foot;
} Page;

/* A screen as most are: heading, scrolling list in a growing body, footer. */
static Page page_build(Fixture *f, int items)
{
    Page page;
    Node *root = fixture_root(f, AXIS_COLUMN);
    root->layout.cross = ALIGN_STRETCH;
    page.head = fixture_box(f, root, 0, 50);
    Node *body = node_group(&f->tree, root, AXIS_COLUMN);
    body->layout.grow = 1;
    body->layout.cross = ALIGN_STRETCH;
    page.list = node_add(&f->tree, body, ROLE_LIST, "list", "List");
    page.list->layout.scroll = true;
    page.list->layout.grow = 1;
    for (int i = 0; i < items; i++)
        fixture_box(f, page.list, 100, 60);
    page.foot = fixture_box(f, root, 0, 50);
    return page;
}

static void only_the_scroll_node_shrinks(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Page page = page_build(&f, 20);
    fixture_layout(&f, 400, 300);
    assert_rect(page.head->bounds, 0, 0, 400, 50);
    assert_rect(page.list->bounds, 0, 50, 400, 200);
    assert_rect(page.foot->bounds, 0, 250, 400, 50);
    assert_true(page.list->content_height == 1200);
    fixture_clear(&f);
}

static void least_height_is_kept(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Page page = page_build(&f, 20);
    page.list->layout.min_height = 120;
    fixture_layout(&f, 400, 150);
    assert_true(page.list->bounds.height == 120);
    fixture_clear(&f);
}

static void offsets_are_clamped(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Page page = page_build(&f, 20);
    fixture_layout(&f, 400, 300);
    assert_false(scroll_by(f.scroll, page.list, -10));
    assert_true(scroll_by(f.scroll, page.list, 30));
    assert_true(scroll_by(f.scroll, page.list, 30));
    fixture_layout(&f, 400, 300);
    assert_true(page.list->scroll_y == 60);
    assert_rect(page.list->first->bounds, 0, -10, 100, 60);
    assert_rect(page.list->first->visible, 0, 50, 100, 0);
    assert_rect(page.list->first->next->visible, 0, 50, 100, 60);
    assert_true(page.list->first->in_scroll);
    assert_true(scroll_by(f.scroll, page.list, 99999));
    assert_false(scroll_by(f.scroll, page.list, 1));
    fixture_layout(&f, 400, 300);
    assert_true(page.list->scroll_y == 1000);
    fixture_layout(&f, 400, 800);
    assert_true(page.list->scroll_y == 500);
    assert_false(scroll_by(f.scroll, page.head, 10));
    scroll_memory_forget(f.scroll);
    fixture_layout(&f, 400, 300);
    assert_true(page.list->scroll_y == 0);
    fixture_clear(&f);
}

static void nodes_are_brought_into_view(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Page page = page_build(&f, 20);
    fixture_layout(&f, 400, 300);
    assert_false(scroll_to_show(f.scroll, page.list->first));
    assert_true(scroll_to_show(f.scroll, page.list->last));
    fixture_layout(&f, 400, 300);
    const Node *last = page.list->last;
    assert_true(last->visible.height == 60);
    assert_true(scroll_to_show(f.scroll, page.list->first));
    fixture_layout(&f, 400, 300);
    assert_true(page.list->scroll_y == 0);
    fixture_clear(&f);
}

static void scrolling_inside_scrolling(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    Node *root = fixture_root(&f, AXIS_COLUMN);
    root->layout.scroll = true;
    fixture_box(&f, root, 100, 400);
    Node *inner = node_group(&f.tree, root, AXIS_COLUMN);
    inner->layout.scroll = true;
    inner->layout.height = 100;
    for (int i = 0; i < 10; i++)
        fixture_box(&f, inner, 100, 50);
    fixture_layout(&f, 400, 300);
    assert_true(inner->content_height == 500);
    assert_true(scroll_to_show(f.scroll, inner->last));
    fixture_layout(&f, 400, 300);
    assert_true(inner->last->visible.height == 50);
    assert_false(scroll_to_show(f.scroll, inner->last));
    fixture_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_scroll_node_shrinks),
        cmocka_unit_test(least_height_is_kept),
        cmocka_unit_test(offsets_are_clamped),
        cmocka_unit_test(nodes_are_brought_into_view),
        cmocka_unit_test(scrolling_inside_scrolling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
