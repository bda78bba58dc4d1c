/* SHA-256 (FIPS 180-4, from libmd) as 64 hexadecimal characters. Names content, seals nothing. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>

enum { DIGEST_LENGTH = 64 };

typedef struct Digest {
    char text[DIGEST_LENGTH + 1];
} Digest;

typedef struct DigestPart {
    const void *bytes;
    size_t size;
} DigestPart;

/* Each part is preceded by its length (8 bytes, highest first), so that moving a byte between parts
 * changes the digest. */
Digest digest_of(const DigestPart *parts, size_t count);

#endif
