/* A noticing log on paper: what each line holds, with starters and room to write. */
#include "activity/notice_log.h"
#include "activity/on_paper.h"

static void add_field(const PlayContext *context, const LogField *field, int lines, Paper *paper)
{
    paper_sentence(context, PAPER_WORDS, field->option.text, paper);
    paper_sentence(context, PAPER_NOTE, field->hint, paper);
    paper_options(context, PAPER_TICK, &field->options, sizeof(Option), false, paper);
    paper_add(paper, PAPER_WRITE, NULL)->lines = lines > 1 ? lines : 2;
}

void log_paper(const PlayContext *context, int page, Paper *paper)
{
    const LogPage *content = log_page(context, page);
    for (int guess = 0; guess <= 1; guess++) {
        for (int i = 0; i < (int)content->fields.count; i++) {
            if (log_field(content, i)->guess == (guess == 1)) {
                add_field(context, log_field(content, i), content->lines, paper);
            }
        }
    }
}
