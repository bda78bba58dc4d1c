/* What a locked record shows to anybody: that it is whole. For one that nobody has open. */
#ifndef STORE_RECORD_LOOK_H
#define STORE_RECORD_LOOK_H

#include "base/error.h"

#include <stdint.h>

/* Of a data folder or a backup. It is left as it was found. */
bool record_look(const char *folder, uint64_t *entries, Error *error);
/* The mark is there and has its form; who has the keys sees whether it is right. */
bool record_mark_look(const char *folder);

#endif
