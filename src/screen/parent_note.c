/* A note from an adult's desk to the helper, who finds it in their room. It waits there: this says
 * so, and nothing is sent. */
#include "screen/desk.h"
#include "screen/noting.h"
#include "screen/parent_desk.h"
#include "screen/screens.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

enum { WORDS_MOST = 400 };

typedef struct NoteScreen {
    SittingScreen base;
    char words[WORDS_MOST];
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
    Node *form = node_group(tree, sheet, AXIS_COLUMN);
    form->layout.width = 640;
    form->layout.gap = 8;
    form->layout.cross = ALIGN_STRETCH;
    desk_field(tree, form, "words", sitter_words(screen, tree, sitter, "ui.parent.note.field"), "",
               self_const(screen)->words, WORDS_MOST, "keep-note");
    Node *row = simple_row(tree, sheet, 16);
    simple_button(tree, row, LOOK_QUIET, sitter_words(screen, tree, sitter, "ui.back"), "back",
                  "icon/back");
    simple_button(tree, row, LOOK_PRIMARY,
                  sitter_words(screen, tree, sitter, "ui.parent.note.keep"), "keep-note",
                  "icon/check");
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
    if (!sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter)) {
        node_add(tree, NULL, ROLE_SCREEN, "screen", "Pebble Cove");
        return;
    }
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = sitter.sitting->id,
                   .tier = sitter.person->tier,
                   .tokens = &sitter.tokens,
                   .scene = "scene/desk",
                   .hear = true,
                   .title = sitter_words(screen, tree, &sitter, "ui.parent.note"),
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), 760);
    simple_title(tree, sheet, TYPE_TITLE, frame.title);
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
    if (note->kept || !note->words[0] || !sitter_find(screen->cove, note->base.sitting, &sitter) ||
        !parent_may_write(&sitter)) {
        return;
    }
    FactSubject subject = {.person = sitter.person->id, .item = id_new(&screen->cove->ids)};
    if (note_fact(screen->cove, sitter.family->id, "ask.words", &subject, note->words, "",
                  &error)) {
        memory_wipe(note->words, sizeof note->words);
        note->kept = true;
        stage_touch(screen->stage);
    } else {
        stage_notice(screen->stage, &error);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    NoteScreen *note = self(screen);
    if (event->type == UI_EDIT) {
        snprintf(note->words, sizeof note->words, "%s", event->text);
    } else if (frame_is_stop(event) || heard_press(event, "back")) {
        stage_pop(screen->stage);
    } else if (frame_hear(screen->cove, screen->stage, note->base.sitting, event)) {
        return;
    } else if (heard_press(event, "keep-note")) {
        keep(screen);
    }
}

static void free_screen(Screen *screen)
{
    memory_wipe(self(screen)->words, sizeof self(screen)->words);
    free(screen);
}

static const ScreenOps ops = {.name = "parent-note",
                              .build = build,
                              .hear = hear,
                              .tier = sitting_screen_tier,
                              .person = sitting_screen_person,
                              .sitting = sitting_screen_sitting,
                              .free = free_screen};

Screen *screen_parent_note(Cove *cove, Stage *stage, Id sitting)
{
    NoteScreen *note = memory_new(1, sizeof *note);
    note->base = (SittingScreen){{&ops, cove, stage}, sitting, 0};
    return &note->base.screen;
}
