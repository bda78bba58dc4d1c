/* Each kind by hand: what a few moves lead to, how they are told, and what is read back. */
#include "activity/made.h"

/* ---- feelings_check ---- */

static const MadeContent feelings = {
    "feelings_check", "\"t1\", \"t3\"",
    "[{\"id\": \"now\", \"text\": \"s.how-now\", \"most\": 2, \"size\": true, \"own\": true,"
    "  \"words\": [{\"id\": \"glad\", \"text\": \"s.glad\"}, {\"id\": \"sad\", \"text\": "
    "\"s.sad\"},"
    "  {\"id\": \"mad\", \"text\": \"s.mad\"}, {\"id\": \"shy\", \"text\": \"s.shy\"},"
    "  {\"id\": \"odd\", \"text\": \"s.odd\", \"tiers\": [\"t3\"]}]}]"};

static void feelings_are_picked_sized_and_taken_back(void **state)
{
    (void)state;
    Library *library = made_library(&feelings);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"choose", "glad", .says = "Chose: glad"}, {"choose", "glad", REFUSED},
          {"size", "glad", .value = 2, .says = "Changed the size of: glad"},
          {"size", "glad", .value = 2, REFUSED}, {"size", "glad", .value = 3, REFUSED},
          {"size", "sad", .value = 1, REFUSED}, {"choose", "sad", .says = "Chose: sad"});
    assert_summary(play, "how-now | glad (very big)\nhow-now | sad\n");
    STEPS(play, {"choose", "odd", .says = "Chose: odd"}); /* a third takes the place of the first */
    assert_summary(play, "how-now | sad\nhow-now | odd\n");
    STEPS(play, {"unchoose", "sad", .says = "Took back: sad"}, {"unchoose", "sad", REFUSED},
          {"undo", .says = "Took back the last step"}, {"undo", .says = "Took back the last step"});
    assert_summary(play, "how-now | glad (very big)\nhow-now | sad\n");
    STEPS(play, {"not-sure", .says = "Chose: Not sure"}, {"not-sure", REFUSED});
    assert_summary(play, "how-now | Not sure\n");
    STEPS(play, {"rather-not", .says = "Chose: I would rather not say"});
    assert_summary(play, "how-now | I would rather not say\n");
    STEPS(play, {"choose", "shy", .says = "Chose: shy"},
          {"more", REFUSED}); /* looking is no move */
    assert_summary(play, "how-now | shy\n");
    made_close(play, library);
}

static void own_words_are_given_and_taken_back(void **state)
{
    (void)state;
    Library *library = made_library(&feelings);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"clear", REFUSED}, {"own", .text = "", REFUSED}, {"own", .text = " a", REFUSED},
          {"own", .text = "wobbly", .says = "Wrote: wobbly"}, {"own", .text = "wobbly", REFUSED},
          {"skip", REFUSED});
    assert_summary(play, "how-now | wobbly\n");
    assert_shows(play, "field \"My own word\"\n",
                 true); /* empty again: what was given stands below */
    assert_shows(play, "button \"wobbly\"", true);
    STEPS(play, {"own", .text = "brave", .says = "Wrote: brave"});
    assert_summary(play, "how-now | brave\n");
    STEPS(play, {"clear", .says = "Took back"}, {"next", REFUSED});
    assert_summary(play, "");
    made_close(play, library);
}

static void the_young_see_a_few_faces_at_a_time(void **state)
{
    (void)state;
    Library *library = made_library(&feelings);
    Play *play = made_play(library, TIER_T1, true, 1);
    assert_shows(play, "Smaller", false);
    STEPS(play, {"choose", "odd", REFUSED});
    STEPS(play, {"choose", "glad", .says = "Chose: glad"});
    assert_shows(play, "button \"Smaller: glad\"", true);
    UiEvent more = {.type = UI_PRESS, .action = action_of("more", "", 0)};
    Move move;
    assert_false(play_interpret(play, &more, &move));
    char *pages[3];
    for (int turn = 0; turn < 3; turn++) {
        PlayView view = {.turn = turn, .hand = "", .draft = ""};
        pages[turn] = page_text(play, &view);
    }
    assert_string_not_equal(pages[0], pages[1]);
    assert_string_equal(pages[0], pages[2]); /* four faces, three at a time */
    for (int turn = 0; turn < 3; turn++) {
        free(pages[turn]);
    }
    made_close(play, library);
}

