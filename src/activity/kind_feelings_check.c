/* Feelings check: pick one to three words or faces, make them bigger or smaller, or say "not sure"
 * or "rather not say". All words look alike and lie in an order of chance. */
#include "activity/own_words.h"
#include "activity/page_set.h"

#include <string.h>

enum { PICKS_MAX = 3, WORDS_MAX = 64, OWN_MAX = 64, SIZE_MAX_STEP = 2 };
enum { NO_WORD, NOT_SURE, RATHER_NOT };

typedef struct FeelingsPage {
    Page page;
    List words; /* Option */
    int most;
    bool size, own;
} FeelingsPage;

typedef struct Pick {
    short word; /* index in words */
    short size; /* -2 .. 2 */
} Pick;

typedef struct PageState {
    int count;
    Pick picks[PICKS_MAX];
    int instead; /* NO_WORD, NOT_SURE or RATHER_NOT */
    char own[OWN_MAX];
} PageState;

typedef struct FeelingsState {
    PageState pages[PLAY_PAGES_MAX];
} FeelingsState;

static const Field fields[] = {
    {"words", FIELD_LIST, offsetof(FeelingsPage, words), .required = true, .min = 2,
     .max = WORDS_MAX, .shape = &option_shape,
     .help = "The feelings to pick from; 'not sure' and 'rather not say' are added."},
    {"most", FIELD_INTEGER, offsetof(FeelingsPage, most), .min = 1, .max = PICKS_MAX,
     .help = "How many may be picked."},
    {"size", FIELD_FLAG, offsetof(FeelingsPage, size),
     .help = "Picked words may be made bigger or smaller."},
    {"own", FIELD_FLAG, offsetof(FeelingsPage, own),
     .help = "An own word may be typed; reaches t3, t4 and adults only."},
};

