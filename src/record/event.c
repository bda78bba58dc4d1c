/* Events as JSON. One table says which members each type has; it drives checking, writing and
 * strict reading alike. */
#include "record/event.h"

#include "base/memory.h"
#include "record/event_value.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define MEMBER(key, kind, member)                                                                  \
    {                                                                                              \
        (key), &value_##kind, offsetof(Event, member), sizeof((Event *)NULL)->member               \
    }

enum { MEMBERS_MAX = 13 };

static const struct {
    const char *name;
    Member members[MEMBERS_MAX];
} types[EVENT_TYPE_COUNT] = {
    [EVENT_HELPER_NAMED] = {"helper-named", {MEMBER("name", name, name)}},
    [EVENT_CASE_OPENED] = {"case-opened",
                           {MEMBER("case", id, case_id), MEMBER("name", name, name)}},
    [EVENT_FAMILY_HERE] = {"family-here", {MEMBER("case", id_or_none, case_id)}},
    [EVENT_PERSON_ADDED] = {"person-added",
                            {MEMBER("case", id, case_id), MEMBER("person", id, person_id),
                             MEMBER("role", role, role), MEMBER("tier", tier, tier),
                             MEMBER("name", name, name), MEMBER("picture", code_or_none, picture)}},
    [EVENT_CONTENT_FROZEN] = {"content-frozen",
                              {MEMBER("digest", digest, digest), MEMBER("module", code, module),
                               MEMBER("version", version, version),
                               MEMBER("content", content, content)}},
    [EVENT_ASSIGNED] = {"assigned",
                        {MEMBER("case", id, case_id), MEMBER("person", id, person_id),
                         MEMBER("assignment", id, assignment_id), MEMBER("module", code, module),
                         MEMBER("version", version, version), MEMBER("digest", digest, digest),
                         MEMBER("activity", code, activity), MEMBER("setting", setting, setting),
                         MEMBER("note", note, note)}},
    [EVENT_TAKEN_BACK] = {"taken-back",
                          {MEMBER("case", id, case_id), MEMBER("assignment", id, assignment_id)}},
    [EVENT_SITTING_STARTED] = {"sitting-started",
                               {MEMBER("case", id, case_id), MEMBER("person", id, person_id),
                                MEMBER("sitting", id, sitting_id),
                                MEMBER("setting", setting, setting)}},
    [EVENT_PLAY_STARTED] = {"play-started",
                            {MEMBER("sitting", id, sitting_id), MEMBER("play", id, play_id),
                             MEMBER("part", part, part),
                             MEMBER("assignment", id_or_none, assignment_id),
                             MEMBER("module", code, module), MEMBER("version", version, version),
                             MEMBER("digest", digest, digest), MEMBER("activity", code, activity),
                             MEMBER("tier", tier, tier), MEMBER("language", code, language),
                             MEMBER("seed", seed, seed), MEMBER("tokens", tokens, tokens)}},
    [EVENT_MOVE] = {"move", {MEMBER("play", id, play_id), MEMBER("move", move, move)}},
    [EVENT_PLAY_ENDED] = {"play-ended", {MEMBER("play", id, play_id), MEMBER("how", how, how)}},
    [EVENT_BREAK] = {"break",
                     {MEMBER("sitting", id, sitting_id), MEMBER("play", id_or_none, play_id)}},
    [EVENT_NOT_OK] = {"not-ok",
                      {MEMBER("sitting", id, sitting_id), MEMBER("play", id_or_none, play_id)}},
    [EVENT_SITTING_ENDED] = {"sitting-ended",
                             {MEMBER("sitting", id, sitting_id), MEMBER("how", how, how),
                              MEMBER("picture", code_or_none, picture)}},
    [EVENT_PREFS] = {"prefs",
                     {MEMBER("person", id_or_none, person_id), MEMBER("prefs", prefs, prefs)}},
    [EVENT_CALLED] = {"called",
                      {MEMBER("case", id, case_id), MEMBER("person", id, person_id),
                       MEMBER("about", id, about_id), MEMBER("name", name, name)}},
    [EVENT_CONTACT_JUDGED] = {"contact-judged",
                              {MEMBER("case", id, case_id), MEMBER("person", id, person_id),
                               MEMBER("about", id, about_id), MEMBER("contact", contact, contact)}},
    [EVENT_JOINED] = {"joined", {MEMBER("sitting", id, sitting_id), MEMBER("about", id, about_id)}},
    [EVENT_JOINT_ENDED] = {"joint-ended",
                           {MEMBER("sitting", id, sitting_id), MEMBER("seat", seat, seat)}},
    [EVENT_LANGUAGE] = {"language",
                        {MEMBER("person", id_or_none, person_id),
                         MEMBER("language", code, language)}},
    [EVENT_NOTED] = {"noted",
                     {MEMBER("case", id_or_none, case_id), MEMBER("person", id_or_none, person_id),
                      MEMBER("about", id_or_none, about_id), MEMBER("item", id_or_none, item_id),
                      MEMBER("fact", code, fact), MEMBER("value", note, value),
                      MEMBER("note", note, note)}},
    [EVENT_SIGN_IN] = {"sign-in",
                       {MEMBER("person", id, person_id), MEMBER("way", way, way),
                        MEMBER("picture", code_or_none, picture), MEMBER("proof", proof, proof)}},
    [EVENT_LOGGED] = {"logged",
                      {MEMBER("case", id_or_none, case_id), MEMBER("person", id_or_none, person_id),
                       MEMBER("by", id_or_none, about_id), MEMBER("item", id_or_none, item_id),
                       MEMBER("act", act, act), MEMBER("what", data, what),
                       MEMBER("times", version, times)}},
    [EVENT_ERASED] = {"erased", {MEMBER("case", id, case_id), MEMBER("why", why, why)}},
    [EVENT_PERSON_ERASED] = {"person-erased",
                             {MEMBER("case", id, case_id), MEMBER("person", id, person_id),
                              MEMBER("why", why, why)}},
    [EVENT_PICTURED] = {"pictured",
                        {MEMBER("case", id, case_id), MEMBER("person", id, person_id),
                         MEMBER("picture", code, picture)}},
    [EVENT_COPIED] = {"copied", {MEMBER("value", note, value)}},
    [EVENT_SALVAGED] = {"salvaged",
                        {MEMBER("digest", digest, digest), MEMBER("content", content, content)}},
    [EVENT_LEFT] = {"left",
                    {MEMBER("case", id, case_id), MEMBER("person", id_or_none, person_id),
                     MEMBER("about", id_or_none, about_id), MEMBER("audience", code, audience),
                     MEMBER("parts", note, note), MEMBER("form", code, form),
                     MEMBER("digest", digest, digest)}},
    [EVENT_ASIDE] = {"aside", {MEMBER("content", content, content)}},
};

