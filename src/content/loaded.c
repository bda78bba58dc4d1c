/* From bytes to a usable module: reads, checks, and names it by its digest. */
#include "content/loaded.h"

#include <stdlib.h>
#include <string.h>

void module_text_clear(ModuleText *text)
{
    free(text->module.bytes);
    free(text->strings.bytes);
    free(text->language);
    pictures_clear(&text->own);
    *text = (ModuleText){0};
}

static Digest digest_of_text(const ModuleText *text)
{
    const DigestPart parts[] = {
        {text->module.bytes, text->module.size},
        {text->language, strlen(text->language)},
        {text->strings.bytes, text->strings.size},
    };
    return digest_of(parts, sizeof parts / sizeof *parts);
}

void check_language(const Strings *strings, const char *language, const char *file, Faults *faults)
{
    if (strcmp(strings_language(strings), language) != 0)
        faults_add(faults, FAULT_ERROR, file, "$.language", "file-name",
                   "The file is called %s.json and the language is \"%s\"; make them the same.",
                   language, strings_language(strings));
}

static void read_all(Loaded *loaded, const LoadPlace *place, const KindContent *const *kinds,
                     Faults *faults)
{
    const ModuleText *text = &loaded->text;
    const ModuleSource source = {place->file, place->folder, &text->own, place->shared};
    size_t before = faults_errors(faults);
    if (text->module.bytes != NULL)
        loaded->module = module_read(text->module.bytes, text->module.size, &source, kinds,
                                     loaded->arena, faults);
    bool whole = faults_errors(faults) == before;
    if (text->strings.bytes != NULL)
        loaded->strings =
            strings_parse(text->strings.bytes, text->strings.size, place->strings_file, faults);
    if (loaded->strings == NULL)
        return;
    check_language(loaded->strings, text->language, place->strings_file, faults);
    if (loaded->module != NULL)
        module_check_words(loaded->module, place->file, loaded->strings, place->strings_file, kinds,
                           whole, faults);
}

Loaded *loaded_new(ModuleText *text, const LoadPlace *place, const KindContent *const *kinds,
                   Faults *faults)
{
    size_t before = faults_errors(faults);
    Loaded *loaded = memory_new(1, sizeof *loaded);
    loaded->arena = arena_new();
    loaded->text = *text;
    *text = (ModuleText){0};
    read_all(loaded, place, kinds, faults);
    if (faults_errors(faults) > before || loaded->module == NULL || loaded->strings == NULL) {
        loaded_free(loaded);
        return NULL;
    }
    loaded->module->folder =
        place->folder != NULL ? arena_string(loaded->arena, place->folder) : loaded->module->id;
    return loaded;
}

Digest loaded_digest(Loaded *loaded)
{
    if (loaded->digest.text[0] == '\0')
        loaded->digest = digest_of_text(&loaded->text);
    return loaded->digest;
}

void loaded_free(Loaded *loaded)
{
    if (loaded == NULL)
        return;
    module_text_clear(&loaded->text);
    strings_free(loaded->strings);
    arena_free(loaded->arena);
    free(loaded);
}
