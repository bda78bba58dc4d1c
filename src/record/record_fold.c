/* The only place where the record changes: what each type of event does, and its exact opposite. */
#include "record/record_inside.h"

#include "base/memory.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COPY(to, from)                                                                             \
    do {                                                                                           \
        _Static_assert(sizeof(to) == sizeof(from), "the same kind of text");                       \
        memcpy((to), (from), sizeof(to));                                                          \
    } while (0)

#define MAKE_ROOM(list, room, count) list_room((void **)&(list), &(room), (count), sizeof *(list))

static Case *case_of(Record *record, const Event *event)
{
    return &record->cases[record_place(record, event->case_id, ID_CASE)->index];
}

static void place_id(Record *record, Id id, IdKind kind, size_t family, size_t index)
{
    id_index_add(&record->ids, &(IdPlace){id, kind, family, index});
}

/* Of sittings and plays, only the last one ever changes. */
static Sitting *last_sitting(Record *record)
{
    return &record->sittings[record->sitting_count - 1];
}

static PlayRecord *last_play(Record *record)
{
    return &record->plays[record->play_count - 1];
}

/* ---- helper, cases, people ---- */

static void name_helper(Record *record, const Event *event)
{
    MAKE_ROOM(record->helpers, record->helper_room, record->helper_count);
    COPY(record->helpers[record->helper_count++].text, event->name);
}

static void unname_helper(Record *record, const Event *event)
{
    (void)event;
    record->helper_count--;
}

static void open_case(Record *record, const Event *event)
{
    MAKE_ROOM(record->cases, record->case_room, record->case_count);
    Case opened = {.id = event->case_id};
    COPY(opened.name, event->name);
    place_id(record, opened.id, ID_CASE, record->case_count, record->case_count);
    record->cases[record->case_count++] = opened;
}

static void unopen_case(Record *record, const Event *event)
{
    case_clear(&record->cases[--record->case_count]);
    id_index_drop(&record->ids, event->case_id);
}

static void set_here(Record *record, const Event *event)
{
    const IdPlace *place = record_place(record, event->case_id, ID_CASE);
    MAKE_ROOM(record->here, record->here_room, record->here_count);
    record->here[record->here_count++] = place ? place->index : NOBODY_HERE;
}

static void unset_here(Record *record, const Event *event)
{
    (void)event;
    record->here_count--;
}

static void add_person(Record *record, const Event *event)
{
    Case *family = case_of(record, event);
    Person person = {.id = event->person_id, .role = event->role, .tier = event->tier};
    COPY(person.name, event->name);
    COPY(person.picture, event->picture);
    MAKE_ROOM(family->people, family->people_room, family->people_count);
    place_id(record, person.id, ID_PERSON, (size_t)(family - record->cases), family->people_count);
    family->people[family->people_count++] = person;
}

static void unadd_person(Record *record, const Event *event)
{
    case_of(record, event)->people_count--;
    id_index_drop(&record->ids, event->person_id);
}

static void call_person(Record *record, const Event *event)
{
    Case *family = case_of(record, event);
    OwnName name = {.by = event->person_id, .about = event->about_id};
    COPY(name.word, event->name);
    MAKE_ROOM(family->names, family->name_room, family->name_count);
    family->names[family->name_count++] = name;
}

static void uncall_person(Record *record, const Event *event)
{
    case_of(record, event)->name_count--;
}

static Person *person_of(Record *record, const Event *event)
{
    const IdPlace *place = record_place(record, event->person_id, ID_PERSON);
    return &record->cases[place->family].people[place->index];
}

static void picture_person(Record *record, const Event *event)
{
    Case *family = case_of(record, event);
    Person *person = person_of(record, event);
    PictureBefore before = {.person = event->person_id};
    COPY(before.picture, person->picture);
    MAKE_ROOM(family->pictures, family->picture_room, family->picture_count);
    family->pictures[family->picture_count++] = before;
    COPY(person->picture, event->picture);
}

static void unpicture_person(Record *record, const Event *event)
{
    Case *family = case_of(record, event);
    COPY(person_of(record, event)->picture, family->pictures[--family->picture_count].picture);
}

