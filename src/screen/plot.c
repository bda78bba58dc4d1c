#include "screen/plot.h"

enum { LEFT = 64, RIGHT = 960, TOP = 96, BOTTOM = 672, LINES = 3, PARTS = 2 };

static const Pen rule = {BRUSH_THIN, {196, 188, 172, 255}};
static const Pen line = {BRUSH_THIN, {70, 108, 128, 255}};
static const Pen dot = {BRUSH_THICK, {31, 79, 102, 255}};

static short height_of(int value)
{
    value = value < 0 ? 0 : value > 10 ? 10 : value;
    return (short)(BOTTOM - (BOTTOM - TOP) * value / 10);
}

static short place_of(size_t index, size_t count)
{
    return (short)(count < 2 ? (LEFT + RIGHT) / 2
                             : LEFT + (RIGHT - LEFT) * (int)index / (int)(count - 1));
}

static void add(Arena *arena, Sheet *sheet, Mark *marks, Pen pen, const Spot *spots, int count)
{
    Spot *kept = arena_alloc(arena, (size_t)count, sizeof *kept);
    for (int i = 0; i < count; i++) {
        kept[i] = spots[i];
    }
    marks[sheet->count++] = (Mark){.pen = pen, .spots = kept, .count = count};
}

/* At 0, 5 and 10. */
static void add_rules(Arena *arena, Sheet *sheet, Mark *marks)
{
    for (int value = 0; value <= 10; value += 5) {
        Spot across[] = {{LEFT - 32, height_of(value)}, {RIGHT + 32, height_of(value)}};
        add(arena, sheet, marks, rule, across, 2);
    }
}

static void add_values(Arena *arena, Sheet *sheet, Mark *marks, const int *values, size_t count)
{
    Spot before = {0, 0};
    for (size_t i = 0; i < count; i++) {
        Spot here = {place_of(i, count), height_of(values[i])};
        if (i > 0) {
            Spot way[] = {before, here};
            add(arena, sheet, marks, line, way, 2);
        }
        add(arena, sheet, marks, dot, &here, 1);
        before = here;
    }
}

const Sheet *plot_make(Arena *arena, const int *values, size_t count)
{
    size_t from = count > PLOT_MOST ? count - PLOT_MOST : 0;
    Sheet *sheet = arena_alloc(arena, 1, sizeof *sheet);
    Mark *marks = arena_alloc(arena, LINES + PARTS * PLOT_MOST, sizeof *marks);
    sheet->marks = marks;
    add_rules(arena, sheet, marks);
    add_values(arena, sheet, marks, values + from, count - from);
    return sheet;
}
