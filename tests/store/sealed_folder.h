/* A data folder with a vault in it, for tests: opens quickly. */
#ifndef TESTS_STORE_SEALED_FOLDER_H
#define TESTS_STORE_SEALED_FOLDER_H

#include "store/store.h"

#define SEALED_FOLDER_PASSPHRASE "five words of a test"

void sealed_folder_make(const char *folder);
/* Opened from the folder; NULL when there is none. vault_close it. */
Vault *sealed_folder_vault(const char *folder);

#endif
