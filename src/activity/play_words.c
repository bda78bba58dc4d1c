/* Reading a play back in words: what the helper sees of it, and one move at a time. */
#include "activity/play_inside.h"
#include "activity/two.h"

#include <assert.h>
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

void play_speak(Play *play, const Strings *ui)
{
    play->context.ui = ui;
}

void play_summary(const Play *play, Summary *out)
{
    for (int page = 0; page < play->context.page_count; page++) {
        if (play_progress(play)->seen[page]) {
            summarise_page(play, page, out);
        }
    }
}

void play_kit(const Play *play, Kit *out)
{
    for (int page = 0; play->kind->kit && page < play->context.page_count; page++) {
        play->kind->kit(&play->context, play_kind_state(play), page, out);
    }
}

static const StepWord paging_words[] = {
    {"next", "ui.step.next"}, {"skip", "ui.step.skip"},           {"back", "ui.step.back"},
    {"undo", "ui.step.undo"}, {"hand-over", "ui.step.hand-over"}, {NULL, NULL},
};

/* A word of the program for the whole step; NULL where the kind has its own words for it. */
static const char *plain_words(const Play *play, int page, const Move *move)
{
    const Kind *kind = play->kind;
    if (play_private(play, page)) {
        return "ui.step.private";
    }
    const char *paging = step_word(paging_words, move->verb);
    if (paging || !kind->stands ||
        kind->stands(&play->context, play_kind_state(play), page, move)) {
        return paging;
    }
    if (kind->taken) {
        return kind->taken(move);
    }
    return move->text[0] ? "ui.step.wrote-taken" : "ui.step.chose-taken";
}

/* "Robin: " before the step; set apart where the words run the other way, or the whole line would
 * run as the name does. */
static void say_whose(const Play *play, Seat seat, const char *step, Text *out)
{
    Arena *arena = arena_new();
    size_t from = out->length;
    text_add(out, two_name(&play->context, arena, seat));
    text_set_apart(out, from, text_way(step, strlen(step)));
    text_addf(out, ": %s", step);
    arena_free(arena);
}

static void say_step(const Play *play, size_t step, Text *out)
{
    const Move *move = &play->moves[step];
    int page = play_page_named(play, move->page);
    const char *plain = plain_words(play, page, move);
    if (plain) {
        step_say(&play->context, out, plain, NULL);
        return;
    }
    Play *before = play_back(play, step);
    play->kind->step_text(&play->context, play_kind_state(before), page, move, out);
    play_free(before);
}

void play_step_text(const Play *play, size_t step, Text *out)
{
    assert(step < play->move_count);
    Seat seat = play->moves[step].seat;
    Text said;
    text_init(&said);
    say_step(play, step, &said);
    if (seat) {
        say_whose(play, seat, said.bytes, out);
    } else {
        text_add(out, said.bytes);
    }
    text_clear(&said);
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

const char *step_word(const StepWord *table, const char *verb)
{
    while (table->verb && strcmp(table->verb, verb) != 0) {
        table++;
    }
    return table->ui;
}
