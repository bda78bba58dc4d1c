/* Sorting on paper: places to lay the cards in, the cards to cut out, and what each answers. */
#include "activity/kind_sort_cards.h"
#include "activity/on_paper.h"

static void add_replies(const PlayContext *context, const SortPage *content, Paper *paper)
{
    int cards[CARDS_MAX];
    int count = options_of_tier(&content->cards, sizeof(Card), context->tier, cards, CARDS_MAX);
    PaperBlock *after = NULL;
    for (int i = 0; i < count; i++) {
        const Card *card = card_at(&content->cards, cards[i]);
        if (card->reply && !after) {
            paper_note(context, "ui.paper.after", paper);
            after = paper_add(paper, PAPER_AFTER, NULL);
        }
        if (card->reply) {
            paper_then(context, card->option.text, card->reply, NULL, after, paper);
        }
    }
}

void sort_paper(const PlayContext *context, int page, Paper *paper)
{
    const SortPage *content = sort_page(context, page);
    if (content->cards.count == 0) {
        return;
    }
    paper_note(context, "ui.paper.cut", paper);
    paper_options(context, PAPER_PLACES, &content->baskets, sizeof(Option), true, paper);
    paper_options(context, PAPER_CARDS, &content->cards, sizeof(Card), false, paper);
    add_replies(context, content, paper);
}
