/* `pebblecove check`: every finding on a line of its own, or all as JSON; then one sentence how it
 * went. `--explain RULE` tells what a rule wants instead. */
#include "app/commands.h"

#include "activity/kind.h"
#include "app/folders.h"
#include "base/file.h"
#include "base/json.h"
#include "content/library.h"
#include "content/rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FINDINGS_FORMAT = 1 };

/* ---- for people ---- */

/* https://no-color.org: set and not empty means no color. */
static bool may_color(void)
{
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && (!none || !none[0]) &&
           (!terminal || strcmp(terminal, "dumb") != 0);
}

typedef struct Ink {
    const char *file, *error, *warning, *rule, *end;
} Ink;

static Ink ink(void)
{
    static const Ink plain = {"", "", "", "", ""};
    static const Ink colored = {"\033[1m", "\033[1;31m", "\033[1;33m", "\033[2m", "\033[0m"};
    return may_color() ? colored : plain;
}

static void print_finding(const Fault *fault, const Ink *color)
{
    bool error = fault->level == FAULT_ERROR;
    printf("%s%s%s: %s%s%s%s:%s %s %s[%s]%s\n", color->file, fault->file, color->end, fault->path,
           fault->path[0] ? ": " : "", error ? color->error : color->warning,
           error ? "error" : "warning", color->end, fault->remedy, color->rule, fault->rule,
           color->end);
}

static void print_for_people(const Faults *faults)
{
    const Ink color = ink();
    for (size_t i = 0; i < faults_count(faults); i++) {
        print_finding(faults_at(faults, i), &color);
    }
}

/* ---- for programs: the shape is content/schema/findings.schema.json ---- */

static void add_finding(Json *findings, const Fault *fault)
{
    Json *json = json_add_object(findings, NULL);
    json_add_string(json, "file", fault->file);
    json_add_string(json, "path", fault->path);
    json_add_string(json, "level", fault->level == FAULT_ERROR ? "error" : "warning");
    json_add_string(json, "rule", fault->rule);
    json_add_string(json, "remedy", fault->remedy);
}

static void print_json(const Faults *faults)
{
    Json *json = json_object_new();
    json_add_integer(json, "format", FINDINGS_FORMAT);
    json_add_integer(json, "errors", (int64_t)faults_errors(faults));
    json_add_integer(json, "warnings", (int64_t)(faults_count(faults) - faults_errors(faults)));
    Json *findings = json_add_array(json, "findings");
    for (size_t i = 0; i < faults_count(faults); i++) {
        add_finding(findings, faults_at(faults, i));
    }
    char *bytes = json_print(json, true);
    printf("%s\n", bytes);
    free(bytes);
    json_free(json);
}

/* ---- how it went ---- */

static bool judge(const Options *options, size_t errors, size_t warnings, Error *error)
{
    const char *plural = warnings == 1 ? "" : "s";
    if (errors > 0) {
        return error_set(error, ERROR_CONTENT, "check",
                         "%zu error%s must be mended before this can be used (and %zu warning%s).",
                         errors, errors == 1 ? "" : "s", warnings, plural);
    }
    if (options->strict && warnings > 0) {
        return error_set(error, ERROR_CONTENT, "check", "%zu warning%s, and --strict allows none.",
                         warnings, plural);
    }
    if (!options->json) {
        printf("check: no errors, %zu warning%s\n", warnings, plural);
    }
    return true;
}

static bool all_there(const Options *options, Error *error)
{
    for (size_t i = 0; i < options->path_count; i++) {
        const char *path = options->paths[i];
        if (!file_exists(path) && !folder_exists(path)) {
            return error_set(error, ERROR_MISSING, path,
                             "There is no such file or folder to check: look at the name again.");
        }
    }
    return true;
}

/* Modules in a folder of their own are held against what came with the program. */
static bool check_all(const Options *options, Error *error)
{
    Folders folders = {0};
    Faults *faults = faults_new();
    (void)folders_find(NULL, &folders, NULL);
    for (size_t i = 0; i < options->path_count; i++) {
        content_check_beside(options->paths[i], folders.content, kinds_content(), faults);
    }
    folders_clear(&folders);
    options->json ? print_json(faults) : print_for_people(faults);
    size_t errors = faults_errors(faults), warnings = faults_count(faults) - errors;
    faults_free(faults);
    return judge(options, errors, warnings, error);
}

/* ---- what a rule wants ---- */

static bool explain(const Options *options, Error *error)
{
    Text text;
    text_init(&text);
    bool known = content_explain(options->paths[0], options->explain, &text);
    known ? (void)fputs(text.bytes, stdout)
          : (void)error_set(error, ERROR_USAGE, options->explain, "%s", text.bytes);
    text_clear(&text);
    return known;
}

static bool run(const Options *options, Error *error)
{
    return all_there(options, error) && (options->explain ? explain : check_all)(options, error);
}

/* Without a path: what came with the program. */
bool cmd_check(const Options *options, Error *error)
{
    Folders folders;
    Options shipped = *options;
    if (options->path_count > 0) {
        return run(options, error);
    }
    if (!folders_find(NULL, &folders, error)) {
        return false;
    }
    shipped.paths = (const char *[]){folders.content};
    shipped.path_count = 1;
    bool good = run(&shipped, error);
    folders_clear(&folders);
    return good;
}
