/* What is done with lines once they stand: finding the caret in them and making their mask. */
#include "platform/shaper.h"

#include "base/memory.h"
#include "base/text.h"

#include <string.h>

static const TextRun *run_with(const TextLine *line, size_t at)
{
    const TextRun *last = NULL;
    for (size_t i = 0; i < line->count; i++) {
        const TextRun *run = &line->runs[i];
        if (run->start <= at && at < run->end)
            return run;
        if (!last || run->end > last->end)
            last = run;
    }
    return last;
}

/* Px from the run's own start. A joined letter may be narrower than it was alone, so the widest
 * beginning counts: a caret never goes back. */
static int width_before(const TextFace *face, const char *text, const TextRun *run, size_t at)
{
    int widest = 0;
    for (size_t end = run->start; end < at && end < run->end;) {
        size_t next = utf8_grapheme_after(text, end);
        end = next > end && next < at ? next : at;
        int width = text_run_width(face, text, run, run->start, end < run->end ? end : run->end);
        widest = width > widest ? width : widest;
    }
    return widest < run->width ? widest : run->width;
}

static const TextLine *line_with(const TextLines *lines, size_t at)
{
    const TextLine *found = &lines->items[0];
    for (size_t i = 0; i < lines->count; i++)
        for (size_t r = 0; r < lines->items[i].count; r++)
            if (lines->items[i].runs[r].start <= at)
                found = &lines->items[i];
    return found;
}

int text_lines_caret(const TextFace *face, const TextLines *lines, const char *text, size_t at)
{
    const TextLine *line = line_with(lines, at);
    const TextRun *run = run_with(line, at);
    if (!run)
        return 0;
    int before = width_before(face, text, run, at);
    int x = run->level & 1 ? run->x + run->width - before : run->x + before;
    return line->rtl ? line->full - x : x;
}

TextPart text_run_part(const TextFace *face, const char *text, const TextRun *run, size_t start,
                       size_t end)
{
    size_t from = start > run->start ? start : run->start;
    size_t to = end < run->end ? end : run->end;
    if (from >= to)
        return (TextPart){0, 0};
    int before = width_before(face, text, run, from);
    int after = to == run->end ? run->width : width_before(face, text, run, to);
    int x = run->level & 1 ? run->x + run->width - after : run->x + before;
    return (TextPart){x, after - before};
}

/* --- the mask ------------------------------------------------------------------------------ */

static TTF_Font *run_open(const TextFace *face, const TextRun *run)
{
    return fonts_open(face->fonts, run->face, face->bold, face->size);
}

/* Room above and below the baseline that every font of the text finds enough. */
static void find_band(const TextFace *face, const TextLines *lines, int *ascent, int *band)
{
    int above = 0, below = 0;
    for (size_t i = 0; i < lines->count; i++)
        for (size_t r = 0; r < lines->items[i].count; r++) {
            TTF_Font *font = run_open(face, &lines->items[i].runs[r]);
            int ascends = font ? TTF_FontAscent(font) : 0;
            int descends = font ? TTF_FontHeight(font) - ascends : 0;
            above = ascends > above ? ascends : above;
            below = descends > below ? descends : below;
        }
    *ascent = above;
    *band = above + below;
}

/* SDL_ttf's shaded glyphs are 8-bit pictures whose values are the coverage. */
static void copy_coverage(const SDL_Surface *surface, Mask *mask, int x, int y, int room)
{
    int height = surface->h < room ? surface->h : room;
    int width = surface->w < mask->width - x ? surface->w : mask->width - x;
    for (int row = 0; row < height && width > 0; row++) {
        const uint8_t *from = (const uint8_t *)surface->pixels + (ptrdiff_t)row * surface->pitch;
        memcpy(mask->coverage + (ptrdiff_t)(y + row) * mask->width + x, from, (size_t)width);
    }
}

static void draw_run(const TextFace *face, const char *text, const TextRun *run, Mask *mask,
                     int baseline, int bottom)
{
    SDL_Surface *surface = text_run_surface(face, text, run);
    if (!surface)
        return;
    int top = baseline - TTF_FontAscent(run_open(face, run));
    copy_coverage(surface, mask, run->x, top, bottom - top);
    SDL_FreeSurface(surface);
}

Mask text_lines_mask(const TextFace *face, const TextLines *lines, const char *text, int *ascent,
                     int *band)
{
    Mask mask = {0};
    find_band(face, lines, ascent, band);
    for (size_t i = 0; i < lines->count; i++)
        if (lines->items[i].full > mask.width)
            mask.width = lines->items[i].full;
    mask.height = *band * (int)lines->count;
    if (mask.width == 0 || mask.height == 0)
        return (Mask){0};
    mask.coverage = memory_new((size_t)mask.width * (size_t)mask.height, 1);
    for (size_t i = 0; i < lines->count; i++)
        for (size_t r = 0; r < lines->items[i].count; r++) {
            int top = *band * (int)i;
            draw_run(face, text, &lines->items[i].runs[r], &mask, top + *ascent, top + *band);
        }
    return mask;
}
