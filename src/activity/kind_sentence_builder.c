/* Sentence builder: a line put together from blocks, slot by slot. The line can be taken apart
 * again, and at the end the child says who may see it. */
#include "activity/own_words.h"

#include <stdio.h>
#include <string.h>

enum { SLOTS_MAX = 6, OPTIONS_MAX = 12, OWN_MAX = 80 };
enum { EMPTY = 0, OWN_WORDS = -1 }; /* else 1 + index in options */
enum { SHARE_OPEN, SHARE_MINE, SHARE_HELPER };

typedef struct Slot {
    Option option; /* its text is the lead: "I feel" */
    List options;  /* Option */
    bool own;
} Slot;

typedef struct BuilderPage {
    Page page;
    List slots; /* Slot */
    const char *end;
    bool share;
} BuilderPage;

typedef struct PageState {
    signed char fill[SLOTS_MAX];
    char own[SLOTS_MAX][OWN_MAX];
    int share;
} PageState;

typedef struct BuilderState {
    PageState pages[PLAY_PAGES_MAX];
} BuilderState;

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

static const BuilderPage *page_of(const PlayContext *context, int page)
{
    return (const BuilderPage *)(const void *)context->pages[page];
}

static const PageState *state_of(const void *state, int page)
{
    return &((const BuilderState *)state)->pages[page];
}

static const Slot *slot_at(const BuilderPage *page, int index)
{
    return &((const Slot *)page->slots.items)[index];
}

static int slots_of(const PlayContext *context, int page, int *slots)
{
    return options_of_tier(&page_of(context, page)->slots, sizeof(Slot), context->tier, slots,
                           SLOTS_MAX);
}

/* Index of the first slot without a block, -1 when the line is whole. */
static int first_empty(const PlayContext *context, const PageState *state, int page)
{
    int slots[SLOTS_MAX];
    int count = slots_of(context, page, slots);
    for (int i = 0; i < count; i++) {
        if (state->fill[slots[i]] == EMPTY) {
            return slots[i];
        }
    }
    return -1;
}

static int filled_count(const PlayContext *context, const PageState *state, int page)
{
    int slots[SLOTS_MAX];
    int count = slots_of(context, page, slots), filled = 0;
    for (int i = 0; i < count; i++) {
        filled += state->fill[slots[i]] != EMPTY;
    }
    return filled;
}

static bool may_type(const PlayContext *context, const Slot *slot)
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
    int slot = first_empty(context, state_of(any, page), page);
    if (slot < 0) {
        return false;
    }
    *out = move_of(event->action.verb, "", slot_at(page_of(context, page), slot)->option.id);
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

static bool apply_share(const PlayContext *context, int page, PageState *state, const Move *move,
                        Error *error)
{
    bool mine = strcmp(move->item, "mine") == 0, helper = strcmp(move->item, "helper") == 0;
    if (!page_of(context, page)->share || first_empty(context, state, page) >= 0 ||
        (!mine && !helper)) {
        return move_refuse(error, move, "nobody asked who may see it");
    }
    state->share = mine ? SHARE_MINE : SHARE_HELPER;
    return true;
}

static bool apply_own(const PlayContext *context, int page, PageState *state, int index,
                      const Move *move, Error *error)
{
    if (!may_type(context, slot_at(page_of(context, page), index)) ||
        !own_words_read(move, state->own[index], OWN_MAX)) {
        return move_refuse(error, move, "own words cannot be given like this");
    }
    state->fill[index] = OWN_WORDS;
    return true;
}

