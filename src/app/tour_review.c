/* The tour's last part: what came back, one sitting in detail, replay; then a look around with the
 * sample family. */
#include "app/tour.h"

#include "screen/desk.h"

/* "Amir, 2026-03-02 10:15": the row of the sitting, newest first. */
static bool open_sitting(Tour *tour, size_t from_newest, Who who)
{
    const Record *record = keeper_record(tour->cove.keeper);
    size_t count = record_sitting_count(record);
    const char *stamp = desk_stamp(tour->arena, stage_tree(tour->stage)->rtl,
                                   record_sitting_at(record, count - 1 - from_newest)->started);
    return tour_press(tour, ROLE_BUTTON,
                      arena_format(tour->arena, "%s, %s", tour_visitor(who)->name, stamp)) &&
           tour_on_screen(tour, "helper-sitting");
}

static bool type_passphrase(Tour *tour)
{
    tour->who = WHO_HELPER;
    return tour_button(tour, "ui.door.helper") && tour_on_screen(tour, "unlock") &&
           tour_type(tour, "ui.lock.passphrase", TOUR_PASSPHRASE);
}

static bool open_room(Tour *tour)
{
    if (!tour_button(tour, "ui.lock.open")) {
        return false;
    }
    tour_wait(tour, 100);
    return tour_on_screen(tour, "helper-room");
}

static bool read_amir(Tour *tour)
{
    return open_sitting(tour, 1, WHO_AMIR);
}

/* What he keeps must not be there; that he kept something is. */
static bool private_stays(Tour *tour)
{
    return tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.review.private"));
}

static bool read_juno(Tour *tour)
{
    return private_stays(tour) && tour_button(tour, "ui.back") && open_sitting(tour, 3, WHO_JUNO);
}

static bool read_milo(Tour *tour)
{
    return tour_button(tour, "ui.back") && open_sitting(tour, 2, WHO_MILO) &&
           tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.review.skipped"));
}

/* The lines he put together, as they would be printed. */
static bool see_cards(Tour *tour)
{
    const Record *record = keeper_record(tour->cove.keeper);
    const Sitting *sitting = record_sitting_at(record, record_sitting_count(record) - 3);
    const Node *way = NULL;
    for (size_t i = 0; !way && i < sitting->play_count; i++) {
        Id play = record_play(record, sitting->plays[i])->id;
        way = tree_find_verb(stage_tree(tour->stage), "cards", play.text);
    }
    return way && tour_press(tour, ROLE_BUTTON, arena_string(tour->arena, way->name)) &&
           tour_on_screen(tour, "helper-cards");
}

/* First came the feelings check; then what he sorted. */
static bool open_replay(Tour *tour)
{
    const char *replay = tour_ui(tour, "ui.review.replay");
    tour->who = WHO_MILO;
    const char *title = tour_title(tour, "feelings", "jars");
    tour->who = WHO_HELPER;
    return tour_button(tour, "ui.back") && tour_on_screen(tour, "helper-sitting") &&
           tour_press(tour, ROLE_BUTTON, arena_format(tour->arena, "%s 2: %s", replay, title)) &&
           tour_on_screen(tour, "helper-replay");
}

static bool step_replay(Tour *tour)
{
    return tour_button(tour, "ui.replay.step");
}

static bool run_replay(Tour *tour)
{
    return tour_button(tour, "ui.replay.start-over") && tour_button(tour, "ui.replay.play") &&
           tour_wait_still(tour) && tour_button(tour, "ui.replay.step-back");
}

static bool see_case(Tour *tour)
{
    return tour_button(tour, "ui.replay.close") && tour_button(tour, "ui.back") &&
           tour_press(tour, ROLE_BUTTON, TOUR_CASE) && tour_on_screen(tour, "helper-case");
}

static bool tick(Tour *tour, const char *part)
{
    const char *parts = tour_ui(tour, "ui.report.parts");
    return tour_press(tour, ROLE_CHOICE,
                      arena_format(tour->arena, "%s: %s", parts, tour_ui(tour, part)));
}

/* A report for a court: nothing is ticked before the helper does. */
static bool open_report(Tour *tour)
{
    return tour_button(tour, "ui.export.title") && tour_on_screen(tour, "helper-export") &&
           tour_press(tour, ROLE_BUTTON, tour_ui_about(tour, "ui.report.of", WHO_MILO)) &&
           tour_on_screen(tour, "helper-report") && tick(tour, "ui.report.part.people") &&
           tick(tour, "ui.report.part.attendance") && tick(tour, "ui.report.part.aims") &&
           tick(tour, "ui.report.part.seen");
}

