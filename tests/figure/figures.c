/* Writes figures as pictures, to be looked at and compared:
 *
 *     figures ASSETS FOLDER            64 of all kinds, every choice among them
 *     figures ASSETS FOLDER NAME...    these
 */
#include "figure/folder.h"

#include <stdio.h>
#include <string.h>

enum { SAMPLE = 64, SEED = 20 };

static bool draw(char *assets, const char *folder, const Figure *figure)
{
    char name[FIGURE_NAME_MAX];
    Text svg, path;
    Error error = {0};
    text_init(&svg);
    text_init(&path);
    figure_print(figure, name);
    text_addf(&path, "%s/%s.svg", folder, strchr(name, '/') + 1);
    bool done = figure_svg(figure, folder_part, assets, &svg) &&
                file_write(path.bytes, svg.bytes, svg.length, &error);
    if (!done) {
        fprintf(stderr, "figures: %s cannot be drawn. %s\n", name, error.sentence);
    }
    text_clear(&svg);
    text_clear(&path);
    return done;
}

/* By chance, but each choice comes round in turn. */
static Figure sample(int i)
{
    Figure figure = figure_by_chance((uint64_t)(SEED + i), i % figure_choices(FIGURE_AGE));
    figure.choice[FIGURE_HAIR] = (uint8_t)(i % figure_choices(FIGURE_HAIR));
    figure.choice[FIGURE_SKIN] = (uint8_t)(i * 3 % figure_choices(FIGURE_SKIN));
    figure.choice[FIGURE_CLOTHES] = (uint8_t)((i + i / 6) % figure_choices(FIGURE_CLOTHES));
    figure.extras |= 1u << i % FIGURE_EXTRAS;
    if (i % FIGURE_EXTRAS == FIGURE_BEARD && figure.choice[FIGURE_AGE] < FIGURE_AGE_TEEN) {
        figure.choice[FIGURE_AGE] = FIGURE_AGE_ADULT;
    }
    return figure;
}

int main(int count, char **arguments)
{
    if (count < 3) {
        fprintf(stderr, "figures ASSETS FOLDER [NAME...]\n");
        return 2;
    }
    bool done = folder_make(arguments[2], NULL);
    for (int i = 0; done && count == 3 && i < SAMPLE; i++) {
        Figure figure = sample(i);
        done = draw(arguments[1], arguments[2], &figure);
    }
    for (int i = 3; done && i < count; i++) {
        Figure figure;
        done = figure_parse(arguments[i], &figure) && draw(arguments[1], arguments[2], &figure);
    }
    return done ? 0 : 1;
}
