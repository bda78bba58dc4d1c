/* Values of events as JSON and back. Reading fills in, `fits` decides: so the same rule holds for
 * what is read and for what is about to be written. Those of an enum stand in event_word.c. */
#include "record/event_value.h"

#include "base/text.h"
#include "record/event.h"

#include <limits.h>
#include <string.h>

/* ---- text: names, notes, codes, ids, digests ---- */

static bool is_text(const char *text, size_t size)
{
    size_t length = strnlen(text, size);
    return length < size && utf8_check(text, length) == length;
}

static bool put_text(const Json *json, char *to, size_t size)
{
    const char *text = json_string(json);
    if (!text || strlen(text) >= size) {
        return false;
    }
    memcpy(to, text, strlen(text) + 1);
    return true;
}

static void write_text(const Member *member, const void *at, Json *object)
{
    json_add_string(object, member->key, at);
}

static bool read_text(const Member *member, const Json *json, void *at, Error *error)
{
    (void)error;
    return put_text(json, at, member->size);
}

static bool fits_text(const Member *member, const void *at)
{
    const char *text = at;
    return is_text(text, member->size) && (text[0] != '\0' || member->kind->may_be_empty);
}

static bool fits_code(const Member *member, const void *at)
{
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:/_-";
    const char *text = at;
    return fits_text(member, at) && text[strspn(text, allowed)] == '\0';
}

static bool fits_proof(const Member *member, const void *at)
{
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/$=,";
    const char *text = at;
    return fits_text(member, at) && text[strspn(text, allowed)] == '\0';
}

static bool fits_id(const Member *member, const void *at)
{
    const char *text = at;
    return fits_text(member, at) && (text[0] == '\0' || id_valid(text));
}

static bool fits_digest(const Member *member, const void *at)
{
    return fits_text(member, at) && strspn(at, "0123456789abcdef") == DIGEST_LENGTH;
}

/* ---- numbers ---- */

static void write_version(const Member *member, const void *at, Json *object)
{
    json_add_integer(object, member->key, *(const int *)at);
}

static bool read_version(const Member *member, const Json *json, void *at, Error *error)
{
    (void)member;
    (void)error;
    int64_t value;
    if (!json_integer(json, &value) || value < INT_MIN || value > INT_MAX) {
        return false;
    }
    *(int *)at = (int)value;
    return true;
}

static bool fits_version(const Member *member, const void *at)
{
    (void)member;
    return *(const int *)at >= 1;
}

static void write_seed(const Member *member, const void *at, Json *object)
{
    json_add_integer(object, member->key, (int64_t) * (const uint64_t *)at);
}

static bool read_seed(const Member *member, const Json *json, void *at, Error *error)
{
    (void)member;
    (void)error;
    int64_t value;
    if (!json_integer(json, &value)) {
        return false;
    }
    *(uint64_t *)at = (uint64_t)value;
    return true;
}

static bool fits_seed(const Member *member, const void *at)
{
    (void)member;
    return *(const uint64_t *)at < UINT64_C(1) << 53;
}

/* ---- tokens: {"helper": "Kim", "me": "Ash", "adults": ["Sam"], "homes": []} ---- */

typedef char TokenName[TOKENS_NAME];

static void write_names(Json *tokens, const char *key, const TokenName *names, int count)
{
    Json *list = json_add_array(tokens, key);
    for (int i = 0; i < count; i++) {
        json_add_string(list, NULL, names[i]);
    }
}

static void write_tokens(const Member *member, const void *at, Json *object)
{
    const Tokens *tokens = at;
    Json *json = json_add_object(object, member->key);
    json_add_string(json, "helper", tokens->helper);
    json_add_string(json, "me", tokens->me);
    write_names(json, "adults", tokens->adults, tokens->adult_count);
    write_names(json, "homes", tokens->homes, tokens->home_count);
}

static bool read_name(const Json *json, char *to)
{
    return json && put_text(json, to, TOKENS_NAME);
}

static bool read_names(const Json *json, TokenName *names, int *count)
{
    if (!json || json_type(json) != JSON_ARRAY || json_count(json) > TOKENS_ADULTS) {
        return false;
    }
    for (const Json *name = json_first(json); name; name = json_next(name)) {
        if (!read_name(name, names[(*count)++])) {
            return false;
        }
    }
    return true;
}

static bool read_tokens(const Member *member, const Json *json, void *at, Error *error)
{
    (void)member;
    (void)error;
    Tokens *tokens = at;
    return json_type(json) == JSON_OBJECT && json_count(json) == 4 &&
           read_name(json_get(json, "helper"), tokens->helper) &&
           read_name(json_get(json, "me"), tokens->me) &&
           read_names(json_get(json, "adults"), tokens->adults, &tokens->adult_count) &&
           read_names(json_get(json, "homes"), tokens->homes, &tokens->home_count);
}

