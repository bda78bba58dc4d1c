/* True or not: one card at a time, an answer, a soft word to any of them. Nothing is counted, and
 * an answer may be changed or left out. With answers of their own, cards are doors to choose. */
#include "activity/kind_quiz_myth.h"

#include <string.h>

typedef struct QuizStates {
    QuizState pages[PLAY_PAGES_MAX];
} QuizStates;

/* Their text is a sentence of the program. */
static const Option true_or_not[] = {
    {.id = "true", .text = "ui.quiz.true", .picture = "quiz/true", .tiers = TIER_SET_ALL},
    {.id = "not-true",
     .text = "ui.quiz.not-true",
     .picture = "quiz/not-true",
     .tiers = TIER_SET_ALL},
};

static const List usual_answers = {(void *)true_or_not, 2};

static const Field card_fields[] = {
    {"reply", FIELD_SENTENCE, offsetof(Card, reply), .required = true,
     .help = "Said after any answer: soft and informing, never right or wrong."},
};

static const Shape card_shape = {"card", sizeof(Card), card_fields,
                                 sizeof card_fields / sizeof *card_fields, &option_shape};

static const Field fields[] = {
    {"answers", FIELD_LIST, offsetof(QuizPage, answers), .max = ANSWERS_MAX, .shape = &option_shape,
     .help = "Two or three doors to choose from; absent: 'True' and 'Not true'. 'Not sure' is "
             "added."},
    {"cards", FIELD_LIST, offsetof(QuizPage, cards), .max = CARDS_MAX, .shape = &card_shape,
     .help = "The cards, one shown at a time; absent: a page that only says something."},
    {"draw", FIELD_INTEGER, offsetof(QuizPage, draw), .min = 0, .max = CARDS_MAX,
     .help = "How many cards one play shows, by chance; 0 or absent: all, in order."},
};

static const Shape shape = {"quiz_myth page", sizeof(QuizPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const QuizPage *quiz_page(const PlayContext *context, int page)
{
    return (const QuizPage *)(const void *)context->pages[page];
}

const QuizState *quiz_state(const void *state, int page)
{
    return &((const QuizStates *)state)->pages[page];
}

int quiz_deck(const PlayContext *context, int page, int *deck)
{
    const QuizPage *content = quiz_page(context, page);
    return content->draw
               ? cards_drawn(context, page, &content->cards, content->draw, deck)
               : options_of_tier(&content->cards, sizeof(Card), context->tier, deck, CARDS_MAX);
}

int quiz_card_shown(const PlayContext *context, const QuizState *state, int page)
{
    int deck[CARDS_MAX];
    int count = quiz_deck(context, page, deck);
    return state->at < count ? deck[state->at] : -1;
}

bool quiz_own_doors(const QuizPage *page)
{
    return page->answers.count > 0;
}

List quiz_answers(const QuizPage *page)
{
    return quiz_own_doors(page) ? page->answers : usual_answers;
}

const Option *quiz_answer(const QuizPage *page, int index)
{
    List answers = quiz_answers(page);
    return option_at(&answers, sizeof(Option), (size_t)index);
}

static int answer_named(const QuizPage *page, Tier tier, const char *id)
{
    List answers = quiz_answers(page);
    return strcmp(id, "not-sure") == 0 ? NOT_SURE
                                       : 1 + option_find(&answers, sizeof(Option), tier, id);
}

const char *quiz_answer_words(const PlayContext *context, const QuizPage *page, int answer,
                              Arena *arena)
{
    if (answer == NOT_SURE) {
        return play_ui(context, arena, "ui.not-sure");
    }
    const char *text = quiz_answer(page, answer - 1)->text;
    return quiz_own_doors(page) ? play_words(context, arena, text) : play_ui(context, arena, text);
}

/* ---- moves ---- */

static const Verb verbs[] = {{"answer", MOVE_ITEM | MOVE_TARGET},
                             {"turn-card", MOVE_ITEM},
                             {"card-back", MOVE_ITEM},
                             {NULL, 0}};

/* All of them are about the card shown. */
static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    int card = quiz_card_shown(context, quiz_state(any, page), page);
    if (event->type != UI_PRESS || card < 0) {
        return false;
    }
    const char *id = card_at(&quiz_page(context, page)->cards, card)->option.id;
    bool answer = strcmp(event->action.verb, "choose") == 0;
    *out = move_of(answer ? "answer" : event->action.verb, "", id);
    if (answer) {
        memcpy(out->target, event->action.item, strlen(event->action.item) + 1);
    }
    return true;
}

static bool turn_card(const PlayContext *context, QuizState *state, int page, const Move *move,
                      Error *error)
{
    int deck[CARDS_MAX];
    int count = quiz_deck(context, page, deck);
    int to = state->at + (strcmp(move->verb, "turn-card") == 0 ? 1 : -1);
    if (to < 0 || to >= count) {
        return move_refuse(error, move, "there is no card beyond this one");
    }
    state->at = to;
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    const QuizPage *content = quiz_page(context, page);
    QuizState *state = &((QuizStates *)any)->pages[page];
    int card = quiz_card_shown(context, state, page);
    if (card < 0 || strcmp(card_at(&content->cards, card)->option.id, move->item) != 0) {
        return move_refuse(error, move, "this card is not shown");
    }
    if (strcmp(move->verb, "answer") != 0) {
        return turn_card(context, state, page, move, error);
    }
    int answer = answer_named(content, context->tier, move->target);
    if (answer == OPEN) {
        return move_refuse(error, move, "there is no such answer");
    }
    state->answers[card] = (signed char)answer;
    return true;
}

static const char *reply(const PlayContext *context, const void *any, int page, Arena *arena)
{
    const QuizState *state = quiz_state(any, page);
    int card = quiz_card_shown(context, state, page);
    return card >= 0 && state->answers[card] != OPEN
               ? play_words(context, arena, card_at(&quiz_page(context, page)->cards, card)->reply)
               : NULL;
}

/* The last card is answered; those before it were answered or left. */
static bool is_complete(const PlayContext *context, const void *any, int page)
{
    const QuizState *state = quiz_state(any, page);
    int deck[CARDS_MAX];
    int count = quiz_deck(context, page, deck);
    return count == 0 || state->answers[deck[count - 1]] != OPEN;
}

/* ---- reading back: what is not clear yet first, for a talk ---- */

static void summarise(const PlayContext *context, const QuizState *state, int page, bool not_sure,
                      Summary *out)
{
    const QuizPage *content = quiz_page(context, page);
    int deck[CARDS_MAX];
    int count = quiz_deck(context, page, deck);
    for (int i = 0; i < count; i++) {
        int answer = state->answers[deck[i]];
        const Option *card = &card_at(&content->cards, deck[i])->option;
        if (answer != OPEN && (answer == NOT_SURE) == not_sure) {
            summary_add(out, play_words(context, out->arena, card->text),
                        quiz_answer_words(context, content, answer, out->arena), card->picture);
        }
    }
}

static void summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const QuizState *state = quiz_state(any, page);
    summarise(context, state, page, true, out);
    summarise(context, state, page, false, out);
}