/* Whatever set it lies in: coming back to the page, and looking back, one sees what was chosen. */
static void the_chosen_face_is_among_those_shown(void **state)
{
    (void)state;
    static const char *const faces[] = {"glad", "sad", "mad", "shy"};
    Library *library = made_library(&feelings);
    bool turned = false;
    for (size_t i = 0; i < 4; i++) {
        Play *play = made_play(library, TIER_T1, true, 1);
        assert_int_equal(play_turn(play), 0);
        Move choose = here(play, move_of("choose", "", faces[i]));
        assert_accepted(play, &choose);
        PlayView view = {.turn = play_turn(play), .hand = "", .draft = ""};
        char *now = page_text(play, &view), *back = back_text(play, 1);
        assert_non_null(strstr(now, "[chosen]"));
        assert_non_null(strstr(back, "[chosen]"));
        turned = turned || view.turn > 0;
        free(now);
        free(back);
        play_free(play);
    }
    assert_true(turned);
    library_free(library);
}

/* ---- scale_line ---- */

static const MadeContent scale = {
    "scale_line", "\"t2\", \"t4\"",
    "[{\"id\": \"steps\", \"text\": \"s.how-much\", \"tiers\": [\"t2\"],"
    "  \"labels\": [\"s.none\", \"s.bit\", \"s.some\", \"s.much\", \"s.most\"]},"
    " {\"id\": \"line\", \"text\": \"s.how-big\", \"tiers\": [\"t4\"],"
    "  \"labels\": [\"s.low\", \"s.mid\", \"s.high\"]},"
    " {\"id\": \"rest\", \"text\": \"s.rest\"}]"};

static void a_line_has_its_words_at_both_ends_and_the_middle(void **state)
{
    (void)state;
    Library *library = made_library(&scale);
    Play *play = made_play(library, TIER_T4, false, 1);
    STEPS(play, {"set", .value = 11, REFUSED}, {"set", .value = -1, REFUSED}, {"next", REFUSED},
          {"set", .value = 7, .says = "Chose: 7"}, {"set", .value = 7, REFUSED});
    assert_summary(play, "how-big | 7\n");
    STEPS(play, {"set", .value = 5, .says = "Chose: 5: mid"},
          {"set", .value = 0, .says = "Chose: 0: low"});
    assert_summary(play, "how-big | 0: low\n");
    STEPS(play, {"not-sure", .says = "Chose: Not sure"}, {"next", .says = "Went on"},
          {"set", .value = 1, REFUSED}, {"not-sure", REFUSED}, {"skip", REFUSED},
          {"next", .says = "Went on"}, {"back", REFUSED});
    assert_true(play_finished(play));
    assert_summary(play, "how-big | Not sure\n");
    made_close(play, library);
}

static void five_steps_have_a_word_each(void **state)
{
    (void)state;
    Library *library = made_library(&scale);
    Play *play = made_play(library, TIER_T2, false, 1);
    STEPS(play, {"set", .value = 5, REFUSED}, {"set", .value = 4, .says = "Chose: most"},
          {"set", .value = 1, .says = "Chose: bit"});
    assert_summary(play, "how-much | bit\n");
    STEPS(play, {"undo", .says = "Took back the last step"},
          {"undo", .says = "Took back the last step"}, {"undo", REFUSED},
          {"skip", .says = "Skipped"}, {"back", .says = "Went back"}, {"back", REFUSED});
    assert_summary(play, "how-much | Skipped\n");
    STEPS(play, {"set", .value = 2, .says = "Chose: some"}, {"next", .says = "Went on"});
    assert_summary(play, "how-much | some\n");
    made_close(play, library);
}

/* ---- breathe_pace ---- */

