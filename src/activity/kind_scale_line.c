/* Scale line: the size of one thing, as three balloons (t1), five steps (t2) or 0 to 10, each with
 * water rising in a gauge, and words at 0, 5 and 10. No target mark, no colours that judge. Pages
 * without labels only say something.
 */
#include "activity/on_paper.h"

#include <string.h>

enum { LABELS_MAX = 5, TEN = 10 };

typedef struct ScalePage {
    Page page;
    List labels; /* const char *: sentences */
} ScalePage;

typedef struct PageState {
    int set, not_sure; /* flags; of int size, so that no bytes lie between the members */
    int value;
} PageState;

typedef struct ScaleState {
    PageState pages[PLAY_PAGES_MAX];
} ScaleState;

static const Field fields[] = {
    {"labels", FIELD_SENTENCES, offsetof(ScalePage, labels), .min = 3, .max = LABELS_MAX,
     .help = "3 words for t1, 5 for t2, 3 for older (said at 0, 5 and 10). None: a page that "
             "only says something."},
};

static const Shape shape = {"scale_line page", sizeof(ScalePage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

static const ScalePage *page_of(const PlayContext *context, int page)
{
    return (const ScalePage *)(const void *)context->pages[page];
}

static const PageState *state_of(const void *state, int page)
{
    return &((const ScaleState *)state)->pages[page];
}

/* How many values there are: 3, 5 or 11; 0 on a page that only says something. */
static int values_of(const PlayContext *context, int page)
{
    static const int values[] = {
        [SCALE_PICTURES_3] = 3, [SCALE_PICTURES_5] = 5, [SCALE_0_10] = TEN + 1};
    return page_of(context, page)->labels.count ? values[tier_limits(context->tier)->scale] : 0;
}

/* The sentence that stands at `value`, or NULL between the words. */
static const char *label_of(const PlayContext *context, int page, int value)
{
    const char *const *labels = page_of(context, page)->labels.items;
    if (tier_limits(context->tier)->scale != SCALE_0_10) {
        return labels[value];
    }
    return value % 5 == 0 ? labels[value / 5] : NULL;
}

static const char *value_words(const PlayContext *context, int page, int value, Arena *arena)
{
    const char *label = label_of(context, page, value);
    const char *words = label ? play_words(context, arena, label) : NULL;
    if (tier_limits(context->tier)->scale != SCALE_0_10) {
        return words;
    }
    return words ? arena_format(arena, "%d: %s", value, words) : arena_format(arena, "%d", value);
}

static const Verb verbs[] = {{"set", MOVE_VALUE}, {"not-sure", 0}, {NULL, 0}};

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    PageState *state = &((ScaleState *)any)->pages[page];
    int values = values_of(context, page);
    if (values == 0) {
        return move_refuse(error, move, "this page asks for nothing");
    }
    if (strcmp(move->verb, "not-sure") == 0) {
        *state = (PageState){.not_sure = 1};
        return true;
    }
    if (move->value < 0 || move->value >= values) {
        return move_refuse(error, move, "the scale has no such value");
    }
    *state = (PageState){.set = 1, .value = move->value};
    return true;
}

static const char *picture_of(const PlayContext *context, int value)
{
    static const char *const balloons[] = {"scale/balloon-small", "scale/balloon-medium",
                                           "scale/balloon-big"};
    static const char *const steps[] = {"scale/step-1", "scale/step-2", "scale/step-3",
                                        "scale/step-4", "scale/step-5"};
    static const char *const tides[] = {"scale/tide-0", "scale/tide-1", "scale/tide-2",
                                        "scale/tide-3", "scale/tide-4", "scale/tide-5",
                                        "scale/tide-6", "scale/tide-7", "scale/tide-8",
                                        "scale/tide-9", "scale/tide-10"};
    switch (tier_limits(context->tier)->scale) {
    case SCALE_PICTURES_3: return balloons[value];
    case SCALE_PICTURES_5: return steps[value];
    case SCALE_0_10: break;
    }
    return tides[value];
}

static void build_value(const PlayContext *context, const PageState *state, int page, int value,
                        Tree *tree, Node *row)
{
    const char *words = value_words(context, page, value, tree->arena);
    Node *choice = page_choice(tree, row, arena_format(tree->arena, "value-%d", value), words,
                               picture_of(context, value), action_of("set", "", value),
                               state->set && state->value == value);
    bool numbers = tier_limits(context->tier)->scale == SCALE_0_10;
    choice->picture_size = numbers ? 64 : 150;
    if (numbers) {
        choice->text = arena_format(tree->arena, "%d", value);
        choice->bold = true;
        choice->layout.pad_x = choice->layout.pad_y = 6;
    }
}

/* The words under the ends and the middle of a 0-10 line. */
static void build_anchors(const PlayContext *context, int page, Tree *tree, Node *parent)
{
    static const Align aligns[] = {ALIGN_START, ALIGN_CENTER, ALIGN_END};
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 16;
    for (int i = 0; i < 3; i++) {
        const char *words = value_words(context, page, i * 5, tree->arena);
        Node *anchor = node_text(tree, row, TYPE_BODY, words);
        anchor->layout.grow = 1;
        anchor->text_align = aligns[i];
    }
}

static void build_line(const PlayContext *context, const PageState *state, int page, Tree *tree,
                       Node *parent)
{
    int values = values_of(context, page);
    bool numbers = tier_limits(context->tier)->scale == SCALE_0_10;
    Node *line = page_grid(tree, parent, context);
    line->layout.gap = tier_limits(context->tier)->gap_px;
    line->layout.min_cell = numbers ? tier_limits(context->tier)->target_px : 0;
    line->layout.columns = values;
    for (int value = 0; value < values; value++) {
        build_value(context, state, page, value, tree, line);
    }
    if (numbers) {
        build_anchors(context, page, tree, parent);
    }
}

static void build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    (void)view;
    const PageState *state = state_of(any, page);
    page_lead_picture(tree, parent, page_of(context, page)->page.picture,
                      values_of(context, page) == 0);
    if (values_of(context, page) == 0) {
        return;
    }
    build_line(context, state, page, tree, parent);
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.main = ALIGN_CENTER;
    page_choice(tree, row, "not-sure", play_ui(context, tree->arena, "ui.not-sure"), NULL,
                action_of("not-sure", "", 0), state->not_sure);
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    const PageState *state = state_of(any, page);
    return state->set || state->not_sure || values_of(context, page) == 0;
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const PageState *state = state_of(any, page);
    const char *label = play_words(context, out->arena, page_of(context, page)->page.text);
    if (state->set) {
        summary_add(out, label, value_words(context, page, state->value, out->arena),
                    picture_of(context, state->value));
    } else if (state->not_sure) {
        summary_add(out, label, play_ui(context, out->arena, "ui.not-sure"), NULL);
    }
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    (void)any;
    Arena *arena = arena_new();
    step_say(context, out, "ui.step.chose",
             move->verb[0] == 'n' ? play_ui(context, arena, "ui.not-sure")
                                  : value_words(context, page, move->value, arena));
    arena_free(arena);
}

