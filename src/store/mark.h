/* The mark beside a sealed record: how far it got, kept apart from it, so that a record whose end
 * was cut off is noticed. Only who has the keys can write one. It also says on which computer the
 * record is written: a copy of the folder, opened elsewhere, writes under another device, and two
 * copies never give the same place to different entries. Private to store/.
 *
 * Written after each append without waiting for the disk: after a power cut it may be behind the
 * record, never before it. */
#ifndef STORE_MARK_H
#define STORE_MARK_H

#include "base/error.h"
#include "vault/seal.h"

#define MARK_FILE "record.mark"
/* An empty file beside it: record and mark were put here from elsewhere, whatever the system says
 * (the place of a file that is gone may be given to another one). */
#define MARK_FRESH "record.fresh"

enum { MARK_MOST = 4096 }; /* bytes of the file, and more than it has */

typedef struct Mark Mark;

/* As far as that shows without keys: one of its halves has the form of a mark. */
bool mark_formed(const char *bytes, size_t size);

/* Beside `record`. Only for a vault that never had a record it may be missing, and is made. */
bool mark_open(const char *record, const Vault *vault, Mark **out, Error *error);
/* For a record that is made anew for a vault that has one already: a mark that knows no entry yet.
 * The epoch it begins is higher than `epoch`. */
bool mark_start(const char *record, const Vault *vault, uint64_t epoch, Error *error);
uint64_t mark_sequence(const Mark *mark); /* of the last entry it knows; 0 for none */
bool mark_fits(const Mark *mark, const uint8_t hash[SEAL_HASH]); /* it is that entry's */

/* Gives `next` the device and epoch to write under from now on, and makes that durable. */
bool mark_begin(Mark *mark, SealPlace *next, Error *error);
bool mark_was_fresh(const Mark *mark); /* MARK_FRESH was there then */
/* That it cannot be written is no failure of the append: it is only behind then. */
void mark_advance(Mark *mark, const SealPlace *next);
void mark_close(Mark *mark);

#endif
