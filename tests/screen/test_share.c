/* Sharing led by the child, from its choice to the adult's desk: what is seen before and after the
 * helper's release, who never sees it, what can be taken back, and what is refused. */
#include "screen/house.h"

#include "screen/noting.h"
#include "screen/sharing.h"
#include "screen/sitting.h"
#include "ui/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Shown {
    House house;
    Tier tier;
    Id child, sam, zora, sitting, play;
} Shown;

static const Record *record_of(Shown *shown)
{
    return keeper_record(shown->house.cove.keeper);
}

static const Case *family_of(Shown *shown)
{
    return record_case_at(record_of(shown), 0);
}

static Id add_adult(Shown *shown, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(shown)->id,
                   .person_id = id_new(&shown->house.cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .picture = "person/adult-2"};
    snprintf(event.name, sizeof event.name, "%s", name);
    assert_true(cove_keep(&shown->house.cove, &event, 1, NULL));
    return event.person_id;
}

static Id open_play(Shown *shown)
{
    const Sitting *sitting = record_sitting_open(record_of(shown));
    shown->sitting = sitting->id;
    return record_play_open(record_of(shown), sitting)->id;
}

static void end_play(Shown *shown, Ending how)
{
    sitting_play_over(&shown->house.cove, shown->house.stage, open_play(shown), how);
}

static void end_sitting(Shown *shown)
{
    sitting_end(&shown->house.cove, shown->house.stage, shown->sitting, "");
}

/* In the room, with one activity played to its end, at the pebbles. */
static void open_shown(Shown *shown, Tier tier)
{
    House *house = &shown->house;
    shown->tier = tier;
    house_open(house, NULL, false, 1280, 720);
    shown->child = house_family(house, tier, "Milo");
    shown->sam = add_adult(shown, "Sam");
    shown->zora = add_adult(shown, "Zora");
    house_open_gate(house, family_of(shown)->id, shown->sam);
    house_open_gate(house, family_of(shown)->id, shown->zora);
    sitting_begin(&house->cove, house->stage, family_of(shown)->id, shown->child, SETTING_ROOM);
    end_play(shown, ENDING_STOPPED);
    sitting_play(&house->cove, house->stage, shown->sitting, family_of(shown)->assignments[0].id);
    shown->play = open_play(shown);
    end_play(shown, ENDING_FINISHED);
    sitting_leave(&house->cove, house->stage, shown->sitting);
    end_play(shown, ENDING_STOPPED);
    expect_screen(house, "pebble");
}

static void to_choice(Shown *shown)
{
    press(&shown->house, ui_words(&shown->house, shown->tier, "ui.showing.open"));
    expect_screen(&shown->house, "share");
    const PlayRecord *play = record_play_by_id(record_of(shown), shown->play);
    press(&shown->house, share_title(&shown->house.cove, play));
}

static void wish(Shown *shown, const char *choice, const char *words)
{
    to_choice(shown);
    choose(&shown->house, choice);
    if (words) {
        type_in(&shown->house, "What you want to say about it", words);
        expect_text(&shown->house, words); /* the exact card */
    }
    press(&shown->house, ui_words(&shown->house, shown->tier, "ui.showing.keep"));
    press(&shown->house, ui_words(&shown->house, shown->tier, "ui.back"));
    expect_screen(&shown->house, "pebble");
}

static void to_release(Shown *shown)
{
    House *house = &shown->house;
    stage_clear_to(house->stage,
                   screen_helper_share(&house->cove, house->stage, family_of(shown)->id,
                                       shown->child, shown->play));
    expect_screen(house, "helper-share");
}

/* Whether the adult's desk has the words, in a sitting of their own. */
static bool desk_has(Shown *shown, Id adult, const char *words)
{
    House *house = &shown->house;
    sitting_begin(&house->cove, house->stage, family_of(shown)->id, adult, SETTING_HOME);
    end_play(shown, ENDING_STOPPED);
    expect_screen(house, "cove");
    char *dump = tree_dump(stage_tree(house->stage));
    bool has = strstr(dump, words) != NULL;
    free(dump);
    end_sitting(shown);
    return has;
}

static void close_gate(Shown *shown, Id adult)
{
    FactSubject subject = {.person = adult};
    assert_true(note_fact(&shown->house.cove, family_of(shown)->id, "gate.state", &subject,
                          "closed", "for the test", NULL));
}

static void hide(Shown *shown, Id adult, const char *state)
{
    FactSubject subject = {.person = adult};
    assert_true(note_fact(&shown->house.cove, family_of(shown)->id, "hide.state", &subject, state,
                          "for the test", NULL));
}

