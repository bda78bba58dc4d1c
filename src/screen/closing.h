/* A record that was closed while its disk did not answer: a thread of the keeper still waits for
 * it, and its keys live as long. Until then nobody may open the record again. */
#ifndef SCREEN_CLOSING_H
#define SCREEN_CLOSING_H

#include "store/keeper.h"
#include "vault/vault.h"

typedef struct Closing Closing;

/* Closes the keeper, then the keys (both taken over, both may be NULL). NULL: all is closed. */
Closing *closing_begin(Keeper *keeper, Vault *vault);
/* Frees what is over, which is NULL then; false while it is not. */
bool closing_over(Closing **closing);
void closing_forget(Closing *closing); /* it goes on without us; NULL is fine */

#endif
