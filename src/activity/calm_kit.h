/* The inside of the calm kit, for its own files alone: what a page holds, and what is kept. */
#ifndef ACTIVITY_CALM_KIT_H
#define ACTIVITY_CALM_KIT_H

#include "activity/kind.h"

enum { TOOLS_MAX = 12, KEEP_MAX = 6, MARKS_MAX = 3, OWN_MAX = 64 };
enum { USE_KIT, USE_PLACE };

typedef struct Tool {
    Option option;
    const char *reply; /* NULL allowed */
} Tool;

typedef struct KitPage {
    Page page;
    List tools; /* Tool */
    int keep;
    bool own, order;
    List marks; /* Option */
    int use;    /* USE_KIT when absent (-1) */
} KitPage;

/* One kept tool: 1 + index in tools, or -number of one's own; 0: none. */
typedef struct Kept {
    signed char tool;
    unsigned char marks; /* bit (1 << index in marks) */
    char own[OWN_MAX];
} Kept;

typedef struct KitState {
    Kept kept[KEEP_MAX]; /* liked best first */
    signed char last;    /* 1 + index of the tool put in last, 0: none */
} KitState;

const KitPage *kit_page(const PlayContext *context, int page);
const KitState *kit_state(const void *state, int page);
KitState *kit_state_change(void *state, int page);
const Tool *kit_tool(const KitPage *page, int index);
int kit_count(const KitState *state);
bool kit_full(const KitPage *page, const KitState *state);
/* One thing only: choosing another takes its place, and there is no bag. */
bool kit_one(const KitPage *page);
/* Where in `kept` this id is; -1 when it is not. Tools of one's own are "own-1", "own-2", ... */
int kit_find(const PlayContext *context, const KitState *state, int page, const char *id);
/* As in Kept.tool; 0 for no such id. */
int kit_tool_named(const PlayContext *context, int page, const char *id);
const char *kit_id(const KitPage *page, const Kept *kept, Arena *arena);
const char *kit_words(const PlayContext *context, const KitPage *page, const Kept *kept,
                      Arena *arena);
const char *kit_picture(const KitPage *page, const Kept *kept);
/* The tools that are not in the kit, in their order of chance; returns how many. */
int kit_open_tools(const PlayContext *context, const KitState *state, int page, int *tools);
/* All tools of the tier in their order of chance; returns how many. */
int kit_all_tools(const PlayContext *context, int page, int *tools);

void kit_build(const PlayContext *context, const void *state, int page, const PlayView *view,
               Tree *tree, Node *parent);
void kit_summary(const PlayContext *context, const void *state, int page, Summary *out);
bool kit_stands(const PlayContext *context, const void *state, int page, const Move *move);
void kit_forget(const PlayContext *context, void *state, const void *last, int page,
                const char *instead);
void kit_step_text(const PlayContext *context, const void *state, int page, const Move *move,
                   Text *out);
void kit_offer(const PlayContext *context, const void *state, int page, Kit *out);

void kit_paper(const PlayContext *context, int page, Paper *paper); /* calm_kit_paper.c */

#endif
