/* The record as it is asked. It is changed by the folds alone (fold.h). */
#include "record/record_inside.h"

#include "base/memory.h"

#include <assert.h>
#include <string.h>

Record *record_new(void)
{
    return memory_new(1, sizeof(Record));
}

void record_free(Record *record)
{
    if (!record) {
        return;
    }
    for (size_t i = 0; i < record->case_count; i++) {
        case_clear(&record->cases[i]);
    }
    for (size_t i = 0; i < record->sitting_count; i++) {
        memory_forget(record->sittings[i].plays);
    }
    for (size_t i = 0; i < record->play_count; i++) {
        memory_forget(record->plays[i].moves);
    }
    for (size_t i = 0; i < record->frozen_count; i++) {
        memory_forget(record->frozen[i].text);
    }
    record_free_copies(record);
    id_index_clear(&record->ids);
    memory_forget(record->helpers);
    memory_forget(record->cases);
    memory_forget(record->here);
    memory_forget(record->sittings);
    memory_forget(record->plays);
    memory_forget(record->frozen);
    memory_forget(record->prefs);
    memory_forget(record->languages);
    facts_clear(&record->practice);
    memory_forget(record->sign_ins);
    memory_forget(record->log);
    memory_forget(record->gone);
    memory_forget(record);
}

const IdPlace *record_place(const Record *record, Id id, IdKind kind)
{
    const IdPlace *place = id_index_find(&record->ids, id);
    return place && place->kind == kind ? place : NULL;
}

const Frozen *record_frozen(const Record *record, const Digest *digest)
{
    for (size_t i = 0; i < record->frozen_count; i++) {
        if (strcmp(record->frozen[i].digest.text, digest->text) == 0) {
            return &record->frozen[i];
        }
    }
    return record->whole ? record_frozen(record->whole, digest) : NULL;
}

const char *record_helper(const Record *record)
{
    return record->helper_count ? record->helpers[record->helper_count - 1].text : "";
}

/* ---- cases ---- */

size_t record_case_count(const Record *record)
{
    return record->case_count;
}

const Case *record_case_at(const Record *record, size_t index)
{
    assert(index < record->case_count);
    return &record->cases[index];
}

const Case *record_case(const Record *record, Id id)
{
    const IdPlace *place = record_place(record, id, ID_CASE);
    return place ? &record->cases[place->index] : NULL;
}

bool record_is_erased(const Record *record, Id family)
{
    return record_place(record, family, ID_ERASED) != NULL;
}

void record_tell_gone(Record *record, Id person)
{
    list_room((void **)&record->gone, &record->gone_room, record->gone_count, sizeof *record->gone);
    record->gone[record->gone_count++] = person;
}

bool record_is_gone(const Record *record, Id person)
{
    for (size_t i = 0; i < record->gone_count; i++) {
        if (id_same(record->gone[i], person)) {
            return true;
        }
    }
    for (size_t i = 0; i < record->case_count; i++) {
        if (case_is_gone(&record->cases[i], person)) {
            return true;
        }
    }
    return record->whole && record_is_gone(record->whole, person);
}

const Case *record_case_here(const Record *record)
{
    size_t here = record->here_count ? record->here[record->here_count - 1] : NOBODY_HERE;
    return here == NOBODY_HERE ? NULL : &record->cases[here];
}

/* People and assignments know their case; NULL when the id is of neither. */
const Case *record_case_around(const Record *record, Id id)
{
    const IdPlace *place = id_index_find(&record->ids, id);
    bool inside = place && (place->kind == ID_PERSON || place->kind == ID_ASSIGNMENT);
    return inside ? &record->cases[place->family] : NULL;
}

Id record_case_of(const Record *record, const Event *event)
{
    if (event->type == EVENT_FAMILY_HERE || event->type == EVENT_ERASED) {
        return (Id){""}; /* says something about this computer, or stays when the case is gone */
    }
    const PlayRecord *play = record_play_by_id(record, event->play_id);
    const Sitting *sitting = record_sitting(record, play ? play->sitting : event->sitting_id);
    const Case *around = record_case_around(record, event->person_id);
    return sitting ? sitting->case_id : around ? around->id : event->case_id;
}

