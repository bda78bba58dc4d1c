#include "screen/parent_page.h"

#include "screen/desk.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

static ParentPage *self(Screen *screen)
{
    return (ParentPage *)(void *)screen;
}

bool parent_page_sitter(const Screen *screen, Tree *tree, Sitter *sitter)
{
    bool found = sitter_find(screen->cove, sitting_screen(screen)->sitting, sitter);
    if (!found) {
        node_add(tree, NULL, ROLE_SCREEN, "screen", "Pebble Cove");
    }
    return found;
}

Node *parent_page_sheet(const Screen *screen, const Sitter *sitter, Tree *tree, const char *title,
                        int width)
{
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = sitter->sitting->id,
                   .tier = sitter->person->tier,
                   .tokens = &sitter->tokens,
                   .scene = "scene/desk",
                   .hear = true,
                   .title = tree_string(tree, title),
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), width);
    simple_title(tree, sheet, TYPE_TITLE, frame.title);
    return sheet;
}

void parent_page_field(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet,
                       const ParentField *field)
{
    const char *words = ((const ParentPage *)(const void *)screen)->words;
    Node *form = node_group(tree, sheet, AXIS_COLUMN);
    form->layout.width = 640;
    form->layout.gap = 8;
    form->layout.cross = ALIGN_STRETCH;
    desk_field(tree, form, "words", sitter_words(screen, tree, sitter, field->label), "", words,
               field->most, field->verb);
    Node *row = simple_row(tree, sheet, 16);
    simple_button(tree, row, LOOK_QUIET, sitter_words(screen, tree, sitter, "ui.back"), "back",
                  "icon/back");
    simple_button(tree, row, LOOK_PRIMARY, sitter_words(screen, tree, sitter, field->keep),
                  field->verb, "icon/check");
}

bool parent_page_hear(Screen *screen, const UiEvent *event)
{
    ParentPage *page = self(screen);
    if (event->type == UI_EDIT) {
        snprintf(page->words, sizeof page->words, "%s", event->text);
        return true;
    }
    if (frame_is_stop(event) || heard_press(event, "back")) {
        stage_pop(screen->stage);
        return true;
    }
    return frame_hear(screen->cove, screen->stage, page->base.sitting, event);
}

void parent_page_free(Screen *screen)
{
    memory_wipe(self(screen)->words, sizeof self(screen)->words);
    free(screen);
}