static bool apply_fill(const PlayContext *context, int page, PageState *state, int index,
                       const Move *move, Error *error)
{
    const Slot *slot = slot_at(page_of(context, page), index);
    if (first_empty(context, state, page) != index) {
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
    PageState *state = &((BuilderState *)any)->pages[page];
    if (strcmp(move->verb, "share") == 0) {
        return apply_share(context, page, state, move, error);
    }
    int slot = option_find(&page_of(context, page)->slots, sizeof(Slot), context->tier, move->item);
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

/* ---- words ---- */

static const char *fill_words(const PlayContext *context, const PageState *state, int page,
                              int index, Arena *arena)
{
    const Slot *slot = slot_at(page_of(context, page), index);
    if (state->fill[index] == OWN_WORDS) {
        return arena_string(arena, state->own[index]);
    }
    if (state->fill[index] == EMPTY) {
        return "\xe2\x80\xa6";
    }
    return play_words(
        context, arena,
        option_at(&slot->options, sizeof(Option), (size_t)(state->fill[index] - 1))->text);
}

static void add_part(Text *line, const char *part)
{
    bool joins = line->length == 0 || (part[0] && strchr(".,;:?!", part[0]));
    text_addf(line, "%s%s", joins ? "" : " ", part);
}

/* The line so far: up to the first open part, which shows as "...". */
static const char *whole_line(const PlayContext *context, const PageState *state, int page,
                              Arena *arena)
{
    Text line;
    text_init(&line);
    int slots[SLOTS_MAX];
    int count = slots_of(context, page, slots);
    for (int i = 0; i < count; i++) {
        const Slot *slot = slot_at(page_of(context, page), slots[i]);
        add_part(&line, play_words(context, arena, slot->option.text));
        add_part(&line, fill_words(context, state, page, slots[i], arena));
        if (state->fill[slots[i]] == EMPTY) {
            break;
        }
    }
    if (first_empty(context, state, page) < 0) {
        add_part(&line, play_words(context, arena, page_of(context, page)->end));
    }
    const char *words = arena_copy(arena, line.bytes, line.length);
    text_clear(&line);
    return words;
}

/* ---- building ---- */

static void build_line(const PlayContext *context, const PageState *state, int page, Tree *tree,
                       Node *parent)
{
    Node *card = node_group(tree, parent, AXIS_COLUMN);
    card->look = LOOK_CARD;
    card->layout.cross = ALIGN_STRETCH;
    Node *line = node_text(tree, card, TYPE_TITLE, whole_line(context, state, page, tree->arena));
    line->key = "line";
    line->text_align = ALIGN_CENTER;
}

/* "I feel sad": two parts may hold the same block. */
static const char *filled_name(const PlayContext *context, const Option *slot, const char *words,
                               Arena *arena)
{
    Text name;
    text_init(&name);
    add_part(&name, play_words(context, arena, slot->text));
    add_part(&name, words);
    const char *copy = arena_copy(arena, name.bytes, name.length);
    text_clear(&name);
    return copy;
}

/* The picture of the block in this part; NULL for own words, and for those who only read. */
static const char *fill_picture(const PlayContext *context, const PageState *state, int page,
                                int index)
{
    if (context->tier > TIER_T2 || state->fill[index] <= EMPTY) {
        return NULL;
    }
    const List *options = &slot_at(page_of(context, page), index)->options;
    return option_at(options, sizeof(Option), (size_t)(state->fill[index] - 1))->picture;
}

/* The blocks put so far; pressing one takes it out. */
static void build_filled(const PlayContext *context, const PageState *state, int page, Tree *tree,
                         Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    int slots[SLOTS_MAX];
    int count = slots_of(context, page, slots);
    for (int i = 0; i < count; i++) {
        if (state->fill[slots[i]] == EMPTY) {
            continue;
        }
        const Option *slot = &slot_at(page_of(context, page), slots[i])->option;
        const char *words = fill_words(context, state, page, slots[i], tree->arena);
        Node *block =
            node_add(tree, row, ROLE_BUTTON, arena_format(tree->arena, "filled-%s", slot->id),
                     filled_name(context, slot, words, tree->arena));
        block->text = words;
        block->look = LOOK_CHIP;
        block->icon = "icon/undo";
        block->picture = fill_picture(context, state, page, slots[i]);
        block->picture_size = 56;
        block->action = action_of("clear", slot->id, 0);
    }
}

static bool any_picture(const List *options, const int *shown, int count)
{
    for (int i = 0; i < count; i++) {
        if (option_at(options, sizeof(Option), (size_t)shown[i])->picture) {
            return true;
        }
    }
    return false;
}

static void build_blocks(const PlayContext *context, int page, int index, const PlayView *view,
                         Tree *tree, Node *parent)
{
    const Slot *slot = slot_at(page_of(context, page), index);
    int options[OPTIONS_MAX];
    int count = options_by_chance(context, page * SLOTS_MAX + index, &slot->options, sizeof(Option),
                                  options, OPTIONS_MAX);
    Node *grid = page_grid(tree, parent, context);
    const char *none = any_picture(&slot->options, options, count) ? "" : NULL;
    for (int i = 0; i < count; i++) {
        const Option *option = option_at(&slot->options, sizeof(Option), (size_t)options[i]);
        Node *block = page_choice(
            tree, grid, option->id, play_words(context, tree->arena, option->text),
            option->picture ? option->picture : none, action_of("put", option->id, 0), false);
        block->role = ROLE_BUTTON;
    }
    if (may_type(context, slot)) {
        own_words_build(context, view, (OwnWords){.item = "own", .most = OWN_MAX}, tree, parent);
    }
}

static void build_share(const PlayContext *context, const PageState *state, Tree *tree,
                        Node *parent)
{
    Node *ask = node_text(tree, parent, TYPE_LEAD, play_ui(context, tree->arena, "ui.share.ask"));
    ask->text_align = ALIGN_CENTER;
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    page_choice(tree, row, "share-mine", play_ui(context, tree->arena, "ui.share.mine"), NULL,
                action_of("share", "mine", 0), state->share == SHARE_MINE);
    page_choice(tree, row, "share-helper", play_ui(context, tree->arena, "ui.share.helper"), NULL,
                action_of("share", "helper", 0), state->share == SHARE_HELPER);
    if (state->share != SHARE_OPEN) {
        Node *said = node_text(
            tree, parent, TYPE_BODY,
            play_ui(context, tree->arena,
                    state->share == SHARE_MINE ? "ui.share.mine-said" : "ui.share.helper-said"));
        said->look = LOOK_NOTE;
        said->text_align = ALIGN_CENTER;
    }
}

/* What the line is about: shown until there are so many blocks that they need the room. */
static void build_about(const PlayContext *context, const PageState *state, int page, Tree *tree,
                        Node *parent)
{
    int few = context->tier <= TIER_T2 ? 0 : 1; /* the blocks of the young have pictures */
    if (filled_count(context, state, page) <= few) {
        page_picture(tree, parent, page_of(context, page)->page.picture, 200, 120);
    }
}

static void build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    const PageState *state = state_of(any, page);
    build_about(context, state, page, tree, parent);
    build_line(context, state, page, tree, parent);
    if (filled_count(context, state, page) > 0) {
        build_filled(context, state, page, tree, parent);
    }
    int slot = first_empty(context, state, page);
    if (slot >= 0) {
        build_blocks(context, page, slot, view, tree, parent);
    } else if (page_of(context, page)->share) {
        build_share(context, state, tree, parent);
    }
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    return first_empty(context, state_of(any, page), page) < 0;
}

/* Only the line as it stands is kept, no drafts (blueprint 3.7): what was said about who may see a
 * line was not said of the one before it. */
static bool is_draft(const PageState *state, const PageState *last, int slot)
{
    return state->fill[slot] != EMPTY && (state->fill[slot] != last->fill[slot] ||
                                          strcmp(state->own[slot], last->own[slot]) != 0);
}

static bool stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    const PageState *state = state_of(any, page);
    bool put = strcmp(move->verb, "put") == 0;
    int slot = option_find(&page_of(context, page)->slots, sizeof(Slot), context->tier, move->item);
    if (!put && strcmp(move->verb, "own") != 0) {
        return true;
    }
    const List *options = &slot_at(page_of(context, page), slot)->options;
    return put ? state->fill[slot] ==
                     1 + option_find(options, sizeof(Option), context->tier, move->target)
               : strcmp(state->own[slot], move->text) == 0;
}

