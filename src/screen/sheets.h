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

/* The folder as it is typed. True when the event was that. */
bool sheets_hear(Screen *screen, SheetSaving *saving, const UiEvent *event);
/* The form whose button this is; false when it is none. */
bool sheets_saves(const UiEvent *event, ReportForm *form);
/* What came of saving: `path` is taken over, NULL where it failed for `error`. */
void sheets_saved(Screen *screen, SheetSaving *saving, char *path, const Error *error);

#endif
