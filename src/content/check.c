/* `pebblecove check`: one file, one module, or a whole content folder, structure and words. */
#include "content/library.h"

#include "base/file.h"
#include "content/check_words.h"
#include "content/content_folder.h"
#include "content/content_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Checker {
    const KindContent *const *kinds;
    Faults *faults;
    Lint *lint; /* NULL: none found */
    Pictures shared;
    bool shared_there;
} Checker;

static void add_missing(Checker *checker, const char *file, const char *remedy)
{
    faults_add(checker->faults, FAULT_ERROR, file, "", "missing-file", "%s", remedy);
}

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

static void checker_init(Checker *checker, const char *content, const KindContent *const *kinds,
                         Faults *faults)
{
    *checker = (Checker){.kinds = kinds, .faults = faults};
    checker->shared_there = folder_shared_pictures(content, &checker->shared);
    char *file = folder_rules_file(content);
    if (file_exists(file))
        checker->lint = read_rules(file, faults);
    else
        faults_add(faults, FAULT_WARNING, file, "", "missing-file",
                   "There are no word rules here, so words were not held against them.");
    free(file);
}

static void checker_clear(Checker *checker)
{
    lint_free(checker->lint);
    pictures_clear(&checker->shared);
}

/* The name of a table's file without ".json"; NULL for other files. free() it. */
static char *language_of(const char *file)
{
    const char *name = path_name(file);
    size_t length = strlen(name);
    if (length <= 5 || strcmp(name + length - 5, ".json") != 0)
        return NULL;
    char *language = memory_copy_string(name);
    language[length - 5] = '\0';
    return language;
}

static Strings *read_table(Checker *checker, const char *file)
{
    size_t size;
    char *language = language_of(file);
    char *bytes = content_file(file, &size, checker->faults);
    Strings *strings = bytes != NULL ? strings_parse(bytes, size, file, checker->faults) : NULL;
    if (strings != NULL && language != NULL)
        check_language(strings, language, file, checker->faults);
    free(bytes);
    free(language);
    return strings;
}

/* A module being checked; `module` is NULL for the program's own words. */
typedef struct Subject {
    const char *file;
    Module *module;
    bool whole;
} Subject;

static void check_table(Checker *checker, const Subject *subject, const char *file)
{
    Strings *strings = read_table(checker, file);
    if (strings == NULL)
        return;
    if (subject->module == NULL) {
        check_plain_words(strings, file, checker->lint, checker->faults);
    } else {
        module_check_words(subject->module, subject->file, strings, file, checker->kinds,
                           subject->whole, checker->faults);
        check_words(subject->module, subject->file, strings, file, checker->kinds, checker->lint,
                    checker->faults);
    }
    strings_free(strings);
}

/* All tables of a folder; English must be there, because others fall back to it. */
static void check_tables(Checker *checker, const Subject *subject, const char *folder)
{
    char **names = NULL;
    size_t count = 0;
    char *strings = path_join(folder, "strings");
    char *english = folder_strings_file(folder, "en");
    if (!file_exists(english))
        add_missing(checker, english, "The English words are missing; add this file.");
    folder_list(strings, &names, &count, NULL);
    for (size_t i = 0; i < count; i++) {
        char *file = path_join(strings, names[i]);
        char *language = language_of(file);
        if (language != NULL)
            check_table(checker, subject, file);
        free(language);
        free(file);
    }
    file_names_free(names, count);
    free(english);
    free(strings);
}

static int longest(TierSet tiers)
{
    int most = 0;
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        if (tier_in(tiers, (Tier)tier) && tier_limits((Tier)tier)->minutes > most)
            most = tier_limits((Tier)tier)->minutes;
    }
    return most;
}

static void check_minutes(Checker *checker, const Subject *subject)
{
    const Activity *activities = subject->module->activities.items;
    for (size_t i = 0; i < subject->module->activities.count; i++) {
        char path[64];
        snprintf(path, sizeof path, "$.activities[%zu].minutes", i);
        int most = longest(activities[i].tiers);
        if (activities[i].minutes > most)
            faults_add(checker->faults, FAULT_WARNING, subject->file, path, "long-activity",
                       "%d minutes is long for its tiers; %d is the most.", activities[i].minutes,
                       most);
    }
}

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

