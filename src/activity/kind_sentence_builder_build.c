/* How the sentence builder looks: the line so far, the blocks in it, and those for its next part.
 */
#include "activity/kind_sentence_builder.h"

#include "activity/own_words.h"

static void build_line(const PlayContext *context, const BuilderState *state, int page, Tree *tree,
                       Node *parent)
{
    Node *card = node_group(tree, parent, AXIS_COLUMN);
    card->look = LOOK_CARD;
    card->layout.cross = ALIGN_STRETCH;
    Node *line = node_text(tree, card, TYPE_TITLE, builder_line(context, state, page, tree->arena));
    line->key = "line";
    line->text_align = ALIGN_CENTER;
}

/* The picture of the block in this part; NULL for own words, and for those who only read. */
static const char *fill_picture(const PlayContext *context, const BuilderState *state, int page,
                                int index)
{
    if (context->tier > TIER_T2 || state->fill[index] <= EMPTY) {
        return NULL;
    }
    const List *options = &builder_slot(builder_page(context, page), index)->options;
    return option_at(options, sizeof(Option), (size_t)(state->fill[index] - 1))->picture;
}

/* The blocks put so far; pressing one takes it out. */
static void build_filled(const PlayContext *context, const BuilderState *state, int page,
                         Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    int slots[SLOTS_MAX];
    int count = builder_slots(context, page, slots);
    for (int i = 0; i < count; i++) {
        if (state->fill[slots[i]] == EMPTY) {
            continue;
        }
        const Option *slot = &builder_slot(builder_page(context, page), slots[i])->option;
        const char *words = builder_words(context, state, page, slots[i], tree->arena);
        Node *block =
            node_add(tree, row, ROLE_BUTTON, arena_format(tree->arena, "filled-%s", slot->id),
                     builder_filled_name(context, slot, words, tree->arena));
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
    const Slot *slot = builder_slot(builder_page(context, page), index);
    int options[OPTIONS_MAX];
    int count = options_by_chance(context, page * SLOTS_MAX + index, &slot->options, sizeof(Option),
                                  options, OPTIONS_MAX);
    const char *none = any_picture(&slot->options, options, count) ? "" : NULL;
    Node *grid = page_options(tree, parent, context, none != NULL);
    for (int i = 0; i < count; i++) {
        const Option *option = option_at(&slot->options, sizeof(Option), (size_t)options[i]);
        Node *block = page_choice(
            tree, grid, option->id, play_words(context, tree->arena, option->text),
            option->picture ? option->picture : none, action_of("put", option->id, 0), false);
        block->role = ROLE_BUTTON;
    }
    if (builder_may_type(context, slot)) {
        own_words_build(context, view, (OwnWords){.item = "own", .most = OWN_MAX}, tree, parent);
    }
}

static void build_share(const PlayContext *context, const BuilderState *state, Tree *tree,
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
static void build_about(const PlayContext *context, const BuilderState *state, int page, Tree *tree,
                        Node *parent)
{
    int few = context->tier <= TIER_T2 ? 0 : 1; /* the blocks of the young have pictures */
    if (builder_filled(context, state, page) <= few) {
        page_picture(tree, parent, builder_page(context, page)->page.picture, 200, 120);
    }
}

void builder_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                   Tree *tree, Node *parent)
{
    const BuilderState *state = builder_state(any, page);
    build_about(context, state, page, tree, parent);
    build_line(context, state, page, tree, parent);
    if (builder_filled(context, state, page) > 0) {
        build_filled(context, state, page, tree, parent);
    }
    int slot = builder_first_empty(context, state, page);
    if (slot >= 0) {
        build_blocks(context, page, slot, view, tree, parent);
    } else if (builder_page(context, page)->share) {
        build_share(context, state, tree, parent);
    }
}
