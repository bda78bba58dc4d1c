/* Puts the parts together; each part knows only what it needs. */
#include "platform/platform.h"

#include "base/memory.h"
#include "platform/pane.h"
#include "platform/sound.h"
#include "platform/voice.h"

#include <SDL_image.h>
#include <SDL_timer.h>

#include <stdio.h>
#include <stdlib.h>

struct Platform {
    Pane main, beside; /* beside.window: NULL: there is none */
    Fonts *fonts;
    Renderer renderer;
    Events events;
    Gamepads *pads;
    Audio *audio; /* NULL when headless, as what sounds */
    Sound *sound;
    Voice *voice;
    bool headless;
};

bool platform_has_display(void)
{
    static const char *const names[] = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return true;
    }
    return false;
}

/* Pictures and fonts are sought on their own threads while the window opens. */
static void start_work(Platform *platform, const PlatformSetup *setup)
{
    platform->renderer.pictures = pictures_new(setup->assets, setup->content, !setup->headless);
    pictures_look_in(platform->renderer.pictures, setup->own);
    platform->fonts = fonts_new(setup->font ? setup->font : "Andika");
    pictures_keep_in(platform->renderer.pictures, setup->kept, setup->shipped);
    for (size_t i = 0; i < setup->early_count; i++) {
        const EarlyPicture *early = &setup->early[i];
        PictureWish wish = {early->name, early->width, early->height, early->cover};
        pictures_want_early(platform->renderer.pictures, &wish);
    }
}

static void open_audio(Platform *platform, const PlatformSetup *setup)
{
    const Clock clock = clock_system();
    if (platform->headless)
        return;
    platform->audio = audio_new(&clock);
    platform->sound = sound_new(platform->audio, setup->assets);
    platform->voice = voice_new(
        &(VoiceSetup){platform->audio, clock, setup->content, setup->speech_helper, setup->own});
}

bool platform_open(const PlatformSetup *setup, Platform **out, Error *error)
{
    Platform *platform = memory_new(1, sizeof *platform);
    platform->headless = setup->headless;
    window_prepare();
    start_work(platform, setup);
    if (!window_open(setup->title, setup->width, setup->height, setup->headless,
                     &platform->main.window, error) ||
        !fonts_ready(platform->fonts, error)) {
        platform_close(platform);
        return false;
    }
    platform->renderer.texts = text_cache_new(platform->fonts);
    platform->renderer.shapes = shapes_new();
    platform->renderer.ink = ink_new();
    platform->events.window = platform->main.window;
    platform->pads = gamepads_new(setup->headless ? NULL : "/dev/input");
    platform->events.pads = platform->pads;
    if (!setup->headless)
        pictures_tell(platform->renderer.pictures, events_announce_pictures, &platform->events);
    open_audio(platform, setup);
    *out = platform;
    return true;
}

void platform_close(Platform *platform)
{
    if (!platform)
        return;
    pictures_free(platform->renderer.pictures);
    text_cache_free(platform->renderer.texts);
    shapes_free(platform->renderer.shapes);
    ink_free(platform->renderer.ink);
    platform_beside_close(platform);
    fonts_free(platform->fonts);
    gamepads_free(platform->pads);
    voice_free(platform->voice);
    sound_free(platform->sound);
    audio_free(platform->audio);
    window_close(platform->main.window);
    pane_clear(&platform->main);
    free(platform);
}

void platform_forget_words(Platform *platform)
{
    text_cache_forget(platform->renderer.texts);
    ground_clear(&platform->main.ground);
    ground_clear(&platform->beside.ground);
}

Ruler platform_ruler(Platform *platform)
{
    return text_cache_ruler(platform->renderer.texts);
}

void platform_size(const Platform *platform, int *width, int *height)
{
    window_size(platform->main.window, width, height);
}

bool platform_resize(Platform *platform, int width, int height, Error *error)
{
    return window_resize(platform->main.window, width, height, error);
}

void platform_show(Platform *platform, const DrawList *list)
{
    pane_show(&platform->main, &platform->renderer, &platform->events, list);
}

bool platform_shown_whole(const Platform *platform)
{
    return platform->main.whole;
}

bool platform_pictures_pending(const Platform *platform)
{
    return pictures_pending(platform->renderer.pictures);
}

void platform_forget_pictures(Platform *platform)
{
    pictures_forget(platform->renderer.pictures);
    shown_clear(&platform->main.last);
    shown_clear(&platform->beside.last);
}

void platform_finish_pictures(Platform *platform)
{
    pictures_await_all(platform->renderer.pictures);
}

/* --- waiting ------------------------------------------------------------------------------- */

static bool next_event(SDL_Event *event, int64_t timeout_ms)
{
    if (timeout_ms < 0)
        return SDL_WaitEvent(event) == 1;
    int limited = timeout_ms > INT32_MAX ? INT32_MAX : (int)timeout_ms;
    return SDL_WaitEventTimeout(event, limited) == 1;
}

/* Nobody is there: the time passes, and without a time the program is over. */
static bool wait_headless(int64_t timeout_ms, bool *quit)
{
    if (timeout_ms < 0)
        *quit = true;
    else
        SDL_Delay((Uint32)timeout_ms);
    return timeout_ms < 0;
}

