/* A ruler without fonts: every character is as wide as every other. Breaks lines at spaces, and
 * words that are too long wherever the line is full. */
#include "ui/text_style.h"

#include <string.h>

static const float character_em = 0.55f;

static float character_width(const TextStyle *style)
{
    return style->size * character_em + style->letter;
}

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
    float character = character_width(style);
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
    return (float)characters_in(text, at) * character_width(style);
}

/* The part of a word behind its last break, from the start edge whatever the alignment. */
static Rect word_box(const Wrapping *wrapping, size_t characters, const TextStyle *style)
{
    float character = character_width(style), line = style->size * style->line_height;
    size_t shown = characters < wrapping->column ? characters : wrapping->column;
    return (Rect){(float)(wrapping->column - shown) * character,
                  (float)(wrapping->lines - 1) * line, (float)shown * character, line};
}

static size_t fixed_range(void *context, const char *text, const TextStyle *style, float width,
                          size_t start, size_t end, Rect *out, size_t room)
{
    (void)context;
    Wrapping wrapping = {.limit = characters_fitting(width, character_width(style)), .lines = 1};
    size_t found = 0;
    for (size_t at = 0; text[at] && at < end;) {
        size_t word = strcspn(text + at, " \n");
        if (word > 0)
            wrap_word(&wrapping, characters_in(text + at, word));
        if (word > 0 && at + word > start && found < room)
            out[found++] = word_box(&wrapping, characters_in(text + at, word), style);
        at += word;
        if (text[at] == '\n')
            wrap_newline(&wrapping);
        if (text[at])
            at++;
    }
    return found;
}

Ruler ruler_fixed(void)
{
    return (Ruler){.measure = fixed_measure, .caret = fixed_caret, .range = fixed_range};
}
