/* The tour's first part: a new computer, a case, its people, and what they are given. */
#include "app/tour.h"

#include "screen/safekeeping.h"

static bool see_door(Tour *tour)
{
    return tour_on_screen(tour, "door");
}

static bool fill_set_up(Tour *tour)
{
    return tour_button(tour, "ui.door.new") &&
           tour_type(tour, "ui.setup.name", tour_visitor(WHO_HELPER)->name);
}

static bool type_passphrase(Tour *tour)
{
    return tour_button(tour, "ui.setup.go") && tour_on_screen(tour, "passphrase") &&
           tour_type(tour, "ui.lock.passphrase", TOUR_PASSPHRASE) &&
           tour_type(tour, "ui.lock.again", TOUR_PASSPHRASE);
}

/* As it stands on the page: group 1 is its first four characters. */
static bool type_group(Tour *tour, const char *code, int group)
{
    const char *label =
        cove_words(&tour->cove, tour->arena, TIER_AD, &(Tokens){.n = group + 1}, "ui.lock.group");
    const char *typed =
        arena_copy(tour->arena, code + group * (RECOVERY_GROUP + 1), RECOVERY_GROUP);
    return !stage_shows(tour->stage, ROLE_FIELD, label) ||
           stage_type(tour->stage, label, typed, tour->error);
}

static bool type_back(Tour *tour)
{
    if (!tour_button(tour, "ui.lock.go-on")) {
        return false;
    }
    tour_wait(tour, 100);
    const Node *shown = tree_find_key(stage_tree(tour->stage), "code");
    if (!shown) {
        return tour_on_screen(tour, "recovery");
    }
    const char *code = arena_string(tour->arena, shown->name);
    bool typed = true;
    for (int i = 0; i < RECOVERY_GROUPS && typed; i++) {
        typed = type_group(tour, code, i);
    }
    return typed;
}

/* Its check takes as long as it takes, and no time of the tour's clock. */
void tour_backup(Tour *tour)
{
    while (safekeeping_making(&tour->cove)) {
        safekeeping_step(&tour->cove);
    }
}

static bool set_up(Tour *tour)
{
    bool done = tour_button(tour, "ui.lock.done") && tour_on_screen(tour, "helper-room");
    tour_backup(tour);
    return done;
}

static bool note_line(Tour *tour)
{
    return tour_button(tour, "ui.file.practice") && tour_on_screen(tour, "helper-file") &&
           tour_button(tour, "ui.fact.line") && tour_button(tour, "ui.fact.add") &&
           tour_type(tour, "ui.fact.line.name", "A line for children") &&
           tour_type(tour, "ui.fact.line.number", "000 000") &&
           tour_type(tour, "ui.fact.line.checked", "2026-01-15");
}

static bool keep_line(Tour *tour)
{
    return tour_button(tour, "ui.fact.save") && tour_button(tour, "ui.back") &&
           tour_on_screen(tour, "helper-file");
}

static bool open_case(Tour *tour)
{
    return tour_button(tour, "ui.helper.title") &&
           tour_type(tour, "ui.helper.case-name", TOUR_CASE) &&
           tour_button(tour, "ui.helper.new-case") && tour_on_screen(tour, "helper-case");
}

/* ---- people ---- */

static bool fill_person(Tour *tour, Who who, const char *tier, int picture)
{
    const char *label = tour_ui(tour, "ui.case.picture");
    return tour_button(tour, "ui.case.add-person") &&
           tour_type(tour, "ui.case.name", tour_visitor(who)->name) &&
           tour_press(tour, ROLE_CHOICE, tour_ui(tour, tier)) &&
           tour_press(tour, ROLE_CHOICE, arena_format(tour->arena, "%s %d", label, picture));
}

static bool save_person(Tour *tour)
{
    return tour_button(tour, "ui.case.save") && tour_on_screen(tour, "helper-case");
}

static bool fill_first_person(Tour *tour)
{
    return fill_person(tour, WHO_JUNO, "ui.case.tier.t1", 5);
}

static bool add_people(Tour *tour)
{
    return save_person(tour) && fill_person(tour, WHO_MILO, "ui.case.tier.t2", 2) &&
           save_person(tour) && fill_person(tour, WHO_AMIR, "ui.case.tier.t4", 2) &&
           save_person(tour) && fill_person(tour, WHO_INES, "ui.case.tier.ad", 3) &&
           save_person(tour);
}

/* ---- assigning ---- */

static bool begin_assigning(Tour *tour, Who who)
{
    return tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.assign.title", who)) &&
           tour_on_screen(tour, "helper-assign");
}

static bool end_assigning(Tour *tour)
{
    return tour_press(tour, ROLE_BUTTON, TOUR_CASE) && tour_on_screen(tour, "helper-case");
}

static bool give_module(Tour *tour, const char *module_id)
{
    const Module *module = library_module(tour->cove.library, module_id);
    const char *title = module ? tour_module_words(tour, module_id, module->title) : module_id;
    return tour_press(
        tour, ROLE_BUTTON,
        arena_format(tour->arena, "%s: %s", tour_ui(tour, "ui.assign.module-all"), title));
}

/* The title is in the words of the person who gets it. */
static const char *title_for(Tour *tour, Who who, const char *module, const char *activity)
{
    tour->who = who;
    const char *title = tour_title(tour, module, activity);
    tour->who = WHO_HELPER;
    return title;
}

