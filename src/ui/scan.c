#include "ui/scan.h"

#include "ui/press.h"
#include "ui/scan_groups.h"
#include "ui/walk.h"

#include <stdio.h>
#include <string.h>

enum { ROUNDS_MOST = 2 };

/* ---- standing somewhere ---- */

static void stand_on(Scan *scan, const Node *node, int64_t now)
{
    snprintf(scan->at, sizeof scan->at, "%s", node->key);
    scan->since = now;
}

/* Focus follows the things, so that they are read aloud; groups have none. */
static void let_go(Focus *focus)
{
    focus_set(focus, NULL);
    focus->visible = false;
}

/* Back to the groups: to the first one, or with a card in the hand to where it may go. */
static void begin_anew(Scan *scan, Focus *focus, const ScanGroups *groups, int64_t now)
{
    size_t taking = focus->hand[0] ? scan_groups_taking(groups) : SIZE_MAX;
    let_go(focus);
    scan->inside = false;
    scan->at[0] = '\0';
    if (groups->count > 0)
        stand_on(scan, groups->nodes[groups->items[taking == SIZE_MAX ? 0 : taking].first], now);
}

void scan_set(Scan *scan, Scanning way, int dwell, bool shared)
{
    if (scan->way != way)
        *scan = (Scan){.way = way};
    scan->dwell = dwell;
    scan->shared = shared;
}

/* ---- marking ---- */

static bool same_screen(Scan *scan, const Tree *tree)
{
    char screen[KEY_MAX];
    snprintf(screen, sizeof screen, "%.*s", KEY_MAX - 1, tree->root->name);
    bool same = strcmp(screen, scan->screen) == 0;
    memcpy(scan->screen, screen, sizeof screen);
    return same;
}

static void mark_group(const ScanGroups *groups, const ScanGroup *group, const Scan *scan)
{
    for (size_t i = 0; i < group->count; i++) {
        Node *node = groups->nodes[group->first + i];
        node->state.scanned = !scan->inside || strcmp(node->key, scan->at) == 0;
    }
}

void scan_mark(Scan *scan, Focus *focus, Tree *tree, int64_t now)
{
    if (scan->way == SCANNING_OFF || !tree->root)
        return;
    ScanGroups groups = scan_groups_of(tree);
    bool same = same_screen(scan, tree);
    if (!same || scan_groups_find(&groups, scan->at) == SIZE_MAX)
        begin_anew(scan, focus, &groups, now);
    size_t here = scan_groups_find(&groups, scan->at);
    if (here != SIZE_MAX)
        mark_group(&groups, &groups.items[here], scan);
    scan_groups_clear(&groups);
}

/* ---- walking and choosing ---- */

typedef struct Walk {
    Scan *scan;
    Hearing hearing;
    ScanGroups groups;
    size_t here; /* group it stands on, SIZE_MAX: none */
    int64_t now;
} Walk;

static const Node *walk_node(const Walk *walk, size_t group, size_t index)
{
    return walk->groups.nodes[walk->groups.items[group].first + index];
}

static void show_group(const Walk *walk)
{
    const ScanGroup *group = &walk->groups.items[walk->here];
    scroll_to_show(walk->hearing.scroll, walk_node(walk, walk->here, group->count - 1));
    scroll_to_show(walk->hearing.scroll, walk_node(walk, walk->here, 0));
}

static void stand_on_group(Walk *walk, size_t group)
{
    walk->scan->inside = false;
    walk->here = group;
    let_go(walk->hearing.focus);
    stand_on(walk->scan, walk_node(walk, group, 0), walk->now);
    show_group(walk);
}

static void stand_on_thing(Walk *walk, const Node *node)
{
    walk->scan->inside = true;
    stand_on(walk->scan, node, walk->now);
    focus_set(walk->hearing.focus, node);
    walk->hearing.focus->visible = true;
    scroll_to_show(walk->hearing.scroll, node);
}

static size_t index_at(const Walk *walk)
{
    size_t index = 0, count = walk->groups.items[walk->here].count;
    while (index + 1 < count &&
           strcmp(walk_node(walk, walk->here, index)->key, walk->scan->at) != 0)
        index++;
    return index;
}

static void step_inside(Walk *walk)
{
    size_t next = index_at(walk) + 1;
    if (next == walk->groups.items[walk->here].count) {
        next = 0;
        walk->scan->rounds++;
    }
    if (walk->scan->rounds >= ROUNDS_MOST)
        stand_on_group(walk, walk->here);
    else
        stand_on_thing(walk, walk_node(walk, walk->here, next));
}

