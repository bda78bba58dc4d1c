/* The checker over shipped modules that were damaged by chance: it never falls over, and what it
 * says has a place and a remedy. Seeded; the fuzz target fuzz_check goes further. */
#include "content/fixture.h"

#include "activity/kind.h"
#include "content/library.h"

#include <stdint.h>

enum { ROUNDS = 12 }; /* for each file */

static uint64_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* A piece of the file is taken out, put in twice, or written over; words of the format among it. */
static char *damage(const char *text, size_t size, uint64_t *chance)
{
    static const char *const pieces[] = {"{",
                                         "}",
                                         "\"",
                                         "[]",
                                         "null",
                                         "-1",
                                         "99999999999",
                                         "{adult1}",
                                         "{adults} are",
                                         "\\u0000",
                                         "\"t1\"",
                                         "\"joint\"",
                                         "\"end\": true,",
                                         "\xC3",
                                         "\xE2\x80\xAE",
                                         "  ",
                                         "\"safe_adult\": \"\","};
    Text out;
    size_t at = next(chance) % size, length = next(chance) % 40;
    text_init(&out);
    text_add_bytes(&out, text, at);
    if (next(chance) % 3 != 0)
        text_add(&out, pieces[next(chance) % (sizeof pieces / sizeof *pieces)]);
    if (next(chance) % 3 == 0)
        length = 0;
    if (at + length < size)
        text_add(&out, text + at + length);
    return text_take(&out);
}

static void assert_said(const Faults *faults, const char *module)
{
    for (size_t i = 0; i < faults_count(faults); i++) {
        const Fault *fault = faults_at(faults, i);
        assert_non_null(strstr(fault->file, "mutated"));
        if (fault->rule[0] == '\0' || fault->remedy[0] == '\0')
            fail_msg("%s: a finding without words", module);
    }
}

static size_t try_file(const char *content, const char *module, const char *name, uint64_t seed)
{
    size_t size, found = 0;
    char file[300], *folder = path_join(content, module);
    snprintf(file, sizeof file, "%s/%s", module, name);
    char *path = path_join(content, file), *text = read_whole(path, &size);
    for (int round = 0; round < ROUNDS; round++) {
        char *broken = damage(text, size, &seed);
        Faults *faults = faults_new();
        write_whole(path, broken);
        content_check(folder, kinds_content(), faults);
        assert_said(faults, module);
        found += faults_count(faults) > 0;
        faults_free(faults);
        free(broken);
    }
    write_whole(path, text);
    free(text);
    free(path);
    free(folder);
    return found;
}

static void damaged_modules_are_survived(void **state)
{
    (void)state;
    static const char *const modules[] = {"feelings", "middle", "coping", "sitting"};
    char command[2400], *root = scratch("mutated"), *content = path_join(root, "content");
    size_t found = 0, tried = 0;
    snprintf(command, sizeof command, "cp -r '%s' '%s'", COVE_SOURCE_DIR "/content", root);
    assert_int_equal(system(command), 0);
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++, tried += 2 * ROUNDS) {
        found += try_file(content, modules[i], "module.json", 7 + i);
        found += try_file(content, modules[i], "strings/en.json", 77 + i);
    }
    assert_true(found > tried / 2); /* most damage is noticed: the test does damage */
    free(content);
    free(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(damaged_modules_are_survived)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
