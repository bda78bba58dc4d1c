/* The table of options. Private to options.c and options_known.c. */
#ifndef APP_OPTIONS_KNOWN_H
#define APP_OPTIONS_KNOWN_H

#include "app/options.h"

#include <stddef.h>

/* `member` is the one of the options that the table names. */
typedef bool Take(Options *options, void *member, const char *value, Error *error);

typedef struct Option {
    const char *name;
    const char *value; /* what stands for it in the help; NULL: takes none */
    unsigned commands;
    Take *take;
    size_t member;    /* offset in Options, for takers that take nothing but it */
    const char *help; /* NULL: not shown */
} Option;

const Option *options_known(size_t *count);

#endif
