/* The library: all modules of one or more content folders, with the reasons for those that could
 * not be used. A broken module never takes others down. Owns everything it returns. */
#ifndef CONTENT_LIBRARY_H
#define CONTENT_LIBRARY_H

#include "base/digest.h"
#include "base/error.h"
#include "content/module.h"
#include "content/strings.h"

typedef struct Library Library;

typedef struct Unavailable {
    const char *folder; /* its name, e.g. "feelings" */
    const Faults *faults;
} Unavailable;

/* `kinds` is a NULL-terminated table that outlives the library. Fails only when `folder` itself
 * cannot be read; faults of modules are kept inside. `language` falls back to "en", module by
 * module. Shared pictures are those of <folder>/../assets/pictures; without that folder names of
 * pictures are not checked. */
bool library_open(const char *folder, const KindContent *const *kinds, const char *language,
                  Library **out, Error *error);
void library_free(Library *library);

size_t library_count(const Library *library);
const Module *library_at(const Library *library, size_t index); /* sorted by code */
const Module *library_module(const Library *library, const char *id);
const Strings *library_strings(const Library *library, const Module *module);
size_t library_unavailable_count(const Library *library);
const Unavailable *library_unavailable(const Library *library, size_t index);
/* Words of the program itself, content/ui/; empty, and "ui" unavailable, when they are broken. */
const Strings *library_ui(const Library *library);

/* The frozen text of a module: what the digest is made of. One JSON object
 * {"module": "...", "strings": {"en": "..."}, "pictures": [...]} with the exact text of the two
 * files inside, and the names (only) of the module's own pictures; free() it. Reading it back gives
 * a module with the same digest and words. */
char *library_freeze(const Library *library, const Module *module);
/* Names exactly this text. Made when it is first asked for. */
Digest library_digest(const Library *library, const Module *module);

typedef struct FrozenModule FrozenModule;
FrozenModule *library_thaw(const char *frozen, size_t size, const KindContent *const *kinds,
                           Error *error); /* NULL on failure */
void frozen_free(FrozenModule *frozen);
const Module *frozen_module(const FrozenModule *frozen);
const Strings *frozen_strings(const FrozenModule *frozen);
Digest frozen_digest(const FrozenModule *frozen);

/* Checks files or folders (a module folder, a content folder, one file) as `pebblecove check`
 * does: structure and words. Every fault is added. */
void content_check(const char *path, const KindContent *const *kinds, Faults *faults);

/* JSON Schema (draft 2020-12) of module.json resp. a string table, made from the shapes; free(). */
char *schema_module(const KindContent *const *kinds);
char *schema_strings(void);

/* The same as Markdown tables, for docs/content-format.md; free(). */
char *docs_module(void);
char *docs_kinds(const KindContent *const *kinds);

#endif
