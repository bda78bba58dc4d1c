/* Stage, skills, goals and the step of contact: words the helper chose before, never numbers. */
#include "report/build_inside.h"

#include "report/skills.h"

#include <string.h>

enum { GOALS_MAX = 8 };

static const char *choice(const Making *making, const char *field, const char *code)
{
    return report_word(making, arena_format(making->page->arena, "ui.fact.%s.%s", field, code));
}

static const char *fact(const Making *making, const char *field, const FactSubject *subject)
{
    return facts_value(&making->family->facts, field, subject);
}

static void build_stage(const Making *making)
{
    FactSubject child = {.person = making->wish->child};
    const char *stage = fact(making, "stage.now", &child);
    if (stage[0]) {
        report_page_add(
            making->page, REPORT_LINE, 'A', false,
            report_word_for(making, "ui.report.stage", choice(making, "stage.now", stage), 0));
    }
}

static void build_aims(const Making *making)
{
    const char *skills[REPORT_SKILLS_MAX];
    size_t count =
        report_skills(making->from->record, making->from->library, making->wish->child, skills);
    report_heading(making, "ui.report.part.aims", 'A');
    report_page_add(making->page, REPORT_LINE, 'A', false, report_word(making, "ui.report.aim"));
    build_stage(making);
    for (size_t i = 0; i < count; i++) {
        report_page_add(making->page, REPORT_ITEM, 'A', false,
                        report_word(making, arena_format(making->page->arena, "ui.report.skill.%s",
                                                         skills[i])));
    }
}

/* ---- goals ---- */

static void build_goal(const Making *making, const FactSubject *goal)
{
    const char *words = fact(making, "goal.words", goal);
    const char *state = fact(making, "goal.state", goal);
    const char *now = choice(making, "goal.state", state[0] ? state : "open");
    if (words[0]) {
        report_page_add(making->page, REPORT_ITEM, 'A', true,
                        arena_format(making->page->arena, "%s (%s)", words, now));
    }
}

static void build_goals_of(const Making *making, const Person *person, bool *begun)
{
    Id items[GOALS_MAX];
    FactSubject goal = {.person = person->id};
    size_t count = facts_items(&making->family->facts, fact_group("goal"), &goal, items, GOALS_MAX);
    if (count > 0 && !*begun) {
        report_heading(making, "ui.report.part.goals", 'A');
        *begun = true;
    }
    if (count > 0) {
        report_page_add(making->page, REPORT_LINE, 'A', false, person->name);
    }
    for (size_t i = 0; i < count && i < GOALS_MAX; i++) {
        goal.item = items[i];
        build_goal(making, &goal);
    }
}

/* A child reads its own alone; everybody else's by whom they are. */
static void build_goals(const Making *making)
{
    const Person *adult;
    bool begun = false;
    if (report_about_child(making, REPORT_GOALS)) {
        build_goals_of(making, case_person(making->family, making->wish->child), &begun);
    }
    for (int i = 0;
         making->wish->audience != REPORT_CHILD && (adult = case_adult(making->family, i)) != NULL;
         i++) {
        if (report_about_adult(making, REPORT_GOALS, adult)) {
            build_goals_of(making, adult, &begun);
        }
    }
}

/* ---- contact ---- */

/* "2: indirect, checked" without its number: no number of an adult leaves. */
static const char *step_words(const Making *making, const char *step)
{
    const char *words = choice(making, "ladder.step", step), *after = strstr(words, ": ");
    return after ? after + 2 : words;
}

static const char *state_of(const Making *making, const FactSubject *pair)
{
    const char *state = fact(making, "ladder.state", pair);
    const char *date = fact(making, "ladder.date", pair);
    const char *words = state[0] ? choice(making, "ladder.state", state) : "";
    return arena_format(making->page->arena, "%s%s%s%s", words[0] ? ". " : "", words,
                        date[0] ? ", " : "", date[0] ? report_day(making, date) : "");
}

static void build_steps(const Making *making)
{
    const Person *adult;
    bool begun = false;
    for (int i = 0; (adult = case_adult(making->family, i)) != NULL; i++) {
        FactSubject pair = {.person = making->wish->child, .about = adult->id};
        const char *step = fact(making, "ladder.step", &pair);
        if (!step[0] || !report_about_adult(making, REPORT_STEP, adult)) {
            continue;
        }
        if (!begun) {
            report_heading(making, "ui.report.part.step", 'P');
        }
        begun = true;
        report_page_add(making->page, REPORT_ITEM, 'P', false,
                        arena_format(making->page->arena, "%s: %s%s", adult->name,
                                     step_words(making, step), state_of(making, &pair)));
    }
}

void report_build_work(const Making *making)
{
    if (report_about_child(making, REPORT_AIMS)) {
        build_aims(making);
    }
    build_goals(making);
    build_steps(making);
}
