#include "screen/simple.h"

#include <stdlib.h>
#include <string.h>

Screen *sitting_screen_new(const ScreenOps *ops, Cove *cove, Stage *stage, Id sitting)
{
    SittingScreen *screen = memory_new(1, sizeof *screen);
    screen->screen = (Screen){ops, cove, stage};
    screen->sitting = sitting;
    return &screen->screen;
}

const SittingScreen *sitting_screen(const Screen *screen)
{
    return (const SittingScreen *)(const void *)screen;
}

Tier sitting_screen_tier(const Screen *screen)
{
    Sitter sitter;
    bool found = sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter);
    return found ? sitter.person->tier : TIER_T2;
}

Id sitting_screen_person(const Screen *screen)
{
    Sitter sitter;
    bool found = sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter);
    return found ? sitter.person->id : (Id){""};
}

Id sitting_screen_sitting(const Screen *screen)
{
    return sitting_screen(screen)->sitting;
}

void sitting_screen_free(Screen *screen)
{
    free(screen);
}

const char *sitter_words(const Screen *screen, Tree *tree, const Sitter *sitter, const char *id)
{
    return cove_words(screen->cove, tree->arena, sitter->person->tier, &sitter->tokens, id);
}

Node *simple_sheet(Tree *tree, Node *body, int width)
{
    body->layout.main = body->layout.scroll ? ALIGN_START : ALIGN_CENTER;
    body->layout.cross = ALIGN_CENTER;
    body->layout.pad_x = 24;
    body->layout.pad_y = 16;
    Node *sheet = node_group(tree, body, AXIS_COLUMN);
    sheet->key = "sheet";
    sheet->look = LOOK_SHEET;
    sheet->layout.width = width;
    sheet->layout.gap = 16;
    sheet->layout.cross = ALIGN_CENTER;
    sheet->layout.scroll = !body->layout.scroll;
    return sheet;
}

Node *simple_title(Tree *tree, Node *sheet, TypeSize type, const char *words)
{
    Node *title = node_heading(tree, sheet, type, words);
    title->text_align = ALIGN_CENTER;
    return title;
}

Node *simple_words(Tree *tree, Node *sheet, TypeSize type, const char *words)
{
    Node *text = node_text(tree, sheet, type, words);
    text->text_align = ALIGN_CENTER;
    return text;
}

Node *simple_button(Tree *tree, Node *parent, Look look, const char *words, const char *verb,
                    const char *icon)
{
    Node *button = node_button(tree, parent, look, words, action_of(verb, "", 0));
    button->key = tree_string(tree, verb);
    button->icon = icon ? tree_string(tree, icon) : NULL;
    return button;
}

Node *simple_row(Tree *tree, Node *parent, int gap)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = gap;
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    return row;
}

ShownSet simple_set(const Screen *screen, Tier tier, size_t count)
{
    size_t most = (size_t)tier_limits(tier)->choices;
    size_t sets = count > most ? (count + most - 1) / most : 1;
    size_t first = sitting_screen(screen)->turn % sets * most;
    size_t end = first + most < count ? first + most : count;
    return (ShownSet){first, end, sets > 1};
}

Node *simple_more(Tree *tree, Node *parent, const char *words)
{
    Node *row = simple_row(tree, parent, 0);
    row->layout.pad_y = 16; /* as far from what lies above as the youngest need */
    return simple_button(tree, row, LOOK_SECONDARY, words, "more", "icon/replay");
}

bool simple_hear_more(Screen *screen, const UiEvent *event)
{
    if (!heard_press(event, "more")) {
        return false;
    }
    ((SittingScreen *)(void *)screen)->turn++;
    stage_touch(screen->stage);
    return true;
}

bool heard_press(const UiEvent *event, const char *verb)
{
    return event->type == UI_PRESS && strcmp(event->action.verb, verb) == 0;
}
