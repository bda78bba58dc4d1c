/* The library: fills its shelves from the content folders, keeps what is good and the reasons for
 * the rest. */
#include "content/library.h"

#include "base/file.h"
#include "content/content_folder.h"
#include "content/content_json.h"
#include "content/sentence.h"
#include "content/shelf.h"
#include "content/word_rules.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct Library {
    ShelfSetup setup;
    char *content, *own, *language; /* own: NULL: none */
    Index *index;                   /* what was listed before; owns listings; NULL: none */
    Shelf **shelves;                /* all that was found; usable ones first, by code */
    size_t count, capacity;
    size_t usable;
    Strings *ui;
    Strings *ui_english; /* behind `ui` in another language; else NULL */
    WordRules *rules;
    SequenceSet *sequences;
};

static Shelf *add_shelf(Library *library, Shelf *shelf)
{
    list_room((void **)&library->shelves, &library->capacity, library->count, sizeof(Shelf *));
    library->shelves[library->count++] = shelf;
    return shelf;
}

static bool is_usable(const Library *library, const char *name)
{
    for (size_t i = 0; i < library->count; i++) {
        const Shelf *shelf = library->shelves[i];
        if (shelf->listing != NULL && shelf->own && strcmp(shelf->name, name) == 0)
            return true;
    }
    return false;
}

/* Returns how many were not as the index has them. */
static size_t fill_shelves(Library *library, const char *content, char *const *names, size_t count,
                           bool own)
{
    size_t changed = 0;
    for (size_t i = 0; i < count; i++) {
        if (!own && library->own != NULL && is_usable(library, names[i]))
            continue;
        Shelf *shelf = shelf_new(content, names[i], own);
        bool listed = shelf_fill(shelf, library->index, &library->setup);
        if (!listed && shelf->listing == NULL && shelf->faults == NULL) {
            shelf_free(shelf); /* a file beside the modules */
            continue;
        }
        changed += !listed && shelf->listing != NULL;
        add_shelf(library, shelf);
    }
    return changed;
}

static size_t fill_own(Library *library)
{
    char **names;
    size_t count;
    if (library->own == NULL || !folder_names(library->own, &names, &count, NULL))
        return 0;
    size_t changed = fill_shelves(library, library->own, names, count, true);
    file_names_free(names, count);
    return changed;
}

static Strings *read_ui(const char *folder, const char *language, Faults *faults)
{
    Strings *strings = NULL;
    size_t size;
    char *file = folder_strings_file(folder, language);
    char *bytes = content_file(file, &size, faults);
    if (bytes != NULL)
        strings = strings_parse(bytes, size, file, faults);
    free(bytes);
    free(file);
    return strings;
}

/* The other language in front of the English words; those alone where it has no table that can be
 * read. */
static void open_ui_in(Library *library, const char *folder, const char *language)
{
    Faults *ignored = faults_new();
    Strings *front = strcmp(folder_language(folder, language), language) == 0
                         ? read_ui(folder, language, ignored)
                         : NULL;
    faults_free(ignored);
    if (front != NULL && library->ui != NULL) {
        library->ui_english = library->ui;
        strings_stand_behind(front, library->ui_english);
    }
    library->ui = front != NULL ? front : library->ui;
}

static void open_ui(Library *library)
{
    Faults *faults = faults_new();
    char *folder = path_join(library->content, "ui");
    library->ui = read_ui(folder, "en", faults);
    if (strcmp(library->language, "en") != 0)
        open_ui_in(library, folder, library->language);
    free(folder);
    if (library->ui != NULL) {
        faults_free(faults);
        return;
    }
    library->ui = strings_empty();
    shelf_set_aside(add_shelf(library, shelf_new(library->content, "ui", false)), faults);
}

/* Usable ones first, by code, then name. */
static int by_code(const void *a, const void *b)
{
    const Shelf *left = *(Shelf *const *)a, *right = *(Shelf *const *)b;
    if (left->listing == NULL || right->listing == NULL)
        return (left->listing == NULL) - (right->listing == NULL);
    int order = strcmp(left->listing->code, right->listing->code);
    return order != 0 ? order : strcmp(left->name, right->name);
}

static void sort(Library *library)
{
    if (library->count > 1)
        qsort(library->shelves, library->count, sizeof(Shelf *), by_code);
    while (library->usable < library->count && library->shelves[library->usable]->listing != NULL)
        library->usable++;
}

static void keep_index(const Library *library, const char *file)
{
    IndexEntry *entries = memory_new(library->usable + 1, sizeof *entries);
    for (size_t i = 0; i < library->usable; i++) {
        const Shelf *shelf = library->shelves[i];
        entries[i] = (IndexEntry){shelf->content, shelf->name, shelf->stamp, shelf->listing};
    }
    index_write(file, library->language, library->setup.kinds, entries, library->usable);
    free(entries);
}

