/* The helper's page about one person's sign-in: what there is, set up together, taken away; and
 * what it protects and what it does not. */
#include "screen/desk.h"
#include "screen/screens.h"

typedef struct SignInScreen {
    Screen screen;
    Id family, person;
} SignInScreen;

static const SignInScreen *self(const Screen *screen)
{
    return (const SignInScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self(screen)->family);
}

static const char *word(const Screen *screen, Tree *tree, const char *id)
{
    return desk_word_for(screen, tree, id,
                         case_person(family_of(screen), self(screen)->person)->name);
}

static const SignIn *kept(const Screen *screen)
{
    return record_sign_in(keeper_record(screen->cove->keeper), self(screen)->person);
}

static void build_now(const Screen *screen, Tree *tree, Node *panels)
{
    const SignIn *own = kept(screen);
    const char *now =
        arena_format(tree->arena, "ui.sign.now.%s", sign_in_way_id(own ? own->way : SIGN_IN_NONE));
    Node *panel = desk_panel(tree, panels, "now", word(screen, tree, "ui.sign.now"));
    Node *row = node_group(tree, panel, AXIS_ROW);
    row->layout.gap = 12;
    row->layout.cross = ALIGN_CENTER;
    if (own && own->animal[0]) {
        node_image(tree, row, own->animal, "", 64, 64);
    }
    node_text(tree, row, TYPE_BODY, word(screen, tree, now));
    desk_note(tree, panel, word(screen, tree, "ui.sign.beside"));
    simple_button(tree, panel, LOOK_PRIMARY,
                  word(screen, tree, own ? "ui.sign.change" : "ui.sign.set"), "set-up",
                  "icon/sitting");
    if (own) {
        simple_button(tree, panel, LOOK_SECONDARY, word(screen, tree, "ui.sign.away"), "take-away",
                      "icon/close");
        desk_note(tree, panel, word(screen, tree, "ui.sign.forgot"));
    }
}

static void build_what(const Screen *screen, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, "what", word(screen, tree, "ui.sign.what"));
    node_text(tree, panel, TYPE_BODY, word(screen, tree, "ui.sign.for"));
    node_text(tree, panel, TYPE_BODY, word(screen, tree, "ui.sign.not-for"));
    desk_note(tree, panel, word(screen, tree, "ui.sign.in-the-room"));
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, word(screen, tree, "ui.sign.of"), family_of(screen)->name);
    Node *panels = desk_panels(tree, body);
    build_now(screen, tree, panels);
    build_what(screen, tree, panels);
}

static void hear(Screen *screen, const UiEvent *event)
{
    const SignInScreen *page = self(screen);
    Error error = {0};
    if (heard_press(event, "set-up")) {
        stage_clear_to(screen->stage,
                       screen_sign_new(screen->cove, screen->stage, page->family, page->person));
    } else if (heard_press(event, "take-away")) {
        if (!sign_in_take_away(screen->cove, page->person, &error)) {
            stage_notice(screen->stage, &error);
        }
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-sign-in", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_sign_in(Cove *cove, Stage *stage, Id family, Id person)
{
    SignInScreen *page = memory_new(1, sizeof *page);
    page->screen = (Screen){&ops, cove, stage};
    page->family = family;
    page->person = person;
    return &page->screen;
}