static size_t labels_needed(Tier tier)
{
    return tier_limits(tier)->scale == SCALE_PICTURES_5 ? 5 : 3;
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const ScalePage *page = ((const ScalePage *const *)activity->pages.items)[i];
        char place[PLACE_MAX];
        for (Tier tier = 0; tier < TIER_COUNT; tier++) {
            if (tier_in(page->page.tiers & activity->tiers, tier) && page->labels.count &&
                page->labels.count != labels_needed(tier)) {
                faults_add(faults, FAULT_ERROR, file, page_place(place, path, i, "labels"),
                           "number-of-labels",
                           "Page \"%s\" has %zu labels; %s needs %zu. Give each scale its own "
                           "page.",
                           page->page.id, page->labels.count, tier_limits(tier)->id,
                           labels_needed(tier));
            }
        }
    }
}

/* ---- on paper ---- */

static void on_paper(const PlayContext *context, int page, Paper *paper)
{
    int values = values_of(context, page);
    bool numbers = tier_limits(context->tier)->scale == SCALE_0_10;
    if (values == 0) {
        return;
    }
    paper_note(context, "ui.paper.tick", paper);
    PaperBlock *line = paper_add(paper, PAPER_SCALE, NULL);
    line->lines = numbers ? values : 0;
    for (int value = 0; value < values; value += numbers ? 5 : 1) {
        const char *label = label_of(context, page, value);
        paper_item(paper, line, play_words(context, paper->arena, label),
                   numbers ? NULL : picture_of(context, value));
    }
    paper_item(paper, paper_add(paper, PAPER_TICK, NULL),
               play_ui(context, paper->arena, "ui.not-sure"), NULL);
}

const Kind kind_scale_line = {
    .content = {.name = "scale_line", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(ScaleState),
    .verbs = verbs,
    .interpret = press_as_move,
    .apply = apply,
    .build = build,
    .is_complete = is_complete,
    .summary = summary,
    .step_text = step_text,
    .paper = on_paper,
};
