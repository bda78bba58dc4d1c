/* My people and places: a heart house with rooms of one size, rings of who one can go to, or own
 * words for one's people. Nothing has an order, a size or a distance. */
#include "activity/circles.h"

#include <stdio.h>
#include <string.h>

enum { THINGS_MAX = 12, WORDS_MAX = 24 };

typedef struct CirclesState {
    CirclesPart pages[PLAY_PAGES_MAX];
} CirclesState;

static const char *const shapes[] = {
    [CIRCLES_HOUSE] = "house", [CIRCLES_RINGS] = "rings", [CIRCLES_NAMES] = "names", NULL};

static const Field fields[] = {
    {"shape", FIELD_WORD, offsetof(CirclesPage, shape), .words = shapes,
     .help = "A house with rooms, rings of who one can go to, or words for one's people. None: a "
             "page that only says something."},
    {"things", FIELD_LIST, offsetof(CirclesPage, things), .max = WORDS_MAX, .shape = &option_shape,
     .help = "People, pets and places that can be added, each any number of times; for names: the "
             "words to choose from, of which \"first-name\" takes an own word back."},
    {"rings", FIELD_LIST, offsetof(CirclesPage, rings), .max = RINGS_MAX, .shape = &option_shape,
     .help = "Two or three rings, the middle one first: who one can go to, never who one loves."},
    {"own", FIELD_FLAG, offsetof(CirclesPage, own),
     .help = "Own words may be added; reaches t3, t4 and adults only."},
};

static const Shape shape = {"circles_map page", sizeof(CirclesPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

static const CirclesPart *part_of(const void *state, int page)
{
    return &((const CirclesState *)state)->pages[page];
}

static bool is_plain(const PlayContext *context, int page)
{
    return circles_page(context, page)->shape < 0;
}

bool circles_shut(const CirclesPart *part, int room)
{
    return (part->shut >> room & 1) != 0;
}

static int lines_of(const PlayContext *context)
{
    return context->tokens.adult_count + context->tokens.home_count;
}

bool circles_is_home(const PlayContext *context, int line)
{
    return line >= context->tokens.adult_count;
}

static int places_of(const PlayContext *context, const CirclesPart *part, int page)
{
    int rings[RINGS_MAX];
    switch (circles_page(context, page)->shape) {
    case CIRCLES_HOUSE: return ROOMS_FIRST + part->rooms_added;
    case CIRCLES_RINGS:
        return options_of_tier(&circles_page(context, page)->rings, sizeof(Option), context->tier,
                               rings, RINGS_MAX);
    case CIRCLES_NAMES: return lines_of(context);
    default: return 0;
    }
}

PlacingRules circles_rules(const PlayContext *context, const CirclesPart *part, int page)
{
    const CirclesPage *content = circles_page(context, page);
    return (PlacingRules){.context = context,
                          .page = page,
                          .things = &content->things,
                          .places = places_of(context, part, page),
                          .shared = content->shape == CIRCLES_RINGS,
                          .own = content->own,
                          .beside = content->shape == CIRCLES_HOUSE};
}

static const char *name_of_line(const PlayContext *context, int line)
{
    int home = line - context->tokens.adult_count;
    return home < 0 ? context->tokens.adults[line] : context->tokens.homes[home];
}

const char *circles_place(const PlayContext *context, int page, int place, Arena *arena)
{
    const CirclesPage *content = circles_page(context, page);
    int rings[RINGS_MAX];
    if (content->shape == CIRCLES_HOUSE) {
        return play_ui_count(context, arena, "ui.map.room", place + 1);
    }
    if (content->shape == CIRCLES_NAMES) {
        return arena_string(arena, name_of_line(context, place));
    }
    options_of_tier(&content->rings, sizeof(Option), context->tier, rings, RINGS_MAX);
    return play_words(context, arena,
                      option_at(&content->rings, sizeof(Option), (size_t)rings[place])->text);
}

/* ---- moves ---- */

static const Verb verbs[] = {
    PLACING_VERBS,
    {"room", 0},
    {"shut", MOVE_ITEM},
    {"open", MOVE_ITEM},
    {"figure", MOVE_ITEM | MOVE_TARGET},
    {NULL, 0},
};

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    const CirclesPart *part = part_of(any, page);
    PlacingRules rules = circles_rules(context, part, page);
    const Action *action = &event->action;
    bool shut = event->type == UI_PLACE && strcmp(action->verb, "shut") == 0;
    bool mine = strcmp(action->verb, "open") == 0 || strcmp(action->verb, "room") == 0;
    if (shut || (event->type == UI_PRESS && mine)) {
        *out = move_of(action->verb, "", shut ? event->target : action->item);
        return true;
    }
    return circles_figure_interpret(event, out) ||
           placing_interpret(&rules, &part->placing, event, out);
}

static bool apply_door(CirclesPart *part, int room, bool shut, const Move *move, Error *error)
{
    if (room < 0 || circles_shut(part, room) == shut) {
        return move_refuse(error, move, "no door there can do this");
    }
    part->shut ^= (unsigned short)(1u << room);
    return true;
}

static bool apply_house(const PlacingRules *rules, CirclesPart *part, const Move *move,
                        Error *error)
{
    if (strcmp(move->verb, "room") != 0) {
        return apply_door(part, place_find(rules, move->item), move->verb[0] == 's', move, error);
    }
    if (rules->places >= PLACED_MAX) {
        return move_refuse(error, move, "the house has all its rooms");
    }
    part->rooms_added++;
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    CirclesPart *part = &((CirclesState *)any)->pages[page];
    PlacingRules rules = circles_rules(context, part, page);
    static const char *const house[] = {"room", "shut", "open"};
    for (size_t i = 0; i < sizeof house / sizeof *house; i++) {
        if (strcmp(move->verb, house[i]) == 0) {
            return circles_page(context, page)->shape == CIRCLES_HOUSE
                       ? apply_house(&rules, part, move, error)
                       : move_refuse(error, move, "there is no house here");
        }
    }
    if (strcmp(move->verb, "figure") == 0 && circles_page(context, page)->shape != CIRCLES_NAMES) {
        return circles_figure_apply(&rules, &part->placing, move, error);
    }
    int place = placing_about(&rules, &part->placing, move);
    if (is_plain(context, page) || (place >= 0 && circles_shut(part, place))) {
        return move_refuse(error, move, "nothing can be put or taken here");
    }
    return placing_apply(&rules, &part->placing, move, error);
}

static void build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    page_lead_picture(tree, parent, context->pages[page]->picture, is_plain(context, page));
    if (!is_plain(context, page)) {
        circles_build(context, part_of(any, page), page, view, tree, parent);
    }
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    const CirclesPart *part = part_of(any, page);
    return is_plain(context, page) || placing_any(&part->placing) || part->shut;
}

