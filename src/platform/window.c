/* The picture goes to the window system straight from memory (tech-notes: SDL's default renderer
 * costs 90 MiB and 90 ms more, SDL_RENDER_DRIVER=software still goes through OpenGL). */
#include "platform/window.h"

#include "base/memory.h"

#include <SDL.h>

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    LEAST_WIDTH = 640,
    LEAST_HEIGHT = 480,
    LEAST_BESIDE = 320,
    MOST_SIDE = 16384,
    RECTS_MOST = 16
};

struct Window {
    SDL_Window *handle;    /* NULL when headless */
    SDL_Surface *memory;   /* headless, or when the window's own format is not ours */
    bool shown, presented; /* presented: the surface holds the last picture */
};

/* Without a session bus libdbus would start a daemon of its own when SDL looks for one. */
static void keep_dbus_asleep(void)
{
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    char bus[512] = "";
    if (runtime)
        snprintf(bus, sizeof bus, "%s/bus", runtime);
    if (!getenv("DBUS_SESSION_BUS_ADDRESS") && (!runtime || access(bus, F_OK) != 0))
        setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
}

void window_prepare(void)
{
    keep_dbus_asleep();
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
}

static SDL_Surface *memory_surface(int width, int height)
{
    return SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
}

static bool size_sane(int width, int height)
{
    return width > 0 && height > 0 && width <= MOST_SIDE && height <= MOST_SIDE;
}

bool window_resize(Window *window, int width, int height, Error *error)
{
    if (window->handle)
        return error_set(error, ERROR_USAGE, "", "a real window is resized by the person using it");
    SDL_Surface *memory = size_sane(width, height) ? memory_surface(width, height) : NULL;
    if (!memory)
        return error_set(error, ERROR_SYSTEM, "", "no picture of %d x %d pixels can be made", width,
                         height);
    SDL_FreeSurface(window->memory);
    window->memory = memory;
    window->presented = false;
    return true;
}

static bool open_display(Window *window, const char *title, int width, int height, Error *error)
{
    const Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_HIDDEN;
    if (SDL_InitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0)
        return error_set(error, ERROR_SYSTEM, "display",
                         "no window can be opened (%s); start the program in a desktop session",
                         SDL_GetError());
    SDL_StopTextInput(); /* SDL begins with it on */
    window->handle = SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width,
                                      height, flags);
    if (!window->handle)
        return error_set(error, ERROR_SYSTEM, "display", "no window can be opened: %s",
                         SDL_GetError());
    SDL_SetWindowMinimumSize(window->handle, LEAST_WIDTH, LEAST_HEIGHT);
    return true;
}

bool window_open(const char *title, int width, int height, bool headless, Window **out,
                 Error *error)
{
    Window *window = memory_new(1, sizeof *window);
    bool open = headless ? window_resize(window, width, height, error)
                         : open_display(window, title, width, height, error);
    if (!open) {
        window_close(window);
        return false;
    }
    *out = window;
    return true;
}

void window_close_beside(Window *window)
{
    if (!window)
        return;
    SDL_FreeSurface(window->memory);
    if (window->handle)
        SDL_DestroyWindow(window->handle);
    free(window);
}

void window_close(Window *window)
{
    if (!window)
        return;
    window_close_beside(window);
    SDL_Quit();
}

/* ---- beside another ---- */

/* The first display that is not the other window's; its own where there is no other. */
static int display_beside(const Window *first)
{
    int own = SDL_GetWindowDisplayIndex(first->handle), count = SDL_GetNumVideoDisplays();
    for (int i = 0; i < count; i++) {
        if (i != own)
            return i;
    }
    return own;
}

bool window_open_beside(const Window *first, const char *title, int width, int height, Window **out,
                        Error *error)
{
    SDL_Rect room = {0, 0, width, height};
    if (!first->handle)
        return error_set(error, ERROR_SYSTEM, "display", "there is no display for a second window");
    SDL_GetDisplayUsableBounds(display_beside(first), &room);
    Window *window = memory_new(1, sizeof *window);
    window->handle =
        SDL_CreateWindow(title, room.x + room.w - width, room.y + room.h - height, width, height,
                         SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_HIDDEN);
    if (!window->handle) {
        free(window);
        return error_set(error, ERROR_SYSTEM, "display", "no second window can be opened: %s",
                         SDL_GetError());
    }
    SDL_SetWindowMinimumSize(window->handle, LEAST_BESIDE, LEAST_BESIDE);
    *out = window;
    return true;
}

