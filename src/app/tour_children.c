/* The tour's second part: the five-year-old breathes and takes a break, the eight-year-old sorts,
 * builds a line, takes something back, skips and stops. */
#include "app/tour.h"

/* ---- Juno, 5 ---- */

static bool juno_is_asked(Tour *tour)
{
    tour->who = WHO_JUNO;
    return tour_press(tour, ROLE_BUTTON, tour_visitor(WHO_JUNO)->name) &&
           tour_on_screen(tour, "assent") && tour_button(tour, "ui.next");
}

static bool juno_may_choose(Tour *tour)
{
    return tour_button(tour, "ui.next") && tour_button(tour, "ui.next") &&
           tour_expect(tour, ROLE_BUTTON, tour_ui(tour, "ui.assent.not-now"));
}

static bool juno_comes(Tour *tour)
{
    return tour_say_yes(tour) && tour_choice(tour, "sitting", "arrive.word.happy");
}

static bool juno_cove(Tour *tour)
{
    return tour_page_on(tour) && tour_on_screen(tour, "cove");
}

static bool juno_place(Tour *tour)
{
    return tour_press(tour, ROLE_BUTTON, tour_place_name(tour, "coping"));
}

static bool juno_breathes(Tour *tour)
{
    if (!tour_press(tour, ROLE_BUTTON, tour_title(tour, "coping", "candle")) ||
        !tour_button(tour, "ui.begin")) {
        return false;
    }
    tour_wait(tour, 2500);
    return tour_expect(tour, ROLE_TEXT, tour_module_words(tour, "coping", "candle.breath.in"));
}

static bool juno_breaks(Tour *tour)
{
    return tour_button(tour, "ui.break") && tour_on_screen(tour, "break");
}

static bool juno_goes_on(Tour *tour)
{
    return tour_button(tour, "ui.break.go-on") && tour_on_screen(tour, "play") &&
           tour_wait_still(tour) && tour_expect(tour, ROLE_BUTTON, tour_ui(tour, "ui.again"));
}

static bool juno_faces(Tour *tour)
{
    return tour_play_to_end(tour) && tour_on_screen(tour, "cove") &&
           tour_open_activity(tour, "feelings", "faces") &&
           tour_choice(tour, "feelings", "faces.word.sad");
}

static bool juno_pebble(Tour *tour)
{
    return tour_play_to_end(tour) && tour_leave(tour, "leave.word.okay");
}

static bool juno_goodbye(Tour *tour)
{
    return tour_take_pebble(tour, "ui.pebble.coral");
}

/* ---- Milo, 8 ---- */

static bool milo_cove(Tour *tour)
{
    return tour_button(tour, "ui.bye.done") && tour_come(tour, WHO_MILO) &&
           tour_button(tour, "ui.skip") && tour_on_screen(tour, "cove");
}

static bool milo_sorts(Tour *tour)
{
    const char *one = tour_module_words(tour, "feelings", "jars.jar.one");
    const char *two = tour_module_words(tour, "feelings", "jars.jar.two");
    return tour_open_activity(tour, "feelings", "jars") && tour_place_first_card(tour, one) &&
           tour_place_first_card(tour, two) &&
           tour_place_first_card(tour, tour_ui(tour, "ui.not-sure"));
}

static bool milo_undoes(Tour *tour)
{
    return tour_button(tour, "ui.undo");
}

static bool milo_skips(Tour *tour)
{
    return tour_button(tour, "ui.skip") &&
           tour_expect(tour, ROLE_TEXT, tour_module_words(tour, "feelings", "jars.last-day"));
}

static bool milo_builds(Tour *tour)
{
    return tour_play_to_end(tour) && tour_open_activity(tour, "saying", "build") &&
           tour_put_first_block(tour) && tour_put_first_block(tour);
}

/* Every line so far is practice; the last one is the child's own. */
static bool milo_shares(Tour *tour)
{
    const char *mine = tour_ui(tour, "ui.share.mine");
    for (int page = 0; page < 10; page++) {
        while (tour_put_first_block(tour)) {
        }
        if (stage_shows(tour->stage, ROLE_CHOICE, mine)) {
            return tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.share.helper"));
        }
        if (!tour_page_on(tour)) {
            return false;
        }
    }
    return tour_expect(tour, ROLE_CHOICE, mine);
}

static bool milo_reads(Tour *tour)
{
    return tour_play_to_end(tour) && tour_open_activity(tour, "middle", "fox") &&
           tour_page_on(tour) && tour_answer(tour);
}

static bool milo_stops(Tour *tour)
{
    return tour_button(tour, "ui.stop") && tour_on_screen(tour, "cove");
}

static bool milo_settings(Tour *tour)
{
    return tour_button(tour, "ui.prefs.title") && tour_on_screen(tour, "settings");
}

static bool milo_voice(Tour *tour)
{
    return tour_button(tour, "ui.prefs.section.voice") && tour_button(tour, "ui.next") &&
           tour_button(tour, "ui.prefs.voice-kind.more") &&
           tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.kept"));
}

static bool milo_looks(Tour *tour)
{
    return tour_button(tour, "ui.done") && tour_button(tour, "ui.figure.title") &&
           tour_button(tour, "ui.figure.next") && tour_button(tour, "ui.figure.next") &&
           tour_on_screen(tour, "figure");
}

static bool milo_looks_so(Tour *tour)
{
    return tour_button(tour, "ui.figure.surprise") && tour_button(tour, "ui.figure.done") &&
           tour_on_screen(tour, "cove");
}

static bool milo_leaves(Tour *tour)
{
    return tour_leave(tour, "leave.word.proud") && tour_take_pebble(tour, "ui.pebble.amber") &&
           tour_button(tour, "ui.bye.done") && tour_on_screen(tour, "door");
}

const TourStep tour_children[] = {
    {"asked-first", "Before the first sitting, Juno, 5, hears what stays private.", juno_is_asked},
    {"asked-choice", "Yes, not now, or a question first.", juno_may_choose},
    {"arriving", "Juno, 5, says how it is to come in.", juno_comes},
    {"cove-little", "Juno's cove: only what was given is there.", juno_cove},
    {"place", "The quiet cave and its games.", juno_place},
    {"breathing", "A slow breath with flower and candle.", juno_breathes},
    {"break", "Break: rest as long as you like.", juno_breaks},
    {"breathed", "Going on at the same place, to the end.", juno_goes_on},
    {"faces", "Another game: feelings faces.", juno_faces},
    {"pebble", "On leaving: how it is now, and a pebble if you like.", juno_pebble},
    {"goodbye", "Goodbye.", juno_goodbye},
    {"cove-young", "Milo, 8, skips the question and is in the cove.", milo_cove},
    {"sorting", "Two jars: cards are picked up and put down.", milo_sorts},
    {"undo", "One card taken back.", milo_undoes},
    {"skip", "A page skipped half-way; the next one is there.", milo_skips},
    {"building", "A line put together from blocks.", milo_builds},
    {"sharing", "The child says who may see it.", milo_shares},
    {"story", "A story that asks.", milo_reads},
    {"stopped", "Stopped in the middle; the cove is there again.", milo_stops},
    {"settings", "Make it mine: the child's own settings, a section at a time.", milo_settings},
    {"settings-voice", "Another voice, kept at once.", milo_voice},
    {"looks", "How I look: hair, skin, clothes, a part at a time.", milo_looks},
    {"looks-so", "Done: this is how Milo looks from now on.", milo_looks_so},
    {"leaving", NULL, milo_leaves},
    {0},
};
