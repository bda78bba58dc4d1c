/* Another set of files in the place of the data folder's record, and what was there aside, whole:
 * nothing is ever overwritten. Cut short anywhere, it goes on with the next start. */
#ifndef STORE_SWAP_H
#define STORE_SWAP_H

#include "base/error.h"

#include <stdint.h>

/* Why it goes aside, and so into which folder: replaced/<when> or damaged/<when>. */
typedef enum SwapWhy { SWAP_REPLACED, SWAP_DAMAGED } SwapWhy;

/* A new folder in the data folder, for record.db, record.mark and vault.keys; whoever fills it
 * makes them durable. free() it. */
bool swap_begin(const char *data, SwapWhy why, int64_t wall_ms, char **incoming, Error *error);
void swap_give_up(const char *incoming);
/* The record must be closed, here and in `incoming`. */
bool swap_do(const char *data, const char *incoming, Error *error);
/* What was cut short; fine when nothing was. Before anything in the folder is opened. */
bool swap_finish(const char *data, Error *error);

#endif
