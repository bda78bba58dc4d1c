/* Two small services for tests of pictures:
 *     pictures compare <a> <b> <most> <difference.png>
 * says how far two pictures are from each other (root mean square of all channels, 0..255, on
 * white); past `most` it writes a, b and where they differ side by side and exits 1. An SVG is made
 * with the program's own renderer, in the size of the other one.
 *     pictures shrink <in> <out.png>
 * halves a picture and keeps five bits a channel, so that it takes little room. */
#include <SDL.h>
#include <SDL_image.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Pixel {
    Uint8 r, g, b, a;
} Pixel;

static SDL_Surface *fail(const char *path)
{
    fprintf(stderr, "pictures: %s: %s\n", path, SDL_GetError());
    exit(2);
}

static bool is_svg(const char *path)
{
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, ".svg") == 0;
}

static SDL_Surface *new_surface(int width, int height)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGBA32);
    return surface ? surface : fail("memory");
}

static SDL_Surface *load(const char *path, int width, int height)
{
    SDL_RWops *file = SDL_RWFromFile(path, "rb");
    SDL_Surface *read = NULL;
    if (file) {
        read = is_svg(path) ? IMG_LoadSizedSVG_RW(file, width, height) : IMG_Load_RW(file, 0);
        SDL_RWclose(file);
    }
    SDL_Surface *surface = read ? SDL_ConvertSurfaceFormat(read, SDL_PIXELFORMAT_RGBA32, 0) : NULL;
    SDL_FreeSurface(read);
    return surface ? surface : fail(path);
}

static Pixel *pixel(const SDL_Surface *surface, int x, int y)
{
    return (Pixel *)(void *)((Uint8 *)surface->pixels + (size_t)y * (size_t)surface->pitch) + x;
}

static Uint8 on_white(Uint8 value, Uint8 alpha)
{
    return (Uint8)((value * alpha + 255 * (255 - alpha)) / 255);
}

static Pixel seen(const SDL_Surface *surface, int x, int y)
{
    Pixel at = *pixel(surface, x, y);
    return (Pixel){on_white(at.r, at.a), on_white(at.g, at.a), on_white(at.b, at.a), 255};
}

/* ---- compare ---- */

static double squared(Uint8 a, Uint8 b)
{
    double difference = (double)a - (double)b;
    return difference * difference;
}

static double pixel_distance(Pixel a, Pixel b)
{
    return (squared(a.r, b.r) + squared(a.g, b.g) + squared(a.b, b.b)) / 3;
}

static double distance(const SDL_Surface *a, const SDL_Surface *b)
{
    double sum = 0;
    for (int y = 0; y < a->h; y++) {
        for (int x = 0; x < a->w; x++) {
            sum += pixel_distance(seen(a, x, y), seen(b, x, y));
        }
    }
    return sqrt(sum / ((double)a->w * a->h));
}

/* Red where they differ, pale where they agree. */
static Pixel marked(Pixel a, Pixel b)
{
    double far = sqrt(pixel_distance(a, b));
    Uint8 pale = (Uint8)(200 + (a.r + a.g + a.b) / 3 * 55 / 255);
    Uint8 rest = far > 8 ? (Uint8)(far > 128 ? 0 : 160 - far) : pale;
    return (Pixel){far > 8 ? 220 : pale, rest, rest, 255};
}

static void write_difference(const SDL_Surface *a, const SDL_Surface *b, const char *path)
{
    SDL_Surface *wide = new_surface(3 * a->w, a->h);
    for (int y = 0; y < a->h; y++) {
        for (int x = 0; x < a->w; x++) {
            Pixel first = seen(a, x, y), second = seen(b, x, y);
            *pixel(wide, x, y) = first;
            *pixel(wide, a->w + x, y) = second;
            *pixel(wide, 2 * a->w + x, y) = marked(first, second);
        }
    }
    if (IMG_SavePNG(wide, path) != 0) {
        fail(path);
    }
    SDL_FreeSurface(wide);
}

static int compare(const char *path_a, const char *path_b, double most, const char *difference)
{
    SDL_Surface *b = load(path_b, 0, 0), *a = load(path_a, b->w, b->h);
    if (a->w != b->w || a->h != b->h) {
        printf("%s is %dx%d and %s %dx%d\n", path_a, a->w, a->h, path_b, b->w, b->h);
        return 1;
    }
    double far = distance(a, b);
    printf("%.2f\n", far);
    if (far > most) {
        write_difference(a, b, difference);
    }
    SDL_FreeSurface(a);
    SDL_FreeSurface(b);
    return far > most;
}

/* ---- shrink ---- */

static Uint8 five_bits(int sum)
{
    int value = (sum / 4 + 4) * 31 / 255;
    return (Uint8)((value > 31 ? 31 : value) * 255 / 31);
}

static Pixel mean_of_four(const SDL_Surface *from, int x, int y)
{
    int r = 0, g = 0, b = 0;
    for (int i = 0; i < 4; i++) {
        Pixel at = seen(from, 2 * x + i % 2, 2 * y + i / 2);
        r += at.r;
        g += at.g;
        b += at.b;
    }
    return (Pixel){five_bits(r), five_bits(g), five_bits(b), 255};
}

static int shrink(const char *in, const char *out)
{
    SDL_Surface *from = load(in, 0, 0), *to = new_surface(from->w / 2, from->h / 2);
    for (int y = 0; y < to->h; y++) {
        for (int x = 0; x < to->w; x++) {
            *pixel(to, x, y) = mean_of_four(from, x, y);
        }
    }
    if (IMG_SavePNG(to, out) != 0) {
        fail(out);
    }
    SDL_FreeSurface(from);
    SDL_FreeSurface(to);
    return 0;
}

int main(int count, char **arguments)
{
    if (count == 6 && strcmp(arguments[1], "compare") == 0) {
        return compare(arguments[2], arguments[3], strtod(arguments[4], NULL), arguments[5]);
    }
    if (count == 4 && strcmp(arguments[1], "shrink") == 0) {
        return shrink(arguments[2], arguments[3]);
    }
    fprintf(stderr, "pictures compare <a> <b> <most> <difference.png> | shrink <in> <out.png>\n");
    return 2;
}