static const MadeContent breath = {
    "breathe_pace", "\"t1\"",
    "[{\"id\": \"slow\", \"text\": \"s.breathe\", \"rounds\": 2, \"beats\": ["
    "  {\"id\": \"in\", \"text\": \"s.in\", \"picture\": \"breathe/bubble\", \"seconds\": 4,"
    "   \"motion\": \"grow\"},"
    "  {\"id\": \"out\", \"text\": \"s.out\", \"seconds\": 5, \"motion\": \"shrink\"}]},"
    " {\"id\": \"see\", \"text\": \"s.look\", \"rounds\": 1, \"beats\": ["
    "  {\"id\": \"one\", \"text\": \"s.red\", \"seconds\": 0, \"motion\": \"still\"},"
    "  {\"id\": \"two\", \"text\": \"s.blue\", \"seconds\": 3, \"motion\": \"still\"}]}]"};

static bool ticks(const Play *play, int64_t since, int64_t now, Move *out)
{
    PlayView view = {.since = since, .now = now, .hand = "", .draft = ""};
    return play_tick(play, &view, out);
}

static char *beat_at(const Play *play, int64_t now)
{
    PlayView view = {.since = 1000, .now = now, .hand = "", .draft = ""};
    Tree tree;
    tree_init(&tree);
    play_build(play, &view, &tree, node_add(&tree, NULL, ROLE_SCREEN, "screen", "Play"));
    const Node *words = tree_find_key(&tree, "beat-words");
    char *copy = memory_copy_string(words ? words->name : "");
    tree_clear(&tree);
    return copy;
}

static void assert_beat(const Play *play, int64_t now, const char *expected)
{
    char *words = beat_at(play, now);
    assert_string_equal(words, expected);
    free(words);
}

static void a_breath_lasts_rounds_times_seconds(void **state)
{
    (void)state;
    Library *library = made_library(&breath);
    Play *play = made_play(library, TIER_T1, false, 1);
    Move made;
    assert_false(ticks(play, 1000, 99000, &made));
    STEPS(play, {"done", REFUSED}, {"again", REFUSED}, {"beat", REFUSED},
          {"begin", .says = "Started it"}, {"begin", REFUSED}, {"beat", REFUSED});
    assert_summary(play, "breathe | Started it\n");
    assert_beat(play, 1000, "in");
    assert_beat(play, 4999, "in");
    assert_beat(play, 5000, "out");
    assert_beat(play, 10000, "in");
    assert_beat(play, 14000, "out");
    assert_beat(play, 500, "in"); /* a clock that began anew */
    assert_false(ticks(play, 1000, 18999, &made));
    assert_true(ticks(play, 1000, 19000, &made));
    assert_true(move_same(&made, &(Move){.verb = "done", .page = "slow"}));
    STEPS(play, {"done", .says = "Went to the end"}, {"done", REFUSED}, {"skip", REFUSED});
    assert_false(ticks(play, 1000, 99000, &made));
    assert_summary(play, "breathe | Went to the end\n");
    made_close(play, library);
}

static void doing_it_again_takes_nothing_away(void **state)
{
    (void)state;
    Library *library = made_library(&breath);
    Play *play = made_play(library, TIER_T1, false, 1);
    STEPS(play, {"begin", .says = "Started it"}, {"done", .says = "Went to the end"},
          {"begin", REFUSED}, {"again", .says = "Started again"}, {"again", REFUSED},
          {"skip", REFUSED});
    assert_beat(play, 1000, "in");
    assert_summary(play, "breathe | Went to the end\n");
    STEPS(play, {"next", .says = "Went on"});
    assert_summary(play, "breathe | Went to the end\n");
    made_close(play, library);
}

static void a_page_that_waits_goes_by_what_is_done(void **state)
{
    (void)state;
    Library *library = made_library(&breath);
    Play *play = made_play(library, TIER_T1, false, 1);
    Move made;
    STEPS(play, {"skip", .says = "Skipped"}, {"begin", .says = "Started it"}, {"done", REFUSED});
    assert_false(ticks(play, 1000, 9999999, &made));
    STEPS(play, {"beat", .says = "Did: red"}, {"next", REFUSED}, {"beat", .says = "Did: blue"},
          {"beat", REFUSED});
    assert_summary(play, "breathe | Skipped\nlook | Went to the end\n");
    STEPS(play, {"again", .says = "Started again"}, {"beat", .says = "Did: red"},
          {"next", .says = "Went on"});
    assert_true(play_finished(play));
    made_close(play, library);
}

