#include "content/stamp.h"

#include "base/file.h"
#include "content/content_folder.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { SECOND = 1000000000, FRESH = 2 /* seconds; the coarsest clock of a file system */ };

static int64_t nanoseconds(const struct timespec *time)
{
    return (int64_t)time->tv_sec * SECOND + time->tv_nsec;
}

static FileStamp look(char *path)
{
    struct stat found;
    FileStamp stamp = {.size = -1};
    if (stat(path, &found) == 0 && S_ISREG(found.st_mode))
        stamp = (FileStamp){.size = found.st_size, .time = nanoseconds(&found.st_mtim)};
    free(path);
    return stamp;
}

static int64_t look_at_folder(char *path)
{
    struct stat found;
    bool there = stat(path, &found) == 0;
    free(path);
    return there ? nanoseconds(&found.st_mtim) : 0;
}

Stamp stamp_of(const char *folder, const char *language)
{
    Stamp stamp = {.module = look(folder_module_file(folder)),
                   .strings = look(folder_strings_file(folder, language)),
                   .pictures = look_at_folder(path_join(folder, "pictures"))};
    stamp.fallback = stamp.strings.size < 0 && strcmp(language, "en") != 0;
    if (stamp.fallback)
        stamp.strings = look(folder_strings_file(folder, "en"));
    return stamp;
}

static Digest digest_one(const Bytes *bytes)
{
    const DigestPart part = {bytes->bytes, bytes->size};
    return digest_of(&part, 1);
}

void stamp_digest(Stamp *stamp, const ModuleText *text)
{
    stamp->module.digest = digest_one(&text->module);
    stamp->strings.digest = digest_one(&text->strings);
}

static bool same_file(const FileStamp *before, const FileStamp *now)
{
    return before->size == now->size && before->time == now->time;
}

static bool same_bytes(const Stamp *before, const char *folder, const char *language)
{
    Stamp now = {0};
    ModuleText text = {0};
    Faults *faults = faults_new();
    folder_read(folder, language, &text, faults);
    bool read = text.module.bytes != NULL && text.strings.bytes != NULL;
    if (read)
        stamp_digest(&now, &text);
    faults_free(faults);
    module_text_clear(&text);
    return read && strcmp(now.module.digest.text, before->module.digest.text) == 0 &&
           strcmp(now.strings.digest.text, before->strings.digest.text) == 0;
}

bool stamp_holds(const Stamp *before, const Stamp *now, const char *folder, const char *language)
{
    if (now->module.size < 0 || now->strings.size < 0 || before->pictures != now->pictures ||
        before->fallback != now->fallback || before->module.size != now->module.size ||
        before->strings.size != now->strings.size)
        return false;
    return (same_file(&before->module, &now->module) &&
            same_file(&before->strings, &now->strings)) ||
           same_bytes(before, folder, language);
}

bool stamp_is_fresh(const Stamp *stamp)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    int64_t limit = nanoseconds(&now) - (int64_t)FRESH * SECOND;
    return stamp->module.time > limit || stamp->strings.time > limit || stamp->pictures > limit;
}
