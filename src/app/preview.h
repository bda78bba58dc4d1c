/* A preview being open: the module, what it is seen with, and reading it again when it changed. */
#ifndef APP_PREVIEW_H
#define APP_PREVIEW_H

#include "app/folders.h"
#include "app/options.h"

#include "content/module.h"
#include "platform/platform.h"
#include "screen/preview.h"

#include <stdint.h>

typedef struct Preview {
    const Options *options;
    Folders folders;
    char *own; /* where modules of one's own are; NULL: nowhere */
    char module[ID_MAX], activity[ID_MAX];
    char *folder;  /* of the module */
    uint64_t seen; /* what the folder was when it was last read: watch_folder */
    Cove cove;
    Platform *platform;
    Stage *stage;
    Screen *screen; /* on the stage, which owns it */
    Move *moves;    /* made before it was last read anew; also while faults are shown */
    size_t move_count;
    bool quit;
} Preview;

/* Finds the module; no content is read yet. */
bool preview_find(Preview *preview, Error *error);
/* Reads it and puts on the stage what is to be seen: a page, or the faults. False when the activity
 * is not in the module, or not for the tier. */
bool preview_read(Preview *preview, Error *error);
/* The same when something was saved since. What was there is shown no longer when this returns. */
void preview_follow(Preview *preview);
/* The tier asked for, or the first that the activity serves. */
Tier preview_tier(const Preview *preview, const Activity *activity);
void preview_clear(Preview *preview);

#endif
