/* Finished pictures of the program, kept as plain pixels so that the next start need not make them.
 * Only for what every start shows: never a picture a family chose. Called from several threads. */
#ifndef PLATFORM_KEPT_PICTURE_H
#define PLATFORM_KEPT_PICTURE_H

#include "platform/pictures.h"

/* `svg` is the path of the drawing. False, and nothing in `out`, when there is none, when it is of
 * another drawing or size, or when anything about the file is odd. */
bool kept_picture_read(const char *folder, const PictureWish *wish, const char *svg, Picture *out);
/* Keeps a picture that is opaque and exactly as large as wished. What cannot be written is made
 * again at the next start. */
bool kept_picture_write(const char *folder, const PictureWish *wish, const char *svg,
                        const Picture *picture);

#endif
