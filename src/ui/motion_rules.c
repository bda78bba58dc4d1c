/* What moves when the tree changes. Nothing here knows screens or activities: a difference between
 * two trees is enough. */
#include "ui/motion_inside.h"
#include "ui/parts.h"

#include <math.h>

/* Ms; answers 150-250, scenes 400-600. */
enum {
    PRESS_MS = 90,
    RELEASE_MS = 180,
    SEAL_MS = 220,
    GLIDE_MS = 250,
    SPRING_MS = 420,
    RISE_MS = 220,
    BOB_MS = 900,
    DROP_MS = 800,
    LEAF_MS = 250,
    SCREEN_MS = 450
};

static const float pressed_grow = -0.03f;

typedef struct Change {
    Motion *motion;
    const Tree *tree;
    const Manner *manner;
    int64_t now;
    bool turned; /* another page of the book is open */
} Change;

/* ---- remembering ---- */

static Rect place_of(const Node *node)
{
    Rect place = node->bounds;
    for (const Node *around = node->parent; around; around = around->parent)
        place.y += around->scroll_y;
    return place;
}

static Rect held_of(const Node *node)
{
    Rect held = node->bounds;
    held.x += node->carried ? node->carry_x : 0;
    held.y += node->carried ? node->carry_y : 0;
    return held;
}

static Past past_of(const Node *node)
{
    return (Past){.key = motion_key(node->key),
                  .item = motion_key(node->action.item),
                  .shows = motion_key(node->text) * 31 + motion_key(node->picture),
                  .place = place_of(node),
                  .held = held_of(node),
                  .card = node->role == ROLE_CARD,
                  .carried = node->carried,
                  .pressed = node->state.pressed,
                  .chosen = node->state.chosen,
                  .leaf = node->leaf};
}

static void remember(Motion *motion, const Tree *tree)
{
    motion->past_count = 0;
    motion->ambient = false;
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        motion->ambient = motion->ambient || node->sway != 0;
        if (!node->key || !node->key[0])
            continue;
        list_room((void **)&motion->pasts, &motion->past_room, motion->past_count, sizeof(Past));
        motion->pasts[motion->past_count++] = past_of(node);
    }
    motion->width = tree->root->bounds.width;
    motion->height = tree->root->bounds.height;
    motion->begun = true;
}

static const Past *find_past(const Motion *motion, uint64_t key)
{
    for (size_t i = 0; i < motion->past_count; i++)
        if (motion->pasts[i].key == key)
            return &motion->pasts[i];
    return NULL;
}

/* ---- rules ---- */

static void begin(const Change *change, const Node *node, Track track)
{
    track.key = motion_key(node->key);
    track.start += change->now;
    track_begin(change->motion, track);
}

static float length(const Change *change, int of)
{
    return dp(change->manner, of);
}

static void follow_press(const Change *change, const Node *node, const Past *past)
{
    bool was = past && past->pressed, is = node->state.pressed && node_acts(node);
    if (was == is || node->role == ROLE_FIELD)
        return;
    const Track *now = track_find(change->motion, motion_key(node->key), TRACK_PRESS);
    Track track = {.type = TRACK_PRESS, .ms = is ? PRESS_MS : RELEASE_MS};
    track.from = now ? track_moved(now, change->now) : (Moved){0};
    track.to.grow = is ? pressed_grow : 0;
    begin(change, node, track);
}

static void follow_choice(const Change *change, const Node *node, const Past *past)
{
    if (past && !past->chosen && node->state.chosen)
        begin(change, node,
              (Track){.type = TRACK_SEAL, .ease = EASE_POP, .ms = SEAL_MS, .from = {.seal = 1}});
}

/* Where it is seen now: in the hand, on its way, or in its place. */
static Rect seen_at(const Change *change, const Past *past)
{
    const Track *track = track_find(change->motion, past->key, TRACK_PLACE);
    Moved moved = track ? track_moved(track, change->now) : (Moved){0};
    Rect at = past->held;
    return (Rect){at.x + moved.x, at.y + moved.y, at.width, at.height};
}

static Moved way_from(Rect from, const Node *node)
{
    Rect to = node->bounds;
    return (Moved){.x = from.x + from.width / 2 - to.x - to.width / 2,
                   .y = from.y + from.height / 2 - to.y - to.height / 2};
}

static bool seen_whole(const Node *node)
{
    return node->visible.width >= node->bounds.width && node->visible.height >= node->bounds.height;
}

static bool moved_on(const Past *past, const Node *node)
{
    Rect place = place_of(node);
    return fabsf(place.x - past->place.x) > 1 || fabsf(place.y - past->place.y) > 1;
}

/* A card that was let go springs back; one that has to make room glides. */
static void follow_card(const Change *change, const Node *node, const Past *past)
{
    if (node->role != ROLE_CARD || node->carried)
        return;
    bool released = past->carried;
    if (!released && !moved_on(past, node))
        return;
    Track track = {.type = TRACK_PLACE,
                   .ease = released ? EASE_SPRING : EASE_OUT,
                   .ms = released ? SPRING_MS : GLIDE_MS,
                   .from = way_from(seen_at(change, past), node)};
    track.from.above = released;
    begin(change, node, track);
}

