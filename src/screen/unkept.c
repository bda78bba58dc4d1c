#include "screen/unkept.h"

#include "screen/desk.h"

void unkept_build(const Screen *screen, Tree *tree, Node *body)
{
    Node *panel = desk_panel(tree, body, "unkept", desk_word(screen, tree, "ui.unkept.title"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.unkept.text"));
    Node *row = simple_row(tree, panel, 12);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.fact.save"), "save",
                  "icon/check");
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.unkept.leave"), "leave",
                  "icon/close");
    simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.unkept.stay"), "stay",
                  "icon/note");
}
