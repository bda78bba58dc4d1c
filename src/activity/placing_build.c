/* Things in places: the cards, the places and what lies beside them. Moves are in placing.c. */
#include "activity/placing.h"

#include "activity/own_words.h"
#include "activity/page_set.h"

#include <string.h>

enum { THINGS_MAX = 32, OWN_BESIDE = 2 };

Node *placing_build_card(const PlacingRules *rules, const PlayView *view, const char *words,
                         const char *picture, Action action, Tree *tree, Node *parent)
{
    Tier tier = rules->context->tier;
    Node *card = node_add(tree, parent, ROLE_CARD, action.item, words);
    card->text = card->name;
    card->look = LOOK_CARD;
    card->text_align = ALIGN_CENTER;
    card->type = tier <= TIER_T2 && !rules->beside ? TYPE_LEAD : TYPE_BODY;
    card->layout.max_width = 340;
    card->layout.min_width = tier <= TIER_T2 ? 144 : 112;
    card->layout.pad_x = 12;
    card->layout.pad_y = 10;
    card->picture = picture;
    card->picture_size = tier <= TIER_T2 ? 80 : 56;
    card->action = action;
    card->state.picked = strcmp(view->hand, action.item) == 0;
    return card;
}

static Node *card_row(const PlacingRules *rules, Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(rules->context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_STRETCH;
    row->layout.wrap = true;
    return row;
}

static Node *card_grid(const PlacingRules *rules, Tree *tree, Node *parent)
{
    Node *grid = node_group(tree, parent, AXIS_GRID);
    grid->layout.min_cell = rules->context->tier <= TIER_T2 ? 144 : 104;
    grid->layout.gap = tier_limits(rules->context->tier)->gap_px;
    grid->layout.cross = ALIGN_STRETCH;
    return grid;
}

/* Own words that lie nowhere yet, as cards among the others; at most `room`. */
static int build_waiting(const PlacingRules *rules, const Placing *placing, const PlayView *view,
                         int room, Tree *tree, Node *row)
{
    int count = 0;
    for (int slot = 0; slot < PLACED_MAX && count < room; slot++) {
        const Placed *placed = &placing->slots[slot];
        if (placed->thing == THING_NONE || placed->place != PLACE_WAITING) {
            continue;
        }
        const char *item = arena_format(tree->arena, "*slot-%d", slot + 1);
        placing_build_card(rules, view, placed_words(rules, placed, tree->arena),
                           placed_picture(rules, placed, tree->arena), action_of("pick", item, 0),
                           tree, row);
        count++;
    }
    return count;
}

/* Things of the tier in their order of chance; returns how many. */
static int things_of(const PlacingRules *rules, int *things)
{
    return options_by_chance(rules->context, rules->page, rules->things, sizeof(Option), things,
                             THINGS_MAX);
}

/* As many things as the tier may see at once; seeing the others is no move. */
static void build_things(const PlacingRules *rules, const PlayView *view, int shown, Tree *tree,
                         Node *row)
{
    int things[THINGS_MAX];
    int count = things_of(rules, things);
    PageSet set = page_set(shown, count, view->turn);
    for (int i = set.first; i < set.end; i++) {
        const Option *thing = option_at(rules->things, sizeof(Option), (size_t)things[i]);
        placing_build_card(rules, view, play_words(rules->context, tree->arena, thing->text),
                           thing->picture, action_of("pick", thing->id, 0), tree, row);
    }
    if (set.more) {
        page_more(rules->context, "ui.map.more", tree, row);
    }
}

/* What waits can also be taken back for good. */
static void build_take_back(const PlacingRules *rules, const Placing *placing, Tree *tree,
                            Node *parent)
{
    Node *row = card_row(rules, tree, parent);
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        const Placed *placed = &placing->slots[slot];
        if (placed->thing != THING_OWN || placed->place != PLACE_WAITING) {
            continue;
        }
        const char *item = arena_format(tree->arena, "slot-%d", slot + 1);
        Node *button = node_button(
            tree, row, LOOK_QUIET,
            arena_format(tree->arena, "%s: %s",
                         play_ui(rules->context, tree->arena, "ui.step.took-back"), placed->own),
            action_of("take", item, 0));
        button->key = arena_format(tree->arena, "back-%s", item);
        button->icon = "icon/undo";
    }
}

static int count_slots(const Placing *placing, bool waiting)
{
    int count = 0;
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        const Placed *placed = &placing->slots[slot];
        count += placed->thing != THING_NONE && (!waiting || placed->place == PLACE_WAITING);
    }
    return count;
}

static void build_own(const PlacingRules *rules, const Placing *placing, const PlayView *view,
                      Tree *tree, Node *parent)
{
    if (rules->own && rules->context->may_type && count_slots(placing, true) < OWN_BESIDE) {
        own_words_build(rules->context, view, (OwnWords){.item = "", .most = PLACED_OWN}, tree,
                        parent);
    }
}

/* Where a place takes one thing alone, another one can take its place even when all are full. */
static bool is_full(const PlacingRules *rules, const Placing *placing)
{
    return rules->shared && count_slots(placing, false) == PLACED_MAX;
}

void placing_build_cards(const PlacingRules *rules, const Placing *placing, const PlayView *view,
                         Tree *tree, Node *parent)
{
    if (is_full(rules, placing)) {
        Node *full =
            node_text(tree, parent, TYPE_BODY, play_ui(rules->context, tree->arena, "ui.map.full"));
        full->look = LOOK_NOTE;
        full->text_align = ALIGN_CENTER;
        return;
    }
    int choices = tier_limits(rules->context->tier)->choices;
    Node *row = rules->beside ? card_grid(rules, tree, parent) : card_row(rules, tree, parent);
    int waiting = build_waiting(rules, placing, view, choices - 1, tree, row);
    build_things(rules, view, choices - waiting, tree, row);
    if (count_slots(placing, false) < PLACED_MAX) {
        build_own(rules, placing, view, tree, parent);
    }
    build_take_back(rules, placing, tree, parent);
}

void placing_build_marks(const PlacingRules *rules, const PlayView *view, Tree *tree, Node *parent)
{
    int marks[THINGS_MAX];
    int count =
        options_of_tier(rules->marks, sizeof(Option), rules->context->tier, marks, THINGS_MAX);
    Node *row = count ? card_row(rules, tree, parent) : NULL;
    for (int i = 0; i < count; i++) {
        const Option *mark = option_at(rules->marks, sizeof(Option), (size_t)marks[i]);
        Node *card =
            placing_build_card(rules, view, play_words(rules->context, tree->arena, mark->text),
                               mark->picture, action_of("mark", mark->id, 0), tree, row);
        card->picture_size = 40;
        card->type = TYPE_BODY;
    }
}

Node *placing_build_place(Tree *tree, Node *parent, int place, const char *name)
{
    const char *id = place_id(tree->arena, place);
    Node *node = node_add(tree, parent, ROLE_TARGET, id, name);
    node->look = LOOK_TARGET;
    node->text_align = ALIGN_CENTER;
    node->action = action_of("spot", id, 0);
    return node;
}