/* ---- content and assignments ---- */

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
    free(record->frozen[--record->frozen_count].text);
}

static void assign(Record *record, const Event *event)
{
    Case *family = case_of(record, event);
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
    place_id(record, given.id, ID_ASSIGNMENT, (size_t)(family - record->cases),
             family->assignment_count);
    family->assignments[family->assignment_count++] = given;
}

static void unassign(Record *record, const Event *event)
{
    case_of(record, event)->assignment_count--;
    id_index_drop(&record->ids, event->assignment_id);
}

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

/* ---- sittings ---- */

static void start_sitting(Record *record, const Event *event)
{
    MAKE_ROOM(record->sittings, record->sitting_room, record->sitting_count);
    place_id(record, event->sitting_id, ID_SITTING, 0, record->sitting_count);
    record->sittings[record->sitting_count++] = (Sitting){.id = event->sitting_id,
                                                          .sequence = event->sequence,
                                                          .case_id = event->case_id,
                                                          .person = event->person_id,
                                                          .setting = event->setting,
                                                          .started = event->wall_ms};
}

static void unstart_sitting(Record *record, const Event *event)
{
    free(record->sittings[--record->sitting_count].plays);
    id_index_drop(&record->ids, event->sitting_id);
}

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

static void judge_contact(Record *record, const Event *event)
{
    Case *family = case_of(record, event);
    MAKE_ROOM(family->contacts, family->contact_room, family->contact_count);
    family->contacts[family->contact_count++] =
        (ContactJudged){event->person_id, event->about_id, event->contact, event->wall_ms};
}

static void unjudge_contact(Record *record, const Event *event)
{
    case_of(record, event)->contact_count--;
}

static void join(Record *record, const Event *event)
{
    last_sitting(record)->adult = event->about_id;
}

static void unjoin(Record *record, const Event *event)
{
    (void)event;
    last_sitting(record)->adult = (Id){""};
}

static void end_joint(Record *record, const Event *event)
{
    last_sitting(record)->ended_by = event->seat;
}

static void unend_joint(Record *record, const Event *event)
{
    (void)event;
    last_sitting(record)->ended_by = SEAT_NONE;
}

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
    place_id(record, play.id, ID_PLAY, 0, record->play_count);
    sitting->plays[sitting->play_count++] = record->play_count;
    record->plays[record->play_count++] = play;
}

static void unstart_play(Record *record, const Event *event)
{
    last_sitting(record)->play_count--;
    free(record->plays[--record->play_count].moves);
    id_index_drop(&record->ids, event->play_id);
}

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

/* ---- settings ---- */

static void keep_prefs(Record *record, const Event *event)
{
    MAKE_ROOM(record->prefs, record->prefs_room, record->prefs_count);
    record->prefs[record->prefs_count++] = (PersonPrefs){event->person_id, event->prefs};
}

static void unkeep_prefs(Record *record, const Event *event)
{
    (void)event;
    record->prefs_count--;
}

static void choose_language(Record *record, const Event *event)
{
    MAKE_ROOM(record->languages, record->language_room, record->language_count);
    PersonLanguage *chosen = &record->languages[record->language_count++];
    chosen->person = event->person_id;
    COPY(chosen->language, event->language);
}

static void unchoose_language(Record *record, const Event *event)
{
    (void)event;
    record->language_count--;
}

/* ---- facts ---- */

static Facts *facts_of(Record *record, const Event *event)
{
    return event->case_id.text[0] ? &case_of(record, event)->facts : &record->practice;
}

static void note_fact(Record *record, const Event *event)
{
    Fact fact = {.person = event->person_id,
                 .about = event->about_id,
                 .item = event->item_id,
                 .at = event->wall_ms};
    COPY(fact.field, event->fact);
    COPY(fact.value, event->value);
    COPY(fact.reason, event->note);
    facts_add(facts_of(record, event), &fact);
}

static void unnote_fact(Record *record, const Event *event)
{
    facts_of(record, event)->count--;
}

/* ---- what left ---- */

static void add_left(Record *record, const Event *event)
{
    Case *family = case_of(record, event);
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
    case_of(record, event)->left_count--;
}

/* ---- signing in ---- */

