/* A module as loaded: immutable plain structs in one arena. module -> activity -> page -> kind.
 * Every sentence is an id; words come from a Strings table. */
#ifndef CONTENT_MODULE_H
#define CONTENT_MODULE_H

#include "content/shape.h"
#include "content/tier.h"

typedef enum Audience { AUDIENCE_CHILD, AUDIENCE_PARENT, AUDIENCE_BOTH } Audience;
typedef enum TherapyStage {
    STAGE_COMMITMENT,
    STAGE_PROCESS,
    STAGE_CHANGE,
    STAGE_TERMINATION
} TherapyStage;
typedef enum Gate {
    GATE_ASSENT, /* open after assent */
    GATE_ROOM,   /* in the room by default */
    GATE_CONTACT /* closed until the helper recorded the safety gate */
} Gate;

/* First member of every kind's page struct. */
typedef struct Page {
    const char *id;      /* unique in the activity */
    TierSet tiers;       /* who gets this page */
    const char *text;    /* sentence: what the guide says; NULL allowed where the kind says so */
    const char *picture; /* NULL or picture name */
} Page;

/* What the adult beside the child should know. Sentences. */
typedef struct AdultCard {
    const char *aim;
    const char *use;
    List prompts; /* const char *: open, non-leading talk prompts */
    const char *watch;
} AdultCard;

typedef struct Activity {
    const char *id;   /* unique in the module: "faces" */
    const char *code; /* blueprint code: "M01.1" */
    const char *kind; /* "feelings_check" */
    TierSet tiers;
    SettingSet settings;
    int minutes;       /* about how long, per the tier's limit */
    bool co_parent;    /* about messages between two carers: closed where one is hidden or an order
                        * forbids contact (blueprint 6.8) */
    const char *title; /* sentence */
    const char *picture;
    AdultCard *adult;
    const char *safe_adult; /* name or word that says in the English story who a child can go to */
    List pages; /* Page *: each points at the kind's own struct; `tiers` within the activity's */
    List
        lint_ok; /* LintOk: word rules and structural rules that were looked at and accepted here */
} Activity;

typedef struct LintOk {
    const char *rule; /* "G07", "S03" */
    const char *why;
} LintOk;

enum { ACTIVITY_PAGES_MAX = 24 }; /* pages one tier may get in one activity */

typedef struct Module {
    int format;       /* of the file: 1 */
    const char *id;   /* "feelings"; also the folder's name */
    const char *code; /* "M01" */
    int version;      /* 1.. */
    Audience audience;
    int stage;               /* TherapyStage */
    int gate;                /* Gate */
    const char *place;       /* "tide-pools": picture place/<place> and scene/<place> */
    const char *title;       /* sentence: for helpers */
    const char *child_title; /* sentence: for children; NULL when only adults use the module */
    const char *goals[TIER_COUNT];
    List activities; /* Activity */
    /* not from JSON: */
    const char *folder;
} Module;

/* What the content layer must know of a kind; the kind's file in activity/ embeds this table. */
typedef struct KindContent {
    const char *name;
    TierSet tiers;     /* tiers the kind can serve */
    const Shape *page; /* shape of one page; its base is page_shape */
    /* For the checker; all optional. */
    bool story;                     /* its pages tell a story: it names its safe adult */
    bool (*ends)(const Page *page); /* the way through the pages ends here; NULL: after the last */
    const char *feelings;           /* list of its pages whose entries are feelings */
    /* Optional: rules a shape cannot say (at least two baskets per tier, next page exists, ...).
     * `path` is the JSON path of the activity. */
    void (*check)(const Activity *activity, const char *file, const char *path, Faults *faults);
} KindContent;

extern const Shape page_shape; /* base of every kind's page */
extern const Shape activity_shape;
extern const Shape module_shape;
enum { FORMAT_VERSION = 1 };

const KindContent *kind_find(const KindContent *const *kinds, const char *name); /* NULL: unknown */
TierSet module_tiers(const Module *module); /* those that any of its activities serves */

const Activity *module_activity(const Module *module, const char *id); /* NULL when absent */
const Page *activity_page(const Activity *activity, const char *id);   /* NULL when absent */

#endif