/* ---- sort_cards ---- */

static const MadeContent sorting = {
    "sort_cards", "\"t2\", \"t3\"",
    "[{\"id\": \"jars\", \"text\": \"s.where\","
    "  \"baskets\": [{\"id\": \"big\", \"text\": \"s.big\"}, {\"id\": \"small\", \"text\": "
    "\"s.small\"},"
    "  {\"id\": \"wide\", \"text\": \"s.wide\", \"tiers\": [\"t3\"]}],"
    "  \"cards\": [{\"id\": \"a\", \"text\": \"s.ant\", \"reply\": \"s.ant-it-is\"},"
    "  {\"id\": \"b\", \"text\": \"s.bear\", \"reply\": \"s.bear-it-is\"},"
    "  {\"id\": \"c\", \"text\": \"s.cat\", \"reply\": \"s.cat-it-is\"}]}]"};

static void cards_go_where_one_likes_and_not_sure_is_read_first(void **state)
{
    (void)state;
    Library *library = made_library(&sorting);
    Play *play = made_play(library, TIER_T2, false, 1);
    STEPS(play, {"place", "a", "wide", REFUSED}, {"place", "d", "big", REFUSED},
          {"place", "a", "a", REFUSED}, {"place", "a", "big", .says = "Put: ant \xe2\x86\x92 big"},
          {"place", "a", "big", REFUSED});
    assert_shows(play, "ant-it-is", true);
    STEPS(play, {"take", "b", REFUSED}, {"take", "a", .says = "Took back: ant"},
          {"take", "a", REFUSED});
    assert_shows(play, "ant-it-is", false);
    assert_summary(play, "");
    STEPS(play, {"place", "a", "big", .says = "Put: ant \xe2\x86\x92 big"},
          {"place", "a", "small", .says = "Put: ant \xe2\x86\x92 small"},
          {"place", "b", "big", .says = "Put: bear \xe2\x86\x92 big"}, {"next", REFUSED},
          {"place", "c", "not-sure", .says = "Put: cat \xe2\x86\x92 Not sure"}, {"skip", REFUSED});
    char *summary = summary_text(play);
    assert_true(strncmp(summary, "cat | Not sure\n", 15) == 0);
    assert_non_null(strstr(summary, "ant | small (moved 2 times)\n"));
    assert_non_null(strstr(summary, "bear | big\n"));
    free(summary);
    STEPS(play, {"next", .says = "Went on"});
    assert_true(play_finished(play));
    made_close(play, library);
}

static void a_pressed_basket_takes_the_first_card(void **state)
{
    (void)state;
    Library *library = made_library(&sorting);
    Play *play = made_play(library, TIER_T3, false, 3);
    UiEvent press = {.type = UI_PRESS, .action = action_of("basket", "wide", 0)};
    UiEvent pick = {.type = UI_PRESS, .action = action_of("pick", "a", 0)};
    Move move;
    assert_false(play_interpret(play, &pick, &move)); /* picking up is the hand's, not the play's */
    for (int i = 0; i < 3; i++) {
        assert_true(play_interpret(play, &press, &move));
        assert_accepted(play, &move);
    }
    assert_false(play_interpret(play, &press, &move));
    UiEvent change = {.type = UI_PLACE, .action = action_of("pick", "b", 0), .target = "not-sure"};
    assert_true(play_interpret(play, &change, &move));
    assert_accepted(play, &move);
    char *summary = summary_text(play);
    assert_ptr_equal(strstr(summary, "bear | Not sure (moved 1 time)\n"), summary);
    free(summary);
    made_close(play, library);
}

