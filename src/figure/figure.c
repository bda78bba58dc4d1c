/* The tables of choices, and the code that stands for them. */
#include "figure/figure.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

/* No table may change but by growing at its end, and none past 26. */
static const char *const ages[] = {"little", "child", "teen", "adult", "older", NULL};
static const char *const skins[] = {"1", "2", "3", "4", "5", "6", "7", "8", NULL};
static const char *const hairs[] = {"crop", "swept",  "tousled", "bob",    "long", "wavy", "curls",
                                    "afro", "puffs",  "braid",   "locs",   "bun",  "tail", "buzz",
                                    "bald", "fringe", "hijab",   "turban", NULL};
static const char *const hair_colors[] = {"black", "dark-brown", "brown", "auburn", "ginger",
                                          "fair",  "grey",       "white", NULL};
static const char *const clothes[] = {"jumper",    "hoodie",   "shirt", "stripes",
                                      "dungarees", "cardigan", NULL};
static const char *const clothes_colors[] = {"sea",    "blue", "green", "yellow", "coral",
                                             "violet", "sand", "grey",  NULL};

static const struct {
    const char *id;
    const char *const *choices;
} parts[FIGURE_PARTS] = {
    [FIGURE_AGE] = {"age", ages},
    [FIGURE_SKIN] = {"skin", skins},
    [FIGURE_HAIR] = {"hair", hairs},
    [FIGURE_HAIR_COLOR] = {"hair-color", hair_colors},
    [FIGURE_CLOTHES] = {"clothes", clothes},
    [FIGURE_CLOTHES_COLOR] = {"clothes-color", clothes_colors},
};

static const char *const extras[FIGURE_EXTRAS] = {
    [FIGURE_GLASSES] = "glasses",       [FIGURE_HEARING_AID] = "hearing-aid",
    [FIGURE_WHEELCHAIR] = "wheelchair", [FIGURE_CANE] = "cane",
    [FIGURE_FRECKLES] = "freckles",     [FIGURE_BEARD] = "beard",
    [FIGURE_PATTERN] = "pattern",
};

static const char folder[] = "figure/";

int figure_choices(FigurePart part)
{
    assert(part < FIGURE_PARTS);
    int count = 0;
    while (parts[part].choices[count]) {
        count++;
    }
    return count;
}

const char *figure_part_id(FigurePart part)
{
    assert(part < FIGURE_PARTS);
    return parts[part].id;
}

const char *figure_choice_id(FigurePart part, int i)
{
    assert(i >= 0 && i < figure_choices(part));
    return parts[part].choices[i];
}

const char *figure_extra_id(FigureExtra extra)
{
    assert(extra < FIGURE_EXTRAS);
    return extras[extra];
}

bool figure_has(const Figure *figure, FigureExtra extra)
{
    return (figure->extras >> extra & 1u) != 0;
}

bool figure_covered(const Figure *figure)
{
    const char *hair = hairs[figure->choice[FIGURE_HAIR]];
    return strcmp(hair, "hijab") == 0 || strcmp(hair, "turban") == 0;
}

/* ---- the code ---- */

static bool read_choices(const char *code, Figure *figure)
{
    for (FigurePart part = 0; part < FIGURE_PARTS; part++) {
        int choice = code[part] ? code[part] - 'a' : -1;
        if (choice < 0 || choice >= figure_choices(part)) {
            return false;
        }
        figure->choice[part] = (uint8_t)choice;
    }
    return true;
}

/* Each extra once, in their order, so that one figure has one code. */
static bool read_extras(const char *code, Figure *figure)
{
    int last = -1;
    for (; *code; code++) {
        int extra = *code - 'a';
        if (extra <= last || extra >= FIGURE_EXTRAS) {
            return false;
        }
        figure->extras |= 1u << extra;
        last = extra;
    }
    return last >= 0;
}

bool figure_parse(const char *name, Figure *out)
{
    Figure figure = {.extras = 0};
    size_t stem = sizeof folder - 1;
    if (strncmp(name, folder, stem) != 0 || !read_choices(name + stem, &figure)) {
        return false;
    }
    const char *rest = name + stem + FIGURE_PARTS;
    if (*rest && (*rest != '-' || !read_extras(rest + 1, &figure))) {
        return false;
    }
    *out = figure;
    return true;
}

void figure_print(const Figure *figure, char name[FIGURE_NAME_MAX])
{
    static_assert(sizeof folder + FIGURE_PARTS + 1 + FIGURE_EXTRAS <= FIGURE_NAME_MAX, "it fits");
    memcpy(name, folder, sizeof folder - 1);
    char *at = name + sizeof folder - 1;
    for (FigurePart part = 0; part < FIGURE_PARTS; part++) {
        assert(figure->choice[part] < figure_choices(part));
        *at++ = (char)('a' + figure->choice[part]);
    }
    if (figure->extras) {
        *at++ = '-';
    }
    for (FigureExtra extra = 0; extra < FIGURE_EXTRAS; extra++) {
        if (figure_has(figure, extra)) {
            *at++ = (char)('a' + extra);
        }
    }
    *at = '\0';
}

bool figure_is_name(const char *name)
{
    Figure figure;
    return figure_parse(name, &figure);
}

/* ---- by chance ---- */

/* splitmix64 */
static uint64_t next(uint64_t *seed)
{
    uint64_t z = (*seed += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static int below(uint64_t *seed, int count)
{
    return (int)(next(seed) % (uint64_t)count);
}

/* One in how many has it; 0: nobody by chance, it is there to be chosen. */
static const int one_in[FIGURE_EXTRAS] = {
    [FIGURE_GLASSES] = 4,  [FIGURE_HEARING_AID] = 8, [FIGURE_WHEELCHAIR] = 8,
    [FIGURE_FRECKLES] = 5, [FIGURE_PATTERN] = 4,
};

static bool has_by_chance(const Figure *figure, FigureExtra extra, uint64_t *seed)
{
    bool grown = figure->choice[FIGURE_AGE] >= FIGURE_AGE_ADULT;
    int one = one_in[extra];
    if (grown && (extra == FIGURE_BEARD || extra == FIGURE_CANE)) {
        one = extra == FIGURE_BEARD ? 4 : 10;
    }
    bool drawn = one > 0 && below(seed, one) == 0;
    return drawn && (extra != FIGURE_PATTERN || figure_covered(figure)) &&
           (extra != FIGURE_CANE || !figure_has(figure, FIGURE_WHEELCHAIR));
}

Figure figure_by_chance(uint64_t seed, int age)
{
    Figure figure = {.extras = 0};
    for (FigurePart part = 0; part < FIGURE_PARTS; part++) {
        figure.choice[part] = (uint8_t)below(&seed, figure_choices(part));
    }
    assert(age >= 0 && age < figure_choices(FIGURE_AGE));
    figure.choice[FIGURE_AGE] = (uint8_t)age;
    for (FigureExtra extra = 0; extra < FIGURE_EXTRAS; extra++) {
        figure.extras |= has_by_chance(&figure, extra, &seed) ? 1u << extra : 0;
    }
    return figure;
}
