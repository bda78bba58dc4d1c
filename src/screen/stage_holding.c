/* What was done and is not durable yet: the stage holds still. The picture stays, nothing is heard
 * or seen of what follows, and nothing is taken but the cover and the wish to lock. After two
 * seconds, or when the disk fails, a calm page says so (saving.c); when all is durable it goes on.
 */
#include "screen/stage_inside.h"

#include <string.h>

enum {
    SHOW_MS = 2000,
    POLL_MS = 50, /* while nothing is shown of it */
    POLL_SHOWN_MS = 100,
    POLL_FAILED_MS = 500,
    LOCK_ASKED_MS = 10000,       /* how long locking waits for the disk when it was asked for */
    LOCK_DUE_MS = 15 * 60 * 1000 /* and when nobody has touched anything: the page tells nothing */
};

static const Cove *cove_of(const Stage *stage)
{
    return stage->count ? stage->screens[stage->count - 1]->cove : NULL;
}

static Unsaved unsaved_of(const Stage *stage)
{
    const Cove *cove = cove_of(stage);
    return cove && cove->keeper ? keeper_unsaved(cove->keeper) : (Unsaved){.state = SAVING_DONE};
}

bool stage_holds(const Stage *stage)
{
    return stage->holding.now && !stage_covered(stage);
}

bool stage_holds_picture(const Stage *stage)
{
    return stage_holds(stage) && !stage->holding.shown;
}

/* ---- beginning, showing, ending ---- */

bool stage_holding_begin(Stage *stage)
{
    if (!stage->holding.now && unsaved_of(stage).state != SAVING_DONE) {
        stage->holding =
            (Holding){.now = true, .since = clock_ticks(&stage->clock), .before = stage->focus};
        stage->dirty = true;
    }
    return stage->holding.now;
}

/* What was to be heard belongs to the picture that nobody sees. */
static void show(Stage *stage)
{
    if (!stage->holding.shown && !stage_covered(stage)) {
        effects_clear(&stage->effects);
        stage_voice_leave(stage);
    }
    stage->holding.shown = true;
    stage->dirty = true;
}

/* Whatever was down has been let go meanwhile. */
Focus stage_let_go(Focus focus)
{
    focus.pressed[0] = focus.held[0] = focus.scroller[0] = '\0';
    focus.down = focus.dragging = false;
    return focus;
}

static void end(Stage *stage)
{
    Holding *holding = &stage->holding;
    if (!stage_covered(stage)) {
        stage->focus = stage_let_go(holding->before);
    }
    stage->quitting = stage->quitting || holding->leaving;
    stage->locking = stage->locking || holding->lock_by != 0;
    stage->dirty = true;
    memory_wipe(holding, sizeof *holding);
}

static void look_again(Stage *stage, const Unsaved *unsaved)
{
    Holding *holding = &stage->holding;
    int64_t now = clock_ticks(&stage->clock);
    stage->dirty = stage->dirty || unsaved->state != holding->unsaved.state;
    holding->unsaved = *unsaved;
    if (!holding->shown && (unsaved->state == SAVING_FAILED || now - holding->since >= SHOW_MS)) {
        show(stage);
    }
    stage->locking = stage->locking || (holding->lock_by && now >= holding->lock_by);
}

void stage_holding_look(Stage *stage)
{
    if (!stage_holding_begin(stage)) {
        return;
    }
    Unsaved unsaved = unsaved_of(stage);
    if (unsaved.state == SAVING_DONE) {
        end(stage);
    } else {
        look_again(stage, &unsaved);
    }
}

/* ---- inputs ---- */

static bool is_voice(const Input *input)
{
    return input->type == INPUT_WORD || input->type == INPUT_SAID || input->type == INPUT_NO_VOICE;
}

bool stage_holding_puts_off(Stage *stage, bool asked)
{
    Holding *holding = &stage->holding;
    int64_t now = clock_ticks(&stage->clock);
    int64_t by = now + (asked ? LOCK_ASKED_MS : LOCK_DUE_MS);
    if (!holding->now || (holding->lock_by && now >= holding->lock_by)) {
        return false;
    }
    holding->lock_by = holding->lock_by && holding->lock_by < by ? holding->lock_by : by;
    show(stage);
    return true;
}

static bool takes_cover(Stage *stage, const Input *input)
{
    bool cover = input->type == INPUT_KEY && input->key == KEY_COVER;
    if (cover) {
        show(stage); /* it is what lies below the cover */
        stage_cover(stage);
        stage_take_up(stage);
    }
    return cover;
}

bool stage_holding_input(Stage *stage, const Input *input)
{
    bool held = stage_holds(stage);
    stage_holding_look(stage);
    if (!stage->holding.now) {
        return held && input->type != INPUT_TICK && input->type != INPUT_RESIZE &&
               !is_voice(input); /* it was meant for a picture that is gone */
    }
    if (stage_lock_puts_off(stage, input)) {
        return true;
    }
    if (stage_covered(stage) || is_voice(input)) {
        return false;
    }
    if (input->type == INPUT_RESIZE) {
        show(stage);
    }
    return takes_cover(stage, input) || !stage->holding.shown;
}

/* It is kept with what waits; where to go is shown at once. */
static void ask_for_help(Stage *stage)
{
    Cove *cove = stage->screens[stage->count - 1]->cove;
    const Sitting *sitting = record_sitting_open(keeper_record(cove->keeper));
    if (sitting && !stage->holding.help) {
        Event event = {.type = EVENT_NOT_OK, .sitting_id = sitting->id};
        (void)cove_keep(cove, &event, 1, NULL);
    }
    stage->holding.help = true;
}

static bool is_not_ok(const UiEvent *event, const char *verb)
{
    return strcmp(verb, "not-ok") == 0 || (event->type == UI_KEY && event->key == KEY_NOT_OK);
}

void stage_holding_hear(Stage *stage, const UiEvent *event)
{
    Holding *holding = &stage->holding;
    const char *verb = event->type == UI_PRESS ? event->action.verb : "";
    if (is_not_ok(event, verb)) {
        ask_for_help(stage);
    } else if (strcmp(verb, "go-on") == 0) {
        holding->help = false;
    } else if (strcmp(verb, "try-again") == 0) {
        keeper_try_again(cove_of(stage)->keeper);
    } else if (strcmp(verb, "what-happened") == 0) {
        holding->told = !holding->told;
    } else if (strcmp(verb, "keep-open") == 0) {
        holding->leaving = false;
    } else if (strcmp(verb, "close-anyway") == 0) {
        stage_quit(stage);
    }
}

int64_t stage_holding_wait(const Stage *stage, int64_t wait)
{
    if (!stage->holding.now) {
        return stage->locking ? 0 : wait;
    }
    if (stage_holds_picture(stage)) {
        return POLL_MS;
    }
    int64_t poll = stage->holding.unsaved.state == SAVING_FAILED ? POLL_FAILED_MS : POLL_SHOWN_MS;
    return wait >= 0 && wait < poll ? wait : poll;
}

/* ---- closing the window ---- */

bool stage_may_quit(Stage *stage)
{
    stage_holding_look(stage);
    if (!stage->holding.now || stage->holding.leaving) {
        return true;
    }
    stage->holding.leaving = true;
    show(stage);
    return false;
}
