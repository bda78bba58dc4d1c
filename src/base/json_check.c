/* The strict gate: a recursive-descent checker for RFC 8259 that builds nothing. It says yes, or
 * names the first fault by line, column and remedy. Depth is bounded by JSON_MAX_DEPTH; columns
 * count code points. */
#include "base/json.h"
#include "base/json_gate.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Position {
    size_t line, column;
} Position;

typedef struct Found {
    char text[40];
} Found;

/* ---- where, and what stands there ---- */

static Position position_of(const Gate *g, size_t at)
{
    Position position = {1, 1};
    for (size_t i = 0; i < at; ++i) {
        int byte = gate_byte(g, i);
        if (byte == '\n')
            position = (Position){position.line + 1, 1};
        else if ((byte & 0xC0) != 0x80)
            ++position.column;
    }
    return position;
}

bool gate_refuse(const Gate *g, size_t at, const char *format, ...)
{
    char sentence[sizeof g->error->sentence];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    Position position = position_of(g, at);
    Text place;
    text_init(&place);
    text_addf(&place, "%s:%zu:%zu", g->name, position.line, position.column);
    error_set(g->error, ERROR_JSON, place.bytes, "%s", sentence);
    text_clear(&place);
    return false;
}

static int sequence_length(int lead)
{
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static Found found_at(const Gate *g, size_t at)
{
    Found found;
    int byte = gate_byte(g, at);
    if (byte == JSON_END)
        snprintf(found.text, sizeof found.text, "the end");
    else if (byte == '\n' || byte == '\r')
        snprintf(found.text, sizeof found.text, "the end of the line");
    else if (byte < 0x20 || byte == 0x7F)
        snprintf(found.text, sizeof found.text, "the control character U+%04X", (unsigned)byte);
    else
        snprintf(found.text, sizeof found.text, "'%.*s'", sequence_length(byte), g->bytes + at);
    return found;
}

static bool is_space(int byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static void skip_space(Gate *g)
{
    while (is_space(gate_peek(g)))
        ++g->at;
}

/* ---- lists and objects ---- */

static bool too_deep(const Gate *g, int depth)
{
    return depth > JSON_MAX_DEPTH &&
           !gate_refuse(g, g->at,
                        "Lists and objects stand more than %d deep here: make it flatter.",
                        JSON_MAX_DEPTH);
}

static bool refuse_between(const Gate *g, size_t opening, char closing)
{
    const char *what = closing == ']' ? "list" : "object";
    Position opened = position_of(g, opening);
    if (gate_peek(g) == JSON_END)
        return gate_refuse(g, g->at, "The %s opened at line %zu, column %zu is not closed: add %c.",
                           what, opened.line, opened.column, closing);
    return gate_refuse(g, g->at,
                       "A comma or %c was expected in this %s, and here stands %s: put a comma "
                       "between members, or close the %s.",
                       closing, what, found_at(g, g->at).text, what);
}

static bool check_value(Gate *g, int depth);

static bool check_list(Gate *g, int depth)
{
    size_t opening = g->at;
    if (too_deep(g, depth))
        return false;
    ++g->at;
    skip_space(g);
    if (gate_take(g, ']'))
        return true;
    do {
        if (!check_value(g, depth))
            return false;
    } while (gate_take(g, ','));
    return gate_take(g, ']') || refuse_between(g, opening, ']');
}

static bool refuse_key(const Gate *g)
{
    if (gate_peek(g) == JSON_END)
        return gate_refuse(g, g->at,
                           "The text ends where a key should stand: add it, and close the "
                           "object.");
    if (gate_peek(g) == '}')
        return gate_refuse(g, g->at, "A comma stands before this }: take the comma out.");
    return gate_refuse(g, g->at,
                       "A key in double quotes was expected, and here stands %s: write "
                       "\"key\": value.",
                       found_at(g, g->at).text);
}

static bool check_member(Gate *g, int depth)
{
    skip_space(g);
    size_t at = g->at;
    if (gate_peek(g) != '"')
        return refuse_key(g);
    if (!gate_text(g))
        return false;
    list_room((void **)&g->keys, &g->key_capacity, g->key_count, sizeof *g->keys);
    g->keys[g->key_count++] =
        (JsonKey){arena_copy(g->arena, g->decoded.bytes, g->decoded.length), at};
    skip_space(g);
    if (!gate_take(g, ':'))
        return gate_refuse(g, g->at,
                           "A colon was expected after the key, and here stands %s: write "
                           "\"key\": value.",
                           found_at(g, g->at).text);
    return check_value(g, depth);
}

static int compare_keys(const void *left, const void *right)
{
    const JsonKey *a = left, *b = right;
    int order = strcmp(a->text, b->text);
    return order ? order : (a->at > b->at) - (a->at < b->at);
}

/* Refuses the first key that repeats an earlier one of keys[first..key_count). */
static bool check_keys(Gate *g, size_t first)
{
    const JsonKey *repeated = NULL;
    if (g->key_count > first)
        qsort(g->keys + first, g->key_count - first, sizeof *g->keys, compare_keys);
    for (size_t i = first + 1; i < g->key_count; ++i) {
        const JsonKey *key = &g->keys[i];
        if (strcmp(key->text, key[-1].text) == 0 && (!repeated || key->at < repeated->at))
            repeated = key;
    }
    g->key_count = first;
    if (!repeated)
        return true;
    char shown[64];
    text_tidy(repeated->text, shown, sizeof shown);
    return gate_refuse(g, repeated->at, "The key \"%s\" stands twice in this object: keep one.",
                       shown);
}

static bool check_object(Gate *g, int depth)
{
    size_t opening = g->at, first = g->key_count;
    if (too_deep(g, depth))
        return false;
    ++g->at;
    skip_space(g);
    if (gate_take(g, '}'))
        return true;
    do {
        if (!check_member(g, depth))
            return false;
    } while (gate_take(g, ','));
    return gate_take(g, '}') ? check_keys(g, first) : refuse_between(g, opening, '}');
}

/* ---- values and the whole ---- */

static bool refuse_value(const Gate *g)
{
    int byte = gate_peek(g);
    if (byte == JSON_END)
        return gate_refuse(g, g->at, "The text ends where a value should stand: add it.");
    if (byte == ']' || byte == '}')
        return gate_refuse(g, g->at,
                           "A value is missing before this %c: add it, or take the comma or "
                           "colon before it out.",
                           byte);
    if (byte == '/' || byte == '#')
        return gate_refuse(g, g->at, "JSON has no comments: take this one out.");
    if (byte == '\'')
        return gate_refuse(g, g->at, "Text stands in double quotes: write \" instead of '.");
    if (byte == '.' || byte == '+')
        return gate_refuse(g, g->at,
                           "A number begins with a digit or a minus sign: write 0.5 or 1.");
    return gate_refuse(g, g->at,
                       "A value was expected, and here stands %s: write text in \"quotes\", a "
                       "number, true, false, null, a [list] or an {object}.",
                       found_at(g, g->at).text);
}

static bool is_letter(int byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool check_bare_value(Gate *g, int depth)
{
    int byte = gate_peek(g);
    if (byte == '{')
        return check_object(g, depth + 1);
    if (byte == '[')
        return check_list(g, depth + 1);
    if (byte == '"')
        return gate_text(g);
    if (byte == '-' || (byte >= '0' && byte <= '9'))
        return gate_number(g);
    return is_letter(byte) ? gate_word(g) : refuse_value(g);
}

static bool check_value(Gate *g, int depth)
{
    skip_space(g);
    if (!check_bare_value(g, depth))
        return false;
    skip_space(g);
    return true;
}

static bool check_encoding(const Gate *g)
{
    if (g->size > JSON_MAX_BYTES)
        return gate_refuse(g, 0, "This is larger than %d KiB: split it into several files.",
                           JSON_MAX_BYTES / 1024);
    if (g->size >= 3 && memcmp(g->bytes, "\xEF\xBB\xBF", 3) == 0)
        return gate_refuse(g, 0,
                           "A byte order mark stands at the beginning: save as UTF-8 without one.");
    size_t fault = utf8_check(g->bytes, g->size);
    return fault == g->size || gate_refuse(g, fault, "This is not UTF-8: save the file as UTF-8.");
}

static bool check_whole(Gate *g)
{
    if (!check_encoding(g) || !check_value(g, 0))
        return false;
    return g->at == g->size ||
           gate_refuse(g, g->at,
                       "The value is complete, and here stands %s: take out what follows.",
                       found_at(g, g->at).text);
}

bool json_check(const char *bytes, size_t size, const char *name, Error *error)
{
    Gate g = {.bytes = bytes, .size = size, .name = name, .error = error, .arena = arena_new()};
    text_init(&g.decoded);
    bool strict = check_whole(&g);
    text_clear(&g.decoded);
    arena_free(g.arena);
    free(g.keys);
    return strict;
}
