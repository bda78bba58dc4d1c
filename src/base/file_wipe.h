/* Overwriting what a file held before it was replaced. How much of that a disk forgets is the
 * disk's affair. */
#ifndef BASE_FILE_WIPE_H
#define BASE_FILE_WIPE_H

#include <stdbool.h>

/* Keeps a hand on the file as it is now; -1 when there is none, or it has another name as well. */
int file_wipe_hold(const char *path);
/* Overwrites it, when `wipe`, and lets go; nothing for -1. */
void file_wipe_release(int held, bool wipe);

#endif
