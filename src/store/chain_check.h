/* The weekly look at the whole chain of a record, every link of it, a little at a time: on the
 * writer's thread, when there is nothing to write. May be asked from any thread. Private to store/.
 */
#ifndef STORE_CHAIN_CHECK_H
#define STORE_CHAIN_CHECK_H

#include "store/store.h"

typedef enum CheckState {
    CHECK_NONE, /* none is due, or it was given up: the disk gave no answer */
    CHECK_GOES_ON,
    CHECK_WELL,
    CHECK_DAMAGED
} CheckState;

typedef struct ChainCheck ChainCheck;

/* Of the entries behind `from`, up to the last one there is now; `store` is borrowed. */
ChainCheck *chain_check_new(Store *store, int64_t from);
void chain_check_free(void *check);
bool chain_check_step(void *check); /* some of them; false: it is over */
/* *at: all up to this entry were looked at; *error: why, of CHECK_DAMAGED. */
CheckState chain_check_state(ChainCheck *check, int64_t *at, Error *error);

#endif
