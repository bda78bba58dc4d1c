/* A proof: what is kept of a sequence, a PIN or a word, so that the same one is known again and
 * cannot be read. For who is at the screen, not for what lies on the disk: short secrets are soon
 * guessed by whoever has the proof, which is why it stands in the sealed record alone. */
#ifndef VAULT_PROOF_H
#define VAULT_PROOF_H

#include "vault/vault.h"

enum { PROOF_BYTES = 128 }; /* with the end */

/* Takes about a tenth of a second (Argon2id, 2 passes over 64 MiB); of a trial next to none. */
bool proof_make(VaultKind kind, const char *secret, char out[PROOF_BYTES], Error *error);
/* False for anything but a proof made here, before any work is done for it. */
bool proof_fits(const char *proof, const char *secret);

#endif
