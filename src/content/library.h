/* The library: all modules of one or two content folders, with the reasons for those that could
 * not be used. A broken module never takes others down. Owns everything it returns. With an index
 * (content/index.h) modules are only listed at first; each is read when it is first asked for. */
#ifndef CONTENT_LIBRARY_H
#define CONTENT_LIBRARY_H

#include "base/digest.h"
#include "base/error.h"
#include "content/lint.h"
#include "content/listing.h"
#include "content/module.h"
#include "content/sequence.h"
#include "content/strings.h"

typedef struct Library Library;

typedef struct Unavailable {
    const char *folder; /* its name, e.g. "feelings" */
    const Faults *faults;
    const char *from; /* the content folder it lies in; NULL: it came with the program */
} Unavailable;

typedef struct LibrarySetup {
    const char *content; /* what came with the program: modules, its own words, word rules */
    const char *own;     /* a folder with more modules, that stand before shipped ones of the same
                          * name; NULL, or not there: none */
    const char *language;
    const KindContent *const *kinds; /* NULL-terminated; outlives the library */
    const char *index; /* file that lists what was read before; NULL: every module is read now */
} LibrarySetup;

/* Fails only when `content` itself cannot be read; faults of modules are kept inside. `language`
 * falls back to "en", module by module, where there is no table of it or a broken one; the
 * program's own words sentence by sentence. Shared pictures are those of
 * <content>/../assets/pictures; without that folder names of pictures are not checked. */
bool library_open_with(const LibrarySetup *setup, Library **out, Error *error);
/* The same with one folder and no index. */
bool library_open(const char *folder, const KindContent *const *kinds, const char *language,
                  Library **out, Error *error);
void library_free(Library *library);

size_t library_count(const Library *library);
/* Sorted by code. The next four do not read the module: its id, the content folder it lies in (NULL
 * when it came with the program), what it is about, and the module itself only where it was read
 * before, else NULL. */
const char *library_id(const Library *library, size_t index);
const char *library_origin(const Library *library, size_t index);
const Listing *library_listing(const Library *library, size_t index);
const Module *library_opened(const Library *library, size_t index);
/* Reads it where that was not done yet. NULL when its files have gone bad since they were listed;
 * it is then among the unavailable. */
const Module *library_at(const Library *library, size_t index);
const Module *library_module(const Library *library, const char *id); /* the same by id */
const Strings *library_strings(const Library *library, const Module *module);
size_t library_unavailable_count(const Library *library);
const Unavailable *library_unavailable(const Library *library, size_t index);
/* Words of the program itself, content/ui/; empty, and "ui" unavailable, when they are broken. */
const Strings *library_ui(const Library *library);
/* Ready-made sequences of the shipped content. */
const SequenceSet *library_sequences(const Library *library);
/* The word rules of the folder, for hints; NULL where there are none. Read when first asked for. */
const Lint *library_lint(const Library *library);

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
/* The same for modules in a folder of their own, without word rules, words of the program and
 * shared pictures: those of the content folder `shipped` are taken. */
void content_check_beside(const char *path, const char *shipped, const KindContent *const *kinds,
                          Faults *faults);

/* JSON Schema (draft 2020-12) of module.json resp. a string table, made from the shapes; free(). */
char *schema_module(const KindContent *const *kinds);
char *schema_strings(void);

/* The same as Markdown tables, for docs/content-format.md; free(). */
char *docs_module(void);
char *docs_kinds(const KindContent *const *kinds);

#endif
