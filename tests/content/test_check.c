/* `pebblecove check`: a folder, a module, a file; structure and words. */
#include "content/fixture.h"

#include "content/fake_kinds.h"
#include "content/library.h"
#include "content/tier.h"

static Faults *check(const char *content, const char *name)
{
    Faults *faults = faults_new();
    char *path = path_join(content, name);
    content_check(name[0] != '\0' ? path : content, fake_kinds, faults);
    free(path);
    return faults;
}

static void expect_clean(const char *content, const char *name)
{
    Faults *faults = check(content, name);
    print_faults(faults);
    assert_int_equal(faults_count(faults), 0);
    faults_free(faults);
}

static void good_content_is_clean_however_it_is_named(void **state)
{
    (void)state;
    char *content = scratch_content("check-good");
    static const char *const names[] = {"",
                                        "feelings",
                                        "feelings/",
                                        "feelings/module.json",
                                        "feelings/strings/ar.json",
                                        "ui/strings/en.json",
                                        "rules/language-lint.json"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        expect_clean(content, names[i]);
    free(content);
}

static void missing_things_are_faults(void **state)
{
    (void)state;
    static const struct {
        const char *name, *rule;
    } rows[] = {{"nothing", "missing-file"},
                {"nothing.json", "missing-file"},
                {"feelings/strings/xx.json", "missing-file"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Faults *faults = check(GOOD, rows[i].name);
        assert_non_null(find_fault(faults, rows[i].rule, NULL));
        faults_free(faults);
    }
    Faults *faults = check(GOOD, "feelings"); /* this folder has no word rules beside it */
    assert_int_equal(faults_errors(faults), 0);
    assert_non_null(find_fault(faults, "missing-file", NULL));
    faults_free(faults);
}

/* One change to the words, and the fault it must give. */
static const struct {
    const char *find, *put, *path, *rule;
    FaultLevel level;
} words[] = {
    {"Tap a face.", "Now you can go on and tap one of the faces.", "$.strings[\"faces.now\"].t1",
     "long-sentence", FAULT_ERROR},
    {"Tap a face.",
     "Tap a face. You can tap it. You can wait. You can stop. You can look. You can rest. You can "
     "go.",
     "$.strings[\"faces.now\"].t1", "words-screen", FAULT_ERROR},
    {"\"word.sad\": \"sad\"", "\"word.sad\": \"melancholy\"", "$.strings[\"word.sad\"]",
     "hard-word", FAULT_WARNING},
    {"Tap a face.", "Tap your real dad.", "$.strings[\"faces.now\"].t1", "A04", FAULT_ERROR},
    {"Tap a face.", "Calm down.", "$.strings[\"faces.now\"].t1", "G02", FAULT_WARNING},
    {"Hi {me}. Pick the face", "You always pick the face", "$.strings[\"faces.now\"].t2", "G07",
     FAULT_WARNING},
    {"Feelings can change.", "This is about custody.", "$.strings[\"tale.aim\"]", "B01",
     FAULT_ERROR},
    {"Can name some feelings.", "Was coached.", "$.strings[\"module.goal\"]", "M02", FAULT_ERROR},
    {"It saw {n} shell.", "{adult1} is coming back.", "$.strings[\"tale.young\"].one", "E05",
     FAULT_ERROR},
    {"Feelings can change.",
     "Psychological understanding necessitates considerable deliberation, notwithstanding "
     "organisational responsibilities, administrative considerations, institutional communication.",
     "$.strings", "reading-level", FAULT_WARNING},
};

static void words_are_held_against_the_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char *content = scratch_content("check-words");
        change_file(content, "feelings/strings/en.json", words[i].find, words[i].put);
        Faults *faults = check(content, "");
        const Fault *fault = find_fault(faults, words[i].rule, words[i].path);
        if (fault == NULL || fault->level != words[i].level) {
            print_faults(faults);
            fail_msg("%s at %s", words[i].rule, words[i].path);
        }
        assert_non_null(strstr(fault->file, "feelings/strings/en.json"));
        faults_free(faults);
        free(content);
    }
}

static void a_rule_is_silent_where_it_was_accepted(void **state)
{
    (void)state;
    char *content = scratch_content("check-accepted");
    change_file(content, "feelings/strings/en.json", "The tide came in.", "You never wait.");
    expect_clean(content, "");
    change_file(content, "feelings/module.json", "\"G07\"", "\"G02\"");
    Faults *faults = check(content, "");
    assert_non_null(find_fault(faults, "G07", "$.strings[\"tale.choose\"].t3"));
    faults_free(faults);
    change_file(content, "feelings/module.json", "\"G02\"", "\"G99\"");
    faults = check(content, "");
    assert_non_null(find_fault(faults, "unknown-word", "$.activities[1].lint_ok[0].rule"));
    faults_free(faults);
    free(content);
}

