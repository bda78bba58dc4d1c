/* Lines looked back at: what may be shown of them; no drafts, and nothing the child kept. */
#include "activity/kind_sentence_builder.h"

#include <string.h>

/* Only the line as it stands is kept, no drafts (blueprint 3.7): what was said about who may see a
 * line was not said of the one before it. */
static bool is_draft(const BuilderState *state, const BuilderState *last, int slot)
{
    return state->fill[slot] != EMPTY && (state->fill[slot] != last->fill[slot] ||
                                          strcmp(state->own[slot], last->own[slot]) != 0);
}

bool builder_stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    const BuilderState *state = builder_state(any, page);
    bool put = strcmp(move->verb, "put") == 0;
    int slot =
        option_find(&builder_page(context, page)->slots, sizeof(Slot), context->tier, move->item);
    if (!put && strcmp(move->verb, "own") != 0) {
        return true;
    }
    const List *options = &builder_slot(builder_page(context, page), slot)->options;
    return put ? state->fill[slot] ==
                     1 + option_find(options, sizeof(Option), context->tier, move->target)
               : strcmp(state->own[slot], move->text) == 0;
}

void builder_forget(const PlayContext *context, void *any, const void *last, int page,
                    const char *instead)
{
    BuilderState *state = &((BuilderStates *)any)->pages[page];
    for (size_t slot = 0; slot < builder_page(context, page)->slots.count; slot++) {
        if (is_draft(state, builder_state(last, page), (int)slot)) {
            state->fill[slot] = OWN_WORDS;
            text_tidy(instead, state->own[slot], OWN_MAX);
        }
    }
}

/* A line the child was to decide about stays the child's until "show" was chosen. */
bool builder_is_private(const PlayContext *context, const void *any, int page)
{
    return builder_page(context, page)->share && builder_state(any, page)->share != SHARE_HELPER;
}

void builder_summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    const BuilderState *state = builder_state(any, page);
    if (builder_filled(context, state, page) == 0) {
        return;
    }
    const char *label = play_words(context, out->arena, builder_page(context, page)->page.text);
    summary_add(out, label, builder_line(context, state, page, out->arena), NULL);
}

static const char *put_words(const PlayContext *context, int page, const Move *move, Arena *arena)
{
    int slot =
        option_find(&builder_page(context, page)->slots, sizeof(Slot), context->tier, move->item);
    if (slot < 0) {
        return "";
    }
    const List *options = &builder_slot(builder_page(context, page), slot)->options;
    int option = option_find(options, sizeof(Option), context->tier, move->target);
    return option < 0 ? ""
                      : play_words(context, arena,
                                   option_at(options, sizeof(Option), (size_t)option)->text);
}

void builder_step_text(const PlayContext *context, const void *any, int page, const Move *move,
                       Text *out)
{
    (void)any;
    Arena *arena = arena_new();
    if (strcmp(move->verb, "put") == 0) {
        step_say(context, out, "ui.step.chose", put_words(context, page, move, arena));
    } else if (strcmp(move->verb, "own") == 0) {
        step_say(context, out, "ui.step.wrote", move->text);
    } else if (strcmp(move->verb, "clear") == 0) {
        step_say(context, out, "ui.step.took-out", NULL);
    } else {
        const char *id = strcmp(move->item, "mine") == 0 ? "ui.share.mine" : "ui.share.helper";
        step_say(context, out, "ui.step.chose", play_ui(context, arena, id));
    }
    arena_free(arena);
}
