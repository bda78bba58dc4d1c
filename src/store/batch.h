/* Events as every store keeps them: columns and a JSON body. Writing and reading are the same for
 * all stores. Private to store/. */
#ifndef STORE_BATCH_H
#define STORE_BATCH_H

#include "record/event.h"
#include "store/store.h"

typedef struct Row {
    int64_t sequence, wall_ms;
    const char *type;
    char *body; /* owned in a batch, borrowed in row_visit */
} Row;

typedef struct Batch {
    Row *rows;
    size_t count;
} Batch;

/* Checks and encodes the events as rows first, first + 1, ...; batch_clear it. */
bool batch_make(const Event *events, size_t count, int64_t first, Batch *out, Error *error);
void batch_clear(Batch *batch);
void batch_number(const Batch *batch, Event *events); /* gives the events their sequence */

bool row_same(Row a, Row b);
/* Decodes one row that must have the sequence `expected`, and shows it to the visitor. */
bool row_visit(const Row *row, int64_t expected, StoreVisit *visit, void *context, Error *error);

#endif
