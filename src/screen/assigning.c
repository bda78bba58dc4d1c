#include "screen/assigning.h"

#include "screen/may.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const Assignment *assigned_already(const Case *family, Id person, const char *module,
                                   const char *activity, Setting setting)
{
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *one = &family->assignments[i];
        if (id_same(one->person, person) && !one->taken_back &&
            (one->setting == SETTING_JOINT) == (setting == SETTING_JOINT) &&
            strcmp(one->module, module) == 0 && strcmp(one->activity, activity) == 0) {
            return one;
        }
    }
    return NULL;
}

static const Case *family_of(const Cove *cove, const GiveWish *wish)
{
    return record_case(keeper_record(cove->keeper), wish->family);
}

GiveWish give_wish(const Cove *cove, Id family, Id person)
{
    GiveWish wish = {.family = family, .person = person};
    const Person *found = case_person(family_of(cove, &wish), person);
    wish.tier = found->tier;
    wish.setting = found->role == PERSON_ADULT ? SETTING_HOME : SETTING_ROOM;
    return wish;
}

/* ---- what fits ---- */

static bool refuse_missing(const char *place, const char *sentence, Error *error)
{
    return error_set(error, ERROR_MISSING, place, "%s", sentence);
}

static bool may_give(const Cove *cove, const GiveWish *wish, Error *error)
{
    const Case *family = family_of(cove, wish);
    return (family && case_person(family, wish->person) &&
            helper_may(family, ACCESS_GIVEN, ACCESS_WRITE)) ||
           refuse_missing("assign", "This person is not part of the case.", error);
}

bool give_fits(const Cove *cove, const GiveWish *wish, const GiveItem *item, Error *error)
{
    const Module *module = library_module(cove->library, item->module);
    const Activity *activity = module ? module_activity(module, item->activity) : NULL;
    const Case *family = family_of(cove, wish);
    if (!activity || !library_module(tongue_library(cove, wish->person), item->module)) {
        return refuse_missing(item->module,
                              "This activity is not here, or not in the person's "
                              "language.",
                              error);
    }
    Person reader = *case_person(family, wish->person);
    reader.tier = wish->tier;
    if (!assignment_allowed(family, module, activity, &reader, wish->setting, error)) {
        return false;
    }
    return !assigned_already(family, wish->person, item->module, item->activity, wish->setting) ||
           error_set(error, ERROR_REFUSED, item->activity, "%s was given before.", activity->code);
}

/* ---- the events ---- */

/* What is to be kept in one go. */
typedef struct Batch {
    Cove *cove;
    const GiveWish *wish;
    Event *events;
    char **frozen; /* one for each item at most */
    size_t count, frozen_count, given;
    Id last; /* given before */
} Batch;

enum { EVENTS_EACH = 6 }; /* the words, the assignment, four facts about it */

static bool is_frozen(const Batch *batch, const Digest *digest)
{
    for (size_t i = 0; i < batch->count; i++) {
        if (batch->events[i].type == EVENT_CONTENT_FROZEN &&
            strcmp(batch->events[i].digest.text, digest->text) == 0) {
            return true;
        }
    }
    return false;
}

static void add_words(Batch *batch, const Library *library, const Module *module)
{
    const Digest digest = library_digest(library, module);
    if (!is_frozen(batch, &digest) &&
        cove_freeze(batch->cove, library, module, &batch->events[batch->count],
                    &batch->frozen[batch->frozen_count])) {
        batch->count++;
        batch->frozen_count++;
    }
}

static void add_wish(Batch *batch, Id given, const char *field, const char *value)
{
    Event *event = &batch->events[batch->count];
    if (value[0] == '\0') {
        return;
    }
    *event = (Event){.type = EVENT_NOTED,
                     .case_id = batch->wish->family,
                     .person_id = batch->wish->person,
                     .item_id = given};
    snprintf(event->fact, sizeof event->fact, "%s", field);
    snprintf(event->value, sizeof event->value, "%s", value);
    batch->count++;
}

