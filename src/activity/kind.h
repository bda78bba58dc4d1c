/* A kind of activity: one file, one const table. A kind holds no recording, no undo, no paging:
 * the mid-end (play.h) does that for all of them.
 *
 * A kind's state is a plain value of `state_size` bytes without pointers: it begins zeroed, is
 * copied and compared bytewise, and is changed by `apply` alone. */
#ifndef ACTIVITY_KIND_H
#define ACTIVITY_KIND_H

#include "content/lint.h"
#include "content/module.h"
#include "content/strings.h"
#include "paper/paper.h"
#include "record/move.h"
#include "ui/focus.h"

enum { PLAY_PAGES_MAX = ACTIVITY_PAGES_MAX };

/* What a kind may know of the play it runs in. Constant through a play. */
typedef struct PlayContext {
    const Activity *activity;
    const Strings *words; /* the module's */
    const Strings *ui;    /* the program's */
    const Lint *lint;     /* word rules, for hints on what people write; NULL: none */
    Tokens tokens;
    Tier tier;
    bool may_type;             /* own words may be typed here: see play_may_type */
    bool joint;                /* an adult of the family plays too, with equal control */
    char partner[TOKENS_NAME]; /* who takes the other part: that adult, else the helper */
    uint64_t seed;
    const Page *pages[PLAY_PAGES_MAX]; /* those of this tier, in order */
    int page_count;
} PlayContext;

/* Things of the moment, for drawing only; never part of the state. */
typedef struct PlayView {
    int64_t now;      /* ticks, ms */
    int64_t since;    /* ticks when the last move was made */
    int turn;         /* how often "more" was pressed on this page: where not all is shown at once,
                       * which part is. Begins at play_turn; the order of looking is not kept. */
    bool read_only;   /* looking back: nothing can be pressed, nothing moves */
    const char *hand; /* item in the hand, "" if none */
    bool voice;       /* words can be heard: a button beside the guide's says them again */
    bool kept;        /* the last thing done on this page is durable: shown by a quiet tick */
    bool narrow; /* little room across: what is large is smaller, so that all stays beside it */
    const struct PlayTools *tools; /* tools.h; NULL: none held */
    const char *draft;             /* words being typed and not yet given; never recorded as such */
} PlayView;

/* What the helper reads of a play: the words as they were shown. */
typedef struct SummaryLine {
    const char *label; /* the question or card, as shown */
    const char *words; /* what was chosen, as shown; NULL: left open */
    const char *picture;
    bool folded;               /* shown when asked for: a guess, not what was seen */
    const struct Sheet *sheet; /* a drawing, in the summary's arena; NULL: none */
} SummaryLine;

typedef struct Summary {
    Arena *arena;
    SummaryLine *lines; /* in the arena */
    size_t count, room;
} Summary;

/* What Break offers of a play: the tools a person chose, and the picture to rest in. */
enum { KIT_TOOLS_MAX = 12 };
typedef struct KitTool {
    const char *words;
    const char *picture; /* NULL: none */
    const char *reply;   /* how to do it; NULL: nothing is said */
} KitTool;

typedef struct Kit {
    Arena *arena; /* of all strings */
    KitTool tools[KIT_TOOLS_MAX];
    size_t count;
    const char *place; /* NULL: the usual one */
} Kit;

/* A verb of a kind's moves and which members of Move it uses; all others must be empty.
 * A move that waits is kept by nobody until one that gives follows it at once, and is forgotten
 * when any other does: for words that are nobody's until the person has decided about them. */
enum {
    MOVE_ITEM = 1,
    MOVE_TARGET = 2,
    MOVE_VALUE = 4,
    MOVE_TEXT = 8,
    VERB_WAITS = 16,
    VERB_GIVES = 32,
    VERB_STAYS = 64 /* cannot be undone; what gives cannot either, for it is kept by then */
};
typedef struct Verb {
    const char *name;
    unsigned uses;
} Verb;

typedef enum Breath { BREATH_NONE, BREATH_IN, BREATH_OUT } Breath;

