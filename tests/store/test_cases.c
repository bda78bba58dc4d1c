/* A sealed record of which only some cases are in memory says of them what the whole one says; and
 * its outline may be stale, damaged, another's or gone. */
#include "base/file.h"
#include "record/story.h"
#include "store/folder.h"
#include "store/keeper.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"

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

enum { WALL = 13 * 60000, DAY = 24 * 60 * 60 * 1000 };

typedef struct Desk {
    const char *folder;
    Vault *vault;
    Keeper *keeper;
    Record *whole; /* everything, folded as it comes */
    ManualClock time;
    Story story;
} Desk;

static void unlock(Desk *desk)
{
    Store *store;
    Error error = {0};
    Clock clock = clock_manual(&desk->time);
    desk->vault = sealed_folder_vault(desk->folder);
    if (!store_open_sealed(desk->folder, desk->vault, &store, &error) ||
        !keeper_open(store, &clock, &desk->keeper, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

static void lock(Desk *desk)
{
    keeper_close(desk->keeper);
    vault_close(desk->vault);
}

/* It must stay where it is: the clock and the story know their place. */
static void desk_open(Desk *desk, const char *folder, uint64_t seed)
{
    *desk = (Desk){.folder = folder, .whole = record_new(), .time = {.wall = WALL}};
    sealed_folder_make(folder);
    story_init(&desk->story, seed);
    unlock(desk);
}

static void desk_close(Desk *desk)
{
    lock(desk);
    record_free(desk->whole);
}

static void tell_all(Desk *desk, Event *events, size_t count)
{
    Error error = {0};
    if (!keeper_keep(desk->keeper, events, count, &error)) {
        fail_msg("%s %s: %s", event_type_name(events->type), error.place, error.sentence);
    }
    for (size_t i = 0; i < count; i++) {
        assert_true(record_apply(desk->whole, &events[i], NULL));
    }
}

static void tell(Desk *desk, Event event)
{
    tell_all(desk, &event, 1);
}

static void tell_more(Desk *desk, int events)
{
    for (int i = 0; i < events; i++) {
        Event event = {0};
        story_next(&desk->story, desk->whole, &event);
        event.wall_ms = WALL;
        tell(desk, event);
    }
}

/* ---- comparing ---- */

static void assert_same_sittings(const Record *one, const Record *other, Id family)
{
    size_t at = 0;
    for (size_t i = 0; i < record_sitting_count(one); i++) {
        const Sitting *sitting = record_sitting_at(one, i);
        if (!id_same(sitting->case_id, family)) {
            continue;
        }
        while (!id_same(record_sitting_at(other, at)->case_id, family)) {
            at++;
        }
        const Sitting *found = record_sitting_at(other, at++);
        assert_true(id_same(found->id, sitting->id));
        assert_int_equal(found->how, sitting->how);
        assert_int_equal(found->breaks, sitting->breaks);
        assert_int_equal(found->not_ok, sitting->not_ok);
        assert_int_equal(found->play_count, sitting->play_count);
    }
}

static void assert_same_moves(const Desk *desk, const PlayRecord *play)
{
    PlayMoves moves;
    const PlayRecord *found = record_play_by_id(keeper_record(desk->keeper), play->id);
    assert_non_null(found);
    assert_int_equal(found->how, play->how);
    assert_int_equal(found->breaks, play->breaks);
    assert_true(keeper_moves(desk->keeper, found, &moves, NULL));
    assert_int_equal(moves.count, play->move_count);
    for (size_t i = 0; i < moves.count; i++) {
        assert_true(move_same(&moves.list[i], &play->moves[i]));
    }
    play_moves_clear(&moves);
}

/* The case is whole, with the moves of all its plays. */
static void assert_case_whole(Desk *desk, Id family)
{
    Error error = {0};
    if (!keeper_need(desk->keeper, family, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    const Record *record = keeper_record(desk->keeper);
    const Case *told = record_case(desk->whole, family), *found = record_case(record, family);
    assert_int_equal(found->assignment_count, told->assignment_count);
    assert_int_equal(found->people_count, told->people_count);
    assert_int_equal(found->facts.count, told->facts.count);
    assert_same_sittings(desk->whole, record, family);
    for (size_t i = 0; i < record_sitting_count(desk->whole); i++) {
        const Sitting *sitting = record_sitting_at(desk->whole, i);
        for (size_t p = 0; id_same(sitting->case_id, family) && p < sitting->play_count; p++) {
            assert_same_moves(desk, record_play(desk->whole, sitting->plays[p]));
        }
    }
}

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
        assert_case_whole(desk, record_case_at(desk->whole, i)->id);
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
            tell_more(&desk, 60);
            lock(&desk);
            unlock(&desk);
            assert_says_nothing_else(&desk);
            size_t count = record_case_count(desk.whole);
            for (int i = 0; count > 0 && i < 2; i++) {
                size_t any = chance_below(&desk.story.chance, count);
                assert_case_whole(&desk, record_case_at(desk.whole, any)->id);
                tell_more(&desk, 10);
            }
        }
        assert_all_well(&desk);
        desk_close(&desk);
        folder_empty(*state);
    }
}

/* ---- many cases ---- */

enum { MANY = 12, SITTINGS = 200 };

static void sit(Desk *desk, int family, int number)
{
    Event move = story_move(number, "place", "card");
    PUT(move.move.text,
        "a boat, a bucket and a long line of words that fill the part of an outline");
    Event events[] = {story_sitting(family, family, number, SETTING_ROOM),
                      story_play(number, number, 0, TIER_T2),
                      move,
                      move,
                      story_play_ended(number, ENDING_FINISHED),
                      story_sitting_ended(number, ENDING_FINISHED, "pebble/round")};
    tell_all(desk, events, COUNT(events));
}

static void make_many(Desk *desk)
{
    tell(desk, story_frozen(0, 1, "words"));
    for (int family = 1; family <= MANY; family++) {
        tell(desk, story_case(family));
        tell(desk, story_person(family, family, TIER_T2));
    }
    for (int round = 0; round < SITTINGS; round++) {
        for (int family = 1; family <= MANY; family++) {
            sit(desk, family, 1 + round * MANY + family);
        }
    }
    lock(desk);
    unlock(desk);
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
    make_many(&desk);
    size_t plays, whole = 0;
    const Record *record = keeper_record(desk.keeper);
    for (int family = 1; family <= MANY; family++) {
        size_t listed = sittings_of(record, story_id('c', family), &plays);
        assert_true(listed >= 30 && listed < SITTINGS);
        assert_int_equal(plays, listed);
    }
    for (int family = 1; family <= MANY; family++) {
        assert_case_whole(&desk, story_id('c', family));
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

/* The family that is here and the case of an open sitting are whole at once, with the moves of a
 * play that goes on; and stay, whatever is opened besides. */
static void test_today(void **state)
{
    size_t plays;
    Desk desk;
    desk_open(&desk, *state, 1);
    make_many(&desk);
    tell(&desk, (Event){.type = EVENT_FAMILY_HERE, .case_id = story_id('c', 3)});
    tell(&desk, story_sitting(4, 4, 5000, SETTING_ROOM));
    tell(&desk, story_play(5000, 5000, 0, TIER_T2));
    tell(&desk, story_move(5000, "choose", "happy"));
    lock(&desk);
    unlock(&desk);
    const Record *record = keeper_record(desk.keeper);
    const PlayRecord *open = record_play_open(record, record_sitting_open(record));
    assert_non_null(open);
    assert_int_equal(open->move_count, 1);
    assert_false(open->away);
    for (int family = 1; family <= MANY; family++) {
        assert_case_whole(&desk, story_id('c', family));
        assert_true(sittings_of(record, story_id('c', 3), &plays) == SITTINGS);
        assert_true(sittings_of(record, story_id('c', 4), &plays) == SITTINGS + 1);
    }
    tell(&desk, story_move(5000, "choose", "sad"));
    tell(&desk, story_play_ended(5000, ENDING_FINISHED));
    assert_case_whole(&desk, story_id('c', 4));
    desk_close(&desk);
}

/* What is kept is judged with its whole case in place, whichever that is. */
static void test_kept_of_any_case(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    make_many(&desk);
    Event assigned = story_assigned(9, 9, 77, SETTING_ROOM);
    Event back = {
        .type = EVENT_TAKEN_BACK, .case_id = story_id('c', 9), .assignment_id = story_id('a', 77)};
    tell(&desk, assigned);
    lock(&desk);
    unlock(&desk);
    tell(&desk, back);
    assert_false(keeper_keep(desk.keeper, &back, 1, NULL));
    assert_false(keeper_keep(desk.keeper, &assigned, 1, NULL));
    assert_case_whole(&desk, story_id('c', 9));
    desk_close(&desk);
}

/* ---- signs ---- */

enum { OF_SIGNS = 3, GIVEN = 77, NOT_OK_AT = 9001, STOPPED_AT, ANSWERED_AT };

static void sit_with_sign(Desk *desk, int number, bool stops)
{
    Event not_ok = {.type = EVENT_NOT_OK, .sitting_id = story_id('s', number)};
    Event stopped[] = {story_sitting(OF_SIGNS, OF_SIGNS, number, SETTING_ROOM),
                       story_play(number, number * 2, GIVEN, TIER_T2),
                       story_play_ended(number * 2, ENDING_STOPPED),
                       story_play(number, number * 2 + 1, GIVEN, TIER_T2),
                       story_play_ended(number * 2 + 1, ENDING_STOPPED)};
    tell_all(desk, stopped, stops ? COUNT(stopped) : 3);
    if (!stops) {
        tell(desk, not_ok);
    }
    tell(desk, story_sitting_ended(number, ENDING_STOPPED, ""));
}

static void answer(Desk *desk, int number, const char *value)
{
    Event done = {
        .type = EVENT_NOTED, .case_id = story_id('c', OF_SIGNS), .item_id = story_id('s', number)};
    PUT(done.fact, "flag.done");
    PUT(done.value, value);
    PUT(done.note, value[0] ? "talked about it" : "");
    tell(desk, done);
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

/* One that waits for its answer is in the list however old it is; an answered one goes with its
 * time, and comes back when the answer is taken back. */
static void test_signs(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    tell(&desk, story_frozen(0, 1, "words"));
    tell(&desk, story_case(OF_SIGNS));
    tell(&desk, story_person(OF_SIGNS, OF_SIGNS, TIER_T2));
    tell(&desk, story_assigned(OF_SIGNS, OF_SIGNS, GIVEN, SETTING_ROOM));
    sit_with_sign(&desk, NOT_OK_AT, false);
    sit_with_sign(&desk, STOPPED_AT, true);
    sit_with_sign(&desk, ANSWERED_AT, false);
    answer(&desk, ANSWERED_AT, "read");
    for (int i = 1; i <= SITTINGS; i++) {
        sit(&desk, OF_SIGNS, i);
    }
    lock(&desk);
    unlock(&desk);
    assert_true(listed(&desk, NOT_OK_AT) && listed(&desk, STOPPED_AT));
    assert_false(listed(&desk, ANSWERED_AT) || listed(&desk, 1));
    assert_says_nothing_else(&desk);
    answer(&desk, NOT_OK_AT, "acted");
    answer(&desk, ANSWERED_AT, "");
    lock(&desk);
    unlock(&desk);
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
    tell_more(&desk, 300);
    for (size_t i = 0; i < COUNT(harms); i++) {
        lock(&desk);
        if (harms[i].sql) {
            sql(*state, harms[i].sql);
        } else {
            harms[i].harm(*state);
        }
        print_message("%s\n", harms[i].name);
        unlock(&desk);
        assert_all_well(&desk);
        tell_more(&desk, 20);
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
    tell_more(&desk, 200);
    lock(&desk);
    unlock(&desk);
    lock(&desk);
    copy_file(path, earlier);
    unlock(&desk);
    tell_more(&desk, 200);
    lock(&desk);
    unlock(&desk);
    lock(&desk);
    copy_file(earlier, path);
    unlock(&desk);
    assert_all_well(&desk);
    desk_close(&desk);
    free(path);
    free(earlier);
}

/* ---- the chain ---- */

static void change_row(const char *folder, int sequence)
{
    sqlite3 *db;
    char text[256], *path = path_join(folder, STORE_FILE);
    snprintf(text, sizeof text,
             "PRAGMA locking_mode=EXCLUSIVE; DROP TRIGGER entry_unchanged;"
             "UPDATE entry SET body = zeroblob(length(body)) WHERE sequence = %d;"
             "CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry"
             " BEGIN SELECT raise(ABORT, 'entries are never changed'); END;",
             sequence);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    free(path);
}

static bool opens(Desk *desk)
{
    Store *store;
    Clock clock = clock_manual(&desk->time);
    desk->vault = sealed_folder_vault(desk->folder);
    bool opened = store_open_sealed(desk->folder, desk->vault, &store, NULL) &&
                  keeper_open(store, &clock, &desk->keeper, NULL);
    if (opened) {
        lock(desk);
    } else {
        vault_close(desk->vault);
    }
    return opened;
}

/* Among the latest thousand a changed row is noticed at once; an older one when the week is over,
 * or when it is read. */
static void test_noticed_when(void **state)
{
    Desk desk;
    desk_open(&desk, *state, 1);
    make_many(&desk);
    lock(&desk);
    change_row(*state, 40);
    assert_true(opens(&desk));
    desk.time.wall += INT64_C(8) * DAY;
    assert_false(opens(&desk));
    desk.time.wall -= INT64_C(8) * DAY;
    assert_true(opens(&desk));
    desk.time.wall -= INT64_C(8) * DAY; /* a clock that went back tells nothing of a week */
    assert_false(opens(&desk));
    desk.time.wall += INT64_C(8) * DAY;
    change_row(*state, 14000);
    assert_false(opens(&desk));
    record_free(desk.whole);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_random_stories),   IN_FOLDER(test_list_and_whole), IN_FOLDER(test_today),
        IN_FOLDER(test_kept_of_any_case), IN_FOLDER(test_signs),          IN_FOLDER(test_harmed),
        IN_FOLDER(test_earlier_outline),  IN_FOLDER(test_noticed_when),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
