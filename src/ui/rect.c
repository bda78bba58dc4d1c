#include "ui/rect.h"

#include <math.h>

bool rect_empty(Rect rect)
{
    return rect.width <= 0 || rect.height <= 0;
}

Rect rect_grown(Rect rect, float x, float y)
{
    return (Rect){rect.x - x, rect.y - y, rect.width + 2 * x, rect.height + 2 * y};
}

Rect rect_scaled(Rect rect, float scale)
{
    return rect_grown(rect, rect.width * (scale - 1) / 2, rect.height * (scale - 1) / 2);
}

Rect rect_cut(Rect a, Rect b)
{
    float x = fmaxf(a.x, b.x), y = fmaxf(a.y, b.y);
    float right = fminf(a.x + a.width, b.x + b.width);
    float bottom = fminf(a.y + a.height, b.y + b.height);
    return (Rect){x, y, fmaxf(right - x, 0), fmaxf(bottom - y, 0)};
}

bool rect_touch(Rect a, Rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}
