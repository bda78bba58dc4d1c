/* The helper's room: cases, what came back (newest first), and modules that could not be used. */
#include "screen/asks.h"
#include "screen/desk.h"
#include "screen/logging.h"
#include "screen/safekeeping.h"
#include "screen/screens.h"
#include "screen/check_note.h"
#include "screen/signs.h"

#include <stdio.h>

enum { INBOX_SHOWN = 30 };

typedef struct RoomScreen {
    Screen screen;
    char name[PERSON_NAME_BYTES]; /* of a new case, being typed */
} RoomScreen;

static const Record *record_of(const Screen *screen)
{
    return keeper_record(screen->cove->keeper);
}

static void build_cases(const Screen *screen, Tree *tree, Node *panels)
{
    const RoomScreen *room = (const RoomScreen *)(const void *)screen;
    const Record *record = record_of(screen);
    Node *panel = desk_panel(tree, panels, "cases", desk_word(screen, tree, "ui.helper.cases"));
    if (record_case_count(record) == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.helper.no-cases"));
    }
    for (size_t i = 0; i < record_case_count(record); i++) {
        const Case *family = record_case_at(record, i);
        Text people;
        text_init(&people);
        for (size_t p = 0; p < family->people_count; p++) {
            text_addf(&people, "%s%s", p ? ", " : "", family->people[p].name);
        }
        Node *row = desk_row(tree, panel, NULL, family->name, people.bytes,
                             action_of("case", family->id.text, 0));
        row->icon = "icon/family";
        text_clear(&people);
    }
    desk_field(tree, panel, "case-name", desk_word(screen, tree, "ui.helper.case-name"),
               desk_word(screen, tree, "ui.helper.case-hint"), room->name, PERSON_NAME_BYTES,
               "new-case");
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, record_case_count(record) == 0 ? LOOK_PRIMARY : LOOK_SECONDARY,
                  desk_word(screen, tree, "ui.helper.new-case"), "new-case", "icon/add");
}

static const char *how_it_went(const Screen *screen, Tree *tree, const Sitting *sitting)
{
    static const char *const ids[] = {[ENDING_OPEN] = "ui.review.unfinished",
                                      [ENDING_FINISHED] = "ui.review.finished",
                                      [ENDING_STOPPED] = "ui.review.stopped-sitting",
                                      [ENDING_LEFT] = "ui.review.left"};
    const char *words = desk_word(screen, tree, ids[sitting->how]);
    if (sitting->not_ok) {
        words = arena_format(tree->arena, "%s \xc2\xb7 %s", words,
                             desk_word(screen, tree, "ui.review.not-ok"));
    }
    return words;
}

static void build_sitting(const Screen *screen, const Sitting *sitting, Tree *tree, Node *panel)
{
    const Case *family = record_case(record_of(screen), sitting->case_id);
    const Person *person = case_person(family, sitting->person);
    const char *name =
        arena_format(tree->arena, "%s, %s", person->name, desk_when(tree, sitting->started));
    desk_row(tree, panel, person->picture, name, how_it_went(screen, tree, sitting),
             action_of("sitting", sitting->id.text, 0));
}

/* What has a sign and no answer yet, before everything else. */
static void build_signs(const Screen *screen, Tree *tree, Node *body)
{
    const Record *record = record_of(screen);
    Node *panel = NULL;
    for (size_t i = record_sitting_count(record); i-- > 0;) {
        const Sitting *sitting = record_sitting_at(record, i);
        if (sign_waits(record, sitting)) {
            panel =
                panel ? panel
                      : desk_panel(tree, body, "signs", desk_word(screen, tree, "ui.signs.title"));
            build_sitting(screen, sitting, tree, panel);
        }
    }
}

static void build_inbox(const Screen *screen, Tree *tree, Node *panels)
{
    const Record *record = record_of(screen);
    Node *panel = desk_panel(tree, panels, "inbox", desk_word(screen, tree, "ui.helper.inbox"));
    size_t shown = 0;
    for (size_t i = record_sitting_count(record); i-- > 0 && shown < INBOX_SHOWN;) {
        const Sitting *sitting = record_sitting_at(record, i);
        if (!sign_waits(record, sitting)) { /* those stand above */
            build_sitting(screen, sitting, tree, panel);
            shown++;
        }
    }
    if (shown == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.helper.inbox-empty"));
    }
}

static void build_unavailable(const Screen *screen, Tree *tree, Node *body)
{
    size_t count = library_unavailable_count(screen->cove->library);
    if (count == 0) {
        return;
    }
    Node *row = desk_row(tree, body, NULL, desk_word(screen, tree, "ui.helper.unavailable"),
                         desk_word_count(screen, tree, "ui.helper.unavailable-count", (long)count),
                         action_of("unavailable", "", 0));
    row->icon = "icon/unavailable";
}