/* ---- sittings ---- */

size_t record_sitting_count(const Record *record)
{
    return record->sitting_count;
}

const Sitting *record_sitting_at(const Record *record, size_t index)
{
    assert(index < record->sitting_count);
    return &record->sittings[index];
}

const Sitting *record_sitting(const Record *record, Id id)
{
    const IdPlace *place = record_place(record, id, ID_SITTING);
    return place ? &record->sittings[place->index] : NULL;
}

const Sitting *record_sitting_open(const Record *record)
{
    const Sitting *last =
        record->sitting_count ? &record->sittings[record->sitting_count - 1] : NULL;
    return last && last->how == ENDING_OPEN ? last : NULL;
}

/* ---- plays ---- */

const PlayRecord *record_play(const Record *record, size_t index)
{
    assert(index < record->play_count);
    return &record->plays[index];
}

const PlayRecord *record_play_by_id(const Record *record, Id id)
{
    const IdPlace *place = record_place(record, id, ID_PLAY);
    return place ? &record->plays[place->index] : NULL;
}

/* Of one whose moves are away, its numbers tell: in between nothing else is kept, as a rule. */
bool record_play_has_moves(const PlayRecord *play)
{
    int64_t between = play->last - play->first - 1;
    return play->away ? between > play->breaks + play->not_ok : play->move_count > 0;
}

const PlayRecord *record_play_open(const Record *record, const Sitting *sitting)
{
    if (!sitting || sitting->play_count == 0) {
        return NULL;
    }
    const PlayRecord *last = &record->plays[sitting->plays[sitting->play_count - 1]];
    return last->how == ENDING_OPEN ? last : NULL;
}

const char *record_content(const Record *record, const Digest *digest)
{
    const Frozen *frozen = record_frozen(record, digest);
    return frozen ? frozen->text : NULL;
}

int record_times_played(const Record *record, Id assignment)
{
    int times = 0;
    for (size_t i = 0; i < record->play_count; i++) {
        const PlayRecord *play = &record->plays[i];
        times += id_same(play->assignment, assignment) &&
                 (play->how == ENDING_FINISHED || play->how == ENDING_STOPPED);
    }
    return times;
}

size_t record_pebbles(const Record *record, Id person, char (*names)[ID_MAX], size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < record->sitting_count; i++) {
        const Sitting *sitting = &record->sittings[i];
        if (!id_same(sitting->person, person) || sitting->pebble[0] == '\0') {
            continue;
        }
        if (count < room) {
            memcpy(names[count], sitting->pebble, sizeof sitting->pebble);
        }
        count++;
    }
    return count;
}

/* ---- settings ---- */

PrefChoices record_pref_choices(const Record *record, Id person)
{
    for (size_t i = record->prefs_count; i-- > 0;) {
        if (id_same(record->prefs[i].person, person)) {
            return record->prefs[i].choices;
        }
    }
    return (PrefChoices){.chosen = 0};
}

const char *record_language(const Record *record, Id person)
{
    for (size_t i = record->language_count; i-- > 0;) {
        if (id_same(record->languages[i].person, person)) {
            return record->languages[i].language;
        }
    }
    return "";
}

const Facts *record_practice(const Record *record)
{
    return &record->practice;
}

const SignIn *record_sign_in(const Record *record, Id person)
{
    for (size_t i = record->sign_in_count; i-- > 0;) {
        const SignIn *kept = &record->sign_ins[i];
        if (id_same(kept->person, person)) {
            return kept->way == SIGN_IN_NONE ? NULL : kept;
        }
    }
    return NULL;
}

Prefs record_prefs(const Record *record, Id person, Tier tier)
{
    PrefChoices choices = record_pref_choices(record, person);
    return prefs_chosen(&choices, tier);
}
