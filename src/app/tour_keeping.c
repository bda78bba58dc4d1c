/* The tour's end: who looked at what, how long cases are kept, one person is erased and then the
 * whole case; and the guide. */
#include "app/tour.h"

static bool open_log(Tour *tour)
{
    tour->who = WHO_HELPER;
    if (!tour_button(tour, "ui.door.helper") ||
        !tour_type(tour, "ui.lock.passphrase", TOUR_PASSPHRASE) ||
        !tour_button(tour, "ui.lock.open")) {
        return false;
    }
    tour_wait(tour, 100);
    if (!tour_button(tour, "ui.log.title") || !tour_on_screen(tour, "helper-log")) {
        return false;
    }
    tour_wait(tour, 100);
    return tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.log.whole"));
}

static bool open_rewrap(Tour *tour)
{
    return tour_button(tour, "ui.helper.title") && tour_button(tour, "ui.lock.title") &&
           tour_button(tour, "ui.rewrap.title") && tour_on_screen(tour, "rewrap");
}

static bool choose_for_rewrap(Tour *tour)
{
    if (!tour_type(tour, "ui.rewrap.now", TOUR_PASSPHRASE) || !tour_button(tour, "ui.lock.go-on")) {
        return false;
    }
    tour_wait(tour, 100);
    return tour_on_screen(tour, "passphrase");
}

static bool open_keeping(Tour *tour)
{
    return tour_button(tour, "ui.back") && tour_button(tour, "ui.back") &&
           tour_button(tour, "ui.keeping.title") && tour_on_screen(tour, "helper-keeping");
}

static bool open_erasing(Tour *tour)
{
    return tour_press(tour, ROLE_BUTTON, TOUR_CASE) && tour_on_screen(tour, "helper-erase");
}

static bool choose_one(Tour *tour)
{
    return tour_press(tour, ROLE_CHOICE, tour_ui_about(tour, "ui.erase.whom-one", WHO_INES)) &&
           tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.erase.both"));
}

static bool take_both_steps_for_one(Tour *tour)
{
    return tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.erase.why.asked")) &&
           tour_button(tour, "ui.erase.go-on") &&
           tour_type(tour, "ui.erase.name-one", tour_visitor(WHO_INES)->name) &&
           tour_type(tour, "ui.lock.passphrase", TOUR_PASSPHRASE);
}

static bool open_again(Tour *tour)
{
    return tour_button(tour, "ui.back") && open_erasing(tour);
}

static bool take_both_steps(Tour *tour)
{
    return tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.erase.why.asked")) &&
           tour_button(tour, "ui.erase.go-on") && tour_type(tour, "ui.erase.name", TOUR_CASE) &&
           tour_type(tour, "ui.lock.passphrase", TOUR_PASSPHRASE);
}

static bool erase(Tour *tour)
{
    if (!tour_button(tour, "ui.erase.do")) {
        return false;
    }
    tour_wait(tour, 100);
    return tour_on_screen(tour, "certificate");
}

static bool nobody_is_left(Tour *tour)
{
    return tour_button(tour, "ui.back") && tour_button(tour, "ui.helper.title") &&
           tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.helper.no-cases"));
}

static bool open_guide(Tour *tour)
{
    return tour_button(tour, "ui.guide.title") && tour_on_screen(tour, "helper-guide");
}

static bool read_on(Tour *tour)
{
    return tour_press(tour, ROLE_BUTTON, "A sitting in the room") &&
           tour_expect(tour, ROLE_HEADING, "A sitting in the room");
}

static bool see_keys(Tour *tour)
{
    return stage_key(tour->stage, KEY_HELP, tour->error) && tour_on_screen(tour, "helper-keys");
}

const TourStep tour_keeping[] = {
    {"log", "Who looked at what, newest first; the chain is whole.", open_log},
    {"rewrap", "New keys for everything: when, how, and what it does not reach.", open_rewrap},
    {"rewrap-passphrase", "Another passphrase first; until the end nothing is changed.",
     choose_for_rewrap},
    {"keeping", "How long cases are kept; nothing goes by itself.", open_keeping},
    {"erase", "What goes when a case is erased, and that it cannot be undone.", open_erasing},
    {"erase-one", "Only one person of it: what goes, what two share, and what stays.", choose_one},
    {"erase-one-last-step", "Their name, and the passphrase.", take_both_steps_for_one},
    {"certificate-one", "The certificate of one person.", erase},
    {"erase-rest", "The case goes on without them, and can be erased too.", open_again},
    {"erase-last-step", "The second step: its name, and the passphrase.", take_both_steps},
    {"certificate", "The certificate: what, when, by whom, and what it does not speak for.", erase},
    {"room-empty", "The helper's room without the case.", nobody_is_left},
    {"guide", "The guide, the same words as on paper.", open_guide},
    {"guide-section", "One section of it.", read_on},
    {"keys", "F1: what each key does.", see_keys},
    {0},
};