static void a_change_of_mind_is_said_without_weight(void **state)
{
    (void)state;
    Library *library = made_library(&sorting);
    Play *play = made_play(library, TIER_T2, false, 1);
    STEPS(play, {"place", "a", "big", .says = "Put: ant \xe2\x86\x92 big"});
    assert_summary(play, "ant | big\n");
    STEPS(play, {"place", "a", "not-sure", .says = "Put: ant \xe2\x86\x92 Not sure"});
    assert_summary(play, "ant | Not sure (moved 1 time)\n");
    STEPS(play, {"undo", .says = "Took back the last step"}); /* a slip is no change of mind */
    assert_summary(play, "ant | big\n");
    for (int i = 0; i < 400; i++) {
        STEPS(play, {"take", "a", .says = "Took back: ant"},
              {"place", "a", "big", .says = "Put: ant \xe2\x86\x92 big"});
    }
    assert_summary(play, "ant | big (moved 254 times)\n");
    made_close(play, library);
}

/* The ids of the baskets in the order shown, "not-sure" with them. */
static char *baskets_shown(const Play *play)
{
    PlayView view = {.hand = "", .draft = ""};
    Text ids;
    text_init(&ids);
    Tree tree;
    tree_init(&tree);
    play_build(play, &view, &tree, node_add(&tree, NULL, ROLE_SCREEN, "screen", "Play"));
    for (const Node *node = tree.root; node; node = node_following(node, tree.root)) {
        if (node->role == ROLE_TARGET) {
            text_addf(&ids, "%s ", node->action.item);
        }
    }
    tree_clear(&tree);
    return text_take(&ids);
}

static void baskets_lie_in_an_order_of_chance(void **state)
{
    (void)state;
    Library *library = made_library(&sorting);
    bool first[3] = {false};
    for (uint64_t seed = 0; seed < 40; seed++) {
        Play *play = made_play(library, TIER_T3, false, seed);
        Play *same = made_play(library, TIER_T3, false, seed);
        char *baskets = baskets_shown(play), *again = baskets_shown(same);
        assert_string_equal(baskets, again);
        assert_int_equal(strlen(baskets), strlen("big small wide not-sure "));
        assert_string_equal(strstr(baskets, "not-sure"), "not-sure ");
        first[baskets[0] == 'b' ? 0 : baskets[0] == 's' ? 1 : 2] = true;
        free(baskets);
        free(again);
        play_free(same);
        play_free(play);
    }
    assert_true(first[0] && first[1] && first[2]);
    library_free(library);
}

static const MadeContent drawing = {
    "sort_cards", "\"t4\"",
    "[{\"id\": \"few\", \"text\": \"s.where\", \"draw\": 2,"
    "  \"baskets\": [{\"id\": \"big\", \"text\": \"s.big\"}, {\"id\": \"small\", \"text\": "
    "\"s.small\"}],"
    "  \"cards\": [{\"id\": \"a\", \"text\": \"s.ant\", \"reply\": \"s.yes\"},"
    "  {\"id\": \"b\", \"text\": \"s.bear\", \"reply\": \"s.yes\"},"
    "  {\"id\": \"c\", \"text\": \"s.cat\", \"reply\": \"s.yes\"},"
    "  {\"id\": \"d\", \"text\": \"s.dog\", \"reply\": \"s.yes\"}]}]"};

static int drawn(const Play *play, bool *there)
{
    int count = 0;
    for (int i = 0; i < 4; i++) {
        char id[2] = {(char)('a' + i), '\0'};
        Move move = here(play, move_of("place", "", id));
        memcpy(move.target, "big", sizeof "big");
        there[i] = play_check(play, &move, NULL);
        count += there[i];
    }
    return count;
}

static void only_the_cards_drawn_are_there(void **state)
{
    (void)state;
    Library *library = made_library(&drawing);
    bool ever[4] = {false};
    for (uint64_t seed = 0; seed < 40; seed++) {
        bool there[4], again[4];
        Play *play = made_play(library, TIER_T4, false, seed);
        Play *same = made_play(library, TIER_T4, false, seed);
        assert_int_equal(drawn(play, there), 2);
        assert_int_equal(drawn(same, again), 2);
        assert_memory_equal(there, again, sizeof there);
        for (int i = 0; i < 4; i++) {
            ever[i] = ever[i] || there[i];
        }
        play_free(same);
        play_free(play);
    }
    assert_true(ever[0] && ever[1] && ever[2] && ever[3]);
    library_free(library);
}

