/* Talk and listen: whoever has the shell talks, the other says it back, "that's it" or "not yet",
 * then the shell goes over. Topics go from silly to personal, one level at a time. What is said is
 * never kept: only turns, taps, pauses and the level. */
#include "activity/kind_listen_turns.h"

#include <limits.h>
#include <string.h>

typedef struct ListensState {
    ListenState pages[PLAY_PAGES_MAX];
} ListensState;

static const Field topic_fields[] = {
    {"level", FIELD_INTEGER, offsetof(Topic, level), .required = true, .min = 1, .max = 5,
     .help = "1 silly, 2 everyday, 3 likes and plans, 4 feelings, 5 personal. The first turn "
             "begins with the lowest; each may go one further."},
};

static const Shape topic_shape = {"topic", sizeof(Topic), topic_fields,
                                  sizeof topic_fields / sizeof *topic_fields, &option_shape};

static const Field fields[] = {
    {"topics", FIELD_LIST, offsetof(ListenPage, topics), .min = 2, .max = LISTEN_TOPICS,
     .shape = &topic_shape,
     .help = "What can be talked about; each turn chooses one. None: a page that only says "
             "something."},
    {"say_back", FIELD_LIST, offsetof(ListenPage, say_back), .max = LISTEN_BACKS,
     .shape = &option_shape,
     .help = "Ways to begin saying it back: \"I heard you say...\"; at most as many as the tier "
             "may choose from. None: it is just said."},
    {"rounds", FIELD_INTEGER, offsetof(ListenPage, rounds), .min = 1, .max = LISTEN_ROUNDS,
     .help = "Turns each; one when absent."},
    {"tips", FIELD_SENTENCES, offsetof(ListenPage, tips), .max = LISTEN_TURNS,
     .readers = READERS_ADULT,
     .help = "For the adult's strip in joint play, one a turn; wording \"ad\"."},
};

