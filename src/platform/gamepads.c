#include "platform/gamepads.h"

#include "base/memory.h"
#include "platform/pad_watch.h"

#include <SDL.h>

#include <stdlib.h>

enum { REPEAT_AFTER_MS = 450, REPEAT_MS = 160, STICK_PUSHED = 20000, STICK_RELEASED = 12000 };

struct Gamepads {
    PadWatch *watch;
    SDL_atomic_t announced; /* an event is on its way */
    bool open;
    int x, y;                     /* of the left stick */
    bool pushed;                  /* `way` comes from the stick */
    Key way;                      /* direction that is held, or KEY_NONE */
    int64_t due;                  /* ticks of its next repeat */
    bool shoulders[2], sticks[2]; /* that are down */
};

/* Buttons that are not here are nothing but a switch. */
static const struct {
    SDL_GameControllerButton button;
    Key key;
} buttons[] = {
    {SDL_CONTROLLER_BUTTON_A, KEY_ENTER},          {SDL_CONTROLLER_BUTTON_B, KEY_BACK},
    {SDL_CONTROLLER_BUTTON_X, KEY_NOT_OK},         {SDL_CONTROLLER_BUTTON_Y, KEY_HEAR},
    {SDL_CONTROLLER_BUTTON_START, KEY_BREAK},      {SDL_CONTROLLER_BUTTON_BACK, KEY_ESCAPE},
    {SDL_CONTROLLER_BUTTON_GUIDE, KEY_ESCAPE},     {SDL_CONTROLLER_BUTTON_DPAD_UP, KEY_UP},
    {SDL_CONTROLLER_BUTTON_DPAD_DOWN, KEY_DOWN},   {SDL_CONTROLLER_BUTTON_DPAD_LEFT, KEY_LEFT},
    {SDL_CONTROLLER_BUTTON_DPAD_RIGHT, KEY_RIGHT},
};

static void announce(void *context)
{
    Gamepads *pads = context;
    SDL_Event event = {.type = GAMEPADS_EVENT};
    if (SDL_AtomicCAS(&pads->announced, 0, 1) && SDL_PushEvent(&event) <= 0)
        SDL_AtomicSet(&pads->announced, 0);
}

Gamepads *gamepads_new(const char *folder)
{
    Gamepads *pads = memory_new(1, sizeof *pads);
    pads->watch = folder ? pad_watch_new(folder, announce, pads) : NULL;
    return pads;
}

void gamepads_free(Gamepads *pads)
{
    if (!pads)
        return;
    pad_watch_free(pads->watch);
    if (pads->open)
        SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
    free(pads);
}

/* The kernel knows the pads; SDL's own drivers would only be a second way to them. */
static bool open_controllers(void)
{
    SDL_SetHint(SDL_HINT_AUTO_UPDATE_JOYSTICKS, "0");
    SDL_SetHint(SDL_HINT_JOYSTICK_HIDAPI, "0");
    SDL_SetHint(SDL_HINT_ACCELEROMETER_AS_JOYSTICK, "0");
    return SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) == 0;
}

void gamepads_update(Gamepads *pads)
{
    SDL_AtomicSet(&pads->announced, 0);
    pads->open = pads->open || open_controllers();
    if (pads->open)
        SDL_JoystickUpdate();
}

static void come(int index)
{
    if (SDL_IsGameController(index))
        SDL_GameControllerOpen(index);
    else
        SDL_JoystickOpen(index);
}

static void go(Gamepads *pads, SDL_JoystickID id)
{
    SDL_GameController *controller = SDL_GameControllerFromInstanceID(id);
    SDL_Joystick *joystick = SDL_JoystickFromInstanceID(id);
    if (controller)
        SDL_GameControllerClose(controller);
    else if (joystick)
        SDL_JoystickClose(joystick);
    pads->way = KEY_NONE;
    pads->shoulders[0] = pads->shoulders[1] = pads->sticks[0] = pads->sticks[1] = false;
}

static bool is_direction(Key key)
{
    return key == KEY_LEFT || key == KEY_RIGHT || key == KEY_UP || key == KEY_DOWN;
}

static void hold(Gamepads *pads, Key way, bool pushed, int64_t now)
{
    pads->way = way;
    pads->pushed = pushed;
    pads->due = now + REPEAT_AFTER_MS;
}

static Key key_of(Uint8 button)
{
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        if (buttons[i].button == (SDL_GameControllerButton)button)
            return buttons[i].key;
    }
    return KEY_NONE;
}

