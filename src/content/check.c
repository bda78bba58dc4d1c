/* `pebblecove check`: one file, one module, or a whole content folder, structure and words. This
 * file finds what is to be checked; the checks are in check_*.c. */
#include "content/library.h"

#include "base/file.h"
#include "content/check_run.h"
#include "content/content_folder.h"
#include "content/content_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Lint *read_rules(const char *file, Faults *faults)
{
    size_t size;
    Lint *lint = NULL;
    char *bytes = content_file(file, &size, faults);
    if (bytes != NULL)
        lint = lint_new(bytes, size, file, faults);
    free(bytes);
    return lint;
}

/* `ask` says with what; a folder of modules alone is held against what came with the program. */
static void checker_init(Checker *checker, const char *content, const Checker *ask)
{
    *checker = *ask;
    checker->content = checker->home = content;
    char *file = folder_rules_file(content);
    if (!file_exists(file) && ask->shipped != NULL) {
        free(file);
        checker->home = ask->shipped;
        file = folder_rules_file(checker->home);
    }
    checker->shared_there = folder_shared_pictures(checker->home, &checker->shared);
    if (file_exists(file))
        checker->lint = read_rules(file, ask->faults);
    else
        faults_add(ask->faults, FAULT_WARNING, file, "", "missing-file",
                   "There are no word rules here, so words were not held against them.");
    free(file);
}

static void checker_clear(Checker *checker)
{
    lint_free(checker->lint);
    pictures_clear(&checker->shared);
}

/* ---- a module ---- */

static void check_place(Checker *checker, const Subject *subject)
{
    static const char *const folders[] = {"place", "scene"};
    for (size_t i = 0; checker->shared_there && i < sizeof folders / sizeof *folders; i++) {
        char name[NAME_MAX_BYTES];
        snprintf(name, sizeof name, "%s/%s", folders[i], subject->module->place);
        if (!pictures_have(&checker->shared, name))
            faults_add(checker->faults, FAULT_WARNING, subject->file, "$.place", "unknown-picture",
                       "assets/pictures/%s.svg is not there, so the place cannot be drawn.", name);
    }
}

static const char *folder_name(const char *folder)
{
    const char *name = path_name(folder);
    return name[0] == '\0' || name[0] == '.' ? NULL : name;
}

static Module *read_module(Checker *checker, const char *folder, const char *file, Arena *arena)
{
    size_t size;
    Pictures own = {0};
    char *pictures = path_join(folder, "pictures");
    char *bytes = content_file(file, &size, checker->faults);
    pictures_list(pictures, &own);
    check_titles(pictures, &own, checker->faults);
    const ModuleSource source = {file, folder_name(folder), &own,
                                 checker->shared_there ? &checker->shared : NULL};
    Module *module = bytes != NULL
                         ? module_read(bytes, size, &source, checker->kinds, arena, checker->faults)
                         : NULL;
    pictures_clear(&own);
    free(pictures);
    free(bytes);
    return module;
}

static void check_whole(Checker *checker, const Subject *subject)
{
    const Checked checked = {.module = subject->module,
                             .file = subject->file,
                             .kinds = checker->kinds,
                             .faults = checker->faults};
    check_alone(&checked);
    check_place(checker, subject);
}

/* Without a readable module the tables are still checked by themselves. */
static void check_module(Checker *checker, const char *folder)
{
    Arena *arena = arena_new();
    char *file = folder_module_file(folder);
    size_t before = faults_errors(checker->faults);
    Subject subject = {
        .folder = folder, .file = file, .module = read_module(checker, folder, file, arena)};
    subject.whole = faults_errors(checker->faults) == before;
    check_tables(checker, &subject);
    if (subject.module != NULL && subject.whole)
        check_whole(checker, &subject);
    free(file);
    arena_free(arena);
}

static void check_ui(Checker *checker)
{
    char *folder = path_join(checker->content, "ui");
    const Subject subject = {.folder = folder};
    if (folder_exists(folder))
        check_tables(checker, &subject);
    free(folder);
}

/* ---- a content folder ---- */

