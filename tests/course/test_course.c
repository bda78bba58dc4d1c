/* Whole courses of twelve weeks, from the first meeting to goodbye, for three families: two homes;
 * one carer and a grandparent; an adult in hide mode. All through the tree, on a sealed record,
 * with the clock moved by hand. Each page of a family member is searched for what is not theirs,
 * and at the end so is every file. `test_course [runs]`: each run has other seeds; 1 is usual. */
#include "course/helper.h"
#include "course/leaving.h"

#include "screen/signs.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHILD_SAYS "Quillfeather"
#define NOTED "Marginalia"
#define ADDRESS "Quaysidelane"

enum { ADULTS = 2, WEEKS = 12, NEVER_MOST = 16 };
static const int64_t WEEK_MS = INT64_C(7) * 24 * 3600 * 1000;

typedef struct Grown {
    const char *name, *says;
    bool open;   /* the gate is opened in week 4 */
    bool hidden; /* from the first day on */
} Grown;

typedef struct FamilyPlan {
    const char *name, *child;
    Tier tier;
    const char *homes[2]; /* NULL: one home */
    Grown adults[ADULTS];
} FamilyPlan;

static const FamilyPlan families[] = {
    {"Two homes",
     "Milodrag",
     TIER_T2,
     {"Blueboathouse", "Hilltopflat"},
     {{"Samantha", "Harborlight", true, false}, {"Noorjahan", "Zephyrine", true, false}}},
    {"One carer and a grandparent",
     "Ashanti",
     TIER_T3,
     {"Greenwoodhome", NULL},
     {{"Samantha", "Harborlight", false, false}, {"Grandolf", "Zephyrine", true, false}}},
    {"Somebody in hide mode",
     "Robinette",
     TIER_T4,
     {"Saltmarshhome", NULL},
     {{"Samantha", "Harborlight", true, false}, {"Viktoriya", "Zephyrine", false, true}}},
};

typedef struct Course {
    const FamilyPlan *plan;
    House house;
    uint64_t chance;
    Id child, adults[ADULTS];
    int not_ok_week, stop_week; /* chosen by chance */
    int sittings, homework, together;
} Course;

/* What must not be on a page now. */
typedef struct Watch {
    const char *never[NEVER_MOST + 1];
    size_t count;
} Watch;

static const Case *family_of(Course *course)
{
    return record_case_at(keeper_record(course->house.cove.keeper), 0);
}

static void forbid(Watch *watch, const char *words)
{
    assert_true(watch->count < NEVER_MOST);
    if (words) {
        watch->never[watch->count++] = words;
    }
}

static void see(void *context, House *house)
{
    const Watch *watch = context;
    for (size_t i = 0; i < watch->count; i++) {
        expect_no_text(house, watch->never[i]);
    }
}

/* ---- the first meeting ---- */

static void note_gate(Course *course, Id adult, bool open)
{
    const Answer shut[] = {{"gate.order", "yes"},
                           {"gate.concern", "past"},
                           {"gate.form", "none"},
                           {"gate.source", NOTED},
                           {NULL, NULL}};
    const Answer opened[] = {
        {"gate.order", "no"},        {"gate.concern", "no"}, {"gate.form", "free"},
        {"gate.judged", "Kim"},      {"gate.alone", "yes"},  {"gate.source", "First meetings"},
        {"gate.date", "2026-01-01"}, {"gate.state", "open"}, {NULL, NULL}};
    helper_note(&course->house, "gate", adult, (Id){""}, open ? opened : shut, NOTED);
}

static void note_family(Course *course)
{
    House *house = &course->house;
    const Id none = {""};
    static const Answer basis[] = {
        {"basis.route", "court"}, {"basis.legal", "By the file"}, {NULL, NULL}};
    static const Answer order[] = {{"order.kind", "court"},
                                   {"order.date", "2025-11-03"},
                                   {"order.says", "Lives at " ADDRESS},
                                   {NULL, NULL}};
    helper_note(house, "basis", none, none, basis, NULL);
    helper_note(house, "order", none, none, order, NULL);
    for (size_t i = 0; i < 2 && course->plan->homes[i]; i++) {
        const Answer home[] = {{"home.name", course->plan->homes[i]}, {NULL, NULL}};
        helper_note(house, "home", none, none, home, NULL);
    }
}

static void note_stage(Course *course, const char *stage)
{
    const Answer now[] = {{"stage.now", stage}, {NULL, NULL}};
    helper_note(&course->house, "stage", course->child, (Id){""}, now, NULL);
    for (size_t i = 0; i < ADULTS; i++) {
        helper_note(&course->house, "stage", course->adults[i], (Id){""}, now, NULL);
    }
}

/* The child said yes to playing with this adult, asked alone. */
static void note_joint_yes(Course *course, Id adult)
{
    static const Answer yes[] = {{"joint-yes.answer", "yes"}, {NULL, NULL}};
    helper_note(&course->house, "joint-yes", course->child, adult, yes, NULL);
}

