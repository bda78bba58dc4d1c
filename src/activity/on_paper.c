#include "activity/on_paper.h"

#include "base/text.h"

#include <string.h>

enum { OPTIONS_ON_PAPER = 64 };

void paper_note(const PlayContext *context, const char *ui, Paper *paper)
{
    paper_add(paper, PAPER_NOTE, play_ui(context, paper->arena, ui));
}

PaperBlock *paper_options(const PlayContext *context, PaperKind kind, const List *list, size_t size,
                          bool not_sure, Paper *paper)
{
    int shown[OPTIONS_ON_PAPER];
    int count = options_of_tier(list, size, context->tier, shown, OPTIONS_ON_PAPER);
    if (count == 0) {
        return NULL;
    }
    bool pictures = false;
    PaperBlock *block = paper_add(paper, kind, NULL);
    for (int i = 0; i < count; i++) {
        const Option *option = option_at(list, size, (size_t)shown[i]);
        pictures = pictures || option->picture;
        paper_item(paper, block, play_words(context, paper->arena, option->text), option->picture);
    }
    if (not_sure) {
        paper_item(paper, block, play_ui(context, paper->arena, "ui.not-sure"),
                   pictures ? "face/not-sure" : NULL);
    }
    return block;
}

void paper_sentence(const PlayContext *context, PaperKind kind, const char *sentence, Paper *paper)
{
    const char *words = play_words(context, paper->arena, sentence);
    if (words[0]) {
        paper_add(paper, kind, words);
    }
}

void paper_own(const PlayContext *context, bool own, Paper *paper)
{
    if (own && context->tier >= TIER_T3) {
        paper_add(paper, PAPER_WRITE, play_ui(context, paper->arena, "ui.paper.own"))->lines = 1;
    }
}

void paper_tips(const PlayContext *context, const List *tips, Paper *paper)
{
    for (size_t i = 0; context->tier == TIER_AD && i < tips->count; i++) {
        paper_sentence(context, PAPER_NOTE, ((const char *const *)tips->items)[i], paper);
    }
}

void paper_then(const PlayContext *context, const char *words, const char *then, const char *next,
                PaperBlock *after, Paper *paper)
{
    PaperItem *item = paper_item(paper, after, play_words(context, paper->arena, words), NULL);
    item->then = then ? play_words(context, paper->arena, then) : NULL;
    item->go = next ? page_index(context, next) + 1 : 0;
}

void paper_way(const PlayContext *context, int page, const char *next, bool end, Paper *paper)
{
    int to = next ? page_index(context, next) : page + 1;
    if (end && page + 1 < context->page_count) {
        paper_note(context, "ui.paper.end", paper);
    } else if (!end && to != page + 1) {
        paper_add(paper, PAPER_NOTE, arena_format(paper->arena, "\xe2\x86\x92 %d", to + 1));
    }
}

/* ---- the whole ---- */

static bool is_guide(const char *picture)
{
    return text_starts(picture, "nori/");
}

/* The page's number and words; its picture where it has one of its own. */
static void add_page(const PlayContext *context, const Kind *kind, int page, Paper *paper)
{
    const Page *content = context->pages[page];
    PaperBlock *heading =
        paper_add(paper, PAPER_HEADING, play_words(context, paper->arena, content->text));
    heading->lines = context->page_count > 1 ? page + 1 : 0;
    if (content->picture && !is_guide(content->picture)) {
        paper_item(paper, paper_add(paper, PAPER_PICTURE, NULL), NULL, content->picture);
    }
    kind->paper(context, page, paper);
}

bool activity_on_paper(const PlaySetup *setup, Paper *paper, Error *error)
{
    Play *play;
    if (!play_new(setup, &play, error)) {
        return false;
    }
    const PlayContext *context = play_context(play);
    const Kind *kind = kind_named(setup->activity->kind);
    paper->title = play_words(context, paper->arena, setup->activity->title);
    paper->corner.picture = setup->activity->picture;
    for (int page = 0; page < context->page_count; page++) {
        add_page(context, kind, page, paper);
    }
    play_free(play);
    return true;
}
