/* A library of many modules: the page to assign from shows and reads them in sets, says which are
 * not shipped, and every one of them can be reached and given. */
#include "screen/house.h"

#include "activity/kind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OWN = 200 };

#define ROOT COVE_SCRATCH_DIR "/many"

typedef struct Many {
    House house;
    Library *shipped;
} Many;

static void run(const char *command)
{
    assert_int_equal(system(command), 0);
}

/* Copies of a template, with index and times as of a computer that was used for a while. */
static void make_modules(void)
{
    char command[800];
    run("rm -rf '" ROOT "' && mkdir -p '" ROOT "/own'");
    for (int i = 0; i < OWN; i++) {
        snprintf(command, sizeof command,
                 "cp -r '" COVE_SOURCE_DIR "/content-templates/sort-cards' '" ROOT "/own/m%03d' && "
                 "sed -i 's/\"id\": \"sort-cards\",$/\"id\": \"m%03d\",/;0,/m%03d/!{s/\"id\": "
                 "\"m%03d\",/\"id\": \"sort-cards\",/}' '" ROOT "/own/m%03d/module.json'",
                 i, i, i, i, i);
        run(command);
    }
    run("find '" ROOT "' -exec touch -d '2026-01-02 03:04:05' {} +");
}

static Library *open_many(void)
{
    Library *library = NULL;
    Error error = {0};
    const LibrarySetup setup = {.content = COVE_SOURCE_DIR "/content",
                                .own = ROOT "/own",
                                .language = "en",
                                .kinds = kinds_content(),
                                .index = ROOT "/index"};
    if (!library_open_with(&setup, &library, &error))
        fail_msg("%s", error.sentence);
    return library;
}

static int open_page(void **state)
{
    static Many many;
    make_modules();
    library_free(open_many());
    house_open(&many.house, NULL, false, 1280, 720);
    Id person = house_family(&many.house, TIER_T2, "Juno");
    const Case *found = record_case_at(keeper_record(many.house.cove.keeper), 0);
    many.shipped = many.house.cove.library;
    many.house.cove.library = open_many();
    stage_clear_to(many.house.stage,
                   screen_helper_assign(&many.house.cove, many.house.stage, found->id, person));
    (void)stage_tree(many.house.stage);
    *state = &many;
    return 0;
}

static int close_page(void **state)
{
    Many *many = *state;
    house_close(&many->house);
    library_free(many->shipped);
    run("rm -rf '" ROOT "'");
    return 0;
}

static size_t read_count(const Library *library)
{
    size_t count = 0;
    for (size_t i = 0; i < library_count(library); i++)
        count += library_opened(library, i) != NULL;
    return count;
}

static void only_what_is_in_sight_is_read(void **state)
{
    Many *many = *state;
    const Library *library = many->house.cove.library;
    assert_true(library_count(library) > OWN);
    assert_true(read_count(library) <= 20 + library_count(many->shipped));
    assert_true(stage_shows(many->house.stage, ROLE_BUTTON, "More modules"));
}

static void every_set_is_reached_and_comes_back(void **state)
{
    Many *many = *state;
    Error error = {0};
    size_t sets = 1;
    expect_text(&many->house, "Sort the cards");
    expect_text(&many->house, "Not shipped with the program");
    while (stage_press(many->house.stage, ROLE_BUTTON, "More modules", &error))
        sets++;
    assert_int_equal(sets, (library_count(many->house.cove.library) + 19) / 20);
    assert_int_equal(read_count(many->house.cove.library), library_count(many->house.cove.library));
    while (stage_press(many->house.stage, ROLE_BUTTON, "Earlier modules", &error))
        sets--;
    assert_int_equal(sets, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(only_what_is_in_sight_is_read, open_page, close_page),
        cmocka_unit_test_setup_teardown(every_set_is_reached_and_comes_back, open_page, close_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
