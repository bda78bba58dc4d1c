/* One case: its people, what each was given, and the sittings so far. From here a sitting
 * starts. */
#include "screen/consenting.h"
#include "screen/desk.h"
#include "screen/given_paper.h"
#include "screen/given_words.h"
#include "screen/logging.h"
#include "screen/screens.h"
#include "screen/sharing.h"
#include "screen/sitting.h"

#include <string.h>

enum {
    SITTINGS_SHOWN = 30, /* and so many more each time earlier ones are asked for */
    WISHES_SHOWN = 40,
    NEXT_SITTINGS = 40 /* of a person: nothing older is still to be taken up */
};

typedef struct CaseScreen {
    Screen screen;
    Id family;
    size_t sittings; /* so many are shown */
} CaseScreen;

static const CaseScreen *self(const Screen *screen)
{
    return (const CaseScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self(screen)->family);
}

static void build_given(const Screen *screen, const Assignment *given, const Person *person,
                        Tree *tree, Node *panel)
{
    const Case *family = family_of(screen);
    const char *title = given_title(screen, family, given);
    Node *words = node_group(tree, panel, AXIS_COLUMN);
    node_text(tree, words, TYPE_BODY, title);
    int times = record_times_played(keeper_record(screen->cove->keeper), given->id);
    node_text(tree, words, TYPE_SMALL,
              arena_format(tree->arena, "%s \xc2\xb7 %s%s%s",
                           given_how(screen, tree, family, given),
                           desk_word_count(screen, tree, "ui.case.times", times),
                           given->note[0] ? "\n" : "", given->note));
    Node *ways = simple_row(tree, words, 4);
    ways->layout.main = ALIGN_START;
    given_paper_way(screen, given, title, tree, ways);
    Node *back = node_button(tree, ways, LOOK_QUIET, desk_word(screen, tree, "ui.case.take-back"),
                             action_of("take-back", given->id.text, 0));
    back->key = arena_format(tree->arena, "take-back-%s", given->id.text);
    back->name = arena_format(tree->arena, "%s: %s, %s", back->name, title, person->name);
}

static size_t build_assigned(const Screen *screen, const Case *family, const Person *person,
                             Tree *tree, Node *panel)
{
    size_t count = 0;
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *given = &family->assignments[i];
        if (id_same(given->person, person->id) && !given->taken_back) {
            build_given(screen, given, person, tree, panel);
            count++;
        }
    }
    return count;
}

/* One thing to do with a person: short on the page, where the name stands above; whole when
 * heard. */
static void build_way(const Screen *screen, const Person *person, Look look, const char *verb,
                      const char *whole, const char *icon, Tree *tree, Node *row)
{
    const char *text = desk_word(screen, tree, arena_format(tree->arena, "ui.case.do.%s", verb));
    Node *way = node_button(tree, row, look, text, action_of(verb, person->id.text, 0));
    way->key = arena_format(tree->arena, "%s-%s", verb, person->id.text);
    way->name = desk_word_for(screen, tree, whole, person->name);
    way->icon = icon;
}

/* In the room and not ended: the program was locked or closed in the middle of it. */
static const Sitting *open_in_room(const Screen *screen, Id person)
{
    const Sitting *open = record_sitting_open(keeper_record(screen->cove->keeper));
    return open && open->setting == SETTING_ROOM && id_same(open->person, person) ? open : NULL;
}

static void build_ways(const Screen *screen, const Person *person, Tree *tree, Node *panel)
{
    bool open = open_in_room(screen, person->id);
    Node *first = simple_row(tree, panel, 8);
    first->layout.main = ALIGN_START;
    build_way(screen, person, LOOK_PRIMARY, open ? "resume" : "start",
              open ? "ui.case.resume" : "ui.case.start", "icon/sitting", tree, first);
    build_way(screen, person, LOOK_SECONDARY, "assign", "ui.assign.title", "icon/assign", tree,
              first);
    Node *more = simple_row(tree, panel, 4);
    more->layout.main = ALIGN_START;
    build_way(screen, person, LOOK_QUIET, "timeline", "ui.timeline.of", "icon/clock", tree, more);
    if (person->role == PERSON_CHILD) {
        build_way(screen, person, LOOK_QUIET, "together", "ui.joint.of", "icon/joint", tree, more);
    }
    build_way(screen, person, LOOK_QUIET, "settings", "ui.prefs.of", "icon/settings", tree, more);
    build_way(screen, person, LOOK_QUIET, "sign-in", "ui.sign.of", "icon/door", tree, more);
}

/* What the helper wanted to take up, from the last sitting that says so, if it is not long ago. */
static void build_next(const Screen *screen, const Case *family, const Person *person, Tree *tree,
                       Node *panel)
{
    const Record *record = keeper_record(screen->cove->keeper);
    int looked_at = 0;
    for (size_t i = record_sitting_count(record); i-- > 0 && looked_at < NEXT_SITTINGS;) {
        const Sitting *sitting = record_sitting_at(record, i);
        FactSubject subject = {.item = sitting->id};
        if (!id_same(sitting->person, person->id)) {
            continue;
        }
        looked_at++;
        const char *words = facts_value(&family->facts, "after.next", &subject);
        if (words[0]) {
            desk_note(tree, panel,
                      arena_format(tree->arena, "%s: %s",
                                   desk_word(screen, tree, "ui.fact.after.next"), words));
            return;
        }
    }
}

