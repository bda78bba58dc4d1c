/* A sitting of the real program on a sealed record in a folder, in a process of its own: a child of
 * eight who plays everything there is, as the walk does (proof/everywhere.h). After each picture it
 * is noted how many events the program called kept. */
#ifndef TESTS_SURVIVES_SITTING_H
#define TESTS_SURVIVES_SITTING_H

#include "survives/disk.h"
#include "survives/power.h"

typedef struct Sat {
    bool killed;
    int64_t noted; /* events the program called kept before it ended */
    Trace trace;   /* what it did to the disk */
} Sat;

/* Sits until as many calls that change the disk were made, or the fault strikes. */
void sitting_run(const char *folder, long most_calls, CallFault fault, long at, Sat *out);

/* What a whole sitting keeps, to compare with: the events of a folder, in order. */
typedef struct Expected {
    char **events; /* type and members */
    size_t count;
} Expected;

void expected_read(Expected *expected, const char *folder);
void expected_clear(Expected *expected);

typedef enum Found {
    FOUND_WELL,
    FOUND_LOST,   /* less than was noted, or something else */
    FOUND_CLOSED, /* the record does not open, or does not go on */
} Found;

/* Opens what is left in the folder, compares, and keeps one more event. `why` says what is
 * wrong. */
Found sitting_look(const char *folder, const Expected *expected, int64_t noted, char *why,
                   size_t size);

#endif
