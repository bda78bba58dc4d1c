/* What was given to whom with the words of then, and what left the case. */
#include "record/fold.h"

#include "base/memory.h"

#include <stdlib.h>

/* ---- what was given ---- */

static void freeze(Record *record, const Event *event)
{
    MAKE_ROOM(record->frozen, record->frozen_room, record->frozen_count);
    Frozen frozen = {.digest = event->digest,
                     .version = event->version,
                     .text = memory_copy_string(event->content)};
    COPY(frozen.module, event->module);
    record->frozen[record->frozen_count++] = frozen;
}

static void unfreeze(Record *record, const Event *event)
{
    (void)event;
    memory_forget(record->frozen[--record->frozen_count].text);
}

const Fold fold_content_frozen = {freeze, unfreeze};

static void assign(Record *record, const Event *event)
{
    Case *family = fold_case(record, event);
    Assignment given = {.id = event->assignment_id,
                        .person = event->person_id,
                        .version = event->version,
                        .digest = event->digest,
                        .setting = event->setting,
                        .at = event->wall_ms};
    COPY(given.module, event->module);
    COPY(given.activity, event->activity);
    COPY(given.note, event->note);
    MAKE_ROOM(family->assignments, family->assignment_room, family->assignment_count);
    fold_place(record, given.id, ID_ASSIGNMENT, (size_t)(family - record->cases),
               family->assignment_count);
    family->assignments[family->assignment_count++] = given;
}

static void unassign(Record *record, const Event *event)
{
    fold_case(record, event)->assignment_count--;
    id_index_drop(&record->ids, event->assignment_id);
}

const Fold fold_assigned = {assign, unassign};

static Assignment *assignment_of(Record *record, const Event *event)
{
    const IdPlace *place = record_place(record, event->assignment_id, ID_ASSIGNMENT);
    return &record->cases[place->family].assignments[place->index];
}

static void take_assignment(Record *record, const Event *event)
{
    assignment_of(record, event)->taken_back = true;
}

static void untake_assignment(Record *record, const Event *event)
{
    assignment_of(record, event)->taken_back = false;
}

const Fold fold_taken_back = {take_assignment, untake_assignment};

/* ---- what left ---- */

static void add_left(Record *record, const Event *event)
{
    Case *family = fold_case(record, event);
    MAKE_ROOM(family->left, family->left_room, family->left_count);
    Left *left = &family->left[family->left_count++];
    *left = (Left){.person = event->person_id,
                   .reader = event->about_id,
                   .digest = event->digest,
                   .at = event->wall_ms};
    COPY(left->audience, event->audience);
    COPY(left->parts, event->note);
    COPY(left->form, event->form);
}

static void drop_left(Record *record, const Event *event)
{
    fold_case(record, event)->left_count--;
}

const Fold fold_left = {add_left, drop_left};
