/* What can be noted. Blueprint 6.5 (consent, assent), 6.8 (gate, hide mode), 7.1 (case file, stage,
 * ladder, goals, readiness), 7.3 and 7.4 (after a sitting, flags). Ids stand in records: they are
 * never changed or used for something else. */
#include "family/facts.h"

#include <string.h>

#define CODES(name, ...) static const char *const name[] = {__VA_ARGS__, NULL}

CODES(yes_no, "yes", "no");
CODES(yes_no_unknown, "no", "yes", "unknown");
CODES(on_off, "on", "off");
CODES(ready, "yes", "not-yet");
CODES(routes, "self", "lawyer", "court", "agency", "other");
CODES(orders, "court", "protection", "no-contact", "agency", "agreement");
CODES(concerns, "no", "past", "open", "unknown");
CODES(forms, "none", "indirect", "supervised", "free");
CODES(gates, "closed", "open");
CODES(reasons_to_hide, "order", "inquiry", "limits", "no-right", "danger", "address", "control",
      "lawsuit", "teen");
CODES(consents, "given", "not-given", "asks", "withdrawn");
CODES(sayers, "one", "both", "court", "other");
CODES(assents, "yes", "not-now", "ask");
CODES(joint_yes, "to-ask", "yes", "not-now", "ask");
CODES(demanders, "self", "guardian", "law");
CODES(agreeds, "goals", "words");
CODES(outsiders, "court", "professional");
CODES(agreers, "self", "order", "law");
CODES(stages, "commitment", "process", "change", "termination");
CODES(goal_states, "open", "reached", "aside");
CODES(steps, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
CODES(step_states, "not-open", "trying", "hold", "steady", "back");
CODES(promise_ways, "kept", "late", "not-kept");
CODES(wishes, "yes");
CODES(shown, "released");
CODES(note_answers, "read");
CODES(flag_answers, "read", "acted", "no-action");
CODES(by_helper, "helper");

CODES(next_times, "next");
CODES(readings, "aloud");
CODES(child_tiers, "t1", "t2", "t3", "t4");
CODES(tiers, "t1", "t2", "t3", "t4", "ad");
CODES(sequence_orders, "free", "fixed");
CODES(settings, "room", "home", "joint");
CODES(months, "6", "12", "24", "36", "60", "84", "120", "240", "360");

/* The order of groups and fields is the order on the page. */
static const FactGroup groups[] = {
    {"practice",
     FACT_OF_PRACTICE,
     0,
     false,
     {{"practice.name", FACT_WORDS, NULL}, {"practice.courts", FACT_WORDS, NULL}}},
    {"line",
     FACT_OF_PRACTICE,
     6,
     false,
     {{"line.name", FACT_WORDS, NULL},
      {"line.number", FACT_WORDS, NULL},
      {"line.checked", FACT_DATE, NULL}}},
    {"keep", FACT_OF_PRACTICE, 0, false, {{"keep.months", FACT_CHOICE, months}}},
    {"sequence",
     FACT_OF_SHELF,
     60,
     false, /* steps: "module/activity" with a space between each */
     {{"sequence.name", FACT_WORDS, NULL},
      {"sequence.steps", FACT_WORDS, NULL},
      {"sequence.order", FACT_CHOICE, sequence_orders},
      {"sequence.setting", FACT_CHOICE, settings}}},
    {"wording",
     FACT_OF_SHELF,
     60,
     false, /* words of "module/activity" that were changed, under their digest */
     {{"wording.name", FACT_WORDS, NULL},
      {"wording.of", FACT_WORDS, NULL},
      {"wording.tier", FACT_CHOICE, tiers},
      {"wording.language", FACT_WORDS, NULL},
      {"wording.digest", FACT_WORDS, NULL}}},

    {"basis",
     FACT_OF_CASE,
     0,
     false,
     {{"basis.route", FACT_CHOICE, routes},
      {"basis.consent", FACT_CHOICE, sayers}, /* whose consent the work with a child needs */
      {"basis.legal", FACT_WORDS, NULL}}},
    {"urgent", FACT_OF_CASE, 0, true, {{"urgent.state", FACT_CHOICE, on_off}}},
    {"order",
     FACT_OF_CASE,
     12,
     false,
     {{"order.kind", FACT_CHOICE, orders},
      {"order.date", FACT_DATE, NULL},
      {"order.says", FACT_WORDS, NULL}}},
    {"home", FACT_OF_CASE, 6, false, {{"home.name", FACT_WORDS, NULL}}},
    {"card", FACT_OF_CASE, 0, false, {{"card.words", FACT_WORDS, NULL}}},
    {"mark",
     FACT_OF_CASE,
     200,
     false,
     {{"mark.date", FACT_DATE, NULL}, {"mark.words", FACT_WORDS, NULL}}},
    {"demand",
     FACT_OF_CASE,
     12,
     false, /* somebody demanded the record, and on which day each step was done */
     {{"demand.words", FACT_WORDS, NULL},
      {"demand.keep", FACT_DATE, NULL},
      {"demand.advice", FACT_DATE, NULL},
      {"demand.told", FACT_DATE, NULL},
      {"demand.least", FACT_DATE, NULL},
      {"demand.order", FACT_DATE, NULL},
      {"demand.noted", FACT_DATE, NULL}}},
    {"end", FACT_OF_CASE, 0, false, {{"end.date", FACT_DATE, NULL}}},
    {"hold", FACT_OF_CASE, 0, true, {{"hold.state", FACT_CHOICE, on_off}}},

    {"gate",
     FACT_OF_ADULT,
     0,
     true,
     {{"gate.order", FACT_CHOICE, yes_no_unknown},
      {"gate.concern", FACT_CHOICE, concerns},
      {"gate.form", FACT_CHOICE, forms},
      {"gate.judged", FACT_WORDS, NULL},
      {"gate.alone", FACT_CHOICE, yes_no},
      {"gate.source", FACT_WORDS, NULL},
      {"gate.date", FACT_DATE, NULL},
      {"gate.state", FACT_CHOICE, gates}}},
    {"hide",
     FACT_OF_ADULT,
     0,
     true,
     {{"hide.state", FACT_CHOICE, on_off}, {"hide.why", FACT_CHOICE, reasons_to_hide}}},
    {"ask",
     FACT_OF_ADULT,
     60,
     false, /* what they wrote to the helper, at their desk */
     {{"ask.words", FACT_WORDS, NULL}, {"ask.done", FACT_CHOICE, note_answers}}},
    {"consent",
     FACT_OF_ADULT,
     0,
     false,
     {{"consent.right", FACT_CHOICE, yes_no},
      {"consent.state", FACT_CHOICE, consents},
      {"consent.points", FACT_CHOICE, yes_no},
      {"consent.version", FACT_WORDS, NULL},
      {"consent.date", FACT_DATE, NULL}}},
    {"ready-adult",
     FACT_OF_ADULT,
     0,
     false,
     {{"ready-adult.no", FACT_CHOICE, ready},
      {"ready-adult.sorry", FACT_CHOICE, ready},
      {"ready-adult.present", FACT_CHOICE, ready},
      {"ready-adult.line", FACT_CHOICE, ready},
      {"ready-adult.support", FACT_CHOICE, ready},
      {"ready-adult.danger", FACT_CHOICE, ready},
      {"ready-adult.words", FACT_WORDS, NULL}}},

    {"assent",
     FACT_OF_CHILD,
     0,
     false,
     {{"assent.answer", FACT_CHOICE, assents},
      {"assent.words", FACT_WORDS, NULL},
      {"assent.version", FACT_WORDS, NULL}}},
    {"joint-yes",
     FACT_OF_PAIR,
     0,
     false,
     {{"joint-yes.answer", FACT_CHOICE, joint_yes}, {"joint-yes.version", FACT_WORDS, NULL}}},
    {"ready-child",
     FACT_OF_CHILD,
     0,
     false,
     {{"ready-child.plan", FACT_CHOICE, ready},
      {"ready-child.stop", FACT_CHOICE, ready},
      {"ready-child.alone", FACT_CHOICE, ready},
      {"ready-child.safe", FACT_CHOICE, ready},
      {"ready-child.words", FACT_WORDS, NULL}}},
    {"watch", FACT_OF_CHILD, 0, false, {{"watch.words", FACT_WORDS, NULL}}},
    {"ladder",
     FACT_OF_PAIR,
     0,
     true,
     {{"ladder.step", FACT_CHOICE, steps},
      {"ladder.state", FACT_CHOICE, step_states},
      {"ladder.by", FACT_WORDS, NULL},
      {"ladder.view", FACT_WORDS, NULL},
      {"ladder.date", FACT_DATE, NULL}}},
    {"promise",
     FACT_OF_PAIR,
     40,
     false, /* of the adult to the child: small, and how it went; never counted */
     {{"promise.words", FACT_WORDS, NULL},
      {"promise.day", FACT_DATE, NULL},
      {"promise.went", FACT_CHOICE, promise_ways}}},

    {"stage", FACT_OF_PERSON, 0, false, {{"stage.now", FACT_CHOICE, stages}}},
    {"goal",
     FACT_OF_PERSON,
     3,
     false,
     {{"goal.words", FACT_WORDS, NULL},
      {"goal.low", FACT_WORDS, NULL},
      {"goal.high", FACT_WORDS, NULL},
      {"goal.now", FACT_RATING, NULL},
      {"goal.state", FACT_CHOICE, goal_states},
      {"goal.theirs", FACT_CHOICE, yes_no}, /* they may say themselves how it is today */
      {"goal.own-now", FACT_RATING, NULL},
      {"goal.own-words", FACT_WORDS, NULL}}},
    {"agreed",
     FACT_OF_PERSON,
     40,
     false, /* what may stand of them in a report for people outside */
     {{"agreed.what", FACT_CHOICE, agreeds},
      {"agreed.words", FACT_WORDS, NULL},
      {"agreed.for", FACT_CHOICE, outsiders},
      {"agreed.by", FACT_CHOICE, agreers},
      {"agreed.date", FACT_DATE, NULL}}},
    {"own-copy",
     FACT_OF_PERSON,
     40,
     false, /* who asked for a complete copy of what they did, and why it was given */
     {{"own-copy.by", FACT_CHOICE, demanders}, {"own-copy.why", FACT_WORDS, NULL}}},
    {"agreed-for",
     FACT_OF_PAIR,
     40,
     false, /* words of the child that may stand in a report for this adult */
     {{"agreed-for.words", FACT_WORDS, NULL},
      {"agreed-for.by", FACT_CHOICE, agreers},
      {"agreed-for.date", FACT_DATE, NULL}}},
    {"reading", FACT_OF_PERSON, 0, false, {{"reading.help", FACT_WORDS, NULL}}},

    {"after",
     FACT_OF_SITTING,
     0,
     false,
     {{"after.present", FACT_WORDS, NULL},
      {"after.note", FACT_WORDS, NULL},
      {"after.other", FACT_WORDS, NULL},
      {"after.next", FACT_WORDS, NULL}}},
    {"given",
     FACT_OF_GIVEN,
     0,
     false, /* after: id of an assignment of the same person */
     {{"given.by", FACT_CHOICE, next_times},
      {"given.reading", FACT_CHOICE, readings},
      {"given.tier", FACT_CHOICE, child_tiers},
      {"given.after", FACT_WORDS, NULL}}},
    {"sign",
     FACT_OF_SITTING,
     0,
     false, /* the helper noticed one; whatever it was closes as the others do */
     {{"sign.noted", FACT_CHOICE, by_helper},
      {"sign.said", FACT_WORDS, NULL},
      {"sign.asked", FACT_WORDS, NULL}}},
    {"felt",
     FACT_OF_SITTING,
     0,
     false, /* of the words to look at first, the one chosen on leaving */
     {{"felt.word", FACT_WORDS, NULL}}},
    {"flag", FACT_OF_SITTING, 0, true, {{"flag.done", FACT_CHOICE, flag_answers}}},
    {"quick", FACT_OF_MOMENT, 60, false, {{"quick.words", FACT_WORDS, NULL}}},
    {"show",
     FACT_OF_SHOWN,
     0,
     false, /* the child's wish and words; the helper's release */
     {{"show.wish", FACT_CHOICE, wishes},
      {"show.words", FACT_WORDS, NULL},
      {"show.picture", FACT_CHOICE, wishes}, /* its drawing too */
      {"show.state", FACT_CHOICE, shown}}},
    {"paper",
     FACT_OF_GIVEN,
     0,
     false, /* it was done on paper: what the person wants kept, never an answer */
     {{"paper.date", FACT_DATE, NULL},
      {"paper.present", FACT_WORDS, NULL},
      {"paper.words", FACT_WORDS, NULL}}},
    {"comment", FACT_OF_PLAY, 0, false, {{"comment.words", FACT_WORDS, NULL}}},
};

const FactGroup *fact_groups(size_t *count)
{
    *count = sizeof groups / sizeof *groups;
    return groups;
}

const FactGroup *fact_group(const char *id)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        if (strcmp(groups[i].id, id) == 0) {
            return &groups[i];
        }
    }
    return NULL;
}

static const FactField *field_in(const FactGroup *group, const char *id)
{
    for (int i = 0; i < FACT_FIELDS_MAX && group->fields[i].id; i++) {
        if (strcmp(group->fields[i].id, id) == 0) {
            return &group->fields[i];
        }
    }
    return NULL;
}

const FactGroup *fact_group_of(const char *field_id)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        if (field_in(&groups[i], field_id)) {
            return &groups[i];
        }
    }
    return NULL;
}

const FactField *fact_field(const char *id)
{
    const FactGroup *group = fact_group_of(id);
    return group ? field_in(group, id) : NULL;
}
