/* Comparing, or writing, what is made from the tables. */
#include "content/published.h"

#include "content/fixture.h"
#include "content/library.h"
#include "content/rule.h"

static char *in_root(const char *root, const char *name)
{
    return path_join(root, name);
}

/* With the permissions of the source tree, which file_write would not give. */
static bool written(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return false;
    bool good = fputs(text, file) >= 0;
    return fclose(file) == 0 && good;
}

static bool same_or_written(const char *path, const char *wanted)
{
    size_t size = 0;
    char *bytes = NULL;
    if (getenv("COVE_PUBLISH") != NULL)
        return written(path, wanted);
    bool same =
        file_read(path, 4u * 1024 * 1024, &bytes, &size, NULL) && strcmp(bytes, wanted) == 0;
    if (!same)
        print_message("%s is not what the tables say: run this test with COVE_PUBLISH=1.\n", path);
    free(bytes);
    return same;
}

/* `made` is freed. A text file ends with a line break. */
static bool check_file(const char *root, const char *name, char *made)
{
    Text text;
    char *path = in_root(root, name);
    text_init(&text);
    text_add(&text, made);
    if (text.length > 0 && text.bytes[text.length - 1] != '\n')
        text_add(&text, "\n");
    bool good = same_or_written(path, text.bytes);
    text_clear(&text);
    free(path);
    free(made);
    return good;
}

/* Adds `text` up to and with its marker line, then `part`; returns where the end marker begins. */
static const char *splice(Text *out, const char *text, const char *name, const char *part)
{
    char begin[64], end[64];
    snprintf(begin, sizeof begin, "<!-- begin: %s -->\n", name);
    snprintf(end, sizeof end, "<!-- end: %s -->", name);
    const char *from = strstr(text, begin), *to = strstr(text, end);
    if (from == NULL || to == NULL || to < from)
        fail_msg("docs/content-format.md has lost its markers of \"%s\"", name);
    text_add_bytes(out, text, (size_t)(from - text) + strlen(begin));
    text_addf(out, "\n%s", part);
    return to;
}

static char *docs_made(const char *path, const KindContent *const *kinds)
{
    size_t size;
    Text out;
    char *old = read_whole(path, &size);
    char *keys = docs_module(), *pages = docs_kinds(kinds), *rules = docs_rules();
    text_init(&out);
    const char *rest = splice(&out, old, "keys", keys);
    rest = splice(&out, rest, "kinds", pages);
    rest = splice(&out, rest, "rules", rules);
    text_add(&out, rest);
    free(rules);
    free(pages);
    free(keys);
    free(old);
    return text_take(&out);
}

bool published_agrees(const char *root, const KindContent *const *kinds)
{
    static const char docs[] = "docs/content-format.md";
    char *path = in_root(root, docs);
    char *folder = in_root(root, "content/schema");
    folder_make(folder, NULL);
    bool module = check_file(root, "content/schema/module.schema.json", schema_module(kinds));
    bool strings = check_file(root, "content/schema/strings.schema.json", schema_strings());
    bool text = check_file(root, docs, docs_made(path, kinds));
    free(folder);
    free(path);
    return module && strings && text;
}

static void write_example(const char *scratch_folder, const char *name, const char *body,
                          size_t size)
{
    Error error = {0};
    char *path = path_join(scratch_folder, name);
    char *folder = memory_copy_string(path);
    folder[path_name(path) - path] = '\0';
    if (!folder_make(folder, &error) || !file_write(path, body, size, &error))
        fail_msg("%s: %s", error.place, error.sentence);
    free(folder);
    free(path);
}

static size_t write_examples(const char *docs, const char *folder)
{
    static const char fence[] = "\n```json file=";
    size_t count = 0;
    for (const char *at = docs; (at = strstr(at, fence)) != NULL; count++) {
        char name[128];
        at += strlen(fence);
        size_t length = strcspn(at, "\n");
        assert_true(length < sizeof name);
        memcpy(name, at, length);
        name[length] = '\0';
        const char *body = at + length + 1, *end = strstr(body, "\n```");
        assert_non_null(end);
        write_example(folder, name, body, (size_t)(end - body) + 1);
        at = end;
    }
    return count;
}

bool published_example_is_clean(const char *root, const KindContent *const *kinds)
{
    size_t size;
    Text command;
    char *path = in_root(root, "docs/content-format.md");
    char *docs = read_whole(path, &size), *content = scratch("docs-example");
    assert_int_equal(write_examples(docs, content), 2);
    text_init(&command);
    text_addf(&command, "cp -r '%s/content/rules' '%s/'", root, content);
    assert_int_equal(system(command.bytes), 0);
    Faults *faults = faults_new();
    content_check(content, kinds, faults);
    bool clean = faults_count(faults) == 0;
    print_faults(faults);
    faults_free(faults);
    text_clear(&command);
    free(content);
    free(docs);
    free(path);
    return clean;
}
