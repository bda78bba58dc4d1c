#include "record/record_copies.h"

#include "base/memory.h"
#include "base/text.h"
#include "record/fold.h"

#include <assert.h>
#include <inttypes.h>

/* ---- asking ---- */

size_t record_copy_count(const Record *record)
{
    return record->copy_count;
}

const Copy *record_copy_at(const Record *record, size_t index)
{
    assert(index < record->copy_count);
    return &record->copies[index];
}

size_t record_salvage_count(const Record *record)
{
    return record->salvage_count;
}

const Salvage *record_salvage_at(const Record *record, size_t index)
{
    assert(index < record->salvage_count);
    return &record->salvages[index];
}

/* ---- the fold ---- */

static void add_copy(Record *record, const Event *event)
{
    MAKE_ROOM(record->copies, record->copy_room, record->copy_count);
    record->copies[record->copy_count++] = (Copy){memory_copy_string(event->value), event->wall_ms};
}

static void drop_copy(Record *record, const Event *event)
{
    (void)event;
    memory_forget(record->copies[--record->copy_count].place);
}

const Fold fold_copied = {add_copy, drop_copy};

static void add_salvage(Record *record, const Event *event)
{
    MAKE_ROOM(record->salvages, record->salvage_room, record->salvage_count);
    record->salvages[record->salvage_count++] =
        (Salvage){memory_copy_string(event->content), event->wall_ms};
}

static void drop_salvage(Record *record, const Event *event)
{
    (void)event;
    memory_forget(record->salvages[--record->salvage_count].told);
}

const Fold fold_salvaged = {add_salvage, drop_salvage};

static void add_aside(Record *record, const Event *event)
{
    (void)event;
    record->asides++;
}

static void drop_aside(Record *record, const Event *event)
{
    (void)event;
    record->asides--;
}

const Fold fold_aside = {add_aside, drop_aside};

void record_free_copies(Record *record)
{
    for (size_t i = 0; i < record->copy_count; i++) {
        memory_forget(record->copies[i].place);
    }
    for (size_t i = 0; i < record->salvage_count; i++) {
        memory_forget(record->salvages[i].told);
    }
    memory_forget(record->copies);
    memory_forget(record->salvages);
}

void record_dump_copies(const Record *record, Text *out)
{
    for (size_t i = 0; i < record->copy_count; i++) {
        text_addf(out, "copy \"%s\" at %" PRId64 "\n", record->copies[i].place,
                  record->copies[i].at);
    }
    for (size_t i = 0; i < record->salvage_count; i++) {
        text_addf(out, "salvage at %" PRId64 " %s\n", record->salvages[i].at,
                  record->salvages[i].told);
    }
    if (record->asides > 0) {
        text_addf(out, "asides %zu\n", record->asides);
    }
}