static const Shape shape = {"listen_turns page", sizeof(ListenPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const ListenPage *listen_page(const PlayContext *context, int page)
{
    return (const ListenPage *)(const void *)context->pages[page];
}

const ListenState *listen_state(const void *state, int page)
{
    return &((const ListensState *)state)->pages[page];
}

const Topic *listen_topic(const ListenPage *page, int index)
{
    return &((const Topic *)page->topics.items)[index];
}

int listen_turns(const PlayContext *context, int page)
{
    const ListenPage *content = listen_page(context, page);
    return content->topics.count ? 2 * content->rounds : 0;
}

bool listen_over(const PlayContext *context, const ListenState *state, int page)
{
    return state->turn == listen_turns(context, page);
}

/* The lowest level of the tier above `level`; `level` when there is none. */
static int next_level(const PlayContext *context, const ListenPage *content, int level)
{
    int next = INT_MAX;
    for (size_t i = 0; i < content->topics.count; i++) {
        const Topic *topic = listen_topic(content, (int)i);
        if (tier_in(topic->option.tiers, context->tier) && topic->level > level &&
            topic->level < next) {
            next = topic->level;
        }
    }
    return next == INT_MAX ? level : next;
}

int listen_open_topics(const PlayContext *context, const ListenState *state, int page,
                       int topics[LISTEN_TOPICS])
{
    const ListenPage *content = listen_page(context, page);
    int all[LISTEN_TOPICS], open = 0;
    int count =
        options_by_chance(context, page, &content->topics, sizeof(Topic), all, LISTEN_TOPICS);
    int reach = next_level(context, content, state->level);
    for (int i = 0; i < count; i++) {
        if (listen_topic(content, all[i])->level <= reach) {
            topics[open++] = all[i];
        }
    }
    return open;
}

int listen_backs(const PlayContext *context, int page, int backs[LISTEN_BACKS])
{
    return options_of_tier(&listen_page(context, page)->say_back, sizeof(Option), context->tier,
                           backs, LISTEN_BACKS);
}

/* Who does what this step asks for. */
static Seat seat_of(const PlayContext *context, const void *any, int page)
{
    (void)context;
    const ListenState *state = listen_state(any, page);
    Seat talker = two_turn(state->turn);
    return state->step == LISTEN_BACK ? two_other(talker) : talker;
}

/* ---- moves ---- */

static const Verb verbs[] = {{"choose", MOVE_ITEM}, {"told", 0},    {"said-back", MOVE_ITEM},
                             {"thats-it", 0},       {"not-yet", 0}, {"rest", 0},
                             {"go-on", 0},          {NULL, 0}};

static bool choose_topic(const PlayContext *context, ListenState *state, int page, const Move *move)
{
    int topics[LISTEN_TOPICS];
    int count = listen_open_topics(context, state, page, topics);
    for (int i = 0; i < count; i++) {
        if (strcmp(listen_topic(listen_page(context, page), topics[i])->option.id, move->item) ==
            0) {
            state->topic = (signed char)(1 + topics[i]);
            state->step = LISTEN_TALK;
            return true;
        }
    }
    return false;
}

/* With ways to say it back, one of them; without, just said. */
static bool say_back(const PlayContext *context, ListenState *state, int page, const Move *move)
{
    int backs[LISTEN_BACKS];
    bool asked = listen_backs(context, page, backs) > 0;
    int back = option_find(&listen_page(context, page)->say_back, sizeof(Option), context->tier,
                           move->item);
    if (asked ? back < 0 : move->item[0] != '\0') {
        return false;
    }
    state->back = (signed char)(1 + back);
    state->step = LISTEN_CHECK;
    return true;
}

static void end_turn(const PlayContext *context, ListenState *state, int page)
{
    int level = listen_topic(listen_page(context, page), state->topic - 1)->level;
    state->level = level > state->level ? level : state->level;
    state->topic = state->back = 0;
    state->step = LISTEN_TOPIC;
    state->turn++;
}

/* Either may rest at any time; what was begun waits. */
static bool apply_rest(ListenState *state, bool rest)
{
    if (state->resting == rest || state->pauses == INT_MAX) {
        return false;
    }
    state->resting = rest;
    state->pauses += rest;
    return true;
}

static bool apply_step(const PlayContext *context, ListenState *state, int page, const Move *move)
{
    if (strcmp(move->verb, "choose") == 0) {
        return state->step == LISTEN_TOPIC && choose_topic(context, state, page, move);
    }
    if (strcmp(move->verb, "told") == 0) {
        bool talks = state->step == LISTEN_TALK;
        state->step = LISTEN_BACK;
        return talks;
    }
    if (strcmp(move->verb, "said-back") == 0) {
        return state->step == LISTEN_BACK && say_back(context, state, page, move);
    }
    if (state->step != LISTEN_CHECK) {
        return false;
    }
    if (strcmp(move->verb, "thats-it") == 0) {
        end_turn(context, state, page);
        return true;
    }
    state->step = LISTEN_BACK;
    state->back = 0;
    return ++state->not_yets > 0;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    ListenState *state = &((ListensState *)any)->pages[page];
    bool rest = strcmp(move->verb, "rest") == 0, on = strcmp(move->verb, "go-on") == 0;
    if (listen_over(context, state, page)) {
        return move_refuse(error, move, "all turns are over");
    }
    if (rest || on) {
        return apply_rest(state, rest) || move_refuse(error, move, "it is so already");
    }
    if (state->resting) {
        return move_refuse(error, move, "the shell is resting");
    }
    return apply_step(context, state, page, move) ||
           move_refuse(error, move, "another step comes first");
}

/* Between two turns, once both had the same number of them. */
static bool is_complete(const PlayContext *context, const void *any, int page)
{
    const ListenState *state = listen_state(any, page);
    return listen_over(context, state, page) ||
           (state->turn >= 2 && state->turn % 2 == 0 && state->step == LISTEN_TOPIC);
}

static const char *tip(const PlayContext *context, const void *any, int page)
{
    return two_tip(&listen_page(context, page)->tips, listen_state(any, page)->turn);
}

/* ---- reading back ---- */

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const ListenState *state = listen_state(any, page);
    if (state->turn > 0) {
        two_summarise_turns(context, state->turn, out);
        two_summarise_count(context, "ui.listen.level", "ui.listen.level-of", state->level, out);
    }
    two_summarise_count(context, "ui.listen.not-yet", "ui.listen.times", state->not_yets, out);
    two_summarise_count(context, "ui.listen.rest", "ui.listen.times", state->pauses, out);
}

static const char *about(const PlayContext *context, int page, const Move *move, Arena *arena)
{
    const ListenPage *content = listen_page(context, page);
    bool topic = strcmp(move->verb, "choose") == 0;
    const List *list = topic ? &content->topics : &content->say_back;
    size_t size = topic ? sizeof(Topic) : sizeof(Option);
    int index = option_find(list, size, context->tier, move->item);
    return index < 0 ? NULL
                     : play_words(context, arena, option_at(list, size, (size_t)index)->text);
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    static const StepWord words[] = {
        {"choose", "ui.step.chose"},          {"told", "ui.listen.step.told"},
        {"said-back", "ui.listen.step.back"}, {"thats-it", "ui.listen.thats-it"},
        {"not-yet", "ui.listen.not-yet"},     {"rest", "ui.listen.rest"},
        {"go-on", "ui.listen.step.go-on"},    {NULL, NULL}};
    (void)any;
    Arena *arena = arena_new();
    step_say(context, out, step_word(words, move->verb), about(context, page, move, arena));
    arena_free(arena);
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const ListenPage *page = ((const ListenPage *const *)activity->pages.items)[i];
        TierSet tiers = page->page.tiers & activity->tiers;
        char place[PLACE_MAX];
        if (page->topics.count) {
            options_check(&page->topics, sizeof(Topic), tiers, 2, LISTEN_TOPICS, "topics", file,
                          page_place(place, path, i, "topics"), faults);
        }
        if (page->say_back.count) {
            options_check(&page->say_back, sizeof(Option), tiers, 2, 0, "ways to say it back", file,
                          page_place(place, path, i, "say_back"), faults);
        }
    }
}

const Kind kind_listen_turns = {
    .content = {.name = "listen_turns", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(ListensState),
    .verbs = verbs,
    .interpret = press_as_move,
    .apply = apply,
    .build = listen_build,
    .is_complete = is_complete,
    .seat = seat_of,
    .tip = tip,
    .summary = summary,
    .step_text = step_text,
    .paper = listen_paper,
};
