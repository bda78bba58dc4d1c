#include "activity/certain.h"

#include <string.h>
#include <strings.h>

static bool has_phrase(const char *words, const char *phrase, size_t length)
{
    for (const char *at = words; *at; at++) {
        size_t from = (size_t)(at - words);
        bool begins = from == 0 || !text_in_word(words, utf8_grapheme_before(words, from));
        if (begins && strncasecmp(at, phrase, length) == 0 && !text_in_word(at, length)) {
            return true;
        }
    }
    return false;
}

/* Bytes of a comma, as Latin or Arabic letters have it; 0: none. */
static size_t comma_at(const char *list)
{
    return text_starts(list, ",") ? 1 : text_starts(list, "\xD8\x8C") ? 2 : 0;
}

static size_t phrase_length(const char *list)
{
    size_t length = 0;
    while (list[length] && comma_at(list + length) == 0) {
        length++;
    }
    return length;
}

void certain_find(const char *list, const char *words, Text *found)
{
    for (const char *phrase = list; *phrase;) {
        size_t length = phrase_length(phrase);
        if (length > 0 && has_phrase(words, phrase, length) &&
            !has_phrase(found->bytes, phrase, length)) {
            text_addf(found, "%s%.*s", found->length ? ", " : "", (int)length, phrase);
        }
        phrase += length;
        phrase += comma_at(phrase);
        phrase += strspn(phrase, " ");
    }
}
