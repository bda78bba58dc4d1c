/* Within ui: the inside of Motion, shared by motion.c and motion_rules.c. Nodes are known by a
 * number made of their key, since nodes themselves do not outlive a build. */
#ifndef UI_MOTION_INSIDE_H
#define UI_MOTION_INSIDE_H

#include "ui/ease.h"
#include "ui/motion.h"

typedef enum TrackType { TRACK_PRESS, TRACK_SEAL, TRACK_PLACE, TRACK_ENTER, TRACK_LEAF } TrackType;

/* One node on its way. It keeps what it came to, as long as that is not its place. */
typedef struct Track {
    uint64_t key;
    TrackType type;
    Ease ease;
    Moved from, to;
    int64_t start; /* before it: stands at `from` */
    int ms;
} Track;

/* A node as it was in the tree before. */
typedef struct Past {
    uint64_t key, item, shows;
    Rect place; /* as laid out, scrolling taken out */
    Rect held;  /* as laid out, or where the hand has it */
    bool card, carried, pressed, chosen;
    int leaf;
} Past;

struct Motion {
    Track *tracks;
    size_t count, room;
    Past *pasts;
    size_t past_count, past_room;
    bool begun;
    unsigned screen;
    float width, height;
    Before before;
    Ease before_ease;
    int64_t before_start;
    int before_ms; /* 0: nothing fades */
    bool busy;     /* something is on its way */
    bool ambient;  /* the tree has nodes that go on by themselves */
    int64_t moved_at, awake_until;
    float pace;     /* 0 .. 1: of clouds and water */
    double seconds; /* that clouds and water have gone on for */
};

uint64_t motion_key(const char *text); /* 0 for none */
/* Takes the place of the node's track of the same type. */
void track_begin(Motion *motion, Track track);
Moved track_moved(const Track *track, int64_t now);
const Track *track_find(const Motion *motion, uint64_t key, TrackType type);
/* Within `rect` the picture shown before fades for `ms`. */
void before_begin(Motion *motion, Rect rect, Ease ease, int ms, int64_t now);

#endif
