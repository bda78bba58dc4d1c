/* Boxes as they are drawn. Moves are in boxes.c. */
#include "activity/boxes.h"

#include "activity/own_words.h"
#include "activity/page_set.h"

/* PlayView.turn counts both: sets of cards by one, empty boxes by this. */
enum { BOX_STEP = 16 };

typedef struct Drawing {
    const BoxRules *rules;
    const Boxes *boxes;
    const PlayView *view;
    Tree *tree;
    int open; /* the box whose cards are shown, -1: none is empty */
} Drawing;

static int empty_boxes(const BoxRules *rules, const Boxes *boxes, int *empty)
{
    int count = 0;
    for (int box = 0; box < rules->count; box++) {
        if (boxes->fills[box].option == BOX_EMPTY) {
            empty[count++] = box;
        }
    }
    return count;
}

static int open_box(const BoxRules *rules, const Boxes *boxes, const PlayView *view)
{
    int empty[BOXES_MAX];
    int count = empty_boxes(rules, boxes, empty);
    return count ? empty[view->turn / BOX_STEP % count] : -1;
}

/* How far the view is turned to come to this box, to its first cards. */
static int turns_to(const Drawing *drawing, int box)
{
    int empty[BOXES_MAX];
    int count = empty_boxes(drawing->rules, drawing->boxes, empty), from = 0, to = 0;
    for (int i = 0; i < count; i++) {
        from = empty[i] == drawing->open ? i : from;
        to = empty[i] == box ? i : to;
    }
    return BOX_STEP * ((to - from + count) % count) - drawing->view->turn % BOX_STEP;
}

static int gap_of(const Drawing *drawing)
{
    return tier_limits(drawing->rules->context->tier)->gap_px;
}

static const char *named(const Drawing *drawing, int box, const char *what)
{
    return arena_format(drawing->tree->arena, "%s: %s", drawing->rules->boxes[box].name, what);
}

/* What is in it, or room for it. Pressing takes out what is there, or turns to the cards for it. */
static void build_inside(const Drawing *drawing, int box, bool wide, Node *card)
{
    Tree *tree = drawing->tree;
    const BoxRules *rules = drawing->rules;
    const char *words = box_words(rules, drawing->boxes, box, tree->arena);
    const char *key = arena_format(tree->arena, "box-%s", rules->boxes[box].id);
    const char *none = play_ui(rules->context, tree->arena, "ui.map.empty");
    bool open = box == drawing->open;
    Node *inside = node_add(tree, card, open && !words ? ROLE_TEXT : ROLE_BUTTON, key,
                            named(drawing, box, words ? words : none));
    inside->text = words ? words : open ? "\xe2\x80\xa6" : " ";
    inside->look = words ? LOOK_CHIP : open ? LOOK_TARGET : LOOK_FIELD;
    inside->text_align = ALIGN_CENTER;
    inside->layout.pad_y = 10;
    inside->layout.grow = wide ? 1 : 0;
    inside->layout.min_width = wide ? 200 : 0;
    if (words) {
        inside->icon = "icon/undo";
        inside->action = action_of("clear", rules->boxes[box].id, 0);
    } else if (!open) {
        inside->action = action_of("more", "", turns_to(drawing, box));
    }
}

static void build_marks(const Drawing *drawing, int box, Node *card)
{
    const BoxRules *rules = drawing->rules;
    const BoxFill *fill = &drawing->boxes->fills[box];
    if (!rules->boxes[box].marks || fill->option == BOX_EMPTY) {
        return;
    }
    Tree *tree = drawing->tree;
    Node *row = node_group(tree, card, AXIS_ROW);
    row->layout.gap = gap_of(drawing);
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    for (int i = 0; i < rules->mark_count; i++) {
        const char *key =
            arena_format(tree->arena, "%s-%s", rules->marks[i].id, rules->boxes[box].id);
        Node *mark =
            page_choice(tree, row, key, named(drawing, box, rules->marks[i].words), NULL,
                        action_of("mark", rules->marks[i].id, 1 + box), fill->mark == 1 + i);
        mark->text = rules->marks[i].words;
        mark->type = TYPE_SMALL;
    }
}

