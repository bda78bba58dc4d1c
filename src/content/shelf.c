#include "content/shelf.h"

#include "base/file.h"
#include "content/content_folder.h"

#include <stdlib.h>
#include <string.h>

Shelf *shelf_new(const char *content, const char *name, bool own)
{
    Shelf *shelf = memory_new(1, sizeof *shelf);
    shelf->name = memory_copy_string(name);
    shelf->content = content;
    shelf->own = own;
    return shelf;
}

void shelf_free(Shelf *shelf)
{
    loaded_free(shelf->loaded);
    listing_free(shelf->read);
    faults_free(shelf->faults);
    free(shelf->name);
    free(shelf);
}

static Loaded *read_in(Shelf *shelf, const char *folder, const char *language,
                       const ShelfSetup *setup, Faults *faults)
{
    ModuleText text = {0};
    folder_read(folder, language, &text, faults);
    if (text.module.bytes != NULL && text.strings.bytes != NULL)
        stamp_digest(&shelf->stamp, &text);
    char *file = folder_module_file(folder);
    char *strings_file = folder_strings_file(folder, text.language);
    const LoadPlace place = {file, strings_file, shelf->name,
                             setup->shared_there ? &setup->shared : NULL};
    Loaded *loaded = loaded_new(&text, &place, setup->kinds, faults);
    free(strings_file);
    free(file);
    return loaded;
}

void shelf_set_aside(Shelf *shelf, Faults *faults)
{
    shelf->faults = faults;
    shelf->seen = (Unavailable){shelf->name, faults, shelf->own ? shelf->content : NULL};
}

/* A broken table of another language is as good as none. */
static Loaded *read_module(Shelf *shelf, const char *folder, const ShelfSetup *setup,
                           Faults **faults)
{
    Loaded *loaded = read_in(shelf, folder, setup->language, setup, *faults);
    if (loaded != NULL || strcmp(setup->language, "en") == 0)
        return loaded;
    faults_free(*faults);
    *faults = faults_new();
    return read_in(shelf, folder, "en", setup, *faults);
}

Loaded *shelf_open(Shelf *shelf, const ShelfSetup *setup)
{
    if (shelf->loaded != NULL || shelf->faults != NULL)
        return shelf->loaded;
    Faults *faults = faults_new();
    char *folder = path_join(shelf->content, shelf->name);
    shelf->loaded = read_module(shelf, folder, setup, &faults);
    free(folder);
    if (shelf->loaded == NULL) {
        shelf_set_aside(shelf, faults);
        return NULL;
    }
    faults_free(faults);
    return shelf->loaded;
}

static bool take_from_index(Shelf *shelf, Index *index, const char *folder, const ShelfSetup *setup)
{
    const IndexEntry *entry = index_find(index, shelf->content, shelf->name);
    if (entry == NULL || !stamp_holds(&entry->stamp, &shelf->stamp, folder, setup->language))
        return false;
    bool same = entry->stamp.module.time == shelf->stamp.module.time &&
                entry->stamp.strings.time == shelf->stamp.strings.time;
    shelf->stamp.module.digest = entry->stamp.module.digest;
    shelf->stamp.strings.digest = entry->stamp.strings.digest;
    shelf->listing = entry->listing;
    return same;
}

bool shelf_fill(Shelf *shelf, Index *index, const ShelfSetup *setup)
{
    char *folder = path_join(shelf->content, shelf->name);
    shelf->stamp = stamp_of(folder, setup->language);
    bool same = index != NULL && take_from_index(shelf, index, folder, setup);
    free(folder);
    if (shelf->listing != NULL)
        return same;
    if (!folder_is_module(shelf->content, shelf->name) || shelf_open(shelf, setup) == NULL)
        return false;
    shelf->read = listing_new(shelf->loaded->module, shelf->loaded->strings);
    shelf->listing = shelf->read;
    return false;
}
