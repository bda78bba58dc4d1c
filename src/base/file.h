/* Files and folders. Paths are UTF-8; every failure is a sentence. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads a whole regular file of at most `limit` bytes; *bytes is NUL-terminated, free() it. */
bool file_read(const char *path, size_t limit, char **bytes, size_t *size, Error *error);
/* Writes beside the target, syncs, renames: the old file or the new one is there, never half. The
 * file belongs to its user alone (mode 0600); a link at `path` is replaced. */
bool file_write(const char *path, const void *bytes, size_t size, Error *error);
bool file_exists(const char *path);
bool folder_exists(const char *path);
bool folder_make(const char *path,
                 Error *error); /* with parents; fine when it is there; mode 0700 */

/* Names in a folder, sorted bytewise, without "." names. Free with file_names_free. */
bool folder_list(const char *path, char ***names, size_t *count, Error *error);
void file_names_free(char **names, size_t count);

char *path_join(const char *folder, const char *name); /* free() it */
const char *path_name(const char *path);               /* last part; borrowed */

/* Folder of the running program; *path is the caller's to free. */
bool path_of_program(char **path, Error *error);

#endif
