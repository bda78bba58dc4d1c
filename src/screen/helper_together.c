/* Playing together: a child and one adult of the case. It begins here and nowhere else, once this
 * adult's safety gate is open and the helper has said three things about the pair. The first is
 * kept with its date; the other two are said anew each time. */
#include "activity/kind.h"
#include "family/assent.h"
#include "family/gate.h"
#include "screen/desk.h"
#include "screen/may.h"
#include "screen/noting.h"
#include "screen/screens.h"
#include "screen/together.h"

#include <string.h>

typedef struct TogetherScreen {
    Screen screen;
    Id family, child;
    Id adult; /* "" while none is chosen */
    bool prepared, present;
} TogetherScreen;

static TogetherScreen *self(Screen *screen)
{
    return (TogetherScreen *)(void *)screen;
}

static const TogetherScreen *self_const(const Screen *screen)
{
    return (const TogetherScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self_const(screen)->family);
}

static bool contact_safe(const Screen *screen)
{
    const TogetherScreen *together = self_const(screen);
    return case_contact_safe(family_of(screen), together->child, together->adult);
}

/* The child's own answer, given alone (child_assent.c). */
static bool child_agrees(const Screen *screen)
{
    const TogetherScreen *together = self_const(screen);
    const Case *family = family_of(screen);
    return assent_holds_with(family, case_person(family, together->child), together->adult,
                             clock_wall(&screen->cove->clock));
}

static bool all_said(const Screen *screen)
{
    const TogetherScreen *together = self_const(screen);
    return pair_may_play(family_of(screen), together->child, together->adult) &&
           child_agrees(screen) && together->prepared && together->present;
}

static void build_adults(const Screen *screen, Tree *tree, Node *body)
{
    Node *panel = desk_panel(tree, body, "who", desk_word(screen, tree, "ui.joint.who"));
    const Case *family = family_of(screen);
    Node *row = simple_row(tree, panel, 12);
    row->layout.main = ALIGN_START;
    const Person *adult;
    for (int i = 0; (adult = case_adult(family, i)) != NULL; i++) {
        if (adult_hidden(family, adult->id)) {
            continue;
        }
        Node *choice = page_choice(tree, row, adult->id.text, adult->name, adult->picture,
                                   action_of("adult", adult->id.text, 0),
                                   id_same(adult->id, self_const(screen)->adult));
        choice->picture_size = 72;
        choice->layout.min_width = 120;
    }
    if (!case_adult(family, 0)) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.joint.no-adult"));
    }
}

static Node *build_tick(const Screen *screen, const char *verb, const char *words, bool said,
                        Tree *tree, Node *panel)
{
    Node *tick = node_add(tree, panel, ROLE_CHOICE, verb, words);
    (void)screen;
    tick->text = tick->name;
    tick->look = LOOK_ROW;
    tick->text_align = ALIGN_START;
    tick->icon = said ? "icon/radio-on" : "icon/radio-off";
    tick->state.chosen = said;
    tick->action = action_of(verb, "", 0);
    return tick;
}

static void build_gate(const Screen *screen, Tree *tree, Node *panel)
{
    const Case *family = family_of(screen);
    Id adult = self_const(screen)->adult;
    const char *words = desk_word(
        screen, tree, gate_open(family, adult) ? "ui.fact.gate.state.open" : "ui.gate.closed");
    const char *lacks = gate_lacks_words(screen, tree, gate_lacks(&family->facts, adult));
    Node *row =
        desk_row(tree, panel, NULL,
                 arena_format(tree->arena, "%s: %s", desk_word(screen, tree, "ui.fact.gate"),
                              case_person(family, adult)->name),
                 lacks ? arena_format(tree->arena, "%s\n%s", words, lacks) : words,
                 action_of("gate", "", 0));
    row->icon = "icon/lock";
}

static FactSubject pair_of(const TogetherScreen *together)
{
    return (FactSubject){.person = together->child, .about = together->adult};
}

/* Whether the child was asked, and the way to have it asked: of the child alone, as the first page
 * of its next sitting in the room. */
