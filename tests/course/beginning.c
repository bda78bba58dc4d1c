/* The first meeting: people, orders, consent, gates, what is given first. */
#include "course/course.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

void course_note_gate(Course *course, Id adult, bool open)
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

void course_note_stage(Course *course, const char *stage)
{
    const Answer now[] = {{"stage.now", stage}, {NULL, NULL}};
    helper_note(&course->house, "stage", course->child, (Id){""}, now, NULL);
    for (size_t i = 0; i < ADULTS; i++) {
        helper_note(&course->house, "stage", course->adults[i], (Id){""}, now, NULL);
    }
}

void course_note_joint_yes(Course *course, Id adult)
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
        course_note_gate(course, course->adults[i], false);
        if (course->plan->adults[i].hidden) {
            helper_note(house, "hide", course->adults[i], (Id){""}, hide, NOTED);
        }
    }
    helper_note(house, "goal", course->child, (Id){""}, goal, NULL);
    course_note_stage(course, "commitment");
}

void course_begin(Course *course)
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
