#include "screen/sequencing.h"

#include "screen/noting.h"

#include <stdio.h>
#include <string.h>

static void add_step(Sequenced *sequence, const char *module, const char *activity)
{
    if (sequence->count < SEQUENCE_STEPS_MAX) {
        SequencedStep *step = &sequence->steps[sequence->count++];
        snprintf(step->module, sizeof step->module, "%s", module);
        snprintf(step->activity, sizeof step->activity, "%s", activity);
    }
}

/* ---- ready-made ---- */

static const Sequence *ready_named(const Cove *cove, const char *id)
{
    const SequenceSet *set = library_sequences(cove->library);
    for (size_t i = 0; i < sequence_set_count(set); i++) {
        if (strcmp(sequence_set_at(set, i)->id, id) == 0) {
            return sequence_set_at(set, i);
        }
    }
    return NULL;
}

static void take_ready(const Sequence *ready, Sequenced *out)
{
    const SequenceStep *steps = ready->steps.items;
    out->ready = ready;
    out->in_order = ready->order == SEQUENCE_FIXED;
    out->setting = (Setting)ready->setting;
    for (size_t i = 0; i < ready->steps.count; i++) {
        add_step(out, steps[i].module, steps[i].activity);
    }
}

/* ---- the practice's own ---- */

static const char *own_value(const Cove *cove, const char *field, Id own)
{
    const FactSubject subject = {.item = own};
    return facts_value(record_practice(keeper_record(cove->keeper)), field, &subject);
}

size_t sequences_own(const Cove *cove, Id *out)
{
    const FactSubject nobody = {.item = {""}};
    return facts_items(record_practice(keeper_record(cove->keeper)), fact_group("sequence"),
                       &nobody, out, OWN_SEQUENCES);
}

static bool take_own(const Cove *cove, Id own, Sequenced *out)
{
    char steps[FACT_BYTES];
    snprintf(steps, sizeof steps, "%s", own_value(cove, "sequence.steps", own));
    for (char *at = steps; *at;) {
        char *end = at + strcspn(at, " "), *slash = memchr(at, '/', (size_t)(end - at));
        bool more = *end != '\0';
        *end = '\0';
        if (slash) {
            *slash = '\0';
            add_step(out, at, slash + 1);
        }
        at = end + more;
    }
    out->own = own;
    out->in_order = strcmp(own_value(cove, "sequence.order", own), "fixed") == 0;
    (void)setting_parse(own_value(cove, "sequence.setting", own), &out->setting);
    snprintf(out->name, sizeof out->name, "%s", own_value(cove, "sequence.name", own));
    return out->count > 0;
}

/* ---- what somebody has ---- */

static bool take_given(const Cove *cove, const GiveWish *wish, Sequenced *out)
{
    const Case *family = record_case(keeper_record(cove->keeper), wish->family);
    out->setting = wish->setting;
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *given = &family->assignments[i];
        if (id_same(given->person, wish->person) && !given->taken_back) {
            add_step(out, given->module, given->activity);
        }
    }
    return out->count > 0;
}

bool sequence_find(const Cove *cove, const GiveWish *wish, const char *key, Sequenced *out)
{
    Id own;
    Sequenced found = {.ready = NULL};
    const Sequence *ready = ready_named(cove, key);
    bool there = true;
    if (ready) {
        take_ready(ready, &found);
    } else if (id_parse(key, &own)) {
        there = take_own(cove, own, &found);
    } else {
        there = key[0] == '\0' && take_given(cove, wish, &found);
    }
    if (there) {
        *out = found;
    }
    return there;
}

/* ---- keeping one ---- */

static bool put_steps(const Sequenced *sequence, const bool *off, char out[FACT_BYTES],
                      Error *error)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < sequence->count; i++) {
        const SequencedStep *step = &sequence->steps[i];
        size_t room = FACT_BYTES - length;
        int more = off[i] ? 0
                          : snprintf(out + length, room, "%s%s/%s", length ? " " : "", step->module,
                                     step->activity);
        if ((size_t)more >= room) {
            return error_set(error, ERROR_REFUSED, "sequence",
                             "These are more steps than one sequence can hold. Take the tick from "
                             "some of them.");
        }
        length += (size_t)more;
    }
    return length > 0 || error_set(error, ERROR_REFUSED, "sequence",
                                   "Nothing is ticked. Tick at least one step.");
}

bool sequence_keep(Cove *cove, const Sequenced *sequence, const bool *off, const char *name,
                   Id *own, Error *error)
{
    char values[FACT_FIELDS_MAX][FACT_BYTES] = {""};
    FactSubject subject = {.item = sequence->own};
    if (!name_accept(name, values[0], PERSON_NAME_BYTES, error) ||
        !put_steps(sequence, off, values[1], error)) {
        return false;
    }
    if (!subject.item.text[0]) {
        subject.item = id_new(&cove->ids);
    }
    snprintf(values[2], FACT_BYTES, "%s", sequence->in_order ? "fixed" : "free");
    snprintf(values[3], FACT_BYTES, "%s", setting_id(sequence->setting));
    bool kept = note_facts(cove, (Id){""}, fact_group("sequence"), &subject, values, "", error);
    *own = kept ? subject.item : *own;
    return kept;
}

bool sequence_drop(Cove *cove, Id own, Error *error)
{
    char values[FACT_FIELDS_MAX][FACT_BYTES] = {""};
    const FactSubject subject = {.item = own};
    return note_facts(cove, (Id){""}, fact_group("sequence"), &subject, values, "", error);
}
