/* "I'm not OK": thanks, not your fault, where to go now. Fixed text; it asks nothing and reads
 * nothing. (Blueprint 6.7 and 6.11.) */
#include "family/practice.h"
#include "screen/screens.h"
#include "screen/simple.h"
#include "screen/sitting.h"

static void build_ways(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    Node *row = simple_row(tree, sheet, 24);
    simple_button(tree, row, LOOK_SECONDARY, sitter_words(screen, tree, sitter, "ui.not-ok.calm"),
                  "calm", "icon/break");
    simple_button(tree, row, LOOK_SECONDARY, sitter_words(screen, tree, sitter, "ui.not-ok.back"),
                  "go-on", "icon/back");
}

/* Whom to call, for those who may call by themselves. */
static void build_lines(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    CrisisLine lines[2];
    size_t count = crisis_lines(record_practice(keeper_record(screen->cove->keeper)), lines, 2);
    for (size_t i = 0; i < count && i < 2 && sitter->person->tier >= TIER_T3; i++) {
        const char *words = arena_format(tree->arena, "%s%s%s", lines[i].name,
                                         lines[i].name[0] ? ": " : "", lines[i].number);
        simple_words(tree, sheet, TYPE_LEAD, words)->bold = true;
    }
}

static void build_words(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    simple_words(tree, sheet, TYPE_LEAD, sitter_words(screen, tree, sitter, "ui.not-ok.text"))
        ->layout.max_width = 620;
    simple_words(tree, sheet, TYPE_LEAD, sitter_words(screen, tree, sitter, "ui.not-ok.tell"))
        ->layout.max_width = 620;
    build_lines(screen, sitter, tree, sheet);
    if (sitter->sitting->setting == SETTING_HOME) {
        simple_words(tree, sheet, TYPE_BODY,
                     sitter_words(screen, tree, sitter, "ui.not-ok.home-note"));
    }
}

static void build(const Screen *screen, Tree *tree)
{
    Sitter sitter;
    if (!sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter)) {
        return;
    }
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = sitting_screen(screen)->sitting,
                   .tier = sitter.person->tier,
                   .tokens = &sitter.tokens,
                   .scene = "scene/break",
                   .hear = true,
                   .title = sitter_words(screen, tree, &sitter, "ui.not-ok.title"),
                   .stop = true,
                   .pause = true};
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), 760);
    node_image(tree, sheet, "person/helper", "", 130, 156);
    if (sitter.person->tier != TIER_T1) { /* fewer words; the picture says it */
        simple_title(tree, sheet, TYPE_TITLE, frame.title);
    }
    build_words(screen, &sitter, tree, sheet);
    build_ways(screen, &sitter, tree, sheet);
}

static void hear(Screen *screen, const UiEvent *event)
{
    Id sitting = sitting_screen(screen)->sitting;
    if (frame_is_stop(event)) {
        sitting_leave(screen->cove, screen->stage, sitting);
    } else if (heard_press(event, "go-on")) {
        stage_pop(screen->stage);
    } else if (heard_press(event, "calm")) {
        stage_replace(screen->stage, screen_break(screen->cove, screen->stage, sitting));
    } else {
        (void)frame_hear(screen->cove, screen->stage, sitting, event);
    }
}

static const ScreenOps ops = {
    .name = "not-ok",
    .build = build,
    .hear = hear,
    .tier = sitting_screen_tier,
    .person = sitting_screen_person,
    .sitting = sitting_screen_sitting,
    .free = sitting_screen_free,
};

Screen *screen_not_ok(Cove *cove, Stage *stage, Id sitting)
{
    return sitting_screen_new(&ops, cove, stage, sitting);
}
