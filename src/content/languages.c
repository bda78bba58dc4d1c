#include "content/languages.h"

#include "base/file.h"
#include "base/text.h"
#include "content/content_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Tongue {
    char tag[LANGUAGE_BYTES];
    Library *library; /* NULL: not asked for yet */
} Tongue;

struct Languages {
    char *content, *own, *index; /* own, index: NULL: none */
    const KindContent *const *kinds;
    char wished[LANGUAGE_BYTES], usual[LANGUAGE_BYTES];
    Tongue *tongues; /* sorted by tag; English is always there */
    size_t count, room;
};

/* ---- which there are ---- */

static void add(Languages *languages, const char *tag, size_t length)
{
    if (length == 0 || length >= LANGUAGE_BYTES)
        return;
    list_room((void **)&languages->tongues, &languages->room, languages->count, sizeof(Tongue));
    Tongue *tongue = &languages->tongues[languages->count++];
    *tongue = (Tongue){.library = NULL};
    memcpy(tongue->tag, tag, length);
}

static void add_tables(Languages *languages, char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = text_stem(names[i], ".json");
        if (length > 0)
            add(languages, names[i], length);
    }
}

static int by_tag(const void *a, const void *b)
{
    return strcmp(((const Tongue *)a)->tag, ((const Tongue *)b)->tag);
}

static void find_tongues(Languages *languages)
{
    char *tables = path_join(languages->content, "ui/strings");
    char **names;
    size_t count;
    if (folder_list(tables, &names, &count, NULL)) {
        add_tables(languages, names, count);
        file_names_free(names, count);
    }
    free(tables);
    if (!languages_has(languages, "en"))
        add(languages, "en", 2);
    qsort(languages->tongues, languages->count, sizeof(Tongue), by_tag);
}

static Tongue *tongue_of(const Languages *languages, const char *tag)
{
    for (size_t i = 0; i < languages->count; i++) {
        if (strcmp(languages->tongues[i].tag, tag) == 0)
            return &languages->tongues[i];
    }
    return NULL;
}

size_t languages_count(const Languages *languages)
{
    return languages->count;
}

const char *languages_at(const Languages *languages, size_t index)
{
    return languages->tongues[index].tag;
}

bool languages_has(const Languages *languages, const char *tag)
{
    return tongue_of(languages, tag) != NULL;
}

const char *languages_wished(const Languages *languages)
{
    return languages->wished;
}

const char *languages_usual(const Languages *languages)
{
    return languages->usual;
}

/* ---- opening ---- */

static bool refuse(const Languages *languages, const char *wished, Error *error)
{
    Text there;
    text_init(&there);
    for (size_t i = 0; i < languages->count; i++)
        text_addf(&there, "%s%s", i == 0 ? "" : ", ", languages->tongues[i].tag);
    error_set(error, ERROR_USAGE, "--language",
              "There are no words in \"%.20s\" here: choose one of %s.", wished, there.bytes);
    text_clear(&there);
    return false;
}

/* English has the file itself, other languages one beside it. */
static void index_of(const Languages *languages, const Tongue *tongue, Text *out)
{
    text_add(out, languages->index != NULL ? languages->index : "");
    if (strcmp(tongue->tag, "en") != 0)
        text_addf(out, ".%s", tongue->tag);
}

static bool open_tongue(const Languages *languages, Tongue *tongue, Error *error)
{
    if (tongue->library != NULL)
        return true;
    Text index;
    text_init(&index);
    index_of(languages, tongue, &index);
    const LibrarySetup setup = {.content = languages->content,
                                .own = languages->own,
                                .language = tongue->tag,
                                .kinds = languages->kinds,
                                .index = languages->index != NULL ? index.bytes : NULL};
    bool opened = library_open_with(&setup, &tongue->library, error);
    text_clear(&index);
    return opened;
}

static bool take_wish(Languages *languages, const LanguageWish *wish, Error *error)
{
    if (wish->asked != NULL && !languages_has(languages, wish->asked))
        return refuse(languages, wish->asked, error);
    const char *desktop =
        wish->desktop != NULL ? languages_of_desktop(languages, wish->desktop) : NULL;
    const char *usual = wish->asked != NULL ? wish->asked : desktop != NULL ? desktop : "en";
    snprintf(languages->wished, LANGUAGE_BYTES, "%s", wish->asked != NULL ? wish->asked : "");
    snprintf(languages->usual, LANGUAGE_BYTES, "%s", usual);
    return open_tongue(languages, tongue_of(languages, usual), error);
}

static char *copy_or_none(const char *text)
{
    return text != NULL ? memory_copy_string(text) : NULL;
}

bool languages_open(const LibrarySetup *setup, const LanguageWish *wish, Languages **out,
                    Error *error)
{
    Languages *languages = memory_new(1, sizeof *languages);
    languages->content = memory_copy_string(setup->content);
    languages->own = copy_or_none(setup->own);
    languages->index = copy_or_none(setup->index);
    languages->kinds = setup->kinds;
    find_tongues(languages);
    if (!take_wish(languages, wish, error)) {
        languages_free(languages);
        return false;
    }
    *out = languages;
    return true;
}

/* A folder that is gone since it was opened leaves what is there. */
Library *languages_library(Languages *languages, const char *tag)
{
    Tongue *tongue = tongue_of(languages, tag);
    if (tongue == NULL || !open_tongue(languages, tongue, NULL))
        tongue = tongue_of(languages, languages->usual);
    return tongue->library;
}

void languages_free(Languages *languages)
{
    if (languages == NULL)
        return;
    for (size_t i = 0; i < languages->count; i++)
        library_free(languages->tongues[i].library);
    free(languages->tongues);
    free(languages->content);
    free(languages->own);
    free(languages->index);
    free(languages);
}
