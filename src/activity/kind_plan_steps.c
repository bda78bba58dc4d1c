/* Make a plan: a strip of slots, each with what is chosen for it. Slots may be filled in any order
 * and changed at any time. Playing it again makes another version; the record keeps all. */
#include "activity/own_words.h"
#include "activity/plan_steps.h"

#include <stdio.h>
#include <string.h>

typedef struct PlanStates {
    PlanState pages[PLAY_PAGES_MAX];
} PlanStates;

static const Field slot_fields[] = {
    {"id", FIELD_ID, offsetof(Slot, option.id), .required = true, .help = "Unique in the page."},
    {"lead", FIELD_SENTENCE, offsetof(Slot, option.text), .required = true,
     .help = "What the slot is for, in a few words: \"What I bring\"."},
    {"picture", FIELD_PICTURE, offsetof(Slot, option.picture),
     .help = "Shown while the slot is empty."},
    {"options", FIELD_LIST, offsetof(Slot, options), .required = true, .min = 2, .max = OPTIONS_MAX,
     .shape = &option_shape, .help = "What may be chosen for it."},
    {"many", FIELD_INTEGER, offsetof(Slot, many), .min = 1, .max = PICKS_MAX,
     .help = "How many may be chosen; absent: one."},
    {"own", FIELD_FLAG, offsetof(Slot, own),
     .help = "Own words may be typed; reaches t3, t4 and adults only."},
    {"tiers", FIELD_TIERS, offsetof(Slot, option.tiers), .help = "Who gets this slot."},
};

static const Shape slot_shape = {"slot", sizeof(Slot), slot_fields,
                                 sizeof slot_fields / sizeof *slot_fields, NULL};

static const Field fields[] = {
    {"slots", FIELD_LIST, offsetof(PlanPage, slots), .max = SLOTS_MAX, .shape = &slot_shape,
     .help = "The parts of the plan, in order; one for t1. Absent: a page that only says "
             "something."},
};

