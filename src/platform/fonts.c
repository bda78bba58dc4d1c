/* Font files and open fonts. A face is a family with a regular and, where there is one, a bold
 * file; bold is drawn by SDL_ttf otherwise. */
#include "platform/fonts.h"

#include "base/memory.h"

#include <SDL_thread.h>
#include <SDL_timer.h>
#include <fontconfig/fontconfig.h>

#include <stdlib.h>
#include <string.h>

enum { FACES = 16, OPEN_FONTS = 16, MISSES = 32, PROBE_SIZE = 16 };

typedef struct Face {
    char *regular, *bold; /* paths; bold may be NULL */
} Face;

typedef struct OpenFont {
    TTF_Font *font;
    FontFace face;
    bool bold;
    int size;
    unsigned used;
} OpenFont;

struct Fonts {
    char *family;
    Face faces[FACES];
    int face_count;
    FontFace families[FONT_FAMILY_COUNT];
    unsigned lacking;        /* bit per FontFamily */
    TTF_Font *probes[FACES]; /* regular, for asking which characters a face has */
    OpenFont open[OPEN_FONTS];
    unsigned now;
    uint32_t missing[MISSES]; /* characters no installed font has; asked for once */
    size_t missing_count;
    SDL_Thread *search;
    FcConfig *config; /* once a character had to be looked for */
    bool started;
};

static const char *const fallback_families[] = {"Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew",
                                                "DejaVu Sans"};

/* Andika, or what stands in for it, is the body face itself. */
static const char *const family_names[FONT_FAMILY_COUNT] = {
    [FONT_OPENDYSLEXIC] = "OpenDyslexic", [FONT_COMIC_NEUE] = "Comic Neue"};

static char *pattern_file(FcPattern *pattern)
{
    FcChar8 *file = NULL;
    if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
        return NULL;
    return memory_copy_string((const char *)file);
}

/* A package may bring the same letters once more as packed web fonts. */
static bool is_web_font(const char *file)
{
    const char *end = strrchr(file, '.');
    return end && strncmp(end, ".woff", 5) == 0;
}

/* Of several files the one whose path comes first, web fonts last: the same on every computer. */
static char *best_file(const FcFontSet *found)
{
    char *best = NULL;
    for (int i = 0; i < found->nfont; i++) {
        char *file = pattern_file(found->fonts[i]);
        bool better = file && (!best || is_web_font(best) > is_web_font(file) ||
                               (is_web_font(best) == is_web_font(file) && strcmp(file, best) < 0));
        free(better ? best : file);
        best = better ? file : best;
    }
    return best;
}

/* Path of exactly this family, upright; NULL when it is not installed. */
static char *family_file(FcConfig *config, const char *family, bool bold)
{
    FcPattern *wanted = FcPatternBuild(
        NULL, FC_FAMILY, FcTypeString, family, FC_SLANT, FcTypeInteger, FC_SLANT_ROMAN, FC_WIDTH,
        FcTypeInteger, FC_WIDTH_NORMAL, FC_WEIGHT, FcTypeInteger,
        bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, FC_VARIABLE, FcTypeBool, FcFalse, (char *)NULL);
    FcObjectSet *fields = FcObjectSetBuild(FC_FILE, (char *)NULL);
    FcFontSet *found = FcFontList(config, wanted, fields);
    char *file = found ? best_file(found) : NULL;
    if (found)
        FcFontSetDestroy(found);
    FcObjectSetDestroy(fields);
    FcPatternDestroy(wanted);
    return file;
}

static void add_family(Fonts *fonts, FcConfig *config, const char *family)
{
    char *regular = family_file(config, family, false);
    if (regular)
        fonts->faces[fonts->face_count++] = (Face){regular, family_file(config, family, true)};
}

/* After the fallbacks: letters the chosen family lacks come from Andika. */
static void add_choices(Fonts *fonts, FcConfig *config)
{
    for (int family = FONT_ANDIKA + 1; family < FONT_FAMILY_COUNT; family++) {
        int face = fonts->face_count;
        add_family(fonts, config, family_names[family]);
        bool found = fonts->face_count > face;
        fonts->families[family] = found ? face : FACE_BODY;
        fonts->lacking |= found ? 0 : 1u << family;
    }
}

/* The configuration is dropped again: what we keep is a handful of paths. FcFini is not called,
 * for other libraries in the process may use fontconfig too. */
static int search_families(void *context)
{
    Fonts *fonts = context;
    FcConfig *config = FcInitLoadConfigAndFonts();
    if (!config)
        return 1;
    add_family(fonts, config, fonts->family);
    for (size_t i = 0; fonts->face_count > 0 && i < sizeof fallback_families / sizeof(char *); i++)
        add_family(fonts, config, fallback_families[i]);
    if (fonts->face_count > 0)
        add_choices(fonts, config);
    FcConfigDestroy(config);
    return 0;
}

Fonts *fonts_new(const char *family)
{
    Fonts *fonts = memory_new(1, sizeof *fonts);
    fonts->family = memory_copy_string(family);
    fonts->search = SDL_CreateThread(search_families, "fonts", fonts);
    if (!fonts->search)
        search_families(fonts);
    return fonts;
}

static void await_search(Fonts *fonts)
{
    if (fonts->search)
        SDL_WaitThread(fonts->search, NULL);
    fonts->search = NULL;
}

