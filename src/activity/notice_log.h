/* The inside of the noticing log, for its own files alone: what a page asks and what was written.
 */
#ifndef ACTIVITY_NOTICE_LOG_H
#define ACTIVITY_NOTICE_LOG_H

#include "activity/kind.h"

enum { FIELDS_MAX = 5, LINES_MAX = 5, STARTERS_MAX = 8, WORDS_MAX = 202 };

typedef struct LogField {
    Option option; /* its text is the lead: "What I saw or heard" */
    const char *hint;
    List options; /* Option: starters */
    bool guess;
} LogField;

typedef struct LogPage {
    Page page;
    List fields; /* LogField */
    int lines;
} LogPage;

/* What stands in one field of one line: a starter, own words, or one after the other. */
typedef struct Entry {
    signed char start; /* 1 + index in options; 0: none */
    signed char done;  /* given, or left empty */
    char words[WORDS_MAX];
} Entry;

typedef struct LogState {
    Entry entries[LINES_MAX][FIELDS_MAX]; /* by index in fields */
    int line;                             /* the last one begun */
    int last; /* 1 + line * FIELDS_MAX + field of the words given last */
} LogState;

typedef struct LogStates {
    LogState pages[PLAY_PAGES_MAX];
} LogStates;

const LogPage *log_page(const PlayContext *context, int page);
const LogState *log_state(const void *state, int page);
const LogField *log_field(const LogPage *page, int index);
int log_field_named(const LogPage *page, const char *id); /* -1: none */
bool entry_empty(const Entry *entry);
/* The field to be filled now; false when all of every line begun are done. */
bool log_open(const PlayContext *context, const LogState *state, int page, int *line, int *field);
const char *entry_words(const PlayContext *context, const LogField *field, const Entry *entry,
                        Arena *arena);

void log_build(const PlayContext *context, const void *state, int page, const PlayView *view,
               Tree *tree, Node *parent);
void log_summary(const PlayContext *context, const void *state, int page, Summary *out);
bool log_stands(const PlayContext *context, const void *state, int page, const Move *move);
void log_forget(const PlayContext *context, void *state, const void *last, int page,
                const char *instead);
void log_step_text(const PlayContext *context, const void *state, int page, const Move *move,
                   Text *out);

/* Wording, English only: a kind line about the first loaded word in `words`, from the word rules
 * for parents; NULL when there is none. It never stops anybody from writing. */
const char *notice_hint(const PlayContext *context, const char *words, Arena *arena);
/* The loaded words in it, "always, my ex"; NULL when there are none. For the helper. */
const char *notice_loaded(const PlayContext *context, const char *words, Arena *arena);

void log_paper(const PlayContext *context, int page, Paper *paper); /* notice_log_paper.c */

#endif