static void nothing_is_seen_before_release_or_by_another(void **state)
{
    (void)state;
    Shown shown;
    open_shown(&shown, TIER_T3);
    wish(&shown, "Later, maybe Sam", "I like my bubble");
    end_sitting(&shown);
    assert_false(desk_has(&shown, shown.sam, "I like my bubble"));
    to_release(&shown);
    expect_text(&shown.house, "I like my bubble");
    press(&shown.house, "Release");
    expect_text(&shown.house, "On the desk");
    assert_true(desk_has(&shown, shown.sam, "I like my bubble"));
    assert_false(desk_has(&shown, shown.zora, "I like my bubble"));
    hide(&shown, shown.sam, "on");
    assert_false(desk_has(&shown, shown.sam, "I like my bubble"));
    hide(&shown, shown.sam, "off");
    to_release(&shown);
    press(&shown.house, "Take back");
    assert_false(desk_has(&shown, shown.sam, "I like my bubble"));
    house_close(&shown.house);
}

static void a_wish_changes_until_it_is_released_and_stands_in_the_list(void **state)
{
    (void)state;
    Shown shown;
    open_shown(&shown, TIER_T3);
    Share sam = {shown.child, shown.sam, shown.play}, zora = {shown.child, shown.zora, shown.play};
    wish(&shown, "Later, maybe each of them", NULL);
    assert_true(share_wished(family_of(&shown), &sam) && share_wished(family_of(&shown), &zora));
    wish(&shown, "Only Kim", NULL);
    assert_false(share_wished(family_of(&shown), &sam) || share_wished(family_of(&shown), &zora));
    assert_string_equal(share_said(family_of(&shown), &sam).words, "");
    wish(&shown, "Later, maybe Zora", NULL);
    assert_true(share_release(&shown.house.cove, family_of(&shown), &zora, true, "", NULL));
    to_choice(&shown);
    expect_text(&shown.house, "This was shown.");
    assert_null(tree_find_verb(stage_tree(shown.house.stage), "whom", NULL));
    press(&shown.house, ui_words(&shown.house, TIER_T3, "ui.back"));
    expect_text(&shown.house, "Was shown to: Zora");
    Error error = {0};
    assert_false(share_wish(&shown.house.cove, family_of(&shown)->id, shown.child, shown.play, NULL,
                            0, true, &(ShareSaid){"", false}, &error));
    assert_int_equal(error.code, ERROR_REFUSED);
    house_close(&shown.house);
}

static void the_youngest_choose_for_us_or_together_and_it_goes_to_no_desk(void **state)
{
    (void)state;
    Shown shown;
    open_shown(&shown, TIER_T1);
    to_choice(&shown);
    expect_no_text(&shown.house, "Sam");
    expect_no_text(&shown.house, "Zora");
    choose(&shown.house, "Show it together");
    press(&shown.house, "OK");
    to_release(&shown);
    expect_text(&shown.house, "It goes to no desk.");
    assert_null(tree_find_verb(stage_tree(shown.house.stage), "release", NULL));
    house_close(&shown.house);
}

/* ---- the exact card ---- */

static const char *no_picture(void *context, const char *name)
{
    (void)context, (void)name;
    return NULL;
}

/* Everything of it that can be seen, in order; the drawing as SVG. */
static char *seen(const Tree *tree, const char *key)
{
    const Node *card = tree_find_key(tree, key);
    assert_non_null(card);
    Text out;
    text_init(&out);
    for (const Node *node = card; node; node = node_following(node, card)) {
        text_addf(&out, "%s|%s|%s|%d\n", role_name(node->role), node->name ? node->name : "",
                  node->text ? node->text : "", (int)node->look);
        if (node->sheet) {
            sheet_svg(node->sheet, "", no_picture, NULL, &out);
        }
    }
    text_addf(&out, "%d %d\n", (int)card->manner->theme, card->manner->body_px);
    char *copy = strdup(out.bytes);
    text_clear(&out);
    return copy;
}

/* In the room, with one drawing made and brought to its end, at the pebbles. */
static void open_drawn(Shown *shown)
{
    House *house = &shown->house;
    shown->tier = TIER_T2;
    house_open(house, NULL, false, 1280, 720);
    shown->child = house_family(house, TIER_T2, "Milo");
    shown->sam = add_adult(shown, "Sam");
    shown->zora = add_adult(shown, "Zora");
    house_open_gate(house, family_of(shown)->id, shown->sam);
    house_open_gate(house, family_of(shown)->id, shown->zora);
    sitting_begin(&house->cove, house->stage, family_of(shown)->id, shown->child, SETTING_ROOM);
    end_play(shown, ENDING_STOPPED);
    const Assignment *given = family_of(shown)->assignments;
    for (; strcmp(given->activity, "about") != 0; given++) {
    }
    sitting_play(&house->cove, house->stage, shown->sitting, given->id);
    shown->play = open_play(shown);
    Event stamp = {
        .type = EVENT_MOVE, .play_id = shown->play, .move = move_of("stamp", "animal", "cat")};
    snprintf(stamp.move.target, sizeof stamp.move.target, "frame-1");
    spots_write(&(Spot){300, 300}, 1, stamp.move.text);
    assert_true(cove_keep(&house->cove, &stamp, 1, NULL));
    end_play(shown, ENDING_FINISHED);
    sitting_leave(&house->cove, house->stage, shown->sitting);
    end_play(shown, ENDING_STOPPED);
    expect_screen(house, "pebble");
}

