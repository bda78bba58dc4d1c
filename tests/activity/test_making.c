/* The rules of kits, plans, cards of true or not, and noticing logs; small activities as in
 * test_kinds.c. */
#include "activity/made.h"

#define ARROW " \xe2\x86\x92 "

static bool interprets(const Play *play, const UiEvent *event, Move *out)
{
    *out = (Move){0};
    return play_interpret(play, event, out);
}

/* ---- calm_kit ---- */

static const MadeContent kit = {
    "calm_kit", "\"t1\", \"t4\"",
    "[{\"id\": \"bag\", \"text\": \"s.pick\", \"keep\": 2, \"own\": true, \"order\": true,"
    "  \"marks\": [{\"id\": \"fast\", \"text\": \"s.fast\"}, {\"id\": \"later\", \"text\": "
    "\"s.later\"}],"
    "  \"tools\": [{\"id\": \"hug\", \"text\": \"s.hug\", \"picture\": \"card/hug-toy\", "
    "\"reply\": "
    "\"s.tight\"},"
    "  {\"id\": \"run\", \"text\": \"s.run\"}, {\"id\": \"nap\", \"text\": \"s.nap\", \"tiers\": "
    "[\"t4\"]}]},"
    " {\"id\": \"place\", \"text\": \"s.where\", \"use\": \"place\", \"tools\": ["
    "  {\"id\": \"fish\", \"text\": \"s.fish\", \"picture\": \"rest/fish\"},"
    "  {\"id\": \"rain\", \"text\": \"s.rain\", \"picture\": \"rest/rain\"}]},"
    " {\"id\": \"end\", \"text\": \"s.end\"}]"};

static void a_kit_is_filled_ordered_and_marked(void **state)
{
    (void)state;
    Library *library = made_library(&kit);
    Play *play = made_play(library, TIER_T4, true, 1);
    STEPS(play, {"next", REFUSED}, {"take", "hug", REFUSED}, {"up", "hug", REFUSED},
          {"keep", "zap", REFUSED}, {"keep", "own-1", REFUSED},
          {"keep", "hug", .says = "Put in the kit: hug"}, {"keep", "hug", REFUSED});
    assert_shows(play, "tight", true);
    STEPS(play, {"down", "hug", REFUSED}, {"own", .text = "sing", .says = "Wrote: sing"},
          {"own", .text = "hum", REFUSED}, {"keep", "run", REFUSED}); /* it is full */
    assert_shows(play, "The kit is full", true);
    assert_summary(play, "pick | 1. hug\npick | 2. sing\n");
    STEPS(play, {"up", "own-1", .says = "Moved up: sing"}, {"up", "own-1", REFUSED},
          {"mark", "hug", "later", .says = "Marked: hug" ARROW "later"},
          {"mark", "hug", "later", REFUSED}, {"mark", "hug", "slow", REFUSED},
          {"mark", "hug", "fast", .says = "Marked: hug" ARROW "fast"},
          {"mark", "run", "fast", REFUSED});
    assert_summary(play, "pick | 1. sing\npick | 2. hug (fast, later)\n");
    STEPS(play, {"unmark", "hug", "later", .says = "Took a mark off: hug" ARROW "later"},
          {"unmark", "hug", "later", REFUSED}, {"down", "own-1", .says = "Moved down: sing"},
          {"take", "hug", .says = "Took back: hug"},
          {"keep", "hug", .says = "Put in the kit: hug"});
    assert_summary(play, "pick | 1. sing\npick | 2. hug\n"); /* marks went with it */
    made_close(play, library);
}

static void an_own_tool_taken_out_is_shown_to_nobody(void **state)
{
    (void)state;
    Library *library = made_library(&kit);
    Play *play = made_play(library, TIER_T4, true, 1);
    STEPS(play, {"own", .text = "scream", .says = "Wrote: scream"},
          {"take", "own-1", .says = "Took back: (taken back)"},
          {"own", .text = "sing", .says = "Wrote: sing"});
    char *first = step_words(play, 0), *back = back_text(play, 1);
    assert_string_equal(first, "Wrote something and took it back");
    assert_null(strstr(back, "scream"));
    assert_non_null(strstr(back, "(taken back)"));
    free(first);
    free(back);
    made_close(play, library);
}

