#include "screen/signs.h"

#include <string.h>

static bool same_activity(const PlayRecord *a, const PlayRecord *b)
{
    return strcmp(a->module, b->module) == 0 && strcmp(a->activity, b->activity) == 0;
}

static bool stopped_before(const Record *record, const Sitting *sitting, size_t at)
{
    const PlayRecord *play = record_play(record, sitting->plays[at]);
    for (size_t i = 0; i < at; i++) {
        const PlayRecord *before = record_play(record, sitting->plays[i]);
        if (before->how == ENDING_STOPPED && same_activity(before, play)) {
            return true;
        }
    }
    return false;
}

static bool stopped_twice(const Record *record, const Sitting *sitting)
{
    for (size_t i = 1; i < sitting->play_count; i++) {
        if (record_play(record, sitting->plays[i])->how == ENDING_STOPPED &&
            stopped_before(record, sitting, i)) {
            return true;
        }
    }
    return false;
}

static const char *noted_of(const Record *record, const Sitting *sitting, const char *field)
{
    FactSubject subject = {.item = sitting->id};
    return facts_value(&record_case(record, sitting->case_id)->facts, field, &subject);
}

unsigned signs_of(const Record *record, const Sitting *sitting)
{
    return (sitting->not_ok ? SIGN_NOT_OK : 0u) |
           (stopped_twice(record, sitting) ? SIGN_STOPPED_TWICE : 0u) |
           (noted_of(record, sitting, "sign.noted")[0] ? SIGN_NOTED : 0u) |
           (noted_of(record, sitting, "felt.word")[0] ? SIGN_FELT : 0u);
}

bool sign_waits(const Record *record, const Sitting *sitting)
{
    return signs_of(record, sitting) && noted_of(record, sitting, "flag.done")[0] == '\0';
}

bool signs_wait(const Record *record, Id person)
{
    for (size_t i = record_sitting_count(record); i-- > 0;) {
        const Sitting *sitting = record_sitting_at(record, i);
        if (id_same(sitting->person, person) && sitting->how != ENDING_OPEN &&
            sign_waits(record, sitting)) {
            return true;
        }
    }
    return false;
}
