/* A drawing: its paper, then strokes and stamps in the order they were made, then what is being
 * drawn now. Strokes are painted in parts of the sheet, each with a number made of all that shows
 * in it, so that a stroke that grows touches only where it grows. */
#include "ui/painter.h"

#include "ui/rect.h"
#include "ui/sheet.h"

#include <math.h>
#include <string.h>

enum { PART = 128 /* px */ };

typedef struct Ground {
    Painter *painter;
    Arena *arena;
    const Sheet *sheet;
    Rect area;
} Ground;

static uint64_t mix(uint64_t number, uint64_t value)
{
    number = (number ^ value) * 1099511628211u;
    return number ^ number >> 29;
}

static float scale_of(const Ground *ground)
{
    return ground->area.width / PAPER_WIDTH;
}

/* All that a stroke of these spots may cover, in px from the corner of the sheet. */
static Rect covered(const Ground *ground, Brush brush, const Spot *spots, int count)
{
    float left = PAPER_WIDTH, top = PAPER_HEIGHT, right = 0, bottom = 0;
    float scale = scale_of(ground), more = brush_width(brush) * scale / 2 + 2;
    for (int i = 0; i < count; i++) {
        left = fminf(left, spots[i].x);
        top = fminf(top, spots[i].y);
        right = fmaxf(right, spots[i].x);
        bottom = fmaxf(bottom, spots[i].y);
    }
    return (Rect){left * scale - more, top * scale - more, (right - left + 1) * scale + 2 * more,
                  (bottom - top + 1) * scale + 2 * more};
}

static uint64_t number_of_spots(uint64_t number, const Spot *spots, int count)
{
    for (int i = 0; i < count; i++)
        number = mix(number, (uint64_t)spots[i].x << 16 | (uint64_t)spots[i].y);
    return number;
}

static uint64_t number_of_pen(const Pen *pen)
{
    uint64_t color = (uint64_t)pen->color.r << 16 | (uint64_t)pen->color.g << 8 | pen->color.b;
    return mix((uint64_t)pen->brush, color);
}

/* Only where the spots around lie near the part: what is drawn elsewhere does not change it. */
static uint64_t number_in_part(const Ground *ground, const Mark *mark, Rect part)
{
    uint64_t number = 0;
    for (int i = 0; i < mark->count; i++) {
        int first = i > 0 ? i - 1 : 0, last = i + 1 < mark->count ? i + 1 : i;
        if (rect_touch(part,
                       covered(ground, mark->pen.brush, mark->spots + first, last - first + 1)))
            number =
                number_of_spots(mix(number, (uint64_t)i), mark->spots + first, last - first + 1);
    }
    return number ? mix(number, number_of_pen(&mark->pen)) : 0;
}

/* ---- parts ---- */

static void add_part(const Ground *ground, Rect part, Ink *ink)
{
    ink->area = ground->area;
    ink->part = part;
    paint_add(ground->painter, (Draw){.type = DRAW_INK,
                                      .rect = {ground->area.x + part.x, ground->area.y + part.y,
                                               part.width, part.height},
                                      .color = {255, 255, 255, 255},
                                      .ink = ink});
}

static uint64_t number_of_place(const Ground *ground, Rect part)
{
    uint64_t number = mix(14695981039346656037u, (uint64_t)ground->area.width);
    return mix(number, (uint64_t)part.x << 32 | (uint64_t)part.y);
}

/* What every stroke of a run covers and its number, so that no part asks for them again. */
typedef struct Run {
    const Mark *marks;
    int count;
    Rect *covered;
    uint64_t *numbers;
} Run;

static Run run_of(const Ground *ground, const Mark *marks, int count)
{
    Run run = {marks, count, arena_alloc(ground->arena, (size_t)count, sizeof(Rect)),
               arena_alloc(ground->arena, (size_t)count, sizeof(uint64_t))};
    for (int i = 0; i < count; i++) {
        run.covered[i] = covered(ground, marks[i].pen.brush, marks[i].spots, marks[i].count);
        run.numbers[i] =
            number_of_spots(number_of_pen(&marks[i].pen), marks[i].spots, marks[i].count);
    }
    return run;
}

