/* The certificate of an erasure: what, when, by whom, and what it does not speak for. */
#include "screen/certificate.h"
#include "screen/copies.h"
#include "screen/desk.h"
#include "screen/screens.h"

#include <stdlib.h>

typedef struct CertificateScreen {
    Screen screen;
    Id erased;   /* a case or a person */
    char *saved; /* path of the file, or NULL */
} CertificateScreen;

static CertificateScreen *self(Screen *screen)
{
    return (CertificateScreen *)(void *)screen;
}

static const CertificateScreen *self_const(const Screen *screen)
{
    return (const CertificateScreen *)(const void *)screen;
}

static const LogEntry *entry_of(const Screen *screen)
{
    return certificate_entry(keeper_record(screen->cove->keeper), self_const(screen)->erased);
}

static void line(const Screen *screen, Tree *tree, Node *panel, const char *id, const char *words)
{
    node_text(tree, panel, TYPE_BODY,
              arena_format(tree->arena, "%s: %s", desk_word(screen, tree, id), words))
        ->bold = true;
}

static void build_facts(const Screen *screen, const LogEntry *entry, Tree *tree, Node *panel)
{
    const char *why = arena_format(tree->arena, "ui.erase.why.%s", erase_why_word(entry->why));
    bool person = certificate_of_person(entry);
    node_text(tree, panel, TYPE_BODY,
              desk_word(screen, tree, person ? "ui.erased.what-one" : "ui.erased.what"));
    line(screen, tree, panel, person ? "ui.erased.number-one" : "ui.erased.number",
         certificate_number(tree->arena, certificate_id(entry)));
    line(screen, tree, panel, "ui.erased.complete", desk_when(tree, entry->at));
    line(screen, tree, panel, "ui.erased.by", record_helper(keeper_record(screen->cove->keeper)));
    line(screen, tree, panel, "ui.erase.why", desk_word(screen, tree, why));
    if (person) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.erased.names"));
    }
}

static void build_copies(const Screen *screen, const LogEntry *entry, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "copies", desk_word(screen, tree, "ui.erased.copies"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.erased.copies-text"));
    const CertificateScreen *page = self_const(screen);
    char *copies = copies_until(screen->cove, entry->at);
    if (copies[0]) {
        desk_note(tree, panel, tree_string(tree, copies))->icon = "icon/warning";
    }
    free(copies);
    if (page->saved) {
        desk_note(tree, panel,
                  arena_format(tree->arena, "%s\n%s", desk_word(screen, tree, "ui.erased.saved"),
                               page->saved))
            ->icon = "icon/check";
    } else if (screen->cove->paper_folder) {
        Node *row = simple_row(tree, panel, 8);
        row->layout.main = ALIGN_START;
        simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.erased.save"), "save",
                      "icon/note");
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const LogEntry *entry = entry_of(screen);
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.erased.title"),
                           desk_word(screen, tree, "ui.back"));
    if (!entry) {
        return;
    }
    Node *panels = desk_panels(tree, body);
    build_facts(screen, entry, tree,
                desk_panel(tree, panels, "erased", desk_word(screen, tree, "ui.erased.heading")));
    build_copies(screen, entry, tree, panels);
}

static void save(Screen *screen)
{
    Error error = {0};
    if (!certificate_save(screen->cove, entry_of(screen), &self(screen)->saved, &error)) {
        stage_notice(screen->stage, &error);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "save")) {
        save(screen);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
    free(self(screen)->saved);
    free(screen);
}

static const ScreenOps ops = {
    .name = "certificate", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_certificate(Cove *cove, Stage *stage, Id erased)
{
    CertificateScreen *page = memory_new(1, sizeof *page);
    page->screen = (Screen){&ops, cove, stage};
    page->erased = erased;
    return &page->screen;
}
