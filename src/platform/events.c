#include "platform/events.h"

#include "base/clock.h"

#include <SDL_keyboard.h>

#include <stdio.h>

static const struct {
    SDL_Keycode code;
    Key key;
} keys[] = {
    {SDLK_RETURN, KEY_ENTER},
    {SDLK_KP_ENTER, KEY_ENTER},
    {SDLK_RETURN2, KEY_ENTER},
    {SDLK_ESCAPE, KEY_ESCAPE},
    {SDLK_AC_BACK, KEY_ESCAPE},
    {SDLK_LEFT, KEY_LEFT},
    {SDLK_RIGHT, KEY_RIGHT},
    {SDLK_UP, KEY_UP},
    {SDLK_DOWN, KEY_DOWN},
    {SDLK_HOME, KEY_HOME},
    {SDLK_END, KEY_END},
    {SDLK_PAGEUP, KEY_PAGE_UP},
    {SDLK_PAGEDOWN, KEY_PAGE_DOWN},
    {SDLK_DELETE, KEY_DELETE},
    {SDLK_BACKSPACE, KEY_BACKSPACE},
    {SDLK_F2, KEY_BREAK},
    {SDLK_F3, KEY_NOT_OK},
    {SDLK_F6, KEY_MUTE},
    {SDLK_F1, KEY_HELP},
    {SDLK_F4, KEY_HEAR},
    {SDLK_F8, KEY_STRIP},
    {SDLK_F9, KEY_COVER},
};

static Key key_of(const Events *events, const SDL_Keysym *keysym)
{
    if (keysym->sym == SDLK_TAB)
        return keysym->mod & KMOD_SHIFT ? KEY_BACK_TAB : KEY_TAB;
    if (keysym->sym == SDLK_z && keysym->mod & (KMOD_CTRL | KMOD_GUI))
        return KEY_UNDO;
    if (keysym->sym == SDLK_l && keysym->mod & (KMOD_CTRL | KMOD_GUI))
        return KEY_LOCK;
    if (keysym->sym == SDLK_SPACE) /* while typing it comes as text */
        return events->typing ? KEY_NONE : KEY_SPACE;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].code == keysym->sym)
            return keys[i].key;
    return KEY_NONE;
}

static bool translate_key(const Events *events, const SDL_KeyboardEvent *event, Input *input)
{
    *input = (Input){.type = event->type == SDL_KEYDOWN ? INPUT_KEY : INPUT_KEY_UP,
                     .key = key_of(events, &event->keysym),
                     .repeat = event->repeat != 0};
    return input->key != KEY_NONE;
}

/* Which window an event is of; that of others, such as a gamepad's, is the first. */
static Uint32 id_of(const SDL_Event *event)
{
    switch (event->type) {
    case SDL_WINDOWEVENT: return event->window.windowID;
    case SDL_KEYDOWN:
    case SDL_KEYUP: return event->key.windowID;
    case SDL_TEXTINPUT: return event->text.windowID;
    case SDL_MOUSEMOTION: return event->motion.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return event->button.windowID;
    case SDL_MOUSEWHEEL: return event->wheel.windowID;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: return event->tfinger.windowID;
    default: return 0;
    }
}

static bool is_beside(const Events *events, Uint32 id)
{
    return events->beside && id != 0 && id == window_id(events->beside);
}

static Window *window_of(const Events *events, Uint32 id)
{
    return is_beside(events, id) ? events->beside : events->window;
}

static bool pointer(Window *window, InputType type, int x, int y, Input *input)
{
    float density = window_density(window);
    *input = (Input){.type = type, .x = (float)x * density, .y = (float)y * density};
    return true;
}

static bool translate_button(const Events *events, const SDL_MouseButtonEvent *event, Input *input)
{
    InputType type = event->type == SDL_MOUSEBUTTONDOWN ? INPUT_POINTER_DOWN : INPUT_POINTER_UP;
    return event->button == SDL_BUTTON_LEFT &&
           pointer(window_of(events, event->windowID), type, event->x, event->y, input);
}

static bool translate_wheel(const SDL_MouseWheelEvent *event, Input *input)
{
    float turn = event->direction == SDL_MOUSEWHEEL_FLIPPED ? -1 : 1;
    *input = (Input){.type = INPUT_WHEEL, .x = turn * event->preciseX, .y = turn * event->preciseY};
    return event->preciseY != 0 || event->preciseX != 0;
}

