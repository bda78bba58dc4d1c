/* A case: a family in therapy, its people and what they were given to do. Plain values; who keeps
 * them is record/'s business. */
#ifndef FAMILY_FAMILY_H
#define FAMILY_FAMILY_H

#include "base/digest.h"
#include "base/error.h"
#include "base/ids.h"
#include "content/module.h"
#include "content/strings.h"
#include "family/facts.h"

enum { PERSON_NAME_BYTES = TOKENS_NAME, NOTE_BYTES = 512 };

typedef enum PersonRole { PERSON_CHILD, PERSON_ADULT } PersonRole;

typedef struct Person {
    Id id;
    PersonRole role;
    Tier tier;                    /* TIER_AD exactly for adults */
    char name[PERSON_NAME_BYTES]; /* what the family calls them */
    char picture[ID_MAX];         /* "person/child-2", "figure/bcgaed" */
} Person;

typedef struct Assignment {
    Id id;
    Id person;
    char module[ID_MAX];
    char activity[ID_MAX];
    int version;
    Digest digest; /* of the module as it was when assigned: the frozen words */
    Setting setting;
    char note[NOTE_BYTES];
    int64_t at; /* wall ms */
    bool taken_back;
} Assignment;

/* What somebody calls an adult of the family, in their own words. */
typedef struct OwnName {
    Id by, about; /* people of the case */
    char word[PERSON_NAME_BYTES];
} OwnName;

/* What somebody looked like until another picture was chosen. */
typedef struct PictureBefore {
    Id person;
    char picture[ID_MAX];
} PictureBefore;

/* What the helper judged of contact between a child and an adult, and when. The judgement is the
 * helper's alone; without one, contact is closed. */
typedef enum Contact { CONTACT_CLOSED, CONTACT_SAFE } Contact;

typedef struct ContactJudged {
    Id child, adult;
    Contact contact;
    int64_t at; /* wall ms */
} ContactJudged;

/* A file with something of this case that the helper saved for others. */
typedef struct Left {
    Id person, reader; /* whom it is about, "" for the case; who reads it, "" for nobody of it */
    char audience[ID_MAX];  /* "court", "parent", ... */
    char parts[NOTE_BYTES]; /* "people attendance" */
    char form[ID_MAX];      /* "pdf" */
    Digest digest;          /* of the file */
    int64_t at;             /* wall ms */
} Left;

typedef struct Case {
    Id id;
    char name[PERSON_NAME_BYTES]; /* the helper's own word for it */
    Person *people;
    size_t people_count, people_room;
    Assignment *assignments; /* oldest first, taken back ones included */
    size_t assignment_count, assignment_room;
    PictureBefore *pictures; /* oldest first; what they look like now stands in people */
    size_t picture_count, picture_room;
    OwnName *names; /* the last one of two people holds */
    size_t name_count, name_room;
    ContactJudged *contacts; /* oldest first; the last one of a pair holds */
    size_t contact_count, contact_room;
    Facts facts; /* what the helper noted of it and its people */
    Left *left;  /* oldest first */
    size_t left_count, left_room;
    Id *gone; /* people who were erased */
    size_t gone_count, gone_room;
} Case;

void case_clear(Case *family);
const Person *case_person(const Case *family, Id id);         /* NULL when absent */
bool case_is_gone(const Case *family, Id id);                 /* was here, and was erased */
const Assignment *case_assignment(const Case *family, Id id); /* NULL when absent */
const Person *case_adult(const Case *family, int index); /* {adult1} is index 0; NULL when absent */
/* What holds for the pair now; NULL when nothing was judged. */
const ContactJudged *case_contact(const Case *family, Id child, Id adult);
bool case_contact_safe(const Case *family, Id child, Id adult);
/* Tokens for texts shown to `person`: {me}, and the adults of the case in the order they joined, as
 * this person calls them. */
void case_tokens(const Case *family, const Person *person, const char *helper, Tokens *out);

/* Whether this activity may be given to this person of the case in this setting now. The sentence
 * says why not. Rules: tier served; setting allowed by the activity; gate room -> never home; gate
 * contact -> once a safety gate is open; joint -> for a child, once it may play together with an
 * adult of the case: gate.h (blueprint 6.3, 6.8). */
bool assignment_allowed(const Case *family, const Module *module, const Activity *activity,
                        const Person *person, Setting setting, Error *error);

/* Whether what was given for `given` may be played in a sitting held in `sitting`: in the room all
 * that was given for the room or for home, elsewhere only what was given for there (blueprint 6.3).
 */
bool setting_covers(Setting sitting, Setting given);

/* A name as typed: tidied; refused when empty or when it does not fit. */
bool name_accept(const char *typed, char *out, size_t size, Error *error);

#endif
