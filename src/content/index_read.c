/* Reading the index, as if a stranger had written it. */
#include "content/index_inside.h"

#include "base/file.h"
#include "content/spelling.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Index {
    char *bytes;         /* the file; lines and fields are cut in place */
    IndexEntry *entries; /* sorted by content, then name */
    size_t count, capacity;
};

/* ---- fields ---- */

typedef struct Cut {
    char *at;  /* what is left; NULL: nothing */
    bool good; /* no field was odd so far */
} Cut;

static char *take(Cut *cut, char end)
{
    char *field = cut->at;
    char *stop = field != NULL ? strchr(field, end) : NULL;
    cut->at = stop != NULL ? stop + 1 : NULL;
    if (stop != NULL)
        *stop = '\0';
    return field;
}

static const char *take_text(Cut *cut)
{
    const char *field = take(cut, '\t');
    cut->good = cut->good && field != NULL;
    return field != NULL ? field : "";
}

/* Digits only, as they were written. */
static int64_t take_number(Cut *cut, int64_t most)
{
    const char *field = take_text(cut);
    size_t length = strspn(field, "0123456789");
    int64_t value = length > 0 && length <= 19 ? strtoll(field, NULL, 10) : -1;
    bool good =
        value >= 0 && field[length] == '\0' && value <= most && (field[0] != '0' || length == 1);
    cut->good = cut->good && good;
    return good ? value : 0;
}

static Digest take_digest(Cut *cut)
{
    Digest digest = {{0}};
    const char *field = take_text(cut);
    bool good = strlen(field) == DIGEST_LENGTH && field[strspn(field, "0123456789abcdef")] == '\0';
    if (good)
        memcpy(digest.text, field, sizeof digest.text);
    cut->good = cut->good && good;
    return digest;
}

static FileStamp take_file(Cut *cut)
{
    FileStamp stamp = {.size = take_number(cut, INT64_MAX), .time = take_number(cut, INT64_MAX)};
    stamp.digest = take_digest(cut);
    return stamp;
}

static const char *take_checked(Cut *cut, bool (*valid)(const char *text))
{
    const char *field = take_text(cut);
    cut->good = cut->good && valid(field);
    return field;
}

static bool is_title(const char *text)
{
    return text[0] != '\0' && !spelling_has_control(text) &&
           utf8_check(text, strlen(text)) == strlen(text);
}

static bool is_kind(const char *text)
{
    return text[0] != '\0' && text[strspn(text, "abcdefghijklmnopqrstuvwxyz_")] == '\0';
}

static bool is_some(const char *text)
{
    return text[0] != '\0';
}

/* ---- lines ---- */

static void read_activity(Cut *line, ListedActivity *out)
{
    line->good = line->good && strcmp(take_text(line), "activity") == 0;
    out->id = take_checked(line, spelling_id);
    out->kind = take_checked(line, is_kind);
    out->code = take_checked(line, spelling_code);
    out->tiers = (TierSet)take_number(line, TIER_SET_ALL);
    out->settings = (SettingSet)take_number(line, (1 << SETTING_COUNT) - 1);
    out->minutes = (int)take_number(line, 60);
    out->title = take_checked(line, is_title);
    line->good = line->good && line->at == NULL;
}

/* The listing's strings stay in the index's bytes. */
static void read_module(Cut *line, IndexEntry *out)
{
    line->good = strcmp(take_text(line), "module") == 0;
    out->content = take_checked(line, is_some);
    out->name = take_checked(line, spelling_id);
    out->stamp.module = take_file(line);
    out->stamp.strings = take_file(line);
    out->stamp.pictures = take_number(line, INT64_MAX);
    out->stamp.fallback = take_number(line, 1) != 0;
    const char *code = take_checked(line, spelling_code);
    int stage = (int)take_number(line, STAGE_TERMINATION);
    int gate = (int)take_number(line, GATE_CONTACT);
    size_t count = (size_t)take_number(line, ENTRIES_MAX);
    Listing *listing = listing_empty(line->good ? count : 0);
    listing->code = code;
    listing->stage = stage;
    listing->gate = gate;
    listing->title = take_checked(line, is_title);
    out->listing = listing;
    line->good = line->good && line->at == NULL;
}

