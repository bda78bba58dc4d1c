/* My calm kit: pictures of what helps go into a bag, liked best first. What is kept is offered in
 * every Break; as a "place" it is the picture that Break opens. */
#include "activity/calm_kit.h"
#include "activity/own_words.h"

#include <stdio.h>
#include <string.h>

typedef struct KitStates {
    KitState pages[PLAY_PAGES_MAX];
} KitStates;

static const char *const uses[] = {"kit", "place", NULL};

static const Field tool_fields[] = {
    {"reply", FIELD_SENTENCE, offsetof(Tool, reply),
     .help = "Said once it is in the kit, and when it is opened in Break: how to do it."},
};

static const Shape tool_shape = {"tool", sizeof(Tool), tool_fields,
                                 sizeof tool_fields / sizeof *tool_fields, &option_shape};

static const Field fields[] = {
    {"tools", FIELD_LIST, offsetof(KitPage, tools), .max = TOOLS_MAX, .shape = &tool_shape,
     .help = "What may be put into the kit; absent: a page that only says something."},
    {"keep", FIELD_INTEGER, offsetof(KitPage, keep), .min = 1, .max = KEEP_MAX,
     .help = "How many may be kept; absent: one, chosen without a bag."},
    {"own", FIELD_FLAG, offsetof(KitPage, own),
     .help = "A tool of one's own may be typed; reaches t3, t4 and adults only."},
    {"order", FIELD_FLAG, offsetof(KitPage, order),
     .help = "Kept tools may be put in order of liking."},
    {"marks", FIELD_LIST, offsetof(KitPage, marks), .max = MARKS_MAX, .shape = &option_shape,
     .help = "What may be said of a kept tool: \"helps fast\", \"costs me later\"."},
    {"use", FIELD_WORD, offsetof(KitPage, use), .words = uses,
     .help = "\"kit\": the tools are offered in Break; \"place\": the picture is what Break opens. "
             "Absent: kit."},
};

