/* The vault: the keys of one data folder, in guarded memory while it is open, sealed in one small
 * file at all times. A passphrase or the recovery code opens it; closing zeroes every key.
 *
 *   passphrase -Argon2id-> wraps the master key <- wraps - recovery code
 *   master key -> key ring: a data key and an inbox pair for each case, each person of it, each
 *                 two of them together, and for what has no case */
#ifndef VAULT_VAULT_H
#define VAULT_VAULT_H

#include "base/whose.h"
#include "vault/recovery.h"

#include <stddef.h>

#define VAULT_FILE "vault.keys"

typedef struct Vault Vault;

/* A trial opens in no time and protects nothing: for tests and the tour. It is marked, and whoever
 * asks for a real vault is refused one that is marked. */
typedef enum VaultKind { VAULT_REAL, VAULT_TRIAL } VaultKind;

bool vault_exists(const char *folder);

/* A new one, in memory alone until vault_place; `code` is what the printed page says. About a
 * second: the passphrase opens it once before it counts. */
bool vault_make(VaultKind kind, const char *passphrase, const Recovery *code, Vault **out,
                Error *error);
/* Writes <folder>/vault.keys, which must not be there. From now on changes are kept in it. */
bool vault_place(Vault *vault, const char *folder, Error *error);

/* About half a second. A wrong passphrase is ERROR_REFUSED, always in the same words; nothing is
 * written, right or wrong. */
bool vault_open(const char *folder, VaultKind kind, const char *passphrase, Vault **out,
                Error *error);
bool vault_open_with_code(const char *folder, VaultKind kind, const char *code, Vault **out,
                          Error *error);
/* Whether it is the passphrase, for an open one. */
bool vault_is_passphrase(const Vault *vault, const char *passphrase, Error *error);
void vault_close(Vault *vault); /* zeroes all keys */

/* No record was ever begun with it: one that is not there is not missing. */
bool vault_is_new(const Vault *vault);
/* From now on it is: durable when it returns true. */
bool vault_has_record(Vault *vault, Error *error);

/* Each is durable when it returns true; on failure everything is as it was. Copies of the old file
 * still open with the old passphrase and code: vault_rewrap makes another master key as well, and
 * overwrites the file of before. */
bool vault_change_passphrase(Vault *vault, const char *passphrase, Error *error);
bool vault_change_code(Vault *vault, const Recovery *code, Error *error);
bool vault_rewrap(Vault *vault, const char *passphrase, const Recovery *code, Error *error);

#endif
