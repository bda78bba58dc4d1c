/* Reading a play back in words: what the helper sees of it, and one move at a time. */
#include "activity/play_inside.h"

#include <string.h>

static void summarise_instead(const Play *play, int page, const char *ui, Summary *out)
{
    summary_add(out, play_words(&play->context, out->arena, play->context.pages[page]->text),
                play_ui(&play->context, out->arena, ui), NULL);
}

static void summarise_page(const Play *play, int page, Summary *out)
{
    size_t before = out->count;
    play->kind->summary(&play->context, play_kind_state(play), page, out);
    if (out->count > before && play_private(play, page)) {
        out->count = before;
        summarise_instead(play, page, "ui.review.private", out);
    } else if (out->count == before && play_skipped(play, page)) {
        summarise_instead(play, page, "ui.review.skipped", out);
    }
}

void play_summary(const Play *play, Summary *out)
{
    for (int page = 0; page < play->context.page_count; page++) {
        if (play_progress(play)->seen[page]) {
            summarise_page(play, page, out);
        }
    }
}

static const char *paging_words(const char *verb)
{
    static const struct {
        const char *verb, *words;
    } table[] = {
        {"next", "ui.step.next"},
        {"skip", "ui.step.skip"},
        {"back", "ui.step.back"},
        {"undo", "ui.step.undo"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (strcmp(table[i].verb, verb) == 0) {
            return table[i].words;
        }
    }
    return NULL;
}

void play_step_text(const Play *play, const Move *move, Text *out)
{
    const char *paging = paging_words(move->verb);
    if (!play_check(play, move, NULL)) {
        return;
    }
    if (!paging) {
        play->kind->step_text(&play->context, play_kind_state(play), play_page(play), move, out);
        return;
    }
    Arena *arena = arena_new();
    text_add(out, play_ui(&play->context, arena, paging));
    arena_free(arena);
}

void step_say(const PlayContext *context, Text *out, const char *ui, const char *words)
{
    Arena *arena = arena_new();
    text_add(out, play_ui(context, arena, ui));
    if (words && words[0]) {
        text_addf(out, ": %s", words);
    }
    arena_free(arena);
}

void step_say_words(const PlayContext *context, Text *out, const char *ui, const char *sentence)
{
    Arena *arena = arena_new();
    step_say(context, out, ui, play_words(context, arena, sentence));
    arena_free(arena);
}
