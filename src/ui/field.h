/* Within ui: typing into the focused field. Text and caret live in Focus. */
#ifndef UI_FIELD_H
#define UI_FIELD_H

#include "ui/focus.h"

typedef enum FieldChange { FIELD_UNUSED, FIELD_STILL, FIELD_CARET, FIELD_EDITED } FieldChange;

void field_begin(Focus *focus, const Node *field); /* takes over its text, caret at the end */
void field_sync(Focus *focus, const Node *field);  /* the screen has the last word on the text */
FieldChange field_type(Focus *focus, const Node *field, const char *text);
FieldChange field_key(Focus *focus, Key key); /* FIELD_UNUSED: the key is not about text */
void field_hide(Tree *tree, Node *field);     /* a secret one: dots stand for its text */

#endif
