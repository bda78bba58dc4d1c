/* The whole folded state as text, so that two records can be compared. For tests and bug reports
 * of made-up families: it holds every name. */
#include "record/record_inside.h"

#include "base/text.h"

#include <inttypes.h>

static void dump_person(const Person *person, Text *out)
{
    text_addf(out, " person %s role %d tier %d name \"%s\" picture \"%s\"\n", person->id.text,
              (int)person->role, (int)person->tier, person->name, person->picture);
}

static void dump_assignment(const Assignment *given, Text *out)
{
    text_addf(out, " assignment %s person %s %s/%s version %d digest %s setting %d at %" PRId64,
              given->id.text, given->person.text, given->module, given->activity, given->version,
              given->digest.text, (int)given->setting, given->at);
    text_addf(out, " taken back %d note \"%s\"\n", given->taken_back, given->note);
}

static void dump_facts(const Facts *facts, Text *out)
{
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *fact = &facts->list[i];
        text_addf(out,
                  " fact %s of \"%s\" about \"%s\" item \"%s\" \"%s\" because \"%s\" at %" PRId64
                  "\n",
                  fact->field, fact->person.text, fact->about.text, fact->item.text, fact->value,
                  fact->reason, fact->at);
    }
}

static void dump_case(const Case *family, Text *out)
{
    text_addf(out, "case %s name \"%s\"\n", family->id.text, family->name);
    for (size_t i = 0; i < family->people_count; i++) {
        dump_person(&family->people[i], out);
    }
    for (size_t i = 0; i < family->assignment_count; i++) {
        dump_assignment(&family->assignments[i], out);
    }
    for (size_t i = 0; i < family->contact_count; i++) {
        const ContactJudged *judged = &family->contacts[i];
        text_addf(out, " contact %s %s %d at %" PRId64 "\n", judged->child.text, judged->adult.text,
                  (int)judged->contact, judged->at);
    }
    for (size_t i = 0; i < family->name_count; i++) {
        const OwnName *name = &family->names[i];
        text_addf(out, " name by %s about %s \"%s\"\n", name->by.text, name->about.text,
                  name->word);
    }
    for (size_t i = 0; i < family->picture_count; i++) {
        text_addf(out, " picture of %s before \"%s\"\n", family->pictures[i].person.text,
                  family->pictures[i].picture);
    }
    for (size_t i = 0; i < family->gone_count; i++) {
        text_addf(out, " erased person %s\n", family->gone[i].text);
    }
    dump_facts(&family->facts, out);
    for (size_t i = 0; i < family->left_count; i++) {
        const Left *left = &family->left[i];
        text_addf(out, " left of %s for \"%s\" %s \"%s\" as %s %s at %" PRId64 "\n",
                  left->person.text, left->reader.text, left->audience, left->parts, left->form,
                  left->digest.text, left->at);
    }
}

static void dump_tokens(const Tokens *tokens, Text *out)
{
    text_addf(out, "  tokens helper \"%s\" me \"%s\" n %ld", tokens->helper, tokens->me, tokens->n);
    for (int i = 0; i < tokens->adult_count; i++) {
        text_addf(out, " adult \"%s\"", tokens->adults[i]);
    }
    for (int i = 0; i < tokens->home_count; i++) {
        text_addf(out, " home \"%s\"", tokens->homes[i]);
    }
    text_add(out, "\n");
}

static void dump_move(const Move *move, Text *out)
{
    text_addf(out, "  move %s page \"%s\" item \"%s\" target \"%s\" value %d text \"%s\" seat %d\n",
              move->verb, move->page, move->item, move->target, move->value, move->text,
              (int)move->seat);
}

