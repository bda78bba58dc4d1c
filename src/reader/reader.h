/* Between the program and its module for screen readers: plain values one way, wishes the other.
 * The module is a library of its own (`pebblecove-reader.so`), opened only where somebody uses a
 * screen reader; it knows neither screens nor SDL, and the program knows neither ATK nor GLib.
 * Every function is called from the program's main thread and never waits. */
#ifndef READER_READER_H
#define READER_READER_H

#include <stdbool.h>
#include <stddef.h>

typedef enum ReaderRole {
    READER_SCREEN,
    READER_HEADING,
    READER_TEXT,
    READER_IMAGE,
    READER_BUTTON,
    READER_CHOICE,
    READER_CARD,
    READER_TARGET,
    READER_FIELD,
    READER_LIST,
    READER_ITEM,
    READER_REPLY, /* words that answer what was done: read out when they appear */
    READER_ROLE_COUNT
} ReaderRole;

enum {
    READER_ACTS = 1, /* can be pressed now */
    READER_CHOSEN = 2,
    READER_IN_HAND = 4,
    READER_FOCUSED = 8,
    READER_DISABLED = 16
};

typedef struct ReaderNode {
    const char *key; /* who it is, from one picture to the next */
    const char *name;
    const char *description; /* what is said instead of the name; "": nothing more */
    const char *text;        /* READER_FIELD: what it holds */
    ReaderRole role;
    unsigned states;         /* READER_ACTS | ... */
    int parent;              /* index of an earlier node; -1: the screen itself, always node 0 */
    int x, y, width, height; /* px on the whole display */
    int caret;               /* READER_FIELD: characters before it */
} ReaderNode;

typedef enum ReaderWish { READER_PRESS, READER_FOCUS, READER_WRITE } ReaderWish;

enum { READER_KEY_BYTES = 64, READER_TEXT_BYTES = 512 };

typedef struct ReaderAsk {
    ReaderWish wish;
    char key[READER_KEY_BYTES];
    char text[READER_TEXT_BYTES]; /* READER_WRITE: what the field shall hold, UTF-8 */
} ReaderAsk;

typedef struct ReaderSetup {
    const char *program;          /* the name people know it by */
    bool always;                  /* false: only if the desktop says that a screen reader is on */
    void (*asked)(void *context); /* from another thread: there is something to take */
    void *context;
} ReaderSetup;

typedef struct Reader Reader;

/* What the library hands out, under the name READER_MODULE_NAME. */
typedef struct ReaderModule {
    int version; /* READER_VERSION, or the two were not built together */
    Reader *(*open)(const ReaderSetup *setup);
    void (*show)(Reader *reader, const ReaderNode *nodes, size_t count); /* copies */
    bool (*take)(Reader *reader, ReaderAsk *out); /* false: nothing more was asked for */
    void (*close)(Reader *reader);
} ReaderModule;

enum { READER_VERSION = 1 };
#define READER_MODULE_NAME "pebblecove_reader_module"

#endif
