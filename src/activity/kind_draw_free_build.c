/* How drawing looks: the sheet in the middle, large; brushes, colors and stamps around it. Where
 * the pointer cannot draw, a grid of cells takes its place: a line goes from one to another, a
 * stamp into one. What is held belongs to the view and is in no move. */
#include "activity/kind_draw_free.h"

#include "activity/own_words.h"
#include "activity/page_set.h"
#include "activity/tools.h"

#include <string.h>

enum { FRAMES_GAP = 16 };
enum { TOOL_BRUSH, TOOL_COLOR, TOOL_CELLS, TOOL_CELL = TOOL_FOR_ONCE };

static int brush_held(const PlayContext *context, const PlayView *view)
{
    const char *held = play_tool(view, TOOL_BRUSH);
    for (int brush = 0; brush < BRUSH_COUNT; brush++) {
        if (strcmp(held, draw_brush_id((Brush)brush)) == 0) {
            return brush;
        }
    }
    return context->tier == TIER_T1 ? BRUSH_CRAYON : BRUSH_THICK;
}

static int color_held(const PlayView *view)
{
    enum { SEA = 5 };
    const char *held = play_tool(view, TOOL_COLOR);
    for (int color = 0; color < DRAW_COLORS; color++) {
        if (strcmp(held, draw_color_id(color)) == 0) {
            return color;
        }
    }
    return SEA;
}

static bool by_cells(const PlayView *view)
{
    return strcmp(play_tool(view, TOOL_CELLS), "cells") == 0;
}

static int tool_size(const PlayContext *context)
{
    return context->tier == TIER_T1 ? 60 : 48;
}

static Node *tool(const PlayContext *context, Tree *tree, Node *parent, const char *id, int which,
                  const char *picture, bool held)
{
    Node *node =
        page_choice(tree, parent, arena_format(tree->arena, "tool-%s", id),
                    play_ui(context, tree->arena, arena_format(tree->arena, "ui.draw.%s", id)),
                    picture, action_of("tool", id, which), held);
    node->look = LOOK_CHIP;
    node->text = NULL;
    node->picture_size = tool_size(context);
    node->layout.pad_x = node->layout.pad_y = 6;
    return node;
}

/* On paper of its own, so that dark and light colors are seen in every theme. */
static void build_drop(Color color, int edge, Tree *tree, Node *chip)
{
    chip->layout.axis = AXIS_STACK;
    chip->layout.main = chip->layout.cross = ALIGN_CENTER;
    node_image(tree, chip, "body/disc", "", edge, edge);
    Node *drop = node_image(tree, chip, "draw/color", "", edge * 7 / 8, edge * 7 / 8);
    drop->tint = (unsigned)color.r << 16 | (unsigned)color.g << 8 | color.b;
}

/* A third column keeps many tools as low as the sheet, where there is room for it. */
static int tool_columns(const PlayContext *context, int page, const PlayView *view)
{
    bool few = context->tier == TIER_T1 || draw_page(context, page)->stamps.count == 0;
    return few || view->narrow ? 2 : 3;
}

static Node *tool_grid(const PlayContext *context, int columns, Tree *tree, Node *parent)
{
    Node *grid = node_group(tree, parent, AXIS_GRID);
    grid->layout.columns = columns;
    grid->layout.gap = tier_limits(context->tier)->gap_px;
    grid->layout.cross = ALIGN_STRETCH;
    return grid;
}

static void build_brushes(const PlayContext *context, const PlayView *view, Tree *tree,
                          Node *parent)
{
    int held = brush_held(context, view);
    for (int brush = context->tier == TIER_T1; brush < BRUSH_COUNT; brush++) {
        const char *id = draw_brush_id((Brush)brush);
        tool(context, tree, parent, id, TOOL_BRUSH, arena_format(tree->arena, "draw/%s", id),
             brush == held);
    }
}