const char *event_type_name(EventType type)
{
    assert(type < EVENT_TYPE_COUNT);
    return types[type].name;
}

bool event_type_parse(const char *name, EventType *out)
{
    for (int type = 0; type < EVENT_TYPE_COUNT; type++) {
        if (types[type].name[0] == name[0] && strcmp(types[type].name, name) == 0) {
            *out = (EventType)type;
            return true;
        }
    }
    return false;
}

static const Member *members_of(EventType type)
{
    assert(type < EVENT_TYPE_COUNT);
    return types[type].members;
}

static const void *value_of(const Event *event, const Member *member)
{
    return (const char *)event + member->offset;
}

/* ---- writing ---- */

bool event_check(const Event *event, Error *error)
{
    for (const Member *member = members_of(event->type); member->key; member++) {
        if (!member->kind->fits(member, value_of(event, member))) {
            return error_set(error, ERROR_REFUSED, event_type_name(event->type),
                             "This cannot be kept: its \"%s\" is not %s.", member->key,
                             member->kind->what);
        }
    }
    return true;
}

char *event_write_body(const Event *event)
{
    assert(event_check(event, NULL));
    Json *object = json_object_new();
    for (const Member *member = members_of(event->type); member->key; member++) {
        member->kind->write(member, value_of(event, member), object);
    }
    char *body = json_print(object, false);
    json_free(object);
    return body;
}

/* ---- reading ---- */

static bool refuse(Error *error, const char *place, const char *key, const char *fault,
                   const char *what)
{
    return error_set(error, ERROR_DAMAGED, place,
                     "This event is damaged: \"%s\" %s%s. Put back a copy of the record.", key,
                     fault, what);
}

static bool read_member(const Member *member, const Json *json, const char *place, Event *event,
                        Error *error)
{
    void *at = (char *)event + member->offset;
    Error detail = {0};
    if (member->kind->read(member, json, at, &detail) && member->kind->fits(member, at)) {
        return true;
    }
    return detail.code ? error_set(error, detail.code, place, "%s", detail.sentence)
                       : refuse(error, place, member->key, "is not ", member->kind->what);
}

/* Written by us, members stand in the order of the table: then the next one is it. */
static const Json *find_member(const Member *member, const Json *object, const Json **next)
{
    const Json *json = *next;
    if (!json || strcmp(json_key(json), member->key) != 0) {
        json = json_get(object, member->key);
    }
    *next = json ? json_next(json) : NULL;
    return json;
}

static bool is_known(EventType type, const char *key)
{
    for (const Member *member = members_of(type); member->key; member++) {
        if (strcmp(member->key, key) == 0) {
            return true;
        }
    }
    return false;
}

/* All members were found, and no key stands twice (json.h): so counting says whether there are
 * others. */
static bool no_others(EventType type, const Json *object, const char *place, Error *error)
{
    size_t members = 0;
    while (members_of(type)[members].key) {
        members++;
    }
    if (json_count(object) == members) {
        return true;
    }
    for (const Json *json = json_first(object); json; json = json_next(json)) {
        if (!is_known(type, json_key(json))) {
            return refuse(error, place, json_key(json), "is no member of ", event_type_name(type));
        }
    }
    return true;
}

static bool read_object(EventType type, const Json *object, const char *place, Event *event,
                        Error *error)
{
    if (json_type(object) != JSON_OBJECT) {
        return error_set(error, ERROR_DAMAGED, place,
                         "This event is damaged: it is %s and not an object. Put back a copy of "
                         "the record.",
                         json_type_name(json_type(object)));
    }
    const Json *next = json_first(object);
    for (const Member *member = members_of(type); member->key; member++) {
        const Json *json = find_member(member, object, &next);
        if (!json) {
            return refuse(error, place, member->key, "is missing", "");
        }
        if (!read_member(member, json, place, event, error)) {
            return false;
        }
    }
    return no_others(type, object, place, error);
}

bool event_read_body(EventType type, const char *body, size_t size, const char *place, Event *out,
                     char **storage, Error *error)
{
    Json *object;
    if (!json_parse(body, size, place, &object, error)) {
        return false;
    }
    Event event = {.type = type};
    bool read = read_object(type, object, place, &event, error);
    if (read) {
        *storage = event.content ? memory_copy_string(event.content) : NULL;
        event.content = *storage;
        *out = event;
    }
    json_free(object);
    return read;
}
