/* A screen: one file, one const table, its own data. It builds a tree, hears events, and asks the
 * stage for another screen; the stage answers between frames. */
#ifndef SCREEN_SCREEN_H
#define SCREEN_SCREEN_H

#include "screen/cove.h"
#include "ui/focus.h"
#include "ui/theme.h"

typedef struct Screen Screen;
typedef struct Stage Stage;

typedef struct ScreenOps {
    const char *name; /* for logs and tests: "door" */
    void (*build)(const Screen *screen, Tree *tree);
    void (*hear)(Screen *screen, const UiEvent *event);
    Tier (*tier)(const Screen *screen);   /* sizes and words of whom: TIER_AD for helpers */
    Id (*person)(const Screen *screen);   /* NULL: the helper. Whose settings hold here */
    Id (*sitting)(const Screen *screen);  /* NULL: none. The sitting this page belongs to */
    bool (*moving)(const Screen *screen); /* NULL: never. True: draw again soon (animation) */
    /* NULL: not at all. ms until a tick is wanted though nothing moves; -1: none is */
    int64_t (*due)(const Screen *screen);
    bool (*aloud)(const Screen *screen); /* NULL: as the person's settings say. True: pages are read
                                          * by themselves, unless the person chose no voice */
    bool for_all;                        /* nothing of anybody is on it: whoever comes may see it */
    Id (*scanner)(const Screen *screen); /* NULL: the person. Whose one-switch scanning holds where
                                          * several people stand: things can be pointed at too */
    void (*shown)(Screen *screen);       /* NULL allowed: is on top (again) */
    void (*free)(Screen *screen);        /* NULL: it has nothing but its own block of memory */
} ScreenOps;

struct Screen {
    const ScreenOps *ops;
    Cove *cove;
    Stage *stage;
};

#endif
