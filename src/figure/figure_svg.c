/* Layers of a figure, back to front, in the colors that were chosen. A part is drawn around the
 * middle of a reference head or over reference shoulders; the age says how large both are and where
 * they stand. Colors that are chosen stand in the parts as #FE00nn, nn being the slot below. */
#include "figure/figure_svg.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOT_DIGITS = 2, PART_NAME_MAX = 32 };

typedef enum Slot {
    SKIN,
    SKIN_DARK,
    SKIN_EAR,
    BLUSH,
    LIP,
    NOSE,
    EYE,
    HAIR,
    HAIR_DARK,
    HAIR_LIGHT,
    BROW,
    CLOTH,
    CLOTH_DARK,
    CLOTH_LIGHT,
    COVER,
    COVER_DARK,
    COVER_LIGHT,
    COVER_MID,
    SLOTS
} Slot;

typedef struct Colors {
    const char *of[SLOTS];
} Colors;

/* ---- colors ---- */

static const char *const skins[][7] = {
    {"#F6D9C2", "#E6BA9E", "#D5AC93", "#E58F78", "#9A5044", "#D1A991", "#2B1F1A"},
    {"#EDC4A1", "#D6A680", "#C69A78", "#E58F78", "#9A5044", "#C39776", "#2B1F1A"},
    {"#DBA780", "#C48D68", "#B68362", "#E58F78", "#9A5044", "#B38161", "#2B1F1A"},
    {"#C28D66", "#A87551", "#9D6E4E", "#DB8069", "#8A4438", "#9B6C4D", "#2B1F1A"},
    {"#A97452", "#8F5E41", "#86593F", "#B8604A", "#5E2C26", "#85583F", "#2B1F1A"},
    {"#8C5C41", "#744A34", "#6E4734", "#B8604A", "#5E2C26", "#6D4634", "#241814"},
    {"#754B38", "#5E3A2B", "#5A382C", "#B8604A", "#4F241F", "#5A382C", "#211613"},
    {"#684232", "#533327", "#4E3127", "#AD5A44", "#431E19", "#4C2F25", "#1A110E"},
};

static const char *const hairs[][4] = {
    {"#3B3238", "#2B242B", "#5C5058", "#2B242B"}, {"#4A382F", "#382923", "#66503F", "#382923"},
    {"#7A5A46", "#624636", "#977257", "#624636"}, {"#9C5B3C", "#7F472E", "#BC7A56", "#7F472E"},
    {"#C97B47", "#AC6337", "#DF9B69", "#AC6337"}, {"#D9B06E", "#BF9554", "#EACB92", "#B08A50"},
    {"#A9A6A6", "#8F8C8F", "#C8C5C3", "#8A8584"}, {"#DAD6D0", "#BDB9B6", "#EFECE6", "#9C9796"},
};

static const char *const clothes[][3] = {
    {"#4C8A8F", "#3D7378", "#8DB5B5"}, {"#5E8AA6", "#4C7490", "#9DBACB"},
    {"#7FA36B", "#698A57", "#AFC69F"}, {"#DDA744", "#BC8A35", "#EFCF92"},
    {"#C96F5A", "#A95A48", "#E4A695"}, {"#8C7FA8", "#74678F", "#B9B0CC"},
    {"#D9C3A0", "#B9A37F", "#EFE2CB"}, {"#7E8FA0", "#687888", "#B3BEC8"},
};

/* Of a headscarf or a turban; in the place of the hair's colors. */
static const char *const covers[][4] = {
    {"#46505C", "#363F4A", "#6B7682", "#3F4853"}, {"#7F5F55", "#694C43", "#A08277", "#74564C"},
    {"#B98A6A", "#9C7053", "#D4AE93", "#AB7D5E"}, {"#B6604F", "#964B3C", "#D18E80", "#A65646"},
    {"#DDA25A", "#BE8440", "#EFC68F", "#CD944D"}, {"#5E8496", "#4D6F80", "#86A0AA", "#577A8B"},
    {"#8E78A8", "#75608E", "#AE9BB9", "#826C9B"}, {"#E6DCCB", "#C9BCA6", "#F5EFE4", "#D8CCB8"},
};

