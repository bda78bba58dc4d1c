/* Goodbye: the jar with all pebbles so far, a calm word, and the way to the door. */
#include "screen/jar.h"
#include "screen/kit.h"
#include "screen/screens.h"
#include "screen/signs.h"
#include "screen/simple.h"
#include "screen/together.h"

/* The guide beside the jar, in which the pebble of today has just been put. */
static void build_jar(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    Node *row = simple_row(tree, sheet, 24);
    float width, height;
    stage_size(screen->stage, &width, &height);
    int high = height < 700 || stage_cramped(screen->stage) ? 150 : 230;
    if (sitter->person->tier <= TIER_T2) {
        node_image(tree, row, "nori/hello", "", high * 2 / 3, high * 3 / 4);
    }
    jar_build(screen->cove, sitter->person->id, sitter->sitting->pebble[0] != '\0', high, tree,
              row);
}

/* After a word the helper asked to see: the person's own kit, once more, where there is one. */
static void build_kit(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    if (!(signs_of(keeper_record(screen->cove->keeper), sitter->sitting) & SIGN_FELT)) {
        return;
    }
    Kit kit = {.arena = arena_new()};
    kit_of_person(screen->cove, sitter->person->id, &kit);
    if (kit.count > 0) {
        simple_button(tree, sheet, LOOK_SECONDARY, sitter_words(screen, tree, sitter, "ui.kit.bag"),
                      "break", "icon/break");
    }
    arena_free(kit.arena);
}

static void build(const Screen *screen, Tree *tree)
{
    Sitter sitter;
    if (!sitter_find(screen->cove, sitting_screen(screen)->sitting, &sitter)) {
        return;
    }
    Tier tier = sitter.person->tier;
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = sitting_screen(screen)->sitting,
                   .tier = tier,
                   .tokens = &sitter.tokens,
                   .scene = tier <= TIER_T3 ? "scene/goodbye" : frame_scene(tree, tier, ""),
                   .hear = true,
                   .title = sitter_words(screen, tree, &sitter, "ui.bye.title"),
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), 680);
    build_jar(screen, &sitter, tree, sheet);
    simple_title(tree, sheet, TYPE_DISPLAY, frame.title);
    simple_words(tree, sheet, TYPE_LEAD, sitter_words(screen, tree, &sitter, "ui.bye.text"));
    simple_button(tree, sheet, LOOK_PRIMARY, sitter_words(screen, tree, &sitter, "ui.bye.done"),
                  "done", "icon/door");
    build_kit(screen, &sitter, tree, sheet);
    together_stopped(screen, &sitter, tree, sheet->parent);
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (frame_is_stop(event) || heard_press(event, "done")) {
        stage_clear_to(screen->stage, screen_door(screen->cove, screen->stage));
    } else {
        (void)frame_hear(screen->cove, screen->stage, sitting_screen(screen)->sitting, event);
    }
}

static const ScreenOps ops = {
    .name = "goodbye",
    .build = build,
    .hear = hear,
    .tier = sitting_screen_tier,
    .person = sitting_screen_person,
    .sitting = sitting_screen_sitting,
    .free = sitting_screen_free,
};

Screen *screen_goodbye(Cove *cove, Stage *stage, Id sitting)
{
    return sitting_screen_new(&ops, cove, stage, sitting);
}