static void build_settings(const Screen *screen, Tree *tree, Node *body)
{
    Node *row = simple_row(tree, body, 8);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.prefs.mine"), "settings",
                  "icon/settings");
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.file.practice"),
                  "practice", "icon/note");
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.guide.title"), "guide",
                  "icon/library");
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.log.title"), "log",
                  "icon/search");
    simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.keeping.title"), "keeping",
                  "icon/clock");
    if (safekeeping_open(screen->cove)) {
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.safe.title"), "safe",
                      "icon/kept");
    }
    if (screen->cove->vault) {
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.lock.title"),
                      "lock-page", "icon/lock");
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.lock.now"), "lock",
                      "icon/lock");
    }
}

/* Calm: a line like any other, and only then. */
static void build_copy_due(const Screen *screen, Tree *tree, Node *body)
{
    if (safekeeping_due(screen->cove)) {
        Node *row = desk_row(tree, body, NULL, desk_word(screen, tree, "ui.safe.elsewhere"),
                             desk_word(screen, tree, "ui.safe.due"), action_of("safe", "due", 0));
        row->icon = "icon/kept";
    }
}

static void build(const Screen *screen, Tree *tree)
{
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.helper.title"),
                           desk_word(screen, tree, "ui.helper.back-to-door"));
    build_settings(screen, tree, body);
    build_unavailable(screen, tree, body);
    build_copy_due(screen, tree, body);
    check_note_build(screen, tree, body);
    build_signs(screen, tree, body);
    asks_build(screen, tree, body);
    Node *panels = desk_panels(tree, body);
    build_cases(screen, tree, panels);
    build_inbox(screen, tree, panels);
}

static void new_case(Screen *screen)
{
    RoomScreen *room = (RoomScreen *)(void *)screen;
    Error error = {0};
    Event event = {.type = EVENT_CASE_OPENED, .case_id = id_new(&screen->cove->ids)};
    if (!name_accept(room->name, event.name, sizeof event.name, &error) ||
        !cove_keep(screen->cove, &event, 1, &error)) {
        stage_notice(screen->stage, &error);
        return;
    }
    room->name[0] = '\0';
    stage_push(screen->stage, screen_helper_case(screen->cove, screen->stage, event.case_id));
}

static void hear(Screen *screen, const UiEvent *event)
{
    RoomScreen *room = (RoomScreen *)(void *)screen;
    Id id;
    if (event->type == UI_TICK) {
        safekeeping_step(screen->cove);
    } else if (event->type == UI_EDIT) {
        snprintf(room->name, sizeof room->name, "%s", event->text);
    } else if (asks_hear(screen, event)) {
        return;
    } else if (heard_press(event, "new-case")) {
        new_case(screen);
    } else if (heard_press(event, "case") && id_parse(event->action.item, &id)) {
        stage_push(screen->stage, screen_helper_case(screen->cove, screen->stage, id));
    } else if (heard_press(event, "sitting") && id_parse(event->action.item, &id)) {
        if (log_look(screen, id)) {
            stage_push(screen->stage, screen_helper_sitting(screen->cove, screen->stage, id));
        }
    } else if (heard_press(event, "settings")) {
        stage_push(screen->stage, screen_settings(screen->cove, screen->stage, (Id){""}, (Id){""}));
    } else if (heard_press(event, "practice")) {
        stage_push(screen->stage, screen_helper_file(screen->cove, screen->stage, (Id){""}));
    } else if (heard_press(event, "guide")) {
        stage_push(screen->stage, screen_helper_guide(screen->cove, screen->stage));
    } else if (heard_press(event, "log")) {
        stage_push(screen->stage, screen_helper_log(screen->cove, screen->stage));
    } else if (heard_press(event, "keeping")) {
        stage_push(screen->stage, screen_helper_keeping(screen->cove, screen->stage));
    } else if (heard_press(event, "lock-page")) {
        stage_push(screen->stage, screen_helper_lock(screen->cove, screen->stage));
    } else if (heard_press(event, "safe")) {
        stage_push(screen->stage, screen_helper_safekeeping(screen->cove, screen->stage));
    } else if (heard_press(event, "lock")) {
        stage_lock(screen->stage);
    } else if (heard_press(event, "unavailable")) {
        stage_push(screen->stage, screen_helper_unavailable(screen->cove, screen->stage));
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_clear_to(screen->stage, screen_door(screen->cove, screen->stage));
    }
}

/* The day's backup is made while the helper is here, and goes on another time when they leave. */
static void shown(Screen *screen)
{
    safekeeping_daily(screen->cove);
}

static bool moving(const Screen *screen)
{
    return safekeeping_making(screen->cove);
}

static const ScreenOps ops = {.name = "helper-room",
                              .build = build,
                              .hear = hear,
                              .tier = desk_tier,
                              .moving = moving,
                              .shown = shown};

Screen *screen_helper_room(Cove *cove, Stage *stage)
{
    RoomScreen *room = memory_new(1, sizeof *room);
    room->screen = (Screen){&ops, cove, stage};
    return &room->screen;
}
