/* A file is a header and the pixels, row by row. It counts only if it is a plain file of this user,
 * or of the system, that nobody else may write, has exactly the header that would be written now,
 * and its pixels are opaque and add up. */
#include "platform/kept_picture.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"

#include <SDL_surface.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "pixels 2"

enum { DRAWING_BYTES_MAX = 1 << 20 };

typedef struct Header {
    char magic[8];
    uint32_t width, height, cover, none;
    char drawing[DIGEST_LENGTH]; /* that of the drawing's bytes */
    uint64_t sum;
} Header;

/* Two running sums, so that the order counts; `opaque` when every pixel is. */
static uint64_t sum_of(const uint32_t *pixels, size_t count, bool *opaque)
{
    uint64_t first = 0, second = 0;
    uint32_t alpha = 0xFF000000;
    for (size_t i = 0; i < count; i++) {
        first += pixels[i];
        second += first;
        alpha &= pixels[i];
    }
    *opaque = alpha == 0xFF000000;
    return first ^ second << 32 ^ second >> 32;
}

static size_t pixel_count(const PictureWish *wish)
{
    return (size_t)wish->width * (size_t)wish->height;
}

static bool is_sane(const PictureWish *wish)
{
    return wish->width > 0 && wish->height > 0 && wish->width <= PICTURE_SIDE_MAX &&
           wish->height <= PICTURE_SIDE_MAX && picture_name_valid(wish->name) &&
           !strchr(wish->name, ':');
}

static bool digest_drawing(const char *svg, Digest *out)
{
    char *bytes;
    size_t size;
    if (!file_read(svg, DRAWING_BYTES_MAX, &bytes, &size, NULL))
        return false;
    *out = digest_of(&(DigestPart){bytes, size}, 1);
    free(bytes);
    return true;
}

/* All but the sum; false when there is no such drawing. */
static bool make_header(const PictureWish *wish, const char *svg, Header *out)
{
    Digest drawing;
    if (!is_sane(wish) || !digest_drawing(svg, &drawing))
        return false;
    *out = (Header){
        .width = (uint32_t)wish->width, .height = (uint32_t)wish->height, .cover = wish->cover};
    memcpy(out->magic, MAGIC, sizeof out->magic);
    memcpy(out->drawing, drawing.text, sizeof out->drawing);
    return true;
}

/* "scene/door" is kept in "scene-door.pixels"; free() it. */
static char *path_of(const char *folder, const char *name)
{
    Text path;
    text_init(&path);
    text_addf(&path, "%s/%s.pixels", folder, name);
    for (char *slash = path.bytes + strlen(folder) + 1; (slash = strchr(slash, '/')) != NULL;)
        *slash = '-';
    return text_take(&path);
}

static bool read_all(int file, void *bytes, size_t size)
{
    char *to = bytes;
    while (size > 0) {
        ssize_t got = read(file, to, size);
        if (got <= 0)
            return false;
        to += got;
        size -= (size_t)got;
    }
    return true;
}

static bool is_trusted(int file, size_t size)
{
    struct stat found;
    return fstat(file, &found) == 0 && S_ISREG(found.st_mode) &&
           (found.st_uid == geteuid() || found.st_uid == 0) &&
           (found.st_mode & (S_IWGRP | S_IWOTH)) == 0 && (uint64_t)found.st_size == size;
}

static bool read_header(int file, const Header *expected, uint64_t *sum)
{
    Header found;
    if (!read_all(file, &found, sizeof found))
        return false;
    *sum = found.sum;
    found.sum = expected->sum;
    return memcmp(&found, expected, sizeof found) == 0;
}

static bool read_pixels(int file, const PictureWish *wish, uint64_t sum, Picture *out)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, wish->width, wish->height, 32, SDL_PIXELFORMAT_RGBA32);
    size_t count = pixel_count(wish);
    bool opaque = false;
    bool good = surface && surface->pitch == wish->width * (int)sizeof(uint32_t) &&
                read_all(file, surface->pixels, count * sizeof(uint32_t)) &&
                sum_of(surface->pixels, count, &opaque) == sum && opaque;
    if (good)
        *out = (Picture){surface->pixels, wish->width, wish->height, true, surface};
    else
        SDL_FreeSurface(surface);
    return good;
}

bool kept_picture_read(const char *folder, const PictureWish *wish, const char *svg, Picture *out)
{
    Header header;
    uint64_t sum = 0;
    if (!make_header(wish, svg, &header))
        return false;
    char *path = path_of(folder, wish->name);
    int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    free(path);
    if (file < 0)
        return false;
    bool good = is_trusted(file, sizeof header + pixel_count(wish) * sizeof(uint32_t)) &&
                read_header(file, &header, &sum) && read_pixels(file, wish, sum, out);
    close(file);
    return good;
}

static bool is_as_wished(const PictureWish *wish, const Picture *picture)
{
    return picture->width == wish->width && picture->height == wish->height && picture->opaque;
}

static bool write_file(const char *folder, const char *name, const void *bytes, size_t size)
{
    Error ignored = {0};
    char *path = path_of(folder, name);
    bool good = folder_make(folder, &ignored) && file_write(path, bytes, size, &ignored);
    free(path);
    return good;
}

bool kept_picture_write(const char *folder, const PictureWish *wish, const char *svg,
                        const Picture *picture)
{
    Header header;
    bool opaque = false;
    if (!is_as_wished(wish, picture) || !make_header(wish, svg, &header))
        return false;
    size_t count = pixel_count(wish), pixels = count * sizeof(uint32_t);
    header.sum = sum_of(picture->pixels, count, &opaque);
    char *bytes = memory_new(1, sizeof header + pixels);
    memcpy(bytes, &header, sizeof header);
    memcpy(bytes + sizeof header, picture->pixels, pixels);
    bool good = opaque && write_file(folder, wish->name, bytes, sizeof header + pixels);
    free(bytes);
    return good;
}
