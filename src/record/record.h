/* The record: what happened, folded from events. Grows only by record_apply; can be thrown away
 * and folded again at any time. Owns all it returns; pointers live until the next apply. */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "record/event.h"

typedef struct PlayRecord {
    Id id;
    int64_t first, last; /* numbers of the events that began and ended it; last 0 while open */
    Id sitting;
    Id assignment; /* "" for arriving and leaving */
    PlayPart part;
    char module[ID_MAX];
    char activity[ID_MAX];
    char language[16];
    int version;
    Digest digest;
    Tier tier;
    uint64_t seed;
    Tokens tokens;
    int64_t started, ended; /* wall ms, whole minutes; ended 0 while open */
    Ending how;
    int breaks, not_ok; /* how often, within this play */
    bool away;          /* its moves are in the store alone: ask the keeper for them */
    Move *moves;
    size_t move_count, move_room;
} PlayRecord;

typedef struct Sitting {
    Id id;
    int64_t sequence; /* number of the event that began it */
    Id case_id;
    Id person;
    Setting setting;
    int64_t started, ended;
    Ending how;
    char pebble[ID_MAX]; /* "" when none was chosen */
    int breaks, not_ok;  /* in the whole sitting */
    Id adult;            /* who played too; "" for one alone */
    Seat ended_by;       /* who ended the time together; SEAT_NONE while it goes on */
    size_t *plays;       /* indices for record_play, in order */
    size_t play_count, play_room;
} Sitting;

typedef struct Record Record;

Record *record_new(void);
void record_free(Record *record);
/* Refuses (ERROR_DAMAGED) what cannot follow from what is there: unknown ids, a second start, a
 * move after the end, ... The record is unchanged then. */
bool record_apply(Record *record, const Event *event, Error *error);
/* Which case an event is about that was applied; "" for what is about none. */
Id record_case_of(const Record *record, const Event *event);
/* Whose it is (record_whose.c). */
Whose record_whose(const Record *record, const Event *event);
/* The opposite of the record_apply that came last: the record is then as it was before. For the
 * keeper, when an event that can follow could not be made durable. */
void record_take_back(Record *record, const Event *event);

const char *record_helper(const Record *record); /* name; "" before set-up */
size_t record_case_count(const Record *record);
const Case *record_case_at(const Record *record, size_t index);
const Case *record_case(const Record *record, Id id);
/* The case a person or an assignment is of; NULL for anything else. */
const Case *record_case_around(const Record *record, Id id);
const Case *record_case_here(const Record *record); /* NULL when nobody is here */
size_t record_sitting_count(const Record *record);
const Sitting *record_sitting_at(const Record *record, size_t index); /* oldest first */
const Sitting *record_sitting(const Record *record, Id id);
/* The one sitting that was begun and not ended, NULL when there is none. */
const Sitting *record_sitting_open(const Record *record);
const PlayRecord *record_play(const Record *record, size_t index);
const PlayRecord *record_play_by_id(const Record *record, Id id);
bool record_play_has_moves(const PlayRecord *play);
const PlayRecord *record_play_open(const Record *record, const Sitting *sitting);
const char *record_content(const Record *record, const Digest *digest); /* frozen text or NULL */

/* How often an assignment was played to its end or stopped; plays that are open or were left do
 * not count. */
int record_times_played(const Record *record, Id assignment);

/* Pebbles the person has chosen so far, in order; returns how many there are in all and copies at
 * most `room` names. */
size_t record_pebbles(const Record *record, Id person, char (*names)[ID_MAX], size_t room);

/* What the person has chosen of their settings; "" asks for the helper. */
PrefChoices record_pref_choices(const Record *record, Id person);
/* Tag of the language that was chosen for them; "" when none was. */
const char *record_language(const Record *record, Id person);
/* By what the person signs in; NULL where they enter without. Borrowed. */
const SignIn *record_sign_in(const Record *record, Id person);
Prefs record_prefs(const Record *record, Id person,
                   Tier tier); /* with what is usual for the rest */

/* What was noted of the practice itself. */
const Facts *record_practice(const Record *record);

/* What goes into the log of this event; false when nothing does. */
bool record_log_entry(const Event *event, LogEntry *out);
/* The log, oldest first. Of cases that are not whole the older entries are not there:
 * keeper_log. */
size_t record_log_count(const Record *record);
const LogEntry *record_log_at(const Record *record, size_t index);

/* A case with this id was here and was erased. */
bool record_is_erased(const Record *record, Id family);
/* A person who was erased: others' events may still name them, by this id alone. Told before the
 * first event is folded, for those events come before the one that says so. */
void record_tell_gone(Record *record, Id person);
bool record_is_gone(const Record *record, Id person);

/* ---- one case at a time (record_part.c) ---- */

/* A record for the events of one case, which sees the frozen words of `whole` (borrowed). */
Record *record_part_new(const Record *whole);
/* Applies what was judged before, in a part that has not everything it followed from. */
void record_follow(Record *record, const Event *event);
/* Puts its sittings and plays in order, when those of an older sitting were followed last. */
void record_part_sort(Record *part);
/* From now on, moves of its plays that ended are the store's to tell. */
void record_moves_away(Record *part);
/* The case of each part, and all that is about it, in the place of what `whole` knew of it; frees
 * the parts. The order of sittings, plays and the log is that of their events' numbers. */
void record_put(Record *whole, Record *const *parts, size_t count);

/* Same folded state? For the test "incremental equals rebuilt". Free() the dump. */
char *record_dump(const Record *record);

#endif
