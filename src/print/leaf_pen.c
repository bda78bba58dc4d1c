/* What everything on a sheet is drawn with: letters, lines, boxes, pictures. */
#include "print/leaf.h"

#include <librsvg/rsvg.h>
#include <string.h>

double leaf_room(const Leaf *leaf)
{
    return leaf->width - 2 * LEAF_EDGE;
}

double leaf_x(const Leaf *leaf, double start, double width)
{
    return leaf->paper->rtl ? leaf->width - LEAF_EDGE - start - width : LEAF_EDGE + start;
}

LeafType leaf_type(const Leaf *leaf, double times)
{
    double size = leaf->paper->letters * times;
    return (LeafType){.size = size > 9 ? size : 9};
}

void leaf_ink(const Leaf *leaf, LeafInk ink)
{
    static const unsigned inks[] = {
        [INK_WORDS] = 0x22313F, [INK_SOFT] = 0x4A5B6A,  [INK_LINE] = 0x8A8F98,
        [INK_SEA] = 0x1F6F8B,   [INK_WATER] = 0xA9DAE0, [INK_PAPER] = 0xFFFFFF};
    unsigned color = inks[ink];
    cairo_set_source_rgb(leaf->cr, (color >> 16) / 255.0, (color >> 8 & 255) / 255.0,
                         (color & 255) / 255.0);
}

/* ---- words ---- */

static PangoLayout *layout_of(const Leaf *leaf, const char *words, LeafType type, double width)
{
    PangoAlignment lean = type.lean == LEAN_MIDDLE ? PANGO_ALIGN_CENTER
                          : leaf->paper->rtl       ? PANGO_ALIGN_RIGHT
                                                   : PANGO_ALIGN_LEFT;
    return pdf_words(leaf->context, words, (PdfType){type.size, type.bold, lean}, width);
}

double leaf_words_width(const Leaf *leaf, const char *words, LeafType type)
{
    int width;
    PangoLayout *layout = layout_of(leaf, words, type, leaf_room(leaf));
    pango_layout_set_width(layout, -1);
    pango_layout_get_size(layout, &width, NULL);
    g_object_unref(layout);
    return (double)width / PANGO_SCALE;
}

double leaf_words_height(const Leaf *leaf, const char *words, LeafType type, double width)
{
    if (!words) {
        return 0;
    }
    PangoLayout *layout = layout_of(leaf, words, type, width);
    double height = pdf_height(layout);
    g_object_unref(layout);
    return height;
}

double leaf_words(const Leaf *leaf, const char *words, LeafType type, double start, double y,
                  double width)
{
    if (!words) {
        return 0;
    }
    PangoLayout *layout = layout_of(leaf, words, type, width);
    double height = pdf_height(layout);
    leaf_ink(leaf, type.ink);
    cairo_move_to(leaf->cr, leaf_x(leaf, start, width), y);
    pango_cairo_update_layout(leaf->cr, layout);
    pango_cairo_show_layout(leaf->cr, layout);
    cairo_new_path(leaf->cr);
    g_object_unref(layout);
    return height;
}

/* ---- shapes ---- */

void leaf_box(const Leaf *leaf, double start, double y, double width, double height, double round)
{
    cairo_t *cr = leaf->cr;
    double x = leaf_x(leaf, start, width);
    cairo_new_path(cr);
    cairo_arc(cr, x + width - round, y + round, round, -G_PI_2, 0);
    cairo_arc(cr, x + width - round, y + height - round, round, 0, G_PI_2);
    cairo_arc(cr, x + round, y + height - round, round, G_PI_2, G_PI);
    cairo_arc(cr, x + round, y + round, round, G_PI, 3 * G_PI_2);
    cairo_close_path(cr);
}

/* Fitted into `room`, in its middle. Pictures may reach beyond their own edges: these are cut. */
static RsvgRectangle fitted(RsvgHandle *handle, RsvgRectangle room)
{
    gboolean has_width, has_height, has_box;
    RsvgLength width, height;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box,
                                         &box);
    double scale = has_box && box.width > 0 && box.height > 0
                       ? MIN(room.width / box.width, room.height / box.height)
                       : 0;
    RsvgRectangle place = {.width = box.width * scale, .height = box.height * scale};
    place.x = room.x + (room.width - place.width) / 2;
    place.y = room.y + (room.height - place.height) / 2;
    return place;
}

void leaf_picture(const Leaf *leaf, const char *svg, double start, double y, double width,
                  double height)
{
    RsvgHandle *handle =
        svg ? rsvg_handle_new_from_data((const guint8 *)svg, strlen(svg), NULL) : NULL;
    if (!handle) {
        return;
    }
    RsvgRectangle room = {leaf_x(leaf, start, width), y, width, height};
    RsvgRectangle place = fitted(handle, room);
    cairo_save(leaf->cr);
    cairo_rectangle(leaf->cr, place.x, place.y, place.width, place.height);
    cairo_clip(leaf->cr);
    (void)rsvg_handle_render_document(handle, leaf->cr, &place, NULL);
    cairo_restore(leaf->cr);
    cairo_new_path(leaf->cr);
    g_object_unref(handle);
}

void leaf_tag(const Leaf *leaf, const char *tag)
{
    cairo_tag_begin(leaf->cr, tag, NULL);
}

void leaf_tag_end(const Leaf *leaf, const char *tag)
{
    cairo_tag_end(leaf->cr, tag);
}
