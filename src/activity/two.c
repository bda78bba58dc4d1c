#include "activity/two.h"

#include <stdio.h>

enum { UNSEEN_MAX = 8 };

Seat two_turn(int turn)
{
    return turn % 2 == 0 ? SEAT_CHILD : SEAT_ADULT;
}

Seat two_other(Seat seat)
{
    return seat == SEAT_CHILD ? SEAT_ADULT : SEAT_CHILD;
}

const char *two_name(const PlayContext *context, Arena *arena, Seat seat)
{
    if (seat == SEAT_ADULT && context->partner[0]) {
        return arena_string(arena, context->partner);
    }
    return play_ui(context, arena, seat == SEAT_ADULT ? "ui.two.helper" : "ui.two.me");
}

const char *two_words(const PlayContext *context, Arena *arena, const char *id, Seat seat)
{
    PlayContext other = *context;
    snprintf(other.tokens.me, sizeof other.tokens.me, "%s", two_name(context, arena, seat));
    return play_ui(&other, arena, id);
}

/* ---- building ---- */

static void build_one(const PlayContext *context, Seat seat, bool holds, Tree *tree, Node *row)
{
    Node *card = node_group(tree, row, AXIS_ROW);
    card->key = seat == SEAT_CHILD ? "seat-child" : "seat-adult";
    card->look = holds ? LOOK_CARD : LOOK_PLAIN;
    card->layout.gap = 12;
    card->layout.cross = ALIGN_CENTER;
    card->layout.pad_y = 6;
    card->layout.min_height = 56;
    if (holds) {
        Node *shell = node_image(tree, card, "joint/shell", "", 48, 44);
        shell->key = arena_format(tree->arena, "shell-%s", card->key);
        shell->entrance = ENTER_DROP;
    }
    Node *name = node_text(tree, card, TYPE_LEAD, two_name(context, tree->arena, seat));
    name->bold = holds;
}

void two_build(const PlayContext *context, Seat holder, Tree *tree, Node *parent)
{
    if (context->joint) {
        return;
    }
    Node *row = two_row(context, tree, parent);
    row->layout.gap = 24;
    build_one(context, SEAT_CHILD, holder == SEAT_CHILD, tree, row);
    build_one(context, SEAT_ADULT, holder == SEAT_ADULT, tree, row);
}

Node *two_ask(const PlayContext *context, const char *words, Tree *tree, Node *parent)
{
    (void)context;
    Node *ask = node_text(tree, parent, TYPE_LEAD, words);
    ask->key = "ask";
    ask->bold = true;
    ask->text_align = ALIGN_CENTER;
    return ask;
}

int two_gap(const PlayContext *context)
{
    int gap = tier_limits(context->tier)->gap_px;
    return gap > 12 ? gap : 12;
}

Node *two_row(const PlayContext *context, Tree *tree, Node *parent)
{
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_CENTER;
    row->layout.wrap = true;
    return row;
}

const char *two_tip(const List *tips, int turn)
{
    return tips->count ? ((const char *const *)tips->items)[(size_t)turn % tips->count] : NULL;
}

/* ---- looking back ---- */

void two_summarise_turns(const PlayContext *context, int turns, Summary *out)
{
    summary_add(out, play_ui(context, out->arena, "ui.two.turns"),
                arena_format(out->arena, "%s %d \xc2\xb7 %s %d",
                             two_name(context, out->arena, SEAT_CHILD), (turns + 1) / 2,
                             two_name(context, out->arena, SEAT_ADULT), turns / 2),
                "joint/shell");
}

void two_summarise_count(const PlayContext *context, const char *label, const char *words,
                         int count, Summary *out)
{
    if (count > 0) {
        summary_add(out, play_ui(context, out->arena, label),
                    play_ui_count(context, out->arena, words, count), NULL);
    }
}

/* ---- choosing unseen ---- */

bool unseen_open(const Unseen *unseen)
{
    return !unseen->first || !unseen->second;
}

Seat unseen_seat(const Unseen *unseen, Seat first)
{
    return unseen->first && !unseen->second ? two_other(first) : first;
}

bool unseen_choose(Unseen *unseen, const PlayContext *context, const List *options,
                   const char *item)
{
    int option = option_find(options, sizeof(Option), context->tier, item);
    if (option < 0 || !unseen_open(unseen)) {
        return false;
    }
    *(unseen->first ? &unseen->second : &unseen->first) = (signed char)(1 + option);
    return true;
}

static void build_options(const PlayContext *context, int page, Seat seat, const List *options,
                          Tree *tree, Node *parent)
{
    int shown[UNSEEN_MAX];
    int count = options_by_chance(context, page, options, sizeof(Option), shown, UNSEEN_MAX);
    two_ask(context, two_words(context, tree->arena, "ui.two.choose", seat), tree, parent);
    Node *away = node_text(tree, parent, TYPE_BODY,
                           two_words(context, tree->arena, "ui.two.look-away", two_other(seat)));
    away->text_align = ALIGN_CENTER;
    Node *grid = page_grid(tree, parent, context);
    for (int i = 0; i < count; i++) {
        const Option *option = option_at(options, sizeof(Option), (size_t)shown[i]);
        const char *key = arena_format(tree->arena, "%s-%d", option->id, (int)seat);
        page_choice(tree, grid, key, play_words(context, tree->arena, option->text),
                    option->picture ? option->picture : "", action_of("choose", option->id, 0),
                    false);
    }
}

static void build_shown(const PlayContext *context, Seat seat, const Option *option, Tree *tree,
                        Node *row)
{
    Node *card = node_group(tree, row, AXIS_COLUMN);
    card->key = seat == SEAT_CHILD ? "shown-child" : "shown-adult";
    card->look = LOOK_CARD;
    card->layout.gap = 8;
    card->layout.cross = ALIGN_CENTER;
    card->layout.min_width = 200;
    card->entrance = ENTER_RISE;
    node_text(tree, card, TYPE_BODY, two_name(context, tree->arena, seat));
    if (option->picture) {
        int size = page_picture_size(context->tier);
        node_image(tree, card, option->picture, "", size, size);
    }
    Node *words = node_text(tree, card, TYPE_LEAD, play_words(context, tree->arena, option->text));
    words->bold = true;
    words->text_align = ALIGN_CENTER;
}

void unseen_build(const Unseen *unseen, const PlayContext *context, int page, Seat first,
                  const List *options, Tree *tree, Node *parent)
{
    if (unseen_open(unseen)) {
        build_options(context, page, unseen_seat(unseen, first), options, tree, parent);
        return;
    }
    const Option *one = option_at(options, sizeof(Option), (size_t)(unseen->first - 1));
    const Option *two = option_at(options, sizeof(Option), (size_t)(unseen->second - 1));
    Node *row = two_row(context, tree, parent);
    row->layout.cross = ALIGN_STRETCH;
    build_shown(context, SEAT_CHILD, first == SEAT_CHILD ? one : two, tree, row);
    build_shown(context, SEAT_ADULT, first == SEAT_CHILD ? two : one, tree, row);
}
