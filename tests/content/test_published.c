/* Schemas, reference and example of the program's real kinds. Lives here because it is content's
 * promise; it needs the activity layer because the kinds do. */
#include "content/fixture.h"

#include "activity/kind.h"
#include "content/library.h"
#include "content/published.h"

static void files_in_the_tree_are_what_the_tables_say(void **state)
{
    (void)state;
    assert_true(published_agrees(COVE_SOURCE_DIR, kinds_content()));
}

static void example_suits_the_real_kinds(void **state)
{
    (void)state;
    assert_true(published_example_is_clean(COVE_SOURCE_DIR, kinds_content()));
}

static void all_content_is_without_errors(void **state)
{
    (void)state;
    Faults *faults = faults_new();
    content_check(COVE_SOURCE_DIR "/content", kinds_content(), faults);
    if (faults_errors(faults) > 0)
        print_faults(faults);
    assert_int_equal(faults_errors(faults), 0);
    faults_free(faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_in_the_tree_are_what_the_tables_say),
        cmocka_unit_test(example_suits_the_real_kinds),
        cmocka_unit_test(all_content_is_without_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
