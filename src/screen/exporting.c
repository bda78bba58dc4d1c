#include "screen/exporting.h"

#include "screen/reporting.h"

#include <stdio.h>
#include <stdlib.h>

static bool save_dictionary(const Cove *cove, const char *folder, Error *error)
{
    Text bytes;
    Digest digest;
    char *path = NULL;
    text_init(&bytes);
    export_dictionary(&bytes);
    bool saved = export_save(folder, "export-dictionary", "csv", &bytes, clock_wall(&cove->clock),
                             &path, &digest, error);
    free(path);
    text_clear(&bytes);
    return saved;
}

bool exporting_save(Cove *cove, const ExportWish *wish, bool fhir, const char *folder, char **path,
                    Error *error)
{
    const ReportFrom from = reporting_from(cove);
    Event left = {.case_id = wish->family, .person_id = wish->child};
    Text bytes;
    if (!export_allowed(&from, wish)) {
        return error_set(error, ERROR_REFUSED, "export", "This client may not be exported.");
    }
    text_init(&bytes);
    snprintf(left.audience, sizeof left.audience, "system");
    snprintf(left.form, sizeof left.form, "%s", fhir ? "fhir" : "csv");
    snprintf(left.note, sizeof left.note, "attendance aims");
    if (fhir) {
        export_fhir(&from, wish, &bytes);
    } else {
        export_csv(&from, wish, &bytes);
    }
    bool saved =
        (fhir || save_dictionary(cove, folder, error)) &&
        reporting_leave(cove, left, "export", fhir ? "json" : "csv", &bytes, folder, path, error);
    text_clear(&bytes);
    return saved;
}