static void build_colors(const PlayContext *context, const PlayView *view, Tree *tree, Node *parent)
{
    enum { FEWER = 6 };
    int held = color_held(view), count = context->tier == TIER_T1 ? FEWER : DRAW_COLORS;
    Node *grid = tool_grid(context, 2, tree, parent);
    for (int color = 0; color < count; color++) {
        Node *node =
            tool(context, tree, grid, draw_color_id(color), TOOL_COLOR, NULL, color == held);
        build_drop(draw_color(color), tool_size(context), tree, node);
    }
}

/* True when there are more than are shown. */
static bool build_stamps(const PlayContext *context, int page, const PlayView *view, Tree *tree,
                         Node *parent)
{
    const List *stamps = &draw_page(context, page)->stamps;
    int shown[DRAW_STAMPS_MAX];
    int count = options_by_chance(context, page, stamps, sizeof(Option), shown, DRAW_STAMPS_MAX);
    PageSet set = page_set(tier_limits(context->tier)->choices, count, view->turn);
    for (int i = set.first; i < set.end; i++) {
        const Option *option = option_at(stamps, sizeof(Option), (size_t)shown[i]);
        Node *card = node_add(tree, parent, ROLE_CARD, option->id,
                              play_words(context, tree->arena, option->text));
        card->look = LOOK_CHIP;
        card->stays = true;
        card->picture = option->picture;
        card->picture_size = context->tier == TIER_T1 ? 64 : 48;
        card->layout.pad_x = card->layout.pad_y = 6;
        card->action = action_of("pick", option->id, 0);
        card->state.picked = strcmp(view->hand, option->id) == 0;
    }
    return set.more;
}

/* ---- the sheet ---- */

static const char *frame_id(Arena *arena, int frame)
{
    return arena_format(arena, "frame-%d", frame + 1);
}

static const char *frame_words(const PlayContext *context, int page, int frame, Arena *arena)
{
    bool comic = draw_frames(draw_page(context, page)) > 1;
    const char *words = play_ui(context, arena, comic ? "ui.draw.frame" : "ui.draw.sheet");
    return comic ? arena_format(arena, "%s %d", words, frame + 1) : words;
}

/* The cell where the pen was put down on this frame; -1 when on none. */
static int cell_held(const PlayView *view, const char *frame)
{
    const char *held = play_tool(view, TOOL_CELL);
    size_t length = strlen(frame);
    if (strncmp(held, frame, length) != 0 || held[length] != '.') {
        return -1;
    }
    int cell = 0;
    for (const char *digit = held + length + 1; *digit; digit++) {
        cell = cell * 10 + *digit - '0';
    }
    return cell;
}

static Action cell_action(const PlayView *view, const char *frame, int cell, int pen, Arena *arena)
{
    int from = cell_held(view, frame);
    if (view->hand[0]) {
        return action_of("cell", arena_format(arena, "%s.%d", frame, cell), 0);
    }
    return from < 0 ? action_of("tool", arena_format(arena, "%s.%d", frame, cell), TOOL_CELL)
                    : action_of("line", arena_format(arena, "%s.%d", frame, pen), from * 64 + cell);
}

static void build_cells(const PlayContext *context, int page, const PlayView *view, int frame,
                        int pen, Tree *tree, Node *sheet)
{
    int columns, rows;
    const char *id = frame_id(tree->arena, frame);
    const char *words = frame_words(context, page, frame, tree->arena);
    draw_grid(context, page, &columns, &rows);
    Node *grid = node_group(tree, sheet, AXIS_GRID);
    grid->layout.columns = columns;
    grid->layout.gap = tier_limits(context->tier)->gap_px;
    grid->layout.cross = ALIGN_STRETCH;
    int high = (sheet->layout.height + grid->layout.gap) / rows - grid->layout.gap;
    for (int cell = 0; cell < columns * rows; cell++) {
        Node *node = node_add(
            tree, grid, ROLE_TARGET, arena_format(tree->arena, "%s-cell-%d", id, cell),
            arena_format(tree->arena, "%s: %c%d", words, 'A' + cell % columns, 1 + cell / columns));
        node->action = cell_action(view, id, cell, pen, tree->arena);
        node->state.chosen = cell_held(view, id) == cell;
        node->layout.min_height = high; /* the rows fill the sheet, as the columns do */
        node_image(tree, node, "draw/cell", "", 12, 12);
        node->layout.cross = node->layout.main = ALIGN_CENTER;
    }
}

