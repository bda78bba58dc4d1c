/* The strip in a window of its own: a second stage beside the one of the sitting. What belongs to
 * the sitting goes to the sitting, and what one of them did the other shows. */
#include "screen/stage_inside.h"
#include "screen/strip.h"

enum { WIDTH = 460, HEIGHT = 640 }; /* until somebody says how large it is */

void strip_drop_window(Strip *strip)
{
    if (strip->window && strip->window->count > 0) {
        stage_forget(strip->window);
    }
}

void stage_strip_windows(Stage *stage, bool can)
{
    stage->strip.windows = can;
    stage->dirty = true;
}

static Stage *new_window(Stage *stage)
{
    Stage *window = stage_new(&stage->clock, &stage->ruler, WIDTH, HEIGHT);
    window->main = stage;
    return window;
}

Stage *stage_strip(Stage *stage)
{
    Strip *strip = &stage->strip;
    if (!strip_apart(stage)) {
        strip_drop_window(strip);
        return NULL;
    }
    if (!strip->window) {
        strip->window = new_window(stage);
    }
    Stage *window = strip->window;
    window->text_scale = stage->text_scale;
    window->theme = stage->theme;
    if (window->count == 0 && window->request_count == 0) {
        stage_push(window, screen_strip(strip_cove(stage), window, stage));
    }
    return window;
}

void stage_strip_closed(Stage *stage)
{
    if (strip_apart(stage)) {
        strip_hear(stage, &(UiEvent){.type = UI_PRESS, .action = action_of(STRIP_VERB, "page", 0)});
        stage_settle(stage);
    }
}

/* What is the sitting's, whichever window has the keyboard. */
static bool is_for_sitting(const Input *input)
{
    switch (input->type == INPUT_KEY || input->type == INPUT_KEY_UP ? input->key : KEY_NONE) {
    case KEY_ESCAPE:
    case KEY_BREAK:
    case KEY_NOT_OK:
    case KEY_MUTE:
    case KEY_STRIP:
    case KEY_COVER:
    case KEY_LOCK: return true;
    default: return false;
    }
}

bool stage_strip_passes(Stage *window, const Input *input)
{
    if (!window->main) {
        return false;
    }
    stage_input(window->main, &(Input){.type = INPUT_NONE}); /* locks, if that is due */
    if (!strip_apart(window->main)) {
        return true;
    }
    if (input->type != INPUT_TICK) {
        stage_lock_touch(window->main);
    }
    if (is_for_sitting(input)) {
        stage_input(window->main, input);
        return true;
    }
    return false;
}

void stage_strip_follow(Stage *stage, const Input *input)
{
    if (stage->main) {
        effects_clear(&stage->effects); /* the window beside is silent */
        stage->main->dirty = stage->main->dirty || stage->dirty;
        stage_settle(stage->main);
        return;
    }
    Stage *window = strip_apart(stage) ? stage->strip.window : NULL;
    if (!window || window->count == 0) {
        return;
    }
    if (input->type == INPUT_PICTURES || stage->dirty) {
        window->dirty = true;
    }
    if (input->type == INPUT_TICK && stage_wait_ms(window) == 0) {
        stage_input(window, input);
    }
}
