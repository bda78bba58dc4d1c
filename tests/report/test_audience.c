/* Who may read what, written down a second time: whatever is ticked, what the table does not let
 * through for this reader stays out. */
#include "report/audience.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

/* For court, parent, professional, child: '-' never; else the states in which it is allowed, as
 * letters o own, a agreed; lower-case wanted. "*" always but in hide mode. */
static const char *const wanted[REPORT_PARTS][REPORT_AUDIENCES] = {
    [REPORT_PEOPLE] = {"*", "*", "*", "*"}, [REPORT_ATTENDANCE] = {"*", "*", "*", "*"},
    [REPORT_AIMS] = {"*", "*", "*", "*"},   [REPORT_GOALS] = {"a", "o", "a", "o"},
    [REPORT_STEP] = {"*", "o", "*", "o"},   [REPORT_VIEW] = {"a", "a", "a", "o"},
    [REPORT_SEEN] = {"*", "*", "*", "-"},   [REPORT_NEXT] = {"*", "*", "*", "*"},
};

static bool is_wanted(ReportPart part, ReportAudience audience, const ReportState *state)
{
    const char *cell = wanted[part][audience];
    return cell && cell[0] != '-' && (cell[0] != 'a' || state->agreed) &&
           (cell[0] != 'o' || state->own);
}

static void check(ReportPart part, ReportAudience audience, const ReportState *state)
{
    bool allowed = report_allows(part, audience, state);
    if (part == REPORT_LIMITS) {
        assert_true(allowed);
    } else if (part == REPORT_SAFE) {
        assert_int_equal(allowed, state->hidden && audience == REPORT_PARENT);
    } else if (state->hidden) {
        /* a child's own goals and view are the child's whoever hides */
        bool childs = audience == REPORT_CHILD && (part == REPORT_GOALS || part == REPORT_VIEW);
        assert_int_equal(allowed, childs && state->own);
    } else if (allowed != is_wanted(part, audience, state)) {
        fail_msg("%s for %s: own %d agreed %d", report_part_id(part), report_audience_id(audience),
                 state->own, state->agreed);
    }
}

static void every_cell_is_as_written(void **unused)
{
    (void)unused;
    for (int part = 0; part < REPORT_PARTS; part++) {
        for (int audience = 0; audience < REPORT_AUDIENCES; audience++) {
            for (unsigned bits = 0; bits < 8; bits++) {
                ReportState state = {bits & 1, bits & 2, bits & 4};
                check((ReportPart)part, (ReportAudience)audience, &state);
            }
        }
    }
}

static void what_must_stay_out_is_never_offered(void **unused)
{
    (void)unused;
    static const char *const out[] = {"drawings",       "letters",      "answers", "numbers",
                                      "comparison",     "titles",       "opinion", "balance",
                                      "siblings",       "others-words", "places",  "times",
                                      "hidden-content", "safety"};
    size_t found = 0;
    for (int part = REPORT_OFFERED; part < REPORT_PARTS; part++) {
        for (size_t i = 0; i < sizeof out / sizeof *out; i++) {
            found += strcmp(report_part_id((ReportPart)part), out[i]) == 0;
        }
        for (int audience = 0; audience < REPORT_AUDIENCES; audience++) {
            assert_false(report_offers((ReportPart)part, (ReportAudience)audience));
        }
    }
    assert_int_equal(found, sizeof out / sizeof *out);
}

static void what_is_unknown_is_refused(void **unused)
{
    (void)unused;
    ReportState all = {true, true, false};
    assert_false(report_allows(REPORT_PARTS, REPORT_COURT, &all));
    assert_false(report_allows(REPORT_PEOPLE, REPORT_AUDIENCES, &all));
    assert_false(report_allows((ReportPart)-1, REPORT_COURT, &all));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cell_is_as_written),
        cmocka_unit_test(what_must_stay_out_is_never_offered),
        cmocka_unit_test(what_is_unknown_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
