/* Reading a calm kit back: what the helper sees of it, and what Break offers. */
#include "activity/calm_kit.h"

#include <string.h>

static bool holds(const KitState *state, const char *own)
{
    for (int i = 0; i < KEEP_MAX; i++) {
        if (state->kept[i].tool < 0 && strcmp(state->kept[i].own, own) == 0) {
            return true;
        }
    }
    return false;
}

bool kit_stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    (void)context;
    return strcmp(move->verb, "own") != 0 || holds(kit_state(any, page), move->text);
}

void kit_forget(const PlayContext *context, void *any, const void *last, int page,
                const char *instead)
{
    (void)context;
    KitState *state = kit_state_change(any, page);
    for (int i = 0; i < KEEP_MAX; i++) {
        Kept *kept = &state->kept[i];
        if (kept->tool < 0 && !holds(kit_state(last, page), kept->own)) {
            text_tidy(instead, kept->own, OWN_MAX);
        }
    }
}

/* "Music (helps fast)". */
static const char *marked_words(const PlayContext *context, const KitPage *content,
                                const Kept *kept, Arena *arena)
{
    const char *words = kit_words(context, content, kept, arena), *marks = "";
    for (size_t i = 0; i < content->marks.count; i++) {
        if (kept->marks & (1u << i)) {
            const char *mark =
                play_words(context, arena, option_at(&content->marks, sizeof(Option), i)->text);
            marks = marks[0] ? arena_format(arena, "%s, %s", marks, mark) : mark;
        }
    }
    return marks[0] ? arena_format(arena, "%s (%s)", words, marks) : words;
}

void kit_summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const KitPage *content = kit_page(context, page);
    const KitState *state = kit_state(any, page);
    const char *label = play_words(context, out->arena, content->page.text);
    for (int i = 0; i < kit_count(state); i++) {
        const char *words = marked_words(context, content, &state->kept[i], out->arena);
        summary_add(out, label,
                    content->order ? arena_format(out->arena, "%d. %s", i + 1, words) : words,
                    kit_picture(content, &state->kept[i]));
    }
}

static const char *step_words(const PlayContext *context, const KitState *state, int page,
                              const Move *move, Arena *arena)
{
    const KitPage *content = kit_page(context, page);
    int tool = kit_tool_named(context, page, move->item);
    int place = kit_find(context, state, page, move->item);
    const char *words = tool > 0
                            ? play_words(context, arena, kit_tool(content, tool - 1)->option.text)
                        : place >= 0 ? arena_string(arena, state->kept[place].own)
                                     : move->text;
    int mark = option_find(&content->marks, sizeof(Option), context->tier, move->target);
    return mark < 0
               ? words
               : arena_format(
                     arena, "%s \xe2\x86\x92 %s", words,
                     play_words(context, arena,
                                option_at(&content->marks, sizeof(Option), (size_t)mark)->text));
}

void kit_step_text(const PlayContext *context, const void *any, int page, const Move *move,
                   Text *out)
{
    static const StepWord words[] = {
        {"keep", "ui.kit.step.keep"},     {"take", "ui.step.took-back"},
        {"own", "ui.step.wrote"},         {"up", "ui.kit.step.up"},
        {"down", "ui.kit.step.down"},     {"mark", "ui.kit.step.mark"},
        {"unmark", "ui.kit.step.unmark"}, {NULL, NULL}};
    Arena *arena = arena_new();
    step_say(context, out, step_word(words, move->verb),
             step_words(context, kit_state(any, page), page, move, arena));
    arena_free(arena);
}

void kit_offer(const PlayContext *context, const void *any, int page, Kit *out)
{
    const KitPage *content = kit_page(context, page);
    const KitState *state = kit_state(any, page);
    for (int i = 0; i < kit_count(state); i++) {
        const Kept *kept = &state->kept[i];
        const char *picture = kit_picture(content, kept);
        if (content->use == USE_PLACE) {
            out->place = picture ? arena_string(out->arena, picture) : out->place;
        } else if (out->count < KIT_TOOLS_MAX) {
            const char *said = kept->tool > 0 ? kit_tool(content, kept->tool - 1)->reply : NULL;
            out->tools[out->count++] =
                (KitTool){.words = kit_words(context, content, kept, out->arena),
                          .picture = picture ? arena_string(out->arena, picture) : NULL,
                          .reply = said ? play_words(context, out->arena, said) : NULL};
        }
    }
}
