/* What went wrong, where, and what to do about it, in one sentence a person can act on.
 * An Error is made where the fault is seen and is passed up unchanged. A function that fails
 * returns false and leaves its out-parameters as they were. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

typedef enum ErrorCode {
    ERROR_NONE,
    ERROR_USAGE,   /* the command line or environment asks for something we do not know */
    ERROR_MISSING, /* a file, folder, font or id is not there */
    ERROR_READ,    /* it is there and cannot be read */
    ERROR_WRITE,   /* it cannot be written: full, read-only, no permission */
    ERROR_LOCKED,  /* another program holds it */
    ERROR_JSON,    /* not strict JSON */
    ERROR_CONTENT, /* JSON, but not a module, string table, ... */
    ERROR_DAMAGED, /* a store that does not hold together */
    ERROR_NEWER,   /* made by a later version of Pebble Cove */
    ERROR_REFUSED, /* a move or request that is not allowed here and now */
    ERROR_SYSTEM   /* display, sound, memory: the machine said no */
} ErrorCode;

typedef struct Error {
    ErrorCode code;
    char place[256];    /* file, JSON path, screen or option; "" when there is none */
    char sentence[512]; /* what happened and what to do */
} Error;

/* Fills `error` (which may be NULL) and returns false, so that callers can `return
 * error_set(...)`. */
bool error_set(Error *error, ErrorCode code, const char *place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* "place: sentence", or the sentence alone. `buffer` holds `size` bytes; returns buffer. */
const char *error_text(const Error *error, char *buffer, unsigned long size);

#endif