/* ---- sentence_builder ---- */

static const MadeContent builder = {
    "sentence_builder", "\"t1\", \"t3\"",
    "[{\"id\": \"line\", \"text\": \"s.make\", \"end\": \"s.end\", \"share\": true,"
    "  \"slots\": [{\"id\": \"feel\", \"lead\": \"s.feel\", \"options\": ["
    "   {\"id\": \"sad\", \"text\": \"s.sad\"}, {\"id\": \"odd\", \"text\": \"s.odd\"}]},"
    "  {\"id\": \"when\", \"lead\": \"s.when\", \"own\": true, \"options\": ["
    "   {\"id\": \"rain\", \"text\": \"s.rain\"}, {\"id\": \"wind\", \"text\": \"s.wind\","
    "    \"tiers\": [\"t3\"]}, {\"id\": \"sun\", \"text\": \"s.sun\"}]}]},"
    " {\"id\": \"open\", \"text\": \"s.more\", \"end\": \"s.end\","
    "  \"slots\": [{\"id\": \"want\", \"lead\": \"s.want\", \"options\": ["
    "   {\"id\": \"tea\", \"text\": \"s.tea\"}, {\"id\": \"jam\", \"text\": \"s.jam\"}]},"
    "  {\"id\": \"and\", \"lead\": \"s.and\", \"options\": ["
    "   {\"id\": \"tea\", \"text\": \"s.tea\"}, {\"id\": \"jam\", \"text\": \"s.jam\"}]}]}]"};

#define KEPT_STEP "A step the person keeps"
#define KEPT "make | Kept by the person. The words are not shown here.\n"

static void a_line_is_built_taken_apart_and_shared_by_choice(void **state)
{
    (void)state;
    Library *library = made_library(&builder);
    Play *play = made_play(library, TIER_T1, true, 1);
    STEPS(play, {"put", "when", "rain", REFUSED}, {"put", "feel", "rain", REFUSED},
          {"share", "helper", REFUSED}, {"put", "feel", "sad", .says = KEPT_STEP},
          {"put", "feel", "odd", REFUSED}, {"put", "when", "wind", REFUSED}, {"next", REFUSED},
          {"put", "when", "sun", .says = KEPT_STEP});
    assert_shows(play, "feel sad when sun end", true);
    assert_shows(play, "button \"feel sad\"", true);
    assert_summary(play, KEPT);
    STEPS(play, {"share", "nobody", REFUSED},
          {"share", "helper", .says = "Chose: Show your helper"}, {"share", "helper", REFUSED});
    assert_summary(play, "make | feel sad when sun end\n");
    STEPS(play, {"clear", "feel", .says = KEPT_STEP}, {"clear", "feel", REFUSED}, {"next", REFUSED},
          {"put", "feel", "odd", .says = KEPT_STEP});
    assert_summary(play, KEPT); /* another line: asked anew */
    STEPS(play, {"share", "mine", .says = KEPT_STEP}, {"next", .says = KEPT_STEP});
    assert_summary(play, KEPT);
    STEPS(play, {"share", "mine", REFUSED}, {"put", "want", "tea", .says = "Chose: tea"},
          {"skip", .says = "Skipped"});
    assert_summary(play, KEPT "more | want tea and \xe2\x80\xa6\n");
    made_close(play, library);
}

