#include "screen/sheets.h"

#include "screen/desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void build_block(const ReportBlock *block, Tree *tree, Node *sheet)
{
    switch (block->kind) {
    case REPORT_TITLE: node_heading(tree, sheet, TYPE_TITLE, block->text); break;
    case REPORT_HEADING: node_heading(tree, sheet, TYPE_LEAD, block->text)->bold = true; break;
    case REPORT_LINE: node_text(tree, sheet, TYPE_BODY, block->text); break;
    case REPORT_ITEM:
        node_text(tree, sheet, TYPE_BODY,
                  arena_format(tree->arena, "\xe2\x80\xa2 %s", block->text));
        break;
    }
}

static Node *build_sheet(const Screen *screen, size_t number, Tree *tree, Node *body)
{
    Node *sheet = node_group(tree, body, AXIS_COLUMN);
    sheet->key = arena_format(tree->arena, "sheet-%zu", number);
    sheet->look = LOOK_CARD;
    sheet->layout.max_width = 760; /* about as wide as a sheet of paper */
    sheet->layout.gap = 8;
    sheet->layout.cross = ALIGN_STRETCH;
    node_text(tree, sheet, TYPE_SMALL,
              desk_word_count(screen, tree, "ui.report.page", (long)number + 1));
    return sheet;
}

static void build_foot(const ReportPage *page, Tree *tree, Node *sheet)
{
    node_text(tree, sheet, TYPE_SMALL, page->footer);
}

void sheets_build(const Screen *screen, const ReportPage *page, Tree *tree, Node *body)
{
    size_t *pages = arena_alloc(tree->arena, page->count + 1, sizeof *pages);
    report_lay(page, reporting_print(screen->cove), pages);
    Node *sheet = build_sheet(screen, 0, tree, body);
    for (size_t i = 0; i < page->count; i++) {
        if (i > 0 && pages[i] != pages[i - 1]) {
            build_foot(page, tree, sheet);
            sheet = build_sheet(screen, pages[i], tree, body);
        }
        build_block(&page->blocks[i], tree, sheet);
    }
    build_foot(page, tree, sheet);
}

static void build_way(const Screen *screen, ReportForm form, Tree *tree, Node *row)
{
    const char *id = arena_format(tree->arena, "ui.report.save.%s", report_form_id(form));
    Node *button = node_button(tree, row, form == REPORT_PDF ? LOOK_PRIMARY : LOOK_SECONDARY,
                               desk_word(screen, tree, id),
                               action_of("save", report_form_id(form), (int)form));
    button->key = arena_format(tree->arena, "save-%s", report_form_id(form));
}

void sheets_build_saving(const Screen *screen, const SheetSaving *saving, Tree *tree, Node *body)
{
    Node *panel = desk_panel(tree, body, "saving", desk_word(screen, tree, "ui.report.folder"));
    desk_field(tree, panel, "folder", desk_word(screen, tree, "ui.report.folder"), "",
               saving->folder, FOLDER_BYTES, "folder");
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    for (int form = 0; form < REPORT_FORMS; form++) {
        if (form != REPORT_PDF || reporting_print(screen->cove)) {
            build_way(screen, (ReportForm)form, tree, row);
        }
    }
    if (saving->saved) {
        desk_note(tree, panel,
                  arena_format(tree->arena, "%s\n%s", desk_word(screen, tree, "ui.report.saved"),
                               saving->saved));
    }
}

static bool saves(const UiEvent *event)
{
    return heard_press(event, "save") && event->action.value >= 0 &&
           event->action.value < REPORT_FORMS;
}

static void save_as(Screen *screen, SheetSaving *saving, SheetsSave *save, ReportForm form)
{
    Error error = {0};
    char *path = NULL;
    if (!save(screen, form, &path, &error)) {
        stage_notice(screen->stage, &error);
        return;
    }
    free(saving->saved);
    saving->saved = path;
    stage_touch(screen->stage);
}

void sheets_hear(Screen *screen, SheetSaving *saving, SheetsSave *save, const UiEvent *event)
{
    if (event->type == UI_EDIT) {
        snprintf(saving->folder, sizeof saving->folder, "%s", event->text);
        stage_touch(screen->stage);
    } else if (saves(event)) {
        save_as(screen, saving, save, (ReportForm)event->action.value);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}
