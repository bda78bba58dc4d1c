/* As keeper_open, for who wants to see how far it is and may end it. Private to store/. */
#ifndef STORE_KEEPER_OPEN_H
#define STORE_KEEPER_OPEN_H

#include "store/keeper.h"
#include "store/progress.h"

/* `progress` may be NULL. */
bool keeper_open_seen(Store *store, const Clock *clock, Progress *progress, Keeper **out,
                      Error *error);

#endif