static void own_words_stand_in_the_line(void **state)
{
    (void)state;
    Library *library = made_library(&builder);
    Play *play = made_play(library, TIER_T3, true, 1);
    Play *silent = made_play(library, TIER_T3, false, 1);
    STEPS(play, {"own", "feel", .text = "x", REFUSED}, {"put", "feel", "odd", .says = KEPT_STEP},
          {"own", "when", .text = "it snows", .says = KEPT_STEP},
          {"own", "when", .text = "x", REFUSED},
          {"share", "helper", .says = "Chose: Show your helper"});
    assert_summary(play, "make | feel odd when it snows end\n");
    STEPS(play, {"clear", "when", .says = KEPT_STEP},
          {"own", "when", .text = "x", .says = KEPT_STEP},
          {"share", "helper", .says = "Chose: Show your helper"});
    assert_summary(play, "make | feel odd when x end\n"); /* nothing of the longer words is left */
    STEPS(silent, {"put", "feel", "odd", .says = KEPT_STEP},
          {"own", "when", .text = "it snows", REFUSED});
    play_free(silent);
    made_close(play, library);
}

/* ---- story_pages ---- */

static const MadeContent story = {
    "story_pages", "\"t3\"",
    "[{\"id\": \"start\", \"text\": \"s.once\"},"
    " {\"id\": \"fork\", \"text\": \"s.which\", \"choices\": ["
    "  {\"id\": \"left\", \"text\": \"s.left\", \"reply\": \"s.fine-left\", \"next\": \"shore\"},"
    "  {\"id\": \"right\", \"text\": \"s.right\", \"reply\": \"s.fine-right\"}]},"
    " {\"id\": \"wood\", \"text\": \"s.trees\", \"next\": \"home\"},"
    " {\"id\": \"shore\", \"text\": \"s.sea\", \"many\": true, \"choices\": ["
    "  {\"id\": \"shell\", \"text\": \"s.shell\", \"reply\": \"s.oh\"},"
    "  {\"id\": \"stone\", \"text\": \"s.stone\", \"reply\": \"s.ah\"}], \"end\": true},"
    " {\"id\": \"home\", \"text\": \"s.home\"}]"};

static int page_id(const Play *play, const char *id)
{
    return play_page_named(play, id) == play_page(play);
}

static void a_choice_leads_where_it_says(void **state)
{
    (void)state;
    Library *library = made_library(&story);
    Play *play = made_play(library, TIER_T3, false, 1);
    STEPS(play, {"choose", "left", REFUSED}, {"not-sure", REFUSED}, {"next", .says = "Went on"},
          {"next", REFUSED}, {"choose", "right", .says = "Chose: right"},
          {"choose", "left", .says = "Chose: left"}, {"unchoose", "right", REFUSED});
    assert_shows(play, "fine-left", true);
    assert_shows(play, "fine-right", false);
    assert_summary(play, "which | left\n");
    STEPS(play, {"next", .says = "Went on"});
    assert_true(page_id(play, "shore"));
    STEPS(play, {"choose", "stone", .says = "Chose: stone"}, {"choose", "stone", REFUSED},
          {"choose", "shell", .says = "Chose: shell"},
          {"unchoose", "stone", .says = "Took back: stone"},
          {"choose", "stone", .says = "Chose: stone"});
    assert_summary(play, "which | left\nsea | shell\nsea | stone\n");
    STEPS(play, {"not-sure", .says = "Chose: Not sure"}, {"next", .says = "Went on"});
    assert_true(play_finished(play));
    assert_summary(play, "which | left\nsea | Not sure\n");
    made_close(play, library);
}

static void the_other_way_leads_elsewhere(void **state)
{
    (void)state;
    Library *library = made_library(&story);
    Play *play = made_play(library, TIER_T3, false, 1);
    STEPS(play, {"next", .says = "Went on"}, {"skip", .says = "Skipped"});
    assert_true(page_id(play, "wood"));
    STEPS(play, {"back", .says = "Went back"}, {"choose", "right", .says = "Chose: right"},
          {"next", .says = "Went on"}, {"next", .says = "Went on"});
    assert_true(page_id(play, "home"));
    STEPS(play, {"next", .says = "Went on"});
    assert_true(play_finished(play));
    assert_summary(play, "which | right\n");
    made_close(play, library);
}

/* ---- the mid-end ---- */

