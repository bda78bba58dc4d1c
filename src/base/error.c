/* Errors: one struct, filled in one place. Text that is too long is cut between characters; of a
 * place the end is kept, because that is where line and column stand. */
#include "base/error.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const char ellipsis[] = "\xE2\x80\xA6";

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t sequence_length(char lead)
{
    unsigned char byte = (unsigned char)lead;
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* Drops the beginning of a character whose end was cut off. */
static void drop_partial(char *text)
{
    size_t length = strlen(text);
    size_t lead = length;
    while (lead > 0 && continues(text[lead - 1]))
        --lead;
    if (lead > 0 && sequence_length(text[lead - 1]) > length - lead + 1)
        text[lead - 1] = '\0';
}

static void set_place(char *place, size_t size, const char *value)
{
    size_t length = strlen(value);
    if (length < size) {
        memcpy(place, value, length + 1);
        return;
    }
    const char *tail = value + length - (size - sizeof ellipsis);
    while (continues(*tail))
        ++tail;
    snprintf(place, size, "%s%s", ellipsis, tail);
}

bool error_set(Error *error, ErrorCode code, const char *place, const char *format, ...)
{
    if (!error)
        return false;
    Error made = {.code = code}; /* apart, because the arguments may come from *error */
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(made.sentence, sizeof made.sentence, format, arguments);
    va_end(arguments);
    if (length >= (int)sizeof made.sentence)
        drop_partial(made.sentence);
    set_place(made.place, sizeof made.place, place ? place : "");
    *error = made;
    return false;
}

const char *error_text(const Error *error, char *buffer, unsigned long size)
{
    const char *colon = error->place[0] ? ": " : "";
    int length = snprintf(buffer, size, "%s%s%s", error->place, colon, error->sentence);
    if (length >= 0 && (size_t)length >= size && size > 0)
        drop_partial(buffer);
    return buffer;
}