static void nobody_types_where_they_may_not(void **state)
{
    (void)state;
    Library *library = made_library(&kit);
    Play *play = made_play(library, TIER_T4, false, 1),
         *little = made_play(library, TIER_T1, false, 1);
    STEPS(play, {"own", .text = "sing", REFUSED});
    STEPS(little, {"keep", "nap", REFUSED}, {"keep", "run", .says = "Put in the kit: run"});
    play_free(little);
    made_close(play, library);
}

static void tools_go_into_the_bag_by_hand(void **state)
{
    (void)state;
    Library *library = made_library(&kit);
    Play *play = made_play(library, TIER_T1, false, 1);
    UiEvent place = {.type = UI_PLACE, .action = action_of("pick", "hug", 0), .target = "bag"};
    UiEvent mark = {.type = UI_PRESS, .action = action_of("mark", "hug", 0)};
    Move move;
    assert_false(interprets(play, &mark, &move));
    assert_true(interprets(play, &place, &move));
    assert_accepted(play, &move);
    assert_true(interprets(play, &mark, &move));
    assert_string_equal(move.verb, "mark");
    assert_accepted(play, &move);
    assert_true(interprets(play, &mark, &move));
    assert_string_equal(move.verb, "unmark");
    mark.action.value = 2; /* there are two */
    assert_false(interprets(play, &mark, &move));
    mark.action.value = -1;
    assert_false(interprets(play, &mark, &move));
    snprintf(place.target, sizeof place.target, "%s", "floor");
    assert_false(interprets(play, &place, &move));
    made_close(play, library);
}

static void one_place_is_chosen_and_another_takes_its_place(void **state)
{
    (void)state;
    Library *library = made_library(&kit);
    Play *play = made_play(library, TIER_T1, false, 1);
    STEPS(play, {"skip", .says = "Skipped"}, {"keep", "fish", .says = "Put in the kit: fish"},
          {"keep", "rain", .says = "Put in the kit: rain"});
    assert_summary(play, "pick | Skipped\nwhere | rain\n");
    STEPS(play, {"next", .says = "Went on"}, {"next", .says = "Went on"});
    assert_true(play_finished(play));
    made_close(play, library);
}

static void what_break_offers_is_what_was_kept(void **state)
{
    (void)state;
    Library *library = made_library(&kit);
    Play *play = made_play(library, TIER_T4, true, 1);
    Kit offered = {.arena = arena_new()};
    play_kit(play, &offered);
    assert_int_equal(offered.count, 0);
    assert_null(offered.place);
    STEPS(play, {"own", .text = "sing", .says = "Wrote: sing"},
          {"keep", "hug", .says = "Put in the kit: hug"}, {"next", .says = "Went on"},
          {"keep", "rain", .says = "Put in the kit: rain"});
    play_kit(play, &offered);
    assert_int_equal(offered.count, 2);
    assert_string_equal(offered.tools[0].words, "sing");
    assert_null(offered.tools[0].picture);
    assert_null(offered.tools[0].reply);
    assert_string_equal(offered.tools[1].picture, "card/hug-toy");
    assert_string_equal(offered.tools[1].reply, "tight");
    assert_string_equal(offered.place, "rest/rain");
    arena_free(offered.arena);
    made_close(play, library);
}

/* ---- plan_steps ---- */

#define PLAN_OPTIONS                                                                               \
    "\"options\": [{\"id\": \"a\", \"text\": \"s.ant\"}, {\"id\": \"b\", \"text\": \"s.bear\"},"   \
    " {\"id\": \"c\", \"text\": \"s.cat\"}]"

static const MadeContent plan = {
    "plan_steps", "\"t3\"",
    "[{\"id\": \"plan\", \"text\": \"s.plan\", \"slots\": ["
    "  {\"id\": \"one\", \"lead\": \"s.one\", " PLAN_OPTIONS "},"
    "  {\"id\": \"two\", \"lead\": \"s.two\", \"many\": 2, \"own\": true, " PLAN_OPTIONS "},"
    "  {\"id\": \"own\", \"lead\": \"s.own\", \"own\": true, " PLAN_OPTIONS "}]}]"};

