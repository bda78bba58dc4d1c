/* Numbers and bytes in a row: written into given memory, and read without ever passing its end.
 * Highest byte first. Both remember a fault, so that it is asked for once, at the end. */
#ifndef VAULT_BYTES_H
#define VAULT_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct BytesOut {
    uint8_t *bytes;
    size_t size, room; /* written, allowed */
    bool full;         /* something did not fit and was left out */
} BytesOut;

typedef struct BytesIn {
    const uint8_t *at;
    size_t left;
    bool ended; /* something was asked for that is not there: zeros were given */
} BytesIn;

void bytes_put(BytesOut *out, const void *bytes, size_t size);
void bytes_put_number(BytesOut *out, uint64_t number, int size); /* 1..8 bytes */

void bytes_get(BytesIn *in, void *bytes, size_t size);
uint64_t bytes_get_number(BytesIn *in, int size);
const uint8_t *bytes_skip(BytesIn *in, size_t size); /* where they begin; NULL when not there */

#endif
