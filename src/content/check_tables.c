/* Reading and checking the string tables of a module, or of the program itself. */
#include "content/check_run.h"

#include "base/file.h"
#include "base/text.h"
#include "content/content_folder.h"
#include "content/content_json.h"

#include <stdlib.h>
#include <string.h>

/* The name of a table's file without ".json"; NULL for other files. free() it. */
static char *language_of(const char *file)
{
    const char *name = path_name(file);
    size_t length = text_stem(name, ".json");
    if (length == 0)
        return NULL;
    char *language = memory_copy_string(name);
    language[length] = '\0';
    return language;
}

Strings *check_read_table(const char *file, Faults *faults)
{
    size_t size;
    char *language = language_of(file);
    char *bytes = content_file(file, &size, faults);
    Strings *strings = bytes != NULL ? strings_parse(bytes, size, file, faults) : NULL;
    if (strings != NULL && language != NULL)
        check_language(strings, language, file, faults);
    free(bytes);
    free(language);
    return strings;
}

/* A table beside the one being checked; its own faults are not of interest here. NULL: not there,
 * or broken. */
static Strings *read_beside(const char *folder, const char *language)
{
    Faults *faults = faults_new();
    char *file = folder_strings_file(folder, language);
    Strings *strings = file_exists(file) ? check_read_table(file, faults) : NULL;
    free(file);
    faults_free(faults);
    return strings;
}

static void check_names(Checker *checker, const Strings *strings, const char *file)
{
    char *ui_folder = path_join(checker->home, "ui");
    Strings *ui = read_beside(ui_folder, strings_language(strings));
    const TokenWords words = token_words(ui);
    check_families(strings, file, &words, checker->faults);
    strings_free(ui);
    free(ui_folder);
}

static void check_beside_english(Checker *checker, const Subject *subject, const Strings *strings,
                                 const char *file)
{
    Strings *english = read_beside(subject->folder, "en");
    if (english != NULL)
        check_translation(strings, file, english, subject->module == NULL, checker->faults);
    strings_free(english);
}

static void check_with_module(Checker *checker, const Subject *subject, const Strings *strings,
                              const char *file)
{
    const Checked checked = {subject->module, subject->file, strings,        file,
                             checker->kinds,  checker->lint, checker->faults};
    check_with_table(&checked, subject->whole);
}

static void check_table(Checker *checker, const Subject *subject, const char *file)
{
    Strings *strings = check_read_table(file, checker->faults);
    if (strings == NULL)
        return;
    if (subject->module != NULL)
        check_with_module(checker, subject, strings, file);
    else
        check_plain_words(strings, file, checker->lint, checker->faults);
    if (!strings_are_english(strings))
        check_beside_english(checker, subject, strings, file);
    check_names(checker, strings, file);
    check_quotes(strings, file, checker->faults);
    check_voices(subject->folder, strings, checker->faults);
    strings_free(strings);
}

void check_tables(Checker *checker, const Subject *subject)
{
    char **names = NULL;
    size_t count = 0;
    char *strings = path_join(subject->folder, "strings");
    char *english = folder_strings_file(subject->folder, "en");
    if (!file_exists(english))
        faults_add(checker->faults, FAULT_ERROR, english, "", "missing-file",
                   "The English words are missing; add this file.");
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
