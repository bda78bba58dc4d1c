/* Sentence builder: a line put together from blocks, slot by slot. The line can be taken apart
 * again, and at the end the child says who may see it. */
#include "activity/kind_sentence_builder.h"

#include "activity/own_words.h"

#include <stdio.h>
#include <string.h>

static const Field slot_fields[] = {
    {"id", FIELD_ID, offsetof(Slot, option.id), .required = true, .help = "Unique in the page."},
    {"lead", FIELD_SENTENCE, offsetof(Slot, option.text), .required = true,
     .help = "What stands before the block: \"I feel\", \". I would like\"."},
    {"tiers", FIELD_TIERS, offsetof(Slot, option.tiers), .help = "Who gets this slot."},
    {"options", FIELD_LIST, offsetof(Slot, options), .required = true, .min = 2, .max = OPTIONS_MAX,
     .shape = &option_shape, .help = "The blocks to choose from."},
    {"own", FIELD_FLAG, offsetof(Slot, own),
     .help = "Own words may be typed; reaches t3, t4 and adults only."},
};

static const Shape slot_shape = {"slot", sizeof(Slot), slot_fields,
                                 sizeof slot_fields / sizeof *slot_fields, NULL};

static const Field fields[] = {
    {"slots", FIELD_LIST, offsetof(BuilderPage, slots), .required = true, .min = 1,
     .max = SLOTS_MAX, .shape = &slot_shape, .help = "The parts of the line, in order."},
    {"end", FIELD_SENTENCE, offsetof(BuilderPage, end), .required = true,
     .help = "What closes the line: \".\" or \"?\"."},
    {"share", FIELD_FLAG, offsetof(BuilderPage, share),
     .help = "Asks at the end who may see the line."},
};

