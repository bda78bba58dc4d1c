#include "ui/ease.h"

#include <math.h>

static const float pi = 3.14159265f;

static float left_pop(float part)
{
    const float beyond = 1.7f;
    float back = part - 1;
    return -(back * back * ((beyond + 1) * back + beyond));
}

/* Damping 0.7 of the critical one; after the whole time 1/400 of the way is left, and let go. */
static float left_spring(float part)
{
    const float decay = 6.0f, turn = 6.1f;
    float swing = cosf(turn * part) + decay / turn * sinf(turn * part);
    return expf(-decay * part) * swing * (1 - part * part * part);
}

/* A stone: it falls for half of the time, then bounces to 1/12 and 1/50 of the height. */
static float left_fall(float part)
{
    if (part < 0.5f)
        return 1 - 4 * part * part;
    float first = (part - 0.5f) / 0.3f, second = (part - 0.8f) / 0.2f;
    return first < 1 ? first * (1 - first) / 3 : second * (1 - second) * 0.08f;
}

float ease_left(Ease ease, float part)
{
    if (part <= 0)
        return ease == EASE_BOB ? 0 : 1;
    if (part >= 1)
        return 0;
    switch (ease) {
    case EASE_OUT: return (1 - part) * (1 - part) * (1 - part);
    case EASE_POP: return left_pop(part);
    case EASE_SPRING: return left_spring(part);
    case EASE_FALL: return left_fall(part);
    case EASE_BOB: return sinf(3 * pi * part) * (1 - part) * (1 - part);
    }
    return 0;
}
