/* The keeper: a store and the record folded from it. Keeping is: tried on the record, made durable,
 * and taken back from the record when it could not be. */
#ifndef STORE_KEEPER_H
#define STORE_KEEPER_H

#include "base/clock.h"
#include "record/record.h"
#include "store/writer.h"

typedef struct Keeper Keeper;

/* Takes the store over (closes it, also on failure). */
bool keeper_open(Store *store, const Clock *clock, Keeper **out, Error *error);
/* What is not durable yet is given a few seconds more, and then forgotten: ask keeper_unsaved. */
void keeper_close(Keeper *keeper);
/* The same, and `end` when the store was closed; later than this returns if the disk does not
 * answer. For what the store borrowed. */
void keeper_close_then(Keeper *keeper, WriterEnd *end, void *context);
const Record *keeper_record(const Keeper *keeper);
Store *keeper_store(const Keeper *keeper); /* for copies alone: what is kept goes through the keeper */

/* Stamps the time, checks that the events can follow (a later one may need an earlier one), makes
 * them durable, all or none, and numbers them. On failure nothing changed anywhere.
 * A disk that takes its time is not waited for: then this is true, the record has the events, and
 * keeper_unsaved says that they are not durable. Nobody may be told that they are kept before it says
 * SAVING_DONE. They are held, in order, until they are; they have no numbers.
 * No answer is timed: events are stamped with the whole minute, and a move with the start of its
 * play. What came after what is told by the numbers alone. */
bool keeper_keep(Keeper *keeper, Event *events, size_t count, Error *error);

Unsaved keeper_unsaved(const Keeper *keeper);
void keeper_try_again(const Keeper *keeper); /* what could not be saved, at once; else every few seconds */
/* How long keeper_keep waits for the answer; 200 unless told. Tests wait longer, or not at all. */
void keeper_wait(Keeper *keeper, int64_t ms);

#endif
