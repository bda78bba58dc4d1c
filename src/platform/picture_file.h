/* From a picture's name to its pixels. No state: called from several threads. */
#ifndef PLATFORM_PICTURE_FILE_H
#define PLATFORM_PICTURE_FILE_H

#include "platform/canvas.h"

#include <stdbool.h>
#include <stddef.h>

enum { PICTURE_NAME_MAX = 96, PICTURE_SIDE_MAX = 8192 };

/* Where pictures are; see PlatformSetup. */
typedef struct PictureFolders {
    char *assets, *content;
    char *own; /* looked into before `content`; NULL: none */
} PictureFolders;

/* "face/happy" or "module:face/happy": a-z, 0-9, "-" and "/" between; nothing else. */
bool picture_name_valid(const char *name);
/* Path of the file, free() it; NULL when the name is not valid. */
char *picture_path(const PictureFolders *folders, const char *name);

/* Rasterised to fit into width x height px, or with `cover` to fill it exactly, cropped around
 * the middle. Pixels NULL when the file is missing or broken. */
Picture picture_load(const char *path, int width, int height, bool cover);
/* The same from the text itself, which ends with NUL. */
Picture picture_from_svg(const char *svg, size_t size, int width, int height, bool cover);
void picture_clear(Picture *picture);

#endif
