#include "store/sealed_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

void sealed_folder_make(const char *folder)
{
    Vault *vault;
    IdSource chance = ids_system();
    Recovery code;
    recovery_new(&chance, &code);
    assert_true(vault_make(VAULT_TRIAL, SEALED_FOLDER_PASSPHRASE, &code, &vault, NULL));
    assert_true(vault_place(vault, folder, NULL));
    vault_close(vault);
}

Vault *sealed_folder_vault(const char *folder)
{
    Vault *vault = NULL;
    if (vault_exists(folder)) {
        assert_true(vault_open(folder, VAULT_TRIAL, SEALED_FOLDER_PASSPHRASE, &vault, NULL));
    }
    return vault;
}
