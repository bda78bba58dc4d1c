/* Where the stage and its narrator meet. */
#include "screen/stage_inside.h"

#include <string.h>

static Telling telling_of(Stage *stage)
{
    const Screen *screen = stage->screens[stage->count - 1];
    return (Telling){.tree = &stage->tree,
                     .focus = &stage->focus,
                     .prefs = &stage->prefs,
                     .tier = screen->ops->tier(screen),
                     .helper = screen->ops->person == NULL,
                     .library = screen->cove->library,
                     .effects = &stage->effects};
}

void stage_voice_look(Stage *stage)
{
    Telling telling = telling_of(stage);
    narrator_look(&stage->narrator, &telling);
}

void stage_voice_leave(Stage *stage)
{
    narrator_leave(&stage->narrator, &stage->effects);
}

/* A first press shows where it was, and nothing else happens. The finger is lifted from nothing, so
 * that focus sees no press. */
static bool take_first_press(Stage *stage, const Input *input)
{
    stage->dirty = true;
    stage->focus.pressed[0] = '\0';
    stage->focus.visible = true;
    return input->type == INPUT_KEY;
}

bool stage_voice_input(Stage *stage, const Input *input)
{
    Telling telling = telling_of(stage);
    switch (input->type) {
    case INPUT_WORD:
    case INPUT_SAID:
    case INPUT_NO_VOICE:
        narrator_hear(&stage->narrator, input);
        stage->dirty = true;
        return true;
    case INPUT_KEY:
    case INPUT_POINTER_UP:
        if (narrator_first_press(&stage->narrator, &telling, input)) {
            return take_first_press(stage, input);
        }
        narrator_tap(&stage->narrator, &telling, input);
        return false;
    default: return false;
    }
}

bool stage_voice_event(Stage *stage, const UiEvent *event)
{
    bool asked = (event->type == UI_PRESS && strcmp(event->action.verb, "hear") == 0) ||
                 (event->type == UI_KEY && event->key == KEY_HEAR);
    if (asked) {
        Telling telling = telling_of(stage);
        narrator_again(&stage->narrator, &telling);
    }
    return asked;
}

bool stage_press_held(const Stage *stage)
{
    return stage->narrator.held;
}
