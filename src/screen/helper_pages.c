/* The pages of a report as its reader will have them, and saving them. Nothing is changed here. */
#include "screen/desk.h"
#include "screen/reporting.h"
#include "screen/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct PagesScreen {
    Screen screen;
    ReportWish wish;
    char folder[FOLDER_BYTES];
    char *saved; /* path of what was saved last; NULL before */
} PagesScreen;

static const PagesScreen *self(const Screen *screen)
{
    return (const PagesScreen *)(const void *)screen;
}

/* ---- building ---- */

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

static void build_pages(const Screen *screen, Tree *tree, Node *body)
{
    const ReportFrom from = reporting_from(screen->cove);
    ReportPage page = {.arena = tree->arena};
    report_build(&from, &self(screen)->wish, &page);
    size_t *pages = arena_alloc(tree->arena, page.count + 1, sizeof *pages);
    report_lay(&page, reporting_print(screen->cove), pages);
    Node *sheet = build_sheet(screen, 0, tree, body);
    for (size_t i = 0; i < page.count; i++) {
        if (i > 0 && pages[i] != pages[i - 1]) {
            build_foot(&page, tree, sheet);
            sheet = build_sheet(screen, pages[i], tree, body);
        }
        build_block(&page.blocks[i], tree, sheet);
    }
    build_foot(&page, tree, sheet);
}

static void build_way(const Screen *screen, ReportForm form, Tree *tree, Node *row)
{
    const char *id = arena_format(tree->arena, "ui.report.save.%s", report_form_id(form));
    Node *button = node_button(tree, row, form == REPORT_PDF ? LOOK_PRIMARY : LOOK_SECONDARY,
                               desk_word(screen, tree, id),
                               action_of("save", report_form_id(form), (int)form));
    button->key = arena_format(tree->arena, "save-%s", report_form_id(form));
}

static void build_saving(const Screen *screen, Tree *tree, Node *body)
{
    const PagesScreen *pages = self(screen);
    Node *panel = desk_panel(tree, body, "saving", desk_word(screen, tree, "ui.report.folder"));
    desk_field(tree, panel, "folder", desk_word(screen, tree, "ui.report.folder"), "",
               pages->folder, FOLDER_BYTES, "folder");
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    for (int form = 0; form < REPORT_FORMS; form++) {
        if (form != REPORT_PDF || reporting_print(screen->cove)) {
            build_way(screen, (ReportForm)form, tree, row);
        }
    }
    if (pages->saved) {
        desk_note(tree, panel,
                  arena_format(tree->arena, "%s\n%s", desk_word(screen, tree, "ui.report.saved"),
                               pages->saved));
    }
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.report.pages"),
                           desk_word(screen, tree, "ui.report.title"));
    node_text(tree, body, TYPE_BODY, desk_word(screen, tree, "ui.report.pages.about"));
    build_pages(screen, tree, body);
    build_saving(screen, tree, body);
}

/* ---- hearing ---- */

static void save(Screen *screen, int form)
{
    PagesScreen *pages = (PagesScreen *)(void *)screen;
    Error error = {0};
    char *path;
    if (form < 0 || form >= REPORT_FORMS) {
        return;
    }
    if (!reporting_save(screen->cove, &pages->wish, (ReportForm)form, pages->folder, &path,
                        &error)) {
        stage_notice(screen->stage, &error);
        return;
    }
    free(pages->saved);
    pages->saved = path;
    stage_touch(screen->stage);
}

static void hear(Screen *screen, const UiEvent *event)
{
    PagesScreen *pages = (PagesScreen *)(void *)screen;
    if (event->type == UI_EDIT) {
        snprintf(pages->folder, sizeof pages->folder, "%s", event->text);
        stage_touch(screen->stage);
    } else if (heard_press(event, "save")) {
        save(screen, event->action.value);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
    free(((PagesScreen *)(void *)screen)->saved);
    memory_wipe(screen, sizeof(PagesScreen));
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-pages", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_helper_pages(Cove *cove, Stage *stage, const ReportWish *wish)
{
    PagesScreen *pages = memory_new(1, sizeof *pages);
    pages->screen = (Screen){&ops, cove, stage};
    pages->wish = *wish;
    reporting_folder(cove, pages->folder);
    return &pages->screen;
}
