/* Slots: the master key wrapped by what a person knows or keeps. Private to vault/. */
#ifndef VAULT_SLOT_H
#define VAULT_SLOT_H

#include "vault/key_file.h"
#include "vault/recovery.h"

/* `file` gives the store and whether it is a trial; `master` is KEY_BYTES. Makes the slot of
 * *file. A passphrase takes about a second: its slot is opened once again before it counts. */
bool slot_lock_passphrase(KeyFile *file, const char *passphrase, const uint8_t *master,
                          Error *error);
void slot_lock_code(KeyFile *file, const uint8_t code[RECOVERY_BYTES], const uint8_t *master);

/* Unwraps into `master` (guarded memory). ERROR_REFUSED when it is another passphrase: always the
 * same sentence. */
bool slot_open_passphrase(const KeyFile *file, const char *passphrase, uint8_t *master,
                          Error *error);
bool slot_open_code(const KeyFile *file, const uint8_t code[RECOVERY_BYTES], uint8_t *master,
                    Error *error);

#endif
