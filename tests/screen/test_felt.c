/* Words to look at first: one that a child ends with is a sign of that sitting; no other is, and
 * without such words nothing is kept. */
#include "screen/house.h"

#include "activity/kind.h"
#include "screen/signs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const Record *record_of(House *house)
{
    return keeper_record(house->cove.keeper);
}

static void watch(House *house, Id person, const char *words)
{
    Id family = record_case_around(record_of(house), person)->id;
    house_note(house, family, "watch.words", person, (Id){""}, words);
}

/* The whole program in this language. */
static void speak(House *house, const char *language)
{
    library_free(house->cove.library);
    assert_true(library_open(COVE_SOURCE_DIR "/content", kinds_content(), language,
                             &house->cove.library, NULL));
    stage_touch(house->stage);
}

static void say(House *house, const char *id)
{
    Tier tier = record_case_at(record_of(house), 0)->people[0].tier;
    press(house, ui_words(house, tier, id));
}

static void skip_check(House *house)
{
    while (tree_find_verb(stage_tree(house->stage), "skip", "")) {
        say(house, "ui.skip");
    }
}

static void come(House *house)
{
    stage_touch(house->stage);
    press(house, "Milo");
    skip_check(house);
    expect_screen(house, "cove");
}

/* With this word in the check on leaving, NULL: with none. */
static void go(House *house, const char *word)
{
    say(house, "ui.break");
    say(house, "ui.break.enough");
    expect_screen(house, "play");
    if (word) {
        while (!stage_shows(house->stage, ROLE_CHOICE, word)) {
            say(house, "ui.more");
        }
        choose(house, word);
        say(house, "ui.next");
    }
    skip_check(house);
    expect_screen(house, "pebble");
}

static const char *felt(House *house)
{
    const Record *record = record_of(house);
    const Sitting *sitting = record_sitting_at(record, record_sitting_count(record) - 1);
    FactSubject subject = {.item = sitting->id};
    return facts_value(&record_case(record, sitting->case_id)->facts, "felt.word", &subject);
}

static void leave_pebble(House *house)
{
    while (tree_find_verb(stage_tree(house->stage), "stop", "")) {
        say(house, "ui.stop");
    }
    expect_screen(house, "door");
}

static void words_are_found_as_shown(void **state)
{
    static const struct {
        const char *watched, *chosen, *felt;
    } cases[] = {
        {"Scared", "Scared", "Scared"},
        {"scared", "Scared", "scared"},
        {"Sad,  Scared ,", "Scared", "Scared"},
        {"Sad\xd8\x8c Scared", "Scared", "Scared"},
        {", ,", "Scared", ""},
        {"Scar", "Scared", ""},
        {"Scared", "Sad", ""},
        {"Scared", NULL, ""},
        {"Miedo", "Scared", ""},
        {"", "Scared", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        House house;
        house_open(&house, NULL, false, 1280, 720);
        Id person = house_family(&house, TIER_T1, "Milo");
        if (cases[i].watched[0]) {
            watch(&house, person, cases[i].watched);
        }
        come(&house);
        go(&house, cases[i].chosen);
        assert_string_equal(felt(&house), cases[i].felt);
        leave_pebble(&house);
        assert_int_equal(signs_wait(record_of(&house), person), cases[i].felt[0] != '\0');
        house_close(&house);
    }
}

/* As a hand writes them, and as faces are named in the language of who sits there. */
static void words_are_found_in_other_languages(void **state)
{
    static const struct {
        const char *language, *watched, *chosen;
        bool found;
    } cases[] = {
        {"es", "verguenza", "Verg\u00fcenza", true},
        {"es", "MIEDO, alegria", "Alegr\u00eda", true},
        {"es", "un lio por dentro", "Un l\u00edo por dentro", true},
        {"es", "Mucha verg\u00fcenza", "Verg\u00fcenza", false},
        {"ar", "الخوف", "خوف", true},
        {"ar", "الحزن، والوحدة", "وحدة", true},
        {"ar", "احراج", "إحراج", true},
        {"ar", "حزن", "خوف", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        House house;
        house_open(&house, NULL, false, 1280, 720);
        speak(&house, cases[i].language);
        Id person = house_family(&house, TIER_T3, "Milo");
        watch(&house, person, cases[i].watched);
        come(&house);
        go(&house, cases[i].chosen);
        leave_pebble(&house);
        if (signs_wait(record_of(&house), person) != cases[i].found) {
            fail_msg("case %zu: %s", i, cases[i].watched);
        }
        house_close(&house);
    }
}

static void it_comes_first_for_the_helper(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    Id person = house_family(&house, TIER_T1, "Milo");
    watch(&house, person, "Scared");
    come(&house);
    go(&house, "Scared");
    expect_no_text(&house, "asked to see");
    leave_pebble(&house);
    expect_no_text(&house, "asked to see");
    go_to_helper(&house);
    expect_text(&house, "Look at these first");
    press(&house, "Milo, 2026-01-01 00:00");
    expect_text(&house, "A word you asked to see: Scared");
    press(&house, "What you did");
    choose(&house, "What you did Acted");
    type_in(&house, "Why", "Talked with Milo alone");
    press(&house, "Keep");
    assert_false(signs_wait(record_of(&house), person));
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_as_shown),
        cmocka_unit_test(words_are_found_in_other_languages),
        cmocka_unit_test(it_comes_first_for_the_helper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
