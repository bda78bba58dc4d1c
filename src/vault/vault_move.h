/* A vault that goes with its record to another folder, where that is made anew. */
#ifndef VAULT_VAULT_MOVE_H
#define VAULT_VAULT_MOVE_H

#include "vault/vault.h"

typedef struct VaultMove VaultMove;

/* From now on its file is in `folder`; the one that was there stays as it is. The record there is
 * new, so it has no emptied rows of erased cases; that their keys are destroyed stays known. NULL
 * and *error when it cannot be written. */
VaultMove *vault_move_begin(Vault *vault, const char *folder, Error *error);
/* The files of that folder stand where the vault's was before (done), or were given up. NULL is
 * fine. */
void vault_move_end(VaultMove *move, bool done);

#endif
