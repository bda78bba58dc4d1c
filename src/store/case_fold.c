#include "store/case_fold.h"

#include "base/memory.h"
#include "store/entry.h"

/* ---- the moves of a play ---- */

typedef struct Taken {
    Id play;
    Move *moves;
    size_t count, room;
} Taken;

static bool take_move(void *context, const Event *event, Error *error)
{
    Taken *taken = context;
    (void)error;
    if (event->type == EVENT_MOVE && id_same(event->play_id, taken->play)) {
        list_room((void **)&taken->moves, &taken->room, taken->count, sizeof *taken->moves);
        taken->moves[taken->count++] = event->move;
    }
    return true;
}

static bool decode_move(void *context, const StoreText *text, Error *error)
{
    return store_decode(text, take_move, context, error);
}

bool case_moves(Store *store, const PlayRecord *play, Move **moves, size_t *count, Error *error)
{
    Taken taken = {.play = play->id};
    int64_t last = play->last ? play->last : INT64_MAX;
    bool read = store_texts(store, play->first, last, decode_move, &taken, error);
    if (!read) {
        memory_forget(taken.moves);
        return false;
    }
    *moves = taken.moves;
    *count = taken.count;
    return true;
}

/* A play that goes on needs its moves. */
static bool fill_open_play(Store *store, Record *part, Error *error)
{
    const PlayRecord *open = record_play_open(part, record_sitting_open(part));
    Event event = {.type = EVENT_MOVE};
    Move *moves;
    size_t count;
    if (!open) {
        return true;
    }
    event.play_id = open->id;
    if (!case_moves(store, open, &moves, &count, error)) {
        return false;
    }
    bool applied = true;
    for (size_t i = 0; applied && i < count; i++) {
        event.move = moves[i];
        applied = record_apply(part, &event, error);
    }
    memory_forget(moves);
    return applied;
}

/* ---- sittings that are not among the newest ---- */

typedef struct Old {
    Record *part;
    Id sitting;
    bool begun;
} Old;

/* Of the facts those about it alone; the others are in the part already. */
static bool is_other_note(const Old *old, const Event *event)
{
    return event->type == EVENT_NOTED && !id_same(event->item_id, old->sitting) &&
           !id_same(event->about_id, old->sitting);
}

static bool fold_old(void *context, const Event *event, Error *error)
{
    Old *old = context;
    (void)error;
    if (is_other_note(old, event)) {
        return true;
    }
    old->begun = old->begun || id_same(event->sitting_id, old->sitting);
    if (old->begun) {
        record_follow(old->part, event);
    }
    return true;
}

/* What is about the course of the sitting, and what was noted in it. */
static bool pick_old(void *context, const StoreText *text, Error *error)
{
    switch (entry_text_type(text)) {
    case EVENT_SITTING_STARTED:
    case EVENT_PLAY_STARTED:
    case EVENT_PLAY_ENDED:
    case EVENT_BREAK:
    case EVENT_NOT_OK:
    case EVENT_JOINED:
    case EVENT_JOINT_ENDED:
    case EVENT_NOTED:
    case EVENT_SITTING_ENDED: return store_decode(text, fold_old, context, error);
    default: return true;
    }
}

static bool fold_sign(Store *store, const Sign *sign, Record *part, Error *error)
{
    Old old = {.part = part, .sitting = sign->sitting};
    return store_texts(store, sign->first - 1, sign->last, pick_old, &old, error);
}

static bool fold_signs(Store *store, const Outline *outline, Id family, Record *part, Error *error)
{
    bool added = false;
    for (size_t i = 0; i < outline_sign_count(outline); i++) {
        const Sign *sign = outline_sign_at(outline, i);
        if (!sign->answered && id_same(sign->owner.family, family) &&
            !record_sitting(part, sign->sitting)) {
            if (!fold_sign(store, sign, part, error)) {
                return false;
            }
            added = true;
        }
    }
    if (added) {
        record_part_sort(part);
    }
    return true;
}

/* ---- the case ---- */

static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

/* A list has not all that its events followed from; they were judged when they were kept. */
static bool fold_listed(void *record, const Event *event, Error *error)
{
    (void)error;
    record_follow(record, event);
    return true;
}

bool case_fold(Store *store, Outline *outline, const Record *whole, Id family, OutlineDepth depth,
               Record **out, Error *error)
{
    Record *part = record_part_new(whole);
    bool list = depth == OUTLINE_LIST;
    if (!outline_each(outline, family, depth, list ? fold_listed : fold, part, error) ||
        !(list ? fold_signs(store, outline, family, part, error)
               : fill_open_play(store, part, error))) {
        record_free(part);
        return false;
    }
    record_moves_away(part);
    *out = part;
    return true;
}
