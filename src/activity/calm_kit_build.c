/* How the calm kit looks: what there is to pick from, the bag, and what lies in it. */
#include "activity/calm_kit.h"
#include "activity/own_words.h"
#include "activity/page_set.h"

#include <string.h>

static bool young(const PlayContext *context)
{
    return context->tier <= TIER_T2;
}

/* ---- one thing only: tiles ---- */

static void build_tile(const PlayContext *context, const KitState *state, int page, int index,
                       Tree *tree, Node *grid)
{
    const KitPage *content = kit_page(context, page);
    const Option *tool = &kit_tool(content, index)->option;
    Node *node = page_choice(tree, grid, tool->id, play_words(context, tree->arena, tool->text),
                             tool->picture ? tool->picture : "", action_of("choose", tool->id, 0),
                             state->kept[0].tool == 1 + index);
    node->picture_size = page_picture_size(context->tier) + (content->use == USE_PLACE ? 40 : 0);
}

static void build_tiles(const PlayContext *context, const KitState *state, int page, int turn,
                        Tree *tree, Node *parent)
{
    int tools[TOOLS_MAX];
    PageSet set =
        page_set(tier_limits(context->tier)->choices, kit_all_tools(context, page, tools), turn);
    Node *grid = page_grid(tree, parent, context);
    for (int i = set.first; i < set.end; i++) {
        build_tile(context, state, page, tools[i], tree, grid);
    }
    if (set.more) {
        page_more_row(context, tree, parent);
    }
}

/* ---- several: cards and a bag ---- */

static void build_card(const PlayContext *context, const Option *tool, bool full,
                       const PlayView *view, Tree *tree, Node *row)
{
    Node *node =
        node_add(tree, row, ROLE_CARD, tool->id, play_words(context, tree->arena, tool->text));
    node->text = node->name;
    node->look = LOOK_CARD;
    node->text_align = ALIGN_CENTER;
    node->picture = tool->picture;
    node->picture_size = page_picture_size(context->tier);
    node->action = action_of("pick", tool->id, 0);
    node->state.disabled = full;
    node->state.picked = strcmp(view->hand, tool->id) == 0;
}

static void build_cards(const PlayContext *context, const KitState *state, int page,
                        const PlayView *view, Tree *tree, Node *parent)
{
    const KitPage *content = kit_page(context, page);
    int tools[TOOLS_MAX];
    PageSet set = page_set(tier_limits(context->tier)->choices,
                           kit_open_tools(context, state, page, tools), view->turn);
    Node *grid = page_grid(tree, parent, context);
    for (int i = set.first; i < set.end; i++) {
        build_card(context, &kit_tool(content, tools[i])->option, kit_full(content, state), view,
                   tree, grid);
    }
    if (set.more) {
        page_more_row(context, tree, parent);
    }
}

/* What lies in the bag; pressing it takes it out. The young see its picture alone. */
static void build_kept(const PlayContext *context, const KitPage *content, const Kept *kept,
                       Tree *tree, Node *parent)
{
    const char *id = kit_id(content, kept, tree->arena);
    const char *words = kit_words(context, content, kept, tree->arena);
    Node *node = node_add(tree, parent, ROLE_BUTTON, arena_format(tree->arena, "in-%s", id), words);
    node->picture = kit_picture(content, kept);
    node->picture_size = young(context) ? page_picture_size(context->tier) - 40 : 40;
    node->text = young(context) && node->picture ? NULL : node->name;
    node->look = LOOK_CHIP;
    node->text_align = ALIGN_CENTER;
    node->action = action_of("take", id, 0);
}

static void build_move(const PlayContext *context, const char *ui, const char *verb,
                       const char *icon, const char *id, const char *words, bool can, Tree *tree,
                       Node *row)
{
    Node *button =
        node_add(tree, row, ROLE_BUTTON, arena_format(tree->arena, "%s-%s", verb, id),
                 arena_format(tree->arena, "%s: %s", play_ui(context, tree->arena, ui), words));
    button->look = LOOK_QUIET;
    button->icon = icon;
    button->action = action_of(verb, id, 0);
    button->state.disabled = !can;
}

static void build_marks(const PlayContext *context, const KitPage *content, const Kept *kept,
                        Tree *tree, Node *row)
{
    int marks[MARKS_MAX];
    int count = options_of_tier(&content->marks, sizeof(Option), context->tier, marks, MARKS_MAX);
    const char *id = kit_id(content, kept, tree->arena);
    const char *tool = kit_words(context, content, kept, tree->arena);
    for (int i = 0; i < count; i++) {
        const Option *mark = option_at(&content->marks, sizeof(Option), (size_t)marks[i]);
        const char *words = play_words(context, tree->arena, mark->text);
        Node *node =
            node_add(tree, row, ROLE_BUTTON, arena_format(tree->arena, "mark-%s-%s", mark->id, id),
                     arena_format(tree->arena, "%s: %s", tool, words));
        node->text = words;
        node->look = LOOK_CHIP;
        node->type = TYPE_SMALL;
        node->state.chosen = (kept->marks & (1u << marks[i])) != 0;
        node->action = action_of("mark", id, marks[i]);
    }
}

