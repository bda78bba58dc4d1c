/* Libraries that nobody waits for at the start. To load SDL2_mixer and SDL2_image with all their
 * codecs takes longer than to open the window, so the program is not linked with them: late_mixer.c
 * and late_image.c define the functions of theirs that we call and hand each call on. */
#ifndef PLATFORM_LATE_H
#define PLATFORM_LATE_H

#include <stdbool.h>

/* Writes the function's address into `function`, a pointer to a pointer to it. The library is
 * opened with the first call and stays. False, and SDL's error is set, when it is not there. */
bool late_find(const char *library, const char *name, void *function);

#endif