static Pen *pen_held(const PlayContext *context, const PlayView *view, Arena *arena, int *number)
{
    Pen *pen = arena_alloc(arena, 1, sizeof *pen);
    int color = color_held(view);
    *pen = (Pen){(Brush)brush_held(context, view), draw_color(color)};
    *number = (int)pen->brush * DRAW_COLORS + color;
    return pen;
}

/* As high as a page's room with the tools beside it; narrow: what two columns of tools leave at
 * each side; dp. */
static int sheet_width(const PlayContext *context, bool comic, bool narrow)
{
    enum { NARROW = 672 };
    const TierLimits *limits = tier_limits(context->tier);
    int target = limits->target_px > 60 ? limits->target_px : 60;
    int left = NARROW - 2 * (2 * target + limits->gap_px);
    int alone = context->tier >= TIER_T3 ? 520 : context->tier == TIER_T2 ? 480 : 464;
    int usual = !comic ? alone : context->tier >= TIER_T3 ? 588 : 600;
    int width = narrow && left < usual ? left : usual;
    return comic ? (width - FRAMES_GAP) / 2 : width;
}

static void build_frame(const PlayContext *context, const DrawState *state, int page, int frame,
                        const PlayView *view, Tree *tree, Node *parent)
{
    int number;
    const Pen *pen = pen_held(context, view, tree->arena, &number);
    bool comic = draw_frames(draw_page(context, page)) > 1, full = draw_is_full(state);
    bool cells = by_cells(view) && !full && !view->read_only;
    const char *id = frame_id(tree->arena, frame);
    Node *sheet = node_add(tree, parent, cells || full ? ROLE_IMAGE : ROLE_TARGET, id,
                           frame_words(context, page, frame, tree->arena));
    sheet->layout.axis = AXIS_STACK;
    sheet->layout.width = sheet_width(context, comic, view->narrow);
    sheet->layout.height = sheet->layout.width * PAPER_HEIGHT / PAPER_WIDTH;
    sheet->sheet = draw_sheet(context, state, page, frame, tree->arena);
    if (cells) {
        build_cells(context, page, view, frame, number, tree, sheet);
    } else if (!full && !view->read_only) {
        sheet->pen = pen;
        sheet->action = action_of("stroke", id, number);
    }
}

static void build_sheets(const PlayContext *context, const DrawState *state, int page,
                         const PlayView *view, Tree *tree, Node *parent)
{
    int frames = draw_frames(draw_page(context, page));
    Node *grid = node_group(tree, parent, AXIS_GRID);
    grid->layout.columns = frames > 1 ? 2 : 1;
    grid->layout.gap = FRAMES_GAP;
    if (frames > 1) {
        grid->layout.width = 2 * sheet_width(context, true, view->narrow) + FRAMES_GAP;
    }
    for (int frame = 0; frame < frames; frame++) {
        build_frame(context, state, page, frame, view, tree, grid);
    }
}

/* ---- its name ---- */

