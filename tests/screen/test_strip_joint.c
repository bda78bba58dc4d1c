/* The strip beside two: whose turn it is, a pause for both, and the child's Stop before all. */
#include "screen/pair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const Sitting *last_sitting(Pair *pair)
{
    const Record *record = pair_record(pair);
    return record_sitting_at(record, record_sitting_count(record) - 1);
}

static void begin(Pair *pair)
{
    pair_open(pair, false);
    pair_begin(pair, "shell", "The talking shell");
    stage_key(pair->house.stage, KEY_STRIP, NULL);
}

static void it_says_whose_turn_it_is(void **state)
{
    (void)state;
    Pair pair;
    begin(&pair);
    expect_text(&pair.house, "Turn: Milo");
    press(&pair.house, "Things to say");
    expect_text(&pair.house, "How was it to do this side by side?");
    house_close(&pair.house);
}

static void the_childs_stop_ends_a_pause_for_both(void **state)
{
    (void)state;
    for (int key = 0; key <= 1; key++) {
        Pair pair;
        begin(&pair);
        press(&pair.house, "Pause");
        assert_null(tree_find_key(stage_tree(pair.house.stage), "adult-strip"));
        if (key) {
            stage_key(pair.house.stage, KEY_ESCAPE, NULL);
        } else {
            press(&pair.house, "Stop");
        }
        expect_screen(&pair.house, "goodbye");
        assert_int_equal(last_sitting(&pair)->ended_by, SEAT_CHILD);
        house_close(&pair.house);
    }
}

/* Neither of them ended it, and no question is asked where the other looks on. */
static void a_soft_end_asks_nothing(void **state)
{
    (void)state;
    Pair pair;
    begin(&pair);
    press(&pair.house, "End softly");
    press(&pair.house, "End now");
    expect_screen(&pair.house, "pebble");
    const Sitting *sitting = last_sitting(&pair);
    assert_int_equal(sitting->play_count, 1);
    assert_int_equal(record_play(pair_record(&pair), sitting->plays[0])->how, ENDING_LEFT);
    assert_int_equal(sitting->ended_by, SEAT_NONE);
    house_close(&pair.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_says_whose_turn_it_is),
        cmocka_unit_test(the_childs_stop_ends_a_pause_for_both),
        cmocka_unit_test(a_soft_end_asks_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
