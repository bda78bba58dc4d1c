#include "app/watch.h"

#include "base/file.h"

#include <stdlib.h>
#include <sys/stat.h>

enum { DEEP = 3 }; /* <module>/voice/en/ */

static uint64_t mix(uint64_t sum, uint64_t value)
{
    sum ^= value + 0x9e3779b97f4a7c15u + (sum << 6) + (sum >> 2);
    return sum * 0x100000001b3u;
}

static uint64_t mix_name(uint64_t sum, const char *name)
{
    for (; *name; name++) {
        sum = mix(sum, (unsigned char)*name);
    }
    return sum;
}

static uint64_t look(const char *folder, int deep)
{
    char **names;
    size_t count;
    uint64_t sum = 1;
    if (deep == 0 || !folder_list(folder, &names, &count, NULL)) {
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        struct stat found = {0};
        char *path = path_join(folder, names[i]);
        if (stat(path, &found) == 0) {
            sum = mix(mix_name(sum, names[i]), (uint64_t)found.st_size);
            sum = mix(sum, (uint64_t)found.st_mtim.tv_sec);
            sum = mix(sum, (uint64_t)found.st_mtim.tv_nsec);
            sum = S_ISDIR(found.st_mode) ? mix(sum, look(path, deep - 1)) : sum;
        }
        free(path);
    }
    file_names_free(names, count);
    return sum;
}

uint64_t watch_folder(const char *folder)
{
    return look(folder, DEEP);
}
