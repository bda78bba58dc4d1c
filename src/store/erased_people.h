/* People of whom the key ring says that they were erased. For whoever folds a record. */
#ifndef STORE_ERASED_PEOPLE_H
#define STORE_ERASED_PEOPLE_H

#include "record/record.h"
#include "vault/erased.h"

/* Before the first event is folded: others' events may name them. `vault` may be NULL. */
void erased_people_tell(const Vault *vault, Record *record);

#endif
