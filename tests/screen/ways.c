#include "screen/ways.h"

#include "ui/scan_groups.h"
#include "ui/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 400, STEPS_MOST = 2000 };

static const Tree *tree_of(House *house)
{
    return stage_tree(house->stage);
}

static void fail_reach(House *house, const Node *node)
{
    char *dump = tree_dump(tree_of(house));
    fail_msg("\"%s\" cannot be reached on %s:\n%s", node->name, stage_screen_name(house->stage),
             dump);
    free(dump);
}

static void key(House *house, Key which, bool pad)
{
    stage_input(house->stage, &(Input){.type = INPUT_KEY, .key = which, .pad = pad});
    stage_input(house->stage, &(Input){.type = INPUT_KEY_UP, .key = which, .pad = pad});
}

static void pass(House *house, int64_t ms)
{
    house->time.ticks += ms;
    stage_input(house->stage, &(Input){.type = INPUT_TICK});
}

/* ---- keys ---- */

static void keys_go(House *house, const Node *node)
{
    char wanted[KEY_MAX];
    snprintf(wanted, sizeof wanted, "%s", node->key);
    for (int i = 0; strcmp(stage_focus(house->stage)->key, wanted) != 0; i++) {
        if (i == MOST) {
            fail_reach(house, tree_find_key(tree_of(house), wanted));
        }
        key(house, KEY_TAB, false);
    }
}

/* ---- a gamepad: the shortest way with four directions ---- */

static const Key directions[] = {KEY_RIGHT, KEY_LEFT, KEY_DOWN, KEY_UP};

typedef struct Search {
    const Node *nodes[MOST];
    size_t from[MOST];
    Key by[MOST];
    size_t count;
} Search;

static bool seen(const Search *search, const Node *node)
{
    for (size_t i = 0; i < search->count; i++) {
        if (search->nodes[i] == node) {
            return true;
        }
    }
    return false;
}

static void search_from(Search *search, const Tree *tree, const Node *start)
{
    *search = (Search){.nodes = {start}, .count = 1};
    for (size_t i = 0; i < search->count; i++) {
        for (int d = 0; d < 4; d++) {
            const Node *next = walk_toward(tree, search->nodes[i], directions[d]);
            if (next && !seen(search, next) && search->count < MOST) {
                search->nodes[search->count] = next;
                search->from[search->count] = i;
                search->by[search->count++] = directions[d];
            }
        }
    }
}

static const Node *pad_start(House *house)
{
    const Node *node = tree_find_key(tree_of(house), stage_focus(house->stage)->key);
    if (!node || !stage_focus(house->stage)->visible) {
        key(house, KEY_DOWN, true);
        node = tree_find_key(tree_of(house), stage_focus(house->stage)->key);
    }
    assert_non_null(node);
    return node;
}

static void pad_go(House *house, const char *wanted)
{
    Search search;
    Key path[MOST];
    size_t length = 0;
    const Node *start = pad_start(house);
    const Node *node = tree_find_key(tree_of(house), wanted);
    search_from(&search, tree_of(house), start);
    size_t at = 0;
    while (at < search.count && search.nodes[at] != node) {
        at++;
    }
    if (at == search.count) {
        fail_reach(house, node);
    }
    for (; at > 0; at = search.from[at]) {
        path[length++] = search.by[at];
    }
    while (length > 0) {
        key(house, path[--length], true);
    }
    assert_string_equal(stage_focus(house->stage)->key, wanted);
}

/* ---- one switch ---- */

static void hit_switch(House *house)
{
    key(house, KEY_SPACE, false);
}

static void wait_step(House *house, Way way)
{
    if (way == WAY_SWITCH_AUTO) {
        pass(house, WAY_DWELL_MS);
    } else {
        hit_switch(house);
    }
}

static void choose_it(House *house, Way way)
{
    if (way == WAY_SWITCH_AUTO) {
        hit_switch(house);
        return;
    }
    stage_input(house->stage, &(Input){.type = INPUT_KEY, .key = KEY_SPACE});
    pass(house, WAY_DWELL_MS / 2);
    stage_input(house->stage, &(Input){.type = INPUT_KEY_UP, .key = KEY_SPACE});
}

static size_t scanned_count(House *house)
{
    const Tree *tree = tree_of(house);
    size_t count = 0;
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        count += node->state.scanned;
    }
    return count;
}

static bool scanned(House *house, const char *wanted)
{
    const Node *node = tree_find_key(tree_of(house), wanted);
    return node && node->state.scanned;
}

static void scan_until(House *house, Way way, const char *wanted)
{
    for (int i = 0; !scanned(house, wanted); i++) {
        if (i == MOST) {
            fail_reach(house, tree_find_key(tree_of(house), wanted));
        }
        wait_step(house, way);
    }
}

