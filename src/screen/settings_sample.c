/* The sample beside the settings: a piece of a page in the person's words, letters and colours. It
 * shows and does nothing. */
#include "screen/settings.h"

static void add_picture(const SettingsView *view, Tree *tree, Node *sheet)
{
    if (view->tier <= TIER_T2) {
        node_image(tree, sheet, "nori/hello", "", 84, 94);
    } else if (view->tier == TIER_T3) {
        node_image(tree, sheet, "place/two-jetties", "", 110, 84);
    }
}

static const char *person_word(const SettingsView *view, Tree *tree, const char *id)
{
    return cove_words(view->cove, tree->arena, view->tier, &view->tokens, id);
}

/* Looks like the button of a page and cannot be pressed. */
static void add_button(const SettingsView *view, Tree *tree, Node *sheet)
{
    Node *button = node_text(tree, sheet, TYPE_BODY, person_word(view, tree, "ui.next"));
    button->look = LOOK_PRIMARY;
    button->bold = true;
}

Node *settings_sample(const SettingsView *view, Tree *tree, Node *parent)
{
    Manner *manner = arena_alloc(tree->arena, 1, sizeof *manner);
    *manner = stage_manner_of(view->stage, &view->choices, view->tier);
    Node *sheet = node_group(tree, parent, AXIS_COLUMN);
    sheet->manner = manner;
    sheet->look = LOOK_SHEET;
    sheet->layout.gap = 12;
    sheet->layout.cross = ALIGN_CENTER;
    add_picture(view, tree, sheet);
    Node *hello = node_text(tree, sheet, TYPE_TITLE, person_word(view, tree, "ui.cove.hello"));
    hello->bold = true;
    hello->text_align = ALIGN_CENTER;
    if (view->words == TIER_T1) {
        return sheet; /* enough to read for one page */
    }
    node_text(tree, sheet, TYPE_BODY, person_word(view, tree, "ui.cove.pick"))->text_align =
        ALIGN_CENTER;
    add_button(view, tree, sheet);
    return sheet;
}
