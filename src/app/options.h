/* What the command line asks for. Knows words and numbers only: nothing is opened here. */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "base/error.h"
#include "ui/theme.h"

typedef enum ScreenReader { SCREEN_READER_AUTO, SCREEN_READER_ON, SCREEN_READER_OFF } ScreenReader;

typedef enum Command {
    COMMAND_OPEN,
    COMMAND_TOUR,
    COMMAND_CHECK,
    COMMAND_NEW_MODULE,
    COMMAND_PREVIEW,
    COMMAND_BACKUP,
    COMMAND_RESTORE,
    COMMAND_DOCTOR,
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
    ScreenReader screen_reader;
    float text_scale;
    ThemeName theme;
    const char *language; /* tag */
    bool bench_mark;      /* print a line for every frame shown: for tests/bench */
    const char **paths;   /* of `check`; the name of `new-module`; MODULE/ACTIVITY; owned */
    size_t path_count;
    const char **kinds; /* of `new-module`; owned */
    size_t kind_count;
    const char *in;            /* of `new-module`: the folder it is made in */
    const char *tier;          /* of `preview`: "t2" */
    bool json, strict;         /* of `check`; json also of `doctor` */
    bool yes;                  /* of `restore`: do it */
    const char *passphrase_fd; /* of `doctor`: number of an open file to read it from */
    const char *explain;       /* of `check`: a rule to explain; NULL: none */
} Options;

/* Every refusal is ERROR_USAGE and names the argument. */
bool options_read(int count, char *const *arguments, Options *out, Error *error);
void options_clear(Options *options);
void options_help(void); /* prints it */

#endif
