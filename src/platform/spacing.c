#include "platform/spacing.h"

#include "base/text.h"

#include <unistr.h>

#include <string.h>

enum { GRAPHEME_BYTES = 64 };

static const char soft_hyphen[] = "\xC2\xAD";

bool spacing_holds(const TextFace *face, const TextRun *run)
{
    static const char *const scripts[] = {"Latn", "Grek", "Cyrl"};
    bool apart = false;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        apart = apart || strcmp(run->script, scripts[i]) == 0;
    return apart && (run->level & 1) == 0 && (face->letter > 0 || face->word > 0);
}

/* A soft hyphen inside a line is not seen. */
static bool unseen(const char *text, size_t at, size_t end)
{
    return end - at == 2 && memcmp(text + at, soft_hyphen, 2) == 0;
}

static size_t next_of(const char *text, size_t at, size_t end)
{
    size_t next = utf8_grapheme_after(text, at);
    return next > at && next < end ? next : end;
}

int spacing_width(const TextFace *face, const char *text, const TextRun *run, size_t start,
                  size_t end)
{
    if (!spacing_holds(face, run))
        return 0;
    int width = run->hyphen && end == run->end ? face->letter : 0;
    for (size_t at = start, next; at < end; at = next) {
        next = next_of(text, at, end);
        width += unseen(text, at, next) ? 0 : face->letter;
        width += text[at] == ' ' ? face->word : 0;
    }
    return width;
}

/* What overlaps adds up to the darker of the two. */
static void lay_over(const SDL_Surface *glyph, SDL_Surface *out, int x)
{
    int height = glyph->h < out->h ? glyph->h : out->h;
    for (int row = 0; row < height; row++) {
        const Uint8 *from = (const Uint8 *)glyph->pixels + (ptrdiff_t)row * glyph->pitch;
        Uint8 *to = (Uint8 *)out->pixels + (ptrdiff_t)row * out->pitch;
        for (int column = 0; column < glyph->w; column++) {
            int at = x + column;
            if (at >= 0 && at < out->w && from[column] > to[at])
                to[at] = from[column];
        }
    }
}

/* SDL_ttf moves a lone letter that reaches out to the left, like j, into its surface. */
static int reach_left(TTF_Font *font, const char *letter)
{
    int least = 0;
    ucs4_t code = 0;
    u8_mbtouc(&code, (const uint8_t *)letter, strlen(letter));
    TTF_GlyphMetrics32(font, code, &least, NULL, NULL, NULL, NULL);
    return least < 0 ? -least : 0;
}

static void draw_letter(TTF_Font *font, const char *letter, SDL_Surface *out, int x)
{
    const SDL_Color white = {255, 255, 255, 255}, black = {0, 0, 0, 255};
    SDL_Surface *glyph = TTF_RenderUTF8_Shaded(font, letter, white, black);
    if (!glyph)
        return;
    lay_over(glyph, out, x - reach_left(font, letter));
    SDL_FreeSurface(glyph);
}

/* Each letter where it would stand, kerning included, moved on by the room before it. */
static void draw_letters(const TextFace *face, const char *text, const TextRun *run, TTF_Font *font,
                         SDL_Surface *out)
{
    for (size_t at = run->start, next; at < run->end; at = next) {
        char letter[GRAPHEME_BYTES];
        next = next_of(text, at, run->end);
        size_t length = next - at;
        if (length >= sizeof letter || (unsigned char)text[at] <= ' ' || unseen(text, at, next))
            continue;
        memcpy(letter, text + at, length);
        letter[length] = '\0';
        draw_letter(font, letter, out, text_run_width(face, text, run, run->start, at));
    }
}

SDL_Surface *spacing_surface(const TextFace *face, const char *text, const TextRun *run,
                             TTF_Font *font)
{
    SDL_Surface *out = SDL_CreateRGBSurfaceWithFormat(0, run->width, TTF_FontHeight(font), 8,
                                                      SDL_PIXELFORMAT_INDEX8);
    if (!out)
        return NULL;
    draw_letters(face, text, run, font, out);
    if (run->hyphen) {
        TextRun whole = *run;
        whole.hyphen = false;
        draw_letter(font, "-", out, text_run_width(face, text, &whole, run->start, run->end));
    }
    return out;
}
