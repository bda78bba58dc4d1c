/* Words changed by the helper: hints and what stops them, kept and given under their own digest,
 * played, seen again as changed, used for others, taken away; and the original untouched. */
#include "screen/house.h"

#include "base/file.h"
#include "content/reword.h"
#include "screen/own_copying.h"
#include "screen/rewording.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ASK "Pretend your ice cream melts. How do you feel?"

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

static Id add(House *house, Tier tier, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(house)->id,
                   .person_id = id_new(&house->cove.ids),
                   .role = tier == TIER_AD ? PERSON_ADULT : PERSON_CHILD,
                   .tier = tier,
                   .picture = "person/child-1"};
    memcpy(event.name, name, strlen(name) + 1);
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    return event.person_id;
}

static void open_assign(House *house, Id person)
{
    stage_clear_to(house->stage,
                   screen_helper_assign(&house->cove, house->stage, family_of(house)->id, person));
}

/* At the page for the words of "Feelings faces" as Milo, 5, has them. */
static Id open_words(House *house)
{
    house_open(house, NULL, false, 1280, 720);
    (void)house_family(house, TIER_AD, "Sam");
    Id milo = add(house, TIER_T1, "Milo");
    open_assign(house, milo);
    type_in(house, "Find an activity", "faces");
    press(house, "Feelings faces");
    press(house, "Change the words");
    expect_screen(house, "helper-wording");
    return milo;
}

static void write(House *house, const char *more)
{
    press(house, ASK);
    type_in(house, "New words", more);
}

static const Assignment *given_to(House *house, Id person)
{
    const Case *family = family_of(house);
    for (size_t i = family->assignment_count; i-- > 0;) {
        const Assignment *given = &family->assignments[i];
        if (id_same(given->person, person) && !given->taken_back) {
            return given;
        }
    }
    return NULL;
}

static void give(House *house)
{
    write(house, " You can skip.");
    type_in(house, "Name of this wording", "Softer start");
    press(house, "Keep and assign");
    expect_text(house, "1 activity assigned");
}

/* ---- what speaks against words ---- */

static const struct {
    const char *more, *says;
    bool stops;
} rows[] = {
    {" You can skip.", NULL, false},
    {" It was bad of your real dad.", "Needs another word", true},
    {" You can look at it and wait and then go on now.", "may have 9", true},
    {" Tap. You can wait. You can stop. You can look. You can rest.", "may say 20", true},
    {" Milo may skip.", "is a name of this case", true},
    {" Here is mil.", NULL, false},
    {" Calm down.", "To think about", false},
};

static void each_is_said_at_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        House house;
        (void)open_words(&house);
        write(&house, rows[i].more);
        if (rows[i].says) {
            expect_text(&house, rows[i].says);
        } else {
            expect_no_text(&house, "Needs another word");
            expect_no_text(&house, "To think about");
        }
        bool offered = stage_press(house.stage, ROLE_BUTTON, "See it as they will", NULL);
        if (offered == rows[i].stops) {
            fail_msg("row %zu", i);
        }
        house_close(&house);
    }
}

static void a_token_that_does_not_exist_is_no_wording(void **state)
{
    (void)state;
    House house;
    Id milo = open_words(&house);
    write(&house, " Ask {somebody}.");
    type_in(&house, "Name of this wording", "Softer start");
    press(&house, "Keep and assign");
    expect_text(&house, "{somebody}");
    assert_null(given_to(&house, milo));
    house_close(&house);
}

static void as_it_was(void **state)
{
    (void)state;
    House house;
    (void)open_words(&house);
    expect_text(&house, "Nothing is changed yet");
    write(&house, " You can skip.");
    expect_text(&house, "Words changed by the helper");
    press(&house, "As it was");
    expect_text(&house, "Nothing is changed yet");
    house_close(&house);
}

/* ---- kept, given, played ---- */

static const Digest *library_words(House *house, Digest *out)
{
    const Module *module = library_module(house->cove.library, "feelings");
    *out = library_digest(house->cove.library, module);
    return out;
}

static void given_under_a_digest_of_their_own(void **state)
{
    (void)state;
    House house;
    Digest original;
    Id milo = open_words(&house);
    give(&house);
    const Assignment *given = given_to(&house, milo);
    assert_non_null(given);
    assert_string_not_equal(given->digest.text, library_words(&house, &original)->text);
    assert_true(words_are_changed(&house.cove, &given->digest));
    assert_false(words_are_changed(&house.cove, &original));
    press(&house, "Assign to Milo");
    expect_text(&house, "My changed wordings");
    stage_clear_to(house.stage,
                   screen_helper_case(&house.cove, house.stage, family_of(&house)->id));
    expect_text(&house, "Words changed by the helper");
    house_close(&house);
}

static Id open_play(House *house)
{
    const Record *record = keeper_record(house->cove.keeper);
    const PlayRecord *play = record_play_open(record, record_sitting_open(record));
    return play ? play->id : (Id){""};
}

/* The person's own complete copy says so beside each answer. */
static void expect_copy_says_changed(House *house, Id person)
{
    const OwnCopyWish wish = {family_of(house)->id, person, "self", "A letter came", true};
    char *path, *bytes;
    size_t size;
    snprintf(house->folder, sizeof house->folder, "%s/wording-XXXXXX", COVE_SCRATCH_DIR);
    assert_non_null(mkdtemp(house->folder)); /* goes with the house */
    assert_true(own_copy_save(&house->cove, &wish, house->folder, &path, NULL));
    char *table = path_join(path, "answers-2026-01-01.jsonl");
    assert_true(file_read(table, 1 << 24, &bytes, &size, NULL));
    assert_non_null(strstr(bytes, "\"activity\":\"Feelings faces\""));
    for (char *line, *rest = bytes; (line = strsep(&rest, "\n")) != NULL && *line;) {
        bool changed = strstr(line, "\"wording\":\"changed\"") != NULL;
        assert_int_equal(changed, strstr(line, "\"activity\":\"Feelings faces\"") != NULL);
    }
    free(bytes);
    free(table);
    free(path);
}

