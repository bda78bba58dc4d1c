/* How the people on a map look: the way to the maker, whom to make, and the maker itself. Whom one
 * is at lies in the tools; only a figure that is done becomes a move. */
#include "activity/circles.h"
#include "activity/figure_maker.h"

#include <stdio.h>
#include <string.h>

static const char somebody[] = "who"; /* open, and nobody chosen yet */

static const char *word(const void *context, Arena *arena, const char *id)
{
    return play_ui(context, arena, id);
}

static bool may_be_made(const PlacingRules *rules, const Placed *placed)
{
    return placed->thing != THING_NONE && placed_is_person(rules, placed);
}

static bool anybody(const PlacingRules *rules, const Placing *placing)
{
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        if (may_be_made(rules, &placing->slots[slot])) {
            return true;
        }
    }
    return false;
}

bool circles_figure_open(const PlacingRules *rules, const Placing *placing, const PlayView *view)
{
    return play_tool(view, MAKER_OPEN)[0] != '\0' && anybody(rules, placing);
}

void circles_figure_way(const PlacingRules *rules, const Placing *placing, Tree *tree, Node *parent)
{
    if (!anybody(rules, placing)) {
        return;
    }
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.main = ALIGN_CENTER;
    Node *open =
        node_button(tree, row, LOOK_QUIET, play_ui(rules->context, tree->arena, "ui.figure.open"),
                    action_of("tool", somebody, MAKER_OPEN));
    open->key = "make-people";
    open->icon = "icon/adult";
}

/* ---- whom ---- */

/* "Gran", and "Gran, 2" for the second one. */
static const char *name_of(const PlacingRules *rules, const Placing *placing, int slot,
                           Arena *arena)
{
    const char *words = placed_words(rules, &placing->slots[slot], arena);
    int number = 1;
    for (int before = 0; before < slot; before++) {
        const Placed *placed = &placing->slots[before];
        number +=
            placed->thing != THING_NONE && strcmp(placed_words(rules, placed, arena), words) == 0;
    }
    return number > 1 ? arena_format(arena, "%s, %d", words, number) : words;
}

static void build_person(const PlacingRules *rules, const Placing *placing, int slot, Tree *tree,
                         Node *row)
{
    const Placed *placed = &placing->slots[slot];
    const char *id = arena_format(tree->arena, "slot-%d", slot + 1);
    const char *words = name_of(rules, placing, slot, tree->arena);
    Node *node = node_button(tree, row, LOOK_TILE, words, action_of("tool", id, MAKER_OPEN));
    node->key = arena_format(tree->arena, "whom-%d", slot + 1);
    node->picture = placed_picture(rules, placed, tree->arena);
    node->picture_size = 96;
    node->text_align = ALIGN_CENTER;
    node->layout.min_width = 120;
    node->layout.max_width = 340;
    if (node->picture && rules->context->tier <= TIER_T2) {
        node->text = NULL;
    }
}

/* Which of them, as many at once as the tier has. */
static int people_of(const PlacingRules *rules, const Placing *placing, int *slots)
{
    int count = 0;
    for (int slot = 0; slot < PLACED_MAX; slot++) {
        if (may_be_made(rules, &placing->slots[slot])) {
            slots[count++] = slot;
        }
    }
    return count;
}

static void build_more(const PlacingRules *rules, Tree *tree, Node *row)
{
    Node *more =
        node_button(tree, row, LOOK_QUIET, play_ui(rules->context, tree->arena, "ui.figure.more"),
                    action_of("more", "", 0));
    more->key = "more";
    more->icon = "icon/replay";
}

static void build_whom(const PlacingRules *rules, const Placing *placing, const PlayView *view,
                       Tree *tree, Node *parent)
{
    int slots[PLACED_MAX], count = people_of(rules, placing, slots);
    int most = tier_limits(rules->context->tier)->choices, sets = (count + most - 1) / most;
    int first = view->turn % sets * most;
    Node *title =
        node_text(tree, parent, TYPE_LEAD, play_ui(rules->context, tree->arena, "ui.figure.whom"));
    title->bold = true;
    title->text_align = ALIGN_CENTER;
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(rules->context->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    for (int i = first; i < count && i < first + most; i++) {
        build_person(rules, placing, slots[i], tree, row);
    }
    if (sets > 1) {
        build_more(rules, tree, row);
    }
    Node *back =
        node_button(tree, row, LOOK_QUIET, play_ui(rules->context, tree->arena, "ui.figure.leave"),
                    action_of("tool", somebody, MAKER_OPEN));
    back->key = "make-nobody";
    back->icon = "icon/close";
}

/* ---- the maker ---- */

/* As old as the card that was put there. */
static Figure begin_with(const PlacingRules *rules, const Placed *placed, int slot, Arena *arena)
{
    const char *picture = placed_picture(rules, placed, arena);
    Tier tier = TIER_AD;
    if (picture && (text_starts(picture, "person/child") || strcmp(picture, "card/me") == 0)) {
        tier = rules->context->tier < TIER_T3 ? rules->context->tier : TIER_T2;
    } else if (picture && text_starts(picture, "person/teen")) {
        tier = TIER_T4;
    }
    Figure figure = figure_of_tier(tier, rules->context->seed + (uint64_t)slot);
    if (picture) {
        (void)figure_parse(picture, &figure);
    }
    return figure;
}

void circles_figure_build(const PlacingRules *rules, const Placing *placing, const PlayView *view,
                          Tree *tree, Node *parent)
{
    const char *open = play_tool(view, MAKER_OPEN);
    int slot = placed_find(placing, open);
    if (slot < 0 || !may_be_made(rules, &placing->slots[slot])) {
        build_whom(rules, placing, view, tree, parent);
        return;
    }
    const Placed *placed = &placing->slots[slot];
    FigureMaker maker = {.tools = view->tools,
                         .tier = rules->context->tier,
                         .whom = open,
                         .who = placed_words(rules, placed, tree->arena),
                         .first = begin_with(rules, placed, slot, tree->arena),
                         .done = action_of("figure", "", slot + 1),
                         .leave = action_of("tool", somebody, MAKER_OPEN),
                         .word = word,
                         .context = rules->context};
    figure_maker_build(&maker, tree, parent);
}

/* ---- moves ---- */

bool circles_figure_interpret(const UiEvent *event, Move *out)
{
    if (event->type != UI_PRESS || strcmp(event->action.verb, "figure") != 0) {
        return false;
    }
    *out = move_of("figure", "", "");
    snprintf(out->item, sizeof out->item, "slot-%d", event->action.value);
    snprintf(out->target, sizeof out->target, "%s", event->action.item);
    return true;
}

bool circles_figure_apply(const PlacingRules *rules, Placing *placing, const Move *move,
                          Error *error)
{
    int slot = placed_find(placing, move->item);
    Figure figure;
    if (slot < 0 || !may_be_made(rules, &placing->slots[slot]) ||
        !figure_parse(move->target, &figure)) {
        return move_refuse(error, move, "there is nobody here who can look like this");
    }
    figure_print(&figure, placing->slots[slot].figure);
    return true;
}

void circles_figure_step(const PlacingRules *rules, const Placing *before, const Move *move,
                         Text *out)
{
    Arena *arena = arena_new();
    const Placed *placed = &before->slots[placed_find(before, move->item)];
    step_say(rules->context, out, "ui.step.figure", placed_words(rules, placed, arena));
    arena_free(arena);
}
