/* Colours, corners, type. One palette per theme, one table of looks, one rule for states.
 * tests/ui/test_theme.c proves the contrast of every combination. */
#include "ui/theme.h"

#include <math.h>

typedef enum Tone {
    TONE_NONE,
    TONE_BACKGROUND,
    TONE_INK,
    TONE_SOFT,  /* quieter words */
    TONE_MUTED, /* words of what cannot be used now */
    TONE_STILL, /* fill of what cannot be used now */
    TONE_CARD,
    TONE_SHEET,
    TONE_BAND,
    TONE_NOTE,
    TONE_SAND,
    TONE_SHELL, /* outline of baskets and slots */
    TONE_EDGE,  /* outline of fields and chips */
    TONE_SEA,   /* the accent */
    TONE_DEEP,  /* the accent while pressed */
    TONE_FOAM,  /* words on the accent */
    TONE_TINT,  /* fill of what is chosen */
    TONE_WAVE,  /* fill while pressed */
    TONE_SAFE,
    TONE_SAFE_DEEP,
    TONE_SAFE_INK,
    TONE_SAFE_EDGE,
    TONE_RING,
    TONE_READ,      /* behind the word being said */
    TONE_READ_DEEP, /* where that word is light (in contrast: dark) on the accent */
    TONE_VEIL,
    TONE_COUNT
} Tone;

/* clang-format off */
#define RGB(hex) {(hex) >> 16 & 255, (hex) >> 8 & 255, (hex) & 255, 255}
#define RGBA(hex, alpha) {(hex) >> 16 & 255, (hex) >> 8 & 255, (hex) & 255, (alpha)}

