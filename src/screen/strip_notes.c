/* What the strip adds to the record: facts of this sitting, in the helper's words. */
#include "family/gate.h"
#include "screen/may.h"
#include "screen/noting.h"
#include "screen/stage_inside.h"
#include "screen/strip.h"

#include <stdio.h>
#include <string.h>

typedef struct Noting {
    Cove *cove;
    const Case *family;
    const Sitting *sitting;
} Noting;

static Noting noting_of(const Stage *stage)
{
    const Sitting *sitting = strip_sitting(stage);
    Cove *cove = strip_cove(stage);
    return (Noting){cove, record_case(keeper_record(cove->keeper), sitting->case_id), sitting};
}

static bool typed_any(const Stage *stage)
{
    return !text_is_blank(stage->strip.typed);
}

/* True when it was noted; what is too long is refused, not cut. */
static bool note(Stage *stage, const Noting *noting, const char *field, const FactSubject *subject,
                 const char *value)
{
    Strip *strip = &stage->strip;
    Error error = {0};
    strip->noted = helper_may(noting->family, ACCESS_NOTES, ACCESS_WRITE) &&
                   fact_value_fits(fact_field(field), value, &error) &&
                   note_fact(noting->cove, noting->family->id, field, subject, value, "", &error);
    snprintf(strip->said, sizeof strip->said, "%s", error.sentence);
    stage->dirty = true;
    return strip->noted;
}

static void empty_field(Stage *stage)
{
    memory_wipe(stage->strip.typed, sizeof stage->strip.typed);
}

void strip_keep_note(Stage *stage)
{
    Noting noting = noting_of(stage);
    FactSubject subject = {.about = noting.sitting->id, .item = id_new(&noting.cove->ids)};
    if (typed_any(stage) && note(stage, &noting, "quick.words", &subject, stage->strip.typed)) {
        empty_field(stage);
    }
}

/* ---- a sign ---- */

bool strip_has_sign(const Stage *stage)
{
    Noting noting = noting_of(stage);
    FactSubject subject = {.item = noting.sitting->id};
    return facts_is(&noting.family->facts, "sign.noted", &subject, "helper");
}

void strip_keep_sign(Stage *stage)
{
    Noting noting = noting_of(stage);
    FactSubject subject = {.item = noting.sitting->id};
    if (note(stage, &noting, "sign.noted", &subject, "helper") && typed_any(stage) &&
        note(stage, &noting, "sign.said", &subject, stage->strip.typed)) {
        empty_field(stage);
    }
}

/* ---- who is here ---- */

static const char *const between = ", ";

static const char *present(const Noting *noting)
{
    FactSubject subject = {.item = noting->sitting->id};
    return facts_value(&noting->family->facts, "after.present", &subject);
}

/* Where the name stands in a list of them; NULL: nowhere. */
static const char *find_name(const char *list, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = list; at; at = strstr(at, between)) {
        at += strncmp(at, between, strlen(between)) == 0 ? strlen(between) : 0;
        bool ends = strncmp(at, name, length) == 0 &&
                    (at[length] == '\0' || strncmp(at + length, between, strlen(between)) == 0);
        if (ends) {
            return at;
        }
    }
    return NULL;
}

bool strip_is_here(const Stage *stage, const char *name)
{
    Noting noting = noting_of(stage);
    return find_name(present(&noting), name) != NULL;
}

bool strip_may_name(const Stage *stage, const Person *person)
{
    Noting noting = noting_of(stage);
    bool sits =
        id_same(person->id, noting.sitting->person) || id_same(person->id, noting.sitting->adult);
    return sits || strip_apart(stage) || !carers_apart(noting.family);
}

static void note_present(Stage *stage, const Noting *noting, const char *list)
{
    FactSubject subject = {.item = noting->sitting->id};
    (void)note(stage, noting, "after.present", &subject, list);
}

static void add_name(Stage *stage, const Noting *noting, const char *name)
{
    char list[2 * FACT_BYTES];
    const char *before = present(noting);
    snprintf(list, sizeof list, "%s%s%s", before, before[0] ? between : "", name);
    note_present(stage, noting, list);
}

static void take_name(Stage *stage, const Noting *noting, const char *name)
{
    char list[FACT_BYTES];
    const char *before = present(noting), *at = find_name(before, name);
    const char *rest = at + strlen(name);
    size_t kept = (size_t)(at - before);
    if (rest[0]) {
        rest += strlen(between);
    } else if (kept > 0) {
        kept -= strlen(between);
    }
    snprintf(list, sizeof list, "%.*s%s", (int)kept, before, rest);
    note_present(stage, noting, list);
}

void strip_keep_person(Stage *stage, Id id)
{
    Noting noting = noting_of(stage);
    const Person *person = case_person(noting.family, id);
    if (find_name(present(&noting), person->name)) {
        take_name(stage, &noting, person->name);
    } else {
        add_name(stage, &noting, person->name);
    }
}

void strip_keep_others(Stage *stage)
{
    Noting noting = noting_of(stage);
    if (typed_any(stage)) {
        add_name(stage, &noting, stage->strip.typed);
        if (stage->strip.noted) {
            empty_field(stage);
        }
    }
}
