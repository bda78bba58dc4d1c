/* A sealed record of which only some cases are in memory says of them what the whole one says; and
 * its outline may be stale, damaged, another's or gone. */
#include "base/file.h"
#include "store/desk.h"
#include "store/folder.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- comparing ---- */

/* Line by line, without moves and numbers that count what is loaded: nothing that the whole record
 * does not say. */
static void assert_says_nothing_else(const Desk *desk)
{
    char *whole = record_dump(desk->whole), *some = record_dump(keeper_record(desk->keeper));
    char *rest = NULL;
    for (char *line = strtok_r(some, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        bool counts = strncmp(line, "plays", 5) == 0;
        if (!counts && !strstr(whole, line)) {
            fail_msg("not in the whole record: %s", line);
        }
    }
    free(whole);
    free(some);
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The lines of a dump in order, without those of moves: where they are differs. */
static char *sorted(char *dump)
{
    static char *lines[20000];
    size_t count = 0, size = strlen(dump) + 2;
    char *rest = NULL, *joined = calloc(size, 1);
    for (char *line = strtok_r(dump, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (strncmp(line, "  move", 6) != 0) {
            assert_true(count < COUNT(lines));
            lines[count++] = line;
        }
    }
    qsort(lines, count, sizeof *lines, compare_lines);
    for (size_t i = 0, at = 0; i < count; i++) {
        at += (size_t)snprintf(joined + at, size - at, "%s\n", lines[i]);
    }
    free(dump);
    return joined;
}

static void assert_same_when_all_are_whole(Desk *desk)
{
    assert_true(record_case_count(desk->whole) <= 6); /* then none is let go */
    for (size_t i = 0; i < record_case_count(desk->whole); i++) {
        desk_assert_whole(desk, record_case_at(desk->whole, i)->id);
    }
    char *whole = sorted(record_dump(desk->whole));
    char *found = sorted(record_dump(keeper_record(desk->keeper)));
    assert_string_equal(whole, found);
    free(whole);
    free(found);
}

static void assert_all_well(Desk *desk)
{
    assert_int_equal(record_case_count(keeper_record(desk->keeper)),
                     record_case_count(desk->whole));
    assert_says_nothing_else(desk);
    assert_same_when_all_are_whole(desk);
}

/* ---- stories ---- */

/* Told, locked, unlocked and opened in any order. */
static void test_random_stories(void **state)
{
    for (uint64_t seed = 1; seed <= 6; seed++) {
        Desk desk;
        desk_open(&desk, *state, seed);
        for (int day = 0; day < 6; day++) {
            desk_tell_more(&desk, 60);
            desk_lock(&desk);
            desk_unlock(&desk);
            assert_says_nothing_else(&desk);
            size_t count = record_case_count(desk.whole);
            for (int i = 0; count > 0 && i < 2; i++) {
                size_t any = chance_below(&desk.story.chance, count);
                desk_assert_whole(&desk, record_case_at(desk.whole, any)->id);
                desk_tell_more(&desk, 10);
            }
        }
        assert_all_well(&desk);
        desk_close(&desk);
        folder_empty(*state);
    }
}

static size_t sittings_of(const Record *record, Id family, size_t *plays)
{
    size_t count = 0;
    *plays = 0;
    for (size_t i = 0; i < record_sitting_count(record); i++) {
        const Sitting *sitting = record_sitting_at(record, i);
        count += id_same(sitting->case_id, family);
        *plays += id_same(sitting->case_id, family) ? sitting->play_count : 0;
    }
    return count;
}

/* A list has the newest sittings; a case that is opened has all; and those that nobody needs any
 * more are let go. */
static void test_list_and_whole(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    desk_make_many(&desk);
    size_t plays, whole = 0;
    const Record *record = keeper_record(desk.keeper);
    for (int family = 1; family <= MANY; family++) {
        size_t listed = sittings_of(record, story_id('c', family), &plays);
        assert_true(listed >= 30 && listed < SITTINGS);
        assert_int_equal(plays, listed);
    }
    for (int family = 1; family <= MANY; family++) {
        desk_assert_whole(&desk, story_id('c', family));
        assert_int_equal(sittings_of(record, story_id('c', family), &plays), SITTINGS);
        assert_int_equal(plays, SITTINGS);
    }
    for (int family = 1; family <= MANY; family++) {
        whole += sittings_of(record, story_id('c', family), &plays) == SITTINGS;
    }
    assert_int_equal(whole, 6);
    const Sitting *last = record_sitting_at(record, record_sitting_count(record) - 1);
    assert_true(id_same(last->case_id, story_id('c', MANY)));
    desk_close(&desk);
}

/* One child comes each week, its sister now and then, and the two of mother and child as well. */
static void make_several(Desk *desk)
{
    desk_tell(desk, story_case(1));
    desk_tell(desk, story_person(1, 1, TIER_T2));
    desk_tell(desk, story_person(1, 2, TIER_T2));
    desk_tell(desk, story_person(1, 3, TIER_AD));
    desk_tell(desk, story_frozen(0, 1, "words"));
    desk_tell(desk, story_assigned(1, 1, 1, SETTING_JOINT));
    desk_tell(desk, (Event){.type = EVENT_CONTACT_JUDGED,
                            .case_id = story_id('c', 1),
                            .person_id = story_id('p', 1),
                            .about_id = story_id('p', 3),
                            .contact = CONTACT_SAFE});
    for (int number = 1; number <= 400; number++) {
        bool joint = number % 5 == 0, sister = number % 37 == 0;
        desk_tell(desk, story_sitting(1, sister ? 2 : 1, number,
                                      joint && !sister ? SETTING_JOINT : SETTING_ROOM));
        if (joint && !sister) {
            desk_tell(desk, (Event){.type = EVENT_JOINED,
                                    .sitting_id = story_id('s', number),
                                    .about_id = story_id('p', 3)});
        }
        desk_tell(desk, story_play(number, number, joint && !sister, TIER_T2));
        desk_tell(desk, story_move(number, "place", "card"));
        desk_tell(desk, story_play_ended(number, ENDING_FINISHED));
        desk_tell(desk, story_sitting_ended(number, ENDING_FINISHED, "pebble/round"));
    }
}

/* What is listed is the end of the case, without a gap, whoever of it sat there; and each sitting
 * has its own plays and its own adult. */
static void test_list_of_several(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    make_several(&desk);
    desk_lock(&desk);
    desk_unlock(&desk);
    const Record *record = keeper_record(desk.keeper);
    size_t listed = record_sitting_count(record), all = record_sitting_count(desk.whole);
    assert_true(listed >= 30 && listed < all);
    for (size_t i = 0; i < listed; i++) {
        const Sitting *found = record_sitting_at(record, i);
        const Sitting *told = record_sitting_at(desk.whole, all - listed + i);
        assert_string_equal(found->id.text, told->id.text);
        assert_string_equal(found->adult.text, told->adult.text);
        assert_int_equal(found->play_count, 1);
    }
    assert_says_nothing_else(&desk);
    desk_assert_whole(&desk, story_id('c', 1));
    desk_close(&desk);
}

/* The family that is here and the case of an open sitting are whole at once, with the moves of a
 * play that goes on; and stay, whatever is opened besides. */
static void test_today(void **state)
{
    size_t plays;
    Desk desk;
    desk_open(&desk, *state, 1);
    desk_make_many(&desk);
    desk_tell(&desk, (Event){.type = EVENT_FAMILY_HERE, .case_id = story_id('c', 3)});
    desk_tell(&desk, story_sitting(4, 4, 5000, SETTING_ROOM));
    desk_tell(&desk, story_play(5000, 5000, 0, TIER_T2));
    desk_tell(&desk, story_move(5000, "choose", "happy"));
    desk_lock(&desk);
    desk_unlock(&desk);
    const Record *record = keeper_record(desk.keeper);
    const PlayRecord *open = record_play_open(record, record_sitting_open(record));
    assert_non_null(open);
    assert_int_equal(open->move_count, 1);
    assert_false(open->away);
    for (int family = 1; family <= MANY; family++) {
        desk_assert_whole(&desk, story_id('c', family));
        assert_true(sittings_of(record, story_id('c', 3), &plays) == SITTINGS);
        assert_true(sittings_of(record, story_id('c', 4), &plays) == SITTINGS + 1);
    }
    desk_tell(&desk, story_move(5000, "choose", "sad"));
    desk_tell(&desk, story_play_ended(5000, ENDING_FINISHED));
    desk_assert_whole(&desk, story_id('c', 4));
    desk_close(&desk);
}

/* What is kept is judged with its whole case in place, whichever that is. */
static void test_kept_of_any_case(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    desk_make_many(&desk);
    Event assigned = story_assigned(9, 9, 77, SETTING_ROOM);
    Event back = {
        .type = EVENT_TAKEN_BACK, .case_id = story_id('c', 9), .assignment_id = story_id('a', 77)};
    desk_tell(&desk, assigned);
    desk_lock(&desk);
    desk_unlock(&desk);
    desk_tell(&desk, back);
    assert_false(keeper_keep(desk.keeper, &back, 1, NULL));
    assert_false(keeper_keep(desk.keeper, &assigned, 1, NULL));
    desk_assert_whole(&desk, story_id('c', 9));
    desk_close(&desk);
}

/* ---- signs ---- */

enum {
    OF_SIGNS = 3,
    GIVEN = 77,
    NOT_OK_AT = 9001,
    STOPPED_AT,
    ANSWERED_AT,
    NOTED_AT,
    NOTED_AFTER,
    FELT_AT
};

static void sit_with_sign(Desk *desk, int number, bool stops)
{
    Event not_ok = {.type = EVENT_NOT_OK, .sitting_id = story_id('s', number)};
    Event stopped[] = {story_sitting(OF_SIGNS, OF_SIGNS, number, SETTING_ROOM),
                       story_play(number, number * 2, GIVEN, TIER_T2),
                       story_play_ended(number * 2, ENDING_STOPPED),
                       story_play(number, number * 2 + 1, GIVEN, TIER_T2),
                       story_play_ended(number * 2 + 1, ENDING_STOPPED)};
    desk_tell_all(desk, stopped, stops ? COUNT(stopped) : 3);
    if (!stops) {
        desk_tell(desk, not_ok);
    }
    desk_tell(desk, story_sitting_ended(number, ENDING_STOPPED, ""));
}

/* In its list, with all of its plays. */
static bool listed(const Desk *desk, int number)
{
    const Record *record = keeper_record(desk->keeper);
    const Sitting *sitting = record_sitting(record, story_id('s', number));
    const Sitting *told = record_sitting(desk->whole, story_id('s', number));
    if (sitting) {
        assert_int_equal(sitting->play_count, told->play_count);
        assert_int_equal(sitting->not_ok, told->not_ok);
        assert_int_equal(sitting->how, told->how);
    }
    return sitting != NULL;
}

static void note_sign(Desk *desk, int number)
{
    Event noted = {
        .type = EVENT_NOTED, .case_id = story_id('c', OF_SIGNS), .item_id = story_id('s', number)};
    PUT(noted.fact, "sign.noted");
    PUT(noted.value, "helper");
    desk_tell(desk, noted);
}

/* The helper noted one: in the sitting, or at its goodbye. */
static void sit_noted(Desk *desk, int number, bool after)
{
    desk_tell(desk, story_sitting(OF_SIGNS, OF_SIGNS, number, SETTING_ROOM));
    if (!after) {
        note_sign(desk, number);
    }
    desk_tell(desk, story_sitting_ended(number, ENDING_FINISHED, ""));
    if (after) {
        note_sign(desk, number);
    }
}

static bool has_noted(const Desk *desk, int number)
{
    FactSubject subject = {.item = story_id('s', number)};
    const Case *family = record_case(keeper_record(desk->keeper), story_id('c', OF_SIGNS));
    return listed(desk, number) && facts_is(&family->facts, "sign.noted", &subject, "helper");
}

static void answer(Desk *desk, int number, const char *value)
{
    Event done = {
        .type = EVENT_NOTED, .case_id = story_id('c', OF_SIGNS), .item_id = story_id('s', number)};
    PUT(done.fact, "flag.done");
    PUT(done.value, value);
    PUT(done.note, value[0] ? "talked about it" : "");
    desk_tell(desk, done);
}

static void sit_felt(Desk *desk, int number)
{
    Event felt = {
        .type = EVENT_NOTED, .case_id = story_id('c', OF_SIGNS), .item_id = story_id('s', number)};
    PUT(felt.fact, "felt.word");
    PUT(felt.value, "Scared");
    desk_tell(desk, story_sitting(OF_SIGNS, OF_SIGNS, number, SETTING_ROOM));
    desk_tell(desk, felt);
    desk_tell(desk, story_sitting_ended(number, ENDING_FINISHED, ""));
}

/* One that waits for its answer is in the list however old it is; an answered one goes with its
 * time, and comes back when the answer is taken back. */
static void test_signs(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    desk_tell(&desk, story_frozen(0, 1, "words"));
    desk_tell(&desk, story_case(OF_SIGNS));
    desk_tell(&desk, story_person(OF_SIGNS, OF_SIGNS, TIER_T2));
    desk_tell(&desk, story_assigned(OF_SIGNS, OF_SIGNS, GIVEN, SETTING_ROOM));
    sit_with_sign(&desk, NOT_OK_AT, false);
    sit_with_sign(&desk, STOPPED_AT, true);
    sit_with_sign(&desk, ANSWERED_AT, false);
    sit_noted(&desk, NOTED_AT, false);
    sit_noted(&desk, NOTED_AFTER, true);
    sit_felt(&desk, FELT_AT);
    answer(&desk, ANSWERED_AT, "read");
    for (int i = 1; i <= SITTINGS; i++) {
        desk_sit(&desk, OF_SIGNS, i);
    }
    desk_lock(&desk);
    desk_unlock(&desk);
    assert_true(listed(&desk, NOT_OK_AT) && listed(&desk, STOPPED_AT));
    assert_true(listed(&desk, FELT_AT));
    assert_true(has_noted(&desk, NOTED_AT) && has_noted(&desk, NOTED_AFTER));
    assert_false(listed(&desk, ANSWERED_AT) || listed(&desk, 1));
    assert_says_nothing_else(&desk);
    answer(&desk, NOT_OK_AT, "acted");
    answer(&desk, ANSWERED_AT, "");
    desk_lock(&desk);
    desk_unlock(&desk);
    assert_true(listed(&desk, STOPPED_AT) && listed(&desk, ANSWERED_AT));
    assert_false(listed(&desk, NOT_OK_AT));
    assert_all_well(&desk);
    desk_close(&desk);
}

/* ---- the outline itself ---- */

static char *outline_in(const char *folder)
{
    return path_join(folder, OUTLINE_FILE);
}

static void sql(const char *folder, const char *text)
{
    sqlite3 *db;
    char *path = outline_in(folder);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    free(path);
}

static void cut_file(const char *folder)
{
    char *path = outline_in(folder);
    assert_int_equal(truncate(path, 5000), 0);
    free(path);
}

static void remove_file(const char *folder)
{
    char *path = outline_in(folder);
    assert_int_equal(unlink(path), 0);
    free(path);
}

static void other_file(const char *folder)
{
    char *path = outline_in(folder);
    assert_true(file_write(path, "not ours", 8, NULL));
    free(path);
}

static void folder_in_its_place(const char *folder)
{
    char *path = outline_in(folder);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    free(path);
}

static const struct {
    const char *name, *sql;
    void (*harm)(const char *folder);
} harms[] = {
    {.name = "gone", .harm = remove_file},
    {.name = "cut", .harm = cut_file},
    {.name = "another file", .harm = other_file},
    {.name = "a list changed", .sql = "UPDATE part SET body = zeroblob(300) WHERE stream = 0"},
    {.name = "no list", .sql = "DELETE FROM part WHERE stream = 0"},
    {.name = "a part changed",
     .sql = "UPDATE part SET body = CAST(substr(body, 1, 60) || x'00' || substr(body, 62) AS BLOB)"
            " WHERE stream > 0 AND number = 0"},
    {.name = "a part gone", .sql = "DELETE FROM part WHERE stream = 3"},
    {.name = "parts swapped", .sql = "UPDATE part SET stream = 1000 - stream WHERE stream > 0"},
    {.name = "a later version", .sql = "PRAGMA user_version = 7"},
    {.name = "no room for it", .harm = folder_in_its_place}, /* last: it stays there */
};

static void test_harmed(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 3);
    desk_tell_more(&desk, 300);
    for (size_t i = 0; i < COUNT(harms); i++) {
        desk_lock(&desk);
        if (harms[i].sql) {
            sql(*state, harms[i].sql);
        } else {
            harms[i].harm(*state);
        }
        print_message("%s\n", harms[i].name);
        desk_unlock(&desk);
        assert_all_well(&desk);
        desk_tell_more(&desk, 20);
    }
    desk_close(&desk);
    char *path = outline_in(*state);
    assert_int_equal(rmdir(path), 0);
    free(path);
}

static void copy_file(const char *from, const char *to)
{
    char *bytes;
    size_t size;
    assert_true(file_read(from, 1u << 26, &bytes, &size, NULL));
    assert_true(file_write(to, bytes, size, NULL));
    free(bytes);
}

/* An outline of an earlier day is gone on with; it hides nothing. */
static void test_earlier_outline(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 4);
    char *path = outline_in(*state), *earlier = path_join(*state, "earlier");
    desk_tell_more(&desk, 200);
    desk_lock(&desk);
    desk_unlock(&desk);
    desk_lock(&desk);
    copy_file(path, earlier);
    desk_unlock(&desk);
    desk_tell_more(&desk, 200);
    desk_lock(&desk);
    desk_unlock(&desk);
    desk_lock(&desk);
    copy_file(earlier, path);
    desk_unlock(&desk);
    assert_all_well(&desk);
    desk_close(&desk);
    free(path);
    free(earlier);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_random_stories),   IN_FOLDER(test_list_and_whole),
        IN_FOLDER(test_list_of_several),  IN_FOLDER(test_today),
        IN_FOLDER(test_kept_of_any_case), IN_FOLDER(test_signs),
        IN_FOLDER(test_harmed),           IN_FOLDER(test_earlier_outline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