/* Both shoulders at once are the cover key, both sticks pressed in at once the strip's. */
static Key chord_key(Gamepads *pads, Uint8 button, bool down)
{
    bool *both;
    Key key;
    switch (button) {
    case SDL_CONTROLLER_BUTTON_LEFTSHOULDER:
    case SDL_CONTROLLER_BUTTON_RIGHTSHOULDER:
        both = pads->shoulders;
        key = KEY_COVER;
        break;
    case SDL_CONTROLLER_BUTTON_LEFTSTICK:
    case SDL_CONTROLLER_BUTTON_RIGHTSTICK:
        both = pads->sticks;
        key = KEY_STRIP;
        break;
    default: return KEY_NONE;
    }
    both[button == SDL_CONTROLLER_BUTTON_RIGHTSHOULDER ||
         button == SDL_CONTROLLER_BUTTON_RIGHTSTICK] = down;
    return both[0] && both[1] ? key : KEY_NONE;
}

static bool translate_button(Gamepads *pads, const SDL_ControllerButtonEvent *event, int64_t now,
                             Input *input)
{
    bool down = event->type == SDL_CONTROLLERBUTTONDOWN;
    Key key = key_of(event->button);
    if (key == KEY_NONE)
        key = chord_key(pads, event->button, down);
    if (is_direction(key) && down)
        hold(pads, key, false, now);
    else if (key == pads->way && !pads->pushed)
        pads->way = KEY_NONE;
    *input = (Input){.type = down ? INPUT_KEY : INPUT_KEY_UP, .key = key, .pad = true};
    return true;
}

/* Where the stick is pushed to; it has to come back a good deal before it counts as let go. */
static Key stick_way(const Gamepads *pads)
{
    bool across = abs(pads->x) > abs(pads->y);
    int far = across ? abs(pads->x) : abs(pads->y);
    Key way = across ? (pads->x < 0 ? KEY_LEFT : KEY_RIGHT) : (pads->y < 0 ? KEY_UP : KEY_DOWN);
    bool held = pads->pushed && pads->way == way;
    return far > (held ? STICK_RELEASED : STICK_PUSHED) ? way : KEY_NONE;
}

static bool translate_axis(Gamepads *pads, const SDL_ControllerAxisEvent *event, int64_t now,
                           Input *input)
{
    if (event->axis == SDL_CONTROLLER_AXIS_LEFTX)
        pads->x = event->value;
    else if (event->axis == SDL_CONTROLLER_AXIS_LEFTY)
        pads->y = event->value;
    else
        return false;
    Key way = stick_way(pads);
    if (way == pads->way || (way == KEY_NONE && !pads->pushed))
        return false;
    hold(pads, way, true, now);
    *input = (Input){.type = INPUT_KEY, .key = way};
    return way != KEY_NONE;
}

/* What SDL knows no buttons of, such as a box for switches, has but one key. */
static bool translate_plain(const SDL_JoyButtonEvent *event, Input *input)
{
    InputType type = event->type == SDL_JOYBUTTONDOWN ? INPUT_KEY : INPUT_KEY_UP;
    *input = (Input){.type = type, .key = KEY_ENTER, .pad = true};
    return !SDL_GameControllerFromInstanceID(event->which);
}

bool gamepads_translate(Gamepads *pads, const SDL_Event *event, int64_t now, Input *input)
{
    switch (event->type) {
    case GAMEPADS_EVENT: gamepads_update(pads); return false;
    case SDL_JOYDEVICEADDED: come(event->jdevice.which); return false;
    case SDL_JOYDEVICEREMOVED: go(pads, event->jdevice.which); return false;
    case SDL_CONTROLLERBUTTONDOWN:
    case SDL_CONTROLLERBUTTONUP: return translate_button(pads, &event->cbutton, now, input);
    case SDL_CONTROLLERAXISMOTION: return translate_axis(pads, &event->caxis, now, input);
    case SDL_JOYBUTTONDOWN:
    case SDL_JOYBUTTONUP: return translate_plain(&event->jbutton, input);
    default: return false;
    }
}

int64_t gamepads_due(const Gamepads *pads)
{
    return pads->way == KEY_NONE ? -1 : pads->due;
}

void gamepads_repeat(Gamepads *pads, int64_t now, Input *input)
{
    *input = (Input){.type = INPUT_KEY, .key = pads->way, .repeat = true, .pad = !pads->pushed};
    pads->due = now + REPEAT_MS;
}