/* The earlier of two times, of which -1 is none. */
static int64_t earlier(int64_t a, int64_t b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* What is heard asks to be looked after: at which time; -1: not at all. */
static int64_t audio_due(const Platform *platform, int64_t now)
{
    int64_t wait = earlier(voice_wait_ms(platform->voice), audio_wait_ms(platform->audio));
    wait = earlier(wait, sound_wait_ms(platform->sound));
    return wait < 0 ? -1 : now + wait;
}

/* One wake-up: an event, a direction that is still held on a pad, or only time. True: an input. */
static bool wait_once(Platform *platform, int64_t end, Input *input, bool *quit)
{
    const Clock clock = clock_system();
    if (voice_poll(platform->voice, input))
        return true;
    sound_rest(platform->sound);
    audio_rest(platform->audio);
    const int64_t now = clock_ticks(&clock), due = gamepads_due(platform->pads);
    const int64_t until = earlier(end, earlier(due, audio_due(platform, now)));
    SDL_Event event;
    *input = (Input){.type = INPUT_NONE};
    if (next_event(&event, until < 0 ? -1 : until > now ? until - now : 0)) {
        events_skip_to_last(&event);
        bool heard = events_translate(&platform->events, &event, input, quit);
        if (heard && input->type != INPUT_PICTURES)
            sound_awake(platform->sound);
        return heard;
    }
    bool held = due >= 0 && clock_ticks(&clock) >= due;
    if (held)
        gamepads_repeat(platform->pads, clock_ticks(&clock), input);
    return held;
}

bool platform_wait(Platform *platform, int64_t timeout_ms, Input *input, bool *quit)
{
    *input = (Input){.type = INPUT_NONE};
    if (platform->headless)
        return wait_headless(timeout_ms, quit);
    const Clock clock = clock_system();
    const int64_t end = timeout_ms < 0 ? -1 : clock_ticks(&clock) + timeout_ms;
    do {
        if (wait_once(platform, end, input, quit))
            return true;
    } while (end < 0 || clock_ticks(&clock) < end);
    *input = (Input){.type = INPUT_NONE};
    return false;
}

void platform_wake(Platform *platform)
{
    if (!platform->headless)
        events_wake();
}

void platform_position(const Platform *platform, int *x, int *y)
{
    window_position(platform->main.window, x, y);
}

void platform_text_input(Platform *platform, bool on, Rect field)
{
    if (platform->headless)
        return;
    float density = window_density(platform->main.window);
    SDL_Rect place = {(int)(field.x / density), (int)(field.y / density),
                      (int)(field.width / density), (int)(field.height / density)};
    if (on)
        SDL_SetTextInputRect(&place);
    if (on != platform->events.typing)
        on ? SDL_StartTextInput() : SDL_StopTextInput();
    platform->events.typing = on;
}

void platform_say(Platform *platform, const Speech *speech)
{
    if (platform->voice)
        voice_say(platform->voice, speech);
}

void platform_hush(Platform *platform)
{
    if (platform->voice)
        voice_hush(platform->voice);
}

void platform_volumes(Platform *platform, int cues, int ambience)
{
    if (platform->sound)
        sound_volumes(platform->sound, cues, ambience);
}

void platform_cue(Platform *platform, const char *name)
{
    if (platform->sound)
        sound_cue(platform->sound, name);
}

void platform_ambience(Platform *platform, const char *name, int fade_ms)
{
    if (platform->sound)
        sound_ambience(platform->sound, name, fade_ms);
}

void platform_title(Platform *platform, const char *title)
{
    window_title(platform->main.window, title);
}

/* --- a window beside ------------------------------------------------------------------------ */

bool platform_beside_open(Platform *platform, const char *title, int width, int height,
                          Error *error)
{
    bool open = window_open_beside(platform->main.window, title, width, height,
                                   &platform->beside.window, error);
    platform->events.beside = platform->beside.window;
    return open;
}

void platform_beside_close(Platform *platform)
{
    window_close_beside(platform->beside.window);
    pane_clear(&platform->beside);
    platform->events.beside = NULL;
}

bool platform_beside_is_open(const Platform *platform)
{
    return platform->beside.window != NULL;
}

void platform_beside_size(const Platform *platform, int *width, int *height)
{
    window_size(platform->beside.window, width, height);
}

/* Who sits at the first window goes on there. */
void platform_beside_show(Platform *platform, const DrawList *list)
{
    bool first = !platform->beside.shown;
    pane_show(&platform->beside, &platform->renderer, &platform->events, list);
    if (first)
        window_raise(platform->main.window);
}

void platform_beside_raise(Platform *platform)
{
    if (platform->beside.window)
        window_raise(platform->beside.window);
}

bool platform_capture(Platform *platform, const char *path, Error *error)
{
    SDL_Surface *picture = window_picture(platform->main.window);
    if (!picture)
        return error_set(error, ERROR_REFUSED, path,
                         "nothing has been shown yet to take a picture of");
    if (IMG_SavePNG(picture, path) == 0)
        return true;
    remove(path);
    return error_set(
        error, ERROR_WRITE, path,
        "the picture could not be written; check that the folder is there and not full");
}