static void note_plan(Course *course)
{
    static const Answer goal[] = {
        {"goal.words", "I can say stop and be heard"}, {"goal.now", "3"}, {NULL, NULL}};
    static const Answer consent[] = {
        {"consent.state", "given"}, {"consent.points", "yes"}, {NULL, NULL}};
    static const Answer hide[] = {{"hide.state", "on"}, {"hide.why", "order"}, {NULL, NULL}};
    House *house = &course->house;
    for (size_t i = 0; i < ADULTS; i++) {
        helper_note(house, "consent", course->adults[i], (Id){""}, consent, NULL);
        note_gate(course, course->adults[i], false);
        if (course->plan->adults[i].hidden) {
            helper_note(house, "hide", course->adults[i], (Id){""}, hide, NOTED);
        }
    }
    helper_note(house, "goal", course->child, (Id){""}, goal, NULL);
    note_stage(course, "commitment");
}

static void first_meeting(Course *course)
{
    House *house = &course->house;
    helper_first_start(house);
    helper_new_case(house, "Harbor");
    course->child = helper_add_person(house, course->plan->tier, course->plan->child);
    for (size_t i = 0; i < ADULTS; i++) {
        course->adults[i] = helper_add_person(house, TIER_AD, course->plan->adults[i].name);
    }
    note_family(course);
    note_plan(course);
    assert_true(helper_give(house, course->child, "room", "welcome"));
    assert_true(helper_give(house, course->child, "room", "feelings"));
    for (size_t i = 0; i < ADULTS; i++) {
        assert_true(helper_give(house, course->adults[i], "home", "working"));
    }
    helper_leave(house);
}

/* ---- a week ---- */

static void forbid_all_but(Watch *watch, const FamilyPlan *plan, const char *own)
{
    const char *const said[] = {CHILD_SAYS, plan->adults[0].says, plan->adults[1].says};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        if (said[i] != own && strcmp(said[i], own) != 0) {
            forbid(watch, said[i]);
        }
    }
    forbid(watch, NOTED);
    forbid(watch, ADDRESS);
}

/* An adult in hide mode learns of nobody and of no place. */
static void forbid_others(Watch *watch, const FamilyPlan *plan, size_t adult)
{
    forbid(watch, plan->child);
    forbid(watch, plan->adults[1 - adult].name);
    forbid(watch, plan->homes[0]);
    forbid(watch, plan->homes[1]);
}

static Guest guest_of(Course *course, const char *says, Watch *watch)
{
    return (Guest){.house = &course->house,
                   .chance = course->chance = course->chance * 31 + 7,
                   .words = says,
                   .see = see,
                   .context = watch};
}

static void rest_and_tell(Course *course, int week)
{
    House *house = &course->house;
    guest_presses(house, "break", NULL);
    guest_presses(house, "go-on", NULL);
    if (week == course->not_ok_week) {
        guest_presses(house, "not-ok", NULL);
        expect_text(house, "Kim");
        guest_presses(house, "go-on", NULL);
    }
}

static void childs_sitting(Course *course, int week)
{
    Watch watch = {.count = 0};
    forbid_all_but(&watch, course->plan, CHILD_SAYS);
    Guest child = guest_of(course, CHILD_SAYS, &watch);
    guest_presses(&course->house, "come", course->child.text);
    /* at the first sitting, and 60 days later */
    assert_int_equal(guest_says_yes(&course->house), week == 1 || week == 10);
    rest_and_tell(course, week);
    if (week == course->stop_week) {
        guest_stops(&course->house);
    } else {
        guest_sits(&child, 2);
    }
    course->sittings++;
}

static void homework(Course *course, size_t adult)
{
    const Grown *grown = &course->plan->adults[adult];
    Watch watch = {.count = 0};
    forbid_all_but(&watch, course->plan, grown->says);
    if (grown->hidden) {
        forbid_others(&watch, course->plan, adult);
    }
    Guest guest = guest_of(course, grown->says, &watch);
    guest_presses(&course->house, "come", course->adults[adult].text);
    guest_sits(&guest, 1);
    course->homework++;
}

static void play_together(Course *course, size_t adult)
{
    House *house = &course->house;
    const Grown *grown = &course->plan->adults[adult];
    Watch watch = {.count = 0};
    bool begun = helper_begin_together(house, course->child, course->adults[adult]);
    if (!begun && grown->open) {
        assert_true(helper_give(house, course->child, "joint", "saying"));
        begun = helper_begin_together(house, course->child, course->adults[adult]);
    }
    assert_int_equal(begun, grown->open);
    if (begun) {
        forbid_all_but(&watch, course->plan, "");
        Guest both = guest_of(course, NULL, &watch);
        guest_sits(&both, 0);
        course->together++;
        helper_enter(house);
    }
}

