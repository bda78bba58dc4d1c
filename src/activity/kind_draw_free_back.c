/* Drawings looked back at: only what is in the picture at the end is shown to anybody. */
#include "activity/kind_draw_free.h"

#include <stdlib.h>
#include <string.h>

static const DrawState *state_of(const void *any)
{
    return any;
}

static bool mark_is(const DrawState *state, const DrawMark *mark, const DrawMark *like,
                    const Spot *spots)
{
    return mark->page == like->page && mark->frame == like->frame && mark->stamp == like->stamp &&
           mark->brush == like->brush && mark->color == like->color && mark->count == like->count &&
           memcmp(&state->spots[mark->first], spots, like->count * sizeof *spots) == 0;
}

static bool has_mark(const DrawState *state, const DrawMark *like, const Spot *spots)
{
    for (int i = 0; i < state->marks_count; i++) {
        if (mark_is(state, &state->marks[i], like, spots)) {
            return true;
        }
    }
    return false;
}

bool draw_stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    const DrawState *state = state_of(any);
    if (strcmp(move->verb, "own") == 0) {
        return strcmp(state->own[page], move->text) == 0;
    }
    if (strcmp(move->verb, "title") == 0) {
        return true;
    }
    DrawState *made = memory_new(1, sizeof *made);
    bool stood = draw_apply_mark(context, made, page, move, NULL) &&
                 has_mark(state, &made->marks[0], made->spots);
    free(made);
    return stood;
}

const char *draw_taken(const Move *move)
{
    return strcmp(move->verb, "own") == 0 ? "ui.step.wrote-taken" : "ui.step.drew-taken";
}

void draw_forget(const PlayContext *context, void *any, const void *last, int page,
                 const char *instead)
{
    DrawState *state = any;
    int kept = 0;
    (void)context;
    for (int i = 0; i < state->marks_count; i++) {
        const DrawMark mark = state->marks[i];
        if (mark.page != page || has_mark(last, &mark, &state->spots[mark.first])) {
            state->marks[kept++] = mark;
        }
    }
    state->marks_count = kept;
    if (state->title[page] == TITLE_OWN &&
        strcmp(state->own[page], state_of(last)->own[page]) != 0) {
        memset(state->own[page], 0, DRAW_TITLE_BYTES);
        text_tidy(instead, state->own[page], DRAW_TITLE_BYTES);
    }
}

void draw_summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const DrawState *state = state_of(any);
    const char *label = play_words(context, out->arena, draw_page(context, page)->page.text);
    const char *title = draw_title(context, state, page, out->arena);
    for (int frame = 0; frame < draw_frames(draw_page(context, page)); frame++) {
        const Sheet *sheet = draw_sheet(context, state, page, frame, out->arena);
        if (sheet->count) {
            summary_add(out, label,
                        title ? title : play_ui(context, out->arena, "ui.draw.no-title"), NULL);
            out->lines[out->count - 1].sheet = sheet;
        }
    }
    if (!draw_any(state, page) && title) {
        summary_add(out, label, title, NULL);
    }
}

void draw_step_text(const PlayContext *context, const void *any, int page, const Move *move,
                    Text *out)
{
    const List *stamps = &draw_page(context, page)->stamps;
    const List *titles = &draw_page(context, page)->titles;
    Brush brush;
    int color;
    (void)any;
    Arena *arena = arena_new();
    if (strcmp(move->verb, "own") == 0) {
        step_say(context, out, "ui.step.titled", move->text);
    } else if (strcmp(move->verb, "title") == 0) {
        int title = option_find(titles, sizeof(Option), context->tier, move->item);
        step_say_words(context, out, "ui.step.titled",
                       title < 0 ? NULL : option_at(titles, sizeof(Option), (size_t)title)->text);
    } else if (strcmp(move->verb, "stamp") == 0) {
        int stamp = option_find(stamps, sizeof(Option), context->tier, move->item);
        step_say_words(context, out, "ui.step.stamped",
                       stamp < 0 ? NULL : option_at(stamps, sizeof(Option), (size_t)stamp)->text);
    } else if (draw_pen_read(move->item, &brush, &color)) {
        step_say(context, out, "ui.step.drew",
                 play_ui(context, arena, arena_format(arena, "ui.draw.%s", draw_color_id(color))));
    }
    arena_free(arena);
}