/* With this choice somebody is called again as the helper wrote it. */
static const char first_name[] = "first-name";

static const char *chosen_word(const PlacingRules *rules, const Placed *placed, Arena *arena)
{
    const Option *thing =
        placed->thing > 0 ? option_at(rules->things, sizeof(Option), (size_t)(placed->thing - 1))
                          : NULL;
    return thing && strcmp(thing->id, first_name) == 0 ? "" : placed_words(rules, placed, arena);
}

/* Chosen words for the adults of the case; what was left open stays as it was. */
static void names(const PlayContext *context, const void *any, int page, Tokens *tokens)
{
    const CirclesPart *part = part_of(any, page);
    PlacingRules rules = circles_rules(context, part, page);
    Arena *arena = arena_new();
    for (int line = 0; line < context->tokens.adult_count; line++) {
        int slot = placing_slot(&part->placing, line);
        if (circles_page(context, page)->shape == CIRCLES_NAMES && slot >= 0) {
            text_tidy(chosen_word(&rules, &part->placing.slots[slot], arena), tokens->adults[line],
                      TOKENS_NAME);
        }
    }
    arena_free(arena);
}

/* ---- reading back ---- */

static bool stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    (void)context;
    return placing_stands(&part_of(any, page)->placing, move);
}

static void forget(const PlayContext *context, void *any, const void *last, int page,
                   const char *instead)
{
    (void)context;
    placing_forget(&((CirclesState *)any)->pages[page].placing, &part_of(last, page)->placing,
                   instead);
}

/* Rooms have no number here: nobody is to read an order into them. */
static const char *label_of(const PlayContext *context, int page, int place, Arena *arena)
{
    return circles_page(context, page)->shape == CIRCLES_HOUSE
               ? play_ui(context, arena, "ui.map.house")
               : circles_place(context, page, place, arena);
}