static const Shape shape = {"plan_steps page", sizeof(PlanPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const PlanPage *plan_page(const PlayContext *context, int page)
{
    return (const PlanPage *)(const void *)context->pages[page];
}

const PlanState *plan_state(const void *state, int page)
{
    return &((const PlanStates *)state)->pages[page];
}

const Slot *plan_slot(const PlanPage *page, int index)
{
    return &((const Slot *)page->slots.items)[index];
}

int plan_slots(const PlayContext *context, int page, int *slots)
{
    return options_of_tier(&plan_page(context, page)->slots, sizeof(Slot), context->tier, slots,
                           SLOTS_MAX);
}

static int slot_named(const PlayContext *context, int page, const char *id)
{
    return option_find(&plan_page(context, page)->slots, sizeof(Slot), context->tier, id);
}

static const Option *option_of(const Slot *slot, int index)
{
    return option_at(&slot->options, sizeof(Option), (size_t)index);
}

bool plan_may_type(const PlayContext *context, const Slot *slot)
{
    return slot->own && context->may_type;
}

static int pick_count(const SlotState *slot)
{
    int count = 0;
    while (count < PICKS_MAX && slot->picks[count]) {
        count++;
    }
    return count;
}

static bool is_empty(const SlotState *slot)
{
    return slot->picks[0] == 0 && slot->own[0] == '\0';
}

/* -1 when every slot has something. */
static int first_empty(const PlayContext *context, const PlanState *state, int page)
{
    int slots[SLOTS_MAX];
    int count = plan_slots(context, page, slots);
    for (int i = 0; i < count; i++) {
        if (is_empty(&state->slots[slots[i]])) {
            return slots[i];
        }
    }
    return -1;
}

int plan_slot_shown(const PlayContext *context, const PlanState *state, int page)
{
    int slots[SLOTS_MAX];
    int count = plan_slots(context, page, slots), empty = first_empty(context, state, page);
    return state->at ? state->at - 1 : empty >= 0 ? empty : count ? slots[count - 1] : -1;
}

int slot_pick(const SlotState *slot, int option)
{
    for (int i = 0; i < PICKS_MAX; i++) {
        if (slot->picks[i] == 1 + option) {
            return i;
        }
    }
    return -1;
}

/* ---- moves ---- */

static const Verb verbs[] = {{"put", MOVE_ITEM | MOVE_TARGET},
                             {"take", MOVE_ITEM | MOVE_TARGET},
                             {"own", MOVE_ITEM | MOVE_TEXT},
                             {"clear", MOVE_ITEM},
                             {"open", MOVE_ITEM},
                             {NULL, 0}};

static bool interpret_option(const PlayContext *context, const PlanState *state, int page,
                             const char *id, Move *out)
{
    int index = plan_slot_shown(context, state, page);
    if (index < 0) {
        return false;
    }
    const Slot *slot = plan_slot(plan_page(context, page), index);
    int option = option_find(&slot->options, sizeof(Option), context->tier, id);
    bool there = option >= 0 && slot_pick(&state->slots[index], option) >= 0;
    *out = move_of(there ? "take" : "put", "", slot->option.id);
    memcpy(out->target, id, strlen(id) + 1);
    return true;
}

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    if (event->type != UI_PRESS) {
        return false;
    }
    if (strcmp(event->action.verb, "put") == 0) {
        return interpret_option(context, plan_state(any, page), page, event->action.item, out);
    }
    *out = move_of(event->action.verb, "", event->action.item);
    return strcmp(event->action.verb, "own") != 0 || own_words_take(event, OWN_MAX, out);
}

static void drop_pick(SlotState *slot, int at)
{
    for (int i = at; i + 1 < PICKS_MAX; i++) {
        slot->picks[i] = slot->picks[i + 1];
    }
    slot->picks[PICKS_MAX - 1] = 0;
}

/* Room for one more: what was chosen first gives way. */
static void make_room(const Slot *content, SlotState *slot)
{
    if (content->many <= 1) {
        *slot = (SlotState){0};
    } else if (pick_count(slot) == content->many) {
        drop_pick(slot, 0);
    }
}

static bool apply_option(const PlayContext *context, const Slot *content, SlotState *slot,
                         const Move *move, Error *error)
{
    int option = option_find(&content->options, sizeof(Option), context->tier, move->target);
    int at = option < 0 ? -1 : slot_pick(slot, option);
    bool take = strcmp(move->verb, "take") == 0;
    if (option < 0 || take != (at >= 0)) {
        return move_refuse(error, move, "this cannot be chosen now");
    }
    if (take) {
        drop_pick(slot, at);
        return true;
    }
    make_room(content, slot);
    slot->picks[pick_count(slot)] = (signed char)(1 + option);
    return true;
}

static bool apply_own(const PlayContext *context, const Slot *content, SlotState *slot,
                      const Move *move, Error *error)
{
    char words[OWN_MAX];
    if (!plan_may_type(context, content) || !own_words_read(move, words, OWN_MAX)) {
        return move_refuse(error, move, "own words cannot be given like this");
    }
    if (content->many <= 1) {
        *slot = (SlotState){0};
    }
    memcpy(slot->own, words, OWN_MAX);
    return true;
}

static bool apply_to_slot(const PlayContext *context, const Slot *content, SlotState *slot,
                          const Move *move, Error *error)
{
    if (strcmp(move->verb, "own") == 0) {
        return apply_own(context, content, slot, move, error);
    }
    if (strcmp(move->verb, "clear") == 0) {
        memset(slot->own, 0, OWN_MAX);
        return true;
    }
    return apply_option(context, content, slot, move, error);
}

/* A slot for one thing is done with it, and the next empty one comes; others stay open. */
static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    PlanState *state = &((PlanStates *)any)->pages[page];
    int index = slot_named(context, page, move->item);
    if (index < 0) {
        return move_refuse(error, move, "the plan has no such part");
    }
    if (strcmp(move->verb, "open") == 0) {
        state->at = (signed char)(1 + index);
        return true;
    }
    const Slot *content = plan_slot(plan_page(context, page), index);
    PlanState before = *state;
    if (!apply_to_slot(context, content, &state->slots[index], move, error)) {
        return false;
    }
    if (memcmp(&before, state, sizeof before) == 0) {
        return move_refuse(error, move, "it is so already");
    }
    bool stay = content->many > 1 || is_empty(&state->slots[index]) ||
                first_empty(context, state, page) < 0;
    state->at = (signed char)(stay ? 1 + index : 0);
    return true;
}

/* ---- words ---- */

static const char *slot_joined(const PlayContext *context, const Slot *content,
                               const SlotState *slot, const char *between, Arena *arena)
{
    const char *words = "";
    for (int i = 0; i < pick_count(slot); i++) {
        const char *more = play_words(context, arena, option_of(content, slot->picks[i] - 1)->text);
        words = words[0] ? arena_format(arena, "%s%s%s", words, between, more) : more;
    }
    if (slot->own[0]) {
        words = arena_format(arena, "%s%s%s", words, words[0] ? between : "", slot->own);
    }
    return words;
}

