/* The strict reader: fills structs by their shapes and reports every fault on the way.
 * It knows nothing of modules but that the pages of a list take the shape of their kind. */
#include "content/shape_reader.h"

#include "content/module.h"
#include "content/place.h"

#include <string.h>

static bool read_object(Reader *reader, const Shape *shape, const Json *json, char *out);

static const Field *id_field(const Shape *shape)
{
    const Field *field = shape_field_of(shape, FIELD_ID);
    return field != NULL && strcmp(field->name, "id") == 0 ? field : NULL;
}

/* Remembers the entry's id in `ids` and refuses it when an earlier one has it. */
static bool check_own_id(Reader *reader, const Shape *shape, const char *entry, const char **ids,
                         size_t index)
{
    const Field *field = id_field(shape);
    if (field == NULL)
        return true;
    memcpy(&ids[index], entry + field->offset, sizeof ids[index]);
    if (!reader_same_before(ids, index))
        return true;
    const Place here = {.outer = reader->place, .key = "id"};
    reader->place = &here;
    reader_duplicate(reader, ids[index]);
    reader->place = here.outer;
    return false;
}

/* Entries of one shape, one after the other; with `pointers` each on its own. */
static bool read_entries(Reader *reader, const Field *field, const Shape *shape, const Json *json,
                         bool pointers, List *list)
{
    Arena *arena = reader->context->arena;
    bool good = reader_list(reader, field, json, &list->count);
    char *block = arena_alloc(arena, list->count, shape->size);
    char **items = pointers ? arena_alloc(arena, list->count, sizeof *items) : NULL;
    const char **ids = arena_alloc(arena, list->count, sizeof *ids);
    list->items = pointers ? (void *)items : (void *)block;
    const Json *member = json_first(json);
    for (size_t i = 0; i < list->count; i++, member = json_next(member)) {
        char *entry = block + i * shape->size;
        if (pointers)
            items[i] = entry;
        const Place here = {.outer = reader->place, .index = i};
        reader->place = &here;
        good &= read_object(reader, shape, member, entry);
        good &= check_own_id(reader, shape, entry, ids, i);
        reader->place = here.outer;
    }
    return good;
}

static bool read_list(Reader *reader, const Field *field, const Json *json, void *member)
{
    return read_entries(reader, field, field->shape, json, false, member);
}

static bool read_member_object(Reader *reader, const Field *field, const Json *json, void *member)
{
    void *object = arena_alloc(reader->context->arena, 1, field->shape->size);
    *(void **)member = object;
    return read_object(reader, field->shape, json, object);
}

/* The kind named in the struct that holds the pages; NULL when none or unknown. */
static const KindContent *kind_of(const Shape *shape, const char *object,
                                  const KindContent *const *kinds)
{
    const char *name = NULL;
    const Field *field = shape_field_of(shape, FIELD_KIND);
    if (field != NULL)
        memcpy(&name, object + field->offset, sizeof name);
    return name != NULL ? kind_find(kinds, name) : NULL;
}

static bool read_pages(Reader *reader, const Field *field, const Json *json, void *member)
{
    const KindContent *kind = kind_of(reader->shape, reader->object, reader->context->kinds);
    if (kind == NULL)
        return reader_type(reader, json, JSON_ARRAY); /* "unknown-kind" has been said */
    return read_entries(reader, field, kind->page, json, true, member);
}

static ReadFn *const read_by_type[] = {
    [FIELD_ID] = read_one_name,
    [FIELD_SENTENCE] = read_one_name,
    [FIELD_PICTURE] = read_one_name,
    [FIELD_PLAIN] = read_plain,
    [FIELD_WORD] = read_word,
    [FIELD_INTEGER] = read_integer,
    [FIELD_FLAG] = read_flag,
    [FIELD_TIERS] = read_set,
    [FIELD_SETTINGS] = read_set,
    [FIELD_SENTENCES] = read_names,
    [FIELD_IDS] = read_names,
    [FIELD_LIST] = read_list,
    [FIELD_OBJECT] = read_member_object,
    [FIELD_TIER_SENTENCES] = read_tier_sentences,
    [FIELD_PAGES] = read_pages,
    [FIELD_KIND] = read_kind,
    [FIELD_CODE] = read_one_name,
    [FIELD_WORDINGS] = read_wordings,
};

static void set_absent(const Field *field, void *member)
{
    switch (field->type) {
    case FIELD_WORD: *(int *)member = -1; break;
    case FIELD_INTEGER: *(int *)member = field->min; break;
    case FIELD_TIERS: *(TierSet *)member = TIER_SET_ALL; break;
    case FIELD_SETTINGS: *(SettingSet *)member = (1u << SETTING_COUNT) - 1; break;
    default: break; /* zero says absent */
    }
}

static bool read_field(Reader *reader, const Field *field, const Json *json, char *out)
{
    void *member = out + field->offset;
    set_absent(field, member);
    if (json == NULL && !field->required)
        return true;
    const Place here = {.outer = reader->place, .key = field->name};
    reader->place = &here;
    bool good = json != NULL
                    ? read_by_type[field->type](reader, field, json, member)
                    : reader_refuse(reader, "missing-key", "\"%s\" is missing: %s", field->name,
                                    field->help != NULL ? field->help : "add it.");
    reader->place = here.outer;
    return good;
}

static bool known_key(const Shape *shape, const char *key)
{
    const Field *field;
    for (size_t i = 0; (field = shape_field(shape, i)) != NULL; i++) {
        if (strcmp(field->name, key) == 0)
            return true;
    }
    return false;
}

static bool refuse_key(Reader *reader, const Shape *shape, const char *key)
{
    const char *names[ENTRIES_MAX];
    size_t count = 0;
    for (; count < ENTRIES_MAX && shape_field(shape, count) != NULL; count++)
        names[count] = shape_field(shape, count)->name;
    const Place here = {.outer = reader->place, .key = key};
    reader->place = &here;
    reader_unknown(reader, "unknown-key", key, names, count);
    reader->place = here.outer;
    return false;
}

bool reader_remark(Reader *reader, const Json *member, bool *good)
{
    if (strcmp(json_key(member), REMARK_KEY) != 0)
        return false;
    const Place here = {.outer = reader->place, .key = REMARK_KEY};
    reader->place = &here;
    *good &= reader_type(reader, member, JSON_STRING);
    reader->place = here.outer;
    return true;
}

static bool check_keys(Reader *reader, const Shape *shape, const Json *json)
{
    bool good = true;
    for (const Json *member = json_first(json); member != NULL; member = json_next(member)) {
        if (!reader_remark(reader, member, &good) && !known_key(shape, json_key(member)))
            good = refuse_key(reader, shape, json_key(member));
    }
    return good;
}

static bool read_object(Reader *reader, const Shape *shape, const Json *json, char *out)
{
    if (!reader_type(reader, json, JSON_OBJECT))
        return false;
    const Shape *outer_shape = reader->shape;
    char *outer_object = reader->object;
    reader->shape = shape;
    reader->object = out;
    bool good = check_keys(reader, shape, json);
    const Field *field;
    for (size_t i = 0; (field = shape_field(shape, i)) != NULL; i++)
        good &= read_field(reader, field, json_get(json, field->name), out);
    reader->shape = outer_shape;
    reader->object = outer_object;
    return good;
}

bool shape_read(const Shape *shape, const Json *json, const ShapeContext *context, void *out)
{
    Reader reader = {.context = context};
    return read_object(&reader, shape, json, out);
}
