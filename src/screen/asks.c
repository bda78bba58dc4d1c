#include "screen/asks.h"

#include "screen/screens.h"

enum { NOTES_MAX = 60 };

static const Record *record_of(const Screen *screen)
{
    return keeper_record(screen->cove->keeper);
}

/* Rows of this person's notes that wait; returns the panel, made for the first of all. */
static Node *build_person(const Screen *screen, const Case *family, const Person *person,
                          Tree *tree, Node *body, Node *panel)
{
    Id notes[NOTES_MAX];
    FactSubject subject = {.person = person->id};
    size_t count = facts_items(&family->facts, fact_group("ask"), &subject, notes, NOTES_MAX);
    for (size_t i = 0; i < count && i < NOTES_MAX; i++) {
        subject.item = notes[i];
        if (facts_is(&family->facts, "ask.done", &subject, "read")) {
            continue;
        }
        panel = panel ? panel
                      : desk_panel(tree, body, "asks", desk_word(screen, tree, "ui.asks.title"));
        desk_row(tree, panel, person->picture, person->name,
                 facts_value(&family->facts, "ask.words", &subject),
                 action_of("asks", person->id.text, (int)i));
    }
    return panel;
}

void asks_build(const Screen *screen, Tree *tree, Node *body)
{
    Node *panel = NULL;
    for (size_t c = 0; c < record_case_count(record_of(screen)); c++) {
        const Case *family = record_case_at(record_of(screen), c);
        for (size_t p = 0; p < family->people_count; p++) {
            if (family->people[p].role == PERSON_ADULT) {
                panel = build_person(screen, family, &family->people[p], tree, body, panel);
            }
        }
    }
}

bool asks_hear(Screen *screen, const UiEvent *event)
{
    FactSubject subject = {.person = {""}};
    if (!heard_press(event, "asks") || !id_parse(event->action.item, &subject.person)) {
        return false;
    }
    const Case *family = record_case_around(record_of(screen), subject.person);
    if (family) {
        desk_need(screen->cove, screen->stage, family->id);
        stage_push(screen->stage, screen_helper_fact(screen->cove, screen->stage, family->id,
                                                     fact_group("ask"), &subject));
    }
    return true;
}
