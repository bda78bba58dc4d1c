/* The walk: whole sittings, and the helper's pages. */
#include "proof/everywhere_inside.h"

#include "screen/safekeeping.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static Cove *cove(Walker *walker)
{
    return &walker->house.cove;
}

static const Record *record_of(Walker *walker)
{
    return keeper_record(walker->house.cove.keeper);
}

/* ---- a sitting ---- */

static void see_places(Walker *walker, Id sitting, const char *after)
{
    Stage *stage = walker->house.stage;
    for (size_t i = 0; i < library_count(cove(walker)->library); i++) {
        const char *module = library_at(cove(walker)->library, i)->id;
        stage_push(stage, screen_place(cove(walker), stage, sitting, module));
        if (walker_offers(walker, "play")) {
            walker_see(walker, "place-%s%s", module, after);
        }
        if (walker_offers(walker, "more")) {
            walker_press(walker, "more", NULL);
            walker_see(walker, "place-%s%s-more", module, after);
        }
        stage_pop(stage);
    }
}

static void see_more_places(Walker *walker)
{
    if (walker_offers(walker, "more")) {
        walker_press(walker, "more", NULL);
        walker_see(walker, "cove-more");
    }
}

static void see_activities(Walker *walker, Id sitting)
{
    char name[2 * ID_MAX + 2];
    const Case *family = record_case_at(record_of(walker), 0);
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *given = &family->assignments[i];
        snprintf(name, sizeof name, "%s-%s", given->module, given->activity);
        sitting_play(cove(walker), walker->house.stage, sitting, given->id);
        walker_play(walker, name);
    }
}

static void see_safety(Walker *walker)
{
    Stage *stage = walker->house.stage;
    Error error = {.code = ERROR_WRITE,
                   .sentence = "The disk is full. Nothing that was kept is lost: make room and try "
                               "again."};
    walker_press(walker, "break", NULL);
    walker_see(walker, "break");
    walker_press(walker, "begin", NULL);
    wait_ms(&walker->house, 2500);
    walker_see(walker, "break-moving");
    stage_pop(stage);
    walker_press(walker, "not-ok", NULL);
    walker_see(walker, "not-ok");
    stage_pop(stage);
    stage_notice(stage, &error);
    walker_see(walker, "notice");
    walker_press(walker, "notice-close", NULL);
}

/* Every section, and every further page of it. */
static void see_settings(Walker *walker)
{
    static const char *const sections[] = {"letters", "colors", "voice", "sounds", "touch"};
    walker_press(walker, "settings", NULL);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        walker_press(walker, "section", sections[i]);
        walker_see(walker, "settings-%s", sections[i]);
        int page = 1;
        while (tree_find_key(stage_tree(walker->house.stage), "ui.next")) {
            Error error = {0};
            const Node *next = tree_find_key(stage_tree(walker->house.stage), "ui.next");
            assert_true(stage_press(walker->house.stage, ROLE_BUTTON, next->name, &error));
            walker_see(walker, "settings-%s-%d", sections[i], ++page);
        }
    }
    walker_press(walker, "done", NULL);
}

/* Every part of the figure, from a new one to a choice that is kept. */
static void see_figure(Walker *walker)
{
    if (!walker_offers(walker, "me")) {
        return; /* a grown-up's */
    }
    walker_press(walker, "me", NULL);
    for (int part = 1; tree_find_key(stage_tree(walker->house.stage), "ui.figure.next"); part++) {
        Error error = {0};
        const Node *next = tree_find_key(stage_tree(walker->house.stage), "ui.figure.next");
        walker_see(walker, "figure-%d", part);
        assert_true(stage_press(walker->house.stage, ROLE_BUTTON, next->name, &error));
    }
    walker_see(walker, "figure-extras");
    walker_press(walker, "figure", NULL);
}

/* F9: nothing of the sitting is there, and everything on it can be reached. */
static void see_cover(Walker *walker)
{
    stage_cover(walker->house.stage);
    walker_see(walker, "cover");
    stage_pop(walker->house.stage);
}

static void choose_captions(Walker *walker, Id person, int on)
{
    PrefChoices choices = record_pref_choices(record_of(walker), person);
    prefs_choose(&choices, prefs_field("captions"), on);
    Event event = {.type = EVENT_PREFS, .person_id = person, .prefs = choices};
    assert_true(cove_keep(cove(walker), &event, 1, NULL));
    stage_touch(walker->house.stage);
}

