/* A growing list of faults; all their strings live in one arena. */
#include "content/fault.h"

#include "base/memory.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct Faults {
    Arena *arena;
    Fault *items;
    size_t count, capacity;
    size_t errors;
};

Faults *faults_new(void)
{
    Faults *faults = memory_new(1, sizeof *faults);
    faults->arena = arena_new();
    return faults;
}

void faults_free(Faults *faults)
{
    if (faults == NULL)
        return;
    arena_free(faults->arena);
    free(faults->items);
    free(faults);
}

void faults_add(Faults *faults, FaultLevel level, const char *file, const char *path,
                const char *rule, const char *format, ...)
{
    char remedy[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(remedy, sizeof remedy, format, arguments);
    va_end(arguments);

    list_room((void **)&faults->items, &faults->capacity, faults->count, sizeof *faults->items);
    faults->items[faults->count++] = (Fault){
        .level = level,
        .file = arena_string(faults->arena, file),
        .path = arena_string(faults->arena, path),
        .rule = arena_string(faults->arena, rule),
        .remedy = arena_string(faults->arena, remedy),
    };
    faults->errors += level == FAULT_ERROR;
}

size_t faults_count(const Faults *faults)
{
    return faults->count;
}

size_t faults_errors(const Faults *faults)
{
    return faults->errors;
}

const Fault *faults_at(const Faults *faults, size_t index)
{
    assert(index < faults->count);
    return &faults->items[index];
}
