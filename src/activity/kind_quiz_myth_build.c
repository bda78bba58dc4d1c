/* How true-or-not looks: one card with the ways to the others, and the answers below it. */
#include "activity/kind_quiz_myth.h"

static void build_card(const PlayContext *context, const Card *card, const char *place, Tree *tree,
                       Node *row)
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

static void build_answer(const PlayContext *context, const QuizState *state, int page, int card,
                         int answer, Tree *tree, Node *grid)
{
    const QuizPage *content = quiz_page(context, page);
    bool pictures = context->tier <= TIER_T2 || quiz_own_doors(content);
    const Option *option = answer == NOT_SURE ? NULL : quiz_answer(content, answer - 1);
    const char *picture = option ? option->picture : "face/not-sure";
    const char *id = option ? option->id : "not-sure";
    Node *node = page_choice(
        tree, grid, id, quiz_answer_words(context, content, answer, tree->arena),
        pictures ? picture : "", action_of("choose", id, 0), state->answers[card] == answer);
    node->picture_size = context->tier <= TIER_T2 ? 80 : 64;
}

static void build_answers(const PlayContext *context, const QuizState *state, int page, int card,
                          Tree *tree, Node *parent)
{
    List all = quiz_answers(quiz_page(context, page));
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
static void build_shown(const PlayContext *context, const QuizState *state, int page, int card,
                        Tree *tree, Node *parent)
{
    int deck[CARDS_MAX];
    int count = quiz_deck(context, page, deck);
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 16;
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    if (state->at > 0) {
        build_turn(context, "ui.quiz.before", "card-back", "icon/back", LOOK_QUIET, tree, row);
    }
    build_card(context, card_at(&quiz_page(context, page)->cards, card),
               arena_format(tree->arena, "%d / %d", state->at + 1, count), tree, row);
    if (state->at + 1 < count) {
        bool answered = state->answers[card] != OPEN;
        build_turn(context, answered ? "ui.quiz.turn" : "ui.quiz.leave", "turn-card", "icon/next",
                   answered ? LOOK_SECONDARY : LOOK_QUIET, tree, row);
    }
}

void quiz_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                Tree *tree, Node *parent)
{
    (void)view;
    const QuizState *state = quiz_state(any, page);
    int card = quiz_card_shown(context, state, page);
    if (card < 0) {
        page_picture(tree, parent, quiz_page(context, page)->page.picture, 560, 315);
        return;
    }
    build_shown(context, state, page, card, tree, parent);
    build_answers(context, state, page, card, tree, parent);
}
