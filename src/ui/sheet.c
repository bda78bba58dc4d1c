/* From the way of a pointer to a stroke: which spots matter, and the curve through them. */
#include "ui/sheet.h"

#include <math.h>
#include <string.h>

float brush_width(Brush brush)
{
    static const float widths[BRUSH_COUNT] = {8, 24, 20, 56};
    return widths[brush];
}

unsigned char brush_alpha(Brush brush)
{
    return brush == BRUSH_SOFT ? 120 : 255;
}

Rect sheet_area(Rect bounds)
{
    float scale = fminf(bounds.width / PAPER_WIDTH, bounds.height / PAPER_HEIGHT);
    float width = floorf(PAPER_WIDTH * scale), height = floorf(PAPER_HEIGHT * scale);
    return (Rect){bounds.x + floorf((bounds.width - width) / 2),
                  bounds.y + floorf((bounds.height - height) / 2), width, height};
}

static short within(float value, int size)
{
    return (short)fminf(fmaxf(floorf(value), 0), (float)size - 1);
}

Spot sheet_spot(Rect area, float x, float y)
{
    if (area.width <= 0 || area.height <= 0)
        return (Spot){0, 0};
    return (Spot){within((x - area.x) * PAPER_WIDTH / area.width, PAPER_WIDTH),
                  within((y - area.y) * PAPER_HEIGHT / area.height, PAPER_HEIGHT)};
}

static float distance(Spot a, Spot b)
{
    return hypotf((float)(a.x - b.x), (float)(a.y - b.y));
}

bool trail_add(Trail *trail, Spot spot)
{
    static const float near = 3;
    if (trail->count == TRAIL_MAX ||
        (trail->count > 0 && distance(trail->spots[trail->count - 1], spot) < near))
        return false;
    trail->spots[trail->count++] = spot;
    return true;
}

/* ---- which spots matter ---- */

static float distance_to_line(Spot spot, Spot from, Spot to)
{
    float dx = (float)(to.x - from.x), dy = (float)(to.y - from.y);
    float px = (float)(spot.x - from.x), py = (float)(spot.y - from.y);
    float length = dx * dx + dy * dy;
    float along = length > 0 ? fminf(fmaxf((px * dx + py * dy) / length, 0), 1) : 0;
    return hypotf(px - along * dx, py - along * dy);
}

static int farthest(const Spot *spots, int from, int to, float *far)
{
    int best = from;
    *far = 0;
    for (int i = from + 1; i < to; i++) {
        float away = distance_to_line(spots[i], spots[from], spots[to]);
        if (away > *far) {
            *far = away;
            best = i;
        }
    }
    return best;
}

/* Douglas and Peucker's way of leaving out what lies within `slack` of a straight line, with a
 * stack of its own. */
static void mark_needed(const Spot *spots, int count, float slack, bool *needed)
{
    struct Part {
        int from, to;
    } parts[TRAIL_MAX];
    int depth = 0;
    parts[depth++] = (struct Part){0, count - 1};
    needed[0] = needed[count - 1] = true;
    while (depth > 0) {
        struct Part part = parts[--depth];
        float far;
        int middle = farthest(spots, part.from, part.to, &far);
        if (far <= slack)
            continue;
        needed[middle] = true;
        parts[depth++] = (struct Part){part.from, middle};
        parts[depth++] = (struct Part){middle, part.to};
    }
}

/* Where a curve that only bends towards its spots would miss a corner. */
static bool is_corner(Spot before, Spot spot, Spot after)
{
    float in = distance(before, spot), out = distance(spot, after);
    if (in <= 0 || out <= 0)
        return false;
    float cosine = ((float)(spot.x - before.x) * (float)(after.x - spot.x) +
                    (float)(spot.y - before.y) * (float)(after.y - spot.y)) /
                   (in * out);
    float half_sine = sqrtf(fmaxf(1 - cosine, 0) / 2);
    return (in + out) / 8 * half_sine > 1.75f;
}

/* A corner is a spot twice. Returns how many spots there would be, written or not. */
static int keep_needed(const Trail *trail, const bool *needed, Spot *spots)
{
    int kept[TRAIL_MAX], count = 0, written = 0;
    for (int i = 0; i < trail->count; i++)
        if (needed[i])
            kept[count++] = i;
    for (int i = 0; i < count; i++) {
        Spot spot = trail->spots[kept[i]];
        bool corner = i > 0 && i + 1 < count &&
                      is_corner(trail->spots[kept[i - 1]], spot, trail->spots[kept[i + 1]]);
        for (int times = corner ? 2 : 1; times > 0; times--, written++)
            if (written < STROKE_SPOTS_MAX)
                spots[written] = spot;
    }
    return written;
}

int trail_stroke(const Trail *trail, Spot spots[STROKE_SPOTS_MAX])
{
    int count = 0;
    for (float slack = 1; trail->count > 0; slack *= 1.4f) {
        bool needed[TRAIL_MAX] = {false};
        mark_needed(trail->spots, trail->count, slack, needed);
        count = keep_needed(trail, needed, spots);
        if (count <= STROKE_SPOTS_MAX)
            break;
    }
    return count;
}

/* ---- the curve ---- */

static CurvePoint point_of(Spot spot)
{
    return (CurvePoint){(float)spot.x + 0.5f, (float)spot.y + 0.5f};
}

static CurvePoint middle(CurvePoint a, CurvePoint b)
{
    return (CurvePoint){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

void stroke_curve(const Spot *spots, int count, CurveFn *each, void *context)
{
    CurvePoint first = point_of(spots[0]);
    each(context, first, first);
    for (int i = 1; i + 1 < count; i++) {
        CurvePoint bend = point_of(spots[i]);
        each(context, bend, middle(bend, point_of(spots[i + 1])));
    }
    if (count > 1) {
        CurvePoint last = point_of(spots[count - 1]);
        each(context, last, last);
    }
}