const char *slot_words(const PlayContext *context, const Slot *content, const SlotState *slot,
                       Arena *arena)
{
    return slot_joined(context, content, slot, ", ", arena);
}

const char *slot_lines(const PlayContext *context, const Slot *content, const SlotState *slot,
                       Arena *arena)
{
    return slot_joined(context, content, slot, "\n", arena);
}

const char *slot_picture(const Slot *content, const SlotState *slot)
{
    const char *chosen = slot->picks[0] ? option_of(content, slot->picks[0] - 1)->picture : NULL;
    return chosen ? chosen : content->option.picture;
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    return first_empty(context, plan_state(any, page), page) < 0;
}

/* ---- reading back ---- */

static bool stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    int slot = slot_named(context, page, move->item);
    return strcmp(move->verb, "own") != 0 ||
           (slot >= 0 && strcmp(plan_state(any, page)->slots[slot].own, move->text) == 0);
}

static void forget(const PlayContext *context, void *any, const void *last, int page,
                   const char *instead)
{
    (void)context;
    PlanState *state = &((PlanStates *)any)->pages[page];
    for (int i = 0; i < SLOTS_MAX; i++) {
        SlotState *slot = &state->slots[i];
        if (slot->own[0] && strcmp(slot->own, plan_state(last, page)->slots[i].own) != 0) {
            text_tidy(instead, slot->own, OWN_MAX);
        }
    }
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const PlanState *state = plan_state(any, page);
    int slots[SLOTS_MAX];
    int count = plan_slots(context, page, slots);
    for (int i = 0; i < count; i++) {
        const Slot *content = plan_slot(plan_page(context, page), slots[i]);
        const SlotState *slot = &state->slots[slots[i]];
        if (!is_empty(slot)) {
            summary_add(out, play_words(context, out->arena, content->option.text),
                        slot_words(context, content, slot, out->arena),
                        slot->picks[0] ? slot_picture(content, slot) : NULL);
        }
    }
}

static const char *move_words(const PlayContext *context, const Slot *slot, const Move *move,
                              Arena *arena)
{
    const char *lead = play_words(context, arena, slot->option.text);
    if (strcmp(move->verb, "open") == 0 || strcmp(move->verb, "clear") == 0) {
        return lead;
    }
    int option = option_find(&slot->options, sizeof(Option), context->tier, move->target);
    const char *words =
        option < 0 ? move->text : play_words(context, arena, option_of(slot, option)->text);
    return arena_format(arena, "%s \xe2\x86\x92 %s", lead, words);
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    static const StepWord words[] = {{"put", "ui.step.chose"},      {"take", "ui.step.took-back"},
                                     {"own", "ui.step.wrote"},      {"clear", "ui.step.took-back"},
                                     {"open", "ui.step.turned-to"}, {NULL, NULL}};
    (void)any;
    int slot = slot_named(context, page, move->item);
    Arena *arena = arena_new();
    step_say(context, out, step_word(words, move->verb),
             slot < 0
                 ? ""
                 : move_words(context, plan_slot(plan_page(context, page), slot), move, arena));
    arena_free(arena);
}

/* ---- checking ---- */

static void check_page(const PlanPage *page, TierSet tiers, size_t index, const char *file,
                       const char *path, Faults *faults)
{
    char place[PLACE_MAX], member[48];
    for (Tier tier = 0; tier < TIER_COUNT; tier++) {
        options_check(&page->slots, sizeof(Slot), tiers & (1u << tier), 1,
                      tier == TIER_T1 ? 1 : SLOTS_MAX, "slots", file,
                      page_place(place, path, index, "slots"), faults);
    }
    for (size_t s = 0; s < page->slots.count; s++) {
        const Slot *slot = plan_slot(page, (int)s);
        snprintf(member, sizeof member, "slots[%zu].options", s);
        options_check(&slot->options, sizeof(Option), tiers & slot->option.tiers, 2, OPTIONS_MAX,
                      "options", file, page_place(place, path, index, member), faults);
    }
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const PlanPage *page = ((const PlanPage *const *)activity->pages.items)[i];
        if (page->slots.count) {
            check_page(page, page->page.tiers & activity->tiers, i, file, path, faults);
        }
    }
}

const Kind kind_plan_steps = {
    .content = {.name = "plan_steps", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(PlanStates),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = plan_build,
    .is_complete = is_complete,
    .stands = stands,
    .forget = forget,
    .summary = summary,
    .step_text = step_text,
    .take_home = true,
    .paper = plan_paper,
};
