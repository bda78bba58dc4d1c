#include "ui/scan_groups.h"

#include <stdlib.h>
#include <string.h>

/* A group is closed at the end of a line once it has so many. */
enum { GROUP_ENOUGH = 3 };

static bool scannable(const Node *node)
{
    return node->role != ROLE_FIELD && node_acts(node);
}

static bool among_many(const Node *top)
{
    int found = 0;
    for (const Node *node = top; node && found < 2; node = node_following(node, top))
        found += scannable(node) && node->look != LOOK_SAFETY;
    return found > 1;
}

/* The innermost part of the tree that holds this node and others. */
static const Node *company_of(const Node *node)
{
    const Node *top = node->parent;
    while (top && !among_many(top))
        top = top->parent;
    return top;
}

static bool next_line(const Node *before, const Node *node)
{
    return node->bounds.y >= before->bounds.y + before->bounds.height / 2;
}

static bool belongs(const ScanGroups *groups, const Node *node)
{
    if (groups->count == 0)
        return false;
    const ScanGroup *group = &groups->items[groups->count - 1];
    const Node *before = groups->nodes[groups->node_count - 1];
    if (node->look == LOOK_SAFETY || before->look == LOOK_SAFETY)
        return node->look == before->look;
    return company_of(node) == company_of(before) &&
           !(group->count >= GROUP_ENOUGH && next_line(before, node));
}

static void add(ScanGroups *groups, Node *node)
{
    if (!belongs(groups, node)) {
        list_room((void **)&groups->items, &groups->room, groups->count, sizeof *groups->items);
        groups->items[groups->count++] = (ScanGroup){groups->node_count, 0};
    }
    list_room((void **)&groups->nodes, &groups->node_room, groups->node_count, sizeof(Node *));
    groups->nodes[groups->node_count++] = node;
    groups->items[groups->count - 1].count++;
}

ScanGroups scan_groups_of(const Tree *tree)
{
    ScanGroups groups = {0};
    for (int safety = 1; safety >= 0; safety--) {
        for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
            if (scannable(node) && (node->look == LOOK_SAFETY) == safety)
                add(&groups, node);
        }
    }
    return groups;
}

void scan_groups_clear(ScanGroups *groups)
{
    free(groups->nodes);
    free(groups->items);
    *groups = (ScanGroups){0};
}

static bool has_key(const ScanGroups *groups, const ScanGroup *group, const char *key)
{
    for (size_t i = 0; i < group->count; i++) {
        if (strcmp(groups->nodes[group->first + i]->key, key) == 0)
            return true;
    }
    return false;
}

size_t scan_groups_find(const ScanGroups *groups, const char *key)
{
    for (size_t i = 0; i < groups->count; i++) {
        if (has_key(groups, &groups->items[i], key))
            return i;
    }
    return SIZE_MAX;
}

static bool takes_cards(const ScanGroups *groups, const ScanGroup *group)
{
    for (size_t i = 0; i < group->count; i++) {
        if (groups->nodes[group->first + i]->role == ROLE_TARGET)
            return true;
    }
    return false;
}

size_t scan_groups_taking(const ScanGroups *groups)
{
    for (size_t i = 0; i < groups->count; i++) {
        if (takes_cards(groups, &groups->items[i]))
            return i;
    }
    return SIZE_MAX;
}
