#include "report/page.h"

#include <string.h>

void report_page_add(ReportPage *page, ReportKind kind, char box, bool typed, const char *text)
{
    if (page->count == page->room) {
        size_t room = page->room ? page->room * 2 : 32;
        ReportBlock *blocks = arena_alloc(page->arena, room, sizeof *blocks);
        if (page->count > 0) {
            memcpy(blocks, page->blocks, page->count * sizeof *blocks);
        }
        page->blocks = blocks;
        page->room = room;
    }
    page->blocks[page->count++] = (ReportBlock){kind, box, typed, arena_string(page->arena, text)};
}