/* Brows and beards that go with a cover. */
enum { HAIR_DARK_BROWN = 1, HAIR_GREY = 6, HAIR_WHITE = 7 };

static void set(Colors *colors, Slot first, const char *const *from, size_t count)
{
    memcpy(&colors->of[first], from, count * sizeof *from);
}

static Colors colors_of(const Figure *figure)
{
    Colors colors;
    bool older = figure->choice[FIGURE_AGE] == FIGURE_AGE_OLDER;
    int hair = figure->choice[FIGURE_HAIR_COLOR];
    set(&colors, SKIN, skins[figure->choice[FIGURE_SKIN]], 7);
    set(&colors, CLOTH, clothes[figure->choice[FIGURE_CLOTHES_COLOR]], 3);
    set(&colors, COVER, covers[hair], 4);
    if (figure_covered(figure)) {
        hair = older ? HAIR_GREY : HAIR_DARK_BROWN;
    }
    set(&colors, HAIR, hairs[hair], 4);
    return colors;
}

/* ---- layers ---- */

/* A rim of paper sets dark hair apart from dark grounds; on paper it is not seen. */
static const char edge_color[] = "#FFFDF7";

typedef enum Group { ON_BODY, ON_HEAD } Group;

typedef struct Stack {
    const Figure *figure;
    FigureRead *read;
    void *context;
    Colors colors;
    Text edge, drawing; /* a rim around all, and what lies on it */
    bool whole;         /* no part was missing */
} Stack;

/* Where head and shoulders stand on the page of 200 by 240. Feet on the same ground for all. */
static const struct {
    const char *head, *body;
} stands[] = {
    [FIGURE_AGE_LITTLE] = {"translate(100 119) scale(0.98 0.96)",
                           "translate(100 234) scale(0.74 0.8) translate(0 -136)"},
    [FIGURE_AGE_CHILD] = {"translate(100 110) scale(0.98 0.98)",
                          "translate(100 234) scale(0.85 0.88) translate(0 -136)"},
    [FIGURE_AGE_TEEN] = {"translate(100 103) scale(0.95 1)",
                         "translate(100 234) scale(0.93 0.95) translate(0 -136)"},
    [FIGURE_AGE_ADULT] = {"translate(100 98) scale(0.94 1.04)",
                          "translate(100 234) translate(0 -136)"},
    [FIGURE_AGE_OLDER] = {"translate(100 101) scale(0.94 1.02)",
                          "translate(100 234) scale(0.98 0.97) translate(0 -136)"},
};

/* The lines of the part's group of this id; NULL when the part is not as it should be. */
static const char *inside(const char *svg, const char *id, size_t *length)
{
    char open[PART_NAME_MAX];
    snprintf(open, sizeof open, "\n<g id=\"%s\"", id);
    const char *group = strstr(svg, open);
    const char *from = group ? strchr(group + 1, '\n') : NULL;
    const char *to = from ? strstr(from, "\n</g>\n") : NULL;
    if (!to) {
        return NULL;
    }
    *length = (size_t)(to - from);
    return from;
}

/* The slot at "#FE00nn", or SLOTS. */
static Slot slot_at(const char *color)
{
    char digits[SLOT_DIGITS + 1] = {color[5], color[6]};
    char *end;
    unsigned long slot = strtoul(digits, &end, 16);
    return strncmp(color, "#FE00", 5) == 0 && *end == '\0' && slot < SLOTS ? (Slot)slot : SLOTS;
}

enum { COLOR_BYTES = 7 };

/* With its own colors, or all in `rim`. */
static void paint(const Colors *colors, const char *rim, const char *svg, size_t length, Text *out)
{
    const char *end = svg + length;
    while (svg < end) {
        const char *color = memchr(svg, '#', (size_t)(end - svg));
        if (!color || end - color < COLOR_BYTES) {
            break;
        }
        Slot slot = slot_at(color);
        text_add_bytes(out, svg, (size_t)(color - svg));
        if (rim || slot < SLOTS) {
            text_add(out, rim ? rim : colors->of[slot]);
        } else {
            text_add_bytes(out, color, COLOR_BYTES);
        }
        svg = color + COLOR_BYTES;
    }
    text_add_bytes(out, svg, (size_t)(end - svg));
}

