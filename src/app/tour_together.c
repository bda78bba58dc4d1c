/* The tour's last steps: a child and a grown-up play on one screen, with the helper beside them. */
#include "app/tour.h"

static bool open_page(Tour *tour)
{
    const char *family = record_case_at(keeper_record(tour->cove.keeper), 0)->name;
    return tour_open_room(tour) && tour_press(tour, ROLE_BUTTON, family) &&
           tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.joint.of", WHO_MILO)) &&
           tour_on_screen(tour, "helper-together");
}

static bool answer(Tour *tour, const char *field, const char *code)
{
    const char *question = tour_ui(tour, field);
    const char *words = tour_ui(tour, arena_format(tour->arena, "%s.%s", field, code));
    return tour_press(tour, ROLE_CHOICE, arena_format(tour->arena, "%s %s", question, words));
}

static bool open_gate(Tour *tour)
{
    const char *gate = arena_format(tour->arena, "%s: %s", tour_ui(tour, "ui.fact.gate"),
                                    tour_visitor(WHO_INES)->name);
    return tour_press(tour, ROLE_CHOICE, tour_visitor(WHO_INES)->name) &&
           tour_press(tour, ROLE_BUTTON, gate) && tour_on_screen(tour, "helper-fact");
}

static bool answer_gate(Tour *tour)
{
    return answer(tour, "ui.fact.gate.order", "yes") &&
           answer(tour, "ui.fact.gate.concern", "past") &&
           answer(tour, "ui.fact.gate.form", "supervised") &&
           tour_type(tour, "ui.fact.gate.judged", "The agency, in its letter") &&
           answer(tour, "ui.fact.gate.alone", "yes") &&
           tour_type(tour, "ui.fact.gate.source", "Letter of the agency") &&
           tour_type(tour, "ui.fact.gate.date", "2026-09-01") &&
           answer(tour, "ui.fact.gate.state", "open") &&
           tour_type(tour, "ui.fact.reason", "All five questions are answered");
}

static bool keep_gate(Tour *tour)
{
    return tour_button(tour, "ui.fact.save") && tour_on_screen(tour, "helper-together");
}

/* Milo was asked alone. */
static bool note_yes(Tour *tour)
{
    return tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.joint.yes", WHO_MILO)) &&
           answer(tour, "ui.fact.joint-yes.answer", "yes") && tour_button(tour, "ui.fact.save") &&
           tour_on_screen(tour, "helper-together");
}

static bool say_all(Tour *tour)
{
    return keep_gate(tour) &&
           tour_press(tour, ROLE_CHOICE, tour_ui_about(tour, "ui.joint.contact", WHO_MILO)) &&
           note_yes(tour) && tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.joint.prepared")) &&
           tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.joint.present"));
}

/* "Assign: Talking shell", in the child's words for it. */
static const char *about_charades(Tour *tour, const char *ui)
{
    const char *words = tour_ui(tour, ui);
    tour->who = WHO_MILO;
    const char *title = tour_title(tour, "feelings", "charades");
    tour->who = WHO_HELPER;
    return arena_format(tour->arena, "%s: %s", words, title);
}

static bool give(Tour *tour)
{
    const char *family = record_case_at(keeper_record(tour->cove.keeper), 0)->name;
    return tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.assign.title", WHO_MILO)) &&
           tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.case.setting.joint")) &&
           tour_press(tour, ROLE_BUTTON, about_charades(tour, "ui.assign.do")) &&
           tour_press(tour, ROLE_BUTTON, family) && tour_on_screen(tour, "helper-together");
}

static bool begin(Tour *tour)
{
    if (!tour_press(tour, ROLE_BUTTON, about_charades(tour, "ui.joint.start"))) {
        return false;
    }
    tour->who = WHO_MILO;
    return tour_on_screen(tour, "play");
}

static bool look_at_card(Tour *tour)
{
    while (!stage_shows(tour->stage, ROLE_BUTTON, tour_ui(tour, "ui.together.open"))) {
        if (!tour_page_on(tour) || !tour_on_screen(tour, "play")) {
            return false;
        }
    }
    return tour_button(tour, "ui.together.open");
}

static bool act(Tour *tour)
{
    return tour_button(tour, "ui.together.put-away") && tour_button(tour, "ui.together.taken") &&
           tour_expect(tour, ROLE_BUTTON, tour_ui(tour, "ui.together.open"));
}

static bool stop(Tour *tour)
{
    return tour_button(tour, "ui.stop") && tour_on_screen(tour, "goodbye");
}

static bool leave(Tour *tour)
{
    return tour_button(tour, "ui.bye.done") && tour_on_screen(tour, "door");
}

const TourStep tour_together[] = {
    {"together", "Playing together: who, and what must be said before.", open_page},
    {"gate", "The safety gate: closed until everything is answered.", open_gate},
    {"gate-answered", "Everything is answered, and why it is opened.", answer_gate},
    {"together-said", "All three are said; contact is noted with its date.", say_all},
    {"together-given", "Something is given for the two of them.", give},
    {"together-begins", "Two chairs, and the grown-up's own strip below.", begin},
    {"together-card", "A card for the child alone.", look_at_card},
    {"together-turn", "The shell has gone over.", act},
    {"together-stopped", "The child stops: it is over for both.", stop},
    {"together-left", NULL, leave},
    {0},
};
