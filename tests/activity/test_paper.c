/* Drawing, the body map and the letter by hand: what moves lead to, what is read back, and what is
 * in no record. The words of each page are those of made.h. */
#include "activity/made.h"

#include "activity/tools.h"
#include "ui/sheet.h"

/* ---- body_map ---- */

static const MadeContent body = {
    "body_map", "\"t2\", \"t3\"",
    "[{\"id\": \"map\", \"text\": \"s.where\", \"size\": true, \"feelings\": ["
    "  {\"id\": \"glad\", \"text\": \"s.glad\"}, {\"id\": \"sad\", \"text\": \"s.sad\"},"
    "  {\"id\": \"odd\", \"text\": \"s.odd\", \"tiers\": [\"t3\"]}]},"
    " {\"id\": \"flat\", \"text\": \"s.flat\", \"figure\": \"robot\", \"feelings\": ["
    "  {\"id\": \"glad\", \"text\": \"s.glad\"}, {\"id\": \"sad\", \"text\": \"s.sad\"}]}]"};

static void zones_hold_several_feelings_of_their_size(void **state)
{
    (void)state;
    Library *library = made_library(&body);
    Play *play = made_play(library, TIER_T2, false, 1);
    STEPS(play, {"fill", "chest", "glad", .value = 2, .says = "Put: glad (Big) \xe2\x86\x92 Chest"},
          {"fill", "chest", "glad", .value = 2, REFUSED},
          {"fill", "chest", "sad", .says = "Put: sad (Small) \xe2\x86\x92 Chest"},
          {"fill", "knee", "sad", REFUSED}, {"fill", "legs", "odd", REFUSED},
          {"fill", "legs", "sad", .value = 3, REFUSED},
          {"fill", "legs", "sad", .value = -1, REFUSED}, {"empty", "legs", "sad", REFUSED});
    assert_summary(play, "Chest | glad (Big), sad (Small)\n");
    assert_shows(play, "target \"Chest: glad (Big), sad (Small)\"", true);
    STEPS(play, {"empty", "chest", "glad", .says = "Took back: glad \xe2\x86\x92 Chest"},
          {"empty", "chest", "sad", .says = "Took back: sad \xe2\x86\x92 Chest"}, {"next", REFUSED},
          {"skip", .says = "Skipped"},
          {"fill", "hands", "sad", .value = 1, REFUSED}, /* no sizes on this page */
          {"fill", "hands", "sad", .says = "Put: sad \xe2\x86\x92 Hands"});
    assert_summary(play, "where | Skipped\nHands | sad\n");
    assert_shows(play, "target \"Other hand: sad\"", true);
    made_close(play, library);
}

/* The same feeling once more takes it away; a press with empty hands gives one back. */
static void a_feeling_is_placed_and_given_back(void **state)
{
    (void)state;
    Library *library = made_library(&body);
    Play *play = made_play(library, TIER_T2, false, 1);
    UiEvent place = {.type = UI_PLACE, .action = action_of("pick", "glad", 1), .target = "head"};
    UiEvent press = {.type = UI_PRESS, .action = action_of("zone", "head", 0)};
    Move move;
    assert_false(play_interpret(play, &press, &move));
    for (int turn = 0; turn < 2; turn++) {
        assert_true(play_interpret(play, &place, &move));
        assert_string_equal(move.verb, turn ? "empty" : "fill");
        assert_accepted(play, &move);
    }
    assert_true(play_interpret(play, &place, &move));
    assert_accepted(play, &move);
    assert_true(play_interpret(play, &press, &move));
    assert_string_equal(move.verb, "empty");
    made_close(play, library);
}

/* ---- letter_unsent ---- */

static const MadeContent letter = {
    "letter_unsent", "\"t2\", \"t3\"",
    "[{\"id\": \"write\", \"text\": \"s.to-you\", \"own\": true, \"close\": \"s.from-me\","
    "  \"lines\": [{\"id\": \"a\", \"text\": \"s.hello\"}, {\"id\": \"b\", \"text\": \"s.bye\"}],"
    "  \"stamps\": [{\"id\": \"sun\", \"text\": \"s.sun\", \"picture\": \"cover/sun\"}]},"
    " {\"id\": \"read\", \"text\": \"s.post\", \"post\": ["
    "  {\"id\": \"x\", \"text\": \"s.words-of-x\", \"from\": \"s.from-x\"},"
    "  {\"id\": \"y\", \"text\": \"s.words-of-y\", \"from\": \"s.from-y\"}]}]"};