static const Color palettes[THEME_COUNT][TONE_COUNT] = {
    [THEME_DAY] = {
        [TONE_BACKGROUND] = RGB(0xF5F0E4),
        [TONE_INK] = RGB(0x22313F),
        [TONE_SOFT] = RGB(0x4A5B6A),
        [TONE_MUTED] = RGB(0x5D6A75),
        [TONE_STILL] = RGB(0xF2EEE3),
        [TONE_CARD] = RGB(0xFFFFFF),
        [TONE_SHEET] = RGBA(0xFFFDF7, 240),
        [TONE_BAND] = RGB(0xDCECF2),
        [TONE_NOTE] = RGB(0xF7F1E3),
        [TONE_SAND] = RGBA(0xFBF3DF, 235),
        [TONE_SHELL] = RGB(0x8F7440),
        [TONE_EDGE] = RGB(0x768592),
        [TONE_SEA] = RGB(0x1F6F8B),
        [TONE_DEEP] = RGB(0x17566C),
        [TONE_FOAM] = RGB(0xFFFFFF),
        [TONE_TINT] = RGB(0xE4F3F7),
        [TONE_WAVE] = RGB(0xD3EAF0),
        [TONE_SAFE] = RGB(0xF1E8F4),
        [TONE_SAFE_DEEP] = RGB(0xE4D5EA),
        [TONE_SAFE_INK] = RGB(0x4C355A),
        [TONE_SAFE_EDGE] = RGB(0x84669A),
        [TONE_RING] = RGB(0xB4471B),
        [TONE_READ] = RGB(0xFFE9A8),
        [TONE_READ_DEEP] = RGB(0x0B3C4F),
        [TONE_VEIL] = RGBA(0x000000, 0),
    },
    [THEME_DUSK] = {
        [TONE_BACKGROUND] = RGB(0x18232E),
        [TONE_INK] = RGB(0xF0F4F2),
        [TONE_SOFT] = RGB(0xBFCCD5),
        [TONE_MUTED] = RGB(0xA9B8C3),
        [TONE_STILL] = RGB(0x22303C),
        [TONE_CARD] = RGB(0x243340),
        [TONE_SHEET] = RGBA(0x1D2A36, 240),
        [TONE_BAND] = RGB(0x1F2F3D),
        [TONE_NOTE] = RGB(0x2A3540),
        [TONE_SAND] = RGBA(0x3A362C, 235),
        [TONE_SHELL] = RGB(0xC2A873),
        [TONE_EDGE] = RGB(0x8699A8),
        [TONE_SEA] = RGB(0x7CC4D6),
        [TONE_DEEP] = RGB(0x9AD6E3),
        [TONE_FOAM] = RGB(0x0F1F28),
        [TONE_TINT] = RGB(0x274654),
        [TONE_WAVE] = RGB(0x2E5160),
        [TONE_SAFE] = RGB(0x3B3047),
        [TONE_SAFE_DEEP] = RGB(0x483B56),
        [TONE_SAFE_INK] = RGB(0xF0E3F7),
        [TONE_SAFE_EDGE] = RGB(0xB99CCB),
        [TONE_RING] = RGB(0xFFC56E),
        [TONE_READ] = RGB(0x0A4A5E),
        [TONE_READ_DEEP] = RGB(0xFFF0C4),
        [TONE_VEIL] = RGBA(0x101B2A, 120),
    },
    [THEME_CONTRAST] = {
        [TONE_BACKGROUND] = RGB(0x000000),
        [TONE_INK] = RGB(0xFFFFFF),
        [TONE_SOFT] = RGB(0xFFFFFF),
        [TONE_MUTED] = RGB(0xC9C9C9),
        [TONE_STILL] = RGB(0x141414),
        [TONE_CARD] = RGB(0x000000),
        [TONE_SHEET] = RGB(0x000000),
        [TONE_BAND] = RGB(0x0A0A0A),
        [TONE_NOTE] = RGB(0x141414),
        [TONE_SAND] = RGB(0x000000),
        [TONE_SHELL] = RGB(0xFFFFFF),
        [TONE_EDGE] = RGB(0xFFFFFF),
        [TONE_SEA] = RGB(0xFFE45C),
        [TONE_DEEP] = RGB(0xFFF2A8),
        [TONE_FOAM] = RGB(0x000000),
        [TONE_TINT] = RGB(0x2A2600),
        [TONE_WAVE] = RGB(0x3A3400),
        [TONE_SAFE] = RGB(0x2B0F3D),
        [TONE_SAFE_DEEP] = RGB(0x3D1A54),
        [TONE_SAFE_INK] = RGB(0xFFFFFF),
        [TONE_SAFE_EDGE] = RGB(0xE3BBFF),
        [TONE_RING] = RGB(0x6BE3FF),
        [TONE_READ] = RGB(0x003570),
        [TONE_READ_DEEP] = RGB(0xFFFFFF),
        [TONE_VEIL] = RGBA(0x000000, 200),
    },
};
/* clang-format on */

typedef struct LookStyle {
    Tone fill, text, line;
    Tone pressed; /* fill while pressed; none: no change */
    int radius;   /* dp */
    bool shadow;
    bool firm; /* keeps its own colours when chosen */
    int pad_x, pad_y;
} LookStyle;

