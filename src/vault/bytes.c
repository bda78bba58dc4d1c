#include "vault/bytes.h"

#include <string.h>

void bytes_put(BytesOut *out, const void *bytes, size_t size)
{
    if (size > out->room - out->size) {
        out->full = true;
        return;
    }
    if (size > 0) {
        memcpy(out->bytes + out->size, bytes, size);
    }
    out->size += size;
}

void bytes_put_number(BytesOut *out, uint64_t number, int size)
{
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
        uint8_t byte = (uint8_t)(number >> shift);
        bytes_put(out, &byte, 1);
    }
}

const uint8_t *bytes_skip(BytesIn *in, size_t size)
{
    if (size > in->left) {
        in->ended = true;
        in->left = 0;
        return NULL;
    }
    const uint8_t *at = in->at;
    in->at += size;
    in->left -= size;
    return at;
}

void bytes_get(BytesIn *in, void *bytes, size_t size)
{
    const uint8_t *at = bytes_skip(in, size);
    if (at) {
        memcpy(bytes, at, size);
    } else {
        memset(bytes, 0, size);
    }
}

uint64_t bytes_get_number(BytesIn *in, int size)
{
    uint8_t bytes[8];
    uint64_t number = 0;
    bytes_get(in, bytes, (size_t)size);
    for (int i = 0; i < size; i++) {
        number = number << 8 | bytes[i];
    }
    return number;
}
