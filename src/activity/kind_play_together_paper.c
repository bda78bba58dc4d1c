/* A game for two on paper: its cards to cut out, with what each chooses from. */
#include "activity/kind_play_together.h"
#include "activity/on_paper.h"

static void add_either(const PlayContext *context, const TogetherPage *content, Paper *paper)
{
    int cards[TOGETHER_CARDS];
    int count = options_of_tier(&content->cards, sizeof(TogetherCard), context->tier, cards,
                                TOGETHER_CARDS);
    for (int i = 0; i < count; i++) {
        const TogetherCard *card = &((const TogetherCard *)content->cards.items)[cards[i]];
        if (card->either.count) {
            paper_sentence(context, PAPER_WORDS, card->option.text, paper);
            paper_options(context, PAPER_TICK, &card->either, sizeof(Option), false, paper);
        }
    }
}

void together_paper(const PlayContext *context, int page, Paper *paper)
{
    const TogetherPage *content = together_page(context, page);
    paper_tips(context, &content->tips, paper);
    if (content->cards.count == 0) {
        return;
    }
    paper_note(context, "ui.paper.turns", paper);
    paper_options(context, PAPER_CARDS, &content->cards, sizeof(TogetherCard), false, paper);
    add_either(context, content, paper);
}
