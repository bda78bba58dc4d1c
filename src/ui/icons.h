/* Icons that point along the way of reading. */
#ifndef UI_ICONS_H
#define UI_ICONS_H

#include <stdbool.h>

/* The picture of an icon where words run from right to left; most are the same. Borrowed. */
const char *icon_turned(const char *icon, bool rtl);

#endif
