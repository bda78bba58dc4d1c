/* Cards to take home: what somebody made, once they said that they want to; or the practice's
 * contact card, which holds nothing of anybody. As they will be printed, and saving them. */
#include "activity/kind.h"
#include "screen/leaf_page.h"
#include "screen/screens.h"
#include "screen/taking_home.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct CardsScreen {
    Screen screen;
    Id family; /* of the contact card; "" for cards of a play */
    Id play;
    bool yes; /* whoever made them wants to take them home */
    PaperSize size;
    char folder[FOLDER_BYTES];
    char *saved; /* path of what was saved last; NULL before */
} CardsScreen;

static const CardsScreen *self(const Screen *screen)
{
    return (const CardsScreen *)(const void *)screen;
}

static bool is_contact(const CardsScreen *cards)
{
    return cards->family.text[0] != '\0';
}

static bool fill(const CardsScreen *cards, Paper *paper, Error *error)
{
    paper->size = cards->size;
    if (is_contact(cards)) {
        taking_home_contact(cards->screen.cove, cards->family, paper);
        return true;
    }
    return taking_home_cards(cards->screen.cove, cards->play, paper, error);
}

static void build(const Screen *screen, Tree *tree)
{
    const CardsScreen *cards = self(screen);
    bool contact = is_contact(cards);
    Paper paper = {.arena = tree->arena};
    Error error = {0};
    Node *body = desk_page(screen, tree,
                           desk_word(screen, tree, contact ? "ui.print.contact" : "ui.print.cards"),
                           desk_word(screen, tree, "ui.back"));
    if (!fill(cards, &paper, &error)) {
        desk_note(tree, body, tree_string(tree, error.sentence));
        return;
    }
    node_text(tree, body, TYPE_BODY,
              desk_word(screen, tree, contact ? "ui.print.contact.about" : "ui.print.cards.about"));
    Node *panels = desk_panels(tree, body);
    Node *panel = desk_panel(tree, panels, "how", desk_word(screen, tree, "ui.print.title"));
    if (!contact) {
        Node *row = simple_row(tree, panel, 8);
        row->layout.main = ALIGN_START;
        page_choice(tree, row, "yes", desk_word(screen, tree, "ui.print.yes"), NULL,
                    action_of("yes", "", 0), cards->yes);
    }
    leaf_sizes(screen, cards->size, tree, panel);
    leaf_saving(screen, cards->folder, cards->saved, tree, panels);
    leaf_show(screen, &paper, tree, body);
}

/* ---- hearing ---- */

static bool save_contact(CardsScreen *cards, PrintForm form, char **path, Error *error)
{
    Paper paper = {.arena = arena_new()};
    bool saved = fill(cards, &paper, error) &&
                 printing_save(cards->screen.cove, &paper, form, cards->folder, path, error);
    arena_free(paper.arena);
    return saved;
}

static void save(CardsScreen *cards, PrintForm form)
{
    Screen *screen = &cards->screen;
    Error error = {0};
    char *path = NULL;
    bool saved = is_contact(cards) ? save_contact(cards, form, &path, &error)
                                   : taking_home_save(screen->cove, cards->play, cards->yes, form,
                                                      cards->size, cards->folder, &path, &error);
    if (!saved) {
        stage_notice(screen->stage, &error);
        return;
    }
    free(cards->saved);
    cards->saved = path;
    stage_touch(screen->stage);
}

static void hear(Screen *screen, const UiEvent *event)
{
    CardsScreen *cards = (CardsScreen *)(void *)screen;
    if (event->type == UI_EDIT) {
        snprintf(cards->folder, sizeof cards->folder, "%s", event->text);
    } else if (heard_press(event, "yes")) {
        cards->yes = !cards->yes;
    } else if (heard_press(event, "size")) {
        cards->size = (PaperSize)event->action.value;
    } else if (heard_press(event, "save")) {
        save(cards, (PrintForm)event->action.value);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
    stage_touch(screen->stage);
}

static void free_screen(Screen *screen)
{
    free(((CardsScreen *)(void *)screen)->saved);
    memory_wipe(screen, sizeof(CardsScreen));
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-cards", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

static CardsScreen *cards_new(Cove *cove, Stage *stage)
{
    CardsScreen *cards = memory_new(1, sizeof *cards);
    cards->screen = (Screen){&ops, cove, stage};
    reporting_folder(cove, cards->folder);
    return cards;
}

Screen *screen_helper_cards(Cove *cove, Stage *stage, Id play)
{
    CardsScreen *cards = cards_new(cove, stage);
    cards->play = play;
    return &cards->screen;
}

Screen *screen_helper_contact(Cove *cove, Stage *stage, Id family)
{
    CardsScreen *cards = cards_new(cove, stage);
    cards->family = family;
    return &cards->screen;
}
