/* The case file: what was noted of the family, of each of its people, and of each child with each
 * adult. Each line opens its page. */
#include "screen/desk.h"
#include "screen/noting.h"
#include "screen/screens.h"

#include <string.h>

typedef struct FileScreen {
    Screen screen;
    Id family;
} FileScreen;

static const FileScreen *self(const Screen *screen)
{
    return (const FileScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self(screen)->family);
}

/* How a list stands: its items, in words. */
static const char *items_words(const Screen *screen, Tree *tree, const Facts *facts,
                               const FactGroup *group, const FactSubject *subject)
{
    Id items[16];
    size_t count = facts_items(facts, group, subject, items, 16);
    const char *words = NULL;
    for (size_t i = 0; i < count && i < 16; i++) {
        FactSubject one = {subject->person, subject->about, items[i]};
        const char *item = fact_group_words(screen, tree, facts, group, &one);
        words = words ? arena_format(tree->arena, "%s\n%s", words, item) : item;
    }
    return words;
}

/* Whom it is about stands in the action: "ladder/<child>/<adult>", either id may be missing. */
static void build_group(const Screen *screen, const FactGroup *group, const FactSubject *subject,
                        const Person *person, const Person *about, Tree *tree, Node *panel)
{
    const Facts *facts = facts_about(screen->cove, self(screen)->family);
    const char *words = group->most ? items_words(screen, tree, facts, group, subject)
                                    : fact_group_words(screen, tree, facts, group, subject);
    const char *name = desk_word(screen, tree, arena_format(tree->arena, "ui.fact.%s", group->id));
    name = about ? arena_format(tree->arena, "%s: %s", name, about->name) : name;
    Node *row =
        desk_row(tree, panel, NULL, name, words ? words : desk_word(screen, tree, "ui.fact.none"),
                 action_of("fact",
                           arena_format(tree->arena, "%s/%s/%s", group->id, subject->person.text,
                                        subject->about.text),
                           0));
    row->name = person ? arena_format(tree->arena, "%s: %s", name, person->name) : row->name;
}

static bool of_person(const FactGroup *group, const Person *person)
{
    return group->of == FACT_OF_PERSON ||
           group->of == (person->role == PERSON_CHILD ? FACT_OF_CHILD : FACT_OF_ADULT);
}

static void build_pairs(const Screen *screen, const Case *family, const FactGroup *group,
                        const Person *child, Tree *tree, Node *panel)
{
    const Person *adult;
    for (int i = 0; (adult = case_adult(family, i)) != NULL; i++) {
        FactSubject pair = {child->id, adult->id, {""}};
        build_group(screen, group, &pair, child, adult, tree, panel);
    }
}

static void build_person(const Screen *screen, const Case *family, const Person *person, Tree *tree,
                         Node *panels)
{
    Node *panel = desk_panel(tree, panels, person->id.text, person->name);
    FactSubject subject = {.person = person->id};
    size_t count;
    const FactGroup *groups = fact_groups(&count);
    for (size_t i = 0; i < count; i++) {
        if (of_person(&groups[i], person)) {
            build_group(screen, &groups[i], &subject, person, NULL, tree, panel);
        } else if (groups[i].of == FACT_OF_PAIR && person->role == PERSON_CHILD) {
            build_pairs(screen, family, &groups[i], person, tree, panel);
        }
    }
}

static void build_family(const Screen *screen, FactOf of, const char *title, Tree *tree,
                         Node *panels)
{
    Node *panel = desk_panel(tree, panels, "family", title);
    FactSubject nobody = {.person = {""}};
    size_t count;
    const FactGroup *groups = fact_groups(&count);
    for (size_t i = 0; i < count; i++) {
        if (groups[i].of == of) {
            build_group(screen, &groups[i], &nobody, NULL, NULL, tree, panel);
        }
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const Case *family = family_of(screen);
    const char *title = desk_word(screen, tree, family ? "ui.file.title" : "ui.file.practice");
    Node *body = desk_page(screen, tree, title,
                           family ? family->name : desk_word(screen, tree, "ui.helper.title"));
    node_text(tree, body, TYPE_BODY,
              desk_word(screen, tree, family ? "ui.file.about" : "ui.file.practice-about"));
    Node *panels = desk_panels(tree, body);
    build_family(screen, family ? FACT_OF_CASE : FACT_OF_PRACTICE, family ? family->name : title,
                 tree, panels);
    for (size_t i = 0; family && i < family->people_count; i++) {
        build_person(screen, family, &family->people[i], tree, panels);
    }
}

static void open_group(Screen *screen, const char *item)
{
    char text[REF_MAX];
    FactSubject subject = {.person = {""}};
    memcpy(text, item, sizeof text);
    char *person = strchr(text, '/');
    char *about = person ? strchr(person + 1, '/') : NULL;
    if (!about) {
        return;
    }
    *person++ = *about++ = '\0';
    const FactGroup *group = fact_group(text);
    (void)id_parse(person, &subject.person);
    (void)id_parse(about, &subject.about);
    if (group) {
        stage_push(screen->stage, screen_helper_fact(screen->cove, screen->stage,
                                                     self(screen)->family, group, &subject));
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "fact")) {
        open_group(screen, event->action.item);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-file", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_file(Cove *cove, Stage *stage, Id family)
{
    FileScreen *file = memory_new(1, sizeof *file);
    file->screen = (Screen){&ops, cove, stage};
    file->family = family;
    return &file->screen;
}
