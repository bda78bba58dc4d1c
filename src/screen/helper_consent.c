/* Consent of a case in one place: whose is needed, what is missing, an emergency; each adult's page
 * to go through together, and its record on paper; what each child said. */
#include "screen/consenting.h"
#include "screen/noting.h"
#include "screen/screens.h"

#include <string.h>

typedef struct ConsentsScreen {
    Screen screen;
    Id family;
} ConsentsScreen;

static const ConsentsScreen *self(const Screen *screen)
{
    return (const ConsentsScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self(screen)->family);
}

/* ---- building ---- */

/* The group of facts as it stands, leading to its page; `person` NULL: of the case. */
static void build_fact(const Screen *screen, const char *group, const Person *person, Tree *tree,
                       Node *panel)
{
    const FactSubject subject = {.person = person ? person->id : (Id){""}};
    const char *words =
        fact_group_words(screen, tree, &family_of(screen)->facts, fact_group(group), &subject);
    const char *name = desk_word(screen, tree, arena_format(tree->arena, "ui.fact.%s", group));
    Node *row =
        desk_row(tree, panel, NULL, name, words ? words : desk_word(screen, tree, "ui.fact.none"),
                 action_of(group, subject.person.text, 0));
    if (person) {
        row->name = arena_format(tree->arena, "%s: %s", name, person->name);
    }
}

static void build_who(const Screen *screen, Tree *tree, Node *panels)
{
    const Case *family = family_of(screen);
    const char *lacks = consenting_lacks(screen, tree, family);
    Node *panel = desk_panel(tree, panels, "who", desk_word(screen, tree, "ui.consent.who"));
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.consent.who.about"));
    build_fact(screen, "basis", NULL, tree, panel);
    Node *state = desk_note(
        tree, panel,
        desk_word(screen, tree, consent_holds(family) ? "ui.consent.open" : "ui.consent.locked"));
    state->icon = consent_holds(family) ? "icon/check" : "icon/lock";
    if (lacks) {
        desk_note(tree, panel, lacks);
    }
    build_fact(screen, "urgent", NULL, tree, panel);
}

static void build_way(const Screen *screen, const Person *adult, const char *verb, const char *icon,
                      Tree *tree, Node *row)
{
    Node *way =
        node_button(tree, row, LOOK_SECONDARY,
                    desk_word(screen, tree, arena_format(tree->arena, "ui.consent.%s", verb)),
                    action_of(verb, adult->id.text, 0));
    way->key = arena_format(tree->arena, "%s-%s", verb, adult->id.text);
    way->name = arena_format(tree->arena, "%s: %s", way->text, adult->name);
    way->icon = icon;
}

static void build_adult(const Screen *screen, const Person *adult, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, adult->id.text, adult->name);
    build_fact(screen, "consent", adult, tree, panel);
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    build_way(screen, adult, "through", "icon/adult", tree, row);
    build_way(screen, adult, "record", "icon/note", tree, row);
}

static void build_child(const Screen *screen, const Person *child, Tree *tree, Node *panels)
{
    Node *panel = desk_panel(tree, panels, child->id.text, child->name);
    build_fact(screen, "assent", child, tree, panel);
    desk_note(tree, panel, desk_word(screen, tree, "ui.consent.child"));
}

static void build(const Screen *screen, Tree *tree)
{
    const Case *family = family_of(screen);
    const Person *adult;
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.consent.room"), family->name);
    Node *panels = desk_panels(tree, body);
    build_who(screen, tree, panels);
    for (int i = 0; (adult = case_adult(family, i)) != NULL; i++) {
        build_adult(screen, adult, tree, panels);
    }
    for (size_t i = 0; i < family->people_count; i++) {
        if (family->people[i].role == PERSON_CHILD) {
            build_child(screen, &family->people[i], tree, panels);
        }
    }
}

/* ---- hearing ---- */

static void show_fact(Screen *screen, const char *group, const char *person)
{
    FactSubject subject = {.person = {""}};
    (void)id_parse(person, &subject.person);
    stage_push(screen->stage, screen_helper_fact(screen->cove, screen->stage, self(screen)->family,
                                                 fact_group(group), &subject));
}

static bool is_fact(const UiEvent *event)
{
    return heard_press(event, "basis") || heard_press(event, "urgent") ||
           heard_press(event, "consent") || heard_press(event, "assent");
}

static void hear(Screen *screen, const UiEvent *event)
{
    Id person = {""}, family = self(screen)->family;
    bool named = event->type == UI_PRESS && id_parse(event->action.item, &person);
    if (is_fact(event)) {
        show_fact(screen, event->action.verb, event->action.item);
    } else if (heard_press(event, "through") && named) {
        stage_clear_to(screen->stage, screen_consent(screen->cove, screen->stage, family, person));
    } else if (heard_press(event, "record") && named) {
        stage_push(screen->stage,
                   screen_helper_form(screen->cove, screen->stage, FORM_CONSENT, family, person));
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-consent", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_consent(Cove *cove, Stage *stage, Id family)
{
    desk_need(cove, stage, family);
    ConsentsScreen *consents = memory_new(1, sizeof *consents);
    consents->screen = (Screen){&ops, cove, stage};
    consents->family = family;
    return &consents->screen;
}
