#include "vault/passphrase.h"

#include "base/text.h"
#include "vault/secret.h"
#include "vault/words.h"

#include <math.h>
#include <string.h>

enum { MOST_WAIT_S = 60, LEAST_BITS = 36, STRONG_BITS = 50 };

void passphrase_normal(const char *typed, char *out)
{
    text_tidy(typed, out, PASSPHRASE_BYTES);
}

/* ---- how hard it is to guess ---- */

typedef enum Sort { SORT_SPACE, SORT_LETTER, SORT_DIGIT, SORT_SIGN } Sort;

static Sort sort_of(unsigned char byte)
{
    if (byte == ' ') {
        return SORT_SPACE;
    }
    if (byte >= '0' && byte <= '9') {
        return SORT_DIGIT;
    }
    bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
    return letter ? SORT_LETTER : SORT_SIGN;
}

static size_t run_length(const char *at)
{
    size_t length = 1;
    while (at[length] && sort_of((unsigned char)at[length]) == sort_of((unsigned char)*at)) {
        length++;
    }
    return length;
}

/* How many different bytes: "aaaa" and "1111" are as good as one. */
static double variety(const char *at, size_t length)
{
    bool seen[256] = {false};
    int different = 0;
    for (size_t i = 0; i < length; i++) {
        different += !seen[(unsigned char)at[i]];
        seen[(unsigned char)at[i]] = true;
    }
    return different;
}

static bool came_before(const char *text, const char *at, size_t length)
{
    for (const char *earlier = text; earlier + length <= at; earlier++) {
        if (memcmp(earlier, at, length) == 0) {
            return true;
        }
    }
    return false;
}

static double run_bits(const char *text, const char *at, size_t length)
{
    switch (sort_of((unsigned char)*at)) {
    case SORT_SPACE: return 0;
    case SORT_LETTER: return came_before(text, at, length) ? 1 : fmin(11, 3 * variety(at, length));
    case SORT_DIGIT: return came_before(text, at, length) ? 1 : fmin(10, 2.5 * variety(at, length));
    default: return fmin(10, 4 * variety(at, length));
    }
}

double passphrase_bits(const char *typed)
{
    char text[PASSPHRASE_BYTES];
    double bits = 0;
    passphrase_normal(typed, text);
    for (const char *at = text; *at;) {
        size_t length = run_length(at);
        bits += run_bits(text, at, length);
        at += length;
    }
    secret_wipe(text, sizeof text);
    return bits;
}

static size_t letters_in(const char *typed)
{
    char text[PASSPHRASE_BYTES];
    size_t count = 0;
    passphrase_normal(typed, text);
    for (size_t at = 0; text[at]; count++) {
        at = utf8_grapheme_after(text, at);
    }
    secret_wipe(text, sizeof text);
    return count;
}

Strength passphrase_strength(const char *typed)
{
    if (letters_in(typed) < PASSPHRASE_LEAST) {
        return STRENGTH_SHORT;
    }
    double bits = passphrase_bits(typed);
    return bits < LEAST_BITS ? STRENGTH_WEAK : bits < STRONG_BITS ? STRENGTH_FAIR : STRENGTH_STRONG;
}

bool passphrase_accept(const char *typed, Error *error)
{
    switch (passphrase_strength(typed)) {
    case STRENGTH_SHORT:
        return error_set(error, ERROR_REFUSED, "passphrase",
                         "This passphrase is too short: use at least %d letters, or the words that "
                         "are suggested.",
                         PASSPHRASE_LEAST);
    case STRENGTH_WEAK:
        return error_set(error, ERROR_REFUSED, "passphrase",
                         "This passphrase is easy to guess: add words that have nothing to do with "
                         "each other, or use those that are suggested.");
    default: return true;
    }
}

/* ---- a good one ---- */

/* Every word as likely as any other: what would favor the first ones is drawn again. */
static const char *any_word(const IdSource *chance)
{
    uint64_t count = words_count(), even = UINT64_MAX - UINT64_MAX % count, drawn;
    do {
        drawn = chance->next(chance->context);
    } while (drawn >= even);
    return words_at(drawn % count);
}

void passphrase_suggest(const IdSource *chance, char *out)
{
    size_t length = 0;
    for (int i = 0; i < PASSPHRASE_WORDS; i++) {
        const char *word = any_word(chance);
        size_t size = strlen(word);
        if (i > 0) {
            out[length++] = ' ';
        }
        memcpy(out + length, word, size);
        length += size;
    }
    out[length] = '\0';
}

double passphrase_suggestion_bits(void)
{
    return PASSPHRASE_WORDS * log2((double)words_count());
}

int64_t passphrase_wait_ms(int failures)
{
    int64_t seconds = failures <= 0 ? 0 : failures > 6 ? MOST_WAIT_S : (int64_t)1 << (failures - 1);
    return seconds * 1000;
}
