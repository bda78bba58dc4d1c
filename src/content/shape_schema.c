/* JSON Schema (draft 2020-12) from the shapes that the loader reads by. It says all that a schema
 * can say; rules between the parts of a module stay with the loader. */
#include "content/library.h"
#include "content/shape_reader.h"
#include "content/spelling.h"
#include "content/strings_shape.h"
#include "content/tokens.h"

#include <stdio.h>

static const char dialect[] = "https://json-schema.org/draft/2020-12/schema";

static void add_shape(Json *schema, const Shape *shape, const KindContent *const *kinds);

static void add_range(Json *schema, const char *low, const char *high, int min, int max)
{
    json_add_integer(schema, low, min);
    json_add_integer(schema, high, max);
}

static void add_text(Json *schema, const char *pattern)
{
    json_add_string(schema, "type", "string");
    if (pattern != NULL)
        json_add_string(schema, "pattern", pattern);
}

static void add_list(Json *schema, const Field *field)
{
    json_add_string(schema, "type", "array");
    add_range(schema, "minItems", "maxItems", field->min,
              field->max > 0 ? field->max : ENTRIES_MAX);
}

static void add_words(Json *schema, const char *const *words)
{
    json_add_string(schema, "type", "string");
    Json *list = json_add_array(schema, "enum");
    for (; *words != NULL; words++)
        json_add_string(list, NULL, *words);
}

static void add_set(Json *schema, const char *const *words, int count)
{
    json_add_string(schema, "type", "array");
    add_range(schema, "minItems", "maxItems", 1, count);
    json_add_bool(schema, "uniqueItems", true);
    add_words(json_add_object(schema, "items"), words);
}

static void add_tiers(Json *schema)
{
    const char *words[TIER_COUNT + 1] = {0};
    for (int tier = 0; tier < TIER_COUNT; tier++)
        words[tier] = tier_limits((Tier)tier)->id;
    add_set(schema, words, TIER_COUNT);
}

static void add_settings(Json *schema)
{
    const char *words[SETTING_COUNT + 1] = {0};
    for (int setting = 0; setting < SETTING_COUNT; setting++)
        words[setting] = setting_id((Setting)setting);
    add_set(schema, words, SETTING_COUNT);
}

/* The author's remark, allowed in every object (shape_reader.h). */
static void add_remark(Json *properties)
{
    add_text(json_add_object(properties, REMARK_KEY), NULL);
}

static void add_tier_sentences(Json *schema)
{
    json_add_string(schema, "type", "object");
    Json *properties = json_add_object(schema, "properties");
    add_remark(properties);
    for (int tier = 0; tier < TIER_COUNT; tier++)
        add_text(json_add_object(properties, tier_limits((Tier)tier)->id), SPELLING_SENTENCE);
    json_add_bool(schema, "additionalProperties", false);
}

static void add_kinds(Json *schema, const KindContent *const *kinds)
{
    json_add_string(schema, "type", "string");
    Json *list = json_add_array(schema, "enum");
    for (; kinds != NULL && *kinds != NULL; kinds++)
        json_add_string(list, NULL, (*kinds)->name);
}

static void add_wordings(Json *schema)
{
    json_add_string(schema, "type", "object");
    add_remark(json_add_object(schema, "properties"));
    add_text(json_add_object(schema, "propertyNames"), "^//$|" SPELLING_SENTENCE);
    json_add_string(json_add_object(schema, "additionalProperties"), "$ref", "#/$defs/wording");
}

static void add_plain(Json *schema)
{
    add_text(schema, "^[^" SPELLING_CONTROLS "]*$");
    json_add_integer(schema, "minLength", 1);
}

static void add_value(Json *schema, const Field *field, const KindContent *const *kinds)
{
    switch (field->type) {
    case FIELD_ID: add_text(schema, SPELLING_ID); break;
    case FIELD_SENTENCE: add_text(schema, SPELLING_SENTENCE); break;
    case FIELD_PICTURE: add_text(schema, SPELLING_PICTURE); break;
    case FIELD_CODE: add_text(schema, SPELLING_CODE); break;
    case FIELD_PLAIN: add_plain(schema); break;
    case FIELD_WORD: add_words(schema, field->words); break;
    case FIELD_KIND: add_kinds(schema, kinds); break;
    case FIELD_INTEGER:
        json_add_string(schema, "type", "integer");
        add_range(schema, "minimum", "maximum", field->min, field->max);
        break;
    case FIELD_FLAG: json_add_string(schema, "type", "boolean"); break;
    case FIELD_TIERS: add_tiers(schema); break;
    case FIELD_SETTINGS: add_settings(schema); break;
    case FIELD_TIER_SENTENCES: add_tier_sentences(schema); break;
    case FIELD_SENTENCES:
        add_list(schema, field);
        add_text(json_add_object(schema, "items"), SPELLING_SENTENCE);
        break;
    case FIELD_IDS:
        add_list(schema, field);
        json_add_bool(schema, "uniqueItems", true);
        add_text(json_add_object(schema, "items"), SPELLING_ID);
        break;
    case FIELD_LIST:
        add_list(schema, field);
        add_shape(json_add_object(schema, "items"), field->shape, kinds);
        break;
    case FIELD_OBJECT: add_shape(schema, field->shape, kinds); break;
    case FIELD_PAGES: add_list(schema, field); break;
    case FIELD_WORDINGS: add_wordings(schema); break;
    }
}

