/* Readers of single values, names and sets: all of the strict reader that needs no nesting. */
#include "content/shape_reader.h"

#include "content/module.h"
#include "content/place.h"
#include "content/spelling.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool reader_refuse(Reader *reader, const char *rule, const char *format, ...)
{
    char remedy[900];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(remedy, sizeof remedy, format, arguments);
    va_end(arguments);
    const ShapeContext *context = reader->context;
    char *path = place_path(reader->place);
    faults_add(context->faults, FAULT_ERROR, context->file, path, rule, "%s", remedy);
    free(path);
    return false;
}

bool reader_type(Reader *reader, const Json *json, JsonType type)
{
    if (json_type(json) == type)
        return true;
    return reader_refuse(reader, "wrong-type", "This is %s and should be %s.",
                         json_type_name(json_type(json)), json_type_name(type));
}

/* Text of its own in the arena; NULL when it is no text or has a control character. */
static const char *read_string(Reader *reader, const Json *json)
{
    if (!reader_type(reader, json, JSON_STRING))
        return NULL;
    const char *text = json_string(json);
    if (spelling_has_control(text)) {
        reader_refuse(reader, "control-character",
                      "Take out the line break, tab or other control character.");
        return NULL;
    }
    return arena_string(reader->context->arena, text);
}

typedef bool SpellingFn(const char *text);

static const char *read_spelt(Reader *reader, const Json *json, SpellingFn *spelling,
                              const char *rule)
{
    const char *text = read_string(reader, json);
    if (text == NULL || spelling(text))
        return text;
    reader_refuse(reader, "bad-id", "\"%s\" is not allowed here: %s.", place_quote(text).text,
                  rule);
    return NULL;
}

static const char *read_name(Reader *reader, FieldType type, const Json *json)
{
    switch (type) {
    case FIELD_PICTURE:
        return read_spelt(reader, json, spelling_picture,
                          "use a-z and 0-9, joined by single '-' and '/', at most 95 characters");
    case FIELD_CODE:
        return read_spelt(reader, json, spelling_code,
                          "use a capital letter and two digits, as M01, or M01.1");
    case FIELD_ID:
    case FIELD_IDS:
        return read_spelt(reader, json, spelling_id,
                          "use a-z, 0-9, '-' and '.', begin with a letter, at most 47 characters");
    default:
        return read_spelt(reader, json, spelling_sentence,
                          "use a-z, 0-9, '-' and '.', begin with a letter, at most 95 characters");
    }
}

bool read_one_name(Reader *reader, const Field *field, const Json *json, void *member)
{
    const char *name = read_name(reader, field->type, json);
    *(const char **)member = name;
    return name != NULL;
}

bool read_plain(Reader *reader, const Field *field, const Json *json, void *member)
{
    (void)field;
    const char *text = read_string(reader, json);
    if (text == NULL)
        return false;
    if (text[0] == '\0')
        return reader_refuse(reader, "out-of-range", "Write something here, or leave the key out.");
    *(const char **)member = text;
    return true;
}

bool reader_unknown(Reader *reader, const char *rule, const char *given, const char *const *words,
                    size_t count)
{
    Nearest nearest = {.given = given};
    Text allowed;
    text_init(&allowed);
    for (size_t i = 0; i < count; i++) {
        nearest_try(&nearest, words[i]);
        text_addf(&allowed, "%s%s", i > 0 ? ", " : "", words[i]);
    }
    const char *best = nearest_best(&nearest);
    reader_refuse(reader, rule, "\"%s\" is not known here.%s%s%s Allowed: %s.",
                  place_quote(given).text, best != NULL ? " Did you mean \"" : "",
                  best != NULL ? best : "", best != NULL ? "\"?" : "", allowed.bytes);
    text_clear(&allowed);
    return false;
}

static size_t words_count(const char *const *words)
{
    size_t count = 0;
    while (words[count] != NULL)
        count++;
    return count;
}

bool read_word(Reader *reader, const Field *field, const Json *json, void *member)
{
    int *out = member;
    *out = -1;
    const char *text = read_string(reader, json);
    if (text == NULL)
        return false;
    for (int i = 0; field->words[i] != NULL; i++) {
        if (strcmp(field->words[i], text) == 0) {
            *out = i;
            return true;
        }
    }
    return reader_unknown(reader, "unknown-word", text, field->words, words_count(field->words));
}

bool read_integer(Reader *reader, const Field *field, const Json *json, void *member)
{
    int64_t value;
    if (!json_integer(json, &value))
        return reader_refuse(reader, "wrong-type", "This is %s and should be a whole number.",
                             json_type(json) == JSON_NUMBER ? "a broken number"
                                                            : json_type_name(json_type(json)));
    if (value < field->min || value > field->max)
        return reader_refuse(reader, "out-of-range", "Choose a number from %d to %d.", field->min,
                             field->max);
    *(int *)member = (int)value;
    return true;
}

bool read_flag(Reader *reader, const Field *field, const Json *json, void *member)
{
    (void)field;
    if (json_bool(json, member))
        return true;
    return reader_refuse(reader, "wrong-type", "This is %s and should be true or false.",
                         json_type_name(json_type(json)));
}

