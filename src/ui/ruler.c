/* A ruler without fonts: every character is as wide as every other. Breaks lines at spaces, and
 * words that are too long wherever the line is full. */
#include "ui/text_style.h"

#include <string.h>

static const float character_em = 0.55f;

typedef struct Wrapping {
    size_t limit; /* characters in a line; 0: no limit */
    size_t column, widest, lines;
} Wrapping;

static void wrap_newline(Wrapping *wrapping)
{
    wrapping->column = 0;
    wrapping->lines++;
}

static void wrap_add(Wrapping *wrapping, size_t characters)
{
    wrapping->column += characters;
    if (wrapping->column > wrapping->widest)
        wrapping->widest = wrapping->column;
}

static void wrap_word(Wrapping *wrapping, size_t characters)
{
    size_t space = wrapping->column > 0 ? 1 : 0;
    size_t limit = wrapping->limit;
    if (limit > 0 && wrapping->column + space + characters > limit && wrapping->column > 0) {
        wrap_newline(wrapping);
        space = 0;
    }
    while (limit > 0 && characters > limit) {
        wrap_add(wrapping, limit);
        wrap_newline(wrapping);
        characters -= limit;
    }
    wrap_add(wrapping, space + characters);
}

/* Characters that take room: bytes that begin one. */
static size_t characters_in(const char *text, size_t bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < bytes; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

static size_t characters_fitting(float max_width, float character)
{
    if (max_width <= 0)
        return 0;
    size_t fitting = (size_t)(max_width / character + 0.01f);
    return fitting > 0 ? fitting : 1;
}

static Extent fixed_measure(void *context, const char *text, const TextStyle *style,
                            float max_width)
{
    (void)context;
    float character = style->size * character_em;
    Wrapping wrapping = {.limit = characters_fitting(max_width, character), .lines = 1};
    while (*text) {
        size_t word = strcspn(text, " \n");
        if (word > 0)
            wrap_word(&wrapping, characters_in(text, word));
        text += word;
        if (*text == '\n')
            wrap_newline(&wrapping);
        if (*text)
            text++;
    }
    return (Extent){(float)wrapping.widest * character,
                    (float)wrapping.lines * style->size * style->line_height};
}

static float fixed_caret(void *context, const char *text, const TextStyle *style, size_t at)
{
    (void)context;
    return (float)characters_in(text, at) * style->size * character_em;
}

Ruler ruler_fixed(void)
{
    return (Ruler){.measure = fixed_measure, .caret = fixed_caret};
}
