/* Sequences a helper can give: ready-made ones, the practice's own, and what somebody has. */
#ifndef SCREEN_SEQUENCING_H
#define SCREEN_SEQUENCING_H

#include "screen/assigning.h"

enum { OWN_SEQUENCES = 60 };

typedef struct SequencedStep {
    char module[ID_MAX], activity[ID_MAX];
} SequencedStep;

typedef struct Sequenced {
    const Sequence *ready; /* NULL: not a ready-made one. Borrowed from the library */
    Id own;                /* of the practice's list; "" for others */
    char name[FACT_BYTES]; /* of an own one */
    bool in_order;
    Setting setting;
    SequencedStep steps[SEQUENCE_STEPS_MAX];
    size_t count;
} Sequenced;

/* `key`: "first-young", the id of an own one, or "" for what the person has. False when there is
 * none such. */
bool sequence_find(const Cove *cove, const GiveWish *wish, const char *key, Sequenced *out);
/* Ids of the practice's own, oldest first; returns how many and fills in at most OWN_SEQUENCES. */
size_t sequences_own(const Cove *cove, Id *out);

/* Keeps what is not in `off` under this name, as another one or in the place of the own one. *own
 * names it then. */
bool sequence_keep(Cove *cove, const Sequenced *sequence, const bool *off, const char *name,
                   Id *own, Error *error);
bool sequence_drop(Cove *cove, Id own, Error *error);

#endif
