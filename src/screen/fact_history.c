#include "screen/fact_history.h"

#include "screen/desk.h"

enum { SHOWN = 20 };

static bool is_of(const Fact *one, const FactGroup *group, const FactSubject *subject)
{
    return fact_group_of(one->field) == group && id_same(one->person, subject->person) &&
           id_same(one->about, subject->about) && id_same(one->item, subject->item);
}

static const char *words_of(const Screen *screen, const Fact *past, Tree *tree)
{
    if (fact_field(past->field)->value != FACT_CHOICE || !past->value[0]) {
        return past->value[0] ? past->value : "\xe2\x80\x93";
    }
    return desk_word(screen, tree,
                     arena_format(tree->arena, "ui.fact.%s.%s", past->field, past->value));
}

static void build_past(const Screen *screen, const Fact *past, Tree *tree, Node *panel)
{
    const char *label =
        desk_word(screen, tree, arena_format(tree->arena, "ui.fact.%s", past->field));
    node_text(tree, panel, TYPE_SMALL,
              arena_format(tree->arena, "%s \xc2\xb7 %s: %s%s%s", desk_when(tree, past->at), label,
                           words_of(screen, past, tree), past->reason[0] ? "\n" : "",
                           past->reason));
}

void fact_history_build(const Screen *screen, const Facts *facts, const FactGroup *group,
                        const FactSubject *subject, Tree *tree, Node *body)
{
    Node *panel = NULL;
    int shown = 0;
    for (size_t i = facts->count; i-- > 0 && shown < SHOWN;) {
        if (is_of(&facts->list[i], group, subject)) {
            panel = panel ? panel
                          : desk_panel(tree, body, "history",
                                       desk_word(screen, tree, "ui.fact.history"));
            build_past(screen, &facts->list[i], tree, panel);
            shown++;
        }
    }
}