static const Shape shape = {"calm_kit page", sizeof(KitPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const KitPage *kit_page(const PlayContext *context, int page)
{
    return (const KitPage *)(const void *)context->pages[page];
}

const KitState *kit_state(const void *state, int page)
{
    return &((const KitStates *)state)->pages[page];
}

const Tool *kit_tool(const KitPage *page, int index)
{
    return &((const Tool *)page->tools.items)[index];
}

KitState *kit_state_change(void *state, int page)
{
    return &((KitStates *)state)->pages[page];
}

int kit_count(const KitState *state)
{
    int count = 0;
    while (count < KEEP_MAX && state->kept[count].tool) {
        count++;
    }
    return count;
}

bool kit_one(const KitPage *page)
{
    return page->keep <= 1;
}

bool kit_full(const KitPage *page, const KitState *state)
{
    return kit_count(state) >= page->keep;
}

const char *kit_id(const KitPage *page, const Kept *kept, Arena *arena)
{
    return kept->tool > 0 ? kit_tool(page, kept->tool - 1)->option.id
                          : arena_format(arena, "own-%d", -kept->tool);
}

const char *kit_words(const PlayContext *context, const KitPage *page, const Kept *kept,
                      Arena *arena)
{
    return kept->tool > 0 ? play_words(context, arena, kit_tool(page, kept->tool - 1)->option.text)
                          : arena_string(arena, kept->own);
}

const char *kit_picture(const KitPage *page, const Kept *kept)
{
    return kept->tool > 0 ? kit_tool(page, kept->tool - 1)->option.picture : NULL;
}

static int place_of(const KitState *state, int tool)
{
    for (int i = 0; i < KEEP_MAX; i++) {
        if (state->kept[i].tool == tool) {
            return i;
        }
    }
    return -1;
}

int kit_tool_named(const PlayContext *context, int page, const char *id)
{
    for (int number = 1; number <= KEEP_MAX; number++) {
        char own[MOVE_REF_MAX];
        snprintf(own, sizeof own, "own-%d", number);
        if (strcmp(id, own) == 0) {
            return -number;
        }
    }
    return 1 + option_find(&kit_page(context, page)->tools, sizeof(Tool), context->tier, id);
}

int kit_find(const PlayContext *context, const KitState *state, int page, const char *id)
{
    int tool = kit_tool_named(context, page, id);
    return tool ? place_of(state, tool) : -1;
}

int kit_all_tools(const PlayContext *context, int page, int *tools)
{
    return options_by_chance(context, page, &kit_page(context, page)->tools, sizeof(Tool), tools,
                             TOOLS_MAX);
}

int kit_open_tools(const PlayContext *context, const KitState *state, int page, int *tools)
{
    int all[TOOLS_MAX], open = 0;
    int count = kit_all_tools(context, page, all);
    for (int i = 0; i < count; i++) {
        if (place_of(state, 1 + all[i]) < 0) {
            tools[open++] = all[i];
        }
    }
    return open;
}

/* ---- moves ---- */

static const Verb verbs[] = {
    {"keep", MOVE_ITEM},
    {"take", MOVE_ITEM},
    {"own", MOVE_TEXT},
    {"up", MOVE_ITEM},
    {"down", MOVE_ITEM},
    {"mark", MOVE_ITEM | MOVE_TARGET},
    {"unmark", MOVE_ITEM | MOVE_TARGET},
    {NULL, 0},
};

static bool interpret_mark(const PlayContext *context, const KitState *state, int page,
                           const Action *action, Move *out)
{
    const List *marks = &kit_page(context, page)->marks;
    if (action->value < 0 || (size_t)action->value >= marks->count) {
        return false;
    }
    int place = kit_find(context, state, page, action->item);
    bool set = place >= 0 && (state->kept[place].marks & (1u << action->value));
    const char *mark = option_at(marks, sizeof(Option), (size_t)action->value)->id;
    *out = move_of(set ? "unmark" : "mark", "", action->item);
    memcpy(out->target, mark, strlen(mark) + 1);
    return true;
}

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    const KitState *state = kit_state(any, page);
    const Action *action = &event->action;
    if (event->type == UI_PLACE) {
        *out = move_of("keep", "", action->item);
        return strcmp(event->target, "bag") == 0;
    }
    if (event->type != UI_PRESS) {
        return false;
    }
    if (strcmp(action->verb, "choose") == 0) {
        bool there = kit_find(context, state, page, action->item) >= 0;
        *out = move_of(there ? "take" : "keep", "", action->item);
        return true;
    }
    if (strcmp(action->verb, "mark") == 0) {
        return interpret_mark(context, state, page, action, out);
    }
    bool own = strcmp(action->verb, "own") == 0;
    *out = move_of(action->verb, "", own ? "" : action->item);
    return !own || own_words_take(event, OWN_MAX, out);
}

static void drop(KitState *state, int place)
{
    for (int i = place; i + 1 < KEEP_MAX; i++) {
        state->kept[i] = state->kept[i + 1];
    }
    state->kept[KEEP_MAX - 1] = (Kept){0};
    state->last = 0;
}

static bool make_room(const KitPage *content, KitState *state)
{
    if (kit_one(content) && kit_count(state) == 1) {
        drop(state, 0);
    }
    return !kit_full(content, state);
}

static bool apply_keep(const PlayContext *context, KitState *state, int page, const Move *move,
                       Error *error)
{
    int tool = kit_tool_named(context, page, move->item);
    if (tool <= 0 || place_of(state, tool) >= 0 || !make_room(kit_page(context, page), state)) {
        return move_refuse(error, move, "this cannot go into the kit now");
    }
    state->kept[kit_count(state)] = (Kept){.tool = (signed char)tool};
    state->last = (signed char)tool;
    return true;
}

static int free_number(const KitState *state)
{
    int number = 1;
    while (place_of(state, -number) >= 0) {
        number++;
    }
    return number;
}

static bool apply_own(const PlayContext *context, KitState *state, int page, const Move *move,
                      Error *error)
{
    const KitPage *content = kit_page(context, page);
    Kept kept = {0};
    if (!content->own || !context->may_type || !own_words_read(move, kept.own, OWN_MAX) ||
        !make_room(content, state)) {
        return move_refuse(error, move, "a tool of one's own cannot be given like this");
    }
    kept.tool = (signed char)-free_number(state);
    state->kept[kit_count(state)] = kept;
    state->last = 0;
    return true;
}

static bool apply_order(const KitPage *content, KitState *state, int place, const Move *move,
                        Error *error)
{
    int other = strcmp(move->verb, "up") == 0 ? place - 1 : place + 1;
    if (!content->order || other < 0 || other >= kit_count(state)) {
        return move_refuse(error, move, "it cannot go further that way");
    }
    Kept kept = state->kept[place];
    state->kept[place] = state->kept[other];
    state->kept[other] = kept;
    return true;
}

static bool apply_mark(const PlayContext *context, KitState *state, int page, int place,
                       const Move *move, Error *error)
{
    int mark =
        option_find(&kit_page(context, page)->marks, sizeof(Option), context->tier, move->target);
    bool on = mark >= 0 && (state->kept[place].marks & (1u << mark));
    if (mark < 0 || on == (strcmp(move->verb, "mark") == 0)) {
        return move_refuse(error, move, "this mark cannot be set or taken off now");
    }
    state->kept[place].marks = (unsigned char)(state->kept[place].marks ^ (1u << mark));
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    KitState *state = kit_state_change(any, page);
    if (strcmp(move->verb, "keep") == 0) {
        return apply_keep(context, state, page, move, error);
    }
    if (strcmp(move->verb, "own") == 0) {
        return apply_own(context, state, page, move, error);
    }
    int place = kit_find(context, state, page, move->item);
    if (place < 0) {
        return move_refuse(error, move, "this is not in the kit");
    }
    if (strcmp(move->verb, "take") == 0) {
        drop(state, place);
        return true;
    }
    if (strcmp(move->verb, "up") == 0 || strcmp(move->verb, "down") == 0) {
        return apply_order(kit_page(context, page), state, place, move, error);
    }
    return apply_mark(context, state, page, place, move, error);
}

static const char *reply(const PlayContext *context, const void *any, int page, Arena *arena)
{
    int last = kit_state(any, page)->last;
    const char *sentence = last ? kit_tool(kit_page(context, page), last - 1)->reply : NULL;
    return sentence ? play_words(context, arena, sentence) : NULL;
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    return kit_count(kit_state(any, page)) > 0 || kit_page(context, page)->tools.count == 0;
}

/* ---- checking ---- */

static void check_tools(const KitPage *page, const char *file, const char *place, Faults *faults)
{
    for (size_t i = 0; i < page->tools.count; i++) {
        const Option *tool = &kit_tool(page, (int)i)->option;
        if (text_starts(tool->id, "own-")) {
            faults_add(faults, FAULT_ERROR, file, place, "reserved-id",
                       "A tool is called \"%s\"; ids that begin with \"own-\" are for tools people "
                       "write themselves. Give it another id.",
                       tool->id);
        }
        if (page->use == USE_PLACE && !(tool->picture && text_starts(tool->picture, "rest/"))) {
            faults_add(faults, FAULT_ERROR, file, place, "no-resting-place",
                       "\"%s\" is a place to rest and has no resting picture. Give it rest/fish, "
                       "rest/clouds, rest/rain or rest/blank.",
                       tool->id);
        }
    }
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const KitPage *page = ((const KitPage *const *)activity->pages.items)[i];
        char place[PLACE_MAX];
        if (page->tools.count) {
            page_place(place, path, i, "tools");
            options_check(&page->tools, sizeof(Tool), page->page.tiers & activity->tiers, 2,
                          TOOLS_MAX, "tools", file, place, faults);
            check_tools(page, file, place, faults);
        }
    }
}

const Kind kind_calm_kit = {
    .content = {.name = "calm_kit", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(KitStates),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = kit_build,
    .reply = reply,
    .is_complete = is_complete,
    .summary = kit_summary,
    .stands = kit_stands,
    .forget = kit_forget,
    .step_text = kit_step_text,
    .kit = kit_offer,
    .take_home = true,
    .paper = kit_paper,
};
