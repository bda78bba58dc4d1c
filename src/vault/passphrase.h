/* What a helper types to open the vault: how it is tidied, how hard it is to guess, and a good one
 * to begin with. */
#ifndef VAULT_PASSPHRASE_H
#define VAULT_PASSPHRASE_H

#include "base/error.h"
#include "base/ids.h"

#include <stdint.h>

enum {
    PASSPHRASE_BYTES = 256, /* with the end */
    PASSPHRASE_LEAST = 14,  /* letters, as people count them */
    PASSPHRASE_WORDS = 5    /* of a suggestion */
};

typedef enum Strength { STRENGTH_SHORT, STRENGTH_WEAK, STRENGTH_FAIR, STRENGTH_STRONG } Strength;

/* The same keys on another keyboard may give other code points: both are brought to one form (NFC,
 * single spaces, none at the ends). `out` holds PASSPHRASE_BYTES; secret_wipe it. */
void passphrase_normal(const char *typed, char *out);

/* An estimate of the bits a guesser has to try who knows how people choose. Careful: a word of a
 * language counts 11 bits however long it is, and only once. */
double passphrase_bits(const char *typed);
Strength passphrase_strength(const char *typed);
/* Short and weak ones are refused with a sentence. */
bool passphrase_accept(const char *typed, Error *error);

/* Five words of our list, each drawn by chance (in the program the kernel's: ids_system). `out`
 * holds PASSPHRASE_BYTES; secret_wipe it. */
void passphrase_suggest(const IdSource *chance, char *out);
double passphrase_suggestion_bits(void);

/* How long to wait before the next try after so many wrong ones: 0, 1, 2, 4, ... 60 s. */
int64_t passphrase_wait_ms(int failures);

#endif
