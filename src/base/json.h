/* The one gate for JSON. Input is checked against RFC 8259 to the letter before cJSON sees it:
 * UTF-8, no byte order mark, no duplicate keys, no NUL, depth <= 32, size <= 1 MiB, numbers finite
 * and of at most 63 characters, whole numbers within +-(2^53 - 1), the whole input consumed. A
 * refusal names line and column. cJSON is used in json.c only. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { JSON_MAX_BYTES = 1024 * 1024, JSON_MAX_DEPTH = 32 };

typedef struct cJSON Json; /* opaque outside json.c */

typedef enum JsonType {
    JSON_NULL,
    JSON_BOOL,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
} JsonType;

/* The gate alone: true when `bytes` is strict JSON within the limits. `name` (a file name or what
 * it is) opens the error's place: "name:line:column". */
bool json_check(const char *bytes, size_t size, const char *name, Error *error);
bool json_parse(const char *bytes, size_t size, const char *name, Json **out, Error *error);
void json_free(Json *json);

JsonType json_type(const Json *json);
const char *json_type_name(JsonType type); /* "an object", "a list", "text", "a number", ... */
size_t json_count(const Json *json);       /* members of an object or array, 0 for others */
const Json *json_first(const Json *json);  /* first member, NULL when empty; walk with json_next */
const Json *json_next(const Json *json);
const char *json_key(const Json *member);                  /* NULL outside objects */
const Json *json_get(const Json *object, const char *key); /* case-sensitive; NULL when absent */
const char *json_string(const Json *json);                 /* NULL unless a string; borrowed */
bool json_bool(const Json *json, bool *out);
bool json_integer(const Json *json, int64_t *out); /* false unless a whole number within 2^53 */
bool json_number(const Json *json, double *out);

/* Writing. A builder function with a NULL key adds to an array. Strings must be valid UTF-8. */
Json *json_object_new(void);
Json *json_array_new(void);
void json_add_string(Json *parent, const char *key, const char *value);
void json_add_integer(Json *parent, const char *key, int64_t value);
void json_add_bool(Json *parent, const char *key, bool value);
Json *json_add_object(Json *parent, const char *key);
Json *json_add_array(Json *parent, const char *key);
/* The same tree gives the same bytes, and they parse to the same values. Pretty: two spaces a level
 * and a line break at the end. free() it. */
char *json_print(const Json *json, bool pretty);

#endif
