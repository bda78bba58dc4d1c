#include "vault/proof.h"

#include "base/memory.h"
#include "base/text.h"
#include "vault/secret.h"

#include <sodium.h>

#include <string.h>

_Static_assert(PROOF_BYTES == crypto_pwhash_STRBYTES, "a proof is what libsodium writes");

/* Both kinds begin with what they cost. Nothing else is tried: a proof from elsewhere could ask for
 * any amount of memory and time. */
static const char real[] = "$argon2id$v=19$m=65536,t=2,p=1$";
static const char trial[] = "$argon2id$v=19$m=8,t=1,p=1$";

bool proof_make(VaultKind kind, const char *secret, char out[PROOF_BYTES], Error *error)
{
    bool ours = kind == VAULT_REAL;
    unsigned long long passes = ours ? crypto_pwhash_OPSLIMIT_INTERACTIVE : 1;
    size_t memory = ours ? crypto_pwhash_MEMLIMIT_INTERACTIVE : crypto_pwhash_MEMLIMIT_MIN;
    if (!secret_ready(error)) {
        return false;
    }
    return crypto_pwhash_str(out, secret, strlen(secret), passes, memory) == 0 ||
           error_set(error, ERROR_SYSTEM, "sign-in",
                     "There is too little memory free for this. Close other programs and try "
                     "again. Nothing was changed.");
}

bool proof_fits(const char *proof, const char *secret)
{
    char own[PROOF_BYTES] = {0};
    size_t length = strnlen(proof, PROOF_BYTES);
    if (length == PROOF_BYTES || (!text_starts(proof, real) && !text_starts(proof, trial))) {
        return false;
    }
    memcpy(own, proof, length); /* libsodium reads all of it */
    return secret_ready(NULL) && crypto_pwhash_str_verify(own, secret, strlen(secret)) == 0;
}
