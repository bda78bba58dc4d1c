/* Noticing log: short lines of what was seen and heard, with guesses kept apart. Words stay exactly
 * as they were written; a loaded word gets a hint and is never refused. */
#include "activity/notice_log.h"
#include "activity/own_words.h"

#include <stdio.h>
#include <string.h>

static const Field field_fields[] = {
    {"id", FIELD_ID, offsetof(LogField, option.id), .required = true,
     .help = "Unique in the page."},
    {"lead", FIELD_SENTENCE, offsetof(LogField, option.text), .required = true,
     .help = "What is asked for: \"What I saw or heard\"."},
    {"hint", FIELD_SENTENCE, offsetof(LogField, hint),
     .help = "One line on how to write it: \"Words and acts, as a camera would\"."},
    {"options", FIELD_LIST, offsetof(LogField, options), .max = STARTERS_MAX,
     .shape = &option_shape,
     .help = "Starters: each may stand alone, or be followed by own words."},
    {"guess", FIELD_FLAG, offsetof(LogField, guess),
     .help = "This is a guess: asked last, shown apart, folded in the review."},
};

static const Shape field_shape = {"field", sizeof(LogField), field_fields,
                                  sizeof field_fields / sizeof *field_fields, NULL};

static const Field fields[] = {
    {"fields", FIELD_LIST, offsetof(LogPage, fields), .max = FIELDS_MAX, .shape = &field_shape,
     .help = "What each line holds; absent: a page that only says something."},
    {"lines", FIELD_INTEGER, offsetof(LogPage, lines), .min = 1, .max = LINES_MAX,
     .help = "How many lines may be written; absent: one."},
};

static const Shape shape = {"notice_log page", sizeof(LogPage), fields,
                            sizeof fields / sizeof *fields, &page_shape};

const LogPage *log_page(const PlayContext *context, int page)
{
    return (const LogPage *)(const void *)context->pages[page];
}

const LogState *log_state(const void *state, int page)
{
    return &((const LogStates *)state)->pages[page];
}

const LogField *log_field(const LogPage *page, int index)
{
    return &((const LogField *)page->fields.items)[index];
}

/* The fields of the tier, facts before guesses; returns how many. */
static int fields_of(const PlayContext *context, int page, int *order)
{
    const LogPage *content = log_page(context, page);
    int count = 0;
    for (int guess = 0; guess <= 1; guess++) {
        for (int i = 0; i < (int)content->fields.count; i++) {
            if (log_field(content, i)->guess == (guess == 1)) {
                order[count++] = i;
            }
        }
    }
    return count;
}

bool entry_empty(const Entry *entry)
{
    return entry->start == 0 && entry->words[0] == '\0';
}

bool log_open(const PlayContext *context, const LogState *state, int page, int *line, int *field)
{
    int order[FIELDS_MAX];
    int count = fields_of(context, page, order);
    for (*line = 0; *line <= state->line; ++*line) {
        for (int i = 0; i < count; i++) {
            if (!state->entries[*line][order[i]].done) {
                *field = order[i];
                return true;
            }
        }
    }
    return false;
}

const char *entry_words(const PlayContext *context, const LogField *field, const Entry *entry,
                        Arena *arena)
{
    const char *start =
        entry->start
            ? play_words(
                  context, arena,
                  option_at(&field->options, sizeof(Option), (size_t)(entry->start - 1))->text)
            : "";
    const char *space = start[0] && entry->words[0] ? " " : "";
    return arena_format(arena, "%s%s%s", start, space, entry->words);
}

int log_field_named(const LogPage *page, const char *id)
{
    for (int i = 0; i < (int)page->fields.count; i++) {
        if (strcmp(log_field(page, i)->option.id, id) == 0) {
            return i;
        }
    }
    return -1;
}

static bool any_written(const LogState *state)
{
    for (int line = 0; line < LINES_MAX; line++) {
        for (int i = 0; i < FIELDS_MAX; i++) {
            if (!entry_empty(&state->entries[line][i])) {
                return true;
            }
        }
    }
    return false;
}

/* ---- moves ---- */

/* put, own, settle and pass are about the field that is open; "clear" about any, by line. */
static const Verb verbs[] = {
    {"put", MOVE_ITEM | MOVE_TARGET},
    {"own", MOVE_ITEM | MOVE_TEXT},
    {"settle", MOVE_ITEM},
    {"pass", MOVE_ITEM},
    {"clear", MOVE_ITEM | MOVE_VALUE},
    {"add-line", 0},
    {NULL, 0},
};

