/* Where feelings live: six fixed zones on a star, a robot or an octopus, filled with feelings: pick
 * a feeling, then zones. Never a human outline, no free mark, nothing is asked about touch. A zone
 * may hold several feelings; with sizes, the ring around a feeling is thin, middle or thick. */
#include "activity/kind_body_map.h"

#include <string.h>

static const char *const figures[] = {"star", "robot", "octopus", NULL};
static const char *const zone_ids[BODY_ZONES] = {"head",  "throat", "chest",
                                                 "tummy", "hands",  "legs"};

static const Field fields[] = {
    {"feelings", FIELD_LIST, offsetof(BodyPage, feelings), .min = 2, .max = BODY_FEELINGS_MAX,
     .shape = &option_shape,
     .help = "The feelings to fill zones with, each with its face: up to 3 for t1, 4 for t2, 6 for "
             "t3. None: a page that only says something."},
    {"figure", FIELD_WORD, offsetof(BodyPage, figure), .words = figures,
     .help = "Whose body it is: never a person's. A star when absent."},
    {"size", FIELD_FLAG, offsetof(BodyPage, size),
     .help = "Each feeling can be thin, middle or thick."},
};

static const Shape shape = {"body_map page", sizeof(BodyPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const BodyPage *body_page(const PlayContext *context, int page)
{
    return (const BodyPage *)(const void *)context->pages[page];
}

const BodyState *body_state(const void *state, int page)
{
    return &((const BodyStates *)state)->pages[page];
}

const char *body_figure(const BodyPage *page)
{
    return figures[page->figure < 0 ? 0 : page->figure];
}

const char *body_zone_id(int zone)
{
    return zone_ids[zone];
}

const char *body_zone_words(const PlayContext *context, Arena *arena, int zone)
{
    return play_ui(context, arena, arena_format(arena, "ui.body.%s", zone_ids[zone]));
}

const char *body_feeling_words(const PlayContext *context, Arena *arena, int page, int feeling)
{
    const List *feelings = &body_page(context, page)->feelings;
    return play_words(context, arena, option_at(feelings, sizeof(Option), (size_t)feeling)->text);
}

static int zone_named(const char *id)
{
    for (int zone = 0; zone < BODY_ZONES; zone++) {
        if (strcmp(zone_ids[zone], id) == 0) {
            return zone;
        }
    }
    return -1;
}

static int feeling_named(const PlayContext *context, int page, const char *id)
{
    return option_find(&body_page(context, page)->feelings, sizeof(Option), context->tier, id);
}

/* ---- moves ---- */

static const Verb verbs[] = {
    {"fill", MOVE_ITEM | MOVE_TARGET | MOVE_VALUE}, {"empty", MOVE_ITEM | MOVE_TARGET}, {NULL, 0}};

static void put(char *to, const char *id)
{
    memcpy(to, id, strlen(id) + 1);
}

/* The same feeling on the same zone once more takes it away. */
static bool interpret_place(const PlayContext *context, const BodyState *state, int page,
                            const UiEvent *event, Move *out)
{
    int zone = zone_named(event->target);
    int feeling = feeling_named(context, page, event->action.item);
    if (zone < 0 || feeling < 0) {
        return false;
    }
    bool same = state->fill[zone][feeling] == 1 + event->action.value;
    *out = move_of(same ? "empty" : "fill", "", event->target);
    put(out->target, event->action.item);
    out->value = same ? 0 : event->action.value;
    return true;
}

/* A zone pressed with nothing in the hand gives the last of its feelings back. */
static bool interpret_press(const PlayContext *context, const BodyState *state, int page,
                            const UiEvent *event, Move *out)
{
    int zone = zone_named(event->action.item);
    if (zone < 0 || strcmp(event->action.verb, "zone") != 0) {
        return false;
    }
    for (int feeling = BODY_FEELINGS_MAX - 1; feeling >= 0; feeling--) {
        if (state->fill[zone][feeling]) {
            *out = move_of("empty", "", event->action.item);
            put(out->target,
                option_at(&body_page(context, page)->feelings, sizeof(Option), (size_t)feeling)
                    ->id);
            return true;
        }
    }
    return false;
}

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    const BodyState *state = body_state(any, page);
    if (event->type == UI_PLACE) {
        return interpret_place(context, state, page, event, out);
    }
    return event->type == UI_PRESS && interpret_press(context, state, page, event, out);
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    BodyState *state = &((BodyStates *)any)->pages[page];
    int zone = zone_named(move->item), feeling = feeling_named(context, page, move->target);
    if (zone < 0 || feeling < 0) {
        return move_refuse(error, move, "there is no such zone or feeling here");
    }
    bool empties = strcmp(move->verb, "empty") == 0;
    if (empties ? !state->fill[zone][feeling]
                : move->value < 0 || move->value >= BODY_SIZES ||
                      (move->value > 0 && !body_page(context, page)->size)) {
        return move_refuse(error, move, "it cannot have that size, or is not there");
    }
    state->fill[zone][feeling] = empties ? 0 : (unsigned char)(1 + move->value);
    return true;
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    const BodyState *state = body_state(any, page), nothing = {0};
    return body_page(context, page)->feelings.count == 0 ||
           memcmp(state, &nothing, sizeof nothing) != 0;
}

/* ---- reading back ---- */

/* "happy (thick)" where the page has sizes. */
static const char *feeling_sized(const PlayContext *context, Arena *arena, const BodyState *state,
                                 int page, int zone, int feeling)
{
    static const char *const sizes[BODY_SIZES] = {"ui.body.thin", "ui.body.middle",
                                                  "ui.body.thick"};
    const char *words = body_feeling_words(context, arena, page, feeling);
    int size = state->fill[zone][feeling];
    return size && body_page(context, page)->size
               ? arena_format(arena, "%s (%s)", words, play_ui(context, arena, sizes[size - 1]))
               : words;
}

const char *body_zone_holds(const PlayContext *context, Arena *arena, const BodyState *state,
                            int page, int zone)
{
    const char *words = "";
    for (int feeling = 0; feeling < BODY_FEELINGS_MAX; feeling++) {
        if (state->fill[zone][feeling]) {
            words = arena_format(arena, "%s%s%s", words, words[0] ? ", " : "",
                                 feeling_sized(context, arena, state, page, zone, feeling));
        }
    }
    return words;
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const BodyState *state = body_state(any, page);
    for (int zone = 0; zone < BODY_ZONES; zone++) {
        const char *words = body_zone_holds(context, out->arena, state, page, zone);
        if (words[0]) {
            summary_add(out, body_zone_words(context, out->arena, zone), words, NULL);
        }
    }
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    (void)any;
    Arena *arena = arena_new();
    int zone = zone_named(move->item), feeling = feeling_named(context, page, move->target);
    BodyState then = {0};
    then.fill[zone][feeling] = (unsigned char)(1 + move->value);
    bool empties = strcmp(move->verb, "empty") == 0;
    const char *what = empties ? body_feeling_words(context, arena, page, feeling)
                               : feeling_sized(context, arena, &then, page, zone, feeling);
    step_say(
        context, out, empties ? "ui.step.took-back" : "ui.step.placed",
        arena_format(arena, "%s \xe2\x86\x92 %s", what, body_zone_words(context, arena, zone)));
    arena_free(arena);
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    static const int most[TIER_COUNT] = {3, 4, BODY_FEELINGS_MAX, BODY_FEELINGS_MAX,
                                         BODY_FEELINGS_MAX};
    for (size_t i = 0; i < activity->pages.count; i++) {
        const BodyPage *page = ((const BodyPage *const *)activity->pages.items)[i];
        char place[PLACE_MAX];
        page_place(place, path, i, "feelings");
        for (Tier tier = 0; tier < TIER_COUNT && page->feelings.count; tier++) {
            options_check(&page->feelings, sizeof(Option),
                          page->page.tiers & activity->tiers & (1u << tier), 2, most[tier],
                          "feelings", file, place, faults);
        }
    }
}

const Kind kind_body_map = {
    .content = {.name = "body_map",
                .tiers = 1u << TIER_T1 | 1u << TIER_T2 | 1u << TIER_T3,
                .page = &shape,
                .check = check},
    .state_size = sizeof(BodyStates),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = body_build,
    .is_complete = is_complete,
    .summary = summary,
    .step_text = step_text,
    .paper = body_paper,
};