static const Shape shape = {"feelings_check page", sizeof(FeelingsPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

static const FeelingsPage *page_of(const PlayContext *context, int page)
{
    return (const FeelingsPage *)(const void *)context->pages[page];
}

static const PageState *state_of(const void *state, int page)
{
    return &((const FeelingsState *)state)->pages[page];
}

static bool may_type(const PlayContext *context, const FeelingsPage *page)
{
    return page->own && context->may_type;
}

static int most_picks(const FeelingsPage *page)
{
    return page->most > 0 ? page->most : 1;
}

static int pick_of(const PageState *state, int word)
{
    for (int i = 0; i < state->count; i++) {
        if (state->picks[i].word == word) {
            return i;
        }
    }
    return -1;
}

/* How many words a tier sees at once. (Blueprint 3.1: three for t1, five for t2, else all.) */
static int shown_at_once(Tier tier)
{
    return tier == TIER_T1 ? 3 : tier == TIER_T2 ? 5 : WORDS_MAX;
}

/* The words of this tier in their order of chance; returns how many. */
static int words_of(const PlayContext *context, int page, int *words)
{
    return options_by_chance(context, page, &page_of(context, page)->words, sizeof(Option), words,
                             WORDS_MAX);
}

static int turn(const PlayContext *context, const void *any, int page)
{
    const PageState *state = state_of(any, page);
    int words[WORDS_MAX];
    int count = words_of(context, page, words);
    for (int i = 0; i < count && state->count > 0; i++) {
        if (words[i] == state->picks[state->count - 1].word) {
            return i / shown_at_once(context->tier);
        }
    }
    return 0;
}

/* ---- moves ---- */

static const Verb verbs[] = {
    {"choose", MOVE_ITEM},
    {"unchoose", MOVE_ITEM},
    {"size", MOVE_ITEM | MOVE_VALUE},
    {"not-sure", 0},
    {"rather-not", 0},
    {"own", MOVE_TEXT},
    {"clear", 0},
    {NULL, 0},
};

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    const PageState *state = state_of(any, page);
    const Action *action = &event->action;
    if (event->type != UI_PRESS) {
        return false;
    }
    bool own = strcmp(action->verb, "own") == 0;
    *out = move_of(action->verb, "", own ? "" : action->item);
    if (strcmp(action->verb, "choose") == 0) {
        int word = option_find(&page_of(context, page)->words, sizeof(Option), context->tier,
                               action->item);
        if (word >= 0 && pick_of(state, word) >= 0) {
            *out = move_of("unchoose", "", action->item);
        }
    } else if (strcmp(action->verb, "size") == 0) {
        out->value = action->value;
    } else if (own) {
        return own_words_take(event, OWN_MAX, out);
    }
    return true;
}

static void drop_pick(PageState *state, int at)
{
    for (int i = at; i + 1 < state->count; i++) {
        state->picks[i] = state->picks[i + 1];
    }
    state->picks[--state->count] = (Pick){0};
}

static bool choose(const FeelingsPage *page, PageState *state, int word)
{
    if (state->count == most_picks(page)) {
        drop_pick(state, 0);
    }
    state->picks[state->count++] = (Pick){.word = (short)word};
    state->instead = NO_WORD;
    return true;
}

static bool apply_to_word(const PlayContext *context, int page, PageState *state, const Move *move,
                          Error *error)
{
    const FeelingsPage *content = page_of(context, page);
    int word = option_find(&content->words, sizeof(Option), context->tier, move->item);
    if (word < 0) {
        return move_refuse(error, move, "there is no such word here");
    }
    int at = pick_of(state, word);
    if (strcmp(move->verb, "choose") == 0) {
        return at < 0 ? choose(content, state, word)
                      : move_refuse(error, move, "the word is chosen already");
    }
    if (at < 0) {
        return move_refuse(error, move, "the word is not chosen");
    }
    if (strcmp(move->verb, "unchoose") == 0) {
        drop_pick(state, at);
        return true;
    }
    if (!content->size || move->value < -SIZE_MAX_STEP || move->value > SIZE_MAX_STEP) {
        return move_refuse(error, move, "the word cannot have this size");
    }
    state->picks[at].size = (short)move->value;
    return true;
}

static bool apply_own(const PlayContext *context, int page, PageState *state, const Move *move,
                      Error *error)
{
    if (!may_type(context, page_of(context, page)) || !own_words_read(move, state->own, OWN_MAX)) {
        return move_refuse(error, move, "an own word cannot be given like this");
    }
    state->instead = NO_WORD;
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    PageState *state = &((FeelingsState *)any)->pages[page];
    if (strcmp(move->verb, "not-sure") == 0 || strcmp(move->verb, "rather-not") == 0) {
        *state = (PageState){.instead = move->verb[0] == 'n' ? NOT_SURE : RATHER_NOT};
        return true;
    }
    if (strcmp(move->verb, "own") == 0) {
        return apply_own(context, page, state, move, error);
    }
    if (strcmp(move->verb, "clear") == 0) {
        memset(state->own, 0, sizeof state->own);
        return true;
    }
    return apply_to_word(context, page, state, move, error);
}

/* ---- building ---- */

/* Named after its word, for there is one for each word picked. */
static void build_size_button(const PlayContext *context, const Option *option, const char *ui,
                              int size, Tree *tree, Node *row)
{
    const char *words = play_ui(context, tree->arena, ui);
    Node *button = node_button(tree, row, LOOK_QUIET, words, action_of("size", option->id, size));
    button->name =
        arena_format(tree->arena, "%s: %s", words, play_words(context, tree->arena, option->text));
    button->state.disabled = size < -SIZE_MAX_STEP || size > SIZE_MAX_STEP;
}

static void build_size(const PlayContext *context, const FeelingsPage *page, const Pick *pick,
                       Tree *tree, Node *parent)
{
    const Option *option = option_at(&page->words, sizeof(Option), (size_t)pick->word);
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.cross = ALIGN_CENTER;
    row->layout.main = ALIGN_CENTER;
    build_size_button(context, option, "ui.smaller", pick->size - 1, tree, row);
    static const TypeSize types[] = {TYPE_SMALL, TYPE_BODY, TYPE_LEAD, TYPE_TITLE, TYPE_DISPLAY};
    Node *word = node_text(tree, row, types[pick->size + SIZE_MAX_STEP],
                           play_words(context, tree->arena, option->text));
    word->text_align = ALIGN_CENTER;
    word->layout.min_width = 160;
    build_size_button(context, option, "ui.bigger", pick->size + 1, tree, row);
}

static void build_own(const PlayContext *context, const PageState *state, const PlayView *view,
                      Tree *tree, Node *parent)
{
    own_words_build(context, view, (OwnWords){.item = "own", .most = OWN_MAX}, tree, parent);
    if (state->own[0]) {
        Node *given = node_button(tree, parent, LOOK_CHIP, state->own, action_of("clear", "", 0));
        given->key = "own-given";
        given->icon = "icon/undo";
    }
}

/* Seeing the others is no move: the screen turns the page's view. */
static void build_more(const PlayContext *context, int page, Tree *tree, Node *row)
{
    int words[WORDS_MAX];
    if (words_of(context, page, words) > shown_at_once(context->tier)) {
        page_more(context, "ui.more", tree, row);
    }
}

static void build_instead(const PlayContext *context, const PageState *state, int page, Tree *tree,
                          Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    const struct {
        const char *verb, *words;
        int instead;
    } both[] = {{"not-sure", "ui.not-sure", NOT_SURE}, {"rather-not", "ui.rather-not", RATHER_NOT}};
    for (size_t i = 0; i < 2; i++) {
        page_choice(tree, row, both[i].verb, play_ui(context, tree->arena, both[i].words), NULL,
                    action_of(both[i].verb, "", 0), state->instead == both[i].instead);
    }
    build_more(context, page, tree, row);
}

static void build_word(const PlayContext *context, const PageState *state, int page, int word,
                       Tree *tree, Node *parent)
{
    const Option *option = option_at(&page_of(context, page)->words, sizeof(Option), (size_t)word);
    bool faces = context->tier <= TIER_T3;
    Node *choice =
        page_choice(tree, parent, option->id, play_words(context, tree->arena, option->text),
                    faces ? option->picture : NULL, action_of("choose", option->id, 0),
                    pick_of(state, word) >= 0);
    choice->picture_size = page_picture_size(context->tier);
}

/* Teens and adults get a cloud of words; younger ones faces in a grid. */
static Node *words_parent(const PlayContext *context, Tree *tree, Node *parent)
{
    if (context->tier <= TIER_T3) {
        return page_grid(tree, parent, context);
    }
    Node *cloud = node_group(tree, parent, AXIS_ROW);
    cloud->layout.gap = tier_limits(context->tier)->gap_px;
    cloud->layout.main = ALIGN_CENTER;
    cloud->layout.wrap = true;
    return cloud;
}

static void build_words(const PlayContext *context, const PageState *state, int page,
                        const PlayView *view, Tree *tree, Node *parent)
{
    int words[WORDS_MAX];
    int count = words_of(context, page, words);
    PageSet set = page_set(shown_at_once(context->tier), count, view->turn);
    Node *grid = words_parent(context, tree, parent);
    for (int i = set.first; i < set.end; i++) {
        build_word(context, state, page, words[i], tree, grid);
    }
}

static void build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    const PageState *state = state_of(any, page);
    const FeelingsPage *content = page_of(context, page);
    page_picture(tree, parent, content->page.picture, 160, 120);
    build_words(context, state, page, view, tree, parent);
    for (int i = 0; content->size && i < state->count; i++) {
        build_size(context, content, &state->picks[i], tree, parent);
    }
    build_instead(context, state, page, tree, parent);
    if (may_type(context, content)) {
        build_own(context, state, view, tree, parent);
    }
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    (void)context;
    const PageState *state = state_of(any, page);
    return state->count > 0 || state->instead != NO_WORD || state->own[0] != '\0';
}

