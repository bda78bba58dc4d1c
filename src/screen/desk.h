/* The helper's pages: a quiet page with a heading, a way back, and panels. */
#ifndef SCREEN_DESK_H
#define SCREEN_DESK_H

#include "screen/simple.h"

/* Words of the program for a helper; with tokens for "Assign to {me}". */
const char *desk_word(const Screen *screen, Tree *tree, const char *id);
const char *desk_word_for(const Screen *screen, Tree *tree, const char *id, const char *me);
const char *desk_word_count(const Screen *screen, Tree *tree, const char *id, long n);
Tier desk_tier(const Screen *screen);

/* The page: root, band with "back" and the title. Returns the body, a column that grows. */
Node *desk_page(const Screen *screen, Tree *tree, const char *title, const char *back);
/* A row of panels side by side that wraps in a small window. */
Node *desk_panels(Tree *tree, Node *body);
/* A white card with a heading, its content scrolling when there is much. */
Node *desk_panel(Tree *tree, Node *parent, const char *key, const char *title);
Node *desk_note(Tree *tree, Node *parent, const char *words);
/* A line of a list that can be pressed: picture, two lines of words. */
Node *desk_row(Tree *tree, Node *parent, const char *picture, const char *name, const char *detail,
               Action action);
Node *desk_field(Tree *tree, Node *parent, const char *key, const char *label, const char *hint,
                 const char *text, int max, const char *verb);
/* Makes a case whole for a page about it; says so when it cannot be read. Not while building. */
void desk_need(Cove *cove, Stage *stage, Id family);
const char *desk_when(Tree *tree, int64_t wall_ms);           /* "2026-11-22 14:05" */
const char *desk_day_and_time(Tree *tree, const char *stamp); /* the same of one that is written */
const char *desk_stamp(Arena *arena, bool rtl, int64_t wall_ms); /* the same, for a page read so */

#endif
