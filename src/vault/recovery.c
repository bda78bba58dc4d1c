#include "vault/recovery.h"

#include "vault/secret.h"

#include <sodium.h>

#include <string.h>

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

enum { DIGITS = RECOVERY_GROUPS * RECOVERY_GROUP, CHECK_DIGITS = 2, CHECK_MASK = 1023 };

/* Ten bits of a hash: of mistyped codes, one in a thousand gets past them. */
static unsigned check_of(const uint8_t bytes[RECOVERY_BYTES])
{
    uint8_t hash[crypto_generichash_BYTES_MIN];
    static const uint8_t purpose[] = "pebblecove recovery check";
    crypto_generichash(hash, sizeof hash, bytes, RECOVERY_BYTES, purpose, sizeof purpose - 1);
    return ((unsigned)hash[0] << 8 | hash[1]) & CHECK_MASK;
}

/* Bit `at` of two zero bits and the 128 of the code. */
static unsigned bit_at(const uint8_t bytes[RECOVERY_BYTES], int at)
{
    return at < 2 ? 0 : (unsigned)bytes[(at - 2) / 8] >> (7 - (at - 2) % 8) & 1u;
}

static unsigned digit_at(const uint8_t bytes[RECOVERY_BYTES], int index)
{
    if (index >= DIGITS - CHECK_DIGITS) {
        return check_of(bytes) >> (index == DIGITS - 1 ? 0 : 5) & 31u;
    }
    unsigned digit = 0;
    for (int bit = 0; bit < 5; bit++) {
        digit = digit << 1 | bit_at(bytes, index * 5 + bit);
    }
    return digit;
}

void recovery_write(const uint8_t bytes[RECOVERY_BYTES], Recovery *out)
{
    char *at = out->text;
    for (int i = 0; i < DIGITS; i++) {
        if (i > 0 && i % RECOVERY_GROUP == 0) {
            *at++ = '-';
        }
        *at++ = alphabet[digit_at(bytes, i)];
    }
    *at = '\0';
}

void recovery_new(const IdSource *chance, Recovery *out)
{
    uint64_t bits[RECOVERY_BYTES / sizeof(uint64_t)];
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
        bits[i] = chance->next(chance->context);
    }
    recovery_write((const uint8_t *)bits, out);
    secret_wipe(bits, sizeof bits);
}

/* ---- reading ---- */

static char as_meant(char letter)
{
    char big = (char)(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
    return (char)(big == 'O' ? '0' : big == 'I' || big == 'L' ? '1' : big);
}

/* The characters of a code that are in `typed`, at most `most`; how many, or -1 for too many or
 * something that is none. */
static int digits_of(const char *typed, uint8_t *digits, int most)
{
    int count = 0;
    for (; *typed; typed++) {
        if (*typed == ' ' || *typed == '-') {
            continue;
        }
        const char *found = strchr(alphabet, as_meant(*typed));
        if (!found || count == most) {
            return -1;
        }
        digits[count++] = (uint8_t)(found - alphabet);
    }
    return count;
}

static void pack(const uint8_t digits[DIGITS], uint8_t bytes[RECOVERY_BYTES])
{
    memset(bytes, 0, RECOVERY_BYTES);
    for (int at = 2; at < 130; at++) {
        unsigned bit = (unsigned)digits[at / 5] >> (4 - at % 5) & 1u;
        bytes[(at - 2) / 8] = (uint8_t)(bytes[(at - 2) / 8] | bit << (7 - (at - 2) % 8));
    }
}

static bool whole(const uint8_t digits[DIGITS], const uint8_t bytes[RECOVERY_BYTES])
{
    bool same = true;
    for (int i = 0; i < DIGITS; i++) {
        same = same && digits[i] == digit_at(bytes, i);
    }
    return same;
}

bool recovery_read(const char *typed, uint8_t bytes[RECOVERY_BYTES], Error *error)
{
    uint8_t digits[DIGITS], packed[RECOVERY_BYTES];
    int count = digits_of(typed, digits, DIGITS);
    bool fine = count == DIGITS;
    if (fine) {
        pack(digits, packed);
        fine = whole(digits, packed);
    }
    if (fine) {
        memcpy(bytes, packed, sizeof packed);
    }
    secret_wipe(digits, sizeof digits);
    secret_wipe(packed, sizeof packed);
    return fine || error_set(error, ERROR_REFUSED, "recovery code",
                             "This is no whole recovery code: it has %d groups of %d characters. "
                             "Compare it with the page, letter by letter.",
                             RECOVERY_GROUPS, RECOVERY_GROUP);
}

bool recovery_group_same(const Recovery *code, int index, const char *typed)
{
    uint8_t wanted[RECOVERY_GROUP], digits[RECOVERY_GROUP];
    char group[RECOVERY_GROUP + 1] = {0};
    memcpy(group, code->text + index * (RECOVERY_GROUP + 1), RECOVERY_GROUP);
    (void)digits_of(group, wanted, RECOVERY_GROUP);
    return digits_of(typed, digits, RECOVERY_GROUP) == RECOVERY_GROUP &&
           memcmp(wanted, digits, sizeof wanted) == 0;
}
