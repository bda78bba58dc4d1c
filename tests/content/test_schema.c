/* The published schema and documents are made from the loader's tables and cannot disagree. */
#include "content/fixture.h"

#include "base/json.h"
#include "content/fake_kinds.h"
#include "content/library.h"
#include "content/published.h"

static Json *parsed(char *text)
{
    Json *json = NULL;
    Error error = {0};
    if (!json_parse(text, strlen(text), "schema", &json, &error))
        fail_msg("%s: %s", error.place, error.sentence);
    free(text);
    return json;
}

static const Json *at(const Json *json, const char *const *keys)
{
    for (; *keys != NULL; keys++) {
        json = json_get(json, *keys);
        if (json == NULL)
            fail_msg("no %s", *keys);
    }
    return json;
}

#define AT(json, ...) at(json, (const char *const[]){__VA_ARGS__, NULL})

static void module_schema_follows_the_kinds(void **state)
{
    (void)state;
    Json *schema = parsed(schema_module(fake_kinds));
    const Json *activity = AT(schema, "properties", "activities", "items");
    assert_int_equal(json_count(AT(activity, "properties", "kind", "enum")), 3);
    assert_int_equal(json_count(AT(activity, "allOf")), 3);
    assert_int_equal(json_count(json_get(schema, "$defs")), 3);
    const Json *page = AT(schema, "$defs", "page_feelings_check");
    assert_int_equal(json_count(AT(page, "properties")),
                     9); /* a remark, four of every page, four own */
    int64_t most;
    assert_true(json_integer(AT(page, "properties", "most", "maximum"), &most));
    assert_int_equal(most, 3);
    json_free(schema);
}

static void schema_without_kinds_is_a_schema(void **state)
{
    (void)state;
    static const KindContent *const none[] = {NULL};
    Json *schema = parsed(schema_module(none));
    assert_string_equal(json_string(AT(schema, "type")), "object");
    json_free(schema);
}

static void strings_schema_is_as_published(void **state)
{
    (void)state;
    size_t size;
    char *made = schema_strings();
    char *kept = read_whole(COVE_SOURCE_DIR "/content/schema/strings.schema.json", &size);
    assert_true(strncmp(kept, made, strlen(made)) == 0);
    free(kept);
    free(made);
}

static void example_of_the_documents_is_clean(void **state)
{
    (void)state;
    assert_true(published_example_is_clean(COVE_SOURCE_DIR, fake_kinds));
}

static void module_keys_of_the_documents_are_true(void **state)
{
    (void)state;
    size_t size;
    char *docs = read_whole(COVE_SOURCE_DIR "/docs/content-format.md", &size);
    char *made = docs_module();
    assert_non_null(strstr(docs, made));
    free(made);
    free(docs);
}

/* Every rule that the table of broken inputs knows is explained. */
static void every_rule_is_documented(void **state)
{
    (void)state;
    size_t size;
    char *docs = read_whole(COVE_SOURCE_DIR "/docs/content-format.md", &size);
    Json *rows = parsed(read_whole(DATA "broken/rows.json", &size));
    const Json *row = json_first(json_get(rows, "rows"));
    for (; row != NULL; row = json_next(row)) {
        char cell[64];
        const char *rule = json_string(json_get(row, "rule"));
        snprintf(cell, sizeof cell, "| `%s` |", rule);
        if (strcmp(rule, "unknown-page") != 0 && strstr(docs, cell) == NULL)
            fail_msg("docs/content-format.md does not explain %s", rule);
    }
    json_free(rows);
    free(docs);
}

static void a_stale_file_is_noticed(void **state)
{
    (void)state;
    static const KindContent *const fewer[] = {NULL};
    char *root = scratch("published");
    char *docs = path_join(root, "docs/content-format.md"), *folder = path_join(root, "docs");
    assert_true(folder_make(folder, NULL));
    write_whole(docs, "# x\n<!-- begin: keys -->\n<!-- end: keys -->\n"
                      "<!-- begin: kinds -->\nold\n<!-- end: kinds -->\n"
                      "<!-- begin: rules -->\n<!-- end: rules -->\n");
    const bool publishing = getenv("COVE_PUBLISH") != NULL;
    setenv("COVE_PUBLISH", "1", 1);
    assert_true(published_agrees(root, fake_kinds));
    unsetenv("COVE_PUBLISH");
    assert_true(published_agrees(root, fake_kinds));
    assert_false(published_agrees(root, fewer));
    if (publishing)
        setenv("COVE_PUBLISH", "1", 1);
    free(folder);
    free(docs);
    free(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(module_schema_follows_the_kinds),
        cmocka_unit_test(schema_without_kinds_is_a_schema),
        cmocka_unit_test(strings_schema_is_as_published),
        cmocka_unit_test(example_of_the_documents_is_clean),
        cmocka_unit_test(module_keys_of_the_documents_are_true),
        cmocka_unit_test(every_rule_is_documented),
        cmocka_unit_test(a_stale_file_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
