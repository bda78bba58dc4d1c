/* Where events are kept. Two kinds of store, one set of rules and tests: append only, in order,
 * all of a batch or none of it, and durable when store_append returns true. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "record/event.h"
#include "vault/seal.h"

#include <sys/types.h> /* pthread_mutex_t */

typedef struct Store Store;

typedef bool StoreVisit(void *context, const Event *event, Error *error);

/* An event as it was kept, not decoded yet. */
typedef struct StoreText {
    int64_t sequence;
    Whose belongs;
    const char *bytes; /* of an entry, opened: see entry.c */
    size_t size;
} StoreText;

typedef bool StoreTextVisit(void *context, const StoreText *text, Error *error);

typedef struct StoreOps {
    const char *name;
    bool waits; /* for a disk, when it appends: done on the writer's thread */
    bool (*append)(Store *store, Event *events, size_t count, Error *error);
    bool (*each)(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error);
    bool (*copy)(Store *store, const char *folder, int pages, bool *done,
                 Error *error);      /* NULL: it is in no file */
    void (*copy_stop)(Store *store); /* NULL with it */
    /* The rest is for stores that can be read in parts; NULL for others. */
    bool (*texts)(Store *store, int64_t after, int64_t last, StoreTextVisit *visit, void *context,
                  Error *error);
    bool (*links)(Store *store, int64_t after, int64_t last, Error *error);
    int64_t (*last)(Store *store);
    bool (*hash)(Store *store, int64_t sequence, uint8_t hash[SEAL_HASH]);
    void (*close)(Store *store);
} StoreOps;

struct Store {
    const StoreOps *ops;
    Vault *vault;  /* borrowed; NULL: nothing is sealed */
    bool put_here; /* restored or salvaged since it was open last */
    char *outline; /* file of the outline beside it (outline.h), owned by the store; NULL: the
                    * record is always read whole */
    pthread_mutex_t guard; /* zeroed, it is ready. One call at a time, from whatever thread: the
                            * writer appends on its own, copies and readings come from another */
};

/* Gives the events their sequence numbers. On failure nothing of the batch is kept and the store
 * may be used again once the cause is gone. */
bool store_append(Store *store, Event *events, size_t count, Error *error);
/* Visits all events with sequence > after, in order; stops and fails when `visit` fails. The event
 * and its content live during the visit only. */
bool store_each(Store *store, int64_t after, StoreVisit *visit, void *context, Error *error);
/* Copies what is kept into <folder>/record.db, which must not be there: a part with each call, of
 * at most so many pages, until *done; what is appended meanwhile is copied too. Its mark is beside
 * it then. A failure ends the copy; a store in no file refuses. */
bool store_copy(Store *store, const char *folder, int pages, bool *done, Error *error);
void store_copy_stop(Store *store); /* gives up what is not done; fine when there is nothing */
/* Only of stores with an outline. Visits after < sequence <= last, as they were kept. */
bool store_texts(Store *store, int64_t after, int64_t last, StoreTextVisit *visit, void *context,
                 Error *error);
bool store_decode(const StoreText *text, StoreVisit *visit, void *context, Error *error);
/* Whether all entries with after < sequence <= last are there, unchanged and linked to each other,
 * without opening any. */
bool store_check_chain(Store *store, int64_t after, int64_t last, Error *error);
int64_t store_last(Store *store); /* number of the last entry; 0: there is none, or no file now */
/* The hash of an entry; of 0 what the first names. False when there is no such entry. */
bool store_hash(Store *store, int64_t sequence, uint8_t hash[SEAL_HASH]);
void store_close(Store *store);

/* With a vault (borrowed, open for as long as the store is) everything is sealed before it is
 * stored; NULL: nothing is. */
Store *store_memory_new(Vault *vault);
#define STORE_FILE "record.db"
#define OUTLINE_FILE "record.outline" /* may be removed while nobody has the record open */

/* Opens or makes <folder>/record.db. ERROR_LOCKED when another program has it open, ERROR_NEWER for
 * a later format, ERROR_DAMAGED, ERROR_WRITE, ... each with one clear sentence. */
bool store_sqlite_open(const char *folder, Vault *vault, Store **out, Error *error);

#endif
