#include "screen/copies.h"

#include "base/file.h"
#include "base/text.h"
#include "record/record_copies.h"
#include "screen/safekeeping.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A backup beside the record that is not there any more was removed by the program; one elsewhere
 * may lie on a disk that is not in. */
static bool may_be_there(const Cove *cove, const char *place)
{
    return folder_exists(place) || !cove->data_folder || !text_starts(place, cove->data_folder);
}

/* Copies beside the record by their place in the data folder, others by their whole path. */
static const char *short_place(const Cove *cove, const char *place)
{
    size_t own = cove->data_folder ? strlen(cove->data_folder) : 0;
    bool beside = own > 0 && text_starts(place, cove->data_folder) && place[own] == '/';
    return beside ? place + own + 1 : place;
}

/* The record knows of each copy it made, but not of those made after a backup it went back to. */
static void add_backups(const Cove *cove, int64_t until, Text *text)
{
    char stamp[32], place[64];
    Backups all = safekeeping_backups(cove);
    clock_stamp(until, stamp, sizeof stamp);
    for (size_t i = 0; i < all.count; i++) {
        snprintf(place, sizeof place, BACKUPS_FOLDER "/%s (", path_name(all.list[i].path));
        bool before = strcmp(all.list[i].when, stamp) <= 0;
        if (before && !(text->length && strstr(text->bytes, place))) {
            text_addf(text, "%s%s%s)", text->length ? "\n" : "", place, all.list[i].when);
        }
    }
    backups_clear(&all);
}

/* What stood in the record's place before it was put back or mended lies there with its keys. */
static void add_aside(const Cove *cove, const char *kind, Text *text)
{
    char *folder = path_join(cove->data_folder, kind), **names;
    size_t count;
    if (folder_list(folder, &names, &count, NULL)) {
        for (size_t i = 0; i < count; i++) {
            text_addf(text, "%s%s/%s", text->length ? "\n" : "", kind, names[i]);
        }
        file_names_free(names, count);
    }
    free(folder);
}

char *copies_until(const Cove *cove, int64_t until)
{
    const Record *record = keeper_record(cove->keeper);
    Text text;
    text_init(&text);
    for (size_t i = 0; i < record_copy_count(record); i++) {
        const Copy *copy = record_copy_at(record, i);
        char stamp[32];
        if (copy->at <= until && may_be_there(cove, copy->place)) {
            text_addf(&text, "%s%s (%s)", text.length ? "\n" : "", short_place(cove, copy->place),
                      clock_stamp(copy->at, stamp, sizeof stamp));
        }
    }
    if (cove->data_folder) {
        add_backups(cove, until, &text);
        add_aside(cove, "replaced", &text);
        add_aside(cove, "damaged", &text);
    }
    return text_take(&text);
}
