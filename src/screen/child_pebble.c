/* A pebble for having been here: the child's own choice, or none. It is never lost and counts
 * nothing. */
#include "screen/jar.h"
#include "screen/screens.h"
#include "screen/sharing.h"
#include "screen/simple.h"
#include "screen/sitting.h"

#include <string.h>

static const char *const pebbles[] = {"coral",  "amber", "moss",    "sea",
                                      "violet", "grey",  "striped", "speckled"};

/* The young see four at a time, which four changes from sitting to sitting. */
static int shown_count(Tier tier)
{
    return tier <= TIER_T2 ? 4 : (int)(sizeof pebbles / sizeof *pebbles);
}

static void build_pebbles(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    Node *row = simple_row(tree, sheet, 16);
    int count = shown_count(sitter->person->tier);
    size_t first = record_pebbles(keeper_record(screen->cove->keeper), sitter->person->id, NULL, 0);
    for (int i = 0; i < count; i++) {
        const char *name = pebbles[(first + (size_t)i) % (sizeof pebbles / sizeof *pebbles)];
        const char *words =
            sitter_words(screen, tree, sitter, arena_format(tree->arena, "ui.pebble.%s", name));
        Node *pebble = node_button(tree, row, LOOK_TILE, words, action_of("pebble", name, 0));
        pebble->key = tree_string(tree, name);
        pebble->picture = arena_format(tree->arena, "pebble/%s", name);
        pebble->text_align = ALIGN_CENTER;
        pebble->layout.min_width = 150;
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
                   .scene = frame_scene(tree, sitter.person->tier, "boathouse"),
                   .hear = true,
                   .title = sitter_words(screen, tree, &sitter, "ui.pebble.ask"),
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), 860);
    Node *row = simple_row(tree, sheet, 24);
    if (sitter.person->tier <= TIER_T2) {
        node_image(tree, row, "nori/pebble", "", 110, 124);
    }
    jar_build(screen->cove, sitter.person->id, false, 140, tree, row);
    simple_title(tree, sheet, TYPE_TITLE, frame.title);
    build_pebbles(screen, &sitter, tree, sheet);
    Node *ways = simple_row(tree, sheet, 24);
    simple_button(tree, ways, LOOK_QUIET, sitter_words(screen, tree, &sitter, "ui.pebble.none"),
                  "none", NULL);
    if (share_offered(screen->cove, &sitter)) {
        simple_button(tree, ways, LOOK_QUIET,
                      sitter_words(screen, tree, &sitter, "ui.showing.open"), "showing",
                      "icon/child");
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    Id sitting = sitting_screen(screen)->sitting;
    if (frame_is_stop(event)) {
        sitting_stop(screen->cove, screen->stage, sitting);
    } else if (frame_hear(screen->cove, screen->stage, sitting, event)) {
        return;
    } else if (heard_press(event, "showing")) {
        stage_push(screen->stage, screen_share(screen->cove, screen->stage, sitting));
    } else if (heard_press(event, "pebble") || heard_press(event, "none")) {
        sitting_end(screen->cove, screen->stage, sitting, event->action.item);
    }
}

static const ScreenOps ops = {
    .name = "pebble",
    .build = build,
    .hear = hear,
    .tier = sitting_screen_tier,
    .person = sitting_screen_person,
    .sitting = sitting_screen_sitting,
    .free = sitting_screen_free,
};

Screen *screen_pebble(Cove *cove, Stage *stage, Id sitting)
{
    return sitting_screen_new(&ops, cove, stage, sitting);
}
