/* Reading a string table. What a table may say is checked here in full; whether the module uses it
 * well is module_words.c. */
#include "content/strings_inside.h"

#include "content/content_json.h"
#include "content/module.h"
#include "content/place.h"
#include "content/shape_reader.h"
#include "content/spelling.h"
#include "content/strings_shape.h"
#include "content/tokens.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Table {
    int format;
    const char *language;
    int direction;
    int review;
    const Json *sentences;
} Table;

static const char *const direction_words[] = {"ltr", "rtl", NULL};
static const char *const review_words[] = {"awaiting", "done", NULL};

static const Field table_fields[] = {
    {.name = "format",
     .type = FIELD_INTEGER,
     .offset = offsetof(Table, format),
     .required = true,
     .min = 1,
     .max = FORMAT_VERSION,
     .help = "Version of this format."},
    {.name = "language",
     .type = FIELD_ID,
     .offset = offsetof(Table, language),
     .required = true,
     .help = "Language tag in small letters, also the file's name: en, es, pt-br."},
    {.name = "direction",
     .type = FIELD_WORD,
     .offset = offsetof(Table, direction),
     .required = true,
     .words = direction_words,
     .help = "How the language is written: ltr from left to right, rtl from right to left."},
    {.name = "review",
     .type = FIELD_WORD,
     .offset = offsetof(Table, review),
     .words = review_words,
     .help = "Whether a clinician who speaks the language natively has read it: awaiting, done."},
    {.name = "strings",
     .type = FIELD_WORDINGS,
     .offset = offsetof(Table, sentences),
     .required = true,
     .help = "Sentence ids and their wordings."},
};

const Shape strings_shape = {.name = "string table",
                             .size = sizeof(Table),
                             .fields = table_fields,
                             .count = sizeof table_fields / sizeof *table_fields};

typedef struct Reading {
    Strings *strings;
    const char *file;
    Faults *faults;
    const Place *place;
} Reading;

static const Place table_place = {.key = "strings"}; /* of all sentences */

