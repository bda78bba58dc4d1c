/* JSON out. Our own, because cJSON's printer rounds: 9007199254740991 came back as ...990. What is
 * printed here parses to the same values, and the same tree always gives the same bytes. */
#include "base/json.h"
#include "base/text.h"

#include <assert.h>
#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INDENT = 2 };

static void print_value(Text *out, const Json *json, bool pretty, int depth);

static void print_character(Text *out, char character)
{
    switch (character) {
    case '"': text_add(out, "\\\""); break;
    case '\\': text_add(out, "\\\\"); break;
    case '\b': text_add(out, "\\b"); break;
    case '\f': text_add(out, "\\f"); break;
    case '\n': text_add(out, "\\n"); break;
    case '\r': text_add(out, "\\r"); break;
    case '\t': text_add(out, "\\t"); break;
    default:
        if ((unsigned char)character < 0x20)
            text_addf(out, "\\u%04x", (unsigned)character);
        else
            text_add_bytes(out, &character, 1);
    }
}

static void print_string(Text *out, const char *string)
{
    text_add(out, "\"");
    for (; *string; ++string)
        print_character(out, *string);
    text_add(out, "\"");
}

/* The shortest of 15, 16 and 17 digits that reads back as the same number. Beyond 2^53 the gate
 * takes a number without point or exponent for an integer that lost digits, so it gets a point. */
static void print_double(Text *out, double value)
{
    char number[32];
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    assert(plain);
    locale_t before = uselocale(plain);
    for (int digits = 15; digits <= 17; ++digits) {
        snprintf(number, sizeof number, "%.*g", digits, value);
        if (strtod(number, NULL) == value)
            break;
    }
    uselocale(before);
    freelocale(plain);
    text_add(out, number);
    if (!strpbrk(number, ".e"))
        text_add(out, ".0");
}

static void print_number(Text *out, const Json *json)
{
    int64_t whole;
    double value = 0;
    if (json_integer(json, &whole)) {
        text_addf(out, "%" PRId64, whole);
    } else if (json_number(json, &value)) {
        print_double(out, value);
    }
}

static void new_line(Text *out, bool pretty, int depth)
{
    if (pretty)
        text_addf(out, "\n%*s", depth * INDENT, "");
}

static void print_members(Text *out, const Json *json, bool pretty, int depth)
{
    for (const Json *member = json_first(json); member; member = json_next(member)) {
        new_line(out, pretty, depth + 1);
        if (json_key(member)) {
            print_string(out, json_key(member));
            text_add(out, pretty ? ": " : ":");
        }
        print_value(out, member, pretty, depth + 1);
        if (json_next(member))
            text_add(out, ",");
    }
    if (json_first(json))
        new_line(out, pretty, depth);
}

static void print_bool(Text *out, const Json *json)
{
    bool value = false;
    json_bool(json, &value);
    text_add(out, value ? "true" : "false");
}

static void print_value(Text *out, const Json *json, bool pretty, int depth)
{
    switch (json_type(json)) {
    case JSON_NULL: text_add(out, "null"); break;
    case JSON_BOOL: print_bool(out, json); break;
    case JSON_NUMBER: print_number(out, json); break;
    case JSON_STRING: print_string(out, json_string(json)); break;
    case JSON_ARRAY:
        text_add(out, "[");
        print_members(out, json, pretty, depth);
        text_add(out, "]");
        break;
    case JSON_OBJECT:
        text_add(out, "{");
        print_members(out, json, pretty, depth);
        text_add(out, "}");
        break;
    }
}

char *json_print(const Json *json, bool pretty)
{
    Text out;
    text_init(&out);
    print_value(&out, json, pretty, 0);
    if (pretty)
        text_add(&out, "\n");
    return text_take(&out);
}
