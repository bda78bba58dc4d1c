/* The course of a sitting: arriving, playing, leaving. See sitting.h. */
#include "screen/sitting.h"

#include "family/given.h"
#include "family/practice.h"
#include "screen/assenting.h"
#include "screen/felt.h"
#include "screen/may.h"
#include "screen/rewording.h"
#include "screen/screens.h"
#include "screen/together.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const Record *record_of(const Cove *cove)
{
    return keeper_record(cove->keeper);
}

static bool keep_or_tell(Cove *cove, Stage *stage, Event *events, size_t count)
{
    Error error = {0};
    if (cove_keep(cove, events, count, &error)) {
        return true;
    }
    stage_notice(stage, &error);
    return false;
}

/* The play of `activity` by the sitting's person, with the words of this moment in their
 * language. */
static Event play_started(const Cove *cove, const Case *family, const Person *person, Id sitting,
                          const Module *module, const char *activity, PlayPart part)
{
    const Library *library = tongue_library(cove, person->id);
    Event event = {.type = EVENT_PLAY_STARTED,
                   .sitting_id = sitting,
                   .play_id = id_new(&cove->ids),
                   .part = part,
                   .version = module->version,
                   .digest = library_digest(library, module),
                   .tier = person->tier,
                   .seed = ids_seed(&cove->ids)};
    snprintf(event.module, sizeof event.module, "%s", module->id);
    snprintf(event.activity, sizeof event.activity, "%s", activity);
    snprintf(event.language, sizeof event.language, "%s",
             strings_language(library_strings(library, module)));
    case_tokens(family, person, record_helper(record_of(cove)), &event.tokens);
    return event;
}

/* Adds the start of a feelings check to a batch; none when the content is not there. */
static size_t add_check(const Cove *cove, const Case *family, const Person *person, Id sitting,
                        PlayPart part, Event *events, char **frozen)
{
    const Library *library = tongue_library(cove, person->id);
    const Module *module = library_module(library, SITTING_MODULE);
    *frozen = NULL;
    if (!module) {
        return 0;
    }
    size_t count = cove_freeze(cove, library, module, events, frozen);
    events[count++] = play_started(cove, family, person, sitting, module,
                                   part == PART_ARRIVING ? SITTING_ARRIVE : SITTING_LEAVE, part);
    return count;
}

static void tell_no_line(Stage *stage)
{
    Error error;
    error_set(&error, ERROR_REFUSED, "crisis line",
              "Work at home begins once a crisis line is noted: see \"The practice\" in the "
              "helper's room.");
    stage_notice(stage, &error);
}

/* To whoever stands at the door: nothing of why, which is the helper's to know. */
static void tell_not_today(Stage *stage)
{
    Error error;
    error_set(&error, ERROR_REFUSED, "sitting", "Nothing begins here yet. Please ask your helper.");
    stage_notice(stage, &error);
}

void sitting_begin(Cove *cove, Stage *stage, Id family_id, Id person_id, Setting setting)
{
    const Case *family = record_case(record_of(cove), family_id);
    const Person *person = case_person(family, person_id);
    if (setting == SETTING_HOME && !crisis_lines(record_practice(record_of(cove)), NULL, 0)) {
        tell_no_line(stage);
        return;
    }
    if (person->role == PERSON_CHILD && !child_may_begin(family)) {
        tell_not_today(stage);
        return;
    }
    Id sitting = id_new(&cove->ids);
    Event events[3] = {{.type = EVENT_SITTING_STARTED,
                        .case_id = family_id,
                        .person_id = person_id,
                        .sitting_id = sitting,
                        .setting = setting}};
    char *frozen = NULL;
    size_t count = 1;
    if (!assenting_before(cove, family, person)) {
        count += add_check(cove, family, person, sitting, PART_ARRIVING, events + 1, &frozen);
    }
    if (keep_or_tell(cove, stage, events, count)) {
        sitting_resume(cove, stage, sitting);
    }
    free(frozen);
}

