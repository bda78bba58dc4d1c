/* True or not on paper: each card with its answers to tick, and the soft words to all of them. */
#include "activity/kind_quiz_myth.h"
#include "activity/on_paper.h"

static void add_answers(const PlayContext *context, const QuizPage *content, Paper *paper)
{
    List answers = quiz_answers(content);
    int shown[ANSWERS_MAX];
    int count = options_of_tier(&answers, sizeof(Option), context->tier, shown, ANSWERS_MAX);
    PaperBlock *block = paper_add(paper, PAPER_TICK, NULL);
    for (int i = 0; i < count; i++) {
        paper_item(paper, block, quiz_answer_words(context, content, shown[i] + 1, paper->arena),
                   context->tier <= TIER_T2 ? quiz_answer(content, shown[i])->picture : NULL);
    }
    paper_item(paper, block, play_ui(context, paper->arena, "ui.not-sure"),
               context->tier <= TIER_T2 ? "face/not-sure" : NULL);
}

static void add_card(const PlayContext *context, const QuizPage *content, const Card *card,
                     Paper *paper)
{
    PaperBlock *block =
        paper_add(paper, PAPER_SAYS, play_words(context, paper->arena, card->option.text));
    paper_item(paper, block, NULL, card->option.picture);
    add_answers(context, content, paper);
}

void quiz_paper(const PlayContext *context, int page, Paper *paper)
{
    const QuizPage *content = quiz_page(context, page);
    int cards[CARDS_MAX];
    int count = options_of_tier(&content->cards, sizeof(Card), context->tier, cards, CARDS_MAX);
    if (count == 0) {
        return;
    }
    paper_note(context, "ui.paper.tick", paper);
    for (int i = 0; i < count; i++) {
        add_card(context, content, card_at(&content->cards, cards[i]), paper);
    }
    paper_note(context, "ui.paper.after", paper);
    PaperBlock *after = paper_add(paper, PAPER_AFTER, NULL);
    for (int i = 0; i < count; i++) {
        const Card *card = card_at(&content->cards, cards[i]);
        paper_then(context, card->option.text, card->reply, NULL, after, paper);
    }
}
