/* A sheet of paper: what stands on it, in order, as plain values. Kinds of activity fill it from
 * their pages (activity/on_paper.h), cards from what a person made; html.h and the print module
 * only write it down. Nothing here knows whose sheet it is. */
#ifndef PAPER_PAPER_H
#define PAPER_PAPER_H

#include "base/memory.h"

#include <stdbool.h>

typedef enum PaperKind {
    PAPER_HEADING, /* a part begins: its number where there are several, and what it says */
    PAPER_WORDS,   /* to be read */
    PAPER_NOTE,    /* the same, small: what can be done here */
    PAPER_SAYS, /* a bubble or a card with a picture; the first item is who says it, if anybody */
    PAPER_PICTURE, /* a picture alone; with `lines` a large one, to color in */
    PAPER_TICK,    /* items, each with a box */
    PAPER_CARDS,   /* items to cut out */
    PAPER_SCALE,   /* items along a line; with `lines` so many marks with numbers from 0 */
    PAPER_WRITE,   /* room for so many `lines` of writing behind the words */
    PAPER_DRAW,    /* empty frames, one for each of `lines` */
    PAPER_PLACES,  /* items as empty frames to put things into, side by side */
    PAPER_RINGS,   /* items as rings around each other, the inner one first */
    PAPER_PATH,    /* `lines` stones in a row to draw or write on */
    PAPER_BREATH,  /* items along a wave that a finger follows, `lines` times */
    PAPER_AFTER,   /* items to be read when their words were chosen: `then` */
    PAPER_KINDS
} PaperKind;

typedef struct PaperItem {
    const char *words;   /* NULL: none */
    const char *picture; /* a picture's name; NULL: none */
    const char *svg;     /* its text, from paper_draw; NULL where there is none */
    const char *then;    /* NULL: none */
    int go;              /* number of the part this leads to; 0: the next one. Of a breath: whether
                          * it rises, 1, or falls, -1 */
} PaperItem;

typedef struct PaperBlock {
    PaperKind kind;
    const char *words; /* NULL: none */
    PaperItem *items;
    size_t count, room;
    int lines;
} PaperBlock;

typedef enum PaperSize { PAPER_A4, PAPER_LETTER, PAPER_SIZES } PaperSize;

typedef struct Paper {
    Arena *arena;      /* of all text; the caller's */
    const char *title; /* on the sheet */
    const char *about; /* of the file: says nothing of anybody */
    const char *day;   /* "2026-11-22" */
    const char *language;
    const char *foot; /* on every page */
    PaperItem corner; /* a picture beside the title */
    bool rtl;
    PaperSize size;
    int letters; /* size of what is read, points */
    PaperBlock *blocks;
    size_t count, room;
} Paper;

const char *paper_size_id(PaperSize size); /* "a4" */

/* Blocks and items are the arena's; a block's pointer holds until the next block is added. */
PaperBlock *paper_add(Paper *paper, PaperKind kind, const char *words);
/* Words may be "" or NULL for none, and so may a picture. */
PaperItem *paper_item(Paper *paper, PaperBlock *block, const char *words, const char *picture);
/* Any of its items has a picture. */
static inline bool paper_block_pictured(const PaperBlock *block)
{
    for (size_t i = 0; i < block->count; i++) {
        if (block->items[i].svg) {
            return true;
        }
    }
    return false;
}

/* The text of the picture of this name; free() it. NULL when there is none. */
typedef char *PaperRead(void *context, const char *picture);
/* Fetches all pictures that are named. */
void paper_draw(Paper *paper, PaperRead *read, void *context);

#endif
