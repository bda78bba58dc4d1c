#include "course/leaving.h"

#include "base/file.h"
#include "report/build.h"
#include "report/forms.h"
#include "screen/exporting.h"
#include "screen/reporting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FILE = 1 << 27 };

static void expect_none(const char *what, const char *bytes, size_t size, const char *word)
{
    if (memmem(bytes, size, word, strlen(word))) {
        fail_msg("%s holds \"%s\"", what, word);
    }
}

/* ---- reports ---- */

static ReportWish wish_for(const Leaving *leaving, ReportAudience audience, Id reader)
{
    ReportWish wish = {.family = leaving->family,
                       .child = leaving->child,
                       .reader = reader,
                       .audience = audience,
                       .seen = "Came and took part.",
                       .other = "A tired week could explain it too.",
                       .next = "The work ends here."};
    for (int part = 0; part < REPORT_OFFERED; part++) {
        wish.parts[part] = report_offers((ReportPart)part, audience);
    }
    return wish;
}

static void search_report(const Leaving *leaving, const ReportWish *wish, const Text *text,
                          int adult)
{
    const char *what = report_audience_id(wish->audience);
    for (size_t i = 0; i < leaving->count; i++) {
        expect_none(what, text->bytes, text->length, leaving->never[i]);
    }
    if (adult >= 0) {
        expect_none(what, text->bytes, text->length, leaving->others_name[adult]);
    }
    if (adult >= 0 && leaving->hidden[adult]) {
        expect_none(what, text->bytes, text->length, leaving->childs_name);
    }
}

static void one_report(const Leaving *leaving, ReportAudience audience, int adult)
{
    const Cove *cove = &leaving->house->cove;
    ReportWish wish = wish_for(leaving, audience, adult < 0 ? (Id){""} : leaving->adults[adult]);
    ReportFrom from = reporting_from(cove);
    ReportPage page = {.arena = arena_new()};
    Text text;
    text_init(&text);
    report_build(&from, &wish, &page);
    report_write_html(&page, &text);
    assert_true(text.length > 200);
    report_write_text(&page, library_ui(cove->library), &text);
    search_report(leaving, &wish, &text, adult);
    text_clear(&text);
    arena_free(page.arena);
}

int leaving_reports(const Leaving *leaving)
{
    int count = 0;
    for (ReportAudience audience = 0; audience < REPORT_AUDIENCES; audience++) {
        bool parent = audience == REPORT_PARENT;
        for (int adult = parent ? 0 : -1; adult < (parent ? LEAVING_ADULTS : 0); adult++) {
            one_report(leaving, audience, adult);
            count++;
        }
    }
    return count;
}

/* ---- exports ---- */

void leaving_exports(const Leaving *leaving)
{
    const ExportWish wish = {.family = leaving->family, .child = leaving->child};
    char *folder = path_join(leaving->house->folder, "left");
    assert_true(folder_make(folder, NULL));
    for (int fhir = 0; fhir < 2; fhir++) {
        Error error = {0};
        char *path = NULL;
        if (!exporting_save(&leaving->house->cove, &wish, fhir, folder, &path, &error)) {
            fail_msg("%s", error.sentence);
        }
        free(path);
    }
    free(folder);
}

/* ---- files ---- */

/* Where it is `nameless`: nobody's name either. */
static void search_file(const Leaving *leaving, const char *path, bool nameless)
{
    char *bytes;
    size_t size;
    assert_true(file_read(path, MOST_FILE, &bytes, &size, NULL));
    for (size_t i = 0; i < leaving->count; i++) {
        expect_none(path, bytes, size, leaving->never[i]);
    }
    for (size_t i = 0; nameless && i < LEAVING_ADULTS; i++) {
        expect_none(path, bytes, size, leaving->childs_name);
        expect_none(path, bytes, size, leaving->others_name[i]);
    }
    free(bytes);
}

static int search_below(const Leaving *leaving, const char *folder, bool nameless)
{
    char **names;
    size_t count;
    int files = 0;
    assert_true(folder_list(folder, &names, &count, NULL));
    for (size_t i = 0; i < count; i++) {
        char *path = path_join(folder, names[i]), **inside;
        size_t more;
        if (folder_list(path, &inside, &more, NULL)) {
            file_names_free(inside, more);
            files += search_below(leaving, path, nameless);
        } else {
            search_file(leaving, path, nameless);
            files++;
        }
        free(path);
    }
    file_names_free(names, count);
    return files;
}

void leaving_files(const Leaving *leaving)
{
    assert_true(search_below(leaving, leaving->house->folder, true) >=
                6); /* record, keys, mark; what left */
}

/* ---- reports and forms, as files ---- */

static int save_report(const Leaving *leaving, const ReportWish *wish, const char *folder)
{
    static const ReportForm forms[] = {REPORT_HTML, REPORT_TEXT};
    int count = 0;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char *path;
        if (reporting_save(&leaving->house->cove, wish, forms[i], folder, &path, NULL)) {
            free(path);
            count++;
        }
    }
    return count;
}

static int save_forms(const Leaving *leaving, const char *folder)
{
    int count = 0;
    for (int which = 0; which < CASE_FORMS; which++) {
        char *path;
        Id person = which == FORM_CONSENT ? leaving->adults[0] : (Id){""};
        assert_true(reporting_save_form(&leaving->house->cove, (CaseForm)which, leaving->family,
                                        person, REPORT_HTML, folder, &path, NULL));
        free(path);
        count++;
    }
    return count;
}

static int save_reports(const Leaving *leaving, const char *folder)
{
    int count = 0;
    for (ReportAudience audience = 0; audience < REPORT_AUDIENCES; audience++) {
        bool parent = audience == REPORT_PARENT;
        ReportWish wish = wish_for(leaving, audience, parent ? leaving->adults[0] : (Id){""});
        count += save_report(leaving, &wish, folder);
    }
    return count;
}

void leaving_saved(const Leaving *leaving)
{
    char *folder = path_join(leaving->house->folder, "reports");
    assert_true(folder_make(folder, NULL));
    int count = save_reports(leaving, folder) + save_forms(leaving, folder);
    assert_int_equal(search_below(leaving, folder, false), count);
    assert_true(count >= 4 + CASE_FORMS);
    free(folder);
}
