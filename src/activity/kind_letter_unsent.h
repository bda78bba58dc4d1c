/* Within the kind letter_unsent: what its rules and its pictures share. */
#ifndef ACTIVITY_KIND_LETTER_UNSENT_H
#define ACTIVITY_KIND_LETTER_UNSENT_H

#include "activity/kind.h"

enum {
    LETTER_LINES_MAX = 12,
    LETTER_STAMPS_MAX = 6,
    LETTER_POST_MAX = 6,
    LETTER_PARTS_MAX = 12, /* lines, stamps and own words of one letter together */
    LETTER_OWN_MAX = 6,
    LETTER_OWN_BYTES = 160
};

typedef enum Fate { FATE_OPEN, FATE_KEPT, FATE_SHOWN } Fate;
typedef enum PostFate { POST_UNSAID, POST_KEEP, POST_AWAY, POST_TALK, POST_FATES } PostFate;

typedef struct Envelope {
    Option option;
    const char *from;
} Envelope;

typedef struct LetterPage {
    Page page;
    List lines;  /* Option */
    List stamps; /* Option */
    bool own;
    const char *close;
    List post; /* Envelope */
} LetterPage;

/* What a part of a letter is: a line, a stamp or own words, each with its index from 0. */
typedef enum PartType { PART_NONE, PART_LINE, PART_STAMP, PART_OWN } PartType;
typedef struct Part {
    unsigned char type, index;
} Part;

typedef struct LetterState {
    int fate;    /* of the letter on the page */
    int torn;    /* flag: one was torn before it */
    int reading; /* 1 + envelope that lies open, 0: none */
    Part parts[LETTER_PARTS_MAX];
    unsigned char opened[LETTER_POST_MAX];
    unsigned char post[LETTER_POST_MAX]; /* PostFate */
    char own[LETTER_OWN_MAX][LETTER_OWN_BYTES];
} LetterState;

typedef struct LetterStates {
    LetterState pages[PLAY_PAGES_MAX];
} LetterStates;

const LetterPage *letter_page(const PlayContext *context, int page);
const LetterState *letter_state(const void *state, int page);
bool letter_is_written(const LetterPage *page); /* else it is read, or only says something */
int letter_parts(const LetterState *state);     /* how many */
bool letter_has(const LetterState *state, PartType type, int index);
const Option *letter_option(const LetterPage *page, Part part); /* NULL for own words */
const char *letter_part_words(const PlayContext *context, const LetterState *state, int page,
                              Part part, Arena *arena);
const Envelope *letter_envelope(const LetterPage *page, int index);
int letter_envelope_named(const PlayContext *context, int page, const char *id); /* -1: none */
int letter_own_count(const LetterState *state);
const char *letter_post_id(PostFate fate); /* "keep", "away", "talk" */

void letter_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                  Tree *tree, Node *parent); /* kind_letter_unsent_build.c */

/* kind_letter_unsent_back.c: as the callbacks of Kind. */
bool letter_is_private(const PlayContext *context, const void *state, int page);
bool letter_stands(const PlayContext *context, const void *state, int page, const Move *move);
void letter_forget(const PlayContext *context, void *state, const void *last, int page,
                   const char *instead);
void letter_summary(const PlayContext *context, const void *state, int page, Summary *out);
void letter_step_text(const PlayContext *context, const void *state, int page, const Move *move,
                      Text *out);

void letter_paper(const PlayContext *context, int page,
                  Paper *paper); /* kind_letter_unsent_paper.c */

#endif
