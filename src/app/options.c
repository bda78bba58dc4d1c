/* Reading the command line by the table of options (options_known.h). */
#include "app/options_known.h"

#include "app/first.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct Line {
    char *const *arguments;
    int count, at;
} Line;

/* `argument` is "--name" or "--name=value"; *value is what follows "=", or NULL. */
static const Option *find_option(const char *argument, const char **value)
{
    size_t count;
    const Option *known = options_known(&count);
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(known[i].name);
        if (strncmp(argument, known[i].name, length) == 0 &&
            (argument[length] == '\0' || argument[length] == '=')) {
            *value = argument[length] == '=' ? argument + length + 1 : NULL;
            return &known[i];
        }
    }
    return NULL;
}

static bool find_value(Line *line, const Option *option, const char **value, Error *error)
{
    if (!option->value) {
        return !*value ||
               error_set(error, ERROR_USAGE, option->name, "This option takes no value.");
    }
    if (!*value && line->at + 1 < line->count) {
        *value = line->arguments[++line->at];
    }
    if (!*value || !**value || text_starts(*value, "--")) {
        return error_set(error, ERROR_USAGE, option->name, "A value is missing: give %s %s.",
                         option->name, option->value);
    }
    return true;
}

static bool read_option(Line *line, Options *options, Error *error)
{
    const char *argument = line->arguments[line->at], *value;
    const Option *option = find_option(argument, &value);
    if (!option) {
        return error_set(error, ERROR_USAGE, argument,
                         "There is no such option: see pebblecove --help.");
    }
    if (!(option->commands & 1u << options->command)) {
        return error_set(error, ERROR_USAGE, option->name,
                         "This option does not belong to this command: see pebblecove --help.");
    }
    return find_value(line, option, &value, error) &&
           option->take(options, (char *)options + option->member, value, error);
}

/* How many words that are no options a command takes. */
static size_t words_taken(Command command)
{
    switch (command) {
    case COMMAND_CHECK: return SIZE_MAX;
    case COMMAND_NEW_MODULE:
    case COMMAND_PREVIEW:
    case COMMAND_BACKUP:
    case COMMAND_RESTORE: return 1;
    default: return 0;
    }
}

/* COMMAND_OPEN where the word is none. */
static Command command_of(const char *word)
{
    static const struct {
        const char *word;
        Command command;
    } commands[] = {{"tour", COMMAND_TOUR},
                    {"check", COMMAND_CHECK},
                    {"new-module", COMMAND_NEW_MODULE},
                    {"preview", COMMAND_PREVIEW},
                    {"backup", COMMAND_BACKUP},
                    {"restore", COMMAND_RESTORE},
                    {"doctor", COMMAND_DOCTOR}};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(word, commands[i].word) == 0) {
            return commands[i].command;
        }
    }
    return COMMAND_OPEN;
}

/* The command is the first word, if there is one. */
static Command read_command(Line *line)
{
    Command command = line->count > 1 ? command_of(line->arguments[1]) : COMMAND_OPEN;
    line->at += command != COMMAND_OPEN;
    return command;
}

static bool refuse_word(Command command, const char *word, Error *error)
{
    const char *why = "There is no such command: see pebblecove --help.";
    if (words_taken(command) > 0) {
        why = "This is one word too many: see pebblecove --help.";
    } else if (command != COMMAND_OPEN) {
        why = "This command takes no such word: see pebblecove --help.";
    } else if (command_of(word) != COMMAND_OPEN) {
        why = "The command comes first, before all options: see pebblecove --help.";
    }
    return error_set(error, ERROR_USAGE, word, "%s", why);
}

static bool read_word(Line *line, Options *options, Error *error)
{
    const char *word = line->arguments[line->at];
    if (word[0] == '\0') {
        return error_set(error, ERROR_USAGE, "\"\"", "This word is empty: see pebblecove --help.");
    }
    if (options->path_count < words_taken(options->command)) {
        options->paths[options->path_count++] = word;
        return true;
    }
    return refuse_word(options->command, word, error);
}

static bool is_final(const Options *options)
{
    return options->command == COMMAND_HELP || options->command == COMMAND_VERSION;
}

static bool read_all(Line *line, Options *options, Error *error)
{
    for (; line->at < line->count && !is_final(options); line->at++) {
        const char *argument = line->arguments[line->at];
        bool option = argument[0] == '-' && argument[1] != '\0';
        if (!(option ? read_option : read_word)(line, options, error)) {
            return false;
        }
    }
    return true;
}

/* Of the commands that want exactly one. */
static bool refuse_no_word(Command command, Error *error)
{
    static const struct {
        const char *name, *wants;
    } commands[] = {
        [COMMAND_NEW_MODULE] = {"new-module",
                                "It needs a name: pebblecove new-module my-first-module."},
        [COMMAND_PREVIEW] = {"preview",
                             "It needs to know what: pebblecove preview MODULE/ACTIVITY."},
        [COMMAND_BACKUP] = {"backup", "It needs to know where to: pebblecove backup DIR."},
        [COMMAND_RESTORE] = {"restore", "It needs to know which: pebblecove restore BACKUP."},
    };
    return error_set(error, ERROR_USAGE, commands[command].name, "%s", commands[command].wants);
}

static bool whole(const Options *options, Error *error)
{
    if (options->command == COMMAND_TOUR && !options->out) {
        return error_set(error, ERROR_USAGE, "tour",
                         "It needs a folder for its pictures: pebblecove tour --out DIR.");
    }
    return words_taken(options->command) != 1 || options->path_count > 0 ||
           refuse_no_word(options->command, error);
}

bool options_read(int count, char *const *arguments, Options *out, Error *error)
{
    Line line = {arguments, count, 1};
    Options options = {.command = read_command(&line),
                       .width = WINDOW_WIDTH,
                       .height = WINDOW_HEIGHT,
                       .text_scale = 1,
                       .theme = THEME_DAY,
                       .paths = memory_new((size_t)count + 1, sizeof(char *)),
                       .kinds = memory_new((size_t)count + 1, sizeof(char *))};
    if (!read_all(&line, &options, error) || !whole(&options, error)) {
        options_clear(&options);
        return false;
    }
    *out = options;
    return true;
}

void options_clear(Options *options)
{
    free(options->paths);
    free(options->kinds);
    options->paths = options->kinds = NULL;
}
