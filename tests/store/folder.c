#include "store/folder.h"

#include "base/memory.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int folder_set_up(void **state)
{
    char *folder = memory_copy_string("/tmp/pebblecove-store-XXXXXX");
    *state = folder;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info, (void)kind;
    return place->level == 0 ? 0 : remove(path);
}

void folder_empty(const char *folder)
{
    nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

int folder_tear_down(void **state)
{
    folder_empty(*state);
    int failed = remove(*state);
    free(*state);
    return failed;
}