/* The person reads the new words; so does who looks back, and it says that they were changed. */
static void played_and_seen_again(void **state)
{
    (void)state;
    House house;
    Id milo = open_words(&house);
    give(&house);
    Id given = given_to(&house, milo)->id;
    Cove *cove = &house.cove;
    sitting_begin(cove, house.stage, family_of(&house)->id, milo, SETTING_ROOM);
    if (open_play(&house).text[0]) {
        sitting_play_over(cove, house.stage, open_play(&house), ENDING_STOPPED);
    }
    Id sitting = record_sitting_open(keeper_record(cove->keeper))->id;
    sitting_play(cove, house.stage, sitting, given);
    expect_text(&house, ASK " You can skip.");
    Id play = open_play(&house);
    sitting_play_over(cove, house.stage, play, ENDING_FINISHED);
    sitting_end(cove, house.stage, sitting, "");
    stage_clear_to(house.stage, screen_helper_sitting(cove, house.stage, sitting));
    expect_text(&house, "Words changed by the helper");
    expect_copy_says_changed(&house, milo);
    stage_clear_to(house.stage, screen_helper_replay(cove, house.stage, play));
    expect_text(&house, "Words changed by the helper");
    house_close(&house);
}

static void open_sheet(House *house, Id person)
{
    open_assign(house, person);
    type_in(house, "Find an activity", "faces");
    press(house, "Feelings faces");
    press(house, "Print it");
    expect_screen(house, "helper-print");
}

/* Whom they were given to gets them on paper as well; others may, and the module's are there. */
static void printed_as_they_will_be_read(void **state)
{
    (void)state;
    House house;
    Id milo = open_words(&house);
    give(&house);
    Id juno = add(&house, TIER_T1, "Juno");
    open_sheet(&house, milo);
    expect_text(&house, ASK " You can skip.");
    choose(&house, "As in the module");
    expect_no_text(&house, "You can skip.");
    choose(&house, "As it was given");
    expect_text(&house, ASK " You can skip.");
    choose(&house, "Young (7 to 9)"); /* other words, and nobody changed those */
    expect_no_text(&house, "You can skip.");
    choose(&house, "As it was given");
    expect_text(&house, ASK " You can skip.");
    open_sheet(&house, juno);
    expect_no_text(&house, "You can skip.");
    choose(&house, "Softer start \u00b7 Little (4 to 6)");
    expect_text(&house, ASK " You can skip.");
    house_close(&house);
}

/* Another age group's wording, chosen while assigning, is on the sheet too. */
static void printed_in_the_age_group_it_is_given_in(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    (void)house_family(&house, TIER_T1, "Milo");
    open_assign(&house, add(&house, TIER_T1, "Juno"));
    choose(&house, "Young (7 to 9)");
    type_in(&house, "Find an activity", "faces");
    press(&house, "Feelings faces");
    press(&house, "Print it");
    expect_text(&house, ui_words(&house, TIER_T2, "ui.paper.stop"));
    house_close(&house);
}

static void for_another_person_and_taken_away(void **state)
{
    (void)state;
    House house;
    Id milo = open_words(&house);
    give(&house);
    Id juno = add(&house, TIER_T1, "Juno"), noor = add(&house, TIER_T4, "Noor");
    open_assign(&house, noor);
    expect_no_text(&house, "My changed wordings"); /* words for other ages */
    open_assign(&house, juno);
    press(&house, "Assign: Softer start");
    assert_string_equal(given_to(&house, juno)->digest.text, given_to(&house, milo)->digest.text);
    press(&house, "Take away: Softer start");
    expect_no_text(&house, "My changed wordings");
    assert_true(words_are_changed(&house.cove, &given_to(&house, juno)->digest));
    house_close(&house);
}

static void what_the_buttons_do_stays_as_it_is(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id milo = house_family(&house, TIER_T1, "Milo");
    open_assign(&house, milo);
    type_in(&house, "Find an activity", "Three buttons");
    press(&house, "Three buttons");
    expect_text(&house, "See it as they will");
    expect_no_text(&house, "Change the words");
    GiveWish wish = give_wish(&house.cove, family_of(&house)->id, milo);
    assert_null(screen_helper_wording(&house.cove, house.stage, &wish, "welcome", "buttons"));
    house_close(&house);
}

/* Names of feelings are the same for everybody. */
static void feelings_keep_their_names(void **state)
{
    (void)state;
    House house;
    (void)open_words(&house);
    expect_text(&house, "Now you. How do you feel right now?");
    expect_no_text(&house, "Scared");
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_said_at_once),
        cmocka_unit_test(a_token_that_does_not_exist_is_no_wording),
        cmocka_unit_test(as_it_was),
        cmocka_unit_test(given_under_a_digest_of_their_own),
        cmocka_unit_test(played_and_seen_again),
        cmocka_unit_test(printed_as_they_will_be_read),
        cmocka_unit_test(printed_in_the_age_group_it_is_given_in),
        cmocka_unit_test(for_another_person_and_taken_away),
        cmocka_unit_test(what_the_buttons_do_stays_as_it_is),
        cmocka_unit_test(feelings_keep_their_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