/* Without a readable module the tables are still checked by themselves. */
static void check_module(Checker *checker, const char *folder)
{
    Arena *arena = arena_new();
    char *file = folder_module_file(folder);
    size_t before = faults_errors(checker->faults);
    Subject subject = {.file = file, .module = read_module(checker, folder, file, arena)};
    subject.whole = faults_errors(checker->faults) == before;
    check_tables(checker, &subject, folder);
    if (subject.module != NULL && subject.whole) {
        check_minutes(checker, &subject);
        check_place(checker, &subject);
    }
    free(file);
    arena_free(arena);
}

static void check_ui(Checker *checker, const char *content)
{
    const Subject subject = {0};
    char *folder = path_join(content, "ui");
    if (folder_exists(folder))
        check_tables(checker, &subject, folder);
    free(folder);
}

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

static void check_same_code(Checker *checker, const char *content, char *const *names,
                            char *const *codes, size_t index)
{
    for (size_t i = 0; codes[index] != NULL && i < index; i++) {
        if (codes[i] == NULL || strcmp(codes[i], codes[index]) != 0)
            continue;
        char *folder = path_join(content, names[index]);
        char *file = folder_module_file(folder);
        faults_add(checker->faults, FAULT_ERROR, file, "$.code", "duplicate-id",
                   "The module \"%s\" has this code too; give each its own.", names[i]);
        free(file);
        free(folder);
    }
}

static void check_modules(Checker *checker, const char *content, char **names, size_t count)
{
    char **codes = memory_new(count + 1, sizeof *codes);
    for (size_t i = 0; i < count; i++) {
        char *folder = path_join(content, names[i]);
        check_module(checker, folder);
        codes[i] = code_of(folder);
        check_same_code(checker, content, names, codes, i);
        free(folder);
    }
    for (size_t i = 0; i < count; i++)
        free(codes[i]);
    free(codes);
}

static void check_content(const char *content, const KindContent *const *kinds, Faults *faults)
{
    char **names;
    size_t count;
    Error error = {0};
    Checker checker;
    if (!folder_modules(content, &names, &count, &error)) {
        faults_add(faults, FAULT_ERROR, content, "",
                   error.code == ERROR_MISSING ? "missing-file" : "unreadable-file", "%s",
                   error.sentence);
        return;
    }
    checker_init(&checker, content, kinds, faults);
    check_modules(&checker, content, names, count);
    check_ui(&checker, content);
    checker_clear(&checker);
    file_names_free(names, count);
}

static void check_module_folder(const char *folder, const KindContent *const *kinds, Faults *faults)
{
    Checker checker;
    char *content = path_join(folder, "..");
    checker_init(&checker, content, kinds, faults);
    check_module(&checker, folder);
    checker_clear(&checker);
    free(content);
}

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

static void check_file(const char *file, const KindContent *const *kinds, Faults *faults)
{
    const char *name = path_name(file);
    Checker checker = {.kinds = kinds, .faults = faults};
    if (strcmp(name, "module.json") == 0) {
        char *folder = folder_of(file);
        check_module_folder(folder, kinds, faults);
        free(folder);
    } else if (strcmp(name, "language-lint.json") == 0) {
        lint_free(read_rules(file, faults));
    } else {
        strings_free(read_table(&checker, file));
    }
}

void content_check(const char *path, const KindContent *const *kinds, Faults *faults)
{
    char *plain = without_last_slash(path);
    char *module = folder_module_file(plain);
    if (!folder_exists(plain) && file_exists(plain))
        check_file(plain, kinds, faults);
    else if (file_exists(module))
        check_module_folder(plain, kinds, faults);
    else
        check_content(plain, kinds, faults);
    free(module);
    free(plain);
}
