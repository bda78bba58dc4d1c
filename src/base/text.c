/* Growing strings, and UTF-8 as people see it. Breaks are asked of u8_grapheme_breaks, not of
 * u8_grapheme_next/prev: those look at two characters only, and so take families of joined emoji
 * and flags apart. */
#include "base/text.h"
#include "base/memory.h"

#include <unictype.h>
#include <unigbrk.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 32, GRAPHEME_WINDOW = 64 };

/* ---- growing strings ---- */

static void make_room(Text *text, size_t more)
{
    assert(more < SIZE_MAX / 4 && text->length < SIZE_MAX / 4);
    size_t wanted = text->length + more + 1;
    if (wanted <= text->capacity)
        return;
    size_t capacity = text->capacity ? text->capacity * 2 : FIRST_ROOM;
    text->capacity = capacity > wanted ? capacity : wanted;
    char *bytes = memory_new(text->capacity, 1);
    if (text->bytes)
        memcpy(bytes, text->bytes, text->length + 1);
    memory_forget(text->bytes);
    text->bytes = bytes;
}

void text_init(Text *text)
{
    *text = (Text){0};
    make_room(text, 0);
    text->bytes[0] = '\0';
}

void text_clear(Text *text)
{
    memory_forget(text->bytes);
    *text = (Text){0};
}

void text_reset(Text *text)
{
    text->length = 0;
    if (text->bytes)
        text->bytes[0] = '\0';
}

void text_add(Text *text, const char *string)
{
    text_add_bytes(text, string, strlen(string));
}

void text_add_bytes(Text *text, const char *bytes, size_t length)
{
    make_room(text, length);
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_addf(Text *text, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0); /* our own format */
    make_room(text, (size_t)length);
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format, again);
    va_end(again);
    text->length += (size_t)length;
}

char *text_take(Text *text)
{
    char *bytes = text->bytes ? text->bytes : memory_copy_string("");
    *text = (Text){0};
    return bytes;
}

/* ---- UTF-8 ---- */

static const uint8_t *as_u8(const char *text)
{
    return (const uint8_t *)text;
}

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* How many bytes from the beginning are ASCII, which is well-formed; in steps of eight. */
static size_t ascii_run(const char *bytes, size_t length)
{
    const uint64_t high = UINT64_C(0x8080808080808080);
    size_t at = 0;
    for (uint64_t eight = 0; length - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, bytes + at, sizeof eight);
        if (eight & high) {
            break;
        }
    }
    return at;
}

size_t utf8_check(const char *bytes, size_t length)
{
    size_t ascii = ascii_run(bytes, length);
    const uint8_t *fault = u8_check(as_u8(bytes) + ascii, length - ascii);
    return fault ? (size_t)(fault - as_u8(bytes)) : length;
}

size_t utf8_count(const char *text)
{
    size_t count = 0;
    for (; *text; ++text)
        count += !continues(*text);
    return count;
}

/* True where a break is certain whatever stands around: between two ASCII characters. */
static bool surely_breaks(const char *text, size_t at)
{
    unsigned char before = (unsigned char)text[at - 1], after = (unsigned char)text[at];
    return before < 0x80 && after < 0x80 && !(before == '\r' && after == '\n');
}

static size_t last_break(const char *text, size_t length)
{
    char *breaks = memory_new(length, 1);
    u8_grapheme_breaks(as_u8(text), length, breaks);
    size_t at = length - 1;
    while (at > 0 && !breaks[at])
        --at;
    free(breaks);
    return at;
}

size_t utf8_grapheme_before(const char *text, size_t at)
{
    if (at == 0)
        return 0;
    size_t start = at - 1;
    while (start > 0 && !surely_breaks(text, start))
        --start;
    return start + last_break(text + start, at - start);
}

/* Offset of the first break after 0 within `length` bytes, or `length` when there is none. */
static size_t first_break(const char *text, size_t length)
{
    char *breaks = memory_new(length, 1);
    u8_grapheme_breaks(as_u8(text), length, breaks);
    size_t at = 1;
    while (at < length && !breaks[at])
        ++at;
    free(breaks);
    return at;
}

static size_t without_last_character(const char *text, size_t length)
{
    do {
        --length;
    } while (length > 0 && continues(text[length]));
    return length;
}

/* Looks at a small window first: a break depends on what stands before it, so that one found in
 * the window holds for the whole text. */
size_t utf8_grapheme_after(const char *text, size_t at)
{
    const char *rest = text + at;
    for (size_t window = GRAPHEME_WINDOW;; window *= 2) {
        size_t length = strnlen(rest, window);
        bool whole = length < window;
        if (!whole)
            length = without_last_character(rest, length);
        size_t end = length > 0 ? first_break(rest, length) : 0;
        if (whole || end < length)
            return at + end;
    }
}

/* ---- what people type ---- */

static bool separates(ucs4_t character)
{
    return uc_is_property_white_space(character) || uc_is_cntrl(character);
}

