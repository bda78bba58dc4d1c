/* A data folder is one program's at a time. */
#ifndef APP_HOLD_H
#define APP_HOLD_H

#include "base/error.h"

/* Nobody else may use it until it is released; ERROR_LOCKED when somebody does. One whose window is
 * closed and whose disk has not answered yet is waited for a while. */
bool data_folder_hold(const char *path, int *hold, Error *error);
/* It stays held until the program ends, or is released: something is still on its way to the disk.
 */
void data_folder_closing(int hold);
void data_folder_release(int hold);

#endif