/* The pages with the least room to spare, with captions below them. */
static void see_captioned(Walker *walker, Id person)
{
    choose_captions(walker, person, 1);
    walker_see(walker, "cove-captioned");
    walker_press(walker, "not-ok", NULL);
    walker_see(walker, "not-ok-captioned");
    stage_pop(walker->house.stage);
    const Case *family = record_case_at(record_of(walker), 0);
    sitting_play(cove(walker), walker->house.stage, record_sitting_at(record_of(walker), 0)->id,
                 family->assignments[0].id);
    walker_see(walker, "play-captioned");
    walker_skip_play(walker);
    choose_captions(walker, person, 0);
}

/* In the room the helper sits beside. */
static void see_beside(Walker *walker, Id sitting)
{
    const Case *family = record_case_at(record_of(walker), 0);
    sitting_play(cove(walker), walker->house.stage, sitting, family->assignments[0].id);
    walker_strip(walker);
    walker_skip_play(walker);
}

static void see_leaving(Walker *walker)
{
    walker_press(walker, "leave", NULL);
    walker_play(walker, "leave");
    walker_see(walker, "pebble");
    walker_sharing(walker);
    walker_press(walker, "pebble", NULL);
    walker_see(walker, "goodbye");
}

static void take_everything_back(Walker *walker)
{
    const Case *family = record_case_at(record_of(walker), 0);
    for (size_t i = 0; i < family->assignment_count; i++) {
        Event event = {.type = EVENT_TAKEN_BACK,
                       .case_id = family->id,
                       .assignment_id = family->assignments[i].id};
        assert_true(cove_keep(cove(walker), &event, 1, NULL));
    }
}

static void see_empty_cove(Walker *walker, Id person, Setting setting)
{
    take_everything_back(walker);
    sitting_begin(cove(walker), walker->house.stage, record_case_at(record_of(walker), 0)->id,
                  person, setting);
    walker_skip_play(walker);
    walker_see(walker, "cove-empty");
}

/* Somebody to have words for. */
static void add_grown_up(House *house)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = record_case_at(keeper_record(house->cove.keeper), 0)->id,
                   .person_id = id_new(&house->cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .name = "Alexandra",
                   .picture = "person/adult-3"};
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
}

void everywhere_sitting(const Everywhere *walk, Tier tier)
{
    Walker walker;
    walker_open(&walker, walk);
    Setting setting = tier == TIER_AD ? SETTING_HOME : SETTING_ROOM;
    Id person = house_family(&walker.house, tier, "Robin");
    add_grown_up(&walker.house);
    Stage *stage = walker.house.stage;
    sitting_begin(&walker.house.cove, stage, record_case_at(record_of(&walker), 0)->id, person,
                  setting);
    walker_play(&walker, "arrive");
    walker_see(&walker, "cove");
    Id sitting = record_sitting_at(record_of(&walker), 0)->id;
    see_more_places(&walker);
    see_places(&walker, sitting, "");
    see_safety(&walker);
    see_settings(&walker);
    walker_desk(&walker, sitting);
    see_figure(&walker);
    see_cover(&walker);
    see_captioned(&walker, person);
    if (setting == SETTING_ROOM) {
        see_beside(&walker, sitting);
    }
    see_activities(&walker, sitting);
    see_places(&walker, sitting, "-after");
    see_leaving(&walker);
    if (setting == SETTING_ROOM) {
        walker_strip_after(&walker);
    }
    see_empty_cove(&walker, person, setting);
    walker_close(&walker);
    everywhere_asked(walk, tier);
    everywhere_saving(walk, tier);
}

/* ---- the desk ---- */

static void see_first_start(Walker *walker)
{
    Stage *stage = walker->house.stage;
    walker_see(walker, "door-new");
    stage_clear_to(stage, screen_setup(cove(walker), stage));
    walker_see(walker, "setup");
}

static Recovery some_code(Walker *walker)
{
    Recovery code;
    recovery_new(&cove(walker)->ids, &code);
    return code;
}

static void see_safekeeping(Walker *walker)
{
    Cove *c = cove(walker);
    Stage *stage = walker->house.stage;
    assert_true(safekeeping_begin(c, NULL, NULL));
    for (int i = 0; i < 5000 && safekeeping_making(c); i++) {
        safekeeping_step(c);
    }
    stage_clear_to(stage, screen_helper_safekeeping(c, stage));
    walker_see(walker, "safekeeping");
    Backups all = safekeeping_backups(c);
    assert_true(all.count > 0);
    stage_clear_to(stage, screen_helper_backup(c, stage, &all.list[0]));
    backups_clear(&all);
    walker_see(walker, "safekeeping-backup");
    stage_clear_to(stage, screen_damaged(c, stage));
    walker_see(walker, "damaged");
}

