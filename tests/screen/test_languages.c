/* Everybody reads and hears their own language, the helper's pages stay in the helper's, and what a
 * language lacks is English. Two made-up languages stand for those that people speak. */
#include "proof/pseudo.h"
#include "screen/house.h"
#include "screen/printing.h"
#include "screen/sitting.h"
#include "screen/tongue.h"

#include "activity/kind.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Talk {
    House house;
    char content[256];
    Id child;
} Talk;

/* ---- a content folder in three languages ---- */

static void link_file(const char *from, const char *to, const char *name)
{
    char *source = path_join(from, name), *target = path_join(to, name);
    assert_int_equal(symlink(source, target), 0);
    free(source);
    free(target);
}

/* The English table in another language, "awaiting" review. */
static void add_table(const char *from, const char *strings, Pseudo pseudo)
{
    static const char mark[] = "\"direction\"";
    char name[32];
    char *english;
    size_t size;
    assert_true(file_read(from, 1 << 20, &english, &size, NULL));
    char *table = pseudo_table(pseudo, english);
    char *at = strstr(table, mark);
    Text text;
    text_init(&text);
    text_add_bytes(&text, table, (size_t)(at - table));
    text_addf(&text, "\"review\": \"awaiting\", %s", at);
    snprintf(name, sizeof name, "%s.json", pseudo_language(pseudo));
    char *path = path_join(strings, name);
    assert_true(file_write(path, text.bytes, text.length, NULL));
    free(path);
    text_clear(&text);
    free(table);
    free(english);
}

static bool is_translated(const char *module)
{
    return strcmp(module, "ui") == 0 || strcmp(module, "sitting") == 0 ||
           strcmp(module, "feelings") == 0;
}

static void copy_folder(const char *content, const char *module)
{
    char *from = path_join(COVE_SOURCE_DIR "/content", module), *to = path_join(content, module);
    char *from_strings = path_join(from, "strings"), *strings = path_join(to, "strings");
    char *english = path_join(from_strings, "en.json");
    assert_true(folder_make(strings, NULL));
    if (strcmp(module, "ui") != 0) {
        link_file(from, to, "module.json");
    }
    link_file(from_strings, strings, "en.json");
    if (is_translated(module)) {
        add_table(english, strings, PSEUDO_LONG);
        add_table(english, strings, PSEUDO_RTL);
    }
    free(english);
    free(strings);
    free(from_strings);
    free(to);
    free(from);
}

static bool open_languages(Talk *talk, const char *asked, const char *desktop, Error *error)
{
    const LibrarySetup setup = {.content = talk->content, .kinds = kinds_content()};
    const LanguageWish wish = {.asked = asked, .desktop = desktop};
    return tongue_open(&talk->house.cove, &setup, &wish, error);
}

static int open_talk(void **state)
{
    static const char *const modules[] = {"ui", "sitting", "feelings", "coping"};
    Talk *talk = calloc(1, sizeof *talk);
    snprintf(talk->content, sizeof talk->content, "%s/languages-XXXXXX", COVE_SCRATCH_DIR);
    assert_non_null(mkdtemp(talk->content));
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++) {
        copy_folder(talk->content, modules[i]);
    }
    house_open(&talk->house, talk->content, false, 1280, 720);
    library_free(talk->house.cove.library);
    assert_true(open_languages(talk, NULL, NULL, NULL));
    stage_touch(talk->house.stage);
    *state = talk;
    return 0;
}

static int close_talk(void **state)
{
    Talk *talk = *state;
    stage_free(talk->house.stage);
    talk->house.stage = NULL;
    cove_close(&talk->house.cove);
    tongue_close(&talk->house.cove);
    house_close(&talk->house);
    pseudo_remove(talk->content);
    free(talk);
    return 0;
}

/* ---- steps ---- */

static const Record *record_of(const Talk *talk)
{
    return keeper_record(talk->house.cove.keeper);
}

static Id family_id(const Talk *talk)
{
    return record_case_at(record_of(talk), 0)->id;
}

static void add_child(Talk *talk)
{
    talk->child = house_family(&talk->house, TIER_T3, "Ash");
}

/* On the helper's page of the child's settings. */
static void choose_for_child(Talk *talk, const char *language)
{
    House *house = &talk->house;
    stage_push(house->stage,
               screen_settings(&house->cove, house->stage, family_id(talk), talk->child));
    choose(house, language);
    stage_pop(house->stage);
    (void)stage_tree(house->stage);
}

static void set_child(Talk *talk, const char *language)
{
    Event event = {.type = EVENT_LANGUAGE, .person_id = talk->child};
    snprintf(event.language, sizeof event.language, "%s", language);
    assert_true(cove_keep(&talk->house.cove, &event, 1, NULL));
}

static const Assignment *given(const Talk *talk, const char *module)
{
    const Case *family = record_case_at(record_of(talk), 0);
    for (size_t i = 0; i < family->assignment_count; i++) {
        if (strcmp(family->assignments[i].module, module) == 0) {
            return &family->assignments[i];
        }
    }
    fail_msg("nothing of %s was given", module);
    return NULL;
}

