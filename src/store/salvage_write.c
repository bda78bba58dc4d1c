#include "store/salvage_write.h"

#include "base/memory.h"
#include "base/text.h"
#include "store/erased_people.h"

#include <stdlib.h>
#include <string.h>

enum { AT_ONCE = 32, MENDS_MOST = 4 };

struct SalvageWriter {
    Store *store;
    SalvageTold *told;
    Record *record;
    Event events[AT_ONCE]; /* their content is ours */
    size_t count;
};

SalvageWriter *salvage_writer_new(Store *store, SalvageTold *told)
{
    SalvageWriter *writer = memory_new(1, sizeof *writer);
    writer->store = store;
    writer->told = told;
    writer->record = record_new();
    erased_people_tell(store->vault, writer->record);
    return writer;
}

static void forget(SalvageWriter *writer)
{
    for (size_t i = 0; i < writer->count; i++) {
        memory_forget((char *)writer->events[i].content);
    }
    memory_wipe(writer->events, sizeof writer->events);
    writer->count = 0;
}

void salvage_writer_free(SalvageWriter *writer)
{
    forget(writer);
    record_free(writer->record);
    free(writer);
}

const Record *salvage_writer_record(const SalvageWriter *writer)
{
    return writer->record;
}

bool salvage_write_end(SalvageWriter *writer, Error *error)
{
    bool kept =
        writer->count == 0 || store_append(writer->store, writer->events, writer->count, error);
    forget(writer);
    return kept;
}

/* What was applied to the record already. */
static bool put(SalvageWriter *writer, const Event *event, Error *error)
{
    Event *own = &writer->events[writer->count++];
    *own = *event;
    own->content = event->content ? memory_copy_string(event->content) : NULL;
    return writer->count < AT_ONCE || salvage_write_end(writer, error);
}

/* ---- what was lost between ---- */

/* What may stand for a lost event, so that this one can follow; false when nothing can. */
static bool mend_for(const Record *record, const Event *event, Event *mend)
{
    const Sitting *sitting = record_sitting_open(record);
    const PlayRecord *play = sitting ? record_play_open(record, sitting) : NULL;
    *mend = (Event){.wall_ms = event->wall_ms, .how = ENDING_LEFT};
    if (event->case_id.text[0] && !record_case(record, event->case_id)) {
        mend->type = EVENT_CASE_OPENED;
        mend->case_id = event->case_id;
        memcpy(mend->name, "?", sizeof "?");
        return event->type != EVENT_CASE_OPENED;
    }
    if (play && (event->type == EVENT_PLAY_STARTED || event->type == EVENT_SITTING_ENDED ||
                 event->type == EVENT_SITTING_STARTED)) {
        mend->type = EVENT_PLAY_ENDED;
        mend->play_id = play->id;
        return true;
    }
    if (sitting && event->type == EVENT_SITTING_STARTED) {
        mend->type = EVENT_SITTING_ENDED;
        mend->sitting_id = sitting->id;
        return true;
    }
    return false;
}

static bool put_mend(SalvageWriter *writer, Event *mend, Error *error)
{
    mend->belongs = record_whose(writer->record, mend);
    writer->told->mended++;
    return put(writer, mend, error);
}

static bool put_aside(SalvageWriter *writer, const Event *event, Error *error)
{
    char *body = event_write_body(event);
    Text content;
    text_init(&content);
    text_addf(&content, "%s\n%s", event_type_name(event->type), body);
    Event aside = {.type = EVENT_ASIDE,
                   .wall_ms = event->wall_ms,
                   .belongs = event->belongs,
                   .content = content.bytes};
    writer->told->aside++;
    bool kept = record_apply(writer->record, &aside, error) && put(writer, &aside, error);
    memory_forget(body);
    text_clear(&content);
    return kept;
}

bool salvage_write(void *context, const Event *event, Error *error)
{
    SalvageWriter *writer = context;
    for (int mends = 0; !record_apply(writer->record, event, NULL); mends++) {
        Event mend;
        if (mends == MENDS_MOST || !mend_for(writer->record, event, &mend) ||
            !record_apply(writer->record, &mend, NULL)) {
            return put_aside(writer, event, error);
        }
        if (!put_mend(writer, &mend, error)) {
            return false;
        }
    }
    return put(writer, event, error);
}
