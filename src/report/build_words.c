/* What the helper typed for this report. */
#include "report/build_inside.h"

static void build_words(const Making *making, ReportPart part, char box, const char *heading,
                        const char *words)
{
    if (words[0] && report_about_child(making, part)) {
        report_heading(making, heading, box);
        report_page_add(making->page, REPORT_LINE, box, true, words);
    }
}

void report_build_words(const Making *making)
{
    const ReportWish *wish = making->wish;
    build_words(making, REPORT_VIEW, 'S', "ui.report.part.view", wish->view);
    build_words(making, REPORT_SEEN, 'O', "ui.report.part.seen", wish->seen);
    build_words(making, REPORT_SEEN, 'A', "ui.report.part.other", wish->other);
    build_words(making, REPORT_NEXT, 'P', "ui.report.part.next", wish->next);
}
