/* True or not: one card at a time, an answer, a soft word to any of them. Nothing is counted, and
 * an answer may be changed or left out. With answers of their own, cards are doors to choose. */
#include "activity/kind.h"

#include <string.h>

enum { CARDS_MAX = 32, ANSWERS_MAX = 3 };
enum { OPEN = 0, NOT_SURE = 100 }; /* else 1 + index of the answer */

typedef struct QuizCard {
    Option option;
    const char *reply;
} QuizCard;

typedef struct QuizPage {
    Page page;
    List answers; /* Option; none: true and not true */
    List cards;   /* QuizCard */
    int draw;     /* 0: all, in order */
} QuizPage;

typedef struct PageState {
    signed char answers[CARDS_MAX]; /* by index in cards */
    int at;                         /* the card shown: index in the deck */
} PageState;

typedef struct QuizState {
    PageState pages[PLAY_PAGES_MAX];
} QuizState;

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
    {"reply", FIELD_SENTENCE, offsetof(QuizCard, reply), .required = true,
     .help = "Said after any answer: soft and informing, never right or wrong."},
};

static const Shape card_shape = {"card", sizeof(QuizCard), card_fields,
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

static const QuizPage *page_of(const PlayContext *context, int page)
{
    return (const QuizPage *)(const void *)context->pages[page];
}

static const PageState *state_of(const void *state, int page)
{
    return &((const QuizState *)state)->pages[page];
}

static const QuizCard *card_at(const QuizPage *page, int index)
{
    return &((const QuizCard *)page->cards.items)[index];
}

/* The cards of this play in the order shown; returns how many. */
static int deck_of(const PlayContext *context, int page, int *deck)
{
    const QuizPage *content = page_of(context, page);
    if (content->draw == 0) {
        return options_of_tier(&content->cards, sizeof(QuizCard), context->tier, deck, CARDS_MAX);
    }
    int count =
        options_by_chance(context, page, &content->cards, sizeof(QuizCard), deck, CARDS_MAX);
    return content->draw < count ? content->draw : count;
}

/* Index of the card shown in cards; -1 where the page has none. */
static int card_shown(const PlayContext *context, const PageState *state, int page)
{
    int deck[CARDS_MAX];
    int count = deck_of(context, page, deck);
    return state->at < count ? deck[state->at] : -1;
}

static bool own_doors(const QuizPage *page)
{
    return page->answers.count > 0;
}

/* The page's answers, or those every page has that gives none. */
static List answers_of(const QuizPage *page)
{
    return own_doors(page) ? page->answers : usual_answers;
}

static const Option *answer_at(const QuizPage *page, int index)
{
    List answers = answers_of(page);
    return option_at(&answers, sizeof(Option), (size_t)index);
}

static int answer_named(const QuizPage *page, Tier tier, const char *id)
{
    List answers = answers_of(page);
    return strcmp(id, "not-sure") == 0 ? NOT_SURE
                                       : 1 + option_find(&answers, sizeof(Option), tier, id);
}

static const char *answer_words(const PlayContext *context, const QuizPage *page, int answer,
                                Arena *arena)
{
    if (answer == NOT_SURE) {
        return play_ui(context, arena, "ui.not-sure");
    }
    const char *text = answer_at(page, answer - 1)->text;
    return own_doors(page) ? play_words(context, arena, text) : play_ui(context, arena, text);
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
    int card = card_shown(context, state_of(any, page), page);
    if (event->type != UI_PRESS || card < 0) {
        return false;
    }
    const char *id = card_at(page_of(context, page), card)->option.id;
    bool answer = strcmp(event->action.verb, "choose") == 0;
    *out = move_of(answer ? "answer" : event->action.verb, "", id);
    if (answer) {
        memcpy(out->target, event->action.item, strlen(event->action.item) + 1);
    }
    return true;
}

static bool turn_card(const PlayContext *context, PageState *state, int page, const Move *move,
                      Error *error)
{
    int deck[CARDS_MAX];
    int count = deck_of(context, page, deck);
    int to = state->at + (strcmp(move->verb, "turn-card") == 0 ? 1 : -1);
    if (to < 0 || to >= count) {
        return move_refuse(error, move, "there is no card beyond this one");
    }
    state->at = to;
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    const QuizPage *content = page_of(context, page);
    PageState *state = &((QuizState *)any)->pages[page];
    int card = card_shown(context, state, page);
    if (card < 0 || strcmp(card_at(content, card)->option.id, move->item) != 0) {
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

/* ---- building ---- */

static void build_card(const PlayContext *context, const QuizCard *card, const char *place,
                       Tree *tree, Node *row)
{
    Node *node = node_group(tree, row, AXIS_ROW);
    node->key = arena_format(tree->arena, "card-%s", card->option.id);
    node->look = LOOK_CARD;
    node->entrance = ENTER_RISE;
    node->layout.gap = 24;
    node->layout.pad_x = 24;
    node->layout.pad_y = 12;
    node->layout.cross = ALIGN_CENTER;
    node->layout.main = ALIGN_CENTER;
    node->layout.max_width = 640;
    int size = context->tier <= TIER_T2 ? 104 : 88;
    if (card->option.picture) {
        node_image(tree, node, card->option.picture, "", size * 5 / 4, size);
    }
    Node *words = node_group(tree, node, AXIS_COLUMN);
    words->layout.gap = 4;
    node_text(tree, words, TYPE_LEAD, play_words(context, tree->arena, card->option.text));
    node_text(tree, words, TYPE_SMALL, place)->look = LOOK_NOTE;
}

static void build_answer(const PlayContext *context, const PageState *state, int page, int card,
                         int answer, Tree *tree, Node *grid)
{
    const QuizPage *content = page_of(context, page);
    bool pictures = context->tier <= TIER_T2 || own_doors(content);
    const Option *option = answer == NOT_SURE ? NULL : answer_at(content, answer - 1);
    const char *picture = option ? option->picture : "face/not-sure";
    const char *id = option ? option->id : "not-sure";
    Node *node = page_choice(tree, grid, id, answer_words(context, content, answer, tree->arena),
                             pictures ? picture : "", action_of("choose", id, 0),
                             state->answers[card] == answer);
    node->picture_size = context->tier <= TIER_T2 ? 80 : 64;
}

static void build_answers(const PlayContext *context, const PageState *state, int page, int card,
                          Tree *tree, Node *parent)
{
    List all = answers_of(page_of(context, page));
    int answers[ANSWERS_MAX], chance = PLAY_PAGES_MAX + page; /* one order for all cards */
    int count = options_by_chance(context, chance, &all, sizeof(Option), answers, ANSWERS_MAX);
    Node *grid = page_grid(tree, parent, context);
    for (int i = 0; i < count; i++) {
        build_answer(context, state, page, card, 1 + answers[i], tree, grid);
    }
    build_answer(context, state, page, card, NOT_SURE, tree, grid);
}

static void build_turn(const PlayContext *context, const char *ui, const char *verb,
                       const char *icon, Look look, Tree *tree, Node *row)
{
    Node *button =
        node_button(tree, row, look, play_ui(context, tree->arena, ui), action_of(verb, "", 0));
    button->key = verb;
    button->icon = icon;
}

/* The card, with the ways to the one before and the next beside it; one may be left open. */
static void build_shown(const PlayContext *context, const PageState *state, int page, int card,
                        Tree *tree, Node *parent)
{
    int deck[CARDS_MAX];
    int count = deck_of(context, page, deck);
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 16;
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    if (state->at > 0) {
        build_turn(context, "ui.quiz.before", "card-back", "icon/back", LOOK_QUIET, tree, row);
    }
    build_card(context, card_at(page_of(context, page), card),
               arena_format(tree->arena, "%d / %d", state->at + 1, count), tree, row);
    if (state->at + 1 < count) {
        bool answered = state->answers[card] != OPEN;
        build_turn(context, answered ? "ui.quiz.turn" : "ui.quiz.leave", "turn-card", "icon/next",
                   answered ? LOOK_SECONDARY : LOOK_QUIET, tree, row);
    }
}

static void build(const PlayContext *context, const void *any, int page, const PlayView *view,
                  Tree *tree, Node *parent)
{
    (void)view;
    const PageState *state = state_of(any, page);
    int card = card_shown(context, state, page);
    if (card < 0) {
        page_picture(tree, parent, page_of(context, page)->page.picture, 560, 315);
        return;
    }
    build_shown(context, state, page, card, tree, parent);
    build_answers(context, state, page, card, tree, parent);
}

static const char *reply(const PlayContext *context, const void *any, int page, Arena *arena)
{
    const PageState *state = state_of(any, page);
    int card = card_shown(context, state, page);
    return card >= 0 && state->answers[card] != OPEN
               ? play_words(context, arena, card_at(page_of(context, page), card)->reply)
               : NULL;
}

/* The last card is answered; those before it were answered or left. */
static bool is_complete(const PlayContext *context, const void *any, int page)
{
    const PageState *state = state_of(any, page);
    int deck[CARDS_MAX];
    int count = deck_of(context, page, deck);
    return count == 0 || state->answers[deck[count - 1]] != OPEN;
}

/* ---- reading back: what is not clear yet first, for a talk ---- */

static void summarise(const PlayContext *context, const PageState *state, int page, bool not_sure,
                      Summary *out)
{
    const QuizPage *content = page_of(context, page);
    int deck[CARDS_MAX];
    int count = deck_of(context, page, deck);
    for (int i = 0; i < count; i++) {
        int answer = state->answers[deck[i]];
        const Option *card = &card_at(content, deck[i])->option;
        if (answer != OPEN && (answer == NOT_SURE) == not_sure) {
            summary_add(out, play_words(context, out->arena, card->text),
                        answer_words(context, content, answer, out->arena), card->picture);
        }
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
    const QuizPage *content = page_of(context, page);
    int card = option_find(&content->cards, sizeof(QuizCard), context->tier, move->item);
    const char *sentence = card < 0 ? NULL : card_at(content, card)->option.text;
    if (strcmp(move->verb, "answer") != 0) {
        step_say_words(context, out,
                       strcmp(move->verb, "turn-card") == 0 ? "ui.step.turned-card"
                                                            : "ui.step.card-back",
                       sentence);
        return;
    }
    Arena *arena = arena_new();
    int answer = answer_named(content, context->tier, move->target);
    step_say(context, out, "ui.step.chose",
             arena_format(arena, "%s \xe2\x86\x92 %s", play_words(context, arena, sentence),
                          answer == OPEN ? "" : answer_words(context, content, answer, arena)));
    arena_free(arena);
}

/* ---- checking ---- */

static void check_names(const List *answers, const char *file, const char *place, Faults *faults)
{
    for (size_t i = 0; i < answers->count; i++) {
        if (strcmp(option_at(answers, sizeof(Option), i)->id, "not-sure") == 0) {
            faults_add(faults, FAULT_ERROR, file, place, "reserved-id",
                       "An answer is called \"not-sure\"; every card has that one of its own. "
                       "Take it out, or give it another id.");
        }
    }
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const QuizPage *page = ((const QuizPage *const *)activity->pages.items)[i];
        TierSet tiers = page->page.tiers & activity->tiers;
        char place[PLACE_MAX];
        if (own_doors(page)) {
            options_check(&page->answers, sizeof(Option), tiers, 2, ANSWERS_MAX, "answers", file,
                          page_place(place, path, i, "answers"), faults);
            check_names(&page->answers, file, place, faults);
        }
        if (own_doors(page) || page->cards.count) {
            options_check(&page->cards, sizeof(QuizCard), tiers, 1, CARDS_MAX, "cards", file,
                          page_place(place, path, i, "cards"), faults);
        }
    }
}

const Kind kind_quiz_myth = {
    .content = {.name = "quiz_myth", .tiers = TIER_SET_ALL, .page = &shape, .check = check},
    .state_size = sizeof(QuizState),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = build,
    .reply = reply,
    .is_complete = is_complete,
    .summary = summary,
    .step_text = step_text,
};
