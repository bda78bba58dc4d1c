/* The kinds of values an event's members have: how each is written, read and checked. Private to
 * record/; which event has which members stands in event.c. */
#ifndef RECORD_EVENT_VALUE_H
#define RECORD_EVENT_VALUE_H

#include "base/error.h"
#include "base/json.h"

typedef struct Member Member;

/* `at` points to the member in the Event. */
typedef struct ValueKind {
    const char *what; /* for "... is not <what>" */
    /* Only what fits may be written. */
    void (*write)(const Member *member, const void *at, Json *object);
    /* Fills in what has the right type; whether it fits is asked afterwards. May say in *error
     * what is wrong. */
    bool (*read)(const Member *member, const Json *json, void *at, Error *error);
    bool (*fits)(const Member *member, const void *at);
    bool may_be_empty;
    const char *(*word)(int value); /* of an enum: NULL when there is no such value */
} ValueKind;

struct Member {
    const char *key; /* NULL ends a list */
    const ValueKind *kind;
    size_t offset, size;
};

extern const ValueKind value_id, value_id_or_none, value_name, value_note, value_code,
    value_code_or_none, value_proof, value_digest, value_version, value_seed, value_tokens,
    value_move, value_prefs;
extern const ValueKind value_content; /* read: borrowed from the JSON */
/* event_word.c */
extern const ValueKind value_role, value_tier, value_setting, value_part, value_how, value_contact,
    value_seat, value_way, value_act, value_data, value_why;

#endif
