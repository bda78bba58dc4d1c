/* Break: a calm sea, a slow breath to watch, and two ways on. What is breathed here is not kept. */
#include "activity/play.h"
#include "screen/screens.h"
#include "screen/simple.h"
#include "screen/sitting.h"

#include <stdlib.h>

typedef struct BreakScreen {
    SittingScreen base;
    Play *breath; /* NULL when the content has none for this tier */
    int64_t since;
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
                   .scene = "scene/break",
                   .title = sitter_words(screen, tree, &sitter, "ui.break.title"),
                   .stop = true,
                   .not_ok = true};
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), 720);
    node_heading(tree, sheet, TYPE_TITLE, frame.title);
    node_text(tree, sheet, TYPE_BODY, sitter_words(screen, tree, &sitter, "ui.break.text"));
    if (pause->breath) {
        PlayView view = view_of(pause);
        Node *breath = node_group(tree, sheet, AXIS_COLUMN);
        breath->layout.cross = ALIGN_CENTER;
        breath->layout.gap = 8;
        play_build_body(pause->breath, &view, tree, breath);
    }
    build_ways(screen, &sitter, tree, sheet);
}

static void breathe(BreakScreen *pause, const Move *move)
{
    if (play_apply(pause->breath, move, NULL)) {
        pause->since = clock_ticks(&pause->base.screen.cove->clock);
    }
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
    if (frame_hear(screen->cove, screen->stage, sitting, event) || !pause->breath) {
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
    return pause->breath && play_moving(pause->breath, &view);
}

static void free_screen(Screen *screen)
{
    play_free(self(screen)->breath);
    free(screen);
}

static const ScreenOps ops = {
    .name = "break",
    .build = build,
    .hear = hear,
    .tier = sitting_screen_tier,
    .person = sitting_screen_person,
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
    return &screen->base.screen;
}