static void a_replay_can_be_looked_at_only(void **state)
{
    (void)state;
    Library *library = made_library(&feelings);
    Play *play = made_play(library, TIER_T3, true, 1);
    Tree tree;
    tree_init(&tree);
    play_build_back(play, 0, &tree, node_add(&tree, NULL, ROLE_SCREEN, "screen", "Replay"));
    for (const Node *node = tree.root; node; node = node_following(node, tree.root)) {
        assert_false(node_acts(node));
    }
    tree_clear(&tree);
    made_close(play, library);
}

static void a_broken_record_is_folded_as_far_as_it_goes(void **state)
{
    (void)state;
    Library *library = made_library(&feelings);
    Play *play = made_play(library, TIER_T3, true, 1);
    Move moves[] = {move_of("choose", "now", "glad"), move_of("choose", "now", "none"),
                    move_of("choose", "now", "sad")};
    Error error = {0};
    assert_false(play_fold(play, moves, 3, &error));
    assert_int_equal(error.code, ERROR_REFUSED);
    assert_string_equal(error.place, "choose @ now");
    assert_int_equal(play_move_count(play), 1);
    assert_summary(play, "how-now | glad\n");
    made_close(play, library);
}

static void a_play_needs_a_page_for_its_tier(void **state)
{
    (void)state;
    Library *library = made_library(&feelings);
    const Module *module = library_module(library, "hand");
    Activity unknown = *module_activity(module, "made");
    PlaySetup setup = {.activity = module_activity(module, "made"),
                       .words = library_strings(library, module),
                       .ui = library_ui(library),
                       .tier = TIER_AD};
    Play *play = NULL;
    Error error = {0};
    assert_false(play_new(&setup, &play, &error));
    assert_int_equal(error.code, ERROR_CONTENT);
    unknown.kind = "juggle";
    setup.activity = &unknown;
    assert_false(play_new(&setup, &play, &error));
    assert_non_null(strstr(error.sentence, "juggle"));
    assert_null(play);
    library_free(library);
}

static void typing_is_for_older_people_in_safe_places(void **state)
{
    (void)state;
    for (Setting setting = 0; setting < SETTING_COUNT; setting++) {
        assert_false(play_may_type(TIER_T1, setting));
        assert_false(play_may_type(TIER_T2, setting));
        assert_int_equal(play_may_type(TIER_T3, setting), setting != SETTING_HOME);
        assert_int_equal(play_may_type(TIER_T4, setting), setting != SETTING_HOME);
        assert_true(play_may_type(TIER_AD, setting));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(feelings_are_picked_sized_and_taken_back),
        cmocka_unit_test(own_words_are_given_and_taken_back),
        cmocka_unit_test(the_young_see_a_few_faces_at_a_time),
        cmocka_unit_test(the_chosen_face_is_among_those_shown),
        cmocka_unit_test(a_line_has_its_words_at_both_ends_and_the_middle),
        cmocka_unit_test(five_steps_have_a_word_each),
        cmocka_unit_test(a_breath_lasts_rounds_times_seconds),
        cmocka_unit_test(doing_it_again_takes_nothing_away),
        cmocka_unit_test(a_page_that_waits_goes_by_what_is_done),
        cmocka_unit_test(cards_go_where_one_likes_and_not_sure_is_read_first),
        cmocka_unit_test(a_pressed_basket_takes_the_first_card),
        cmocka_unit_test(a_change_of_mind_is_said_without_weight),
        cmocka_unit_test(baskets_lie_in_an_order_of_chance),
        cmocka_unit_test(only_the_cards_drawn_are_there),
        cmocka_unit_test(a_line_is_built_taken_apart_and_shared_by_choice),
        cmocka_unit_test(own_words_stand_in_the_line),
        cmocka_unit_test(a_choice_leads_where_it_says),
        cmocka_unit_test(the_other_way_leads_elsewhere),
        cmocka_unit_test(a_replay_can_be_looked_at_only),
        cmocka_unit_test(a_broken_record_is_folded_as_far_as_it_goes),
        cmocka_unit_test(a_play_needs_a_page_for_its_tier),
        cmocka_unit_test(typing_is_for_older_people_in_safe_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
