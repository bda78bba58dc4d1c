/* The tree: adding nodes, walking them, finding them. Layout, drawing and focus live elsewhere. */
#include "ui/node.h"

#include "ui/keys.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char *const role_names[ROLE_COUNT] = {
    [ROLE_SCREEN] = "screen", [ROLE_GROUP] = "group", [ROLE_HEADING] = "heading",
    [ROLE_TEXT] = "text",     [ROLE_IMAGE] = "image", [ROLE_BUTTON] = "button",
    [ROLE_CHOICE] = "choice", [ROLE_CARD] = "card",   [ROLE_TARGET] = "target",
    [ROLE_FIELD] = "field",   [ROLE_LIST] = "list",   [ROLE_ITEM] = "item",
};

const char *role_name(Role role)
{
    assert(role < ROLE_COUNT);
    return role_names[role];
}

Action action_of(const char *verb, const char *item, int value)
{
    Action action = {.value = value};
    assert(strlen(verb) < VERB_MAX && (!item || strlen(item) < REF_MAX));
    snprintf(action.verb, sizeof action.verb, "%s", verb);
    snprintf(action.item, sizeof action.item, "%s", item ? item : "");
    return action;
}

void tree_init(Tree *tree)
{
    *tree = (Tree){.arena = arena_new()};
}

void tree_clear(Tree *tree)
{
    arena_free(tree->arena);
    *tree = (Tree){0};
}

void tree_reset(Tree *tree)
{
    arena_reset(tree->arena);
    tree->root = NULL;
    tree->before = (Before){0};
}

const char *tree_string(Tree *tree, const char *text)
{
    return text ? arena_string(tree->arena, text) : NULL;
}

static void node_attach(Tree *tree, Node *parent, Node *node)
{
    node->parent = parent;
    if (!parent) {
        assert(!tree->root);
        tree->root = node;
        return;
    }
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
}

Node *node_add(Tree *tree, Node *parent, Role role, const char *key, const char *name)
{
    Node *node = arena_alloc(tree->arena, 1, sizeof *node);
    char fitted[KEY_MAX];
    node->role = role;
    node->key = arena_string(tree->arena, key_fitted(key ? key : "", fitted));
    node->name = arena_string(tree->arena, name ? name : "");
    node->type = TYPE_BODY;
    node->picture_scale = 1.0f;
    node_attach(tree, parent, node);
    return node;
}

Node *node_group(Tree *tree, Node *parent, Axis axis)
{
    Node *node = node_add(tree, parent, ROLE_GROUP, "", "");
    node->layout.axis = axis;
    return node;
}

Node *node_text(Tree *tree, Node *parent, TypeSize type, const char *text)
{
    Node *node = node_add(tree, parent, ROLE_TEXT, "", text);
    node->text = node->name;
    node->type = type;
    return node;
}

Node *node_heading(Tree *tree, Node *parent, TypeSize type, const char *text)
{
    Node *node = node_text(tree, parent, type, text);
    node->role = ROLE_HEADING;
    node->bold = true;
    return node;
}

Node *node_image(Tree *tree, Node *parent, const char *picture, const char *alt, int width,
                 int height)
{
    Node *node = node_add(tree, parent, ROLE_IMAGE, "", alt);
    node->picture = tree_string(tree, picture);
    node->decoration = node->name[0] == '\0';
    node->layout.width = width;
    node->layout.height = height;
    return node;
}

Node *node_button(Tree *tree, Node *parent, Look look, const char *text, Action action)
{
    Node *node = node_add(tree, parent, ROLE_BUTTON, "", text);
    node->text = node->name;
    node->look = look;
    node->action = action;
    node->bold = look == LOOK_PRIMARY;
    node->text_align = ALIGN_CENTER;
    return node;
}

Node *node_spacer(Tree *tree, Node *parent)
{
    Node *node = node_group(tree, parent, AXIS_COLUMN);
    node->layout.grow = 1;
    return node;
}

static bool node_hidden(const Node *node)
{
    while (node && !node->decoration)
        node = node->parent;
    return node != NULL;
}

bool node_acts(const Node *node)
{
    if (node->state.disabled || node_hidden(node))
        return false;
    switch (node->role) {
    case ROLE_FIELD: return true;
    case ROLE_CARD:
    case ROLE_TARGET: return node->action.verb[0] || node->action.item[0];
    default: return node->action.verb[0] != '\0';
    }
}

const char *node_language(const Node *node)
{
    while (node && !node->language)
        node = node->parent;
    return node ? node->language : NULL;
}

bool node_is_aside(const Node *node)
{
    while (node && !node->aside)
        node = node->parent;
    return node != NULL;
}

const char *node_spoken(const Node *node)
{
    return node->spoken ? node->spoken : node->name;
}

/* Next in reading order without going into `node`. */
static Node *node_after(const Node *node, const Node *top)
{
    for (; node && node != top; node = node->parent) {
        if (node->next)
            return node->next;
    }
    return NULL;
}

Node *node_following(const Node *node, const Node *top)
{
    return node->first ? node->first : node_after(node, top);
}

Node *tree_find(const Tree *tree, Role role, const char *name)
{
    return tree_find_nth(tree, role, name, 0);
}

Node *tree_find_nth(const Tree *tree, Role role, const char *name, size_t nth)
{
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (node->role == role && strcmp(node->name, name) == 0 && !node_hidden(node) && nth-- == 0)
            return node;
    }
    return NULL;
}

Node *tree_find_key(const Tree *tree, const char *key)
{
    char fitted[KEY_MAX];
    if (key[0] == '\0')
        return NULL;
    key_fitted(key, fitted);
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (strcmp(node->key, fitted) == 0)
            return node;
    }
    return NULL;
}

Node *tree_find_verb(const Tree *tree, const char *verb, const char *item)
{
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (strcmp(node->action.verb, verb) == 0 &&
            (!item || strcmp(node->action.item, item) == 0) && !node_hidden(node))
            return node;
    }
    return NULL;
}
