/* Loaded words in what a parent wrote: the word rules that content is held to, shown as a hint to
 * the writer and as a mark to the helper. */
#include "activity/notice_log.h"
#include "content/lint.h"

#include <string.h>

typedef struct Hits {
    Arena *arena;
    const LintRule *first;
    const char *words; /* all of them, with commas */
    const char *word;  /* of the first */
} Hits;

static void hear_hit(void *context, const LintHit *hit)
{
    Hits *hits = context;
    const char *word = arena_copy(hits->arena, hit->start, hit->length);
    if (!hits->first) {
        hits->first = hit->rule;
        hits->word = hits->words = word;
        return;
    }
    hits->words = arena_format(hits->arena, "%s, %s", hits->words, word);
}

static Hits find_hits(const PlayContext *context, const char *words, Arena *arena)
{
    Hits hits = {.arena = arena};
    if (context->lint && text_starts(strings_language(context->words), "en")) {
        lint_run(context->lint, LINT_PARENT, words, hear_hit, &hits);
    }
    return hits;
}

/* Remedies name a person as "{adult}"; here that person has no name. */
static const char *without_tokens(const char *remedy, Arena *arena)
{
    const char *open = strchr(remedy, '{'), *close = open ? strchr(open, '}') : NULL;
    if (!close) {
        return remedy;
    }
    return arena_format(arena, "%.*s\xe2\x80\xa6%s", (int)(open - remedy), remedy,
                        without_tokens(close + 1, arena));
}

const char *notice_hint(const PlayContext *context, const char *words, Arena *arena)
{
    Hits hits = find_hits(context, words, arena);
    return hits.first ? arena_format(arena, "\xe2\x80\x9c%s\xe2\x80\x9d: %s %s", hits.word,
                                     play_ui(context, arena, "ui.notice.hint"),
                                     without_tokens(hits.first->suggest, arena))
                      : NULL;
}

const char *notice_loaded(const PlayContext *context, const char *words, Arena *arena)
{
    return find_hits(context, words, arena).words;
}