static void add_wishes(Batch *batch, Id given)
{
    const GiveWish *wish = batch->wish;
    Tier own = case_person(family_of(batch->cove, wish), wish->person)->tier;
    add_wish(batch, given, "given.by", wish->next ? "next" : "");
    add_wish(batch, given, "given.reading", wish->aloud ? "aloud" : "");
    add_wish(batch, given, "given.tier", wish->tier != own ? tier_limits(wish->tier)->id : "");
    add_wish(batch, given, "given.after", wish->in_order ? batch->last.text : "");
    batch->last = given;
}

/* Named are the words the person will read: those of their language, or those that were changed. */
static void add_assigned(Batch *batch, const GiveItem *item, const Library *library,
                         const Module *own)
{
    const GiveWish *wish = batch->wish;
    Event *event = &batch->events[batch->count++];
    *event = (Event){.type = EVENT_ASSIGNED,
                     .case_id = wish->family,
                     .person_id = wish->person,
                     .assignment_id = id_new(&batch->cove->ids),
                     .digest = item->words ? *item->words : library_digest(library, own),
                     .version = own->version,
                     .setting = wish->setting};
    snprintf(event->module, sizeof event->module, "%s", item->module);
    snprintf(event->activity, sizeof event->activity, "%s", item->activity);
    text_tidy(wish->note, event->note, sizeof event->note);
    batch->given++;
    add_wishes(batch, event->assignment_id);
}

static void add_item(Batch *batch, const GiveItem *item)
{
    const Library *library = tongue_library(batch->cove, batch->wish->person);
    const Module *own = library_module(library, item->module);
    if (!item->words) {
        add_words(batch, library, own);
    }
    add_assigned(batch, item, library, own);
}

static bool keep(Batch *batch, size_t *given, Error *error)
{
    bool kept = batch->given == 0 || cove_keep(batch->cove, batch->events, batch->count, error);
    for (size_t i = 0; i < batch->frozen_count; i++) {
        free(batch->frozen[i]);
    }
    free(batch->frozen);
    memory_forget(batch->events);
    if (kept) {
        *given = batch->given;
    }
    return kept;
}

bool give_items(Cove *cove, const GiveWish *wish, const GiveItem *items, size_t count,
                size_t *given, Error *error)
{
    if (!may_give(cove, wish, error)) {
        return false;
    }
    Batch batch = {.cove = cove,
                   .wish = wish,
                   .events = memory_new(count * EVENTS_EACH + 1, sizeof(Event)),
                   .frozen = memory_new(count + 1, sizeof(char *))};
    for (size_t i = 0; i < count; i++) {
        if (give_fits(cove, wish, &items[i], NULL)) {
            add_item(&batch, &items[i]);
        }
    }
    return keep(&batch, given, error);
}

bool give_back(Cove *cove, Id family_id, size_t first, size_t count, Error *error)
{
    Event *events = memory_new(count + 1, sizeof *events);
    const Case *family = record_case(keeper_record(cove->keeper), family_id);
    for (size_t i = 0; i < count; i++) {
        events[i] = (Event){.type = EVENT_TAKEN_BACK,
                            .case_id = family_id,
                            .assignment_id = family->assignments[first + i].id};
    }
    bool kept = count == 0 || cove_keep(cove, events, count, error);
    free(events);
    return kept;
}

bool assign(Cove *cove, Id family, Id person, const Module *module, const Activity *activity,
            Setting setting, const char *note, size_t *given, Error *error)
{
    GiveWish wish = {.family = family, .person = person};
    if (!may_give(cove, &wish, error)) {
        return false;
    }
    wish = give_wish(cove, family, person);
    wish.setting = setting;
    snprintf(wish.note, sizeof wish.note, "%s", note);
    GiveItem *items = memory_new(module->activities.count + 1, sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < module->activities.count; i++) {
        const Activity *one = &((const Activity *)module->activities.items)[i];
        if (!activity || one == activity) {
            items[count++] = (GiveItem){module->id, one->id, NULL};
        }
    }
    bool kept = (!activity ||
                 assignment_allowed(family_of(cove, &wish), module, activity,
                                    case_person(family_of(cove, &wish), person), setting, error)) &&
                give_items(cove, &wish, items, count, given, error);
    free(items);
    return kept;
}
