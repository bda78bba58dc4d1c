/* The pages of a report as its reader will have them, and saving them. Nothing is changed here. */
#include "screen/desk.h"
#include "screen/screens.h"
#include "screen/sheets.h"

#include <stdlib.h>

typedef struct PagesScreen {
    Screen screen;
    ReportWish wish;
    SheetSaving saving;
} PagesScreen;

static PagesScreen *self(Screen *screen)
{
    return (PagesScreen *)(void *)screen;
}

static const PagesScreen *self_const(const Screen *screen)
{
    return (const PagesScreen *)(const void *)screen;
}

static void build(const Screen *screen, Tree *tree)
{
    const ReportFrom from = reporting_from(screen->cove);
    ReportPage page = {.arena = tree->arena};
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.report.pages"),
                           desk_word(screen, tree, "ui.report.title"));
    node_text(tree, body, TYPE_BODY, desk_word(screen, tree, "ui.report.pages.about"));
    report_build(&from, &self_const(screen)->wish, &page);
    sheets_build(screen, &page, tree, body);
    sheets_build_saving(screen, &self_const(screen)->saving, tree, body);
}

static bool save(Screen *screen, ReportForm form, char **path, Error *error)
{
    const PagesScreen *pages = self(screen);
    return reporting_save(screen->cove, &pages->wish, form, pages->saving.folder, path, error);
}

static void hear(Screen *screen, const UiEvent *event)
{
    sheets_hear(screen, &self(screen)->saving, save, event);
}

static void free_screen(Screen *screen)
{
    free(self(screen)->saving.saved);
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
    reporting_folder(cove, pages->saving.folder);
    return &pages->screen;
}
