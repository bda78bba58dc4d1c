/* In the middle of a course the helper makes a backup, and goes back to it. */
#include "course/course.h"

#include "record/record_copies.h"
#include "screen/safekeeping.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* Without the log, which also says that a backup was gone back to. The caller's to free. */
static char *dump_of(const Course *course)
{
    char *dump = record_dump(keeper_record(course->house.cove.keeper)), *to = dump;
    for (const char *line = dump, *next; *line; line = next) {
        const char *end = strchr(line, '\n');
        next = end ? end + 1 : line + strlen(line);
        if (strncmp(line, "log ", 4) != 0) {
            memmove(to, line, (size_t)(next - line));
            to += next - line;
        }
    }
    *to = '\0';
    return dump;
}

static size_t times_gone_back(const Course *course)
{
    const Record *record = keeper_record(course->house.cove.keeper);
    size_t times = 0;
    for (size_t i = 0; i < record_log_count(record); i++) {
        times += record_log_at(record, i)->act == LOG_RESTORED;
    }
    return times;
}

static void wait_for_copy(House *house)
{
    for (int i = 0; i < 500 && safekeeping_making(&house->cove); i++) {
        wait_ms(house, 100);
    }
    assert_false(safekeeping_making(&house->cove));
    assert_int_not_equal(house->cove.safe.said, SAFE_SAID_FAILED);
}

/* From the door to the page of safekeeping, with no copy being made. */
static void to_safekeeping(House *house)
{
    go_to_helper(house);
    wait_for_copy(house);
    guest_presses(house, "safe", NULL);
    expect_screen(house, "helper-safekeeping");
}

static void unlock_again(House *house)
{
    guest_presses(house, "unlock", NULL);
    type_in(house, ui_words(house, TIER_AD, "ui.lock.passphrase"), HOUSE_PASSPHRASE);
    press(house, ui_words(house, TIER_AD, "ui.lock.open"));
    wait_ms(house, 100);
    expect_screen(house, "helper-room");
}

/* What was done after the backup, a case made by mistake, is gone; all else is as it was, and the
 * log says that it was gone back. */
void course_go_back(Course *course)
{
    House *house = &course->house;
    house_restart(house); /* only what a start reads is in memory, before and after */
    to_safekeeping(house);
    char *before = dump_of(course);
    guest_presses(house, "make", NULL);
    wait_for_copy(house);
    helper_back_to(house, "helper-room");
    type_in(house, ui_words(house, TIER_AD, "ui.helper.case-name"), "Mistake");
    guest_presses(house, "new-case", NULL);
    helper_back_to(house, "door");
    to_safekeeping(house);
    guest_presses(house, "backup", NULL);
    guest_presses(house, "go", NULL);
    wait_ms(house, 100);
    unlock_again(house);
    expect_no_text(house, "Mistake");
    char *after = dump_of(course);
    assert_string_equal(after, before);
    assert_int_equal(times_gone_back(course), 1);
    free(before);
    free(after);
    helper_back_to(house, "door");
}
