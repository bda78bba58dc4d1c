/* Facts of a case: what the helper noted about a family, its people and pairs of them, and of the
 * practice itself. One table says what can be noted; a new fact is a line there and its words.
 *
 * Facts are only added. What holds is the last one of its field about the same subject; the ones
 * before are its history. A fact with an empty value takes back what was noted. */
#ifndef FAMILY_FACTS_H
#define FAMILY_FACTS_H

#include "base/error.h"
#include "base/ids.h"
#include "content/module.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FACT_BYTES = 512, FACT_FIELDS_MAX = 9 };

/* Whom or what a group of facts is about. */
typedef enum FactOf {
    FACT_OF_PRACTICE, /* no case: the practice, its crisis lines */
    FACT_OF_SHELF,    /* no case: what the practice made for itself; has pages of its own */
    FACT_OF_CASE,
    FACT_OF_CHILD,
    FACT_OF_ADULT,
    FACT_OF_PERSON,  /* either */
    FACT_OF_PAIR,    /* a child (person) and an adult (about) */
    FACT_OF_SITTING, /* item is the sitting's id */
    FACT_OF_GIVEN,   /* item is an assignment of the person */
    FACT_OF_MOMENT,  /* a list: about is the sitting's id */
    FACT_OF_PLAY,    /* item is the play's id */
    FACT_OF_SHOWN /* item is a play of the child (person); for an adult (about), "" for together */
} FactOf;

typedef enum FactValue {
    FACT_CHOICE, /* one of the field's codes */
    FACT_WORDS,  /* the helper's own words */
    FACT_DATE,   /* "2026-11-22" */
    FACT_RATING  /* "0".."10" */
} FactValue;

typedef struct FactField {
    const char *id; /* "gate.form": group and field; NULL ends a list */
    FactValue value;
    const char *const *choices; /* codes, NULL-ended; FACT_CHOICE alone */
} FactField;

typedef struct FactGroup {
    const char *id; /* "gate" */
    FactOf of;
    int most;    /* 0: noted once; else a list of at most so many, each with an id of its own */
    bool reason; /* each change says why */
    FactField fields[FACT_FIELDS_MAX];
} FactGroup;

typedef struct Fact {
    Id person, about, item; /* "" where the group has none */
    char field[ID_MAX];
    char value[FACT_BYTES]; /* "" takes it back */
    char reason[FACT_BYTES];
    int64_t at; /* wall ms, whole minutes */
} Fact;

typedef struct Facts {
    Fact *list; /* oldest first */
    size_t count, room;
} Facts;

/* Of whom. `about` for pairs, `item` for lists, sittings and plays; of a moment in a sitting,
 * `about` is the sitting. */
typedef struct FactSubject {
    Id person, about, item;
} FactSubject;

const FactGroup *fact_groups(size_t *count);
const FactGroup *fact_group(const char *id);          /* NULL when there is none */
const FactGroup *fact_group_of(const char *field_id); /* of a field; NULL when there is none */
const FactField *fact_field(const char *id);          /* NULL when there is none */

/* Whether the value may be noted for the field: empty always. The sentence says what is wanted. */
bool fact_value_fits(const FactField *field, const char *value, Error *error);
bool fact_is_date(const char *text); /* "2026-02-28": a day there was, or will be */

void facts_add(Facts *facts, const Fact *fact);
void facts_clear(Facts *facts);
/* What holds; "" when nothing does. Borrowed. */
const char *facts_value(const Facts *facts, const char *field, const FactSubject *subject);
bool facts_is(const Facts *facts, const char *field, const FactSubject *subject, const char *value);
/* The last fact of the field about the subject; NULL when there is none. */
const Fact *facts_last(const Facts *facts, const char *field, const FactSubject *subject);
/* When anything of the group was noted last; 0 when nothing was. */
int64_t facts_when(const Facts *facts, const FactGroup *group, const FactSubject *subject);
/* Items of a list in the order they were begun; those of which nothing holds any more are left out.
 * Returns how many there are and fills in at most `room`. */
size_t facts_items(const Facts *facts, const FactGroup *group, const FactSubject *subject,
                   Id *items, size_t room);

#endif
