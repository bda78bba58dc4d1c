/* Reports and exports as the helper's pages use them: what stands in the record now, and saving a
 * file that leaves, which is noted in the record first. */
#ifndef SCREEN_REPORTING_H
#define SCREEN_REPORTING_H

#include "report/build.h"
#include "report/fence.h"
#include "report/forms.h"
#include "report/case_forms.h"
#include "screen/screen.h"

enum { FOLDER_BYTES = 512 };

ReportFrom reporting_from(const Cove *cove);
const PrintModule *reporting_print(const Cove *cove); /* NULL: no PDF here */
/* What is begun with: where the desktop keeps documents; "" when nobody knows. */
void reporting_folder(const Cove *cove, char folder[FOLDER_BYTES]);

/* Nothing is saved while the fence stops it. *path is the caller's to free. */
bool reporting_save(Cove *cove, const ReportWish *wish, ReportForm form, const char *folder,
                    char **path, Error *error);

/* A form of the case (report/case_forms.h). */
bool reporting_save_form(Cove *cove, CaseForm which, Id family, Id person, ReportForm form,
                         const char *folder, char **path, Error *error);

/* A file that leaves: `left` says what it is (audience, note, form). It is written, and noted; when
 * it cannot be noted it is taken away again. */
bool reporting_leave(Cove *cove, Event left, const char *stem, const char *ending,
                     const Text *bytes, const char *folder, char **path, Error *error);

#endif
