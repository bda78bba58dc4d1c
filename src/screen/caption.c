#include "screen/caption.h"

enum { WIDTH_MAX = 860 };

/* The page as it was becomes the first child of a new root of the same name. */
static Node *wrap_page(Tree *tree, Axis axis)
{
    Node *page = tree->root;
    tree->root = NULL;
    Node *root = node_add(tree, NULL, ROLE_SCREEN, page->key, page->name);
    root->layout.axis = axis;
    root->layout.cross = ALIGN_STRETCH;
    root->look = page->look;
    page->role = ROLE_GROUP;
    page->key = "captioned";
    page->name = "";
    page->layout.grow = 1;
    page->parent = root;
    root->first = root->last = page;
    return root;
}

static void build_words(const char *words, Tree *tree, Node *parent)
{
    Node *caption = node_text(tree, parent, TYPE_SMALL, words);
    caption->key = CAPTION_KEY;
    caption->text_align = ALIGN_CENTER;
    caption->layout.max_width = WIDTH_MAX;
}

/* Over the page's corner, where seldom anything is: nothing moves for what is soon gone. */
static void build_over(const char *words, Tree *tree)
{
    Node *corner = node_group(tree, wrap_page(tree, AXIS_STACK), AXIS_COLUMN);
    corner->layout.cross = ALIGN_END;
    corner->layout.pad_x = corner->layout.pad_y = 12;
    Node *note = node_group(tree, corner, AXIS_COLUMN);
    note->look = LOOK_CARD;
    note->layout.pad_x = 24;
    note->layout.pad_y = 12;
    build_words(words, tree, note);
}

static void build_below(const char *words, int room, Tree *tree)
{
    Node *strip = node_group(tree, wrap_page(tree, AXIS_COLUMN), AXIS_COLUMN);
    strip->look = LOOK_BAND;
    strip->layout.main = ALIGN_CENTER;
    strip->layout.cross = ALIGN_CENTER;
    strip->layout.min_height = room;
    strip->layout.pad_x = 24;
    strip->layout.pad_y = 8;
    if (words[0]) {
        build_words(words, tree, strip);
    }
}

/* A moment's words first; else what is said, and in brackets what sounds. */
static const char *words_of(const Caption *caption, Arena *arena)
{
    if (caption->until) {
        return caption->told;
    }
    if (!caption->sound[0]) {
        return caption->said;
    }
    return arena_format(arena, "%s%s[%s]", caption->said, caption->said[0] ? " " : "",
                        caption->sound);
}

void caption_build(const Caption *caption, int room, Tree *tree)
{
    if (room > 0) {
        build_below(words_of(caption, tree->arena), room, tree);
    } else if (caption->until) {
        build_over(caption->told, tree);
    }
}
