/* The feelings check on paper: all its words to tick, and what can be said instead. */
#include "activity/kind_feelings_check.h"
#include "activity/on_paper.h"

void feelings_paper(const PlayContext *context, int page, Paper *paper)
{
    const FeelingsPage *content = feelings_page(context, page);
    if (content->words.count == 0) {
        return;
    }
    paper_note(context, "ui.paper.tick", paper);
    PaperBlock *words =
        paper_options(context, PAPER_TICK, &content->words, sizeof(Option), true, paper);
    if (words) {
        paper_item(paper, words, play_ui(context, paper->arena, "ui.rather-not"), NULL);
    }
    paper_own(context, content->own, paper);
}
