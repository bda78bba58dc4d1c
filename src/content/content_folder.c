/* Paths in a content folder, and reading a module's files from there. */
#include "content/content_folder.h"

#include "base/file.h"
#include "content/content_json.h"

#include <stdlib.h>
#include <string.h>

static bool is_other(const char *name)
{
    static const char *const others[] = {"ui", "rules", "schema", "sequences"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (strcmp(name, others[i]) == 0)
            return true;
    }
    return false;
}

bool folder_is_module(const char *content, const char *name)
{
    char *path = path_join(content, name);
    bool folder = !is_other(name) && folder_exists(path);
    free(path);
    return folder;
}

static void keep_if(char **names, size_t *count, const char *content,
                    bool (*keep)(const char *content, const char *name))
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        if (keep(content, names[i]))
            names[kept++] = names[i];
        else
            free(names[i]);
    }
    *count = kept;
}

static bool may_be_module(const char *content, const char *name)
{
    (void)content;
    return !is_other(name);
}

bool folder_names(const char *content, char ***names, size_t *count, Error *error)
{
    if (!folder_list(content, names, count, error))
        return false;
    keep_if(*names, count, content, may_be_module);
    return true;
}

bool folder_modules(const char *content, char ***names, size_t *count, Error *error)
{
    if (!folder_list(content, names, count, error))
        return false;
    keep_if(*names, count, content, folder_is_module);
    return true;
}

bool folder_shared_pictures(const char *content, Pictures *out)
{
    char *folder = path_join(content, "../assets/pictures");
    bool there = folder_exists(folder);
    pictures_list(folder, out);
    free(folder);
    return there;
}

char *folder_module_file(const char *folder)
{
    return path_join(folder, "module.json");
}

char *folder_strings_file(const char *folder, const char *language)
{
    Text name;
    text_init(&name);
    text_addf(&name, "strings/%s.json", language);
    char *path = path_join(folder, name.bytes);
    text_clear(&name);
    return path;
}

char *folder_rules_file(const char *content)
{
    return path_join(content, "rules/language-lint.json");
}

const char *folder_language(const char *folder, const char *language)
{
    char *file = folder_strings_file(folder, language);
    bool there = file_exists(file);
    free(file);
    return there ? language : "en";
}

static void read_bytes(char *file, Bytes *out, Faults *faults)
{
    out->bytes = content_file(file, &out->size, faults);
    free(file);
}

void folder_read(const char *folder, const char *language, ModuleText *out, Faults *faults)
{
    out->language = memory_copy_string(folder_language(folder, language));
    read_bytes(folder_module_file(folder), &out->module, faults);
    read_bytes(folder_strings_file(folder, out->language), &out->strings, faults);
    char *pictures = path_join(folder, "pictures");
    pictures_list(pictures, &out->own);
    free(pictures);
}
