/* Moves nobody could have made: on every shipped activity, at random points of random plays, every
 * change to an honest move that makes it dishonest is refused and leaves no trace. */
#include "activity/fixture.h"
#include "activity/player.h"

#include <limits.h>

enum { SEEDS = 4, THOUGHTS = 50 };

static const Verb *verb_of(const Kind *kind, const char *name)
{
    for (const Verb *verb = kind->verbs; verb->name; verb++) {
        if (strcmp(verb->name, name) == 0) {
            return verb;
        }
    }
    return NULL;
}

static const Kind *kind_of_play(const Play *play)
{
    return kind_named(play_context(play)->activity->kind);
}

/* Members of Move the verb of `move` uses; 0 for the mid-end's own verbs. */
static unsigned uses_of(const Play *play, const Move *move)
{
    const Verb *verb = verb_of(kind_of_play(play), move->verb);
    return verb ? verb->uses : 0;
}

static void put(char *to, const char *text)
{
    memcpy(to, text, strlen(text) + 1);
}

static void refuse_verbs(Play *play, const Move *honest)
{
    static const char *const none[] = {"", "zap", "Next", "next ", "abcdefghijklmnopqrstuvw"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        Move forged = *honest;
        put(forged.verb, none[i]);
        assert_refused(play, &forged);
    }
    for (const KindContent *const *kind = kinds_content(); *kind; kind++) {
        for (const Verb *verb = kind_of(*kind)->verbs; verb->name; verb++) {
            Move foreign = *honest;
            put(foreign.verb, verb->name);
            if (!verb_of(kind_of_play(play), verb->name)) {
                assert_refused(play, &foreign);
            }
        }
    }
}

static void refuse_pages(Play *play, const Move *honest)
{
    const PlayContext *context = play_context(play);
    Move forged = *honest;
    put(forged.page, "");
    assert_refused(play, &forged);
    put(forged.page, "no-such-page");
    assert_refused(play, &forged);
    for (int i = 0; i < context->page_count; i++) {
        put(forged.page, context->pages[i]->id);
        if (i != play_page(play)) {
            assert_refused(play, &forged);
        }
    }
    const List *pages = &context->activity->pages; /* those of other tiers too */
    for (size_t i = 0; i < pages->count; i++) {
        const Page *page = ((const Page *const *)pages->items)[i];
        put(forged.page, page->id);
        if (!tier_in(page->tiers, context->tier)) {
            assert_refused(play, &forged);
        }
    }
}

static void refuse_ids(Play *play, const Move *honest)
{
    static const char *const ids[] = {"no-such-thing", "{helper}", "..",
                                      "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstu"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        Move item = *honest, target = *honest;
        put(item.item, ids[i]);
        put(target.target, ids[i]);
        assert_refused(play, &item);
        assert_refused(play, &target);
    }
    Move item = *honest, target = *honest;
    put(item.item, "");
    put(target.target, "");
    if (honest->item[0]) {
        assert_refused(play, &item);
    }
    if (honest->target[0]) {
        assert_refused(play, &target);
    }
}

static void refuse_values(Play *play, const Move *honest)
{
    static const int values[] = {INT_MIN, INT_MAX, -3, 11, 256, 65536};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        Move forged = *honest;
        forged.value = values[i];
        assert_refused(play, &forged);
    }
}

static void refuse_text(Play *play, const Move *honest)
{
    Move forged = *honest;
    put(forged.text, "words");
    if (!(uses_of(play, honest) & MOVE_TEXT)) {
        assert_refused(play, &forged);
        return;
    }
    static const char *const untidy[] = {"", " a", "a ", "a\nb", "a  b", "\x01", "\xff\xfe"};
    for (size_t i = 0; i < sizeof untidy / sizeof *untidy; i++) {
        put(forged.text, untidy[i]);
        assert_refused(play, &forged);
    }
    memset(forged.text, 'x', sizeof forged.text - 1);
    assert_refused(play, &forged);
}

