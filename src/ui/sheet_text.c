/* A sheet as text: spots in letters, for moves; the whole drawing as SVG, for reports and export.
 */
#include "ui/sheet_svg.h"

#include <stdio.h>
#include <string.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static void number_write(int number, char *text)
{
    text[0] = letters[number >> 6 & 63];
    text[1] = letters[number & 63];
}

void spots_write(const Spot *spots, int count, char text[STROKE_TEXT_MAX])
{
    for (int i = 0; i < count; i++) {
        number_write(spots[i].x, text + 4 * i);
        number_write(spots[i].y, text + 4 * i + 2);
    }
    text[4 * count] = '\0';
}

/* -1 when it is no number below `size`. */
static int number_read(const char *text, int size)
{
    const char *high = memchr(letters, text[0], sizeof letters - 1);
    const char *low = memchr(letters, text[1], sizeof letters - 1);
    long number = high && low ? (high - letters) * 64 + (low - letters) : -1;
    return number < size ? (int)number : -1;
}

int spots_read(const char *text, Spot *spots, int room)
{
    size_t length = strlen(text);
    if (length == 0 || length % 4 != 0 || length / 4 > (size_t)room)
        return 0;
    for (size_t i = 0; i < length / 4; i++) {
        int x = number_read(text + 4 * i, PAPER_WIDTH);
        int y = number_read(text + 4 * i + 2, PAPER_HEIGHT);
        if (x < 0 || y < 0)
            return 0;
        spots[i] = (Spot){(short)x, (short)y};
    }
    return (int)(length / 4);
}

/* ---- SVG ---- */

typedef struct PathText {
    Text *out;
    bool begun;
} PathText;

static void add_number(Text *out, const char *before, float value)
{
    text_addf(out, "%s%d.%02d", before, (int)value, (int)(value * 100) % 100);
}

static void add_piece(void *context, CurvePoint bend, CurvePoint end)
{
    PathText *path = context;
    bool straight = bend.x == end.x && bend.y == end.y;
    text_add(path->out, !path->begun ? "M" : straight ? "L" : "Q");
    if (path->begun && !straight) {
        add_number(path->out, "", bend.x);
        add_number(path->out, " ", bend.y);
        text_add(path->out, " ");
    }
    add_number(path->out, "", end.x);
    add_number(path->out, " ", end.y);
    path->begun = true;
}

static void add_stroke(const Mark *mark, Text *out)
{
    PathText path = {.out = out};
    const Color color = mark->pen.color;
    text_add(out, "<path d=\"");
    stroke_curve(mark->spots, mark->count, add_piece, &path);
    if (mark->count ==
        1) { /* a dot: a stroke that goes nowhere has no round ends in all programs */
        add_number(out, "l", 0);
        add_number(out, " ", 0.01f);
    }
    text_addf(out, "\" fill=\"none\" stroke=\"#%02X%02X%02X\" stroke-width=\"%d\"", color.r,
              color.g, color.b, (int)brush_width(mark->pen.brush));
    int alpha = brush_alpha(mark->pen.brush) * 100 / 255;
    if (alpha < 100)
        text_addf(out, " stroke-opacity=\"0.%02d\"", alpha);
    text_add(out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
}

static void add_stamp(const Mark *mark, int number, const char *svg, Text *out)
{
    char name[24];
    snprintf(name, sizeof name, "mark-%d", number);
    sheet_svg_picture(svg, name,
                      (Rect){(float)mark->spots[0].x - STAMP_SIZE / 2,
                             (float)mark->spots[0].y - STAMP_SIZE / 2, STAMP_SIZE, STAMP_SIZE},
                      out);
}

static void add_escaped(const char *words, Text *out)
{
    for (; *words; words++) {
        switch (*words) {
        case '&': text_add(out, "&amp;"); break;
        case '<': text_add(out, "&lt;"); break;
        case '>': text_add(out, "&gt;"); break;
        default: text_add_bytes(out, words, 1);
        }
    }
}

void sheet_svg(const Sheet *sheet, const char *title, SheetPictureFn *picture, void *context,
               Text *out)
{
    text_addf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">\n<title>",
              PAPER_WIDTH, PAPER_HEIGHT);
    add_escaped(title, out);
    text_addf(out, "</title>\n<rect width=\"%d\" height=\"%d\" fill=\"#FFFDF7\"/>\n", PAPER_WIDTH,
              PAPER_HEIGHT);
    if (sheet->paper)
        sheet_svg_picture(picture(context, sheet->paper), "paper",
                          (Rect){0, 0, PAPER_WIDTH, PAPER_HEIGHT}, out);
    for (int i = 0; i < sheet->count; i++) {
        const Mark *mark = &sheet->marks[i];
        if (mark->stamp)
            add_stamp(mark, i, picture(context, mark->stamp), out);
        else
            add_stroke(mark, out);
    }
    text_add(out, "</svg>\n");
}
