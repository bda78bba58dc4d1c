/* How a turn of playing together looks: whose it is, the card, and what either may do. */
#include "activity/kind_play_together.h"

static Node *turn_button(const PlayContext *context, const char *ui, const char *verb, Look look,
                         const char *icon, Tree *tree, Node *row)
{
    Node *button =
        node_button(tree, row, look, play_ui(context, tree->arena, ui), action_of(verb, "", 0));
    button->key = tree_string(tree, verb);
    button->icon = icon;
    return button;
}

static Seat whose(const TogetherState *state)
{
    return two_turn(together_turn(state));
}

/* The card, big; with its back to the one who must not see it. */
static void build_card(const PlayContext *context, const Option *option, Tree *tree, Node *parent)
{
    Node *card = node_group(tree, parent, AXIS_COLUMN);
    card->key = arena_format(tree->arena, "card-%s", option->id);
    card->look = LOOK_CARD;
    card->entrance = ENTER_RISE;
    card->layout.gap = 8;
    card->layout.pad_y = 12;
    card->layout.min_width = 260;
    card->layout.max_width = 480;
    card->layout.cross = ALIGN_CENTER;
    if (option->picture) {
        node_image(tree, card, option->picture, "", 180, 128);
    }
    Node *words = node_text(tree, card, TYPE_TITLE, play_words(context, tree->arena, option->text));
    words->text_align = ALIGN_CENTER;
}

static void build_back(Tree *tree, Node *parent)
{
    Node *back = node_image(tree, parent, "joint/card-back", "", 160, 192);
    back->key = "card-back";
}

static void build_hint(const char *words, Tree *tree, Node *column)
{
    node_text(tree, column, TYPE_BODY, words)->text_align = ALIGN_CENTER;
}

/* Who has the turn, and after it in the same line what is asked. */
static Node *build_line(const PlayContext *context, const TogetherState *state, Tree *tree,
                        Node *column)
{
    if (context->joint) {
        return column;
    }
    Node *line = two_row(context, tree, column);
    line->layout.gap = 24;
    two_build(context, whose(state), tree, line);
    return line;
}

/* ---- the games: what is `seen`, and beside it in `column` what is to be done. Each returns the
 * row its buttons are in. ---- */

static Node *build_charades(const PlayContext *context, const TogetherState *state, int page,
                            Tree *tree, Node *seen, Node *column)
{
    bool open = state->side == CARD_OPEN, acting = state->side == CARD_AWAY;
    Seat actor = whose(state);
    Node *line = build_line(context, state, tree, column);
    if (open) {
        build_card(context, &together_card(context, state, page)->option, tree, seen);
    } else {
        build_back(tree, seen);
    }
    if (!open) {
        const char *ask = acting ? "ui.together.act" : "ui.together.card";
        two_ask(context, two_words(context, tree->arena, ask, actor), tree, line);
    }
    if (!acting) {
        build_hint(two_words(context, tree->arena, "ui.two.look-away", two_other(actor)), tree,
                   column);
    }
    Node *row = two_row(context, tree, column);
    if (open) {
        turn_button(context, "ui.together.put-away", "put-away", LOOK_SECONDARY, NULL, tree, row);
    } else {
        turn_button(context, acting ? "ui.together.look-again" : "ui.together.open", "open",
                    acting ? LOOK_QUIET : LOOK_SECONDARY, NULL, tree, row);
    }
    return row;
}

/* 1 when the flower is wide, smaller when the breath is out. */
static float flower_scale(const TogetherState *state, const PlayView *view)
{
    static const float small = 0.55f;
    float went = (float)(view->now - view->since) / (float)LEAD_MS;
    float part = view->read_only || went > 1 ? 1 : went < 0 ? 0 : went;
    float eased = part * part * (3 - 2 * part);
    if (state->breath == 0) {
        return small;
    }
    return state->breath % 2 ? small + (1 - small) * eased : 1 - (1 - small) * eased;
}