static bool interpret(const PlayContext *context, const void *any, int page, const UiEvent *event,
                      Move *out)
{
    const LogPage *content = log_page(context, page);
    const Action *action = &event->action;
    int line, field;
    if (event->type != UI_PRESS) {
        return false;
    }
    *out = move_of(action->verb, "", action->item);
    if (strcmp(action->verb, "clear") == 0) {
        out->value = action->value;
    } else if (strcmp(action->verb, "put") == 0) {
        if (!log_open(context, log_state(any, page), page, &line, &field)) {
            return false;
        }
        *out = move_of("put", "", log_field(content, field)->option.id);
        memcpy(out->target, action->item, strlen(action->item) + 1);
    } else if (strcmp(action->verb, "own") == 0) {
        return own_words_take(event, WORDS_MAX, out);
    }
    return true;
}

static bool apply_own(const PlayContext *context, LogState *state, Entry *entry, int index,
                      const Move *move, Error *error)
{
    if (!context->may_type || !own_words_read(move, entry->words, WORDS_MAX)) {
        return move_refuse(error, move, "words cannot be given like this");
    }
    entry->done = 1;
    state->last = 1 + index;
    return true;
}

static bool apply_put(const PlayContext *context, const LogField *field, Entry *entry,
                      const Move *move, Error *error)
{
    int option = option_find(&field->options, sizeof(Option), context->tier, move->target);
    if (option < 0) {
        return move_refuse(error, move, "there is no such starter");
    }
    entry->start = (signed char)(1 + option);
    return true;
}

static bool apply_open(const PlayContext *context, LogState *state, int page, const Move *move,
                       Error *error)
{
    const LogPage *content = log_page(context, page);
    int line, field;
    if (!log_open(context, state, page, &line, &field) ||
        log_field_named(content, move->item) != field) {
        return move_refuse(error, move, "another field is open");
    }
    Entry *entry = &state->entries[line][field];
    if (strcmp(move->verb, "own") == 0) {
        return apply_own(context, state, entry, line * FIELDS_MAX + field, move, error);
    }
    if (strcmp(move->verb, "put") == 0) {
        return apply_put(context, log_field(content, field), entry, move, error);
    }
    if (entry_empty(entry) != (strcmp(move->verb, "pass") == 0)) {
        return move_refuse(error, move, "the field is not as this step needs it");
    }
    entry->done = 1;
    return true;
}

static bool apply_clear(const LogPage *content, LogState *state, const Move *move, Error *error)
{
    int field = log_field_named(content, move->item);
    if (field < 0 || move->value < 0 || move->value > state->line) {
        return move_refuse(error, move, "there is no such field");
    }
    state->entries[move->value][field] = (Entry){0};
    if (state->last == 1 + move->value * FIELDS_MAX + field) {
        state->last = 0;
    }
    return true;
}

static bool apply(const PlayContext *context, void *any, int page, const Move *move, Error *error)
{
    const LogPage *content = log_page(context, page);
    LogState *state = &((LogStates *)any)->pages[page];
    int line, field;
    if (strcmp(move->verb, "clear") == 0) {
        return apply_clear(content, state, move, error);
    }
    if (strcmp(move->verb, "add-line") != 0) {
        return apply_open(context, state, page, move, error);
    }
    if (content->fields.count == 0 || log_open(context, state, page, &line, &field) ||
        state->line + 1 >= content->lines) {
        return move_refuse(error, move, "there cannot be another line now");
    }
    state->line++;
    state->last = 0;
    return true;
}

static const char *reply(const PlayContext *context, const void *any, int page, Arena *arena)
{
    const LogState *state = log_state(any, page);
    int at = state->last - 1;
    return at >= 0
               ? notice_hint(context, state->entries[at / FIELDS_MAX][at % FIELDS_MAX].words, arena)
               : NULL;
}

static bool is_complete(const PlayContext *context, const void *any, int page)
{
    return log_page(context, page)->fields.count == 0 || any_written(log_state(any, page));
}

/* ---- checking ---- */

static void check_facts(const LogPage *page, const char *file, const char *place, Faults *faults)
{
    for (size_t i = 0; i < page->fields.count; i++) {
        if (!log_field(page, (int)i)->guess) {
            return;
        }
    }
    faults_add(faults, FAULT_ERROR, file, place, "no-facts",
               "This page asks for guesses only. Ask first for what was seen or heard: a field "
               "without \"guess\".");
}

static void check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    for (size_t i = 0; i < activity->pages.count; i++) {
        const LogPage *page = ((const LogPage *const *)activity->pages.items)[i];
        char place[PLACE_MAX];
        if (page->fields.count) {
            check_facts(page, file, page_place(place, path, i, "fields"), faults);
        }
    }
}

const Kind kind_notice_log = {
    .content = {.name = "notice_log", .tiers = 1u << TIER_AD, .page = &shape, .check = check},
    .state_size = sizeof(LogStates),
    .verbs = verbs,
    .interpret = interpret,
    .apply = apply,
    .build = log_build,
    .reply = reply,
    .is_complete = is_complete,
    .summary = log_summary,
    .stands = log_stands,
    .forget = log_forget,
    .step_text = log_step_text,
    .paper = log_paper,
};
