/* What each type of event does to the record, and its exact opposite: a Fold for each, in fold_*.c
 * and record_copies.c; record_fold.c has them all in one table. Private to record/. */
#ifndef RECORD_FOLD_H
#define RECORD_FOLD_H

#include "record/record_inside.h"

#include <string.h>

/* The event fits (record_objection); taking back is asked for the newest one only. */
typedef struct Fold {
    void (*apply)(Record *record, const Event *event);
    void (*take_back)(Record *record, const Event *event);
} Fold;

extern const Fold fold_helper_named, fold_case_opened, fold_family_here, fold_erased;
extern const Fold fold_person_erased, fold_person_added, fold_called, fold_pictured,
    fold_contact_judged;
extern const Fold fold_content_frozen, fold_assigned, fold_taken_back, fold_left;
extern const Fold fold_sitting_started, fold_sitting_ended, fold_break, fold_not_ok, fold_joined,
    fold_joint_ended;
extern const Fold fold_play_started, fold_move, fold_play_ended;
extern const Fold fold_prefs, fold_language, fold_noted, fold_sign_in;
extern const Fold fold_copied, fold_salvaged, fold_aside;

Case *fold_case(Record *record, const Event *event);
/* `family`: index of the case, 0 for what stands in no case; `index`: among its kind. */
void fold_place(Record *record, Id id, IdKind kind, size_t family, size_t index);

#define COPY(to, from)                                                                             \
    do {                                                                                           \
        _Static_assert(sizeof(to) == sizeof(from), "the same kind of text");                       \
        memcpy((to), (from), sizeof(to));                                                          \
    } while (0)

#define MAKE_ROOM(list, room, count) list_room((void **)&(list), &(room), (count), sizeof *(list))

#endif
