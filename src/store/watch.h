/* What is known of a record's being whole while it is used: the weekly look at its chain, which
 * goes on beside other work, and damage that was come to by it or by reading. Private to store/. */
#ifndef STORE_WATCH_H
#define STORE_WATCH_H

#include "store/cases.h"
#include "store/chain_check.h"
#include "store/writer.h"

typedef struct Watch {
    Cases *cases; /* borrowed */
    Clock clock;
    ChainCheck *check; /* the writer's; NULL: none is due */
    CheckState state;
    int64_t at, noted; /* how far it got, and how far the outline knows of it */
    Error damage;      /* code ERROR_NONE: none */
} Watch;

/* Begins to look at the chain where that is due. */
void watch_begin(Watch *watch, Cases *cases, Writer *writer, const Clock *clock);
void watch_look(Watch *watch); /* what came of it so far */
void watch_end(Watch *watch);  /* how far it got, for the next start */
/* A reading failed. Damage of the record itself is remembered; passes `found` on. */
bool watch_read(Watch *watch, bool read, const Error *found, Error *error);

#endif
