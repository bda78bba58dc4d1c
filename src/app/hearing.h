/* What the stage wants to be heard, handed to the platform and written into the speak log. */
#ifndef APP_HEARING_H
#define APP_HEARING_H

#include "platform/platform.h"
#include "screen/stage.h"

#include <stdio.h>

/* `log`: a line for everything that is said; NULL: none. `platform` NULL: nothing is heard. */
void hearing_pass(Stage *stage, Platform *platform, FILE *log);

/* Opens --speak-log; *out is NULL where no file was asked for. */
bool speak_log_open(const char *path, FILE **out, Error *error);
bool speak_log_close(FILE *log, const char *path, Error *error); /* NULL is fine */

#endif
