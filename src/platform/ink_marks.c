/* The pixels of strokes: how much of each is covered, then the colour through that. */
#include "platform/ink.h"
#include "platform/pixels.h"

#include "ui/sheet.h"

#include <math.h>
#include <string.h>

/* One stroke on its way over one part of a sheet. */
typedef struct Stroke {
    uint8_t *coverage;
    int width, height;
    float scale, left, top; /* px of the sheet's unit; of the part's corner */
    float radius, soft;     /* px: half the width; over which the edge fades */
    CurvePoint at;          /* where the curve has come to; px on the part */
    bool begun;
} Stroke;

static CurvePoint placed(const Stroke *stroke, CurvePoint point)
{
    return (CurvePoint){point.x * stroke->scale - stroke->left,
                        point.y * stroke->scale - stroke->top};
}

static int bounded(float value, int most)
{
    return value < 0 ? 0 : value > (float)most ? most : (int)value;
}

static void cover_row(const Stroke *stroke, uint8_t *row, int from, int to, float y, CurvePoint a,
                      CurvePoint way, float length)
{
    for (int x = from; x < to; x++) {
        float px = (float)x + 0.5f - a.x, py = y - a.y;
        float along = length > 0 ? (px * way.x + py * way.y) / length : 0;
        along = along < 0 ? 0 : along > 1 ? 1 : along;
        float dx = px - along * way.x, dy = py - along * way.y;
        float inside = (stroke->radius + 0.5f - sqrtf(dx * dx + dy * dy)) / stroke->soft;
        int covered = inside <= 0 ? 0 : inside >= 1 ? 255 : (int)(inside * 255);
        row[x] = covered > row[x] ? (uint8_t)covered : row[x];
    }
}

static void cover_line(Stroke *stroke, CurvePoint b)
{
    const CurvePoint a = stroke->at, way = {b.x - a.x, b.y - a.y};
    float more = stroke->radius + 1.5f, length = way.x * way.x + way.y * way.y;
    int left = bounded(fminf(a.x, b.x) - more, stroke->width);
    int right = bounded(fmaxf(a.x, b.x) + more, stroke->width);
    int top = bounded(fminf(a.y, b.y) - more, stroke->height);
    int bottom = bounded(fmaxf(a.y, b.y) + more, stroke->height);
    for (int y = top; y < bottom; y++)
        cover_row(stroke, stroke->coverage + (ptrdiff_t)y * stroke->width, left, right,
                  (float)y + 0.5f, a, way, length);
    stroke->at = b;
}

static void cover_piece(void *context, CurvePoint bend, CurvePoint end)
{
    enum { STEPS_MOST = 16, STEP = 5 /* px */ };
    Stroke *stroke = context;
    CurvePoint to = placed(stroke, end), over = placed(stroke, bend), from = stroke->at;
    if (!stroke->begun) {
        stroke->begun = true;
        stroke->at = to;
        cover_line(stroke, to);
        return;
    }
    float length = hypotf(over.x - from.x, over.y - from.y) + hypotf(to.x - over.x, to.y - over.y);
    bool straight = bend.x == end.x && bend.y == end.y;
    int steps = straight ? 1 : bounded(length / STEP, STEPS_MOST - 1) + 1;
    for (int i = 1; i <= steps; i++) {
        float t = (float)i / (float)steps, rest = 1 - t;
        float ends = straight ? 0 : rest * rest, bends = straight ? 0 : 2 * rest * t;
        float rests = straight ? 1 : t * t;
        cover_line(stroke, (CurvePoint){ends * from.x + bends * over.x + rests * to.x,
                                        ends * from.y + bends * over.y + rests * to.y});
    }
}

/* Wax on rough paper: the same everywhere on the sheet, however it is cut into parts. */
static uint32_t grain(int x, int y)
{
    uint32_t number = (uint32_t)x * 374761393u + (uint32_t)y * 668265263u;
    number = (number ^ number >> 13) * 1274126177u;
    return (number ^ number >> 16) & 255;
}

static uint32_t waxed(uint32_t covered, int x, int y)
{
    uint32_t fine = grain(x, y), coarse = grain(x / 3 + 7919, y / 3);
    uint32_t rough = (fine + 2 * coarse) / 3;
    uint32_t kept = rough > 196 ? 70 : 190 + rough / 4;
    return divide_255(covered * (kept > 255 ? 255 : kept));
}

static void lay(const Mark *mark, const Stroke *stroke, Picture *part)
{
    const uint32_t pixel = pixel_of(mark->pen.color) | 0xFF000000;
    const uint32_t alpha = brush_alpha(mark->pen.brush);
    for (int y = 0; y < stroke->height; y++) {
        const ptrdiff_t row = (ptrdiff_t)y * stroke->width;
        for (int x = 0; x < stroke->width; x++) {
            uint32_t covered = stroke->coverage[row + x];
            if (covered == 0)
                continue;
            if (mark->pen.brush == BRUSH_CRAYON)
                covered = waxed(covered, x + (int)stroke->left, y + (int)stroke->top);
            uint32_t over = scale_pixel(pixel, divide_255(covered * alpha));
            part->pixels[row + x] = over + scale_pixel(part->pixels[row + x], 255 - (over >> 24));
        }
    }
}

static bool misses(const Mark *mark, const Stroke *stroke)
{
    float more = stroke->radius + 2;
    bool left = true, right = true, above = true, below = true;
    for (int i = 0; i < mark->count; i++) {
        CurvePoint at = placed(stroke, (CurvePoint){mark->spots[i].x, mark->spots[i].y});
        left = left && at.x < -more;
        right = right && at.x > (float)stroke->width + more;
        above = above && at.y < -more;
        below = below && at.y > (float)stroke->height + more;
    }
    return left || right || above || below;
}

void ink_marks(const Ink *ink, int from, int to, Picture *part, uint8_t *coverage)
{
    const float scale = ink->area.width / PAPER_WIDTH;
    for (int i = from; i < to; i++) {
        const Mark *mark = &ink->marks[i];
        float radius = fmaxf(brush_width(mark->pen.brush) * scale / 2, 0.75f);
        Stroke stroke = {.coverage = coverage,
                         .width = part->width,
                         .height = part->height,
                         .scale = scale,
                         .left = ink->part.x,
                         .top = ink->part.y,
                         .radius = radius,
                         .soft = mark->pen.brush == BRUSH_SOFT ? fmaxf(radius / 2, 1) : 1};
        if (mark->count == 0 || misses(mark, &stroke))
            continue;
        memset(coverage, 0, (size_t)part->width * (size_t)part->height);
        stroke_curve(mark->spots, mark->count, cover_piece, &stroke);
        lay(mark, &stroke, part);
    }
}
