#include "must_nots/guest.h"

#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGES_MOST = 80, ACTS_PER_PAGE = 5, NODES_MOST = 256, NAME_MOST = 512 };

bool guest_on(House *house, const char *screen)
{
    (void)stage_tree(house->stage);
    return strcmp(stage_screen_name(house->stage), screen) == 0;
}

/* ---- pressing by what a thing does ---- */

static bool does(const Node *node, const char *verb, const char *item)
{
    return node_acts(node) && node->role != ROLE_FIELD && strcmp(node->action.verb, verb) == 0 &&
           (!item || strcmp(node->action.item, item) == 0);
}

static const Node *find(House *house, const char *verb, const char *item)
{
    const Node *root = stage_tree(house->stage)->root;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (does(node, verb, item)) {
            return node;
        }
    }
    return NULL;
}

bool guest_offered(House *house, const char *verb, const char *item)
{
    return find(house, verb, item) != NULL;
}

/* Several nodes may have one name: which of them it is. */
static size_t nth_of(House *house, const Node *wanted)
{
    const Node *root = stage_tree(house->stage)->root;
    size_t nth = 0;
    for (const Node *node = root; node != wanted; node = node_following(node, root)) {
        nth += node->role == wanted->role && strcmp(node->name, wanted->name) == 0;
    }
    return nth;
}

static void press_node(House *house, const Node *node)
{
    char name[NAME_MOST];
    Error error = {0};
    snprintf(name, sizeof name, "%s", node->name);
    if (!stage_press_nth(house->stage, node->role, name, nth_of(house, node), &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

void guest_presses(House *house, const char *verb, const char *item)
{
    const Node *node = find(house, verb, item);
    if (!node) {
        char *dump = tree_dump(stage_tree(house->stage));
        fail_msg("nothing here does \"%s %s\":\n%s", verb, item ? item : "", dump);
    }
    press_node(house, node);
}

/* ---- answering ---- */

/* What leads away from the page, and what takes minutes. */
static bool leads_away(const Node *node)
{
    static const char *const verbs[] = {"stop", "break",        "not-ok",    "next",  "skip",
                                        "hear", "settings",     "leave",     "begin", "back",
                                        "done", "end-together", "say-again", "undo"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (strcmp(node->action.verb, verbs[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void act_by_chance(Guest *guest)
{
    const Node *root = stage_tree(guest->house->stage)->root, *acting[NODES_MOST];
    size_t count = 0;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (node_acts(node) && node->role != ROLE_FIELD && !leads_away(node) &&
            count < NODES_MOST) {
            acting[count++] = node;
        }
    }
    if (count > 0) {
        press_node(guest->house, acting[chance_below(&guest->chance, count)]);
    }
}

static void type_words(Guest *guest)
{
    for (size_t nth = 0;; nth++) {
        const Node *root = stage_tree(guest->house->stage)->root, *field = NULL;
        size_t left = nth;
        for (const Node *node = root; node && !field; node = node_following(node, root)) {
            field = node->role == ROLE_FIELD && left-- == 0 ? node : NULL;
        }
        if (!field) {
            return;
        }
        char name[NAME_MOST];
        snprintf(name, sizeof name, "%s", field->name);
        if (stage_type(guest->house->stage, name, guest->words, NULL)) {
            stage_key(guest->house->stage, KEY_ENTER, NULL);
            guest->typed++;
        }
    }
}

static void empty_hand(House *house)
{
    if (stage_focus(house->stage)->hand[0]) {
        stage_key(house->stage, KEY_ESCAPE, NULL);
    }
}

static void see(Guest *guest)
{
    guest->pages++;
    if (guest->see) {
        guest->see(guest->context, guest->house);
    }
}

static void answer(Guest *guest)
{
    for (int i = 0; i < ACTS_PER_PAGE && guest_on(guest->house, "play"); i++) {
        act_by_chance(guest);
        if (guest->words && i % 2 == 0 && guest_on(guest->house, "play")) {
            type_words(guest);
        }
    }
    if (guest_on(guest->house, "play")) {
        empty_hand(guest->house);
        see(guest);
    }
}

/* Someone's making of a figure covers the page's own buttons until it is left. */
static void go_on(House *house)
{
    static const char *const ways[] = {"next", "skip", "figure", "leave-figure", "close", "back"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (guest_offered(house, ways[i], NULL)) {
            guest_presses(house, ways[i], NULL);
            return;
        }
    }
    guest_presses(house, "next", NULL);
}

bool guest_says_yes(House *house)
{
    if (!guest_on(house, "assent")) {
        return false;
    }
    while (guest_offered(house, "next", NULL)) {
        guest_presses(house, "next", NULL);
    }
    guest_presses(house, "answer", "yes");
    return true;
}

void guest_plays(Guest *guest)
{
    for (int page = 0; page < PAGES_MOST && guest_on(guest->house, "play"); page++) {
        see(guest);
        if (!guest->skips) {
            answer(guest);
        }
        if (guest_on(guest->house, "play")) {
            go_on(guest->house);
        }
    }
    if (guest_on(guest->house, "play")) {
        char *dump = tree_dump(stage_tree(guest->house->stage));
        fail_msg("the play does not come to an end:\n%s", dump);
    }
}

/* ---- a sitting ---- */

static const Assignment *next_given(House *house, const Sitting *sitting)
{
    const Record *record = keeper_record(house->cove.keeper);
    const Case *family = record_case(record, sitting->case_id);
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *given = &family->assignments[i];
        if (id_same(given->person, sitting->person) && !given->taken_back &&
            setting_covers(sitting->setting, given->setting) &&
            record_times_played(record, given->id) == 0) {
            return given;
        }
    }
    return NULL;
}

static void play_some(Guest *guest, Id sitting, size_t most)
{
    House *house = guest->house;
    for (size_t i = 0; i < most; i++) {
        const Assignment *given =
            next_given(house, record_sitting(keeper_record(house->cove.keeper), sitting));
        if (!given) {
            return;
        }
        sitting_play(&house->cove, house->stage, sitting, given->id);
        guest_plays(guest);
        see(guest);
    }
}

void guest_sits(Guest *guest, size_t most)
{
    House *house = guest->house;
    Id sitting = record_sitting_open(keeper_record(house->cove.keeper))->id;
    guest_plays(guest);
    assert_true(guest_on(house, "cove"));
    see(guest);
    play_some(guest, sitting, most);
    guest_presses(house, "leave", NULL);
    guest_plays(guest);
    see(guest);
    if (guest_on(house, "pebble")) {
        if (guest->at_pebbles) {
            guest->at_pebbles(guest->context, house);
        }
        guest_presses(house, "pebble", NULL);
    }
    assert_true(guest_on(house, "goodbye"));
    see(guest);
    guest_presses(house, "done", NULL);
    assert_true(guest_on(house, "door"));
}

void guest_stops(House *house)
{
    while (guest_offered(house, "stop", NULL)) {
        guest_presses(house, "stop", NULL);
    }
    assert_true(guest_on(house, "door"));
}
