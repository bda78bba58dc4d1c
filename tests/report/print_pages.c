/* Prints made-up reports for check_print.py: print_pages MODULE FOLDER. */
#include "report/forms.h"

#include "base/file.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

static void fill(ReportPage *page, const char *title, const char *heading, const char *line)
{
    report_page_add(page, REPORT_TITLE, ' ', false, title);
    for (int i = 0; i < 12; i++) {
        report_page_add(page, REPORT_HEADING, 'O', false, heading);
        report_page_add(page, REPORT_LINE, 'O', true, line);
        report_page_add(page, REPORT_ITEM, 'O', false, line);
    }
}

static bool save(const ReportPage *page, const PrintModule *print, const char *folder,
                 const char *name)
{
    Text bytes;
    Error error = {0};
    text_init(&bytes);
    char *path = path_join(folder, name);
    bool saved = report_write_pdf(page, print, &bytes, &error) &&
                 file_write(path, bytes.bytes, bytes.length, &error);
    if (!saved) {
        fprintf(stderr, "%s\n", error.sentence);
    }
    free(path);
    text_clear(&bytes);
    return saved;
}

static bool print_one(const PrintModule *print, const char *folder, bool rtl)
{
    ReportPage page = {.arena = arena_new(),
                       .language = rtl ? "ar" : "en",
                       .rtl = rtl,
                       .day = "2026-03-02",
                       .footer = rtl ? "أعده كيم" : "Prepared by Kim from the items above."};
    if (rtl) {
        fill(&page, "ملخص عمل الدعم", "ما لوحظ",
             "طلب Milo استراحة في \xE2\x81\xA6"
             "2026-03-02\xE2\x81\xA9.");
    } else {
        fill(&page, "Summary of work", "What was seen",
             "Milo asked for a break (twice), & said: \"slowly\" \xe2\x80\x93 na\xc3\xafve, "
             "\xd0\x9c\xd0\xb8\xd0\xbb\xd0\xbe.");
    }
    size_t *pages = arena_alloc(page.arena, page.count, sizeof *pages);
    printf("%s %zu\n", page.language, report_lay(&page, print, pages));
    bool saved = save(&page, print, folder, rtl ? "ar.pdf" : "en.pdf");
    arena_free(page.arena);
    return saved;
}

int main(int count, char **arguments)
{
    void *library = count == 3 ? dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    const PrintModule *print = library ? dlsym(library, PRINT_MODULE_NAME) : NULL;
    if (!print || print->version != PRINT_VERSION) {
        fprintf(stderr, "print_pages MODULE FOLDER: %s\n", library ? "no module" : dlerror());
        return 2;
    }
    return print_one(print, arguments[2], false) && print_one(print, arguments[2], true) ? 0 : 1;
}
