/* Drawing on paper: as many frames as there are sheets, and names to choose from. */
#include "activity/kind_draw_free.h"
#include "activity/on_paper.h"

void draw_paper(const PlayContext *context, int page, Paper *paper)
{
    const DrawPage *content = draw_page(context, page);
    int frames = draw_frames(content);
    if (frames == 0) {
        return;
    }
    paper_add(paper, PAPER_DRAW, NULL)->lines = frames;
    if (paper_options(context, PAPER_CARDS, &content->stamps, sizeof(Option), false, paper)) {
        paper_note(context, "ui.paper.stamps", paper);
    }
    paper_options(context, PAPER_TICK, &content->titles, sizeof(Option), false, paper);
    paper_own(context, content->own, paper);
}
