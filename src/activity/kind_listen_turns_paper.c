/* Talking and listening on paper: topics to cut out and draw, and ways to say back. */
#include "activity/kind_listen_turns.h"
#include "activity/on_paper.h"

void listen_paper(const PlayContext *context, int page, Paper *paper)
{
    const ListenPage *content = listen_page(context, page);
    paper_tips(context, &content->tips, paper);
    if (content->topics.count == 0) {
        return;
    }
    paper_note(context, "ui.paper.talk", paper);
    paper_options(context, PAPER_CARDS, &content->topics, sizeof(Topic), false, paper);
    paper_options(context, PAPER_TICK, &content->say_back, sizeof(Option), false, paper);
}
