/* The tour's part about consent: who must agree, a record on paper, an adult's own page; and a
 * complete copy for one person. */
#include "app/tour.h"

static bool open_consent(Tour *tour)
{
    tour->who = WHO_HELPER;
    const char *family = record_case_at(keeper_record(tour->cove.keeper), 0)->name;
    return tour_open_room(tour) && tour_press(tour, ROLE_BUTTON, family) &&
           tour_button(tour, "ui.consent.room") && tour_on_screen(tour, "helper-consent");
}

static bool press_of(Tour *tour, const char *ui, Who who)
{
    return tour_press(
        tour, ROLE_BUTTON,
        arena_format(tour->arena, "%s: %s", tour_ui(tour, ui), tour_visitor(who)->name));
}

static bool open_record(Tour *tour)
{
    return press_of(tour, "ui.consent.record", WHO_INES) && tour_on_screen(tour, "helper-form");
}

static bool open_copy(Tour *tour)
{
    return tour_button(tour, "ui.back") &&
           tour_press(tour, ROLE_BUTTON,
                      record_case_at(keeper_record(tour->cove.keeper), 0)->name) &&
           tour_button(tour, "ui.export.title") &&
           tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.own-copy.of", WHO_MILO)) &&
           tour_on_screen(tour, "helper-own-copy");
}

static bool look_at_copy(Tour *tour)
{
    return tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.fact.own-copy.by.guardian")) &&
           tour_type(tour, "ui.fact.own-copy.why", "A letter came") &&
           tour_button(tour, "ui.own-copy.on") &&
           tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.own-copy.warning"));
}

static bool go_through(Tour *tour)
{
    const char *family = record_case_at(keeper_record(tour->cove.keeper), 0)->name;
    if (!tour_button(tour, "ui.export.title") || !tour_press(tour, ROLE_BUTTON, family) ||
        !tour_button(tour, "ui.consent.room") || !press_of(tour, "ui.consent.through", WHO_INES)) {
        return false;
    }
    tour->who = WHO_INES;
    return tour_on_screen(tour, "consent");
}

static bool ask_first(Tour *tour)
{
    return tour_button(tour, "ui.consent.questions") &&
           tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.consent.said.asks"));
}

static bool leave(Tour *tour)
{
    return tour_button(tour, "ui.sign.to-door") && tour_on_screen(tour, "door");
}

const TourStep tour_consent[] = {
    {"consent", "Consent: whose is needed, and what each said.", open_consent},
    {"consent-paper", "What an adult consents to, on paper.", open_record},
    {"own-copy", "A complete copy for one person: first who asks, and why.", open_copy},
    {"own-copy-second", "Then what will be in it.", look_at_copy},
    {"consent-page", "Ines goes through the points, with the helper beside.", go_through},
    {"consent-asks", "Questions first.", ask_first},
    {"consent-left", NULL, leave},
    {0},
};
