#include "vault/secret.h"

#include "base/memory.h"

#include <sodium.h>

#include <sys/prctl.h>
#include <sys/resource.h>

enum { PAGE = 4096 };

bool secret_ready(Error *error)
{
    return sodium_init() >= 0 ||
           error_set(error, ERROR_SYSTEM, "vault",
                     "This computer gives no good chance, and nothing can be locked without it. "
                     "Start it again.");
}

void *secret_new(size_t size)
{
    void *secret = sodium_malloc(size);
    if (!secret) {
        memory_out();
    }
    sodium_memzero(secret, size);
    return secret;
}

void secret_free(void *secret)
{
    sodium_free(secret);
}

void secret_wipe(void *bytes, size_t size)
{
    sodium_memzero(bytes, size);
}

static bool stays_in_memory(void)
{
    void *page = secret_new(PAGE);
    bool stays = sodium_mlock(page, PAGE) == 0;
    sodium_free(page);
    return stays;
}

/* Leak checkers look into the process too. */
static void hide_from_others(void)
{
#ifndef __SANITIZE_ADDRESS__
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

bool secret_shield(void)
{
    (void)setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    hide_from_others();
    return secret_ready(NULL) && stays_in_memory();
}
