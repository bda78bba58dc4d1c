#include "screen/leaf_page.h"

#include "activity/kind.h"

static Node *choices(Tree *tree, Node *panel)
{
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    return row;
}

/* ---- what stands on it ---- */

static void show_item(const PaperItem *item, Tree *tree, Node *row)
{
    Node *one = node_group(tree, row, AXIS_ROW);
    one->layout.gap = 6;
    one->layout.cross = ALIGN_CENTER;
    if (item->picture) {
        node_image(tree, one, item->picture, "", 36, 36);
    }
    const char *words = item->words ? item->words : "";
    if (item->then) {
        words = arena_format(tree->arena, "%s \xe2\x80\x93 %s", words, item->then);
    }
    if (words[0]) {
        node_text(tree, one, TYPE_SMALL, tree_string(tree, words));
    }
}

static void show_items(const PaperBlock *block, Tree *tree, Node *sheet)
{
    bool lines = block->kind == PAPER_AFTER;
    Node *row = node_group(tree, sheet, lines ? AXIS_COLUMN : AXIS_ROW);
    row->layout.gap = lines ? 4 : 14;
    row->layout.wrap = !lines;
    row->layout.cross = lines ? ALIGN_STRETCH : ALIGN_CENTER;
    for (size_t i = 0; i < block->count; i++) {
        show_item(&block->items[i], tree, row);
    }
}

static void show_block(const PaperBlock *block, Tree *tree, Node *sheet)
{
    if (block->kind == PAPER_SAYS) { /* who says it, or what it answers, stands above */
        show_items(block, tree, sheet);
        node_text(tree, sheet, TYPE_BODY, tree_string(tree, block->words))->bold = true;
        return;
    }
    if (block->words && block->kind == PAPER_HEADING) {
        const char *words = block->lines
                                ? arena_format(tree->arena, "%d. %s", block->lines, block->words)
                                : tree_string(tree, block->words);
        node_heading(tree, sheet, TYPE_BODY, words)->bold = true;
    } else if (block->words) {
        node_text(tree, sheet, block->kind == PAPER_NOTE ? TYPE_SMALL : TYPE_BODY,
                  tree_string(tree, block->words));
    }
    if (block->kind == PAPER_PICTURE) {
        page_picture(tree, sheet, block->items[0].picture, 160, 110);
    } else if (block->count > 0) {
        show_items(block, tree, sheet);
    }
}

void leaf_show(const Screen *screen, const Paper *paper, Tree *tree, Node *body)
{
    Node *panel = desk_panel(tree, body, "sheet", desk_word(screen, tree, "ui.print.sheet"));
    Node *sheet = node_group(tree, panel, AXIS_COLUMN);
    sheet->language = tree_string(tree, paper->language);
    sheet->reads = paper->rtl ? READS_RTL : READS_LTR;
    sheet->layout.max_width = 760; /* about as wide as a sheet of paper */
    sheet->layout.gap = 8;
    sheet->layout.cross = ALIGN_STRETCH;
    node_heading(tree, sheet, TYPE_TITLE, tree_string(tree, paper->title));
    for (size_t i = 0; i < paper->count; i++) {
        show_block(&paper->blocks[i], tree, sheet);
    }
    node_text(tree, sheet, TYPE_SMALL, tree_string(tree, paper->foot));
}

/* ---- how it is saved ---- */

void leaf_sizes(const Screen *screen, PaperSize size, Tree *tree, Node *body)
{
    node_text(tree, body, TYPE_SMALL, desk_word(screen, tree, "ui.print.size"))->bold = true;
    Node *row = choices(tree, body);
    for (PaperSize one = 0; one < PAPER_SIZES; one++) {
        const char *id = paper_size_id(one);
        page_choice(tree, row, arena_format(tree->arena, "size-%s", id),
                    desk_word(screen, tree, arena_format(tree->arena, "ui.print.size.%s", id)),
                    NULL, action_of("size", id, (int)one), size == one);
    }
}

void leaf_saving(const Screen *screen, const char *folder, const char *saved, Tree *tree,
                 Node *body)
{
    static const char *const ids[PRINT_FORMS] = {[PRINT_PDF] = "pdf", [PRINT_HTML] = "html"};
    Node *panel = desk_panel(tree, body, "saving", desk_word(screen, tree, "ui.print.do"));
    desk_field(tree, panel, "folder", desk_word(screen, tree, "ui.report.folder"), "", folder,
               FOLDER_BYTES, "folder");
    Node *row = choices(tree, panel);
    for (PrintForm form = 0; form < PRINT_FORMS; form++) {
        if (printing_can(screen->cove, form)) {
            const char *id = arena_format(tree->arena, "ui.report.save.%s", ids[form]);
            Node *button =
                node_button(tree, row, form == PRINT_PDF ? LOOK_PRIMARY : LOOK_SECONDARY,
                            desk_word(screen, tree, id), action_of("save", ids[form], (int)form));
            button->key = arena_format(tree->arena, "save-%s", ids[form]);
        }
    }
    if (saved) {
        desk_note(
            tree, panel,
            arena_format(tree->arena, "%s\n%s", desk_word(screen, tree, "ui.print.saved"), saved));
    }
}
