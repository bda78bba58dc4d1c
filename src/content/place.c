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

static void write_place(const Place *place, Text *path)
{
    if (place == NULL) {
        text_add(path, "$");
        return;
    }
    write_place(place->outer, path);
    if (place->key == NULL)
        text_addf(path, "[%zu]", place->index);
    else if (plain_key(place->key))
        text_addf(path, ".%s", place->key);
    else
        text_addf(path, "[\"%s\"]", place_quote(place->key).text);
}

char *place_path(const Place *place)
{
    Text path;
    text_init(&path);
    write_place(place, &path);
    return text_take(&path);
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
