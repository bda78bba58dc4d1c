#include "app/template.h"

#include "base/file.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define ACTIVITIES "  \"activities\": [\n"
#define ACTIVITIES_END "\n  ]\n}"
#define STRINGS "  \"strings\": {\n"
#define STRINGS_END "\n  }\n}"
#define ABOUT_MODULE "    \"module."
#define FOR_ADULTS "\"audience\": \"parent\""

enum { TEMPLATE_MAX = 64 * 1024 };

/* One template, as its files are. */
typedef struct Template {
    char *id; /* of its only activity, and of the module */
    char *module, *strings;
} Template;

static void template_clear(Template *template)
{
    free(template->id);
    free(template->module);
    free(template->strings);
}

static char *read_part(const char *folder, const char *name, Error *error)
{
    size_t size;
    char *bytes = NULL, *path = path_join(folder, name);
    (void)file_read(path, TEMPLATE_MAX, &bytes, &size, error);
    free(path);
    return bytes;
}

static bool template_read(const char *templates, const char *kind, Template *out, Error *error)
{
    Template template = {.id = memory_copy_string(kind)};
    for (char *at = template.id; (at = strchr(at, '_')) != NULL;) {
        *at = '-';
    }
    char *folder = path_join(templates, template.id);
    template.module = read_part(folder, "module.json", error);
    template.strings = template.module ? read_part(folder, "strings/en.json", error) : NULL;
    free(folder);
    if (!template.strings) {
        template_clear(&template);
        return false;
    }
    *out = template;
    return true;
}

/* ---- text ---- */

/* Adds `length` bytes of `text` with `find` replaced by `put` where it stands first. */
static void add_replaced(Text *out, const char *text, size_t length, const char *find,
                         const char *put)
{
    const char *at = strstr(text, find);
    if (!at || (size_t)(at - text) >= length) {
        text_add_bytes(out, text, length);
        return;
    }
    text_add_bytes(out, text, (size_t)(at - text));
    text_add(out, put);
    text_add_bytes(out, at + strlen(find), length - (size_t)(at - text) - strlen(find));
}

static void replace(Text *text, const char *find, const char *put)
{
    Text out;
    text_init(&out);
    add_replaced(&out, text->bytes, text->length, find, put);
    text_clear(text);
    *text = out;
}

static const char *after(const char *text, const char *mark)
{
    const char *at = strstr(text, mark);
    return at ? at + strlen(mark) : text + strlen(text);
}

/* ---- module.json ---- */

/* The module's own lines come from the first template for children, if there is one. */
static const Template *main_template(const Template *templates, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!strstr(templates[i].module, FOR_ADULTS)) {
            return &templates[i];
        }
    }
    return &templates[0];
}

static bool mixed(const Template *templates, size_t count)
{
    bool adults = false, children = false;
    for (size_t i = 0; i < count; i++) {
        bool one = strstr(templates[i].module, FOR_ADULTS) != NULL;
        adults = adults || one;
        children = children || !one;
    }
    return adults && children;
}

/* `quoted` is what follows "id": or "code": up to the next comma. */
static void rename_member(Text *text, const char *member, const char *value)
{
    Text before, now;
    const char *at = after(text->bytes, member);
    text_init(&before);
    text_init(&now);
    text_add(&before, member);
    text_add_bytes(&before, at, strcspn(at, ",\n"));
    text_addf(&now, "%s\"%s\"", member, value);
    replace(text, before.bytes, now.bytes);
    text_clear(&before);
    text_clear(&now);
}

