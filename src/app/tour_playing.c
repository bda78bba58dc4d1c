/* Playing like someone to whom all answers are alike; the steps name those that matter to them. */
#include "app/tour.h"

#include <string.h>

enum { PAGES_MOST = 60, ANSWERS_MOST = 40, SETS_MAX = 8 };

static bool fits(const Node *node, Role role, const char *verb)
{
    return node->role == role && (!verb || strcmp(node->action.verb, verb) == 0) &&
           !node->state.disabled;
}

/* Nodes of the role whose press means `verb` (NULL: anything), in reading order; *count is how many
 * there are, the result the one at `index`, or NULL. */
static const Node *find_node(Tour *tour, Role role, const char *verb, size_t index, size_t *count)
{
    const Tree *tree = stage_tree(tour->stage);
    const Node *found = NULL;
    *count = 0;
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (fits(node, role, verb) && (*count)++ == index) {
            found = node;
        }
    }
    return found;
}

static bool there_is(Tour *tour, Role role, const char *verb)
{
    size_t count;
    return find_node(tour, role, verb, 0, &count) != NULL;
}

static bool press_index(Tour *tour, Role role, const char *verb, size_t index)
{
    size_t count;
    const Node *node = find_node(tour, role, verb, index, &count);
    if (!node) {
        return error_set(tour->error, ERROR_MISSING, stage_screen_name(tour->stage),
                         "No %s to %s here.", role_name(role), verb ? verb : "press");
    }
    return tour_press(tour, role, arena_string(tour->arena, node->name));
}

static bool press_first(Tour *tour, Role role, const char *verb)
{
    return press_index(tour, role, verb, 0);
}

/* Another one each time. */
static bool press_any(Tour *tour, Role role, const char *verb)
{
    size_t count;
    (void)find_node(tour, role, verb, 0, &count);
    return press_index(tour, role, verb, count ? tour->turn++ % count : 0);
}

bool tour_place_first_card(Tour *tour, const char *basket)
{
    return press_first(tour, ROLE_CARD, "pick") && tour_press(tour, ROLE_TARGET, basket);
}

bool tour_put_first_block(Tour *tour)
{
    return press_first(tour, ROLE_BUTTON, "put");
}

static bool place_card(Tour *tour)
{
    const char *place = there_is(tour, ROLE_TARGET, "spot") ? "spot" : "basket";
    return press_first(tour, ROLE_CARD, "pick") && press_any(tour, ROLE_TARGET, place);
}

static bool fill_first_box(Tour *tour)
{
    return press_first(tour, ROLE_BUTTON, "fill");
}

static bool breathe(Tour *tour)
{
    return press_first(tour, ROLE_BUTTON, "begin") && tour_wait_still(tour);
}

static bool notice_one(Tour *tour)
{
    return press_first(tour, ROLE_BUTTON, "beat");
}

static bool choose(Tour *tour)
{
    return press_any(tour, ROLE_CHOICE, NULL);
}

static bool offers_next(Tour *tour)
{
    return stage_shows(tour->stage, ROLE_BUTTON, tour_ui(tour, "ui.next"));
}

/* What a page may ask for, and how it is answered. */
static const struct {
    Role role;
    const char *verb;
    bool (*answer)(Tour *tour);
} askings[] = {
    {ROLE_CARD, "pick", place_card},       {ROLE_BUTTON, "put", tour_put_first_block},
    {ROLE_BUTTON, "fill", fill_first_box}, {ROLE_BUTTON, "begin", breathe},
    {ROLE_BUTTON, "beat", notice_one},     {ROLE_CHOICE, NULL, choose},
};

bool tour_answer(Tour *tour)
{
    for (int i = 0; i < ANSWERS_MOST && !offers_next(tour); i++) {
        size_t a = 0, count = sizeof askings / sizeof *askings;
        while (a < count && !there_is(tour, askings[a].role, askings[a].verb)) {
            a++;
        }
        if (a == count) {
            return true; /* nothing to answer here */
        }
        if (!askings[a].answer(tour)) {
            return false;
        }
    }
    return true;
}

bool tour_page_on(Tour *tour)
{
    return tour_button(tour, offers_next(tour) ? "ui.next" : "ui.skip");
}

bool tour_to_asking(Tour *tour)
{
    for (int page = 0; page < PAGES_MOST && offers_next(tour); page++) {
        if (!tour_page_on(tour) || !tour_on_screen(tour, "play")) {
            return false;
        }
    }
    return true;
}

bool tour_play_to_end(Tour *tour)
{
    for (int page = 0; page < PAGES_MOST; page++) {
        (void)stage_tree(tour->stage);
        if (strcmp(stage_screen_name(tour->stage), "play") != 0) {
            return true;
        }
        if (!tour_answer(tour) || !tour_page_on(tour)) {
            return false;
        }
    }
    return error_set(tour->error, ERROR_REFUSED, "play", "This activity does not come to an end.");
}

/* ---- the course of a sitting ---- */

bool tour_say_yes(Tour *tour)
{
    while (stage_shows(tour->stage, ROLE_BUTTON, tour_ui(tour, "ui.next"))) {
        if (!tour_button(tour, "ui.next")) {
            return false;
        }
    }
    return tour_button(tour, "ui.assent.yes") && tour_on_screen(tour, "play");
}

bool tour_come(Tour *tour, Who who)
{
    tour->who = who;
    if (!tour_on_screen(tour, "door") || !tour_press(tour, ROLE_BUTTON, tour_visitor(who)->name)) {
        return false;
    }
    (void)stage_tree(tour->stage);
    bool asked = strcmp(stage_screen_name(tour->stage), "assent") == 0;
    return asked ? tour_say_yes(tour) : tour_on_screen(tour, "play");
}

bool tour_arrive(Tour *tour, const char *word)
{
    return tour_choice(tour, "sitting", word) && tour_page_on(tour) && tour_on_screen(tour, "cove");
}

/* In whichever set of a cove or place it is. */
static bool press_there(Tour *tour, const char *name)
{
    for (int set = 0; set < SETS_MAX && !stage_shows(tour->stage, ROLE_BUTTON, name); set++) {
        if (!press_first(tour, ROLE_BUTTON, "more")) {
            return false;
        }
    }
    return tour_press(tour, ROLE_BUTTON, name);
}

bool tour_open_activity(Tour *tour, const char *module, const char *activity)
{
    return press_there(tour, tour_place_name(tour, module)) &&
           press_there(tour, tour_title(tour, module, activity)) && tour_on_screen(tour, "play");
}

bool tour_leave(Tour *tour, const char *feeling)
{
    return tour_button(tour, "ui.cove.leave") && tour_on_screen(tour, "play") &&
           (!feeling || tour_choice(tour, "sitting", feeling)) && tour_page_on(tour) &&
           tour_on_screen(tour, "pebble");
}

bool tour_take_pebble(Tour *tour, const char *pebble)
{
    return tour_button(tour, pebble) && tour_on_screen(tour, "goodbye");
}

bool tour_open_room(Tour *tour)
{
    tour->who = WHO_HELPER;
    if (!tour_button(tour, "ui.door.helper") || !tour_on_screen(tour, "unlock") ||
        !tour_type(tour, "ui.lock.passphrase", TOUR_PASSPHRASE) ||
        !tour_button(tour, "ui.lock.open")) {
        return false;
    }
    tour_wait(tour, 100);
    return tour_on_screen(tour, "helper-room");
}
