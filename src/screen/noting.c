#include "screen/noting.h"

#include "family/gate.h"
#include "screen/desk.h"

#include <stdio.h>
#include <string.h>

const Facts *facts_about(const Cove *cove, Id family)
{
    const Record *record = keeper_record(cove->keeper);
    const Case *found = record_case(record, family);
    return found ? &found->facts : record_practice(record);
}

/* ---- in words ---- */

const char *fact_words(const Screen *screen, Tree *tree, const Facts *facts, const FactField *field,
                       const FactSubject *subject)
{
    const char *value = facts_value(facts, field->id, subject);
    if (value[0] == '\0') {
        return NULL;
    }
    return field->value == FACT_CHOICE
               ? desk_word(screen, tree,
                           arena_format(tree->arena, "ui.fact.%s.%s", field->id, value))
               : tree_string(tree, value);
}

const char *fact_group_words(const Screen *screen, Tree *tree, const Facts *facts,
                             const FactGroup *group, const FactSubject *subject)
{
    const char *words = NULL;
    for (int i = 0; i < FACT_FIELDS_MAX && group->fields[i].id; i++) {
        const char *one = fact_words(screen, tree, facts, &group->fields[i], subject);
        if (one) {
            words = words ? arena_format(tree->arena, "%s \xc2\xb7 %s", words, one) : one;
        }
    }
    return words;
}

const char *gate_lacks_words(const Screen *screen, Tree *tree, unsigned lacks)
{
    static const char *const fields[] = {"order", "concern", "form", "judged",
                                         "alone", "source",  "date"};
    const char *words = NULL;
    for (unsigned i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (lacks & 1u << i) {
            const char *one =
                desk_word(screen, tree, arena_format(tree->arena, "ui.gate.lacks.%s", fields[i]));
            words = words ? arena_format(tree->arena, "%s\n%s", words, one) : one;
        }
    }
    return words;
}

/* ---- noting ---- */

static Event noted(Id family, const FactSubject *subject, const char *field, const char *value,
                   const char *reason)
{
    Event event = {.type = EVENT_NOTED,
                   .case_id = family,
                   .person_id = subject->person,
                   .about_id = subject->about,
                   .item_id = subject->item};
    snprintf(event.fact, sizeof event.fact, "%s", field);
    snprintf(event.value, sizeof event.value, "%s", value);
    snprintf(event.note, sizeof event.note, "%s", reason);
    return event;
}

static void add(Facts *facts, const Event *event)
{
    Fact fact = {.person = event->person_id, .about = event->about_id, .item = event->item_id};
    memcpy(fact.field, event->fact, sizeof fact.field);
    memcpy(fact.value, event->value, sizeof fact.value);
    facts_add(facts, &fact);
}

/* As it would be with these facts as well. */
static bool gate_would_open_too_soon(const Facts *now, const Event *events, size_t count, Id adult)
{
    Facts then = {0};
    for (size_t i = 0; i < now->count; i++) {
        facts_add(&then, &now->list[i]);
    }
    for (size_t i = 0; i < count; i++) {
        add(&then, &events[i]);
    }
    FactSubject subject = {.person = adult};
    bool soon = facts_is(&then, "gate.state", &subject, "open") && gate_lacks(&then, adult);
    facts_clear(&then);
    return soon;
}

static bool refuse(const char *place, const char *sentence, Error *error)
{
    return error_set(error, ERROR_REFUSED, place, "%s", sentence);
}

static bool changes_allowed(const Cove *cove, Id family, const FactGroup *group,
                            const FactSubject *subject, const Event *events, size_t count,
                            Error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (!fact_value_fits(fact_field(events[i].fact), events[i].value, error)) {
            return false;
        }
    }
    if (group->reason && events[0].note[0] == '\0') {
        return refuse(group->id, "Say in a few words why. It is kept with the change.", error);
    }
    return !gate_would_open_too_soon(facts_about(cove, family), events, count, subject->person) ||
           refuse("gate.state",
                  "The gate stays closed until everything is answered. The page says what is "
                  "missing.",
                  error);
}

bool note_would_change(const Cove *cove, Id family, const FactGroup *group,
                       const FactSubject *subject, char (*values)[FACT_BYTES])
{
    const Facts *facts = facts_about(cove, family);
    for (int i = 0; i < FACT_FIELDS_MAX && group->fields[i].id; i++) {
        if (!facts_is(facts, group->fields[i].id, subject, values[i])) {
            return true;
        }
    }
    return false;
}

bool note_facts(Cove *cove, Id family, const FactGroup *group, const FactSubject *subject,
                char (*values)[FACT_BYTES], const char *reason, Error *error)
{
    Event events[FACT_FIELDS_MAX];
    const Facts *facts = facts_about(cove, family);
    size_t count = 0;
    for (int i = 0; i < FACT_FIELDS_MAX && group->fields[i].id; i++) {
        if (!facts_is(facts, group->fields[i].id, subject, values[i])) {
            events[count++] = noted(family, subject, group->fields[i].id, values[i], reason);
        }
    }
    return count == 0 || (changes_allowed(cove, family, group, subject, events, count, error) &&
                          cove_keep(cove, events, count, error));
}

bool note_fact(Cove *cove, Id family, const char *field, const FactSubject *subject,
               const char *value, const char *reason, Error *error)
{
    Event event = noted(family, subject, field, value, reason);
    return changes_allowed(cove, family, fact_group_of(field), subject, &event, 1, error) &&
           cove_keep(cove, &event, 1, error);
}
