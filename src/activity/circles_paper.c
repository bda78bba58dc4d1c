/* People and places on paper: a house of rooms or rings to draw in, and what can stand there. */
#include "activity/circles.h"
#include "activity/on_paper.h"

enum { ROOMS_ON_PAPER = 6, NAMES_ON_PAPER = 4 };

static void add_rooms(Paper *paper)
{
    PaperBlock *rooms = paper_add(paper, PAPER_PLACES, NULL);
    for (int i = 0; i < ROOMS_ON_PAPER; i++) {
        paper_item(paper, rooms, NULL, NULL);
    }
}

void circles_paper(const PlayContext *context, int page, Paper *paper)
{
    const CirclesPage *content = circles_page(context, page);
    switch (content->shape) {
    case CIRCLES_HOUSE:
        paper_note(context, "ui.paper.rooms", paper);
        add_rooms(paper);
        break;
    case CIRCLES_RINGS:
        paper_note(context, "ui.paper.rings", paper);
        paper_options(context, PAPER_RINGS, &content->rings, sizeof(Option), false, paper);
        break;
    case CIRCLES_NAMES:
        paper_note(context, "ui.paper.names", paper);
        paper_add(paper, PAPER_WRITE, NULL)->lines = NAMES_ON_PAPER;
        break;
    default: return;
    }
    paper_options(context, content->shape == CIRCLES_NAMES ? PAPER_TICK : PAPER_CARDS,
                  &content->things, sizeof(Option), false, paper);
}
