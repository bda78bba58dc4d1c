/* The tour with the helper beside: the strip below a child's page, a pause, a note, and the notes
 * after the sitting. */
#include "app/tour.h"

/* Who acts: the strip is in the helper's words, the page in the child's. */
static bool helper_presses(Tour *tour, const char *ui)
{
    tour->who = WHO_HELPER;
    return tour_button(tour, ui);
}

static bool open_strip(Tour *tour)
{
    if (!tour_come(tour, WHO_MILO) || !stage_key(tour->stage, KEY_STRIP, tour->error)) {
        return false;
    }
    tour->who = WHO_HELPER;
    return tour_expect(tour, ROLE_BUTTON, tour_ui(tour, "ui.strip.pause"));
}

static bool pause_page(Tour *tour)
{
    return helper_presses(tour, "ui.strip.pause") &&
           tour_expect(tour, ROLE_BUTTON, tour_ui(tour, "ui.strip.go-on"));
}

static bool type_note(Tour *tour)
{
    return helper_presses(tour, "ui.strip.go-on") && tour_button(tour, "ui.strip.note") &&
           tour_type(tour, "ui.strip.note.words", "Came in with the kite under one arm");
}

static bool say_present(Tour *tour)
{
    const char *here = arena_format(tour->arena, "%s: %s", tour_ui(tour, "ui.strip.present"),
                                    tour_visitor(WHO_MILO)->name);
    return tour_button(tour, "ui.strip.keep-note") && tour_button(tour, "ui.strip.back") &&
           tour_button(tour, "ui.strip.present") && tour_press(tour, ROLE_CHOICE, here);
}

static bool end_softly(Tour *tour)
{
    return tour_button(tour, "ui.strip.back") && tour_button(tour, "ui.strip.end") &&
           tour_button(tour, "ui.strip.end-now") && tour_on_screen(tour, "play");
}

static bool say_goodbye(Tour *tour)
{
    tour->who = WHO_MILO;
    return tour_page_on(tour) && tour_take_pebble(tour, "ui.pebble.moss") &&
           tour_on_screen(tour, "goodbye");
}

static bool ask_for_notes(Tour *tour)
{
    if (!helper_presses(tour, "ui.strip.after") || !tour_on_screen(tour, "unlock") ||
        !tour_type(tour, "ui.lock.passphrase", TOUR_PASSPHRASE) ||
        !tour_button(tour, "ui.lock.open")) {
        return false;
    }
    tour_wait(tour, 100);
    return tour_on_screen(tour, "helper-fact");
}

static bool keep_notes(Tour *tour)
{
    return tour_button(tour, "ui.fact.save") && tour_on_screen(tour, "helper-sitting");
}

static bool leave(Tour *tour)
{
    return tour_button(tour, "ui.back") && tour_button(tour, "ui.helper.back-to-door") &&
           tour_on_screen(tour, "door");
}

const TourStep tour_strip[] = {
    {"strip", "The helper sits beside: a strip in small letters, by F8 or in the corner.",
     open_strip},
    {"strip-pause", "A pause: the page waits below a calm one.", pause_page},
    {"strip-note", "A note: dots, where a child could read it.", type_note},
    {"strip-present", "Who is here.", say_present},
    {"strip-end", "A soft end: the question about feelings, as always.", end_softly},
    {"strip-goodbye", "At the goodbye the helper's notes wait.", say_goodbye},
    {"strip-after", "Behind the passphrase, with what was noted meanwhile.", ask_for_notes},
    {"strip-sitting", "The sitting with the helper's notes.", keep_notes},
    {"strip-left", NULL, leave},
    {0},
};
