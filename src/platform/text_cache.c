/* Bounded: TEXTS entries, MASK_BYTES of masks; the least recently used give way. Found by hash,
 * since layout asks for some hundred texts with every input. */
#include "platform/text_cache.h"

#include "base/memory.h"
#include "platform/shaper.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TEXTS = 512, CHAINS = 256, MASK_BYTES = 8 * 1024 * 1024 };

typedef struct TextKey {
    const char *text;
    uint64_t hash;
    int size, letter, word; /* px */
    bool bold;
    FontFamily family;
} TextKey;

typedef struct CachedText {
    char *text; /* NULL: this place is free */
    TextKey key;
    float limit; /* the lines were broken at */
    TextLines lines;
    Mask mask; /* coverage NULL: not drawn yet */
    int ascent, band;
    unsigned used;
    struct CachedText *next; /* in its chain */
} CachedText;

struct TextCache {
    Fonts *fonts;
    CachedText texts[TEXTS];
    CachedText *chains[CHAINS]; /* those with the same hash, modulo */
    size_t mask_bytes;
    unsigned now;
};

TextCache *text_cache_new(Fonts *fonts)
{
    TextCache *cache = memory_new(1, sizeof *cache);
    cache->fonts = fonts;
    return cache;
}

static size_t mask_bytes(const CachedText *cached)
{
    return cached->mask.coverage ? (size_t)cached->mask.width * (size_t)cached->mask.height : 0;
}

static CachedText **chain_of(TextCache *cache, const TextKey *key)
{
    return &cache->chains[key->hash % CHAINS];
}

static void unchain(TextCache *cache, const CachedText *cached)
{
    CachedText **link = chain_of(cache, &cached->key);
    while (*link != cached)
        link = &(*link)->next;
    *link = cached->next;
}

static void forget_text(TextCache *cache, CachedText *cached)
{
    if (!cached->text)
        return;
    unchain(cache, cached);
    cache->mask_bytes -= mask_bytes(cached);
    memory_wipe(cached->text, strlen(cached->text));
    free(cached->text);
    free(cached->mask.coverage);
    text_lines_clear(&cached->lines);
    *cached = (CachedText){0};
}

void text_cache_forget(TextCache *cache)
{
    for (size_t i = 0; i < TEXTS; i++)
        forget_text(cache, &cache->texts[i]);
}

void text_cache_free(TextCache *cache)
{
    if (!cache)
        return;
    text_cache_forget(cache);
    free(cache);
}

size_t text_cache_bytes(const TextCache *cache)
{
    return cache->mask_bytes;
}

/* FNV-1a over the words and what they are set in. */
static uint64_t hash_text(const char *text, const TextStyle *style, int size)
{
    int set = (size * 2 + style->bold) * FONT_FAMILY_COUNT + (int)style->family;
    uint64_t hash = 0xcbf29ce484222325u ^ (uint64_t)set;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
    return hash;
}

/* Half a pixel of tolerance: a text measured and then given exactly that width must not break. */
static float with_tolerance(float limit)
{
    return limit > 0 ? limit + 0.5f : FLT_MAX;
}

/* Whether the lines are those that breaking at `limit` would give. */
static bool fits(const CachedText *cached, float limit)
{
    if (limit == cached->limit)
        return true;
    return (float)cached->lines.width <= limit &&
           (limit < cached->lines.fits_below || cached->lines.fits_below == FLT_MAX);
}

static bool is_text(const CachedText *cached, const TextKey *key)
{
    return cached->key.hash == key->hash && cached->key.size == key->size &&
           cached->key.bold == key->bold && cached->key.family == key->family &&
           cached->key.letter == key->letter && cached->key.word == key->word &&
           strcmp(cached->text, key->text) == 0;
}

static TextFace face_of(const TextCache *cache, const CachedText *cached)
{
    const TextKey *key = &cached->key;
    return (TextFace){.fonts = cache->fonts,
                      .size = key->size,
                      .bold = key->bold,
                      .body = fonts_of_family(cache->fonts, key->family),
                      .letter = key->letter,
                      .word = key->word};
}

static CachedText *oldest_place(TextCache *cache)
{
    CachedText *oldest = cache->texts;
    for (CachedText *cached = cache->texts; cached < cache->texts + TEXTS; cached++) {
        if (cached->used < oldest->used)
            oldest = cached;
    }
    return oldest;
}

static CachedText *add_text(TextCache *cache, const TextKey *key, float limit)
{
    CachedText *place = oldest_place(cache), **chain = chain_of(cache, key);
    forget_text(cache, place);
    place->text = memory_copy_string(key->text);
    place->key = *key;
    place->key.text = place->text;
    place->limit = limit;
    TextFace face = face_of(cache, place);
    place->lines = text_lines_of(&face, place->text, limit);
    place->next = *chain;
    return *chain = place;
}

static TextKey key_of(const char *text, const TextStyle *style)
{
    int size = style->size < 1 ? 1 : (int)lroundf(style->size);
    return (TextKey){.text = text,
                     .hash = hash_text(text, style, size),
                     .size = size,
                     .letter = (int)lroundf(style->letter),
                     .word = (int)lroundf(style->word),
                     .bold = style->bold,
                     .family = style->family};
}

