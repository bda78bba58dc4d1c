/* Within the module: one node as the outside sees it. Lives as long as a node of its key and role
 * is on the screen; whoever still holds it later finds it defunct. */
#ifndef READER_OBJECT_H
#define READER_OBJECT_H

#include "reader/wishes.h"

#include <atk/atk.h>

#define COVE_TYPE_OBJECT (cove_object_get_type())
G_DECLARE_DERIVABLE_TYPE(CoveObject, cove_object, COVE, OBJECT, AtkObject)
struct _CoveObjectClass {
    AtkObjectClass parent_class;
};

#define COVE_TYPE_FIELD (cove_field_get_type())
G_DECLARE_FINAL_TYPE(CoveField, cove_field, COVE, FIELD, CoveObject)

/* What an object shows now. Owned strings. */
typedef struct Shown {
    char *key, *text;
    ReaderRole role;
    unsigned states;
    int x, y, width, height, caret;
    bool gone;
    Wishes *wishes;
    AtkObject *above;    /* borrowed: parents outlive their children here */
    GPtrArray *children; /* CoveObject *, owned */
} Shown;

CoveObject *object_new(const ReaderNode *node, Wishes *wishes);
Shown *object_shown(gpointer object);
/* Takes over what the node shows now, and tells whoever listens what changed. */
void object_update(CoveObject *object, const ReaderNode *node);
/* New children, in order; tells who came and who went. Takes the array. */
void object_children(CoveObject *object, GPtrArray *children);
void object_leave(CoveObject *object); /* it is no longer on the screen */

#endif
