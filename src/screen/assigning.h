/* Giving activities to a person, as events: the content is frozen once per digest, then
 * assigned. */
#ifndef SCREEN_ASSIGNING_H
#define SCREEN_ASSIGNING_H

#include "screen/cove.h"

/* How something is given. */
typedef struct GiveWish {
    Id family, person;
    Setting setting;
    char note[NOTE_BYTES];
    Tier tier; /* whose wording; of the person: as usual */
    bool next; /* for the next time */
    bool aloud;
    bool in_order; /* each is there once the one before was played */
} GiveWish;

/* What is given. */
typedef struct GiveItem {
    const char *module, *activity; /* ids */
    const Digest *words;           /* frozen words that were changed; NULL: the library's */
} GiveItem;

/* Usual: at home for an adult, in the room for a child; the person's own tier. */
GiveWish give_wish(const Cove *cove, Id family, Id person);

/* Whether this can be given now; the sentence says why not. */
bool give_fits(const Cove *cove, const GiveWish *wish, const GiveItem *item, Error *error);
/* Gives what fits, in one batch. *given is how many; 0 with true: nothing fits. They stand one
 * after the other, last among the case's assignments. */
bool give_items(Cove *cove, const GiveWish *wish, const GiveItem *items, size_t count,
                size_t *given, Error *error);
/* Takes back `count` of them, from the `first` on. */
bool give_back(Cove *cove, Id family, size_t first, size_t count, Error *error);

/* One activity (or, with activity NULL, every activity of the module that fits the person and
 * setting). */
bool assign(Cove *cove, Id family, Id person, const Module *module, const Activity *activity,
            Setting setting, const char *note, size_t *given, Error *error);

/* The activity stands assigned (and not taken back) to the person. What is given for playing
 * together and what is given for one alone are two things. */
const Assignment *assigned_already(const Case *family, Id person, const char *module,
                                   const char *activity, Setting setting);

#endif
