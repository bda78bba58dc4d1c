/* A data folder is one program's at a time. */
#ifndef APP_HOLD_H
#define APP_HOLD_H

#include "base/error.h"

/* Nobody else may use it until it is released; ERROR_LOCKED when somebody does. */
bool data_folder_hold(const char *path, int *hold, Error *error);
void data_folder_release(int hold);

#endif