static void build_yes(const Screen *screen, const char *child, Tree *tree, Node *panel)
{
    const FactSubject pair = pair_of(self_const(screen));
    if (child_agrees(screen)) {
        desk_note(tree, panel, desk_word_for(screen, tree, "ui.joint.yes", child));
        return;
    }
    const char *answer =
        fact_words(screen, tree, &family_of(screen)->facts, fact_field("joint-yes.answer"), &pair);
    Node *row = desk_row(tree, panel, NULL, desk_word_for(screen, tree, "ui.joint.yes", child),
                         answer ? answer : desk_word(screen, tree, "ui.joint.yes.open"),
                         action_of("yes", "", 0));
    row->icon = "icon/child";
    if (contact_safe(screen) &&
        !facts_is(&family_of(screen)->facts, "joint-yes.answer", &pair, "to-ask")) {
        simple_button(tree, panel, LOOK_SECONDARY, desk_word(screen, tree, "ui.joint.yes.ask"),
                      "ask-child", "icon/child");
    }
}

static void build_ticks(const Screen *screen, Tree *tree, Node *body)
{
    const TogetherScreen *together = self_const(screen);
    const Case *family = family_of(screen);
    if (!together->adult.text[0]) {
        return;
    }
    const char *child = case_person(family, together->child)->name;
    Node *panel =
        desk_panel(tree, body, "before", desk_word_for(screen, tree, "ui.joint.before", child));
    build_gate(screen, tree, panel);
    build_tick(screen, "contact", desk_word_for(screen, tree, "ui.joint.contact", child),
               contact_safe(screen), tree, panel);
    const ContactJudged *judged = case_contact(family, together->child, together->adult);
    if (judged) {
        desk_note(
            tree, panel,
            arena_format(tree->arena, "%s: %s",
                         desk_word(screen, tree,
                                   judged->contact == CONTACT_SAFE ? "ui.joint.judged-safe"
                                                                   : "ui.joint.judged-closed"),
                         desk_when(tree, judged->at)));
    }
    build_yes(screen, child, tree, panel);
    build_tick(screen, "prepared", desk_word(screen, tree, "ui.joint.prepared"), together->prepared,
               tree, panel);
    build_tick(screen, "present", desk_word(screen, tree, "ui.joint.present"), together->present,
               tree, panel);
}

static bool is_joint(const Screen *screen, const Assignment *given)
{
    return id_same(given->person, self_const(screen)->child) && !given->taken_back &&
           given->setting == SETTING_JOINT;
}

static const Activity *activity_of(const Screen *screen, const Assignment *given,
                                   const Module **module)
{
    *module = library_module(screen->cove->library, given->module);
    return *module ? module_activity(*module, given->activity) : NULL;
}

static bool build_given(const Screen *screen, const Assignment *given, Tree *tree, Node *panel)
{
    const Module *module;
    const Activity *activity = activity_of(screen, given, &module);
    if (!is_joint(screen, given) || !activity) {
        return false;
    }
    Tier tier = case_person(family_of(screen), given->person)->tier;
    const char *title =
        strings_get(library_strings(screen->cove->library, module), activity->title, tier);
    Node *row = node_group(tree, panel, AXIS_ROW);
    row->layout.gap = 12;
    row->layout.cross = ALIGN_CENTER;
    node_image(tree, row, activity->picture, "", 56, 48);
    node_text(tree, row, TYPE_BODY, title ? title : activity->id)->layout.grow = 1;
    Node *begin = node_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.joint.start"),
                              action_of("begin-together", given->id.text, 0));
    begin->key = arena_format(tree->arena, "begin-%s", given->id.text);
    begin->name = arena_format(tree->arena, "%s: %s", begin->text, title ? title : activity->id);
    begin->icon = "icon/joint";
    begin->state.disabled = !all_said(screen);
    return true;
}

