/* Sheets of paper as the helper's pages print them: an activity, or cards; what stands at their
 * foot, and saving them. */
#ifndef SCREEN_PRINTING_H
#define SCREEN_PRINTING_H

#include "activity/on_paper.h"
#include "screen/reporting.h"

typedef enum PrintForm { PRINT_PDF, PRINT_HTML, PRINT_FORMS } PrintForm;

/* An activity for a home without a computer: for one person, with whom it could be given. */
typedef struct PrintWish {
    Id family, person;
    char module[ID_MAX], activity[ID_MAX];
    Setting setting;
    Tier tier;
    const FrozenModule *changed; /* words the helper changed; NULL: the module's. Borrowed */
    char language[LANGUAGE_BYTES];
    PaperSize size;
} PrintWish;

/* A sheet without anything on it but its foot: whom to call. Borrowed from the library of that
 * language and the arena. */
Paper printing_sheet(const Cove *cove, Library *library, Tier tier, Arena *arena);
/* Adds what stands on it. Refused where the activity could not be given to this person. */
bool printing_activity(const Cove *cove, const PrintWish *wish, Paper *paper, Error *error);
/* Fetches the pictures and writes it down. */
bool printing_write(const Cove *cove, Paper *paper, PrintForm form, Text *out, Error *error);
/* Saves a sheet with nothing of anybody on it. *path is the caller's to free. */
bool printing_save(const Cove *cove, Paper *paper, PrintForm form, const char *folder, char **path,
                   Error *error);
bool printing_can(const Cove *cove, PrintForm form); /* PDF needs its module */

#endif
