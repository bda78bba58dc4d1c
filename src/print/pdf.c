#include "print/pdf.h"

#include <cairo-pdf.h>

static cairo_status_t give(void *closure, const unsigned char *bytes, unsigned int size)
{
    const Pdf *pdf = closure;
    pdf->into(pdf->closure, bytes, size);
    return CAIRO_STATUS_SUCCESS;
}

/* Letters are as wide as they are, not as a grid of pixels would have them. */
static void measure_freely(PangoContext *context)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
}

PangoContext *pdf_context(const char *language, bool rtl, PangoFontMap **map)
{
    *map = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(*map), 72);
    PangoContext *context = pango_font_map_create_context(*map);
    pango_context_set_language(context, pango_language_from_string(language));
    pango_context_set_base_dir(context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    measure_freely(context);
    return context;
}

PangoLayout *pdf_words(PangoContext *context, const char *words, PdfType type, double width)
{
    PangoLayout *layout = pango_layout_new(context);
    PangoFontDescription *font = pango_font_description_from_string("Andika, Noto Sans, Sans");
    pango_font_description_set_size(font, (int)(type.size * PANGO_SCALE));
    pango_font_description_set_weight(font, type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_alignment(layout, type.lean);
    pango_layout_set_text(layout, words, -1);
    return layout;
}

double pdf_height(PangoLayout *layout)
{
    int height;
    pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

void pdf_begin(Pdf *pdf, const PdfAbout *about, PrintInto *into, void *closure)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(give, pdf, about->width, about->height);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, about->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, about->day);
    *pdf = (Pdf){.cr = cairo_create(surface), .into = into, .closure = closure};
    pdf->context = pdf_context(about->language, about->rtl, &pdf->map);
    pango_cairo_update_context(pdf->cr, pdf->context);
    cairo_surface_destroy(surface); /* cr keeps it */
}

bool pdf_end(Pdf *pdf)
{
    cairo_surface_t *surface = cairo_get_target(pdf->cr);
    cairo_show_page(pdf->cr);
    cairo_surface_finish(surface);
    bool well = cairo_status(pdf->cr) == CAIRO_STATUS_SUCCESS &&
                cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    g_object_unref(pdf->context);
    g_object_unref(pdf->map);
    cairo_destroy(pdf->cr);
    return well;
}
