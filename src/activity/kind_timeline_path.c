/* My path: a row of stones, planks, beads or boats on which things may be put, with gaps wherever
 * one likes. Nothing is counted, nothing put down is lost, and no stone is more than another. */
#include "activity/on_paper.h"
#include "activity/placing.h"

#include <string.h>

enum { ITEMS_MAX = 12, PLACES_LEAST = 3, PLACES_MOST = 10, MARKS_MAX = 3 };
typedef enum Style { STYLE_STONES, STYLE_PLANKS, STYLE_BEADS, STYLE_BOATS } Style;

typedef struct PathPage {
    Page page;
    int style;  /* Style, -1: stones */
    List items; /* Option */
    int places; /* 0: a page that only says something */
    bool own;
    List marks; /* Option */
} PathPage;

typedef struct PathState {
    Placing pages[PLAY_PAGES_MAX];
} PathState;

static const char *const styles[] = {[STYLE_STONES] = "stones",
                                     [STYLE_PLANKS] = "planks",
                                     [STYLE_BEADS] = "beads",
                                     [STYLE_BOATS] = "boats",
                                     NULL};

static const Field fields[] = {
    {"style", FIELD_WORD, offsetof(PathPage, style), .words = styles,
     .help = "What the path is made of; stones when absent."},
    {"items", FIELD_LIST, offsetof(PathPage, items), .max = ITEMS_MAX, .shape = &option_shape,
     .help = "What can be put on the path, each any number of times. None: a page that only says "
             "something."},
    {"places", FIELD_INTEGER, offsetof(PathPage, places), .min = PLACES_LEAST, .max = PLACES_MOST,
     .help = "How many stones (planks, beads, boats) there are; three when absent."},
    {"own", FIELD_FLAG, offsetof(PathPage, own),
     .help = "Own words may be put down; reaches t3, t4 and adults only."},
    {"marks", FIELD_LIST, offsetof(PathPage, marks), .max = MARKS_MAX, .shape = &option_shape,
     .help = "What can be said of something on the path: kept, late, not kept."},
};

static const Shape shape = {"timeline_path page", sizeof(PathPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

static const PathPage *page_of(const PlayContext *context, int page)
{
    return (const PathPage *)(const void *)context->pages[page];
}

static const Placing *placing_of(const void *state, int page)
{
    return &((const PathState *)state)->pages[page];
}

static Style style_of(const PlayContext *context, int page)
{
    int style = page_of(context, page)->style;
    return style < 0 ? STYLE_STONES : (Style)style;
}

static bool is_plain(const PlayContext *context, int page)
{
    return page_of(context, page)->items.count == 0;
}

static PlacingRules rules_of(const PlayContext *context, int page)
{
    const PathPage *content = page_of(context, page);
    return (PlacingRules){.context = context,
                          .page = page,
                          .things = &content->items,
                          .marks = &content->marks,
                          .places = is_plain(context, page) ? 0 : content->places,
                          .own = content->own};
}

/* "Stone 3". */
static const char *place_words(const PlayContext *context, int page, int place, Arena *arena)
{
    static const char *const ids[] = {[STYLE_STONES] = "ui.map.stone",
                                      [STYLE_PLANKS] = "ui.map.plank",
                                      [STYLE_BEADS] = "ui.map.bead",
                                      [STYLE_BOATS] = "ui.map.boat"};
    return play_ui_count(context, arena, ids[style_of(context, page)], place + 1);
}

static const Verb verbs[] = {PLACING_VERBS, {NULL, 0}};

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    PlacingRules rules = rules_of(context, page);
    return placing_interpret(&rules, placing_of(any, page), event, out);
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    PlacingRules rules = rules_of(context, page);
    return is_plain(context, page)
               ? move_refuse(error, move, "this page asks for nothing")
               : placing_apply(&rules, &((PathState *)any)->pages[page], move, error);
}

/* ---- building ---- */

/* "The day we moved (late)". */
static const char *words_with_mark(const PlacingRules *rules, const Placed *placed, Arena *arena)
{
    const char *words = placed_words(rules, placed, arena);
    const char *mark = placed_mark(rules, placed, arena);
    return mark ? arena_format(arena, "%s (%s)", words, mark) : words;
}

/* What one walks on: with something on it, or a gap that may stay one. */
static const char *ground(const PlayContext *context, int page, bool gap)
{
    static const char *const grounds[][2] = {
        [STYLE_STONES] = {"map/stone", "map/stone-gap"},
        [STYLE_PLANKS] = {"map/plank", "map/plank-gap"},
        [STYLE_BEADS] = {"map/bead", "map/bead-gap"},
        [STYLE_BOATS] = {"map/boat", "map/boat-gap"},
    };
    return grounds[style_of(context, page)][gap];
}

/* What was put down stands on its stone; where nothing stands, the place is kept free for it. */
static void build_standing(const PlacingRules *rules, const Placed *placed, Tree *tree, Node *place)
{
    const char *picture = placed ? placed_picture(rules, placed, tree->arena) : NULL;
    int size = rules->context->tier <= TIER_T2 ? 64 : 48;
    if (style_of(rules->context, rules->page) == STYLE_BOATS) {
        node_image(tree, place, ground(rules->context, rules->page, !placed), "", 112, 88);
        return; /* a boat is coloured, and carries nothing */
    }
    if (picture) {
        node_image(tree, place, picture, "", size, size);
    } else {
        Node *air = node_group(tree, place, AXIS_ROW);
        air->layout.min_height = size;
    }
    node_image(tree, place, ground(rules->context, rules->page, !placed), "", 104, 52);
}

static void build_label(const char *words, Tree *tree, Node *place)
{
    Node *label = node_text(tree, place, TYPE_SMALL, words);
    label->text_align = ALIGN_CENTER;
    label->decoration = true; /* the place itself says so */
}

static void build_place(const PlacingRules *rules, const Placing *placing, int place, Tree *tree,
                        Node *parent)
{
    int slot = placing_slot(placing, place);
    const Placed *placed = slot < 0 ? NULL : &placing->slots[slot];
    const char *number = place_words(rules->context, rules->page, place, tree->arena);
    const char *words = placed ? words_with_mark(rules, placed, tree->arena)
                               : play_ui(rules->context, tree->arena, "ui.map.empty");
    Node *node = placing_build_place(tree, parent, place,
                                     arena_format(tree->arena, "%s: %s", number, words));
    node->look = LOOK_PLAIN;
    node->layout.axis = AXIS_COLUMN;
    node->layout.cross = ALIGN_CENTER;
    node->layout.pad_x = node->layout.pad_y = 4;
    build_standing(rules, placed, tree, node);
    if (placed) {
        build_label(words, tree, node);
    }
}

static void build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    PlacingRules rules = rules_of(context, page);
    page_lead_picture(tree, parent, context->pages[page]->picture, is_plain(context, page));
    if (is_plain(context, page)) {
        return;
    }
    Node *path = node_group(tree, parent, AXIS_GRID);
    path->layout.gap = tier_limits(context->tier)->gap_px;
    path->layout.min_cell = 120;
    for (int place = 0; place < rules.places; place++) {
        build_place(&rules, placing_of(any, page), place, tree, path);
    }
    placing_build_cards(&rules, placing_of(any, page), view, tree, parent);
    if (placing_any(placing_of(any, page))) {
        placing_build_marks(&rules, view, tree, parent);
    }
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    return is_plain(context, page) || placing_any(placing_of(any, page));
}