static void dump_play(const PlayRecord *play, Text *out)
{
    text_addf(out, " play %s sitting %s assignment \"%s\" part %d %s/%s version %d digest %s",
              play->id.text, play->sitting.text, play->assignment.text, (int)play->part,
              play->module, play->activity, play->version, play->digest.text);
    text_addf(out, " language %s tier %d seed %" PRIu64 " from %" PRId64 " to %" PRId64,
              play->language, (int)play->tier, play->seed, play->started, play->ended);
    text_addf(out, " how %d breaks %d not ok %d\n", (int)play->how, play->breaks, play->not_ok);
    dump_tokens(&play->tokens, out);
    for (size_t i = 0; i < play->move_count; i++) {
        dump_move(&play->moves[i], out);
    }
}

static void dump_sitting(const Record *record, const Sitting *sitting, Text *out)
{
    text_addf(out, "sitting %s case %s person %s setting %d from %" PRId64 " to %" PRId64,
              sitting->id.text, sitting->case_id.text, sitting->person.text, (int)sitting->setting,
              sitting->started, sitting->ended);
    text_addf(out, " adult \"%s\" ended by %d", sitting->adult.text, (int)sitting->ended_by);
    text_addf(out, " how %d pebble \"%s\" breaks %d not ok %d\n", (int)sitting->how,
              sitting->pebble, sitting->breaks, sitting->not_ok);
    for (size_t i = 0; i < sitting->play_count; i++) {
        dump_play(&record->plays[sitting->plays[i]], out);
    }
}

static void dump_log(const LogEntry *entry, Text *out)
{
    text_addf(
        out,
        "log %s %s by \"%s\" case \"%s\" person \"%s\" item \"%s\" times %d why %d at %" PRId64
        "\n",
        log_act_word(entry->act), access_data_word(entry->what), entry->by.text, entry->family.text,
        entry->person.text, entry->item.text, entry->times, (int)entry->why, entry->at);
}

static void dump_prefs(const PersonPrefs *prefs, Text *out)
{
    size_t count;
    const PrefField *fields = prefs_fields(&count);
    text_addf(out, "prefs of \"%s\"", prefs->person.text);
    for (size_t i = 0; i < count; i++) {
        if (prefs_has(&prefs->choices, &fields[i])) {
            text_addf(out, " %s %d", fields[i].name, prefs_get(&prefs->choices.values, &fields[i]));
        }
    }
    text_add(out, "\n");
}

char *record_dump(const Record *record)
{
    const Case *here = record_case_here(record);
    Text out;
    text_init(&out);
    text_addf(&out, "helper \"%s\"\nhere \"%s\"\n", record_helper(record),
              here ? here->id.text : "");
    text_addf(&out, "plays %zu ids %zu\n", record->play_count, record->ids.count);
    for (size_t i = 0; i < record->case_count; i++) {
        dump_case(&record->cases[i], &out);
    }
    for (size_t i = 0; i < record->frozen_count; i++) {
        const Frozen *frozen = &record->frozen[i];
        text_addf(&out, "frozen %s %s version %d text %s\n", frozen->digest.text, frozen->module,
                  frozen->version, frozen->text);
    }
    for (size_t i = 0; i < record->sitting_count; i++) {
        dump_sitting(record, &record->sittings[i], &out);
    }
    dump_facts(&record->practice, &out);
    for (size_t i = 0; i < record->prefs_count; i++) {
        dump_prefs(&record->prefs[i], &out);
    }
    for (size_t i = 0; i < record->log_count; i++) {
        dump_log(&record->log[i], &out);
    }
    for (size_t i = 0; i < record->language_count; i++) {
        text_addf(&out, "language of \"%s\" %s\n", record->languages[i].person.text,
                  record->languages[i].language);
    }
    for (size_t i = 0; i < record->sign_in_count; i++) {
        const SignIn *kept = &record->sign_ins[i];
        text_addf(&out, "sign-in of %s %s animal \"%s\" proof %s\n", kept->person.text,
                  sign_in_way_id(kept->way), kept->animal, kept->proof);
    }
    record_dump_copies(record, &out);
    return text_take(&out);
}
