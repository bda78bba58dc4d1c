/* SHA-256 over parts that carry their length. */
#include "base/digest.h"

#include <sha2.h>

#include <stdint.h>

static void add_length(SHA2_CTX *sha, uint64_t length)
{
    uint8_t bytes[8];
    for (size_t i = 0; i < sizeof bytes; ++i)
        bytes[i] = (uint8_t)(length >> (8 * (sizeof bytes - 1 - i)));
    SHA256Update(sha, bytes, sizeof bytes);
}

Digest digest_of(const DigestPart *parts, size_t count)
{
    SHA2_CTX sha;
    SHA256Init(&sha);
    for (size_t i = 0; i < count; ++i) {
        add_length(&sha, parts[i].size);
        if (parts[i].size > 0)
            SHA256Update(&sha, parts[i].bytes, parts[i].size);
    }
    Digest digest;
    SHA256End(&sha, digest.text);
    return digest;
}
