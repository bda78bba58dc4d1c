/* Kinds for two, and joint play, by hand: what a few moves lead to, how they are told, what is read
 * back of them, and which content is refused. */
#include "activity/made.h"

static Play *joint_play(const Library *library, Tier tier)
{
    const Module *module = library_module(library, "hand");
    assert_all_there(library);
    PlaySetup setup = {.activity = module_activity(module, "made"),
                       .words = library_strings(library, module),
                       .ui = library_ui(library),
                       .tokens = {.helper = "Kim", .me = "Milo"},
                       .tier = tier,
                       .partner = "Sam"};
    return play_open(&setup, 1);
}

static bool page_is(const Play *play, const char *id)
{
    return play_page_named(play, id) == play_page(play);
}

/* ---- branch_roleplay ---- */

#define REPLY(id, more)                                                                            \
    "{\"id\": \"" id "\", \"text\": \"s." id "\", \"then\": \"s.then-" id "\"" more "}"
#define THREE REPLY("ask", "") ", " REPLY("tell", ", \"next\": \"told\"") ", " REPLY("wait", "")

static void replies_are_tried_and_the_last_one_leads_on(void **state)
{
    (void)state;
    const MadeContent content = {
        "branch_roleplay", "\"t3\", \"t4\"",
        "[{\"id\": \"start\", \"text\": \"s.what-now\", \"replies\": [" THREE "]},"
        " {\"id\": \"asked\", \"text\": \"s.asked\", \"next\": \"calm\"},"
        " {\"id\": \"told\", \"text\": \"s.told\"},"
        " {\"id\": \"calm\", \"text\": \"s.calm\", \"end\": true}]"};
    Library *library = made_library(&content);
    Play *play = made_play(library, TIER_T3, false, 1);
    STEPS(play, {"try-another", REFUSED}, {"choose", "tell", .says = "Chose: tell"},
          {"choose", "ask", REFUSED}, {"try-another", .says = "Try another"},
          {"choose", "ask", .says = "Chose: ask"}, {"try-another", .says = "Try another"},
          {"choose", "tell", .says = "Chose: tell"});
    assert_summary(play, "what-now | 1. tell (tried 2 times) (went on with this)\n"
                         "what-now | 2. ask\n");
    STEPS(play, {"next", .says = "Went on"});
    assert_true(page_is(play, "told"));
    STEPS(play, {"back", .says = "Went back"}, {"try-another", .says = "Try another"},
          {"choose", "wait", .says = "Chose: wait"}, {"next", .says = "Went on"});
    assert_true(page_is(play, "asked"));
    STEPS(play, {"choose", "ask", REFUSED}, {"next", .says = "Went on"});
    assert_true(page_is(play, "calm"));
    STEPS(play, {"next", .says = "Went on"});
    assert_true(play_finished(play));
    made_close(play, library);
}

static void not_sure_and_skip_go_the_pages_own_way(void **state)
{
    (void)state;
    Library *library = made_library(&(MadeContent){
        "branch_roleplay", "\"t3\"",
        "[{\"id\": \"start\", \"text\": \"s.what-now\", \"next\": \"calm\", \"replies\": [" THREE
        "]},"
        " {\"id\": \"told\", \"text\": \"s.told\"},"
        " {\"id\": \"calm\", \"text\": \"s.calm\", \"end\": true}]"});
    Play *play = made_play(library, TIER_T3, false, 1);
    STEPS(play, {"not-sure", .says = "Chose: Not sure"}, {"next", .says = "Went on"});
    assert_true(page_is(play, "calm"));
    assert_summary(play, "what-now | Not sure\n");
    STEPS(play, {"back", .says = "Went back"}, {"try-another", .says = "Try another"},
          {"skip", .says = "Skipped"});
    assert_true(page_is(play, "calm"));
    assert_summary(play, "what-now | Skipped\n");
    made_close(play, library);
}

