/* The mid-end: one run of one activity. Owns the moves, apply, undo, skip, back, paging and the
 * look that all pages share. A play is the fold of its moves; keeping them is the caller's part:
 *     play_interpret -> move -> play_check -> keep it -> play_apply */
#ifndef ACTIVITY_PLAY_H
#define ACTIVITY_PLAY_H

#include "activity/kind.h"

typedef struct PlaySetup {
    const Activity *activity;
    const Strings *words;
    const Strings *ui;
    const Lint *lint; /* NULL: no hints on wording */
    Tokens tokens;
    Tier tier;
    bool may_type;       /* play_may_type */
    const char *partner; /* joint play: the adult's name. NULL: one plays, the helper is beside */
    uint64_t seed;
} PlaySetup;

/* Free text: never for t1 and t2; for t3 and t4 not at home, where others may look on, until a
 * helper can unlock it; adults always. (Blueprint 6.4.) */
bool play_may_type(Tier tier, Setting setting);

/* Joint play: every move carries the seat of whose turn it was, and what only the child may see is
 * left out: pages where the child would decide who may see are not there. */
typedef struct Play Play;

/* Fails when the kind is unknown or the activity has no page for the tier. Content outlives it. */
bool play_new(const PlaySetup *setup, Play **out, Error *error);
void play_free(Play *play);

bool play_interpret(const Play *play, const UiEvent *event, Move *out);
bool play_tick(const Play *play, const PlayView *view, Move *out);
bool play_moving(const Play *play, const PlayView *view);
Breath play_breath(const Play *play, const PlayView *view);
/* Would this move be accepted now? Changes nothing. */
bool play_check(const Play *play, const Move *move, Error *error);
bool play_apply(Play *play, const Move *move, Error *error);
/* Start over and apply `count` moves: resume and replay. When one is refused, the play stands where
 * those before it led. */
bool play_fold(Play *play, const Move *moves, size_t count, Error *error);

const PlayContext *play_context(const Play *play);
int play_page(const Play *play); /* index of the page shown */
int play_page_count(const Play *play);
bool play_finished(const Play *play); /* went past the last page */
bool play_can_undo(const Play *play);
/* Joint play: whose turn it is. SEAT_NONE for one alone. The child begins. */
Seat play_seat(const Play *play);
bool play_can_hand_over(const Play *play); /* the turn is the pages', not the kind's own */
/* Joint play: a sentence of the module for the adult, NULL for none. */
const char *play_tip(const Play *play);
bool play_skipped(const Play *play, int page);
bool play_private(const Play *play, int page);         /* the child keeps this page's words */
int play_page_named(const Play *play, const char *id); /* -1 when the tier has no such page */
int play_turn(const Play *play); /* the turn of the page shown to begin with: see PlayView */
/* The names the play began with, and in their place those chosen in it: the person's own words for
 * people, for later screens. */
Tokens play_tokens(const Play *play);
size_t play_move_count(const Play *play);
const Move *play_move_at(const Play *play, size_t step);

/* What waits (VERB_WAITS) is in the play and nowhere else; see kind.h. Who keeps moves asks: */
size_t play_waiting(const Play *play);               /* how many moves at the end wait */
bool play_waits(const Play *play, const Move *move); /* not to be kept: it changes what waits */
bool play_gives(const Play *play, const Move *move); /* all that waits is kept before it */
/* The bytes that are the play's state now, for tests: equal states, equal bytes. Borrowed. */
const void *play_state(const Play *play, size_t *size);

/* The page with the guide's words, the kind's own part and Back / Undo / Skip or Next. */
void play_build(const Play *play, const PlayView *view, Tree *tree, Node *parent);
/* The kind's own part alone. */
void play_build_body(const Play *play, const PlayView *view, Tree *tree, Node *parent);

/* Looking back: all that others are shown of a play. How it stands now decides: words that were
 * taken back since, and pages the person keeps, are in none of the three. */

/* The program's own words in it are these from now on: a helper reads about it in their language.
 * They must outlive it. */
void play_speak(Play *play, const Strings *ui);
/* What the helper reads: visited pages in order. */
void play_summary(const Play *play, Summary *out);
/* One move in words, `step` from 0: "Chose: happy". */
void play_step_text(const Play *play, size_t step, Text *out);
/* What the person chose for their breaks; adds to `out`. */
void play_kit(const Play *play, Kit *out);
/* The words chosen in a feelings check as they were shown, none of pages that were skipped or that
 * the person keeps. Returns how many, at most `room`. */
size_t play_feelings(const Play *play, Arena *arena, const char **words, size_t room);
/* The page as it was after the first `steps` moves, read-only. */
void play_build_back(const Play *play, size_t steps, Tree *tree, Node *parent);

#endif