static void slots_are_filled_in_any_order(void **state)
{
    (void)state;
    Library *library = made_library(&plan);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"put", "one", "z", REFUSED}, {"put", "zero", "a", REFUSED},
          {"take", "one", "a", REFUSED}, {"open", "zero", REFUSED},
          {"open", "two", .says = "Turned to: two"}, {"open", "two", REFUSED},
          {"put", "two", "a", .says = "Chose: two" ARROW "ant"},
          {"put", "two", "b", .says = "Chose: two" ARROW "bear"});
    assert_summary(play, "two | ant, bear\n");
    STEPS(play, {"put", "two", "c", .says = "Chose: two" ARROW "cat"}); /* the first gives way */
    assert_summary(play, "two | bear, cat\n");
    STEPS(play, {"take", "two", "b", .says = "Took back: two" ARROW "bear"}, {"next", REFUSED},
          {"put", "one", "a", .says = "Chose: one" ARROW "ant"},
          {"put", "one", "b", .says = "Chose: one" ARROW "bear"}, {"next", REFUSED},
          {"put", "own", "c", .says = "Chose: own" ARROW "cat"}, {"next", .says = "Went on"});
    assert_summary(play, "one | bear\ntwo | cat\nown | cat\n");
    made_close(play, library);
}

static void a_pressed_option_goes_into_the_slot_shown(void **state)
{
    (void)state;
    Library *library = made_library(&plan);
    Play *play = made_play(library, TIER_T3, false, 1);
    UiEvent press = {.type = UI_PRESS, .action = action_of("put", "a", 0)};
    static const char *const slots[] = {"one", "two", "two"};
    static const char *const verbs[] = {"put", "put", "take"}; /* two takes several: it stays */
    for (size_t i = 0; i < 3; i++) {
        Move move;
        assert_true(interprets(play, &press, &move));
        assert_string_equal(move.item, slots[i]);
        assert_string_equal(move.verb, verbs[i]);
        assert_accepted(play, &move);
    }
    made_close(play, library);
}

static void own_words_of_a_plan_can_be_taken_back(void **state)
{
    (void)state;
    Library *library = made_library(&plan);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"own", "one", .text = "x", REFUSED}, {"clear", "two", REFUSED},
          {"own", "two", .text = "a walk", .says = "Wrote: two" ARROW "a walk"},
          {"put", "two", "a", .says = "Chose: two" ARROW "ant"},
          {"own", "own", .text = "secret", .says = "Wrote: own" ARROW "secret"});
    assert_summary(play, "two | ant, a walk\nown | secret\n");
    STEPS(play, {"put", "own", "b", .says = "Chose: own" ARROW "bear"});
    char *first = step_words(play, 2), *back = back_text(play, 3);
    assert_string_equal(first, "Wrote something and took it back");
    assert_null(strstr(back, "secret"));
    free(first);
    free(back);
    STEPS(play, {"clear", "two", .says = "Took back: two"});
    assert_summary(play, "two | ant\nown | bear\n");
    made_close(play, library);
}

/* ---- quiz_myth ---- */

#define QUIZ_CARD(id) "{\"id\": \"" id "\", \"text\": \"s." id "\", \"reply\": \"s.so-" id "\"}"

static const MadeContent quiz = {
    "quiz_myth", "\"t2\"",
    "[{\"id\": \"all\", \"text\": \"s.true\", \"cards\": [" QUIZ_CARD("ant") ", " QUIZ_CARD(
        "bear") ", " QUIZ_CARD("cat") "]},"
                                      " {\"id\": \"doors\", \"text\": \"s.door\", \"answers\": "
                                      "[{\"id\": \"in\", "
                                      "\"text\": \"s.in\"},"
                                      "  {\"id\": \"out\", \"text\": \"s.out\"}], \"cards\": "
                                      "[" QUIZ_CARD(
                                          "dog") "]},"
                                                 " {\"id\": \"few\", \"text\": \"s.few\", "
                                                 "\"draw\": 2, \"cards\": "
                                                 "[" QUIZ_CARD("elk") ", " QUIZ_CARD(
                                                     "fox") ", " QUIZ_CARD("gnu") ", " QUIZ_CARD("h"
                                                                                                 "e"
                                                                                                 "n") "]}]"};

