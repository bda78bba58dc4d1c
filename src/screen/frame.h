/* The frame of every child and parent screen: the place's scene behind, the three safety buttons in
 * the same corner, and room for the page. Screens cannot leave the buttons out. */
#ifndef SCREEN_FRAME_H
#define SCREEN_FRAME_H

#include "screen/stage.h"

typedef struct Frame {
    const Cove *cove;
    const Stage *stage;
    Id sitting;
    Tier tier;
    const Tokens *tokens; /* NULL allowed */
    const char *scene;    /* picture of the backdrop: "scene/tide-pools" */
    const char *title;    /* name of the screen, as spoken */
    bool hear;     /* a button that says the page again; a play has its own, beside the guide */
    bool settings; /* the way to the person's settings: "settings" is pressed */
    bool greets;   /* a greeting comes into the band, and frame_sample_note after it */
    bool stop, pause, not_ok; /* pause and not_ok are left out on their own pages only */
} Frame;

/* The part of the tree below the band, a column that grows. */
Node *frame_build(const Frame *frame, Tree *tree);

/* That nothing is kept, while looking around. */
void frame_sample_note(const Frame *frame, Tree *tree, Node *band);

/* Where the three buttons stand: at the top, and in the next line where there is no room. */
void frame_band_layout(Node *band, Tier tier);

/* Who sits in this sitting, for words and sizes. False when the sitting is not in the record. */
typedef struct Sitter {
    const Sitting *sitting;
    const Case *family;
    const Person *person;
    bool signed_in; /* came in by what only they know */
    Tokens tokens;
} Sitter;
bool sitter_find(const Cove *cove, Id sitting, Sitter *out);

/* Break and I'm not OK, by button or key: notes them in the record and shows their page. True when
 * the event was one of them. Stop differs from screen to screen and is theirs. */
bool frame_hear(Cove *cove, Stage *stage, Id sitting, const UiEvent *event);
bool frame_is_stop(const UiEvent *event); /* the Stop button or Escape */

/* The scene that suits a tier: the world for the young, calm for older. */
const char *frame_scene(Tree *tree, Tier tier, const char *place);

#endif
