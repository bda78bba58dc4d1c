/* How big a node's words are. Measuring them is the dearest thing layout does, so each node
 * remembers its last answers. */
#include "ui/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_SLOTS = 4 };

struct WordSizes {
    const char *text;
    const void *ruler;
    TextStyle style;
    float word; /* widest word; < 0: not known */
    float limits[WORD_SLOTS];
    Extent extents[WORD_SLOTS];
    size_t count;
};

struct WordSizes *word_sizes_new(Arena *arena)
{
    return arena_alloc(arena, 1, sizeof(struct WordSizes));
}

const Manner *manner_at(Measure measure, const Node *node)
{
    while (node && !node->manner)
        node = node->parent;
    return node ? node->manner : measure.manner;
}

TextStyle words_style(Measure measure, const Node *node)
{
    return theme_type(manner_at(measure, node), node->type, node->bold, node->text_align);
}

static bool sizes_match(const struct WordSizes *sizes, Measure measure, const Node *node,
                        const TextStyle *style)
{
    return sizes->text == node->text && sizes->ruler == measure.ruler->context &&
           sizes->style.size == style->size && sizes->style.bold == style->bold &&
           sizes->style.family == style->family && sizes->style.letter == style->letter &&
           sizes->style.word == style->word && sizes->style.line_height == style->line_height;
}

/* The node's memory, emptied when it was about other words; NULL when layout gave it none. */
static struct WordSizes *sizes_of(Measure measure, const Node *node, const TextStyle *style)
{
    struct WordSizes *sizes = node->sizes;
    if (sizes && !sizes_match(sizes, measure, node, style))
        *sizes = (struct WordSizes){
            .text = node->text, .ruler = measure.ruler->context, .style = *style, .word = -1};
    return sizes;
}

static Extent measure_text(Measure measure, const char *text, const TextStyle *style, float limit)
{
    Extent extent = measure.ruler->measure(measure.ruler->context, text, style, limit);
    return (Extent){ceilf(extent.width), ceilf(extent.height)};
}

/* Size of the node's words at `limit` px; 0: on one line. */
static Extent words_at(Measure measure, const Node *node, float limit)
{
    TextStyle style = words_style(measure, node);
    struct WordSizes *sizes = sizes_of(measure, node, &style);
    for (size_t i = 0; sizes && i < sizes->count && i < WORD_SLOTS; i++) {
        if (sizes->limits[i] == limit)
            return sizes->extents[i];
    }
    Extent extent = measure_text(measure, node->text, &style, limit);
    if (sizes) {
        size_t slot =
            sizes->count < WORD_SLOTS ? sizes->count : 1 + sizes->count % (WORD_SLOTS - 1);
        sizes->limits[slot] = limit;
        sizes->extents[slot] = extent;
        sizes->count++;
    }
    return extent;
}

Extent words_size(Measure measure, const Node *node, float width)
{
    Extent line = words_at(measure, node, 0);
    if (line.width <= width)
        return line;
    Extent wrapped = words_at(measure, node, fmaxf(floorf(width), 1));
    return (Extent){fminf(wrapped.width, fmaxf(width, 1)), wrapped.height};
}

static size_t longest_word(const char *text)
{
    size_t longest = 0;
    while (*text) {
        size_t length = strcspn(text, " \n");
        longest = length > longest ? length : longest;
        text += length + (text[length] != '\0');
    }
    return longest;
}

/* Width of the widest word; those much shorter than the longest are not measured. */
static float widest_word(Measure measure, const char *text, const TextStyle *style)
{
    size_t longest = longest_word(text);
    char *word = memory_new(longest + 1, 1);
    float widest = 0;
    while (*text) {
        size_t length = strcspn(text, " \n");
        if (length > 0 && length * 3 >= longest * 2) {
            memcpy(word, text, length);
            word[length] = '\0';
            widest = fmaxf(widest, measure_text(measure, word, style, 0).width);
        }
        text += length + (text[length] != '\0');
    }
    memory_forget(word);
    return widest;
}

enum { READABLE_EM = 10 }; /* words wrap down to about eighteen letters a line */

static float word_width(Measure measure, const Node *node, const TextStyle *style)
{
    struct WordSizes *sizes = sizes_of(measure, node, style);
    if (sizes && sizes->word >= 0)
        return sizes->word;
    float widest = widest_word(measure, node->text, style);
    if (sizes)
        sizes->word = widest;
    return widest;
}

float words_least(Measure measure, const Node *node, Least least)
{
    TextStyle style = words_style(measure, node);
    if (least == LEAST_WORDS)
        return word_width(measure, node, &style);
    float line = words_at(measure, node, 0).width, readable = READABLE_EM * style.size;
    if (line <= readable || node_interactive(node))
        return line;
    return fmaxf(word_width(measure, node, &style), readable);
}
