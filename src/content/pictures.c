/* Lists of picture names. The pictures themselves are drawn, and checked, elsewhere. */
#include "content/pictures.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 3 };

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "face/happy.svg" without its end; NULL for other files. */
static char *name_of(const char *prefix, const char *file)
{
    if (text_stem(file, ".svg") == 0)
        return NULL;
    char *name = prefix[0] != '\0' ? path_join(prefix, file) : memory_copy_string(file);
    name[strlen(name) - 4] = '\0';
    return name;
}

static void take(Pictures *pictures, char *name)
{
    list_room((void **)&pictures->names, &pictures->capacity, pictures->count,
              sizeof *pictures->names);
    pictures->names[pictures->count++] = name;
}

static void list_below(const char *folder, const char *prefix, int depth, Pictures *out)
{
    char **entries;
    size_t count;
    if (depth > DEPTH_MAX || !folder_list(folder, &entries, &count, NULL))
        return;
    for (size_t i = 0; i < count; i++) {
        char *name = name_of(prefix, entries[i]);
        if (name != NULL) {
            take(out, name);
            continue;
        }
        char *path = path_join(folder, entries[i]);
        char *inner =
            prefix[0] != '\0' ? path_join(prefix, entries[i]) : memory_copy_string(entries[i]);
        if (folder_exists(path))
            list_below(path, inner, depth + 1, out);
        free(inner);
        free(path);
    }
    file_names_free(entries, count);
}

void pictures_list(const char *folder, Pictures *out)
{
    if (folder_exists(folder))
        list_below(folder, "", 0, out);
    pictures_sort(out);
}

void pictures_add(Pictures *pictures, const char *name)
{
    take(pictures, memory_copy_string(name));
}

void pictures_sort(Pictures *pictures)
{
    if (pictures->count > 1)
        qsort(pictures->names, pictures->count, sizeof *pictures->names, by_name);
}

bool pictures_have(const Pictures *pictures, const char *name)
{
    return pictures->count > 0 && bsearch(&name, pictures->names, pictures->count,
                                          sizeof *pictures->names, by_name) != NULL;
}

void pictures_clear(Pictures *pictures)
{
    for (size_t i = 0; i < pictures->count; i++)
        free(pictures->names[i]);
    free(pictures->names);
    *pictures = (Pictures){0};
}