#define KEPT_STEP "A step the person keeps"

static void what_is_written_waits(void **state)
{
    (void)state;
    Library *library = made_library(&letter);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"keep", REFUSED}, {"show", REFUSED}, {"line", "a", .says = KEPT_STEP},
          {"line", "a", REFUSED}, {"stamp", "sun", .says = KEPT_STEP},
          {"own", .text = "wobbly", .says = KEPT_STEP}, {"next", REFUSED});
    assert_int_equal(play_waiting(play), 3);
    assert_shows(play, "wobbly", true);
    STEPS(play, {"show", .says = "Show your helper"}, {"undo", REFUSED}, {"line", "b", REFUSED},
          {"tear", REFUSED});
    assert_int_equal(play_waiting(play), 0);
    assert_int_equal(play_move_count(play), 4);
    assert_summary(play, "to-you | hello (sun) wobbly\n");
    STEPS(play, {"keep", .says = KEPT_STEP});
    assert_summary(play, "to-you | Kept by the person. The words are not shown here.\n");
    made_close(play, library);
}

static void a_step_back_leaves_no_trace(void **state)
{
    (void)state;
    Library *library = made_library(&letter);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"own", .text = "furious", .says = KEPT_STEP});
    Move undo = here(play, move_of("undo", "", ""));
    assert_true(play_waits(play, &undo));
    assert_true(play_apply(play, &undo, NULL));
    assert_int_equal(play_move_count(play), 0);
    STEPS(play, {"line", "b", .says = KEPT_STEP}, {"show", .says = "Show your helper"});
    assert_summary(play, "to-you | bye\n");
    made_close(play, library);
}

static void of_a_torn_letter_only_that_is_left(void **state)
{
    (void)state;
    Library *library = made_library(&letter);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"line", "a", .says = KEPT_STEP}, {"own", .text = "furious", .says = KEPT_STEP},
          {"tear", .says = "Tore the letter up"}, {"undo", REFUSED}, {"tear", REFUSED});
    assert_int_equal(play_move_count(play), 1);
    assert_string_equal(play_move_at(play, 0)->verb, "tear");
    size_t size;
    const char *bytes = play_state(play, &size);
    assert_null(memmem(bytes, size, "furious", 7));
    assert_summary(play, "to-you | Tore the letter up\n");
    assert_shows(play, "It is torn up", true);
    STEPS(play, {"line", "b", .says = KEPT_STEP}, {"skip", REFUSED}, {"next", .says = "Went on"});
    assert_int_equal(play_move_count(play), 2); /* what waited was left behind */
    made_close(play, library);
}

static void post_is_opened_and_has_three_ways_to_go(void **state)
{
    (void)state;
    Library *library = made_library(&letter);
    Play *play = made_play(library, TIER_T2, false, 1);
    STEPS(play, {"own", .text = "a", REFUSED}, {"skip", .says = "Skipped"}, {"line", "a", REFUSED},
          {"tear", REFUSED}, {"post", "x", "keep", REFUSED}, {"open", "z", REFUSED},
          {"open", "x", .says = "Read: from-x"}, {"post", "y", "keep", REFUSED},
          {"post", "x", "burn", REFUSED}, {"post", "x", "talk", .says = "To talk about: from-x"},
          {"open", "y", .says = "Read: from-y"}, {"next", .says = "Went on"});
    assert_summary(play, "to-you | Skipped\nfrom-x | To talk about\nfrom-y | Read\n");
    made_close(play, library);
}

/* ---- draw_free ---- */

static const MadeContent drawing = {
    "draw_free", "\"t1\", \"t4\"",
    "[{\"id\": \"one\", \"text\": \"s.draw\", \"own\": true,"
    "  \"titles\": [{\"id\": \"sea\", \"text\": \"s.the-sea\"}],"
    "  \"stamps\": [{\"id\": \"sun\", \"text\": \"s.sun\", \"picture\": \"cover/sun\"}]},"
    " {\"id\": \"two\", \"text\": \"s.comic\", \"frames\": 2},"
    " {\"id\": \"say\", \"text\": \"s.only-said\"}]"};