/* A list with an allowed number of entries. A list that is too long is read no further. */
bool reader_list(Reader *reader, const Field *field, const Json *json, size_t *count)
{
    *count = 0;
    if (!reader_type(reader, json, JSON_ARRAY))
        return false;
    size_t min = (size_t)field->min, max = field->max > 0 ? (size_t)field->max : ENTRIES_MAX;
    *count = json_count(json);
    if (*count >= min && *count <= max)
        return true;
    reader_refuse(reader, "out-of-range", "This list has %zu entries; give %zu to %zu.", *count,
                  min, max);
    if (*count > max)
        *count = 0;
    return false;
}

bool reader_same_before(const char *const *names, size_t index)
{
    for (size_t i = 0; i < index && names[index] != NULL; i++) {
        if (names[i] != NULL && strcmp(names[i], names[index]) == 0)
            return true;
    }
    return false;
}

bool reader_duplicate(Reader *reader, const char *name)
{
    return reader_refuse(reader, "duplicate-id",
                         "\"%s\" is used twice in this list; give each its own.", name);
}

bool read_names(Reader *reader, const Field *field, const Json *json, void *member)
{
    List *list = member;
    bool good = reader_list(reader, field, json, &list->count);
    const char **names = arena_alloc(reader->context->arena, list->count, sizeof *names);
    list->items = names;
    const Json *entry = json_first(json);
    for (size_t i = 0; i < list->count; i++, entry = json_next(entry)) {
        const Place here = {.outer = reader->place, .index = i};
        reader->place = &here;
        names[i] = read_name(reader, field->type, entry);
        good &= names[i] != NULL;
        if (field->type == FIELD_IDS && reader_same_before(names, i))
            good = reader_duplicate(reader, names[i]);
        reader->place = here.outer;
    }
    return good;
}

typedef bool BitFn(const char *text, unsigned *bit);

static bool tier_bit(const char *text, unsigned *bit)
{
    Tier tier;
    if (!tier_parse(text, &tier))
        return false;
    *bit = 1u << tier;
    return true;
}

static bool setting_bit(const char *text, unsigned *bit)
{
    Setting setting;
    if (!setting_parse(text, &setting))
        return false;
    *bit = 1u << setting;
    return true;
}

static const char *const tier_words[] = {"t1", "t2", "t3", "t4", "ad", NULL};
static const char *const setting_words[] = {"room", "home", "joint", NULL};

static bool read_bit(Reader *reader, const Json *json, BitFn *parse, const char *const *words,
                     unsigned *set)
{
    unsigned bit;
    const char *text = read_string(reader, json);
    if (text == NULL)
        return false;
    if (!parse(text, &bit))
        return reader_unknown(reader, "unknown-word", text, words, words_count(words));
    if ((*set & bit) != 0)
        return reader_duplicate(reader, text);
    *set |= bit;
    return true;
}

/* A set is a list of different words, at least one. */
bool read_set(Reader *reader, const Field *field, const Json *json, void *member)
{
    bool tiers = field->type == FIELD_TIERS;
    const Field bounds = {.min = 1, .max = tiers ? TIER_COUNT : SETTING_COUNT};
    size_t count;
    bool good = reader_list(reader, &bounds, json, &count);
    unsigned set = 0;
    const Json *entry = json_first(json);
    for (size_t i = 0; i < count; i++, entry = json_next(entry)) {
        const Place here = {.outer = reader->place, .index = i};
        reader->place = &here;
        good &= read_bit(reader, entry, tiers ? tier_bit : setting_bit,
                         tiers ? tier_words : setting_words, &set);
        reader->place = here.outer;
    }
    *(unsigned *)member = set;
    return good;
}

bool read_tier_sentences(Reader *reader, const Field *field, const Json *json, void *member)
{
    const char **sentences = member;
    if (!reader_type(reader, json, JSON_OBJECT))
        return false;
    bool good = true;
    for (const Json *entry = json_first(json); entry != NULL; entry = json_next(entry)) {
        Tier tier;
        if (reader_remark(reader, entry, &good))
            continue;
        const Place here = {.outer = reader->place, .key = json_key(entry)};
        reader->place = &here;
        if (!tier_parse(json_key(entry), &tier))
            good = reader_unknown(reader, "unknown-key", json_key(entry), tier_words, TIER_COUNT);
        else
            good &= read_one_name(reader, field, entry, &sentences[tier]);
        reader->place = here.outer;
    }
    return good;
}

static size_t kind_names(const KindContent *const *kinds, const char **names, size_t room)
{
    size_t count = 0;
    for (; kinds != NULL && kinds[count] != NULL && count < room; count++)
        names[count] = kinds[count]->name;
    return count;
}

bool read_kind(Reader *reader, const Field *field, const Json *json, void *member)
{
    (void)field;
    const char *names[ENTRIES_MAX];
    const char *text = read_string(reader, json);
    *(const char **)member = text;
    if (text == NULL || kind_find(reader->context->kinds, text) != NULL)
        return text != NULL;
    return reader_unknown(reader, "unknown-kind", text, names,
                          kind_names(reader->context->kinds, names, ENTRIES_MAX));
}

bool read_wordings(Reader *reader, const Field *field, const Json *json, void *member)
{
    (void)field;
    if (!reader_type(reader, json, JSON_OBJECT))
        return false;
    *(const Json **)member = json;
    return true;
}
