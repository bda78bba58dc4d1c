/* Whatever the bytes of a key file: no crash, no reading past the end; what is accepted is written
 * back byte by byte. With an odd first byte the sum at the end is made right, so that what lies
 * behind it is reached. */
#include "vault/key_file.h"

#include <sodium.h>

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(const uint8_t *bytes, size_t size)
{
    KeyFile file;
    Error error = {0};
    if (!key_file_read(bytes, size, "fuzz", &file, &error)) {
        assert(error.code && error.place[0] && error.sentence[0]);
        return;
    }
    size_t written;
    uint8_t *again = key_file_write(&file, &written);
    assert(written == size && memcmp(again, bytes, size) == 0);
    free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0 || sodium_init() < 0) {
        return 0;
    }
    uint8_t *copy = malloc(size); /* one too many for the rest, so that it may be empty */
    memcpy(copy, bytes + 1, size - 1);
    if (bytes[0] % 2 && size - 1 >= KEY_HASH) {
        size_t end = size - 1 - KEY_HASH;
        crypto_generichash(copy + end, KEY_HASH, copy, end, NULL, 0);
    }
    check(copy, size - 1);
    free(copy);
    return 0;
}
