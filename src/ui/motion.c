/* Tracks and time. What begins a track is in motion_rules.c. */
#include "ui/motion_inside.h"

#include <math.h>
#include <stdlib.h>

enum { FRAME_MS = 16, AMBIENT_MS = 50, AWAKE_MS = 30000, SLOWING_MS = 2000, STEP_MOST = 100 };

Motion *motion_new(void)
{
    return memory_new(1, sizeof(Motion));
}

void motion_free(Motion *motion)
{
    if (!motion)
        return;
    free(motion->tracks);
    free(motion->pasts);
    free(motion);
}

void motion_forget(Motion *motion)
{
    motion->begun = false;
}

/* FNV-1a */
uint64_t motion_key(const char *text)
{
    uint64_t number = 14695981039346656037u;
    if (!text || !*text)
        return 0;
    for (; *text; text++)
        number = (number ^ (unsigned char)*text) * 1099511628211u;
    return number;
}

/* ---- tracks ---- */

const Track *track_find(const Motion *motion, uint64_t key, TrackType type)
{
    for (size_t i = 0; i < motion->count; i++) {
        const Track *track = &motion->tracks[i];
        if (track->key == key && track->type == type)
            return track;
    }
    return NULL;
}

void track_begin(Motion *motion, Track track)
{
    motion->busy = true;
    for (size_t i = 0; i < motion->count; i++) {
        if (motion->tracks[i].key == track.key && motion->tracks[i].type == track.type) {
            motion->tracks[i] = track;
            return;
        }
    }
    list_room((void **)&motion->tracks, &motion->room, motion->count, sizeof track);
    motion->tracks[motion->count++] = track;
}

static float part_at(int64_t start, int ms, int64_t now)
{
    int64_t passed = now - start;
    return passed <= 0 ? 0 : passed >= ms ? 1 : (float)passed / (float)ms;
}

static float between(float from, float to, float left)
{
    return to + (from - to) * left;
}

Moved track_moved(const Track *track, int64_t now)
{
    const Moved *from = &track->from, *to = &track->to;
    float left = ease_left(track->ease, part_at(track->start, track->ms, now));
    return (Moved){.x = between(from->x, to->x, left),
                   .y = between(from->y, to->y, left),
                   .grow = between(from->grow, to->grow, left),
                   .fade = fminf(fmaxf(between(from->fade, to->fade, left), 0), 1),
                   .seal = between(from->seal, to->seal, left),
                   .above = from->above && left != 0};
}

static bool at_home(const Moved *moved)
{
    return moved->x == 0 && moved->y == 0 && moved->grow == 0 && moved->fade == 0 &&
           moved->seal == 0;
}

static Node *node_of(const Tree *tree, uint64_t key)
{
    Node *node = tree->root;
    while (node && motion_key(node->key) != key)
        node = node_following(node, tree->root);
    return node;
}

static void move_node(Node *node, const Moved *by)
{
    node->moved.x += by->x;
    node->moved.y += by->y;
    node->moved.grow += by->grow;
    node->moved.fade = fmaxf(node->moved.fade, by->fade);
    node->moved.seal += by->seal;
    node->moved.above = node->moved.above || by->above;
}

/* Those that are home, or whose node is gone, are over. */
static void move_tracks(Motion *motion, const Tree *tree, int64_t now)
{
    size_t kept = 0;
    for (size_t i = 0; i < motion->count; i++) {
        const Track track = motion->tracks[i];
        Node *node = node_of(tree, track.key);
        bool over = now - track.start >= track.ms;
        if (!node || (over && at_home(&track.to)))
            continue;
        Moved moved = track_moved(&track, now);
        if (track.type == TRACK_LEAF) /* whole pixels: its pictures need not be stretched */
            moved.x = roundf(moved.x);
        move_node(node, &moved);
        motion->busy = motion->busy || !over;
        motion->tracks[kept++] = track;
    }
    motion->count = kept;
}

/* ---- the picture before ---- */

void before_begin(Motion *motion, Rect rect, Ease ease, int ms, int64_t now)
{
    motion->busy = true;
    motion->before = (Before){.number = motion->before.number + 1, .rect = rect};
    motion->before_ease = ease;
    motion->before_start = now;
    motion->before_ms = ms;
}

static void fade_before(Motion *motion, Tree *tree, int64_t now)
{
    float part = motion->before_ms ? part_at(motion->before_start, motion->before_ms, now) : 1;
    tree->before = (Before){0};
    if (part >= 1) {
        motion->before_ms = 0;
        return;
    }
    tree->before = motion->before;
    tree->before.left = ease_left(motion->before_ease, part);
    motion->busy = true;
}

/* ---- clouds and water ---- */

void motion_wake(Motion *motion, int64_t now)
{
    motion->awake_until = now + AWAKE_MS;
}

/* Begins and ends slowly. A sleep between two pictures is no way travelled. */
static void pass_time(Motion *motion, int64_t now)
{
    int64_t passed = now - motion->moved_at;
    float step = (float)(passed > STEP_MOST ? STEP_MOST : passed < 0 ? 0 : passed);
    bool awake = now < motion->awake_until - SLOWING_MS;
    motion->moved_at = now;
    motion->pace += (awake ? step : -step) / SLOWING_MS;
    motion->pace = fminf(fmaxf(motion->pace, 0), 1);
    motion->seconds += (double)(step * motion->pace) / 1000;
}

static float swayed(const Motion *motion, const Node *node)
{
    double turns = motion->seconds / (double)node->sway_seconds;
    return node->sway * (float)sin(2 * acos(-1) * turns);
}

static void move_ambient(Motion *motion, const Tree *tree, float scale, int64_t now)
{
    if (motion->ambient)
        pass_time(motion, now);
    for (Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (node->sway != 0)
            node->moved.x += swayed(motion, node) * scale;
    }
}

/* ---- all together ---- */

static void put_home(const Tree *tree)
{
    for (Node *node = tree->root; node; node = node_following(node, tree->root))
        node->moved = (Moved){0};
}

void motion_move(Motion *motion, Tree *tree, const Manner *manner, int64_t now)
{
    motion->busy = false;
    put_home(tree);
    move_tracks(motion, tree, now);
    fade_before(motion, tree, now);
    move_ambient(motion, tree, manner->scale, now);
    if (manner->calm_motion)
        motion->ambient = false;
}

int64_t motion_wait(const Motion *motion)
{
    bool awake = motion->moved_at < motion->awake_until - SLOWING_MS || motion->pace > 0;
    return motion->busy ? FRAME_MS : motion->ambient && awake ? AMBIENT_MS : -1;
}
