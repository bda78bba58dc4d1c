/* Every kind of activity that was not seen yet, once. Those that no module
 * has are shown as authors first meet them, from their templates. */
#include "app/tour.h"

#include "activity/kind.h"
#include "screen/preview.h"
#include "screen/screens.h"

/* ---- what they are given ---- */

static bool give(Tour *tour, Who who, const char *module, const char *activity)
{
    const char *assign = tour_ui(tour, "ui.assign.do");
    tour->who = who;
    const char *title = tour_title(tour, module, activity);
    tour->who = WHO_HELPER;
    return tour_press(tour, ROLE_BUTTON, arena_format(tour->arena, "%s: %s", assign, title));
}

static bool open_assigning(Tour *tour, Who who, const char *setting)
{
    return tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.assign.title", who)) &&
           tour_on_screen(tour, "helper-assign") &&
           tour_press(tour, ROLE_CHOICE, tour_ui(tour, setting));
}

static bool close_assigning(Tour *tour, const char *family)
{
    return tour_press(tour, ROLE_BUTTON, family) && tour_on_screen(tour, "helper-case");
}

static bool give_all(Tour *tour)
{
    const char *family = record_case_at(keeper_record(tour->cove.keeper), 0)->name;
    return tour_open_room(tour) && tour_press(tour, ROLE_BUTTON, family) &&
           open_assigning(tour, WHO_MILO, "ui.case.setting.room") &&
           give(tour, WHO_MILO, "coping", "kit") && give(tour, WHO_MILO, "welcome", "doors") &&
           give(tour, WHO_MILO, "saying", "voices") && give(tour, WHO_MILO, "saying", "when") &&
           give(tour, WHO_MILO, "saying", "practice") &&
           give(tour, WHO_MILO, "middle", "heart-house") &&
           give(tour, WHO_MILO, "middle", "permission") && close_assigning(tour, family) &&
           open_assigning(tour, WHO_INES, "ui.case.setting.home") &&
           give(tour, WHO_INES, "coaching", "practice-log") &&
           give(tour, WHO_INES, "coaching", "wonder") && close_assigning(tour, family) &&
           tour_button(tour, "ui.helper.title") && tour_button(tour, "ui.helper.back-to-door");
}

/* ---- Milo, 8 ---- */

/* On to the first page that asks for something; what it asks is done in part. */
static bool see(Tour *tour, const char *module, const char *activity)
{
    return tour_open_activity(tour, module, activity) && tour_to_asking(tour);
}

static bool leave_activity(Tour *tour)
{
    return tour_button(tour, "ui.stop") && tour_on_screen(tour, "cove");
}

static bool milo_kit(Tour *tour)
{
    return tour_come(tour, WHO_MILO) && tour_button(tour, "ui.skip") &&
           tour_on_screen(tour, "cove") && see(tour, "coping", "kit");
}

static bool milo_doors(Tour *tour)
{
    return leave_activity(tour) && see(tour, "welcome", "doors");
}

static bool milo_voices(Tour *tour)
{
    return leave_activity(tour) && see(tour, "saying", "voices") &&
           tour_choice(tour, "saying", "voices.swing.tiny");
}

static bool milo_plans(Tour *tour)
{
    return leave_activity(tour) && see(tour, "saying", "when");
}

static bool milo_listens(Tour *tour)
{
    return leave_activity(tour) && see(tour, "saying", "practice");
}

static bool milo_body(Tour *tour)
{
    return leave_activity(tour) && see(tour, "feelings", "body");
}

static bool milo_draws(Tour *tour)
{
    return leave_activity(tour) && see(tour, "feelings", "weather");
}

static bool milo_house(Tour *tour)
{
    return leave_activity(tour) && see(tour, "middle", "heart-house");
}

static bool milo_letter(Tour *tour)
{
    return leave_activity(tour) && see(tour, "middle", "permission");
}

/* ---- Ines, a grown-up ---- */

static bool ines_notices(Tour *tour)
{
    return leave_activity(tour) && tour_leave(tour, NULL) &&
           tour_take_pebble(tour, "ui.pebble.none") && tour_button(tour, "ui.bye.done") &&
           tour_come(tour, WHO_INES) && tour_button(tour, "ui.skip") &&
           tour_on_screen(tour, "cove") && see(tour, "coaching", "practice-log");
}

static bool ines_wonders(Tour *tour)
{
    return leave_activity(tour) && see(tour, "coaching", "wonder");
}

static bool ines_leaves(Tour *tour)
{
    return leave_activity(tour) && tour_leave(tour, NULL) &&
           tour_take_pebble(tour, "ui.pebble.none") && tour_button(tour, "ui.bye.done");
}

/* ---- templates ---- */

static bool open_bench(Tour *tour)
{
    const char *language = tour->options->language;
    const LibrarySetup setup = {.content = tour->folders.content,
                                .own = tour->folders.templates,
                                .language = language ? language : "en",
                                .kinds = kinds_content()};
    tour->bench = (Cove){.clock = tour->cove.clock, .ids = tour->cove.ids};
    return library_open_with(&setup, &tour->bench.library, tour->error);
}

/* A template's module and its activity are called alike. */
static bool see_template(Tour *tour, const char *name)
{
    const Module *module = library_module(tour->bench.library, name);
    const Activity *activity = module ? module_activity(module, name) : NULL;
    if (!activity) {
        return error_set(tour->error, ERROR_MISSING, name, "This template is not there.");
    }
    const PreviewSetup setup = {.module = module, .activity = activity, .tier = TIER_T3};
    Screen *screen = screen_preview(&tour->bench, tour->stage, &setup, tour->error);
    if (!screen) {
        return false;
    }
    stage_clear_to(tour->stage, screen);
    return tour_on_screen(tour, "preview");
}

static bool see_path(Tour *tour)
{
    return open_bench(tour) && see_template(tour, "timeline-path");
}

static bool see_links(Tour *tour)
{
    return see_template(tour, "thought-links");
}

static bool leave_bench(Tour *tour)
{
    stage_clear_to(tour->stage, screen_door(&tour->cove, tour->stage));
    return tour_on_screen(tour, "door");
}

const TourStep tour_kinds[] = {
    {"given-more", NULL, give_all},
    {"calm-kit", "Milo, 8, puts together what helps; Break then offers it.", milo_kit},
    {"doors", "Cards with doors: who hears of it, and who does not.", milo_doors},
    {"role-play", "The same words in three voices, and what each leads to.", milo_voices},
    {"plan", "A plan, one part after the other.", milo_plans},
    {"listening", "Talking and listening: whoever has the shell talks.", milo_listens},
    {"body", "Where feelings live.", milo_body},
    {"drawing", "Drawing with brushes, colors and stamps.", milo_draws},
    {"house", "A house of people and places, with rooms of one size.", milo_house},
    {"letter", "A letter that nobody sends.", milo_letter},
    {"noticing", "Ines, a grown-up, writes down what was seen.", ines_notices},
    {"wondering", "I wonder: several guesses, none of them the answer.", ines_wonders},
    {"leaving-last", NULL, ines_leaves},
    {"path", "A path, as an author's template has it.", see_path},
    {"links", "Boxes joined by arrows, as an author's template has them.", see_links},
    {"bench-left", NULL, leave_bench},
    {0},
};