static void cards_come_one_by_one_and_may_be_left(void **state)
{
    (void)state;
    Library *library = made_library(&quiz);
    Play *play = made_play(library, TIER_T2, false, 1);
    STEPS(play, {"answer", "bear", "true", REFUSED}, {"answer", "ant", "maybe", REFUSED},
          {"card-back", "ant", REFUSED},
          {"answer", "ant", "true", .says = "Chose: ant" ARROW "True"},
          {"answer", "ant", "true", REFUSED});
    assert_shows(play, "so-ant", true);
    STEPS(play, {"answer", "ant", "not-true", .says = "Chose: ant" ARROW "Not true"},
          {"turn-card", "bear", REFUSED}, {"turn-card", "ant", .says = "Turned the card: ant"});
    assert_shows(play, "so-ant", false);
    STEPS(play, {"next", REFUSED}, {"turn-card", "bear", .says = "Turned the card: bear"},
          {"turn-card", "cat", REFUSED},
          {"answer", "cat", "not-sure", .says = "Chose: cat" ARROW "Not sure"});
    assert_summary(play, "cat | Not sure\nant | Not true\n"); /* what is open first */
    STEPS(play, {"card-back", "cat", .says = "Went back a card from: cat"},
          {"answer", "bear", "true", .says = "Chose: bear" ARROW "True"},
          {"next", .says = "Went on"}, {"answer", "dog", "true", REFUSED},
          {"answer", "dog", "in", .says = "Chose: dog" ARROW "in"}, {"next", .says = "Went on"});
    assert_summary(play, "cat | Not sure\nant | Not true\nbear | True\ndog | in\n");
    made_close(play, library);
}

/* The card shown on the page, "" when none of the four is. */
static const char *card_now(const Play *play)
{
    static const char *const cards[] = {"elk", "fox", "gnu", "hen"};
    PlayView view = {.hand = "", .draft = ""};
    char *page = page_text(play, &view);
    const char *found = "";
    for (size_t i = 0; i < 4; i++) {
        found = strstr(page, cards[i]) ? cards[i] : found;
    }
    free(page);
    return found;
}

static void drawn_cards_differ_and_their_order_stays(void **state)
{
    (void)state;
    Library *library = made_library(&quiz);
    bool differ = false;
    const char *first = NULL;
    for (uint64_t seed = 0; seed < 24; seed++) {
        Play *play = made_play(library, TIER_T2, false, seed);
        Play *again = made_play(library, TIER_T2, false, seed);
        STEPS(play, {"skip", .says = "Skipped"}, {"skip", .says = "Skipped"});
        STEPS(again, {"skip", .says = "Skipped"}, {"skip", .says = "Skipped"});
        const char *card = card_now(play);
        assert_string_equal(card, card_now(again));
        differ = differ || (first && strcmp(first, card) != 0);
        first = card;
        Move turn = here(play, move_of("turn-card", "", card));
        assert_accepted(play, &turn);
        assert_string_not_equal(card, card_now(play));
        turn = here(play, move_of("turn-card", "", card_now(play)));
        assert_refused(play, &turn); /* two were drawn */
        play_free(again);
        play_free(play);
    }
    assert_true(differ);
    library_free(library);
}

/* ---- notice_log ---- */

static const MadeContent notice = {
    "notice_log", "\"ad\"",
    "[{\"id\": \"log\", \"text\": \"s.notice\", \"lines\": 2, \"fields\": ["
    "  {\"id\": \"maybe\", \"lead\": \"s.maybe\", \"guess\": true, \"options\": [{\"id\": "
    "\"tired\","
    "   \"text\": \"s.tired\"}]},"
    "  {\"id\": \"saw\", \"lead\": \"s.saw\", \"hint\": \"s.as-a-camera\", \"options\": [{\"id\": "
    "\"home\", \"text\": \"s.at-home\"}, {\"id\": \"car\", \"text\": \"s.in-the-car\"}]}]}]"};

static void facts_are_asked_before_guesses(void **state)
{
    (void)state;
    Library *library = made_library(&notice);
    Play *play = made_play(library, TIER_AD, true, 1);
    assert_shows(play, "as-a-camera", true);
    STEPS(play, {"own", "maybe", .text = "sad", REFUSED}, {"put", "saw", "tired", REFUSED},
          {"settle", "saw", REFUSED}, {"add-line", REFUSED}, {"next", REFUSED},
          {"put", "saw", "home", .says = "Chose: saw" ARROW "at-home"},
          {"put", "saw", "home", REFUSED}, {"pass", "saw", REFUSED},
          {"own", "saw", .text = "a wave", .says = "Wrote: saw" ARROW "a wave"},
          {"put", "saw", "car", REFUSED},
          {"put", "maybe", "tired", .says = "Chose: maybe" ARROW "tired"},
          {"settle", "maybe", .says = "Left it at that: maybe"},
          {"add-line", .says = "Began another line"}, {"add-line", REFUSED},
          {"pass", "saw", .says = "Left open: saw"},
          {"own", "maybe", .text = "glad", .says = "Wrote: maybe" ARROW "glad"},
          {"add-line", REFUSED});
    assert_summary(play, "1. saw | at-home a wave\n1. maybe | tired\n2. maybe | glad\n");
    STEPS(play, {"clear", "saw", .value = 2, REFUSED}, {"clear", "saw", .value = -1, REFUSED},
          {"clear", "zap", REFUSED}, {"clear", "saw", .says = "Took back: saw"},
          {"own", "saw", .text = "a smile", .says = "Wrote: saw" ARROW "a smile"},
          {"next", .says = "Went on"});
    assert_summary(play, "1. saw | a smile\n1. maybe | tired\n2. maybe | glad\n");
    made_close(play, library);
}

