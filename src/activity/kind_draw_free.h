/* Within the kind draw_free: what its rules and its pictures share. */
#ifndef ACTIVITY_KIND_DRAW_FREE_H
#define ACTIVITY_KIND_DRAW_FREE_H

#include "activity/kind.h"
#include "ui/sheet.h"

enum {
    DRAW_STAMPS_MAX = 8,
    DRAW_FRAMES_MAX = 4,
    DRAW_TITLES_MAX = 4,
    DRAW_TITLE_BYTES = 80,
    DRAW_MARKS_MAX = 600, /* of all pages of a play together, as the spots */
    DRAW_SPOTS_MAX = 14000,
    DRAW_COLORS = 10
};

typedef struct DrawPage {
    Page page;
    List stamps; /* Option */
    List titles; /* Option */
    const char *paper;
    int frames; /* 0: the page has no sheet, unless something else asks for one */
    bool own;
} DrawPage;

/* A stroke, or a stamp with one spot. */
typedef struct DrawMark {
    unsigned char page, frame; /* from 0 */
    unsigned char stamp;       /* 1 + index, 0: a stroke */
    unsigned char brush, color;
    unsigned char count;  /* spots */
    unsigned short first; /* spot */
} DrawMark;

enum { TITLE_NONE, TITLE_OWN = 255 }; /* else 1 + index */

typedef struct DrawState {
    int marks_count, spots_count;
    DrawMark marks[DRAW_MARKS_MAX];
    Spot spots[DRAW_SPOTS_MAX];
    unsigned char title[PLAY_PAGES_MAX];
    char own[PLAY_PAGES_MAX][DRAW_TITLE_BYTES];
} DrawState;

const DrawPage *draw_page(const PlayContext *context, int page);
int draw_frames(const DrawPage *page); /* sheets on it; 0: it only says something */
bool draw_any(const DrawState *state, int page);
bool draw_is_full(const DrawState *state); /* the largest stroke might not fit any more */
/* What was drawn in one frame, in the arena. */
Sheet *draw_sheet(const PlayContext *context, const DrawState *state, int page, int frame,
                  Arena *arena);
const char *draw_title(const PlayContext *context, const DrawState *state, int page, Arena *arena);

const char *draw_brush_id(Brush brush);
const char *draw_color_id(int color);
Color draw_color(int color);
/* "thick-coral", as moves and actions have it; false when it is no pen of ours. */
const char *draw_pen_id(Brush brush, int color, Arena *arena);
bool draw_pen_read(const char *id, Brush *brush, int *color);

/* A stroke or a stamp onto the state, or refused. */
bool draw_apply_mark(const PlayContext *context, DrawState *state, int page, const Move *move,
                     Error *error);

/* Cells of the grid a sheet is drawn on by keys: fewer and larger for the young and in a comic. */
void draw_grid(const PlayContext *context, int page, int *columns, int *rows);
Spot draw_cell_spot(const PlayContext *context, int page, int cell);

void draw_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                Tree *tree, Node *parent); /* kind_draw_free_build.c */

/* kind_draw_free_back.c: as the callbacks of Kind. */
bool draw_stands(const PlayContext *context, const void *state, int page, const Move *move);
const char *draw_taken(const Move *move);
void draw_forget(const PlayContext *context, void *state, const void *last, int page,
                 const char *instead);
void draw_summary(const PlayContext *context, const void *state, int page, Summary *out);
void draw_step_text(const PlayContext *context, const void *state, int page, const Move *move,
                    Text *out);

void draw_paper(const PlayContext *context, int page, Paper *paper); /* kind_draw_free_paper.c */

#endif