/* One finger is the pointer; others are left alone until it is lifted. */
static bool translate_finger(Events *events, const SDL_TouchFingerEvent *event, Input *input)
{
    int width = 0, height = 0;
    if (events->touching && event->fingerId != events->finger)
        return false;
    if (!events->touching && event->type != SDL_FINGERDOWN)
        return false;
    events->touching = event->type != SDL_FINGERUP;
    events->finger = event->fingerId;
    window_size(window_of(events, event->windowID), &width, &height);
    InputType type = event->type == SDL_FINGERDOWN ? INPUT_POINTER_DOWN
                     : event->type == SDL_FINGERUP ? INPUT_POINTER_UP
                                                   : INPUT_POINTER_MOVE;
    *input = (Input){.type = type, .x = event->x * (float)width, .y = event->y * (float)height};
    return true;
}

static bool translate_text(const SDL_TextInputEvent *event, Input *input)
{
    *input = (Input){.type = INPUT_TEXT};
    snprintf(input->text, sizeof input->text, "%s", event->text);
    return input->text[0] != '\0';
}

static bool translate_window(const Events *events, const SDL_WindowEvent *event, Input *input,
                             bool *quit)
{
    Window *window = window_of(events, event->windowID);
    bool beside = window == events->beside;
    *input = (Input){.type = INPUT_RESIZE};
    switch (event->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED: window_resized(window); return true;
    case SDL_WINDOWEVENT_EXPOSED: return !window_expose(window);
    case SDL_WINDOWEVENT_CLOSE:
        *quit = !beside;
        *input = (Input){.type = beside ? INPUT_CLOSED : INPUT_NONE};
        return true;
    default: return false;
    }
}

static bool translate_pictures(Events *events, Input *input)
{
    SDL_AtomicSet(&events->announced, 0);
    *input = (Input){.type = INPUT_PICTURES};
    return true;
}

static bool translate_pad(const Events *events, const SDL_Event *event, Input *input)
{
    const Clock clock = clock_system();
    return events->pads && gamepads_translate(events->pads, event, clock_ticks(&clock), input);
}

static bool translate(Events *events, const SDL_Event *event, Input *input, bool *quit)
{
    switch (event->type) {
    case SDL_MOUSEMOTION:
        return pointer(window_of(events, event->motion.windowID), INPUT_POINTER_MOVE,
                       event->motion.x, event->motion.y, input);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return translate_button(events, &event->button, input);
    case SDL_MOUSEWHEEL: return translate_wheel(&event->wheel, input);
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: return translate_finger(events, &event->tfinger, input);
    case SDL_KEYDOWN:
    case SDL_KEYUP: return translate_key(events, &event->key, input);
    case SDL_TEXTINPUT: return translate_text(&event->text, input);
    case SDL_WINDOWEVENT: return translate_window(events, &event->window, input, quit);
    case SDL_USEREVENT: return translate_pictures(events, input);
    case EVENT_WAKE: *input = (Input){.type = INPUT_NONE}; return true;
    case SDL_QUIT:
        *quit = true;
        *input = (Input){.type = INPUT_NONE};
        return true;
    default: return translate_pad(events, event, input);
    }
}

bool events_translate(Events *events, const SDL_Event *event, Input *input, bool *quit)
{
    bool heard = translate(events, event, input, quit);
    input->beside = is_beside(events, id_of(event));
    return heard;
}

static bool replaces(const SDL_Event *event, const SDL_Event *next)
{
    if (event->type != next->type || id_of(event) != id_of(next))
        return false;
    if (event->type == SDL_FINGERMOTION)
        return event->tfinger.fingerId == next->tfinger.fingerId;
    if (event->type == SDL_WINDOWEVENT)
        return event->window.event == SDL_WINDOWEVENT_SIZE_CHANGED &&
               next->window.event == SDL_WINDOWEVENT_SIZE_CHANGED;
    return event->type == SDL_MOUSEMOTION;
}

void events_skip_to_last(SDL_Event *event)
{
    SDL_Event next;
    while (SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 &&
           replaces(event, &next))
        SDL_PeepEvents(event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT);
}

void events_announce_pictures(void *context)
{
    Events *events = context;
    SDL_Event event = {.type = SDL_USEREVENT};
    if (SDL_AtomicCAS(&events->announced, 0, 1) && SDL_PushEvent(&event) <= 0)
        SDL_AtomicSet(&events->announced, 0);
}

void events_wake(void)
{
    SDL_Event event = {.type = EVENT_WAKE};
    (void)SDL_PushEvent(&event);
}

void events_forget_pictures(Events *events)
{
    SDL_FlushEvent(SDL_USEREVENT);
    SDL_AtomicSet(&events->announced, 0);
}