static const Shape shape = {"sentence_builder page", sizeof(BuilderPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const BuilderPage *builder_page(const PlayContext *context, int page)
{
    return (const BuilderPage *)(const void *)context->pages[page];
}

const BuilderState *builder_state(const void *state, int page)
{
    return &((const BuilderStates *)state)->pages[page];
}

const Slot *builder_slot(const BuilderPage *page, int index)
{
    return &((const Slot *)page->slots.items)[index];
}

int builder_slots(const PlayContext *context, int page, int *slots)
{
    return options_of_tier(&builder_page(context, page)->slots, sizeof(Slot), context->tier, slots,
                           SLOTS_MAX);
}

int builder_first_empty(const PlayContext *context, const BuilderState *state, int page)
{
    int slots[SLOTS_MAX];
    int count = builder_slots(context, page, slots);
    for (int i = 0; i < count; i++) {
        if (state->fill[slots[i]] == EMPTY) {
            return slots[i];
        }
    }
    return -1;
}

int builder_filled(const PlayContext *context, const BuilderState *state, int page)
{
    int slots[SLOTS_MAX];
    int count = builder_slots(context, page, slots), filled = 0;
    for (int i = 0; i < count; i++) {
        filled += state->fill[slots[i]] != EMPTY;
    }
    return filled;
}

bool builder_may_type(const PlayContext *context, const Slot *slot)
{
    return slot->own && context->may_type;
}

/* ---- moves ---- */

static const Verb verbs[] = {
    {"put", MOVE_ITEM | MOVE_TARGET},
    {"own", MOVE_ITEM | MOVE_TEXT},
    {"clear", MOVE_ITEM},
    {"share", MOVE_ITEM},
    {NULL, 0},
};

static bool interpret_block(const PlayContext *context, const void *any, int page,
                            const UiEvent *event, Move *out)
{
    int slot = builder_first_empty(context, builder_state(any, page), page);
    if (slot < 0) {
        return false;
    }
    *out =
        move_of(event->action.verb, "", builder_slot(builder_page(context, page), slot)->option.id);
    if (strcmp(event->action.verb, "own") == 0) {
        return own_words_take(event, OWN_MAX, out);
    }
    memcpy(out->target, event->action.item, strlen(event->action.item) + 1);
    return true;
}

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    if (event->type != UI_PRESS) {
        return false;
    }
    if (strcmp(event->action.verb, "put") == 0 || strcmp(event->action.verb, "own") == 0) {
        return interpret_block(context, any, page, event, out);
    }
    *out = move_of(event->action.verb, "", event->action.item);
    return true;
}

static bool apply_share(const PlayContext *context, int page, BuilderState *state, const Move *move,
                        Error *error)
{
    bool mine = strcmp(move->item, "mine") == 0, helper = strcmp(move->item, "helper") == 0;
    if (!builder_page(context, page)->share || builder_first_empty(context, state, page) >= 0 ||
        (!mine && !helper)) {
        return move_refuse(error, move, "nobody asked who may see it");
    }
    state->share = mine ? SHARE_MINE : SHARE_HELPER;
    return true;
}

static bool apply_own(const PlayContext *context, int page, BuilderState *state, int index,
                      const Move *move, Error *error)
{
    if (!builder_may_type(context, builder_slot(builder_page(context, page), index)) ||
        !own_words_read(move, state->own[index], OWN_MAX)) {
        return move_refuse(error, move, "own words cannot be given like this");
    }
    state->fill[index] = OWN_WORDS;
    return true;
}

static bool apply_fill(const PlayContext *context, int page, BuilderState *state, int index,
                       const Move *move, Error *error)
{
    const Slot *slot = builder_slot(builder_page(context, page), index);
    if (builder_first_empty(context, state, page) != index) {
        return move_refuse(error, move, "another part of the line comes first");
    }
    if (strcmp(move->verb, "own") == 0) {
        return apply_own(context, page, state, index, move, error);
    }
    int option = option_find(&slot->options, sizeof(Option), context->tier, move->target);
    if (option < 0) {
        return move_refuse(error, move, "there is no such block");
    }
    state->fill[index] = (signed char)(1 + option);
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    BuilderState *state = &((BuilderStates *)any)->pages[page];
    if (strcmp(move->verb, "share") == 0) {
        return apply_share(context, page, state, move, error);
    }
    int slot =
        option_find(&builder_page(context, page)->slots, sizeof(Slot), context->tier, move->item);
    if (slot < 0) {
        return move_refuse(error, move, "the line has no such part");
    }
    if (strcmp(move->verb, "clear") != 0) {
        return apply_fill(context, page, state, slot, move, error);
    }
    if (state->fill[slot] == EMPTY) {
        return move_refuse(error, move, "this part is empty");
    }
    state->fill[slot] = EMPTY;
    memset(state->own[slot], 0, OWN_MAX);
    state->share = SHARE_OPEN;
    return true;
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    return builder_first_empty(context, builder_state(any, page), page) < 0;
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const BuilderPage *page = ((const BuilderPage *const *)activity->pages.items)[i];
        TierSet tiers = page->page.tiers & activity->tiers;
        char place[PLACE_MAX], member[48];
        options_check(&page->slots, sizeof(Slot), tiers, 1, SLOTS_MAX, "slots", file,
                      page_place(place, path, i, "slots"), faults);
        for (size_t s = 0; s < page->slots.count; s++) {
            const Slot *slot = builder_slot(page, (int)s);
            snprintf(member, sizeof member, "slots[%zu].options", s);
            options_check(&slot->options, sizeof(Option), tiers & slot->option.tiers, 2, 0,
                          "blocks", file, page_place(place, path, i, member), faults);
        }
    }
}

const Kind kind_sentence_builder = {
    .content = {.name = "sentence_builder", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(BuilderStates),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = builder_build,
    .is_complete = is_complete,
    .is_private = builder_is_private,
    .stands = builder_stands,
    .forget = builder_forget,
    .summary = builder_summary,
    .step_text = builder_step_text,
    .take_home = true,
    .paper = builder_paper,
};
