/* `pebblecove check`: every fault on a line of its own, then one sentence how it went. */
#include "app/commands.h"

#include "activity/kind.h"
#include "base/file.h"
#include "content/library.h"

#include <stdio.h>

static void print_fault(const Fault *fault)
{
    printf("%s: %s%s%s: %s [%s]\n", fault->file, fault->path, fault->path[0] ? ": " : "",
           fault->level == FAULT_ERROR ? "error" : "warning", fault->remedy, fault->rule);
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

static bool judge(size_t errors, size_t warnings, Error *error)
{
    const char *plural = warnings == 1 ? "" : "s";
    if (errors > 0) {
        return error_set(error, ERROR_CONTENT, "check",
                         "%zu error%s must be mended before this can be used (and %zu warning%s).",
                         errors, errors == 1 ? "" : "s", warnings, plural);
    }
    printf("check: no errors, %zu warning%s\n", warnings, plural);
    return true;
}

bool cmd_check(const Options *options, Error *error)
{
    if (!all_there(options, error)) {
        return false;
    }
    Faults *faults = faults_new();
    for (size_t i = 0; i < options->path_count; i++) {
        content_check(options->paths[i], kinds_content(), faults);
    }
    size_t count = faults_count(faults), errors = faults_errors(faults);
    for (size_t i = 0; i < count; i++) {
        print_fault(faults_at(faults, i));
    }
    faults_free(faults);
    return judge(errors, count - errors, error);
}
