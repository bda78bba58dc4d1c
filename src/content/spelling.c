/* Spelling of names, and the nearest word for a misspelt one. ASCII only, by design. */
#include "content/spelling.h"

#include "content/shape.h"

#include <string.h>

enum { WORD_MAX = 64 };

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool dotted_name(const char *text, size_t limit)
{
    if (!is_lower(text[0]))
        return false;
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-");
    return text[length] == '\0' && length < limit;
}

bool spelling_id(const char *text)
{
    return dotted_name(text, ID_MAX);
}

bool spelling_sentence(const char *text)
{
    return dotted_name(text, NAME_MAX_BYTES);
}

bool spelling_picture(const char *text)
{
    bool after_letter = false;
    const char *at = text;
    for (; *at != '\0'; at++) {
        bool letter = is_lower(*at) || is_digit(*at);
        if (!letter && !(after_letter && (*at == '-' || *at == '/')))
            return false;
        after_letter = letter;
    }
    return after_letter && (size_t)(at - text) < NAME_MAX_BYTES;
}

bool spelling_code(const char *text)
{
    if (text[0] < 'A' || text[0] > 'Z' || !is_digit(text[1]) || !is_digit(text[2]))
        return false;
    if (text[3] == '\0')
        return true;
    if (text[3] != '.' || !is_digit(text[4]))
        return false;
    return text[5] == '\0' || (is_digit(text[5]) && text[6] == '\0');
}

/* `at` is the first byte of a well-formed UTF-8 sequence. */
static bool control_at(const unsigned char *at)
{
    if (at[0] < 0x20 || at[0] == 0x7F)
        return true;
    if (at[0] == 0xC2) /* U+0080..U+009F */
        return at[1] < 0xA0;
    if (at[0] == 0xE2 && at[1] == 0x80) /* U+2028..U+202E */
        return at[2] >= 0xA8 && at[2] <= 0xAE;
    return at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF; /* U+FEFF */
}

bool spelling_has_control(const char *text)
{
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++) {
        if (control_at(at))
            return true;
    }
    return false;
}

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Levenshtein's distance, one row at a time. */
static size_t distance(const char *a, const char *b)
{
    size_t row[WORD_MAX + 1];
    size_t length = strlen(b);
    for (size_t j = 0; j <= length; j++)
        row[j] = j;
    for (size_t i = 0; a[i] != '\0'; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < length; j++) {
            size_t above = row[j + 1];
            row[j + 1] = smallest(above + 1, row[j] + 1, diagonal + (a[i] != b[j]));
            diagonal = above;
        }
    }
    return row[length];
}

void nearest_try(Nearest *nearest, const char *word)
{
    if (strlen(word) > WORD_MAX || strlen(nearest->given) > WORD_MAX)
        return;
    size_t d = distance(nearest->given, word);
    if (nearest->best == NULL || d < nearest->distance) {
        nearest->best = word;
        nearest->distance = d;
    }
}

const char *nearest_best(const Nearest *nearest)
{
    if (nearest->best == NULL)
        return NULL;
    size_t near = strlen(nearest->given) / 4 + 1;
    return nearest->distance <= near ? nearest->best : NULL;
}
