/* One activity being played. The mid-end says what happens; this screen keeps each move before it
 * counts, and shows the page in its place's scene. */
#include "family/given.h"
#include "screen/frame.h"
#include "screen/play_hand.h"
#include "screen/play_sheet.h"
#include "screen/screens.h"
#include "screen/simple.h"
#include "screen/sitting.h"
#include "screen/together.h"

#include <stdlib.h>
#include <string.h>

typedef struct PlayScreen {
    Screen screen;
    Id play, sitting;
    ReplayedPlay played;
    PlayHand hand;
} PlayScreen;

static PlayScreen *self(Screen *screen)
{
    return (PlayScreen *)(void *)screen;
}

static const PlayScreen *self_const(const Screen *screen)
{
    return (const PlayScreen *)(const void *)screen;
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

static bool aloud(const Screen *screen)
{
    const Record *record = keeper_record(screen->cove->keeper);
    const PlayRecord *play = record_play_by_id(record, self_const(screen)->play);
    const Case *family = play ? record_case_around(record, play->assignment) : NULL;
    const Assignment *given = family ? case_assignment(family, play->assignment) : NULL;
    return given && given_aloud(family, given);
}

static Id sitting_of(const Screen *screen)
{
    return self_const(screen)->sitting;
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
    PlayView view = play_hand_view(&play->hand, screen);
    if (context->joint) {
        together_chairs(screen, play->sitting, play->played.play, tree, body);
    }
    Node *sheet = play_sheet(tree, body, context->tier);
    if (context->joint) {
        together_sheet(screen, body, sheet);
    }
    play_build(play->played.play, &view, tree, sheet);
    if (context->joint) {
        together_tip(screen, play->sitting, play->played.play, tree, body);
    }
}

/* A child hears in their own words that the step could not be kept, not what the disk said. */
static void tell_not_kept(PlayScreen *play, Error *error)
{
    Screen *screen = &play->screen;
    const PlayContext *context = play_context(play->played.play);
    Arena *arena = arena_new();
    (void)error_set(
        error, error->code, screen->ops->name, "%s",
        cove_words(screen->cove, arena, context->tier, &context->tokens, "ui.error.not-kept"));
    arena_free(arena);
    stage_notice(screen->stage, error);
}

/* The move with all that waits for it, in one batch. What only waits is not kept. */
static bool keep(const PlayScreen *play, const Move *move, Error *error)
{
    const Play *played = play->played.play;
    if (play_waits(played, move)) {
        return true;
    }
    size_t waiting = play_gives(played, move) ? play_waiting(played) : 0;
    size_t first = play_move_count(played) - waiting;
    Event *events = memory_new(waiting + 1, sizeof *events);
    for (size_t i = 0; i <= waiting; i++) {
        const Move *each = i < waiting ? play_move_at(played, first + i) : move;
        events[i] = (Event){.type = EVENT_MOVE, .play_id = play->play, .move = *each};
    }
    bool kept = cove_keep(play->screen.cove, events, waiting + 1, error);
    free(events);
    return kept;
}

/* Kept first, then it counts. */
static void make(PlayScreen *play, const Move *move)
{
    Screen *screen = &play->screen;
    Error error = {0};
    int page = play_page(play->played.play);
    bool waits = play_waits(play->played.play, move);
    if (!keep(play, move, &error) || !play_apply(play->played.play, move, &error)) {
        tell_not_kept(play, &error);
        return;
    }
    play_hand_moved(&play->hand, screen, play->played.play, page, !waits);
    if (play_finished(play->played.play)) {
        sitting_play_over(screen->cove, screen->stage, play->play, ENDING_FINISHED);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    PlayScreen *play = self(screen);
    if (together_hear(screen, play->sitting, event)) {
        return;
    }
    if (frame_is_stop(event)) {
        sitting_play_over(screen->cove, screen->stage, play->play, ENDING_STOPPED);
        return;
    }
    if (frame_hear(screen->cove, screen->stage, play->sitting, event) ||
        play_hand_hear(&play->hand, event)) {
        return;
    }
    Move move;
    if (play_hand_means(&play->hand, screen, play->played.play, event, &move)) {
        make(play, &move);
    }
    PlayView view = play_hand_view(&play->hand, screen);
    stage_breath(screen->stage, play_breath(play->played.play, &view));
}

static bool moving(const Screen *screen)
{
    PlayView view = play_hand_view(&self_const(screen)->hand, screen);
    return play_moving(self_const(screen)->played.play, &view);
}

/* After a break the breath begins again from its start, not in the middle. */
static void shown(Screen *screen)
{
    self(screen)->hand.since = clock_ticks(&screen->cove->clock);
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
    .aloud = aloud,
    .sitting = sitting_of,
    .moving = moving,
    .shown = shown,
    .free = free_screen,
};

Screen *screen_play(Cove *cove, Stage *stage, Id id)
{
    const PlayRecord *record = record_play_by_id(keeper_record(cove->keeper), id);
    ReplayedPlay played;
    Error error = {0};
    if (!played_open(cove, record, PLAYED_ALL, &played, &error)) {
        stage_notice(stage, &error);
        return screen_cove(cove, stage, record->sitting);
    }
    PlayScreen *play = memory_new(1, sizeof *play);
    play->screen = (Screen){&ops, cove, stage};
    play->play = id;
    play->sitting = record->sitting;
    play->played = played;
    play->hand.turn = play_turn(played.play);
    return &play->screen;
}