static char *code_of(const char *folder)
{
    size_t size;
    Json *json = NULL;
    char *code = NULL, *bytes = NULL;
    char *file = folder_module_file(folder);
    if (file_read(file, CONTENT_FILE_MAX, &bytes, &size, NULL) &&
        json_parse(bytes, size, "file", &json, NULL) && json_type(json) == JSON_OBJECT) {
        const Json *member = json_get(json, "code");
        if (member != NULL && json_string(member) != NULL)
            code = memory_copy_string(json_string(member));
    }
    json_free(json);
    free(bytes);
    free(file);
    return code;
}

static void check_same_code(Checker *checker, char *const *names, char *const *codes, size_t index)
{
    for (size_t i = 0; codes[index] != NULL && i < index; i++) {
        if (codes[i] == NULL || strcmp(codes[i], codes[index]) != 0)
            continue;
        char *folder = path_join(checker->content, names[index]);
        char *file = folder_module_file(folder);
        faults_add(checker->faults, FAULT_ERROR, file, "$.code", "duplicate-id",
                   "The module \"%s\" has this code too; give each its own.", names[i]);
        free(file);
        free(folder);
    }
}

static void check_modules(Checker *checker, char **names, size_t count)
{
    char **codes = memory_new(count + 1, sizeof *codes);
    for (size_t i = 0; i < count; i++) {
        char *folder = path_join(checker->content, names[i]);
        check_module(checker, folder);
        codes[i] = code_of(folder);
        check_same_code(checker, names, codes, i);
        free(folder);
    }
    for (size_t i = 0; i < count; i++)
        free(codes[i]);
    free(codes);
}

static void check_shared(Checker *checker)
{
    char *folder = path_join(checker->content, "../assets/pictures");
    if (checker->home == checker->content)
        check_titles(folder, &checker->shared, checker->faults);
    free(folder);
}

static void check_content(const char *content, const Checker *ask)
{
    char **names;
    size_t count;
    Error error = {0};
    Checker checker;
    if (!folder_modules(content, &names, &count, &error)) {
        faults_add(ask->faults, FAULT_ERROR, content, "",
                   error.code == ERROR_MISSING ? "missing-file" : "unreadable-file", "%s",
                   error.sentence);
        return;
    }
    checker_init(&checker, content, ask);
    check_modules(&checker, names, count);
    check_ui(&checker);
    check_sequences(&checker);
    check_shared(&checker);
    checker_clear(&checker);
    file_names_free(names, count);
}

static void check_module_folder(const char *folder, const Checker *ask)
{
    Checker checker;
    char *content = path_join(folder, "..");
    checker_init(&checker, content, ask);
    check_module(&checker, folder);
    checker_clear(&checker);
    free(content);
}

/* ---- what was asked for ---- */

/* "content/feelings/" is the folder "content/feelings". */
static char *without_last_slash(const char *path)
{
    char *copy = memory_copy_string(path);
    for (size_t length = strlen(copy); length > 1 && copy[length - 1] == '/'; length--)
        copy[length - 1] = '\0';
    return copy;
}

static char *folder_of(const char *file)
{
    size_t length = (size_t)(path_name(file) - file);
    if (length == 0)
        return memory_copy_string(".");
    char *folder = memory_copy_string(file);
    folder[length] = '\0';
    char *plain = without_last_slash(folder);
    free(folder);
    return plain;
}

static void check_file(const char *file, const Checker *ask)
{
    const char *name = path_name(file);
    if (strcmp(name, "module.json") == 0) {
        char *folder = folder_of(file);
        check_module_folder(folder, ask);
        free(folder);
    } else if (strcmp(name, "language-lint.json") == 0) {
        lint_free(read_rules(file, ask->faults));
    } else {
        strings_free(check_read_table(file, ask->faults));
    }
}

void content_check_beside(const char *path, const char *shipped, const KindContent *const *kinds,
                          Faults *faults)
{
    const Checker ask = {.shipped = shipped, .kinds = kinds, .faults = faults};
    char *plain = without_last_slash(path);
    char *module = folder_module_file(plain);
    if (!folder_exists(plain) && file_exists(plain))
        check_file(plain, &ask);
    else if (file_exists(module))
        check_module_folder(plain, &ask);
    else
        check_content(plain, &ask);
    free(module);
    free(plain);
}

void content_check(const char *path, const KindContent *const *kinds, Faults *faults)
{
    content_check_beside(path, NULL, kinds, faults);
}
