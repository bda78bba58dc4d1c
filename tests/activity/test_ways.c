/* The ways through every shipped activity: skipping all of it, going back, the order of chance,
 * what the person keeps, and breaths that end by themselves. */
#include "activity/fixture.h"
#include "activity/player.h"

/* The way on that the page offers. */
static Move way_on(const Play *play)
{
    Move next = here(play, move_of("next", "", ""));
    return play_check(play, &next, NULL) ? next : here(play, move_of("skip", "", ""));
}

static void everything_may_be_skipped(void **state)
{
    const Shipped *shipped = *state;
    for (size_t i = 0; i < shipped->count; i++) {
        Play *play = play_open(&shipped->setups[i], i);
        for (int steps = 0; !play_finished(play); steps++) {
            assert_true(steps < play_page_count(play));
            int page = play_page(play);
            Move on = way_on(play);
            assert_accepted(play, &on);
            assert_int_equal(play_skipped(play, page), on.verb[0] == 's');
        }
        play_free(play);
    }
}

/* Answers something on the page, by chance, and stays there. */
static void answer(Player *player)
{
    for (int i = 0; i < 12; i++) {
        Move move;
        int page = play_page(player->play);
        if (player_think(player, &move) && strcmp(move.verb, "next") != 0 &&
            strcmp(move.verb, "skip") != 0 && strcmp(move.verb, "back") != 0) {
            player_make(player, &move);
            assert_int_equal(play_page(player->play), page);
        }
    }
}

static void assert_back_is_the_same(Player *player)
{
    Play *play = player->play;
    int page = play_page(play);
    char *before = body_text(play);
    bool waited = play_waiting(play) > 0; /* that is left behind */
    Move on = way_on(play);
    player_make(player, &on);
    if (!play_finished(play) && !waited) {
        Move back = here(play, move_of("back", "", ""));
        player_make(player, &back);
        assert_int_equal(play_page(play), page);
        char *after = body_text(play);
        assert_string_equal(before, after);
        free(after);
        on = way_on(play);
        player_make(player, &on);
    }
    free(before);
}

static void back_finds_the_answers(void **state)
{
    const Shipped *shipped = *state;
    for (size_t i = 0; i < shipped->count; i++) {
        Play *play = play_open(&shipped->setups[i], i);
        Player player = player_of(play, i);
        while (!play_finished(play)) {
            answer(&player);
            assert_back_is_the_same(&player);
        }
        player_clear(&player);
        play_free(play);
    }
}

/* ---- the order of chance ---- */

enum { OPTIONS_MAX = 80, SEEDS = 24 };

typedef struct Order {
    char ids[OPTIONS_MAX][REF_MAX];
    size_t count;
} Order;

static bool is_option(const Node *node)
{
    const char *verb = node->action.verb;
    return strcmp(verb, "choose") == 0 || strcmp(verb, "put") == 0 || strcmp(verb, "pick") == 0;
}

static bool order_has(const Order *order, const char *id)
{
    for (size_t i = 0; i < order->count; i++) {
        if (strcmp(order->ids[i], id) == 0) {
            return true;
        }
    }
    return false;
}

static void order_look(Order *order, const Tree *tree)
{
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (is_option(node)) {
            assert_true(order->count < OPTIONS_MAX);
            assert_false(order_has(order, node->action.item));
            snprintf(order->ids[order->count++], REF_MAX, "%s", node->action.item);
        }
    }
}

static bool offers(const Tree *tree, const char *id)
{
    Order order = {0};
    order_look(&order, tree);
    return order_has(&order, id);
}

/* The options of the page in their order; where the young see a few at a time, all of them. */
static Order order_of(Player *player)
{
    Order order = {0};
    order_look(&order, &player->tree);
    while (order.count > 0 && player_turn(player) && !offers(&player->tree, order.ids[0])) {
        order_look(&order, &player->tree);
    }
    return order;
}

static bool order_same(const Order *a, const Order *b)
{
    return a->count == b->count && memcmp(a->ids, b->ids, sizeof a->ids) == 0;
}

static bool order_same_set(const Order *a, const Order *b)
{
    for (size_t i = 0; i < a->count; i++) {
        if (!order_has(b, a->ids[i])) {
            return false;
        }
    }
    return a->count == b->count;
}

static Order order_on(const PlaySetup *setup, uint64_t seed, int page)
{
    Play *play = play_open(setup, seed);
    Player player = player_of(play, 0);
    while (play_page(play) < page && !play_finished(play)) {
        Move on = way_on(play);
        player_make(&player, &on);
    }
    Order order = {0};
    if (play_page(play) == page && !play_finished(play)) {
        order = order_of(&player);
    }
    player_clear(&player);
    play_free(play);
    return order;
}

static void assert_shuffled(const PlaySetup *setup, int page)
{
    bool deck = strcmp(setup->activity->kind, "sort_cards") == 0;
    Order first = order_on(setup, 0, page), again = order_on(setup, 0, page);
    bool differ = first.count < 2;
    assert_true(order_same(&first, &again));
    for (uint64_t seed = 1; seed < SEEDS; seed++) {
        Order other = order_on(setup, seed * 977, page);
        assert_true(deck ? other.count == first.count : order_same_set(&first, &other));
        differ = differ || !order_same(&first, &other);
    }
    /* One card at a time may come first 24 times; two options in one order hardly. */
    if (!differ && first.count > 1) {
        fail_msg("%s page %d: always in one order", setup->activity->id, page);
    }
}