/* Nothing of the lock is in the sample: it is seen in a folder of its own. */
static void see_the_lock(const Everywhere *walk)
{
    Walker walker;
    walker_open(&walker, walk);
    Cove *c = &walker.house.cove;
    Stage *stage = walker.house.stage;
    Recovery code = some_code(&walker);
    stage_clear_to(stage, screen_passphrase(c, stage, PASSPHRASE_SET_UP, "Kim"));
    walker_see(&walker, "passphrase");
    walker_press(&walker, "use-words", NULL);
    walker_press(&walker, "go", NULL);
    walker_see(&walker, "passphrase-differs");
    stage_clear_to(stage, screen_recovery(c, stage, NULL, &code, ""));
    walker_see(&walker, "recovery");
    stage_clear_to(stage, screen_unlock(c, stage));
    walker_see(&walker, "unlock");
    walker_press(&walker, "other", NULL);
    walker_see(&walker, "unlock-code");
    house_give_folder(&walker.house);
    Visit visit = {.person = house_family(&walker.house, TIER_T2, "Robin")};
    visit.family = record_case_at(record_of(&walker), 0)->id;
    stage_clear_to(stage, screen_helper_lock(c, stage));
    walker_see(&walker, "lock");
    stage_clear_to(stage, screen_passphrase_now(c, stage, WAY_PASSPHRASE));
    walker_see(&walker, "passphrase-now");
    stage_clear_to(stage, screen_rewrap(c, stage, REWRAP_ASK));
    walker_see(&walker, "rewrap");
    stage_clear_to(stage, screen_passphrase(c, stage, PASSPHRASE_REWRAP, ""));
    walker_see(&walker, "rewrap-passphrase");
    stage_clear_to(stage, screen_recovery_rewrap(c, stage, "five other words of a test", &code));
    walker_see(&walker, "rewrap-recovery");
    stage_clear_to(stage, screen_rewrap(c, stage, REWRAP_DONE));
    walker_see(&walker, "rewrap-done");
    stage_clear_to(stage, screen_sign_let(c, stage, &visit));
    walker_see(&walker, "sign-let");
    see_safekeeping(&walker);
    walker_close(&walker);
}

/* The youngest of the sample family comes, so that there is something to look back on. */
static void have_a_sitting(Walker *walker)
{
    stage_clear_to(walker->house.stage, screen_door(cove(walker), walker->house.stage));
    walker_press(walker, "come", NULL);
    walker_skip_play(walker);
    walker_press(walker, "break", NULL);
    stage_pop(walker->house.stage);
    const Case *family = record_case_at(record_of(walker), 0);
    sitting_play(cove(walker), walker->house.stage, record_sitting_at(record_of(walker), 0)->id,
                 family->assignments[0].id);
    walker_skip_play(walker);
    walker_press(walker, "leave", NULL);
    walker_skip_play(walker);
    walker_press(walker, "pebble", NULL);
    walker_press(walker, "done", NULL);
}

static void show(Walker *walker, Screen *screen, const char *name)
{
    stage_clear_to(walker->house.stage, screen);
    walker_see(walker, "%s", name);
}

/* Consent of the case, an adult's own page before and after the answer, and its paper. */
static void see_consent(Walker *walker, const Case *family)
{
    Stage *stage = walker->house.stage;
    Cove *c = cove(walker);
    Id adult = case_adult(family, 0)->id;
    show(walker, screen_helper_consent(c, stage, family->id), "consent-room");
    show(walker, screen_consent(c, stage, family->id, adult), "consent");
    walker_press(walker, "tick", NULL);
    walker_see(walker, "consent-ticked");
    walker_press(walker, "asks", NULL);
    walker_see(walker, "consent-said");
    show(walker, screen_helper_consent(c, stage, family->id), "consent-lacks");
    show(walker, screen_helper_case(c, stage, family->id), "case-locked");
    show(walker, screen_helper_form(c, stage, FORM_CONSENT, family->id, adult), "consent-paper");
    show(walker, screen_helper_form(c, stage, FORM_DEMAND, family->id, (Id){""}), "demand-paper");
    show(walker, screen_helper_own_copy(c, stage, family->id, family->people[0].id), "own-copy");
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
    show(walker, screen_helper_export(cove(walker), stage, family->id), "reports");
    show(walker, screen_helper_report(cove(walker), stage, family->id, child->id), "report");
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
    const Sitting *sitting = record_sitting_at(record_of(walker), 0);
    show(walker, screen_helper_sitting(cove(walker), stage, sitting->id), "sitting");
    Id play = record_play(record_of(walker), sitting->plays[1])->id;
    show(walker, screen_helper_replay(cove(walker), stage, play), "replay");
    walker_press(walker, "step", NULL);
    walker_see(walker, "replay-step");
}

