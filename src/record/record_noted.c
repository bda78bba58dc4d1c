/* What may be noted of whom: the field is known, its subject is there and of the right kind, the
 * value fits, lists stay within bounds. */
#include "record/record_inside.h"

#include <string.h>

static bool none(Id id)
{
    return id.text[0] == '\0';
}

static bool in_case(const Record *record, Id id, IdKind kind, const IdPlace *family)
{
    const IdPlace *place = record_place(record, id, kind);
    return place && place->family == family->index;
}

static bool person_is(const Record *record, Id id, const IdPlace *family, PersonRole role)
{
    return in_case(record, id, ID_PERSON, family) &&
           record->cases[family->index].people[record_place(record, id, ID_PERSON)->index].role ==
               role;
}

static bool sitting_in(const Record *record, Id id, Id family)
{
    const Sitting *sitting = record_sitting(record, id);
    return sitting && id_same(sitting->case_id, family);
}

static bool play_in(const Record *record, Id id, Id family)
{
    const PlayRecord *play = record_play_by_id(record, id);
    return play && sitting_in(record, play->sitting, family);
}

/* A play of this child, for an adult of the case or for nobody yet. */
static bool shown_fits(const Record *record, const Event *event, const IdPlace *family)
{
    const PlayRecord *play = record_play_by_id(record, event->item_id);
    return play && id_same(record_sitting(record, play->sitting)->person, event->person_id) &&
           person_is(record, event->person_id, family, PERSON_CHILD) &&
           (none(event->about_id) || record_is_gone(record, event->about_id) ||
            person_is(record, event->about_id, family, PERSON_ADULT));
}

/* Another tier's wording is for children. */
static bool given_fits(const Record *record, const Event *event, const IdPlace *family)
{
    const Assignment *given = case_assignment(&record->cases[family->index], event->item_id);
    bool child = person_is(record, event->person_id, family, PERSON_CHILD);
    return given && id_same(given->person, event->person_id) &&
           (child || strcmp(event->fact, "given.tier") != 0);
}

/* Whom the group is about; the item is another matter. */
static bool subject_fits(const Record *record, const Event *event, FactOf of)
{
    const IdPlace *family = record_place(record, event->case_id, ID_CASE);
    Id person = event->person_id, about = event->about_id;
    if (of == FACT_OF_PRACTICE || of == FACT_OF_SHELF) {
        return none(event->case_id) && none(person) && none(about);
    }
    bool of_two = of == FACT_OF_PAIR || of == FACT_OF_SHOWN || of == FACT_OF_MOMENT;
    if (!family || (!of_two && !none(about))) {
        return false;
    }
    switch (of) {
    case FACT_OF_CHILD: return person_is(record, person, family, PERSON_CHILD);
    case FACT_OF_ADULT: return person_is(record, person, family, PERSON_ADULT);
    case FACT_OF_PERSON: return in_case(record, person, ID_PERSON, family);
    case FACT_OF_PAIR:
        return person_is(record, person, family, PERSON_CHILD) &&
               person_is(record, about, family, PERSON_ADULT);
    case FACT_OF_GIVEN: return given_fits(record, event, family);
    case FACT_OF_SITTING: return none(person) && sitting_in(record, event->item_id, event->case_id);
    case FACT_OF_MOMENT: return none(person) && sitting_in(record, about, event->case_id);
    case FACT_OF_PLAY: return none(person) && play_in(record, event->item_id, event->case_id);
    case FACT_OF_SHOWN: return shown_fits(record, event, family);
    default: return none(person); /* the case itself */
    }
}

static const Facts *facts_for(const Record *record, const Event *event)
{
    const Case *family = record_case(record, event->case_id);
    return family ? &family->facts : &record->practice;
}

/* A list has room for one more, or has this item already. */
static const char *no_item(const Record *record, const Event *event, const FactGroup *group)
{
    enum { MOST = 256 };
    Id items[MOST];
    if (group->of >= FACT_OF_SITTING && group->of != FACT_OF_MOMENT) {
        return NULL;
    }
    if (none(event->item_id) != (group->most == 0)) {
        return "this fact stands in a list and names no item, or names one and stands in none";
    }
    if (group->most == 0) {
        return NULL;
    }
    FactSubject subject = {event->person_id, event->about_id, {""}};
    size_t count = facts_items(facts_for(record, event), group, &subject, items, MOST);
    for (size_t i = 0; i < count && i < MOST; i++) {
        if (id_same(items[i], event->item_id)) {
            return NULL;
        }
    }
    return count < (size_t)group->most ? NULL : "this list is full";
}

/* The child's wish comes first, and stays as it is while something is released. */
static const char *not_shown(const Record *record, const Event *event, const FactGroup *group)
{
    if (group->of != FACT_OF_SHOWN || event->value[0] == '\0') {
        return NULL;
    }
    const Facts *facts = facts_for(record, event);
    FactSubject subject = {event->person_id, event->about_id, event->item_id};
    bool released = facts_is(facts, "show.state", &subject, "released");
    if (strcmp(event->fact, "show.state") != 0) {
        return released ? "what was released does not change" : NULL;
    }
    return !none(event->about_id) && facts_is(facts, "show.wish", &subject, "yes")
               ? NULL
               : "the child did not say that it may be shown";
}

const char *record_not_noted(const Record *record, const Event *event)
{
    const FactGroup *group = fact_group_of(event->fact);
    if (!group) {
        return "this program knows no such fact";
    }
    if (!subject_fits(record, event, group->of)) {
        return "it is about nobody of this case that it could be about";
    }
    if (!fact_value_fits(fact_field(event->fact), event->value, NULL)) {
        return "its value is none that this fact can have";
    }
    const char *why = no_item(record, event, group);
    return why ? why : not_shown(record, event, group);
}