static void guesses_are_folded_and_facts_are_not(void **state)
{
    (void)state;
    Library *library = made_library(&notice);
    Play *play = made_play(library, TIER_AD, true, 1);
    STEPS(play, {"own", "saw", .text = "a wave", .says = "Wrote: saw" ARROW "a wave"},
          {"own", "maybe", .text = "glad", .says = "Wrote: maybe" ARROW "glad"});
    Summary summary = {.arena = arena_new()};
    play_summary(play, &summary);
    assert_int_equal(summary.count, 2);
    assert_false(summary.lines[0].folded);
    assert_true(summary.lines[1].folded);
    arena_free(summary.arena);
    made_close(play, library);
}

static Play *play_with_rules(const Library *library, const Library *rules)
{
    const Module *module = library_module(library, "hand");
    PlaySetup setup = {.activity = module_activity(module, "made"),
                       .words = library_strings(library, module),
                       .ui = library_ui(library),
                       .lint = library_lint(rules),
                       .tier = TIER_AD,
                       .may_type = true};
    assert_non_null(setup.lint);
    return play_open(&setup, 1);
}

/* A hint, in the rule's own words, and never a refusal; the helper sees which words are meant. */
static void a_loaded_word_gets_a_hint(void **state)
{
    (void)state;
    static const struct {
        const char *words, *hint;
        bool loaded;
    } rows[] = {
        {"She waved at me.", "Another way to put it", false},
        {"He is manipulative.", "say what the child did and what may sit under it", true},
        {"She was brainwashed.", "describe what was said or done", true},
        {"He never listens to me.", "say one time and one thing", true},
        {"My ex came late.", "or “my child’s other parent”", true},
    };
    Library *library = made_library(&notice), *rules = NULL;
    assert_true(library_open(COVE_SOURCE_DIR "/content", kinds_content(), "en", &rules, NULL));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Play *play = play_with_rules(library, rules);
        Move own = here(play, move_of("own", "", "saw"));
        snprintf(own.text, sizeof own.text, "%s", rows[i].words);
        assert_accepted(play, &own);
        assert_shows(play, rows[i].hint, rows[i].loaded);
        assert_shows(play, "{", false);
        char *summary = summary_text(play);
        assert_non_null(strstr(summary, rows[i].words)); /* as it was written */
        assert_int_equal(strstr(summary, "(strong word: ") != NULL, rows[i].loaded);
        free(summary);
        play_free(play);
    }
    library_free(rules);
    library_free(library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kit_is_filled_ordered_and_marked),
        cmocka_unit_test(an_own_tool_taken_out_is_shown_to_nobody),
        cmocka_unit_test(nobody_types_where_they_may_not),
        cmocka_unit_test(tools_go_into_the_bag_by_hand),
        cmocka_unit_test(one_place_is_chosen_and_another_takes_its_place),
        cmocka_unit_test(what_break_offers_is_what_was_kept),
        cmocka_unit_test(slots_are_filled_in_any_order),
        cmocka_unit_test(a_pressed_option_goes_into_the_slot_shown),
        cmocka_unit_test(own_words_of_a_plan_can_be_taken_back),
        cmocka_unit_test(cards_come_one_by_one_and_may_be_left),
        cmocka_unit_test(drawn_cards_differ_and_their_order_stays),
        cmocka_unit_test(facts_are_asked_before_guesses),
        cmocka_unit_test(guesses_are_folded_and_facts_are_not),
        cmocka_unit_test(a_loaded_word_gets_a_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