static const Sheet *summed_sheet(const Play *play, size_t line, Summary *summary)
{
    *summary = (Summary){.arena = arena_new()};
    play_summary(play, summary);
    assert_true(line < summary->count);
    return summary->lines[line].sheet;
}

static void strokes_and_stamps_make_a_drawing(void **state)
{
    (void)state;
    Library *library = made_library(&drawing);
    Play *play = made_play(library, TIER_T4, true, 1);
    STEPS(play, {"stroke", "thick-coral", "frame-1", .text = "AAAAP_L_", .says = "Drew: Red"},
          {"stroke", "thick-pink", "frame-1", .text = "AAAA", REFUSED},
          {"stroke", "coral-thick", "frame-1", .text = "AAAA", REFUSED},
          {"stroke", "thick-coral", "frame-2", .text = "AAAA", REFUSED},
          {"stroke", "thick-coral", "frame-", .text = "AAAA", REFUSED},
          {"stroke", "thick-coral", "frame-1", .text = "AAA", REFUSED},
          {"stroke", "thick-coral", "frame-1", .text = "QAAA", REFUSED},
          {"stamp", "sun", "frame-1", .text = "IABA", .says = "Stamped: sun"},
          {"stamp", "sun", "frame-1", .text = "AAAABABA", REFUSED},
          {"stamp", "moon", "frame-1", .text = "IABA", REFUSED},
          {"title", "sea", .says = "Named it: the-sea"},
          {"own", .text = "Mine", .says = "Named it: Mine"});
    assert_summary(play, "draw | Mine\n");
    Summary summary;
    const Sheet *sheet = summed_sheet(play, 0, &summary);
    assert_int_equal(sheet->count, 2);
    assert_int_equal(sheet->marks[0].spots[1].x, PAPER_WIDTH - 1);
    assert_string_equal(sheet->marks[1].stamp, "cover/sun");
    arena_free(summary.arena);
    STEPS(play, {"next", .says = "Went on"}, {"next", REFUSED},
          {"stroke", "soft-sea", "frame-2", .text = "BABA", .says = "Drew: Blue"},
          {"stamp", "sun", "frame-1", .text = "IABA", REFUSED}, {"own", .text = "x", REFUSED},
          {"next", .says = "Went on"}, {"stroke", "soft-sea", "frame-1", .text = "BABA", REFUSED});
    assert_summary(play, "draw | Mine\ncomic | A drawing\n");
    made_close(play, library);
}

/* Only the picture as it is at the end is shown to anybody. */
static void what_was_taken_back_is_in_no_replay(void **state)
{
    (void)state;
    Library *library = made_library(&drawing);
    Play *play = made_play(library, TIER_T4, true, 1);
    STEPS(play, {"stroke", "thin-ink", "frame-1", .text = "AAAAP_L_", .says = "Drew: Dark blue"},
          {"undo", .says = "Took back the last step"},
          {"stroke", "thin-sea", "frame-1", .text = "BABA", .says = "Drew: Blue"},
          {"own", .text = "angry", .says = "Named it: angry"},
          {"title", "sea", .says = "Named it: the-sea"});
    char *taken = step_words(play, 0), *titled = step_words(play, 3), *back = back_text(play, 4);
    assert_string_equal(taken, "Drew something and took it back");
    assert_string_equal(titled, "Wrote something and took it back");
    assert_null(strstr(back, "angry"));
    assert_non_null(strstr(back, "Drawings are not evidence."));
    free(taken);
    free(titled);
    free(back);
    made_close(play, library);
}

static const Node *drawn_back(const Play *play, size_t steps, Tree *tree)
{
    tree_init(tree);
    play_build_back(play, steps, tree, node_add(tree, NULL, ROLE_SCREEN, "screen", "Replay"));
    const Node *sheet = tree_find_key(tree, "frame-1");
    assert_non_null(sheet);
    assert_null(sheet->pen);
    return sheet;
}

static void replay_draws_again_what_stands(void **state)
{
    (void)state;
    Library *library = made_library(&drawing);
    Play *play = made_play(library, TIER_T1, false, 1);
    static const int shown[] = {0, 0, 0, 1, 2};
    STEPS(play, {"stroke", "thin-ink", "frame-1", .text = "AAAAP_L_", .says = "Drew: Dark blue"},
          {"undo", .says = "Took back the last step"},
          {"stroke", "thin-sea", "frame-1", .text = "BABA", .says = "Drew: Blue"},
          {"stamp", "sun", "frame-1", .text = "IABA", .says = "Stamped: sun"});
    for (size_t steps = 0; steps <= 4; steps++) {
        Tree tree;
        assert_int_equal(drawn_back(play, steps, &tree)->sheet->count, shown[steps]);
        tree_clear(&tree);
    }
    made_close(play, library);
}

