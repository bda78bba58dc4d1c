/* Where things lie in a content folder. Private to the content layer.
 *     <content>/<module>/module.json, strings/<language>.json, pictures/
 *     <content>/ui/strings/, rules/, schema/, sequences/              no modules
 *     <content>/../assets/pictures/                                   pictures of the program */
#ifndef CONTENT_CONTENT_FOLDER_H
#define CONTENT_CONTENT_FOLDER_H

#include "content/loaded.h"

/* Names of the module folders, sorted; false when `content` cannot be read. */
bool folder_modules(const char *content, char ***names, size_t *count, Error *error);

/* All that may be one: files too. folder_is_module tells. */
bool folder_names(const char *content, char ***names, size_t *count, Error *error);
bool folder_is_module(const char *content, const char *name);

/* Fills `out`; false when the folder of shared pictures is not there. pictures_clear it. */
bool folder_shared_pictures(const char *content, Pictures *out);

/* Paths; free() them. */
char *folder_module_file(const char *folder);
char *folder_strings_file(const char *folder, const char *language);
char *folder_rules_file(const char *content);

/* `language` if the folder has a table of it, or else "en". */
const char *folder_language(const char *folder, const char *language);

/* The files of one module. A file that is missing or unreadable adds a fault and leaves its bytes
 * NULL. module_text_clear it. */
void folder_read(const char *folder, const char *language, ModuleText *out, Faults *faults);

#endif
