/* What the desktop was told about its user, as far as plain files say it. */
#ifndef PLATFORM_DESKTOP_H
#define PLATFORM_DESKTOP_H

#include <stdbool.h>

/* Whether less motion is wished for. `config` is the folder of settings ("~/.config"); NULL: nobody
 * wishes anything. What is missing, too large or not understood says nothing. */
bool desktop_less_motion(const char *config);

#endif
