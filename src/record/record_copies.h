/* What the record knows about its own copies, and about what was lost of it. */
#ifndef RECORD_RECORD_COPIES_H
#define RECORD_RECORD_COPIES_H

#include "record/record.h"

typedef struct Copy {
    char *place; /* folder */
    int64_t at;  /* wall ms, whole minutes */
} Copy;

/* One salvage: what store/salvage.h says. */
typedef struct Salvage {
    char *told;
    int64_t at;
} Salvage;

/* All copies of the whole record that the program ever made, oldest first, also those that are gone
 * by now: who erases a case must tell where it may still stand. */
size_t record_copy_count(const Record *record);
const Copy *record_copy_at(const Record *record, size_t index);
size_t record_salvage_count(const Record *record);
const Salvage *record_salvage_at(const Record *record, size_t index);

#endif