/* A sheet that is full says so, and all on it stays. */
static void a_full_sheet_keeps_what_is_on_it(void **state)
{
    (void)state;
    Library *library = made_library(&drawing);
    Play *play = made_play(library, TIER_T1, false, 1);
    Move stroke = here(play, move_of("stroke", "", "crayon-sea"));
    Error error = {0};
    memcpy(stroke.target, "frame-1", 8);
    for (int i = 0; i < 4 * STROKE_SPOTS_MAX; i++) {
        stroke.text[i] = "AB"[i / 4 % 2];
    }
    int made = 0;
    while (play_apply(play, &stroke, &error)) {
        stroke.text[0] = "AB"[made++ % 2];
    }
    assert_string_equal(error.sentence, "This step does not fit here: the sheet is full.");
    assert_in_range(made, 100, 120);
    assert_shows(play, "Your page is full. All of it is kept.", true);
    assert_shows(play, "target \"Sheet\"", false);
    Summary summary;
    assert_int_equal(summed_sheet(play, 0, &summary)->count, made);
    arena_free(summary.arena);
    STEPS(play, {"undo", .says = "Took back the last step"});
    assert_shows(play, "target \"Sheet\"", true);
    made_close(play, library);
}

static UiEvent drawn(const Node *sheet, const Trail *trail)
{
    return (UiEvent){.type = UI_DRAW, .action = sheet->action, .trail = trail};
}

/* By pointer, and from cell to cell by keys: the same moves. */
static void every_input_can_draw(void **state)
{
    (void)state;
    Library *library = made_library(&drawing);
    Play *play = made_play(library, TIER_T1, false, 1);
    PlayTools tools = {.held = {"soft", "green"}};
    PlayView view = {.hand = "", .draft = "", .tools = &tools};
    Move move;
    Tree tree;
    tree_init(&tree);
    play_build(play, &view, &tree, node_add(&tree, NULL, ROLE_SCREEN, "screen", "Play"));
    const Trail trail = {.spots = {{5, 6}, {900, 700}}, .count = 2};
    UiEvent event = drawn(tree_find_key(&tree, "frame-1"), &trail);
    assert_true(play_interpret(play, &event, &move));
    assert_string_equal(move.item, "soft-green");
    assert_accepted(play, &move);

    static const char *const cells[] = {"frame-1-cell-0", "frame-1-cell-11"};
    snprintf(tools.held[2], REF_MAX, "cells");
    for (int i = 0; i < 2; i++) {
        tree_reset(&tree);
        play_build(play, &view, &tree, node_add(&tree, NULL, ROLE_SCREEN, "screen", "Play"));
        const Node *cell = tree_find_key(&tree, cells[i]);
        event = (UiEvent){.type = UI_PRESS, .action = cell->action};
        assert_int_equal(play_tools_hear(&tools, &event), i == 0);
    }
    assert_true(play_interpret(play, &event, &move));
    assert_string_equal(move.item, "soft-green");
    Spot spots[2];
    assert_int_equal(spots_read(move.text, spots, 2), 2);
    assert_true(spots[0].x == 128 && spots[0].y == 128 && spots[1].x == 896 && spots[1].y == 640);
    assert_accepted(play, &move);
    tree_clear(&tree);
    made_close(play, library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zones_hold_several_feelings_of_their_size),
        cmocka_unit_test(a_feeling_is_placed_and_given_back),
        cmocka_unit_test(what_is_written_waits),
        cmocka_unit_test(a_step_back_leaves_no_trace),
        cmocka_unit_test(of_a_torn_letter_only_that_is_left),
        cmocka_unit_test(post_is_opened_and_has_three_ways_to_go),
        cmocka_unit_test(strokes_and_stamps_make_a_drawing),
        cmocka_unit_test(what_was_taken_back_is_in_no_replay),
        cmocka_unit_test(replay_draws_again_what_stands),
        cmocka_unit_test(a_full_sheet_keeps_what_is_on_it),
        cmocka_unit_test(every_input_can_draw),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
