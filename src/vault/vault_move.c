#include "vault/vault_move.h"

#include "base/file.h"
#include "base/memory.h"
#include "vault/vault_inside.h"

#include <stdlib.h>
#include <string.h>

struct VaultMove {
    Vault *vault;
    char *path; /* where it was */
    KeyRing ring;
};

static void forget_rows(KeyRing *ring)
{
    for (size_t i = 0; i < ring->count; i++) {
        Key *key = &ring->keys[i];
        if (key->epoch == KEY_ERASED) {
            memset(key->inbox, 0, sizeof key->inbox); /* the sum over no rows: erased.c */
        }
    }
}

VaultMove *vault_move_begin(Vault *vault, const char *folder, Error *error)
{
    VaultMove *move = memory_new(1, sizeof *move);
    *move = (VaultMove){vault, vault->path, vault->ring};
    vault->ring = key_ring_copy(&move->ring);
    vault->path = path_join(folder, VAULT_FILE);
    forget_rows(&vault->ring);
    if (!vault_save(vault, error)) {
        vault_move_end(move, false);
        return NULL;
    }
    return move;
}

void vault_move_end(VaultMove *move, bool done)
{
    if (!move) {
        return;
    }
    Vault *vault = move->vault;
    free(vault->path);
    vault->path = move->path;
    key_ring_clear(done ? &move->ring : &vault->ring);
    if (!done) {
        vault->ring = move->ring;
    }
    free(move);
}
