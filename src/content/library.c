/* The library: opens a content folder, keeps what is good and the reasons for the rest. */
#include "content/library.h"

#include "base/file.h"
#include "content/content_folder.h"
#include "content/content_json.h"
#include "content/sentence.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

typedef struct Broken {
    char *folder;
    Faults *faults;
    Unavailable seen; /* the same, as others see it */
} Broken;

struct Library {
    Loaded **modules; /* sorted by code, then id */
    size_t count, capacity;
    Broken *broken;
    size_t broken_count, broken_capacity;
    Strings *ui;
};

static void keep_module(Library *library, Loaded *loaded)
{
    list_room((void **)&library->modules, &library->capacity, library->count, sizeof(Loaded *));
    library->modules[library->count++] = loaded;
}

static void keep_broken(Library *library, const char *folder, Faults *faults)
{
    list_room((void **)&library->broken, &library->broken_capacity, library->broken_count,
              sizeof(Broken));
    Broken *broken = &library->broken[library->broken_count++];
    broken->folder = memory_copy_string(folder);
    broken->faults = faults;
    broken->seen = (Unavailable){broken->folder, faults};
}

static Loaded *load(const char *folder, const char *name, const char *language,
                    const KindContent *const *kinds, const Pictures *shared, Faults *faults)
{
    ModuleText text = {0};
    folder_read(folder, language, &text, faults);
    char *file = folder_module_file(folder);
    char *strings_file = folder_strings_file(folder, text.language);
    const LoadPlace place = {file, strings_file, name, shared};
    Loaded *loaded = loaded_new(&text, &place, kinds, faults);
    free(strings_file);
    free(file);
    return loaded;
}

static void open_module(Library *library, const char *content, const char *name,
                        const char *language, const KindContent *const *kinds,
                        const Pictures *shared)
{
    Faults *faults = faults_new();
    char *folder = path_join(content, name);
    Loaded *loaded = load(folder, name, language, kinds, shared, faults);
    free(folder);
    if (loaded == NULL) {
        keep_broken(library, name, faults);
        return;
    }
    keep_module(library, loaded);
    faults_free(faults);
}

static Strings *read_ui(const char *folder, const char *language, Faults *faults)
{
    Strings *strings = NULL;
    size_t size;
    char *file = folder_strings_file(folder, folder_language(folder, language));
    char *bytes = content_file(file, &size, faults);
    if (bytes != NULL)
        strings = strings_parse(bytes, size, file, faults);
    free(bytes);
    free(file);
    return strings;
}

static void open_ui(Library *library, const char *content, const char *language)
{
    Faults *faults = faults_new();
    char *folder = path_join(content, "ui");
    library->ui = read_ui(folder, language, faults);
    free(folder);
    if (library->ui != NULL) {
        faults_free(faults);
        return;
    }
    keep_broken(library, "ui", faults);
    library->ui = strings_empty();
}

static int by_code(const void *a, const void *b)
{
    const Module *left = (*(Loaded *const *)a)->module, *right = (*(Loaded *const *)b)->module;
    int order = strcmp(left->code, right->code);
    return order != 0 ? order : strcmp(left->id, right->id);
}

bool library_open(const char *folder, const KindContent *const *kinds, const char *language,
                  Library **out, Error *error)
{
    char **names;
    size_t count;
    if (!folder_modules(folder, &names, &count, error))
        return false;
    Pictures shared = {0};
    bool checked = folder_shared_pictures(folder, &shared);
    Library *library = memory_new(1, sizeof *library);
    for (size_t i = 0; i < count; i++)
        open_module(library, folder, names[i], language, kinds, checked ? &shared : NULL);
    open_ui(library, folder, language);
    if (library->count > 1)
        qsort(library->modules, library->count, sizeof(Loaded *), by_code);
    pictures_clear(&shared);
    file_names_free(names, count);
    *out = library;
    return true;
}

void library_free(Library *library)
{
    if (library == NULL)
        return;
    for (size_t i = 0; i < library->count; i++)
        loaded_free(library->modules[i]);
    for (size_t i = 0; i < library->broken_count; i++) {
        free(library->broken[i].folder);
        faults_free(library->broken[i].faults);
    }
    free(library->modules);
    free(library->broken);
    strings_free(library->ui);
    free(library);
}

size_t library_count(const Library *library)
{
    return library->count;
}

const Module *library_at(const Library *library, size_t index)
{
    assert(index < library->count);
    return library->modules[index]->module;
}

const Module *library_module(const Library *library, const char *id)
{
    for (size_t i = 0; i < library->count; i++) {
        if (strcmp(library->modules[i]->module->id, id) == 0)
            return library->modules[i]->module;
    }
    return NULL;
}

static Loaded *loaded_of(const Library *library, const Module *module)
{
    for (size_t i = 0; i < library->count; i++) {
        if (library->modules[i]->module == module)
            return library->modules[i];
    }
    assert(false && "a module of this library");
    return NULL;
}

const Strings *library_strings(const Library *library, const Module *module)
{
    return loaded_of(library, module)->strings;
}

size_t library_unavailable_count(const Library *library)
{
    return library->broken_count;
}

const Unavailable *library_unavailable(const Library *library, size_t index)
{
    assert(index < library->broken_count);
    return &library->broken[index].seen;
}

const Strings *library_ui(const Library *library)
{
    return library->ui;
}

Digest library_digest(const Library *library, const Module *module)
{
    return loaded_digest(loaded_of(library, module));
}

char *library_freeze(const Library *library, const Module *module)
{
    return module_text_freeze(&loaded_of(library, module)->text);
}
