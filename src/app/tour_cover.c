/* The tour's cover: the key that hides everything, a little colouring, and the way back. */
#include "app/tour.h"

static void point(Tour *tour, InputType type, const Node *node)
{
    stage_input(tour->stage, &(Input){.type = type,
                                      .x = node->bounds.x + node->bounds.width / 2,
                                      .y = node->bounds.y + node->bounds.height / 2});
}

static bool colour(Tour *tour, const char *crayon, const char *area)
{
    return tour_press(tour, ROLE_CHOICE, tour_ui(tour, crayon)) &&
           tour_press(tour, ROLE_BUTTON, tour_ui(tour, area));
}

static bool cover(Tour *tour)
{
    return stage_key(tour->stage, KEY_COVER, tour->error) && tour_on_screen(tour, "cover") &&
           colour(tour, "ui.cover.blue", "ui.cover.sea") &&
           colour(tour, "ui.cover.orange", "ui.cover.boat") &&
           colour(tour, "ui.cover.green", "ui.cover.fish");
}

static bool uncover(Tour *tour)
{
    const Tree *tree = stage_tree(tour->stage);
    const Node *sun = tree_find(tree, ROLE_BUTTON, tour_ui(tour, "ui.cover.sun"));
    if (!sun) {
        return tour_expect(tour, ROLE_BUTTON, tour_ui(tour, "ui.cover.sun"));
    }
    point(tour, INPUT_POINTER_DOWN, sun);
    tour_wait(tour, 2500);
    (void)stage_tree(tour->stage);
    return !stage_covered(tour->stage) ||
           error_set(tour->error, ERROR_REFUSED, "cover", "The sun does not lead back.");
}

const TourStep tour_cover[] = {
    {"cover", "One key hides everything behind a page to color in.", cover},
    {"uncover", NULL, uncover},
    {NULL, NULL, NULL},
};
