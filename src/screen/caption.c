#include "screen/caption.h"

#include "base/text.h"
#include "screen/page_wrap.h"

enum { WIDTH_MAX = 860 };

static void build_words(const char *words, Tree *tree, Node *parent)
{
    Node *caption = node_text(tree, parent, TYPE_SMALL, words);
    caption->key = CAPTION_KEY;
    caption->text_align = ALIGN_CENTER;
    caption->layout.max_width = WIDTH_MAX;
}

/* Over the page's corner, where seldom anything is: nothing moves for what is soon gone. */
static void build_over(const char *words, Tree *tree)
{
    Node *corner = node_group(tree, page_wrap(tree, AXIS_STACK, "captioned"), AXIS_COLUMN);
    corner->layout.cross = ALIGN_END;
    corner->layout.pad_x = corner->layout.pad_y = 12;
    Node *note = node_group(tree, corner, AXIS_COLUMN);
    note->look = LOOK_CARD;
    note->layout.pad_x = 24;
    note->layout.pad_y = 12;
    build_words(words, tree, note);
}

static void build_below(const char *words, int height, Tree *tree)
{
    Node *strip = node_group(tree, page_wrap(tree, AXIS_COLUMN, "captioned"), AXIS_COLUMN);
    strip->look = LOOK_BAND;
    strip->layout.main = ALIGN_CENTER;
    strip->layout.cross = ALIGN_CENTER;
    strip->layout.min_height = height;
    strip->layout.pad_x = 24;
    strip->layout.pad_y = 8;
    if (words[0]) {
        build_words(words, tree, strip);
    }
}

/* Bytes of `text` up to the last space within so many characters. */
static size_t cut_at(const char *text, int characters)
{
    size_t space = 0;
    for (size_t i = 0; text[i] && characters >= 0; i++) {
        space = text[i] == ' ' ? i : space;
        characters -= ((unsigned char)text[i] & 0xC0) != 0x80; /* not inside a character */
    }
    return space;
}

static const char *fitted(const char *said, int characters, Arena *arena)
{
    if (utf8_count(said) <= (size_t)characters) {
        return said;
    }
    return arena_format(arena, "%.*s…", (int)cut_at(said, characters), said);
}

/* A moment's words first; else what is said, and in brackets what sounds. */
static const char *words_of(const Caption *caption, int characters, Arena *arena)
{
    if (caption->until) {
        return caption->told;
    }
    if (!caption->sound[0]) {
        return fitted(caption->said, characters, arena);
    }
    int left = characters - (int)utf8_count(caption->sound) - 3;
    const char *said = fitted(caption->said, left > 0 ? left : 0, arena);
    return arena_format(arena, "%s%s[%s]", said, said[0] ? " " : "", caption->sound);
}

void caption_build(const Caption *caption, const CaptionRoom *room, Tree *tree)
{
    if (room->height > 0) {
        build_below(words_of(caption, room->characters, tree->arena), room->height, tree);
    } else if (caption->until) {
        build_over(caption->told, tree);
    }
}
