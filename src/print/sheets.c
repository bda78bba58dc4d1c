#include "print/sheets.h"

/* Size in points, what is free above and below, and from the edge. */
static const struct {
    int size;
    bool bold;
    double above, below, indent;
} styles[] = {
    [PRINT_TITLE] = {18, true, 0, 10, 0},
    [PRINT_HEADING] = {13, true, 14, 4, 0},
    [PRINT_LINE] = {11, false, 0, 6, 0},
    [PRINT_ITEM] = {11, false, 0, 4, 16},
};

static PangoLayout *layout_of(const Sheets *sheets, const char *text, int size, bool bold,
                              double width)
{
    PangoAlignment lean = sheets->job->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
    return pdf_words(sheets->context, text, (PdfType){size, bold, lean}, width);
}

PangoLayout *sheets_layout(const Sheets *sheets, const PrintBlock *block)
{
    return layout_of(sheets, block->text, styles[block->kind].size, styles[block->kind].bold,
                     SHEET_WIDTH - 2 * SHEET_EDGE - styles[block->kind].indent);
}

PangoLayout *sheets_footer(const Sheets *sheets)
{
    char *words = g_strdup_printf("%s\n%zu", sheets->job->footer, sheets->page + 1);
    PangoLayout *layout = layout_of(sheets, words, 9, false, SHEET_WIDTH - 2 * SHEET_EDGE);
    g_free(words);
    return layout;
}

double sheets_indent(const PrintBlock *block)
{
    return styles[block->kind].indent;
}

static double height_of(const Sheets *sheets, size_t block)
{
    PangoLayout *layout = sheets_layout(sheets, &sheets->job->blocks[block]);
    double height = pdf_height(layout);
    g_object_unref(layout);
    return height;
}

/* A heading stands with what it is the heading of. */
static double needed(const Sheets *sheets, size_t block)
{
    const PrintBlock *blocks = sheets->job->blocks;
    double height = styles[blocks[block].kind].above + height_of(sheets, block);
    if (blocks[block].kind == PRINT_HEADING && block + 1 < sheets->job->count) {
        height += styles[PRINT_HEADING].below + height_of(sheets, block + 1);
    }
    return height;
}

void sheets_place(Sheets *sheets, size_t block, double *top)
{
    PrintKind kind = sheets->job->blocks[block].kind;
    bool begun = sheets->y > SHEET_EDGE;
    if (begun && sheets->y + needed(sheets, block) > SHEET_HEIGHT - SHEET_FOOT) {
        sheets->page++;
        sheets->y = SHEET_EDGE;
        begun = false;
    }
    *top = sheets->y + (begun ? styles[kind].above : 0);
    sheets->y = *top + height_of(sheets, block) + styles[kind].below;
}
