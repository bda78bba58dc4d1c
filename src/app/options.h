/* What the command line asks for. Knows words and numbers only: nothing is opened here. */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "base/error.h"
#include "ui/theme.h"

typedef enum Command {
    COMMAND_OPEN,
    COMMAND_TOUR,
    COMMAND_CHECK,
    COMMAND_HELP,
    COMMAND_VERSION
} Command;

/* Strings are borrowed from the arguments; NULL where nothing was given. */
typedef struct Options {
    Command command;
    const char *data, *content, *out;
    int width, height;
    const char *speak_log;     /* file for everything that is said */
    const char *speech_helper; /* instead of the one that came with the program */
    float text_scale;
    ThemeName theme;
    bool bench_mark;    /* print a line for every frame shown: for tests/bench */
    const char **paths; /* of `check`; owned */
    size_t path_count;
} Options;

/* Every refusal is ERROR_USAGE and names the argument. */
bool options_read(int count, char *const *arguments, Options *out, Error *error);
void options_clear(Options *options);
void options_help(void); /* prints it */

#endif
