/* Corner masks and what is put together from them. The cache owns the masks; it is small, and the
 * least recently used gives way. */
#include "platform/shapes.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { MASKS = 64, STEPS = 4 /* radii are told apart to a quarter pixel */ };

typedef enum MaskKind { MASK_CORNER, MASK_SHADOW } MaskKind;

typedef struct CachedMask {
    Mask mask;
    MaskKind kind;
    int radius, extra; /* in quarter pixels; line width or blur */
    unsigned used;
} CachedMask;

struct Shapes {
    CachedMask masks[MASKS];
    unsigned now;
};

Shapes *shapes_new(void)
{
    return memory_new(1, sizeof(Shapes));
}

void shapes_free(Shapes *shapes)
{
    if (!shapes)
        return;
    for (size_t i = 0; i < MASKS; i++)
        free(shapes->masks[i].mask.coverage);
    free(shapes);
}

static double within_unit(double value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

/* How much of a pixel lies inside a disc, from the distance of its middle to the edge. */
static double disc_cover(double radius, double distance)
{
    return radius <= 0 ? 0 : within_unit(radius - distance + 0.5);
}

static Mask corner_mask(double radius, double line)
{
    int side = (int)ceil(radius);
    Mask mask = {memory_new((size_t)side * (size_t)side, 1), side, side};
    for (int y = 0; y < side; y++)
        for (int x = 0; x < side; x++) {
            double distance = hypot(side - x - 0.5, side - y - 0.5);
            double cover = disc_cover(radius, distance);
            if (line > 0)
                cover -= disc_cover(radius - line, distance);
            mask.coverage[y * side + x] = (uint8_t)lround(255 * within_unit(cover));
        }
    return mask;
}

/* Signed distance from the edge of a corner of `radius` whose box begins `margin` px further in. */
static double corner_distance(double x, double y, double margin, double radius)
{
    double dx = margin + radius - x, dy = margin + radius - y;
    if (dx > 0 && dy > 0)
        return hypot(dx, dy) - radius;
    return (dx > dy ? dx : dy) - radius;
}

/* Fall-off of a Gaussian whose standard deviation is half the blur, without its tails: 1 at
 * distance -1, 0 at 1. */
static double shadow_cover(double distance)
{
    double tail = 0.5 * erfc(sqrt(2)), cover = 0.5 * erfc(distance * sqrt(2));
    return within_unit((cover - tail) / (1 - 2 * tail));
}

/* A quarter of the shadow: `blur` px outside the box, and `blur` px or the radius inside it. */
static Mask shadow_mask(double radius, double blur)
{
    int outside = (int)ceil(blur), inside = (int)ceil(radius > blur ? radius : blur);
    int side = outside + inside;
    double rounder = radius + blur / 2; /* a blurred corner is a rounder one */
    if (rounder > inside)
        rounder = inside;
    Mask mask = {memory_new((size_t)side * (size_t)side, 1), side, side};
    for (int y = 0; y < side; y++)
        for (int x = 0; x < side; x++) {
            double distance = corner_distance(x + 0.5, y + 0.5, outside, rounder);
            mask.coverage[y * side + x] = (uint8_t)lround(255 * shadow_cover(distance / blur));
        }
    return mask;
}

static CachedMask *mask_slot(Shapes *shapes, MaskKind kind, int radius, int extra)
{
    CachedMask *oldest = &shapes->masks[0];
    for (size_t i = 0; i < MASKS; i++) {
        CachedMask *cached = &shapes->masks[i];
        if (cached->mask.coverage && cached->kind == kind && cached->radius == radius &&
            cached->extra == extra)
            return cached;
        if (cached->used < oldest->used)
            oldest = cached;
    }
    free(oldest->mask.coverage);
    *oldest = (CachedMask){.kind = kind, .radius = radius, .extra = extra};
    return oldest;
}

static const Mask *find_mask(Shapes *shapes, MaskKind kind, float radius, float extra)
{
    int steps = (int)lroundf(radius * STEPS), extra_steps = (int)lroundf(extra * STEPS);
    CachedMask *cached = mask_slot(shapes, kind, steps, extra_steps);
    cached->used = ++shapes->now;
    if (!cached->mask.coverage) {
        double r = (double)steps / STEPS, e = (double)extra_steps / STEPS;
        cached->mask = kind == MASK_CORNER ? corner_mask(r, e) : shadow_mask(r, e);
    }
    return &cached->mask;
}

const Mask *shapes_corner(Shapes *shapes, float radius, float line_width)
{
    return find_mask(shapes, MASK_CORNER, radius, line_width);
}

static void draw_corners(const Canvas *canvas, const Mask *mask, Box box, Color color)
{
    int right = box.x + box.width - mask->width, bottom = box.y + box.height - mask->height;
    canvas_mask(canvas, mask, box.x, box.y, FLIP_NONE, color);
    canvas_mask(canvas, mask, right, box.y, FLIP_X, color);
    canvas_mask(canvas, mask, box.x, bottom, FLIP_Y, color);
    canvas_mask(canvas, mask, right, bottom, FLIP_BOTH, color);
}

static float fitting_radius(Box box, float radius)
{
    float most = (float)(box.width < box.height ? box.width : box.height) / 2;
    float fits = radius < most ? radius : floorf(most);
    return fits < 0.5f ? 0 : fits;
}

static void fill_rounded(Shapes *shapes, const Canvas *canvas, Box box, float radius, Color color)
{
    radius = fitting_radius(box, radius);
    if (radius <= 0) {
        canvas_fill(canvas, box, color);
        return;
    }
    const Mask *mask = shapes_corner(shapes, radius, 0);
    int side = mask->width, inner = box.width - 2 * side;
    draw_corners(canvas, mask, box, color);
    canvas_fill(canvas, (Box){box.x + side, box.y, inner, side}, color);
    canvas_fill(canvas, (Box){box.x, box.y + side, box.width, box.height - 2 * side}, color);
    canvas_fill(canvas, (Box){box.x + side, box.y + box.height - side, inner, side}, color);
}

static void draw_ring(Shapes *shapes, const Canvas *canvas, Box box, float radius, int line,
                      Color color)
{
    radius = fitting_radius(box, radius);
    int side = line;
    if (radius > 0) {
        const Mask *mask = shapes_corner(shapes, radius, (float)line);
        draw_corners(canvas, mask, box, color);
        side = mask->width;
    }
    int start = radius > 0 ? side : 0, right = box.x + box.width, bottom = box.y + box.height;
    int across = box.width - 2 * start, down = box.height - 2 * side;
    canvas_fill(canvas, (Box){box.x + start, box.y, across, line}, color);
    canvas_fill(canvas, (Box){box.x + start, bottom - line, across, line}, color);
    canvas_fill(canvas, (Box){box.x, box.y + side, line, down}, color);
    canvas_fill(canvas, (Box){right - line, box.y + side, line, down}, color);
}

static Box box_within(Box box, int by)
{
    Box inner = {box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by};
    return inner.width > 0 && inner.height > 0 ? inner : (Box){box.x, box.y, 0, 0};
}

void shapes_box(Shapes *shapes, const Canvas *canvas, Rect rect, float radius, Color fill,
                Color line, float line_width)
{
    Box box = box_of(rect);
    int width = line.a == 0 || line_width <= 0 ? 0 : line_width < 1 ? 1 : (int)lroundf(line_width);
    if (width == 0) {
        fill_rounded(shapes, canvas, box, radius, fill);
        return;
    }
    Box inner = box_within(box, width);
    float inner_radius = fitting_radius(box, radius) - (float)width;
    if (fill.a == 255 && line.a == 255) /* no seam: the fill lies over the line's colour */
        fill_rounded(shapes, canvas, box, radius, line);
    else
        draw_ring(shapes, canvas, box, radius, width, line);
    fill_rounded(shapes, canvas, inner, inner_radius, fill);
}

/* The straight sides of a shadow: the mask's last column, drawn out over `length` px. */
static void draw_shadow_sides(const Canvas *canvas, const Mask *mask, Box box, Color color)
{
    int side = mask->width, across = box.width - 2 * side, down = box.height - 2 * side;
    for (int i = 0; i < side; i++) {
        Color shade = color;
        shade.a = (unsigned char)(color.a * mask->coverage[i * side + side - 1] / 255);
        canvas_fill(canvas, (Box){box.x + side, box.y + i, across, 1}, shade);
        canvas_fill(canvas, (Box){box.x + side, box.y + box.height - 1 - i, across, 1}, shade);
        canvas_fill(canvas, (Box){box.x + i, box.y + side, 1, down}, shade);
        canvas_fill(canvas, (Box){box.x + box.width - 1 - i, box.y + side, 1, down}, shade);
    }
    canvas_fill(canvas, (Box){box.x + side, box.y + side, across, down}, color);
}

void shapes_shadow(Shapes *shapes, const Canvas *canvas, Rect rect, float radius, float blur,
                   Color color)
{
    Box box = box_of(rect);
    float room = floorf((float)(box.width < box.height ? box.width : box.height) / 2);
    if (room < 1 || color.a == 0)
        return;
    radius = radius > room ? room : radius;
    blur = blur > room ? room : blur < 1 ? 1 : blur;
    const Mask *mask = find_mask(shapes, MASK_SHADOW, radius, blur);
    Box whole = box_within(box, -(int)ceilf(blur));
    draw_corners(canvas, mask, whole, color);
    draw_shadow_sides(canvas, mask, whole, color);
}

void shapes_picture(Shapes *shapes, const Canvas *canvas, const Picture *picture, int x, int y,
                    float radius, Color tint)
{
    int width = picture->width, height = picture->height;
    radius = fitting_radius((Box){x, y, width, height}, radius);
    const Mask *mask = radius > 0 ? shapes_corner(shapes, radius, 0) : NULL;
    int side = mask ? mask->width : 0, right = width - side, bottom = height - side;
    const Box plain[] = {{side, 0, width - 2 * side, side},
                         {0, side, width, height - 2 * side},
                         {side, bottom, width - 2 * side, side}};
    for (size_t i = 0; i < 3; i++)
        canvas_picture(canvas, picture, plain[i], x + plain[i].x, y + plain[i].y, tint, NULL,
                       FLIP_NONE);
    const Box corner[] = {{0, 0, side, side},
                          {right, 0, side, side},
                          {0, bottom, side, side},
                          {right, bottom, side, side}};
    for (int i = 0; mask && i < 4; i++)
        canvas_picture(canvas, picture, corner[i], x + corner[i].x, y + corner[i].y, tint, mask,
                       (Flip)i);
}
