/* The words, the hint and the caret of a field. One line, moved sideways so that the caret
 * shows. */
#include "ui/painter.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

typedef struct Line {
    const char *text;
    TextStyle style;
    float width, caret, shift; /* px; shift: how far the line is moved towards its start */
    bool rtl;
} Line;

/* The first letter decides. */
static bool begins_rtl(const char *text, bool otherwise)
{
    TextWay way = text_way(text, strlen(text));
    return way == TEXT_NO_LETTERS ? otherwise : way == TEXT_RTL;
}

static Line line_of(Painter *painter, const Node *node, float room)
{
    const Measure *measure = &painter->measure;
    void *context = measure->ruler->context;
    const char *text = node->field_shown  ? node->field_shown
                       : node->field_text ? node->field_text
                                          : "";
    int caret = node->field_shown ? node->field_shown_caret : node->field_caret;
    size_t at = caret > 0 ? (size_t)caret : 0;
    size_t length = strlen(text);
    Line line = {.text = text, .rtl = begins_rtl(text, node->rtl)};
    line.style = theme_type(measure->manner, node->type, node->bold, ALIGN_START);
    line.style.start = line.rtl ? START_RIGHT : START_LEFT;
    line.width = ceilf(measure->ruler->measure(context, text, &line.style, 0).width);
    line.caret = measure->ruler->caret(context, text, &line.style, at < length ? at : length);
    float most = room - dp(measure->manner, 4);
    if (node->state.focused && line.caret > most)
        line.shift = line.caret - most;
    return line;
}

static void paint_line(Painter *painter, const Line *line, Rect area, Color text)
{
    float width = fmaxf(area.width, line->width + 4);
    float x = line->rtl ? area.x + area.width - width + line->shift : area.x - line->shift;
    paint_add(painter, (Draw){.type = DRAW_TEXT,
                              .rect = {x, area.y, width, area.height},
                              .color = text,
                              .name = line->text,
                              .style = line->style});
}

static void paint_caret(Painter *painter, const Line *line, Rect area, Color color)
{
    float width = fmaxf(dp(painter->measure.manner, 2), 1);
    float at = line->caret - line->shift;
    float x = line->rtl ? area.x + area.width - at - width : area.x + at;
    float height = ceilf(line->style.size * 1.2f);
    float y = area.y + floorf((area.height - height) / 2);
    paint_add(painter, (Draw){.type = DRAW_BOX, .rect = {x, y, width, height}, .color = color});
}

void paint_field(Painter *painter, const Node *node, Rect area, Color text, Color hint)
{
    Line line = line_of(painter, node, area.width);
    bool empty = line.text[0] == '\0';
    paint_clip(painter, area);
    if (!empty)
        paint_line(painter, &line, area, text);
    else if (node->field_hint && node->field_hint[0])
        paint_line(painter, &(Line){.text = node->field_hint, .style = line.style}, area, hint);
    if (node->state.focused)
        paint_caret(painter, &line, area, text);
    paint_unclip(painter);
}
