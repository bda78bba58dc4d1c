/* A table of broken modules and string tables (tests/data/content/broken/rows.json), each with the
 * exact file, path and rule of the fault it must give. */
#include "content/fixture.h"

#include "base/json.h"
#include "content/fake_kinds.h"
#include "content/loaded.h"

typedef struct Row {
    const char *name, *in, *find, *put, *at, *path, *rule;
    FaultLevel level;
    bool more;
} Row;

static const char *text_of(const Json *json, const char *key, const char *otherwise)
{
    const Json *member = json_get(json, key);
    return member != NULL ? json_string(member) : otherwise;
}

static Row row_of(const Json *json)
{
    Row row = {.name = text_of(json, "name", NULL), .in = text_of(json, "in", NULL)};
    row.find = text_of(json, "find", NULL);
    row.put = text_of(json, "put", NULL);
    row.at = text_of(json, "at", row.in);
    row.path = text_of(json, "path", NULL);
    row.rule = text_of(json, "rule", NULL);
    row.level = json_get(json, "level") != NULL ? FAULT_WARNING : FAULT_ERROR;
    if (json_get(json, "more") != NULL)
        json_bool(json_get(json, "more"), &row.more);
    return row;
}

static Loaded *load(char *module, char *strings, Faults *faults)
{
    Pictures shared = {0};
    ModuleText text = {.module = {module, strlen(module)}, .strings = {strings, strlen(strings)}};
    text.language = memory_copy_string("en");
    pictures_list(GOOD "/feelings/pictures", &text.own);
    pictures_list(DATA "assets/pictures", &shared);
    const LoadPlace place = {"module.json", "strings/en.json", "feelings", &shared};
    Loaded *loaded = loaded_new(&text, &place, fake_kinds, faults);
    pictures_clear(&shared);
    return loaded;
}

static char *file_for(const Row *row, const char *which, const char *path)
{
    size_t size;
    char *good = read_whole(path, &size);
    if (row == NULL || strcmp(row->in, which) != 0)
        return good;
    char *broken = replaced(good, row->find, row->put);
    free(good);
    return broken;
}

static Loaded *load_row(const Row *row, Faults *faults)
{
    return load(file_for(row, "module", GOOD "/feelings/module.json"),
                file_for(row, "strings", GOOD "/feelings/strings/en.json"), faults);
}

static bool as_expected(const Row *row, const Faults *faults)
{
    const char *file = strcmp(row->at, "module") == 0 ? "module.json" : "strings/en.json";
    const bool any = strcmp(row->path, "*") == 0;
    const Fault *fault = find_fault(faults, row->rule, any ? NULL : row->path);
    if (fault == NULL || strcmp(fault->file, file) != 0 || fault->level != row->level)
        return false;
    return fault->remedy[0] != '\0' && (row->more || faults_count(faults) == 1);
}

static bool try_row(const Row *row)
{
    Faults *faults = faults_new();
    Loaded *loaded = load_row(row, faults);
    bool good = as_expected(row, faults) && (loaded != NULL) == (row->level == FAULT_WARNING);
    if (!good) {
        print_message("%s: wanted %s [%s]\n", row->name, row->path, row->rule);
        print_faults(faults);
    }
    loaded_free(loaded);
    faults_free(faults);
    return good;
}

static void every_row_gives_its_fault(void **state)
{
    (void)state;
    size_t size, count = 0, bad = 0;
    Json *json = NULL;
    char *bytes = read_whole(DATA "broken/rows.json", &size);
    assert_true(json_parse(bytes, size, "rows.json", &json, NULL));
    const Json *entry = json_first(json_get(json, "rows"));
    for (; entry != NULL; entry = json_next(entry), count++) {
        const Row row = row_of(entry);
        bad += !try_row(&row);
    }
    json_free(json);
    free(bytes);
    assert_true(count >= 60);
    assert_int_equal(bad, 0);
}

static void the_good_module_has_no_fault(void **state)
{
    (void)state;
    Faults *faults = faults_new();
    Loaded *loaded = load_row(NULL, faults);
    print_faults(faults);
    assert_non_null(loaded);
    assert_int_equal(faults_count(faults), 0);
    loaded_free(loaded);
    faults_free(faults);
}

static Loaded *load_remarked(const char *find, const char *put, const char *find_words,
                             const char *put_words, Faults *faults)
{
    size_t size;
    char *module = read_whole(GOOD "/feelings/module.json", &size);
    char *words = read_whole(GOOD "/feelings/strings/en.json", &size);
    Loaded *loaded =
        load(replaced(module, find, put), replaced(words, find_words, put_words), faults);
    free(words);
    free(module);
    return loaded;
}

