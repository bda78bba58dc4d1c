/* Whether a module's files changed, asked now and then while a preview is open. */
#ifndef APP_WATCH_H
#define APP_WATCH_H

#include <stdint.h>

/* Another number when a file in the folder, or in the folders in it, came, went or was written. */
uint64_t watch_folder(const char *folder);

#endif
