/* The calm page shown while what was done is not durable: that it is being saved, or that it could
 * not be, what that means, and what can be done. A child reads that the helper is needed; how it
 * came about stands behind a button. */
#include "screen/frame.h"
#include "screen/simple.h"
#include "screen/stage_inside.h"

#include <stdio.h>
#include <string.h>

enum { SIGN = 0x3E8EAB };

typedef struct SavingPage {
    const Screen *screen;
    const Holding *holding;
    Tree *tree;
    Tier tier;
    bool failed;
    bool helper; /* reads what happened at once */
    Tokens tokens;
} SavingPage;

static SavingPage page_of(const Stage *stage, Tree *tree)
{
    const Screen *screen = stage->screens[stage->count - 1];
    SavingPage page = {.screen = screen,
                       .holding = &stage->holding,
                       .tree = tree,
                       .tier = screen->ops->tier(screen),
                       .failed = stage->holding.unsaved.state == SAVING_FAILED};
    page.helper = page.tier == TIER_AD && !screen->ops->person;
    page.tokens.n = (long)stage->holding.unsaved.events;
    snprintf(page.tokens.helper, sizeof page.tokens.helper, "%s",
             record_helper(keeper_record(screen->cove->keeper)));
    return page;
}

static const char *word(const SavingPage *page, const char *id)
{
    return cove_words(page->screen->cove, page->tree->arena, page->tier, &page->tokens, id);
}

static void say(const SavingPage *page, Node *sheet, const char *id)
{
    simple_words(page->tree, sheet, TYPE_BODY, word(page, id));
}

/* ---- its parts ---- */

/* Where it always stands. Stop and Break would lead to a page, and no page comes before what was
 * done is kept. */
static void build_not_ok(const SavingPage *page, Node *column)
{
    if (page->helper) {
        return;
    }
    Node *band = node_group(page->tree, column, AXIS_ROW);
    frame_band_layout(band, page->tier);
    Node *button = simple_button(page->tree, band, LOOK_SAFETY, word(page, "ui.not-ok"), "not-ok",
                                 "icon/not-ok");
    button->spoken = word(page, "ui.not-ok.say");
}

static Node *build_sheet(const SavingPage *page)
{
    Tree *tree = page->tree;
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "saving",
                          word(page, page->failed ? "ui.saving.failed-title" : "ui.saving.title"));
    root->layout.axis = AXIS_STACK;
    const char *scene = page->helper ? "scene/desk" : frame_scene(tree, page->tier, "break");
    node_image(tree, root, scene, "", 0, 0)->cover = true;
    Node *column = node_group(tree, root, AXIS_COLUMN);
    column->layout.cross = ALIGN_STRETCH;
    build_not_ok(page, column);
    Node *body = node_group(tree, column, AXIS_COLUMN);
    body->key = "saving-body";
    body->layout.grow = 1;
    body->layout.scroll = stage_cramped(page->screen->stage);
    return simple_sheet(tree, body, 720);
}

/* The otter rests with the youngest; the older get a plain sign. */
static void build_picture(const SavingPage *page, Node *sheet)
{
    bool young = page->tier == TIER_T1 || page->tier == TIER_T2;
    if (young && !stage_cramped(page->screen->stage)) {
        node_image(page->tree, sheet, page->failed ? "nori/listen" : "nori/rest", "", 150, 150);
    } else {
        Node *sign =
            node_image(page->tree, sheet, page->failed ? "icon/pause" : "icon/clock", "", 48, 48);
        sign->tint = SIGN;
    }
}

static void build_told(const SavingPage *page, Node *sheet)
{
    Node *note = node_group(page->tree, sheet, AXIS_COLUMN);
    note->look = LOOK_NOTE;
    note->key = "saving-told";
    note->layout.gap = 8;
    note->layout.pad_x = note->layout.pad_y = 16;
    node_text(page->tree, note, TYPE_BODY, page->holding->unsaved.error.sentence)->text_align =
        ALIGN_CENTER;
    say(page, note, "ui.saving.held");
}

static void build_words(const SavingPage *page, Node *sheet)
{
    const Holding *holding = page->holding;
    simple_title(page->tree, sheet, TYPE_TITLE, page->tree->root->name);
    say(page, sheet, page->failed ? "ui.saving.failed" : "ui.saving.wait");
    if (page->failed && (page->helper || holding->told)) {
        build_told(page, sheet);
    }
    if (page->failed && holding->leaving) {
        say(page, sheet, "ui.saving.lost-if-closed");
    } else if (holding->leaving) {
        say(page, sheet, "ui.saving.then-close");
    } else if (holding->lock_by) {
        say(page, sheet, "ui.saving.then-lock");
    }
}

static void build_buttons(const SavingPage *page, Node *sheet)
{
    const Holding *holding = page->holding;
    Node *row = simple_row(page->tree, sheet, 16);
    if (page->failed) {
        simple_button(page->tree, row, LOOK_PRIMARY, word(page, "ui.saving.try-again"), "try-again",
                      "icon/replay");
    }
    if (page->failed && !page->helper) {
        Node *button =
            simple_button(page->tree, row, LOOK_SECONDARY, word(page, "ui.saving.what-happened"),
                          "what-happened", "icon/helper");
        button->state.chosen = holding->told;
    }
    if (holding->leaving) {
        simple_button(page->tree, row, LOOK_SECONDARY, word(page, "ui.saving.keep-open"),
                      "keep-open", "icon/back");
        simple_button(page->tree, row, LOOK_SECONDARY, word(page, "ui.saving.close-anyway"),
                      "close-anyway", "icon/close");
    }
}

/* As behind "I'm not OK" everywhere. */
static void build_help(const SavingPage *page, Node *sheet)
{
    node_image(page->tree, sheet, "person/helper", "", 130, 156);
    say(page, sheet, "ui.not-ok.text");
    say(page, sheet, "ui.not-ok.tell");
    Node *row = simple_row(page->tree, sheet, 16);
    simple_button(page->tree, row, LOOK_SECONDARY, word(page, "ui.not-ok.back"), "go-on",
                  "icon/back");
}

void saving_build(const Stage *stage, Tree *tree)
{
    SavingPage page = page_of(stage, tree);
    Node *sheet = build_sheet(&page);
    if (stage->holding.help) {
        build_help(&page, sheet);
        return;
    }
    build_picture(&page, sheet);
    build_words(&page, sheet);
    build_buttons(&page, sheet);
}
