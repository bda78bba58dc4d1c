/* What the helper typed for this report, and the child's words as they were agreed. */
#include "report/agreed.h"
#include "report/build_inside.h"

static void build_words(const Making *making, ReportPart part, char box, const char *heading,
                        const char *words)
{
    if (words[0] && report_about_child(making, part)) {
        report_heading(making, heading, box);
        report_page_add(making->page, REPORT_LINE, box, true, words);
    }
}

/* Each with who agreed to it, and when. */
static void build_view(const Making *making)
{
    const ReportWish *wish = making->wish;
    Agreed quotes[AGREED_QUOTES_MAX];
    size_t count = agreed_quotes(making->family, wish->child, wish->audience, wish->reader, quotes);
    if (count == 0 || !report_about_child(making, REPORT_VIEW)) {
        return;
    }
    report_heading(making, "ui.report.part.view", 'S');
    for (size_t i = 0; i < count; i++) {
        Arena *arena = making->page->arena;
        const char *by =
            report_word(making, arena_format(arena, "ui.fact.agreed.by.%s", quotes[i].by));
        report_page_add(making->page, REPORT_ITEM, 'S', true,
                        arena_format(arena, "\xe2\x80\x9c%s\xe2\x80\x9d (%s, %s)", quotes[i].words,
                                     by, report_day(making, quotes[i].date)));
    }
}

void report_build_words(const Making *making)
{
    const ReportWish *wish = making->wish;
    build_view(making);
    build_words(making, REPORT_SEEN, 'O', "ui.report.part.seen", wish->seen);
    build_words(making, REPORT_SEEN, 'A', "ui.report.part.other", wish->other);
    build_words(making, REPORT_NEXT, 'P', "ui.report.part.next", wish->next);
}
