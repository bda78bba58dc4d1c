#include "screen/given_paper.h"

#include "family/done_on_paper.h"
#include "screen/given_words.h"
#include "screen/screens.h"

#include <string.h>

void given_paper_way(const Screen *screen, const Assignment *given, const char *title, Tree *tree,
                     Node *row)
{
    const Case *family = record_case_around(keeper_record(screen->cove->keeper), given->id);
    const char *day = done_on_paper(family, given);
    const char *words = day[0] ? desk_word_for(screen, tree, "ui.given.paper", day)
                               : desk_word(screen, tree, "ui.fact.paper");
    Node *way = node_button(tree, row, LOOK_QUIET, words, action_of("paper", given->id.text, 0));
    way->key = arena_format(tree->arena, "paper-%s", given->id.text);
    way->icon = day[0] ? "icon/check" : "icon/note";
    way->name = arena_format(tree->arena, "%s: %s, %s", words, title,
                             case_person(family, given->person)->name);
}

void given_paper_open(Screen *screen, Id family, Id given_id)
{
    const Case *found = record_case(keeper_record(screen->cove->keeper), family);
    const Assignment *given = found ? case_assignment(found, given_id) : NULL;
    if (given) {
        FactSubject subject = {.person = given->person, .item = given->id};
        stage_push(screen->stage, screen_helper_fact(screen->cove, screen->stage, family,
                                                     fact_group("paper"), &subject));
    }
}

bool given_paper_stands(const Case *family, const Fact *fact)
{
    FactSubject subject = {fact->person, fact->about, fact->item};
    return strcmp(fact->field, "paper.date") == 0 && fact->value[0] &&
           case_assignment(family, fact->item) &&
           facts_last(&family->facts, fact->field, &subject) == fact;
}

const char *given_paper_words(const Screen *screen, const Case *family, const Fact *fact,
                              Tree *tree)
{
    FactSubject subject = {fact->person, fact->about, fact->item};
    const char *present = facts_value(&family->facts, "paper.present", &subject);
    const Assignment *given = case_assignment(family, fact->item);
    const char *kept = facts_value(&family->facts, "paper.words", &subject);
    return arena_format(tree->arena, "%s: %s%s%s%s%s",
                        desk_word_for(screen, tree, "ui.given.paper", fact->value),
                        given_title(screen, family, given), present[0] ? " \xc2\xb7 " : "", present,
                        kept[0] ? "\n" : "", kept);
}
