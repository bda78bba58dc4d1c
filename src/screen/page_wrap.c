#include "screen/page_wrap.h"

Node *page_wrap(Tree *tree, Axis axis, const char *key)
{
    Node *page = tree->root;
    tree->root = NULL;
    Node *root = node_add(tree, NULL, ROLE_SCREEN, page->key, page->name);
    root->layout.axis = axis;
    root->layout.cross = ALIGN_STRETCH;
    root->look = page->look;
    page->role = ROLE_GROUP;
    page->key = key;
    page->name = "";
    page->layout.grow = 1;
    page->parent = root;
    root->first = root->last = page;
    return root;
}
