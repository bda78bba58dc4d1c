/* A ready-made sequence: activities of several modules that go well one after the other, for one
 * kind of person and occasion. Its words (name, aim, pacing) are the program's own:
 * "ui.sequence.<id>", ".aim", ".pace". Any step may be left out, and none has a date. */
#ifndef CONTENT_SEQUENCE_H
#define CONTENT_SEQUENCE_H

#include "content/shape.h"

typedef enum SequenceOrder { SEQUENCE_FREE, SEQUENCE_FIXED } SequenceOrder;
typedef enum SequenceGate {
    SEQUENCE_OPEN,   /* nothing in it waits for the safety gate */
    SEQUENCE_CONTACT /* all of it is about contact, or played together */
} SequenceGate;

typedef struct SequenceStep {
    const char *module, *activity;
} SequenceStep;

enum { SEQUENCE_FORMAT = 1, SEQUENCE_STEPS_MAX = 24 };

typedef struct Sequence {
    int format;
    const char *id; /* also its file's name */
    TierSet tiers;  /* each step serves all of them */
    int order;      /* SequenceOrder */
    int setting;    /* Setting: where the steps are done */
    int gate;       /* SequenceGate */
    List steps;     /* SequenceStep */
} Sequence;

extern const Shape sequence_shape;

/* NULL when there was an error; every fault is added. */
Sequence *sequence_read(const char *bytes, size_t size, const char *file, Arena *arena,
                        Faults *faults);

/* All of a content folder that can be read, in the order of their ids. */
typedef struct SequenceSet SequenceSet;
SequenceSet *sequence_set_new(const char *content);
void sequence_set_free(SequenceSet *set); /* NULL allowed */
size_t sequence_set_count(const SequenceSet *set);
const Sequence *sequence_set_at(const SequenceSet *set, size_t index);

#endif
