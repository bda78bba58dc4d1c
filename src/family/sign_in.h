/* Signing in: by what a person shows at the door that it is them. Which ways there are for whom,
 * what can be chosen, and what is too easy. Knows no proofs (vault/proof.h) and keeps nothing. */
#ifndef FAMILY_SIGN_IN_H
#define FAMILY_SIGN_IN_H

#include "base/ids.h"
#include "content/shape.h"
#include "content/tier.h"

#include <stdint.h>

typedef enum SignInWay {
    SIGN_IN_NONE, /* taken away: the person enters as before */
    SIGN_IN_PICTURES,
    SIGN_IN_WORD, /* a word of their own */
    SIGN_IN_PIN,
    SIGN_IN_PHRASE,
    SIGN_IN_WAYS
} SignInWay;

enum {
    SIGN_IN_SECRET = 256, /* bytes of what is shown, with the end; wipe it */
    SIGN_IN_PROOF = 128,  /* of what is kept of it, with the end */
    SIGN_IN_PICTURES_MOST = 6,
    SIGN_IN_PIN_LEAST = 6,
    SIGN_IN_PIN_MOST = 12,
    SIGN_IN_WORD_LEAST = 6, /* letters, as people count them */
    SIGN_IN_PHRASE_LEAST = 12
};

/* What is kept of one. */
typedef struct SignIn {
    Id person;
    SignInWay way;
    char animal[ID_MAX]; /* picture the person chose as theirs; "" for none */
    char proof[SIGN_IN_PROOF];
} SignIn;

/* "none", "pictures", ...; NULL when there is none such. */
const char *sign_in_way_id(SignInWay way);
bool sign_in_offered(Tier tier, SignInWay way); /* may this tier choose it? */
SignInWay sign_in_usual(Tier tier);             /* the first one offered */

/* Pictures, always in this order: "boat", ... The youngest see the first few. */
size_t sign_in_picture_count(Tier tier);
const char *sign_in_picture(size_t index);
/* How many make a sequence; the two are the same where the number is fixed. */
size_t sign_in_pictures_least(Tier tier);
size_t sign_in_pictures_most(Tier tier);

/* Animals a child chooses its own from; none for those who are grown up. */
size_t sign_in_animal_count(Tier tier);
const char *sign_in_animal(size_t index);      /* picture: "sign/seal" */
const char *sign_in_animal_name(size_t index); /* "seal" */

/* A sequence is its pictures with a space between each: "boat kite boat". */
size_t sign_in_sequence_length(const char *sequence);
/* False when it is full. */
bool sign_in_sequence_add(char sequence[SIGN_IN_SECRET], const char *picture);
void sign_in_sequence_undo(char sequence[SIGN_IN_SECRET]);

/* What is wrong with a new one. */
typedef enum SignInFault {
    SIGN_IN_FINE,
    SIGN_IN_SHORT,
    SIGN_IN_ALIKE,  /* all the same, or one after the other: the first that others try */
    SIGN_IN_STRANGE /* not what this way is made of */
} SignInFault;
SignInFault sign_in_fault(Tier tier, SignInWay way, const char *secret);

/* How long to wait before the next try after so many wrong ones in a row. The first two are
 * slips. */
int64_t sign_in_wait_ms(int wrong);

#endif