static void play(Talk *talk, const char *module)
{
    House *house = &talk->house;
    sitting_begin(&house->cove, house->stage, family_id(talk), talk->child, SETTING_ROOM);
    const Sitting *sitting = record_sitting_open(record_of(talk));
    const PlayRecord *arriving = record_play_open(record_of(talk), sitting);
    sitting_play_over(&house->cove, house->stage, arriving->id, ENDING_LEFT);
    sitting_play(&house->cove, house->stage, record_sitting_open(record_of(talk))->id,
                 given(talk, module)->id);
    expect_screen(house, "play");
}

static const PlayRecord *last_play(const Talk *talk)
{
    return record_play_open(record_of(talk), record_sitting_open(record_of(talk)));
}

static const Node *page_of(Talk *talk)
{
    return tree_find_key(stage_tree(talk->house.stage), "page");
}

/* ---- tests ---- */

static void the_helper_chooses_and_the_person_reads(void **state)
{
    Talk *talk = *state;
    add_child(talk);
    choose_for_child(talk, "qpr");
    assert_string_equal(record_language(record_of(talk), talk->child), "qpr");
    assert_string_equal(tongue_of(&talk->house.cove, (Id){""}), "en");
    play(talk, "feelings");
    assert_true(stage_tree(talk->house.stage)->rtl);
    assert_string_equal(strings_language(library_ui(talk->house.cove.library)), "qpr");
    assert_string_equal(last_play(talk)->language, "qpr");
    assert_true(page_of(talk)->rtl);
    expect_no_text(&talk->house, "\"Skip\"");
}

/* What was played is frozen in its own words: another language is another text. */
static void what_is_given_and_played_has_the_words_of_the_language(void **state)
{
    Talk *talk = *state;
    add_child(talk);
    set_child(talk, "qps");
    const Library *own = tongue_library(&talk->house.cove, talk->child);
    const Library *english = tongue_library(&talk->house.cove, (Id){""});
    Digest theirs = library_digest(own, library_module(own, "feelings"));
    Digest others = library_digest(english, library_module(english, "feelings"));
    assert_string_not_equal(theirs.text, others.text);
    play(talk, "feelings");
    assert_string_equal(last_play(talk)->digest.text, theirs.text);
    assert_non_null(strstr(record_content(record_of(talk), &theirs), "\"qps\""));
}

static void a_module_without_the_language_is_english_on_its_page_alone(void **state)
{
    Talk *talk = *state;
    add_child(talk);
    set_child(talk, "qpr");
    play(talk, "coping");
    assert_true(stage_tree(talk->house.stage)->rtl);
    assert_false(page_of(talk)->rtl);
    assert_string_equal(node_language(page_of(talk)), "en");
    assert_string_equal(last_play(talk)->language, "en");
    expect_text(&talk->house, "\"Skip\"");
    expect_no_text(&talk->house, "\"Stop\"");
}

/* The helper may look for what is there in the person's language alone. */
static void assigning_can_be_narrowed_to_the_language(void **state)
{
    Talk *talk = *state;
    House *house = &talk->house;
    add_child(talk);
    set_child(talk, "qpr");
    stage_push(house->stage,
               screen_helper_assign(&house->cove, house->stage, family_id(talk), talk->child));
    expect_text(house, "Flower and candle");
    press(house, "Narrow it down");
    choose(house, "Only what is in their language");
    expect_text(house, "Narrowed by 1 choice");
    expect_text(house, "Inside weather");
    expect_no_text(house, "Flower and candle");
}

static void a_voice_is_asked_for_in_the_language_of_what_is_said(void **state)
{
    static const char *const modules[] = {"feelings", "coping"}, *const expected[] = {"qpr", "en"};
    Talk *talk = *state;
    add_child(talk);
    set_child(talk, "qpr");
    play(talk, modules[0]);
    for (int i = 0; i < 2; i++) {
        Effect effects[64];
        (void)stage_take_effects(talk->house.stage, effects, 64);
        press(&talk->house, tree_find_verb(stage_tree(talk->house.stage), "hear", "")->name);
        size_t count = stage_take_effects(talk->house.stage, effects, 64), said = 0;
        for (size_t e = 0; e < count; e++) {
            if (effects[e].type == EFFECT_SAY && strcmp(effects[e].key, "guide") == 0) {
                assert_string_equal(effects[e].language, expected[i]);
                said++;
            }
        }
        assert_true(said > 0);
        if (i == 0) {
            sitting_play_over(&talk->house.cove, talk->house.stage, last_play(talk)->id,
                              ENDING_LEFT);
            sitting_play(&talk->house.cove, talk->house.stage,
                         record_sitting_open(record_of(talk))->id, given(talk, modules[1])->id);
        }
    }
}

