#include "screen/tongue.h"

#include <string.h>

bool tongue_open(Cove *cove, const LibrarySetup *setup, const LanguageWish *wish, Error *error)
{
    if (!languages_open(setup, wish, &cove->languages, error)) {
        return false;
    }
    tongue_speak(cove, (Id){""});
    return true;
}

void tongue_close(Cove *cove)
{
    languages_free(cove->languages);
    cove->languages = NULL;
    cove->library = NULL;
}

static const char *chosen(const Cove *cove, Id person)
{
    const char *tag = cove->keeper ? record_language(keeper_record(cove->keeper), person) : "";
    return languages_has(cove->languages, tag) ? tag : NULL;
}

static const char *of_program(const Cove *cove)
{
    const char *wished = languages_wished(cove->languages);
    const char *helper = wished[0] ? wished : chosen(cove, (Id){""});
    return helper ? helper : languages_usual(cove->languages);
}

const char *tongue_of(const Cove *cove, Id person)
{
    if (!cove->languages) {
        return strings_language(library_ui(cove->library));
    }
    const char *own = person.text[0] ? chosen(cove, person) : NULL;
    return own ? own : of_program(cove);
}

Library *tongue_library_in(const Cove *cove, const char *tag)
{
    return cove->languages ? languages_library(cove->languages, tag) : cove->library;
}

Library *tongue_library(const Cove *cove, Id person)
{
    return tongue_library_in(cove, tongue_of(cove, person));
}

bool tongue_has_module(const Cove *cove, Id person, const char *id)
{
    const Library *library = tongue_library(cove, person);
    const Module *module = library_module(library, id);
    return module &&
           strcmp(strings_language(library_strings(library, module)), tongue_of(cove, person)) == 0;
}

bool tongue_is_english(const Cove *cove, Id person)
{
    return strcmp(tongue_of(cove, person), "en") == 0;
}

void tongue_speak(Cove *cove, Id person)
{
    cove->library = tongue_library(cove, person);
}
