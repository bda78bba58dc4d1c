/* A form of the case, page by page, and saving it (report/case_forms.h). */
#include "screen/desk.h"
#include "screen/screens.h"
#include "screen/sheets.h"

#include <stdlib.h>

typedef struct FormScreen {
    Screen screen;
    CaseForm which;
    Id family, person;
    SheetSaving saving;
} FormScreen;

static FormScreen *self(Screen *screen)
{
    return (FormScreen *)(void *)screen;
}

static const FormScreen *self_const(const Screen *screen)
{
    return (const FormScreen *)(const void *)screen;
}

static void build(const Screen *screen, Tree *tree)
{
    const FormScreen *shown = self_const(screen);
    const ReportFrom from = reporting_from(screen->cove);
    ReportPage page = {.arena = tree->arena};
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.report.pages"),
                           desk_word(screen, tree, "ui.back"));
    case_form_build(&from, shown->which, shown->family, shown->person, &page);
    sheets_build(screen, &page, tree, body);
    sheets_build_saving(screen, &shown->saving, tree, body);
}

static bool save(Screen *screen, ReportForm form, char **path, Error *error)
{
    const FormScreen *shown = self(screen);
    return reporting_save_form(screen->cove, shown->which, shown->family, shown->person, form,
                               shown->saving.folder, path, error);
}

static void hear(Screen *screen, const UiEvent *event)
{
    sheets_hear(screen, &self(screen)->saving, save, event);
}

static void free_screen(Screen *screen)
{
    free(self(screen)->saving.saved);
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-form", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_helper_form(Cove *cove, Stage *stage, CaseForm which, Id family, Id person)
{
    FormScreen *screen = memory_new(1, sizeof *screen);
    screen->screen = (Screen){&ops, cove, stage};
    screen->which = which;
    screen->family = family;
    screen->person = person;
    reporting_folder(cove, screen->saving.folder);
    return &screen->screen;
}
