/* Sittings and what is played in them. */
#include "record/fold.h"

#include "base/memory.h"

/* ---- sittings ---- */

/* Of sittings and plays, only the last one ever changes. */
static Sitting *last_sitting(Record *record)
{
    return &record->sittings[record->sitting_count - 1];
}

static PlayRecord *last_play(Record *record)
{
    return &record->plays[record->play_count - 1];
}

static void start_sitting(Record *record, const Event *event)
{
    MAKE_ROOM(record->sittings, record->sitting_room, record->sitting_count);
    fold_place(record, event->sitting_id, ID_SITTING, 0, record->sitting_count);
    record->sittings[record->sitting_count++] = (Sitting){.id = event->sitting_id,
                                                          .sequence = event->sequence,
                                                          .case_id = event->case_id,
                                                          .person = event->person_id,
                                                          .setting = event->setting,
                                                          .started = event->wall_ms};
}

static void unstart_sitting(Record *record, const Event *event)
{
    memory_forget(record->sittings[--record->sitting_count].plays);
    id_index_drop(&record->ids, event->sitting_id);
}

const Fold fold_sitting_started = {start_sitting, unstart_sitting};

static void end_sitting(Record *record, const Event *event)
{
    Sitting *sitting = last_sitting(record);
    sitting->how = event->how;
    sitting->ended = event->wall_ms;
    COPY(sitting->pebble, event->picture);
}

static void unend_sitting(Record *record, const Event *event)
{
    (void)event;
    Sitting *sitting = last_sitting(record);
    sitting->how = ENDING_OPEN;
    sitting->ended = 0;
    sitting->pebble[0] = '\0';
}

const Fold fold_sitting_ended = {end_sitting, unend_sitting};

static void count_break(Record *record, const Event *event, int step)
{
    last_sitting(record)->breaks += step;
    if (event->play_id.text[0] != '\0') {
        last_play(record)->breaks += step;
    }
}

static void add_break(Record *record, const Event *event)
{
    count_break(record, event, 1);
}

static void unadd_break(Record *record, const Event *event)
{
    count_break(record, event, -1);
}

const Fold fold_break = {add_break, unadd_break};

static void count_not_ok(Record *record, const Event *event, int step)
{
    last_sitting(record)->not_ok += step;
    if (event->play_id.text[0] != '\0') {
        last_play(record)->not_ok += step;
    }
}

static void add_not_ok(Record *record, const Event *event)
{
    count_not_ok(record, event, 1);
}

static void unadd_not_ok(Record *record, const Event *event)
{
    count_not_ok(record, event, -1);
}

const Fold fold_not_ok = {add_not_ok, unadd_not_ok};

static void join(Record *record, const Event *event)
{
    last_sitting(record)->adult = event->about_id;
}

static void unjoin(Record *record, const Event *event)
{
    (void)event;
    last_sitting(record)->adult = (Id){""};
}

const Fold fold_joined = {join, unjoin};

static void end_joint(Record *record, const Event *event)
{
    last_sitting(record)->ended_by = event->seat;
}

static void unend_joint(Record *record, const Event *event)
{
    (void)event;
    last_sitting(record)->ended_by = SEAT_NONE;
}

const Fold fold_joint_ended = {end_joint, unend_joint};

/* ---- plays ---- */

/* The names alone: what else Tokens holds belongs to the moment of drawing. */
static Tokens names_of(const Tokens *tokens)
{
    Tokens names = *tokens;
    names.n = 0;
    names.words = NULL;
    return names;
}

static void start_play(Record *record, const Event *event)
{
    Sitting *sitting = last_sitting(record);
    PlayRecord play = {.id = event->play_id,
                       .first = event->sequence,
                       .sitting = event->sitting_id,
                       .assignment = event->assignment_id,
                       .part = event->part,
                       .version = event->version,
                       .digest = event->digest,
                       .tier = event->tier,
                       .seed = event->seed,
                       .tokens = names_of(&event->tokens),
                       .started = event->wall_ms};
    COPY(play.module, event->module);
    COPY(play.activity, event->activity);
    COPY(play.language, event->language);
    MAKE_ROOM(record->plays, record->play_room, record->play_count);
    MAKE_ROOM(sitting->plays, sitting->play_room, sitting->play_count);
    fold_place(record, play.id, ID_PLAY, 0, record->play_count);
    sitting->plays[sitting->play_count++] = record->play_count;
    record->plays[record->play_count++] = play;
}

static void unstart_play(Record *record, const Event *event)
{
    last_sitting(record)->play_count--;
    memory_forget(record->plays[--record->play_count].moves);
    id_index_drop(&record->ids, event->play_id);
}

const Fold fold_play_started = {start_play, unstart_play};

static void move(Record *record, const Event *event)
{
    PlayRecord *play = last_play(record);
    MAKE_ROOM(play->moves, play->move_room, play->move_count);
    play->moves[play->move_count++] = event->move;
}

static void unmove(Record *record, const Event *event)
{
    (void)event;
    last_play(record)->move_count--;
}

const Fold fold_move = {move, unmove};

static void end_play(Record *record, const Event *event)
{
    PlayRecord *play = last_play(record);
    play->how = event->how;
    play->ended = event->wall_ms;
    play->last = event->sequence;
}

static void unend_play(Record *record, const Event *event)
{
    (void)event;
    PlayRecord *play = last_play(record);
    play->how = ENDING_OPEN;
    play->ended = 0;
    play->last = 0;
}

const Fold fold_play_ended = {end_play, unend_play};
