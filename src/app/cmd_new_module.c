/* `pebblecove new-module`: a folder with a module that checks clean at once, made from the
 * templates, and what to do next. Never touches what is there already. */
#include "app/commands.h"
#include "app/folders.h"
#include "app/template.h"

#include "activity/kind.h"
#include "base/file.h"
#include "base/memory.h"
#include "content/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MOST = 40, CODES = 99, CODE_BYTES = 16 /* "U01", and room for any number */ };

#define FIRST_KIND "story_pages"

/* ---- is it a good wish? ---- */

static bool good_name(const char *name, Error *error)
{
    static const char *const taken[] = {"ui", "rules", "schema"};
    size_t length = strlen(name);
    bool letters = name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
    bool first = name[0] >= 'a' && name[0] <= 'z', last = length > 0 && name[length - 1] != '-';
    if (length > NAME_MOST || !letters || !first || !last || strstr(name, "--")) {
        return error_set(error, ERROR_USAGE, "new-module",
                         "\"%.60s\" is no name for a module: use a-z, 0-9 and single '-' between, "
                         "begin with a letter, at most %d characters, such as my-first-module.",
                         name, NAME_MOST);
    }
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        if (strcmp(name, taken[i]) == 0) {
            return error_set(error, ERROR_USAGE, "new-module",
                             "\"%s\" is a folder of the program's own: choose another name.", name);
        }
    }
    return true;
}

static bool unknown_kind(const char *kind, Error *error)
{
    Text names;
    text_init(&names);
    for (const KindContent *const *known = kinds_content(); *known; known++) {
        text_addf(&names, "%s%s", names.length ? ", " : "", (*known)->name);
    }
    (void)error_set(error, ERROR_USAGE, "--kind", "\"%.40s\" is no kind. There are: %s.", kind,
                    names.bytes);
    text_clear(&names);
    return false;
}

static bool good_kinds(const Options *options, Error *error)
{
    for (size_t i = 0; i < options->kind_count; i++) {
        if (!kind_find(kinds_content(), options->kinds[i])) {
            return unknown_kind(options->kinds[i], error);
        }
        for (size_t before = 0; before < i; before++) {
            if (strcmp(options->kinds[before], options->kinds[i]) == 0) {
                return error_set(error, ERROR_USAGE, "--kind",
                                 "\"%s\" is given twice: give each kind once, and copy the "
                                 "activity in module.json for a second one.",
                                 options->kinds[i]);
            }
        }
    }
    return true;
}

static bool is_new(const char *folder, Error *error)
{
    return (!folder_exists(folder) && !file_exists(folder)) ||
           error_set(error, ERROR_USAGE, folder,
                     "This is there already and is left as it is: choose another name, or another "
                     "folder with --in.");
}

/* ---- making it ---- */

static bool code_is_free(const Library *library, const char *code)
{
    for (size_t i = 0; library && i < library_count(library); i++) {
        if (strcmp(library_listing(library, i)->code, code) == 0) {
            return false;
        }
    }
    return true;
}

/* The first of U01 .. U99 that no module beside it has. */
static void find_code(const char *in, const Folders *folders, char code[static CODE_BYTES])
{
    Library *library = NULL;
    const LibrarySetup setup = {
        .content = folders->content, .own = in, .language = "en", .kinds = kinds_content()};
    (void)library_open_with(&setup, &library, NULL);
    for (int i = 1; i <= CODES; i++) {
        snprintf(code, CODE_BYTES, "U%02d", i);
        if (code_is_free(library, code)) {
            break;
        }
    }
    library_free(library);
}

static bool put(const char *folder, const char *name, const char *text, Error *error)
{
    char *path = path_join(folder, name);
    bool done = file_write(path, text, strlen(text), error);
    free(path);
    return done;
}

static bool write_module(const char *folder, const char *module, const char *strings, Error *error)
{
    char *tables = path_join(folder, "strings");
    bool done = folder_make(tables, error) && put(folder, "module.json", module, error) &&
                put(folder, "strings/en.json", strings, error);
    free(tables);
    return done;
}

static void tell(const Options *options, const char *folder, const char *in)
{
    const char *name = options->paths[0];
    const char *kind = options->kinds[0];
    printf("Made %s with %zu activit%s. It checks clean.\n\nNext:\n"
           "  1. Write its words in %s/strings/en.json.\n"
           "  2. See it:    pebblecove preview %s/",
           folder, options->kind_count, options->kind_count == 1 ? "y" : "ies", folder, name);
    for (const char *at = kind; *at; at++) {
        putchar(*at == '_' ? '-' : *at);
    }
    printf("%s%s\n     It follows what you save. Pages and kinds are explained in\n"
           "     docs/writing-modules.md and, as remarks, in module.json.\n"
           "  3. Check it:  pebblecove check %s\n",
           options->in ? " --content " : "", options->in ? in : "", folder);
}

static bool clean(const char *folder, const Folders *folders, Error *error)
{
    Faults *faults = faults_new();
    content_check_beside(folder, folders->content, kinds_content(), faults);
    size_t count = faults_count(faults);
    bool good = count == 0 || error_set(error, ERROR_CONTENT, folder,
                                        "It was made, and there is something to mend in it: %.300s",
                                        faults_at(faults, 0)->remedy);
    faults_free(faults);
    return good;
}

static bool make(const Options *options, const Folders *folders, const char *in, Error *error)
{
    char code[CODE_BYTES], *module = NULL, *strings = NULL;
    char *folder = path_join(in, options->paths[0]);
    find_code(in, folders, code);
    const ModulePlan plan = {folders->templates, options->paths[0], code, options->kinds,
                             options->kind_count};
    bool done = is_new(folder, error) && template_fill(&plan, &module, &strings, error) &&
                write_module(folder, module, strings, error) && clean(folder, folders, error);
    if (done) {
        tell(options, folder, in);
    }
    free(module);
    free(strings);
    free(folder);
    return done;
}

static bool make_in(const Options *options, const Folders *folders, Error *error)
{
    char *in = options->in ? memory_copy_string(options->in) : own_content_folder(NULL, error);
    bool done = in && make(options, folders, in, error);
    free(in);
    return done;
}

bool cmd_new_module(const Options *options, Error *error)
{
    Folders folders;
    Options wish = *options;
    const char *usual[] = {FIRST_KIND};
    if (wish.kind_count == 0) {
        wish.kinds = usual;
        wish.kind_count = 1;
    }
    if (!good_name(wish.paths[0], error) || !good_kinds(&wish, error) ||
        !folders_find(NULL, &folders, error)) {
        return false;
    }
    bool done = make_in(&wish, &folders, error);
    folders_clear(&folders);
    return done;
}