/* Years later: the words as they were, the helper's own around them. */
static void looking_back_keeps_the_words_and_the_helpers_language(void **state)
{
    Talk *talk = *state;
    add_child(talk);
    set_child(talk, "qpr");
    play(talk, "feelings");
    Id played = last_play(talk)->id;
    sitting_play_over(&talk->house.cove, talk->house.stage, played, ENDING_STOPPED);
    set_child(talk, "en");
    stage_clear_to(talk->house.stage,
                   screen_helper_replay(&talk->house.cove, talk->house.stage, played));
    expect_text(&talk->house, "Before the first step");
    assert_false(stage_tree(talk->house.stage)->rtl);
    assert_true(page_of(talk)->rtl);
    assert_string_equal(node_language(page_of(talk)), "qpr");
}

static void the_assign_page_says_what_is_english_and_what_awaits_review(void **state)
{
    Talk *talk = *state;
    add_child(talk);
    House *house = &talk->house;
    stage_push(house->stage,
               screen_helper_assign(&house->cove, house->stage, family_id(talk), talk->child));
    expect_no_text(house, "In English");
    expect_no_text(house, "not yet reviewed");
    set_child(talk, "qps");
    stage_touch(house->stage);
    expect_text(house, "In English: not there yet in qps.");
    expect_text(house, "qps: wording not yet reviewed by a native clinician.");
}

static bool has_letters_of_rtl(const Paper *paper)
{
    bool any = strpbrk(paper->foot, "\xD7\xD8\xD9") != NULL;
    for (size_t i = 0; i < paper->count; i++) {
        const char *words = paper->blocks[i].words;
        any = any || (words && strpbrk(words, "\xD7\xD8\xD9"));
    }
    return any;
}

/* Where the module is English, what the program says on its sheet is too. */
static void a_sheet_is_in_one_language(void **state)
{
    Talk *talk = *state;
    static const struct {
        const char *module, *activity;
        bool rtl;
    } rows[] = {{"feelings", "cloud", true}, {"coping", "rate", false}};
    add_child(talk);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        PrintWish wish = {.family = family_id(talk),
                          .person = talk->child,
                          .setting = SETTING_ROOM,
                          .tier = TIER_T3,
                          .language = "qpr"};
        snprintf(wish.module, sizeof wish.module, "%s", rows[i].module);
        snprintf(wish.activity, sizeof wish.activity, "%s", rows[i].activity);
        Paper paper = {.arena = arena_new()};
        assert_true(printing_activity(&talk->house.cove, &wish, &paper, NULL));
        assert_string_equal(paper.language, rows[i].rtl ? "qpr" : "en");
        assert_int_equal(paper.rtl, rows[i].rtl);
        assert_int_equal(has_letters_of_rtl(&paper), rows[i].rtl);
        arena_free(paper.arena);
    }
}

static void the_program_has_a_language_of_its_own(void **state)
{
    static const struct {
        const char *asked, *desktop, *helper, *language;
    } rows[] = {
        {NULL, NULL, NULL, "en"},
        {NULL, "de_DE.UTF-8", NULL, "en"},
        {NULL, "C", NULL, "en"},
        {NULL, "", NULL, "en"},
        {NULL, "qps_XX.UTF-8", NULL, "qps"},
        {NULL, "qps", "qpr", "qpr"},
        {"en", "qps", "qpr", "en"},
        {"qps", NULL, NULL, "qps"},
        {NULL, "qps", "gone", "qps"},
    };
    Talk *talk = *state;
    add_child(talk);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tongue_close(&talk->house.cove);
        assert_true(open_languages(talk, rows[i].asked, rows[i].desktop, NULL));
        Event event = {.type = EVENT_LANGUAGE};
        snprintf(event.language, sizeof event.language, "%s",
                 rows[i].helper ? rows[i].helper : "none");
        assert_true(cove_keep(&talk->house.cove, &event, 1, NULL));
        assert_string_equal(tongue_of(&talk->house.cove, (Id){""}), rows[i].language);
        assert_string_equal(tongue_of(&talk->house.cove, talk->child), rows[i].language);
    }
    stage_touch(talk->house.stage);
}

static void a_language_that_is_not_there_is_refused(void **state)
{
    Talk *talk = *state;
    Error error = {0};
    Languages *none = NULL;
    const LibrarySetup setup = {.content = talk->content, .kinds = kinds_content()};
    assert_false(languages_open(&setup, &(LanguageWish){.asked = "xx"}, &none, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_string_equal(error.sentence,
                        "There are no words in \"xx\" here: choose one of en, qpr, qps.");
    assert_null(none);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_talk, close_talk)
    const struct CMUnitTest tests[] = {
        TEST(the_helper_chooses_and_the_person_reads),
        TEST(what_is_given_and_played_has_the_words_of_the_language),
        TEST(a_module_without_the_language_is_english_on_its_page_alone),
        TEST(assigning_can_be_narrowed_to_the_language),
        TEST(a_voice_is_asked_for_in_the_language_of_what_is_said),
        TEST(looking_back_keeps_the_words_and_the_helpers_language),
        TEST(the_assign_page_says_what_is_english_and_what_awaits_review),
        TEST(a_sheet_is_in_one_language),
        TEST(the_program_has_a_language_of_its_own),
        TEST(a_language_that_is_not_there_is_refused),
    };
    return cmocka_run_group_tests_name("languages", tests, NULL, NULL);
}
