/* The walk through one activity: each page as it comes, moving, and answered. */
#include "proof/everywhere_inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

enum { PAGES_MOST = 80, ANSWERS_MOST = 40, STILL_MS = 300000 };

void walker_open(Walker *walker, const Everywhere *walk)
{
    *walker = (Walker){.walk = walk};
    House *house = &walker->house;
    house->time = (ManualClock){.wall = 1767261600000 /* ten in the morning, UTC */, .ticks = 1000};
    house->seed = 11;
    house->cove.clock = clock_manual(&house->time);
    house->cove.ids = ids_seeded(&house->seed);
    house->cove.data_folder = walk->folder;
    house->cove.kind = VAULT_TRIAL;
    house->cove.keep_wait_ms = 60000;
    house->cove.guide = COVE_SOURCE_DIR "/docs/helpers-guide.md";
    Error error = {0};
    if (!library_open(walk->content, kinds_content(), walk->language, &house->cove.library,
                      &error)) {
        fail_msg("%s", error.sentence);
    }
    house->stage = stage_new(&house->cove.clock, &walk->ruler, EVERYWHERE_WIDTH, EVERYWHERE_HEIGHT);
    stage_push(house->stage, screen_door(&house->cove, house->stage));
}

void walker_close(Walker *walker)
{
    house_close(&walker->house);
}

Cove *walker_cove(Walker *walker)
{
    return &walker->house.cove;
}

const Record *walker_record(const Walker *walker)
{
    return keeper_record(walker->house.cove.keeper);
}

void walker_see(Walker *walker, const char *format, ...)
{
    char name[128];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    walker->walk->see(walker->walk->context, &walker->house, name);
}

void walker_show(Walker *walker, Screen *screen, const char *name)
{
    stage_clear_to(walker->house.stage, screen);
    walker_see(walker, "%s", name);
}

bool walker_on(Walker *walker, const char *screen)
{
    (void)stage_tree(walker->house.stage);
    return strcmp(stage_screen_name(walker->house.stage), screen) == 0;
}

/* ---- pressing by what a thing does ---- */

static bool does(const Node *node, const char *verb, const char *item)
{
    return node_acts(node) && strcmp(node->action.verb, verb) == 0 &&
           (!item || strcmp(node->action.item, item) == 0);
}

/* Which of the nodes with its role and name it is. */
static size_t nth_of(const Tree *tree, const Node *wanted)
{
    size_t nth = 0;
    for (const Node *node = tree->root; node != wanted; node = node_following(node, tree->root)) {
        nth += node->role == wanted->role && strcmp(node->name, wanted->name) == 0;
    }
    return nth;
}