static void what_it_leads_to_is_shown_only_when_chosen(void **state)
{
    (void)state;
    Library *library = made_library(&(MadeContent){
        "branch_roleplay", "\"t3\"",
        "[{\"id\": \"start\", \"text\": \"s.what-now\", \"says\": [{\"id\": \"jo\", \"who\": "
        "\"s.jo\", \"text\": \"s.mine\", \"voice\": \"loud\"}], \"replies\": [" REPLY(
            "ask", "") ", " REPLY("tell", "") ", " REPLY("wait", "") "], \"end\": true}]"});
    Play *play = made_play(library, TIER_T3, false, 1);
    char *before = body_text(play);
    assert_non_null(strstr(before, "mine"));
    assert_null(strstr(before, "then-"));
    STEPS(play, {"choose", "ask", .says = "Chose: ask"});
    char *after = body_text(play);
    assert_non_null(strstr(after, "then-ask"));
    assert_null(strstr(after, "then-tell"));
    assert_null(strstr(after, "choice \"wait\""));
    free(before);
    free(after);
    made_close(play, library);
}

/* ---- listen_turns ---- */

#define TOPIC(id, level) "{\"id\": \"" id "\", \"text\": \"s." id "\", \"level\": " level "}"

static const MadeContent listening = {
    "listen_turns", "\"t3\", \"t4\"",
    "[{\"id\": \"talk\", \"text\": \"s.talk\", \"rounds\": 2,"
    "  \"topics\": [" TOPIC("sock", "1") ", " TOPIC("day", "2") ", " TOPIC(
        "hard", "4") "],"
                     "  \"say_back\": [{\"id\": \"heard\", \"text\": \"s.i-heard\"},"
                     "   {\"id\": \"sounds\", \"text\": \"s.sounds-like\"}],"
                     "  \"tips\": [\"s.short\", \"s.thanks\"]}]"};

static void topics_rise_one_level_at_a_time(void **state)
{
    (void)state;
    Library *library = made_library(&listening);
    Play *play = made_play(library, TIER_T3, false, 1);
    STEPS(play, {"choose", "day", REFUSED}, {"told", REFUSED}, {"said-back", "heard", REFUSED},
          {"choose", "sock", .says = "Chose: sock"}, {"choose", "sock", REFUSED},
          {"said-back", "heard", REFUSED}, {"told", .says = "Talked"}, {"said-back", REFUSED},
          {"said-back", "heard", .says = "Said it back: i-heard"}, {"not-yet", .says = "Not yet"},
          {"thats-it", REFUSED}, {"said-back", "sounds", .says = "Said it back: sounds-like"},
          {"thats-it", .says = "That’s it"}, {"choose", "hard", REFUSED},
          {"choose", "day", .says = "Chose: day"}, {"rest", .says = "Put the shell down"},
          {"told", REFUSED}, {"rest", REFUSED}, {"go-on", .says = "Took the shell up again"},
          {"go-on", REFUSED}, {"told", .says = "Talked"},
          {"said-back", "heard", .says = "Said it back: i-heard"},
          {"thats-it", .says = "That’s it"});
    assert_summary(play, "Turns | You 1 \xc2\xb7 Your helper 1\nTopics went up to | level 2 of 5\n"
                         "Not yet | 1 time\nPut the shell down | 1 time\n");
    STEPS(play, {"choose", "hard", .says = "Chose: hard"}, {"next", REFUSED},
          {"undo", .says = "Took back the last step"}, {"next", .says = "Went on"});
    assert_true(play_finished(play));
    made_close(play, library);
}

static void the_turns_come_to_an_end(void **state)
{
    (void)state;
    Library *library = made_library(&listening);
    Play *play = made_play(library, TIER_T3, false, 1);
    for (int turn = 0; turn < 4; turn++) {
        STEPS(play, {"choose", "sock", .says = "Chose: sock"}, {"told", .says = "Talked"},
              {"said-back", "heard", .says = "Said it back: i-heard"},
              {"thats-it", .says = "That’s it"});
    }
    STEPS(play, {"choose", "sock", REFUSED}, {"rest", REFUSED}, {"next", .says = "Went on"});
    assert_summary(play,
                   "Turns | You 2 \xc2\xb7 Your helper 2\nTopics went up to | level 1 of 5\n");
    made_close(play, library);
}

/* ---- play_together ---- */

#define CARDS                                                                                      \
    "\"cards\": [{\"id\": \"cat\", \"text\": \"s.cat\"}, {\"id\": \"fox\", \"text\": \"s.fox\"}]"

static const MadeContent charades = {
    "play_together", "\"t3\"",
    "[{\"id\": \"act\", \"text\": \"s.act\", \"game\": \"charades\", \"turns\": 3, " CARDS "}]"};

static bool shows_a_card(const Play *play)
{
    char *body = body_text(play);
    bool shown = strstr(body, "\"cat\"") || strstr(body, "\"fox\"");
    free(body);
    return shown;
}

