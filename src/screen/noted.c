#include "screen/noted.h"

#include "screen/desk.h"
#include "screen/noting.h"
#include "screen/screens.h"
#include "screen/signs.h"

enum { NOTES_MOST = 64 };

static const Facts *facts_of(const Screen *screen, const Sitting *sitting)
{
    return facts_about(screen->cove, sitting->case_id);
}

static const char *words_of(const Screen *screen, const Sitting *sitting, Tree *tree,
                            const char *field)
{
    FactSubject subject = {.item = sitting->id};
    return fact_words(screen, tree, facts_of(screen, sitting), fact_field(field), &subject);
}

/* ---- signs ---- */

static void build_sign(const Screen *screen, const Sitting *sitting, Tree *tree, Node *panel)
{
    const char *said = words_of(screen, sitting, tree, "sign.said");
    const char *asked = words_of(screen, sitting, tree, "sign.asked");
    const char *words = said && asked ? arena_format(tree->arena, "%s \xc2\xb7 %s", said, asked)
                        : said        ? said
                                      : asked;
    Node *row = desk_row(tree, panel, NULL, desk_word(screen, tree, "ui.signs.noted"),
                         words ? words : desk_word(screen, tree, "ui.fact.sign.about"),
                         action_of("note", "sign", 0));
    row->icon = "icon/sign";
}

/* "A word you asked to see: Scared" */
static const char *felt_words(const Screen *screen, const Sitting *sitting, Tree *tree)
{
    return arena_format(tree->arena, "%s: %s", desk_word(screen, tree, "ui.fact.felt"),
                        words_of(screen, sitting, tree, "felt.word"));
}

void noted_signs_build(const Screen *screen, const Sitting *sitting, Tree *tree, Node *body)
{
    unsigned signs = signs_of(keeper_record(screen->cove->keeper), sitting);
    if (!signs) {
        return;
    }
    Node *panel = desk_panel(tree, body, "signs", desk_word(screen, tree, "ui.signs.title"));
    if (signs & SIGN_NOT_OK) {
        node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.signs.not-ok"));
    }
    if (signs & SIGN_STOPPED_TWICE) {
        node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.signs.stopped-twice"));
    }
    if (signs & SIGN_FELT) {
        node_text(tree, panel, TYPE_BODY, felt_words(screen, sitting, tree));
    }
    if (signs & SIGN_NOTED) {
        build_sign(screen, sitting, tree, panel);
    }
    const char *answer = words_of(screen, sitting, tree, "flag.done");
    Node *row = desk_row(tree, panel, NULL, desk_word(screen, tree, "ui.fact.flag.done"),
                         answer ? answer : desk_word(screen, tree, "ui.signs.open"),
                         action_of("note", "flag", 0));
    row->icon = "icon/not-ok";
}

/* ---- notes ---- */

static size_t notes_of(const Facts *facts, Id sitting, Id *items)
{
    FactSubject subject = {.about = sitting};
    size_t count = facts_items(facts, fact_group("quick"), &subject, items, NOTES_MOST);
    return count < NOTES_MOST ? count : NOTES_MOST;
}

/* "2026-11-22 14:05 · Looked out of the window" */
static const char *note_words(const Facts *facts, Id sitting, Id item, Tree *tree)
{
    FactSubject subject = {.about = sitting, .item = item};
    const Fact *fact = facts_last(facts, "quick.words", &subject);
    return arena_format(tree->arena, "%s \xc2\xb7 %s", desk_when(tree, fact->at), fact->value);
}

static void add_notes(const Facts *facts, Id sitting, Tree *tree, Node *parent)
{
    Id items[NOTES_MOST];
    size_t count = notes_of(facts, sitting, items);
    for (size_t i = 0; i < count; i++) {
        node_text(tree, parent, TYPE_BODY, note_words(facts, sitting, items[i], tree));
    }
}

void noted_quick_build(const Screen *screen, Id family, Id sitting, Tree *tree, Node *body)
{
    const Facts *facts = facts_about(screen->cove, family);
    Id items[NOTES_MOST];
    if (notes_of(facts, sitting, items) > 0) {
        Node *panel = desk_panel(tree, body, "quick", desk_word(screen, tree, "ui.fact.quick"));
        add_notes(facts, sitting, tree, panel);
    }
}

/* All notes of the sitting in one line of the list. */
static const char *quick_words(const Screen *screen, const Sitting *sitting, Tree *tree)
{
    const Facts *facts = facts_of(screen, sitting);
    Id items[NOTES_MOST];
    size_t count = notes_of(facts, sitting->id, items);
    const char *words = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *one = note_words(facts, sitting->id, items[i], tree);
        words = words ? arena_format(tree->arena, "%s\n%s", words, one) : one;
    }
    return words;
}

void noted_after_build(const Screen *screen, const Sitting *sitting, Tree *tree, Node *body)
{
    FactSubject subject = {.item = sitting->id};
    const char *words =
        fact_group_words(screen, tree, facts_of(screen, sitting), fact_group("after"), &subject);
    const char *quick = quick_words(screen, sitting, tree);
    Node *row = desk_row(tree, body, NULL, desk_word(screen, tree, "ui.fact.after"),
                         words ? words : desk_word(screen, tree, "ui.fact.none"),
                         action_of("note", "after", 0));
    row->icon = "icon/note";
    if (quick) {
        desk_row(tree, body, NULL, desk_word(screen, tree, "ui.fact.quick"), quick,
                 action_of("note", "quick", 0))
            ->icon = "icon/clock";
    }
}

/* ---- in brief ---- */

void noted_brief_build(const Screen *screen, const Sitting *sitting, Tree *tree, Node *parent)
{
    const char *present = words_of(screen, sitting, tree, "after.present");
    if (present) {
        node_text(tree, parent, TYPE_BODY,
                  arena_format(tree->arena, "%s: %s",
                               desk_word(screen, tree, "ui.fact.after.present"), present))
            ->icon = "icon/family";
    }
    if (words_of(screen, sitting, tree, "sign.noted")) {
        node_text(tree, parent, TYPE_BODY, desk_word(screen, tree, "ui.signs.noted"))->icon =
            "icon/sign";
    }
    if (words_of(screen, sitting, tree, "felt.word")) {
        node_text(tree, parent, TYPE_BODY, felt_words(screen, sitting, tree))->icon = "icon/sign";
    }
    add_notes(facts_of(screen, sitting), sitting->id, tree, parent);
}

/* ---- hearing ---- */

/* Notes in a sitting are a list about it, all others are about the sitting itself. */
bool noted_hear(Screen *screen, const Sitting *sitting, const UiEvent *event)
{
    const FactGroup *group = heard_press(event, "note") ? fact_group(event->action.item) : NULL;
    if (!group) {
        return false;
    }
    FactSubject subject = {.item = sitting->id};
    if (group->of == FACT_OF_MOMENT) {
        subject = (FactSubject){.about = sitting->id};
    }
    stage_push(screen->stage,
               screen_helper_fact(screen->cove, screen->stage, sitting->case_id, group, &subject));
    return true;
}
