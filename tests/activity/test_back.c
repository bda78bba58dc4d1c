/* Looking back: what was taken back, and what the person keeps, is shown to nobody, whatever the
 * step. */
#include "activity/made.h"
#include "activity/player.h"

#define TAKEN "Wrote something and took it back"
#define BLOCK_TAKEN "Chose a block and took it out"
#define KEPT_STEP "A step the person keeps"
#define KEPT_PAGE "The words are not shown here"

static void assert_step(const Play *play, size_t step, const char *expected)
{
    char *words = step_words(play, step);
    assert_string_equal(words, expected);
    free(words);
}

static void assert_back(const Play *play, size_t steps, const char *words, bool shown)
{
    char *page = back_text(play, steps);
    if ((strstr(page, words) != NULL) != shown) {
        fail_msg("after %zu steps %s \"%s\" in\n%s", steps, shown ? "no" : "there is", words, page);
    }
    free(page);
}

/* Neither in a step nor on a page nor in what is read of the whole. */
static void assert_nowhere(const Play *play, const char *words)
{
    for (size_t steps = 0; steps <= play_move_count(play); steps++) {
        assert_back(play, steps, words, false);
    }
    for (size_t step = 0; step < play_move_count(play); step++) {
        char *said = step_words(play, step);
        assert_null(strstr(said, words));
        free(said);
    }
    char *summary = summary_text(play);
    assert_null(strstr(summary, words));
    free(summary);
}

/* ---- words typed ---- */

static const MadeContent feelings = {
    "feelings_check", "\"t3\"",
    "[{\"id\": \"now\", \"text\": \"s.how-now\", \"own\": true, \"words\": ["
    "  {\"id\": \"glad\", \"text\": \"s.glad\"}, {\"id\": \"sad\", \"text\": \"s.sad\"}]},"
    " {\"id\": \"then\", \"text\": \"s.how-then\", \"own\": true, \"words\": ["
    "  {\"id\": \"glad\", \"text\": \"s.glad\"}, {\"id\": \"sad\", \"text\": \"s.sad\"}]}]"};

static void words_taken_back_are_shown_to_nobody(void **state)
{
    (void)state;
    Library *library = made_library(&feelings);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"own", .text = "wobbly", .says = "Wrote: wobbly"});
    assert_back(play, 1, "wobbly", true); /* it still stands */
    STEPS(play, {"own", .text = "furious", .says = "Wrote: furious"},
          {"undo", .says = "Took back the last step"}, {"clear", .says = "Took back"},
          {"own", .text = "brave", .says = "Wrote: brave"}, {"next", .says = "Went on"},
          {"own", .text = "shaky", .says = "Wrote: shaky"},
          {"not-sure", .says = "Chose: Not sure"});
    assert_nowhere(play, "wobbly");
    assert_nowhere(play, "furious");
    assert_nowhere(play, "shaky");
    assert_step(play, 0, TAKEN);
    assert_step(play, 1, TAKEN);
    assert_step(play, 6, TAKEN);
    assert_back(play, 1, "(taken back)", true);
    assert_back(play, 4, "(taken back)", false);
    assert_step(play, 4, "Wrote: brave");
    assert_back(play, 5, "brave", true);
    assert_summary(play, "how-now | brave\nhow-then | Not sure\n");
    made_close(play, library);
}

/* The same words given again stand, and so were not taken back. */
static void words_that_stand_again_are_shown(void **state)
{
    (void)state;
    Library *library = made_library(&feelings);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"own", .text = "wobbly", .says = "Wrote: wobbly"}, {"clear", .says = "Took back"});
    assert_nowhere(play, "wobbly");
    STEPS(play, {"own", .text = "wobbly", .says = "Wrote: wobbly"});
    assert_step(play, 0, "Wrote: wobbly");
    assert_back(play, 1, "wobbly", true);
    made_close(play, library);
}

/* ---- lines ---- */

