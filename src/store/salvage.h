/* Goes on with what can be read of a damaged record: a fresh one is made of it, beside, and put in
 * its place; the damaged one goes to damaged/<when>, untouched and for good.
 *
 * The fresh record is a record like any other: its own chain without a gap, under another device
 * and epoch, so nothing that checks records has to know of salvaging. Entries are opened where they
 * stood (hash and seal right) and sealed again where they stand now, with their own times. The last
 * one, `salvaged`, names the hash of the last entry that was found and says in JSON
 *   {"entries":812,"read":809,"aside":1,"mended":2,"erased":0,"from-backup":40,"lost":[[17,18],[300,300]]}
 * how many there were, and which numbers of the old record are lost. */
#ifndef STORE_SALVAGE_H
#define STORE_SALVAGE_H

#include "store/store.h"

typedef struct SalvageTold {
    uint64_t entries;     /* the damaged record had, as far as entries and mark tell */
    uint64_t read;        /* of them, with those from a backup */
    uint64_t from_backup; /* of those that were read */
    uint64_t aside;       /* of those that were read: kept, but what they were about is lost */
    uint64_t erased;      /* of cases that were erased before: left out */
    uint64_t mended;      /* ends and cases put in, so that others could follow */
} SalvageTold;

/* The record is closed; the vault is open and stays the caller's. ERROR_DAMAGED when nothing can be
 * read; on failure everything is as it was. */
bool store_salvage(const char *folder, Vault *vault, int64_t wall_ms, SalvageTold *out,
                   Error *error);

#endif
