/* Sort the cards: cards go into baskets, by tapping card then basket, by dragging or by keys.
 * Every place is fine; "not sure" is always a place; a kind line follows each card. */
#include "activity/kind.h"

#include <string.h>

enum { CARDS_MAX = 32, BASKETS_MAX = 4, TIMES_MAX = 255 };
enum { NOWHERE = 0, NOT_SURE = 100 }; /* else 1 + index in baskets */

static const char not_sure_id[] = "not-sure";

typedef struct Card {
    Option option;
    const char *reply;
} Card;

typedef struct SortPage {
    Page page;
    List baskets; /* Option */
    List cards;   /* Card */
    int draw;     /* 0: all */
} SortPage;

typedef struct PageState {
    signed char where[CARDS_MAX];   /* by index in cards */
    unsigned char times[CARDS_MAX]; /* how often the card was put somewhere; at most TIMES_MAX */
    signed char last;               /* 1 + card placed last, 0 when none or taken back */
} PageState;

typedef struct SortState {
    PageState pages[PLAY_PAGES_MAX];
} SortState;

static const Field card_fields[] = {
    {"reply", FIELD_SENTENCE, offsetof(Card, reply), .required = true,
     .help = "Said once the card lies in any basket: kind and neutral."},
};

static const Shape card_shape = {"card", sizeof(Card), card_fields,
                                 sizeof card_fields / sizeof *card_fields, &option_shape};

static const Field fields[] = {
    {"baskets", FIELD_LIST, offsetof(SortPage, baskets), .required = true, .min = 2,
     .max = BASKETS_MAX, .shape = &option_shape,
     .help = "Two for t1, up to three for t2, four for older; 'not sure' is added."},
    {"cards", FIELD_LIST, offsetof(SortPage, cards), .required = true, .min = 2, .max = CARDS_MAX,
     .shape = &card_shape, .help = "The cards to sort."},
    {"draw", FIELD_INTEGER, offsetof(SortPage, draw), .min = 0, .max = CARDS_MAX,
     .help = "How many cards one play shows, by chance; 0 or absent: all."},
};

