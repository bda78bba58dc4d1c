/* Sort the cards: cards go into baskets, by tapping card then basket, by dragging or by keys.
 * Every place is fine; "not sure" is always a place; a kind line follows each card. */
#include "activity/kind_sort_cards.h"

#include <string.h>

typedef struct SortStates {
    SortState pages[PLAY_PAGES_MAX];
} SortStates;

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

const SortPage *sort_page(const PlayContext *context, int page)
{
    return (const SortPage *)(const void *)context->pages[page];
}

const SortState *sort_state(const void *state, int page)
{
    return &((const SortStates *)state)->pages[page];
}

int sort_deck(const PlayContext *context, int page, int *deck)
{
    const SortPage *content = sort_page(context, page);
    return cards_drawn(context, page, &content->cards, content->draw, deck);
}

static bool in_deck(const PlayContext *context, int page, int card)
{
    int deck[CARDS_MAX];
    int count = sort_deck(context, page, deck);
    for (int i = 0; i < count; i++) {
        if (deck[i] == card) {
            return true;
        }
    }
    return false;
}

/* Cards still to be placed, in order; at most `room`. */
int sort_open(const PlayContext *context, const SortState *state, int page, int *open, int room)
{
    int deck[CARDS_MAX];
    int count = sort_deck(context, page, deck), found = 0;
    for (int i = 0; i < count && found < room; i++) {
        if (state->where[deck[i]] == NOWHERE) {
            open[found++] = deck[i];
        }
    }
    return found;
}

/* The baskets of this tier in their order of chance, "not sure" apart; returns how many. */
int sort_baskets(const PlayContext *context, int page, int *baskets)
{
    int chance = PLAY_PAGES_MAX + page; /* not as the cards lie */
    return options_by_chance(context, chance, &sort_page(context, page)->baskets, sizeof(Option),
                             baskets, BASKETS_MAX);
}

static int basket_place(const PlayContext *context, int page, const char *id)
{
    if (strcmp(id, "not-sure") == 0) {
        return NOT_SURE;
    }
    return 1 + option_find(&sort_page(context, page)->baskets, sizeof(Option), context->tier, id);
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
        if (sort_open(context, sort_state(any, page), page, &first, 1) == 0) {
            return false;
        }
        card = card_at(&sort_page(context, page)->cards, first)->option.id;
    } else if (event->type != UI_PLACE) {
        return false;
    }
    *out = move_of("place", "", card);
    memcpy(out->target, basket, strlen(basket) + 1);
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    SortState *state = &((SortStates *)any)->pages[page];
    int card =
        option_find(&sort_page(context, page)->cards, sizeof(Card), context->tier, move->item);
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

static const char *reply(const PlayContext *context, const void *any, int page, Arena *arena)
{
    int last = sort_state(any, page)->last;
    return last ? play_words(context, arena,
                             card_at(&sort_page(context, page)->cards, last - 1)->reply)
                : NULL;
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    int first;
    return sort_open(context, sort_state(any, page), page, &first, 1) == 0;
}

/* ---- reading back: "not sure" first, changes of mind said plainly ---- */

static const char *place_words(const PlayContext *context, int page, int place, Arena *arena)
{
    if (place == NOT_SURE) {
        return play_ui(context, arena, "ui.not-sure");
    }
    const List *baskets = &sort_page(context, page)->baskets;
    return play_words(context, arena,
                      option_at(baskets, sizeof(Option), (size_t)(place - 1))->text);
}

/* "Kid job", or "Kid job (moved 2 times)". */
static const char *where_words(const PlayContext *context, const SortState *state, int page,
                               int card, Arena *arena)
{
    const char *place = place_words(context, page, state->where[card], arena);
    int moved = state->times[card] - 1;
    return moved > 0 ? arena_format(arena, "%s (%s)", place,
                                    play_ui_count(context, arena, "ui.sort.moved", moved))
                     : place;
}

static void summarise(const PlayContext *context, const SortState *state, int page, bool not_sure,
                      Summary *out)
{
    int deck[CARDS_MAX];
    int count = sort_deck(context, page, deck);
    for (int i = 0; i < count; i++) {
        int place = state->where[deck[i]];
        if (place == NOWHERE || (place == NOT_SURE) != not_sure) {
            continue;
        }
        const Option *option = &card_at(&sort_page(context, page)->cards, deck[i])->option;
        summary_add(out, play_words(context, out->arena, option->text),
                    where_words(context, state, page, deck[i], out->arena), option->picture);
    }
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const SortState *state = sort_state(any, page);
    summarise(context, state, page, true, out);
    summarise(context, state, page, false, out);
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    (void)any;
    const List *cards = &sort_page(context, page)->cards;
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
        not_sure_check(&page->baskets, "A basket", "page", file, place, faults);
        options_check(&page->cards, sizeof(Card), tiers, 2, CARDS_MAX, "cards", file,
                      page_place(place, path, i, "cards"), faults);
    }
}

const Kind kind_sort_cards = {
    .content = {.name = "sort_cards", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(SortStates),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = sort_build,
    .reply = reply,
    .is_complete = is_complete,
    .summary = summary,
    .step_text = step_text,
    .paper = sort_paper,
};
