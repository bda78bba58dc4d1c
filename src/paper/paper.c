#include "paper/paper.h"

#include <stdlib.h>
#include <string.h>

const char *paper_size_id(PaperSize size)
{
    static const char *const ids[PAPER_SIZES] = {[PAPER_A4] = "a4", [PAPER_LETTER] = "letter"};
    return ids[size];
}

/* Room for one more in an array of the arena's. */
static void *grown(Arena *arena, void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room) {
        return items;
    }
    *room = *room ? *room * 2 : 16;
    void *more = arena_alloc(arena, *room, size);
    if (count > 0) {
        memcpy(more, items, count * size);
    }
    return more;
}

static const char *kept(Arena *arena, const char *text)
{
    return text && text[0] ? arena_string(arena, text) : NULL;
}

PaperBlock *paper_add(Paper *paper, PaperKind kind, const char *words)
{
    paper->blocks =
        grown(paper->arena, paper->blocks, paper->count, &paper->room, sizeof *paper->blocks);
    PaperBlock *block = &paper->blocks[paper->count++];
    *block = (PaperBlock){.kind = kind, .words = kept(paper->arena, words)};
    return block;
}

PaperItem *paper_item(Paper *paper, PaperBlock *block, const char *words, const char *picture)
{
    block->items =
        grown(paper->arena, block->items, block->count, &block->room, sizeof *block->items);
    PaperItem *item = &block->items[block->count++];
    *item = (PaperItem){.words = kept(paper->arena, words), .picture = kept(paper->arena, picture)};
    return item;
}

static void draw_item(Paper *paper, PaperItem *item, PaperRead *read, void *context)
{
    char *svg = item->picture ? read(context, item->picture) : NULL;
    item->svg = kept(paper->arena, svg);
    free(svg);
}

void paper_draw(Paper *paper, PaperRead *read, void *context)
{
    draw_item(paper, &paper->corner, read, context);
    for (size_t b = 0; b < paper->count; b++) {
        for (size_t i = 0; i < paper->blocks[b].count; i++) {
            draw_item(paper, &paper->blocks[b].items[i], read, context);
        }
    }
}
