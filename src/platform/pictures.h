/* Pictures by name and size, rasterised by worker threads and kept within a bound. */
#ifndef PLATFORM_PICTURES_H
#define PLATFORM_PICTURES_H

#include "platform/picture_file.h"

#include <stdint.h>

typedef struct Pictures Pictures;

typedef struct PictureWish {
    const char *name;
    int width, height; /* px */
    bool cover;
} PictureWish;

/* `ready` is called from a worker when there is something new to show; NULL when nobody waits.
 * Without `threads` every picture is made when it is asked for. */
Pictures *pictures_new(const char *assets, const char *content, bool threads);
/* Another content folder, looked into first; before the first picture is wanted. NULL: none. */
void pictures_look_in(Pictures *pictures, const char *own);
void pictures_free(Pictures *pictures);
void pictures_tell(Pictures *pictures, void (*ready)(void *context), void *context);

/* Where pictures of the first screen are kept (kept_picture.h), and where those lie that came with
 * the program. NULL: nowhere. Before the first wish. */
void pictures_keep_in(Pictures *pictures, const char *folder, const char *shipped);

/* Pictures asked for from now on belong to a new frame. Wishes of earlier frames that no worker
 * has begun are dropped, and only pictures of the current frame are safe from being forgotten. */
void pictures_frame(Pictures *pictures);
/* Asks for a picture: `shown` in the current frame, or perhaps in a later one. */
void pictures_want(Pictures *pictures, const PictureWish *wish, bool shown);
/* Of the first screen, whoever it is for: such a picture is kept from one start to the next. Until
 * a large one is made, a quarter of its pixels are, in a third of the time, and stand in for it. */
void pictures_want_early(Pictures *pictures, const PictureWish *wish);
/* All that was made, because the drawings may have changed: what is wanted is made anew. Waits for
 * those that are being made. */
void pictures_forget(Pictures *pictures);
/* The picture, or NULL when it is not ready or broken. Borrowed until the next pictures_frame. */
const Picture *pictures_find(Pictures *pictures, const PictureWish *wish);
/* The same picture in another size, while the right one is not ready; NULL when there is none. */
const Picture *pictures_other_size(Pictures *pictures, const PictureWish *wish);

bool pictures_pending(Pictures *pictures);
/* Waits until every picture of the current frame can be shown in some size. */
void pictures_await_shown(Pictures *pictures, unsigned timeout_ms);
/* Whether all of the current frame are there in their right size. */
bool pictures_complete(Pictures *pictures);
void pictures_await_all(Pictures *pictures);
size_t pictures_bytes(Pictures *pictures); /* of all pixels: tests ask */

#endif