static const char *line_words(const PlacingRules *rules, const CirclesPart *part,
                              const Placed *placed, int place, Arena *arena)
{
    const char *words = placed_words(rules, placed, arena);
    return circles_shut(part, place) ? arena_format(arena, "%s (%s)", words,
                                                    play_ui(rules->context, arena, "ui.map.shut"))
                                     : words;
}

static void summarise_place(const PlacingRules *rules, const CirclesPart *part, int place,
                            Summary *out)
{
    const char *label = label_of(rules->context, rules->page, place, out->arena);
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        const Placed *placed = &part->placing.slots[slot];
        if (placed->place == 1 + place) {
            summary_add(out, label, line_words(rules, part, placed, place, out->arena),
                        placed_picture(rules, placed, out->arena));
        }
    }
    if (circles_shut(part, place) && placing_slot(&part->placing, place) < 0) {
        summary_add(out, label, play_ui(rules->context, out->arena, "ui.map.shut-empty"), NULL);
    }
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const CirclesPart *part = part_of(any, page);
    PlacingRules rules = circles_rules(context, part, page);
    for (int place = 0; place < rules.places; place++) {
        summarise_place(&rules, part, place, out);
    }
    placing_summarise_waiting(&rules, &part->placing, out);
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    const CirclesPart *part = part_of(any, page);
    PlacingRules rules = circles_rules(context, part, page);
    if (strcmp(move->verb, "room") == 0) {
        step_say(context, out, "ui.step.room", NULL);
        return;
    }
    if (strcmp(move->verb, "figure") == 0) {
        circles_figure_step(&rules, &part->placing, move, out);
        return;
    }
    Arena *arena = arena_new();
    bool door = strcmp(move->verb, "shut") == 0 || strcmp(move->verb, "open") == 0;
    int place = place_find(&rules, door ? move->item : move->target);
    const char *name = place < 0 ? "" : circles_place(context, page, place, arena);
    if (door) {
        step_say(context, out, move->verb[0] == 's' ? "ui.step.shut" : "ui.step.opened", name);
    } else {
        placing_step(&rules, &part->placing, move, name, out);
    }
    arena_free(arena);
}

/* ---- content ---- */

static void check_joint(const Activity *activity, const char *file, const char *path,
                        Faults *faults)
{
    if (activity->settings & 1u << SETTING_JOINT) {
        char place[PLACE_MAX];
        snprintf(place, sizeof place, "%s.settings", path);
        faults_add(faults, FAULT_ERROR, file, place, "never-joint",
                   "A map of people and places is the person's own; take \"joint\" out.");
    }
}

/* A list that no page of this shape shows. */
static void check_unused(const List *list, bool used, const char *what, const char *remedy,
                         const char *file, const char *place, Faults *faults)
{
    if (list->count > 0 && !used) {
        faults_add(faults, FAULT_ERROR, file, place, "unused-list",
                   "The page has %s and shows none of them; %s", what, remedy);
    }
}

static void check_lists(const CirclesPage *page, TierSet tiers, const char *file, const char *path,
                        size_t index, Faults *faults)
{
    char place[PLACE_MAX];
    bool rings = page->shape == CIRCLES_RINGS;
    page_place(place, path, index, "things");
    check_unused(&page->things, page->shape >= 0, "things", "give it a \"shape\".", file, place,
                 faults);
    options_check(&page->things, sizeof(Option), page->shape >= 0 ? tiers : 0, 2,
                  page->shape == CIRCLES_NAMES ? WORDS_MAX : THINGS_MAX, "things", file, place,
                  faults);
    page_place(place, path, index, "rings");
    check_unused(&page->rings, rings, "rings", "make its \"shape\" \"rings\".", file, place,
                 faults);
    options_check(&page->rings, sizeof(Option), rings ? tiers : 0, 2, RINGS_MAX, "rings", file,
                  place, faults);
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    check_joint(activity, file, path, faults);
    for (size_t i = 0; i < activity->pages.count; i++) {
        const CirclesPage *page = ((const CirclesPage *const *)activity->pages.items)[i];
        check_lists(page, page->page.tiers & activity->tiers, file, path, i, faults);
    }
}

const Kind kind_circles_map = {
    .content = {.name = "circles_map", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(CirclesState),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = build,
    .is_complete = is_complete,
    .summary = summary,
    .stands = stands,
    .forget = forget,
    .names = names,
    .step_text = step_text,
    .paper = circles_paper,
};