bool fonts_ready(Fonts *fonts, Error *error)
{
    await_search(fonts);
    if (fonts->face_count == 0)
        return error_set(error, ERROR_SYSTEM, fonts->family,
                         "the font is not installed; install the Debian packages "
                         "fonts-sil-andika and fonts-noto-core, then start again");
    if (!fonts->started && TTF_Init() != 0)
        return error_set(error, ERROR_SYSTEM, "SDL_ttf", "text cannot be drawn: %s",
                         TTF_GetError());
    fonts->started = true;
    return true;
}

void fonts_free(Fonts *fonts)
{
    if (!fonts)
        return;
    await_search(fonts);
    for (size_t i = 0; i < OPEN_FONTS; i++)
        if (fonts->open[i].font)
            TTF_CloseFont(fonts->open[i].font);
    for (int i = 0; i < fonts->face_count; i++) {
        if (fonts->probes[i])
            TTF_CloseFont(fonts->probes[i]);
        free(fonts->faces[i].regular);
        free(fonts->faces[i].bold);
    }
    if (fonts->started)
        TTF_Quit();
    if (fonts->config)
        FcConfigDestroy(fonts->config);
    free(fonts->family);
    free(fonts);
}

FontFace fonts_of_family(const Fonts *fonts, FontFamily family)
{
    return fonts->families[family];
}

unsigned fonts_lacking(const Fonts *fonts)
{
    return fonts->lacking;
}

static TTF_Font *open_file(const Face *face, bool bold, int size)
{
    TTF_Font *font = TTF_OpenFont(bold && face->bold ? face->bold : face->regular, size);
    if (!font)
        return NULL;
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL); /* even spacing at small sizes */
    if (bold && !face->bold)
        TTF_SetFontStyle(font, TTF_STYLE_BOLD);
    return font;
}

TTF_Font *fonts_open(Fonts *fonts, FontFace face, bool bold, int size)
{
    OpenFont *oldest = &fonts->open[0];
    for (OpenFont *open = fonts->open; open < fonts->open + OPEN_FONTS; open++) {
        if (open->font && open->face == face && open->bold == bold && open->size == size) {
            open->used = ++fonts->now;
            return open->font;
        }
        if (open->used < oldest->used)
            oldest = open;
    }
    if (oldest->font)
        TTF_CloseFont(oldest->font);
    *oldest =
        (OpenFont){open_file(&fonts->faces[face], bold, size), face, bold, size, ++fonts->now};
    return oldest->font;
}

static bool face_has(Fonts *fonts, FontFace face, const uint32_t *characters, size_t count)
{
    if (!fonts->probes[face])
        fonts->probes[face] = TTF_OpenFont(fonts->faces[face].regular, PROBE_SIZE);
    if (!fonts->probes[face])
        return false;
    for (size_t i = 0; i < count; i++)
        if (!TTF_GlyphIsProvided32(fonts->probes[face], characters[i]))
            return false;
    return true;
}

static bool is_missing(const Fonts *fonts, uint32_t character)
{
    for (size_t i = 0; i < fonts->missing_count && i < MISSES; i++)
        if (fonts->missing[i] == character)
            return true;
    return false;
}

static char *file_with_character(FcConfig *config, uint32_t character)
{
    FcCharSet *set = FcCharSetCreate();
    FcCharSetAddChar(set, character);
    FcPattern *wanted = FcPatternBuild(NULL, FC_CHARSET, FcTypeCharSet, set, FC_SCALABLE,
                                       FcTypeBool, FcTrue, (char *)NULL);
    FcConfigSubstitute(config, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    FcPattern *match = FcFontMatch(config, wanted, &result);
    char *file = match ? pattern_file(match) : NULL;
    if (match)
        FcPatternDestroy(match);
    FcPatternDestroy(wanted);
    FcCharSetDestroy(set);
    return file;
}

/* Any installed font, for a script none of our families knows. Costs milliseconds, so a character
 * that nobody has is remembered. */
static FontFace search_any(Fonts *fonts, uint32_t character)
{
    if (fonts->face_count == FACES || is_missing(fonts, character))
        return FACE_NONE;
    if (!fonts->config)
        fonts->config = FcInitLoadConfigAndFonts();
    char *file = file_with_character(fonts->config, character);
    FontFace face = fonts->face_count;
    if (file) {
        fonts->faces[fonts->face_count++] = (Face){file, NULL};
        if (face_has(fonts, face, &character, 1))
            return face;
        fonts->face_count--;
        if (fonts->probes[face])
            TTF_CloseFont(fonts->probes[face]);
        fonts->probes[face] = NULL;
        free(file);
    }
    fonts->missing[fonts->missing_count++ % MISSES] = character;
    return FACE_NONE;
}

static FontFace known_face(Fonts *fonts, const uint32_t *characters, size_t count)
{
    for (FontFace face = 0; face < fonts->face_count; face++)
        if (face_has(fonts, face, characters, count))
            return face;
    return FACE_NONE;
}

FontFace fonts_face(Fonts *fonts, const uint32_t *characters, size_t count, FontFace hint)
{
    if (hint != FACE_NONE && face_has(fonts, hint, characters, count))
        return hint;
    FontFace face = known_face(fonts, characters, count);
    if (face == FACE_NONE && count > 1)
        face = known_face(fonts, characters, 1);
    if (face == FACE_NONE)
        face = search_any(fonts, characters[0]);
    return face == FACE_NONE ? FACE_BODY : face;
}