/* Before anything is said, and when all is. */
/* The case file, one page of each kind of answers, and what it was before. */
static void see_file(Walker *walker, const Case *family)
{
    Stage *stage = walker->house.stage;
    Cove *c = &walker->house.cove;
    show(walker, screen_helper_file(c, stage, (Id){""}), "practice");
    show(walker, screen_helper_file(c, stage, family->id), "file");
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
        show(walker, screen_helper_fact(c, stage, place, group, &subject),
             arena_format(stage_tree(stage)->arena, "fact-%s", group->id));
        if (group->most > 0) {
            walker_press(walker, "add", NULL);
            walker_see(walker, "fact-%s-one", group->id);
        }
    }
}

static void see_together(Walker *walker, const Case *family)
{
    Stage *stage = walker->house.stage;
    show(walker,
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
    show(walker, screen_helper_sign_in(c, stage, family->id, visit.person), "sign-in-none");
    assert_true(sign_in_keep(c, visit.person, SIGN_IN_PICTURES, "sign/seal", "sun kite sun", NULL));
    show(walker, screen_helper_sign_in(c, stage, family->id, visit.person), "sign-in-kept");
    show(walker, screen_sign_let(c, stage, &visit), "sign-let-sample");
    assert_true(sign_in_take_away(c, visit.person, NULL));
    show(walker, screen_sign_let(c, stage, &mine), "sign-let-mine");
}

static void see_guide(Walker *walker)
{
    Stage *stage = walker->house.stage;
    show(walker, screen_helper_guide(cove(walker), stage), "guide");
    walker_press(walker, "section", NULL);
    int number = 1;
    walker_see(walker, "guide-%d", number);
    while (number < 4 && walker_offers(walker, "next-section")) {
        walker_press(walker, "next-section", NULL);
        walker_see(walker, "guide-%d", ++number);
    }
    show(walker, screen_helper_keys(cove(walker), stage), "keys");
}

void everywhere_desk_sample(const Everywhere *walk)
{
    Walker walker;
    walker_open(&walker, walk);
    Stage *stage = walker.house.stage;
    Cove *c = &walker.house.cove;
    see_first_start(&walker);
    assert_true(cove_open_sample(c, NULL));
    show(&walker, screen_helper_room(c, stage), "room");
    show(&walker, screen_settings(c, stage, (Id){""}, (Id){""}), "settings");
    have_a_sitting(&walker);
    walker_see(&walker, "door-family");
    show(&walker, screen_helper_room(c, stage), "room-inbox");
    const Case *family = record_case_at(record_of(&walker), 0);
    show(&walker, screen_helper_case(c, stage, family->id), "case");
    show(&walker, screen_helper_person(c, stage, family->id), "person");
    walker_press(&walker, "make", NULL);
    walker_see(&walker, "person-figure");
    walker_press(&walker, "made", NULL);
    walker_see(&walker, "person-figure-made");
    see_sign_ins(&walker, family);
    walker_assigning(&walker, family);
    see_file(&walker, family);
    show(&walker, screen_helper_timeline(c, stage, family->id, family->people[0].id), "timeline");
    walker_press(&walker, "change", NULL);
    walker_see(&walker, "change");
    see_together(&walker, family);
    see_report(&walker, record_case_at(record_of(&walker), 0));
    see_review(&walker);
    walker_paper(&walker, record_case_at(record_of(&walker), 0));
    show(&walker, screen_helper_unavailable(c, stage), "unavailable");
    see_guide(&walker);
    walker_close(&walker);
}

void everywhere_desk_consent(const Everywhere *walk)
{
    Walker walker;
    walker_open(&walker, walk);
    assert_true(cove_open_sample(cove(&walker), NULL));
    have_a_sitting(&walker);
    see_consent(&walker, record_case_at(record_of(&walker), 0));
    walker_release(&walker, record_case_at(record_of(&walker), 0));
    walker_close(&walker);
}

void everywhere_desk_kept(const Everywhere *walk)
{
    see_the_lock(walk);
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
