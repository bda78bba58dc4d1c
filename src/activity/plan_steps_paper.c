/* A plan on paper: what each of its steps can be, to tick, with room for own words. */
#include "activity/on_paper.h"
#include "activity/plan_steps.h"

void plan_paper(const PlayContext *context, int page, Paper *paper)
{
    int slots[SLOTS_MAX];
    int count = plan_slots(context, page, slots);
    if (count > 0) {
        paper_note(context, "ui.paper.tick", paper);
    }
    for (int i = 0; i < count; i++) {
        const Slot *slot = plan_slot(plan_page(context, page), slots[i]);
        paper_sentence(context, PAPER_WORDS, slot->option.text, paper);
        paper_options(context, PAPER_TICK, &slot->options, sizeof(Option), false, paper);
        paper_own(context, slot->own, paper);
    }
}
