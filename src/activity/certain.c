#include "activity/certain.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Bytes of letters beyond a-z belong to words too. */
static bool in_word(char byte)
{
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static bool has_phrase(const char *words, const char *phrase, size_t length)
{
    for (const char *at = words; *at; at++) {
        bool begins = at == words || !in_word(at[-1]);
        if (begins && strncasecmp(at, phrase, length) == 0 && !in_word(at[length])) {
            return true;
        }
    }
    return false;
}

void certain_find(const char *list, const char *words, Text *found)
{
    for (const char *phrase = list; *phrase;) {
        size_t length = strcspn(phrase, ",");
        if (length > 0 && has_phrase(words, phrase, length) &&
            !has_phrase(found->bytes, phrase, length)) {
            text_addf(found, "%s%.*s", found->length ? ", " : "", (int)length, phrase);
        }
        phrase += length;
        phrase += strspn(phrase, ", ");
    }
}
