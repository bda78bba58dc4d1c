/* What somebody made, as cards to take home. */
#include "activity/on_paper.h"
#include "activity/play_inside.h"

static bool add_tools(const Play *play, Paper *paper)
{
    Kit kit = {.arena = paper->arena};
    play_kit(play, &kit);
    PaperBlock *cards = kit.count ? paper_add(paper, PAPER_CARDS, NULL) : NULL;
    for (size_t i = 0; i < kit.count; i++) {
        paper_item(paper, cards, kit.tools[i].words, kit.tools[i].picture);
    }
    PaperBlock *how = NULL;
    for (size_t i = 0; i < kit.count; i++) {
        if (kit.tools[i].reply) {
            how = how ? how : paper_add(paper, PAPER_AFTER, NULL);
            paper_item(paper, how, kit.tools[i].words, NULL)->then =
                arena_string(paper->arena, kit.tools[i].reply);
        }
    }
    return kit.count > 0;
}

/* Each line a card of its own, with what it answers above it. */
static bool add_lines(const Play *play, int page, Paper *paper)
{
    Summary summary = {.arena = paper->arena};
    play->kind->summary(&play->context, play_kind_state(play), page, &summary);
    bool any = false;
    for (size_t i = 0; i < summary.count; i++) {
        const SummaryLine *line = &summary.lines[i];
        if (line->words && !line->folded) {
            PaperBlock *card = paper_add(paper, PAPER_SAYS, line->words);
            paper_item(paper, card, line->label, line->picture);
            any = true;
        }
    }
    return any;
}

static bool page_counts(const Play *play, int page)
{
    return play_progress(play)->seen[page] && !play_skipped(play, page) &&
           !play_private(play, page);
}

bool play_on_cards(const Play *play, Paper *paper)
{
    if (!play_finished(play) || !play->kind->take_home) {
        return false;
    }
    const PlayContext *context = &play->context;
    paper->title = play_words(context, paper->arena, context->activity->title);
    paper->corner.picture = context->activity->picture;
    if (play->kind->kit) {
        return add_tools(play, paper);
    }
    bool any = false;
    for (int page = 0; page < context->page_count; page++) {
        any = (page_counts(play, page) && add_lines(play, page, paper)) || any;
    }
    return any;
}
