#include "family/sign_in.h"

#include "base/text.h"

#include <assert.h>
#include <string.h>

static const char *const ways[SIGN_IN_WAYS] = {"none", "pictures", "word", "pin", "phrase"};

/* Things of the shore that look nothing like each other. The order holds for ever: hands remember
 * places. */
static const char *const pictures[] = {"boat",       "bucket", "kite",      "shell",
                                       "sun",        "ball",   "umbrella",  "star",
                                       "lighthouse", "anchor", "ice-cream", "boot"};
static const struct {
    const char *name, *picture;
} animals[] = {{"seal", "sign/seal"},
               {"crab", "sign/crab"},
               {"whale", "sign/whale"},
               {"octopus", "sign/octopus"},
               {"turtle", "card/animal-turtle"},
               {"bird", "card/animal-bird"},
               {"rabbit", "card/animal-rabbit"},
               {"horse", "card/animal-horse"}};

enum {
    PICTURES = sizeof pictures / sizeof *pictures,
    PICTURES_T1 = 9,
    ANIMALS = sizeof animals / sizeof *animals,
    DIGITS_LEAST = 3 /* different ones in a PIN */
};

const char *sign_in_way_id(SignInWay way)
{
    return (int)way >= 0 && way < SIGN_IN_WAYS ? ways[way] : NULL;
}

bool sign_in_offered(Tier tier, SignInWay way)
{
    switch (way) {
    case SIGN_IN_PICTURES: return tier != TIER_AD;
    case SIGN_IN_WORD: return tier == TIER_T3 || tier == TIER_T4;
    case SIGN_IN_PIN:
    case SIGN_IN_PHRASE: return tier == TIER_AD;
    default: return false;
    }
}

SignInWay sign_in_usual(Tier tier)
{
    return tier == TIER_AD ? SIGN_IN_PIN : SIGN_IN_PICTURES;
}

/* ---- pictures ---- */

size_t sign_in_picture_count(Tier tier)
{
    return tier == TIER_T1 ? PICTURES_T1 : PICTURES;
}

const char *sign_in_picture(size_t index)
{
    assert(index < PICTURES);
    return pictures[index];
}

size_t sign_in_pictures_least(Tier tier)
{
    return tier == TIER_T1 ? 3 : 4;
}

size_t sign_in_pictures_most(Tier tier)
{
    return tier == TIER_T1 ? 3 : tier == TIER_T2 ? 4 : SIGN_IN_PICTURES_MOST;
}

size_t sign_in_animal_count(Tier tier)
{
    return tier == TIER_T4 || tier == TIER_AD ? 0 : ANIMALS;
}

const char *sign_in_animal(size_t index)
{
    assert(index < ANIMALS);
    return animals[index].picture;
}

const char *sign_in_animal_name(size_t index)
{
    assert(index < ANIMALS);
    return animals[index].name;
}

size_t sign_in_sequence_length(const char *sequence)
{
    size_t length = sequence[0] != '\0';
    for (; *sequence; sequence++) {
        length += *sequence == ' ';
    }
    return length;
}

bool sign_in_sequence_add(char sequence[SIGN_IN_SECRET], const char *picture)
{
    size_t used = strlen(sequence), size = strlen(picture), space = used > 0;
    if (sign_in_sequence_length(sequence) >= SIGN_IN_PICTURES_MOST ||
        used + space + size >= SIGN_IN_SECRET) {
        return false;
    }
    if (space) {
        sequence[used] = ' ';
    }
    memcpy(sequence + used + space, picture, size + 1);
    return true;
}

void sign_in_sequence_undo(char sequence[SIGN_IN_SECRET])
{
    char *last = strrchr(sequence, ' ');
    memset(last ? last : sequence, 0, strlen(last ? last : sequence));
}

/* ---- what is too easy ---- */

static size_t different_bytes(const char *text)
{
    bool seen[256] = {false};
    size_t count = 0;
    for (; *text; text++) {
        count += !seen[(unsigned char)*text];
        seen[(unsigned char)*text] = true;
    }
    return count;
}

