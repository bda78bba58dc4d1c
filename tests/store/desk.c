#include "store/desk.h"

#include "store/seal_old.h"
#include "store/sealed_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

void desk_unlock(Desk *desk)
{
    Store *store;
    Error error = {0};
    Clock clock = clock_manual(&desk->time);
    desk->vault = sealed_folder_vault(desk->folder);
    if (!store_open_sealed(desk->folder, desk->vault, &store, &error) ||
        !keeper_open(store, &clock, &desk->keeper, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    keeper_wait(desk->keeper, 60000); /* however busy the disk is */
}

void desk_lock(Desk *desk)
{
    keeper_close(desk->keeper);
    vault_close(desk->vault);
}

void desk_open(Desk *desk, const char *folder, uint64_t seed)
{
    *desk = (Desk){.folder = folder, .whole = record_new(), .time = {.wall = WALL}};
    sealed_folder_make(folder);
    story_init(&desk->story, seed);
    desk_unlock(desk);
}

void desk_close(Desk *desk)
{
    desk_lock(desk);
    record_free(desk->whole);
}

void desk_tell_all(Desk *desk, Event *events, size_t count)
{
    Error error = {0};
    if (!keeper_keep(desk->keeper, events, count, &error)) {
        fail_msg("%s %s: %s", event_type_name(events->type), error.place, error.sentence);
    }
    for (size_t i = 0; i < count; i++) {
        assert_true(record_apply(desk->whole, &events[i], NULL));
    }
}

void desk_tell(Desk *desk, Event event)
{
    desk_tell_all(desk, &event, 1);
}

void desk_tell_more(Desk *desk, int events)
{
    for (int i = 0; i < events; i++) {
        Event event = {0};
        story_next(&desk->story, desk->whole, &event);
        event.wall_ms = WALL;
        desk_tell(desk, event);
    }
}

void desk_sit(Desk *desk, int family, int number)
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
    desk_tell_all(desk, events, COUNT(events));
}

void desk_make_many(Desk *desk)
{
    desk_tell(desk, story_frozen(0, 1, "words"));
    for (int family = 1; family <= MANY; family++) {
        desk_tell(desk, story_case(family));
        desk_tell(desk, story_person(family, family, TIER_T2));
    }
    for (int round = 0; round < SITTINGS; round++) {
        for (int family = 1; family <= MANY; family++) {
            desk_sit(desk, family, 1 + round * MANY + family);
        }
    }
    desk_lock(desk);
    desk_unlock(desk);
}

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

void desk_assert_whole(Desk *desk, Id family)
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
