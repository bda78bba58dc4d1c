/* The inside of a vault, for the files of vault/ alone. */
#ifndef VAULT_VAULT_INSIDE_H
#define VAULT_VAULT_INSIDE_H

#include "vault/key_ring.h"
#include "vault/vault.h"

#include <pthread.h>

struct Vault {
    char *path;      /* NULL until it has a place */
    KeyFile file;    /* its head; ring and nonce are made when it is written */
    uint8_t *master; /* guarded */
    KeyRing ring;
    pthread_mutex_t *guard; /* entries are sealed on the writer's thread */
};

/* Around everything that looks at keys or changes them. Not twice by one thread. */
void vault_enter(const Vault *vault);
void vault_leave(const Vault *vault);

/* Inside. Keeps what was changed in the ring or the head; on failure *vault's head is as it was. */
bool vault_save(Vault *vault, Error *error);

/* Inside. The key for what is theirs; made and kept when it is the first. NULL and *error when it
 * cannot be kept, or they were erased. */
const Key *vault_key(Vault *vault, const Whose *whose, Error *error);

#endif