typedef struct Kind {
    KindContent content; /* first, for kind_of */
    size_t state_size;
    const Verb *verbs; /* ended by a NULL name; the mid-end refuses all others */
    /* What `event` means on this page. False: nothing. Never changes the state. */
    bool (*interpret)(const PlayContext *context, const void *state, int page, const UiEvent *event,
                      Move *out);
    /* The only change. Refuses whatever interpret could not have made here and now. */
    bool (*apply)(const PlayContext *context, void *state, int page, const Move *move,
                  Error *error);
    /* NULL allowed. Time has passed: a move the page makes by itself (a breath is over). */
    bool (*tick)(const PlayContext *context, const void *state, int page, const PlayView *view,
                 Move *out);
    /* NULL allowed. True while the page moves: it wants to be drawn again soon. */
    bool (*moving)(const PlayContext *context, const void *state, int page, const PlayView *view);
    void (*build)(const PlayContext *context, const void *state, int page, const PlayView *view,
                  Tree *tree, Node *parent);
    /* NULL: never. Which way a breath goes at this moment: it can be heard. */
    Breath (*breath)(const PlayContext *context, const void *state, int page, const PlayView *view);
    /* NULL: never. A kind line in answer to what was done last; NULL when there is none. The page
     * shows it with the guide's words. */
    const char *(*reply)(const PlayContext *context, const void *state, int page, Arena *arena);
    /* NULL: 0. The turn (PlayView) in which what was chosen last is shown; 0 when nothing was. */
    int (*turn)(const PlayContext *context, const void *state, int page);
    /* Something was chosen or done: "Next" instead of "Skip". */
    bool (*is_complete)(const PlayContext *context, const void *state, int page);
    /* NULL: the following page. Index of the next page, or page_count for the end. */
    int (*next_page)(const PlayContext *context, const void *state, int page);
    /* NULL: one page each, and either may hand the turn over. Whose turn it is in joint play. */
    Seat (*seat)(const PlayContext *context, const void *state, int page);
    /* NULL: never. In joint play: a sentence for the adult now, NULL for none. Only they read it.
     */
    const char *(*tip)(const PlayContext *context, const void *state, int page);
    /* Lines for one visited page. */
    void (*summary)(const PlayContext *context, const void *state, int page, Summary *out);
    /* NULL: never. The child keeps this page's words: neither summary nor replay shows them. */
    bool (*is_private)(const PlayContext *context, const void *state, int page);
    /* Needed where words can be typed; NULL: all stand. Whether the words that `move` gave are part
     * of the state. What does not stand at the end was taken back, and is not shown to anybody. */
    bool (*stands)(const PlayContext *context, const void *state, int page, const Move *move);
    /* NULL: the usual. With `stands`: the word of the program for a move that does not. */
    const char *(*taken)(const Move *move);
    /* With `stands`. Puts `instead` in place of all words in an earlier state of this page that are
     * not part of the last one. */
    void (*forget)(const PlayContext *context, void *state, const void *last, int page,
                   const char *instead);
    /* NULL: never. Puts the words chosen on this page in place of the people's names in *tokens;
     * "" is the name the helper wrote. */
    void (*names)(const PlayContext *context, const void *state, int page, Tokens *tokens);
    /* One move in words, as seen from the state before it; only of moves that stand. */
    void (*step_text)(const PlayContext *context, const void *state, int page, const Move *move,
                      Text *out);
    /* NULL: nothing. Adds what this page holds for Break. */
    void (*kit)(const PlayContext *context, const void *state, int page, Kit *out);
    /* What somebody made of it may be taken home on cards: its kit, else its summary. */
    bool take_home;
    /* What stands on paper for this page, below its words: on_paper.h. */
    void (*paper)(const PlayContext *context, int page, Paper *paper);
} Kind;

extern const Kind kind_branch_roleplay, kind_listen_turns, kind_play_together;
extern const Kind kind_calm_kit, kind_notice_log, kind_plan_steps, kind_quiz_myth;
extern const Kind kind_circles_map, kind_timeline_path; /* two more: boxes.h */
extern const Kind kind_body_map, kind_draw_free, kind_letter_unsent;
extern const Kind kind_feelings_check, kind_scale_line, kind_breathe_pace, kind_sort_cards,
    kind_sentence_builder, kind_story_pages;