/* ---- reading back ---- */

static bool stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    (void)context;
    return move->text[0] == '\0' || strcmp(state_of(any, page)->own, move->text) == 0;
}

static void forget(const PlayContext *context, void *any, const void *last, int page,
                   const char *instead)
{
    (void)context;
    PageState *state = &((FeelingsState *)any)->pages[page];
    if (state->own[0] && strcmp(state->own, state_of(last, page)->own) != 0) {
        text_tidy(instead, state->own, OWN_MAX);
    }
}

static const char *size_words(int size)
{
    static const char *const ids[] = {"ui.size.very-small", "ui.size.small", NULL, "ui.size.big",
                                      "ui.size.very-big"};
    return ids[size + SIZE_MAX_STEP];
}

static void summarise_pick(const PlayContext *context, const FeelingsPage *page, const Pick *pick,
                           const char *label, Summary *out)
{
    const Option *option = option_at(&page->words, sizeof(Option), (size_t)pick->word);
    const char *words = play_words(context, out->arena, option->text);
    const char *size = size_words(pick->size);
    if (size) {
        words = arena_format(out->arena, "%s (%s)", words, play_ui(context, out->arena, size));
    }
    summary_add(out, label, words, option->picture);
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const PageState *state = state_of(any, page);
    const FeelingsPage *content = page_of(context, page);
    const char *label = play_words(context, out->arena, content->page.text);
    for (int i = 0; i < state->count; i++) {
        summarise_pick(context, content, &state->picks[i], label, out);
    }
    if (state->instead != NO_WORD) {
        const char *id = state->instead == NOT_SURE ? "ui.not-sure" : "ui.rather-not";
        summary_add(out, label, play_ui(context, out->arena, id), NULL);
    }
    if (state->own[0]) {
        summary_add(out, label, arena_string(out->arena, state->own), NULL);
    }
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    (void)any;
    const List *words = &page_of(context, page)->words;
    if (strcmp(move->verb, "not-sure") == 0 || strcmp(move->verb, "rather-not") == 0) {
        Arena *arena = arena_new();
        const char *id = move->verb[0] == 'n' ? "ui.not-sure" : "ui.rather-not";
        step_say(context, out, "ui.step.chose", play_ui(context, arena, id));
        arena_free(arena);
        return;
    }
    if (strcmp(move->verb, "own") == 0) {
        step_say(context, out, "ui.step.wrote", move->text);
        return;
    }
    if (strcmp(move->verb, "clear") == 0) {
        step_say(context, out, "ui.step.took-back", NULL);
        return;
    }
    int word = option_find(words, sizeof(Option), context->tier, move->item);
    const char *id = strcmp(move->verb, "choose") == 0     ? "ui.step.chose"
                     : strcmp(move->verb, "unchoose") == 0 ? "ui.step.took-back"
                                                           : "ui.step.sized";
    step_say_words(context, out, id,
                   word >= 0 ? option_at(words, sizeof(Option), (size_t)word)->text : NULL);
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const FeelingsPage *page = ((const FeelingsPage *const *)activity->pages.items)[i];
        char place[PLACE_MAX];
        options_check(&page->words, sizeof(Option), page->page.tiers & activity->tiers, 2,
                      WORDS_MAX, "feeling words", file, page_place(place, path, i, "words"),
                      faults);
    }
}

const Kind kind_feelings_check = {
    .content = {.name = "feelings_check",
                .tiers = TIER_SET_ALL,
                .page = &shape,
                .check = check,
                .feelings = "words"},
    .state_size = sizeof(FeelingsState),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = build,
    .turn = turn,
    .is_complete = is_complete,
    .summary = summary,
    .stands = stands,
    .forget = forget,
    .step_text = step_text,
};