/* Embeddings, overrides and isolates: left open in a name, they would turn the text around it. */
static bool turns_text(ucs4_t character)
{
    return (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

static void add_character(Text *text, ucs4_t character)
{
    uint8_t bytes[6];
    int length = u8_uctomb(bytes, character, sizeof bytes);
    assert(length > 0);
    text_add_bytes(text, (const char *)bytes, (size_t)length);
}

/* Ill-formed bytes come out as U+FFFD. */
static void collapse(Text *out, const char *text)
{
    const uint8_t *at = as_u8(text), *end = at + strlen(text);
    bool gap = false;
    while (at < end) {
        ucs4_t character;
        at += u8_mbtouc(&character, at, (size_t)(end - at));
        if (separates(character)) {
            gap = out->length > 0;
        } else if (!turns_text(character)) {
            text_add(out, gap ? " " : "");
            gap = false;
            add_character(out, character);
        }
    }
}

/* In room of our own, so that nothing of it is left elsewhere. In NFC, UTF-8 is at most three times
 * as long (Unicode Standard Annex 15). */
static char *normalised(const Text *text)
{
    size_t length = 3 * text->length + 1;
    uint8_t *string = memory_new(length, 1);
    uint8_t *bytes = u8_normalize(UNINORM_NFC, as_u8(text->bytes), text->length, string, &length);
    assert(bytes == string);
    string[length] = '\0';
    return (char *)string;
}

/* Bytes of `text` that fit into `size` with a NUL: whole graphemes, no space at the end. */
static size_t fitting(const char *text, size_t size)
{
    size_t length = 0;
    for (size_t end = 0; text[length]; length = end) {
        end = utf8_grapheme_after(text, length);
        if (end >= size)
            break;
    }
    return length > 0 && text[length - 1] == ' ' ? length - 1 : length;
}

size_t text_tidy(const char *text, char *buffer, size_t size)
{
    assert(size > 0);
    Text spaced;
    text_init(&spaced);
    collapse(&spaced, text);
    char *whole = normalised(&spaced);
    size_t length = fitting(whole, size);
    memcpy(buffer, whole, length);
    buffer[length] = '\0';
    memory_forget(whole);
    text_clear(&spaced);
    return length;
}

static bool counts_as_word(ucs4_t character)
{
    return uc_is_general_category_withtable(character, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
}

bool text_in_word(const char *text, size_t at)
{
    ucs4_t character;
    return text[at] != '\0' && u8_mbtouc(&character, as_u8(text + at), strlen(text + at)) > 0 &&
           (counts_as_word(character) ||
            uc_is_general_category_withtable(character, UC_CATEGORY_MASK_M));
}

size_t text_words(const char *text)
{
    const ucs4_t em_dash = 0x2014; /* stands between words without spaces */
    const uint8_t *at = as_u8(text), *end = at + strlen(text);
    size_t words = 0;
    bool inside = false;
    while (at < end) {
        ucs4_t character;
        at += u8_mbtouc(&character, at, (size_t)(end - at));
        if (separates(character) || character == em_dash) {
            inside = false;
        } else if (!inside && counts_as_word(character)) {
            inside = true;
            ++words;
        }
    }
    return words;
}

bool text_is_blank(const char *text)
{
    return text[strspn(text, " \n\t")] == '\0';
}

bool text_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

size_t text_stem(const char *text, const char *ending)
{
    size_t length = strlen(text), size = strlen(ending);
    return length > size && strcmp(text + length - size, ending) == 0 ? length - size : 0;
}

char *text_fold(const char *text)
{
    size_t length = 0;
    uint8_t *folded =
        u8_casefold((const uint8_t *)text, strlen(text), NULL, UNINORM_NFC, NULL, &length);
    char *copy = memory_new(length + 1, 1);
    if (folded)
        memcpy(copy, folded, length);
    memory_forget(folded);
    return copy;
}

TextWay text_way(const char *bytes, size_t length)
{
    while (length > 0) {
        ucs4_t code;
        int step = u8_mbtouc(&code, (const uint8_t *)bytes, length);
        int way = uc_bidi_category(code);
        if (way == UC_BIDI_L && uc_is_alpha(code))
            return TEXT_LTR;
        if (way == UC_BIDI_R || way == UC_BIDI_AL)
            return TEXT_RTL;
        bytes += step;
        length -= (size_t)step;
    }
    return TEXT_NO_LETTERS;
}

void text_set_apart(Text *text, size_t from, TextWay around)
{
    TextWay own = text_way(text->bytes + from, text->length - from);
    if (own == TEXT_NO_LETTERS || around == TEXT_NO_LETTERS || own == around)
        return;
    char *words = memory_copy_string(text->bytes + from);
    text->length = from;
    text_addf(text, "\xE2\x81\xA8%s\xE2\x81\xA9", words);
    memory_forget(words);
}
