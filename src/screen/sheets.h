/* Pages as they will be on paper, and saving them: what the pages of reports and of forms share. */
#ifndef SCREEN_SHEETS_H
#define SCREEN_SHEETS_H

#include "screen/reporting.h"

typedef struct SheetSaving {
    char folder[FOLDER_BYTES];
    char *saved; /* path of what was saved last; NULL before */
} SheetSaving;

void sheets_build(const Screen *screen, const ReportPage *page, Tree *tree, Node *body);
void sheets_build_saving(const Screen *screen, const SheetSaving *saving, Tree *tree, Node *body);

/* Saves these pages into the folder that was chosen. *path is the caller's; false with `error`. */
typedef bool SheetsSave(Screen *screen, ReportForm form, char **path, Error *error);
/* The folder as it is typed, saving, and the way back. */
void sheets_hear(Screen *screen, SheetSaving *saving, SheetsSave *save, const UiEvent *event);

#endif
