/* Feelings check: pick one to three words or faces, make them bigger or smaller, or say "not sure"
 * or "rather not say". All words look alike and lie in an order of chance. */
#include "activity/kind_feelings_check.h"

#include "activity/own_words.h"

#include <string.h>

typedef struct FeelingsStates {
    FeelingsState pages[PLAY_PAGES_MAX];
} FeelingsStates;

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

const FeelingsPage *feelings_page(const PlayContext *context, int page)
{
    return (const FeelingsPage *)(const void *)context->pages[page];
}

const FeelingsState *feelings_state(const void *state, int page)
{
    return &((const FeelingsStates *)state)->pages[page];
}

bool feelings_may_type(const PlayContext *context, const FeelingsPage *page)
{
    return page->own && context->may_type;
}

static int most_picks(const FeelingsPage *page)
{
    return page->most > 0 ? page->most : 1;
}

int feelings_pick(const FeelingsState *state, int word)
{
    for (int i = 0; i < state->count; i++) {
        if (state->picks[i].word == word) {
            return i;
        }
    }
    return -1;
}

int feelings_at_once(Tier tier)
{
    static const int most[TIER_COUNT] = {3, 5, 12, 18, 18};
    return most[tier];
}

int feelings_words(const PlayContext *context, int page, int *words)
{
    return options_by_chance(context, page, &feelings_page(context, page)->words, sizeof(Option),
                             words, WORDS_MAX);
}

static int turn(const PlayContext *context, const void *any, int page)
{
    const FeelingsState *state = feelings_state(any, page);
    int words[WORDS_MAX];
    int count = feelings_words(context, page, words);
    for (int i = 0; i < count && state->count > 0; i++) {
        if (words[i] == state->picks[state->count - 1].word) {
            return i / feelings_at_once(context->tier);
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
    const FeelingsState *state = feelings_state(any, page);
    const Action *action = &event->action;
    if (event->type != UI_PRESS) {
        return false;
    }
    bool own = strcmp(action->verb, "own") == 0;
    *out = move_of(action->verb, "", own ? "" : action->item);
    if (strcmp(action->verb, "choose") == 0) {
        int word = option_find(&feelings_page(context, page)->words, sizeof(Option), context->tier,
                               action->item);
        if (word >= 0 && feelings_pick(state, word) >= 0) {
            *out = move_of("unchoose", "", action->item);
        }
    } else if (strcmp(action->verb, "size") == 0) {
        out->value = action->value;
    } else if (own) {
        return own_words_take(event, OWN_MAX, out);
    }
    return true;
}

static void drop_pick(FeelingsState *state, int at)
{
    for (int i = at; i + 1 < state->count; i++) {
        state->picks[i] = state->picks[i + 1];
    }
    state->picks[--state->count] = (Pick){0};
}

static bool choose(const FeelingsPage *page, FeelingsState *state, int word)
{
    if (state->count == most_picks(page)) {
        drop_pick(state, 0);
    }
    state->picks[state->count++] = (Pick){.word = (short)word};
    state->instead = NO_WORD;
    return true;
}

static bool apply_to_word(const PlayContext *context, int page, FeelingsState *state,
                          const Move *move, Error *error)
{
    const FeelingsPage *content = feelings_page(context, page);
    int word = option_find(&content->words, sizeof(Option), context->tier, move->item);
    if (word < 0) {
        return move_refuse(error, move, "there is no such word here");
    }
    int at = feelings_pick(state, word);
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

static bool apply_own(const PlayContext *context, int page, FeelingsState *state, const Move *move,
                      Error *error)
{
    if (!feelings_may_type(context, feelings_page(context, page)) ||
        !own_words_read(move, state->own, OWN_MAX)) {
        return move_refuse(error, move, "an own word cannot be given like this");
    }
    state->instead = NO_WORD;
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    FeelingsState *state = &((FeelingsStates *)any)->pages[page];
    if (strcmp(move->verb, "not-sure") == 0 || strcmp(move->verb, "rather-not") == 0) {
        *state = (FeelingsState){.instead = move->verb[0] == 'n' ? NOT_SURE : RATHER_NOT};
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

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    (void)context;
    const FeelingsState *state = feelings_state(any, page);
    return state->count > 0 || state->instead != NO_WORD || state->own[0] != '\0';
}

/* ---- reading back ---- */

static bool stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    (void)context;
    return move->text[0] == '\0' || strcmp(feelings_state(any, page)->own, move->text) == 0;
}

static void forget(const PlayContext *context, void *any, const void *last, int page,
                   const char *instead)
{
    (void)context;
    FeelingsState *state = &((FeelingsStates *)any)->pages[page];
    if (state->own[0] && strcmp(state->own, feelings_state(last, page)->own) != 0) {
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
    const FeelingsState *state = feelings_state(any, page);
    const FeelingsPage *content = feelings_page(context, page);
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
    const List *words = &feelings_page(context, page)->words;
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
    .state_size = sizeof(FeelingsStates),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = feelings_build,
    .turn = turn,
    .is_complete = is_complete,
    .summary = summary,
    .stands = stands,
    .forget = forget,
    .step_text = step_text,
    .paper = feelings_paper,
};
