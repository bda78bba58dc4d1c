/* SDL2_image, opened with the first picture, on the thread that makes it. See late.h. */
#include "platform/late.h"

#include <SDL_image.h>

#define LIBRARY "libSDL2_image-2.0.so.0"

SDL_Surface *IMG_LoadSizedSVG_RW(SDL_RWops *src, int width, int height)
{
    __typeof__(&IMG_LoadSizedSVG_RW) load;
    return late_find(LIBRARY, "IMG_LoadSizedSVG_RW", &load) ? load(src, width, height) : NULL;
}

int IMG_SavePNG(SDL_Surface *surface, const char *file)
{
    __typeof__(&IMG_SavePNG) save;
    return late_find(LIBRARY, "IMG_SavePNG", &save) ? save(surface, file) : -1;
}
