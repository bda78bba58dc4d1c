/* A large library with its index, and finding things in it. Prints medians in milliseconds:
 * "listed <ms> search <ms> modules <n> activities <n> found <n>".
 *     bench_library CONTENT OWN INDEX RUNS */
#include "activity/kind.h"
#include "content/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS_MAX = 50, ROOM = 20 };

typedef struct Found {
    double listed[RUNS_MAX], search[RUNS_MAX];
    size_t modules, activities, hits;
} Found;

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static Library *open_library(char **arguments)
{
    Library *library;
    Error error = {0};
    const LibrarySetup setup = {.content = arguments[1],
                                .own = arguments[2],
                                .language = "en",
                                .kinds = kinds_content(),
                                .index = arguments[3]};
    if (!library_open_with(&setup, &library, &error)) {
        fprintf(stderr, "bench_library: %s: %s\n", error.place, error.sentence);
        exit(1);
    }
    return library;
}

/* The slowest kind of question: every title is looked through for two words. */
static double time_search(const Library *library, size_t *hits)
{
    LibraryHit room[ROOM];
    const LibraryQuery query = {.words = "The wave", .tiers = 1u << TIER_T2, .minutes = 10};
    double start = now_ms();
    *hits = library_search(library, &query, 0, room, ROOM);
    return now_ms() - start;
}

static void measure(char **arguments, size_t run, Found *found)
{
    const LibraryQuery all = {0};
    double start = now_ms();
    Library *library = open_library(arguments);
    found->listed[run] = now_ms() - start;
    found->modules = library_count(library);
    found->search[run] = time_search(library, &found->hits);
    found->activities = library_search(library, &all, 0, NULL, 0);
    library_free(library);
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
    static Found found;
    size_t runs = argument_count == 5 ? strtoul(arguments[4], NULL, 10) : 0;
    if (runs == 0 || runs > RUNS_MAX) {
        fprintf(stderr, "bench_library CONTENT OWN INDEX RUNS\n");
        return 2;
    }
    library_free(open_library(arguments)); /* makes the index */
    for (size_t i = 0; i < runs; i++) {
        measure(arguments, i, &found);
    }
    printf("listed %.2f search %.2f modules %zu activities %zu found %zu\n",
           median(found.listed, runs), median(found.search, runs), found.modules, found.activities,
           found.hits);
    return 0;
}
