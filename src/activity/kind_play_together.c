/* Play together: one acts a card and the other guesses, one leads a breath and the other follows,
 * or a card each turn. Either may swap the card, pass, or end. Nothing of what is said is kept. */
#include "activity/kind_play_together.h"

#include <stdio.h>
#include <string.h>

typedef struct TogethersState {
    TogetherState pages[PLAY_PAGES_MAX];
} TogethersState;

static const char *const games[] = {"charades", "lead", "prompts", NULL};

static const Field card_fields[] = {
    {"either", FIELD_LIST, offsetof(TogetherCard, either), .min = 2, .max = TOGETHER_EITHER,
     .shape = &option_shape,
     .help = "For \"prompts\": two or three answers. Each of the two chooses unseen, then both "
             "choices are shown."},
};

static const Shape card_shape = {"card", sizeof(TogetherCard), card_fields,
                                 sizeof card_fields / sizeof *card_fields, &option_shape};

static const Field fields[] = {
    {"game", FIELD_WORD, offsetof(TogetherPage, game), .words = games,
     .help = "\"charades\": a card is acted, the other guesses; \"lead\": one leads a breath, the "
             "other follows; \"prompts\": a card each turn. None: a page that only says "
             "something."},
    {"cards", FIELD_LIST, offsetof(TogetherPage, cards), .max = TOGETHER_CARDS,
     .shape = &card_shape,
     .help = "Drawn by chance, one each turn; at least two for \"charades\" and one for "
             "\"prompts\", none for \"lead\"."},
    {"turns", FIELD_INTEGER, offsetof(TogetherPage, turns), .min = 2, .max = TOGETHER_TURNS,
     .help = "How many turns both have in all; two when absent."},
    {"tips", FIELD_SENTENCES, offsetof(TogetherPage, tips), .max = TOGETHER_TURNS,
     .readers = READERS_ADULT,
     .help = "For the adult's strip in joint play, one a turn; wording \"ad\"."},
};

