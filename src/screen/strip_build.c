/* How the strip looks: in small plain letters, a row of acts and below it the one that is open. The
 * same below a page and in a window of its own; a window also has room for things to say. */
#include "screen/simple.h"
#include "screen/stage_inside.h"
#include "screen/strip.h"

#include <string.h>

Node *strip_act(Stage *stage, Tree *tree, Node *row, const char *act, const char *icon)
{
    const char *words = strip_word(stage, tree, arena_format(tree->arena, "ui.strip.%s", act));
    Node *button = node_button(tree, row, strip_apart(stage) ? LOOK_SECONDARY : LOOK_QUIET, words,
                               action_of(STRIP_VERB, act, 0));
    button->key = arena_format(tree->arena, "strip-%s", act);
    button->icon = icon;
    button->type = TYPE_SMALL;
    button->layout.pad_x = 10;
    return button;
}

/* A way to one of its pages. */
static void add_turn(Stage *stage, Tree *tree, Node *row, StripPage page, const char *words,
                     const char *icon)
{
    Node *button = strip_act(stage, tree, row, words, icon);
    bool open = stage->strip.page == page;
    button->action = action_of(STRIP_VERB, "turn", open ? STRIP_ACTS : (int)page);
    button->state.expanded = open;
    button->look = open ? LOOK_CHIP : button->look;
    button->state.chosen = open;
}

static bool on_screen(const Stage *stage, const char *name)
{
    return strcmp(stage->screens[stage->count - 1]->ops->name, name) == 0;
}

/* The page of the sitting as it stands: where the strip lies below it, that is this very tree. */
static const Tree *page_of(Stage *stage, const Tree *tree)
{
    return strip_apart(stage) ? stage_tree(stage) : tree;
}

/* Pause comes first, so that keys begin there. */
static void build_sitting_acts(Stage *stage, Tree *tree, Node *row)
{
    bool paused = stage->strip.paused;
    Node *first = strip_act(stage, tree, row, paused ? "go-on" : "pause",
                            paused ? "icon/play" : "icon/pause");
    first->key = "strip-first";
    Node *skip = strip_act(stage, tree, row, "skip", "icon/skip");
    skip->state.disabled = paused || !tree_find_verb(page_of(stage, tree), "skip", "");
    Node *calm = strip_act(stage, tree, row, "calm", "icon/break");
    calm->state.disabled = on_screen(stage, "break");
    add_turn(stage, tree, row, STRIP_END, "end", "icon/door");
}

static void build_notes_acts(Stage *stage, Tree *tree, Node *row)
{
    add_turn(stage, tree, row, STRIP_NOTE, "note", "icon/note");
    add_turn(stage, tree, row, STRIP_SIGN, "sign", "icon/sign");
    add_turn(stage, tree, row, STRIP_PRESENT, "present", "icon/family");
    if (!strip_apart(stage)) {
        add_turn(stage, tree, row, STRIP_TALK, "talk", "icon/talk");
    }
}

static void build_place_acts(Stage *stage, Tree *tree, Node *row)
{
    if (strip_apart(stage)) {
        strip_act(stage, tree, row, "page", "icon/window");
        return;
    }
    if (stage->strip.windows) {
        strip_act(stage, tree, row, "window", "icon/window");
    }
    strip_act(stage, tree, row, "close", "icon/close");
}

static void build_acts(Stage *stage, Tree *tree, Node *row)
{
    bool over = strip_sitting(stage)->ended != 0;
    if (over) {
        Node *after = strip_act(stage, tree, row, "after", "icon/lock");
        after->key = "strip-first";
    } else {
        build_sitting_acts(stage, tree, row);
    }
    build_notes_acts(stage, tree, row);
    build_place_acts(stage, tree, row);
}

/* ---- what the helper should see at once ---- */

static void add_line(Tree *tree, Node *parent, const char *words, const char *icon)
{
    node_text(tree, parent, TYPE_SMALL, words)->icon = icon;
}

/* As the page has it: where the shell lies. */
static const Person *whose_turn(Stage *stage, const Tree *tree, const Case *family)
{
    const Sitting *sitting = strip_sitting(stage);
    const Tree *page = page_of(stage, tree);
    if (!sitting->adult.text[0]) {
        return NULL;
    }
    return tree_find_key(page, "turn-child")   ? case_person(family, sitting->person)
           : tree_find_key(page, "turn-adult") ? case_person(family, sitting->adult)
                                               : NULL;
}

static void build_state(Stage *stage, Tree *tree, Node *parent)
{
    const Sitting *sitting = strip_sitting(stage);
    const Case *family = record_case(keeper_record(strip_cove(stage)->keeper), sitting->case_id);
    const Person *turn = whose_turn(stage, tree, family);
    if (turn) {
        add_line(tree, parent,
                 arena_format(tree->arena, "%s: %s", strip_word(stage, tree, "ui.strip.turn"),
                              turn->name),
                 NULL);
    }
    if (sitting->not_ok) {
        add_line(tree, parent, strip_word(stage, tree, "ui.signs.not-ok"), "icon/not-ok");
    }
    if (strip_has_sign(stage)) {
        add_line(tree, parent, strip_word(stage, tree, "ui.strip.has-sign"), "icon/sign");
    }
}

Node *strip_row(const Stage *stage, Tree *tree, Node *parent)
{
    Node *row = simple_row(tree, parent, stage->manner.gap_px > 8 ? stage->manner.gap_px : 8);
    row->layout.main = ALIGN_START;
    return row;
}

/* A page takes the place of the acts where there is little room. */
void strip_build(Stage *stage, Tree *tree, Node *parent)
{
    bool apart = strip_apart(stage);
    Node *row = strip_row(stage, tree, parent);
    if (apart) {
        row->layout.axis = AXIS_GRID;
        row->layout.min_cell = 132;
    }
    if (apart || stage->strip.page == STRIP_ACTS) {
        build_acts(stage, tree, row);
        build_state(stage, tree, apart ? parent : row);
    } else {
        Node *back = strip_act(stage, tree, row, "back", "icon/back");
        back->text = NULL;
    }
    strip_page_build(stage, tree, apart ? parent : row);
}
