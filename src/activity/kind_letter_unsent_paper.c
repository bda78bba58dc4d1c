/* The letter nobody sends on paper: lines to take over, stamps, and room to write; or the post to
 * be read. */
#include "activity/kind_letter_unsent.h"
#include "activity/on_paper.h"

enum { LETTER_LINES_ON_PAPER = 6 };

static void add_post(const PlayContext *context, const LetterPage *content, Paper *paper)
{
    int post[LETTER_POST_MAX];
    int count =
        options_of_tier(&content->post, sizeof(Envelope), context->tier, post, LETTER_POST_MAX);
    for (int i = 0; i < count; i++) {
        const Envelope *envelope = letter_envelope(content, post[i]);
        PaperBlock *block =
            paper_add(paper, PAPER_SAYS, play_words(context, paper->arena, envelope->option.text));
        paper_item(paper, block, play_words(context, paper->arena, envelope->from),
                   envelope->option.picture);
    }
}

void letter_paper(const PlayContext *context, int page, Paper *paper)
{
    const LetterPage *content = letter_page(context, page);
    add_post(context, content, paper);
    if (!letter_is_written(content)) {
        return;
    }
    paper_note(context, "ui.paper.letter", paper);
    paper_options(context, PAPER_TICK, &content->lines, sizeof(Option), false, paper);
    paper_options(context, PAPER_CARDS, &content->stamps, sizeof(Option), false, paper);
    paper_add(paper, PAPER_WRITE, NULL)->lines = LETTER_LINES_ON_PAPER;
    paper_sentence(context, PAPER_WORDS, content->close, paper);
}