static const LookStyle looks[LOOK_COUNT] = {
    [LOOK_PLAIN] = {.text = TONE_INK, .radius = 8},
    [LOOK_PAPER] = {.fill = TONE_BACKGROUND, .text = TONE_INK, .pad_x = 24, .pad_y = 24},
    [LOOK_CARD] = {.fill = TONE_CARD,
                   .text = TONE_INK,
                   .pressed = TONE_WAVE,
                   .radius = 16,
                   .shadow = true,
                   .pad_x = 20,
                   .pad_y = 16},
    [LOOK_SHEET] = {.fill = TONE_SHEET,
                    .text = TONE_INK,
                    .pressed = TONE_WAVE,
                    .radius = 24,
                    .shadow = true,
                    .pad_x = 32,
                    .pad_y = 24},
    [LOOK_PRIMARY] = {.fill = TONE_SEA,
                      .text = TONE_FOAM,
                      .pressed = TONE_DEEP,
                      .radius = 16,
                      .shadow = true,
                      .firm = true,
                      .pad_x = 28,
                      .pad_y = 12},
    [LOOK_SECONDARY] = {.fill = TONE_CARD,
                        .text = TONE_INK,
                        .line = TONE_SEA,
                        .pressed = TONE_WAVE,
                        .radius = 16,
                        .pad_x = 24,
                        .pad_y = 12},
    [LOOK_QUIET] = {.text = TONE_SEA, .pressed = TONE_WAVE, .radius = 16, .pad_x = 16, .pad_y = 8},
    [LOOK_CHIP] = {.fill = TONE_CARD,
                   .text = TONE_INK,
                   .line = TONE_EDGE,
                   .pressed = TONE_WAVE,
                   .radius = 24,
                   .pad_x = 20,
                   .pad_y = 8},
    [LOOK_TILE] = {.fill = TONE_CARD,
                   .text = TONE_INK,
                   .pressed = TONE_WAVE,
                   .radius = 24,
                   .shadow = true,
                   .pad_x = 16,
                   .pad_y = 16},
    [LOOK_SAFETY] = {.fill = TONE_SAFE,
                     .text = TONE_SAFE_INK,
                     .line = TONE_SAFE_EDGE,
                     .pressed = TONE_SAFE_DEEP,
                     .radius = 24,
                     .firm = true,
                     .pad_x = 20,
                     .pad_y = 8},
    [LOOK_TARGET] = {.fill = TONE_SAND,
                     .text = TONE_INK,
                     .line = TONE_SHELL,
                     .pressed = TONE_WAVE,
                     .radius = 24,
                     .pad_x = 16,
                     .pad_y = 16},
    [LOOK_FIELD] = {.fill = TONE_CARD,
                    .text = TONE_INK,
                    .line = TONE_EDGE,
                    .radius = 8,
                    .pad_x = 16,
                    .pad_y = 10},
    [LOOK_ROW] = {.fill = TONE_CARD,
                  .text = TONE_INK,
                  .pressed = TONE_WAVE,
                  .radius = 8,
                  .pad_x = 16,
                  .pad_y = 8},
    [LOOK_BAND] = {.fill = TONE_BAND, .text = TONE_INK, .pad_x = 24, .pad_y = 8},
    [LOOK_BUBBLE] = {.fill = TONE_CARD,
                     .text = TONE_INK,
                     .pressed = TONE_WAVE,
                     .radius = 24,
                     .shadow = true,
                     .pad_x = 24,
                     .pad_y = 16},
    [LOOK_PLACE] = {.fill = TONE_CARD,
                    .text = TONE_INK,
                    .pressed = TONE_WAVE,
                    .radius = 16,
                    .shadow = true,
                    .pad_x = 12,
                    .pad_y = 8},
    [LOOK_NOTE] = {.fill = TONE_NOTE, .text = TONE_SOFT, .radius = 16, .pad_x = 20, .pad_y = 12},
};

static Color tone(const Manner *manner, Tone tone)
{
    return palettes[manner->theme][tone];
}

static float theme_radius(const Manner *manner, int dp)
{
    if (manner->grown_up && dp > 8)
        dp -= 8;
    return (float)dp * manner->scale;
}

/* Shapes that shadows and tints set apart by day are outlined where contrast is asked for. */
static Tone look_line(const Manner *manner, const LookStyle *look)
{
    bool outlined = manner->theme == THEME_CONTRAST && look->radius > 0 && look->fill != TONE_NONE;
    return look->line == TONE_NONE && outlined ? TONE_EDGE : look->line;
}

static void paint_disabled(const Manner *manner, const LookStyle *look, Paint *paint)
{
    if (look->fill != TONE_NONE)
        paint->fill = tone(manner, TONE_STILL);
    if (look_line(manner, look) != TONE_NONE)
        paint->line = tone(manner, TONE_EDGE);
    paint->text = tone(manner, TONE_MUTED);
    paint->shadow = false;
}

