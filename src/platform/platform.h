/* The only SDL in the program: a window (or a picture in memory), inputs, fonts, pictures.
 * Everything else sees this header and the values of ui/. One Platform at a time. */
#ifndef PLATFORM_PLATFORM_H
#define PLATFORM_PLATFORM_H

#include "base/clock.h"
#include "base/error.h"
#include "platform/speech.h"
#include "ui/draw.h"
#include "ui/input.h"

typedef struct Platform Platform;

/* A picture the first screen will show. Size in px. */
typedef struct EarlyPicture {
    const char *name;
    int width, height;
    bool cover;
} EarlyPicture;

typedef struct PlatformSetup {
    const char *title;
    int width, height;         /* window size asked for, or picture size when headless */
    bool headless;             /* no display: draws into memory for platform_capture */
    const char *assets;        /* folder with pictures/<name>.svg */
    const char *content;       /* folder for names "module:name": <module>/pictures/<name>.svg */
    const char *own;           /* the same, looked into first; NULL: none */
    const EarlyPicture *early; /* may be NULL: made while the window opens */
    size_t early_count;
    const char *kept;          /* folder where they are kept for the next start; NULL: nowhere */
    const char *shipped;       /* folder of those that were made with the program; NULL: none */
    const char *speech_helper; /* path of pebblecove-speak; NULL: only recordings are heard */
    const char *font;          /* family of the body face; NULL: Andika */
} PlatformSetup;

/* ERROR_SYSTEM when there is no display or no font; the sentence says which and what to install. */
bool platform_open(const PlatformSetup *setup, Platform **out, Error *error);
void platform_close(Platform *platform);
bool platform_has_display(void); /* cheap guess from the environment, without opening anything */

Ruler platform_ruler(Platform *platform); /* borrowed; real fonts */
void platform_size(const Platform *platform, int *width, int *height);
bool platform_resize(Platform *platform, int width, int height, Error *error); /* headless only */

/* Draws and presents. Pictures not ready yet are left out; INPUT_PICTURES follows when they are. */
void platform_show(Platform *platform, const DrawList *list);
bool platform_pictures_pending(const Platform *platform);
bool platform_shown_whole(const Platform *platform); /* no picture was missing or a stand-in */
/* Drawings may have changed: all of them are read anew, and the next picture is drawn whole. */
void platform_forget_pictures(Platform *platform);
void platform_finish_pictures(Platform *platform); /* waits until all are ready: headless runs */

/* A second, smaller window: on another display where there is one, else in a far corner of this
 * one. Its inputs say `beside`, and INPUT_CLOSED when a hand closed it. One at a time; not
 * headless. */
bool platform_beside_open(Platform *platform, const char *title, int width, int height,
                          Error *error);
void platform_beside_close(Platform *platform); /* nothing where there is none */
bool platform_beside_is_open(const Platform *platform);
void platform_beside_size(const Platform *platform, int *width, int *height);
void platform_beside_show(Platform *platform, const DrawList *list);
void platform_beside_raise(Platform *platform); /* before the other; keys go to it */

/* Sleeps until an input comes or `timeout_ms` has passed (-1: as long as it takes). Wakes for
 * nothing else. False on time-out. *quit is set when the window is to close. */
bool platform_wait(Platform *platform, int64_t timeout_ms, Input *input, bool *quit);

/* INPUT_WORD follows for each word, INPUT_SAID when all was said. Nothing is heard when
 * headless. */
void platform_say(Platform *platform, const Speech *speech);
void platform_hush(Platform *platform);

/* Sounds by their names in <assets>/sounds; volumes 0..100. Nothing is heard when headless. */
void platform_volumes(Platform *platform, int cues, int ambience);
void platform_cue(Platform *platform, const char *name);
void platform_ambience(Platform *platform, const char *name, int fade_ms); /* "": silence */

/* From any thread: platform_wait comes back, if only with INPUT_NONE. */
void platform_wake(Platform *platform);
/* Where the window's inside begins on the display, px; 0, 0 where that cannot be known. */
void platform_position(const Platform *platform, int *x, int *y);
void platform_text_input(Platform *platform, bool on, Rect field); /* keyboard for typing */
/* Words that were shown are kept for a while, to be shown again quickly: not any more. */
void platform_forget_words(Platform *platform);
void platform_title(Platform *platform, const char *title);

/* Writes what was shown last as a PNG. */
bool platform_capture(Platform *platform, const char *path, Error *error);

#endif
