/* The library: order, what is unavailable and why, own pictures, frozen modules, speed. */
#include "content/fixture.h"

#include "content/fake_kinds.h"
#include "content/library.h"

#include <time.h>

static Library *open_library(const char *folder, const char *language)
{
    Library *library = NULL;
    Error error = {0};
    if (!library_open(folder, fake_kinds, language, &library, &error))
        fail_msg("%s: %s", error.place, error.sentence);
    return library;
}

static void the_good_module_is_there(void **state)
{
    (void)state;
    Library *library = open_library(GOOD, "en");
    assert_int_equal(library_count(library), 1);
    assert_int_equal(library_unavailable_count(library), 0);
    const Module *module = library_module(library, "feelings");
    assert_ptr_equal(module, library_at(library, 0));
    assert_string_equal(module->code, "M01");
    assert_string_equal(module->folder, "feelings");
    assert_int_equal(module->version, 3);
    assert_int_equal(module->audience, AUDIENCE_CHILD);
    assert_int_equal(module->stage, STAGE_COMMITMENT);
    assert_int_equal(module->gate, GATE_ASSENT);
    assert_string_equal(module->goals[TIER_T3], "module.goal");
    assert_null(module->goals[TIER_AD]);
    assert_int_equal(strlen(library_digest(library, module).text), DIGEST_LENGTH);
    assert_string_equal(strings_get(library_ui(library), "ui.stop", TIER_T1), "Stop");
    assert_null(library_module(library, "nothing"));
    library_free(library);
}

static void activities_and_pages_are_read(void **state)
{
    (void)state;
    Library *library = open_library(GOOD, "en");
    const Module *module = library_at(library, 0);
    const Activity *faces = module_activity(module, "faces");
    const Activity *tale = module_activity(module, "tale");
    assert_null(module_activity(module, "tail"));
    assert_int_equal(faces->tiers, 1u << TIER_T1 | 1u << TIER_T2);
    assert_int_equal(faces->settings, 1u << SETTING_ROOM | 1u << SETTING_HOME);
    assert_int_equal(faces->adult->prompts.count, 2);
    assert_string_equal(((const LintOk *)tale->lint_ok.items)[0].rule, "G07");
    const FakeCheck *now = (const FakeCheck *)(const void *)activity_page(faces, "now");
    assert_int_equal(now->page.tiers, faces->tiers); /* as wide as its activity, not wider */
    assert_int_equal(now->words.count, 3);
    assert_int_equal(now->most, 2);
    assert_true(now->size && !now->own);
    const FakeOption *words = now->words.items;
    assert_string_equal(words[0].picture, "face/happy");
    assert_int_equal(words[0].tiers, TIER_SET_ALL);
    assert_int_equal(words[2].tiers, 1u << TIER_T2);
    assert_null(words[2].picture);
    assert_int_equal(tale->pages.count, 3);
    assert_null(activity_page(tale, "none"));
    library_free(library);
}

static void own_pictures_carry_the_module(void **state)
{
    (void)state;
    Library *library = open_library(GOOD, "en");
    const Module *module = library_at(library, 0);
    assert_string_equal(module_activity(module, "tale")->picture, "feelings:own/star");
    assert_string_equal(module_activity(module, "faces")->picture, "face/happy");
    library_free(library);
}

static void language_falls_back_to_english(void **state)
{
    (void)state;
    Library *arabic = open_library(GOOD, "ar"), *german = open_library(GOOD, "de");
    const Strings *words = library_strings(arabic, library_at(arabic, 0));
    assert_string_equal(strings_language(words), "ar");
    assert_int_equal(strings_direction(words), DIRECTION_RTL);
    assert_string_equal(strings_language(library_ui(arabic)), "en");
    assert_string_equal(strings_language(library_strings(german, library_at(german, 0))), "en");
    library_free(german);
    library_free(arabic);
}

