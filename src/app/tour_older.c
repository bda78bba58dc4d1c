/* The tour's third part: the fourteen-year-old says "I'm not OK" and comes back, keeps a line for
 * himself; the grown-up works at home. */
#include "app/tour.h"

/* ---- Amir, 14 ---- */

static bool amir_arrives(Tour *tour)
{
    return tour_come(tour, WHO_AMIR) && tour_choice(tour, "sitting", "arrive.word.torn") &&
           tour_choice(tour, "sitting", "arrive.word.curious");
}

static bool amir_cove(Tour *tour)
{
    return tour_page_on(tour) && tour_on_screen(tour, "cove");
}

static bool amir_cloud(Tour *tour)
{
    const char *torn = tour_module_words(tour, "feelings", "cloud.word.torn");
    const char *bigger = arena_format(tour->arena, "%s: %s", tour_ui(tour, "ui.bigger"), torn);
    return tour_open_activity(tour, "feelings", "cloud") &&
           tour_choice(tour, "feelings", "cloud.word.torn") &&
           tour_press(tour, ROLE_BUTTON, bigger) && tour_type(tour, "ui.own-word", "wobbly") &&
           tour_button(tour, "ui.done");
}

static bool amir_not_ok(Tour *tour)
{
    return tour_button(tour, "ui.not-ok") && tour_on_screen(tour, "not-ok");
}

static bool amir_comes_back(Tour *tour)
{
    return tour_button(tour, "ui.not-ok.back") && tour_on_screen(tour, "play") &&
           tour_page_on(tour);
}

/* The first page is practice; the second line is his. */
static bool amir_keeps_a_line(Tour *tour)
{
    return tour_play_to_end(tour) && tour_open_activity(tour, "middle", "parts") &&
           tour_answer(tour) && tour_page_on(tour) && tour_put_first_block(tour) &&
           tour_put_first_block(tour) &&
           tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.share.mine"));
}

static bool amir_rates(Tour *tour)
{
    return tour_play_to_end(tour) && tour_open_activity(tour, "coping", "rate") &&
           tour_answer(tour);
}

static bool amir_may_show(Tour *tour)
{
    return tour_play_to_end(tour) && tour_leave(tour, "leave.word.hopeful") &&
           tour_button(tour, "ui.showing.open") && tour_on_screen(tour, "share");
}

static bool amir_goodbye(Tour *tour)
{
    return tour_button(tour, "ui.back") && tour_take_pebble(tour, "ui.pebble.sea");
}

/* ---- Ines, a grown-up ---- */

static bool ines_desk(Tour *tour)
{
    return tour_button(tour, "ui.bye.done") && tour_come(tour, WHO_INES) &&
           tour_arrive(tour, "arrive.word.nervous");
}

static bool ines_writes(Tour *tour)
{
    return tour_button(tour, "ui.parent.note.write") && tour_on_screen(tour, "parent-note") &&
           tour_type(tour, "ui.parent.note.field", "May we talk about bedtime?");
}

static bool ines_is_done(Tour *tour)
{
    return tour_button(tour, "ui.parent.note.keep") && tour_button(tour, "ui.back") &&
           tour_on_screen(tour, "cove");
}

static bool ines_sorts(Tour *tour)
{
    return tour_open_activity(tour, "saying", "you-or-i") && tour_answer(tour);
}

static bool ines_leaves(Tour *tour)
{
    return tour_play_to_end(tour) && tour_leave(tour, NULL) &&
           tour_take_pebble(tour, "ui.pebble.none") && tour_button(tour, "ui.bye.done") &&
           tour_on_screen(tour, "door");
}

const TourStep tour_older[] = {
    {"arriving-teen", "Amir, 14: more words, none of them better than others.", amir_arrives},
    {"cove-teen", "The teen's cove: the same places, no mascot.", amir_cove},
    {"word-cloud", "A word made bigger, and one of his own.", amir_cloud},
    {"not-ok", "I'm not OK: where to go now. It asks nothing.", amir_not_ok},
    {"back-again", "Back at the same place, and on to the next page.", amir_comes_back},
    {"kept-private", "A line that he keeps for himself.", amir_keeps_a_line},
    {"rating", "A scale without right or wrong.", amir_rates},
    {"may-show", "What may be shown, and to whom: nothing until he says so.", amir_may_show},
    {"goodbye-teen", "Goodbye, without fuss.", amir_goodbye},
    {"desk", "Ines, a grown-up: short work for home.", ines_desk},
    {"desk-note", "A note that waits in the helper's room.", ines_writes},
    {"desk-note-kept", NULL, ines_is_done},
    {"you-or-i", "The same kinds of activity in grown-up words.", ines_sorts},
    {"leaving-adult", NULL, ines_leaves},
    {0},
};