static const Case *family_of(const Cove *cove, const Sitting *sitting, const Person **person)
{
    const Case *family = record_case(record_of(cove), sitting->case_id);
    *person = case_person(family, sitting->person);
    return family;
}

void sitting_arrive(Cove *cove, Stage *stage, Id id)
{
    const Person *person;
    const Case *family = family_of(cove, record_sitting(record_of(cove), id), &person);
    Event events[2];
    char *frozen;
    size_t count = add_check(cove, family, person, id, PART_ARRIVING, events, &frozen);
    if (count == 0 || keep_or_tell(cove, stage, events, count)) {
        sitting_resume(cove, stage, id);
    }
    free(frozen);
}

static bool has_left(const Record *record, const Sitting *sitting)
{
    for (size_t i = 0; i < sitting->play_count; i++) {
        if (record_play(record, sitting->plays[i])->part == PART_LEAVING) {
            return true;
        }
    }
    return false;
}

void sitting_resume(Cove *cove, Stage *stage, Id id)
{
    const Record *record = record_of(cove);
    const Sitting *sitting = record_sitting(record, id);
    const PlayRecord *play = record_play_open(record, sitting);
    if (sitting->ended) {
        stage_clear_to(stage, screen_goodbye(cove, stage, id));
    } else if (play) {
        stage_clear_to(stage, screen_play(cove, stage, play->id));
    } else if (has_left(record, sitting)) {
        stage_clear_to(stage, screen_pebble(cove, stage, id));
    } else if (assenting_now(cove, sitting)) {
        stage_clear_to(stage, screen_assent(cove, stage, id));
    } else {
        stage_clear_to(stage, screen_cove(cove, stage, id));
    }
}

static void tell_missing(Stage *stage, const char *module)
{
    Error error;
    error_set(&error, ERROR_MISSING, module,
              "This activity is not here right now. Nothing is lost. The helper's room says why.");
    stage_notice(stage, &error);
}

/* In the words of this moment; or in those the helper changed, as they were given. Fills in what is
 * kept, and returns how many events. */
static size_t begin_given(const Cove *cove, const Sitter *sitter, const Assignment *given,
                          const Module *module, Event *events, char **frozen)
{
    const Library *library = tongue_library(cove, sitter->person->id);
    bool changed = words_are_changed(cove, &given->digest);
    size_t count = changed ? 0 : cove_freeze(cove, library, module, events, frozen);
    Event *event = &events[count];
    *event = play_started(cove, sitter->family, sitter->person, sitter->sitting->id, module,
                          given->activity, PART_ACTIVITY);
    event->tier = given_tier(sitter->family, given);
    event->assignment_id = given->id;
    if (changed) {
        event->digest = given->digest;
        event->version = given->version;
        words_language(cove, &given->digest, event->language);
    }
    return count + 1;
}

void sitting_play(Cove *cove, Stage *stage, Id sitting_id, Id assignment_id)
{
    const Person *person;
    const Sitting *sitting = record_sitting(record_of(cove), sitting_id);
    const Case *family = family_of(cove, sitting, &person);
    const Assignment *given = case_assignment(family, assignment_id);
    const Module *module = library_module(tongue_library(cove, person->id), given->module);
    const Sitter sitter = {.sitting = sitting, .family = family, .person = person};
    if (!module || !module_activity(module, given->activity) ||
        !sitter_may_play(cove, &sitter, given)) {
        tell_missing(stage, given->module);
        return;
    }
    Event events[2];
    char *frozen = NULL;
    size_t count = begin_given(cove, &sitter, given, module, events, &frozen);
    if (keep_or_tell(cove, stage, events, count)) {
        sitting_resume(cove, stage, sitting_id);
    }
    free(frozen);
}

