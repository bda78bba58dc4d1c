/* pebblecove: reads the command line, runs one command, says in one sentence what went wrong. */
#include "app/commands.h"

#include <stdio.h>

enum { EXIT_FINE, EXIT_FAILED, EXIT_USAGE };

static int complain(const Error *error)
{
    char text[sizeof error->place + sizeof error->sentence + 4];
    fprintf(stderr, "pebblecove: %s\n", error_text(error, text, sizeof text));
    return error->code == ERROR_USAGE ? EXIT_USAGE : EXIT_FAILED;
}

static bool cmd_help(const Options *options, Error *error)
{
    (void)options;
    (void)error;
    options_help();
    return true;
}

static bool cmd_version(const Options *options, Error *error)
{
    (void)options;
    (void)error;
    printf("pebblecove %s\n", COVE_VERSION);
    return true;
}

static bool (*const commands[])(const Options *options, Error *error) = {
    [COMMAND_OPEN] = cmd_open,       [COMMAND_TOUR] = cmd_tour,
    [COMMAND_CHECK] = cmd_check,     [COMMAND_NEW_MODULE] = cmd_new_module,
    [COMMAND_PREVIEW] = cmd_preview, [COMMAND_BACKUP] = cmd_backup,
    [COMMAND_RESTORE] = cmd_restore, [COMMAND_DOCTOR] = cmd_doctor,
    [COMMAND_HELP] = cmd_help,       [COMMAND_VERSION] = cmd_version,
};

int main(int count, char **arguments)
{
    Options options;
    Error error = {0};
    if (!options_read(count, arguments, &options, &error)) {
        return complain(&error);
    }
    bool done = commands[options.command](&options, &error);
    options_clear(&options);
    return done ? EXIT_FINE : complain(&error);
}
