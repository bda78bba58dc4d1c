/* Made-up events for tests: a source of random ones that can follow a record, always the same for
 * the same seed; and one family whose story is told by hand. */
#ifndef TESTS_RECORD_STORY_H
#define TESTS_RECORD_STORY_H

#include "record/record.h"

enum { STORY_MODULES = 4 };

typedef struct Story {
    uint64_t chance;
    IdSource ids;              /* draws from `chance` */
    int frozen[STORY_MODULES]; /* how many versions of each module were frozen */
    char content[256];         /* of the content-frozen event made last */
} Story;

void story_init(Story *story, uint64_t seed);
/* An event that can follow `record`. */
void story_next(Story *story, const Record *record, Event *out);

void put_text(char *to, size_t size, const char *text);
#define PUT(member, text) put_text((member), sizeof(member), (text))

Digest story_digest(int module, int version);
const char *story_module(int module);

/* Events of a fixed family, for tests that need exact ones. `index` tells people, plays, ... apart.
 */
Id story_id(char kind, int index);
Event story_case(int family);
Event story_person(int family, int person, Tier tier);
Event story_frozen(int module, int version, const char *content);
Event story_assigned(int family, int person, int assignment, Setting setting);
Event story_sitting(int family, int person, int sitting, Setting setting);
Event story_play(int sitting, int play, int assignment, Tier tier); /* assignment 0: arriving */
Event story_move(int play, const char *verb, const char *item);
Event story_play_ended(int play, Ending how);
Event story_prefs(int person, const char *field, int value); /* person 0: the helper */
Event story_sitting_ended(int sitting, Ending how, const char *pebble);

#endif