/* In the module, its goals, a page; among the sentences, in a wording and in a plural. */
static void remarks_are_read_over(void **state)
{
    static const char *const places[][4] = {
        {"\"title\": \"module.title\"", "\"//\": \"a {brace\", \"title\": \"module.title\"",
         "\"tale.start\"", "\"//\": \"why\", \"tale.start\""},
        {"\"goals\": {", "\"goals\": { \"//\": \"why\",", "{ \"t3\": \"The tide",
         "{ \"//\": \"why\", \"t3\": \"The tide"},
        {"\"text\": \"faces.now\"", "\"//\": \"why\", \"text\": \"faces.now\"",
         "{ \"one\": \"It saw", "{ \"//\": \"why\", \"one\": \"It saw"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        Faults *faults = faults_new();
        Loaded *loaded =
            load_remarked(places[i][0], places[i][1], places[i][2], places[i][3], faults);
        print_faults(faults);
        assert_non_null(loaded);
        assert_int_equal(faults_count(faults), 0);
        assert_false(strings_has(loaded->strings, "//", TIER_T2));
        loaded_free(loaded);
        faults_free(faults);
    }
}

static void all_faults_of_a_file_are_reported(void **state)
{
    (void)state;
    size_t size;
    Faults *faults = faults_new();
    char *good = read_whole(GOOD "/feelings/module.json", &size);
    char *one = replaced(good, "\"version\": 3", "\"version\": \"3\"");
    char *two = replaced(one, "\"minutes\": 5", "\"minutes\": 500");
    char *three = replaced(two, "\"text\": \"faces.now\"", "\"text\": \"faces.know\"");
    char *four = replaced(three, "\"face/sad\"", "\"face/sat\"");
    loaded_free(load(four, read_whole(GOOD "/feelings/strings/en.json", &size), faults));
    assert_non_null(find_fault(faults, "wrong-type", "$.version"));
    assert_non_null(find_fault(faults, "out-of-range", "$.activities[1].minutes"));
    assert_non_null(find_fault(faults, "unknown-sentence", "$.activities[0].pages[0].text"));
    assert_non_null(
        find_fault(faults, "unknown-picture", "$.activities[0].pages[0].words[1].picture"));
    assert_int_equal(faults_count(faults), 4);
    free(three);
    free(two);
    free(one);
    free(good);
    faults_free(faults);
}

static void broken_bytes_are_refused(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "3",
        "\"x\"",
        "{}",
        "\xEF\xBB\xBF{}",
        "{\"format\":1}x",
        "{\"format\": 01}",
        "{\"id\": \"\xC3\x28\"}",
        "{\"id\": \"\\ud800\"}",
        "{'id': 1}",
        "{\"activities\": [null, 1, {}]}",
        "{\"activities\": [{\"pages\": [{}], \"kind\": 4}]}",
        "{\"activities\": [{\"pages\": [{}], \"kind\": \"sort_cards\"}]}",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Faults *faults = faults_new();
        assert_null(load(memory_copy_string(rows[i]), memory_copy_string(rows[i]), faults));
        assert_true(faults_errors(faults) >= 2);
        faults_free(faults);
    }
}

static void nearest_key_is_suggested(void **state)
{
    (void)state;
    const Row row = {
        .in = "module", .find = "\"picture\": \"own/star\"", .put = "\"picure\": \"own/star\""};
    Faults *faults = faults_new();
    loaded_free(load_row(&row, faults));
    const Fault *fault = find_fault(faults, "unknown-key", "$.activities[1].picure");
    assert_non_null(fault);
    assert_non_null(strstr(fault->remedy, "Did you mean \"picture\"?"));
    faults_free(faults);
}

static void allowed_words_are_listed(void **state)
{
    (void)state;
    const Row row = {
        .in = "module", .find = "\"stage\": \"commitment\"", .put = "\"stage\": \"begin\""};
    Faults *faults = faults_new();
    loaded_free(load_row(&row, faults));
    const Fault *fault = find_fault(faults, "unknown-word", "$.stage");
    assert_non_null(fault);
    assert_non_null(strstr(fault->remedy, "commitment, process, change, termination"));
    faults_free(faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_good_module_has_no_fault),
        cmocka_unit_test(every_row_gives_its_fault),
        cmocka_unit_test(remarks_are_read_over),
        cmocka_unit_test(all_faults_of_a_file_are_reported),
        cmocka_unit_test(broken_bytes_are_refused),
        cmocka_unit_test(nearest_key_is_suggested),
        cmocka_unit_test(allowed_words_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
