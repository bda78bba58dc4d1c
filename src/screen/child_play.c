/* One activity being played. The mid-end says what happens; this screen keeps each move before it
 * counts, and shows the page in its place's scene. */
#include "screen/frame.h"
#include "screen/screens.h"
#include "screen/simple.h"
#include "screen/sitting.h"

#include <stdlib.h>
#include <string.h>

typedef struct PlayScreen {
    Screen screen;
    Id play, sitting;
    ReplayedPlay played;
    int64_t since;            /* ticks of the last move */
    int turn;                 /* of the page shown: see PlayView */
    char draft[FIELD_BYTES];  /* words being typed, not given yet */
    bool kept;                /* something was kept on this page */
} PlayScreen;

static PlayScreen *self(Screen *screen)
{
    return (PlayScreen *)(void *)screen;
}

static const PlayScreen *self_const(const Screen *screen)
{
    return (const PlayScreen *)(const void *)screen;
}

static PlayView view_of(const PlayScreen *play)
{
    const Screen *screen = &play->screen;
    return (PlayView){.now = clock_ticks(&screen->cove->clock),
                      .since = play->since,
                      .turn = play->turn,
                      .voice = stage_prefs(screen->stage)->voice != VOICE_OFF,
                      .kept = play->kept,
                      .hand = stage_focus(screen->stage)->hand,
                      .draft = play->draft};
}

static Tier tier(const Screen *screen)
{
    return play_context(self_const(screen)->played.play)->tier;
}

static Id person(const Screen *screen)
{
    Sitter sitter;
    return sitter_find(screen->cove, self_const(screen)->sitting, &sitter) ? sitter.person->id
                                                                           : (Id){""};
}

static void build(const Screen *screen, Tree *tree)
{
    const PlayScreen *play = self_const(screen);
    const PlayContext *context = play_context(play->played.play);
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = play->sitting,
                   .tier = context->tier,
                   .tokens = &context->tokens,
                   .scene = frame_scene(tree, context->tier, play->played.module->place),
                   .title = play_words(context, tree->arena, play->played.activity->title),
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *body = frame_build(&frame, tree);
    body->layout.pad_x = 24;
    body->layout.pad_y = 8;
    body->layout.cross = ALIGN_CENTER;
    Node *sheet = node_group(tree, body, AXIS_COLUMN);
    sheet->look = LOOK_SHEET;
    sheet->layout.grow = 1;
    sheet->layout.max_width = 1040;
    sheet->layout.pad_x = 24;
    sheet->layout.pad_y = 16;
    sheet->layout.width = 1040;
    sheet->layout.cross = ALIGN_STRETCH;
    PlayView view = view_of(play);
    play_build(play->played.play, &view, tree, sheet);
}

/* A child hears in their own words that the step could not be kept, not what the disk said. */
static void tell_not_kept(PlayScreen *play, Error *error)
{
    Screen *screen = &play->screen;
    const PlayContext *context = play_context(play->played.play);
    Arena *arena = arena_new();
    (void)error_set(error, error->code, screen->ops->name, "%s",
                    cove_words(screen->cove, arena, context->tier, &context->tokens,
                               "ui.error.not-kept"));
    arena_free(arena);
    stage_notice(screen->stage, error);
}

/* Kept first, then it counts. */
static void make(PlayScreen *play, const Move *move)
{
    Screen *screen = &play->screen;
    Event event = {.type = EVENT_MOVE, .play_id = play->play, .move = *move};
    Error error = {0};
    int page = play_page(play->played.play);
    if (!cove_keep(screen->cove, &event, 1, &error) ||
        !play_apply(play->played.play, move, &error)) {
        tell_not_kept(play, &error);
        return;
    }
    play->since = clock_ticks(&screen->cove->clock);
    play->kept = play_page(play->played.play) == page;
    play->turn = play->kept ? play->turn : play_turn(play->played.play);
    play->draft[0] = '\0';
    if (play_finished(play->played.play)) {
        sitting_play_over(screen->cove, screen->stage, play->play, ENDING_FINISHED);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    PlayScreen *play = self(screen);
    if (frame_is_stop(event)) {
        sitting_play_over(screen->cove, screen->stage, play->play, ENDING_STOPPED);
        return;
    }
    if (frame_hear(screen->cove, screen->stage, play->sitting, event)) {
        return;
    }
    if (heard_press(event, "more")) {
        play->turn++;
        return;
    }
    if (event->type == UI_EDIT) {
        size_t length = strnlen(event->text, sizeof play->draft - 1);
        memcpy(play->draft, event->text, length);
        play->draft[length] = '\0';
        return;
    }
    PlayView view = view_of(play);
    UiEvent given = *event;
    given.text = play->draft;
    Move move;
    if (event->type == UI_TICK ? play_tick(play->played.play, &view, &move)
                               : play_interpret(play->played.play, &given, &move)) {
        make(play, &move);
    }
    view = view_of(play);
    stage_breath(screen->stage, play_breath(play->played.play, &view));
}

static bool moving(const Screen *screen)
{
    PlayView view = view_of(self_const(screen));
    return play_moving(self_const(screen)->played.play, &view);
}

/* After a break the breath begins again from its start, not in the middle. */
static void shown(Screen *screen)
{
    self(screen)->since = clock_ticks(&screen->cove->clock);
}

static void free_screen(Screen *screen)
{
    played_close(&self(screen)->played);
    free(screen);
}

static const ScreenOps ops = {
    .name = "play",
    .build = build,
    .hear = hear,
    .tier = tier,
    .person = person,
    .moving = moving,
    .shown = shown,
    .free = free_screen,
};

Screen *screen_play(Cove *cove, Stage *stage, Id id)
{
    const PlayRecord *record = record_play_by_id(keeper_record(cove->keeper), id);
    ReplayedPlay played;
    Error error = {0};
    if (!played_open(cove, record, record->move_count, &played, &error)) {
        stage_notice(stage, &error);
        return screen_cove(cove, stage, record->sitting);
    }
    PlayScreen *play = memory_new(1, sizeof *play);
    play->screen = (Screen){&ops, cove, stage};
    play->play = id;
    play->sitting = record->sitting;
    play->played = played;
    play->turn = play_turn(played.play);
    return &play->screen;
}
