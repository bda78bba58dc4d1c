/* What must hold for any tree: nothing leaves its parent while there is room, siblings do not
 * overlap, the same tree is laid out the same way. */
#include "ui/fixture.h"

#include <math.h>

static uint64_t random_next(uint64_t *seed)
{
    uint64_t z = (*seed += 0x9E3779B97F4A7C15u); /* splitmix64 */
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static int below(uint64_t *seed, int limit)
{
    return (int)(random_next(seed) % (uint64_t)limit);
}

static const char *const words[] = {"",
                                    "Yes",
                                    "Go on",
                                    "I feel something that is hard to name",
                                    "Unaussprechlichkeiten",
                                    "a b c d e f g h i j k l m n o p"};

static const char *any_words(uint64_t *seed)
{
    return words[below(seed, 6)];
}

static void random_layout(Node *node, uint64_t *seed)
{
    Layout *layout = &node->layout;
    layout->axis = (Axis)below(seed, 5);
    layout->gap = below(seed, 3) * 8;
    layout->pad_x = below(seed, 3) * 6;
    layout->pad_y = below(seed, 3) * 6;
    layout->main = (Align)below(seed, 4);
    layout->cross = (Align)below(seed, 4);
    layout->grow = below(seed, 3);
    layout->wrap = below(seed, 2);
    layout->columns = below(seed, 5);
    layout->min_cell = below(seed, 2) * 120;
    layout->min_width = below(seed, 4) == 0 ? below(seed, 300) : 0;
    layout->max_width = below(seed, 4) == 0 ? 60 + below(seed, 400) : 0;
    layout->min_height = below(seed, 4) == 0 ? below(seed, 120) : 0;
    layout->max_height = below(seed, 6) == 0 ? 40 + below(seed, 200) : 0;
    layout->at_x = below(seed, 1001);
    layout->at_y = below(seed, 1001);
}

static Node *random_leaf(Fixture *f, Node *parent, uint64_t *seed)
{
    Node *node;
    switch (below(seed, 5)) {
    case 0:
        node = node_button(&f->tree, parent, (Look)below(seed, LOOK_COUNT), any_words(seed),
                           action_of("press", "", 0));
        node->icon = below(seed, 2) ? "icon/next" : NULL;
        node->picture = below(seed, 2) ? "face/glad" : NULL;
        return node;
    case 1: return node_image(&f->tree, parent, "story/one", "A boat", 20 + below(seed, 200), 80);
    case 2: return node_add(&f->tree, parent, ROLE_FIELD, "", "Name");
    case 3: return node_spacer(&f->tree, parent);
    default: return node_text(&f->tree, parent, (TypeSize)below(seed, 5), any_words(seed));
    }
}

static void random_branch(Fixture *f, Node *parent, uint64_t *seed, int depth)
{
    int count = 1 + below(seed, 5);
    for (int i = 0; i < count; i++) {
        if (depth == 0 || below(seed, 2)) {
            random_leaf(f, parent, seed);
            continue;
        }
        Node *group = node_group(&f->tree, parent, AXIS_COLUMN);
        random_layout(group, seed);
        group->look = below(seed, 4) ? LOOK_PLAIN : LOOK_CARD;
        group->layout.scroll = below(seed, 8) == 0;
        random_branch(f, group, seed, depth - 1);
    }
}

/* The screen holds one node, whose height is then that of all content. */
static Node *random_tree(Fixture *f, uint64_t seed)
{
    tree_reset(&f->tree);
    f->manner.text_scale = 1 + (float)below(&seed, 3) / 2;
    f->tree.rtl = below(&seed, 2);
    Node *root = fixture_root(f, AXIS_COLUMN);
    root->layout.cross = ALIGN_STRETCH;
    Node *content = node_group(&f->tree, root, AXIS_COLUMN);
    random_layout(content, &seed);
    content->layout.grow = 0;
    content->layout.max_height = content->layout.max_width = 0;
    random_branch(f, content, &seed, 3);
    return content;
}

static float end_x(Rect box)
{
    return box.x + box.width;
}

static float end_y(Rect box)
{
    return box.y + box.height;
}

static void expect(bool fine, const char *what, uint64_t seed, const Node *node)
{
    if (!fine)
        fail_msg("%s: seed %llu, %s \"%s\" %g,%g %gx%g in %g,%g %gx%g, axis %d", what,
                 (unsigned long long)seed, role_name(node->role), node->name,
                 (double)node->bounds.x, (double)node->bounds.y, (double)node->bounds.width,
                 (double)node->bounds.height, (double)node->parent->bounds.x,
                 (double)node->parent->bounds.y, (double)node->parent->bounds.width,
                 (double)node->parent->bounds.height, (int)node->parent->layout.axis);
}

static bool inside_x(const Node *node)
{
    Rect box = node->bounds, parent = node->parent->bounds;
    return box.x >= parent.x - 0.5f && end_x(box) <= end_x(parent) + 0.5f;
}

static bool inside_y(const Node *node)
{
    Rect box = node->bounds, parent = node->parent->bounds;
    return node->parent->layout.scroll ||
           (box.y >= parent.y - 0.5f && end_y(box) <= end_y(parent) + 0.5f);
}

static bool overlap(Rect a, Rect b)
{
    return a.x < end_x(b) - 0.5f && b.x < end_x(a) - 0.5f && a.y < end_y(b) - 0.5f &&
           b.y < end_y(a) - 0.5f;
}

static bool apart(const Node *node)
{
    Axis axis = node->parent->layout.axis;
    if (axis == AXIS_STACK || axis == AXIS_FREE)
        return true;
    for (const Node *other = node->next; other; other = other->next) {
        if (overlap(node->bounds, other->bounds))
            return false;
    }
    return true;
}

static void check_tree(const Fixture *f, uint64_t seed, bool room)
{
    const Node *root = f->tree.root;
    for (const Node *node = root->first; node; node = node_following(node, root)) {
        expect(isfinite(node->bounds.width) && node->bounds.width >= 0, "width", seed, node);
        expect(isfinite(node->bounds.height) && node->bounds.height >= 0, "height", seed, node);
        expect(inside_x(node), "outside its parent across", seed, node);
        expect(!room || inside_y(node), "outside its parent", seed, node);
        expect(apart(node), "overlaps a sibling", seed, node);
        if (node_acts(node))
            expect(node->bounds.height >= 48 && node->bounds.width >= 48, "small target", seed,
                   node);
    }
}

enum { TREES = 2500 };

static void nothing_leaves_its_parent(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    for (uint64_t seed = 1; seed <= TREES; seed++) {
        uint64_t chance = seed * 77;
        float width = 640 + (float)below(&chance, 1280);
        Node *content = random_tree(&f, seed);
        fixture_layout(&f, width, 1e5f);
        check_tree(&f, seed, true);
        float natural = content->bounds.height;
        content->layout.grow = 1;
        fixture_layout(&f, width, natural);
        check_tree(&f, seed, true);
        fixture_layout(&f, width, natural + 333);
        check_tree(&f, seed, true);
        fixture_layout(&f, width, natural / 2);
        check_tree(&f, seed, false);
    }
    fixture_clear(&f);
}

static void the_same_tree_is_laid_out_the_same(void **state)
{
    (void)state;
    Fixture f = fixture_new(), g = fixture_new();
    for (uint64_t seed = 1; seed <= TREES / 10; seed++) {
        random_tree(&f, seed);
        random_tree(&g, seed);
        fixture_layout(&f, 800, 600);
        fixture_layout(&f, 1280, 720);
        fixture_layout(&g, 1280, 720);
        const Node *b = g.tree.root;
        for (const Node *a = f.tree.root; a; a = node_following(a, f.tree.root)) {
            assert_memory_equal(&a->bounds, &b->bounds, sizeof a->bounds);
            assert_string_equal(a->key, b->key);
            b = node_following(b, g.tree.root);
        }
    }
    fixture_clear(&f);
    fixture_clear(&g);
}

/* Focus by Tab meets all that acts, once, and comes back to where it began. */
static void tab_reaches_everything_once(void **state)
{
    (void)state;
    Fixture f = fixture_new();
    for (uint64_t seed = 1; seed <= TREES / 10; seed++) {
        for (int step = 0; step < 2; step++) {
            size_t acting = 0, met = 0;
            random_tree(&f, seed);
            focus_init(&f.focus);
            fixture_layout(&f, 800, 600);
            for (Node *node = f.tree.root; node; node = node_following(node, f.tree.root))
                acting += node_acts(node);
            for (size_t i = 0; i < acting; i++) {
                assert_false(fixture_key(&f, step ? KEY_BACK_TAB : KEY_TAB));
                fixture_layout(&f, 800, 600);
                Node *node = tree_find_key(&f.tree, f.focus.key);
                assert_non_null(node);
                met += !node->state.expanded; /* nothing else uses it here */
                node->state.expanded = true;
            }
            assert_int_equal(met, acting);
        }
    }
    fixture_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_leaves_its_parent),
        cmocka_unit_test(the_same_tree_is_laid_out_the_same),
        cmocka_unit_test(tab_reaches_everything_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
