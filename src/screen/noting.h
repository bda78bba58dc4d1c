/* Facts in words, and noting them: shared by the pages of the case file. */
#ifndef SCREEN_NOTING_H
#define SCREEN_NOTING_H

#include "screen/screen.h"

/* "What holds": of one field in words (a choice by its word, an empty one as NULL), in the
 * arena. */
const char *fact_words(const Screen *screen, Tree *tree, const Facts *facts, const FactField *field,
                       const FactSubject *subject);
/* All fields of the group that hold, joined; NULL when nothing does. */
const char *fact_group_words(const Screen *screen, Tree *tree, const Facts *facts,
                             const FactGroup *group, const FactSubject *subject);
/* What the gate of this adult still lacks, in words, one below the other; NULL when nothing. */
const char *gate_lacks_words(const Screen *screen, Tree *tree, unsigned lacks);

/* The facts the group stands in: of the case, or of the practice. */
const Facts *facts_about(const Cove *cove, Id family);

/* Keeps every value that differs from what holds, in one batch. ERROR_REFUSED with a sentence when
 * a value does not fit, a reason is missing, or the gate would open while something is lacking.
 * `values` are in the order of the group's fields. */
bool note_facts(Cove *cove, Id family, const FactGroup *group, const FactSubject *subject,
                char (*values)[FACT_BYTES], const char *reason, Error *error);
/* Whether keeping them would change anything. */
bool note_would_change(const Cove *cove, Id family, const FactGroup *group,
                       const FactSubject *subject, char (*values)[FACT_BYTES]);
/* One value alone. */
bool note_fact(Cove *cove, Id family, const char *field, const FactSubject *subject,
               const char *value, const char *reason, Error *error);

#endif