static void missing_folder_is_an_error(void **state)
{
    (void)state;
    Library *library = NULL;
    Error error = {0};
    assert_false(library_open(DATA "nowhere", fake_kinds, "en", &library, &error));
    assert_int_equal(error.code, ERROR_MISSING);
    assert_non_null(strstr(error.place, "nowhere"));
    assert_null(library);
}

static void broken_modules_take_no_other_down(void **state)
{
    (void)state;
    char *content = scratch_content("library-broken");
    Text command;
    text_init(&command);
    text_addf(&command, "cp -r '%s/feelings' '%s/broken' && mkdir '%s/empty'", content, content,
              content);
    assert_int_equal(system(command.bytes), 0);
    Library *library = open_library(content, "en");
    assert_int_equal(library_count(library), 1);
    assert_int_equal(library_unavailable_count(library), 2);
    assert_string_equal(library_unavailable(library, 0)->folder, "broken");
    assert_non_null(find_fault(library_unavailable(library, 0)->faults, "folder-name", "$.id"));
    assert_string_equal(library_unavailable(library, 1)->folder, "empty");
    assert_non_null(find_fault(library_unavailable(library, 1)->faults, "missing-file", NULL));
    library_free(library);
    text_clear(&command);
    free(content);
}

static void a_missing_table_is_reported_beside_other_faults(void **state)
{
    (void)state;
    char *content = scratch_content("library-no-words");
    change_file(content, "feelings/module.json", "\"version\": 3", "\"version\": -3");
    char *table = path_join(content, "feelings/strings/en.json");
    remove(table);
    Library *library = open_library(content, "en");
    assert_int_equal(library_unavailable_count(library), 1);
    const Faults *faults = library_unavailable(library, 0)->faults;
    assert_non_null(find_fault(faults, "missing-file", NULL));
    assert_non_null(find_fault(faults, "out-of-range", "$.version"));
    library_free(library);
    free(table);
    free(content);
}

static void broken_words_of_the_program_leave_an_empty_table(void **state)
{
    (void)state;
    char *content = scratch_content("library-ui");
    put_file(content, "ui/strings/en.json", "{");
    Library *library = open_library(content, "en");
    assert_int_equal(library_count(library), 1);
    assert_string_equal(library_unavailable(library, 0)->folder, "ui");
    assert_null(strings_get(library_ui(library), "ui.stop", TIER_T1));
    library_free(library);
    free(content);
}

static void frozen_modules_keep_digest_and_words(void **state)
{
    (void)state;
    static const char *const languages[] = {"en", "ar"};
    for (size_t i = 0; i < 2; i++) {
        Error error = {0};
        Library *library = open_library(GOOD, languages[i]);
        const Module *module = library_at(library, 0);
        char *text = library_freeze(library, module);
        FrozenModule *frozen = library_thaw(text, strlen(text), fake_kinds, &error);
        assert_non_null(frozen);
        assert_string_equal(frozen_digest(frozen).text, library_digest(library, module).text);
        assert_string_equal(
            strings_plural(frozen_strings(frozen), "tale.young", TIER_T2, 2),
            strings_plural(library_strings(library, module), "tale.young", TIER_T2, 2));
        assert_string_equal(module_activity(frozen_module(frozen), "tale")->picture,
                            "feelings:own/star");
        frozen_free(frozen);
        free(text);
        library_free(library);
    }
}

static void digest_follows_every_word(void **state)
{
    (void)state;
    char *content = scratch_content("library-digest");
    Library *before = open_library(content, "en");
    const Digest first = library_digest(before, library_at(before, 0));
    library_free(before);
    change_file(content, "feelings/strings/en.json", "\"sad\"", "\"very sad\"");
    Library *after = open_library(content, "en");
    assert_string_not_equal(first.text, library_digest(after, library_at(after, 0)).text);
    Library *arabic = open_library(GOOD, "ar");
    assert_string_not_equal(first.text, library_digest(arabic, library_at(arabic, 0)).text);
    library_free(arabic);
    library_free(after);
    free(content);
}

