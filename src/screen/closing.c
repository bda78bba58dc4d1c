#include "screen/closing.h"

#include "base/memory.h"

#include <stdatomic.h>
#include <stdlib.h>

/* Freed by whoever lets go of it last. */
struct Closing {
    Vault *vault;
    atomic_bool over;
    atomic_int users;
};

static void let_go(Closing *closing)
{
    if (atomic_fetch_sub(&closing->users, 1) == 1) {
        free(closing);
    }
}

/* On whatever thread closed the store: the keys go after it. */
static void end(void *context)
{
    Closing *closing = context;
    vault_close(closing->vault);
    atomic_store(&closing->over, true);
    let_go(closing);
}

Closing *closing_begin(Keeper *keeper, Vault *vault)
{
    Closing *closing = memory_new(1, sizeof *closing);
    closing->vault = vault;
    atomic_init(&closing->users, 2);
    keeper_close_then(keeper, end, closing);
    (void)closing_over(&closing);
    return closing;
}

bool closing_over(Closing **closing)
{
    if (*closing && atomic_load(&(*closing)->over)) {
        let_go(*closing);
        *closing = NULL;
    }
    return *closing == NULL;
}

void closing_forget(Closing *closing)
{
    if (closing) {
        let_go(closing);
    }
}