/* The one who leads presses at their own pace; the other breathes along. */
static Node *build_lead(const PlayContext *context, const TogetherState *state,
                        const PlayView *view, Tree *tree, Node *seen, Node *column)
{
    Seat leader = whose(state);
    bool in = state->breath % 2 == 0;
    Node *flower = node_image(tree, seen, "breathe/flower", "", 190, 172);
    flower->key = "flower";
    flower->picture_scale = flower_scale(state, view);
    two_ask(context, two_words(context, tree->arena, "ui.together.lead", leader), tree,
            build_line(context, state, tree, column));
    build_hint(two_words(context, tree->arena, "ui.together.follow", two_other(leader)), tree,
               column);
    Node *row = two_row(context, tree, column);
    turn_button(context, in ? "ui.together.in" : "ui.together.out", "breathe", LOOK_SECONDARY, NULL,
                tree, row);
    return row;
}

static Node *build_prompt(const PlayContext *context, const TogetherState *state, int page,
                          Tree *tree, Node *seen, Node *column)
{
    const TogetherCard *card = together_card(context, state, page);
    build_card(context, &card->option, tree, seen);
    Node *line = build_line(context, state, tree, column);
    if (card->either.count == 0) {
        two_ask(context, two_words(context, tree->arena, "ui.together.turn", whose(state)), tree,
                line);
    } else {
        unseen_build(&state->unseen, context, page * TOGETHER_TURNS + together_turn(state),
                     whose(state), &card->either, tree, column);
    }
    return two_row(context, tree, column);
}

/* ---- what either may do ---- */

/* One for each of them, alike: either may end, and no reason is asked for. In joint play, Stop and
 * the adult's strip do that for the whole time together. */
static void build_ends(const PlayContext *context, Tree *tree, Node *row)
{
    for (Seat seat = SEAT_CHILD; seat <= SEAT_ADULT; seat++) {
        Node *end = node_button(tree, row, LOOK_QUIET,
                                two_words(context, tree->arena, "ui.together.end", seat),
                                action_of("end", seat_id(seat), 0));
        end->key = arena_format(tree->arena, "end-%s", seat_id(seat));
    }
}

static void build_choices(const PlayContext *context, const TogetherState *state, int page,
                          Tree *tree, Node *row)
{
    if (together_can_take(context, state, page)) {
        turn_button(context, "ui.together.taken", "taken", LOOK_SECONDARY, "icon/check", tree, row);
    }
    if (together_can_swap(context, state, page)) {
        turn_button(context, "ui.together.swap", "swap", LOOK_QUIET, "icon/replay", tree, row);
    }
    turn_button(context, "ui.together.pass", "pass", LOOK_QUIET, "icon/skip", tree, row);
}

static void build_over(const PlayContext *context, Tree *tree, Node *parent)
{
    two_ask(context, play_ui(context, tree->arena, "ui.together.over"), tree, parent);
    node_image(tree, two_row(context, tree, parent), "joint/shell", "", 150, 136);
}

void together_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                    Tree *tree, Node *parent)
{
    const TogetherState *state = together_state(any, page);
    const TogetherPage *content = together_page(context, page);
    if (content->game < 0) {
        page_picture(tree, parent, content->page.picture, 480, 270);
        return;
    }
    if (together_over(context, state, page)) {
        build_over(context, tree, parent);
        return;
    }
    Node *row = two_row(context, tree, parent);
    row->layout.gap = 24;
    Node *seen = node_group(tree, row, AXIS_COLUMN), *column = node_group(tree, row, AXIS_COLUMN);
    column->layout.gap = two_gap(context);
    column->layout.cross = ALIGN_CENTER;
    column->layout.max_width = 740;
    Node *buttons = NULL;
    switch ((Game)content->game) {
    case GAME_CHARADES: buttons = build_charades(context, state, page, tree, seen, column); break;
    case GAME_LEAD: buttons = build_lead(context, state, view, tree, seen, column); break;
    case GAME_PROMPTS: buttons = build_prompt(context, state, page, tree, seen, column); break;
    }
    build_choices(context, state, page, tree, buttons);
    if (!context->joint) {
        build_ends(context, tree, two_row(context, tree, parent));
    }
}