static CachedText *find_text(TextCache *cache, const char *text, const TextStyle *style,
                             float max_width)
{
    const TextKey key = key_of(text, style);
    const float limit = with_tolerance(max_width);
    CachedText *found = *chain_of(cache, &key);
    while (found && !(is_text(found, &key) && fits(found, limit)))
        found = found->next;
    if (!found)
        found = add_text(cache, &key, limit);
    found->used = ++cache->now;
    return found;
}

static float line_step(const TextStyle *style)
{
    return style->size * (style->line_height > 0 ? style->line_height : 1);
}

static Extent measure(void *context, const char *text, const TextStyle *style, float max_width)
{
    if (!text)
        return (Extent){0, 0};
    const CachedText *cached = find_text(context, text, style, max_width);
    return (Extent){(float)cached->lines.width, (float)cached->lines.count * line_step(style)};
}

static float caret(void *context, const char *text, const TextStyle *style, size_t at)
{
    TextCache *cache = context;
    if (!text || !*text)
        return 0;
    const CachedText *cached = find_text(cache, text, style, 0);
    TextFace face = face_of(cache, cached);
    return (float)text_lines_caret(&face, &cached->lines, text, at);
}

/* --- drawing ------------------------------------------------------------------------------- */

static void forget_oldest_masks(TextCache *cache, const CachedText *keep)
{
    while (cache->mask_bytes > MASK_BYTES) {
        CachedText *oldest = NULL;
        for (CachedText *cached = cache->texts; cached < cache->texts + TEXTS; cached++)
            if (cached->mask.coverage && cached != keep && (!oldest || cached->used < oldest->used))
                oldest = cached;
        if (!oldest)
            return;
        forget_text(cache, oldest);
    }
}

static void make_mask(TextCache *cache, CachedText *cached)
{
    TextFace face = face_of(cache, cached);
    cached->mask =
        text_lines_mask(&face, &cached->lines, cached->text, &cached->ascent, &cached->band);
    cache->mask_bytes += mask_bytes(cached);
    forget_oldest_masks(cache, cached);
}

/* Left edge of the line's mask within `width` px. Spaces at the end hang over the edge. */
static float line_left(const TextLine *line, const TextStyle *style, float width)
{
    bool right = style->start == START_BY_WORDS ? line->rtl : style->start == START_RIGHT;
    float slack = width - (float)line->width;
    float hanging = line->rtl ? (float)(line->full - line->width) : 0;
    if (style->align == ALIGN_CENTER)
        return slack / 2 - hanging;
    return ((style->align == ALIGN_END) != right ? slack : 0) - hanging;
}

/* From the top of a line's box to its baseline, by the body face: the same in every script. */
static float baseline_of(TextCache *cache, const CachedText *cached, float step)
{
    FontFace body = fonts_of_family(cache->fonts, cached->key.family);
    TTF_Font *font = fonts_open(cache->fonts, body, cached->key.bold, cached->key.size);
    if (!font)
        return step;
    return (step - (float)TTF_FontHeight(font)) / 2 + (float)TTF_FontAscent(font);
}

void text_cache_draw(TextCache *cache, const Canvas *canvas, const char *text,
                     const TextStyle *style, Rect rect, Color color)
{
    if (!text || !*text || color.a == 0)
        return;
    CachedText *cached = find_text(cache, text, style, rect.width);
    if (!cached->mask.coverage)
        make_mask(cache, cached);
    float step = line_step(style), baseline = baseline_of(cache, cached, step);
    for (size_t i = 0; cached->mask.coverage && i < cached->lines.count; i++) {
        const TextLine *line = &cached->lines.items[i];
        int x = (int)lroundf(rect.x + line_left(line, style, rect.width));
        int y = (int)lroundf(rect.y + (float)i * step + baseline) - cached->ascent;
        Box band = {0, cached->band * (int)i, line->full, cached->band};
        canvas_mask_part(canvas, &cached->mask, band, x, y, color);
    }
}

/* --- the ruler ----------------------------------------------------------------------------- */

static size_t range(void *context, const char *text, const TextStyle *style, float width,
                    size_t start, size_t end, Rect *out, size_t room)
{
    TextCache *cache = context;
    size_t found = 0;
    if (!text || !*text)
        return 0;
    const CachedText *cached = find_text(cache, text, style, width);
    const TextFace face = face_of(cache, cached);
    float step = line_step(style);
    for (size_t i = 0; i < cached->lines.count; i++) {
        const TextLine *line = &cached->lines.items[i];
        float left = line_left(line, style, width), top = (float)i * step;
        for (size_t r = 0; r < line->count && found < room; r++) {
            TextPart part = text_run_part(&face, text, &line->runs[r], start, end);
            if (part.width > 0)
                out[found++] = (Rect){left + (float)part.x, top, (float)part.width, step};
        }
    }
    return found;
}

Ruler text_cache_ruler(TextCache *cache)
{
    return (Ruler){measure, caret, range, cache, fonts_lacking(cache->fonts)};
}
