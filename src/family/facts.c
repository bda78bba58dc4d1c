/* Looking up what was noted: the last one holds. */
#include "family/facts.h"

#include "base/memory.h"

#include <string.h>

/* ---- values ---- */

static bool all_digits(const char *text, size_t length)
{
    return strspn(text, "0123456789") >= length;
}

static int number(const char *digits, int length)
{
    int value = 0;
    for (int i = 0; i < length; i++) {
        value = value * 10 + (digits[i] - '0');
    }
    return value;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool fact_is_date(const char *text)
{
    bool shaped = strlen(text) == 10 && all_digits(text, 4) && text[4] == '-' &&
                  all_digits(text + 5, 2) && text[7] == '-' && all_digits(text + 8, 2);
    if (!shaped) {
        return false;
    }
    int year = number(text, 4), month = number(text + 5, 2), day = number(text + 8, 2);
    return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

static bool is_rating(const char *text)
{
    return strcmp(text, "10") == 0 || (strlen(text) == 1 && all_digits(text, 1));
}

static bool is_choice(const FactField *field, const char *value)
{
    for (const char *const *code = field->choices; *code; code++) {
        if (strcmp(*code, value) == 0) {
            return true;
        }
    }
    return false;
}

bool fact_value_fits(const FactField *field, const char *value, Error *error)
{
    if (value[0] == '\0') {
        return true;
    }
    switch (field->value) {
    case FACT_CHOICE:
        return is_choice(field, value) ||
               error_set(error, ERROR_REFUSED, field->id, "Choose one of the answers.");
    case FACT_DATE:
        return fact_is_date(value) ||
               error_set(error, ERROR_REFUSED, field->id,
                         "\"%.40s\" is no date. Type year, month and day: 2026-11-22.", value);
    case FACT_RATING:
        return is_rating(value) ||
               error_set(error, ERROR_REFUSED, field->id, "Choose a number from 0 to 10.");
    case FACT_WORDS: break;
    }
    return strlen(value) < FACT_BYTES ||
           error_set(error, ERROR_REFUSED, field->id, "These are too many words. Shorten them.");
}

/* ---- the list ---- */

void facts_add(Facts *facts, const Fact *fact)
{
    list_room((void **)&facts->list, &facts->room, facts->count, sizeof *facts->list);
    facts->list[facts->count++] = *fact;
}

void facts_clear(Facts *facts)
{
    memory_forget(facts->list);
    *facts = (Facts){0};
}

static bool is_about(const Fact *fact, const FactSubject *subject)
{
    return id_same(fact->person, subject->person) && id_same(fact->about, subject->about) &&
           id_same(fact->item, subject->item);
}

const Fact *facts_last(const Facts *facts, const char *field, const FactSubject *subject)
{
    for (size_t i = facts->count; i-- > 0;) {
        const Fact *fact = &facts->list[i];
        if (strcmp(fact->field, field) == 0 && is_about(fact, subject)) {
            return fact;
        }
    }
    return NULL;
}

const char *facts_value(const Facts *facts, const char *field, const FactSubject *subject)
{
    const Fact *last = facts_last(facts, field, subject);
    return last ? last->value : "";
}

bool facts_is(const Facts *facts, const char *field, const FactSubject *subject, const char *value)
{
    return strcmp(facts_value(facts, field, subject), value) == 0;
}

int64_t facts_when(const Facts *facts, const FactGroup *group, const FactSubject *subject)
{
    int64_t when = 0;
    for (int i = 0; i < FACT_FIELDS_MAX && group->fields[i].id; i++) {
        const Fact *last = facts_last(facts, group->fields[i].id, subject);
        when = last && last->at > when ? last->at : when;
    }
    return when;
}

/* ---- items of a list ---- */

static bool any_holds(const Facts *facts, const FactGroup *group, const FactSubject *subject)
{
    for (int i = 0; i < FACT_FIELDS_MAX && group->fields[i].id; i++) {
        if (facts_value(facts, group->fields[i].id, subject)[0]) {
            return true;
        }
    }
    return false;
}

static bool is_begun_here(const Facts *facts, const FactGroup *group, size_t at)
{
    const Fact *fact = &facts->list[at];
    for (size_t i = 0; i < at; i++) {
        if (id_same(facts->list[i].item, fact->item)) {
            return false;
        }
    }
    return fact_group_of(fact->field) == group;
}

size_t facts_items(const Facts *facts, const FactGroup *group, const FactSubject *subject,
                   Id *items, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < facts->count; i++) {
        FactSubject one = {subject->person, subject->about, facts->list[i].item};
        if (one.item.text[0] && is_about(&facts->list[i], &one) && is_begun_here(facts, group, i) &&
            any_holds(facts, group, &one)) {
            if (count < room) {
                items[count] = one.item;
            }
            count++;
        }
    }
    return count;
}
