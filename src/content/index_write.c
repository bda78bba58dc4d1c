/* Writing the index. */
#include "content/index_inside.h"

#include "base/file.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

void index_head(const char *language, const KindContent *const *kinds, Text *out)
{
    text_addf(out, INDEX_NAME "\t%d\t%d\t%s\t", INDEX_FORMAT, FORMAT_VERSION, language);
    for (; *kinds != NULL; kinds++)
        text_addf(out, "%s ", (*kinds)->name);
    text_add(out, "\n");
}

uint64_t index_sum(const char *bytes, size_t size)
{
    uint64_t sum = 0xcbf29ce484222325u;
    for (size_t i = 0; i < size; i++)
        sum = (sum ^ (unsigned char)bytes[i]) * 0x100000001b3u;
    return sum;
}

static void add_file(Text *out, const FileStamp *stamp)
{
    text_addf(out, "\t%" PRId64 "\t%" PRId64 "\t%s", stamp->size, stamp->time, stamp->digest.text);
}

static void add_module(Text *out, const IndexEntry *entry)
{
    const Listing *listing = entry->listing;
    text_addf(out, "module\t%s\t%s", entry->content, entry->name);
    add_file(out, &entry->stamp.module);
    add_file(out, &entry->stamp.strings);
    text_addf(out, "\t%" PRId64 "\t%d\t%s\t%d\t%d\t%zu\t%s\n", entry->stamp.pictures,
              entry->stamp.fallback, listing->code, listing->stage, listing->gate, listing->count,
              listing->title);
}

static void add_activity(Text *out, const ListedActivity *activity)
{
    text_addf(out, "activity\t%s\t%s\t%s\t%u\t%u\t%d\t%s\n", activity->id, activity->kind,
              activity->code, activity->tiers, activity->settings, activity->minutes,
              activity->title);
}

static bool keepable(const IndexEntry *entry)
{
    return strpbrk(entry->content, "\t\n") == NULL && strpbrk(entry->name, "\t\n") == NULL &&
           !stamp_is_fresh(&entry->stamp);
}

static void make_folder_of(const char *file)
{
    char *folder = memory_copy_string(file);
    folder[path_name(file) - file] = '\0';
    (void)folder_make(folder, NULL);
    free(folder);
}

void index_write(const char *file, const char *language, const KindContent *const *kinds,
                 const IndexEntry *entries, size_t count)
{
    Text out;
    text_init(&out);
    index_head(language, kinds, &out);
    for (size_t i = 0; i < count; i++) {
        if (!keepable(&entries[i]))
            continue;
        add_module(&out, &entries[i]);
        for (size_t a = 0; a < entries[i].listing->count; a++)
            add_activity(&out, &entries[i].listing->activities[a]);
    }
    uint64_t sum = index_sum(out.bytes, out.length);
    text_addf(&out, "sum\t%016" PRIx64 "\n", sum);
    make_folder_of(file);
    (void)file_write(file, out.bytes, out.length, NULL);
    text_clear(&out);
}
