/* Within ui: what can be pressed, in groups for scanning. */
#ifndef UI_SCAN_GROUPS_H
#define UI_SCAN_GROUPS_H

#include "ui/node.h"

typedef struct ScanGroup {
    size_t first, count; /* in nodes */
} ScanGroup;

typedef struct ScanGroups {
    Node **nodes;
    size_t node_count, node_room;
    ScanGroup *items;
    size_t count, room;
} ScanGroups;

/* The safety buttons first, then as read: what stands together, and of many things those of a line
 * or two. The tree is laid out. Clear with scan_groups_clear. */
ScanGroups scan_groups_of(const Tree *tree);
void scan_groups_clear(ScanGroups *groups);

/* SIZE_MAX when there is none. */
size_t scan_groups_find(const ScanGroups *groups, const char *key); /* the group with this node */
size_t scan_groups_taking(const ScanGroups *groups);                /* the first with a target */

#endif