static void add_field(Json *properties, const Field *field, const KindContent *const *kinds)
{
    Json *schema = json_add_object(properties, field->name);
    if (field->help != NULL)
        json_add_string(schema, "description", field->help);
    add_value(schema, field, kinds);
}

/* "The pages of an activity of this kind have this shape." */
static void add_pages_rule(Json *rules, const Field *kind, const Field *pages, const char *name)
{
    char target[80];
    snprintf(target, sizeof target, "#/$defs/page_%s", name);
    Json *rule = json_add_object(rules, NULL);
    Json *condition = json_add_object(rule, "if");
    Json *given = json_add_object(json_add_object(condition, "properties"), kind->name);
    json_add_string(given, "const", name);
    json_add_string(json_add_array(condition, "required"), NULL, kind->name);
    Json *then = json_add_object(json_add_object(rule, "then"), "properties");
    Json *items = json_add_object(json_add_object(then, pages->name), "items");
    json_add_string(items, "$ref", target);
}

static void add_shape(Json *schema, const Shape *shape, const KindContent *const *kinds)
{
    const Field *field;
    json_add_string(schema, "type", "object");
    Json *properties = json_add_object(schema, "properties");
    add_remark(properties);
    for (size_t i = 0; (field = shape_field(shape, i)) != NULL; i++)
        add_field(properties, field, kinds);
    Json *required = json_add_array(schema, "required");
    for (size_t i = 0; (field = shape_field(shape, i)) != NULL; i++) {
        if (field->required)
            json_add_string(required, NULL, field->name);
    }
    json_add_bool(schema, "additionalProperties", false);
    const Field *pages = shape_field_of(shape, FIELD_PAGES);
    if (pages == NULL || kinds == NULL || *kinds == NULL)
        return;
    Json *rules = json_add_array(schema, "allOf");
    for (; *kinds != NULL; kinds++)
        add_pages_rule(rules, shape_field_of(shape, FIELD_KIND), pages, (*kinds)->name);
}

static Json *new_schema(const char *title, const char *description)
{
    Json *schema = json_object_new();
    json_add_string(schema, "$schema", dialect);
    json_add_string(schema, "title", title);
    json_add_string(schema, "description", description);
    return schema;
}

static char *finish(Json *schema)
{
    char *text = json_print(schema, true);
    json_free(schema);
    return text;
}

char *schema_module(const KindContent *const *kinds)
{
    Json *schema = new_schema("Pebble Cove module",
                              "Made from the loader's own tables; see docs/content-format.md.");
    add_shape(schema, &module_shape, kinds);
    Json *defs = json_add_object(schema, "$defs");
    for (; kinds != NULL && *kinds != NULL; kinds++) {
        char name[72];
        snprintf(name, sizeof name, "page_%s", (*kinds)->name);
        add_shape(json_add_object(defs, name), (*kinds)->page, kinds);
    }
    return finish(schema);
}

static void add_choice(Json *defs, const char *name, const char *const *targets)
{
    Json *list = json_add_array(json_add_object(defs, name), "anyOf");
    for (; *targets != NULL; targets++)
        json_add_string(json_add_object(list, NULL), "$ref", *targets);
}

static Json *add_keys(Json *defs, const char *name, const char *const *keys, const char *target)
{
    Json *schema = json_add_object(defs, name);
    json_add_string(schema, "type", "object");
    Json *properties = json_add_object(schema, "properties");
    add_remark(properties);
    for (; *keys != NULL; keys++)
        json_add_string(json_add_object(properties, *keys), "$ref", target);
    json_add_bool(schema, "additionalProperties", false);
    json_add_integer(schema, "minProperties", 1);
    return schema;
}

char *schema_strings(void)
{
    static const char *const forms[] = {"zero", "one", "two", "few", "many", "other", NULL};
    static const char *const tiers[] = {"t1", "t2", "t3", "t4", "ad", "any", NULL};
    static const char *const words[] = {"#/$defs/text", "#/$defs/forms", NULL};
    static const char *const all[] = {"#/$defs/text", "#/$defs/forms", "#/$defs/tiers", NULL};
    Json *schema = new_schema("Pebble Cove string table",
                              "Made from the loader's own tables; see docs/content-format.md.");
    add_shape(schema, &strings_shape, NULL);
    Json *defs = json_add_object(schema, "$defs");
    Json *text = json_add_object(defs, "text");
    add_text(text, "^([^{}" SPELLING_CONTROLS "]|" TOKEN_PATTERN ")*$");
    add_range(text, "minLength", "maxLength", 1, WORDING_MAX);
    Json *plural = add_keys(defs, "forms", forms, "#/$defs/text");
    json_add_string(json_add_array(plural, "required"), NULL, "other");
    add_choice(defs, "words", words);
    add_keys(defs, "tiers", tiers, "#/$defs/words");
    add_choice(defs, "wording", all);
    return finish(schema);
}
