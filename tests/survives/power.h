/* What a disk may hold after the power went: of all that was written and not synced, any part. */
#ifndef TESTS_SURVIVES_POWER_H
#define TESTS_SURVIVES_POWER_H

#include "survives/disk.h"

#include <stddef.h>

typedef struct Trace {
    DiskOp *ops;
    uint8_t **bytes; /* of writes */
    size_t count;
} Trace;

void trace_read(Trace *trace, const char *log);
void trace_clear(Trace *trace);
void trace_forget_syncs(Trace *trace); /* as if the program had never asked for one */
/* What the program had called kept before op `at`. */
int64_t trace_noted(const Trace *trace, size_t at);
/* Fills the empty folder with what may be left when the power goes before op `at`. Writes without a
 * sync are there, gone, or torn in sectors of 512 bytes; names as far as the folder was synced, and
 * perhaps some further, in order. */
void power_cut(const Trace *trace, size_t at, uint64_t *chance, const char *folder);

#endif