static void forget(const PlayContext *context, void *any, const void *last, int page,
                   const char *instead)
{
    PageState *state = &((BuilderState *)any)->pages[page];
    for (size_t slot = 0; slot < page_of(context, page)->slots.count; slot++) {
        if (is_draft(state, state_of(last, page), (int)slot)) {
            state->fill[slot] = OWN_WORDS;
            text_tidy(instead, state->own[slot], OWN_MAX);
        }
    }
}

/* A line the child was to decide about stays the child's until "show" was chosen. */
static bool is_private(const PlayContext *context, const void *any, int page)
{
    return page_of(context, page)->share && state_of(any, page)->share != SHARE_HELPER;
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const PageState *state = state_of(any, page);
    if (filled_count(context, state, page) == 0) {
        return;
    }
    const char *label = play_words(context, out->arena, page_of(context, page)->page.text);
    summary_add(out, label, whole_line(context, state, page, out->arena), NULL);
}

static const char *put_words(const PlayContext *context, int page, const Move *move, Arena *arena)
{
    int slot = option_find(&page_of(context, page)->slots, sizeof(Slot), context->tier, move->item);
    if (slot < 0) {
        return "";
    }
    const List *options = &slot_at(page_of(context, page), slot)->options;
    int option = option_find(options, sizeof(Option), context->tier, move->target);
    return option < 0 ? ""
                      : play_words(context, arena,
                                   option_at(options, sizeof(Option), (size_t)option)->text);
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    (void)any;
    Arena *arena = arena_new();
    if (strcmp(move->verb, "put") == 0) {
        step_say(context, out, "ui.step.chose", put_words(context, page, move, arena));
    } else if (strcmp(move->verb, "own") == 0) {
        step_say(context, out, "ui.step.wrote", move->text);
    } else if (strcmp(move->verb, "clear") == 0) {
        step_say(context, out, "ui.step.took-out", NULL);
    } else {
        const char *id = strcmp(move->item, "mine") == 0 ? "ui.share.mine" : "ui.share.helper";
        step_say(context, out, "ui.step.chose", play_ui(context, arena, id));
    }
    arena_free(arena);
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
            const Slot *slot = slot_at(page, (int)s);
            snprintf(member, sizeof member, "slots[%zu].options", s);
            options_check(&slot->options, sizeof(Option), tiers & slot->option.tiers, 2, 0,
                          "blocks", file, page_place(place, path, i, member), faults);
        }
    }
}

const Kind kind_sentence_builder = {
    .content = {.name = "sentence_builder", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(BuilderState),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = build,
    .is_complete = is_complete,
    .is_private = is_private,
    .stands = stands,
    .forget = forget,
    .summary = summary,
    .step_text = step_text,
};
