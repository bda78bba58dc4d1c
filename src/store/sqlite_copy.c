#include "store/sqlite_copy.h"

#include "base/file.h"
#include "base/memory.h"
#include "store/mark.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static bool refuse(const char *path, int result, Error *error)
{
    const SqliteLink link = {.path = (char *)path};
    return link_well(&link, result, error);
}

/* Behind the folder it stands in. */
static char *folder_of(const char *path)
{
    size_t length = (size_t)(path_name(path) - path);
    char *folder = memory_new(length + 1, 1);
    memcpy(folder, path, length);
    return folder;
}

static bool begin(SqliteCopy *copy, const SqliteLink *from, const char *folder, Error *error)
{
    char *path = path_join(folder, STORE_FILE);
    *copy = (SqliteCopy){.folder = memory_copy_string(folder)};
    int result = sqlite3_open_v2(path, &copy->to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    if (result == SQLITE_OK) {
        copy->backup = sqlite3_backup_init(copy->to, "main", from->db, "main");
        result = copy->backup ? SQLITE_OK : sqlite3_errcode(copy->to);
    }
    bool begun = refuse(path, result, error);
    free(path);
    return begun;
}

static bool copy_mark(const char *from, const char *folder, Error *error)
{
    char *beside = folder_of(from), *bytes = NULL;
    char *mark = path_join(beside, MARK_FILE), *copy = path_join(folder, MARK_FILE);
    size_t size;
    bool copied =
        file_read(mark, MARK_MOST, &bytes, &size, error) && file_write(copy, bytes, size, error);
    free(bytes);
    free(beside);
    free(mark);
    free(copy);
    return copied;
}

/* What is written to the mark waits for no disk; but it is never before the record. */
static bool end(SqliteCopy *copy, const SqliteLink *from, Error *error)
{
    char *path = path_join(copy->folder, STORE_FILE);
    int result = sqlite3_backup_finish(copy->backup);
    copy->backup = NULL;
    if (result == SQLITE_OK) {
        result = sqlite3_close(copy->to);
        copy->to = NULL;
    }
    bool ended = refuse(path, result, error) && copy_mark(from->path, copy->folder, error);
    free(path);
    return ended;
}

bool sqlite_copy_step(SqliteCopy *copy, const SqliteLink *from, const char *folder, int pages,
                      bool *done, Error *error)
{
    bool fine = copy->to || begin(copy, from, folder, error);
    int result = fine ? sqlite3_backup_step(copy->backup, pages) : SQLITE_OK;
    bool last = result == SQLITE_DONE;
    if (fine && !last) {
        fine = refuse(copy->folder, result, error);
    }
    if (fine && last) {
        fine = end(copy, from, error);
    }
    if (!fine || last) {
        sqlite_copy_stop(copy);
    }
    if (fine) {
        *done = last;
    }
    return fine;
}

void sqlite_copy_stop(SqliteCopy *copy)
{
    sqlite3_backup_finish(copy->backup);
    sqlite3_close(copy->to);
    free(copy->folder);
    *copy = (SqliteCopy){0};
}