static bool wishes_to_show(const Case *family, Id child, Id play)
{
    const Person *adult;
    bool wishes = share_wished(family, &(Share){.child = child, .play = play});
    for (int i = 0; !wishes && (adult = case_adult(family, i)) != NULL; i++) {
        wishes = share_wished(family, &(Share){child, adult->id, play});
    }
    return wishes;
}

/* What a child wished to have shown. */
static void build_wishes(const Screen *screen, const Case *family, const Person *person, Tree *tree,
                         Node *panel)
{
    const PlayRecord *plays[WISHES_SHOWN];
    size_t count = person->role == PERSON_CHILD ? share_plays(keeper_record(screen->cove->keeper),
                                                              person->id, plays, WISHES_SHOWN)
                                                : 0;
    for (size_t i = 0; i < count; i++) {
        if (wishes_to_show(family, person->id, plays[i]->id)) {
            desk_row(tree, panel, NULL, share_title(screen->cove, plays[i]),
                     desk_word(screen, tree,
                               share_any_released(family, person->id, plays[i]->id)
                                   ? "ui.showing.is-released"
                                   : "ui.showing.waits"),
                     action_of("share-of", plays[i]->id.text, 0));
        }
    }
}

static void open_wish(Screen *screen, Id play_id)
{
    const Record *record = keeper_record(screen->cove->keeper);
    const PlayRecord *play = record_play_by_id(record, play_id);
    if (play) {
        stage_push(screen->stage,
                   screen_helper_share(screen->cove, screen->stage, self(screen)->family,
                                       record_sitting(record, play->sitting)->person, play_id));
    }
}

static void build_person(const Screen *screen, const Case *family, const Person *person, Tree *tree,
                         Node *panels)
{
    Node *panel = desk_panel(tree, panels, person->id.text, person->name);
    Node *row = node_group(tree, panel, AXIS_ROW);
    row->layout.gap = 12;
    row->layout.cross = ALIGN_CENTER;
    node_image(tree, row, person->picture, "", 56, 68);
    node_text(
        tree, row, TYPE_BODY,
        desk_word(screen, tree,
                  arena_format(tree->arena, "ui.case.tier.%s", tier_limits(person->tier)->id)));
    build_next(screen, family, person, tree, panel);
    consenting_rows(screen, family, person, tree, panel);
    build_ways(screen, person, tree, panel);
    build_wishes(screen, family, person, tree, panel);
    node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, "ui.case.assigned"))->bold = true;
    if (build_assigned(screen, family, person, tree, panel) == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.case.assigned-none"));
    }
}

static void build_head(const Screen *screen, const Case *family, Tree *tree, Node *body)
{
    Node *row = simple_row(tree, body, 12);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, family->people_count == 0 ? LOOK_PRIMARY : LOOK_SECONDARY,
                  desk_word(screen, tree, "ui.case.add-person"), "add-person", "icon/add");
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.file.title"), "file",
                  "icon/note");
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.consent.room"), "consent",
                  "icon/check");
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.balance.title"), "balance",
                  "icon/family");
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.export.title"), "export",
                  "icon/library");
    const Case *here = record_case_here(keeper_record(screen->cove->keeper));
    Node *today =
        node_add(tree, row, ROLE_CHOICE, "here", desk_word(screen, tree, "ui.case.here-today"));
    today->text = today->name;
    today->spoken = desk_word(screen, tree, "ui.case.here-today.say");
    today->look = LOOK_CHIP;
    today->state.chosen = here && id_same(here->id, family->id);
    today->icon = today->state.chosen ? "icon/radio-on" : "icon/radio-off";
    today->action = action_of("here", "", 0);
    node_text(tree, row, TYPE_SMALL, today->spoken);
}

static void build_sitting(const Case *family, const Sitting *sitting, Tree *tree, Node *panel)
{
    const Person *person = case_person(family, sitting->person);
    desk_row(tree, panel, person->picture,
             arena_format(tree->arena, "%s, %s", person->name, desk_when(tree, sitting->started)),
             NULL, action_of("sitting", sitting->id.text, 0));
}

