/* The sentence builder on paper: the blocks of each part to tick, and the line with its gaps. */
#include "activity/kind_sentence_builder.h"
#include "activity/on_paper.h"

#include <string.h>

#define GAP "__________"

static void add_part(Text *line, const char *part)
{
    bool joins = line->length == 0 || (part[0] && strchr(".,;:?!", part[0]));
    text_addf(line, "%s%s", joins ? "" : " ", part);
}

static void add_line(const PlayContext *context, const BuilderPage *content, const int *slots,
                     int count, Paper *paper)
{
    Text line;
    text_init(&line);
    for (int i = 0; i < count; i++) {
        const Option *slot = &builder_slot(content, slots[i])->option;
        add_part(&line, play_words(context, paper->arena, slot->text));
        add_part(&line, GAP);
    }
    add_part(&line, play_words(context, paper->arena, content->end));
    paper_note(context, "ui.paper.line", paper);
    paper_add(paper, PAPER_WORDS, line.bytes);
    text_clear(&line);
}

/* A part may begin with the sign that ends the one before. */
static const char *lead_alone(const char *lead)
{
    return lead + strspn(lead, ".,;:?! ");
}

void builder_paper(const PlayContext *context, int page, Paper *paper)
{
    const BuilderPage *content = builder_page(context, page);
    int slots[SLOTS_MAX];
    int count = builder_slots(context, page, slots);
    if (count == 0) {
        return;
    }
    paper_note(context, "ui.paper.tick", paper);
    for (int i = 0; i < count; i++) {
        const Slot *slot = builder_slot(content, slots[i]);
        paper_add(paper, PAPER_WORDS,
                  lead_alone(play_words(context, paper->arena, slot->option.text)));
        paper_options(context, PAPER_TICK, &slot->options, sizeof(Option), false, paper);
        paper_own(context, slot->own, paper);
    }
    add_line(context, content, slots, count, paper);
}
