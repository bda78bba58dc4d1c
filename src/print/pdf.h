/* A PDF that goes where its bytes are wanted: shared by reports and sheets to work on. */
#ifndef PRINT_PDF_H
#define PRINT_PDF_H

#include "report/print.h"

#include <pango/pangocairo.h>

typedef struct PdfAbout {
    const char *title, *day, *language; /* as PrintJob has them */
    bool rtl;
    double width, height; /* of a page, points */
} PdfAbout;

typedef struct Pdf {
    cairo_t *cr;
    PangoContext *context;
    PangoFontMap *map;
    PrintInto *into;
    void *closure; /* of `into` */
} Pdf;

/* Stays where it is until it was ended: cairo points at it. */
void pdf_begin(Pdf *pdf, const PdfAbout *about, PrintInto *into, void *closure);
/* False: it could not be made. Frees what it holds. */
bool pdf_end(Pdf *pdf);

/* For measuring words alone, as they will be drawn. Fonts are looked up in a map of our own, which
 * goes when the work is done: g_object_unref both. */
PangoContext *pdf_context(const char *language, bool rtl, PangoFontMap **map);

typedef struct PdfType {
    double size; /* points */
    bool bold;
    PangoAlignment lean;
} PdfType;

/* Words of this width at most, in lines; g_object_unref it. */
PangoLayout *pdf_words(PangoContext *context, const char *words, PdfType type, double width);
double pdf_height(PangoLayout *layout);

#endif
