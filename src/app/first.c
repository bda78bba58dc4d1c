/* A step of the build: draws the first picture people see, so that not even the first start of
 * anybody needs to. `pebblecove-first ASSETS OUT`. */
#include "app/first.h"

#include "base/memory.h"
#include "platform/kept_picture.h"

#include <stdio.h>
#include <stdlib.h>

static bool keep(const char *assets, const char *folder)
{
    static const PictureWish wish = {FIRST_PICTURE, WINDOW_WIDTH, WINDOW_HEIGHT, true};
    PictureFolders folders = {.assets = memory_copy_string(assets)};
    char *path = picture_path(&folders, wish.name);
    Picture picture = picture_load(path, wish.width, wish.height, wish.cover);
    bool kept = picture.pixels && kept_picture_write(folder, &wish, path, &picture);
    picture_clear(&picture);
    free(path);
    free(folders.assets);
    return kept;
}

int main(int count, char **arguments)
{
    if (count != 3) {
        fputs("usage: pebblecove-first ASSETS OUT\n", stderr);
        return 2;
    }
    if (!keep(arguments[1], arguments[2])) {
        fprintf(stderr, "pebblecove-first: %s of %s could not be drawn into %s.\n", FIRST_PICTURE,
                arguments[1], arguments[2]);
        return 1;
    }
    return 0;
}