/* What the person chose in this play to call their people: an event for each of them. */
static size_t add_names(const Cove *cove, const PlayRecord *record, Event *events)
{
    const Sitting *sitting = record_sitting(record_of(cove), record->sitting);
    const Person *person;
    const Case *family = family_of(cove, sitting, &person);
    ReplayedPlay played;
    size_t count = 0;
    if (!played_open(cove, record, PLAYED_ALL, &played, NULL)) {
        return 0;
    }
    Tokens chosen = play_tokens(played.play);
    for (int i = 0; i < chosen.adult_count; i++) {
        const Person *adult = case_adult(family, i);
        const char *word = chosen.adults[i][0] ? chosen.adults[i] : adult->name;
        if (strcmp(word, record->tokens.adults[i]) != 0) {
            Event *event = &events[count++];
            *event = (Event){.type = EVENT_CALLED,
                             .case_id = sitting->case_id,
                             .person_id = person->id,
                             .about_id = adult->id};
            snprintf(event->name, sizeof event->name, "%s", word);
        }
    }
    played_close(&played);
    return count;
}

void sitting_play_over(Cove *cove, Stage *stage, Id play_id, Ending how)
{
    const PlayRecord *record = record_play_by_id(record_of(cove), play_id);
    Id sitting = record->sitting;
    Event events[2 + TOKENS_ADULTS] = {{.type = EVENT_PLAY_ENDED, .play_id = play_id, .how = how}};
    size_t count = 1 + (how == ENDING_FINISHED ? add_names(cove, record, events + 1) : 0);
    count += felt_add(cove, record, events + count);
    if (keep_or_tell(cove, stage, events, count)) {
        sitting_resume(cove, stage, sitting);
    }
}

/* No question about feelings where others look on. */
static void leave_together(Cove *cove, Stage *stage, Id id)
{
    const Record *record = record_of(cove);
    const PlayRecord *open = record_play_open(record, record_sitting(record, id));
    Event event = {.type = EVENT_PLAY_ENDED, .how = ENDING_LEFT};
    if (open) {
        event.play_id = open->id;
    }
    if (!open || keep_or_tell(cove, stage, &event, 1)) {
        stage_clear_to(stage, screen_pebble(cove, stage, id));
    }
}

/* "That's all for today": an open play is left, then the feelings check once more. */
void sitting_leave(Cove *cove, Stage *stage, Id id)
{
    const Sitting *sitting = record_sitting(record_of(cove), id);
    if (assenting_now(cove, sitting)) {
        sitting_end(cove, stage, id, ""); /* nothing is asked of who did not say yes */
        return;
    }
    if (sitting->adult.text[0] && !sitting->ended) {
        leave_together(cove, stage, id);
        return;
    }
    const Person *person;
    const Case *family = family_of(cove, sitting, &person);
    const PlayRecord *open = record_play_open(record_of(cove), sitting);
    Event events[3];
    size_t count = 0;
    char *frozen = NULL;
    if (open) {
        events[count++] =
            (Event){.type = EVENT_PLAY_ENDED, .play_id = open->id, .how = ENDING_LEFT};
        count += felt_add(cove, open, events + count);
    }
    if (!sitting->ended && !has_left(record_of(cove), sitting)) {
        count += add_check(cove, family, person, id, PART_LEAVING, events + count, &frozen);
    }
    if (count == 0 || keep_or_tell(cove, stage, events, count)) {
        sitting_resume(cove, stage, id);
    }
    free(frozen);
}

static void end_sitting(Cove *cove, Stage *stage, Id id, Ending how, const char *pebble)
{
    Event event = {.type = EVENT_SITTING_ENDED, .sitting_id = id, .how = how};
    snprintf(event.picture, sizeof event.picture, "%s", pebble);
    if (keep_or_tell(cove, stage, &event, 1)) {
        stage_clear_to(stage, screen_goodbye(cove, stage, id));
    }
}

void sitting_stop(Cove *cove, Stage *stage, Id id)
{
    if (record_sitting(record_of(cove), id)->adult.text[0]) {
        together_end(cove, stage, id, SEAT_CHILD);
        return;
    }
    end_sitting(cove, stage, id, ENDING_STOPPED, "");
}

void sitting_end(Cove *cove, Stage *stage, Id id, const char *pebble)
{
    end_sitting(cove, stage, id, ENDING_FINISHED, pebble);
}
