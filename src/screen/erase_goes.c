#include "screen/erase_goes.h"

static void line(const Screen *screen, Tree *tree, Node *panel, const char *id, const char *words)
{
    if (words[0]) {
        node_text(tree, panel, TYPE_BODY,
                  arena_format(tree->arena, "%s: %s", desk_word(screen, tree, id), words));
    }
}

static void line_count(const Screen *screen, Tree *tree, Node *panel, const char *id, size_t count)
{
    line(screen, tree, panel, id, arena_format(tree->arena, "%zu", count));
}

static void say(const Screen *screen, Tree *tree, Node *panel, const char *id)
{
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, id));
}

/* ---- a whole case ---- */

static const char *people_of(const Case *family, Tree *tree)
{
    const char *names = "";
    for (size_t i = 0; i < family->people_count; i++) {
        names = arena_format(tree->arena, "%s%s%s", names, i ? ", " : "", family->people[i].name);
    }
    return names;
}

static size_t sittings_of_case(const Screen *screen, Id family)
{
    const Record *record = keeper_record(screen->cove->keeper);
    size_t count = 0;
    for (size_t i = 0; i < record_sitting_count(record); i++) {
        count += id_same(record_sitting_at(record, i)->case_id, family);
    }
    return count;
}

static void build_case(const Screen *screen, const Case *family, Tree *tree, Node *panel)
{
    line(screen, tree, panel, "ui.erase.people", people_of(family, tree));
    line_count(screen, tree, panel, "ui.erase.sittings", sittings_of_case(screen, family->id));
    line_count(screen, tree, panel, "ui.erase.given", family->assignment_count);
    say(screen, tree, panel, "ui.erase.all");
}

/* ---- one person of it ---- */

static size_t sittings_alone(const Record *record, Id person)
{
    size_t count = 0;
    for (size_t i = 0; i < record_sitting_count(record); i++) {
        const Sitting *sitting = record_sitting_at(record, i);
        count += id_same(sitting->person, person) && !sitting->adult.text[0];
    }
    return count;
}

static size_t sittings_with(const Record *record, Id one, Id other)
{
    size_t count = 0;
    for (size_t i = 0; i < record_sitting_count(record); i++) {
        const Sitting *sitting = record_sitting_at(record, i);
        count += (id_same(sitting->person, one) && id_same(sitting->adult, other)) ||
                 (id_same(sitting->person, other) && id_same(sitting->adult, one));
    }
    return count;
}

static size_t given_to(const Case *family, Id person)
{
    size_t count = 0;
    for (size_t i = 0; i < family->assignment_count; i++) {
        count += id_same(family->assignments[i].person, person);
    }
    return count;
}

static size_t how_many(const Case *family, PersonRole role)
{
    size_t count = 0;
    for (size_t i = 0; i < family->people_count; i++) {
        count += family->people[i].role == role;
    }
    return count;
}

static void build_together(const Screen *screen, const Case *family, const Person *person,
                           Tree *tree, Node *panel)
{
    const Record *record = keeper_record(screen->cove->keeper);
    for (size_t i = 0; i < family->people_count; i++) {
        const Person *other = &family->people[i];
        size_t count = sittings_with(record, person->id, other->id);
        if (count > 0) {
            node_text(tree, panel, TYPE_BODY,
                      arena_format(tree->arena, "%s: %zu",
                                   desk_word_for(screen, tree, "ui.erase.with", other->name),
                                   count));
        }
    }
    say(screen, tree, panel, "ui.erase.both");
}

static void build_person(const Screen *screen, const Case *family, const Person *person, Tree *tree,
                         Node *panel)
{
    bool child = person->role == PERSON_CHILD;
    line_count(screen, tree, panel, "ui.erase.alone",
               sittings_alone(keeper_record(screen->cove->keeper), person->id));
    line_count(screen, tree, panel, "ui.erase.given", given_to(family, person->id));
    say(screen, tree, panel, "ui.erase.theirs");
    build_together(screen, family, person, tree, panel);
    desk_note(tree, panel, desk_word(screen, tree, "ui.erase.stays"));
    if (how_many(family, person->role) == 1) {
        desk_note(tree, panel,
                  desk_word(screen, tree, child ? "ui.erase.only-child" : "ui.erase.only-adult"));
    }
}

void build_erase_goes(const Screen *screen, const Case *family, const Whose *whose, Tree *tree,
                      Node *panel)
{
    const Person *person = case_person(family, whose->one);
    if (person) {
        build_person(screen, family, person, tree, panel);
    } else {
        build_case(screen, family, tree, panel);
    }
    desk_note(tree, panel, desk_word(screen, tree, "ui.erase.cannot"))->icon = "icon/warning";
    desk_note(tree, panel, desk_word(screen, tree, "ui.erase.copies"));
}