static void scan_press(House *house, Way way, const char *wanted)
{
    scan_until(house, way, wanted);
    if (scanned_count(house) > 1) {
        choose_it(house, way);
        assert_int_equal(scanned_count(house), 1);
        scan_until(house, way, wanted);
    }
    choose_it(house, way);
}

/* ---- all of them ---- */

void way_settle(House *house, Way way, Id person)
{
    int scan = way == WAY_SWITCH_AUTO ? SCAN_AUTO : way == WAY_SWITCH_STEP ? SCAN_STEP : SCAN_OFF;
    Event event = {.type = EVENT_PREFS, .person_id = person};
    event.case_id = record_case_at(keeper_record(house->cove.keeper), 0)->id;
    prefs_choose(&event.prefs, prefs_field("scan"), scan);
    prefs_choose(&event.prefs, prefs_field("dwell"), WAY_DWELL_MS);
    prefs_choose(&event.prefs, prefs_field("first-tap"), 0);
    Error error = {0};
    if (!cove_keep(&house->cove, &event, 1, &error)) {
        fail_msg("%s", error.sentence);
    }
    stage_touch(house->stage);
}

void way_press(House *house, Way way, Role role, const char *name)
{
    char wanted[KEY_MAX];
    const Node *node = tree_find(tree_of(house), role, name);
    if (!node) {
        expect_text(house, name);
    }
    assert_non_null(node);
    snprintf(wanted, sizeof wanted, "%s", node->key);
    if (way == WAY_KEYS) {
        keys_go(house, node);
        key(house, KEY_ENTER, false);
    } else if (way == WAY_PAD) {
        pad_go(house, wanted);
        key(house, KEY_ENTER, true);
    } else {
        scan_press(house, way, wanted);
    }
}

void way_place(House *house, Way way, const char *card, const char *target)
{
    way_press(house, way, ROLE_CARD, card);
    way_press(house, way, ROLE_TARGET, target);
}

/* Keys of everything the tree has to offer now. */
typedef struct Offered {
    char keys[MOST][KEY_MAX];
    bool met[MOST];
    size_t count;
} Offered;

static Offered offered_now(House *house, bool fields)
{
    Offered offered = {.count = 0};
    const Tree *tree = tree_of(house);
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (node_acts(node) && (fields || node->role != ROLE_FIELD)) {
            assert_true(offered.count < MOST);
            memcpy(offered.keys[offered.count], node->key, strlen(node->key) + 1);
            offered.count++;
        }
    }
    return offered;
}

static void meet(Offered *offered, const char *met)
{
    for (size_t i = 0; i < offered->count; i++) {
        if (strcmp(offered->keys[i], met) == 0) {
            offered->met[i] = true;
        }
    }
}

static void expect_met(House *house, const Offered *offered)
{
    for (size_t i = 0; i < offered->count; i++) {
        if (!offered->met[i]) {
            fail_reach(house, tree_find_key(tree_of(house), offered->keys[i]));
        }
    }
}

static void meet_with_keys(House *house, Offered *offered)
{
    for (size_t i = 0; i < 2 * offered->count + 2; i++) {
        key(house, KEY_TAB, false);
        meet(offered, stage_focus(house->stage)->key);
    }
}

static void meet_with_pad(House *house, Offered *offered)
{
    Search search;
    const Node *start = pad_start(house);
    search_from(&search, tree_of(house), start);
    for (size_t i = 0; i < search.count; i++) {
        meet(offered, search.nodes[i]->key);
    }
}

/* Into every group, over its things, and out again after two empty rounds. */
static void meet_with_switch(House *house, Way way, Offered *offered)
{
    for (size_t g = 0; g < offered->count; g++) {
        size_t things = scanned_count(house);
        if (things > 1) {
            choose_it(house, way);
        }
        for (size_t i = 0; i < (things > 1 ? 2 * things : 1); i++) {
            assert_int_equal(scanned_count(house), 1);
            for (size_t k = 0; k < offered->count; k++) {
                offered->met[k] = offered->met[k] || scanned(house, offered->keys[k]);
            }
            if (things > 1) {
                wait_step(house, way);
            }
        }
        assert_int_equal(scanned_count(house), things);
        wait_step(house, way);
    }
}

void way_reaches_all(House *house, Way way)
{
    Offered *offered = malloc(sizeof *offered);
    assert_non_null(offered);
    bool switched = way == WAY_SWITCH_AUTO || way == WAY_SWITCH_STEP;
    *offered = offered_now(house, !switched);
    if (way == WAY_KEYS) {
        meet_with_keys(house, offered);
    } else if (way == WAY_PAD) {
        meet_with_pad(house, offered);
    } else {
        meet_with_switch(house, way, offered);
    }
    expect_met(house, offered);
    free(offered);
}