static void a_card_is_seen_only_while_it_is_open(void **state)
{
    (void)state;
    Library *library = made_library(&charades);
    Play *play = made_play(library, TIER_T3, false, 1);
    assert_false(shows_a_card(play));
    STEPS(play, {"put-away", REFUSED}, {"taken", REFUSED}, {"breathe", REFUSED},
          {"choose", "cat", REFUSED}, {"open", .says = "Looked at the card"});
    assert_true(shows_a_card(play));
    STEPS(play, {"open", REFUSED}, {"taken", REFUSED}, {"put-away", .says = "Put it away"});
    assert_false(shows_a_card(play));
    STEPS(play, {"taken", .says = "Had a turn"}, {"swap", .says = "Another card"},
          {"pass", .says = "Pass"}, {"end", "nobody", REFUSED}, {"end", REFUSED},
          {"end", "adult", .says = "Ended by: Your helper"}, {"pass", REFUSED},
          {"end", "child", REFUSED});
    assert_summary(play, "Game | Acting and guessing\n"
                         "Turns | You 1 \xc2\xb7 Your helper 1\nPass | 1 time\n"
                         "Another card | 1 time\nEnded by | Your helper\n");
    STEPS(play, {"next", .says = "Went on"});
    made_close(play, library);
}

static void a_breath_is_led_at_ones_own_pace(void **state)
{
    (void)state;
    Library *library = made_library(
        &(MadeContent){"play_together", "\"t3\"",
                       "[{\"id\": \"lead\", \"text\": \"s.lead\", \"game\": \"lead\"}]"});
    Play *play = made_play(library, TIER_T3, false, 1);
    STEPS(play, {"taken", REFUSED}, {"open", REFUSED}, {"swap", REFUSED},
          {"breathe", .says = "Breathe in"}, {"taken", REFUSED});
    PlayView view = {.now = 1000, .since = 1000, .hand = "", .draft = ""};
    assert_true(play_moving(play, &view));
    assert_int_equal(play_breath(play, &view), BREATH_IN);
    STEPS(play, {"breathe", .says = "Breathe out"});
    assert_int_equal(play_breath(play, &view), BREATH_OUT);
    view.now = 9000;
    assert_false(play_moving(play, &view));
    STEPS(play, {"taken", .says = "Had a turn"}, {"pass", .says = "Pass"},
          {"next", .says = "Went on"});
    made_close(play, library);
}

static const MadeContent rather = {
    "play_together", "\"t3\", \"t4\"",
    "[{\"id\": \"rather\", \"text\": \"s.rather\", \"game\": \"prompts\", \"cards\": ["
    " {\"id\": \"be\", \"text\": \"s.be\", \"either\": [{\"id\": \"cat\", \"text\": \"s.cat\"},"
    "  {\"id\": \"fox\", \"text\": \"s.fox\"}]}], \"tips\": [\"s.first\", \"s.second\"]}]"};

static void both_choose_unseen_and_each_by_their_seat(void **state)
{
    (void)state;
    Library *library = made_library(&rather);
    Play *play = joint_play(library, TIER_T3);
    assert_int_equal(play_seat(play), SEAT_CHILD);
    assert_string_equal(play_tip(play), "s.first");
    STEPS(play, {"taken", REFUSED}, {"end", "child", REFUSED}, /* Stop ends it for both */
          {"choose", "cow", REFUSED}, {"choose", "cat", .says = "Milo: Chose unseen"});
    assert_int_equal(play_seat(play), SEAT_ADULT);
    Move forged = {.verb = "choose", .page = "rather", .item = "cat", .seat = SEAT_CHILD};
    assert_refused(play, &forged); /* not the child's turn */
    forged.seat = SEAT_NONE;
    assert_refused(play, &forged);
    STEPS(play, {"choose", "fox", .says = "Sam: Chose unseen"}, {"choose", "fox", REFUSED},
          {"taken", .says = "Milo: Had a turn"});
    assert_int_equal(play_seat(play), SEAT_ADULT); /* the other begins now */
    assert_string_equal(play_tip(play), "s.second");
    assert_summary(play, "Game | A card each turn\nTurns | Milo 1 \xc2\xb7 Sam 0\n");
    made_close(play, library);
}

/* ---- joint play of any kind ---- */

static const MadeContent story = {
    "story_pages", "\"t3\"",
    "[{\"id\": \"one\", \"text\": \"s.one\"}, {\"id\": \"two\", \"text\": \"s.two\"}]"};

