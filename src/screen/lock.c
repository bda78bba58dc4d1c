#include "screen/lock.h"

#include "vault/passphrase.h"

Node *lock_sheet(const Screen *screen, Tree *tree, const char *title)
{
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "lock", title);
    root->layout.axis = AXIS_STACK;
    node_image(tree, root, "scene/desk", "", 0, 0)->cover = true;
    Node *body = node_group(tree, root, AXIS_COLUMN);
    body->key = "lock-body";
    body->layout.scroll = stage_cramped(screen->stage);
    Node *sheet = simple_sheet(tree, body, 680);
    sheet->layout.cross = ALIGN_STRETCH;
    node_heading(tree, sheet, TYPE_TITLE, root->name);
    return sheet;
}

Node *lock_field(const Screen *screen, Tree *tree, Node *sheet, const char *key, const char *label,
                 const char *typed, bool shown)
{
    (void)screen;
    Node *field = desk_field(tree, sheet, key, label, "", typed, PASSPHRASE_BYTES, key);
    field->field_secret = !shown;
    return field;
}

void lock_show_choice(const Screen *screen, Tree *tree, Node *sheet, bool shown)
{
    Node *row = simple_row(tree, sheet, 8);
    row->layout.main = ALIGN_START;
    Node *choice =
        node_add(tree, row, ROLE_CHOICE, "show", desk_word(screen, tree, "ui.lock.show"));
    choice->text = choice->name;
    choice->look = LOOK_CHIP;
    choice->action = action_of("show", "", !shown);
    choice->state.chosen = shown;
    choice->icon = shown ? "icon/radio-on" : "icon/radio-off";
}

void lock_say(const Screen *screen, Tree *tree, Node *sheet, Work work, const char *words)
{
    if (work == WORK_ASKED) {
        node_text(tree, sheet, TYPE_BODY, desk_word(screen, tree, "ui.lock.working"))->icon =
            "icon/clock";
    } else if (words[0]) {
        Node *note = desk_note(tree, sheet, tree_string(tree, words));
        note->icon = "icon/warning";
    }
}

void lock_buttons(const Screen *screen, Tree *tree, Node *sheet, const char *words,
                  const char *verb)
{
    Node *row = simple_row(tree, sheet, 16);
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.back"), "back",
                  "icon/back");
    simple_button(tree, row, LOOK_PRIMARY, words, verb, "icon/next");
}