static void paint_marked(const Manner *manner, const LookStyle *look, Paint *paint)
{
    paint->line_width = 3.0f * manner->scale;
    if (look->firm) {
        paint->line = tone(manner, look->line != TONE_NONE ? look->line : TONE_INK);
        return;
    }
    if (look->fill != TONE_NONE) {
        paint->fill = tone(manner, TONE_TINT);
        paint->text = tone(manner, TONE_INK);
    }
    paint->line = tone(manner, TONE_SEA);
}

static void paint_pressed(const Manner *manner, const LookStyle *look, Paint *paint)
{
    if (look->pressed == TONE_NONE)
        return;
    paint->fill = tone(manner, look->pressed);
    if (!look->firm)
        paint->text = tone(manner, TONE_INK);
}

Paint theme_paint(const Manner *manner, Look look, const State *state)
{
    const LookStyle *style = &looks[look];
    Paint paint = {
        .fill = tone(manner, style->fill),
        .text = tone(manner, style->text),
        .line = tone(manner, look_line(manner, style)),
        .line_width = 2.0f * manner->scale,
        .radius = theme_radius(manner, style->radius),
        .shadow = style->shadow && manner->theme != THEME_CONTRAST,
    };
    if (state->disabled)
        paint_disabled(manner, style, &paint);
    if (state->chosen || state->picked || (look == LOOK_FIELD && state->focused))
        paint_marked(manner, style, &paint);
    if (state->pressed && !state->disabled)
        paint_pressed(manner, style, &paint);
    if (state->disabled)
        paint.text = tone(manner, TONE_MUTED);
    if (state->picked)
        paint.shadow = true;
    return paint;
}

Color theme_focus_ring(const Manner *manner)
{
    return tone(manner, TONE_RING);
}

Color theme_background(const Manner *manner)
{
    return tone(manner, TONE_BACKGROUND);
}

Color theme_veil(const Manner *manner)
{
    return manner->theme == THEME_DAY ? manner->light : tone(manner, TONE_VEIL);
}

/* The soft tone, unless the word could not be read on it. */
Color theme_reading(const Manner *manner, Color ink)
{
    Color soft = tone(manner, TONE_READ), deep = tone(manner, TONE_READ_DEEP);
    return color_contrast(ink, soft) >= color_contrast(ink, deep) ? soft : deep;
}

/* Room that lets letters, words and lines stand apart: WCAG 2.2, 1.4.12. */
static const float wide_letter = 0.12f, wide_word = 0.16f, wide_lines = 1.2f;

TextStyle theme_type(const Manner *manner, TypeSize type, bool bold, Align align)
{
    static const float factors[] = {
        [TYPE_SMALL] = 0.85f, [TYPE_BODY] = 1.0f,    [TYPE_LEAD] = 1.2f,
        [TYPE_TITLE] = 1.5f,  [TYPE_DISPLAY] = 2.0f,
    };
    float least = fmaxf((float)manner->body_px * factors[type], 13.0f);
    float size = roundf(least * manner->scale * manner->text_scale);
    return (TextStyle){
        .size = size,
        .family = manner->font,
        .bold = bold,
        .letter = manner->wide ? roundf(size * wide_letter) : 0,
        .word = manner->wide ? roundf(size * wide_word) : 0,
        .line_height = (type >= TYPE_TITLE ? 1.25f : 1.5f) * (manner->wide ? wide_lines : 1),
        .align = align,
    };
}

void theme_padding(Look look, int *pad_x, int *pad_y)
{
    *pad_x = looks[look].pad_x;
    *pad_y = looks[look].pad_y;
}

/* WCAG 2.2, "relative luminance". */
static double channel_light(unsigned char channel)
{
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double color_light(Color color)
{
    return 0.2126 * channel_light(color.r) + 0.7152 * channel_light(color.g) +
           0.0722 * channel_light(color.b);
}

double color_contrast(Color a, Color b)
{
    double light = color_light(a), other = color_light(b);
    return (fmax(light, other) + 0.05) / (fmin(light, other) + 0.05);
}