static Library *new_library(const LibrarySetup *setup)
{
    Library *library = memory_new(1, sizeof *library);
    library->content = memory_copy_string(setup->content);
    library->own = setup->own != NULL ? memory_copy_string(setup->own) : NULL;
    library->language = memory_copy_string(setup->language);
    library->setup = (ShelfSetup){.language = library->language, .kinds = setup->kinds};
    library->setup.shared_there = folder_shared_pictures(setup->content, &library->setup.shared);
    library->rules = word_rules_new(setup->content);
    library->sequences = sequence_set_new(setup->content);
    if (setup->index != NULL)
        library->index = index_read(setup->index, setup->language, setup->kinds);
    return library;
}

bool library_open_with(const LibrarySetup *setup, Library **out, Error *error)
{
    char **names;
    size_t count;
    if (!folder_names(setup->content, &names, &count, error))
        return false;
    Library *library = new_library(setup);
    size_t changed = fill_own(library);
    changed += fill_shelves(library, library->content, names, count, false);
    open_ui(library);
    sort(library);
    if (setup->index != NULL && (changed > 0 || library->usable != index_count(library->index)))
        keep_index(library, setup->index);
    file_names_free(names, count);
    *out = library;
    return true;
}

bool library_open(const char *folder, const KindContent *const *kinds, const char *language,
                  Library **out, Error *error)
{
    const LibrarySetup setup = {.content = folder, .language = language, .kinds = kinds};
    return library_open_with(&setup, out, error);
}

void library_free(Library *library)
{
    if (library == NULL)
        return;
    for (size_t i = 0; i < library->count; i++)
        shelf_free(library->shelves[i]);
    free(library->shelves);
    index_free(library->index);
    pictures_clear(&library->setup.shared);
    strings_free(library->ui);
    strings_free(library->ui_english);
    word_rules_free(library->rules);
    sequence_set_free(library->sequences);
    free(library->content);
    free(library->own);
    free(library->language);
    free(library);
}

size_t library_count(const Library *library)
{
    return library->usable;
}

static Shelf *shelf_at(const Library *library, size_t index)
{
    assert(index < library->usable);
    return library->shelves[index];
}

const char *library_id(const Library *library, size_t index)
{
    return shelf_at(library, index)->name;
}

const char *library_origin(const Library *library, size_t index)
{
    const Shelf *shelf = shelf_at(library, index);
    return shelf->own ? shelf->content : NULL;
}

const Listing *library_listing(const Library *library, size_t index)
{
    return shelf_at(library, index)->listing;
}

const Module *library_opened(const Library *library, size_t index)
{
    const Loaded *loaded = shelf_at(library, index)->loaded;
    return loaded != NULL ? loaded->module : NULL;
}

const Module *library_at(const Library *library, size_t index)
{
    const Loaded *loaded = shelf_open(shelf_at(library, index), &library->setup);
    return loaded != NULL ? loaded->module : NULL;
}

const Module *library_module(const Library *library, const char *id)
{
    for (size_t i = 0; i < library->usable; i++) {
        if (strcmp(library->shelves[i]->name, id) == 0)
            return library_at(library, i);
    }
    return NULL;
}

static const Shelf *shelf_of(const Library *library, const Module *module)
{
    for (size_t i = 0; i < library->usable; i++) {
        const Shelf *shelf = library->shelves[i];
        if (shelf->loaded != NULL && shelf->loaded->module == module)
            return shelf;
    }
    assert(false && "a module of this library");
    return NULL;
}

const Strings *library_strings(const Library *library, const Module *module)
{
    return shelf_of(library, module)->loaded->strings;
}

size_t library_unavailable_count(const Library *library)
{
    size_t count = 0;
    for (size_t i = 0; i < library->count; i++)
        count += library->shelves[i]->faults != NULL;
    return count;
}

const Unavailable *library_unavailable(const Library *library, size_t index)
{
    for (size_t i = 0; i < library->count; i++) {
        if (library->shelves[i]->faults != NULL && index-- == 0)
            return &library->shelves[i]->seen;
    }
    assert(false && "less than library_unavailable_count");
    return NULL;
}

const Lint *library_lint(const Library *library)
{
    return word_rules_lint(library->rules);
}

const SequenceSet *library_sequences(const Library *library)
{
    return library->sequences;
}

const Strings *library_ui(const Library *library)
{
    return library->ui;
}

Digest library_digest(const Library *library, const Module *module)
{
    return loaded_digest(shelf_of(library, module)->loaded);
}

char *library_freeze(const Library *library, const Module *module)
{
    return module_text_freeze(&shelf_of(library, module)->loaded->text);
}
