#include "platform/damage.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

typedef struct ShownItem {
    uint64_t number; /* made of all that the draw says: equal numbers, equal pictures */
    Box box;
    DrawType type;
} ShownItem;

void shown_clear(Shown *shown)
{
    free(shown->items);
    *shown = (Shown){0};
}

/* ---- one item ---- */

/* FNV-1a over eight bytes at a time. */
static uint64_t mix(uint64_t number, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    for (; size > 0;) {
        uint64_t word = 0;
        size_t step = size < sizeof word ? size : sizeof word;
        memcpy(&word, at, step);
        number = (number ^ word) * 1099511628211u;
        number ^= number >> 29;
        at += step;
        size -= step;
    }
    return number;
}

/* Padding in a struct may differ between equal ones: then something is drawn once too often. */
static uint64_t number_of(const Draw *draw)
{
    uint64_t number = 14695981039346656037u ^ (uint64_t)draw->type;
    const float sizes[] = {draw->rect.x,     draw->rect.y, draw->rect.width, draw->rect.height,
                           draw->line_width, draw->radius, draw->made_width, draw->made_height};
    const unsigned char tints[] = {draw->color.r, draw->color.g, draw->color.b,
                                   draw->color.a, draw->line.r,  draw->line.g,
                                   draw->line.b,  draw->line.a,  draw->cover};
    number = mix(number, sizes, sizeof sizes);
    number = mix(number, tints, sizeof tints);
    if (draw->name)
        number = mix(number, draw->name, strlen(draw->name) + 1);
    if (draw->type == DRAW_TEXT)
        number = mix(number, &draw->style, sizeof draw->style);
    if (draw->type == DRAW_INK)
        number = mix(number, &draw->ink->number, sizeof draw->ink->number);
    return number;
}

static int overhang(const Draw *draw)
{
    switch (draw->type) {
    case DRAW_TEXT: return (int)(2 * draw->style.size) + 1;
    case DRAW_SHADOW: return (draw->line_width > 0 ? (int)draw->line_width : DEFAULT_BLUR) + 1;
    case DRAW_PICTURE: return 1;
    default: return 0;
    }
}

Box damage_box(const Draw *draw)
{
    Box box = box_of(draw->rect);
    int more = overhang(draw);
    return (Box){box.x - more, box.y - more, box.width + 2 * more, box.height + 2 * more};
}

/* ---- boxes ---- */

/* Joins with whatever it overlaps, so that nothing is drawn twice. */
static size_t add_box(Box boxes[DAMAGE_MOST], size_t count, Box box)
{
    for (size_t i = 0; i < count;) {
        if (box_empty(box_cut(boxes[i], box)) && count < DAMAGE_MOST) {
            i++;
            continue;
        }
        box = box_joined(box, boxes[i]);
        boxes[i] = boxes[--count];
        i = 0;
    }
    boxes[count++] = box;
    return count;
}

/* ---- comparing ---- */

static ShownItem item_of(const Draw *draw)
{
    return (ShownItem){number_of(draw), damage_box(draw), draw->type};
}

static bool same(const ShownItem *a, const ShownItem *b)
{
    return a->number == b->number;
}

/* Clips that open and close within the items; others would reach beyond them. */
static bool clips_close(const ShownItem *items, size_t count)
{
    int depth = 0;
    for (size_t i = 0; i < count && depth >= 0; i++)
        depth += (items[i].type == DRAW_CLIP) - (items[i].type == DRAW_UNCLIP);
    return depth == 0;
}

static size_t add_all(Box boxes[DAMAGE_MOST], size_t count, const ShownItem *items,
                      size_t items_count, Box window)
{
    for (size_t i = 0; i < items_count; i++) {
        Box box = box_cut(items[i].box, window);
        if (items[i].type != DRAW_UNCLIP && items[i].type != DRAW_CLIP && !box_empty(box))
            count = add_box(boxes, count, box);
    }
    return count;
}

/* Where the lists are equally long: every item against the one in its place. */
static size_t compare_each(const ShownItem *old, const ShownItem *now, size_t items, Box window,
                           Box boxes[DAMAGE_MOST])
{
    size_t count = 0;
    for (size_t i = 0; i < items; i++) {
        if (same(&old[i], &now[i]))
            continue;
        if (now[i].type == DRAW_CLIP || now[i].type == DRAW_UNCLIP || old[i].type != now[i].type) {
            boxes[0] = window;
            return 1;
        }
        count = add_all(boxes, count, &old[i], 1, window);
        count = add_all(boxes, count, &now[i], 1, window);
    }
    return count;
}

/* Where something came or went: all between the equal beginnings and the equal ends. */
static size_t compare_middle(const ShownItem *old, size_t old_count, const ShownItem *now,
                             size_t now_count, Box window, Box boxes[DAMAGE_MOST])
{
    size_t start = 0, count = 0;
    while (start < old_count && start < now_count && same(&old[start], &now[start]))
        start++;
    while (old_count > start && now_count > start &&
           same(&old[old_count - 1], &now[now_count - 1])) {
        old_count--;
        now_count--;
    }
    if (!clips_close(old + start, old_count - start) ||
        !clips_close(now + start, now_count - start)) {
        boxes[0] = window;
        return 1;
    }
    count = add_all(boxes, count, old + start, old_count - start, window);
    return add_all(boxes, count, now + start, now_count - start, window);
}

static size_t count_steady(const Shown *shown, const ShownItem *now, size_t count)
{
    size_t steady = 0;
    while (steady < count && steady < shown->count && same(&shown->items[steady], &now[steady]))
        steady++;
    return steady;
}

static ShownItem *items_of(const DrawList *list)
{
    ShownItem *items = memory_new(list->count + 1, sizeof *items);
    for (size_t i = 0; i < list->count; i++)
        items[i] = item_of(&list->items[i]);
    return items;
}

size_t damage_find(Shown *shown, const DrawList *list, int width, int height,
                   Box boxes[DAMAGE_MOST])
{
    const Box window = {0, 0, width, height};
    ShownItem *items = items_of(list);
    size_t count = 1, steady = count_steady(shown, items, list->count);
    boxes[0] = window;
    if (shown->width == width && shown->height == height)
        count = shown->count == list->count
                    ? compare_each(shown->items, items, list->count, window, boxes)
                    : compare_middle(shown->items, shown->count, items, list->count, window, boxes);
    free(shown->items);
    *shown = (Shown){
        .items = items, .count = list->count, .steady = steady, .width = width, .height = height};
    return count;
}
