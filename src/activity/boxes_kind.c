/* What kinds made of boxes have in common: each callback finds the page's boxes and hands on. */
#include "activity/boxes.h"

_Static_assert(offsetof(BoxKind, kind) == 0, "a kind of boxes begins as a kind");

const Verb box_verbs[] = {
    {"fill", MOVE_ITEM | MOVE_TARGET}, {"own", MOVE_ITEM | MOVE_TEXT}, {"clear", MOVE_ITEM},
    {"mark", MOVE_ITEM | MOVE_TARGET}, {"unmark", MOVE_ITEM},          {NULL, 0},
};

static const BoxKind *kind_of_play(const PlayContext *context)
{
    return (const BoxKind *)(const void *)kind_named(context->activity->kind);
}

static BoxRules rules_of(const PlayContext *context, int page, Arena *arena)
{
    return kind_of_play(context)->rules(context, page, arena);
}

static const Boxes *boxes_of(const void *state, int page)
{
    return &((const BoxPages *)state)->pages[page];
}

bool box_kind_interpret(const PlayContext *context, const void *state, int page,
                        const UiEvent *event, Move *out)
{
    Arena *arena = arena_new();
    BoxRules rules = rules_of(context, page, arena);
    bool means = boxes_interpret(&rules, boxes_of(state, page), event, out);
    arena_free(arena);
    return means;
}

bool box_kind_apply(const PlayContext *context, void *state, int page, const Move *move,
                    Error *error)
{
    Arena *arena = arena_new();
    BoxRules rules = rules_of(context, page, arena);
    bool applied = boxes_apply(&rules, &((BoxPages *)state)->pages[page], move, error);
    arena_free(arena);
    return applied;
}

void box_kind_build(const PlayContext *context, const void *state, int page, const PlayView *view,
                    Tree *tree, Node *parent)
{
    BoxRules rules = rules_of(context, page, tree->arena);
    page_lead_picture(tree, parent, context->pages[page]->picture, rules.count == 0);
    if (rules.count > 0) {
        boxes_build(&rules, boxes_of(state, page), view, kind_of_play(context)->arrows, tree,
                    parent);
    }
}

bool box_kind_is_complete(const PlayContext *context, const void *state, int page)
{
    Arena *arena = arena_new();
    bool plain = rules_of(context, page, arena).count == 0;
    arena_free(arena);
    return plain || boxes_any(boxes_of(state, page));
}

bool box_kind_stands(const PlayContext *context, const void *state, int page, const Move *move)
{
    Arena *arena = arena_new();
    BoxRules rules = rules_of(context, page, arena);
    bool stand = boxes_stand(&rules, boxes_of(state, page), move);
    arena_free(arena);
    return stand;
}

void box_kind_forget(const PlayContext *context, void *state, const void *last, int page,
                     const char *instead)
{
    (void)context;
    boxes_forget(&((BoxPages *)state)->pages[page], boxes_of(last, page), instead);
}

void box_kind_step_text(const PlayContext *context, const void *state, int page, const Move *move,
                        Text *out)
{
    Arena *arena = arena_new();
    BoxRules rules = rules_of(context, page, arena);
    boxes_step(&rules, boxes_of(state, page), move, out);
    arena_free(arena);
}

void box_kind_summary(const PlayContext *context, const void *state, int page, Summary *out)
{
    BoxRules rules = rules_of(context, page, out->arena);
    boxes_summarise(&rules, boxes_of(state, page), out);
}
