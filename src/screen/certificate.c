#include "screen/certificate.h"

#include "base/file.h"
#include "screen/copies.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME "pebble-cove-erased"

enum { NAMES_MOST = 999 };

const char *certificate_number(Arena *arena, Id erased)
{
    const char *id = erased.text;
    return arena_format(arena, "%.4s-%.4s-%.4s-%.4s", id, id + 4, id + 8, id + 12);
}

bool certificate_of_person(const LogEntry *erased)
{
    return erased->person.text[0] != '\0';
}

Id certificate_id(const LogEntry *erased)
{
    return certificate_of_person(erased) ? erased->person : erased->family;
}

const LogEntry *certificate_entry(const Record *record, Id erased)
{
    for (size_t i = record_log_count(record); i-- > 0;) {
        const LogEntry *entry = record_log_at(record, i);
        if (entry->act == LOG_ERASED && id_same(certificate_id(entry), erased)) {
            return entry;
        }
    }
    return NULL;
}

/* ---- as a file ---- */

static const char *word(const Cove *cove, Arena *arena, const char *id)
{
    return cove_words(cove, arena, TIER_AD, NULL, id);
}

static void add_line(const Cove *cove, Arena *arena, Text *text, const char *id, const char *words)
{
    text_addf(text, "%s: %s\n", word(cove, arena, id), words);
}

static void add_facts(const Cove *cove, Arena *arena, const LogEntry *erased, Text *text)
{
    bool person = certificate_of_person(erased);
    char stamp[32];
    const char *why = arena_format(arena, "ui.erase.why.%s", erase_why_word(erased->why));
    text_addf(text, "%s\n\n", word(cove, arena, person ? "ui.erased.what-one" : "ui.erased.what"));
    if (person) {
        text_addf(text, "%s\n\n", word(cove, arena, "ui.erased.names"));
    }
    add_line(cove, arena, text, person ? "ui.erased.number-one" : "ui.erased.number",
             certificate_number(arena, certificate_id(erased)));
    add_line(cove, arena, text, "ui.erased.complete", clock_stamp(erased->at, stamp, sizeof stamp));
    add_line(cove, arena, text, "ui.erased.by", record_helper(keeper_record(cove->keeper)));
    add_line(cove, arena, text, "ui.erase.why", word(cove, arena, why));
}

static char *text_of(const Cove *cove, const LogEntry *erased)
{
    Arena *arena = arena_new();
    Text text;
    text_init(&text);
    text_addf(&text, "Pebble Cove: %s\n\n", word(cove, arena, "ui.erased.title"));
    add_facts(cove, arena, erased, &text);
    char *copies = copies_until(cove, erased->at);
    text_addf(&text, "\n%s\n%s\n%s\n\n", word(cove, arena, "ui.erased.copies"),
              word(cove, arena, "ui.erased.copies-text"), copies);
    free(copies);
    text_addf(
        &text, "%s: ______________________________\n",
        word(cove, arena, certificate_of_person(erased) ? "ui.erased.person" : "ui.erased.family"));
    arena_free(arena);
    return text_take(&text);
}

static char *free_name(const char *folder)
{
    for (int i = 1; i <= NAMES_MOST; i++) {
        char name[64];
        snprintf(name, sizeof name, NAME "-%d.txt", i);
        char *path = path_join(folder, name);
        if (!file_exists(path)) {
            return path;
        }
        free(path);
    }
    return NULL;
}

bool certificate_save(const Cove *cove, const LogEntry *erased, char **path, Error *error)
{
    char *name = free_name(cove->paper_folder);
    if (!name) {
        return error_set(error, ERROR_WRITE, cove->paper_folder,
                         "There are too many certificates in this folder. Move them to another "
                         "one.");
    }
    char *text = text_of(cove, erased);
    bool written = file_write(name, text, strlen(text), error);
    free(text);
    if (!written) {
        free(name);
        return false;
    }
    free(*path);
    *path = name;
    return true;
}