static bool read_entry(Cut *lines, IndexEntry *entry)
{
    Cut line = {take(lines, '\n'), true};
    read_module(&line, entry);
    for (size_t i = 0; line.good && i < entry->listing->count; i++) {
        line.at = take(lines, '\n');
        read_activity(&line, &entry->listing->activities[i]);
    }
    return line.good;
}

static int by_place(const void *a, const void *b)
{
    const IndexEntry *left = a, *right = b;
    int order = strcmp(left->content, right->content);
    return order != 0 ? order : strcmp(left->name, right->name);
}

static bool all_different(const Index *index)
{
    for (size_t i = 1; i < index->count; i++) {
        if (by_place(&index->entries[i - 1], &index->entries[i]) == 0)
            return false;
    }
    return true;
}

static bool read_entries(Index *index, char *lines)
{
    Cut cut = {lines, true};
    bool good = true;
    while (good && cut.at != NULL && cut.at[0] != '\0') {
        list_room((void **)&index->entries, &index->capacity, index->count, sizeof(IndexEntry));
        index->entries[index->count] = (IndexEntry){0};
        good = read_entry(&cut, &index->entries[index->count++]);
        good = good && index->count < INDEX_MODULES_MAX;
    }
    if (index->count > 1)
        qsort(index->entries, index->count, sizeof *index->entries, by_place);
    return good && all_different(index);
}

/* ---- the whole file ---- */

/* The last line is the sum of all before it; cuts it off. */
static bool sum_is_right(char *bytes, size_t size)
{
    enum { SUM_LINE = 4 + 16 + 1 };
    char wanted[SUM_LINE + 1];
    if (size <= SUM_LINE || strlen(bytes) != size)
        return false;
    char *line = bytes + size - SUM_LINE;
    snprintf(wanted, sizeof wanted, "sum\t%016" PRIx64 "\n", index_sum(bytes, size - SUM_LINE));
    bool right = line[-1] == '\n' && strcmp(line, wanted) == 0;
    *line = '\0';
    return right;
}

static void forget(Index *index)
{
    for (size_t i = 0; i < index->count; i++)
        listing_free((Listing *)(uintptr_t)index->entries[i].listing);
    index->count = 0;
}

Index *index_parse(char *bytes, size_t size, const char *language, const KindContent *const *kinds)
{
    Text head;
    Index *index = memory_new(1, sizeof *index);
    index->bytes = bytes;
    text_init(&head);
    index_head(language, kinds, &head);
    bool good = sum_is_right(bytes, size) && text_starts(bytes, head.bytes) &&
                read_entries(index, bytes + head.length);
    if (!good)
        forget(index);
    text_clear(&head);
    return index;
}

Index *index_read(const char *file, const char *language, const KindContent *const *kinds)
{
    char *bytes;
    size_t size;
    if (file_read(file, INDEX_BYTES_MAX, &bytes, &size, NULL))
        return index_parse(bytes, size, language, kinds);
    return memory_new(1, sizeof(Index));
}

void index_free(Index *index)
{
    if (index == NULL)
        return;
    forget(index);
    free(index->entries);
    free(index->bytes);
    free(index);
}

IndexEntry *index_find(Index *index, const char *content, const char *name)
{
    const IndexEntry key = {.content = content, .name = name};
    if (index->count == 0)
        return NULL;
    return bsearch(&key, index->entries, index->count, sizeof key, by_place);
}

size_t index_count(const Index *index)
{
    return index->count;
}

const IndexEntry *index_at(const Index *index, size_t at)
{
    return &index->entries[at];
}
