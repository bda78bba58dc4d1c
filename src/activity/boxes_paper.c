/* Boxes on paper: what each can hold, to tick, with room for own words. */
#include "activity/boxes.h"
#include "activity/on_paper.h"

static void add_marks(const BoxRules *rules, Paper *paper)
{
    PaperBlock *marks = rules->mark_count ? paper_add(paper, PAPER_TICK, NULL) : NULL;
    for (int i = 0; i < rules->mark_count; i++) {
        paper_item(paper, marks, rules->marks[i].words, NULL);
    }
}

void box_kind_paper(const PlayContext *context, int page, Paper *paper)
{
    const Kind *kind = kind_named(context->activity->kind);
    const BoxKind *boxes = (const BoxKind *)(const void *)kind;
    BoxRules rules = boxes->rules(context, page, paper->arena);
    if (rules.count > 0) {
        paper_note(context, "ui.paper.tick", paper);
    }
    for (int i = 0; i < rules.count; i++) {
        const Box *box = &rules.boxes[i];
        paper_add(paper, PAPER_WORDS, box->lead);
        paper_options(context, PAPER_TICK, box->options, sizeof(Option), false, paper);
        paper_own(context, box->own, paper);
        if (box->marks) {
            add_marks(&rules, paper);
        }
    }
}
