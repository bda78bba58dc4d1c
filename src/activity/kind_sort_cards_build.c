/* How sorting looks: the cards still open, and below them the baskets with what lies in each. */
#include "activity/kind_sort_cards.h"

#include <string.h>

static int open_shown(Tier tier)
{
    static const int shown[TIER_COUNT] = {1, 2, 3, 3, 3};
    return shown[tier];
}

static void build_card(const PlayContext *context, const Card *card, const PlayView *view,
                       Tree *tree, Node *row)
{
    Node *node = node_add(tree, row, ROLE_CARD, card->option.id,
                          play_words(context, tree->arena, card->option.text));
    node->text = node->name;
    node->look = LOOK_CARD;
    node->text_align = ALIGN_CENTER;
    node->type = context->tier <= TIER_T2 ? TYPE_LEAD : TYPE_BODY;
    node->layout.max_width = 300;
    node->layout.min_width = context->tier <= TIER_T2 ? 200 : 160;
    node->picture = card->option.picture;
    node->picture_size = page_picture_size(context->tier);
    node->action = action_of("pick", card->option.id, 0);
    node->state.picked = strcmp(view->hand, card->option.id) == 0;
}

static void build_open(const PlayContext *context, const SortState *state, int page,
                       const PlayView *view, Tree *tree, Node *parent)
{
    int open[CARDS_MAX];
    int count = sort_open(context, state, page, open, open_shown(context->tier));
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 16;
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_STRETCH;
    row->layout.wrap = true;
    for (int i = 0; i < count; i++) {
        build_card(context, card_at(&sort_page(context, page)->cards, open[i]), view, tree, row);
    }
}

/* A card in a basket, small: pressing it takes it out again. The young see its picture alone. */
static void build_placed_card(const PlayContext *context, const Option *option, Tree *tree,
                              Node *parent)
{
    Node *card = node_add(tree, parent, ROLE_BUTTON, arena_format(tree->arena, "in-%s", option->id),
                          play_words(context, tree->arena, option->text));
    bool picture_only = option->picture && context->tier <= TIER_T2;
    card->text = picture_only ? NULL : card->name;
    card->picture = picture_only ? option->picture : NULL;
    card->look = LOOK_CHIP;
    card->type = TYPE_SMALL;
    card->text_align = ALIGN_CENTER;
    card->action = action_of("take", option->id, 0);
}

static void build_placed(const PlayContext *context, const SortState *state, int page, int place,
                         Tree *tree, Node *parent)
{
    int deck[CARDS_MAX];
    int count = sort_deck(context, page, deck);
    for (int i = 0; i < count; i++) {
        if (state->where[deck[i]] == place) {
            build_placed_card(context, &card_at(&sort_page(context, page)->cards, deck[i])->option,
                              tree, parent);
        }
    }
}

/* Smaller than on the cards, but never too small to be made out. */
static int basket_picture_size(Tier tier)
{
    int size = page_picture_size(tier) - 24;
    return size > 40 ? size : 40;
}

static void build_basket(const PlayContext *context, const SortState *state, int page,
                         const Option *basket, int place, Tree *tree, Node *grid)
{
    Node *column = node_group(tree, grid, AXIS_COLUMN);
    column->layout.gap = tier_limits(context->tier)->gap_px;
    column->layout.cross = ALIGN_STRETCH;
    Node *target = node_add(tree, column, ROLE_TARGET, basket->id, basket->text);
    target->text = target->name;
    target->look = LOOK_TARGET;
    target->picture = basket->picture;
    target->picture_size = basket_picture_size(context->tier);
    target->text_align = ALIGN_CENTER;
    target->bold = true;
    target->action = action_of("basket", basket->id, 0);
    Node *placed = node_group(tree, column, context->tier <= TIER_T2 ? AXIS_ROW : AXIS_COLUMN);
    placed->layout.gap = tier_limits(context->tier)->gap_px;
    placed->layout.wrap = true;
    placed->layout.cross = ALIGN_STRETCH;
    build_placed(context, state, page, place, tree, placed);
}

/* In equal columns. "Not sure" looks like the others: with a picture where one of them has one. */
static void build_baskets(const PlayContext *context, const SortState *state, int page, Tree *tree,
                          Node *parent)
{
    const SortPage *content = sort_page(context, page);
    int baskets[BASKETS_MAX];
    int count = sort_baskets(context, page, baskets);
    bool pictures = false;
    Node *grid = node_group(tree, parent, AXIS_GRID);
    grid->layout.gap = 16;
    for (int i = 0; i < count; i++) {
        Option shown = *option_at(&content->baskets, sizeof(Option), (size_t)baskets[i]);
        shown.text = play_words(context, tree->arena, shown.text);
        pictures = pictures || shown.picture;
        build_basket(context, state, page, &shown, 1 + baskets[i], tree, grid);
    }
    Option not_sure = {.id = "not-sure",
                       .text = play_ui(context, tree->arena, "ui.not-sure"),
                       .picture = pictures ? "card/basket-notsure" : NULL};
    build_basket(context, state, page, &not_sure, NOT_SURE, tree, grid);
}

static bool any_placed(const SortState *state)
{
    for (int i = 0; i < CARDS_MAX; i++) {
        if (state->where[i] != NOWHERE) {
            return true;
        }
    }
    return false;
}

/* The page's own picture makes room as soon as there are cards in the baskets. */
void sort_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                Tree *tree, Node *parent)
{
    const SortState *state = sort_state(any, page);
    if (!any_placed(state)) {
        page_picture(tree, parent, sort_page(context, page)->page.picture, 200, 120);
    }
    build_open(context, state, page, view, tree, parent);
    build_baskets(context, state, page, tree, parent);
}
