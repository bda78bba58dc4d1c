/* Breaking, measuring and reordering. Greedy: a line takes as many words as fit; a word wider
 * than a line breaks between user-perceived characters. */
#include "platform/shaper.h"

#include "platform/paragraph.h"
#include "platform/spacing.h"

#include <float.h>
#include <stdlib.h>
#include <string.h>

static const uint32_t soft_hyphen = 0xAD;

typedef struct Breaker {
    const TextFace *face;
    const char *text;
    const Paragraph *paragraph;
    float limit;
    TextLines *out;
    size_t capacity;
} Breaker;

typedef struct RunText {
    char *bytes; /* `room`, or from the heap */
    char room[256];
} RunText;

/* SDL_ttf wants a string of its own; control characters become spaces. */
static void run_text_init(RunText *run_text, const char *text, size_t start, size_t end,
                          bool hyphen)
{
    size_t length = end - start;
    bool fits = length + 2 <= sizeof run_text->room;
    run_text->bytes = fits ? run_text->room : memory_new(length + 2, 1);
    memcpy(run_text->bytes, text + start, length);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)run_text->bytes[i] < ' ')
            run_text->bytes[i] = ' ';
    if (hyphen)
        run_text->bytes[length++] = '-';
    run_text->bytes[length] = '\0';
}

static void run_text_clear(RunText *run_text)
{
    if (run_text->bytes != run_text->room)
        free(run_text->bytes);
}

