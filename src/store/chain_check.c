#include "store/chain_check.h"

#include "base/memory.h"

#include <pthread.h>
#include <stdlib.h>

enum { LINKS_AT_ONCE = 2000 }; /* a few milliseconds, for which others may have to wait */

struct ChainCheck {
    Store *store;
    int64_t last;
    pthread_mutex_t guard; /* around the rest */
    CheckState state;
    int64_t at;
    Error error;
};

ChainCheck *chain_check_new(Store *store, int64_t from)
{
    ChainCheck *check = memory_new(1, sizeof *check);
    *check =
        (ChainCheck){.store = store, .last = store_last(store), .at = from, .state = CHECK_GOES_ON};
    pthread_mutex_init(&check->guard, NULL);
    return check;
}

void chain_check_free(void *check)
{
    pthread_mutex_destroy(&((ChainCheck *)check)->guard);
    free(check);
}

static CheckState note(ChainCheck *check, int64_t at, bool whole, const Error *error)
{
    pthread_mutex_lock(&check->guard);
    if (whole) {
        check->at = at;
        check->state = at < check->last ? CHECK_GOES_ON : CHECK_WELL;
    } else {
        check->error = *error;
        check->state = error->code == ERROR_DAMAGED ? CHECK_DAMAGED : CHECK_NONE;
    }
    CheckState state = check->state;
    pthread_mutex_unlock(&check->guard);
    return state;
}

bool chain_check_step(void *context)
{
    ChainCheck *check = context;
    Error error = {0};
    int64_t from = check->at; /* changed on this thread alone */
    int64_t to = check->last - from > LINKS_AT_ONCE ? from + LINKS_AT_ONCE : check->last;
    bool whole = store_check_chain(check->store, from, to, &error);
    return note(check, to, whole, &error) == CHECK_GOES_ON;
}

CheckState chain_check_state(ChainCheck *check, int64_t *at, Error *error)
{
    pthread_mutex_lock(&check->guard);
    CheckState state = check->state;
    *at = check->at;
    if (state == CHECK_DAMAGED) {
        *error = check->error;
    }
    pthread_mutex_unlock(&check->guard);
    return state;
}
