/* The helper's strip in a window of its own: the stage says whether there is one (stage_strip), the
 * platform has the window, this joins the two. */
#ifndef APP_BESIDE_H
#define APP_BESIDE_H

#include "platform/platform.h"
#include "screen/stage.h"

/* Opens, closes and draws the window, as the stage wants it. True when something was drawn. */
bool beside_show(Stage *stage, Platform *platform);
/* True: the input was that window's, or for it, and is used up. */
bool beside_tell(Stage *stage, Platform *platform, const Input *input);

#endif
