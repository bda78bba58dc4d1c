/* Figures are composed as SVG text from the parts in assets and drawn as every other picture is. */
#include "platform/picture_named.h"

#include "base/file.h"
#include "base/text.h"
#include "figure/figure_svg.h"

#include <stdlib.h>

enum { PART_MAX_BYTES = 64 * 1024, TEXT_MAX_BYTES = 4 * 1024 * 1024 };

static const char nobody[] = "figure/nobody";

static char *read_part(void *context, const char *part)
{
    const PictureFolders *folders = context;
    char *svg = NULL;
    size_t size;
    Text path;
    text_init(&path);
    text_addf(&path, "%s/pictures/figure/%s.svg", folders->assets, part);
    file_read(path.bytes, PART_MAX_BYTES, &svg, &size, NULL);
    text_clear(&path);
    return svg;
}

static Picture draw_file(const PictureFolders *folders, const char *name, int width, int height,
                         bool cover)
{
    char *path = picture_path(folders, name);
    Picture picture = {0};
    if (path)
        picture = picture_load(path, width, height, cover);
    free(path);
    return picture;
}

static Picture draw_figure(const PictureFolders *folders, const Figure *figure, int width,
                           int height, bool cover)
{
    PictureFolders read = *folders;
    Picture picture = {0};
    Text svg;
    text_init(&svg);
    if (figure_svg(figure, read_part, &read, &svg))
        picture = picture_from_svg(svg.bytes, svg.length, width, height, cover);
    text_clear(&svg);
    return picture;
}

Picture picture_named(const PictureFolders *folders, const char *name, int width, int height,
                      bool cover)
{
    Figure figure;
    Picture picture = {0};
    if (!text_starts(name, "figure/"))
        return draw_file(folders, name, width, height, cover);
    if (figure_parse(name, &figure))
        picture = draw_figure(folders, &figure, width, height, cover);
    return picture.pixels ? picture : draw_file(folders, nobody, width, height, cover);
}

static char *file_text(const PictureFolders *folders, const char *name)
{
    char *path = picture_path(folders, name), *svg = NULL;
    size_t size;
    if (path)
        file_read(path, TEXT_MAX_BYTES, &svg, &size, NULL);
    free(path);
    return svg;
}

static char *figure_text(PictureFolders *folders, const Figure *figure)
{
    Text svg;
    text_init(&svg);
    if (figure_svg(figure, read_part, folders, &svg))
        return text_take(&svg);
    text_clear(&svg);
    return NULL;
}

char *picture_text(void *folders, const char *name)
{
    Figure figure;
    char *svg = NULL;
    if (!text_starts(name, "figure/"))
        return file_text(folders, name);
    if (figure_parse(name, &figure))
        svg = figure_text(folders, &figure);
    return svg ? svg : file_text(folders, nobody);
}