static void press_node(Walker *walker, const Node *node)
{
    char name[512];
    Error error = {0};
    snprintf(name, sizeof name, "%s", node->name);
    if (!stage_press_nth(walker->house.stage, node->role, name,
                         nth_of(stage_tree(walker->house.stage), node), &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

static const Node *find_one(Walker *walker, const char *verb, const char *item, size_t which)
{
    const Tree *tree = stage_tree(walker->house.stage);
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (does(node, verb, item) && which-- == 0) {
            return node;
        }
    }
    return NULL;
}

bool walker_offers(Walker *walker, const char *verb)
{
    return find_one(walker, verb, NULL, 0) != NULL;
}

void walker_press(Walker *walker, const char *verb, const char *item)
{
    const Node *node = find_one(walker, verb, item, 0);
    if (!node) {
        char *dump = tree_dump(stage_tree(walker->house.stage));
        fail_msg("nothing here does \"%s %s\":\n%s", verb, item ? item : "", dump);
    }
    press_node(walker, node);
}

/* Another one each time. */
static bool press_any(Walker *walker, const char *verb)
{
    size_t count = 0;
    while (find_one(walker, verb, NULL, count)) {
        count++;
    }
    if (count > 0) {
        press_node(walker, find_one(walker, verb, NULL, walker->turn++ % count));
    }
    return count > 0;
}

/* ---- answering ---- */

static void wait_still(Walker *walker)
{
    for (int ms = 0; ms < STILL_MS && stage_wait_ms(walker->house.stage) >= 0; ms += 500) {
        wait_ms(&walker->house, 500);
    }
}

static bool answered(Walker *walker)
{
    return walker_offers(walker, "next");
}

/* A stamp or a color stays in the hand until it is put down. */
static void empty_hand(Walker *walker)
{
    if (stage_focus(walker->house.stage)->hand[0]) {
        stage_key(walker->house.stage, KEY_ESCAPE, NULL);
    }
}

static bool answer_once(Walker *walker)
{
    if (find_one(walker, "pick", NULL, 0)) {
        return press_any(walker, "pick") &&
               (press_any(walker, "basket") || press_any(walker, "spot") ||
                press_any(walker, "zone") || press_any(walker, "stroke"));
    }
    if (find_one(walker, "begin", NULL, 0)) {
        walker_press(walker, "begin", NULL);
        wait_still(walker);
        return true;
    }
    static const char *const verbs[] = {"fill", "turn-card", "settle", "put",  "beat", "choose",
                                        "set",  "share",     "open",   "keep", "stamp"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (press_any(walker, verbs[i])) {
            return true;
        }
    }
    return false;
}

static void see_breath(Walker *walker, const char *name, int page)
{
    if (find_one(walker, "begin", NULL, 0)) {
        walker_press(walker, "begin", NULL);
        wait_ms(&walker->house, 2500);
        walker_see(walker, "%s-%02d-moving", name, page);
        wait_still(walker);
    }
}

/* A letter that is written and not yet decided about; a sheet that is drawn on by keys. */
static void see_paper(Walker *walker, const char *name, int page)
{
    if (find_one(walker, "tool", "cells", 0)) {
        walker_press(walker, "tool", "cells");
        walker_press(walker, "tool", "frame-1.0");
        walker_see(walker, "%s-%02d-cells", name, page);
        walker_press(walker, "line", NULL);
        walker_press(walker, "tool", "hand");
    } else if (press_any(walker, "line") || press_any(walker, "stamp")) {
        (void)press_any(walker, "stamp");
        walker_see(walker, "%s-%02d-written", name, page);
    }
}

/* Maps and paths with several things on them, doors and marks too; rows of boxes with all
 * filled. */
static void go_on_answering(Walker *walker)
{
    static const char *const cards[] = {"pick", "pick", "mark", "pick", "shut", "pick"};
    for (size_t i = 0; i < sizeof cards / sizeof *cards && find_one(walker, "spot", NULL, 0); i++) {
        if (press_any(walker, cards[i])) {
            (void)press_any(walker, "spot");
        }
    }
    for (int i = 0; i < ANSWERS_MOST && press_any(walker, "fill"); i++) {
    }
}

/* People on a map who can be made to look like somebody: whom, and the first and a later part. */
static void see_people(Walker *walker, const char *name, int page)
{
    if (!find_one(walker, "tool", "who", 0)) {
        return;
    }
    walker_press(walker, "tool", "who");
    walker_see(walker, "%s-%02d-whom", name, page);
    const Node *person = NULL;
    for (int slot = 1; slot < 10 && !person; slot++) {
        char id[] = "slot-?";
        id[strlen(id) - 1] = (char)('0' + slot);
        person = find_one(walker, "tool", id, 0);
    }
    assert_non_null(person);
    press_node(walker, person);
    walker_see(walker, "%s-%02d-maker", name, page);
    press_node(walker, tree_find_key(stage_tree(walker->house.stage), "ui.figure.next"));
    press_node(walker, tree_find_key(stage_tree(walker->house.stage), "ui.figure.next"));
    walker_see(walker, "%s-%02d-maker-hair", name, page);
    walker_press(walker, "figure", NULL);
    walker_see(walker, "%s-%02d-made", name, page);
}

static void see_page(Walker *walker, const char *name, int page)
{
    walker_see(walker, "%s-%02d", name, page);
    see_breath(walker, name, page);
    see_paper(walker, name, page);
    if (answered(walker)) {
        return;
    }
    for (int i = 0; i < ANSWERS_MOST && !answered(walker) && answer_once(walker); i++) {
    }
    go_on_answering(walker);
    empty_hand(walker);
    walker_see(walker, "%s-%02d-done", name, page);
    see_people(walker, name, page);
}

void walker_play(Walker *walker, const char *name)
{
    assert_true(walker_on(walker, "play"));
    for (int page = 1; page <= PAGES_MOST; page++) {
        see_page(walker, name, page);
        walker_press(walker, answered(walker) ? "next" : "skip", NULL);
        if (!walker_on(walker, "play")) {
            return;
        }
    }
    fail_msg("%s does not come to an end", name);
}

void walker_skip_play(Walker *walker)
{
    for (int page = 0; page < PAGES_MOST && walker_on(walker, "play"); page++) {
        walker_press(walker, answered(walker) ? "next" : "skip", NULL);
    }
}
