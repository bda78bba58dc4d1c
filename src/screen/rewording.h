/* Wordings that the helper changed: kept on the practice's shelf with their frozen words, to be
 * given to anybody of the practice. What was given with one keeps its words for good. */
#ifndef SCREEN_REWORDING_H
#define SCREEN_REWORDING_H

#include "content/reword.h"
#include "screen/cove.h"

enum { OWN_WORDINGS = 60 };

typedef struct OwnWording {
    Id id;
    char name[FACT_BYTES];
    char module[ID_MAX], activity[ID_MAX];
    Tier tier;
    char language[16];
    Digest digest;
} OwnWording;

/* Oldest first; returns how many and fills in at most OWN_WORDINGS. */
size_t wordings_own(const Cove *cove, Id *out);
bool wording_find(const Cove *cove, Id id, OwnWording *out);
/* Keeps the words under this name; *out names the wording. */
bool wording_keep(Cove *cove, const RewordOf *of, const Reworded *changes, size_t count,
                  const char *name, OwnWording *out, Error *error);
bool wording_drop(Cove *cove, Id id, Error *error);

/* The words under this digest were changed by the helper. */
bool words_are_changed(const Cove *cove, const Digest *digest);
/* Opened for the caller to free; NULL when they cannot be read. */
FrozenModule *words_thaw(const Cove *cove, const Digest *digest);
/* Fills in the language of frozen words; what cannot be read leaves it as it is. */
void words_language(const Cove *cove, const Digest *digest, char out[16]);
/* A name of this case that stands in the text; NULL when none does. These words outlive the case,
 * so that names have no place in them. */
const char *name_in_words(const Case *family, const char *text);

#endif
