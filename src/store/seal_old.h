/* The one way to a sealed record on disk; and what becomes of one that an earlier version kept
 * unsealed: it is copied into a sealed one, compared with it, and only then overwritten and
 * removed. Whenever that is cut short, it goes on with the next start; until it is done, the old
 * record is whole. */
#ifndef STORE_SEAL_OLD_H
#define STORE_SEAL_OLD_H

#include "store/store.h"

/* There is an unsealed record in this folder. Asked before anything in it is opened. */
bool store_is_unsealed(const char *folder);
/* Seals what is unsealed, as long as that takes, opens the record (or makes the first one of this
 * vault), and has the vault remember that there is one: it is missed from then on. */
bool store_open_sealed(const char *folder, Vault *vault, Store **out, Error *error);

#endif
