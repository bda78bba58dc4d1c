/* Break: a calm sea or the place the person chose, a slow breath to watch, the tools of their own
 * kit, and two ways on. What is breathed or opened here is not kept. */
#include "activity/play.h"
#include "screen/kit.h"
#include "screen/screens.h"
#include "screen/simple.h"
#include "screen/sitting.h"

#include <stdlib.h>

typedef struct BreakScreen {
    SittingScreen base;
    Play *breath; /* NULL when the content has none for this tier */
    int64_t since;
    Kit kit;        /* the person's own */
    int tool;       /* 1 + the tool that is open, 0: none */
    bool breathing; /* the breath is shown */
} BreakScreen;

static BreakScreen *self(Screen *screen)
{
    return (BreakScreen *)(void *)screen;
}

static const BreakScreen *self_const(const Screen *screen)
{
    return (const BreakScreen *)(const void *)screen;
}

static PlayView view_of(const BreakScreen *pause)
{
    return (PlayView){.now = clock_ticks(&pause->base.screen.cove->clock),
                      .since = pause->since,
                      .hand = "",
                      .draft = ""};
}

/* A tool of the kit, open: its picture, its name and how to do it. */
static void build_tool(const Screen *screen, const Sitter *sitter, const KitTool *tool, Tree *tree,
                       Node *sheet)
{
    if (tool->picture) {
        Node *picture = node_image(tree, sheet, tool->picture, "", 200, 160);
        picture->key = "tool-picture";
        picture->entrance = ENTER_RISE;
    }
    simple_words(tree, sheet, TYPE_LEAD, tool->words)->bold = true;
    if (tool->reply) {
        simple_words(tree, sheet, TYPE_LEAD, tool->reply);
    }
    simple_button(tree, sheet, LOOK_SECONDARY, sitter_words(screen, tree, sitter, "ui.kit.close"),
                  "close-tool", "icon/back");
}

static void build_kit(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    const BreakScreen *pause = self_const(screen);
    ShownSet set = simple_set(screen, sitter->person->tier, pause->kit.count);
    Node *row = simple_row(tree, sheet, tier_limits(sitter->person->tier)->gap_px);
    row->layout.cross = ALIGN_STRETCH;
    for (size_t i = set.first; i < set.end; i++) {
        const KitTool *tool = &pause->kit.tools[i];
        Node *node = node_button(tree, row, tool->picture ? LOOK_TILE : LOOK_CHIP, tool->words,
                                 action_of("open-tool", "", (int)i));
        node->key = arena_format(tree->arena, "tool-%zu", i);
        node->picture = tool->picture;
        node->picture_size = 72;
        node->text_align = ALIGN_CENTER;
        node->layout.max_width = 200;
    }
    if (set.more) {
        simple_more(tree, sheet, sitter_words(screen, tree, sitter, "ui.more-things"));
    }
}

static void build_breath(const Screen *screen, Tree *tree, Node *sheet)
{
    PlayView view = view_of(self_const(screen));
    Node *breath = node_group(tree, sheet, AXIS_COLUMN);
    breath->layout.cross = ALIGN_CENTER;
    breath->layout.gap = 8;
    play_build_body(self_const(screen)->breath, &view, tree, breath);
}

/* What there is to do: an open tool alone, else the kit, and the breath where it is wanted. */
static void build_rest(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    const BreakScreen *pause = self_const(screen);
    if (pause->tool) {
        build_tool(screen, sitter, &pause->kit.tools[pause->tool - 1], tree, sheet);
        return;
    }
    simple_words(tree, sheet, TYPE_BODY, sitter_words(screen, tree, sitter, "ui.break.text"));
    if (pause->kit.count) {
        build_kit(screen, sitter, tree, sheet);
    }
    if (pause->breath && pause->breathing) {
        build_breath(screen, tree, sheet);
    } else if (pause->breath) {
        simple_button(tree, sheet, LOOK_QUIET, sitter_words(screen, tree, sitter, "ui.not-ok.calm"),
                      "breathe", "icon/break");
    }
}

static void build_ways(const Screen *screen, const Sitter *sitter, Tree *tree, Node *sheet)
{
    Node *row = simple_row(tree, sheet, 24);
    simple_button(tree, row, LOOK_PRIMARY, sitter_words(screen, tree, sitter, "ui.break.go-on"),
                  "go-on", "icon/play");
    simple_button(tree, row, LOOK_SECONDARY, sitter_words(screen, tree, sitter, "ui.break.enough"),
                  "enough", "icon/door");
}

