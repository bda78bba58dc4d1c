#include "store/backup_list.h"

#include "base/file.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ABOUT_MOST = 4096 };

/* ---- names ---- */

/* Digits at their places, and the signs between them. */
static bool shaped(const char *name, const char *shape)
{
    for (; *shape; shape++, name++) {
        bool digit = *name >= '0' && *name <= '9';
        if (*shape == '0' ? !digit : *shape != *name) {
            return false;
        }
    }
    return *name == '\0' || (*name == '-' && name[1] && strspn(name + 1, "0123456789") < 4 &&
                             name[1 + strspn(name + 1, "0123456789")] == '\0');
}

static int number(const char *digits, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        value = value * 10 + (digits[i] - '0');
    }
    return value;
}

bool backup_name_read(const char *name, Backup *out)
{
    static const char prefix[] = "pebblecove-";
    const char *stamp = text_starts(name, prefix) ? name + sizeof prefix - 1 : name;
    if (!shaped(stamp, "0000-00-00-0000")) {
        return false;
    }
    int month = number(stamp + 5, 2), day = number(stamp + 8, 2);
    int hour = number(stamp + 11, 2), minute = number(stamp + 13, 2);
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) {
        return false;
    }
    snprintf(out->when, sizeof out->when, "%.10s %.2s:%.2s", stamp, stamp + 11, stamp + 13);
    out->time = (BackupTime){backup_day(number(stamp, 4), month, day), hour * 60 + minute};
    return true;
}

/* ---- one ---- */

static bool read_about(const char *folder, Backup *out, Error *error)
{
    char *path = path_join(folder, BACKUP_ABOUT), *bytes = NULL;
    Json *about = NULL;
    size_t size;
    int64_t entries = -1;
    bool read = file_read(path, ABOUT_MOST, &bytes, &size, error) &&
                json_parse(bytes, size, path, &about, error);
    if (read && !(json_integer(json_get(about, "entries"), &entries) && entries >= 0)) {
        read = error_set(error, ERROR_DAMAGED, path, "This is no backup of Pebble Cove.");
    }
    out->entries = (uint64_t)entries;
    json_free(about);
    free(bytes);
    free(path);
    return read;
}

bool backup_read(const char *path, Backup *out, Error *error)
{
    char *plain = memory_copy_string(path);
    for (size_t length = strlen(plain); length > 1 && plain[length - 1] == '/';) {
        plain[--length] = '\0';
    }
    Backup backup = {.path = plain};
    bool read = backup_name_read(path_name(plain), &backup) ||
                error_set(error, ERROR_MISSING, path,
                          "This is no backup of Pebble Cove. Name a folder such as "
                          "backups/2026-11-22-1405.");
    if (!read || !read_about(plain, &backup, error)) {
        free(plain);
        return false;
    }
    *out = backup;
    return true;
}

/* ---- all ---- */

static int oldest_first(const void *left, const void *right)
{
    const Backup *a = left, *b = right;
    if (a->time.day != b->time.day) {
        return a->time.day < b->time.day ? -1 : 1;
    }
    int order = (a->time.minute > b->time.minute) - (a->time.minute < b->time.minute);
    return order ? order : strcmp(a->path, b->path);
}

Backups backups_in(const char *place)
{
    Backups found = {0};
    char **names;
    size_t count;
    if (!folder_list(place, &names, &count, NULL)) {
        return found;
    }
    for (size_t i = 0; i < count; i++) {
        Backup backup;
        char *path = path_join(place, names[i]);
        if (backup_read(path, &backup, NULL)) {
            list_room((void **)&found.list, &found.room, found.count, sizeof *found.list);
            found.list[found.count++] = backup;
        }
        free(path);
    }
    file_names_free(names, count);
    if (found.count > 1) {
        qsort(found.list, found.count, sizeof *found.list, oldest_first);
    }
    return found;
}

void backups_clear(Backups *backups)
{
    for (size_t i = 0; i < backups->count; i++) {
        free(backups->list[i].path);
    }
    free(backups->list);
    *backups = (Backups){0};
}
