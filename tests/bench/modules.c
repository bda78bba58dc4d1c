/* Opening a content folder beside a plain parse of the same bytes, in turns. Prints the medians in
 * milliseconds and how many modules were usable: "open <ms> parse <ms> modules <n> bytes <n>".
 *     bench_modules FOLDER RUNS */
#include "activity/kind.h"
#include "base/file.h"
#include "base/memory.h"
#include "content/library.h"

#include <cjson/cJSON.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS_MAX = 50 };

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void fail(const Error *error)
{
    fprintf(stderr, "bench_modules: %s: %s\n", error->place, error->sentence);
    exit(1);
}

/* Reads and parses one file; returns its size. */
static size_t parse_file(const char *folder, const char *module, const char *name)
{
    Error error = {0};
    char *bytes;
    size_t size;
    char *inner = path_join(folder, module), *path = path_join(inner, name);
    if (!file_read(path, JSON_MAX_BYTES, &bytes, &size, &error)) {
        fail(&error);
    }
    cJSON *json = cJSON_ParseWithLength(bytes, size);
    if (!json) {
        fprintf(stderr, "bench_modules: %s: no JSON\n", path);
        exit(1);
    }
    cJSON_Delete(json);
    free(bytes);
    free(path);
    free(inner);
    return size;
}

static double time_parse(const char *folder, char *const *names, size_t count, size_t *bytes)
{
    double start = now_ms();
    *bytes = 0;
    for (size_t i = 0; i < count; i++) {
        *bytes += parse_file(folder, names[i], "module.json");
        *bytes += parse_file(folder, names[i], "strings/en.json");
    }
    return now_ms() - start;
}

static double time_open(const char *folder, size_t *modules)
{
    Error error = {0};
    Library *library;
    double start = now_ms();
    if (!library_open(folder, kinds_content(), "en", &library, &error)) {
        fail(&error);
    }
    double taken = now_ms() - start;
    *modules = library_count(library);
    library_free(library);
    return taken;
}

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare);
    return values[count / 2];
}

int main(int argument_count, char **arguments)
{
    size_t runs = argument_count == 3 ? strtoul(arguments[2], NULL, 10) : 0;
    if (runs == 0 || runs > RUNS_MAX) {
        fprintf(stderr, "bench_modules FOLDER RUNS\n");
        return 2;
    }
    Error error = {0};
    char **names;
    size_t count, modules = 0, bytes = 0;
    double opening[RUNS_MAX], parsing[RUNS_MAX];
    if (!folder_list(arguments[1], &names, &count, &error)) {
        fail(&error);
    }
    for (size_t i = 0; i < runs; i++) {
        opening[i] = time_open(arguments[1], &modules);
        parsing[i] = time_parse(arguments[1], names, count, &bytes);
    }
    printf("open %.2f parse %.2f modules %zu bytes %zu\n", median(opening, runs),
           median(parsing, runs), modules, bytes);
    file_names_free(names, count);
    return 0;
}