/* The newest first; earlier ones when they are asked for. */
static void build_sittings(const Screen *screen, const Case *family, Tree *tree, Node *body)
{
    const Record *record = keeper_record(screen->cove->keeper);
    Node *panel = desk_panel(tree, body, "sittings", desk_word(screen, tree, "ui.case.sittings"));
    size_t count = 0, shown = self(screen)->sittings;
    for (size_t i = record_sitting_count(record); i-- > 0 && count <= shown;) {
        const Sitting *sitting = record_sitting_at(record, i);
        if (id_same(sitting->case_id, family->id) && count++ < shown) {
            build_sitting(family, sitting, tree, panel);
        }
    }
    if (count == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.helper.inbox-empty"));
    }
    if (count > shown) {
        Node *row = simple_row(tree, panel, 8);
        row->layout.main = ALIGN_START;
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.case.earlier"),
                      "earlier", "icon/add");
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const Case *family = family_of(screen);
    Node *body = desk_page(screen, tree, family->name, desk_word(screen, tree, "ui.helper.title"));
    build_head(screen, family, tree, body);
    Node *panels = desk_panels(tree, body);
    if (family->people_count == 0) {
        Node *panel = desk_panel(tree, panels, "people", desk_word(screen, tree, "ui.case.people"));
        desk_note(tree, panel, desk_word(screen, tree, "ui.case.no-people"));
        return;
    }
    for (size_t i = 0; i < family->people_count; i++) {
        build_person(screen, family, &family->people[i], tree, panels);
    }
    build_sittings(screen, family, tree, body);
}

static void keep(Screen *screen, Event event)
{
    Error error = {0};
    if (!cove_keep(screen->cove, &event, 1, &error)) {
        stage_notice(screen->stage, &error);
    }
}

static void toggle_here(Screen *screen)
{
    const Case *here = record_case_here(keeper_record(screen->cove->keeper));
    Id family = self(screen)->family;
    Event event = {.type = EVENT_FAMILY_HERE};
    if (!here || !id_same(here->id, family)) {
        event.case_id = family;
    }
    keep(screen, event);
}

/* Begun here it is in the room: what was given for home may be done there too. */
static void start(Screen *screen, Id person_id)
{
    if (record_sitting_open(keeper_record(screen->cove->keeper))) {
        Error error;
        error_set(&error, ERROR_REFUSED, "sitting",
                  "Another sitting is still open. Finish it at the door first.");
        stage_notice(screen->stage, &error);
        return;
    }
    if (!consenting_allows(screen, family_of(screen), person_id)) {
        return;
    }
    sitting_begin(screen->cove, screen->stage, self(screen)->family, person_id, SETTING_ROOM);
}

static void resume(Screen *screen, Id person_id)
{
    const Sitting *open = open_in_room(screen, person_id);
    if (open && consenting_allows(screen, family_of(screen), person_id)) {
        sitting_resume(screen->cove, screen->stage, open->id);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    Cove *cove = screen->cove;
    Stage *stage = screen->stage;
    Id id = {""}, family = self(screen)->family;
    bool named = event->type == UI_PRESS && id_parse(event->action.item, &id);
    if (heard_press(event, "add-person")) {
        stage_push(stage, screen_helper_person(cove, stage, family));
    } else if (heard_press(event, "file")) {
        stage_push(stage, screen_helper_file(cove, stage, family));
    } else if (heard_press(event, "paper") && named) {
        given_paper_open(screen, family, id);
    } else if (heard_press(event, "balance")) {
        stage_push(stage, screen_helper_balance(cove, stage, family));
    } else if (heard_press(event, "export")) {
        stage_push(stage, screen_helper_export(cove, stage, family));
    } else if (heard_press(event, "earlier")) {
        ((CaseScreen *)(void *)screen)->sittings += SITTINGS_SHOWN;
        stage_touch(stage);
    } else if (heard_press(event, "here")) {
        toggle_here(screen);
    } else if (heard_press(event, "resume") && named) {
        resume(screen, id);
    } else if (heard_press(event, "start") && named) {
        start(screen, id);
    } else if (heard_press(event, "assign") && named) {
        stage_push(stage, screen_helper_assign(cove, stage, family, id));
    } else if (heard_press(event, "consent")) {
        stage_push(stage, screen_helper_consent(cove, stage, family));
    } else if (heard_press(event, "timeline") && named && log_over_time(screen, family, id)) {
        stage_push(stage, screen_helper_timeline(cove, stage, family, id));
    } else if (heard_press(event, "together") && named) {
        stage_push(stage, screen_helper_together(cove, stage, family, id));
    } else if (heard_press(event, "share-of") && named) {
        open_wish(screen, id);
    } else if (heard_press(event, "settings") && named) {
        stage_push(stage, screen_settings(cove, stage, family, id));
    } else if (heard_press(event, "sign-in") && named) {
        stage_push(stage, screen_helper_sign_in(cove, stage, family, id));
    } else if (heard_press(event, "take-back") && named) {
        keep(screen, (Event){.type = EVENT_TAKEN_BACK, .case_id = family, .assignment_id = id});
    } else if (heard_press(event, "sitting") && named) {
        if (log_look(screen, id)) {
            stage_push(stage, screen_helper_sitting(cove, stage, id));
        }
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-case", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_case(Cove *cove, Stage *stage, Id family)
{
    desk_need(cove, stage, family);
    CaseScreen *screen = memory_new(1, sizeof *screen);
    screen->screen = (Screen){&ops, cove, stage};
    screen->family = family;
    screen->sittings = SITTINGS_SHOWN;
    return &screen->screen;
}
