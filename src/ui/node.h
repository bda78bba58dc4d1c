/* The one tree. A screen builds semantic nodes; the tree drives layout, drawing, hit-testing,
 * focus, speech and tests. Nodes live in the tree's arena until the next build; nothing points
 * into an old tree. Strings given to node functions are copied. */
#ifndef UI_NODE_H
#define UI_NODE_H

#include "base/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum Role {
    ROLE_SCREEN, /* the root; its name is the screen's title */
    ROLE_GROUP,  /* layout only; name optional */
    ROLE_HEADING,
    ROLE_TEXT,
    ROLE_IMAGE, /* a picture that means something; name is its alt text */
    ROLE_BUTTON,
    ROLE_CHOICE, /* a button that can be chosen: state.chosen */
    ROLE_CARD,   /* something that can be picked up and placed */
    ROLE_TARGET, /* where cards are placed: a basket, a slot */
    ROLE_FIELD,  /* text entry */
    ROLE_LIST,
    ROLE_ITEM, /* entry of a list, not itself a button */
    ROLE_COUNT
} Role;

const char *role_name(Role role); /* "button", ... */

/* What pressing a node asks for. Verbs are words: the same words stand in moves, logs and tests. */
enum { VERB_MAX = 24, REF_MAX = 48, KEY_MAX = 64 };
typedef struct Action {
    char verb[VERB_MAX]; /* "" means: does nothing */
    char item[REF_MAX];  /* id the verb is about, "" if none */
    int value;
} Action;

Action action_of(const char *verb, const char *item, int value);

typedef enum Axis { AXIS_COLUMN, AXIS_ROW, AXIS_GRID, AXIS_STACK, AXIS_FREE } Axis;
typedef enum Align { ALIGN_START, ALIGN_CENTER, ALIGN_END, ALIGN_STRETCH } Align;

enum { LENGTH_AUTO = -1 };

/* Sizes are in dp: 1 dp = 1 px at interface scale 1. Start/end follow the reading direction.
 * Sizes give way before anything leaves the screen: a node is never wider than its parent, never
 * lower than its words, and what can be pressed is never smaller than the tier's target.
 * AXIS_STACK: a child fills the node where the alignment is START or STRETCH, or when it covers or
 * grows; with CENTER and END it has its own size. `main` is vertical there, `cross` horizontal.
 * A node with words or pictures of its own and children shows its own above the children. */
typedef struct Layout {
    Axis axis;
    int gap;
    int pad_x, pad_y; /* 0: as the look has it; LENGTH_AUTO: none */
    int min_width, min_height;
    int max_width, max_height; /* 0: no limit */
    int width, height;         /* fixed; 0: from content */
    int grow;                  /* share of what is left on the parent's main axis */
    Align main;                /* children along the axis; STRETCH is START */
    Align cross;               /* children across the axis */
    int columns;               /* AXIS_GRID: fixed number, or 0: as many as fit of min_cell */
    int min_cell;              /* AXIS_GRID with columns 0 */
    bool wrap;                 /* AXIS_ROW: goes on in the next line when full */
    bool scroll;               /* content may be taller than the node; it scrolls */
    /* AXIS_FREE (pictures in a scene): this node's place in its parent, its centre in thousandths
     * of the parent's width and height, measured from the left. */
    int at_x, at_y;
} Layout;

/* How a node looks; theme.c turns it, with the state, into colours, corners and type. */
typedef enum Look {
    LOOK_PLAIN,     /* nothing drawn behind it */
    LOOK_PAPER,     /* page background */
    LOOK_CARD,      /* white card with soft shadow */
    LOOK_SHEET,     /* big translucent sheet over a scene, text on it is readable */
    LOOK_PRIMARY,   /* the one accent button of a screen */
    LOOK_SECONDARY, /* other buttons */
    LOOK_QUIET,     /* text-only button */
    LOOK_CHIP,      /* small choice */
    LOOK_TILE,      /* big choice with a picture above words */
    LOOK_SAFETY,    /* Stop, Break, I'm not OK: same hand everywhere */
    LOOK_TARGET,    /* basket or slot */
    LOOK_FIELD,
    LOOK_ROW,    /* row of a table */
    LOOK_BAND,   /* header or footer strip */
    LOOK_BUBBLE, /* speech bubble of the guide */
    LOOK_PLACE,  /* place in the cove: picture with a name plate */
    LOOK_NOTE,   /* quiet remark: kept, empty state */
    LOOK_COUNT
} Look;

