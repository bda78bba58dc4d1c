/* Whatever the text of a proof: no crash, no reading past its end, no more work than for one made
 * here, and none fits but that one. Tried as the text itself, and behind what a proof of a trial
 * begins with, so that what libsodium reads is reached. */
#include "vault/proof.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define TRIAL "$argon2id$v=19$m=8,t=1,p=1$"
#define REAL "$argon2id$v=19$m=65536,t=2,p=1$"
#define SECRET "boat kite boat"
#define RIGHT TRIAL "KANp3FN4fRkTqxgVtYRT8Q$iTkhJwVGRBol2J6Vpr4fHMfbouATtlBWuf3KpUsSpTE"

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    (void)count, (void)arguments;
    bool fits = proof_fits(RIGHT, SECRET);
    assert(fits);
    return 0;
}

static void try(const char *proof)
{
    bool real = strncmp(proof, REAL, strlen(REAL)) == 0; /* takes as long as one may take */
    if (!real && proof_fits(proof, SECRET)) {
        assert(strcmp(proof, RIGHT) == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char *text = malloc(sizeof TRIAL + size);
    memcpy(text, TRIAL, strlen(TRIAL));
    memcpy(text + strlen(TRIAL), bytes, size);
    text[strlen(TRIAL) + size] = '\0';
    try(text);
    memmove(text, text + strlen(TRIAL), size + 1);
    try(text);
    free(text);
    return 0;
}