static const MadeContent builder = {
    "sentence_builder", "\"t3\"",
    "[{\"id\": \"line\", \"text\": \"s.make\", \"end\": \"s.end\", \"share\": true,"
    "  \"slots\": [{\"id\": \"feel\", \"lead\": \"s.i-feel\", \"options\": ["
    "   {\"id\": \"sad\", \"text\": \"s.sad\"}, {\"id\": \"odd\", \"text\": \"s.odd\"}]},"
    "  {\"id\": \"when\", \"lead\": \"s.when\", \"own\": true, \"options\": ["
    "   {\"id\": \"rain\", \"text\": \"s.rain\"}, {\"id\": \"sun\", \"text\": \"s.sun\"}]}]},"
    " {\"id\": \"bye\", \"text\": \"s.bye\", \"end\": \"s.end\", \"slots\": ["
    "  {\"id\": \"say\", \"lead\": \"s.say\", \"options\": ["
    "   {\"id\": \"hi\", \"text\": \"s.hello\"}, {\"id\": \"so\", \"text\": \"s.so-long\"}]}]}]"};

/* What was kept of one line is kept, although another line was shown afterwards. */
static void a_draft_is_shown_to_nobody(void **state)
{
    (void)state;
    Library *library = made_library(&builder);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"put", "feel", "sad", .says = KEPT_STEP},
          {"own", "when", .text = "they shout", .says = KEPT_STEP},
          {"share", "mine", .says = KEPT_STEP}, {"clear", "when", .says = KEPT_STEP},
          {"clear", "feel", .says = KEPT_STEP}, {"put", "feel", "odd", .says = KEPT_STEP},
          {"put", "when", "sun", .says = KEPT_STEP},
          {"share", "helper", .says = "Chose: Show your helper"});
    assert_nowhere(play, "they shout");
    assert_back(play, 2, "i-feel (taken back) when (taken back) end", true);
    assert_back(play, 4, "i-feel sad", false);
    assert_step(play, 0, BLOCK_TAKEN);
    assert_step(play, 1, TAKEN);
    assert_step(play, 5, "Chose: odd");
    assert_back(play, 7, "i-feel odd when sun end", true);
    assert_summary(play, "make | i-feel odd when sun end\n");
    made_close(play, library);
}

static void a_page_the_person_keeps_is_closed_at_every_step(void **state)
{
    (void)state;
    Library *library = made_library(&builder);
    Play *play = made_play(library, TIER_T3, true, 1);
    STEPS(play, {"put", "feel", "odd", .says = KEPT_STEP},
          {"own", "when", .text = "they shout", .says = KEPT_STEP},
          {"share", "helper", .says = "Chose: Show your helper"});
    assert_step(play, 1, "Wrote: they shout");
    STEPS(play, {"share", "mine", .says = KEPT_STEP}, {"next", .says = KEPT_STEP},
          {"put", "say", "so", .says = "Chose: so-long"});
    assert_nowhere(play, "they shout");
    assert_nowhere(play, "i-feel");
    for (size_t step = 0; step < 5; step++) {
        assert_back(play, step, KEPT_PAGE, true);
        assert_step(play, step, KEPT_STEP);
    }
    assert_back(play, 6, "so-long", true);
    made_close(play, library);
}

/* ---- the shipped activities: any play, any words ---- */

enum { THOUGHTS = 80, SEEDS = 3 };

static bool stands(const Play *play, const char *words)
{
    char *summary = summary_text(play);
    bool there = strstr(summary, words) != NULL;
    free(summary);
    return there;
}

static void assert_only_what_stands(const Player *player)
{
    for (size_t i = 0; i < player->count; i++) {
        const char *words = player->moves[i].text;
        bool typed = strstr(words, "\xc3\x9f") || strstr(words, "\xd9\x85"); /* no content has it */
        if (typed && !stands(player->play, words)) {
            assert_nowhere(player->play, words);
        }
    }
}

static void looking_back_shows_only_what_stands(void **state)
{
    const Shipped *shipped = *state;
    for (size_t i = 0; i < shipped->count; i++) {
        for (uint64_t seed = 0; seed < SEEDS && shipped->setups[i].may_type; seed++) {
            Player player = player_of(play_open(&shipped->setups[i], seed), seed + 7);
            for (int t = 0; t < THOUGHTS && !play_finished(player.play); t++) {
                Move move;
                if (player_think(&player, &move)) {
                    player_make(&player, &move);
                }
            }
            assert_only_what_stands(&player);
            play_free(player.play);
            player_clear(&player);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_taken_back_are_shown_to_nobody),
        cmocka_unit_test(words_that_stand_again_are_shown),
        cmocka_unit_test(a_draft_is_shown_to_nobody),
        cmocka_unit_test(a_page_the_person_keeps_is_closed_at_every_step),
        cmocka_unit_test_setup_teardown(looking_back_shows_only_what_stands, shipped_setup,
                                        shipped_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
