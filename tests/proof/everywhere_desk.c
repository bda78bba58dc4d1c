/* The walk through the helper's pages. */
#include "proof/everywhere_inside.h"

#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void see_first_start(Walker *walker)
{
    Stage *stage = walker->house.stage;
    walker_see(walker, "door-new");
    stage_clear_to(stage, screen_setup(walker_cove(walker), stage));
    walker_see(walker, "setup");
}

/* The youngest of the sample family comes, so that there is something to look back on. */
static void have_a_sitting(Walker *walker)
{
    stage_clear_to(walker->house.stage, screen_door(walker_cove(walker), walker->house.stage));
    walker_press(walker, "come", NULL);
    walker_skip_play(walker);
    walker_press(walker, "break", NULL);
    stage_pop(walker->house.stage);
    const Case *family = record_case_at(walker_record(walker), 0);
    sitting_play(walker_cove(walker), walker->house.stage,
                 record_sitting_at(walker_record(walker), 0)->id, family->assignments[0].id);
    walker_skip_play(walker);
    walker_press(walker, "leave", NULL);
    walker_skip_play(walker);
    walker_press(walker, "pebble", NULL);
    walker_press(walker, "done", NULL);
}

/* Consent of the case, an adult's own page before and after the answer, and its paper. */
static void see_consent(Walker *walker, const Case *family)
{
    Stage *stage = walker->house.stage;
    Cove *c = walker_cove(walker);
    Id adult = case_adult(family, 0)->id;
    walker_show(walker, screen_helper_consent(c, stage, family->id), "consent-room");
    walker_show(walker, screen_consent(c, stage, family->id, adult), "consent");
    walker_press(walker, "tick", NULL);
    walker_see(walker, "consent-ticked");
    walker_press(walker, "asks", NULL);
    walker_see(walker, "consent-said");
    walker_show(walker, screen_helper_consent(c, stage, family->id), "consent-lacks");
    walker_show(walker, screen_helper_case(c, stage, family->id), "case-locked");
    walker_show(walker, screen_helper_form(c, stage, FORM_CONSENT, family->id, adult),
                "consent-paper");
    walker_show(walker, screen_helper_form(c, stage, FORM_DEMAND, family->id, (Id){""}),
                "demand-paper");
    walker_show(walker, screen_helper_own_copy(c, stage, family->id, family->people[0].id),
                "own-copy");
    walker_press(walker, "by", "self");
    assert_true(stage_type(stage, ui_words(&walker->house, TIER_AD, "ui.fact.own-copy.why"),
                           "A letter", NULL));
    walker_press(walker, "on", NULL);
    walker_see(walker, "own-copy-second");
    house_note(&walker->house, family->id, "consent.state", adult, (Id){""}, "given");
}

/* A report from nothing ticked to its pages. */
static void see_report(Walker *walker, const Case *family)
{
    Stage *stage = walker->house.stage;
    const Person *child = &family->people[0];
    for (size_t i = 0; child->role != PERSON_CHILD; i++) {
        child = &family->people[i];
    }
    walker_show(walker, screen_helper_export(walker_cove(walker), stage, family->id), "reports");
    walker_show(walker, screen_helper_report(walker_cove(walker), stage, family->id, child->id),
                "report");
    for (int part = 0; part < REPORT_OFFERED; part++) {
        walker_press(walker, "part", report_part_id((ReportPart)part));
    }
    walker_see(walker, "report-ticked");
    walker_press(walker, "look", NULL);
    walker_see(walker, "report-pages");
}

static void see_review(Walker *walker)
{
    Stage *stage = walker->house.stage;
    const Sitting *sitting = record_sitting_at(walker_record(walker), 0);
    walker_show(walker, screen_helper_sitting(walker_cove(walker), stage, sitting->id), "sitting");
    Id play = record_play(walker_record(walker), sitting->plays[1])->id;
    walker_show(walker, screen_helper_replay(walker_cove(walker), stage, play), "replay");
    walker_press(walker, "step", NULL);
    walker_see(walker, "replay-step");
}

/* The case file, one page of each kind of answers, and what it was before. */
static void see_file(Walker *walker, const Case *family)
{
    Stage *stage = walker->house.stage;
    Cove *c = &walker->house.cove;
    walker_show(walker, screen_helper_file(c, stage, (Id){""}), "practice");
    walker_show(walker, screen_helper_file(c, stage, family->id), "file");
    size_t count;
    const FactGroup *groups = fact_groups(&count);
    for (size_t i = 0; i < count; i++) {
        const FactGroup *group = &groups[i];
        bool adult = group->of == FACT_OF_ADULT, pair = group->of == FACT_OF_PAIR;
        bool person = group->of == FACT_OF_CHILD || group->of == FACT_OF_PERSON || pair;
        FactSubject subject = {.person = adult    ? case_adult(family, 0)->id
                                         : person ? family->people[0].id
                                                  : (Id){""},
                               .about = pair ? case_adult(family, 0)->id : (Id){""}};
        if (group->of >= FACT_OF_SITTING || group->of == FACT_OF_SHELF) {
            continue;
        }
        Id place = group->of == FACT_OF_PRACTICE ? (Id){""} : family->id;
        walker_show(walker, screen_helper_fact(c, stage, place, group, &subject),
                    arena_format(stage_tree(stage)->arena, "fact-%s", group->id));
        if (group->most > 0) {
            walker_press(walker, "add", NULL);
            walker_see(walker, "fact-%s-one", group->id);
        }
    }
}

