/* Steps of a JSON path, and text from files made fit to print. */
#include "content/place.h"

#include <stdio.h>
#include <string.h>

enum { SHOWN = 60 };

static bool plain_key(const char *key)
{
    return key[0] != '\0' && strlen(key) < SHOWN &&
           key[strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] ==
               '\0';
}

size_t place_key(Text *path, const char *key)
{
    size_t before = path->length;
    if (plain_key(key))
        text_addf(path, ".%s", key);
    else
        text_addf(path, "[\"%s\"]", place_quote(key).text);
    return before;
}

size_t place_index(Text *path, size_t index)
{
    size_t before = path->length;
    text_addf(path, "[%zu]", index);
    return before;
}

void place_back(Text *path, size_t length)
{
    path->length = length;
    path->bytes[length] = '\0';
}

Quoted place_quote(const char *text)
{
    Quoted quoted = {{0}};
    size_t used = 0;
    for (size_t at = 0; text[at] != '\0';) {
        size_t next = utf8_grapheme_after(text, at);
        if (used + (next - at) > SHOWN) {
            memcpy(quoted.text + used, "...", 4);
            break;
        }
        for (; at < next; at++) {
            unsigned char byte = (unsigned char)text[at];
            quoted.text[used++] = byte < 0x20 || byte == 0x7F ? '?' : text[at];
        }
    }
    return quoted;
}
