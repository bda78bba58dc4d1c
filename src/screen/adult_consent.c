/* What an adult consents to, with the helper beside: each point to be ticked, read aloud where
 * wanted; then yes, not yet, or questions. It leads to the door: whoever sits here now is not the
 * helper. Nobody else's consent stands on it. */
#include "family/consent.h"
#include "screen/noting.h"
#include "screen/reporting.h"
#include "screen/screens.h"
#include "screen/sign_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct ConsentScreen {
    Screen screen;
    Id family, adult;
    bool ticked[CONSENT_POINTS];
    const char *said; /* code of the answer that was kept; NULL: none yet */
} ConsentScreen;

static ConsentScreen *self(Screen *screen)
{
    return (ConsentScreen *)(void *)screen;
}

static const ConsentScreen *self_const(const Screen *screen)
{
    return (const ConsentScreen *)(const void *)screen;
}

static Tier tier(const Screen *screen)
{
    (void)screen;
    return TIER_AD;
}

static Id person(const Screen *screen)
{
    return self_const(screen)->adult;
}

static const char *word(const Screen *screen, Tree *tree, const char *id)
{
    const ConsentScreen *consent = self_const(screen);
    const Case *family = record_case(keeper_record(screen->cove->keeper), consent->family);
    return sign_words(screen, tree, family, case_person(family, consent->adult), id, 0);
}

static bool all_ticked(const ConsentScreen *consent)
{
    for (int i = 0; i < CONSENT_POINTS; i++) {
        if (!consent->ticked[i]) {
            return false;
        }
    }
    return true;
}

/* ---- building ---- */

static void build_point(const Screen *screen, int point, Tree *tree, Node *list)
{
    const ReportFrom from = reporting_from(screen->cove);
    bool ticked = self_const(screen)->ticked[point];
    Node *tick = node_add(tree, list, ROLE_CHOICE, arena_format(tree->arena, "point-%d", point),
                          consent_point(&from, point, tree->arena));
    tick->text = tick->name;
    tick->look = LOOK_ROW;
    tick->text_align = ALIGN_START;
    tick->icon = ticked ? "icon/radio-on" : "icon/radio-off";
    tick->state.chosen = ticked;
    tick->action = action_of("tick", "", point);
}

static void build_answers(const Screen *screen, Tree *tree, Node *sheet)
{
    Node *row = simple_row(tree, sheet, 12);
    Node *agree = simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.consent.agree"),
                                "given", "icon/check");
    agree->state.disabled = !all_ticked(self_const(screen));
    simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.consent.not-yet"), "not-given",
                  "icon/pause");
    simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.consent.questions"), "asks",
                  "icon/note");
}

static void build_said(const Screen *screen, Tree *tree, Node *sheet)
{
    const char *id = arena_format(tree->arena, "ui.consent.said.%s", self_const(screen)->said);
    simple_title(tree, sheet, TYPE_TITLE, tree->root->name);
    Node *text = simple_words(tree, sheet, TYPE_BODY, word(screen, tree, id));
    text->layout.max_width = 560;
    simple_button(tree, sheet, LOOK_PRIMARY, word(screen, tree, "ui.sign.to-door"), "leave",
                  "icon/door");
}

static void build_points(const Screen *screen, Tree *tree, Node *sheet)
{
    Node *head = simple_row(tree, sheet, 16);
    node_heading(tree, head, TYPE_TITLE, tree->root->name);
    simple_button(tree, head, LOOK_SECONDARY, word(screen, tree, "ui.hear"), "hear", "icon/hear");
    simple_words(tree, sheet, TYPE_BODY, word(screen, tree, "ui.consent.about"));
    Node *list = node_group(tree, sheet, AXIS_COLUMN);
    list->layout.cross = ALIGN_STRETCH;
    list->layout.gap = 8;
    for (int i = 0; i < CONSENT_POINTS; i++) {
        build_point(screen, i, tree, list);
    }
    simple_words(tree, sheet, TYPE_SMALL, word(screen, tree, "ui.consent.paper"));
    build_answers(screen, tree, sheet);
    simple_button(tree, sheet, LOOK_QUIET, word(screen, tree, "ui.sign.leave"), "leave",
                  "icon/door");
}

static void build(const Screen *screen, Tree *tree)
{
    const ConsentScreen *consent = self_const(screen);
    Node *sheet =
        sign_sheet(screen, tree, TIER_AD,
                   word(screen, tree, consent->said ? "ui.consent.noted" : "ui.consent.title"));
    if (consent->said) {
        build_said(screen, tree, sheet);
    } else {
        build_points(screen, tree, sheet);
    }
}

/* ---- hearing ---- */

static void put(char (*values)[FACT_BYTES], const char *field, const char *value)
{
    const FactGroup *group = fact_group("consent");
    for (int i = 0; i < FACT_FIELDS_MAX && group->fields[i].id; i++) {
        if (strcmp(group->fields[i].id, field) == 0) {
            snprintf(values[i], FACT_BYTES, "%s", value);
        }
    }
}

/* What was noted before stays where the answer says nothing of it. */
static void fill(const ConsentScreen *consent, const char *state, char (*values)[FACT_BYTES])
{
    const Cove *cove = consent->screen.cove;
    const FactGroup *group = fact_group("consent");
    const FactSubject subject = {.person = consent->adult};
    char stamp[32], day[FACT_BYTES];
    snprintf(day, sizeof day, "%.10s", clock_stamp(clock_wall(&cove->clock), stamp, sizeof stamp));
    for (int i = 0; i < FACT_FIELDS_MAX && group->fields[i].id; i++) {
        const char *field = group->fields[i].id;
        put(values, field, facts_value(facts_about(cove, consent->family), field, &subject));
    }
    put(values, "consent.state", state);
    put(values, "consent.points", all_ticked(consent) ? "yes" : "no");
    put(values, "consent.version", consent_version());
    put(values, "consent.date", day);
}

static void keep(Screen *screen, const char *state)
{
    ConsentScreen *consent = self(screen);
    const FactSubject subject = {.person = consent->adult};
    char values[FACT_FIELDS_MAX][FACT_BYTES] = {""};
    Error error = {0};
    fill(consent, state, values);
    if (note_facts(screen->cove, consent->family, fact_group("consent"), &subject, values, "",
                   &error)) {
        consent->said = state;
        stage_touch(screen->stage);
    } else {
        stage_notice(screen->stage, &error);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    ConsentScreen *consent = self(screen);
    int point = event->action.value;
    if (heard_press(event, "tick") && point >= 0 && point < CONSENT_POINTS) {
        consent->ticked[point] = !consent->ticked[point];
        stage_touch(screen->stage);
    } else if (heard_press(event, "given") && all_ticked(consent)) {
        keep(screen, "given");
    } else if (heard_press(event, "not-given")) {
        keep(screen, "not-given");
    } else if (heard_press(event, "asks")) {
        keep(screen, "asks");
    } else if (heard_press(event, "leave") || frame_is_stop(event)) {
        stage_clear_to(screen->stage, screen_door(screen->cove, screen->stage));
    }
}

static const ScreenOps ops = {
    .name = "consent", .build = build, .hear = hear, .tier = tier, .person = person};

Screen *screen_consent(Cove *cove, Stage *stage, Id family, Id adult)
{
    ConsentScreen *consent = memory_new(1, sizeof *consent);
    consent->screen = (Screen){&ops, cove, stage};
    consent->family = family;
    consent->adult = adult;
    return &consent->screen;
}