static bool step(Walk *walk)
{
    *walk->hearing.changed = true;
    walk->scan->since = walk->now;
    if (walk->here == SIZE_MAX)
        return false;
    if (walk->scan->inside)
        step_inside(walk);
    else
        stand_on_group(walk, (walk->here + 1) % walk->groups.count);
    return false;
}

/* Whatever it does, the highlight begins anew after it. */
static bool act(Walk *walk, const Node *node)
{
    walk->scan->at[0] = '\0';
    let_go(walk->hearing.focus);
    snprintf(walk->hearing.focus->held, KEY_MAX, "%s", node->key);
    return press_node(&walk->hearing, node);
}

static bool choose(Walk *walk)
{
    *walk->hearing.changed = true;
    if (walk->here == SIZE_MAX)
        return false;
    if (walk->scan->inside)
        return act(walk, walk_node(walk, walk->here, index_at(walk)));
    if (walk->groups.items[walk->here].count == 1)
        return act(walk, walk_node(walk, walk->here, 0));
    walk->scan->rounds = 0;
    stand_on_thing(walk, walk_node(walk, walk->here, 0));
    return false;
}

/* ---- the switch ---- */

static bool editing(const Focus *focus, const Tree *tree)
{
    const Node *node = tree_find_key(tree, focus->key);
    return node && node->role == ROLE_FIELD;
}

bool scan_takes(const Scan *scan, const Focus *focus, const Tree *tree, const Input *input)
{
    if (scan->way == SCANNING_OFF)
        return false;
    switch (input->type) {
    case INPUT_POINTER_DOWN: return !scan->shared || !walk_hit(tree, input->x, input->y);
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_UP: return !focus->down;
    case INPUT_KEY:
    case INPUT_KEY_UP:
        return input->pad || input->key == KEY_SPACE ||
               (input->key == KEY_ENTER && !editing(focus, tree));
    default: return false;
    }
}

static bool switch_down(Walk *walk, const Input *input)
{
    bool second = input->type == INPUT_KEY && input->key == KEY_ENTER && !input->pad;
    if (walk->scan->way == SCANNING_AUTO || second)
        return choose(walk);
    walk->scan->down = true;
    walk->scan->down_since = walk->now;
    return false;
}

static bool switch_up(Walk *walk)
{
    bool stepped = walk->scan->down;
    walk->scan->down = false;
    *walk->hearing.changed = walk->hearing.focus->held[0] != '\0';
    walk->hearing.focus->held[0] = '\0';
    return stepped && step(walk);
}

static bool hear_switch(Walk *walk, const Input *input)
{
    switch (input->type) {
    case INPUT_POINTER_DOWN: return switch_down(walk, input);
    case INPUT_KEY: return !input->repeat && switch_down(walk, input);
    case INPUT_POINTER_UP:
    case INPUT_KEY_UP: return switch_up(walk);
    default: return false;
    }
}

static bool time_passed(Walk *walk)
{
    Scan *scan = walk->scan;
    if (scan->way == SCANNING_AUTO)
        return step(walk);
    scan->down = false;
    return choose(walk);
}

static Walk walk_of(Scan *scan, Hearing hearing, int64_t now)
{
    Walk walk = {scan, hearing, scan_groups_of(hearing.tree), SIZE_MAX, now};
    walk.here = scan_groups_find(&walk.groups, scan->at);
    *hearing.event = (UiEvent){0};
    *hearing.changed = false;
    return walk;
}

bool scan_input(Scan *scan, Focus *focus, const Tree *tree, ScrollMemory *scroll,
                const Input *input, int64_t now, UiEvent *event, bool *changed)
{
    Walk walk = walk_of(scan, (Hearing){focus, tree, scroll, event, changed}, now);
    bool heard = hear_switch(&walk, input);
    scan_groups_clear(&walk.groups);
    return heard;
}

bool scan_tick(Scan *scan, Focus *focus, const Tree *tree, ScrollMemory *scroll, int64_t now,
               UiEvent *event, bool *changed)
{
    Walk walk = walk_of(scan, (Hearing){focus, tree, scroll, event, changed}, now);
    bool due = scan_due(scan) >= 0 && now >= scan_due(scan);
    bool heard = due && time_passed(&walk);
    scan_groups_clear(&walk.groups);
    return heard;
}

int64_t scan_due(const Scan *scan)
{
    if (scan->way == SCANNING_AUTO)
        return scan->since + scan->dwell;
    return scan->way == SCANNING_STEP && scan->down ? scan->down_since + scan->dwell / 2 : -1;
}
