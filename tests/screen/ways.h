/* Ways in for tests: presses things found by role and name with nothing but keys, nothing but a
 * gamepad, or nothing but one switch. Each fails the running test when a thing cannot be reached.
 */
#ifndef TESTS_SCREEN_WAYS_H
#define TESTS_SCREEN_WAYS_H

#include "screen/house.h"

typedef enum Way { WAY_KEYS, WAY_PAD, WAY_SWITCH_AUTO, WAY_SWITCH_STEP, WAY_COUNT } Way;

enum { WAY_DWELL_MS = 1000 };

/* Makes the person somebody who comes this way. */
void way_settle(House *house, Way way, Id person);
void way_press(House *house, Way way, Role role, const char *name);
void way_place(House *house, Way way, const char *card, const char *target);
/* Everything that acts on the screen now is come by; fields only with keys and pads. */
void way_reaches_all(House *house, Way way);

#endif
