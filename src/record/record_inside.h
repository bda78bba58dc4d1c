/* What the record is made of. Private to record/: record.c gives it out, record_rules.c says what
 * may follow, the folds (fold.h) change it. */
#ifndef RECORD_RECORD_INSIDE_H
#define RECORD_RECORD_INSIDE_H

#include "base/text.h"
#include "record/id_index.h"
#include "record/record_copies.h"
#include "record/record.h"

#include <stdint.h>

typedef struct HelperName {
    char text[PERSON_NAME_BYTES];
} HelperName;

typedef struct Frozen {
    Digest digest;
    char module[ID_MAX];
    int version;
    char *text;
} Frozen;

typedef struct PersonPrefs {
    Id person; /* "" for the helper */
    PrefChoices choices;
} PersonPrefs;

typedef struct PersonLanguage {
    Id person; /* "" for the helper */
    char language[16];
} PersonLanguage;

#define NOBODY_HERE SIZE_MAX

/* Lists only grow, except that the newest change can be taken back. */
struct Record {
    const Record
        *whole; /* of a part (record_part.c): where frozen words are looked up too; else NULL */
    HelperName *helpers; /* the last one holds */
    size_t helper_count, helper_room;
    Case *cases;
    size_t case_count, case_room;
    size_t *here; /* indices of cases or NOBODY_HERE; the last one holds */
    size_t here_count, here_room;
    Sitting *sittings; /* only the last one can be open */
    size_t sitting_count, sitting_room;
    PlayRecord *plays; /* only the last one can be open */
    size_t play_count, play_room;
    Frozen *frozen;
    size_t frozen_count, frozen_room;
    PersonPrefs *prefs; /* the last one of a person holds */
    size_t prefs_count, prefs_room;
    PersonLanguage *languages; /* the same */
    size_t language_count, language_room;
    Facts practice;   /* facts of no case */
    SignIn *sign_ins; /* the same */
    size_t sign_in_count, sign_in_room;
    LogEntry *log;
    size_t log_count, log_room;
    Copy *copies; /* all that were ever made, oldest first */
    size_t copy_count, copy_room;
    Salvage *salvages;
    size_t salvage_count, salvage_room;
    size_t asides; /* how many there are */
    Id *gone;      /* people of whom a key ring says that they were erased */
    size_t gone_count, gone_room;
    IdIndex ids;
};

/* NULL when the id is unknown or that of something else. */
const IdPlace *record_place(const Record *record, Id id, IdKind kind);
const Frozen *record_frozen(const Record *record, const Digest *digest);
/* The rule for EVENT_NOTED, as record_objection. */
const char *record_not_noted(const Record *record, const Event *event);
/* The rule for EVENT_LOGGED; and what every event, once applied or taken back, does to the log. */
const char *record_not_logged(const Record *record, const Event *event);
void record_log(Record *record, const Event *event);
void record_unlog(Record *record, const Event *event);
/* record_copies.c */
void record_free_copies(Record *record);
void record_dump_copies(const Record *record, Text *out);
/* Why the event cannot follow, as the end of a sentence; NULL when it can. */
const char *record_objection(const Record *record, const Event *event);

#endif
