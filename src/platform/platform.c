/* Puts the parts together; each part knows only what it needs. */
#include "platform/platform.h"

#include "base/memory.h"
#include "platform/events.h"
#include "platform/render.h"
#include "platform/window.h"

#include <SDL_image.h>
#include <SDL_timer.h>

#include <stdio.h>
#include <stdlib.h>

/* How long a frame may wait for its pictures before it is shown without them. */
enum { FIRST_PATIENCE_MS = 30, PATIENCE_MS = 6 };

struct Platform {
    Window *window;
    Fonts *fonts;
    Renderer renderer;
    Events events;
    bool headless, shown;
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
    platform->fonts = fonts_new(setup->font ? setup->font : "Andika");
    for (size_t i = 0; i < setup->early_count; i++) {
        const EarlyPicture *early = &setup->early[i];
        PictureWish wish = {early->name, early->width, early->height, early->cover};
        pictures_want_early(platform->renderer.pictures, &wish);
    }
}

bool platform_open(const PlatformSetup *setup, Platform **out, Error *error)
{
    Platform *platform = memory_new(1, sizeof *platform);
    platform->headless = setup->headless;
    window_prepare();
    start_work(platform, setup);
    if (!window_open(setup->title, setup->width, setup->height, setup->headless, &platform->window,
                     error) ||
        !fonts_ready(platform->fonts, error)) {
        platform_close(platform);
        return false;
    }
    platform->renderer.texts = text_cache_new(platform->fonts);
    platform->renderer.shapes = shapes_new();
    platform->events.window = platform->window;
    if (!setup->headless)
        pictures_tell(platform->renderer.pictures, events_announce_pictures, &platform->events);
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
    fonts_free(platform->fonts);
    window_close(platform->window);
    free(platform);
}

Ruler platform_ruler(Platform *platform)
{
    return text_cache_ruler(platform->renderer.texts);
}

void platform_size(const Platform *platform, int *width, int *height)
{
    window_size(platform->window, width, height);
}

bool platform_resize(Platform *platform, int width, int height, Error *error)
{
    return window_resize(platform->window, width, height, error);
}

Clock platform_clock(const Platform *platform)
{
    (void)platform;
    return clock_system();
}

void platform_prefetch(Platform *platform, const char *name, int width, int height, bool cover)
{
    PictureWish wish = {name, width, height, cover};
    pictures_want(platform->renderer.pictures, &wish, false);
}

void platform_show(Platform *platform, const DrawList *list)
{
    int width = 0, height = 0;
    Canvas canvas;
    window_size(platform->window, &width, &height);
    pictures_frame(platform->renderer.pictures);
    render_want_pictures(&platform->renderer, list, width, height);
    pictures_await_shown(platform->renderer.pictures,
                         platform->shown ? PATIENCE_MS : FIRST_PATIENCE_MS);
    if (pictures_complete(platform->renderer.pictures))
        events_forget_pictures(&platform->events);
    if (!window_canvas(platform->window, &canvas))
        return;
    render_list(&platform->renderer, &canvas, list);
    window_present(platform->window);
    platform->shown = true;
}

bool platform_pictures_pending(const Platform *platform)
{
    return pictures_pending(platform->renderer.pictures);
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

bool platform_wait(Platform *platform, int64_t timeout_ms, Input *input, bool *quit)
{
    *input = (Input){.type = INPUT_NONE};
    if (platform->headless)
        return wait_headless(timeout_ms, quit);
    const Clock clock = clock_system();
    const int64_t end = clock_ticks(&clock) + timeout_ms;
    for (int64_t left = timeout_ms;;) {
        SDL_Event event;
        if (!next_event(&event, left))
            return false;
        events_skip_to_last(&event);
        if (events_translate(&platform->events, &event, input, quit))
            return true;
        *input = (Input){.type = INPUT_NONE};
        if (timeout_ms >= 0)
            left = end > clock_ticks(&clock) ? end - clock_ticks(&clock) : 0;
    }
}

void platform_text_input(Platform *platform, bool on, Rect field)
{
    if (platform->headless)
        return;
    float density = window_density(platform->window);
    SDL_Rect place = {(int)(field.x / density), (int)(field.y / density),
                      (int)(field.width / density), (int)(field.height / density)};
    if (on)
        SDL_SetTextInputRect(&place);
    if (on != platform->events.typing)
        on ? SDL_StartTextInput() : SDL_StopTextInput();
    platform->events.typing = on;
}

void platform_title(Platform *platform, const char *title)
{
    window_title(platform->window, title);
}

bool platform_capture(Platform *platform, const char *path, Error *error)
{
    SDL_Surface *picture = window_picture(platform->window);
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