static void broken_frozen_text_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        ErrorCode code;
    } rows[] = {
        {"", ERROR_JSON},
        {"{}", ERROR_CONTENT},
        {"[]", ERROR_CONTENT},
        {"{\"module\":\"{}\"}", ERROR_CONTENT},
        {"{\"module\":3,\"strings\":{\"en\":\"{}\"}}", ERROR_CONTENT},
        {"{\"module\":\"{}\",\"strings\":[\"{}\"]}", ERROR_CONTENT},
        {"{\"module\":\"{}\",\"strings\":{\"en\":\"{}\"},\"pictures\":4}", ERROR_CONTENT},
        {"{\"module\":\"{\\\"format\\\":7}\",\"strings\":{\"en\":\"{}\"}}", ERROR_NEWER},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Error error = {0};
        assert_null(library_thaw(rows[i].text, strlen(rows[i].text), fake_kinds, &error));
        assert_int_equal(error.code, rows[i].code);
        assert_true(error.sentence[0] != '\0');
    }
}

static void make_modules(const char *content, size_t count)
{
    size_t size;
    char *module = read_whole(GOOD "/feelings/module.json", &size);
    char *words = read_whole(GOOD "/feelings/strings/en.json", &size);
    char *shared = replaced(module, "own/star", "face/happy");
    for (size_t i = 0; i < count; i++) {
        char id[64], file[128];
        snprintf(id, sizeof id, "\"id\": \"m%04zu\"", i);
        char *one = replaced(shared, "\"id\": \"feelings\"", id);
        snprintf(file, sizeof file, "%s/m%04zu/strings", content, i);
        assert_true(folder_make(file, NULL));
        snprintf(file, sizeof file, "%s/m%04zu/module.json", content, i);
        FILE *out = fopen(file, "w");
        fputs(one, out);
        fclose(out);
        snprintf(file, sizeof file, "%s/m%04zu/strings/en.json", content, i);
        out = fopen(file, "w");
        fputs(words, out);
        fclose(out);
        free(one);
    }
    free(shared);
    free(words);
    free(module);
}

static void a_thousand_modules_open_fast(void **state)
{
    (void)state;
    struct timespec start, end;
    char *content = scratch("thousand");
    make_modules(content, 1000);
    clock_gettime(CLOCK_MONOTONIC, &start);
    Library *library = open_library(content, "en");
    clock_gettime(CLOCK_MONOTONIC, &end);
    double ms =
        (double)(end.tv_sec - start.tv_sec) * 1e3 + (double)(end.tv_nsec - start.tv_nsec) / 1e6;
    print_message("1,000 modules in %.0f ms\n", ms);
    assert_int_equal(library_count(library), 1000);
    assert_true(ms < 20000); /* also under the sanitizers on a slow machine */
    for (size_t i = 1; i < 1000; i++)
        assert_true(strcmp(library_at(library, i - 1)->id, library_at(library, i)->id) < 0);
    library_free(library);
    free(scratch("thousand"));
    free(content);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_good_module_is_there),
        cmocka_unit_test(activities_and_pages_are_read),
        cmocka_unit_test(own_pictures_carry_the_module),
        cmocka_unit_test(language_falls_back_to_english),
        cmocka_unit_test(missing_folder_is_an_error),
        cmocka_unit_test(broken_modules_take_no_other_down),
        cmocka_unit_test(a_missing_table_is_reported_beside_other_faults),
        cmocka_unit_test(broken_words_of_the_program_leave_an_empty_table),
        cmocka_unit_test(frozen_modules_keep_digest_and_words),
        cmocka_unit_test(digest_follows_every_word),
        cmocka_unit_test(broken_frozen_text_is_refused),
        cmocka_unit_test(a_thousand_modules_open_fast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
