/* The tour's signing in: the youngest chooses an animal and three pictures, comes by them, and
 * comes back by them from under the cover; a grown-up chooses a PIN. */
#include "app/tour.h"

static bool open_case(Tour *tour)
{
    const Keeper *keeper = tour->cove.keeper;
    return tour_open_room(tour) &&
           tour_press(tour, ROLE_BUTTON, record_case_at(keeper_record(keeper), 0)->name);
}

static bool open_page(Tour *tour)
{
    return open_case(tour) &&
           tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.sign.of", WHO_JUNO)) &&
           tour_on_screen(tour, "helper-sign-in");
}

static bool begin(Tour *tour)
{
    const char *words = tour_ui_about(tour, "ui.sign.set", WHO_JUNO);
    if (!tour_press(tour, ROLE_BUTTON, words)) {
        return false;
    }
    tour->who = WHO_JUNO;
    return tour_on_screen(tour, "sign-new");
}

static bool take_row(Tour *tour)
{
    bool taken = tour_button(tour, "ui.sign.picture.kite") &&
                 tour_button(tour, "ui.sign.picture.shell") &&
                 tour_button(tour, "ui.sign.picture.kite");
    tour_wait(tour, 100);
    return taken;
}

static bool choose_row(Tour *tour)
{
    return tour_button(tour, "ui.sign.animal.whale") && take_row(tour) &&
           tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.sign.show"));
}

static bool once_more(Tour *tour)
{
    return tour_button(tour, "ui.next") && take_row(tour);
}

static bool made(Tour *tour)
{
    return tour_button(tour, "ui.next") &&
           tour_expect(tour, ROLE_HEADING, tour_ui(tour, "ui.sign.made"));
}

static bool see_door(Tour *tour)
{
    return tour_button(tour, "ui.sign.to-door") && tour_on_screen(tour, "door");
}

static bool come(Tour *tour)
{
    return tour_press(tour, ROLE_BUTTON, tour_visitor(WHO_JUNO)->name) &&
           tour_on_screen(tour, "sign-in");
}

static bool take_others(Tour *tour)
{
    bool taken = true;
    for (int i = 0; i < 3 && taken; i++) {
        taken = tour_button(tour, "ui.sign.picture.sun");
    }
    tour_wait(tour, 100);
    return taken;
}

static bool show_wrong(Tour *tour)
{
    return take_others(tour) && tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.sign.wrong"));
}

static bool wait_a_little(Tour *tour)
{
    return take_others(tour) && take_others(tour) &&
           tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.sign.wait"));
}

static bool show_right(Tour *tour)
{
    tour_wait(tour, 2100);
    return take_row(tour) && tour_on_screen(tour, "play");
}

static bool cover_and_return(Tour *tour)
{
    if (!stage_key(tour->stage, KEY_COVER, tour->error) || !tour_on_screen(tour, "cover")) {
        return false;
    }
    const Node *sun =
        tree_find(stage_tree(tour->stage), ROLE_BUTTON, tour_ui(tour, "ui.cover.sun"));
    stage_input(tour->stage, &(Input){.type = INPUT_POINTER_DOWN,
                                      .x = sun->bounds.x + sun->bounds.width / 2,
                                      .y = sun->bounds.y + sun->bounds.height / 2});
    tour_wait(tour, 2500);
    return tour_on_screen(tour, "sign-in") && take_row(tour) && tour_on_screen(tour, "play");
}

static bool leave(Tour *tour)
{
    return tour_button(tour, "ui.stop") && tour_on_screen(tour, "cove") &&
           tour_button(tour, "ui.stop") && tour_on_screen(tour, "goodbye") &&
           tour_button(tour, "ui.bye.done") && tour_on_screen(tour, "door");
}

static bool choose_pin(Tour *tour)
{
    if (!open_case(tour) ||
        !tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.sign.of", WHO_INES)) ||
        !tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.sign.set", WHO_INES))) {
        return false;
    }
    tour->who = WHO_INES;
    return tour_on_screen(tour, "sign-new") && tour_type(tour, "ui.sign.field.pin", "123456") &&
           tour_button(tour, "ui.next") &&
           tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.sign.alike"));
}

static bool leave_pin(Tour *tour)
{
    return tour_button(tour, "ui.sign.leave") && tour_on_screen(tour, "door");
}

const TourStep tour_sign_in[] = {
    {"sign-in-of", "What a sign-in is for and what it is not.", open_page},
    {"sign-animal", "Juno chooses an animal, the helper beside.", begin},
    {"sign-row", "Three of nine pictures; shown here because Juno asked for it.", choose_row},
    {"sign-again", "The same once more; onlookers see shells.", once_more},
    {"sign-made", "It is kept, and what it is good for.", made},
    {"door-animal", "The whale at the door.", see_door},
    {"sign-in", "Juno's pictures, always in the same places.", come},
    {"sign-wrong", "A wrong row is an ordinary thing.", show_wrong},
    {"sign-wait", "After the third a short pause, with a boat to look at.", wait_a_little},
    {"sign-right", NULL, show_right},
    {"sign-cover", NULL, cover_and_return},
    {"sign-left", NULL, leave},
    {"sign-pin", "A grown-up's PIN; one that is easy to guess is not taken.", choose_pin},
    {"sign-pin-left", NULL, leave_pin},
    {0},
};
