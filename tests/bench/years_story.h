/* Ten years of a practice, made up: 60 clients in 30 cases, three sittings a week. */
#ifndef TESTS_BENCH_YEARS_STORY_H
#define TESTS_BENCH_YEARS_STORY_H

#include "base/error.h"

#define YEARS_PASSPHRASE "five words of a bench"
enum { YEARS_CASES = 30 };

/* Makes the folder with a trial vault and a sealed record of so many percent of ten years, in large
 * batches. The same percent tells the same story each time. */
void years_make(const char *folder, int percent);

_Noreturn void bench_fail(const Error *error); /* says why and ends the program */

#endif