static const Shape shape = {"play_together page", sizeof(TogetherPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const TogetherPage *together_page(const PlayContext *context, int page)
{
    return (const TogetherPage *)(const void *)context->pages[page];
}

const TogetherState *together_state(const void *state, int page)
{
    return &((const TogethersState *)state)->pages[page];
}

int together_turn(const TogetherState *state)
{
    return state->taken + state->passed;
}

bool together_over(const PlayContext *context, const TogetherState *state, int page)
{
    return state->ended_by != SEAT_NONE ||
           together_turn(state) == together_page(context, page)->turns;
}

static bool plays(const PlayContext *context, int page)
{
    return together_page(context, page)->game >= 0;
}

static int deck_of(const PlayContext *context, int page, int deck[TOGETHER_CARDS])
{
    return options_by_chance(context, page, &together_page(context, page)->cards,
                             sizeof(TogetherCard), deck, TOGETHER_CARDS);
}

/* When all were drawn, the first one comes again. */
const TogetherCard *together_card(const PlayContext *context, const TogetherState *state, int page)
{
    int deck[TOGETHER_CARDS];
    int count = deck_of(context, page, deck);
    if (count == 0) {
        return NULL;
    }
    const TogetherCard *cards = together_page(context, page)->cards.items;
    return &cards[deck[(together_turn(state) + state->swapped) % count]];
}

static bool is_either(const PlayContext *context, const TogetherState *state, int page)
{
    const TogetherCard *card = together_card(context, state, page);
    return card && card->either.count > 0;
}

bool together_can_swap(const PlayContext *context, const TogetherState *state, int page)
{
    int deck[TOGETHER_CARDS];
    bool whole = !is_either(context, state, page) || unseen_open(&state->unseen);
    return deck_of(context, page, deck) > 1 && whole;
}

bool together_can_take(const PlayContext *context, const TogetherState *state, int page)
{
    switch (together_page(context, page)->game) {
    case GAME_CHARADES: return state->side == CARD_AWAY;
    case GAME_LEAD: return state->breath > 0 && state->breath % 2 == 0;
    default: return !is_either(context, state, page) || !unseen_open(&state->unseen);
    }
}

static Seat seat(const PlayContext *context, const void *any, int page)
{
    const TogetherState *state = together_state(any, page);
    Seat first = two_turn(together_turn(state));
    return is_either(context, state, page) ? unseen_seat(&state->unseen, first) : first;
}

/* ---- moves ---- */

static const Verb verbs[] = {{"open", 0},           {"put-away", 0},    {"breathe", 0},
                             {"choose", MOVE_ITEM}, {"taken", 0},       {"swap", 0},
                             {"pass", 0},           {"end", MOVE_ITEM}, {NULL, 0}};

static void next_card(TogetherState *state)
{
    state->side = CARD_CLOSED;
    state->breath = 0;
    state->unseen = (Unseen){0};
}

static bool show_card(const PlayContext *context, TogetherState *state, int page, CardSide side)
{
    bool fits = side == CARD_OPEN ? state->side != CARD_OPEN : state->side == CARD_OPEN;
    state->side = (int)side;
    return fits && together_page(context, page)->game == GAME_CHARADES;
}

static bool choose(const PlayContext *context, TogetherState *state, int page, const Move *move)
{
    const TogetherCard *card = together_card(context, state, page);
    return card && unseen_choose(&state->unseen, context, &card->either, move->item);
}

static bool end_by(TogetherState *state, const char *who)
{
    for (Seat one = SEAT_CHILD; one <= SEAT_ADULT; one++) {
        if (strcmp(seat_id(one), who) == 0) {
            state->ended_by = (int)one;
            return true;
        }
    }
    return false;
}

static bool apply_turn(const PlayContext *context, TogetherState *state, int page, const Move *move)
{
    if (strcmp(move->verb, "taken") == 0) {
        bool can = together_can_take(context, state, page);
        state->taken++;
        next_card(state);
        return can;
    }
    if (strcmp(move->verb, "pass") == 0) {
        state->passed++;
        next_card(state);
        return true;
    }
    if (strcmp(move->verb, "swap") == 0) {
        bool can = together_can_swap(context, state, page) && state->swapped < 1000;
        state->swapped++;
        next_card(state);
        return can;
    }
    return !context->joint && end_by(state, move->item);
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    TogetherState *state = &((TogethersState *)any)->pages[page];
    if (!plays(context, page) || together_over(context, state, page)) {
        return move_refuse(error, move, "there is no turn here");
    }
    bool fits;
    if (strcmp(move->verb, "open") == 0 || strcmp(move->verb, "put-away") == 0) {
        fits = show_card(context, state, page, move->verb[0] == 'o' ? CARD_OPEN : CARD_AWAY);
    } else if (strcmp(move->verb, "breathe") == 0) {
        fits = together_page(context, page)->game == GAME_LEAD && state->breath < 1000;
        state->breath++;
    } else if (strcmp(move->verb, "choose") == 0) {
        fits = choose(context, state, page, move);
    } else {
        fits = apply_turn(context, state, page, move);
    }
    return fits || move_refuse(error, move, "something else comes first");
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    return !plays(context, page) || together_over(context, together_state(any, page), page);
}

/* ---- a breath that is led ---- */

static bool moving(const PlayContext *context, const void *any, int page, const PlayView *view)
{
    const TogetherState *state = together_state(any, page);
    return together_page(context, page)->game == GAME_LEAD && state->breath > 0 &&
           !together_over(context, state, page) && view->now - view->since < LEAD_MS;
}

static Breath breath(const PlayContext *context, const void *any, int page, const PlayView *view)
{
    if (!moving(context, any, page, view)) {
        return BREATH_NONE;
    }
    return together_state(any, page)->breath % 2 ? BREATH_IN : BREATH_OUT;
}

static const char *tip(const PlayContext *context, const void *any, int page)
{
    return two_tip(&together_page(context, page)->tips, together_turn(together_state(any, page)));
}

/* ---- reading back ---- */

static const char *game_words(const PlayContext *context, int page)
{
    static const char *const ids[] = {[GAME_CHARADES] = "ui.together.game.charades",
                                      [GAME_LEAD] = "ui.together.game.lead",
                                      [GAME_PROMPTS] = "ui.together.game.prompts"};
    return ids[together_page(context, page)->game];
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const TogetherState *state = together_state(any, page);
    int turns = together_turn(state);
    if (!plays(context, page) || (turns == 0 && !state->ended_by)) {
        return;
    }
    summary_add(out, play_ui(context, out->arena, "ui.together.game"),
                play_ui(context, out->arena, game_words(context, page)), NULL);
    two_summarise_turns(context, turns, out);
    two_summarise_count(context, "ui.together.pass", "ui.listen.times", state->passed, out);
    two_summarise_count(context, "ui.together.swap", "ui.listen.times", state->swapped, out);
    if (state->ended_by) {
        summary_add(out, play_ui(context, out->arena, "ui.together.ended"),
                    two_name(context, out->arena, (Seat)state->ended_by), NULL);
    }
}

/* What was chosen unseen and what stands on a card are shown in no step: only that it was done. */
static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    static const StepWord words[] = {
        {"open", "ui.together.step.open"},     {"put-away", "ui.together.put-away"},
        {"choose", "ui.together.step.choose"}, {"taken", "ui.together.step.taken"},
        {"swap", "ui.together.swap"},          {"pass", "ui.together.pass"},
        {"end", "ui.together.ended"},          {NULL, NULL}};
    const TogetherState *state = together_state(any, page);
    const char *ui = step_word(words, move->verb);
    Arena *arena = arena_new();
    if (strcmp(move->verb, "breathe") == 0) {
        step_say(context, out, state->breath % 2 ? "ui.together.out" : "ui.together.in", NULL);
    } else if (strcmp(move->verb, "end") == 0) {
        bool child = strcmp(move->item, seat_id(SEAT_CHILD)) == 0;
        step_say(context, out, ui, two_name(context, arena, child ? SEAT_CHILD : SEAT_ADULT));
    } else {
        step_say(context, out, ui, NULL);
    }
    arena_free(arena);
}

/* ---- checking ---- */

static void check_either(const TogetherPage *page, size_t index, TierSet tiers, const char *file,
                         const char *path, Faults *faults)
{
    const TogetherCard *cards = page->cards.items;
    for (size_t c = 0; c < page->cards.count; c++) {
        char place[PLACE_MAX], member[48];
        snprintf(member, sizeof member, "cards[%zu].either", c);
        page_place(place, path, index, member);
        if (cards[c].either.count && page->game != GAME_PROMPTS) {
            faults_add(faults, FAULT_ERROR, file, place, "either-without-prompts",
                       "Choosing unseen belongs to the game \"prompts\". Take \"either\" out, or "
                       "make the game \"prompts\".");
        } else if (cards[c].either.count) {
            options_check(&cards[c].either, sizeof(Option), tiers & cards[c].option.tiers, 2,
                          TOGETHER_EITHER, "answers", file, place, faults);
        }
    }
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    static const int fewest[] = {[GAME_CHARADES] = 2, [GAME_LEAD] = 0, [GAME_PROMPTS] = 1};
    for (size_t i = 0; i < activity->pages.count; i++) {
        const TogetherPage *page = ((const TogetherPage *const *)activity->pages.items)[i];
        TierSet tiers = page->page.tiers & activity->tiers;
        char place[PLACE_MAX];
        page_place(place, path, i, "cards");
        if (page->game >= 0 && page->game != GAME_LEAD) {
            options_check(&page->cards, sizeof(TogetherCard), tiers, fewest[page->game],
                          TOGETHER_CARDS, "cards", file, place, faults);
        } else if (page->cards.count) {
            faults_add(faults, FAULT_ERROR, file, place, "cards-without-game",
                       "Page \"%s\" has cards that no game deals. Take them out, or name the game "
                       "that does.",
                       page->page.id);
        }
        check_either(page, i, tiers, file, path, faults);
    }
}

const Kind kind_play_together = {
    .content = {.name = "play_together", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(TogethersState),
    .verbs = verbs,
    .interpret = press_as_move,
    .apply = apply,
    .moving = moving,
    .build = together_build,
    .breath = breath,
    .is_complete = is_complete,
    .seat = seat,
    .tip = tip,
    .summary = summary,
    .step_text = step_text,
    .paper = together_paper,
};