static void add_head(Text *out, const ModulePlan *plan, const Template *templates)
{
    static const char goal[] = "\"module.goal\"}";
    Text head;
    const Template *main = main_template(templates, plan->kind_count);
    text_init(&head);
    text_add_bytes(&head, main->module, (size_t)(after(main->module, ACTIVITIES) - main->module));
    rename_member(&head, "\"id\": ", plan->name);
    rename_member(&head, "\"code\": ", plan->code);
    if (!strstr(main->module, FOR_ADULTS)) {
        replace(&head, "{\"t2\": \"module.goal\"}",
                "{\"t2\": \"module.goal\", \"t3\": \"module.goal\"}");
    }
    if (mixed(templates, plan->kind_count)) {
        rename_member(&head, "\"audience\": ", "both");
        replace(&head, goal, "\"module.goal\", \"ad\": \"module.goal\"}");
    }
    text_add_bytes(out, head.bytes, head.length);
    text_clear(&head);
}

static void add_activity(Text *out, const ModulePlan *plan, const Template *template, size_t index)
{
    Text code, activity;
    const char *start = after(template->module, ACTIVITIES);
    const char *end = strstr(start, ACTIVITIES_END);
    text_init(&code);
    text_init(&activity);
    text_addf(&code, "%s.%zu", plan->code, index + 1);
    text_add_bytes(&activity, start, end ? (size_t)(end - start) : 0);
    rename_member(&activity, "\"code\": ", code.bytes);
    text_addf(out, "%s%s", index ? ",\n" : "", activity.bytes);
    text_clear(&code);
    text_clear(&activity);
}

static char *fill_module(const ModulePlan *plan, const Template *templates)
{
    Text out;
    text_init(&out);
    add_head(&out, plan, templates);
    for (size_t i = 0; i < plan->kind_count; i++) {
        add_activity(&out, plan, &templates[i], i);
    }
    text_add(&out, ACTIVITIES_END "\n");
    return text_take(&out);
}

/* ---- strings/en.json ---- */

/* Sentences, a line each, of the module itself or of the activity; without their last comma. */
static void add_sentences(Text *out, const Template *template, bool of_module)
{
    const char *line = after(template->strings, STRINGS);
    const char *end = strstr(line, STRINGS_END);
    while (end && line < end) {
        size_t length = strcspn(line, "\n");
        bool comma = length > 0 && line[length - 1] == ',';
        if (text_starts(line, ABOUT_MODULE) == of_module) {
            text_add(out, out->bytes[out->length - 2] == '{' ? "" : ",\n");
            text_add_bytes(out, line, length - comma);
        }
        line += length + 1;
    }
}

/* For helpers: "my-first-module" is "My first module" until the author finds a better title. */
static char *title_of(const char *name)
{
    char *title = memory_copy_string(name);
    for (char *at = title; (at = strchr(at, '-')) != NULL;) {
        *at = ' ';
    }
    if (title[0] >= 'a' && title[0] <= 'z') {
        title[0] = (char)(title[0] - ('a' - 'A'));
    }
    return title;
}

static char *fill_strings(const ModulePlan *plan, const Template *templates)
{
    Text out;
    const Template *main = main_template(templates, plan->kind_count);
    char *title = title_of(plan->name);
    text_init(&out);
    text_add_bytes(&out, main->strings, (size_t)(after(main->strings, STRINGS) - main->strings));
    add_sentences(&out, main, true);
    rename_member(&out, "\"module.title\": ", title);
    for (size_t i = 0; i < plan->kind_count; i++) {
        add_sentences(&out, &templates[i], false);
    }
    text_add(&out, STRINGS_END "\n");
    free(title);
    return text_take(&out);
}

bool template_fill(const ModulePlan *plan, char **module, char **strings, Error *error)
{
    bool good = true;
    Template *templates = memory_new(plan->kind_count, sizeof *templates);
    for (size_t i = 0; good && i < plan->kind_count; i++) {
        good = template_read(plan->templates, plan->kinds[i], &templates[i], error);
    }
    if (good) {
        *module = fill_module(plan, templates);
        *strings = fill_strings(plan, templates);
    }
    for (size_t i = 0; i < plan->kind_count; i++) {
        template_clear(&templates[i]);
    }
    free(templates);
    return good;
}
