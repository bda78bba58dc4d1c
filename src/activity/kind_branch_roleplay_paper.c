/* A role-play on paper: who says what, replies to tick, and what each leads to. */
#include "activity/kind_branch_roleplay.h"
#include "activity/on_paper.h"

static void add_says(const PlayContext *context, const RolePage *content, Paper *paper)
{
    int says[ROLEPLAY_SAYS];
    int count = options_of_tier(&content->says, sizeof(Says), context->tier, says, ROLEPLAY_SAYS);
    for (int i = 0; i < count; i++) {
        const Says *one = &((const Says *)content->says.items)[says[i]];
        PaperBlock *block =
            paper_add(paper, PAPER_SAYS, play_words(context, paper->arena, one->option.text));
        paper_item(paper, block, play_words(context, paper->arena, one->who), one->option.picture);
    }
}

static void add_replies(const PlayContext *context, const RolePage *content, Paper *paper)
{
    int replies[ROLEPLAY_REPLIES];
    int count =
        options_of_tier(&content->replies, sizeof(Reply), context->tier, replies, ROLEPLAY_REPLIES);
    paper_note(context, "ui.paper.tick", paper);
    paper_options(context, PAPER_TICK, &content->replies, sizeof(Reply), true, paper);
    paper_note(context, "ui.paper.after", paper);
    PaperBlock *after = paper_add(paper, PAPER_AFTER, NULL);
    for (int i = 0; i < count; i++) {
        const Reply *reply = roleplay_reply(content, replies[i]);
        paper_then(context, reply->option.text, reply->then, reply->next, after, paper);
    }
}

void roleplay_paper(const PlayContext *context, int page, Paper *paper)
{
    const RolePage *content = roleplay_page(context, page);
    add_says(context, content, paper);
    if (content->replies.count) {
        add_replies(context, content, paper);
    }
    paper_way(context, page, content->next, content->end, paper);
}
