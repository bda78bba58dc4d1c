#include "store/folder.h"

#include "base/file.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

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

void folder_copy(const char *from, const char *to)
{
    char **names;
    size_t count;
    assert_true(folder_list(from, &names, &count, NULL));
    for (size_t i = 0; i < count; i++) {
        char *source = path_join(from, names[i]), *target = path_join(to, names[i]), *bytes;
        size_t size;
        assert_true(file_read(source, 1 << 28, &bytes, &size, NULL));
        assert_true(file_write(target, bytes, size, NULL));
        free(bytes);
        free(source);
        free(target);
    }
    file_names_free(names, count);
}