/* Hold and stepping back are steps like others. */
static void note_ladder(Course *course, int week)
{
    static const char *const states[] = {"not-open", "trying", "hold", "back", "trying", "steady"};
    static const char *const steps[] = {"0", "1", "1", "0", "1", "2"};
    for (size_t i = 0; i < ADULTS; i++) {
        bool open = course->plan->adults[i].open;
        int at = open ? week / 2 % 6 : 0;
        const Answer step[] = {
            {"ladder.step", steps[at]}, {"ladder.state", states[at]}, {NULL, NULL}};
        helper_note(&course->house, "ladder", course->child, course->adults[i], step, NOTED);
    }
}

static void answer_signs(Course *course, int week)
{
    const Record *record = keeper_record(course->house.cove.keeper);
    assert_int_equal(signs_wait(record, course->child), week == course->not_ok_week);
    helper_look_back(&course->house, NOTED);
    assert_false(signs_wait(keeper_record(course->house.cove.keeper), course->child));
}

static void plan_week(Course *course, int week)
{
    House *house = &course->house;
    if (week % 2 == 0) {
        note_ladder(course, week);
    }
    for (size_t i = 0; i < ADULTS && week == 4; i++) {
        if (course->plan->adults[i].open) {
            note_gate(course, course->adults[i], true);
            note_joint_yes(course, course->adults[i]);
        }
    }
    if (week == 5) {
        note_stage(course, "process");
        assert_true(helper_give(house, course->child, "room", "coping"));
        assert_true(helper_give(house, course->child, "room", "middle"));
        for (size_t i = 0; i < ADULTS; i++) {
            assert_true(helper_give(house, course->adults[i], "home", "coaching"));
        }
    }
}

static void one_week(Course *course, int week)
{
    House *house = &course->house;
    house->time.wall += WEEK_MS;
    stage_key(house->stage, KEY_LOCK, NULL);
    expect_screen(house, "door");
    expect_no_text(house, course->plan->child);
    helper_enter(house);
    plan_week(course, week);
    helper_leave(house);
    childs_sitting(course, week);
    helper_enter(house);
    answer_signs(course, week);
    if (week >= 6 && week % 2 == 0) {
        play_together(course, 0);
        play_together(course, 1);
    }
    helper_leave(house);
    if (week % 2 == 1) {
        homework(course, 0);
        homework(course, 1);
    }
}

/* ---- goodbye ---- */

static void goodbye(Course *course)
{
    House *house = &course->house;
    helper_enter(house);
    note_stage(course, "termination");
    helper_take_all_back(house);
    helper_leave(house);
    childs_sitting(course, WEEKS + 1);
    assert_null(record_sitting_open(keeper_record(house->cove.keeper)));
}

static void what_leaves(Course *course)
{
    Leaving leaving = {
        .house = &course->house, .family = family_of(course)->id, .child = course->child};
    const FamilyPlan *plan = course->plan;
    const char *const never[] = {CHILD_SAYS, plan->adults[0].says, plan->adults[1].says, NOTED,
                                 ADDRESS,    plan->homes[0],       plan->homes[1]};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
        if (never[i]) {
            leaving.never[leaving.count++] = never[i];
        }
    }
    for (size_t i = 0; i < ADULTS; i++) {
        leaving.adults[i] = course->adults[i];
        leaving.others_name[i] = plan->adults[1 - i].name;
        leaving.hidden[i] = plan->adults[i].hidden;
    }
    leaving.childs_name = plan->child;
    assert_true(leaving_reports(&leaving) >= 3);
    leaving_files(&leaving);
}

static void run(const FamilyPlan *plan, uint64_t seed)
{
    Course course = {.plan = plan, .chance = seed};
    house_open(&course.house, NULL, true, 1280, 720);
    course.house.seed = seed;
    course.not_ok_week = 2 + (int)chance_below(&course.chance, 3);
    course.stop_week = 6 + (int)chance_below(&course.chance, 5);
    first_meeting(&course);
    for (int week = 1; week <= WEEKS; week++) {
        one_week(&course, week);
    }
    goodbye(&course);
    assert_int_equal(course.sittings, WEEKS + 1);
    assert_int_equal(course.homework, WEEKS);
    assert_true(course.together >= 4);
    what_leaves(&course);
    house_close(&course.house);
}

typedef struct Runs {
    const FamilyPlan *plan;
    int count;
} Runs;

static void whole_course(void **state)
{
    const Runs *runs = *state;
    for (int i = 0; i < runs->count; i++) {
        run(runs->plan, 20260101 + (uint64_t)i);
    }
}

int main(int count, char **arguments)
{
    Runs runs[sizeof families / sizeof *families];
    struct CMUnitTest tests[sizeof families / sizeof *families] = {{.name = NULL}};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        runs[i] = (Runs){&families[i], count > 1 ? (int)strtol(arguments[1], NULL, 10) : 1};
        tests[i] = (struct CMUnitTest){
            .name = families[i].name, .test_func = whole_course, .initial_state = &runs[i]};
    }
    return cmocka_run_group_tests_name("course", tests, NULL, NULL);
}