static void paint_run_part(const Ground *ground, const Run *run, Rect part)
{
    Ink ink = {.marks = run->marks, .count = run->count};
    for (int i = 0; i < run->count; i++) {
        if (rect_touch(run->covered[i], part)) {
            ink.earlier = ink.number;
            ink.last = i;
            ink.number =
                mix(ink.number ? ink.number : number_of_place(ground, part), run->numbers[i]);
        }
    }
    if (ink.number) {
        Ink *kept = arena_alloc(ground->arena, 1, sizeof *kept);
        *kept = ink;
        add_part(ground, part, kept);
    }
}

static void paint_passing_part(const Ground *ground, const Mark *mark, Rect part)
{
    uint64_t number = number_in_part(ground, mark, part);
    if (!number)
        return;
    Ink *ink = arena_alloc(ground->arena, 1, sizeof *ink);
    *ink = (Ink){.marks = mark,
                 .count = 1,
                 .number = mix(number, number_of_place(ground, part)),
                 .passing = true};
    add_part(ground, part, ink);
}

/* The parts of the sheet, one after the other. False after the last. */
static bool next_part(const Ground *ground, Rect *part)
{
    if (part->width == 0)
        *part = (Rect){0, 0, 0, 0};
    else
        part->x += PART;
    if (part->x >= ground->area.width) {
        part->x = 0;
        part->y += PART;
    }
    part->width = fminf(PART, ground->area.width - part->x);
    part->height = fminf(PART, ground->area.height - part->y);
    return part->y < ground->area.height;
}

/* ---- marks ---- */

static void paint_run(const Ground *ground, const Mark *marks, int count)
{
    Run run = run_of(ground, marks, count);
    for (Rect part = {0}; next_part(ground, &part);)
        paint_run_part(ground, &run, part);
}

static void paint_stamp(const Ground *ground, const Mark *mark)
{
    float scale = scale_of(ground), edge = floorf(STAMP_SIZE * scale);
    paint_add(ground->painter,
              (Draw){.type = DRAW_PICTURE,
                     .rect = {ground->area.x + floorf((float)mark->spots[0].x * scale - edge / 2),
                              ground->area.y + floorf((float)mark->spots[0].y * scale - edge / 2),
                              edge, edge},
                     .name = mark->stamp});
}

static void paint_marks(const Ground *ground)
{
    const Sheet *sheet = ground->sheet;
    for (int from = 0, to; from < sheet->count; from = to) {
        to = from + 1;
        if (sheet->marks[from].stamp) {
            paint_stamp(ground, &sheet->marks[from]);
            continue;
        }
        while (to < sheet->count && !sheet->marks[to].stamp)
            to++;
        paint_run(ground, sheet->marks + from, to - from);
    }
}

static void paint_trail(const Ground *ground, const Pen *pen, const Trail *trail)
{
    Mark *mark = arena_alloc(ground->arena, 1, sizeof *mark);
    *mark = (Mark){.pen = *pen, .spots = trail->spots, .count = trail->count};
    for (Rect part = {0}; next_part(ground, &part);)
        paint_passing_part(ground, mark, part);
}

static void paint_paper(const Ground *ground)
{
    static const Color paper = {255, 253, 247, 255}, edge = {216, 210, 196, 255};
    const float line = dp(ground->painter->measure.manner, 2);
    Rect box = {ground->area.x - line, ground->area.y - line, ground->area.width + 2 * line,
                ground->area.height + 2 * line};
    paint_add(ground->painter, (Draw){.type = DRAW_BOX,
                                      .rect = box,
                                      .color = paper,
                                      .line = edge,
                                      .line_width = line,
                                      .radius = 2 * line});
    if (ground->sheet->paper)
        paint_add(ground->painter,
                  (Draw){.type = DRAW_PICTURE, .rect = ground->area, .name = ground->sheet->paper});
}

void paint_sheet(Painter *painter, const Node *node)
{
    Ground ground = {painter, painter->out->arena, node->sheet, sheet_area(node->bounds)};
    if (ground.area.width < 1 || ground.area.height < 1)
        return;
    paint_paper(&ground);
    paint_clip(painter, ground.area);
    paint_marks(&ground);
    if (node->pen && node->trail && node->trail->count > 0)
        paint_trail(&ground, node->pen, node->trail);
    paint_unclip(painter);
}
