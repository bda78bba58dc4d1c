#include "report/forms.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *report_form_id(ReportForm form)
{
    static const char *const ids[REPORT_FORMS] = {
        [REPORT_PDF] = "pdf", [REPORT_HTML] = "html", [REPORT_TEXT] = "text"};
    return ids[form];
}

/* ---- HTML ---- */

static const char style[] =
    "<style>body{font:12pt/1.5 sans-serif;max-width:42em;margin:2cm auto;padding:0 1cm}"
    "h1{font-size:18pt}h2{font-size:13pt;margin-top:1.4em}footer{font-size:9pt;margin-top:3em;"
    "border-top:1px solid;padding-top:.5em}@media print{body{margin:0 auto}}</style>\n";

void report_write_html(const ReportPage *page, Text *out)
{
    static const char *const tags[] = {"h1", "h2", "p", "li"};
    bool list = false;
    text_addf(out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\"><head><meta charset=\"utf-8\">\n",
              page->language, page->rtl ? "rtl" : "ltr");
    html_add_tag(out, "title", page->count ? page->blocks[0].text : "");
    text_addf(out, "%s</head><body>\n", style);
    for (size_t i = 0; i < page->count; i++) {
        bool item = page->blocks[i].kind == REPORT_ITEM;
        text_add(out, item == list ? "" : item ? "<ul>\n" : "</ul>\n");
        list = item;
        html_add_tag(out, tags[page->blocks[i].kind], page->blocks[i].text);
    }
    text_add(out, list ? "</ul>\n" : "");
    html_add_tag(out, "footer", page->footer);
    text_add(out, "</body></html>\n");
}

/* ---- plain text ---- */

static void add_block(const ReportBlock *block, Text *out)
{
    switch (block->kind) {
    case REPORT_TITLE: text_addf(out, "%s\n", block->text); break;
    case REPORT_HEADING: text_addf(out, "%s:\n", block->text); break;
    case REPORT_LINE: text_addf(out, "%s\n", block->text); break;
    case REPORT_ITEM: text_addf(out, "- %s\n", block->text); break;
    }
}

static void add_box(const ReportPage *page, const Strings *ui, char box, Text *out)
{
    char id[32];
    bool begun = false;
    snprintf(id, sizeof id, "ui.report.box.%c", box + ('a' - 'A'));
    for (size_t i = 0; i < page->count; i++) {
        if (page->blocks[i].box == box) {
            const char *name = strings_get(ui, id, TIER_AD);
            if (!begun) {
                text_addf(out, "\n[%c] %s\n", box, name ? name : "");
            }
            begun = true;
            add_block(&page->blocks[i], out);
        }
    }
}

void report_write_text(const ReportPage *page, const Strings *ui, Text *out)
{
    for (size_t i = 0; i < page->count; i++) {
        if (page->blocks[i].box == ' ') {
            add_block(&page->blocks[i], out);
        }
    }
    for (const char *box = "SOAP"; *box; box++) {
        add_box(page, ui, *box, out);
    }
    text_addf(out, "\n%s\n", page->footer);
}

/* ---- PDF ---- */

static PrintJob job_of(const ReportPage *page)
{
    PrintBlock *blocks = arena_alloc(page->arena, page->count + 1, sizeof *blocks);
    for (size_t i = 0; i < page->count; i++) {
        blocks[i] = (PrintBlock){(PrintKind)page->blocks[i].kind, page->blocks[i].text};
    }
    return (PrintJob){.title = page->count ? page->blocks[0].text : "",
                      .day = page->day,
                      .language = page->language,
                      .rtl = page->rtl,
                      .footer = page->footer,
                      .blocks = blocks,
                      .count = page->count};
}

static void into_text(void *context, const void *bytes, size_t size)
{
    text_add_bytes(context, bytes, size);
}

bool report_write_pdf(const ReportPage *page, const PrintModule *print, Text *out, Error *error)
{
    PrintJob job = job_of(page);
    if (!print || !print->print(&job, into_text, out)) {
        return error_set(error, ERROR_SYSTEM, "pdf",
                         "No PDF could be made here. Save it as HTML: a browser can print that.");
    }
    return true;
}

size_t report_lay(const ReportPage *page, const PrintModule *print, size_t *pages)
{
    PrintJob job = job_of(page);
    if (print) {
        return print->lay(&job, pages);
    }
    memset(pages, 0, page->count * sizeof *pages);
    return 1;
}

/* ---- saving ---- */

static char *free_name(const char *folder, const char *stem, const char *day, const char *ending)
{
    enum { NAMES_MOST = 99 };
    char *path = NULL;
    for (int i = 1; i <= NAMES_MOST; i++) {
        char name[96], number[8] = "";
        if (i > 1) {
            snprintf(number, sizeof number, "-%d", i);
        }
        snprintf(name, sizeof name, "%s-%.10s%s.%s", stem, day, number, ending);
        free(path);
        path = path_join(folder, name);
        if (!file_exists(path)) {
            return path;
        }
    }
    free(path);
    return NULL;
}

bool export_save(const char *folder, const char *stem, const char *ending, const Text *bytes,
                 int64_t now, char **path, Digest *digest, Error *error)
{
    char stamp[32];
    if (!folder_exists(folder)) {
        return error_set(error, ERROR_MISSING, folder,
                         "There is no such folder. Type the path of one that is there.");
    }
    char *name = free_name(folder, stem, clock_stamp(now, stamp, sizeof stamp), ending);
    if (!name) {
        return error_set(error, ERROR_WRITE, folder,
                         "There are too many files of this day. Choose another folder.");
    }
    if (!file_write(name, bytes->bytes, bytes->length, error)) {
        free(name);
        return false;
    }
    *digest = digest_of(&(DigestPart){bytes->bytes, bytes->length}, 1);
    *path = name;
    return true;
}
