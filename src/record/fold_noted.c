/* What was noted of somebody: settings, language, facts, the way of signing in. */
#include "record/fold.h"

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

const Fold fold_prefs = {keep_prefs, unkeep_prefs};

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

const Fold fold_language = {choose_language, unchoose_language};

/* ---- facts ---- */

static Facts *facts_of(Record *record, const Event *event)
{
    return event->case_id.text[0] ? &fold_case(record, event)->facts : &record->practice;
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

const Fold fold_noted = {note_fact, unnote_fact};

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

const Fold fold_sign_in = {keep_sign_in, unkeep_sign_in};
