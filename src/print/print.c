/* The module: a job as PDF with its structure tagged and its letters embedded. */
#include "print/leaf.h"
#include "print/sheets.h"

static void draw_dot(const PrintJob *job, cairo_t *cr, double y)
{
    double x = job->rtl ? SHEET_WIDTH - SHEET_EDGE - 5 : SHEET_EDGE + 5;
    cairo_new_path(cr); /* no line from where the words before ended */
    cairo_arc(cr, x, y + 8, 1.6, 0, 2 * G_PI);
    cairo_fill(cr);
}

static void draw_layout(PangoLayout *layout, cairo_t *cr, double x, double y)
{
    cairo_move_to(cr, x, y);
    pango_cairo_update_layout(cr, layout);
    pango_cairo_show_layout(cr, layout);
    g_object_unref(layout);
}

static void draw_block(const Sheets *sheets, const PrintBlock *block, double y, cairo_t *cr)
{
    static const char *const tags[] = {"H1", "H2", "P", "LBody"};
    bool item = block->kind == PRINT_ITEM;
    double indent = sheets->job->rtl ? 0 : sheets_indent(block);
    if (item) {
        cairo_tag_begin(cr, "LI", NULL);
        draw_dot(sheets->job, cr, y);
    }
    cairo_tag_begin(cr, tags[block->kind], NULL);
    draw_layout(sheets_layout(sheets, block), cr, SHEET_EDGE + indent, y);
    cairo_tag_end(cr, tags[block->kind]);
    if (item) {
        cairo_tag_end(cr, "LI");
    }
}

static void draw_footer(const Sheets *sheets, cairo_t *cr)
{
    PangoLayout *footer = sheets_footer(sheets);
    double top = SHEET_HEIGHT - SHEET_EDGE / 2 - pdf_height(footer);
    cairo_set_line_width(cr, 0.5);
    cairo_move_to(cr, SHEET_EDGE, top - 4);
    cairo_line_to(cr, SHEET_WIDTH - SHEET_EDGE, top - 4);
    cairo_stroke(cr);
    draw_layout(footer, cr, SHEET_EDGE, top);
}

static void draw_job(Sheets *sheets, cairo_t *cr)
{
    bool list = false;
    cairo_tag_begin(cr, "Document", NULL);
    for (size_t i = 0; i < sheets->job->count; i++) {
        const PrintBlock *block = &sheets->job->blocks[i];
        Sheets before = *sheets;
        double top;
        bool item = block->kind == PRINT_ITEM;
        sheets_place(sheets, i, &top);
        if (list && !item) {
            cairo_tag_end(cr, "L");
        }
        if (sheets->page != before.page) {
            draw_footer(&before, cr);
            cairo_show_page(cr);
        }
        if (item && !list) {
            cairo_tag_begin(cr, "L", NULL);
        }
        list = item;
        draw_block(sheets, block, top, cr);
    }
    if (list) {
        cairo_tag_end(cr, "L");
    }
    draw_footer(sheets, cr);
    cairo_tag_end(cr, "Document");
}

static bool print(const PrintJob *job, PrintInto *into, void *context)
{
    Pdf pdf;
    pdf_begin(&pdf,
              &(PdfAbout){job->title, job->day, job->language, job->rtl, SHEET_WIDTH, SHEET_HEIGHT},
              into, context);
    Sheets sheets = {job, pdf.context, 0, SHEET_EDGE};
    draw_job(&sheets, pdf.cr);
    return pdf_end(&pdf);
}

static size_t lay(const PrintJob *job, size_t *pages)
{
    PangoFontMap *map;
    Sheets sheets = {job, pdf_context(job->language, job->rtl, &map), 0, SHEET_EDGE};
    for (size_t i = 0; i < job->count; i++) {
        double top;
        sheets_place(&sheets, i, &top);
        pages[i] = sheets.page;
    }
    g_object_unref(sheets.context);
    g_object_unref(map);
    return sheets.page + 1;
}

__attribute__((visibility("default")))
const PrintModule pebblecove_print = {PRINT_VERSION, print, lay, leaf_print};
