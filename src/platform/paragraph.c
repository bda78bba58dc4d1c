/* Characters by libunistring, levels by FriBidi (UAX #9), line breaks by UAX #14, graphemes by
 * UAX #29, and our own choice of font and script. */
#include "platform/paragraph.h"

#include <fribidi.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <unistr.h>

#include <string.h>

enum { GRAPHEME_MAX = 16 };

/* Names as libunistring gives them, tags as OpenType wants them. */
static const struct {
    const char *name, *tag;
} scripts[] = {
    {"Latin", "Latn"},    {"Arabic", "Arab"},    {"Hebrew", "Hebr"},     {"Cyrillic", "Cyrl"},
    {"Greek", "Grek"},    {"Han", "Hani"},       {"Hiragana", "Hira"},   {"Katakana", "Kana"},
    {"Hangul", "Hang"},   {"Thai", "Thai"},      {"Lao", "Laoo"},        {"Khmer", "Khmr"},
    {"Myanmar", "Mymr"},  {"Tibetan", "Tibt"},   {"Devanagari", "Deva"}, {"Bengali", "Beng"},
    {"Gurmukhi", "Guru"}, {"Gujarati", "Gujr"},  {"Tamil", "Taml"},      {"Telugu", "Telu"},
    {"Kannada", "Knda"},  {"Malayalam", "Mlym"}, {"Sinhala", "Sinh"},    {"Ethiopic", "Ethi"},
    {"Armenian", "Armn"}, {"Georgian", "Geor"},  {"Syriac", "Syrc"},     {"Thaana", "Thaa"},
    {"Nko", "Nkoo"},      {"Cherokee", "Cher"},  {"Tifinagh", "Tfng"},   {"Bopomofo", "Bopo"},
};

static const char common_script[] = "Zyyy";

static const char *script_tag(uint32_t code)
{
    const uc_script_t *script = uc_script(code);
    for (size_t i = 0; script && i < sizeof scripts / sizeof *scripts; i++)
        if (strcmp(script->name, scripts[i].name) == 0)
            return scripts[i].tag;
    return common_script;
}

static void decode(Paragraph *paragraph, uint32_t *codes, const char *text, size_t start,
                   size_t end)
{
    size_t at = start;
    while (at < end) {
        ucs4_t code = 0;
        int length = u8_mbtouc(&code, (const uint8_t *)text + at, end - at);
        Character *character = &paragraph->characters[paragraph->count];
        codes[paragraph->count++] = code;
        *character = (Character){.code = code,
                                 .at = at,
                                 .script = script_tag(code),
                                 .space = uc_is_property_white_space(code) && code != 0xA0};
        at += (size_t)(length > 0 ? length : 1);
    }
    paragraph->characters[paragraph->count].at = end;
}

/* By the first letter outside of what is set apart (UAX #9, rule P2; FriBidi 1.0.8 takes the first
 * of all). */
static FriBidiParType direction_of(const FriBidiCharType *types, FriBidiStrIndex count)
{
    int depth = 0;
    for (FriBidiStrIndex i = 0; i < count; i++) {
        if (types[i] == FRIBIDI_TYPE_PDI)
            depth -= depth > 0;
        else if (FRIBIDI_IS_ISOLATE(types[i]))
            depth++;
        else if (depth == 0 && FRIBIDI_IS_LETTER(types[i]))
            return FRIBIDI_IS_RTL(types[i]) ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    }
    return fribidi_get_par_direction(types, count);
}

static void find_levels(Paragraph *paragraph, Arena *arena, const uint32_t *codes)
{
    FriBidiStrIndex count = (FriBidiStrIndex)paragraph->count;
    FriBidiCharType *types = arena_alloc(arena, paragraph->count, sizeof *types);
    FriBidiBracketType *brackets = arena_alloc(arena, paragraph->count, sizeof *brackets);
    FriBidiLevel *levels = arena_alloc(arena, paragraph->count, sizeof *levels);
    fribidi_get_bidi_types(codes, count, types);
    fribidi_get_bracket_types(codes, count, types, brackets);
    FriBidiParType direction = direction_of(types, count);
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, levels))
        return; /* out of memory: left to right */
    paragraph->rtl = FRIBIDI_IS_RTL(direction);
    for (size_t i = 0; i < paragraph->count; i++)
        paragraph->characters[i].level = (signed char)levels[i];
}

