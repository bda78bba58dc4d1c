/* The helper's guide: its contents, and one section at a time. The words are those of the file that
 * is also read on paper, in English. */
#include "content/guide.h"
#include "screen/desk.h"
#include "screen/screens.h"

#include <stdlib.h>

enum { CONTENTS = -1 };

typedef struct GuideScreen {
    Screen screen;
    Guide guide; /* owned; empty where it could not be read */
    Error fault; /* why */
    int section; /* or CONTENTS */
} GuideScreen;

static const GuideScreen *self_const(const Screen *screen)
{
    return (const GuideScreen *)(const void *)screen;
}

/* ---- words of the file ---- */

static void in_english(Node *node)
{
    node->language = "en";
    node->reads = READS_LTR;
}

static void build_block(const GuideBlock *block, Tree *tree, Node *card)
{
    if (block->kind == GUIDE_PART) {
        node_heading(tree, card, TYPE_BODY, block->words)->bold = true;
        return;
    }
    Node *words = node_text(tree, card, TYPE_BODY, block->words);
    words->layout.pad_x = block->kind == GUIDE_ITEM ? 16 : 0;
}

/* From a block on, up to the next section. */
static void build_blocks(const Guide *guide, size_t from, Tree *tree, Node *card)
{
    for (size_t i = from; i < guide->count && guide->blocks[i].kind != GUIDE_SECTION; i++) {
        build_block(&guide->blocks[i], tree, card);
    }
}

static Node *add_card(Tree *tree, Node *body, const char *key, const char *title)
{
    Node *card = desk_panel(tree, body, key, title);
    card->layout.max_width = 760;
    card->layout.gap = 12;
    in_english(card);
    return card;
}

/* ---- the two pages ---- */

static void build_contents(const Screen *screen, Tree *tree, Node *body)
{
    const Guide *guide = &self_const(screen)->guide;
    Node *card = add_card(tree, body, "contents", guide->blocks[0].words);
    build_blocks(guide, 1, tree, card);
    Node *sections = node_group(tree, card, AXIS_GRID);
    sections->layout.min_cell = 300;
    sections->layout.gap = 8;
    sections->layout.cross = ALIGN_STRETCH;
    size_t at;
    for (size_t i = 0; (at = guide_section(guide, i)) < guide->count; i++) {
        desk_row(tree, sections, NULL, guide->blocks[at].words, NULL,
                 action_of("section", "", (int)i));
    }
}

static bool has_section(const GuideScreen *page, int section)
{
    return section >= 0 && guide_section(&page->guide, (size_t)section) < page->guide.count;
}

static void build_turns(const Screen *screen, Tree *tree, Node *body)
{
    const GuideScreen *page = self_const(screen);
    Node *row = simple_row(tree, body, 8);
    row->layout.main = ALIGN_START;
    if (has_section(page, page->section - 1)) {
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.guide.before"),
                      "section-before", "icon/back");
    }
    if (has_section(page, page->section + 1)) {
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.guide.next"),
                      "next-section", "icon/next");
    }
}

static void build_section(const Screen *screen, Tree *tree, Node *body)
{
    const GuideScreen *page = self_const(screen);
    size_t at = guide_section(&page->guide, (size_t)page->section);
    body->key = arena_format(tree->arena, "guide-%d", page->section);
    Node *card = add_card(tree, body, "section", page->guide.blocks[at].words);
    build_blocks(&page->guide, at + 1, tree, card);
    build_turns(screen, tree, body);
}

static void build(const Screen *screen, Tree *tree)
{
    const GuideScreen *page = self_const(screen);
    bool contents = page->section == CONTENTS;
    Node *body =
        desk_page(screen, tree, desk_word(screen, tree, "ui.guide.title"),
                  desk_word(screen, tree, contents ? "ui.helper.title" : "ui.guide.contents"));
    if (page->guide.count == 0) {
        Node *note = desk_note(tree, body, desk_word(screen, tree, "ui.guide.missing"));
        note->icon = "icon/warning";
        node_text(tree, body, TYPE_SMALL, page->fault.sentence);
    } else if (contents) {
        build_contents(screen, tree, body);
    } else {
        build_section(screen, tree, body);
    }
    if (contents) {
        Node *row = simple_row(tree, body, 8);
        row->layout.main = ALIGN_START;
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.keys.title"), "keys",
                      "icon/touch");
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    GuideScreen *page = (GuideScreen *)(void *)screen;
    if (heard_press(event, "section")) {
        page->section = event->action.value;
    } else if (heard_press(event, "section-before")) {
        page->section--;
    } else if (heard_press(event, "next-section")) {
        page->section++;
    } else if (heard_press(event, "keys")) {
        stage_push(screen->stage, screen_helper_keys(screen->cove, screen->stage));
    } else if (heard_press(event, "back") && page->section != CONTENTS) {
        page->section = CONTENTS;
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
    guide_clear(&((GuideScreen *)(void *)screen)->guide);
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-guide", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_helper_guide(Cove *cove, Stage *stage)
{
    GuideScreen *page = memory_new(1, sizeof *page);
    page->screen = (Screen){&ops, cove, stage};
    page->section = CONTENTS;
    if (!cove->guide) {
        error_set(&page->fault, ERROR_MISSING, "", "There is no guide beside the program.");
    } else {
        (void)guide_read(cove->guide, &page->guide, &page->fault);
    }
    return &page->screen;
}
