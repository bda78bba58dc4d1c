#include "screen/consenting.h"

#include "family/assent.h"
#include "screen/may.h"

const char *consenting_lacks(const Screen *screen, Tree *tree, const Case *family)
{
    static const char *const ids[] = {"basis", "who", "yes", "legal"};
    const char *words = NULL;
    unsigned lacks = consent_lacks(family);
    for (unsigned i = 0; i < sizeof ids / sizeof *ids; i++) {
        if (lacks & 1u << i) {
            const char *one =
                desk_word(screen, tree, arena_format(tree->arena, "ui.consent.lacks.%s", ids[i]));
            words = words ? arena_format(tree->arena, "%s\n%s", words, one) : one;
        }
    }
    return words;
}

static void build_row(const Screen *screen, const Person *person, const char *id, const char *words,
                      const char *icon, Tree *tree, Node *panel)
{
    Node *row = desk_row(tree, panel, NULL, desk_word(screen, tree, id), words,
                         action_of("consent", person->id.text, 0));
    row->name = arena_format(tree->arena, "%s: %s", row->name, person->name);
    row->key = arena_format(tree->arena, "%s-%s", id, person->id.text);
    row->icon = icon;
}

static void of_child(const Screen *screen, const Case *family, const Person *child, Tree *tree,
                     Node *panel)
{
    if (!child_may_begin(family)) {
        build_row(screen, child, "ui.consent.locked", consenting_lacks(screen, tree, family),
                  "icon/lock", tree, panel);
    }
    if (!assent_holds(family, child, clock_wall(&screen->cove->clock))) {
        build_row(screen, child, "ui.fact.assent",
                  desk_word_for(screen, tree, "ui.case.ask-again", child->name), "icon/child", tree,
                  panel);
    }
}

static void of_adult(const Screen *screen, const Case *family, const Person *adult, Tree *tree,
                     Node *panel)
{
    const FactSubject subject = {.person = adult->id};
    const char *state = facts_value(&family->facts, "consent.state", &subject);
    bool given = facts_is(&family->facts, "consent.state", &subject, "given");
    bool needless = facts_is(&family->facts, "consent.right", &subject, "no");
    if (!given && !needless) {
        build_row(screen, adult, "ui.fact.consent",
                  state[0] ? desk_word(screen, tree,
                                       arena_format(tree->arena, "ui.fact.consent.state.%s", state))
                           : desk_word(screen, tree, "ui.fact.none"),
                  "icon/adult", tree, panel);
    }
}

void consenting_rows(const Screen *screen, const Case *family, const Person *person, Tree *tree,
                     Node *panel)
{
    if (person->role == PERSON_CHILD) {
        of_child(screen, family, person, tree, panel);
    } else {
        of_adult(screen, family, person, tree, panel);
    }
}

bool consenting_allows(Screen *screen, const Case *family, Id person)
{
    Error error;
    if (case_person(family, person)->role != PERSON_CHILD || child_may_begin(family)) {
        return true;
    }
    error_set(&error, ERROR_REFUSED, "consent",
              "Consent is missing. \"Consent\" on this page says what, and where to note it.");
    stage_notice(screen->stage, &error);
    return false;
}
