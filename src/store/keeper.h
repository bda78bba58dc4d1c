/* The keeper: a store and the record folded from it. Keeping is: tried on the record, made durable,
 * and taken back from the record when it could not be. */
#ifndef STORE_KEEPER_H
#define STORE_KEEPER_H

#include "base/clock.h"
#include "record/record.h"
#include "store/chain_check.h"
#include "store/writer.h"

typedef struct Keeper Keeper;

/* Takes the store over (closes it, also on failure). */
bool keeper_open(Store *store, const Clock *clock, Keeper **out, Error *error);
/* What is not durable yet is given a few seconds more, and then forgotten: ask keeper_unsaved. */
void keeper_close(Keeper *keeper);
/* The same, and `end` when the store was closed; later than this returns if the disk does not
 * answer. For what the store borrowed. */
void keeper_close_then(Keeper *keeper, WriterEnd *end, void *context);
/* Of a sealed record on disk not all cases are whole in it: of the others it has who their people
 * are, what they chose, and their newest sittings; not what they were given. */
const Record *keeper_record(const Keeper *keeper);
uint64_t keeper_entries(const Keeper *keeper); /* how many events there are */
/* For copies alone: what is kept goes through the keeper. */
Store *keeper_store(const Keeper *keeper);
/* Makes a case whole, for a page that shows more of it than a line in a list. What was borrowed
 * from the record is not valid any more then. Some others are let go when there are many; never
 * those of today, the family that is here and the one of an open sitting. */
bool keeper_need(Keeper *keeper, Id family, Error *error);

/* The moves of a play, wherever they are. */
typedef struct PlayMoves {
    const Move *list;
    size_t count;
    Move *read; /* owned; NULL when they are borrowed from the record */
} PlayMoves;

bool keeper_moves(Keeper *keeper, const PlayRecord *play, PlayMoves *out, Error *error);
void play_moves_clear(PlayMoves *moves);

/* Reads the whole record once more, checks every link, and gives the whole log, oldest first: free
 * it. False and *error when the record does not hold. */
bool keeper_log(Keeper *keeper, LogEntry **log, size_t *count, Error *error);

/* Once a week every link of a sealed record is looked at, beside other work; what is not done when
 * it is closed goes on with the next start. */
typedef struct KeeperCheck {
    CheckState state; /* since it was opened */
    int percent;      /* while it goes on */
} KeeperCheck;

/* To be asked now and then while it goes on: so what was found is taken notice of. */
KeeperCheck keeper_check(Keeper *keeper);
/* Why the record cannot be gone on with, once it was come to: by the check, by a case or a play
 * that was opened, by the log. NULL: all is well. Nothing is kept any more then, and the next start
 * looks at every link before it shows anything. */
const Error *keeper_damage(const Keeper *keeper);

/* Stamps the time, checks that the events can follow (a later one may need an earlier one), makes
 * them durable, all or none, and numbers them. On failure nothing changed anywhere.
 * A disk that takes its time is not waited for: then this is true, the record has the events, and
 * keeper_unsaved says that they are not durable. Nobody may be told that they are kept before it
 * says SAVING_DONE. They are held, in order, until they are; their numbers are those they will
 * have. No answer is timed: events are stamped with the whole minute, and a move with the start of
 * its play. What came after what is told by the numbers alone. */
bool keeper_keep(Keeper *keeper, Event *events, size_t count, Error *error);

Unsaved keeper_unsaved(const Keeper *keeper);
void keeper_try_again(
    const Keeper *keeper); /* what could not be saved, at once; else every few seconds */
/* How long keeper_keep waits for the answer; 200 unless told. Tests wait longer, or not at all. */
void keeper_wait(Keeper *keeper, int64_t ms);

#endif
