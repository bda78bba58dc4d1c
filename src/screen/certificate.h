/* What the certificate of an erasure says, on its page and as a text file. */
#ifndef SCREEN_CERTIFICATE_H
#define SCREEN_CERTIFICATE_H

#include "screen/cove.h"

/* The id of the case or the person in four groups: says nothing about anybody. */
const char *certificate_number(Arena *arena, Id erased);
bool certificate_of_person(const LogEntry *erased); /* else of a whole case */
Id certificate_id(const LogEntry *erased);
/* A text file in paper_folder, never over another one. *path is the caller's to free; an earlier
 * one is freed. */
bool certificate_save(const Cove *cove, const LogEntry *erased, char **path, Error *error);
/* The entry of the log that says it; NULL when this case or person was not erased. */
const LogEntry *certificate_entry(const Record *record, Id erased);

#endif