static void build_title(const PlayContext *context, const DrawState *state, int page,
                        const PlayView *view, Tree *tree, Node *parent)
{
    const DrawPage *content = draw_page(context, page);
    const char *title = draw_title(context, state, page, tree->arena);
    if (title) {
        Node *words = node_text(tree, parent, TYPE_TITLE, title);
        words->key = "line";
        words->text_align = ALIGN_CENTER;
    }
    if (view->read_only || !draw_any(state, page)) {
        return;
    }
    int indices[DRAW_TITLES_MAX];
    int count =
        options_of_tier(&content->titles, sizeof(Option), context->tier, indices, DRAW_TITLES_MAX);
    Node *row = count ? node_group(tree, parent, AXIS_ROW) : NULL;
    for (int i = 0; i < count; i++) {
        row->layout.gap = tier_limits(context->tier)->gap_px;
        row->layout.main = ALIGN_CENTER;
        row->layout.wrap = true;
        const Option *option = option_at(&content->titles, sizeof(Option), (size_t)indices[i]);
        page_choice(tree, row, option->id, play_words(context, tree->arena, option->text),
                    context->tier <= TIER_T2 ? option->picture : NULL,
                    action_of("title", option->id, 0), state->title[page] == 1 + indices[i]);
    }
    if (content->own && context->may_type) {
        own_words_build(
            context, view,
            (OwnWords){
                .item = "", .most = DRAW_TITLE_BYTES, .name = "ui.draw.own", .hint = "ui.draw.own"},
            tree, parent);
    }
}

/* ---- all of it ---- */

static Node *side(const PlayContext *context, Tree *tree, Node *row)
{
    Node *column = node_group(tree, row, AXIS_COLUMN);
    column->layout.gap = tier_limits(context->tier)->gap_px;
    column->layout.main = ALIGN_CENTER;
    column->layout.cross = ALIGN_STRETCH;
    return column;
}

static void build_way(const PlayContext *context, const PlayView *view, Tree *tree, Node *parent)
{
    Node *node = node_button(
        tree, parent, LOOK_QUIET,
        play_ui(context, tree->arena, by_cells(view) ? "ui.draw.by-hand" : "ui.draw.by-cells"),
        action_of("tool", by_cells(view) ? "hand" : "cells", TOOL_CELLS));
    node->layout.max_width = 2 * tier_limits(context->tier)->target_px + (view->narrow ? 40 : 100);
    node->key = "by-cells";
    node->type = TYPE_SMALL;
}

static void note(const PlayContext *context, Tree *tree, Node *parent, const char *ui)
{
    Node *words = node_text(tree, parent, TYPE_SMALL, play_ui(context, tree->arena, ui));
    words->look = LOOK_NOTE;
    words->text_align = ALIGN_CENTER;
}

static void build_desk(const PlayContext *context, const DrawState *state, int page,
                       const PlayView *view, Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = context->tier == TIER_T1 ? 16 : 12;
    row->layout.main = row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    Node *start = side(context, tree, row);
    build_colors(context, view, tree, start);
    build_sheets(context, state, page, view, tree, row);
    Node *end = side(context, tree, row);
    int columns = tool_columns(context, page, view);
    Node *grid = tool_grid(context, columns, tree, end);
    build_brushes(context, view, tree, grid);
    if (build_stamps(context, page, view, tree, grid)) {
        /* Below the grid, not in it: its words are wider than a tool. */
        page_more(context, "ui.draw.more", tree, end)->icon = NULL;
    }
    build_way(context, view, tree, context->tier == TIER_T1 ? start : end);
}

void draw_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                Tree *tree, Node *parent)
{
    const DrawState *state = any;
    if (draw_frames(draw_page(context, page)) == 0) {
        page_picture(tree, parent, draw_page(context, page)->page.picture, 480, 270);
    } else if (view->read_only) {
        Node *row = node_group(tree, parent, AXIS_ROW);
        row->layout.main = ALIGN_CENTER;
        build_sheets(context, state, page, view, tree, row);
        build_title(context, state, page, view, tree, parent);
        note(context, tree, parent, "ui.draw.caption");
    } else {
        build_desk(context, state, page, view, tree, parent);
        if (draw_is_full(state)) {
            note(context, tree, parent, "ui.draw.full");
        }
        build_title(context, state, page, view, tree, parent);
    }
}
