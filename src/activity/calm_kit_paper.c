/* The calm kit on paper: its tools to cut out or tick, how each is done, and what can be said of
 * them. */
#include "activity/calm_kit.h"
#include "activity/on_paper.h"

static void add_how(const PlayContext *context, const KitPage *content, Paper *paper)
{
    int tools[TOOLS_MAX];
    int count = options_of_tier(&content->tools, sizeof(Tool), context->tier, tools, TOOLS_MAX);
    PaperBlock *how = NULL;
    for (int i = 0; i < count; i++) {
        const Tool *tool = kit_tool(content, tools[i]);
        if (tool->reply) {
            how = how ? how : paper_add(paper, PAPER_AFTER, NULL);
            paper_then(context, tool->option.text, tool->reply, NULL, how, paper);
        }
    }
}

void kit_paper(const PlayContext *context, int page, Paper *paper)
{
    const KitPage *content = kit_page(context, page);
    if (content->tools.count == 0) {
        return;
    }
    bool bag = !kit_one(content);
    paper_note(context, bag ? "ui.paper.keep" : "ui.paper.tick", paper);
    paper_options(context, bag ? PAPER_CARDS : PAPER_TICK, &content->tools, sizeof(Tool), false,
                  paper);
    paper_own(context, content->own, paper);
    paper_options(context, PAPER_TICK, &content->marks, sizeof(Option), false, paper);
    add_how(context, content, paper);
}
