/* The pens of draw_free, and the cells of the grid on which keys draw. */
#include "activity/kind_draw_free.h"

#include <string.h>

static const char *const brushes[BRUSH_COUNT] = {"thin", "thick", "crayon", "soft"};

static const struct {
    const char *id;
    Color color;
} colors[DRAW_COLORS] = {
    {"ink", {0x22, 0x31, 0x3F, 255}},    {"coral", {0xC9, 0x6F, 0x5A, 255}},
    {"orange", {0xE0, 0xA3, 0x4E, 255}}, {"yellow", {0xF2, 0xCF, 0x63, 255}},
    {"green", {0x7F, 0xA3, 0x6B, 255}},  {"sea", {0x3E, 0x8E, 0xAB, 255}},
    {"blue", {0x5C, 0x8F, 0xB0, 255}},   {"purple", {0x9A, 0x7B, 0xB0, 255}},
    {"brown", {0x8B, 0x6B, 0x52, 255}},  {"white", {0xFF, 0xFF, 0xFF, 255}},
};

const char *draw_brush_id(Brush brush)
{
    return brushes[brush];
}

const char *draw_color_id(int color)
{
    return colors[color].id;
}

Color draw_color(int color)
{
    return colors[color].color;
}

const char *draw_pen_id(Brush brush, int color, Arena *arena)
{
    return arena_format(arena, "%s-%s", brushes[brush], colors[color].id);
}

bool draw_pen_read(const char *id, Brush *brush, int *color)
{
    for (int b = 0; b < BRUSH_COUNT; b++) {
        size_t length = strlen(brushes[b]);
        for (int c = 0; c < DRAW_COLORS; c++) {
            if (strncmp(id, brushes[b], length) == 0 && id[length] == '-' &&
                strcmp(id + length + 1, colors[c].id) == 0) {
                *brush = (Brush)b;
                *color = c;
                return true;
            }
        }
    }
    return false;
}

void draw_grid(const PlayContext *context, int page, int *columns, int *rows)
{
    static const int alone[TIER_COUNT] = {4, 6, 8, 8, 8}, comic[TIER_COUNT] = {3, 4, 4, 4, 4};
    bool one = draw_frames(draw_page(context, page)) == 1;
    *columns = one ? alone[context->tier] : comic[context->tier];
    *rows = *columns * 3 / 4;
}

Spot draw_cell_spot(const PlayContext *context, int page, int cell)
{
    int columns, rows;
    draw_grid(context, page, &columns, &rows);
    int column = cell % columns, row = cell / columns % rows;
    return (Spot){(short)((2 * column + 1) * PAPER_WIDTH / (2 * columns)),
                  (short)((2 * row + 1) * PAPER_HEIGHT / (2 * rows))};
}
