/* Noticing logs looked back at: facts first, guesses folded, loaded words named for the helper. */
#include "activity/notice_log.h"

#include <string.h>

static bool holds(const LogState *state, int field, const char *words)
{
    for (int line = 0; line < LINES_MAX; line++) {
        if (strcmp(state->entries[line][field].words, words) == 0) {
            return true;
        }
    }
    return false;
}

bool log_stands(const PlayContext *context, const void *any, int page, const Move *move)
{
    int field = log_field_named(log_page(context, page), move->item);
    return strcmp(move->verb, "own") != 0 ||
           (field >= 0 && holds(log_state(any, page), field, move->text));
}

void log_forget(const PlayContext *context, void *any, const void *last, int page,
                const char *instead)
{
    (void)context;
    LogState *state = &((LogStates *)any)->pages[page];
    for (int line = 0; line < LINES_MAX; line++) {
        for (int i = 0; i < FIELDS_MAX; i++) {
            Entry *entry = &state->entries[line][i];
            if (entry->words[0] && !holds(log_state(last, page), i, entry->words)) {
                text_tidy(instead, entry->words, WORDS_MAX);
            }
        }
    }
}

/* "1. What I saw": numbered where there are several lines. */
static const char *entry_label(const PlayContext *context, const LogState *state,
                               const LogField *field, int line, Arena *arena)
{
    const char *lead = play_words(context, arena, field->option.text);
    return state->line > 0 ? arena_format(arena, "%d. %s", line + 1, lead) : lead;
}

static void summarise_entry(const PlayContext *context, const LogState *state,
                            const LogField *field, int line, const Entry *entry, Summary *out)
{
    const char *words = entry_words(context, field, entry, out->arena);
    const char *loaded = notice_loaded(context, entry->words, out->arena);
    if (loaded) {
        words = arena_format(out->arena, "%s (%s: %s)", words,
                             play_ui(context, out->arena, "ui.notice.loaded"), loaded);
    }
    summary_add(out, entry_label(context, state, field, line, out->arena), words, NULL);
    out->lines[out->count - 1].folded = field->guess;
}

static void summarise(const PlayContext *context, const LogState *state, int page, bool guesses,
                      Summary *out)
{
    const LogPage *content = log_page(context, page);
    for (int line = 0; line <= state->line; line++) {
        for (int i = 0; i < (int)content->fields.count; i++) {
            const LogField *field = log_field(content, i);
            const Entry *entry = &state->entries[line][i];
            if (field->guess == guesses && !entry_empty(entry)) {
                summarise_entry(context, state, field, line, entry, out);
            }
        }
    }
}

void log_summary(const PlayContext *context, const void *any, int page, Summary *out)
{
    summarise(context, log_state(any, page), page, false, out);
    summarise(context, log_state(any, page), page, true, out);
}

/* "What I saw -> at breakfast", or the lead alone. */
static const char *step_words(const PlayContext *context, const LogField *field, const Move *move,
                              Arena *arena)
{
    const char *lead = play_words(context, arena, field->option.text);
    int option = option_find(&field->options, sizeof(Option), context->tier, move->target);
    const char *words =
        option >= 0 ? play_words(context, arena,
                                 option_at(&field->options, sizeof(Option), (size_t)option)->text)
                    : move->text;
    return words[0] ? arena_format(arena, "%s \xe2\x86\x92 %s", lead, words) : lead;
}

void log_step_text(const PlayContext *context, const void *any, int page, const Move *move,
                   Text *out)
{
    static const StepWord words[] = {{"put", "ui.step.chose"},
                                     {"own", "ui.step.wrote"},
                                     {"settle", "ui.notice.step.settle"},
                                     {"pass", "ui.notice.step.pass"},
                                     {"clear", "ui.step.took-back"},
                                     {"add-line", "ui.notice.step.add"},
                                     {NULL, NULL}};
    (void)any;
    const LogPage *content = log_page(context, page);
    int field = log_field_named(content, move->item);
    Arena *arena = arena_new();
    step_say(context, out, step_word(words, move->verb),
             field < 0 ? NULL : step_words(context, log_field(content, field), move, arena));
    arena_free(arena);
}