typedef enum TypeSize { TYPE_SMALL, TYPE_BODY, TYPE_LEAD, TYPE_TITLE, TYPE_DISPLAY } TypeSize;

typedef struct State {
    bool chosen;
    bool disabled;
    bool picked; /* in the hand, waiting for a place */
    bool expanded;
    bool focused; /* set by focus, not by screens */
    bool pressed; /* pointer is down on it */
    bool scanned; /* set by scanning: the highlight stands on it */
} State;

typedef struct Rect {
    float x, y, width, height;
} Rect;

/* How a node comes in when it is new or shows something else; it needs a key. */
typedef enum Entrance {
    ENTER_NONE,
    ENTER_RISE, /* appears, rising a little: a reply */
    ENTER_BOB,  /* nods: the guide */
    ENTER_DROP  /* falls into its place: a pebble */
} Entrance;

/* How far a node is drawn from its place and size; all 0: not at all. Filled by motion. */
typedef struct Moved {
    float x, y; /* px */
    float grow; /* added to its size of 1 */
    float fade; /* 0: all there, 1: gone */
    float seal; /* taken from the size of its tick */
    bool above; /* drawn over everything else meanwhile */
} Moved;

/* What still shows through of the picture before, over all that is new. Filled by motion. */
typedef struct Before {
    unsigned number; /* of the change, 0: none */
    Rect rect;
    float left; /* 1: only the old, 0: only the new */
} Before;

/* How the words of a node are said. */
typedef enum SayTone { SAID_PLAIN, SAID_LOUD, SAID_TINY, SAID_STEADY, SAID_COUNT } SayTone;

typedef enum Reads { READS_AS_AROUND, READS_LTR, READS_RTL } Reads;

