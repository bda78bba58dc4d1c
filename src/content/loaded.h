/* A module with one string table, read from bytes: from a folder, or from its frozen text.
 * Private to the content layer. */
#ifndef CONTENT_LOADED_H
#define CONTENT_LOADED_H

#include "base/digest.h"
#include "content/module_inside.h"

typedef struct Bytes {
    char *bytes; /* owned */
    size_t size;
} Bytes;

/* Exactly what the files hold; what the digest and the frozen text are made of. */
typedef struct ModuleText {
    Bytes module;
    Bytes strings;
    char *language; /* of the table: its file's name */
    Pictures own;   /* names of the module's own pictures */
} ModuleText;

typedef struct Loaded {
    Arena *arena;
    ModuleText text;
    Module *module;
    Strings *strings;
    Digest digest; /* made when it is first asked for; empty before */
} Loaded;

typedef struct LoadPlace {
    const char *file;         /* of module.json, for faults */
    const char *strings_file; /* of the table, for faults */
    const char *folder;       /* name of the folder; NULL when there is none */
    const Pictures *shared;   /* NULL: not checked */
} LoadPlace;

/* Takes `text` in any case. NULL when there were errors; every fault is added. A file that could
 * not be read (NULL bytes, already reported) does not keep the other from being checked. */
Loaded *loaded_new(ModuleText *text, const LoadPlace *place, const KindContent *const *kinds,
                   Faults *faults);
void loaded_free(Loaded *loaded);
Digest loaded_digest(Loaded *loaded); /* of module.json and the table */

void module_text_clear(ModuleText *text);
char *module_text_freeze(const ModuleText *text); /* free() it */

/* A string table's `language` must be the name of its file. */
void check_language(const Strings *strings, const char *language, const char *file, Faults *faults);

#endif