/* Where nobody may type, no typed word is taken, whatever the page would let others do. */
static void refuse_typing(Play *play, const Player *player)
{
    if (play_context(play)->may_type) {
        return;
    }
    assert_null(tree_find_key(&player->tree, "own-field"));
    for (const Node *node = player->tree.root; node;
         node = node_following(node, player->tree.root)) {
        Move typed = here(play, move_of("own", "", node->action.item));
        put(typed.text, "words");
        assert_refused(play, &typed);
    }
}

static void refuse_repeats(Play *play)
{
    Move undo = here(play, move_of("undo", "", ""));
    Move back = here(play, move_of("back", "", ""));
    if (play_move_count(play) == 0) {
        assert_refused(play, &undo);
    }
    if (play_page(play) == 0) {
        assert_refused(play, &back);
    }
}

static void forge(Play *play, const Player *player, const Move *honest)
{
    assert_true(play_check(play, honest, NULL));
    refuse_verbs(play, honest);
    refuse_pages(play, honest);
    refuse_ids(play, honest);
    refuse_values(play, honest);
    refuse_text(play, honest);
    refuse_typing(play, player);
    refuse_repeats(play);
}

static void forge_along(const PlaySetup *setup, uint64_t seed)
{
    Play *play = play_open(setup, seed);
    Player player = player_of(play, seed + 99);
    for (int i = 0; i < THOUGHTS && !play_finished(play); i++) {
        Move move;
        if (player_think(&player, &move)) {
            forge(play, &player, &move);
            player_make(&player, &move);
        }
    }
    Move late = here(play, move_of("back", "", ""));
    if (play_finished(play)) {
        assert_refused(play, &late);
    }
    player_clear(&player);
    play_free(play);
}

static void forged_moves_are_refused(void **state)
{
    const Shipped *shipped = *state;
    for (size_t i = 0; i < shipped->count; i++) {
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            PlaySetup setup = shipped->setups[i];
            setup.may_type = setup.may_type && seed % 2 == 0;
            forge_along(&setup, seed);
        }
    }
}

/* The moves of one activity, given to another or to another tier: what is refused leaves no trace.
 */
static void foreign_moves_leave_no_trace(void **state)
{
    const Shipped *shipped = *state;
    for (size_t i = 0; i < shipped->count; i++) {
        Play *home = play_open(&shipped->setups[i], 5);
        Play *abroad = play_open(&shipped->setups[(i + 1) % shipped->count], 5);
        Player player = player_of(home, i);
        for (int t = 0; t < THOUGHTS && !play_finished(home); t++) {
            Move move;
            if (!player_think(&player, &move)) {
                continue;
            }
            if (play_check(abroad, &move, NULL)) {
                assert_accepted(abroad, &move);
            } else {
                assert_refused(abroad, &move);
            }
            player_make(&player, &move);
        }
        player_clear(&player);
        play_free(abroad);
        play_free(home);
    }
}

/* Next and back a thousand times: never refused, and where one was. */
static void one_may_go_back_and_forth_for_ever(void **state)
{
    const Shipped *shipped = *state;
    for (size_t i = 0; i < shipped->count; i++) {
        Play *play = play_open(&shipped->setups[i], 0);
        Move back = here(play, move_of("back", "", ""));
        for (int turn = 0; turn < 1000 && play_page_count(play) > 1; turn++) {
            Move on = here(play, move_of("skip", "", ""));
            if (!play_check(play, &on, NULL)) {
                on = here(play, move_of("next", "", ""));
            }
            assert_true(play_apply(play, &on, NULL));
            if (play_finished(play)) {
                break;
            }
            back = here(play, back);
            assert_true(play_apply(play, &back, NULL));
            assert_int_equal(play_page(play), 0);
        }
        play_free(play);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forged_moves_are_refused),
        cmocka_unit_test(foreign_moves_leave_no_trace),
        cmocka_unit_test(one_may_go_back_and_forth_for_ever),
    };
    return cmocka_run_group_tests(tests, shipped_setup, shipped_teardown);
}
