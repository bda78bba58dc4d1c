/* A person somebody put together: a few choices, and the short code that stands for them. The same
 * code is the same figure for ever, for records hold it: tables only ever grow at their end. Words
 * for the choices are the program's strings; the drawing is in figure_svg.h. */
#ifndef FIGURE_FIGURE_H
#define FIGURE_FIGURE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum FigurePart {
    FIGURE_AGE,
    FIGURE_SKIN,
    FIGURE_HAIR, /* or what covers it */
    FIGURE_HAIR_COLOR,
    FIGURE_CLOTHES,
    FIGURE_CLOTHES_COLOR,
    FIGURE_PARTS
} FigurePart;

enum { FIGURE_AGE_LITTLE, FIGURE_AGE_CHILD, FIGURE_AGE_TEEN, FIGURE_AGE_ADULT, FIGURE_AGE_OLDER };

typedef enum FigureExtra {
    FIGURE_GLASSES,
    FIGURE_HEARING_AID,
    FIGURE_WHEELCHAIR,
    FIGURE_CANE,
    FIGURE_FRECKLES,
    FIGURE_BEARD,
    FIGURE_PATTERN, /* on a headscarf or a turban */
    FIGURE_EXTRAS
} FigureExtra;

typedef struct Figure {
    uint8_t choice[FIGURE_PARTS];
    uint32_t extras; /* bits (1u << FigureExtra) */
} Figure;

enum { FIGURE_NAME_MAX = 32 }; /* bytes of a figure's name with its NUL */

int figure_choices(FigurePart part);                  /* how many there are */
const char *figure_part_id(FigurePart part);          /* "hair" */
const char *figure_choice_id(FigurePart part, int i); /* "braid" */
const char *figure_extra_id(FigureExtra extra);       /* "glasses" */
bool figure_has(const Figure *figure, FigureExtra extra);
bool figure_covered(const Figure *figure); /* a headscarf or a turban: its color, not the hair's */

/* The picture's name, "figure/bcgaed-ac": a letter for each part, then one for each extra, in
 * their order. Reading is strict: anything else is no figure, and *out stays as it was. */
bool figure_parse(const char *name, Figure *out);
void figure_print(const Figure *figure, char name[FIGURE_NAME_MAX]);
bool figure_is_name(const char *name);

/* Somebody of this age; the same seed gives the same one. Aids come now and then, as in life. */
Figure figure_by_chance(uint64_t seed, int age);

#endif