static void keep_sign_in(Record *record, const Event *event)
{
    MAKE_ROOM(record->sign_ins, record->sign_in_room, record->sign_in_count);
    SignIn *kept = &record->sign_ins[record->sign_in_count++];
    *kept = (SignIn){.person = event->person_id, .way = event->way};
    COPY(kept->animal, event->picture);
    COPY(kept->proof, event->proof);
}

static void unkeep_sign_in(Record *record, const Event *event)
{
    (void)event;
    record->sign_in_count--;
}

/* The id stays taken. */
static void bury_case(Record *record, const Event *event)
{
    place_id(record, event->case_id, ID_ERASED, 0, 0);
}

static void unbury_case(Record *record, const Event *event)
{
    id_index_drop(&record->ids, event->case_id);
}

/* What stands in the log alone: record_log does it for all. */
static void nothing_else(Record *record, const Event *event)
{
    (void)record, (void)event;
}

/* ---- the table ---- */

typedef struct Fold {
    void (*apply)(Record *record, const Event *event);
    void (*take_back)(Record *record, const Event *event);
} Fold;

static const Fold folds[EVENT_TYPE_COUNT] = {
    [EVENT_HELPER_NAMED] = {name_helper, unname_helper},
    [EVENT_CASE_OPENED] = {open_case, unopen_case},
    [EVENT_FAMILY_HERE] = {set_here, unset_here},
    [EVENT_PERSON_ADDED] = {add_person, unadd_person},
    [EVENT_CONTENT_FROZEN] = {freeze, unfreeze},
    [EVENT_ASSIGNED] = {assign, unassign},
    [EVENT_TAKEN_BACK] = {take_assignment, untake_assignment},
    [EVENT_SITTING_STARTED] = {start_sitting, unstart_sitting},
    [EVENT_PLAY_STARTED] = {start_play, unstart_play},
    [EVENT_MOVE] = {move, unmove},
    [EVENT_PLAY_ENDED] = {end_play, unend_play},
    [EVENT_BREAK] = {add_break, unadd_break},
    [EVENT_NOT_OK] = {add_not_ok, unadd_not_ok},
    [EVENT_SITTING_ENDED] = {end_sitting, unend_sitting},
    [EVENT_PREFS] = {keep_prefs, unkeep_prefs},
    [EVENT_CALLED] = {call_person, uncall_person},
    [EVENT_CONTACT_JUDGED] = {judge_contact, unjudge_contact},
    [EVENT_JOINED] = {join, unjoin},
    [EVENT_JOINT_ENDED] = {end_joint, unend_joint},
    [EVENT_LANGUAGE] = {choose_language, unchoose_language},
    [EVENT_PICTURED] = {picture_person, unpicture_person},
    [EVENT_NOTED] = {note_fact, unnote_fact},
    [EVENT_SIGN_IN] = {keep_sign_in, unkeep_sign_in},
    [EVENT_LOGGED] = {nothing_else, nothing_else},
    [EVENT_ERASED] = {bury_case, unbury_case},
    [EVENT_COPIED] = {record_add_copy, record_drop_copy},
    [EVENT_SALVAGED] = {record_add_salvage, record_drop_salvage},
    [EVENT_LEFT] = {add_left, drop_left},
    [EVENT_ASIDE] = {record_add_aside, record_drop_aside},
};

static bool refuse(const Event *event, const char *why, Error *error)
{
    char place[64];
    snprintf(place, sizeof place, "event %" PRId64 " (%s)", event->sequence,
             event_type_name(event->type));
    return error_set(error, ERROR_DAMAGED, place, "This cannot follow what was kept before: %s.",
                     why);
}

void record_follow(Record *record, const Event *event)
{
    assert(event->type < EVENT_TYPE_COUNT);
    folds[event->type].apply(record, event);
    record_log(record, event);
}

bool record_apply(Record *record, const Event *event, Error *error)
{
    const char *why = record_objection(record, event);
    if (why) {
        return refuse(event, why, error);
    }
    record_follow(record, event);
    return true;
}

void record_take_back(Record *record, const Event *event)
{
    assert(event->type < EVENT_TYPE_COUNT);
    record_unlog(record, event);
    folds[event->type].take_back(record, event);
}
