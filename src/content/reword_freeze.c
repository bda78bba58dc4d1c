/* The frozen text of a module with changed words in it: the same files but for those wordings, and
 * a first member that says so. */
#include "content/reword.h"

#include <stdlib.h>
#include <string.h>

#define MARK "{\"changed\":"

static void copy_value(const Json *from, Json *parent, const char *key);

static void copy_members(const Json *from, Json *to)
{
    for (const Json *member = json_first(from); member != NULL; member = json_next(member))
        copy_value(member, to, json_key(member));
}

/* Tables hold text, whole numbers, lists and objects. */
static void copy_value(const Json *from, Json *parent, const char *key)
{
    int64_t number;
    bool flag;
    switch (json_type(from)) {
    case JSON_STRING: json_add_string(parent, key, json_string(from)); break;
    case JSON_ARRAY: copy_members(from, json_add_array(parent, key)); break;
    case JSON_OBJECT: copy_members(from, json_add_object(parent, key)); break;
    default:
        if (json_integer(from, &number))
            json_add_integer(parent, key, number);
        else if (json_bool(from, &flag))
            json_add_bool(parent, key, flag);
        break;
    }
}

/* ---- one wording ---- */

static const Reworded *change_of(const Reworded *changes, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(changes[i].id, id) == 0)
            return &changes[i];
    }
    return NULL;
}

/* The others keep what they had; a wording for all becomes one for the rest. */
static void put_wording(const Json *was, Tier tier, const Reworded *change, Json *strings)
{
    const char *own = tier_limits(tier)->id;
    Json *wording = json_add_object(strings, change->id);
    json_add_string(wording, own, change->text);
    if (json_type(was) == JSON_STRING) {
        json_add_string(wording, "any", json_string(was));
        return;
    }
    for (const Json *member = json_first(was); member != NULL; member = json_next(member)) {
        if (strcmp(json_key(member), own) != 0)
            copy_value(member, wording, json_key(member));
    }
}

static void copy_strings(const Json *from, const RewordOf *of, const Reworded *changes,
                         size_t count, Json *to)
{
    for (const Json *member = json_first(from); member != NULL; member = json_next(member)) {
        const Reworded *change = change_of(changes, count, json_key(member));
        if (change != NULL)
            put_wording(member, of->tier, change, to);
        else
            copy_value(member, to, json_key(member));
    }
}

static char *changed_table(const char *table, const RewordOf *of, const Reworded *changes,
                           size_t count, Error *error)
{
    Json *json = NULL;
    if (!json_parse(table, strlen(table), "strings", &json, error))
        return NULL;
    Json *changed = json_object_new();
    for (const Json *member = json_first(json); member != NULL; member = json_next(member)) {
        if (strcmp(json_key(member), "strings") == 0)
            copy_strings(member, of, changes, count, json_add_object(changed, "strings"));
        else
            copy_value(member, changed, json_key(member));
    }
    char *bytes = json_print(changed, true);
    json_free(changed);
    json_free(json);
    return bytes;
}

/* ---- the whole ---- */

static void add_mark(const RewordOf *of, const Reworded *changes, size_t count, Json *to)
{
    Json *mark = json_add_object(to, "changed");
    json_add_string(mark, "activity", of->activity->id);
    json_add_string(mark, "tier", tier_limits(of->tier)->id);
    Json *ids = json_add_array(mark, "sentences");
    for (size_t i = 0; i < count; i++)
        json_add_string(ids, NULL, changes[i].id);
}

static char *put_together(const Json *frozen, const RewordOf *of, const Reworded *changes,
                          size_t count, Error *error)
{
    const Json *table = json_first(json_get(frozen, "strings"));
    char *changed = changed_table(json_string(table), of, changes, count, error);
    if (changed == NULL)
        return NULL;
    Json *whole = json_object_new();
    add_mark(of, changes, count, whole);
    copy_value(json_get(frozen, "module"), whole, "module");
    json_add_string(json_add_object(whole, "strings"), json_key(table), changed);
    copy_value(json_get(frozen, "pictures"), whole, "pictures");
    char *bytes = json_print(whole, false);
    json_free(whole);
    free(changed);
    return bytes;
}

/* Only what can be read back is used. */
static bool name_it(const char *bytes, const KindContent *const *kinds, Digest *digest,
                    Error *error)
{
    FrozenModule *module = library_thaw(bytes, strlen(bytes), kinds, error);
    if (module == NULL)
        return false;
    *digest = frozen_digest(module);
    frozen_free(module);
    return true;
}

char *reword_freeze(const RewordOf *of, const Reworded *changes, size_t count, Digest *digest,
                    Error *error)
{
    Json *frozen = NULL;
    char *text = library_freeze(of->library, of->module), *bytes = NULL;
    if (json_parse(text, strlen(text), "module", &frozen, error))
        bytes = put_together(frozen, of, changes, count, error);
    json_free(frozen);
    free(text);
    if (bytes != NULL && !name_it(bytes, of->kinds, digest, error)) {
        free(bytes);
        bytes = NULL;
    }
    return bytes;
}

bool reword_is(const char *frozen)
{
    return strncmp(frozen, MARK, strlen(MARK)) == 0;
}
