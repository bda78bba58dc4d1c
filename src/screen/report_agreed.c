#include "screen/report_agreed.h"

#include "screen/screens.h"

static const Case *family_of(const Screen *screen, const ReportWish *wish)
{
    return record_case(keeper_record(screen->cove->keeper), wish->family);
}

/* "Themselves, 2026-11-22". */
static const char *by_words(const Screen *screen, const Agreed *agreed, Tree *tree)
{
    const char *id = arena_format(tree->arena, "ui.fact.agreed.by.%s", agreed->by);
    return arena_format(tree->arena, "%s, %s", desk_word(screen, tree, id),
                        desk_day_and_time(tree, agreed->date));
}

static void build_goals(const Screen *screen, const ReportWish *wish, const Person *person,
                        Tree *tree, Node *panel)
{
    Agreed agreed;
    bool yes = agreed_goals(family_of(screen, wish), person->id, wish->audience, &agreed);
    Node *row = desk_row(
        tree, panel, NULL, desk_word_for(screen, tree, "ui.report.agreed.goals", person->name),
        yes ? by_words(screen, &agreed, tree) : desk_word(screen, tree, "ui.report.agreed.none"),
        action_of("agreed", person->id.text, 0));
    row->icon = yes ? "icon/check" : "icon/note";
}

static void build_quotes(const Screen *screen, const ReportWish *wish, Tree *tree, Node *panel)
{
    Agreed quotes[AGREED_QUOTES_MAX];
    size_t count =
        agreed_quotes(family_of(screen, wish), wish->child, wish->audience, wish->reader, quotes);
    for (size_t i = 0; i < count; i++) {
        desk_note(tree, panel,
                  arena_format(tree->arena, "\xe2\x80\x9c%s\xe2\x80\x9d\n%s", quotes[i].words,
                               by_words(screen, &quotes[i], tree)));
    }
    const Person *child = case_person(family_of(screen, wish), wish->child);
    Node *row = desk_row(
        tree, panel, NULL, desk_word_for(screen, tree, "ui.report.agreed.words", child->name),
        desk_word(screen, tree, count ? "ui.report.agreed.more" : "ui.report.agreed.none"),
        action_of(wish->audience == REPORT_PARENT ? "agreed-for" : "agreed", child->id.text, 1));
    row->icon = "icon/child";
}

void report_agreed_build(const Screen *screen, const ReportWish *wish, Tree *tree, Node *panels)
{
    bool goals = wish->parts[REPORT_GOALS] && report_needs_yes(REPORT_GOALS, wish->audience);
    bool view = wish->parts[REPORT_VIEW] && report_offers(REPORT_VIEW, wish->audience);
    const Case *family = family_of(screen, wish);
    if (!goals && !view) {
        return;
    }
    Node *panel = desk_panel(tree, panels, "agreed", desk_word(screen, tree, "ui.report.agreed"));
    node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, "ui.report.agreed.about"));
    for (size_t i = 0; goals && i < family->people_count; i++) {
        const Person *person = &family->people[i];
        if (person->role == PERSON_ADULT || id_same(person->id, wish->child)) {
            build_goals(screen, wish, person, tree, panel);
        }
    }
    if (view) {
        build_quotes(screen, wish, tree, panel);
    }
}

bool report_agreed_hear(Screen *screen, const ReportWish *wish, const UiEvent *event)
{
    bool pair = heard_press(event, "agreed-for");
    FactSubject subject = {.person = {""}};
    if ((!pair && !heard_press(event, "agreed")) ||
        !id_parse(event->action.item, &subject.person)) {
        return false;
    }
    if (pair) {
        subject.about = wish->reader;
    }
    stage_push(screen->stage,
               screen_helper_fact(screen->cove, screen->stage, wish->family,
                                  fact_group(pair ? "agreed-for" : "agreed"), &subject));
    return true;
}
