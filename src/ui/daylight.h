/* The light of the hour over the scenes: the same for everybody, whatever they did. */
#ifndef UI_DAYLIGHT_H
#define UI_DAYLIGHT_H

#include "ui/theme.h"

/* A veil for the scene pictures, which are painted by daylight; a == 0 around noon. `minute` of the
 * local day, 0 .. 1439. It changes too slowly to be seen changing. */
Color daylight_veil(int minute);

#endif
