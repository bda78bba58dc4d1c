/* Text, numbers and words of JSON, to the letter of RFC 8259. */
#include "base/json_gate.h"

#include <assert.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_MAX_LENGTH = 63 }; /* cJSON reads no more */

static bool is_digit(int byte)
{
    return byte >= '0' && byte <= '9';
}

/* ---- text ---- */

/* Value of the four hexadecimal digits at `at`, or -1. */
static long hex4(const Gate *g, size_t at)
{
    long value = 0;
    for (size_t i = at; i < at + 4; ++i) {
        int byte = gate_byte(g, i);
        if (is_digit(byte))
            value = value * 16 + (byte - '0');
        else if (byte >= 'a' && byte <= 'f')
            value = value * 16 + (byte - 'a' + 10);
        else if (byte >= 'A' && byte <= 'F')
            value = value * 16 + (byte - 'A' + 10);
        else
            return -1;
    }
    return value;
}

static void decode(Text *text, long character)
{
    unsigned long u = (unsigned long)character;
    char bytes[4];
    size_t length = u < 0x80 ? 1 : u < 0x800 ? 2 : u < 0x10000 ? 3 : 4;
    for (size_t i = length; i-- > 1; u >>= 6)
        bytes[i] = (char)(0x80 | (u & 0x3F));
    static const unsigned char lead[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    bytes[0] = (char)(lead[length] | u);
    text_add_bytes(text, bytes, length);
}

static bool is_surrogate(long unit)
{
    return unit >= 0xD800 && unit <= 0xDFFF;
}

/* The low half that must follow a high one: the value of \uDC00..\uDFFF at g->at, or -1. */
static long low_surrogate(const Gate *g)
{
    if (gate_byte(g, g->at) != '\\' || gate_byte(g, g->at + 1) != 'u')
        return -1;
    long low = hex4(g, g->at + 2);
    return low >= 0xDC00 && low <= 0xDFFF ? low : -1;
}

/* g->at stands behind "\u"; `start` is the backslash. */
static bool check_unicode_escape(Gate *g, size_t start)
{
    long unit = hex4(g, g->at);
    if (unit < 0)
        return gate_refuse(g, start,
                           "After \\u come four digits 0-9 or a-f, such as \\u00e9: write them.");
    if (unit == 0)
        return gate_refuse(g, start, "The character \\u0000 is not allowed in text: take it out.");
    g->at += 4;
    if (is_surrogate(unit)) {
        long low = unit < 0xDC00 ? low_surrogate(g) : -1;
        if (low < 0)
            return gate_refuse(g, start,
                               "This is half of a \\u pair: write both halves, or the character "
                               "itself.");
        g->at += 6;
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    decode(&g->decoded, unit);
    return true;
}

static bool check_escape(Gate *g)
{
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    size_t start = g->at++;
    int letter = gate_peek(g);
    ++g->at;
    if (letter == 'u')
        return check_unicode_escape(g, start);
    const char *known = letter > 0 ? strchr(letters, letter) : NULL;
    if (!known)
        return gate_refuse(g, start,
                           "A backslash may stand before \" \\ / b f n r t u only: write \\\\ "
                           "for a backslash.");
    text_add_bytes(&g->decoded, &meanings[known - letters], 1);
    return true;
}

static bool refuse_in_text(const Gate *g, size_t opening)
{
    int byte = gate_peek(g);
    if (byte == JSON_END)
        return gate_refuse(g, opening, "This text has no closing quote: add \" at its end.");
    if (byte == '\n' || byte == '\r')
        return gate_refuse(g, g->at,
                           "The line ends inside text: close the text with \", or write \\n "
                           "for a line break.");
    return gate_refuse(g, g->at, "The control character U+%04X stands inside text: take it out%s.",
                       (unsigned)byte, byte == '\t' ? ", or write \\t" : "");
}

bool gate_text(Gate *g)
{
    size_t opening = g->at++;
    text_reset(&g->decoded);
    for (;;) {
        size_t start = g->at;
        while (gate_peek(g) >= 0x20 && gate_peek(g) != '"' && gate_peek(g) != '\\')
            ++g->at;
        text_add_bytes(&g->decoded, g->bytes + start, g->at - start);
        if (gate_take(g, '"'))
            return true;
        if (gate_peek(g) != '\\')
            return refuse_in_text(g, opening);
        if (!check_escape(g))
            return false;
    }
}

/* ---- numbers and words ---- */

static bool take_digits(Gate *g)
{
    size_t start = g->at;
    while (is_digit(gate_peek(g)))
        ++g->at;
    return g->at > start;
}

/* strtod, whatever decimal mark the user's language has. */
static double value_of(const char *number)
{
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    assert(plain);
    double value = strtod_l(number, NULL, plain);
    freelocale(plain);
    return value;
}

static bool check_range(const Gate *g, size_t start, bool whole)
{
    const double largest = 9007199254740991.0; /* 2^53 - 1 */
    char number[NUMBER_MAX_LENGTH + 1] = "";
    size_t length = g->at - start;
    if (length > NUMBER_MAX_LENGTH)
        return gate_refuse(g, start, "This number has more than %d characters: write it shorter.",
                           NUMBER_MAX_LENGTH);
    memcpy(number, g->bytes + start, length);
    double value = value_of(number);
    if (!isfinite(value))
        return gate_refuse(g, start, "This number is too large: use one below 1e308.");
    if (whole && fabs(value) > largest)
        return gate_refuse(g, start,
                           "This whole number is beyond 9007199254740991: use a smaller one, "
                           "or put it in quotes.");
    return true;
}

static bool check_whole_part(Gate *g, size_t start)
{
    gate_take(g, '-');
    if (!gate_take(g, '0'))
        return take_digits(g) ||
               gate_refuse(g, start, "A minus sign needs a digit behind it: write -1 or -0.5.");
    return !is_digit(gate_peek(g)) ||
           gate_refuse(g, start, "This number begins with a needless 0: take it out.");
}

static bool check_exponent(Gate *g, size_t start)
{
    if (!gate_take(g, '+'))
        gate_take(g, '-');
    return take_digits(g) ||
           gate_refuse(g, start, "The exponent of this number has no digits: write 1e3 or 1000.");
}

bool gate_number(Gate *g)
{
    size_t start = g->at;
    if (!check_whole_part(g, start))
        return false;
    size_t whole_end = g->at;
    if (gate_take(g, '.') && !take_digits(g))
        return gate_refuse(g, start, "A decimal point needs a digit behind it: write 1.0 or 1.");
    if ((gate_take(g, 'e') || gate_take(g, 'E')) && !check_exponent(g, start))
        return false;
    return check_range(g, start, g->at == whole_end);
}

static bool take_word(Gate *g, const char *word)
{
    size_t length = strlen(word);
    if (g->size - g->at < length || memcmp(g->bytes + g->at, word, length) != 0)
        return false;
    g->at += length;
    return true;
}

bool gate_word(Gate *g)
{
    return take_word(g, "true") || take_word(g, "false") || take_word(g, "null") ||
           gate_refuse(g, g->at,
                       "The only words without quotes are true, false and null: use one of "
                       "them, or put the text in \"quotes\".");
}