const KindContent *const *kinds_content(void);   /* of all kinds, NULL-terminated */
const Kind *kind_of(const KindContent *content); /* of an entry of that table */
const Kind *kind_named(const char *name);        /* NULL when unknown */

/* For kinds: words, filled with the family's tokens. In the tree's arena / the summary's arena. */
const char *play_words(const PlayContext *context, Arena *arena, const char *sentence);
const char *play_ui(const PlayContext *context, Arena *arena, const char *id);
const char *play_ui_count(const PlayContext *context, Arena *arena, const char *id, long n);
void summary_add(Summary *summary, const char *label, const char *words, const char *picture);
/* "Chose: a hug": a word of the program and what it was about (words as they are, or a sentence).
 */
void step_say(const PlayContext *context, Text *out, const char *ui, const char *words);
void step_say_words(const PlayContext *context, Text *out, const char *ui, const char *sentence);
/* The word of the program that a table, ended by a NULL verb, has for this verb; NULL for none. */
typedef struct StepWord {
    const char *verb, *ui;
} StepWord;
const char *step_word(const StepWord *table, const char *verb);
/* An `interpret` for pages on which what is pressed says it all: verb, item and value. */
bool press_as_move(const PlayContext *context, const void *state, int page, const UiEvent *event,
                   Move *out);
int page_index(const PlayContext *context, const char *id); /* page_count when there is none */
bool move_refuse(Error *error, const Move *move, const char *why); /* false, ERROR_REFUSED */

/* What most entries of a page are: cards, words, baskets, choices. Shapes may have it as base. */
typedef struct Option {
    const char *id;
    const char *text;
    const char *picture;
    TierSet tiers;
} Option;

extern const Shape option_shape;

/* Entry `index` of a list of structs of `size` bytes that begin with an Option. */
const Option *option_at(const List *list, size_t size, size_t index);
/* Index of the option with this id that the tier may have; -1 when there is none. */
int option_find(const List *list, size_t size, Tier tier, const char *id);
/* Indices of the options for the tier, in order; at most `room`. Returns how many. */
int options_of_tier(const List *list, size_t size, Tier tier, int *indices, int room);
/* The same in an order of chance: always the same for one play and one `chance`, which is the page
 * or, where a page has several lists, a number of its own for each. */
int options_by_chance(const PlayContext *context, int chance, const List *list, size_t size,
                      int *indices, int room);
/* "$.activities[0].pages[2].baskets", for faults; `member` may go deeper. Returns place. */
enum { PLACE_MAX = 160 };
const char *page_place(char place[PLACE_MAX], const char *activity, size_t page,
                       const char *member);
/* Reports tiers for which a list has fewer than min or more than max (0: the tier's choices). */
void options_check(const List *list, size_t size, TierSet tiers, int min, int max, const char *what,
                   const char *file, const char *path, Faults *faults);

/* For kinds: the shared hand in which pages are drawn. A choice is a tile with its picture; with ""
 * a tile without one, to lie among others; with NULL a small chip. */
Node *page_choice(Tree *tree, Node *parent, const char *key, const char *words, const char *picture,
                  Action action, bool chosen);
int page_picture_size(Tier tier); /* dp: bigger for the young */
/* A picture in the middle of the page; decoration, for the words say it. Nothing for NULL, or for
 * the guide, who stands beside the words already. */
Node *page_picture(Tree *tree, Node *parent, const char *picture, int width, int height);
/* The page's own picture: small above what is asked, large where nothing is (`alone`). */
Node *page_lead_picture(Tree *tree, Node *parent, const char *picture, bool alone);
Node *page_grid(Tree *tree, Node *parent, const PlayContext *context);
/* Pictures stand side by side and alike; words alone lie in lines, each as long as it is. */
Node *page_options(Tree *tree, Node *parent, const PlayContext *context, bool pictured);

#endif
