/* Where the canvas comes from: the surface of a window, or memory when there is no display. */
#ifndef PLATFORM_WINDOW_H
#define PLATFORM_WINDOW_H

#include "base/error.h"
#include "platform/canvas.h"

#include <SDL_video.h>

typedef struct Window Window;

/* To be called first of all, before any thread is started: writes the environment. */
void window_prepare(void);
bool window_open(const char *title, int width, int height, bool headless, Window **out,
                 Error *error);
void window_close(Window *window); /* and everything of the window system */
/* A smaller one beside `first`: on another display where there is one, else in a far corner. Not
 * headless. */
bool window_open_beside(const Window *first, const char *title, int width, int height, Window **out,
                        Error *error);
void window_close_beside(Window *window); /* NULL is fine */
uint32_t window_id(const Window *window); /* as events name it; 0: headless */
void window_raise(Window *window);        /* before others, and keys go to it */

void window_size(const Window *window, int *width, int *height);         /* px */
bool window_resize(Window *window, int width, int height, Error *error); /* headless only */
void window_title(Window *window, const char *title);
void window_position(const Window *window, int *x, int *y); /* px on the display; 0, 0: unknown */
float window_density(const Window *window);                 /* px per unit of the window system */

/* The pixels to draw on now; false when the window has none (hidden, gone). */
bool window_canvas(Window *window, Canvas *out);
/* Shows what was drawn in the boxes. */
void window_present(Window *window, const Box *boxes, size_t count);
bool window_keeps(const Window *window); /* what was presented last still stands on the canvas */
/* The window system lost some of the picture. False when it has to be drawn anew. */
bool window_expose(Window *window);
void window_resized(Window *window);         /* the window system changed the size */
SDL_Surface *window_picture(Window *window); /* what was presented last, or NULL; borrowed */

#endif
