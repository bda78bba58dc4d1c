/* Properties of every shipped activity, for every tier, over many random plays: replay, undo, what
 * is offered, what is read back. */
#include "activity/fixture.h"
#include "activity/player.h"

enum { PLAYS = 2000, SEEDS_LEAST = 3, SEEDS_SAID = 3, THOUGHTS = 90 };

/* The more there is to play, the less often each is played. */
static uint64_t seeds_of(const Shipped *shipped)
{
    size_t seeds = PLAYS / shipped->count;
    return seeds > SEEDS_LEAST ? seeds : SEEDS_LEAST;
}

static bool is_verb(const Move *move, const char *verb)
{
    return strcmp(move->verb, verb) == 0;
}

/* ---- what each page shows ---- */

static bool is_open_answer(const Node *node)
{
    return strcmp(node->action.verb, "not-sure") == 0 ||
           strcmp(node->action.verb, "rather-not") == 0 ||
           strcmp(node->action.item, "not-sure") == 0;
}

/* A room or stone that is there for whatever one likes, or a mark on what lies there: nothing that
 * has to be chosen between. */
static bool is_place(const Node *node)
{
    return strcmp(node->action.verb, "spot") == 0 || strcmp(node->action.verb, "mark") == 0;
}

/* What is held, and where on a sheet or a figure it is used: no answers to choose between. */
static bool is_tool(const Node *node)
{
    static const char *const verbs[] = {"tool", "line", "cell", "stroke", "zone"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (strcmp(node->action.verb, verbs[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* A choice in the sense of the tier's limit. A line from 0 to 10 is one question. */
static bool is_counted(const Node *node)
{
    bool gauge = node->picture && strncmp(node->picture, "scale/tide-", 11) == 0;
    bool number = gauge || is_place(node);
    bool block = strcmp(node->action.verb, "put") == 0;
    bool answer = node->role == ROLE_CHOICE || node->role == ROLE_TARGET || block;
    return answer && !number && !is_open_answer(node) && !is_tool(node);
}

/* Feelings words and the five steps of t2 have limits of their own. (Blueprint 3.1, 3.11.) */
static int choices_most(const PlayContext *context)
{
    if (strcmp(context->activity->kind, "feelings_check") == 0) {
        return context->tier == TIER_T1 ? 3 : context->tier == TIER_T2 ? 5 : 64;
    }
    bool steps = strcmp(context->activity->kind, "scale_line") == 0 && context->tier == TIER_T2;
    return steps ? 5 : tier_limits(context->tier)->choices;
}

static void assert_few_choices(const Player *player)
{
    int count = 0;
    for (const Node *node = player->tree.root; node;
         node = node_following(node, player->tree.root)) {
        count += is_counted(node);
    }
    if (count > choices_most(play_context(player->play))) {
        fail_msg("%s: %d choices on one page", play_label(player->play), count);
    }
}

static void assert_only_one(const Play *play, const Tree *tree, const Node *node)
{
    for (const Node *other = tree->root; other; other = node_following(other, tree->root)) {
        if (other != node && node_acts(other) && other->role == node->role &&
            strcmp(other->name, node->name) == 0) {
            fail_msg("%s: two %ss are called \"%s\"", play_label(play), role_name(node->role),
                     node->name);
        }
    }
}

static void assert_named(const Play *play, const Tree *tree)
{
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (strpbrk(node->name, "{}") || (node_acts(node) && node->name[0] == '\0')) {
            fail_msg("%s: %s %s is called \"%s\"", play_label(play), role_name(node->role),
                     node->key, node->name);
        }
        if (node_acts(node)) {
            assert_only_one(play, tree, node);
        }
    }
}

static void assert_one_way_on(const Player *player)
{
    const Node *next = tree_find_verb(&player->tree, "next", "");
    const Node *skip = tree_find_verb(&player->tree, "skip", "");
    assert_true((next != NULL) != (skip != NULL));
    Move offered = here(player->play, move_of(next ? "next" : "skip", "", ""));
    Move other = here(player->play, move_of(next ? "skip" : "next", "", ""));
    assert_true(play_check(player->play, &offered, NULL));
    assert_false(play_check(player->play, &other, NULL));
}

static void assert_page(const Player *player)
{
    assert_named(player->play, &player->tree);
    if (!play_finished(player->play)) {
        assert_few_choices(player);
        assert_one_way_on(player);
    }
}

/* ---- what each move does ---- */

static void assert_said(const Play *play, const Move *moves)
{
    for (size_t step = 0; step < play_move_count(play); step++) {
        char *words = step_words(play, step);
        if (words[0] == '\0' || strpbrk(words, "{}")) {
            fail_msg("%s: %s is told as \"%s\"", play_label(play), moves[step].verb, words);
        }
        free(words);
    }
}

static bool is_paging(const Move *move)
{
    return is_verb(move, "next") || is_verb(move, "skip") || is_verb(move, "back");
}

/* Undoes what was just done and does it again. */
static void undo_and_redo(Player *player, const Move *move, const Snapshot *before)
{
    Snapshot after = snapshot_take(player->play);
    Move undo = here(player->play, move_of("undo", "", ""));
    player_make(player, &undo);
    assert_true(snapshot_same(before, player->play));
    player_make(player, move);
    assert_true(snapshot_same(&after, player->play));
    snapshot_clear(&after);
}

static void make(Player *player, const Move *move)
{
    Snapshot before = snapshot_take(player->play);
    assert_true(play_check(player->play, move, NULL));
    assert_true(snapshot_same(&before, player->play));
    bool lets_go = play_waiting(player->play) > 0 && !play_waits(player->play, move);
    bool stays = !is_verb(move, "undo") && !is_paging(move);
    player_make(player, move);
    stays = stays && !play_can_undo(player->play);
    if (lets_go || stays) {
        assert_int_equal(play_waiting(player->play), 0);
    } else if (!is_verb(move, "undo") && !play_finished(player->play)) {
        undo_and_redo(player, move, &before);
    }
    assert_page(player);
    snapshot_clear(&before);
}

/* ---- the whole play ---- */

static void assert_same_text(char *a, char *b)
{
    assert_string_equal(a, b);
    free(a);
    free(b);
}

static void assert_same_play(const Player *player, const Play *again)
{
    Snapshot state = snapshot_take(player->play);
    PlayView view = player_view(player);
    assert_true(snapshot_same(&state, again));
    assert_same_text(page_text(player->play, &view), page_text(again, &view));
    assert_same_text(summary_text(player->play), summary_text(again));
    assert_int_equal(play_move_count(player->play), play_move_count(again));
    snapshot_clear(&state);
}

static void replay(const Player *player, const PlaySetup *setup, uint64_t seed)
{
    Error error = {0};
    Play *again = play_open(setup, seed);
    for (int round = 0; round < 2; round++) { /* a fold begins anew, whatever was there */
        if (!play_fold(again, player->moves, player->count, &error)) {
            fail_msg("%s", error.sentence);
        }
        assert_same_play(player, again);
    }
    play_free(again);
}

static void assert_over(Player *player)
{
    static const char *const verbs[] = {"next", "skip", "back", "undo", "choose", "begin"};
    Move move;
    assert_false(player_think(player, &move));
    assert_false(play_can_undo(player->play));
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        move = here(player->play, move_of(verbs[i], "", ""));
        assert_refused(player->play, &move);
    }
}

static void play_at_random(const PlaySetup *setup, uint64_t seed, size_t *made)
{
    Play *play = play_open(setup, seed);
    Player player = player_of(play, seed * 7919 + 1);
    assert_page(&player);
    for (int i = 0; i < THOUGHTS && !play_finished(play); i++) {
        Move move;
        if (player_think(&player, &move)) {
            make(&player, &move);
        }
    }
    if (play_finished(play)) {
        assert_over(&player);
    }
    if (seed < SEEDS_SAID) {
        assert_said(play, player.moves);
    }
    replay(&player, setup, seed);
    *made += player.count;
    player_clear(&player);
    play_free(play);
}

static void random_plays_hold_together(void **state)
{
    const Shipped *shipped = *state;
    size_t made = 0;
    for (size_t i = 0; i < shipped->count; i++) {
        for (uint64_t seed = 0; seed < seeds_of(shipped); seed++) {
            play_at_random(&shipped->setups[i], seed, &made);
        }
    }
    print_message("    %zu plays, %zu moves\n", shipped->count * seeds_of(shipped), made);
    assert_true(made > shipped->count * seeds_of(shipped) * 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_plays_hold_together),
    };
    return cmocka_run_group_tests(tests, shipped_setup, shipped_teardown);
}