static void refuse(Reading *reading, const char *rule, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void refuse(Reading *reading, const char *rule, const char *format, ...)
{
    char remedy[800];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(remedy, sizeof remedy, format, arguments);
    va_end(arguments);
    char *path = place_path(reading->place);
    faults_add(reading->faults, FAULT_ERROR, reading->file, path, rule, "%s", remedy);
    free(path);
}

static void refuse_token(Reading *reading, const char *name, size_t length)
{
    char given[QUOTED_MAX] = {0};
    memcpy(given, name, length < QUOTED_MAX ? length : QUOTED_MAX - 1);
    Nearest nearest = {.given = given};
    static const char *const names[] = {"helper", "me",    "adult1", "adult2",
                                        "adults", "home1", "home2",  "n"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        nearest_try(&nearest, names[i]);
    const char *best = nearest_best(&nearest);
    refuse(reading, "unknown-token",
           "There is no token {%s}.%s%s%s Tokens: {helper} {me} {adult1}..{adult6} {adults} "
           "{home1}..{home6} {n}.",
           place_quote(given).text, best != NULL ? " Did you mean {" : "", best != NULL ? best : "",
           best != NULL ? "}?" : "");
}

static void check_text(Reading *reading, const char *text)
{
    const char *name;
    size_t length;
    TokenFault fault = tokens_check(text, &name, &length);
    if (text[0] == '\0')
        refuse(reading, "out-of-range", "Write the words; an empty sentence cannot be shown.");
    if (utf8_count(text) > WORDING_MAX)
        refuse(reading, "out-of-range", "A wording has at most %d characters; split it.",
               WORDING_MAX);
    if (spelling_has_control(text))
        refuse(reading, "control-character",
               "Take out the line break, tab or other control character.");
    if (fault == TOKENS_UNBALANCED)
        refuse(reading, "unbalanced-brace",
               "A brace has no partner; tokens are written {helper}, and other braces are not "
               "used.");
    if (fault == TOKENS_UNKNOWN)
        refuse_token(reading, name, length);
}

static bool is_text(Reading *reading, const Json *json)
{
    if (json_type(json) != JSON_STRING)
        refuse(reading, "wrong-type", "This is %s and should be text.",
               json_type_name(json_type(json)));
    return json_type(json) == JSON_STRING;
}

/* An author's remark (shape_reader.h) is read over. */
static bool is_remark(Reading *reading, const Json *member)
{
    if (strcmp(json_key(member), REMARK_KEY) != 0)
        return false;
    const Place here = {.outer = reading->place, .key = REMARK_KEY};
    reading->place = &here;
    (void)is_text(reading, member);
    reading->place = here.outer;
    return true;
}

static const char *read_text(Reading *reading, const Json *json)
{
    if (!is_text(reading, json))
        return "";
    check_text(reading, json_string(json));
    return arena_string(reading->strings->arena, json_string(json));
}

static void check_forms(Reading *reading, PluralSet given)
{
    const char *language = reading->strings->language;
    PluralSet allowed = plural_allowed(language), needed = plural_needed(language);
    if (!plural_known(language))
        allowed = (1u << PLURAL_COUNT) - 1;
    for (int i = 0; i < PLURAL_COUNT; i++) {
        PluralSet bit = 1u << i;
        if ((given & bit) != 0 && (allowed & bit) == 0)
            refuse(reading, "bad-plural", "The language \"%s\" has no form \"%s\"; take it out.",
                   language, plural_id((Plural)i));
        if ((given & bit) == 0 && (needed & bit) != 0)
            refuse(reading, "bad-plural", "The form \"%s\" is missing; \"%s\" needs it.",
                   plural_id((Plural)i), language);
    }
}

static void refuse_form(Reading *reading, const char *key)
{
    refuse(reading, "unknown-key",
           "\"%s\" is not known here. Allowed: tiers (t1, t2, t3, t4, ad, any) or plural forms "
           "(zero, one, two, few, many, other), not both.",
           place_quote(key).text);
}

static void read_plural(Reading *reading, const Json *json, Wording *wording)
{
    PluralSet given = 0;
    wording->plural = true;
    wording->forms[PLURAL_OTHER] = "";
    for (const Json *form = json_first(json); form != NULL; form = json_next(form)) {
        Plural plural;
        if (is_remark(reading, form))
            continue;
        const Place here = {.outer = reading->place, .key = json_key(form)};
        reading->place = &here;
        if (plural_parse(json_key(form), &plural)) {
            given |= 1u << plural;
            wording->forms[plural] = read_text(reading, form);
        } else {
            refuse_form(reading, json_key(form));
        }
        reading->place = here.outer;
    }
    check_forms(reading, given);
}

static const Wording *read_wording(Reading *reading, const Json *json, const char *key)
{
    Wording *wording = arena_alloc(reading->strings->arena, 1, sizeof *wording);
    wording->key = key;
    if (json_type(json) == JSON_OBJECT)
        read_plural(reading, json, wording);
    else
        wording->forms[PLURAL_OTHER] = read_text(reading, json);
    return wording;
}

static bool is_tier_key(const char *key)
{
    Tier tier;
    return strcmp(key, "any") == 0 || tier_parse(key, &tier);
}

static bool has_tier_key(const Json *json)
{
    for (const Json *member = json_first(json); member != NULL; member = json_next(member)) {
        if (is_tier_key(json_key(member)))
            return true;
    }
    return false;
}

static void share(Sentence *sentence, const Wording *wording)
{
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        if (sentence->wording[tier] == NULL)
            sentence->wording[tier] = wording;
    }
}

static void read_tiers(Reading *reading, const Json *json, Sentence *sentence)
{
    const Wording *any = NULL;
    for (const Json *member = json_first(json); member != NULL; member = json_next(member)) {
        Tier tier;
        if (is_remark(reading, member))
            continue;
        const Place here = {.outer = reading->place, .key = json_key(member)};
        reading->place = &here;
        if (tier_parse(json_key(member), &tier))
            sentence->wording[tier] = read_wording(reading, member, tier_limits(tier)->id);
        else if (strcmp(json_key(member), "any") == 0)
            any = read_wording(reading, member, "any");
        else
            refuse_form(reading, json_key(member));
        reading->place = here.outer;
    }
    if (any != NULL)
        share(sentence, any);
}

static void read_sentence(Reading *reading, const Json *json, Sentence *sentence)
{
    const char *id = json_key(json);
    if (!spelling_sentence(id))
        refuse(reading, "bad-id",
               "\"%s\" is not a sentence id: use a-z, 0-9, '-' and '.', begin with a letter, at "
               "most 95 characters.",
               place_quote(id).text);
    sentence->id = arena_string(reading->strings->arena, id);
    if (json_type(json) == JSON_OBJECT && has_tier_key(json))
        read_tiers(reading, json, sentence);
    else
        share(sentence, read_wording(reading, json, NULL));
}

static void read_sentences(Reading *reading, const Json *json)
{
    Strings *strings = reading->strings;
    strings->items = arena_alloc(strings->arena, json_count(json), sizeof *strings->items);
    reading->place = &table_place;
    for (const Json *member = json_first(json); member != NULL; member = json_next(member)) {
        if (is_remark(reading, member))
            continue;
        const Place here = {.outer = &table_place, .key = json_key(member)};
        reading->place = &here;
        read_sentence(reading, member, &strings->items[strings->count++]);
        reading->place = here.outer;
    }
    if (strings->count > 1)
        qsort(strings->items, strings->count, sizeof *strings->items, sentences_by_id);
}

static void read_table(Reading *reading, const Json *json)
{
    Table table = {.review = -1};
    const ShapeContext context = {
        .arena = reading->strings->arena, .faults = reading->faults, .file = reading->file};
    shape_read(&strings_shape, json, &context, &table);
    reading->strings->language = table.language != NULL ? table.language : "en";
    reading->strings->direction = table.direction == 1 ? DIRECTION_RTL : DIRECTION_LTR;
    reading->strings->review = (Review)(table.review + 1);
    if (table.sentences != NULL)
        read_sentences(reading, table.sentences);
}

Strings *strings_parse(const char *bytes, size_t size, const char *file, Faults *faults)
{
    size_t before = faults_errors(faults);
    Json *json = content_json(bytes, size, file, faults);
    if (json == NULL)
        return NULL;
    Reading reading = {.strings = strings_empty(), .file = file, .faults = faults};
    read_table(&reading, json);
    json_free(json);
    if (faults_errors(faults) == before)
        return reading.strings;
    strings_free(reading.strings);
    return NULL;
}
