/* Assigning to one person: where, for when and with which help, then a sequence, a whole module or
 * single activities, each with its card for the adult. */
#include "screen/assign_page.h"
#include "screen/desk.h"
#include "screen/preview.h"
#include "screen/screens.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <string.h>

/* A module has no more than twenty. */
enum { MODULE_ACTIVITIES = 32 };

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
    *family = record_case(keeper_record(screen->cove->keeper), assign_page(screen)->wish.family);
    return case_person(*family, assign_page(screen)->wish.person);
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

void assign_give(Screen *screen, const GiveItem *items, size_t count)
{
    AssignScreen *assigning = self(screen);
    const Case *family;
    (void)assign_person(screen, &family);
    size_t given = 0, from = family->assignment_count;
    Error error = {0};
    if (!give_items(screen->cove, &assigning->wish, items, count, &given, &error)) {
        stage_notice(screen->stage, &error);
        return;
    }
    assigning->given = (long)given;
    assigning->given_from = from;
}

static void give_module(Screen *screen, const char *id)
{
    GiveItem items[MODULE_ACTIVITIES];
    size_t count = 0;
    const Module *module = library_module(screen->cove->library, id);
    for (size_t i = 0; module && i < module->activities.count && i < MODULE_ACTIVITIES; i++) {
        const Activity *one = &((const Activity *)module->activities.items)[i];
        items[count++] = (GiveItem){module->id, one->id, NULL};
    }
    assign_give(screen, items, count);
}

/* What the last press gave is taken back. */
static void ungive(Screen *screen)
{
    AssignScreen *assigning = self(screen);
    Error error = {0};
    if (!give_back(screen->cove, assigning->wish.family, assigning->given_from,
                   (size_t)assigning->given, &error)) {
        stage_notice(screen->stage, &error);
        return;
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
        .module = module, .activity = activity, .tier = assigning->wish.tier, .person = person->id};
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
        stage_push(screen->stage, screen_helper_print(screen->cove, screen->stage, &assigning->wish,
                                                      module, slash + 1));
    }
}

/* "module/activity", to be written anew. */
static void change_words(Screen *screen, const char *ref)
{
    char module[REF_MAX];
    const char *slash = strchr(ref, '/');
    snprintf(module, sizeof module, "%.*s", slash ? (int)(slash - ref) : 0, ref);
    Screen *wording = slash ? screen_helper_wording(screen->cove, screen->stage,
                                                    &self(screen)->wish, module, slash + 1)
                            : NULL;
    if (wording) {
        stage_push(screen->stage, wording);
    }
}

static void edit(AssignScreen *assigning, const char *field, const char *text)
{
    if (strcmp(field, "words") == 0) {
        snprintf(assigning->words, sizeof assigning->words, "%s", text);
    } else {
        snprintf(assigning->wish.note, sizeof assigning->wish.note, "%s", text);
    }
}

static void give_one(Screen *screen, const char *ref)
{
    char module[REF_MAX];
    const char *slash = strchr(ref, '/');
    if (slash) {
        snprintf(module, sizeof module, "%.*s", (int)(slash - ref), ref);
        assign_give(screen, &(GiveItem){module, slash + 1, NULL}, 1);
    }
}

static void toggle_card(AssignScreen *assigning, const char *ref)
{
    bool was = strcmp(assigning->open, ref) == 0;
    snprintf(assigning->open, sizeof assigning->open, "%s", was ? "" : ref);
}

static void open_sequence(Screen *screen, const char *key)
{
    Screen *sequence =
        screen_helper_sequence(screen->cove, screen->stage, &self(screen)->wish, key);
    if (sequence) {
        stage_push(screen->stage, sequence);
    }
}

static bool hear_help(Screen *screen, const UiEvent *event)
{
    GiveWish *wish = &self(screen)->wish;
    if (heard_press(event, "next")) {
        wish->next = !wish->next;
    } else if (heard_press(event, "aloud")) {
        wish->aloud = !wish->aloud;
    } else if (heard_press(event, "wording")) {
        wish->tier = (Tier)event->action.value;
    } else if (heard_press(event, "sequence")) {
        open_sequence(screen, event->action.item);
    } else {
        return false;
    }
    return true;
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
        assigning->wish.setting = (Setting)event->action.value;
    } else if (hear_help(screen, event) || assign_hear_filter(screen, event) ||
               assign_hear_wordings(screen, event)) {
        return;
    } else if (heard_press(event, "change-words")) {
        change_words(screen, event->action.item);
    } else if (heard_press(event, "give-all")) {
        give_module(screen, event->action.item);
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
    screen->wish = give_wish(cove, family, person);
    screen->given = -1;
    return &screen->screen;
}

Screen *screen_helper_assign_joint(Cove *cove, Stage *stage, Id family, Id child)
{
    Screen *screen = screen_helper_assign(cove, stage, family, child);
    self(screen)->wish.setting = SETTING_JOINT;
    return screen;
}
