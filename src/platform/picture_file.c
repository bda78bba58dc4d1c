/* SVG through SDL2_image, at the size it is shown in. */
#include "platform/picture_file.h"

#include "base/file.h"
#include "base/text.h"

#include <SDL_image.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SVG_MAX_BYTES = 4 * 1024 * 1024 };

static bool part_valid(const char *part, size_t length, bool slashes)
{
    if (length == 0 || part[0] == '/' || part[length - 1] == '/')
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = part[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        bool slash = slashes && c == '/' && part[i - 1] != '/';
        if (!plain && !slash)
            return false;
    }
    return true;
}

bool picture_name_valid(const char *name)
{
    size_t length = strlen(name);
    const char *colon = strchr(name, ':');
    if (length > PICTURE_NAME_MAX)
        return false;
    if (!colon)
        return part_valid(name, length, true);
    return part_valid(name, (size_t)(colon - name), false) &&
           part_valid(colon + 1, strlen(colon + 1), true);
}

static char *path_in(const char *content, const char *name, const char *colon)
{
    Text path;
    text_init(&path);
    text_addf(&path, "%s/%.*s/pictures/%s.svg", content, (int)(colon - name), name, colon + 1);
    return text_take(&path);
}

static char *path_of_module(const PictureFolders *folders, const char *name, const char *colon)
{
    char *own = folders->own ? path_in(folders->own, name, colon) : NULL;
    if (own && file_exists(own))
        return own;
    free(own);
    return path_in(folders->content, name, colon);
}

char *picture_path(const PictureFolders *folders, const char *name)
{
    if (!picture_name_valid(name))
        return NULL;
    const char *colon = strchr(name, ':');
    if (colon)
        return path_of_module(folders, name, colon);
    Text path;
    text_init(&path);
    text_addf(&path, "%s/pictures/%s.svg", folders->assets, name);
    return text_take(&path);
}

/* Width divided by height, from the view box; 0 when there is none, and then no picture. */
static double svg_shape(const char *svg)
{
    const char *box = strstr(svg, "viewBox=");
    double value[4] = {0};
    if (!box)
        return 0;
    box += strlen("viewBox=") + 1;
    for (size_t i = 0; i < 4; i++) {
        char *end = NULL;
        value[i] = strtod(box, &end);
        box = end + strspn(end, ", ");
    }
    return value[2] > 0 && value[3] > 0 ? value[2] / value[3] : 0;
}

/* SDL2_image keeps the shape of the drawing; the side given as 0 follows from the other. */
static SDL_Surface *rasterise(const char *svg, size_t size, int width, int height, bool cover)
{
    double shape = svg_shape(svg);
    bool by_width = (shape * height < width) == cover;
    SDL_RWops *stream = shape > 0 ? SDL_RWFromConstMem(svg, (int)size) : NULL;
    if (!stream)
        return NULL;
    SDL_Surface *surface = IMG_LoadSizedSVG_RW(stream, by_width ? width : 0, by_width ? 0 : height);
    SDL_RWclose(stream);
    return surface;
}

static uint32_t multiplied(uint32_t channel, uint32_t alpha)
{
    uint32_t value = channel * alpha + 128;
    return (value + (value >> 8)) >> 8;
}

/* Straight R, G, B, A bytes to our multiplied pixels, perhaps in place; false when some are not
 * opaque. */
static bool convert_row(uint32_t *to, const uint8_t *from, int width)
{
    bool opaque = true;
    for (int x = 0; x < width; x++, from += 4) {
        uint32_t alpha = from[3];
        opaque = opaque && alpha == 255;
        to[x] = alpha << 24 | multiplied(from[0], alpha) << 16 | multiplied(from[1], alpha) << 8 |
                multiplied(from[2], alpha);
    }
    return opaque;
}

/* The middle width x height px of `from`; `to` may be the same surface when the size is. */
static Picture convert(SDL_Surface *to, const SDL_Surface *from)
{
    Picture picture = {to->pixels, to->w, to->h, true, to};
    int left = (from->w - to->w) / 2, top = (from->h - to->h) / 2;
    for (int y = 0; y < to->h; y++) {
        const uint8_t *row = (const uint8_t *)from->pixels + (ptrdiff_t)(top + y) * from->pitch;
        bool opaque = convert_row(picture.pixels + (ptrdiff_t)y * to->w, row + left * 4, to->w);
        picture.opaque = picture.opaque && opaque;
    }
    return picture;
}

/* Takes the surface. */
static Picture finish(SDL_Surface *raw, int width, int height)
{
    if (width >= raw->w && height >= raw->h && raw->pitch == raw->w * (int)sizeof(uint32_t))
        return convert(raw, raw);
    SDL_Surface *cropped =
        SDL_CreateRGBSurfaceWithFormat(0, width < raw->w ? width : raw->w,
                                       height < raw->h ? height : raw->h, 32, raw->format->format);
    Picture picture = {0};
    if (cropped)
        picture = convert(cropped, raw);
    SDL_FreeSurface(raw);
    return picture;
}

void picture_clear(Picture *picture)
{
    SDL_FreeSurface(picture->memory);
    *picture = (Picture){0};
}

Picture picture_from_svg(const char *svg, size_t size, int width, int height, bool cover)
{
    Picture picture = {0};
    bool sane = width > 0 && height > 0 && width <= PICTURE_SIDE_MAX && height <= PICTURE_SIDE_MAX;
    SDL_Surface *surface = sane ? rasterise(svg, size, width, height, cover) : NULL;
    if (surface && surface->format->format == SDL_PIXELFORMAT_RGBA32)
        picture = finish(surface, width, height);
    else
        SDL_FreeSurface(surface);
    return picture;
}

Picture picture_load(const char *path, int width, int height, bool cover)
{
    Picture picture = {0};
    char *svg = NULL;
    size_t size = 0;
    if (file_read(path, SVG_MAX_BYTES, &svg, &size, NULL))
        picture = picture_from_svg(svg, size, width, height, cover);
    free(svg);
    return picture;
}
