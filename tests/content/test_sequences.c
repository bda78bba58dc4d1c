/* Ready-made sequences: one change to a good one, and the fault it must give at its place. */
#include "content/fixture.h"

#include "content/fake_kinds.h"
#include "content/library.h"

#define FILE_NAME "sequences/two.json"

static const char good[] =
    "{\n  \"format\": 1,\n  \"id\": \"two\",\n  \"tiers\": [\"t2\"],\n  \"order\": \"fixed\",\n"
    "  \"setting\": \"room\",\n  \"gate\": \"open\",\n  \"steps\": [\n"
    "    { \"module\": \"feelings\", \"activity\": \"faces\" },\n"
    "    { \"module\": \"feelings\", \"activity\": \"tale\" }\n  ]\n}\n";

static const struct {
    const char *find, *put, *rule, *path;
} rows[] = {
    {"\"fixed\"", "\"free\"", NULL, NULL},
    {"\"fixed\"", "\"soon\"", "unknown-word", "$.order"},
    {"\"format\": 1", "\"format\": 7", "newer-format", "$.format"},
    {"\"order\"", "\"oder\"", "unknown-key", "$.oder"},
    {"\"id\": \"two\"", "\"id\": \"three\"", "file-name", "$.id"},
    {"\"tale\"", "\"tail\"", "unknown-step", "$.steps[1]"},
    {"{ \"module\": \"feelings\", \"activity\": \"tale\" }",
     "{ \"module\": \"felings\", \"activity\": \"tale\" }", "unknown-step", "$.steps[1]"},
    {"\"tale\"", "\"faces\"", "duplicate-id", "$.steps[1]"},
    {"[\"t2\"]", "[\"t2\", \"ad\"]", "tier-not-served", "$.steps[0]"},
    {"\"setting\": \"room\"", "\"setting\": \"home\"", "step-setting", "$.steps[1]"},
    {"\"gate\": \"open\"", "\"gate\": \"contact\"", "mixed-gates", "$.steps[0]"},
    {",\n    { \"module\": \"feelings\", \"activity\": \"tale\" }", "", "out-of-range", "$.steps"},
    {"\"room\"", "\"room\",", "json", NULL},
};

/* Its words are there, under the id of the file's name. */
static char *content_with(const char *sequence)
{
    char *content = scratch_content("sequences");
    char *folder = path_join(content, "sequences"), *file = path_join(content, FILE_NAME);
    assert_true(folder_make(folder, NULL));
    write_whole(file, sequence);
    change_file(
        content, "ui/strings/en.json", "\"ui.stop\": \"Stop\"",
        "\"ui.stop\": \"Stop\", \"ui.sequence.two\": \"Two\", \"ui.sequence.two.aim\": "
        "\"Two things.\", \"ui.sequence.two.pace\": \"One a day.\", \"ui.sequence.three\": "
        "\"Three\", \"ui.sequence.three.aim\": \"So.\", \"ui.sequence.three.pace\": \"So.\"");
    free(file);
    free(folder);
    return content;
}

static Faults *check(const char *content)
{
    Faults *faults = faults_new();
    content_check(content, fake_kinds, faults);
    return faults;
}

static void expect_row(size_t row)
{
    char *changed = replaced(good, rows[row].find, rows[row].put);
    char *content = content_with(changed);
    Faults *faults = check(content);
    bool found = rows[row].rule == NULL
                     ? faults_count(faults) == 0
                     : find_fault(faults, rows[row].rule, rows[row].path) != NULL;
    if (!found) {
        print_faults(faults);
        fail_msg("row %zu: %s", row, rows[row].put);
    }
    faults_free(faults);
    free(content);
    free(changed);
}

static void each_fault_is_found_at_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_row(i);
}

static void words_must_be_there(void **state)
{
    (void)state;
    char *content = content_with(good);
    change_file(content, "ui/strings/en.json", "\"ui.sequence.two.aim\": \"Two things.\", ", "");
    Faults *faults = check(content);
    assert_non_null(find_fault(faults, "unknown-sentence", "$.id"));
    faults_free(faults);
    free(content);
}

/* A broken one beside it takes nothing away, and the folder is no module. */
static void the_library_offers_those_that_can_be_read(void **state)
{
    (void)state;
    Error error = {0};
    Library *library;
    char *content = content_with(good), *other = path_join(content, "sequences/broken.json");
    write_whole(other, "{");
    assert_true(library_open(content, fake_kinds, "en", &library, &error));
    const SequenceSet *set = library_sequences(library);
    assert_int_equal(sequence_set_count(set), 1);
    const Sequence *two = sequence_set_at(set, 0);
    assert_string_equal(two->id, "two");
    assert_int_equal(two->order, SEQUENCE_FIXED);
    assert_int_equal(two->steps.count, 2);
    assert_int_equal(library_unavailable_count(library), 0);
    library_free(library);
    free(other);
    free(content);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fault_is_found_at_its_place),
        cmocka_unit_test(words_must_be_there),
        cmocka_unit_test(the_library_offers_those_that_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
