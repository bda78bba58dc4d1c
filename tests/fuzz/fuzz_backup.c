/* Whatever a folder is called and its about.json says: no crash, what is no backup is refused with
 * a sentence, and what is one has a date and a number that can be. The first line is the name. */
#include "base/file.h"
#include "store/backup_list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(const Backup *backup)
{
    assert(strlen(backup->when) + 1 == sizeof backup->when);
    assert(backup->time.minute >= 0 && backup->time.minute < 24 * 60);
    assert(backup->entries < UINT64_C(1) << 53);
}

static void try_name(const uint8_t *bytes, size_t size)
{
    char *name = strndup((const char *)bytes, size);
    Backup backup = {0};
    if (backup_name_read(name, &backup)) {
        check(&backup);
    }
    free(name);
}

static void write_about(const char *folder, const uint8_t *bytes, size_t size)
{
    char *path = path_join(folder, BACKUP_ABOUT);
    bool written = file_write(path, bytes, size, NULL);
    assert(written);
    free(path);
}

static void remove_all(const char *folder)
{
    char *path = path_join(folder, BACKUP_ABOUT);
    (void)unlink(path);
    (void)rmdir(folder);
    free(path);
}

static void try_about(const uint8_t *bytes, size_t size)
{
    char place[] = "/dev/shm/pebblecove-fuzz-XXXXXX";
    Backup backup;
    Error error = {0};
    if (!mkdtemp(place)) {
        return;
    }
    char *folder = path_join(place, "2026-11-22-1405");
    bool made = folder_make(folder, NULL);
    assert(made);
    write_about(folder, bytes, size);
    if (backup_read(folder, &backup, &error)) {
        check(&backup);
        free(backup.path);
    } else {
        assert(error.code && error.place[0] && error.sentence[0]);
    }
    remove_all(folder);
    (void)rmdir(place);
    free(folder);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const uint8_t *line = memchr(bytes, '\n', size);
    size_t name = line ? (size_t)(line - bytes) : size;
    try_name(bytes, name);
    if (line) {
        try_about(line + 1, size - name - 1);
    }
    return 0;
}
