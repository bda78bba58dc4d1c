/* A move: one recorded act in a play. Words and content ids, never positions or times. */
#ifndef RECORD_MOVE_H
#define RECORD_MOVE_H

#include "base/error.h"
#include "base/json.h"

#include <stddef.h>

enum { MOVE_VERB_MAX = 24, MOVE_REF_MAX = 48, MOVE_TEXT_MAX = 512 };

/* Who made it where two play together: the one whose play it is, or the adult beside. */
typedef enum Seat { SEAT_NONE, SEAT_CHILD, SEAT_ADULT } Seat;

const char *seat_id(Seat seat); /* "child", "adult"; NULL for none */

typedef struct Move {
    char verb[MOVE_VERB_MAX];  /* "next", "choose", "place", ... */
    char page[MOVE_REF_MAX];   /* the page it was made on; "" for none */
    char item[MOVE_REF_MAX];   /* what it is about; "" for none */
    char target[MOVE_REF_MAX]; /* where it went; "" for none */
    int value;
    char text[MOVE_TEXT_MAX]; /* words a person typed; "" for none */
    Seat seat;                /* SEAT_NONE for one alone */
} Move;

Move move_of(const char *verb, const char *page, const char *item);
bool move_same(const Move *a, const Move *b);
/* As a JSON object with only the parts that are there; strict both ways. */
void move_write(const Move *move, Json *object);
bool move_read(const Json *object, const char *place, Move *out, Error *error);

#endif