static int page_count_of(const PlaySetup *setup)
{
    Play *play = play_open(setup, 0);
    int count = play_page_count(play);
    play_free(play);
    return count;
}

static void options_lie_in_an_order_of_chance(void **state)
{
    const Shipped *shipped = *state;
    for (size_t i = 0; i < shipped->count; i++) {
        bool dealt = strcmp(shipped->setups[i].activity->kind, "play_together") == 0;
        int pages = dealt ? 0 : page_count_of(&shipped->setups[i]); /* each deals other cards */
        for (int page = 0; page < pages; page++) {
            assert_shuffled(&shipped->setups[i], page);
        }
    }
}

/* ---- what the person keeps ---- */

static char *line_shown(const Player *player)
{
    const Node *line = tree_find_key(&player->tree, "line");
    return memory_copy_string(line->name);
}

static void press_key(Player *player, const char *key)
{
    Move move;
    const Node *node = tree_find_key(&player->tree, key);
    assert_non_null(node);
    assert_true(player_press(player, node, &move));
    player_make(player, &move);
}

/* Fills the line with the first block each time. */
static void fill_line(Player *player)
{
    for (;;) {
        const Node *node = player->tree.root;
        while (node && strcmp(node->action.verb, "put") != 0) {
            node = node_following(node, player->tree.root);
        }
        Move move;
        if (!node || !player_press(player, node, &move)) {
            return;
        }
        player_make(player, &move);
    }
}

static void assert_in_summary(const Play *play, const char *words, bool there)
{
    char *summary = summary_text(play);
    assert_int_equal(strstr(summary, words) != NULL, there);
    free(summary);
}

static void assert_kept(Player *player)
{
    Play *play = player->play;
    char *line = line_shown(player);
    bool asks = tree_find_key(&player->tree, "share-mine") != NULL;
    assert_in_summary(play, line, !asks);
    if (asks) {
        assert_true(play_private(play, play_page(play))); /* until it was said */
        press_key(player, "share-mine");
        assert_true(play_private(play, play_page(play)));
        assert_in_summary(play, line, false);
        assert_in_summary(play, "The words are not shown here", true);
        press_key(player, "share-helper");
        assert_false(play_private(play, play_page(play)));
        assert_in_summary(play, line, true);
        press_key(player, "share-mine");
        assert_in_summary(play, line, false);
    }
    free(line);
}

static void kept_lines_are_in_no_summary(void **state)
{
    const Shipped *shipped = *state;
    for (size_t i = 0; i < shipped->count; i++) {
        Play *play = play_open(&shipped->setups[i], i);
        Player player = player_of(play, i);
        while (strcmp(shipped->setups[i].activity->kind, "sentence_builder") == 0 &&
               !play_finished(play)) {
            fill_line(&player);
            assert_kept(&player);
            Move on = way_on(play);
            player_make(&player, &on);
        }
        player_clear(&player);
        play_free(play);
    }
}

/* ---- time ---- */

static bool time_makes(const Play *play, int64_t now, Move *out)
{
    PlayView view = {.now = now, .hand = "", .draft = ""};
    return play_tick(play, &view, out);
}

/* The page, begun at tick 0 and left to itself: one move in an hour, or none where the page waits
 * for the person. */
static void assert_one_done(Play *play)
{
    Move begin = here(play, move_of("begin", "", "")), made;
    PlayView view = {.now = 5, .hand = "", .draft = ""};
    assert_false(time_makes(play, 3600000, &made));
    assert_false(play_moving(play, &view));
    assert_accepted(play, &begin);
    bool moves = play_moving(play, &view), done = false;
    assert_false(time_makes(play, 0, &made));
    for (int64_t now = 0; now < 600000; now += 250) {
        if (time_makes(play, now, &made)) {
            assert_false(done);
            assert_string_equal(made.verb, "done");
            assert_accepted(play, &made);
            done = true;
        }
    }
    assert_int_equal(done, moves);
    view.now = 600000;
    assert_false(play_moving(play, &view));
}

static void breaths_end_by_themselves_once(void **state)
{
    const Shipped *shipped = *state;
    for (size_t i = 0; i < shipped->count; i++) {
        bool paced = strcmp(shipped->setups[i].activity->kind, "breathe_pace") == 0;
        Play *play = play_open(&shipped->setups[i], 0);
        while (!play_finished(play)) {
            Move on, made;
            if (paced) {
                assert_one_done(play);
            } else {
                assert_false(time_makes(play, 3600000, &made));
            }
            on = way_on(play);
            assert_accepted(play, &on);
        }
        play_free(play);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_may_be_skipped),
        cmocka_unit_test(back_finds_the_answers),
        cmocka_unit_test(options_lie_in_an_order_of_chance),
        cmocka_unit_test(kept_lines_are_in_no_summary),
        cmocka_unit_test(breaths_end_by_themselves_once),
    };
    return cmocka_run_group_tests(tests, shipped_setup, shipped_teardown);
}