static bool fit_names(const TokenName *names, int count)
{
    for (int i = 0; i < count && i < TOKENS_ADULTS; i++) {
        if (!is_text(names[i], TOKENS_NAME)) {
            return false;
        }
    }
    return count >= 0 && count <= TOKENS_ADULTS;
}

static bool fits_tokens(const Member *member, const void *at)
{
    (void)member;
    const Tokens *tokens = at;
    return is_text(tokens->helper, TOKENS_NAME) && is_text(tokens->me, TOKENS_NAME) &&
           fit_names(tokens->adults, tokens->adult_count) &&
           fit_names(tokens->homes, tokens->home_count);
}

/* ---- moves, frozen content ---- */

static void write_move(const Member *member, const void *at, Json *object)
{
    move_write(at, json_add_object(object, member->key));
}

static bool read_move(const Member *member, const Json *json, void *at, Error *error)
{
    return move_read(json, member->key, at, error);
}

static bool fits_move(const Member *member, const void *at)
{
    (void)member;
    const Move *move = at;
    return is_text(move->verb, sizeof move->verb) && move->verb[0] != '\0' &&
           is_text(move->page, sizeof move->page) && is_text(move->item, sizeof move->item) &&
           is_text(move->target, sizeof move->target) && is_text(move->text, sizeof move->text);
}

/* ---- settings: {"text": 125, "theme": 1}; only what was chosen ---- */

static void write_prefs(const Member *member, const void *at, Json *object)
{
    const PrefChoices *choices = at;
    Json *json = json_add_object(object, member->key);
    size_t count;
    const PrefField *fields = prefs_fields(&count);
    for (size_t i = 0; i < count; i++) {
        if (prefs_has(choices, &fields[i])) {
            json_add_integer(json, fields[i].name, prefs_get(&choices->values, &fields[i]));
        }
    }
}

static bool read_pref(const Json *json, PrefChoices *choices)
{
    const PrefField *field = prefs_field(json_key(json));
    int64_t value;
    if (!field || !json_integer(json, &value) || value < field->min || value > field->max) {
        return false;
    }
    prefs_choose(choices, field, (int)value);
    return true;
}

static bool read_prefs(const Member *member, const Json *json, void *at, Error *error)
{
    (void)member;
    (void)error;
    bool read = json_type(json) == JSON_OBJECT;
    const Json *value = read ? json_first(json) : NULL;
    for (; read && value; value = json_next(value)) {
        read = read_pref(value, at);
    }
    return read;
}

static bool fits_prefs(const Member *member, const void *at)
{
    (void)member;
    return prefs_fit(at);
}

static void write_content(const Member *member, const void *at, Json *object)
{
    json_add_string(object, member->key, *(const char *const *)at);
}

static bool read_content(const Member *member, const Json *json, void *at, Error *error)
{
    (void)member;
    (void)error;
    *(const char **)at = json_string(json);
    return json_string(json) != NULL;
}

static bool fits_content(const Member *member, const void *at)
{
    (void)member;
    const char *text = *(const char *const *)at;
    return text && text[0] != '\0' && utf8_check(text, strlen(text)) == strlen(text);
}

/* ---- the kinds ---- */

#define TEXT_VALUE .write = write_text, .read = read_text

const ValueKind value_id = {.what = "an id", TEXT_VALUE, .fits = fits_id};
const ValueKind value_id_or_none = {
    .what = "an id or empty", TEXT_VALUE, .fits = fits_id, .may_be_empty = true};
const ValueKind value_name = {.what = "a name that fits", TEXT_VALUE, .fits = fits_text};
const ValueKind value_note = {
    .what = "a note that fits", TEXT_VALUE, .fits = fits_text, .may_be_empty = true};
const ValueKind value_code = {.what = "a short code", TEXT_VALUE, .fits = fits_code};
const ValueKind value_code_or_none = {
    .what = "a short code or empty", TEXT_VALUE, .fits = fits_code, .may_be_empty = true};
const ValueKind value_proof = {
    .what = "a proof or empty", TEXT_VALUE, .fits = fits_proof, .may_be_empty = true};
const ValueKind value_digest = {.what = "64 hexadecimal digits", TEXT_VALUE, .fits = fits_digest};

const ValueKind value_version = {.what = "a whole number from 1",
                                 .write = write_version,
                                 .read = read_version,
                                 .fits = fits_version};
const ValueKind value_seed = {.what = "a whole number from 0 to 2^53 - 1",
                              .write = write_seed,
                              .read = read_seed,
                              .fits = fits_seed};

const ValueKind value_tokens = {.what = "the names of helper, me, adults and homes",
                                .write = write_tokens,
                                .read = read_tokens,
                                .fits = fits_tokens};
const ValueKind value_move = {
    .what = "a move", .write = write_move, .read = read_move, .fits = fits_move};
const ValueKind value_prefs = {.what = "settings with values in their range",
                               .write = write_prefs,
                               .read = read_prefs,
                               .fits = fits_prefs};
const ValueKind value_content = {
    .what = "frozen text", .write = write_content, .read = read_content, .fits = fits_content};