static bool see_pages(Tour *tour)
{
    return tour_button(tour, "ui.report.look") && tour_on_screen(tour, "helper-pages");
}

static bool leave_pages(Tour *tour)
{
    return tour_button(tour, "ui.report.title") && tour_button(tour, "ui.export.title") &&
           tour_on_screen(tour, "helper-export");
}

static bool leave_reports(Tour *tour)
{
    return tour_press(tour, ROLE_BUTTON, TOUR_CASE) && tour_on_screen(tour, "helper-case");
}

static bool leave_case(Tour *tour)
{
    return tour_button(tour, "ui.helper.title");
}

/* Only where something could not be used. */
static bool see_unavailable(Tour *tour)
{
    tour->unseen = library_unavailable_count(tour->cove.library) == 0;
    return tour->unseen || tour_button(tour, "ui.helper.unavailable");
}

static bool leave_unavailable(Tour *tour)
{
    return library_unavailable_count(tour->cove.library) == 0 || tour_button(tour, "ui.back");
}

static bool wait_for_backup(Tour *tour)
{
    tour_backup(tour);
    tour_wait(tour, 20); /* the page looks again */
    return tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.safe.made"));
}

static bool see_safekeeping(Tour *tour)
{
    return leave_unavailable(tour) && tour_button(tour, "ui.safe.title") &&
           tour_on_screen(tour, "helper-safekeeping") && wait_for_backup(tour);
}

static bool make_backup(Tour *tour)
{
    return tour_button(tour, "ui.safe.make") && wait_for_backup(tour);
}

static bool leave_safekeeping(Tour *tour)
{
    return tour_button(tour, "ui.back") && tour_on_screen(tour, "helper-room");
}

/* ---- looking around ---- */

static bool look_around(Tour *tour)
{
    return tour_button(tour, "ui.helper.back-to-door") &&
           tour_button(tour, "ui.door.look-around") && tour_on_screen(tour, "door") &&
           tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.door.sample-note"));
}

static bool sample_cove(Tour *tour)
{
    return tour_come(tour, WHO_ROBIN) && tour_page_on(tour) && tour_on_screen(tour, "cove");
}

/* Looking around has locked what is real. */
static bool leave_sample(Tour *tour)
{
    return tour_button(tour, "ui.stop") && tour_button(tour, "ui.bye.done") &&
           tour_button(tour, "ui.door.leave-sample") &&
           tour_expect(tour, ROLE_TEXT, tour_ui(tour, "ui.door.locked"));
}

static bool come_back(Tour *tour)
{
    return type_passphrase(tour) && open_room(tour) &&
           tour_button(tour, "ui.helper.back-to-door") &&
           tour_expect(tour, ROLE_BUTTON, tour_visitor(WHO_JUNO)->name);
}

const TourStep tour_review[] = {
    {"unlock", "The helper's room is behind the passphrase.", type_passphrase},
    {"inbox", "What came back, newest first.", open_room},
    {"sitting-teen", "One sitting: before and after, each play in the words of then.", read_amir},
    {"sitting-little", "The five-year-old's sitting, with the break.", read_juno},
    {"sitting-young", "Skipped and stopped are said like everything else.", read_milo},
    {"cards", "What somebody made, to take home on paper.", see_cards},
    {"replay", "Replay: the play as it was before the first step.", open_replay},
    {"replay-step", "One step on.", step_replay},
    {"replay-end", "Played through, then one step back.", run_replay},
    {"case-after", "The case with its sittings.", see_case},
    {"report", "A report: who reads it, and what goes in.", open_report},
    {"report-pages", "The pages before they are saved.", see_pages},
    {"reports", "What can leave, and what has left.", leave_pages},
    {"reports-after", NULL, leave_reports},
    {"room-after", NULL, leave_case},
    {"unavailable", "What cannot be used, and why; all else works.", see_unavailable},
    {"safekeeping", "Backups here, and a copy elsewhere.", see_safekeeping},
    {"backup-made", "A backup, made and checked.", make_backup},
    {"safekeeping-left", NULL, leave_safekeeping},
    {"look-around", "Looking around with a sample family: nothing is kept.", look_around},
    {"sample-cove", "A child of the sample family.", sample_cove},
    {"locked", "What is real is locked, and the door says so.", leave_sample},
    {"own-family", "Back with the own family; everything is still there.", come_back},
    {0},
};