static void a_page_each_and_either_hands_over(void **state)
{
    (void)state;
    Library *library = made_library(&story);
    Play *play = joint_play(library, TIER_T3);
    Play *alone = made_play(library, TIER_T3, false, 1);
    STEPS(alone, {"hand-over", REFUSED});
    assert_int_equal(play_seat(alone), SEAT_NONE);
    assert_null(play_tip(play));
    STEPS(play, {"hand-over", .says = "Milo: Handed the turn over"});
    assert_int_equal(play_seat(play), SEAT_ADULT);
    STEPS(play, {"undo", .says = "Sam: Took back the last step"});
    assert_int_equal(play_seat(play), SEAT_CHILD);
    STEPS(play, {"next", .says = "Milo: Went on"});
    assert_int_equal(play_seat(play), SEAT_ADULT);
    STEPS(play, {"next", .says = "Sam: Went on"});
    assert_true(play_finished(play));
    assert_false(play_can_hand_over(play));
    play_free(alone);
    made_close(play, library);
}

/* ---- content that is refused ---- */

#define PAGE "\"text\": \"s.page\""
#define END(id) "{\"id\": \"" id "\", " PAGE ", \"end\": true}"

static const struct {
    const char *what;
    MadeContent content;
    const char *rule, *path, *remedy; /* remedy: words that must stand in it */
} rows[] = {
    {"two replies for t2",
     {"branch_roleplay", "\"t2\", \"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"end\": true, \"replies\": [" REPLY("a", "") ", " REPLY(
          "b", "") ", " REPLY("c", ", \"tiers\": [\"t3\"]") "]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].replies",
     "t2 has 2 replies"},
    {"a reply that leads nowhere",
     {"branch_roleplay", "\"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"replies\": [" REPLY("a", "") ", " REPLY("b", "") ", " REPLY(
          "c", ", \"next\": \"q\"") "]}, " END("e") "]"},
     "unknown-page",
     "$.activities[0].pages[0].replies[2].next",
     "Name a page of this role-play"},
    {"a reply that leads back",
     {"branch_roleplay", "\"t3\"",
      "[{\"id\": \"o\", " PAGE "}, {\"id\": \"p\", " PAGE ", \"replies\": [" REPLY(
          "a", ", \"next\": \"o\"") ", " REPLY("b", "") ", " REPLY("c", "") "]}, " END("e") "]"},
     "story-loop",
     "$.activities[0].pages[1].replies[0].next",
     "Pages only lead on"},
    {"a way to a page of others",
     {"branch_roleplay", "\"t2\", \"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"next\": \"q\"}, {\"id\": \"q\", " PAGE ", \"tiers\": [\"t3\"],"
      " \"end\": true}, " END("e") "]"},
     "tier-not-served",
     "$.activities[0].pages[0].next",
     "not all of its tiers"},
    {"an end that goes on",
     {"branch_roleplay", "\"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"end\": true, \"next\": \"e\"}, " END("e") "]"},
     "end-and-next",
     "$.activities[0].pages[0].next",
     "Take one of the two out"},
    {"a page nobody comes to",
     {"branch_roleplay", "\"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"next\": \"e\"}, {\"id\": \"q\", " PAGE "}, " END("e") "]"},
     "page-unreachable",
     "$.activities[0].pages[1].id",
     "nobody comes here"},
    {"a path without an end",
     {"branch_roleplay", "\"t3\", \"t4\"",
      "[{\"id\": \"p\", " PAGE "}, {\"id\": \"e\", " PAGE ", \"tiers\": [\"t4\"], \"end\": true}]"},
     "path-without-end",
     "$.activities[0].pages[0].id",
     "for t3"},
    {"one topic for t3",
     {"listen_turns", "\"t3\", \"t4\"",
      "[{\"id\": \"p\", " PAGE ", \"topics\": [" TOPIC(
          "a", "1") ", {\"id\": \"b\", \"text\": "
                    "\"s.b\", \"level\": 1, \"tiers\": [\"t4\"]}]}, {\"id\": \"q\", " PAGE "}]"},
     "number-of-choices",
     "$.activities[0].pages[0].topics",
     "t3 has 1 topics"},
    {"one way to say it back",
     {"listen_turns", "\"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"topics\": [" TOPIC("a", "1") ", " TOPIC(
          "b", "2") "],"
                    " \"say_back\": [{\"id\": \"h\", \"text\": \"s.h\"}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].say_back",
     "t3 has 1 ways to say it back"},
    {"a level above five",
     {"listen_turns", "\"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"topics\": [" TOPIC("a", "1") ", " TOPIC("b", "6") "]}]"},
     "out-of-range",
     "$.activities[0].pages[0].topics[1].level",
     "5"},
    {"one card to act",
     {"play_together", "\"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"game\": \"charades\", \"cards\": [{\"id\": \"a\", \"text\": "
      "\"s.a\"}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].cards",
     "t3 has 1 cards"},
    {"cards without a game",
     {"play_together", "\"t3\"", "[{\"id\": \"p\", " PAGE ", " CARDS "}]"},
     "cards-without-game",
     "$.activities[0].pages[0].cards",
     "no game deals"},
    {"choosing unseen in another game",
     {"play_together", "\"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"game\": \"charades\", \"cards\": [{\"id\": \"a\", \"text\": "
      "\"s.a\", \"either\": [{\"id\": \"x\", \"text\": \"s.x\"}, {\"id\": \"y\", \"text\": "
      "\"s.y\"}]}, {\"id\": \"b\", \"text\": \"s.b\"}]}]"},
     "either-without-prompts",
     "$.activities[0].pages[0].cards[0].either",
     "\"prompts\""},
    {"a game nobody knows",
     {"play_together", "\"t3\"", "[{\"id\": \"p\", " PAGE ", \"game\": \"chess\"}]"},
     "unknown-word",
     "$.activities[0].pages[0].game",
     "chess"},
};

static void each_fault_is_named_with_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Library *library = made_library(&rows[i].content);
        if (library_unavailable_count(library) != 1) {
            fail_msg("%s: taken as good", rows[i].what);
        }
        const Faults *faults = library_unavailable(library, 0)->faults;
        const Fault *fault = faults_at(faults, 0);
        if (faults_errors(faults) != 1 || strcmp(fault->rule, rows[i].rule) != 0 ||
            strcmp(fault->path, rows[i].path) != 0 || !strstr(fault->remedy, rows[i].remedy)) {
            fail_msg("%s: %zu errors; [%s] %s %s", rows[i].what, faults_errors(faults), fault->rule,
                     fault->path, fault->remedy);
        }
        library_free(library);
    }
}

/* A Latin name before Arabic words is set apart, or the whole line would run from the left. */
static void a_name_beside_a_step_runs_its_own_way(void **state)
{
    (void)state;
    static const char table[] = "{\"format\": 1, \"language\": \"ar\", \"direction\": \"rtl\","
                                " \"strings\": {\"ui.step.hand-over\": \"تخطي\","
                                " \"ui.two.me\": \"{me}\"}}";
    Faults *faults = faults_new();
    Strings *arabic = strings_parse(table, sizeof table - 1, "ar.json", faults);
    assert_non_null(arabic);
    Library *library = made_library(&story);
    Play *play = joint_play(library, TIER_T3);
    Move next = here(play, (Move){.verb = "hand-over"});
    assert_accepted(play, &next);
    Text said;
    text_init(&said);
    play_step_text(play, 0, &said);
    assert_string_equal(said.bytes, "Milo: Handed the turn over");
    text_reset(&said);
    play_speak(play, arabic);
    play_step_text(play, 0, &said);
    assert_string_equal(said.bytes, "\xE2\x81\xA8Milo\xE2\x81\xA9: تخطي");
    text_clear(&said);
    made_close(play, library);
    strings_free(arabic);
    faults_free(faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(replies_are_tried_and_the_last_one_leads_on),
        cmocka_unit_test(not_sure_and_skip_go_the_pages_own_way),
        cmocka_unit_test(what_it_leads_to_is_shown_only_when_chosen),
        cmocka_unit_test(topics_rise_one_level_at_a_time),
        cmocka_unit_test(the_turns_come_to_an_end),
        cmocka_unit_test(a_card_is_seen_only_while_it_is_open),
        cmocka_unit_test(a_breath_is_led_at_ones_own_pace),
        cmocka_unit_test(both_choose_unseen_and_each_by_their_seat),
        cmocka_unit_test(a_page_each_and_either_hands_over),
        cmocka_unit_test(a_name_beside_a_step_runs_its_own_way),
        cmocka_unit_test(each_fault_is_named_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