static void build(const Screen *screen, Tree *tree)
{
    const BreakScreen *pause = self_const(screen);
    Sitter sitter;
    if (!sitter_find(screen->cove, pause->base.sitting, &sitter)) {
        return;
    }
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = pause->base.sitting,
                   .tier = sitter.person->tier,
                   .tokens = &sitter.tokens,
                   .scene = pause->kit.place ? pause->kit.place : "scene/break",
                   .hear = true,
                   .title = sitter_words(screen, tree, &sitter, "ui.break.title"),
                   .stop = true,
                   .not_ok = true};
    Node *body = frame_build(&frame, tree);
    Node *sheet = simple_sheet(tree, body, 720);
    if (pause->kit.place && !body->layout.scroll) {
        body->layout.main = ALIGN_END; /* the place is there to be seen */
    }
    simple_title(tree, sheet, TYPE_TITLE, frame.title);
    build_rest(screen, &sitter, tree, sheet);
    build_ways(screen, &sitter, tree, sheet);
}

static void breathe(BreakScreen *pause, const Move *move)
{
    if (play_apply(pause->breath, move, NULL)) {
        pause->since = clock_ticks(&pause->base.screen.cove->clock);
    }
}

static bool hear_kit(BreakScreen *pause, const UiEvent *event)
{
    Screen *screen = &pause->base.screen;
    if (heard_press(event, "open-tool")) {
        pause->tool = 1 + event->action.value;
    } else if (heard_press(event, "close-tool")) {
        pause->tool = 0;
    } else if (heard_press(event, "breathe")) {
        pause->breathing = true;
    } else {
        return simple_hear_more(screen, event);
    }
    stage_touch(screen->stage);
    return true;
}

static void hear(Screen *screen, const UiEvent *event)
{
    BreakScreen *pause = self(screen);
    Id sitting = pause->base.sitting;
    if (frame_is_stop(event) || heard_press(event, "enough")) {
        sitting_leave(screen->cove, screen->stage, sitting);
        return;
    }
    if (heard_press(event, "go-on")) {
        stage_pop(screen->stage);
        return;
    }
    if (frame_hear(screen->cove, screen->stage, sitting, event) || hear_kit(pause, event) ||
        !pause->breath) {
        return;
    }
    Move move;
    PlayView view = view_of(pause);
    if (event->type == UI_TICK ? play_tick(pause->breath, &view, &move)
                               : play_interpret(pause->breath, event, &move)) {
        breathe(pause, &move);
    }
    view = view_of(pause);
    stage_breath(screen->stage, play_breath(pause->breath, &view));
}

static bool moving(const Screen *screen)
{
    const BreakScreen *pause = self_const(screen);
    PlayView view = view_of(pause);
    return pause->breath && pause->breathing && !pause->tool && play_moving(pause->breath, &view);
}

static void free_screen(Screen *screen)
{
    play_free(self(screen)->breath);
    arena_free(self(screen)->kit.arena);
    free(screen);
}

static const ScreenOps ops = {
    .name = "break",
    .build = build,
    .hear = hear,
    .tier = sitting_screen_tier,
    .person = sitting_screen_person,
    .sitting = sitting_screen_sitting,
    .moving = moving,
    .free = free_screen,
};

static Play *open_breath(const Cove *cove, Id sitting)
{
    Sitter sitter;
    const Module *module = library_module(cove->library, SITTING_MODULE);
    const Activity *activity = module ? module_activity(module, SITTING_PAUSE) : NULL;
    if (!activity || !sitter_find(cove, sitting, &sitter)) {
        return NULL;
    }
    PlaySetup setup = {.activity = activity,
                       .words = library_strings(cove->library, module),
                       .ui = library_ui(cove->library),
                       .tokens = sitter.tokens,
                       .tier = sitter.person->tier};
    Play *play = NULL;
    return play_new(&setup, &play, NULL) ? play : NULL;
}

Screen *screen_break(Cove *cove, Stage *stage, Id sitting)
{
    BreakScreen *screen = memory_new(1, sizeof *screen);
    screen->base = (SittingScreen){{&ops, cove, stage}, sitting, 0};
    screen->breath = open_breath(cove, sitting);
    screen->kit.arena = arena_new();
    kit_of_person(cove, sitting_screen_person(&screen->base.screen), &screen->kit);
    screen->breathing = screen->kit.count == 0 && !screen->kit.place;
    return &screen->base.screen;
}
