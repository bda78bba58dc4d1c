#include "survives/power.h"

#include "base/file.h"
#include "base/ids.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILES = 256, SECTOR = 512, LOG_MOST = 1 << 30 };

/* ---- the log ---- */

static size_t op_size(const char *log)
{
    DiskOp op;
    memcpy(&op, log, sizeof op);
    return sizeof op + (op.type == OP_WRITE ? (size_t)op.size : 0);
}

static void add_op(Trace *trace, size_t *room, const char *log)
{
    if (trace->count == *room) {
        *room = *room ? *room * 2 : 1024;
        trace->ops = memory_grow(trace->ops, *room, sizeof *trace->ops);
        trace->bytes = memory_grow(trace->bytes, *room, sizeof *trace->bytes);
    }
    DiskOp *op = &trace->ops[trace->count];
    memcpy(op, log, sizeof *op);
    trace->bytes[trace->count] = NULL;
    if (op->type == OP_WRITE) {
        trace->bytes[trace->count] = memory_new((size_t)op->size, 1);
        memcpy(trace->bytes[trace->count], log + sizeof *op, (size_t)op->size);
    }
    trace->count++;
}

void trace_read(Trace *trace, const char *log)
{
    char *text;
    size_t size, room = 0;
    Error error = {0};
    *trace = (Trace){0};
    if (!file_read(log, LOG_MOST, &text, &size, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    for (size_t at = 0; at + sizeof(DiskOp) <= size && at + op_size(text + at) <= size;
         at += op_size(text + at)) {
        add_op(trace, &room, text + at);
    }
    free(text);
}

void trace_clear(Trace *trace)
{
    for (size_t i = 0; i < trace->count; i++) {
        free(trace->bytes[i]);
    }
    free(trace->bytes);
    free(trace->ops);
    *trace = (Trace){0};
}

void trace_forget_syncs(Trace *trace)
{
    for (size_t i = 0; i < trace->count; i++) {
        trace->ops[i].type = trace->ops[i].type == OP_SYNC ? OP_NOTHING : trace->ops[i].type;
    }
}

int64_t trace_noted(const Trace *trace, size_t at)
{
    while (at-- > 0) {
        if (trace->ops[at].type == OP_NOTE) {
            return trace->ops[at].at;
        }
    }
    return 0;
}

/* ---- files in the making ---- */

typedef struct Content {
    uint8_t *bytes;
    size_t size;
    size_t synced; /* ops before this one are on the disk */
} Content;

typedef struct Name {
    char name[DISK_NAME];
    int file;
} Name;

typedef struct Medium {
    Content files[FILES];
    Name names[FILES];
    size_t count;
} Medium;

static void grow(Content *content, size_t size)
{
    if (size > content->size) {
        content->bytes = memory_grow(content->bytes, size, 1);
        memset(content->bytes + content->size, 0, size - content->size);
        content->size = size;
    }
}

static void put(Content *content, const DiskOp *op, const uint8_t *bytes, size_t from, size_t size)
{
    size_t at = (size_t)op->at + from;
    grow(content, at + size);
    memcpy(content->bytes + at, bytes + from, size);
}

static void do_whole(Content *content, const DiskOp *op, const uint8_t *bytes)
{
    if (op->type == OP_WRITE) {
        put(content, op, bytes, 0, (size_t)op->size);
    } else if (op->type == OP_CUT) {
        grow(content, (size_t)op->at);
        content->size = (size_t)op->at;
    }
}

/* Each sector of its own luck. */
static void do_torn(Content *content, const DiskOp *op, const uint8_t *bytes, uint64_t *chance)
{
    for (size_t from = 0; from < (size_t)op->size;) {
        size_t here = SECTOR - ((size_t)op->at + from) % SECTOR;
        size_t size = here < (size_t)op->size - from ? here : (size_t)op->size - from;
        if (chance_below(chance, 2) == 0) {
            put(content, op, bytes, from, size);
        }
        from += size;
    }
}

typedef enum Luck { LUCK_NOTHING, LUCK_ALL, LUCK_MIXED, LUCK_COUNT } Luck;

static void do_by_luck(Content *content, const Trace *trace, size_t i, Luck luck, uint64_t *chance)
{
    const DiskOp *op = &trace->ops[i];
    size_t how = luck == LUCK_MIXED ? chance_below(chance, 3) : luck == LUCK_ALL;
    if (how == 1) {
        do_whole(content, op, trace->bytes[i]);
    } else if (how == 2 && op->type == OP_WRITE) {
        do_torn(content, op, trace->bytes[i], chance);
    }
}

static bool changes(const DiskOp *op)
{
    return op->type == OP_WRITE || op->type == OP_CUT;
}

/* ---- names ---- */

static void drop_name(Medium *medium, const char *name)
{
    for (size_t i = 0; i < medium->count; i++) {
        if (strcmp(medium->names[i].name, name) == 0) {
            medium->names[i] = medium->names[--medium->count];
            return;
        }
    }
}

static void give_name(Medium *medium, const char *name, int file)
{
    assert_true(medium->count < FILES);
    Name *given = &medium->names[medium->count++];
    snprintf(given->name, sizeof given->name, "%s", name);
    given->file = file;
}

static bool is_naming(const DiskOp *op)
{
    return op->type == OP_CREATE || op->type == OP_RENAME || op->type == OP_UNLINK;
}

static void do_naming(Medium *medium, const DiskOp *op)
{
    if (op->type == OP_CREATE) {
        give_name(medium, op->name, op->file);
    } else if (op->type == OP_UNLINK) {
        drop_name(medium, op->name);
    } else {
        drop_name(medium, op->name);
        drop_name(medium, op->other);
        give_name(medium, op->other, op->file);
    }
}

/* How many ops of names were done, at least those before the folder's last sync. */
static size_t names_until(const Trace *trace, size_t at, Luck luck, uint64_t *chance)
{
    size_t synced = 0;
    for (size_t i = 0; i < at; i++) {
        synced = trace->ops[i].type == OP_SYNC_FOLDER ? i : synced;
    }
    return luck == LUCK_NOTHING ? synced
           : luck == LUCK_ALL   ? at
                                : synced + chance_below(chance, at - synced + 1);
}

/* ---- the cut ---- */

static void fill(Medium *medium, const Trace *trace, size_t at, Luck luck, uint64_t *chance)
{
    for (size_t i = 0; i < at; i++) {
        if (trace->ops[i].type == OP_SYNC) {
            medium->files[trace->ops[i].file].synced = i;
        }
    }
    for (size_t i = 0; i < at; i++) {
        if (!changes(&trace->ops[i])) {
            continue;
        }
        Content *content = &medium->files[trace->ops[i].file];
        if (i < content->synced) {
            do_whole(content, &trace->ops[i], trace->bytes[i]);
        } else {
            do_by_luck(content, trace, i, luck, chance);
        }
    }
}

static void write_out(const Medium *medium, const char *folder)
{
    static const char nothing[1];
    for (size_t i = 0; i < medium->count; i++) {
        const Content *content = &medium->files[medium->names[i].file];
        char *path = path_join(folder, medium->names[i].name);
        assert_true(file_write(path, content->bytes ? (const char *)content->bytes : nothing,
                               content->size, NULL));
        free(path);
    }
}

void power_cut(const Trace *trace, size_t at, uint64_t *chance, const char *folder)
{
    Medium *medium = memory_new(1, sizeof *medium);
    Luck luck = (Luck)chance_below(chance, LUCK_COUNT);
    fill(medium, trace, at, luck, chance);
    size_t until = names_until(trace, at, luck, chance);
    for (size_t i = 0; i < until; i++) {
        if (is_naming(&trace->ops[i])) {
            do_naming(medium, &trace->ops[i]);
        }
    }
    write_out(medium, folder);
    for (int i = 0; i < FILES; i++) {
        free(medium->files[i].bytes);
    }
    free(medium);
}
