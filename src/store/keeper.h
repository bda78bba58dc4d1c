/* The keeper: a store and the record folded from it. Keeping is: tried on the record, made durable,
 * and taken back from the record when it could not be. */
#ifndef STORE_KEEPER_H
#define STORE_KEEPER_H

#include "base/clock.h"
#include "record/record.h"
#include "store/store.h"

typedef struct Keeper Keeper;

/* Takes the store over (closes it, also on failure). */
bool keeper_open(Store *store, const Clock *clock, Keeper **out, Error *error);
void keeper_close(Keeper *keeper);
const Record *keeper_record(const Keeper *keeper);
Store *keeper_store(const Keeper *keeper); /* for copies alone: what is kept goes through the keeper */

/* Stamps the time, checks that the events can follow (a later one may need an earlier one), makes
 * them durable, all or none, and numbers them. On failure nothing changed anywhere.
 * No answer is timed: events are stamped with the whole minute, and a move with the start of its
 * play. What came after what is told by the numbers alone. */
bool keeper_keep(Keeper *keeper, Event *events, size_t count, Error *error);

#endif
