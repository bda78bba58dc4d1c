/* Faults found in content: all of them, each with file, JSON path, rule and remedy. */
#ifndef CONTENT_FAULT_H
#define CONTENT_FAULT_H

#include <stdbool.h>
#include <stddef.h>

typedef enum FaultLevel { FAULT_ERROR, FAULT_WARNING } FaultLevel;

typedef struct Fault {
    FaultLevel level;
    const char *file;   /* path as given */
    const char *path;   /* JSON path such as "$.activities[2].pages[0].text", or "line:column" */
    const char *rule;   /* short id: "json", "unknown-key", "wrong-type", "missing-key", ... */
    const char *remedy; /* one sentence: what is wrong and what to do */
} Fault;

typedef struct Faults Faults; /* owns its strings */

Faults *faults_new(void);
void faults_free(Faults *faults);
void faults_add(Faults *faults, FaultLevel level, const char *file, const char *path,
                const char *rule, const char *format, ...) __attribute__((format(printf, 6, 7)));
size_t faults_count(const Faults *faults);
size_t faults_errors(const Faults *faults); /* those of level error */
const Fault *faults_at(const Faults *faults, size_t index);

#endif
