/* Read-along: the word being said stands on a soft ground. */
#include "ui/painter.h"

#include <math.h>

enum { BOXES_MOST = 8 }; /* a word broken into more pieces than these is rare enough */

/* As high as the letters and a little more, not as the line. */
static Rect around_word(Rect box, Rect area, const TextStyle *style, float spare)
{
    float height = fminf(box.height, ceilf(style->size * 1.3f));
    return (Rect){area.x + box.x - spare, area.y + box.y + floorf((box.height - height) / 2),
                  box.width + 2 * spare, height};
}

void paint_reading(Painter *painter, const Node *node, Rect area, const TextStyle *style, Color ink)
{
    const Measure *measure = &painter->measure;
    Rect boxes[BOXES_MOST];
    if (node->say_length == 0)
        return;
    float spare = dp(measure->manner, 3);
    bool outlined = measure->manner->theme != THEME_DAY;
    size_t count = measure->ruler->range(measure->ruler->context, node->text, style, area.width,
                                         node->say_start, node->say_start + node->say_length, boxes,
                                         BOXES_MOST);
    for (size_t i = 0; i < count; i++)
        paint_add(painter, (Draw){.type = DRAW_BOX,
                                  .rect = around_word(boxes[i], area, style, spare),
                                  .color = theme_reading(measure->manner, ink),
                                  .line = outlined ? ink : (Color){0},
                                  .line_width = outlined ? dp(measure->manner, 2) : 0,
                                  .radius = dp(measure->manner, 6)});
}
