/* One run of the checker: what its files know while it goes through folders. Private to check.c,
 * check_tables.c and check_sequences.c. */
#ifndef CONTENT_CHECK_RUN_H
#define CONTENT_CHECK_RUN_H

#include "content/check_inside.h"

typedef struct Checker {
    const char *shipped; /* content that came with the program; NULL: none */
    const char *home;    /* the one of both that has word rules, words of the program, pictures */
    const char *content; /* the folder of all modules */
    const KindContent *const *kinds;
    Faults *faults;
    Lint *lint; /* NULL: none found */
    Pictures shared;
    bool shared_there;
} Checker;

/* What is checked with each of its tables; `module` is NULL for the program's own words. */
typedef struct Subject {
    const char *folder;
    const char *file;
    Module *module;
    bool whole; /* the module has no errors */
} Subject;

/* Checks all tables of the subject's folder. English must be there: others fall back to it. */
void check_tables(Checker *checker, const Subject *subject);

/* The ready-made sequences of the content folder, where it has some. */
void check_sequences(Checker *checker);

/* NULL when a fault was added. The file's name must be its language's. */
Strings *check_read_table(const char *file, Faults *faults);

#endif