static void build_kept_row(const PlayContext *context, const KitPage *content,
                           const KitState *state, int place, Tree *tree, Node *list)
{
    const Kept *kept = &state->kept[place];
    const char *id = kit_id(content, kept, tree->arena);
    const char *words = kit_words(context, content, kept, tree->arena);
    Node *row = node_group(tree, list, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    build_kept(context, content, kept, tree, row);
    if (content->order && kit_count(state) > 1) {
        build_move(context, "ui.kit.up", "up", "icon/up", id, words, place > 0, tree, row);
        build_move(context, "ui.kit.down", "down", "icon/down", id, words,
                   place + 1 < kit_count(state), tree, row);
    }
    build_marks(context, content, kept, tree, row);
}

static void build_target(const PlayContext *context, const KitPage *content, const KitState *state,
                         Tree *tree, Node *column)
{
    Node *bag =
        node_add(tree, column, ROLE_TARGET, "bag", play_ui(context, tree->arena, "ui.kit.bag"));
    bag->text = kit_full(content, state) ? play_ui(context, tree->arena, "ui.kit.full")
                : young(context)         ? bag->name
                                         : arena_format(tree->arena, "%s  %d / %d", bag->name,
                                                        kit_count(state), content->keep);
    bag->look = LOOK_TARGET;
    bag->picture = "card/bag";
    bag->picture_size = young(context) ? 120 : 72;
    bag->text_align = ALIGN_CENTER;
    bag->bold = true;
    bag->action = action_of("basket", "bag", 0);
}

/* The bag, and below it what lies in it: the young see a heap, others a list. */
static void build_bag(const PlayContext *context, const KitState *state, int page, Tree *tree,
                      Node *parent)
{
    const KitPage *content = kit_page(context, page);
    Node *column = node_group(tree, parent, AXIS_COLUMN);
    column->layout.gap = tier_limits(context->tier)->gap_px;
    column->layout.cross = ALIGN_STRETCH;
    column->layout.width = young(context) ? 260 : 320;
    build_target(context, content, state, tree, column);
    bool heap = young(context) && !content->order && content->marks.count == 0;
    Node *list = node_group(tree, column, heap ? AXIS_ROW : AXIS_COLUMN);
    list->layout.gap = column->layout.gap;
    list->layout.wrap = true;
    list->layout.main = heap ? ALIGN_CENTER : ALIGN_START;
    for (int i = 0; i < kit_count(state); i++) {
        build_kept_row(context, content, state, i, tree, list);
    }
}

static void build_own(const PlayContext *context, const KitState *state, int page,
                      const PlayView *view, Tree *tree, Node *parent)
{
    const KitPage *content = kit_page(context, page);
    if (content->own && context->may_type && !kit_full(content, state)) {
        OwnWords words = {
            .item = "own", .most = OWN_MAX, .name = "ui.kit.own", .hint = "ui.kit.own-hint"};
        own_words_build(context, view, words, tree, parent);
    }
}

/* A page that only says something shows the one thing chosen before it, else its own picture. */
static const char *note_picture(const PlayContext *context, const void *any, int page)
{
    for (int before = page - 1; before >= 0; before--) {
        const KitPage *content = kit_page(context, before);
        const KitState *state = kit_state(any, before);
        if (kit_one(content) && kit_count(state) == 1) {
            return kit_picture(content, &state->kept[0]);
        }
    }
    return kit_page(context, page)->page.picture;
}

void kit_build(const PlayContext *context, const void *any, int page, const PlayView *view,
               Tree *tree, Node *parent)
{
    const KitPage *content = kit_page(context, page);
    const KitState *state = kit_state(any, page);
    if (content->tools.count == 0) {
        page_picture(tree, parent, note_picture(context, any, page), 560, 315);
        return;
    }
    if (kit_one(content)) {
        build_tiles(context, state, page, view->turn, tree, parent);
        return;
    }
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = 24;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    Node *column = node_group(tree, row, AXIS_COLUMN);
    column->layout.gap = tier_limits(context->tier)->gap_px;
    column->layout.cross = ALIGN_STRETCH;
    column->layout.width = young(context) ? 660 : 560;
    build_cards(context, state, page, view, tree, column);
    build_own(context, state, page, view, tree, column);
    build_bag(context, state, page, tree, row);
}
