/* The list that passphrases are suggested from. Private to vault/. */
#ifndef VAULT_WORDS_H
#define VAULT_WORDS_H

#include <stddef.h>

size_t words_count(void);
const char *words_at(size_t index); /* index < words_count(); sorted */

#endif
