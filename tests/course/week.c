/* One week of a course: what the helper plans, the child's sitting, the adults' homework, playing
 * together; every page of a family member is searched for what is not theirs. */
#include "course/course.h"

#include "screen/signing.h"
#include "screen/signs.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NEVER_MOST = 16 };
static const int64_t WEEK_MS = INT64_C(7) * 24 * 3600 * 1000;

/* What must not be on a page now, and whose desk the child's words may be on. */
typedef struct Watch {
    Course *course;
    const char *never[NEVER_MOST + 1];
    size_t count;
} Watch;

static void forbid(Watch *watch, const char *words)
{
    assert_true(watch->count < NEVER_MOST);
    if (words) {
        watch->never[watch->count++] = words;
    }
}

static bool holds(House *house, const char *words)
{
    char *dump = tree_dump(stage_tree(house->stage));
    bool is_there = strstr(dump, words) != NULL;
    free(dump);
    return is_there;
}

static void see(void *context, House *house)
{
    const Watch *watch = context;
    watch->course->read += holds(house, SHOWN);
    for (size_t i = 0; i < watch->count; i++) {
        expect_no_text(house, watch->never[i]);
    }
}

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

static const char *secret_of(SignInWay way)
{
    return way == SIGN_IN_PICTURES ? ROW_T2 : way == SIGN_IN_WORD ? "lanterns" : PIN;
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

/* From the door; whoever has a way of their own to sign in is asked for it. */
static void come_in(Course *course, Id person)
{
    House *house = &course->house;
    guest_presses(house, "come", person.text);
    const SignIn *in = record_sign_in(keeper_record(house->cove.keeper), person);
    assert_int_equal(guest_on(house, "sign-in"), in != NULL);
    if (in) {
        show(house, in->way, secret_of(in->way));
    }
}

/* ---- the child shows something ---- */

/* The adult of this family to whom something may be shown; ADULTS: nobody. */
static size_t reader_of(const Course *course)
{
    size_t adult = 0;
    while (adult < ADULTS && !course->plan->adults[adult].open) {
        adult++;
    }
    return adult;
}

static void choose_whom(Course *course, size_t adult)
{
    char key[32];
    snprintf(key, sizeof key, "whom-%zu", 3 + adult);
    const Node *whom = tree_find_key(stage_tree(course->house.stage), key);
    assert_non_null(whom);
    char name[128];
    snprintf(name, sizeof name, "%s", whom->name);
    choose(&course->house, name);
}

static void show_something(void *context, House *house)
{
    Course *course = ((Watch *)context)->course;
    guest_presses(house, "showing", NULL);
    expect_screen(house, "share");
    guest_presses(house, "of-play", NULL);
    choose_whom(course, reader_of(course));
    const Node *field = tree_find_key(stage_tree(house->stage), "share-words");
    char name[128];
    snprintf(name, sizeof name, "%s", field->name);
    type_in(house, name, SHOWN);
    expect_text(house, SHOWN); /* as it will be read */
    guest_presses(house, "keep-share", NULL);
    guest_presses(house, "back", NULL);
    expect_screen(house, "pebble");
}

static void release(Course *course, bool on)
{
    House *house = &course->house;
    guest_presses(house, "share-of", NULL);
    guest_presses(house, on ? "release" : "unrelease", NULL);
    guest_presses(house, "back", NULL);
    expect_screen(house, "helper-case");
}

/* ---- those who come ---- */

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
    Watch watch = {.course = course};
    forbid_all_but(&watch, course->plan, CHILD_SAYS);
    Guest child = guest_of(course, CHILD_SAYS, &watch);
    child.at_pebbles = week == WEEK_SHOWN ? show_something : NULL;
    come_in(course, course->child);
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

static void homework(Course *course, size_t adult, int week)
{
    const Grown *grown = &course->plan->adults[adult];
    bool reads = adult == reader_of(course) && week >= WEEK_SHOWN && week < WEEK_SHUT_AGAIN;
    int read = course->read;
    Watch watch = {.course = course};
    forbid_all_but(&watch, course->plan, grown->says);
    if (grown->hidden) {
        forbid_others(&watch, course->plan, adult);
    }
    Guest guest = guest_of(course, grown->says, &watch);
    come_in(course, course->adults[adult]);
    guest_sits(&guest, 1);
    assert_int_equal(course->read > read, reads);
    course->homework++;
}

static void play_together(Course *course, size_t adult)
{
    House *house = &course->house;
    const Grown *grown = &course->plan->adults[adult];
    Watch watch = {.course = course};
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

static void give_sign_ins(Course *course)
{
    bool small = course->plan->tier <= TIER_T2;
    SignInWay childs = small ? SIGN_IN_PICTURES : SIGN_IN_WORD;
    keep(&course->house, course->child, childs, secret_of(childs));
    for (size_t i = 0; i < ADULTS; i++) {
        keep(&course->house, course->adults[i], SIGN_IN_PIN, secret_of(SIGN_IN_PIN));
    }
}

static void plan_week(Course *course, int week)
{
    House *house = &course->house;
    if (week == WEEK_SIGN_IN) {
        give_sign_ins(course);
    }
    if (week == WEEK_SHUT_AGAIN) {
        release(course, false);
    }
    if (week % 2 == 0) {
        note_ladder(course, week);
    }
    for (size_t i = 0; i < ADULTS && week == 4; i++) {
        if (course->plan->adults[i].open) {
            course_note_gate(course, course->adults[i], true);
            course_note_joint_yes(course, course->adults[i]);
        }
    }
    if (week == 5) {
        course_note_stage(course, "process");
        assert_true(helper_give(house, course->child, "room", "coping"));
        assert_true(helper_give(house, course->child, "room", "middle"));
        for (size_t i = 0; i < ADULTS; i++) {
            assert_true(helper_give(house, course->adults[i], "home", "coaching"));
        }
    }
}

void course_week(Course *course, int week)
{
    House *house = &course->house;
    house->time.wall += WEEK_MS;
    if (week == WEEK_STOPPED) {
        house_restart(house);
    }
    stage_key(house->stage, KEY_LOCK, NULL);
    expect_screen(house, "door");
    expect_no_text(house, course->plan->child);
    helper_enter(house);
    plan_week(course, week);
    helper_leave(house);
    childs_sitting(course, week);
    helper_enter(house);
    answer_signs(course, week);
    if (week == WEEK_SHOWN) {
        release(course, true);
    }
    if (week >= 6 && week % 2 == 0) {
        play_together(course, 0);
        play_together(course, 1);
    }
    helper_leave(house);
    if (week % 2 == 1) {
        homework(course, 0, week);
        homework(course, 1, week);
    }
    if (week == WEEK_GONE_BACK) {
        course_go_back(course);
    }
}

void course_goodbye(Course *course)
{
    House *house = &course->house;
    helper_enter(house);
    course_note_stage(course, "termination");
    helper_take_all_back(house);
    helper_leave(house);
    childs_sitting(course, WEEKS + 1);
    assert_null(record_sitting_open(keeper_record(house->cove.keeper)));
}