/* Digits that each lie as far from the one before, round and round: 123456, 987654, 135791. */
static bool in_steps(const char *digits)
{
    int step = (digits[1] - digits[0] + 10) % 10;
    for (size_t i = 1; digits[i]; i++) {
        if ((digits[i] - digits[i - 1] + 10) % 10 != step) {
            return false;
        }
    }
    return true;
}

/* 123123, 121212: some first part, again and again. */
static bool repeats(const char *text)
{
    size_t length = strlen(text);
    for (size_t part = 1; 2 * part <= length; part++) {
        if (length % part == 0 && memcmp(text, text + part, length - part) == 0) {
            return true;
        }
    }
    return false;
}

static SignInFault pin_fault(const char *pin)
{
    size_t length = strlen(pin);
    if (strspn(pin, "0123456789") != length || length > SIGN_IN_PIN_MOST) {
        return SIGN_IN_STRANGE;
    }
    if (length < SIGN_IN_PIN_LEAST) {
        return SIGN_IN_SHORT;
    }
    return different_bytes(pin) < DIGITS_LEAST || in_steps(pin) || repeats(pin) ? SIGN_IN_ALIKE
                                                                                : SIGN_IN_FINE;
}

static bool is_picture(Tier tier, const char *name, size_t length)
{
    for (size_t i = 0; i < sign_in_picture_count(tier); i++) {
        if (strlen(pictures[i]) == length && memcmp(pictures[i], name, length) == 0) {
            return true;
        }
    }
    return false;
}

static bool all_pictures(Tier tier, const char *sequence)
{
    for (const char *at = sequence; *at;) {
        size_t length = strcspn(at, " ");
        if (!is_picture(tier, at, length)) {
            return false;
        }
        at += length + (at[length] == ' ');
    }
    return true;
}

static bool all_alike(const char *sequence)
{
    size_t first = strcspn(sequence, " ");
    for (const char *at = sequence; *at; at += strcspn(at, " "), at += *at == ' ') {
        if (strcspn(at, " ") != first || memcmp(at, sequence, first) != 0) {
            return false;
        }
    }
    return true;
}

static SignInFault sequence_fault(Tier tier, const char *sequence)
{
    size_t length = sign_in_sequence_length(sequence);
    if (!all_pictures(tier, sequence) || length > sign_in_pictures_most(tier)) {
        return SIGN_IN_STRANGE;
    }
    if (length < sign_in_pictures_least(tier)) {
        return SIGN_IN_SHORT;
    }
    return all_alike(sequence) ? SIGN_IN_ALIKE : SIGN_IN_FINE;
}

static SignInFault words_fault(const char *words, size_t least)
{
    size_t length = 0;
    for (size_t at = 0; words[at]; length++) {
        at = utf8_grapheme_after(words, at);
    }
    if (length < least) {
        return SIGN_IN_SHORT;
    }
    return different_bytes(words) < DIGITS_LEAST || repeats(words) ? SIGN_IN_ALIKE : SIGN_IN_FINE;
}

SignInFault sign_in_fault(Tier tier, SignInWay way, const char *secret)
{
    switch (way) {
    case SIGN_IN_PICTURES: return sequence_fault(tier, secret);
    case SIGN_IN_WORD: return words_fault(secret, SIGN_IN_WORD_LEAST);
    case SIGN_IN_PIN: return pin_fault(secret);
    case SIGN_IN_PHRASE: return words_fault(secret, SIGN_IN_PHRASE_LEAST);
    default: return SIGN_IN_STRANGE;
    }
}

int64_t sign_in_wait_ms(int wrong)
{
    static const int seconds[] = {0, 0, 0, 2, 5, 15, 30, 60};
    enum { LAST = sizeof seconds / sizeof *seconds - 1 };
    return (int64_t)seconds[wrong < 0 ? 0 : wrong > LAST ? LAST : wrong] * 1000;
}
