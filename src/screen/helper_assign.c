/* Assigning to one person: a setting and a note, then a whole module or single activities, each
 * with its card for the adult. */
#include "base/text.h"
#include "screen/assign_page.h"
#include "screen/assigning.h"
#include "screen/desk.h"
#include "screen/preview.h"
#include "screen/screens.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <string.h>

static AssignScreen *self(Screen *screen)
{
    return (AssignScreen *)(void *)screen;
}

const AssignScreen *assign_page(const Screen *screen)
{
    return (const AssignScreen *)(const void *)screen;
}

const Person *assign_person(const Screen *screen, const Case **family)
{
    *family = record_case(keeper_record(screen->cove->keeper), assign_page(screen)->family);
    return case_person(*family, assign_page(screen)->person);
}

static void turn(AssignScreen *assigning, bool on)
{
    size_t count = library_count(assigning->screen.cove->library);
    if (on && assigning->first + MODULES_SHOWN < count) {
        assigning->first += MODULES_SHOWN;
    } else if (!on && assigning->first >= MODULES_SHOWN) {
        assigning->first -= MODULES_SHOWN;
    }
}

static void give(Screen *screen, const char *module_id, const char *activity_id)
{
    AssignScreen *assigning = self(screen);
    const Module *module = library_module(screen->cove->library, module_id);
    const Activity *activity = activity_id && module ? module_activity(module, activity_id) : NULL;
    if (!module || (activity_id && !activity)) {
        return;
    }
    char note[NOTE_BYTES];
    text_tidy(assigning->note, note, sizeof note);
    const Case *family = record_case(keeper_record(screen->cove->keeper), assigning->family);
    size_t given = 0, from = family->assignment_count;
    Error error = {0};
    if (!assign(screen->cove, assigning->family, assigning->person, module, activity,
                assigning->setting, note, &given, &error)) {
        stage_notice(screen->stage, &error);
        return;
    }
    assigning->given = (long)given;
    assigning->given_from = from;
}

/* What the last press gave is taken back. */
static void ungive(Screen *screen)
{
    AssignScreen *assigning = self(screen);
    for (long i = 0; i < assigning->given; i++) {
        const Case *family = record_case(keeper_record(screen->cove->keeper), assigning->family);
        Event event = {.type = EVENT_TAKEN_BACK,
                       .case_id = assigning->family,
                       .assignment_id = family->assignments[assigning->given_from + (size_t)i].id};
        Error error = {0};
        if (!cove_keep(screen->cove, &event, 1, &error)) {
            stage_notice(screen->stage, &error);
            return;
        }
    }
    assigning->given = -1;
}

/* "module/activity" as the person sees it. */
static void preview(Screen *screen, const char *ref)
{
    AssignScreen *assigning = self(screen);
    const Case *family;
    const Person *person = assign_person(screen, &family);
    char id[REF_MAX];
    const char *slash = strchr(ref, '/');
    snprintf(id, sizeof id, "%.*s", slash ? (int)(slash - ref) : 0, ref);
    const Module *module = library_module(tongue_library(screen->cove, person->id), id);
    const Activity *activity = module ? module_activity(module, slash + 1) : NULL;
    if (!activity) {
        return;
    }
    PreviewSetup setup = {
        .module = module, .activity = activity, .tier = person->tier, .person = assigning->person};
    Error error = {0};
    Screen *shown = screen_preview(screen->cove, screen->stage, &setup, &error);
    if (shown) {
        stage_push(screen->stage, shown);
    } else {
        stage_notice(screen->stage, &error);
    }
}

/* "module/activity" on paper. */
static void print(Screen *screen, const char *ref)
{
    const AssignScreen *assigning = self(screen);
    char module[REF_MAX];
    const char *slash = strchr(ref, '/');
    if (slash) {
        snprintf(module, sizeof module, "%.*s", (int)(slash - ref), ref);
        stage_push(screen->stage,
                   screen_helper_print(screen->cove, screen->stage, assigning->family,
                                       assigning->person, module, slash + 1, assigning->setting));
    }
}

static void edit(AssignScreen *assigning, const char *field, const char *text)
{
    if (strcmp(field, "words") == 0) {
        snprintf(assigning->words, sizeof assigning->words, "%s", text);
    } else {
        snprintf(assigning->note, sizeof assigning->note, "%s", text);
    }
}

static void give_one(Screen *screen, const char *ref)
{
    char module[REF_MAX];
    const char *slash = strchr(ref, '/');
    if (slash) {
        snprintf(module, sizeof module, "%.*s", (int)(slash - ref), ref);
        give(screen, module, slash + 1);
    }
}

static void toggle_card(AssignScreen *assigning, const char *ref)
{
    bool was = strcmp(assigning->open, ref) == 0;
    snprintf(assigning->open, sizeof assigning->open, "%s", was ? "" : ref);
}

static void hear(Screen *screen, const UiEvent *event)
{
    AssignScreen *assigning = self(screen);
    if (event->type == UI_EDIT) {
        edit(assigning, event->action.item, event->text);
    } else if (heard_press(event, "ungive")) {
        ungive(screen);
    } else if (heard_press(event, "preview")) {
        preview(screen, event->action.item);
    } else if (heard_press(event, "print")) {
        print(screen, event->action.item);
    } else if (heard_press(event, "setting")) {
        assigning->setting = (Setting)event->action.value;
    } else if (heard_press(event, "give-all")) {
        give(screen, event->action.item, NULL);
    } else if (heard_press(event, "give")) {
        give_one(screen, event->action.item);
    } else if (heard_press(event, "before") || heard_press(event, "after")) {
        turn(assigning, heard_press(event, "after"));
    } else if (heard_press(event, "card")) {
        toggle_card(assigning, event->action.item);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-assign", .build = assign_build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_assign(Cove *cove, Stage *stage, Id family, Id person)
{
    AssignScreen *screen = memory_new(1, sizeof *screen);
    screen->screen = (Screen){&ops, cove, stage};
    screen->family = family;
    screen->person = person;
    screen->given = -1;
    const Case *found = record_case(keeper_record(cove->keeper), family);
    bool adult = case_person(found, person)->role == PERSON_ADULT;
    screen->setting = adult ? SETTING_HOME : SETTING_ROOM;
    return &screen->screen;
}
