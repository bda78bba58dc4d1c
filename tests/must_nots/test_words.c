/* The must-nots that are about words, one test each. What must not be said is a table of patterns
 * with examples (words.json), in the checker's own format but apart from its rules: all words on
 * all screens, and all tables that are shipped, are held against it; and the checker must refuse
 * the example of each from an author. */
#include "must_nots/seen.h"

#include "base/file.h"
#include "content/lint.h"
#include "screen/house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { MUST_NOTS_MOST = 64, MOST_FILE = 1 << 20, SCREENS_LEAST = 400, WORDS_LEAST = 4000 };

typedef struct Words {
    Seen seen;
    Lint *must_nots, *shipped;
} Words;

typedef struct MustNot {
    Words *words;
    size_t index;
} MustNot;

static Lint *read_rules(const char *path)
{
    char *bytes;
    size_t size;
    Faults *faults = faults_new();
    assert_true(file_read(path, MOST_FILE, &bytes, &size, NULL));
    Lint *lint = lint_new(bytes, size, path, faults);
    if (!lint) {
        fail_msg("%s: %s", path, faults_at(faults, 0)->remedy);
    }
    faults_free(faults);
    free(bytes);
    return lint;
}

static void note_hit(void *context, const LintHit *hit)
{
    (void)hit;
    *(bool *)context = true;
}

static bool is_refused(const Words *words, const LintRule *rule)
{
    bool refused = false;
    for (const char *scope = rule->scope; *scope; scope++) {
        lint_run(words->shipped, (LintScope)*scope, rule->bad, note_hit, &refused);
    }
    return refused;
}

static void is_said_nowhere(void **state)
{
    const MustNot *must_not = *state;
    const Words *words = must_not->words;
    const LintRule *rule = lint_rule(words->must_nots, must_not->index);
    size_t found = 0, read = 0;
    for (size_t i = 0; i < words->seen.word_count; i++) {
        const SeenWords *one = &words->seen.words[i];
        LintHit hit;
        if (!strchr(rule->scope, one->reader)) {
            continue;
        }
        read++;
        if (lint_matches(words->must_nots, must_not->index, one->words, &hit)) {
            print_error("%s: \"%.*s\" in \"%s\"\n", one->where, (int)hit.length, hit.start,
                        one->words);
            found++;
        }
    }
    assert_true(read > 0);
    assert_int_equal(found, 0);
    assert_true(is_refused(words, rule));
}

/* What is walked is really all: a walk that came to an end too early would find nothing wrong. */
static void everything_was_read(void **state)
{
    const Words *words = *state;
    const Seen *seen = &words->seen;
    assert_true(seen->screen_count >= SCREENS_LEAST);
    assert_true(seen->word_count >= WORDS_LEAST);
    static const char *const screens[] = {"door",           "cove",
                                          "place",          "play",
                                          "break",          "not-ok",
                                          "pebble",         "goodbye",
                                          "settings",       "helper-room",
                                          "helper-case",    "helper-file",
                                          "helper-sitting", "helper-timeline",
                                          "cover"};
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        size_t count = 0;
        for (size_t j = 0; j < seen->screen_count; j++) {
            count += strcmp(seen->screens[j].screen, screens[i]) == 0;
        }
        if (count == 0) {
            fail_msg("no page \"%s\" was seen", screens[i]);
        }
    }
}

/* Be needed for a child to get help: on each page of a sitting one press leads to who can help, and
 * that page sends the child to people. */
static void help_is_one_press_away(void **state)
{
    const Words *words = *state;
    static const char *const sitting[] = {"cove", "place", "play", "break", "pebble", "goodbye"};
    for (size_t i = 0; i < words->seen.screen_count; i++) {
        const SeenScreen *screen = &words->seen.screens[i];
        for (size_t j = 0; j < sizeof sitting / sizeof *sitting; j++) {
            if (strcmp(screen->screen, sitting[j]) == 0 && !screen->not_ok) {
                fail_msg("%s: no way to help on \"%s\"", screen->where, screen->screen);
            }
        }
    }
}

static void add_tests(Words *words, MustNot *must_nots, struct CMUnitTest *tests)
{
    for (size_t i = 0; i < lint_count(words->must_nots); i++) {
        must_nots[i] = (MustNot){words, i};
        tests[i] = (struct CMUnitTest){.name = lint_rule(words->must_nots, i)->why,
                                       .test_func = is_said_nowhere,
                                       .initial_state = &must_nots[i]};
    }
}

int main(void)
{
    Words words = {.must_nots = read_rules(COVE_SOURCE_DIR "/tests/must_nots/words.json"),
                   .shipped = read_rules(COVE_SOURCE_DIR "/content/rules/language-lint.json")};
    MustNot must_nots[MUST_NOTS_MOST];
    struct CMUnitTest tests[MUST_NOTS_MOST + 2] = {{.name = NULL}};
    size_t count = lint_count(words.must_nots);
    assert_true(count <= MUST_NOTS_MOST);
    seen_walk(&words.seen);
    seen_tables(&words.seen);
    print_message("%zu screens, %zu words\n", words.seen.screen_count, words.seen.word_count);
    add_tests(&words, must_nots, tests);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test_prestate(everything_was_read, &words);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test_prestate(help_is_one_press_away, &words);
    int failed = _cmocka_run_group_tests("must_nots_words", tests, count, NULL, NULL);
    seen_clear(&words.seen);
    lint_free(words.must_nots);
    lint_free(words.shipped);
    return failed;
}