static void child_helper_and_adult_see_the_same_card(void **state)
{
    (void)state;
    for (int picture = 0; picture < 2; picture++) {
        Shown shown;
        char key[2 * ID_MAX + 8];
        open_drawn(&shown);
        Stage *stage = shown.house.stage;
        snprintf(key, sizeof key, "shown-%s-%s", shown.play.text, shown.sam.text);
        to_choice(&shown);
        choose(&shown.house, "Later, maybe Sam");
        if (picture) {
            choose(&shown.house, "My drawing too");
        }
        char *child = seen(stage_tree(stage), key);
        assert_int_equal(strstr(child, "<svg") != NULL, picture);
        press(&shown.house, ui_words(&shown.house, shown.tier, "ui.showing.keep"));
        end_sitting(&shown);
        to_release(&shown);
        char *helper = seen(stage_tree(stage), key);
        press(&shown.house, "Release");
        sitting_begin(&shown.house.cove, stage, family_of(&shown)->id, shown.sam, SETTING_HOME);
        end_play(&shown, ENDING_STOPPED);
        char *adult = seen(stage_tree(stage), key);
        assert_string_equal(child, helper);
        assert_string_equal(helper, adult);
        free(child);
        free(helper);
        free(adult);
        house_close(&shown.house);
    }
}

static void who_is_treated_differently_needs_a_reason(void **state)
{
    (void)state;
    Shown shown;
    open_shown(&shown, TIER_T4);
    Share sam = {shown.child, shown.sam, shown.play};
    wish(&shown, "Later, maybe each of them", "Mine");
    to_release(&shown);
    choose(&shown.house, "Zora"); /* left out */
    press(&shown.house, "Release");
    expect_text(&shown.house, "Say in a few words why");
    press(&shown.house, ui_words(&shown.house, TIER_AD, "ui.error.go-on"));
    assert_false(share_released(family_of(&shown), &sam));
    type_in(&shown.house, "Why not everybody the child named", "Zora is away");
    press(&shown.house, "Release");
    assert_true(share_released(family_of(&shown), &sam));
    FactSubject subject = {shown.child, shown.sam, shown.play};
    assert_string_equal(facts_last(&family_of(&shown)->facts, "show.state", &subject)->reason,
                        "Zora is away");
    house_close(&shown.house);
}

static void in_hide_mode_an_adult_is_not_offered(void **state)
{
    (void)state;
    Shown shown;
    open_shown(&shown, TIER_T2);
    hide(&shown, shown.sam, "on");
    to_choice(&shown);
    expect_no_text(&shown.house, "Sam");
    expect_text(&shown.house, "Later, maybe Zora");
    house_close(&shown.house);
}

/* Each row: what the child said, what the helper did, hide mode, the gate closed again; and whether
 * the adult reads it. */
static void it_is_read_by_yes_and_release_alone(void **state)
{
    (void)state;
    for (int row = 0; row < 16; row++) {
        bool yes = row & 1, tick = row & 2, hidden = row & 4, closed = row & 8;
        Shown shown;
        open_shown(&shown, TIER_T3);
        Share share = {shown.child, shown.sam, shown.play};
        if (yes) {
            wish(&shown, "Later, maybe Sam", "Mine");
        }
        Error error = {0};
        bool released =
            tick && share_release(&shown.house.cove, family_of(&shown), &share, true, "", &error);
        assert_int_equal(released, tick && yes);
        FactSubject subject = {shown.child, shown.sam, shown.play};
        assert_int_equal(tick && !yes &&
                             note_fact(&shown.house.cove, family_of(&shown)->id, "show.state",
                                       &subject, "released", "", &error),
                         false); /* the record refuses it too */
        if (hidden) {
            hide(&shown, shown.sam, "on");
        }
        if (closed) {
            close_gate(&shown, shown.sam);
        }
        assert_int_equal(share_adult_reads(family_of(&shown), &share),
                         yes && tick && !hidden && !closed);
        house_close(&shown.house);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_seen_before_release_or_by_another),
        cmocka_unit_test(a_wish_changes_until_it_is_released_and_stands_in_the_list),
        cmocka_unit_test(the_youngest_choose_for_us_or_together_and_it_goes_to_no_desk),
        cmocka_unit_test(child_helper_and_adult_see_the_same_card),
        cmocka_unit_test(who_is_treated_differently_needs_a_reason),
        cmocka_unit_test(in_hide_mode_an_adult_is_not_offered),
        cmocka_unit_test(it_is_read_by_yes_and_release_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
