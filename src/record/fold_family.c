/* Cases, and who is in them. */
#include "record/fold.h"

/* ---- cases ---- */

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

const Fold fold_helper_named = {name_helper, unname_helper};

static void open_case(Record *record, const Event *event)
{
    MAKE_ROOM(record->cases, record->case_room, record->case_count);
    Case opened = {.id = event->case_id};
    COPY(opened.name, event->name);
    fold_place(record, opened.id, ID_CASE, record->case_count, record->case_count);
    record->cases[record->case_count++] = opened;
}

static void unopen_case(Record *record, const Event *event)
{
    case_clear(&record->cases[--record->case_count]);
    id_index_drop(&record->ids, event->case_id);
}

const Fold fold_case_opened = {open_case, unopen_case};

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

const Fold fold_family_here = {set_here, unset_here};

/* The id stays taken. */
static void bury_case(Record *record, const Event *event)
{
    fold_place(record, event->case_id, ID_ERASED, 0, 0);
}

static void unbury_case(Record *record, const Event *event)
{
    id_index_drop(&record->ids, event->case_id);
}

const Fold fold_erased = {bury_case, unbury_case};

static void bury_person(Record *record, const Event *event)
{
    Case *family = fold_case(record, event);
    MAKE_ROOM(family->gone, family->gone_room, family->gone_count);
    family->gone[family->gone_count++] = event->person_id;
}

static void unbury_person(Record *record, const Event *event)
{
    fold_case(record, event)->gone_count--;
}

const Fold fold_person_erased = {bury_person, unbury_person};

/* ---- people ---- */

static void add_person(Record *record, const Event *event)
{
    Case *family = fold_case(record, event);
    Person person = {.id = event->person_id, .role = event->role, .tier = event->tier};
    COPY(person.name, event->name);
    COPY(person.picture, event->picture);
    MAKE_ROOM(family->people, family->people_room, family->people_count);
    fold_place(record, person.id, ID_PERSON, (size_t)(family - record->cases),
               family->people_count);
    family->people[family->people_count++] = person;
}

static void unadd_person(Record *record, const Event *event)
{
    fold_case(record, event)->people_count--;
    id_index_drop(&record->ids, event->person_id);
}

const Fold fold_person_added = {add_person, unadd_person};

static void call_person(Record *record, const Event *event)
{
    Case *family = fold_case(record, event);
    OwnName name = {.by = event->person_id, .about = event->about_id};
    COPY(name.word, event->name);
    MAKE_ROOM(family->names, family->name_room, family->name_count);
    family->names[family->name_count++] = name;
}

static void uncall_person(Record *record, const Event *event)
{
    fold_case(record, event)->name_count--;
}

const Fold fold_called = {call_person, uncall_person};

static Person *person_of(Record *record, const Event *event)
{
    const IdPlace *place = record_place(record, event->person_id, ID_PERSON);
    return &record->cases[place->family].people[place->index];
}

static void picture_person(Record *record, const Event *event)
{
    Case *family = fold_case(record, event);
    Person *person = person_of(record, event);
    PictureBefore before = {.person = event->person_id};
    COPY(before.picture, person->picture);
    MAKE_ROOM(family->pictures, family->picture_room, family->picture_count);
    family->pictures[family->picture_count++] = before;
    COPY(person->picture, event->picture);
}

static void unpicture_person(Record *record, const Event *event)
{
    Case *family = fold_case(record, event);
    COPY(person_of(record, event)->picture, family->pictures[--family->picture_count].picture);
}

const Fold fold_pictured = {picture_person, unpicture_person};

static void judge_contact(Record *record, const Event *event)
{
    Case *family = fold_case(record, event);
    MAKE_ROOM(family->contacts, family->contact_room, family->contact_count);
    family->contacts[family->contact_count++] =
        (ContactJudged){event->person_id, event->about_id, event->contact, event->wall_ms};
}

static void unjudge_contact(Record *record, const Event *event)
{
    fold_case(record, event)->contact_count--;
}

const Fold fold_contact_judged = {judge_contact, unjudge_contact};
