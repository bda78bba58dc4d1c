/* The reference of the format as Markdown, from the shapes that the loader reads by, so that
 * docs/content-format.md cannot say anything else. */
#include "content/library.h"

#include <string.h>

static const char *const value_names[] = {
    [FIELD_ID] = "id",
    [FIELD_SENTENCE] = "sentence id",
    [FIELD_PICTURE] = "picture name",
    [FIELD_PLAIN] = "text for authors",
    [FIELD_INTEGER] = "whole number",
    [FIELD_FLAG] = "true or false",
    [FIELD_TIERS] = "list of tiers",
    [FIELD_SETTINGS] = "list of settings",
    [FIELD_SENTENCES] = "list of sentence ids",
    [FIELD_IDS] = "list of ids",
    [FIELD_LIST] = "list of objects",
    [FIELD_OBJECT] = "object",
    [FIELD_TIER_SENTENCES] = "object: tier, sentence id",
    [FIELD_PAGES] = "list of pages of the kind",
    [FIELD_KIND] = "name of a kind",
    [FIELD_CODE] = "code",
    [FIELD_WORDINGS] = "object: sentence id, wording",
};

static void add_words(Text *out, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        text_addf(out, "%s`%s`", i > 0 ? ", " : "", words[i]);
}

static void add_value(Text *out, const Field *field)
{
    if (field->type == FIELD_WORD) {
        add_words(out, field->words);
        return;
    }
    text_add(out, value_names[field->type]);
    if (field->type == FIELD_INTEGER || field->max > 0)
        text_addf(out, ", %d to %d", field->min, field->max);
}

static void add_rows(Text *out, const Shape *shape, const char *prefix)
{
    const Field *field;
    for (size_t i = 0; (field = shape_field(shape, i)) != NULL; i++) {
        Text key;
        text_init(&key);
        text_addf(&key, "%s%s", prefix, field->name);
        text_addf(out, "| `%s` | ", key.bytes);
        add_value(out, field);
        text_addf(out, " | %s | %s |\n", field->required ? "yes" : "",
                  field->help != NULL ? field->help : "");
        if (field->shape != NULL && field->shape != &activity_shape) {
            text_add(&key, field->type == FIELD_LIST ? "[]." : ".");
            add_rows(out, field->shape, key.bytes);
        }
        text_clear(&key);
    }
}

static void add_table(Text *out, const char *heading, const Shape *shape)
{
    text_addf(out, "### %s\n\n| key | value | needed | meaning |\n| --- | --- | --- | --- |\n",
              heading);
    add_rows(out, shape, "");
    text_add(out, "\n");
}

char *docs_module(void)
{
    Text out;
    text_init(&out);
    add_table(&out, "Module", &module_shape);
    add_table(&out, "Activity", &activity_shape);
    add_table(&out, "Page, in every kind", &page_shape);
    return text_take(&out);
}

/* Keys of the page that every kind has are left out here. */
static void add_kind(Text *out, const KindContent *kind)
{
    Shape own = *kind->page;
    text_addf(out, "### `%s`\n\nServes ", kind->name);
    for (int tier = 0, count = 0; tier < TIER_COUNT; tier++) {
        if (tier_in(kind->tiers, (Tier)tier))
            text_addf(out, "%s%s", count++ > 0 ? ", " : "", tier_limits((Tier)tier)->id);
    }
    text_add(out, ".\n\n| key | value | needed | meaning |\n| --- | --- | --- | --- |\n");
    if (own.base == &page_shape)
        own.base = NULL;
    add_rows(out, &own, "");
    text_add(out, "\n");
}

char *docs_kinds(const KindContent *const *kinds)
{
    Text out;
    text_init(&out);
    for (; kinds != NULL && *kinds != NULL; kinds++)
        add_kind(&out, *kinds);
    return text_take(&out);
}