static void find_breaks(Paragraph *paragraph, Arena *arena, const uint32_t *codes)
{
    size_t count = paragraph->count;
    char *breaks = arena_alloc(arena, count, 1);
    u32_possible_linebreaks(codes, count, "UTF-8", breaks);
    for (size_t i = 1; i < count; i++)
        paragraph->characters[i].line_break = breaks[i] == UC_BREAK_POSSIBLE ||
                                              breaks[i] == UC_BREAK_HYPHENATION ||
                                              breaks[i] == UC_BREAK_MANDATORY;
    u32_grapheme_breaks(codes, count, breaks);
    for (size_t i = 0; i < count; i++)
        paragraph->characters[i].grapheme = i == 0 || breaks[i];
    paragraph->characters[count].line_break = paragraph->characters[count].grapheme = true;
}

/* Spaces and signs belong to the script before them, at the start to the one that follows. */
static void spread_scripts(Paragraph *paragraph)
{
    const char *script = scripts[0].tag;
    for (size_t i = paragraph->count; i-- > 0;)
        if (paragraph->characters[i].script != common_script)
            script = paragraph->characters[i].script;
    for (size_t i = 0; i < paragraph->count; i++) {
        if (paragraph->characters[i].script == common_script)
            paragraph->characters[i].script = script;
        script = paragraph->characters[i].script;
    }
}

/* Signs and spaces keep the font before them; letters and digits ask anew. */
static bool follows_font(uint32_t code)
{
    return uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Z | UC_CATEGORY_MASK_P |
                                                      UC_CATEGORY_MASK_C);
}

/* The face for the grapheme first .. end - 1; joiners and marks of direction need no glyph. */
static FontFace grapheme_face(Fonts *fonts, FontFace body, const Character *first,
                              const Character *end, FontFace before)
{
    uint32_t codes[GRAPHEME_MAX];
    size_t count = 0;
    for (const Character *c = first; c < end && count < GRAPHEME_MAX; c++)
        if (!uc_is_property_default_ignorable_code_point(c->code) && c->code >= ' ')
            codes[count++] = c->code;
    if (count == 0)
        return before;
    return fonts_face(fonts, codes, count, follows_font(first->code) ? before : body);
}

static void find_faces(Paragraph *paragraph, Fonts *fonts, FontFace body)
{
    Character *end = paragraph->characters + paragraph->count;
    FontFace face = body;
    for (Character *first = paragraph->characters; first < end;) {
        Character *next = first + 1;
        while (next < end && !next->grapheme)
            next++;
        face = grapheme_face(fonts, body, first, next, face);
        for (; first < next; first++)
            first->face = face;
    }
}

/* A space between two directions goes with the words of its own. */
static void join_spaces(Paragraph *paragraph, Fonts *fonts)
{
    for (size_t i = paragraph->count; i-- > 1;) {
        Character *space = &paragraph->characters[i - 1];
        if (space->space && i > 1 && space->level == space[1].level &&
            space->level != space[-1].level) {
            space->face = fonts_face(fonts, &space->code, 1, space[1].face);
            space->script = space[1].script;
        }
    }
}

Paragraph paragraph_of(Arena *arena, Fonts *fonts, FontFace body, const char *text, size_t start,
                       size_t end)
{
    Paragraph paragraph = {arena_alloc(arena, end - start + 1, sizeof(Character)), 0, false};
    uint32_t *codes = arena_alloc(arena, end - start + 1, sizeof *codes);
    decode(&paragraph, codes, text, start, end);
    if (paragraph.count > 0) {
        find_levels(&paragraph, arena, codes);
        find_breaks(&paragraph, arena, codes);
        spread_scripts(&paragraph);
        find_faces(&paragraph, fonts, body);
        join_spaces(&paragraph, fonts);
    } else {
        paragraph.characters[0].line_break = paragraph.characters[0].grapheme = true;
    }
    return paragraph;
}
