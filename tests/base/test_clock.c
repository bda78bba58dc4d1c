/* The clock tests own, the clock of the system, and stamps people read. */
#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

static void test_manual_stands_still(void **state)
{
    (void)state;
    ManualClock manual = {.wall = 1000, .ticks = 5};
    Clock clock = clock_manual(&manual);
    assert_int_equal(clock_wall(&clock), 1000);
    assert_int_equal(clock_ticks(&clock), 5);
    manual.wall = 10;
    manual.ticks += 7;
    assert_int_equal(clock_wall(&clock), 10);
    assert_int_equal(clock_ticks(&clock), 12);
}

static void test_system(void **state)
{
    (void)state;
    Clock clock = clock_system();
    int64_t seconds = (int64_t)time(NULL), wall = clock_wall(&clock);
    assert_true(wall >= (seconds - 2) * 1000 && wall <= (seconds + 3600) * 1000);
    int64_t before = clock_ticks(&clock);
    assert_true(clock_ticks(&clock) >= before);
}

static void use_zone(const char *zone)
{
    setenv("TZ", zone, 1);
    tzset();
}

static void test_stamp(void **state)
{
    (void)state;
    static const struct {
        const char *zone;
        int64_t wall;
        const char *stamp;
    } rows[] = {
        {"UTC0", 0, "1970-01-01 00:00"},
        {"UTC0", 59999, "1970-01-01 00:00"},
        {"UTC0", 60000, "1970-01-01 00:01"},
        {"UTC0", -1, "1969-12-31 23:59"},
        {"UTC0", 1795356300000, "2026-11-22 14:05"},
        {"XXX-5:30", 1795356300000, "2026-11-22 19:35"},
        {"XXX8", 1795356300000, "2026-11-22 06:05"},
        {"UTC0", INT64_C(253402300800000), "no date"}, /* the year 10000 */
        {"UTC0", INT64_MAX, "no date"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        char buffer[17];
        use_zone(rows[i].zone);
        assert_string_equal(clock_stamp(rows[i].wall, buffer, sizeof buffer), rows[i].stamp);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_manual_stands_still),
        cmocka_unit_test(test_system),
        cmocka_unit_test(test_stamp),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