static void step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    (void)any;
    const QuizPage *content = quiz_page(context, page);
    int card = option_find(&content->cards, sizeof(Card), context->tier, move->item);
    const char *sentence = card < 0 ? NULL : card_at(&content->cards, card)->option.text;
    if (strcmp(move->verb, "answer") != 0) {
        step_say_words(context, out,
                       strcmp(move->verb, "turn-card") == 0 ? "ui.step.turned-card"
                                                            : "ui.step.card-back",
                       sentence);
        return;
    }
    Arena *arena = arena_new();
    int answer = answer_named(content, context->tier, move->target);
    step_say(
        context, out, "ui.step.chose",
        arena_format(arena, "%s \xe2\x86\x92 %s", play_words(context, arena, sentence),
                     answer == OPEN ? "" : quiz_answer_words(context, content, answer, arena)));
    arena_free(arena);
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const QuizPage *page = ((const QuizPage *const *)activity->pages.items)[i];
        TierSet tiers = page->page.tiers & activity->tiers;
        char place[PLACE_MAX];
        if (quiz_own_doors(page)) {
            options_check(&page->answers, sizeof(Option), tiers, 2, ANSWERS_MAX, "answers", file,
                          page_place(place, path, i, "answers"), faults);
            not_sure_check(&page->answers, "An answer", "card", file, place, faults);
        }
        if (quiz_own_doors(page) || page->cards.count) {
            options_check(&page->cards, sizeof(Card), tiers, 1, CARDS_MAX, "cards", file,
                          page_place(place, path, i, "cards"), faults);
        }
    }
}

const Kind kind_quiz_myth = {
    .content = {.name = "quiz_myth", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(QuizStates),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = quiz_build,
    .reply = reply,
    .is_complete = is_complete,
    .summary = summary,
    .step_text = step_text,
    .paper = quiz_paper,
};