static void lay_group(Stack *stack, Group group, const char *part, size_t length)
{
    int age = stack->figure->choice[FIGURE_AGE];
    const char *where = group == ON_HEAD ? stands[age].head : stands[age].body;
    text_addf(&stack->edge, "<g transform=\"%s\">", where);
    paint(&stack->colors, edge_color, part, length, &stack->edge);
    text_add(&stack->edge, "\n</g>\n");
    text_addf(&stack->drawing, "<g transform=\"%s\">", where);
    paint(&stack->colors, NULL, part, length, &stack->drawing);
    text_add(&stack->drawing, "\n</g>\n");
}

/* The part's "back" lies behind the head, its "front" before it. */
static void lay(Stack *stack, Group group, const char *name, const char *side)
{
    char *svg = stack->whole ? stack->read(stack->context, name) : NULL;
    size_t length = 0;
    const char *part = svg ? inside(svg, side, &length) : NULL;
    stack->whole = part != NULL;
    if (length > 0) {
        lay_group(stack, group, part, length);
    }
    free(svg);
}

static void lay_choice(Stack *stack, Group group, FigurePart part, const char *side)
{
    char name[PART_NAME_MAX];
    snprintf(name, sizeof name, "%s-%s", figure_part_id(part),
             figure_choice_id(part, stack->figure->choice[part]));
    lay(stack, group, name, side);
}

static void lay_extra(Stack *stack, Group group, FigureExtra extra, const char *side)
{
    if (figure_has(stack->figure, extra)) {
        lay(stack, group, figure_extra_id(extra), side);
    }
}

static void lay_face(Stack *stack)
{
    static const char *const faces[] = {"face-young", "face-young", "face-grown", "face-grown",
                                        "face-older"};
    lay(stack, ON_HEAD, "head", "front");
    lay_extra(stack, ON_HEAD, FIGURE_BEARD, "front");
    lay(stack, ON_HEAD, faces[stack->figure->choice[FIGURE_AGE]], "front");
    lay_extra(stack, ON_HEAD, FIGURE_FRECKLES, "front");
}

static void lay_pattern(Stack *stack)
{
    char name[PART_NAME_MAX];
    snprintf(name, sizeof name, "pattern-%s",
             figure_choice_id(FIGURE_HAIR, stack->figure->choice[FIGURE_HAIR]));
    if (figure_covered(stack->figure) && figure_has(stack->figure, FIGURE_PATTERN)) {
        lay(stack, ON_HEAD, name, "front");
    }
}

static void lay_all(Stack *stack)
{
    lay_extra(stack, ON_BODY, FIGURE_WHEELCHAIR, "back");
    lay_choice(stack, ON_HEAD, FIGURE_HAIR, "back");
    lay_choice(stack, ON_BODY, FIGURE_CLOTHES, "front");
    lay_face(stack);
    lay_choice(stack, ON_HEAD, FIGURE_HAIR, "front");
    lay_pattern(stack);
    lay_extra(stack, ON_HEAD, FIGURE_GLASSES, "front");
    lay_extra(stack, ON_HEAD, FIGURE_HEARING_AID, "front");
    lay_extra(stack, ON_BODY, FIGURE_WHEELCHAIR, "front");
    lay_extra(stack, ON_BODY, FIGURE_CANE, "front");
}

bool figure_svg(const Figure *figure, FigureRead *read, void *context, Text *out)
{
    Stack stack = {.figure = figure, .read = read, .context = context, .whole = true};
    stack.colors = colors_of(figure);
    text_init(&stack.edge);
    text_init(&stack.drawing);
    lay_all(&stack);
    if (stack.whole) {
        text_add(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 240\" "
                      "width=\"200\" height=\"240\">\n<title>A person.</title>\n"
                      "<g stroke-linecap=\"round\" stroke-linejoin=\"round\">\n"
                      "<g stroke=\"#FFFDF7\" stroke-width=\"7\">\n");
        text_add(out, stack.edge.bytes);
        text_add(out, "</g>\n");
        text_add(out, stack.drawing.bytes);
        text_add(out, "</g>\n</svg>\n");
    }
    text_clear(&stack.edge);
    text_clear(&stack.drawing);
    return stack.whole;
}