static const Shape shape = {"sort_cards page", sizeof(SortPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

static const SortPage *page_of(const PlayContext *context, int page)
{
    return (const SortPage *)(const void *)context->pages[page];
}

static const PageState *state_of(const void *state, int page)
{
    return &((const SortState *)state)->pages[page];
}

static const Card *card_at(const SortPage *page, int index)
{
    return &((const Card *)page->cards.items)[index];
}

/* The cards of this play in their order of chance; returns how many. */
static int deck_of(const PlayContext *context, int page, int *deck)
{
    const SortPage *content = page_of(context, page);
    int count = options_by_chance(context, page, &content->cards, sizeof(Card), deck, CARDS_MAX);
    return content->draw > 0 && content->draw < count ? content->draw : count;
}

static bool in_deck(const PlayContext *context, int page, int card)
{
    int deck[CARDS_MAX];
    int count = deck_of(context, page, deck);
    for (int i = 0; i < count; i++) {
        if (deck[i] == card) {
            return true;
        }
    }
    return false;
}

/* Cards still to be placed, in order; at most `room`. */
static int open_cards(const PlayContext *context, const PageState *state, int page, int *open,
                      int room)
{
    int deck[CARDS_MAX];
    int count = deck_of(context, page, deck), found = 0;
    for (int i = 0; i < count && found < room; i++) {
        if (state->where[deck[i]] == NOWHERE) {
            open[found++] = deck[i];
        }
    }
    return found;
}

/* The baskets of this tier in their order of chance, "not sure" apart; returns how many. */
static int baskets_of(const PlayContext *context, int page, int *baskets)
{
    int chance = PLAY_PAGES_MAX + page; /* not as the cards lie */
    return options_by_chance(context, chance, &page_of(context, page)->baskets, sizeof(Option),
                             baskets, BASKETS_MAX);
}

static int basket_place(const PlayContext *context, int page, const char *id)
{
    if (strcmp(id, not_sure_id) == 0) {
        return NOT_SURE;
    }
    return 1 + option_find(&page_of(context, page)->baskets, sizeof(Option), context->tier, id);
}

static const Verb verbs[] = {{"place", MOVE_ITEM | MOVE_TARGET}, {"take", MOVE_ITEM}, {NULL, 0}};

/* A basket pressed with empty hands takes the first open card. */
static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    const char *basket = event->type == UI_PLACE ? event->target : event->action.item;
    const char *card = event->action.item;
    if (event->type == UI_PRESS && strcmp(event->action.verb, "take") == 0) {
        *out = move_of("take", "", card);
        return true;
    }
    if (event->type == UI_PRESS && strcmp(event->action.verb, "basket") == 0) {
        int first;
        if (open_cards(context, state_of(any, page), page, &first, 1) == 0) {
            return false;
        }
        card = card_at(page_of(context, page), first)->option.id;
    } else if (event->type != UI_PLACE) {
        return false;
    }
    *out = move_of("place", "", card);
    memcpy(out->target, basket, strlen(basket) + 1);
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    PageState *state = &((SortState *)any)->pages[page];
    int card = option_find(&page_of(context, page)->cards, sizeof(Card), context->tier, move->item);
    if (card < 0 || !in_deck(context, page, card)) {
        return move_refuse(error, move, "there is no such card here");
    }
    if (strcmp(move->verb, "take") == 0) {
        if (state->where[card] == NOWHERE) {
            return move_refuse(error, move, "the card lies in no basket");
        }
        state->where[card] = NOWHERE;
        state->last = 0;
        return true;
    }
    int place = basket_place(context, page, move->target);
    if (place == NOWHERE || state->where[card] == place) {
        return move_refuse(error, move, "the card cannot go there");
    }
    state->where[card] = (signed char)place;
    if (state->times[card] < TIMES_MAX) {
        state->times[card]++;
    }
    state->last = (signed char)(1 + card);
    return true;
}

/* ---- building ---- */

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

static void build_open(const PlayContext *context, const PageState *state, int page,
                       const PlayView *view, Tree *tree, Node *parent)
{
    int open[CARDS_MAX];
    int count = open_cards(context, state, page, open, open_shown(context->tier));
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 16;
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_STRETCH;
    row->layout.wrap = true;
    for (int i = 0; i < count; i++) {
        build_card(context, card_at(page_of(context, page), open[i]), view, tree, row);
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

static void build_placed(const PlayContext *context, const PageState *state, int page, int place,
                         Tree *tree, Node *parent)
{
    int deck[CARDS_MAX];
    int count = deck_of(context, page, deck);
    for (int i = 0; i < count; i++) {
        if (state->where[deck[i]] == place) {
            build_placed_card(context, &card_at(page_of(context, page), deck[i])->option, tree,
                              parent);
        }
    }
}

/* Smaller than on the cards, but never too small to be made out. */
static int basket_picture_size(Tier tier)
{
    int size = page_picture_size(tier) - 24;
    return size > 40 ? size : 40;
}

static void build_basket(const PlayContext *context, const PageState *state, int page,
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
static void build_baskets(const PlayContext *context, const PageState *state, int page, Tree *tree,
                          Node *parent)
{
    const SortPage *content = page_of(context, page);
    int baskets[BASKETS_MAX];
    int count = baskets_of(context, page, baskets);
    bool pictures = false;
    Node *grid = node_group(tree, parent, AXIS_GRID);
    grid->layout.gap = 16;
    for (int i = 0; i < count; i++) {
        Option shown = *option_at(&content->baskets, sizeof(Option), (size_t)baskets[i]);
        shown.text = play_words(context, tree->arena, shown.text);
        pictures = pictures || shown.picture;
        build_basket(context, state, page, &shown, 1 + baskets[i], tree, grid);
    }
    Option not_sure = {.id = not_sure_id,
                       .text = play_ui(context, tree->arena, "ui.not-sure"),
                       .picture = pictures ? "card/basket-notsure" : NULL};
    build_basket(context, state, page, &not_sure, NOT_SURE, tree, grid);
}

static bool any_placed(const PageState *state)
{
    for (int i = 0; i < CARDS_MAX; i++) {
        if (state->where[i] != NOWHERE) {
            return true;
        }
    }
    return false;
}

/* The page's own picture makes room as soon as there are cards in the baskets. */
static void build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    const PageState *state = state_of(any, page);
    if (!any_placed(state)) {
        page_picture(tree, parent, page_of(context, page)->page.picture, 200, 120);
    }
    build_open(context, state, page, view, tree, parent);
    build_baskets(context, state, page, tree, parent);
}

static const char *reply(const PlayContext *context, const void *any, int page, Arena *arena)
{
    int last = state_of(any, page)->last;
    return last ? play_words(context, arena, card_at(page_of(context, page), last - 1)->reply)
                : NULL;
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    int first;
    return open_cards(context, state_of(any, page), page, &first, 1) == 0;
}

/* ---- reading back: "not sure" first, changes of mind said plainly ---- */

static const char *place_words(const PlayContext *context, int page, int place, Arena *arena)
{
    if (place == NOT_SURE) {
        return play_ui(context, arena, "ui.not-sure");
    }
    const List *baskets = &page_of(context, page)->baskets;
    return play_words(context, arena,
                      option_at(baskets, sizeof(Option), (size_t)(place - 1))->text);
}

/* "Kid job", or "Kid job (moved 2 times)". */
static const char *where_words(const PlayContext *context, const PageState *state, int page,
                               int card, Arena *arena)
{
    const char *place = place_words(context, page, state->where[card], arena);
    int moved = state->times[card] - 1;
    return moved > 0 ? arena_format(arena, "%s (%s)", place,
                                    play_ui_count(context, arena, "ui.sort.moved", moved))
                     : place;
}

static void summarise(const PlayContext *context, const PageState *state, int page, bool not_sure,
                      Summary *out)
{
    int deck[CARDS_MAX];
    int count = deck_of(context, page, deck);
    for (int i = 0; i < count; i++) {
        int place = state->where[deck[i]];
        if (place == NOWHERE || (place == NOT_SURE) != not_sure) {
            continue;
        }
        const Option *option = &card_at(page_of(context, page), deck[i])->option;
        summary_add(out, play_words(context, out->arena, option->text),
                    where_words(context, state, page, deck[i], out->arena), option->picture);
    }
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const PageState *state = state_of(any, page);
    summarise(context, state, page, true, out);
    summarise(context, state, page, false, out);
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    (void)any;
    const List *cards = &page_of(context, page)->cards;
    int card = option_find(cards, sizeof(Card), context->tier, move->item);
    const char *sentence = card < 0 ? NULL : option_at(cards, sizeof(Card), (size_t)card)->text;
    if (strcmp(move->verb, "take") == 0) {
        step_say_words(context, out, "ui.step.took-back", sentence);
        return;
    }
    Arena *arena = arena_new();
    int place = basket_place(context, page, move->target);
    const char *basket = place ? place_words(context, page, place, arena) : "";
    step_say(
        context, out, "ui.step.placed",
        arena_format(arena, "%s \xe2\x86\x92 %s", play_words(context, arena, sentence), basket));
    arena_free(arena);
}

static int baskets_max(Tier tier)
{
    static const int most[TIER_COUNT] = {2, 3, 4, 4, 4};
    return most[tier];
}

static void check_names(const List *baskets, const char *file, const char *place, Faults *faults)
{
    for (size_t i = 0; i < baskets->count; i++) {
        if (strcmp(option_at(baskets, sizeof(Option), i)->id, not_sure_id) == 0) {
            faults_add(faults, FAULT_ERROR, file, place, "reserved-id",
                       "A basket is called \"%s\"; every page has that one of its own. Take it "
                       "out, or give it another id.",
                       not_sure_id);
        }
    }
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const SortPage *page = ((const SortPage *const *)activity->pages.items)[i];
        TierSet tiers = page->page.tiers & activity->tiers;
        char place[PLACE_MAX];
        page_place(place, path, i, "baskets");
        for (Tier tier = 0; tier < TIER_COUNT; tier++) {
            options_check(&page->baskets, sizeof(Option), tiers & (1u << tier), 2,
                          baskets_max(tier), "baskets", file, place, faults);
        }
        check_names(&page->baskets, file, place, faults);
        options_check(&page->cards, sizeof(Card), tiers, 2, CARDS_MAX, "cards", file,
                      page_place(place, path, i, "cards"), faults);
    }
}

const Kind kind_sort_cards = {
    .content = {.name = "sort_cards", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(SortState),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = build,
    .reply = reply,
    .is_complete = is_complete,
    .summary = summary,
    .step_text = step_text,
};