static void a_wording_shared_by_tiers_is_reported_once(void **state)
{
    (void)state;
    char *content = scratch_content("check-once");
    change_file(content, "feelings/strings/en.json", "\"word.sad\": \"sad\"",
                "\"word.sad\": \"calm down\"");
    Faults *faults = check(content, "");
    assert_int_equal(faults_count(faults), 1);
    faults_free(faults);
    free(content);
}

static void structure_is_checked_too(void **state)
{
    (void)state;
    char *content = scratch_content("check-structure");
    change_file(content, "feelings/module.json", "\"place\": \"tide-pools\"",
                "\"place\": \"moon\"");
    change_file(content, "feelings/module.json", "\"minutes\": 3", "\"minutes\": 9");
    put_file(content, "feelings/strings/en.json", "{");
    Faults *faults = check(content, "");
    assert_non_null(find_fault(faults, "json", NULL));
    assert_non_null(find_fault(faults, "long-activity", "$.activities[0].minutes"));
    const Fault *place = find_fault(faults, "unknown-picture", "$.place");
    assert_non_null(place);
    assert_int_equal(place->level, FAULT_WARNING);
    faults_free(faults);
    free(content);
}

static void english_words_must_be_there(void **state)
{
    (void)state;
    char *content = scratch_content("check-english");
    char *table = path_join(content, "feelings/strings/en.json");
    remove(table);
    Faults *faults = check(content, "");
    const Fault *fault = find_fault(faults, "missing-file", NULL);
    assert_non_null(fault);
    assert_string_equal(fault->file, table);
    faults_free(faults);
    free(table);
    free(content);
}

static void two_modules_cannot_share_a_code(void **state)
{
    (void)state;
    Text command;
    char *content = scratch_content("check-codes");
    text_init(&command);
    text_addf(&command, "cp -r '%s/feelings' '%s/zest'", content, content);
    assert_int_equal(system(command.bytes), 0);
    change_file(content, "zest/module.json", "\"id\": \"feelings\"", "\"id\": \"zest\"");
    Faults *faults = check(content, "");
    assert_int_equal(faults_count(faults), 1);
    const Fault *fault = find_fault(faults, "duplicate-id", "$.code");
    assert_non_null(fault);
    assert_non_null(strstr(fault->file, "zest/module.json"));
    faults_free(faults);
    text_clear(&command);
    free(content);
}

static void words_of_the_program_are_checked(void **state)
{
    (void)state;
    char *content = scratch_content("check-ui");
    change_file(content, "ui/strings/en.json", "\"Stop\"",
                "{\"t1\": \"Calm down\", \"any\": \"The abuser\"}");
    Faults *faults = check(content, "");
    assert_non_null(find_fault(faults, "G02", "$.strings[\"ui.stop\"].t1"));
    assert_non_null(find_fault(faults, "A13", "$.strings[\"ui.stop\"].any"));
    assert_int_equal(faults_count(faults), 2);
    faults_free(faults);
    free(content);
}

static void tiers_and_settings_have_names(void **state)
{
    (void)state;
    Tier tier;
    Setting setting;
    for (int i = 0; i < TIER_COUNT; i++) {
        assert_true(tier_parse(tier_limits((Tier)i)->id, &tier));
        assert_int_equal(tier, i);
        assert_true(tier_limits((Tier)i)->label[0] != '\0');
    }
    for (int i = 0; i < SETTING_COUNT; i++) {
        assert_true(setting_parse(setting_id((Setting)i), &setting));
        assert_int_equal(setting, i);
        assert_true(setting_label((Setting)i)[0] != '\0');
    }
    assert_false(tier_parse("t5", &tier) || tier_parse("", &tier) || setting_parse("t1", &setting));
    assert_int_equal(tier_limits(TIER_T1)->words_screen, 20);
    assert_int_equal(tier_limits(TIER_AD)->words_sentence, 22);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_content_is_clean_however_it_is_named),
        cmocka_unit_test(missing_things_are_faults),
        cmocka_unit_test(words_are_held_against_the_rules),
        cmocka_unit_test(a_rule_is_silent_where_it_was_accepted),
        cmocka_unit_test(a_wording_shared_by_tiers_is_reported_once),
        cmocka_unit_test(structure_is_checked_too),
        cmocka_unit_test(english_words_must_be_there),
        cmocka_unit_test(two_modules_cannot_share_a_code),
        cmocka_unit_test(words_of_the_program_are_checked),
        cmocka_unit_test(tiers_and_settings_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
