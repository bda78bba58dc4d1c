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
    PangoLayout *layout = pango_layout_new(sheets->context);
    PangoFontDescription *font = pango_font_description_from_string("Andika, Noto Sans, Sans");
    pango_font_description_set_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_alignment(layout, sheets->job->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_set_text(layout, text, -1);
    return layout;
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

double sheets_height(PangoLayout *layout)
{
    int height;
    pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

static double height_of(const Sheets *sheets, size_t block)
{
    PangoLayout *layout = sheets_layout(sheets, &sheets->job->blocks[block]);
    double height = sheets_height(layout);
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
