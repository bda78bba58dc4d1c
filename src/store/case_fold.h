/* Folds one case of a record that has an outline, whole or as a line in a list; and reads the moves
 * of a play from the record itself. Private to store/. */
#ifndef STORE_CASE_FOLD_H
#define STORE_CASE_FOLD_H

#include "record/record.h"
#include "store/outline.h"

/* *out: a part for record_put of `whole` (borrowed). A list has the newest sittings and, however
 * old they are, those whose signs wait for an answer. The store must be read up to its end. */
bool case_fold(Store *store, Outline *outline, const Record *whole, Id family, OutlineDepth depth,
               Record **out, Error *error);

/* Free *moves. */
bool case_moves(Store *store, const PlayRecord *play, Move **moves, size_t *count, Error *error);

#endif
