/* The helper's strip beside a sitting in the room: pause, skip, calm kit, a soft end, a note, a
 * sign, who is here, things to say. Opened in the corner of the page, or in a window of its own.
 *
 * Nobody signs in for it, because a child sits there. So it only adds: nothing that was noted
 * before stands on it, of a case no more than names, and in the page what is typed shows as dots.
 * What it does to the sitting, the child could do too. */
#ifndef SCREEN_STRIP_H
#define SCREEN_STRIP_H

#include "family/facts.h"
#include "record/record.h"
#include "screen/stage.h"

typedef enum StripPage {
    STRIP_ACTS,
    STRIP_NOTE,
    STRIP_SIGN,
    STRIP_PRESENT,
    STRIP_TALK,
    STRIP_END
} StripPage;

#define STRIP_VERB "strip" /* of all its nodes; the item says which act */

/* Of the moment; belongs to the stage of the sitting. Nothing of it is kept. */
typedef struct Strip {
    bool open;   /* below the page */
    bool paused; /* a calm page lies over the one of the sitting */
    StripPage page;
    char typed[FACT_BYTES];
    char said[sizeof((Error *)NULL)->sentence]; /* why something was not noted; "" */
    bool noted;                                 /* the last thing was */
    float height;                               /* px it took when it was laid out last */
    Focus before;                               /* of the page that is paused */
    int64_t held_since; /* ticks; the corner is being pressed; 0: it is not */
    float held_x, held_y;
    bool windows;  /* there can be one of its own */
    Stage *window; /* what is in it; NULL before it was first wanted */
} Strip;

/* The sitting it is beside; NULL: none, and there is no strip. Borrowed from the record. */
const Sitting *strip_sitting(const Stage *stage);
bool strip_apart(const Stage *stage); /* in a window of its own now */
const char *strip_word(const Stage *stage, Tree *tree, const char *id); /* in the helper's words */
void strip_drop_window(Strip *strip); /* nothing is in it any more */
void strip_forget(Stage *stage);      /* what is typed, where it stands, and the pause */
void strip_turn(Stage *stage, StripPage page);
void strip_pause(Stage *stage, bool paused);
Cove *strip_cove(const Stage *stage);

/* strip_acts.c: true when the event was the strip's. Does nothing while the page below could not
 * hear of it. */
bool strip_hear(Stage *stage, const UiEvent *event);

/* strip_notes.c: what it adds to the record; what came of it stands in `said` and `noted`. */
void strip_keep_note(Stage *stage);
void strip_keep_sign(Stage *stage);
void strip_keep_others(Stage *stage);        /* who is here besides the people of the case */
void strip_keep_person(Stage *stage, Id id); /* is here, or is not */
bool strip_has_sign(const Stage *stage);     /* the helper noted one in this sitting */
bool strip_is_here(const Stage *stage, const char *name);
/* Whose name may stand in the page: where somebody must not learn of others, theirs alone. */
bool strip_may_name(const Stage *stage, const Person *person);

/* strip_build.c, strip_pages.c */
void strip_build(Stage *stage, Tree *tree, Node *parent); /* all of it, below one another */
void strip_page_build(Stage *stage, Tree *tree, Node *parent);
Node *strip_row(const Stage *stage, Tree *tree, Node *parent);
Node *strip_act(Stage *stage, Tree *tree, Node *row, const char *act, const char *icon);
void strip_prompts_build(Stage *stage, Tree *tree, Node *parent);

void strip_pause_build(const Stage *stage, Tree *tree); /* strip_pause.c: the calm page */
Screen *screen_strip(Cove *cove, Stage *window, Stage *stage);

#endif
