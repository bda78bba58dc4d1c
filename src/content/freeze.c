/* The frozen text of a module: its files, word for word, in one JSON object. A record keeps it, so
 * that years later a play can be shown with exactly the words that were on the screen. */
#include "content/loaded.h"
#include "content/library.h"

#include <stdlib.h>
#include <string.h>

struct FrozenModule {
    Loaded *loaded;
};

char *module_text_freeze(const ModuleText *text)
{
    Json *frozen = json_object_new();
    json_add_string(frozen, "module", text->module.bytes);
    json_add_string(json_add_object(frozen, "strings"), text->language, text->strings.bytes);
    Json *pictures = json_add_array(frozen, "pictures");
    for (size_t i = 0; i < text->own.count; i++)
        json_add_string(pictures, NULL, text->own.names[i]);
    char *bytes = json_print(frozen, false);
    json_free(frozen);
    return bytes;
}

static bool take_bytes(const Json *json, Bytes *out)
{
    const char *text = json != NULL ? json_string(json) : NULL;
    if (text == NULL)
        return false;
    *out = (Bytes){memory_copy_string(text), strlen(text)};
    return true;
}

static void take_pictures(const Json *json, Pictures *out)
{
    for (const Json *name = json != NULL ? json_first(json) : NULL; name != NULL;
         name = json_next(name)) {
        if (json_string(name) != NULL)
            pictures_add(out, json_string(name));
    }
    pictures_sort(out);
}

static bool take_text(const Json *json, ModuleText *out)
{
    const Json *strings = json_get(json, "strings");
    const Json *table = strings != NULL ? json_first(strings) : NULL;
    if (!take_bytes(json_get(json, "module"), &out->module))
        return false;
    if (table == NULL || json_key(table) == NULL || !take_bytes(table, &out->strings))
        return false;
    out->language = memory_copy_string(json_key(table));
    take_pictures(json_get(json, "pictures"), &out->own);
    return true;
}

static bool first_error(const Faults *faults, Error *error)
{
    for (size_t i = 0; i < faults_count(faults); i++) {
        const Fault *fault = faults_at(faults, i);
        if (fault->level != FAULT_ERROR)
            continue;
        ErrorCode code = strcmp(fault->rule, "newer-format") == 0 ? ERROR_NEWER : ERROR_CONTENT;
        return error_set(error, code, fault->path, "The kept module cannot be read: %s",
                         fault->remedy);
    }
    return false;
}

static FrozenModule *thaw_text(ModuleText *text, const KindContent *const *kinds, Error *error)
{
    static const LoadPlace place = {.file = "module.json", .strings_file = "strings"};
    Faults *faults = faults_new();
    Loaded *loaded = loaded_new(text, &place, kinds, faults);
    FrozenModule *frozen = NULL;
    if (loaded != NULL) {
        frozen = memory_new(1, sizeof *frozen);
        frozen->loaded = loaded;
    } else {
        first_error(faults, error);
    }
    faults_free(faults);
    return frozen;
}

FrozenModule *library_thaw(const char *frozen, size_t size, const KindContent *const *kinds,
                           Error *error)
{
    Json *json = NULL;
    ModuleText text = {0};
    if (!json_parse(frozen, size, "frozen module", &json, error))
        return NULL;
    FrozenModule *module = NULL;
    if (take_text(json, &text))
        module = thaw_text(&text, kinds, error);
    else
        error_set(error, ERROR_CONTENT, "frozen module",
                  "This is not the frozen text of a module: it holds no module with its words.");
    module_text_clear(&text);
    json_free(json);
    return module;
}

void frozen_free(FrozenModule *frozen)
{
    if (frozen == NULL)
        return;
    loaded_free(frozen->loaded);
    free(frozen);
}

const Module *frozen_module(const FrozenModule *frozen)
{
    return frozen->loaded->module;
}

Digest frozen_digest(const FrozenModule *frozen)
{
    return loaded_digest(frozen->loaded);
}

const Strings *frozen_strings(const FrozenModule *frozen)
{
    return frozen->loaded->strings;
}