static TTF_Font *run_font(const TextFace *face, const TextRun *run)
{
    TTF_Font *font = fonts_open(face->fonts, run->face, face->bold, face->size);
    if (!font)
        return NULL;
    TTF_SetFontDirection(font, run->level & 1 ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(font, run->script);
    return font;
}

int text_run_width(const TextFace *face, const char *text, const TextRun *run, size_t start,
                   size_t end)
{
    TTF_Font *font = run_font(face, run);
    if (!font || end <= start)
        return 0;
    RunText run_text;
    run_text_init(&run_text, text, start, end, run->hyphen && end == run->end);
    int width = 0;
    TTF_SizeUTF8(font, run_text.bytes, &width, NULL);
    run_text_clear(&run_text);
    return width + spacing_width(face, text, run, start, end);
}

SDL_Surface *text_run_surface(const TextFace *face, const char *text, const TextRun *run)
{
    const SDL_Color white = {255, 255, 255, 255}, black = {0, 0, 0, 255};
    TTF_Font *font = run->width > 0 ? run_font(face, run) : NULL;
    if (!font)
        return NULL;
    if (spacing_holds(face, run))
        return spacing_surface(face, text, run, font);
    RunText run_text;
    run_text_init(&run_text, text, run->start, run->end, run->hyphen);
    SDL_Surface *surface = TTF_RenderUTF8_Shaded(font, run_text.bytes, white, black);
    run_text_clear(&run_text);
    return surface;
}

static bool same_run(const Character *a, const Character *b)
{
    return a->level == b->level && a->face == b->face && a->script == b->script;
}

/* The run that begins at character `from` and ends at `to` at the latest. */
static TextRun run_at(const Breaker *breaker, size_t from, size_t to, size_t *next)
{
    const Character *characters = breaker->paragraph->characters;
    size_t end = from + 1;
    while (end < to && same_run(&characters[from], &characters[end]))
        end++;
    *next = end;
    return (TextRun){.start = characters[from].at,
                     .end = characters[end].at,
                     .face = characters[from].face,
                     .script = characters[from].script,
                     .level = characters[from].level};
}

static int piece_width(const Breaker *breaker, size_t from, size_t to)
{
    int width = 0;
    while (from < to) {
        TextRun run = run_at(breaker, from, to, &from);
        width += text_run_width(breaker->face, breaker->text, &run, run.start, run.end);
    }
    return width;
}

static size_t without_spaces(const Breaker *breaker, size_t from, size_t to)
{
    while (to > from && breaker->paragraph->characters[to - 1].space)
        to--;
    return to;
}

static size_t next_break(const Breaker *breaker, size_t from)
{
    do
        from++;
    while (!breaker->paragraph->characters[from].line_break);
    return from;
}

static size_t next_grapheme(const Breaker *breaker, size_t from)
{
    do
        from++;
    while (!breaker->paragraph->characters[from].grapheme);
    return from;
}

/* --- one line ------------------------------------------------------------------------------ */

/* UAX #9, L2, on whole runs. */
static void reorder(TextRun *runs, size_t count)
{
    signed char highest = 0;
    for (size_t i = 0; i < count; i++)
        if (runs[i].level > highest)
            highest = runs[i].level;
    for (signed char level = highest; level > 0; level--)
        for (size_t first = 0; first < count; first++) {
            size_t end = first;
            while (end < count && runs[end].level >= level)
                end++;
            for (size_t a = first, b = end; a + 1 < b; a++) {
                TextRun moved = runs[--b];
                runs[b] = runs[a];
                runs[a] = moved;
            }
            first = end > first ? end : first;
        }
}

/* Runs of the characters from .. to - 1, in reading order. UAX #9, L1: spaces at the end of a
 * line are set to the paragraph's level. */
static void add_runs(const Breaker *breaker, TextLine *line, size_t from, size_t to)
{
    size_t capacity = 0, trimmed = without_spaces(breaker, from, to), end = to;
    bool hyphen = to > from && to < breaker->paragraph->count &&
                  breaker->paragraph->characters[to - 1].code == soft_hyphen;
    while (from < end) {
        size_t part = from < trimmed ? trimmed : end;
        TextRun run = run_at(breaker, from, part, &from);
        if (part > trimmed)
            run.level = line->rtl;
        run.hyphen = hyphen && from == end;
        list_room((void **)&line->runs, &capacity, line->count, sizeof run);
        line->runs[line->count++] = run;
    }
}

static TextLine line_of(const Breaker *breaker, size_t from, size_t to)
{
    TextLine line = {.rtl = breaker->paragraph->rtl};
    size_t trimmed = breaker->paragraph->characters[without_spaces(breaker, from, to)].at;
    add_runs(breaker, &line, from, to);
    for (size_t i = 0; i < line.count; i++) {
        TextRun *run = &line.runs[i];
        run->width = text_run_width(breaker->face, breaker->text, run, run->start, run->end);
        line.full += run->width;
        line.width += run->start < trimmed ? run->width : 0;
    }
    reorder(line.runs, line.count);
    int x = 0;
    for (size_t i = 0; i < line.count; i++) {
        line.runs[i].x = x;
        x += line.runs[i].width;
    }
    return line;
}

static void add_line(Breaker *breaker, TextLine line)
{
    TextLines *out = breaker->out;
    list_room((void **)&out->items, &breaker->capacity, out->count, sizeof line);
    out->items[out->count++] = line;
    if (line.width > out->width)
        out->width = line.width;
}

/* --- where lines end ----------------------------------------------------------------------- */

/* From this limit on the lines would differ: one more piece would have fitted. */
static void note_fit(const Breaker *breaker, float width)
{
    if (width < breaker->out->fits_below)
        breaker->out->fits_below = width;
}

/* End of a line that begins inside a word too wide for it; one grapheme at least. */
static size_t end_in_word(const Breaker *breaker, size_t from, size_t word_end)
{
    size_t end = next_grapheme(breaker, from);
    while (end < word_end) {
        size_t further = next_grapheme(breaker, end);
        int width = piece_width(breaker, from, further);
        if ((float)width > breaker->limit) {
            note_fit(breaker, (float)width);
            break;
        }
        end = further;
    }
    return end;
}

static size_t line_end(const Breaker *breaker, size_t from)
{
    size_t end = from;
    int width = 0;
    while (end < breaker->paragraph->count) {
        size_t next = next_break(breaker, end);
        size_t trimmed = without_spaces(breaker, end, next);
        int wider = width + piece_width(breaker, end, trimmed);
        if ((float)wider > breaker->limit) /* parts are rounded up: together they may fit */
            wider = piece_width(breaker, from, trimmed);
        if ((float)wider > breaker->limit) {
            if (end == from)
                return end_in_word(breaker, from, next);
            note_fit(breaker, (float)wider);
            break;
        }
        width = wider + piece_width(breaker, trimmed, next);
        end = next;
    }
    return end;
}

/* The break or grapheme before `end`, for a line that came out wider than its parts. */
static size_t earlier_end(const Breaker *breaker, size_t from, size_t end)
{
    size_t last = from, last_grapheme = from;
    for (size_t i = from + 1; i < end; i++) {
        if (breaker->paragraph->characters[i].line_break)
            last = i;
        if (breaker->paragraph->characters[i].grapheme)
            last_grapheme = i;
    }
    return last > from ? last : last_grapheme;
}

static size_t break_line(Breaker *breaker, size_t from)
{
    size_t end = line_end(breaker, from);
    for (;;) {
        TextLine line = line_of(breaker, from, end);
        size_t earlier =
            (float)line.width > breaker->limit ? earlier_end(breaker, from, end) : from;
        if (earlier == from) {
            add_line(breaker, line);
            return end;
        }
        note_fit(breaker, (float)line.width);
        free(line.runs);
        end = earlier;
    }
}

static void break_paragraph(Breaker *breaker)
{
    size_t count = breaker->paragraph->count;
    TextLine whole = line_of(breaker, 0, count);
    if ((float)whole.width <= breaker->limit) {
        add_line(breaker, whole);
        return;
    }
    free(whole.runs);
    for (size_t from = 0; from < count;)
        from = break_line(breaker, from);
}

TextLines text_lines_of(const TextFace *face, const char *text, float limit)
{
    TextLines lines = {.fits_below = FLT_MAX};
    Breaker breaker = {face, text, NULL, limit, &lines, 0};
    Arena *arena = arena_new();
    for (size_t start = 0;;) {
        size_t end = start + strcspn(text + start, "\n");
        Paragraph paragraph = paragraph_of(arena, face->fonts, face->body, text, start, end);
        breaker.paragraph = &paragraph;
        break_paragraph(&breaker);
        if (text[end] == '\0')
            break;
        start = end + 1;
    }
    arena_free(arena);
    return lines;
}

void text_lines_clear(TextLines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        free(lines->items[i].runs);
    free(lines->items);
    *lines = (TextLines){0};
}
