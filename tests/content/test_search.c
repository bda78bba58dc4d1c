/* Finding activities: by words and by what they are for. How fast is for tests/bench to say. */
#include "content/fixture.h"

#include "content/fake_kinds.h"
#include "content/search.h"

enum { ROOM = 8 };

static size_t find(const Library *library, LibraryQuery query, LibraryHit *hits)
{
    return library_search(library, &query, 0, hits, ROOM);
}

static Library *open_good(void)
{
    Library *library = NULL;
    assert_true(library_open(GOOD, fake_kinds, "en", &library, NULL));
    return library;
}

/* The good module: faces (feelings_check, t1 t2, room home) and tale (story_pages, t2 t3, room). */
static void each_part_of_a_query_counts(void **state)
{
    (void)state;
    Library *library = open_good();
    const struct {
        LibraryQuery query;
        size_t found;
    } rows[] = {
        {{0}, 2},
        {{.words = ""}, 2},
        {{.words = "   "}, 2},
        {{.words = "CRAB"}, 1},
        {{.words = "crab feelings"}, 1}, /* the title, and what the module is about */
        {{.words = "crab nothing"}, 0},
        {{.words = "m01.1"}, 1},
        {{.words = "How I feel"}, 1},
        {{.kind = "feelings_check"}, 1},
        {{.kind = "feelings"}, 0},
        {{.tiers = 1u << TIER_T1}, 1},
        {{.tiers = 1u << TIER_T2}, 2},
        {{.tiers = 1u << TIER_AD}, 0},
        {{.settings = 1u << SETTING_HOME}, 1},
        {{.settings = 1u << SETTING_HOME | 1u << SETTING_ROOM}, 2},
        {{.settings = 1u << SETTING_JOINT}, 0},
        {{.minutes = 1}, 0},
        {{.minutes = 30}, 2},
        {{.words = "crab", .tiers = 1u << TIER_T1}, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        LibraryHit hits[ROOM];
        size_t found = find(library, rows[i].query, hits);
        if (found != rows[i].found)
            fail_msg("row %zu: %zu found, not %zu", i, found, rows[i].found);
    }
    library_free(library);
}

static void hits_come_in_order_and_in_sets(void **state)
{
    (void)state;
    Library *library = open_good();
    LibraryHit hits[ROOM];
    const LibraryQuery any = {0};
    assert_int_equal(library_search(library, &any, 0, hits, 1), 2);
    assert_int_equal(hits[0].activity, 0);
    assert_int_equal(library_search(library, &any, 1, hits, 1), 2);
    assert_int_equal(hits[0].activity, 1);
    assert_int_equal(library_search(library, &any, 2, hits, 1), 2);
    library_free(library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_part_of_a_query_counts),
        cmocka_unit_test(hits_come_in_order_and_in_sets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
