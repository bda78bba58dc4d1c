/* A sealed record with a family's story in it, for tests of what becomes of records. */
#ifndef TESTS_STORE_TOLD_FOLDER_H
#define TESTS_STORE_TOLD_FOLDER_H

#include "store/keeper.h"

enum { TOLD_BEFORE_MOVES = 6 };

/* A folder with a vault and a record of TOLD_BEFORE_MOVES + moves events. */
void told_make(const char *folder, int moves);
Keeper *told_open(const char *folder, Vault *vault);
void told_moves(Keeper *keeper, int moves);
/* Everything, as the program reads it at its start; NULL and *error when it does not. */
char *told_read(const char *folder, Error *error);

#endif
