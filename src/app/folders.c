#include "app/folders.h"

#include "base/file.h"
#include "base/memory.h"

#include <stdlib.h>
#include <unistd.h>

#define FOLDER_NAME "pebblecove"

/* ---- what came with the program ---- */

static bool try_home(const char *home, Folders *out)
{
    Folders folders = {.assets = path_join(home, "assets"),
                       .content = path_join(home, "content"),
                       .guide = path_join(home, "docs/helpers-guide.md"),
                       .templates = path_join(home, "content-templates")};
    if (folder_exists(folders.assets) && folder_exists(folders.content)) {
        *out = folders;
        return true;
    }
    folders_clear(&folders);
    return false;
}

static bool find_home(const char *program, Folders *out)
{
    char *shared = path_join(program, "../share/" FOLDER_NAME);
    const char *const homes[] = {program, shared, COVE_SOURCE_DIR};
    bool found = false;
    for (size_t i = 0; i < sizeof homes / sizeof *homes && !found; i++) {
        found = try_home(homes[i], out);
    }
    free(shared);
    return found;
}

/* The first of two places that is there, seen from the program; NULL when none is. free() it. */
static char *find_beside(const char *program, const char *const places[2],
                         bool (*exists)(const char *path))
{
    for (size_t i = 0; i < 2; i++) {
        char *path = path_join(program, places[i]);
        if (exists(path)) {
            return path;
        }
        free(path);
    }
    return NULL;
}

static void find_made(const char *program, Folders *folders)
{
    static const char *const speech[] = {"pebblecove-speak",
                                         "../libexec/" FOLDER_NAME "/pebblecove-speak"};
    static const char *const reader[] = {"pebblecove-reader.so",
                                         COVE_LIBRARY_FOLDER "/pebblecove-reader.so"};
    static const char *const print[] = {"pebblecove-print.so",
                                        COVE_LIBRARY_FOLDER "/pebblecove-print.so"};
    static const char *const first[] = {"first", "../share/" FOLDER_NAME "/first"};
    folders->speech = find_beside(program, speech, file_exists);
    folders->reader = find_beside(program, reader, file_exists);
    folders->print = find_beside(program, print, file_exists);
    folders->first = find_beside(program, first, folder_exists);
}

static bool use_content(const char *content, Folders *folders, Error *error)
{
    if (!folder_exists(content)) {
        return error_set(error, ERROR_MISSING, content,
                         "There is no such folder with activities: check what --content says.");
    }
    char *words = path_join(content, "ui");
    char **place = folder_exists(words) ? &folders->content : &folders->own;
    free(words);
    free(*place);
    *place = memory_copy_string(content);
    return true;
}

bool folders_find(const char *content, Folders *out, Error *error)
{
    char *program;
    Folders folders;
    if (!path_of_program(&program, error)) {
        return false;
    }
    bool found = find_home(program, &folders);
    if (found) {
        find_made(program, &folders);
    }
    free(program);
    if (!found) {
        return error_set(error, ERROR_MISSING, "assets",
                         "The pictures and activities that belong to the program are not beside "
                         "it: install Pebble Cove again.");
    }
    if (content && !use_content(content, &folders, error)) {
        folders_clear(&folders);
        return false;
    }
    *out = folders;
    return true;
}

void folders_clear(Folders *folders)
{
    free(folders->assets);
    free(folders->content);
    free(folders->guide);
    free(folders->own);
    free(folders->templates);
    free(folders->speech);
    free(folders->reader);
    free(folders->print);
    free(folders->first);
    *folders = (Folders){0};
}

/* ---- where things are kept ---- */

char *cache_folder(void)
{
    const char *shared = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (shared && shared[0] == '/') {
        return path_join(shared, FOLDER_NAME);
    }
    return home && home[0] == '/' ? path_join(home, ".cache/" FOLDER_NAME) : NULL;
}

char *config_folder(void)
{
    const char *shared = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (shared && shared[0] == '/') {
        return memory_copy_string(shared);
    }
    return home && home[0] == '/' ? path_join(home, ".config") : NULL;
}

bool data_folder_find(const char *given, char **path, Error *error)
{
    const char *shared = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (given) {
        *path = memory_copy_string(given);
    } else if (shared && shared[0] == '/') { /* the standard ignores others */
        *path = path_join(shared, FOLDER_NAME);
    } else if (home && home[0] == '/') {
        *path = path_join(home, ".local/share/" FOLDER_NAME);
    } else {
        return error_set(error, ERROR_MISSING, "HOME",
                         "This variable names no folder, so there is no place for cases: set it, "
                         "or give --data DIR.");
    }
    return true;
}

char *own_content_folder(const char *data, Error *error)
{
    char *folder, *content = NULL;
    if (data_folder_find(data, &folder, error)) {
        content = path_join(folder, "content");
        free(folder);
    }
    return content;
}

/* Asks by doing: permissions alone do not tell about full or read-only disks. */
static bool can_write_in(const char *folder)
{
    char *probe = path_join(folder, ".writable-XXXXXX");
    int file = mkstemp(probe);
    if (file >= 0) {
        close(file);
        unlink(probe);
    }
    free(probe);
    return file >= 0;
}

bool data_folder_ready(const char *path, Error *error)
{
    if (!folder_make(path, error)) {
        return false;
    }
    return can_write_in(path) ||
           error_set(error, ERROR_WRITE, path,
                     "Nothing can be kept in this folder: change its permissions, or give another "
                     "with --data DIR.");
}