typedef struct Node Node;
struct Node {
    Role role;
    const char *key;    /* stable across rebuilds; focus and scroll follow it; "" if none: layout
                         * then gives one to every node that acts, scrolls or says something */
    const char *name;   /* accessible name: what a person calls it */
    const char *text;   /* drawn words; NULL: nothing; often same as name */
    const char *spoken; /* what is said; NULL: the name */
    SayTone tone;
    const char *picture; /* picture name, NULL: none */
    const char *icon;    /* picture name of a tinted icon, NULL: none */
    State state;
    Action action;
    Look look;
    TypeSize type;
    bool bold;
    unsigned tint;       /* 0xRRGGBB: the picture is dyed with it; 0: its own colours */
    bool cover;          /* picture fills the node and is cropped, instead of fitting inside */
    bool decoration;     /* not for focus, speech or tests: backdrops */
    Align text_align;    /* of the words inside the node */
    int picture_size;    /* dp, edge length; 0: as the look has it */
    float picture_scale; /* 1: as laid out; animation only */
    Entrance entrance;
    int leaf; /* a page of a book, counted from 1: another number slides in; needs a key. 0: none */
    float sway, sway_seconds; /* dp: goes that far to and fro by itself, in that time (a cloud) */
    const struct Manner *manner; /* type and colours of another person, for all below: a preview.
                                  * NULL: as around. Lives in the tree's arena */
    /* Of the words of all below, where they are not in the language around: what a voice needs to
     * know, and how the page is laid out. NULL, READS_AS_AROUND: no other. */
    const char *language;
    Reads reads;
    bool aside; /* with all below it for somebody beside the page: never read aloud by itself, and
                 * pressing it leaves in the hand what is there */
    Layout layout;
    /* A drawing (ui/sheet.h), as large as fits; its role says whether things can be placed on it.
     * With `pen` a pointer draws on it, and the screen hears UI_DRAW. In the tree's arena. */
    const struct Sheet *sheet;
    const struct Pen *pen;
    const struct Trail *trail; /* filled by focus: what is being drawn now; NULL: nothing */
    bool stays; /* ROLE_CARD: still in the hand after it was placed by pressing: a stamp, a color.
                 * Others: pressing them leaves such a card in the hand */
    /* ROLE_FIELD */
    const char *field_text;
    const char *field_hint;
    int field_max; /* bytes */
    int field_caret;
    bool field_begins;       /* what the page begins with: focus goes to it when it comes, and stays
                              * with an Enter that does something: it can be typed again */
    bool field_secret;       /* dots are shown for what is typed */
    const char *field_shown; /* filled by focus: the dots; NULL: field_text itself */
    int field_shown_caret;
    /* filled by layout */
    Rect bounds;          /* in pixels, after scrolling */
    Rect visible;         /* bounds cut by scrolling ancestors */
    float content_height; /* scroll nodes: height of all children */
    float scroll_y;
    bool in_scroll;
    bool rtl;
    struct WordSizes *sizes; /* layout's own: how big the words are */
    struct Answers *answers; /* layout's own: how big it is with all below */
    /* filled by the stage: bytes of `text` that are being said; length 0: none */
    size_t say_start, say_length;
    /* filled by focus: a dragged card is drawn this far from its place */
    bool carried;
    float carry_x, carry_y;
    Moved moved;
    /* family */
    Node *parent, *first, *last, *next;
};

typedef struct Tree {
    Arena *arena;
    Node *root;
    bool rtl;
    Before before;
} Tree;

void tree_init(Tree *tree);
void tree_clear(Tree *tree);
void tree_reset(Tree *tree); /* empties it for the next build */

/* Adds a child to `parent` (NULL: makes the root). The returned node may be changed until
 * layout. */
Node *node_add(Tree *tree, Node *parent, Role role, const char *key, const char *name);
Node *node_group(Tree *tree, Node *parent, Axis axis);
Node *node_text(Tree *tree, Node *parent, TypeSize type, const char *text);
Node *node_heading(Tree *tree, Node *parent, TypeSize type, const char *text);
Node *node_image(Tree *tree, Node *parent, const char *picture, const char *alt, int width,
                 int height); /* alt "" makes it a decoration */
Node *node_button(Tree *tree, Node *parent, Look look, const char *text, Action action);
Node *node_spacer(Tree *tree, Node *parent);           /* grows */
const char *tree_string(Tree *tree, const char *text); /* copies into the tree */

bool node_acts(const Node *node); /* can be pressed now */
const char *node_spoken(const Node *node);
/* Its own or that of what it lies in; NULL: none said. */
const char *node_language(const Node *node);
bool node_is_aside(const Node *node);
Node *node_following(const Node *node,
                     const Node *top); /* next in reading order, depth first; NULL at the end */

/* Gives every node that acts, scrolls or says something a key no other has, the same in every build
 * of the same screen. layout_tree does it first of all. */
void tree_give_keys(Tree *tree);

/* Finding as a person would: by role and name. NULL when absent. `nth` counts from 0. */
Node *tree_find(const Tree *tree, Role role, const char *name);
Node *tree_find_nth(const Tree *tree, Role role, const char *name, size_t nth);
Node *tree_find_key(const Tree *tree, const char *key);
Node *tree_find_verb(const Tree *tree, const char *verb, const char *item);

/* Every meaningful node a line: indent, role, "name", [states]. Ends with '\n'; free() it. Layout
 * and focus are left out: two equal dumps show a person the same things. */
char *tree_dump(const Tree *tree);

#endif
