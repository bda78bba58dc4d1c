/* Entries: events as every store keeps them. Each stands in a chain (it names the hash of the one
 * before) and says nothing by itself when the store has a vault. Writing and reading are the same
 * for all stores. Private to store/. */
#ifndef STORE_ENTRY_H
#define STORE_ENTRY_H

#include "record/event.h"
#include "store/store.h"
#include "vault/seal.h"

typedef enum EntryForm {
    ENTRY_PLAIN, /* no vault: looking around, tests */
    ENTRY_SEALED,
    ENTRY_ERASED /* empty: of a case whose key was destroyed */
} EntryForm;

typedef struct Entry {
    SealPlace place;
    EntryForm form;
    Sealed sealed; /* bytes: owned in a batch, borrowed in entry_visit */
    uint8_t hash[SEAL_HASH];
} Entry;

typedef struct Batch {
    Entry *entries;
    size_t count;
} Batch;

/* Where the first entry of a store stands; device and epoch are still zero. */
SealPlace entry_first_place(const Vault *vault);
void entry_pass(SealPlace *place, const Entry *entry); /* to the place behind it */

/* Checks, encodes and seals the events for `place` and those behind it; batch_clear it. */
bool batch_make(Event *events, size_t count, Vault *vault, const SealPlace *place, Batch *out,
                Error *error);
void batch_clear(Batch *batch);
void batch_number(const Batch *batch, Event *events); /* gives the events their sequence */

/* The entry that must stand at `place` (device and epoch may be others): its links are checked, it
 * is opened, decoded and shown to the visitor; `place` moves behind it. An erased one is passed
 * over: that it may be empty is the store's to check (erased_rows.h). */
bool entry_visit(const Entry *entry, const Vault *vault, SealPlace *place, StoreVisit *visit,
                 void *context, Error *error);
/* The same without decoding it. */
bool entry_visit_text(const Entry *entry, const Vault *vault, SealPlace *place,
                      StoreTextVisit *visit, void *context, Error *error);
/* Its links alone: it is not opened. */
bool entry_check(const Entry *entry, const Vault *vault, SealPlace *place, Error *error);

/* Of an entry's text. */
EventType entry_text_type(const StoreText *text); /* EVENT_TYPE_COUNT for none that is known */

#endif
