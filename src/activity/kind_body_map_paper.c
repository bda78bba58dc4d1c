/* The body map on paper: the figure to color in, and the feelings to color it with. */
#include "activity/kind_body_map.h"
#include "activity/on_paper.h"

void body_paper(const PlayContext *context, int page, Paper *paper)
{
    const BodyPage *content = body_page(context, page);
    if (content->feelings.count == 0) {
        return;
    }
    paper_note(context, "ui.paper.color", paper);
    PaperBlock *figure = paper_add(paper, PAPER_PICTURE, NULL);
    figure->lines = 1;
    paper_item(paper, figure, NULL,
               arena_format(paper->arena, "body/%s-body", body_figure(content)));
    paper_options(context, PAPER_TICK, &content->feelings, sizeof(Option), false, paper);
}
