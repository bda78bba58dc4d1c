/* The pages of the lock share this: a sheet before the desk, fields for what must not be seen, and
 * a moment of work that is announced before it is done. */
#ifndef SCREEN_LOCK_H
#define SCREEN_LOCK_H

#include "screen/desk.h"

/* Work of about half a second: the page says so first, and does it when that was shown. */
typedef enum Work { WORK_NONE, WORK_ASKED } Work;

/* Root with the desk behind; returns the sheet. */
Node *lock_sheet(const Screen *screen, Tree *tree, const char *title);
/* Dots instead of what is typed, unless `shown`. */
Node *lock_field(const Screen *screen, Tree *tree, Node *sheet, const char *key, const char *label,
                 const char *typed, bool shown);
void lock_show_choice(const Screen *screen, Tree *tree, Node *sheet, bool shown); /* "show" */
/* What came of it, or that it takes a moment; nothing when there is nothing to say. */
void lock_say(const Screen *screen, Tree *tree, Node *sheet, Work work, const char *words);
/* "back" and what goes on, `verb`. */
void lock_buttons(const Screen *screen, Tree *tree, Node *sheet, const char *words,
                  const char *verb);

#endif
