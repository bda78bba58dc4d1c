/* Reads a guide line by line: a line begins a block, or goes on with the one before. */
#include "content/guide.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct Reader {
    const char *place;
    Guide guide;
    size_t room, sections, line;
    Text words; /* of the block that is being read */
    bool open;  /* the next line may go on with it */
    Error *error;
} Reader;

static bool refuse(const Reader *reader, const char *sentence)
{
    return error_set(reader->error, ERROR_CONTENT, reader->place, "Line %zu of the guide %s",
                     reader->line, sentence);
}

/* ---- words ---- */

/* "[label](where)": adds the label; returns what is behind it, or NULL when it is no link. */
static const char *add_link(Text *words, const char *at)
{
    const char *middle = strstr(at, "](");
    const char *end = middle ? strchr(middle, ')') : NULL;
    if (!end) {
        return NULL;
    }
    text_add_bytes(words, at + 1, (size_t)(middle - at - 1));
    return end + 1;
}

/* A mark that is no word itself: adds what stands for it; returns what is behind it, or NULL. */
static const char *add_mark(Text *words, const char *at, bool *quoted)
{
    if (*at == '[') {
        return add_link(words, at);
    } else if (text_starts(at, "**")) {
        return at + 2;
    } else if (*at == '*') {
        *quoted = !*quoted;
        text_add(words, *quoted ? "\xe2\x80\x9c" : "\xe2\x80\x9d");
        return at + 1;
    }
    return *at == '`' ? at + 1 : NULL;
}

static void add_words(Text *words, const char *at)
{
    bool quoted = false;
    while (*at) {
        const char *after = add_mark(words, at, &quoted);
        if (!after) {
            text_add_bytes(words, at, 1);
        }
        at = after ? after : at + 1;
    }
}

/* ---- blocks ---- */

static void close_block(Reader *reader)
{
    if (reader->open) {
        reader->guide.blocks[reader->guide.count - 1].words = text_take(&reader->words);
        reader->open = false;
    }
}

static bool open_block(Reader *reader, GuideKind kind, const char *mark, const char *words)
{
    Guide *guide = &reader->guide;
    close_block(reader);
    if ((kind == GUIDE_TITLE) != (guide->count == 0)) {
        return refuse(reader, "is not where it belongs: a guide begins with its title, after one "
                              "# and a space, and has no other.");
    }
    if (kind == GUIDE_SECTION && ++reader->sections > GUIDE_SECTIONS) {
        return refuse(reader, "begins one section too many: join some of them.");
    }
    list_room((void **)&guide->blocks, &reader->room, guide->count, sizeof *guide->blocks);
    guide->blocks[guide->count++] = (GuideBlock){.kind = kind};
    reader->open = true;
    text_add(&reader->words, mark);
    add_words(&reader->words, words);
    return true;
}

static bool go_on(Reader *reader, const char *words)
{
    text_add(&reader->words, " ");
    add_words(&reader->words, words);
    return reader->words.length <= GUIDE_LINE ||
           refuse(reader, "makes a paragraph too long for the page: part it in two.");
}

/* Bytes of "12. "; 0 when the line does not begin so. */
static size_t number_length(const char *line)
{
    size_t digits = strspn(line, "0123456789");
    return digits > 0 && digits <= 2 && text_starts(line + digits, ". ") ? digits + 2 : 0;
}

static bool heading(Reader *reader, GuideKind kind, const char *words)
{
    bool read = open_block(reader, kind, "", words);
    close_block(reader);
    return read;
}

static bool read_line(Reader *reader, const char *line)
{
    static const char *const marks[] = {"# ", "## ", "### "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (text_starts(line, marks[i])) {
            return heading(reader, (GuideKind)i, line + strlen(marks[i]));
        }
    }
    size_t number = number_length(line);
    if (number > 0) {
        return open_block(reader, GUIDE_ITEM, "", line);
    } else if (text_starts(line, "- ")) {
        return open_block(reader, GUIDE_ITEM, "\xe2\x80\xa2 ", line + 2);
    } else if (*line == '\0' || text_starts(line, "![")) {
        close_block(reader);
        return true;
    } else if (strchr("#|<>+=", *line) || text_starts(line, "```") || text_starts(line, "* ")) {
        return refuse(reader, "is neither a heading, a paragraph nor a list.");
    }
    return reader->open ? go_on(reader, line) : open_block(reader, GUIDE_WORDS, "", line);
}

/* ---- the whole ---- */

/* Without the spaces around it. False where it holds what no page shows. */
static bool take_line(Reader *reader, const char *from, size_t length)
{
    char line[GUIDE_LINE + 1];
    if (length > GUIDE_LINE) {
        return refuse(reader, "is too long: part it in two.");
    }
    while (length > 0 && (*from == ' ' || *from == '\t')) {
        from++, length--;
    }
    while (length > 0 && strchr(" \t\r", from[length - 1])) {
        length--;
    }
    for (size_t i = 0; i < length; i++) {
        if (iscntrl((unsigned char)from[i])) {
            return refuse(reader, "holds signs that are no letters: save the file as plain text.");
        }
    }
    memcpy(line, from, length);
    line[length] = '\0';
    return read_line(reader, line);
}

static bool read_lines(Reader *reader, const char *bytes, size_t size)
{
    const char *end = bytes + size;
    while (bytes < end) {
        const char *newline = memchr(bytes, '\n', (size_t)(end - bytes));
        const char *stop = newline ? newline : end;
        reader->line++;
        if (!take_line(reader, bytes, (size_t)(stop - bytes))) {
            return false;
        }
        bytes = stop + 1;
    }
    close_block(reader);
    return reader->sections > 0 ||
           refuse(reader, "is the last one, and there was no section: each begins with ##.");
}

bool guide_parse(const char *bytes, size_t size, const char *place, Guide *out, Error *error)
{
    Reader reader = {.place = place, .error = error};
    text_init(&reader.words);
    bool read = utf8_check(bytes, size) == size
                    ? read_lines(&reader, bytes, size)
                    : error_set(error, ERROR_CONTENT, place,
                                "The guide is not written in UTF-8: save it so.");
    close_block(&reader);
    text_clear(&reader.words);
    if (read) {
        *out = reader.guide;
    } else {
        guide_clear(&reader.guide);
    }
    return read;
}

bool guide_read(const char *path, Guide *out, Error *error)
{
    char *bytes;
    size_t size;
    if (!file_read(path, GUIDE_BYTES, &bytes, &size, error)) {
        return false;
    }
    bool read = guide_parse(bytes, size, path, out, error);
    free(bytes);
    return read;
}

void guide_clear(Guide *guide)
{
    for (size_t i = 0; i < guide->count; i++) {
        free(guide->blocks[i].words);
    }
    free(guide->blocks);
    *guide = (Guide){0};
}

size_t guide_section(const Guide *guide, size_t number)
{
    size_t at = 0;
    for (; at < guide->count; at++) {
        if (guide->blocks[at].kind == GUIDE_SECTION && number-- == 0) {
            break;
        }
    }
    return at;
}