/* The question before a page is left with something on it that is not kept. */
static void see_unkept(Walker *walker, const Case *family)
{
    walker_show(walker,
                screen_helper_fact(&walker->house.cove, walker->house.stage, family->id,
                                   fact_group("basis"), &(FactSubject){0}),
                "fact-basis-asked");
    walker_press(walker, "answer", "court");
    walker_press(walker, "back", NULL);
    walker_see(walker, "fact-basis-unkept");
}

static void see_together(Walker *walker, const Case *family)
{
    Stage *stage = walker->house.stage;
    walker_show(
        walker,
        screen_helper_together(&walker->house.cove, stage, family->id, family->people[0].id),
        "together");
    walker_press(walker, "adult", NULL);
    walker_press(walker, "contact", NULL);
    walker_press(walker, "prepared", NULL);
    walker_press(walker, "present", NULL);
    walker_see(walker, "together-said");
}

/* The helper's page about one without and one with, and letting somebody in. */
static void see_sign_ins(Walker *walker, const Case *family)
{
    Stage *stage = walker->house.stage;
    Cove *c = &walker->house.cove;
    const Visit visit = {.family = family->id, .person = family->people[0].id}, mine = {0};
    walker_show(walker, screen_helper_sign_in(c, stage, family->id, visit.person), "sign-in-none");
    assert_true(sign_in_keep(c, visit.person, SIGN_IN_PICTURES, "sign/seal", "sun kite sun", NULL));
    walker_show(walker, screen_helper_sign_in(c, stage, family->id, visit.person), "sign-in-kept");
    walker_show(walker, screen_sign_let(c, stage, &visit), "sign-let-sample");
    assert_true(sign_in_take_away(c, visit.person, NULL));
    walker_show(walker, screen_sign_let(c, stage, &mine), "sign-let-mine");
}

static void see_guide(Walker *walker)
{
    Stage *stage = walker->house.stage;
    walker_show(walker, screen_helper_guide(walker_cove(walker), stage), "guide");
    walker_press(walker, "section", NULL);
    int number = 1;
    walker_see(walker, "guide-%d", number);
    while (number < 4 && walker_offers(walker, "next-section")) {
        walker_press(walker, "next-section", NULL);
        walker_see(walker, "guide-%d", ++number);
    }
    walker_show(walker, screen_helper_keys(walker_cove(walker), stage), "keys");
}

void everywhere_desk_sample(const Everywhere *walk)
{
    Walker walker;
    walker_open(&walker, walk);
    Stage *stage = walker.house.stage;
    Cove *c = &walker.house.cove;
    see_first_start(&walker);
    assert_true(cove_open_sample(c, NULL));
    walker_show(&walker, screen_helper_room(c, stage), "room");
    walker_show(&walker, screen_settings(c, stage, (Id){""}, (Id){""}), "settings");
    have_a_sitting(&walker);
    walker_see(&walker, "door-family");
    walker_show(&walker, screen_helper_room(c, stage), "room-inbox");
    const Case *family = record_case_at(walker_record(&walker), 0);
    walker_show(&walker, screen_helper_case(c, stage, family->id), "case");
    walker_show(&walker, screen_helper_person(c, stage, family->id), "person");
    walker_press(&walker, "make", NULL);
    walker_see(&walker, "person-figure");
    walker_press(&walker, "made", NULL);
    walker_see(&walker, "person-figure-made");
    see_sign_ins(&walker, family);
    walker_assigning(&walker, family);
    see_file(&walker, family);
    see_unkept(&walker, family);
    walker_show(&walker, screen_helper_timeline(c, stage, family->id, family->people[0].id),
                "timeline");
    walker_press(&walker, "change", NULL);
    walker_see(&walker, "change");
    see_together(&walker, family);
    see_report(&walker, record_case_at(walker_record(&walker), 0));
    see_review(&walker);
    walker_paper(&walker, record_case_at(walker_record(&walker), 0));
    walker_show(&walker, screen_helper_unavailable(c, stage), "unavailable");
    see_guide(&walker);
    walker_close(&walker);
}

void everywhere_desk_consent(const Everywhere *walk)
{
    Walker walker;
    walker_open(&walker, walk);
    assert_true(cove_open_sample(walker_cove(&walker), NULL));
    have_a_sitting(&walker);
    see_consent(&walker, record_case_at(walker_record(&walker), 0));
    walker_release(&walker, record_case_at(walker_record(&walker), 0));
    walker_close(&walker);
}

void everywhere_desk_kept(const Everywhere *walk)
{
    everywhere_lock(walk);
    everywhere_saving_desk(walk);
    walker_keeping(walk);
    everywhere_strip_window(walk);
}

void everywhere_desk(const Everywhere *walk)
{
    everywhere_desk_sample(walk);
    everywhere_desk_consent(walk);
    everywhere_desk_kept(walk);
}
