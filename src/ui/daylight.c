#include "ui/daylight.h"

#include <math.h>
#include <stddef.h>

enum { DAY = 24 * 60 };

typedef struct Hour {
    int minute;
    Color veil;
} Hour;

/* Never so dark that words on the sky would be hard to read: tests/ui/test_motion.c. */
static const Hour hours[] = {
    {0, {24, 40, 84, 84}},
    {5 * 60, {24, 40, 84, 84}},
    {6 * 60 + 30, {250, 176, 150, 52}},
    {8 * 60, {255, 226, 168, 36}},
    {10 * 60, {255, 226, 168, 0}},
    {16 * 60, {255, 196, 120, 0}},
    {18 * 60, {246, 150, 92, 56}},
    {19 * 60 + 30, {150, 84, 120, 72}},
    {21 * 60, {24, 40, 84, 84}},
    {DAY, {24, 40, 84, 84}},
};

static unsigned char between(unsigned char from, unsigned char to, float part)
{
    return (unsigned char)lroundf((float)from + ((float)to - (float)from) * part);
}

Color daylight_veil(int minute)
{
    size_t next = 1;
    minute = minute < 0 ? 0 : minute >= DAY ? DAY - 1 : minute;
    while (hours[next].minute <= minute)
        next++;
    const Hour *from = &hours[next - 1], *to = &hours[next];
    float part = (float)(minute - from->minute) / (float)(to->minute - from->minute);
    return (Color){between(from->veil.r, to->veil.r, part), between(from->veil.g, to->veil.g, part),
                   between(from->veil.b, to->veil.b, part),
                   between(from->veil.a, to->veil.a, part)};
}
