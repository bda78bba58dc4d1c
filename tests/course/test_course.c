/* Whole courses of twelve weeks, from the first meeting to goodbye, for three families: two homes;
 * one carer and a grandparent; an adult in hide mode. All through the tree, on a sealed record,
 * with the clock moved by hand. Each page of a family member is searched for what is not theirs,
 * and at the end so is every file. `test_course [runs]`: each run has other seeds; 1 is usual. */
#include "course/course.h"
#include "course/leaving.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

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

const Case *course_family(Course *course)
{
    return record_case_at(keeper_record(course->house.cove.keeper), 0);
}

static void what_leaves(Course *course)
{
    Leaving leaving = {
        .house = &course->house, .family = course_family(course)->id, .child = course->child};
    const FamilyPlan *plan = course->plan;
    const char *const never[] = {
        CHILD_SAYS, plan->adults[0].says, plan->adults[1].says, NOTED, SHOWN,
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
    leaving_exports(&leaving);
    leaving_files(&leaving);
    leaving_saved(&leaving);
}

static void run(const FamilyPlan *plan, uint64_t seed)
{
    Course course = {.plan = plan, .chance = seed};
    house_open(&course.house, NULL, true, 1280, 720);
    course.house.seed = seed;
    course.not_ok_week = 2 + (int)chance_below(&course.chance, 3);
    course.stop_week = 6 + (int)chance_below(&course.chance, 5);
    course_begin(&course);
    for (int week = 1; week <= WEEKS; week++) {
        course_week(&course, week);
    }
    course_goodbye(&course);
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
