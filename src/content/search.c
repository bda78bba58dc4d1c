#include "content/search.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 16 };

/* What is looked for, folded and cut at spaces. */
typedef struct Words {
    char *folded; /* owned */
    const char *each[WORDS_MAX];
    size_t count;
} Words;

static bool is_ascii(const char *text)
{
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text >= 0x80)
            return false;
    }
    return true;
}

static Words words_of(const char *text)
{
    Words words = {.folded = text_fold(text != NULL ? text : "")};
    char *at = words.folded;
    while (words.count < WORDS_MAX && at[strspn(at, " \t")] != '\0') {
        at += strspn(at, " \t");
        words.each[words.count++] = at;
        at += strcspn(at, " \t");
        if (*at != '\0')
            *at++ = '\0';
    }
    return words;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool stands_at(const char *text, const char *word)
{
    while (*word != '\0' && lower(*text) == *word) {
        text++;
        word++;
    }
    return *word == '\0';
}

static bool plainly_in(const char *text, const char *word)
{
    for (; *text != '\0'; text++) {
        if (lower(*text) == word[0] && stands_at(text, word))
            return true;
    }
    return false;
}

static bool stands_in(const char *text, const char *word)
{
    if (is_ascii(text))
        return plainly_in(text, word);
    char *folded = text_fold(text);
    bool found = strstr(folded, word) != NULL;
    free(folded);
    return found;
}

static bool has_word(const Listing *listing, const char *id, const ListedActivity *activity,
                     const char *word)
{
    return stands_in(activity->title, word) || stands_in(listing->title, word) ||
           stands_in(activity->code, word) || stands_in(activity->kind, word) ||
           stands_in(id, word) || stands_in(activity->id, word);
}

static bool has_words(const Listing *listing, const char *id, const ListedActivity *activity,
                      const Words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        if (!has_word(listing, id, activity, words->each[i]))
            return false;
    }
    return true;
}

static bool fits(const ListedActivity *activity, const LibraryQuery *query)
{
    return (query->kind == NULL || strcmp(query->kind, activity->kind) == 0) &&
           (query->tiers == 0 || (query->tiers & activity->tiers) != 0) &&
           (query->settings == 0 || (query->settings & activity->settings) != 0) &&
           (query->minutes == 0 || activity->minutes <= query->minutes);
}

static bool is_found(const Library *library, const LibraryQuery *query, const Words *words,
                     LibraryHit at)
{
    const Listing *listing = library_listing(library, at.module);
    const char *id = library_id(library, at.module);
    const ListedActivity *activity = &listing->activities[at.activity];
    return fits(activity, query) && has_words(listing, id, activity, words) &&
           (query->suits == NULL || query->suits(query->context, id));
}

size_t library_search(const Library *library, const LibraryQuery *query, size_t skip,
                      LibraryHit *hits, size_t room)
{
    size_t found = 0;
    Words words = words_of(query->words);
    for (size_t m = 0; m < library_count(library); m++) {
        const Listing *listing = library_listing(library, m);
        for (size_t a = 0; a < listing->count; a++) {
            if (!is_found(library, query, &words, (LibraryHit){m, a}))
                continue;
            if (found >= skip && found - skip < room)
                hits[found - skip] = (LibraryHit){m, a};
            found++;
        }
    }
    free(words.folded);
    return found;
}

bool search_stands_in(const char *text, const char *wanted)
{
    bool all = true;
    Words words = words_of(wanted);
    for (size_t i = 0; i < words.count; i++)
        all = all && stands_in(text, words.each[i]);
    free(words.folded);
    return all;
}
