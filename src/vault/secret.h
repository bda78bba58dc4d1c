/* Memory for keys: pages of its own between forbidden ones, out of swap and core dumps where the
 * system allows it, zeroed when given back. */
#ifndef VAULT_SECRET_H
#define VAULT_SECRET_H

#include "base/error.h"

#include <stddef.h>

/* Before anything else of vault/; as often as one likes, on any thread. */
bool secret_ready(Error *error);

void *secret_new(size_t size); /* zeroed, never NULL; secret_free it */
void secret_free(void *secret);
void secret_wipe(void *bytes, size_t size); /* for what lies elsewhere */

/* From now on no core dump of this process is written, and no other of this user's may look into
 * it. False: the system does not let us keep keys out of its swap file. */
bool secret_shield(void);

#endif