uint32_t window_id(const Window *window)
{
    return window->handle ? SDL_GetWindowID(window->handle) : 0;
}

void window_raise(Window *window)
{
    if (window->handle)
        SDL_RaiseWindow(window->handle);
}

void window_size(const Window *window, int *width, int *height)
{
    if (window->handle) {
        SDL_GetWindowSizeInPixels(window->handle, width, height);
    } else {
        *width = window->memory->w;
        *height = window->memory->h;
    }
}

void window_title(Window *window, const char *title)
{
    if (window->handle)
        SDL_SetWindowTitle(window->handle, title);
}

void window_position(const Window *window, int *x, int *y)
{
    float density = window_density(window);
    *x = *y = 0;
    if (window->handle) {
        SDL_GetWindowPosition(window->handle, x, y);
        *x = (int)((float)*x * density);
        *y = (int)((float)*y * density);
    }
}

float window_density(const Window *window)
{
    int pixels = 0, units = 0, height = 0;
    if (!window->handle)
        return 1;
    SDL_GetWindowSizeInPixels(window->handle, &pixels, &height);
    SDL_GetWindowSize(window->handle, &units, &height);
    return units > 0 ? (float)pixels / (float)units : 1;
}

/* --- pixels -------------------------------------------------------------------------------- */

static bool is_ours(const SDL_Surface *surface)
{
    return surface->format->BytesPerPixel == 4 && surface->format->Rmask == 0x00FF0000 &&
           surface->format->Gmask == 0x0000FF00 && surface->format->Bmask == 0x000000FF;
}

static SDL_Surface *own_memory(Window *window, int width, int height)
{
    if (!window->memory || window->memory->w != width || window->memory->h != height) {
        SDL_FreeSurface(window->memory);
        window->memory = memory_surface(width, height);
    }
    return window->memory;
}

static SDL_Surface *drawing_surface(Window *window)
{
    if (!window->handle)
        return window->memory;
    SDL_Surface *surface = SDL_GetWindowSurface(window->handle);
    return !surface || is_ours(surface) ? surface : own_memory(window, surface->w, surface->h);
}

bool window_canvas(Window *window, Canvas *out)
{
    SDL_Surface *surface = drawing_surface(window);
    if (!surface)
        return false;
    *out = (Canvas){surface->pixels,
                    surface->pitch / (int)sizeof(uint32_t),
                    surface->w,
                    surface->h,
                    {0, 0, surface->w, surface->h}};
    return true;
}

/* The window appears with its first picture, never empty. */
static void show_once(Window *window)
{
    if (!window->shown)
        SDL_ShowWindow(window->handle);
    window->shown = true;
}

/* Small boxes go by themselves; a picture that was hidden, new or resized goes as a whole. */
static bool present_boxes(Window *window, SDL_Rect *rects, size_t count)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window->handle);
    for (size_t i = 0; i < count && surface && !is_ours(surface); i++)
        SDL_BlitSurface(window->memory, &rects[i], surface,
                        &(SDL_Rect){rects[i].x, rects[i].y, 0, 0});
    return SDL_UpdateWindowSurfaceRects(window->handle, rects, (int)count) == 0;
}

void window_present(Window *window, const Box *boxes, size_t count)
{
    SDL_Rect rects[RECTS_MOST];
    assert(count <= RECTS_MOST);
    for (size_t i = 0; i < count; i++)
        rects[i] = (SDL_Rect){boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height};
    if (window->handle) {
        show_once(window);
        window->presented = count == 0 || present_boxes(window, rects, count);
    } else {
        window->presented = true;
    }
}

bool window_keeps(const Window *window)
{
    return window->presented;
}

bool window_expose(Window *window)
{
    return window->presented && SDL_UpdateWindowSurface(window->handle) == 0;
}

void window_resized(Window *window)
{
    window->presented = false;
}

SDL_Surface *window_picture(Window *window)
{
    return window->presented ? drawing_surface(window) : NULL;
}
