/* The words of a line that is being put together. */
#include "activity/kind_sentence_builder.h"

#include <string.h>

const char *builder_words(const PlayContext *context, const BuilderState *state, int page,
                          int index, Arena *arena)
{
    const Slot *slot = builder_slot(builder_page(context, page), index);
    if (state->fill[index] == OWN_WORDS) {
        return arena_string(arena, state->own[index]);
    }
    if (state->fill[index] == EMPTY) {
        return "\xe2\x80\xa6";
    }
    return play_words(
        context, arena,
        option_at(&slot->options, sizeof(Option), (size_t)(state->fill[index] - 1))->text);
}

static void add_part(Text *line, const char *part)
{
    bool joins = line->length == 0 || (part[0] && strchr(".,;:?!", part[0]));
    text_addf(line, "%s%s", joins ? "" : " ", part);
}

const char *builder_line(const PlayContext *context, const BuilderState *state, int page,
                         Arena *arena)
{
    Text line;
    text_init(&line);
    int slots[SLOTS_MAX];
    int count = builder_slots(context, page, slots);
    for (int i = 0; i < count; i++) {
        const Slot *slot = builder_slot(builder_page(context, page), slots[i]);
        add_part(&line, play_words(context, arena, slot->option.text));
        add_part(&line, builder_words(context, state, page, slots[i], arena));
        if (state->fill[slots[i]] == EMPTY) {
            break;
        }
    }
    if (builder_first_empty(context, state, page) < 0) {
        add_part(&line, play_words(context, arena, builder_page(context, page)->end));
    }
    const char *words = arena_copy(arena, line.bytes, line.length);
    text_clear(&line);
    return words;
}

const char *builder_filled_name(const PlayContext *context, const Option *slot, const char *words,
                                Arena *arena)
{
    Text name;
    text_init(&name);
    add_part(&name, play_words(context, arena, slot->text));
    add_part(&name, words);
    const char *copy = arena_copy(arena, name.bytes, name.length);
    text_clear(&name);
    return copy;
}