/* One alone in its row is wide, with its words before it. */
static void build_box(const Drawing *drawing, int box, bool alone, Node *parent)
{
    bool wide = alone && drawing->rules->context->tier >= TIER_T3;
    Node *card = node_group(drawing->tree, parent, wide ? AXIS_ROW : AXIS_COLUMN);
    card->look = LOOK_CARD;
    card->layout.cross = wide ? ALIGN_CENTER : ALIGN_STRETCH;
    card->layout.wrap = wide;
    card->layout.gap = gap_of(drawing);
    card->layout.grow = 1;
    card->layout.min_width = 148;
    card->layout.max_width = wide ? 0 : 420;
    card->layout.pad_x = 12;
    card->layout.pad_y = 10;
    Node *lead = node_text(drawing->tree, card, TYPE_BODY, drawing->rules->boxes[box].lead);
    lead->bold = true;
    lead->text_align = ALIGN_CENTER;
    build_inside(drawing, box, wide, card);
    build_marks(drawing, box, card);
}

static Node *add_row(const Drawing *drawing, Node *parent)
{
    Node *row = node_group(drawing->tree, parent, AXIS_ROW);
    row->layout.gap = gap_of(drawing);
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    return row;
}

static void build_linked(const Drawing *drawing, Node *parent)
{
    bool rtl = strings_direction(drawing->rules->context->words) == DIRECTION_RTL;
    Node *row = add_row(drawing, parent);
    row->layout.cross = ALIGN_CENTER;
    for (int box = 0; box < drawing->rules->count; box++) {
        if (box > 0) {
            node_image(drawing->tree, row, rtl ? "map/arrow-left" : "map/arrow-right", "", 36, 28);
        }
        build_box(drawing, box, false, row);
    }
}

static bool is_alone(const BoxRules *rules, int box)
{
    const Box *boxes = rules->boxes;
    bool first = box == 0 || boxes[box].marks != boxes[box - 1].marks;
    bool last = box + 1 == rules->count || boxes[box].marks != boxes[box + 1].marks;
    return first && last;
}

/* Those that can be marked, the guesses, lie side by side; what else there is has its own row. */
static void build_rows(const Drawing *drawing, Node *parent)
{
    const Box *boxes = drawing->rules->boxes;
    Node *row = NULL;
    for (int box = 0; box < drawing->rules->count; box++) {
        if (box == 0 || boxes[box].marks != boxes[box - 1].marks) {
            row = node_group(drawing->tree, parent, AXIS_GRID);
            row->layout.gap = gap_of(drawing);
            row->layout.min_cell = 220;
            row->layout.cross = ALIGN_STRETCH;
        }
        build_box(drawing, box, is_alone(drawing->rules, box), row);
    }
}

/* ---- the cards for the open box ---- */

static int cards_of(const BoxRules *rules, int box, int *cards)
{
    return options_by_chance(rules->context, rules->page * BOXES_MAX + box,
                             rules->boxes[box].options, sizeof(Option), cards, BOX_OPTIONS_MAX);
}

static void build_cards(const Drawing *drawing, Node *parent)
{
    const BoxRules *rules = drawing->rules;
    int cards[BOX_OPTIONS_MAX], most = tier_limits(rules->context->tier)->choices;
    PageSet set =
        page_set(most, cards_of(rules, drawing->open, cards), drawing->view->turn % BOX_STEP);
    Node *row = node_group(drawing->tree, parent, AXIS_ROW);
    row->layout.gap = gap_of(drawing);
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_STRETCH;
    row->layout.wrap = true;
    for (int i = set.first; i < set.end; i++) {
        const Option *option =
            option_at(rules->boxes[drawing->open].options, sizeof(Option), (size_t)cards[i]);
        Node *card =
            page_choice(drawing->tree, row, option->id,
                        play_words(rules->context, drawing->tree->arena, option->text),
                        option->picture, action_of("fill", option->id, 1 + drawing->open), false);
        card->role = ROLE_BUTTON;
        card->picture_size = page_picture_size(rules->context->tier);
    }
    if (set.more) {
        page_more(rules->context, "ui.map.more", drawing->tree, row);
    }
}

void boxes_build(const BoxRules *rules, const Boxes *boxes, const PlayView *view, bool arrows,
                 Tree *tree, Node *parent)
{
    const Drawing drawing = {rules, boxes, view, tree, open_box(rules, boxes, view)};
    if (arrows) {
        build_linked(&drawing, parent);
    } else {
        build_rows(&drawing, parent);
    }
    if (drawing.open < 0) {
        return;
    }
    const Box *open = &rules->boxes[drawing.open];
    Node *lead = node_text(tree, parent, TYPE_BODY, open->lead);
    lead->text_align = ALIGN_CENTER;
    build_cards(&drawing, parent);
    if (open->own && rules->context->may_type) {
        own_words_build(rules->context, view, (OwnWords){.item = open->id, .most = BOX_WORDS}, tree,
                        parent);
    }
}