/* ---- reading back ---- */

static bool stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    (void)context;
    return placing_stands(placing_of(any, page), move);
}

static void forget(const PlayContext *context, void *any, const void *last, int page,
                   const char *instead)
{
    (void)context;
    placing_forget(&((PathState *)any)->pages[page], placing_of(last, page), instead);
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    PlacingRules rules = rules_of(context, page);
    const Placing *placing = placing_of(any, page);
    for (int place = 0; place < rules.places; place++) {
        int slot = placing_slot(placing, place);
        if (slot >= 0) {
            const Placed *placed = &placing->slots[slot];
            summary_add(out, place_words(context, page, place, out->arena),
                        words_with_mark(&rules, placed, out->arena),
                        placed_picture(&rules, placed, out->arena));
        }
    }
    placing_summarise_waiting(&rules, placing, out);
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    PlacingRules rules = rules_of(context, page);
    Arena *arena = arena_new();
    int place = place_find(&rules, move->target);
    placing_step(&rules, placing_of(any, page), move,
                 place < 0 ? "" : place_words(context, page, place, arena), out);
    arena_free(arena);
}

/* ---- content ---- */

/* Cards of both lists lie on one page and are told apart by their ids. */
static void check_ids(const PathPage *page, const char *file, const char *place, Faults *faults)
{
    for (size_t i = 0; i < page->marks.count; i++) {
        const char *id = option_at(&page->marks, sizeof(Option), i)->id;
        for (size_t j = 0; j < page->items.count; j++) {
            if (strcmp(option_at(&page->items, sizeof(Option), j)->id, id) == 0) {
                faults_add(faults, FAULT_ERROR, file, place, "duplicate-id",
                           "A mark and an item are both called \"%s\"; give each its own id.", id);
            }
        }
    }
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const PathPage *page = ((const PathPage *const *)activity->pages.items)[i];
        TierSet tiers = page->page.tiers & activity->tiers;
        char place[PLACE_MAX];
        page_place(place, path, i, "items");
        options_check(&page->items, sizeof(Option), page->items.count ? tiers : 0, 1, ITEMS_MAX,
                      "items", file, place, faults);
        page_place(place, path, i, "marks");
        options_check(&page->marks, sizeof(Option), tiers, 0, MARKS_MAX, "marks", file, place,
                      faults);
        check_ids(page, file, place, faults);
    }
}

/* ---- on paper ---- */

static void on_paper(const PlayContext *context, int page, Paper *paper)
{
    const PathPage *content = page_of(context, page);
    if (is_plain(context, page)) {
        return;
    }
    paper_note(context, "ui.paper.path", paper);
    paper_add(paper, PAPER_PATH, NULL)->lines = content->places;
    paper_options(context, PAPER_CARDS, &content->items, sizeof(Option), false, paper);
    paper_options(context, PAPER_TICK, &content->marks, sizeof(Option), false, paper);
}

const Kind kind_timeline_path = {
    .content = {.name = "timeline_path", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(PathState),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = build,
    .is_complete = is_complete,
    .summary = summary,
    .stands = stands,
    .forget = forget,
    .step_text = step_text,
    .paper = on_paper,
};
