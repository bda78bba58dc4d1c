/* Saving a client for another system. */
#ifndef SCREEN_EXPORTING_H
#define SCREEN_EXPORTING_H

#include "report/export.h"
#include "screen/screen.h"

/* A table with its dictionary beside it, or a FHIR bundle; noted as what left. *path is that of the
 * table or the bundle, the caller's to free. */
bool exporting_save(Cove *cove, const ExportWish *wish, bool fhir, const char *folder, char **path,
                    Error *error);

#endif
