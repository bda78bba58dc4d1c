#include "platform/pane.h"

/* How long a frame may wait for its pictures before it is shown without them. */
enum { FIRST_PATIENCE_MS = 30, PATIENCE_MS = 6 };

/* Only what differs from the last picture is drawn, unless that was not whole. */
static void draw_damage(Pane *pane, const Renderer *renderer, Canvas *canvas, const DrawList *list,
                        bool whole)
{
    Box boxes[DAMAGE_MOST];
    if (!window_keeps(pane->window))
        shown_clear(&pane->last);
    size_t count = damage_find(&pane->last, list, canvas->width, canvas->height, boxes);
    ground_frame(&pane->ground, canvas, list, pane->last.steady, boxes, count);
    for (size_t i = 0; i < count; i++) {
        canvas->clip = boxes[i];
        ground_render(&pane->ground, renderer, canvas, list);
    }
    window_present(pane->window, boxes, count);
    if (!whole)
        shown_clear(&pane->last);
}

void pane_show(Pane *pane, Renderer *renderer, Events *events, const DrawList *list)
{
    int width = 0, height = 0;
    Canvas canvas;
    window_size(pane->window, &width, &height);
    pictures_frame(renderer->pictures);
    render_want_pictures(renderer, list, width, height);
    pictures_await_shown(renderer->pictures, pane->shown ? PATIENCE_MS : FIRST_PATIENCE_MS);
    bool whole = pictures_complete(renderer->pictures);
    if (whole)
        events_forget_pictures(events);
    if (!window_canvas(pane->window, &canvas))
        return;
    renderer->before = &pane->before;
    before_keep(&pane->before, &canvas, list->before);
    draw_damage(pane, renderer, &canvas, list, whole);
    pane->shown = true;
    pane->whole = whole;
}

void pane_clear(Pane *pane)
{
    before_clear(&pane->before);
    shown_clear(&pane->last);
    ground_clear(&pane->ground);
    *pane = (Pane){0};
}
