/* The program's word rules: each catches its own bad example and lets its good one pass. */
#include "content/fixture.h"

#include "content/lint.h"

static char *rules_text(size_t *size)
{
    return read_whole(COVE_SOURCE_DIR "/content/rules/language-lint.json", size);
}

static Lint *rules(void)
{
    size_t size;
    Faults *faults = faults_new();
    char *bytes = rules_text(&size);
    Lint *lint = lint_new(bytes, size, "language-lint.json", faults);
    print_faults(faults);
    assert_int_equal(faults_count(faults), 0);
    assert_non_null(lint);
    faults_free(faults);
    free(bytes);
    return lint;
}

static void every_rule_catches_and_allows(void **state)
{
    (void)state;
    Lint *lint = rules();
    LintHit hit;
    assert_true(lint_count(lint) >= 70);
    for (size_t i = 0; i < lint_count(lint); i++) {
        const LintRule *rule = lint_rule(lint, i);
        if (!lint_matches(lint, i, rule->bad, &hit) || lint_matches(lint, i, rule->ok, &hit))
            fail_msg("rule %s", rule->id);
    }
    lint_free(lint);
}

typedef struct Hits {
    char ids[64];
    size_t length;
} Hits;

static void take(void *context, const LintHit *hit)
{
    Hits *hits = context;
    hits->length += (size_t)snprintf(hits->ids + hits->length, sizeof hits->ids - hits->length,
                                     "%s:%.*s ", hit->rule->id, (int)hit->length, hit->start);
}

static const struct {
    LintScope scope;
    const char *text, *hits;
} rows[] = {
    {LINT_CHILD, "Tap a face. You can tap 'not sure' too.", ""},
    {LINT_CHILD, "Your Real Dad", "A04:Real Dad L03:Real Dad "},
    {LINT_CHILD, "Who do you love more?", "C01:Who do you love "},
    {LINT_PARENT, "Who do you love more?", ""},
    {LINT_HOME, "Draw a day with {adult1}.", "S05:{adult1} "},
    {LINT_CHILD, "Draw a day with {adult1}.", ""},
    {LINT_END, "They sat there forever.", "S06:forever "},
    {LINT_LAST, "You won! It won't rain.", "S12:won "},
    {LINT_LAST, "You won! It won’t rain.", "S12:won "},
    {LINT_CHILD, "Don't cry.", "G01:Don't cry "},
    {LINT_CHILD, "Don’t cry.", "G01:Don’t cry "},
    {LINT_LAST, "It won't rain. Owl points at the sea.", ""},
    {LINT_CHILD, "You must not tell. It is not your fault.", ""},
    {LINT_CHILD, "It is your fault.", "G08:your fault "},
    {LINT_CHILD, "You always shout at {adult1}.", "G07:You always "},
    {LINT_PARENT, "custody", "B01:custody "},
    {LINT_REPORT, "custody", ""},
    {LINT_REPORT, "The child was coached.", "M02:coached "},
    {LINT_CHILD, "Mañana with {adult1}.", ""},
};

static void rules_keep_to_their_scope(void **state)
{
    (void)state;
    Lint *lint = rules();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Hits hits = {{0}, 0};
        lint_run(lint, rows[i].scope, rows[i].text, take, &hits);
        assert_string_equal(hits.ids, rows[i].hits);
    }
    lint_free(lint);
}

static const struct {
    const char *find, *put, *rule, *path;
} broken[] = {
    {"\"pattern\": \"\\\\bcustod\\\\w+\"", "\"pattern\": \"\\\\bcustod(\"", "bad-rule",
     "$.rules[14].pattern"},
    {"\"pattern\": \"\\\\bcustod\\\\w+\"", "\"pattern\": \"custard\"", "bad-rule",
     "$.rules[14].bad"},
    {"\"pattern\": \"\\\\bcustod\\\\w+\"", "\"pattern\": \"o\"", "bad-rule", NULL},
    {"\"id\": \"B01\"", "\"id\": \"B1\"", "bad-id", "$.rules[14].id"},
    {"\"bad\": \"custody\"", "\"worse\": \"custody\"", "missing-key", "$.rules[14].bad"},
};

static void broken_rules_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        size_t size;
        Faults *faults = faults_new();
        char *bytes = rules_text(&size);
        char *text = replaced(bytes, broken[i].find, broken[i].put);
        Lint *lint = lint_new(text, strlen(text), "rules", faults);
        if (broken[i].path != NULL) {
            assert_null(lint);
            assert_non_null(find_fault(faults, broken[i].rule, broken[i].path));
        }
        lint_free(lint);
        faults_free(faults);
        free(text);
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_catches_and_allows),
        cmocka_unit_test(rules_keep_to_their_scope),
        cmocka_unit_test(broken_rules_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
