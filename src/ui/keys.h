/* Within ui: keys that fit and differ. */
#ifndef UI_KEYS_H
#define UI_KEYS_H

#include "ui/node.h"

/* The key itself, or, when it is too long, its beginning and a number made of all of it. */
const char *key_fitted(const char *key, char buffer[KEY_MAX]);

#endif
