/* How a plan looks: the strip of its slots, and the options of the one being filled. */
#include "activity/own_words.h"
#include "activity/page_set.h"
#include "activity/plan_steps.h"

/* A slot of the strip: pressing it shows its options. */
static void build_slot(const PlayContext *context, const PlanState *state, int page, int index,
                       Tree *tree, Node *strip)
{
    const Slot *content = plan_slot(plan_page(context, page), index);
    const SlotState *slot = &state->slots[index];
    const char *lead = play_words(context, tree->arena, content->option.text);
    const char *words = slot_words(context, content, slot, tree->arena);
    const char *below = slot_lines(context, content, slot, tree->arena);
    Node *node =
        node_add(tree, strip, ROLE_BUTTON, arena_format(tree->arena, "slot-%s", content->option.id),
                 words[0] ? arena_format(tree->arena, "%s: %s", lead, words) : lead);
    bool shown = plan_slot_shown(context, state, page) == index;
    node->text = words[0] && context->tier > TIER_T1
                     ? arena_format(tree->arena, "%s\n%s", lead, below)
                     : lead;
    node->look = shown ? LOOK_TARGET : LOOK_FIELD;
    node->bold = shown;
    node->state.chosen = words[0] != '\0';
    node->picture = slot_picture(content, slot);
    node->picture_size = context->tier <= TIER_T2 ? 64 : 48;
    node->text_align = ALIGN_CENTER;
    node->type = context->tier <= TIER_T2 ? TYPE_SMALL : TYPE_BODY;
    node->action = action_of("open", content->option.id, 0);
}

/* One slot alone is the page itself. */
static void build_strip(const PlayContext *context, const PlanState *state, int page, Tree *tree,
                        Node *parent)
{
    int slots[SLOTS_MAX];
    int count = plan_slots(context, page, slots);
    if (count < 2) {
        return;
    }
    Node *strip = node_group(tree, parent, AXIS_GRID);
    strip->layout.gap = tier_limits(context->tier)->gap_px;
    strip->layout.cross = ALIGN_STRETCH;
    strip->layout.min_cell = count > 3 ? 140 : 180;
    for (int i = 0; i < count; i++) {
        build_slot(context, state, page, slots[i], tree, strip);
    }
}

static bool is_pictured(const Slot *slot)
{
    for (size_t i = 0; i < slot->options.count; i++) {
        if (option_at(&slot->options, sizeof(Option), i)->picture) {
            return true;
        }
    }
    return false;
}

static void build_options(const PlayContext *context, const PlanState *state, int page, int index,
                          int turn, Tree *tree, Node *parent)
{
    const Slot *slot = plan_slot(plan_page(context, page), index);
    int options[OPTIONS_MAX];
    int count = options_by_chance(context, page * SLOTS_MAX + index, &slot->options, sizeof(Option),
                                  options, OPTIONS_MAX);
    PageSet set = page_set(tier_limits(context->tier)->choices, count, turn);
    bool pictured = is_pictured(slot);
    Node *group = page_options(tree, parent, context, pictured);
    for (int i = set.first; i < set.end; i++) {
        const Option *option = option_at(&slot->options, sizeof(Option), (size_t)options[i]);
        Node *node = page_choice(
            tree, group, option->id, play_words(context, tree->arena, option->text),
            pictured && !option->picture ? "" : option->picture, action_of("put", option->id, 0),
            slot_pick(&state->slots[index], options[i]) >= 0);
        node->picture_size = page_picture_size(context->tier);
    }
    if (set.more) {
        page_more_row(context, tree, parent);
    }
}

static void build_own(const PlayContext *context, const PlanState *state, int page, int index,
                      const PlayView *view, Tree *tree, Node *parent)
{
    const Slot *slot = plan_slot(plan_page(context, page), index);
    if (!plan_may_type(context, slot)) {
        return;
    }
    if (state->slots[index].own[0]) {
        Node *row = node_group(tree, parent, AXIS_ROW);
        row->layout.main = ALIGN_CENTER;
        Node *given = node_button(tree, row, LOOK_CHIP, state->slots[index].own,
                                  action_of("clear", slot->option.id, 0));
        given->key = "own-given";
        given->icon = "icon/undo";
        return;
    }
    own_words_build(context, view, (OwnWords){.item = slot->option.id, .most = OWN_MAX}, tree,
                    parent);
}

void plan_build(const PlayContext *context, const void *any, int page, const PlayView *view,
                Tree *tree, Node *parent)
{
    const PlanState *state = plan_state(any, page);
    int index = plan_slot_shown(context, state, page);
    if (index < 0) {
        page_picture(tree, parent, plan_page(context, page)->page.picture, 560, 315);
        return;
    }
    build_strip(context, state, page, tree, parent);
    Node *lead = node_text(
        tree, parent, TYPE_LEAD,
        play_words(context, tree->arena, plan_slot(plan_page(context, page), index)->option.text));
    lead->text_align = ALIGN_CENTER;
    lead->bold = true;
    build_options(context, state, page, index, view->turn, tree, parent);
    build_own(context, state, page, index, view, tree, parent);
}
