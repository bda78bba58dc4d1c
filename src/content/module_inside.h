/* Reading and checking one module, for the library and the checker. */
#ifndef CONTENT_MODULE_INSIDE_H
#define CONTENT_MODULE_INSIDE_H

#include "content/module.h"
#include "content/pictures.h"
#include "content/strings.h"

typedef struct ModuleSource {
    const char *file;       /* path of its module.json, for faults */
    const char *folder;     /* name of its folder; NULL when not known */
    const Pictures *own;    /* pictures of the module */
    const Pictures *shared; /* pictures of the program; NULL: not checked */
} ModuleSource;

/* Adds every fault. NULL when nothing could be read. With errors among the faults the module is
 * incomplete, with NULL members, and good for nothing but further checks. */
Module *module_read(const char *bytes, size_t size, const ModuleSource *source,
                    const KindContent *const *kinds, Arena *arena, Faults *faults);

/* The rules between the parts of a module: codes, tiers, goals, pictures, the kinds' own rules.
 * Gives own pictures their full name "<module>:<name>", and pages the tiers of their activity.
 * `whole` is false when the shapes found errors; then only what is sure is checked. */
void module_check(Module *module, const ModuleSource *source, const KindContent *const *kinds,
                  bool whole, Arena *arena, Faults *faults);

/* Every sentence is there, in the wordings that are shown; none is left over. */
void module_check_words(Module *module, const char *file, const Strings *strings,
                        const char *strings_file, const KindContent *const *kinds, bool whole,
                        Faults *faults);

#endif
