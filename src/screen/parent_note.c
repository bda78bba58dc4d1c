/* A note from an adult's desk to the helper, who finds it in their room. It waits there: this says
 * so, and nothing is sent. */
#include "screen/noting.h"
#include "screen/parent_desk.h"
#include "screen/parent_page.h"
#include "screen/screens.h"

#include "base/memory.h"

typedef struct NoteScreen {
    ParentPage page;
    bool kept;
} NoteScreen;

static NoteScreen *self(Screen *screen)
{
    return (NoteScreen *)(void *)screen;
}

static const NoteScreen *self_const(const Screen *screen)
{
    return (const NoteScreen *)(const void *)screen;
}

static void build_form(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    simple_words(tree, sheet, TYPE_BODY, sitter_words(screen, tree, sitter, "ui.parent.note.when"));
    parent_page_field(
        screen, sitter, tree, sheet,
        &(ParentField){"ui.parent.note.field", "ui.parent.note.keep", "keep-note", PARENT_WORDS});
}

static void build_kept(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    simple_words(tree, sheet, TYPE_BODY, sitter_words(screen, tree, sitter, "ui.parent.note.kept"));
    simple_button(tree, sheet, LOOK_PRIMARY, sitter_words(screen, tree, sitter, "ui.back"), "back",
                  "icon/back");
}

static void build(const Screen *screen, Tree *tree)
{
    Sitter sitter;
    if (!parent_page_sitter(screen, tree, &sitter)) {
        return;
    }
    const char *title = sitter_words(screen, tree, &sitter, "ui.parent.note");
    Node *sheet = parent_page_sheet(screen, &sitter, tree, title, 760);
    if (self_const(screen)->kept) {
        build_kept(screen, &sitter, tree, sheet);
    } else {
        build_form(screen, &sitter, tree, sheet);
    }
}

/* Nothing written is nothing kept. */
static void keep(Screen *screen)
{
    NoteScreen *note = self(screen);
    Sitter sitter;
    Error error = {0};
    char *words = note->page.words;
    if (note->kept || text_is_blank(words) ||
        !sitter_find(screen->cove, note->page.base.sitting, &sitter) ||
        !parent_may_write(&sitter)) {
        return;
    }
    FactSubject subject = {.person = sitter.person->id, .item = id_new(&screen->cove->ids)};
    if (note_fact(screen->cove, sitter.family->id, "ask.words", &subject, words, "", &error)) {
        memory_wipe(words, sizeof note->page.words);
        note->kept = true;
        stage_touch(screen->stage);
    } else {
        stage_notice(screen->stage, &error);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (!parent_page_hear(screen, event) && heard_press(event, "keep-note")) {
        keep(screen);
    }
}

static const ScreenOps ops = {.name = "parent-note",
                              .build = build,
                              .hear = hear,
                              .tier = sitting_screen_tier,
                              .person = sitting_screen_person,
                              .sitting = sitting_screen_sitting,
                              .free = parent_page_free};

Screen *screen_parent_note(Cove *cove, Stage *stage, Id sitting)
{
    NoteScreen *note = memory_new(1, sizeof *note);
    note->page.base = (SittingScreen){{&ops, cove, stage}, sitting, 0};
    return &note->page.base.screen;
}
