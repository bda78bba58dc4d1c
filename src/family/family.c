/* Cases: finding in them, and what may be given to whom. Nothing here is kept or changed. */
#include "family/family.h"

#include "base/memory.h"
#include "base/text.h"
#include "family/gate.h"

#include <string.h>

void case_clear(Case *family)
{
    memory_forget(family->people);
    memory_forget(family->assignments);
    memory_forget(family->contacts);
    memory_forget(family->names);
    memory_forget(family->pictures);
    facts_clear(&family->facts);
    memory_forget(family->left);
    memory_forget(family->gone);
    *family = (Case){0};
}

const Person *case_person(const Case *family, Id id)
{
    for (size_t i = 0; i < family->people_count; i++) {
        if (id_same(family->people[i].id, id)) {
            return &family->people[i];
        }
    }
    return NULL;
}

bool case_is_gone(const Case *family, Id id)
{
    for (size_t i = 0; i < family->gone_count; i++) {
        if (id_same(family->gone[i], id)) {
            return true;
        }
    }
    return false;
}

/* What is asked for was mostly given lately. */
const Assignment *case_assignment(const Case *family, Id id)
{
    for (size_t i = family->assignment_count; i-- > 0;) {
        if (id_same(family->assignments[i].id, id)) {
            return &family->assignments[i];
        }
    }
    return NULL;
}

const ContactJudged *case_contact(const Case *family, Id child, Id adult)
{
    for (size_t i = family->contact_count; i-- > 0;) {
        const ContactJudged *judged = &family->contacts[i];
        if (id_same(judged->child, child) && id_same(judged->adult, adult)) {
            return judged;
        }
    }
    return NULL;
}

bool case_contact_safe(const Case *family, Id child, Id adult)
{
    const ContactJudged *judged = case_contact(family, child, adult);
    return judged && judged->contact == CONTACT_SAFE;
}

static void put_name(char *to, const char *name)
{
    size_t length = strnlen(name, TOKENS_NAME - 1);
    memcpy(to, name, length);
    to[length] = '\0';
}

const Person *case_adult(const Case *family, int index)
{
    for (size_t i = 0; i < family->people_count; i++) {
        if (family->people[i].role == PERSON_ADULT && index-- == 0) {
            return &family->people[i];
        }
    }
    return NULL;
}

static const char *name_by(const Case *family, const Person *person, const Person *adult)
{
    for (size_t i = family->name_count; i-- > 0;) {
        const OwnName *name = &family->names[i];
        if (id_same(name->by, person->id) && id_same(name->about, adult->id)) {
            return name->word;
        }
    }
    return adult->name;
}

static void put_homes(const Case *family, Tokens *tokens)
{
    FactSubject home = {.person = {""}};
    Id items[TOKENS_ADULTS];
    size_t count = facts_items(&family->facts, fact_group("home"), &home, items, TOKENS_ADULTS);
    for (size_t i = 0; i < count && i < TOKENS_ADULTS; i++) {
        home.item = items[i];
        put_name(tokens->homes[tokens->home_count++],
                 facts_value(&family->facts, "home.name", &home));
    }
}

void case_tokens(const Case *family, const Person *person, const char *helper, Tokens *out)
{
    Tokens tokens = {0};
    const Person *adult;
    put_name(tokens.helper, helper);
    put_name(tokens.me, person->name);
    while (tokens.adult_count < TOKENS_ADULTS &&
           (adult = case_adult(family, tokens.adult_count)) != NULL) {
        put_name(tokens.adults[tokens.adult_count++], name_by(family, person, adult));
    }
    put_homes(family, &tokens);
    *out = tokens;
}

/* ---- what may be given ---- */

static bool refuse(const Activity *activity, Error *error, const char *why)
{
    return error_set(error, ERROR_REFUSED, activity->id, "%s %s", activity->code, why);
}

static bool tier_served(const Activity *activity, const Person *person, Error *error)
{
    if (tier_in(activity->tiers, person->tier)) {
        return true;
    }
    return error_set(error, ERROR_REFUSED, activity->id,
                     "%s is not made for \"%s\". Choose another activity.", activity->code,
                     tier_limits(person->tier)->label);
}

static bool setting_served(const Activity *activity, Setting setting, Error *error)
{
    if ((activity->settings & (1u << setting)) != 0) {
        return true;
    }
    return error_set(error, ERROR_REFUSED, activity->id,
                     "%s is not made for \"%s\". Choose another setting.", activity->code,
                     setting_label(setting));
}

/* A child's by any adult's gate, an adult's by their own. */
static bool contact_open(const Case *family, const Person *person)
{
    return person->role == PERSON_CHILD ? gate_any_open(family) : gate_open(family, person->id);
}

static bool any_together(const Case *family, Id child)
{
    for (size_t i = 0; i < family->people_count; i++) {
        if (together_open(family, child, family->people[i].id)) {
            return true;
        }
    }
    return false;
}

static bool together_allowed(const Case *family, const Activity *activity, const Person *person,
                             Error *error)
{
    if (person->role != PERSON_CHILD) {
        return refuse(activity, error,
                      "is played together from the child's side. Give it to the "
                      "child.");
    }
    return any_together(family, person->id) ||
           refuse(
               activity, error,
               "is played by two. It stays closed until the safety gate of an adult is open (see "
               "the case file) and you have judged contact to be safe (see \"Together\").");
}

bool assignment_allowed(const Case *family, const Module *module, const Activity *activity,
                        const Person *person, Setting setting, Error *error)
{
    if (!tier_served(activity, person, error) || !setting_served(activity, setting, error)) {
        return false;
    }
    if (module->gate == GATE_CONTACT && !contact_open(family, person)) {
        return refuse(activity, error,
                      "is about contact. It stays closed until the safety gate of an adult is "
                      "open: see the case file.");
    }
    if (activity->co_parent && carers_apart(family)) {
        return refuse(activity, error,
                      "is about messages between carers. An order or hide mode of this case closes "
                      "it.");
    }
    if (setting == SETTING_JOINT) {
        return together_allowed(family, activity, person, error);
    }
    if (module->gate == GATE_ROOM && setting == SETTING_HOME) {
        return refuse(activity, error, "is for the room only. Choose \"In the room\".");
    }
    return true;
}

/* ---- names ---- */

/* Room for `typed` tidied: a byte becomes three at most when it is ill-formed, or when composed
 * characters are taken apart (Unicode's bound for NFC in UTF-8 is three as well). */
static char *tidied(const char *typed, size_t *length)
{
    size_t room = strlen(typed) * 9 + 1;
    char *name = memory_new(room, 1);
    *length = text_tidy(typed, name, room);
    return name;
}

bool name_accept(const char *typed, char *out, size_t size, Error *error)
{
    size_t length;
    char *name = tidied(typed, &length);
    bool fits = length > 0 && length < size;
    if (length == 0) {
        error_set(error, ERROR_REFUSED, "name", "A name is needed. Type at least one letter.");
    } else if (!fits) {
        error_set(error, ERROR_REFUSED, "name", "This name is too long. Type a shorter one.");
    } else {
        memcpy(out, name, length + 1);
    }
    memory_forget(name);
    return fits;
}

bool setting_covers(Setting sitting, Setting given)
{
    return sitting == given || (sitting == SETTING_ROOM && given == SETTING_HOME);
}
