/* Events: the only thing ever kept. Append-only; everything shown is a fold of them (record.h).
 * One flat struct; which members a type uses stands in the table in event.c, and nothing else is
 * written or accepted. */
#ifndef RECORD_EVENT_H
#define RECORD_EVENT_H

#include "base/whose.h"
#include "content/strings.h"
#include "family/family.h"
#include "family/prefs.h"
#include "family/sign_in.h"
#include "record/log.h"
#include "record/move.h"

typedef enum EventType {
    EVENT_HELPER_NAMED,   /* name */
    EVENT_CASE_OPENED,    /* case, name */
    EVENT_FAMILY_HERE,    /* case ("" = nobody): whose people the door shows today */
    EVENT_PERSON_ADDED,   /* case, person, role, tier, name, picture */
    EVENT_CONTENT_FROZEN, /* digest, module, version, content */
    EVENT_ASSIGNED, /* case, person, assignment, module, version, digest, activity, setting, note */
    EVENT_TAKEN_BACK,      /* case, assignment */
    EVENT_SITTING_STARTED, /* case, person, sitting, setting */
    EVENT_PLAY_STARTED, /* sitting, play, part, assignment, module, version, digest, activity, tier,
                           language, seed, tokens */
    EVENT_MOVE,         /* play, move */
    EVENT_PLAY_ENDED,   /* play, how */
    EVENT_BREAK,        /* sitting, play ("" = in the cove); also after the sitting's end */
    EVENT_NOT_OK,       /* the same */
    EVENT_SITTING_ENDED,  /* sitting, how, picture (pebble, may be "") */
    EVENT_PREFS,          /* person ("" = the helper), prefs: all they have chosen so far */
    EVENT_CALLED,         /* case, person, about (an adult), name: what the person calls them */
    EVENT_CONTACT_JUDGED, /* case, person (a child), about (an adult), contact: by the helper */
    EVENT_JOINED,         /* sitting, about: this adult plays too. The helper said that both were
                           * prepared and is in the room */
    EVENT_JOINT_ENDED,    /* sitting, seat: who ended the time together */
    EVENT_LANGUAGE, /* person ("" = the helper), language: what they read and hear from now on */
    EVENT_NOTED,    /* case ("" = the practice), person, about, item, fact, value, note: facts.h */
    EVENT_SIGN_IN,  /* person, way ("none": taken away), picture (their animal, may be ""), proof */
    EVENT_LOGGED,   /* case, person, by, item, act, what, times: log.h */
    EVENT_ERASED,   /* case, why: it was in this record and is not any more */
    EVENT_PERSON_ERASED, /* case, person, why: the same, of one person of a case */
    EVENT_PICTURED,      /* case, person, picture: what they look like from now on */
    EVENT_COPIED,        /* value (the place): a verified copy of the whole record was put there */
    EVENT_SALVAGED,      /* digest (hash of the damaged record's last entry that was found), content
                          * (what was lost, as store/salvage.h says) */
    EVENT_LEFT,  /* case, person (whom it is about), about (who reads it, may be ""), audience,
                  * note (its parts), form, digest: a file that was saved for others */
    EVENT_ASIDE, /* content (its type, a line break, its members): an event that was salvaged
                  * and cannot follow, because what it was about is lost. Kept, never shown */
    EVENT_TYPE_COUNT
} EventType;

typedef enum PlayPart { PART_ACTIVITY, PART_ARRIVING, PART_LEAVING } PlayPart;
typedef enum Ending { ENDING_OPEN, ENDING_FINISHED, ENDING_STOPPED, ENDING_LEFT } Ending;

typedef struct Event {
    EventType type;
    int64_t sequence; /* given by the store: 1, 2, 3, ... */
    int64_t wall_ms;  /* given by the keeper: the whole minute; of a move, the start of its play.
                       * How fast somebody answers is never recorded. */
    Whose belongs;    /* given by the keeper (record_whose): which key seals it; no member, so never
                       * written */
    Id case_id, person_id, about_id, item_id, assignment_id, sitting_id, play_id;
    PersonRole role;
    Tier tier;
    Setting setting;
    PlayPart part;
    Ending how;
    Contact contact;
    Seat seat;
    LogAct act;
    AccessData what;
    EraseWhy why;
    int version;
    int times;
    uint64_t seed; /* < 2^53 */
    Digest digest;
    char name[PERSON_NAME_BYTES];
    char picture[ID_MAX];
    char module[ID_MAX];
    char activity[ID_MAX];
    char language[16];
    char note[NOTE_BYTES];
    char audience[ID_MAX]; /* for whom something left: "court" */
    char form[ID_MAX];     /* and as what: "pdf" */
    char fact[ID_MAX];
    char value[FACT_BYTES];
    Tokens tokens;
    Move move;
    PrefChoices prefs;
    SignInWay way;
    char proof[SIGN_IN_PROOF];
    const char *content; /* EVENT_CONTENT_FROZEN: frozen module text; borrowed */
} Event;

const char *event_type_name(EventType type); /* "case-opened", ... */
bool event_type_parse(const char *name, EventType *out);

/* Whether every member of its type may be written: ids are ids, text is UTF-8 and ends, ... */
bool event_check(const Event *event, Error *error);
/* The event's own members as one JSON object (type, sequence and time are the store's columns).
 * The event must pass event_check. */
char *event_write_body(const Event *event); /* free() it */
/* Strict: every member of the type and no other. `storage` receives `content` if there is one and
 * is the caller's to free; NULL otherwise. */
bool event_read_body(EventType type, const char *body, size_t size, const char *place, Event *out,
                     char **storage, Error *error);

#endif
