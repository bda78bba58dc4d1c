#include "screen/reporting.h"

#include "base/file.h"
#include "family/gate.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

ReportFrom reporting_from(const Cove *cove)
{
    return (ReportFrom){keeper_record(cove->keeper), cove->library, clock_wall(&cove->clock)};
}

const PrintModule *reporting_print(const Cove *cove)
{
    return cove->print ? cove->print(cove->print_file) : NULL;
}

void reporting_folder(const Cove *cove, char folder[FOLDER_BYTES])
{
    const char *home = cove->paper_folder ? cove->paper_folder : "";
    char *documents = path_join(home, "Documents");
    snprintf(folder, FOLDER_BYTES, "%s", folder_exists(documents) ? documents : home);
    free(documents);
}

bool reporting_leave(Cove *cove, Event left, const char *stem, const char *ending,
                     const Text *bytes, const char *folder, char **path, Error *error)
{
    char *saved;
    int64_t now = clock_wall(&cove->clock);
    left.type = EVENT_LEFT;
    if (!export_save(folder, stem, ending, bytes, now, &saved, &left.digest, error)) {
        return false;
    }
    if (!cove_keep(cove, &left, 1, error)) {
        (void)unlink(saved); /* what nobody can know of does not lie about */
        free(saved);
        return false;
    }
    *path = saved;
    return true;
}

/* ---- a report ---- */

static bool may_leave(const Case *family, Error *error)
{
    return access_allows(&(AccessAsk){.who = ACCESS_HELPER,
                                      .what = ACCESS_REPORT,
                                      .how = ACCESS_EXPORT,
                                      .helper_tick = true,
                                      .hold = case_on_hold(family)}) ||
           error_set(error, ERROR_REFUSED, "report", "This report may not be saved.");
}

static bool write_form(const Cove *cove, const ReportPage *page, ReportForm form, Text *out,
                       Error *error)
{
    switch (form) {
    case REPORT_HTML: report_write_html(page, out); return true;
    case REPORT_TEXT: report_write_text(page, library_ui(cove->library), out); return true;
    default: return report_write_pdf(page, reporting_print(cove), out, error);
    }
}

static bool leave_page(Cove *cove, Event left, const ReportPage *page, ReportForm form,
                       const char *stem, const char *folder, char **path, Error *error)
{
    static const char *const endings[REPORT_FORMS] = {
        [REPORT_PDF] = "pdf", [REPORT_HTML] = "html", [REPORT_TEXT] = "txt"};
    Text bytes;
    text_init(&bytes);
    snprintf(left.form, sizeof left.form, "%s", report_form_id(form));
    bool saved = write_form(cove, page, form, &bytes, error) &&
                 reporting_leave(cove, left, stem, endings[form], &bytes, folder, path, error);
    text_clear(&bytes);
    return saved;
}

static bool save_page(Cove *cove, const ReportWish *wish, const ReportPage *page, ReportForm form,
                      const char *folder, char **path, Error *error)
{
    const ReportFrom from = reporting_from(cove);
    Event left = {.case_id = wish->family, .person_id = wish->child, .about_id = wish->reader};
    snprintf(left.audience, sizeof left.audience, "%s", report_audience_id(wish->audience));
    snprintf(left.note, sizeof left.note, "%s", report_parts(&from, wish, page->arena));
    return leave_page(cove, left, page, form, "summary", folder, path, error);
}

bool reporting_save(Cove *cove, const ReportWish *wish, ReportForm form, const char *folder,
                    char **path, Error *error)
{
    const ReportFrom from = reporting_from(cove);
    FenceHit hits[FENCE_HITS_MAX];
    ReportPage page = {.arena = arena_new()};
    report_build(&from, wish, &page);
    size_t count = fence_look(&from, wish, library_lint(cove->library), &page, hits);
    bool saved = fence_stops(hits, count)
                     ? error_set(error, ERROR_REFUSED, "report",
                                 "Some words must be changed first. Go back to see which.")
                     : may_leave(record_case(from.record, wish->family), error) &&
                           save_page(cove, wish, &page, form, folder, path, error);
    arena_free(page.arena);
    return saved;
}

bool reporting_save_form(Cove *cove, CaseForm which, Id family, Id person, ReportForm form,
                         const char *folder, char **path, Error *error)
{
    const ReportFrom from = reporting_from(cove);
    Event left = {.case_id = family, .person_id = person};
    ReportPage page = {.arena = arena_new()};
    snprintf(left.audience, sizeof left.audience, "%s", case_form_id(which));
    case_form_build(&from, which, family, person, &page);
    bool saved = may_leave(record_case(from.record, family), error) &&
                 leave_page(cove, left, &page, form, "paper", folder, path, error);
    arena_free(page.arena);
    return saved;
}
