#include "screen/tongue.h"

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

void tongue_speak(Cove *cove, Id person)
{
    cove->library = tongue_library(cove, person);
}
