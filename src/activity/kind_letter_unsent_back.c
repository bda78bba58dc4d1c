/* Letters looked back at: what may be shown of them, and to whom they were given. */
#include "activity/kind_letter_unsent.h"

#include <string.h>

bool letter_is_private(const PlayContext *context, const void *any, int page)
{
    const LetterState *state = letter_state(any, page);
    (void)context;
    return letter_parts(state) > 0 && state->fate != FATE_SHOWN;
}

static bool holds_words(const LetterState *state, const char *words)
{
    for (int i = 0; i < letter_own_count(state); i++) {
        if (strcmp(state->own[i], words) == 0) {
            return true;
        }
    }
    return false;
}

bool letter_stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    (void)context;
    return strcmp(move->verb, "own") != 0 || holds_words(letter_state(any, page), move->text);
}

void letter_forget(const PlayContext *context, void *any, const void *last, int page,
                   const char *instead)
{
    LetterState *state = &((LetterStates *)any)->pages[page];
    (void)context;
    for (int i = 0; i < letter_own_count(state); i++) {
        if (!holds_words(letter_state(last, page), state->own[i])) {
            memset(state->own[i], 0, LETTER_OWN_BYTES);
            text_tidy(instead, state->own[i], LETTER_OWN_BYTES);
        }
    }
}

static const char *whole_letter(const PlayContext *context, const LetterState *state, int page,
                                Arena *arena)
{
    const char *words = "";
    for (int i = 0; i < letter_parts(state); i++) {
        bool stamp = state->parts[i].type == PART_STAMP;
        words = arena_format(arena, stamp ? "%s%s(%s)" : "%s%s%s", words, i ? " " : "",
                             letter_part_words(context, state, page, state->parts[i], arena));
    }
    return words;
}

static void summarise_post(const PlayContext *context, const LetterState *state, int page,
                           Summary *out)
{
    const LetterPage *content = letter_page(context, page);
    for (int i = 0; i < (int)content->post.count; i++) {
        const Envelope *envelope = letter_envelope(content, i);
        if (state->opened[i]) {
            const char *fate = state->post[i]
                                   ? arena_format(out->arena, "ui.letter.post-%s",
                                                  letter_post_id((PostFate)state->post[i]))
                                   : "ui.letter.read";
            summary_add(out, play_words(context, out->arena, envelope->from),
                        play_ui(context, out->arena, fate), envelope->option.picture);
        }
    }
}

void letter_summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const LetterState *state = letter_state(any, page);
    const char *label = play_words(context, out->arena, letter_page(context, page)->page.text);
    if (letter_parts(state) == 0 && state->torn) {
        summary_add(out, label, play_ui(context, out->arena, "ui.step.tore"), NULL);
    } else if (letter_parts(state) > 0) {
        summary_add(out, label, whole_letter(context, state, page, out->arena), NULL);
    }
    summarise_post(context, state, page, out);
}

static void step_post(const PlayContext *context, int page, const Move *move, Text *out)
{
    int index = letter_envelope_named(context, page, move->item);
    const char *from = index < 0 ? NULL : letter_envelope(letter_page(context, page), index)->from;
    Arena *arena = arena_new();
    step_say_words(context, out,
                   move->target[0] ? arena_format(arena, "ui.letter.post-%s", move->target)
                                   : "ui.letter.read",
                   from);
    arena_free(arena);
}

static const char *written_sentence(const PlayContext *context, int page, const Move *move)
{
    const LetterPage *content = letter_page(context, page);
    const List *list = strcmp(move->verb, "line") == 0 ? &content->lines : &content->stamps;
    int index = option_find(list, sizeof(Option), context->tier, move->item);
    return index < 0 ? NULL : option_at(list, sizeof(Option), (size_t)index)->text;
}

void letter_step_text(const PlayContext *context, const void *any, int page, const Move *move,
                      Text *out)
{
    static const StepWord fates[] = {{"keep", "ui.share.mine"},
                                     {"show", "ui.share.helper"},
                                     {"tear", "ui.step.tore"},
                                     {NULL, NULL}};
    const char *fate = step_word(fates, move->verb);
    (void)any;
    if (fate) {
        step_say(context, out, fate, NULL);
    } else if (strcmp(move->verb, "own") == 0) {
        step_say(context, out, "ui.step.wrote", move->text);
    } else if (strcmp(move->verb, "open") == 0 || strcmp(move->verb, "post") == 0) {
        step_post(context, page, move, out);
    } else {
        step_say_words(context, out, "ui.step.wrote", written_sentence(context, page, move));
    }
}
