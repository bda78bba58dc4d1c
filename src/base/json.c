/* Strict JSON as a tree. The only file that knows cJSON; every text passes json_check first. */
#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"

#include <cjson/cJSON.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double largest_integer = 9007199254740991.0; /* 2^53 - 1 */

/* Before anything is made, and once: what a tree held is often private, and is overwritten. */
__attribute__((constructor)) static void forget_what_is_freed(void)
{
    cJSON_InitHooks(&(cJSON_Hooks){.malloc_fn = malloc, .free_fn = memory_forget});
}

bool json_parse(const char *bytes, size_t size, const char *name, Json **out, Error *error)
{
    if (!json_check(bytes, size, name, error))
        return false;
    Json *json = cJSON_ParseWithLengthOpts(bytes, size, NULL, false);
    if (!json) /* strict and small: nothing but memory is left to fail */
        return error_set(error, ERROR_SYSTEM, name,
                         "There is not enough memory to read this: close other programs.");
    *out = json;
    return true;
}

void json_free(Json *json)
{
    cJSON_Delete(json);
}

JsonType json_type(const Json *json)
{
    switch (json->type & 0xFF) {
    case cJSON_False:
    case cJSON_True: return JSON_BOOL;
    case cJSON_Number: return JSON_NUMBER;
    case cJSON_String: return JSON_STRING;
    case cJSON_Array: return JSON_ARRAY;
    case cJSON_Object: return JSON_OBJECT;
    default: return JSON_NULL;
    }
}

const char *json_type_name(JsonType type)
{
    static const char *const names[] = {
        [JSON_NULL] = "null",   [JSON_BOOL] = "true or false", [JSON_NUMBER] = "a number",
        [JSON_STRING] = "text", [JSON_ARRAY] = "a list",       [JSON_OBJECT] = "an object",
    };
    assert((size_t)type < sizeof names / sizeof *names);
    return names[type];
}

size_t json_count(const Json *json)
{
    size_t count = 0;
    for (const Json *member = json_first(json); member; member = json_next(member))
        ++count;
    return count;
}

const Json *json_first(const Json *json)
{
    return json->child;
}

const Json *json_next(const Json *json)
{
    return json->next;
}

const char *json_key(const Json *member)
{
    return member->string;
}

const Json *json_get(const Json *object, const char *key)
{
    return cJSON_IsObject(object) ? cJSON_GetObjectItemCaseSensitive(object, key) : NULL;
}

const char *json_string(const Json *json)
{
    return cJSON_GetStringValue(json);
}

bool json_bool(const Json *json, bool *out)
{
    if (!cJSON_IsBool(json))
        return false;
    *out = cJSON_IsTrue(json);
    return true;
}

bool json_integer(const Json *json, int64_t *out)
{
    double value;
    if (!json_number(json, &value) || fabs(value) > largest_integer)
        return false;
    if ((double)(int64_t)value != value)
        return false;
    *out = (int64_t)value;
    return true;
}

bool json_number(const Json *json, double *out)
{
    if (!cJSON_IsNumber(json))
        return false;
    *out = json->valuedouble;
    return true;
}

/* ---- building ---- */

static Json *made(Json *json)
{
    if (!json)
        memory_out();
    return json;
}

static Json *add(Json *parent, const char *key, Json *member)
{
    assert(key ? cJSON_IsObject(parent) && !json_get(parent, key) : cJSON_IsArray(parent));
    assert(!key || utf8_check(key, strlen(key)) == strlen(key));
    bool added = key ? cJSON_AddItemToObject(parent, key, made(member))
                     : cJSON_AddItemToArray(parent, made(member));
    assert(added);
    return member;
}

Json *json_object_new(void)
{
    return made(cJSON_CreateObject());
}

Json *json_array_new(void)
{
    return made(cJSON_CreateArray());
}

void json_add_string(Json *parent, const char *key, const char *value)
{
    assert(utf8_check(value, strlen(value)) == strlen(value));
    add(parent, key, cJSON_CreateString(value));
}

void json_add_integer(Json *parent, const char *key, int64_t value)
{
    assert(fabs((double)value) <= largest_integer);
    add(parent, key, cJSON_CreateNumber((double)value));
}

void json_add_bool(Json *parent, const char *key, bool value)
{
    add(parent, key, cJSON_CreateBool(value));
}

Json *json_add_object(Json *parent, const char *key)
{
    return add(parent, key, cJSON_CreateObject());
}

Json *json_add_array(Json *parent, const char *key)
{
    return add(parent, key, cJSON_CreateArray());
}