static bool still_there(const Tree *tree, uint64_t key)
{
    for (const Node *node = tree->root; node; node = node_following(node, tree->root))
        if (motion_key(node->key) == key)
            return true;
    return false;
}

/* The same thing, gone from where it was: a card that now lies in a basket, or came out of it. */
static const Past *former_self(const Change *change, const Node *node)
{
    uint64_t item = motion_key(node->action.item);
    for (size_t i = 0; item && i < change->motion->past_count; i++) {
        const Past *past = &change->motion->pasts[i];
        if (past->item == item && past->card != (node->role == ROLE_CARD) &&
            !still_there(change->tree, past->key))
            return past;
    }
    return NULL;
}

static void follow_arrival(const Change *change, const Node *node)
{
    const Past *past = former_self(change, node);
    if (!past && node->role == ROLE_CARD)
        begin(change, node, (Track){.type = TRACK_PLACE, .ms = RISE_MS, .from = {.fade = 1}});
    if (!past || node->bounds.width < 1)
        return;
    Moved from = way_from(seen_at(change, past), node);
    from.above = seen_whole(node);
    float ratio = past->held.width / node->bounds.width;
    from.grow = fminf(fmaxf(ratio, 0.5f), 1.8f) - 1;
    begin(change, node, (Track){.type = TRACK_PLACE, .ms = GLIDE_MS, .from = from});
}

/* `fresh`: not there before, or with other words or another picture. */
static void follow_entrance(const Change *change, const Node *node, bool fresh, bool screen)
{
    Track track = {.type = TRACK_ENTER};
    switch (node->entrance) {
    case ENTER_NONE: return;
    case ENTER_RISE:
        if (!fresh || screen || change->turned)
            return;
        track.ms = RISE_MS;
        track.from = (Moved){.y = length(change, 10), .fade = 1};
        break;
    case ENTER_BOB:
        if (!fresh && !change->turned)
            return;
        track.ease = EASE_BOB;
        track.ms = BOB_MS;
        track.from.y = length(change, -7);
        break;
    case ENTER_DROP:
        if (!fresh)
            return;
        track.ease = EASE_FALL;
        track.ms = DROP_MS;
        track.start = screen ? SCREEN_MS : 0;
        track.from.y = length(change, -190);
        break;
    }
    begin(change, node, track);
}

static void follow_node(const Change *change, const Node *node)
{
    const Past *past = find_past(change->motion, motion_key(node->key));
    bool fresh = !past || past->shows != past_of(node).shows;
    follow_entrance(change, node, fresh, false);
    follow_press(change, node, past);
    if (change->turned)
        return;
    follow_choice(change, node, past);
    if (past)
        follow_card(change, node, past);
    else
        follow_arrival(change, node);
}

/* ---- pages and screens ---- */

static const Past *past_leaf(const Motion *motion)
{
    for (size_t i = 0; i < motion->past_count; i++)
        if (motion->pasts[i].leaf)
            return &motion->pasts[i];
    return NULL;
}

static const Node *leaf_of(const Tree *tree)
{
    const Node *node = tree->root;
    while (node && !node->leaf)
        node = node_following(node, tree->root);
    return node;
}

/* The next page comes from the end side, the one before from the start side. */
static void turn_leaf(Change *change)
{
    const Node *leaf = leaf_of(change->tree);
    const Past *past = past_leaf(change->motion);
    if (!leaf || !past || leaf->leaf == past->leaf)
        return;
    bool on = (leaf->leaf > past->leaf) != leaf->rtl;
    change->turned = true;
    before_begin(change->motion, leaf_window(leaf, change->manner), EASE_OUT, LEAF_MS, change->now);
    begin(change, leaf,
          (Track){.type = TRACK_LEAF,
                  .ms = LEAF_MS,
                  .from = {.x = on ? length(change, 24) : -length(change, 24)}});
}

static void change_screen(Change *change)
{
    const Node *root = change->tree->root;
    change->motion->count = 0;
    before_begin(change->motion, root->bounds, EASE_OUT, SCREEN_MS, change->now);
    for (const Node *node = root; node; node = node_following(node, root))
        if (node->key && node->key[0])
            follow_entrance(change, node, true, true);
}

static void stand_still(Motion *motion)
{
    motion->count = 0;
    motion->before_ms = 0;
}

static bool resized(const Motion *motion, const Tree *tree)
{
    Rect all = tree->root->bounds;
    return motion->width != all.width || motion->height != all.height;
}

void motion_follow(Motion *motion, Tree *tree, const Manner *manner, unsigned screen, int64_t now)
{
    Change change = {.motion = motion, .tree = tree, .manner = manner, .now = now};
    if (!tree->root)
        return;
    if (!motion->begun || manner->calm_motion || resized(motion, tree)) {
        stand_still(motion);
    } else if (screen != motion->screen) {
        change_screen(&change);
    } else {
        turn_leaf(&change);
        for (const Node *node = tree->root; node; node = node_following(node, tree->root))
            if (node->key && node->key[0])
                follow_node(&change, node);
    }
    motion->screen = screen;
    motion_move(motion, tree, manner, now);
    remember(motion, tree);
}
