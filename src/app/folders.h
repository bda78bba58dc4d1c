/* Where things are: what came with the program, and where cases and finished pictures are kept. */
#ifndef APP_FOLDERS_H
#define APP_FOLDERS_H

#include "app/hold.h"
#include "base/error.h"

/* What came with the program. Owned; clear with folders_clear. */
typedef struct Folders {
    char *assets;    /* holds pictures/ */
    char *content;   /* holds the modules */
    char *guide;     /* the helper's guide: a file, perhaps not there */
    char *own;       /* holds more modules, from --content; NULL: none was named */
    char *templates; /* of modules, for new-module */
    char *speech;    /* the speech helper, NULL when it is not there */
    char *reader;    /* the module for screen readers, NULL when it is not there */
    char *print;     /* the module that makes PDF, the same */
    char *first;     /* pictures drawn with the program (app/first.h), NULL when not there */
} Folders;

/* Beside the program, then ../share/pebblecove (the speech helper: ../libexec/pebblecove), then
 * the source tree it was built from. `content` (NULL: not given): a folder that has words of the
 * program (ui/) stands in place of the shipped one; the modules of any other are added, as `own`.
 */
bool folders_find(const char *content, Folders *out, Error *error);
void folders_clear(Folders *folders);

/* For what can be made again at any time: $XDG_CACHE_HOME/pebblecove, or ~/.cache/pebblecove; NULL
 * when the variables name no folder. free() it. */
char *cache_folder(void);
char *config_folder(void); /* of the desktop's settings; free() it; NULL: none */

/* `given`, or $XDG_DATA_HOME/pebblecove, or ~/.local/share/pebblecove. free() *path. */
bool data_folder_find(const char *given, char **path, Error *error);
/* Where modules of one's own are looked for: content/ in the data folder. NULL, with an error, when
 * there is none; free() it. */
char *own_content_folder(const char *data, Error *error);
/* Makes it where it is missing; fails when nothing can be kept there. */
bool data_folder_ready(const char *path, Error *error);

#endif