static bool give_one(Tour *tour, Who who, const char *module, const char *activity)
{
    const char *give = tour_ui(tour, "ui.assign.do");
    return tour_press(
        tour, ROLE_BUTTON,
        arena_format(tour->arena, "%s: %s", give, title_for(tour, who, module, activity)));
}

static bool read_card(Tour *tour)
{
    return tour_button(tour, "ui.assign.filter-none") && tour_button(tour, "ui.assign.filter") &&
           tour_press(tour, ROLE_BUTTON, title_for(tour, WHO_JUNO, "feelings", "faces"));
}

static bool narrow_down(Tour *tour)
{
    return begin_assigning(tour, WHO_JUNO) && tour_button(tour, "ui.assign.filter") &&
           tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.kind.sort-cards")) &&
           tour_expect(tour, ROLE_BUTTON, tour_ui(tour, "ui.assign.filter-none"));
}

static bool see_on_paper(Tour *tour)
{
    return tour_button(tour, "ui.print.do") && tour_on_screen(tour, "helper-print");
}

/* Looked at alone: she gets the words as they are. */
static bool change_words(Tour *tour)
{
    tour->who = WHO_JUNO;
    const char *ask = tour_module_words(tour, "feelings", "faces.practice");
    tour->who = WHO_HELPER;
    return tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.assign.title", WHO_JUNO)) &&
           tour_button(tour, "ui.wording.do") && tour_on_screen(tour, "helper-wording") &&
           tour_press(tour, ROLE_BUTTON, ask) &&
           tour_type(tour, "ui.wording.new", " You can skip this.") &&
           tour_type(tour, "ui.wording.name", "Softer start");
}

static bool assign_to_juno(Tour *tour)
{
    return tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.assign.title", WHO_JUNO)) &&
           tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.case.setting.room")) &&
           tour_type(tour, "ui.case.note", TOUR_NOTE) &&
           give_one(tour, WHO_JUNO, "feelings", "faces") && give_module(tour, "coping");
}

static bool assign_to_milo(Tour *tour)
{
    return end_assigning(tour) && begin_assigning(tour, WHO_MILO) &&
           give_module(tour, "feelings") && give_one(tour, WHO_MILO, "saying", "build") &&
           give_one(tour, WHO_MILO, "middle", "fox") && end_assigning(tour);
}

static bool assign_to_amir(Tour *tour)
{
    return begin_assigning(tour, WHO_AMIR) && give_one(tour, WHO_AMIR, "feelings", "cloud") &&
           give_one(tour, WHO_AMIR, "coping", "rate") && give_module(tour, "middle") &&
           end_assigning(tour);
}

/* Looked at alone: she gets something else. */
static bool see_sequence(Tour *tour)
{
    return assign_to_milo(tour) && assign_to_amir(tour) && begin_assigning(tour, WHO_INES) &&
           tour_button(tour, "ui.sequence.first-carer") &&
           tour_on_screen(tour, "helper-sequence") &&
           tour_press(tour, ROLE_CHOICE, title_for(tour, WHO_INES, "coping", "candle"));
}

static bool assign_to_ines(Tour *tour)
{
    return tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.assign.title", WHO_INES)) &&
           tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.case.setting.home")) &&
           give_module(tour, "saying") && end_assigning(tour);
}

static bool be_here_today(Tour *tour)
{
    return assign_to_ines(tour) &&
           tour_press(tour, ROLE_CHOICE, tour_ui(tour, "ui.case.here-today"));
}

static bool see_balance(Tour *tour)
{
    return tour_button(tour, "ui.balance.title") && tour_on_screen(tour, "helper-balance");
}

static bool go_to_door(Tour *tour)
{
    return tour_press(tour, ROLE_BUTTON, TOUR_CASE) && tour_button(tour, "ui.helper.title") &&
           tour_button(tour, "ui.helper.back-to-door") && tour_on_screen(tour, "door") &&
           tour_expect(tour, ROLE_BUTTON, tour_visitor(WHO_JUNO)->name);
}

const TourStep tour_set_up[] = {
    {"door", "The door of a new computer.", see_door},
    {"set-up", "A helper sets it up.", fill_set_up},
    {"passphrase", "A passphrase locks what is kept; five good words are offered.",
     type_passphrase},
    {"recovery", "The recovery page, two groups of it typed back.", type_back},
    {"room-empty", "The helper's room says what comes first.", set_up},
    {"crisis-line", "Whom to call in need: nothing begins at home without it.", note_line},
    {"practice", "What holds for every family here.", keep_line},
    {"case-empty", "A new case under a made-up name.", open_case},
    {"person", "A person: the name on screen, an age group, a picture.", fill_first_person},
    {"people", "Three children and a grown-up.", add_people},
    {"narrow", "What there is for a five-year-old in the room, narrowed to one kind.", narrow_down},
    {"card", "Before assigning: the card for the adult beside the child.", read_card},
    {"print", "The same on paper, for a home without a computer.", see_on_paper},
    {"wording", "The words of an activity, written anew for one age group; hints stand beside.",
     change_words},
    {"assign", "A single activity and a whole module for the five-year-old.", assign_to_juno},
    {"sequence", "A ready-made sequence: any step may be left out, and nothing has a date.",
     see_sequence},
    {"case", "Everyone has something, and the family is here today.", be_here_today},
    {"balance", "What each was given, side by side: counts, and no judgement.", see_balance},
    {"door-family", "The door asks who is here.", go_to_door},
    {0},
};