static void build_plays(const Screen *screen, Tree *tree, Node *body)
{
    const Case *family = family_of(screen);
    Node *panel = desk_panel(tree, body, "plays", desk_word(screen, tree, "ui.joint.plays"));
    size_t count = 0;
    for (size_t i = 0; i < family->assignment_count; i++) {
        count += build_given(screen, &family->assignments[i], tree, panel);
    }
    if (count == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.joint.none"));
    } else if (!all_said(screen)) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.joint.closed"));
    }
    const char *child = case_person(family, self_const(screen)->child)->name;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_SECONDARY, desk_word_for(screen, tree, "ui.assign.title", child),
                  "assign", "icon/assign");
}

static void build(const Screen *screen, Tree *tree)
{
    const Case *family = family_of(screen);
    const char *child = case_person(family, self_const(screen)->child)->name;
    Node *body =
        desk_page(screen, tree, desk_word_for(screen, tree, "ui.joint.of", child), family->name);
    node_text(tree, body, TYPE_BODY, desk_word(screen, tree, "ui.joint.about"));
    build_adults(screen, tree, body);
    build_ticks(screen, tree, body);
    build_plays(screen, tree, body);
}

static void judge_contact(Screen *screen)
{
    const TogetherScreen *together = self_const(screen);
    Event event = {.type = EVENT_CONTACT_JUDGED,
                   .case_id = together->family,
                   .person_id = together->child,
                   .about_id = together->adult,
                   .contact = contact_safe(screen) ? CONTACT_CLOSED : CONTACT_SAFE};
    Error error = {0};
    if (!cove_keep(screen->cove, &event, 1, &error)) {
        stage_notice(screen->stage, &error);
    }
}

/* What was said holds for one pair, and for one time. */
static void choose_adult(TogetherScreen *together, const char *id)
{
    Id adult;
    if (id_parse(id, &adult)) {
        together->adult = adult;
        together->prepared = together->present = false;
    }
}

static void show_fact(Screen *screen, const char *group, const FactSubject *subject)
{
    stage_push(screen->stage, screen_helper_fact(screen->cove, screen->stage, self(screen)->family,
                                                 fact_group(group), subject));
}

static void ask_child(Screen *screen)
{
    const FactSubject pair = pair_of(self(screen));
    Error error = {0};
    if (!note_fact(screen->cove, self(screen)->family, "joint-yes.answer", &pair, "to-ask", "",
                   &error)) {
        stage_notice(screen->stage, &error);
    }
}

static void begin(Screen *screen, const char *assignment)
{
    TogetherScreen *together = self(screen);
    Id given;
    if (!all_said(screen) || !id_parse(assignment, &given)) {
        return;
    }
    if (record_sitting_open(keeper_record(screen->cove->keeper))) {
        Error error;
        error_set(&error, ERROR_REFUSED, "sitting",
                  "Another sitting is still open. Finish it at the door first.");
        stage_notice(screen->stage, &error);
        return;
    }
    together_begin(screen->cove, screen->stage, together->family, together->child, together->adult,
                   given);
}

static void hear(Screen *screen, const UiEvent *event)
{
    TogetherScreen *together = self(screen);
    if (heard_press(event, "adult")) {
        choose_adult(together, event->action.item);
    } else if (heard_press(event, "contact")) {
        judge_contact(screen);
    } else if (heard_press(event, "prepared")) {
        together->prepared = !together->prepared;
    } else if (heard_press(event, "present")) {
        together->present = !together->present;
    } else if (heard_press(event, "gate")) {
        show_fact(screen, "gate", &(FactSubject){.person = together->adult});
    } else if (heard_press(event, "yes")) {
        const FactSubject pair = pair_of(together);
        show_fact(screen, "joint-yes", &pair);
    } else if (heard_press(event, "ask-child")) {
        ask_child(screen);
    } else if (heard_press(event, "begin-together")) {
        begin(screen, event->action.item);
    } else if (heard_press(event, "assign")) {
        stage_push(screen->stage, screen_helper_assign_joint(screen->cove, screen->stage,
                                                             together->family, together->child));
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-together", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_together(Cove *cove, Stage *stage, Id family, Id child)
{
    TogetherScreen *together = memory_new(1, sizeof *together);
    together->screen = (Screen){&ops, cove, stage};
    together->family = family;
    together->child = child;
    return &together->screen;
}
