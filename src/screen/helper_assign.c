/* Assigning to one person: a setting and a note, then a whole module or single activities, each
 * with its card for the adult. */
#include "screen/assigning.h"
#include "screen/desk.h"
#include "screen/screens.h"
#include "screen/tongue_page.h"
#include "activity/kind.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct AssignScreen {
    Screen screen;
    Id family, person;
    Setting setting;
    char note[NOTE_BYTES];
    char open[ID_MAX * 2]; /* "module/activity" whose card is open, "" for none */
    long given;            /* how many the last press assigned; -1 before any */
    size_t first;          /* of the modules that are shown */
} AssignScreen;

/* A library may have a thousand; only those that are looked at are read. */
enum { MODULES_SHOWN = 20 };

static AssignScreen *self(Screen *screen)
{
    return (AssignScreen *)(void *)screen;
}

static const AssignScreen *self_const(const Screen *screen)
{
    return (const AssignScreen *)(const void *)screen;
}

static const Person *person_of(const Screen *screen, const Case **family)
{
    *family = record_case(keeper_record(screen->cove->keeper), self_const(screen)->family);
    return case_person(*family, self_const(screen)->person);
}

static void build_setting(const Screen *screen, Tree *tree, Node *panel)
{
    node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, "ui.assign.setting"))->bold = true;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    for (Setting setting = 0; setting < SETTING_COUNT; setting++) {
        const char *id = setting_id(setting);
        const char *words =
            desk_word(screen, tree, arena_format(tree->arena, "ui.case.setting.%s", id));
        Node *choice = page_choice(tree, row, id, words, NULL,
                                   action_of("setting", id, (int)setting),
                                   self_const(screen)->setting == setting);
        choice->icon = setting == SETTING_ROOM   ? "icon/room"
                       : setting == SETTING_HOME ? "icon/homework"
                                                 : "icon/joint";
    }
}

static void build_given(const Screen *screen, Tree *tree, Node *panel)
{
    long given = self_const(screen)->given;
    if (given < 0) {
        return;
    }
    Node *note = desk_note(tree, panel,
                           given ? desk_word_count(screen, tree, "ui.assign.given", given)
                                 : desk_word(screen, tree, "ui.assign.nothing-new"));
    note->key = "given";
    note->icon = given ? "icon/kept" : NULL;
}

/* The helper reads the card in the adult's wording, whatever the child's tier. */
static const char *adult_words(const Screen *screen, const Module *module, const char *id)
{
    const char *words = strings_get(library_strings(screen->cove->library, module), id, TIER_AD);
    for (Tier tier = 0; !words && tier < TIER_COUNT; tier++) {
        words = strings_get(library_strings(screen->cove->library, module), id, tier);
    }
    return words ? words : id;
}

static void card_line(const Screen *screen, Tree *tree, Node *card, const char *label,
                      const char *words)
{
    Node *head = node_text(tree, card, TYPE_SMALL, desk_word(screen, tree, label));
    head->bold = true;
    node_text(tree, card, TYPE_BODY, words);
}

static void build_card(const Screen *screen, const Module *module, const Activity *activity,
                       Tree *tree, Node *panel)
{
    Node *card = node_group(tree, panel, AXIS_COLUMN);
    card->look = LOOK_NOTE;
    card->layout.gap = 4;
    card->layout.cross = ALIGN_STRETCH;
    const AdultCard *adult = activity->adult;
    card_line(screen, tree, card, "ui.assign.aim", adult_words(screen, module, adult->aim));
    card_line(screen, tree, card, "ui.assign.use", adult_words(screen, module, adult->use));
    const char *const *prompts = adult->prompts.items;
    for (size_t i = 0; i < adult->prompts.count; i++) {
        const char *words = adult_words(screen, module, prompts[i]);
        if (i == 0) {
            card_line(screen, tree, card, "ui.assign.prompts", words);
        } else {
            node_text(tree, card, TYPE_BODY, words);
        }
    }
    card_line(screen, tree, card, "ui.assign.watch", adult_words(screen, module, adult->watch));
}

static void build_activity(const Screen *screen, const Module *module, const Activity *activity,
                           Tree *tree, Node *panel)
{
    const AssignScreen *assigning = self_const(screen);
    const Case *family;
    const Person *person = person_of(screen, &family);
    const char *ref = arena_format(tree->arena, "%s/%s", module->id, activity->id);
    const char *title =
        strings_get(library_strings(screen->cove->library, module), activity->title, person->tier);
    Node *row = node_group(tree, panel, AXIS_ROW);
    row->layout.gap = 8;
    row->layout.cross = ALIGN_CENTER;
    Node *name = desk_row(tree, row, activity->picture, title ? title : activity->id,
                          desk_word_count(screen, tree, "ui.assign.minutes", activity->minutes),
                          action_of("card", ref, 0));
    name->layout.grow = 1;
    name->state.expanded = strcmp(assigning->open, ref) == 0;
    bool already = assigned_already(family, person->id, module, activity, assigning->setting);
    bool allowed = assignment_allowed(family, module, activity, person, assigning->setting, NULL);
    Node *give = node_button(tree, row, LOOK_SECONDARY,
                             desk_word(screen, tree, already  ? "ui.assign.already"
                                                     : allowed ? "ui.assign.do"
                                                               : "ui.assign.not-here"),
                             action_of("give", ref, 0));
    give->key = arena_format(tree->arena, "give-%s", ref);
    give->name = arena_format(tree->arena, "%s: %s", give->text, name->name);
    give->state.disabled = already || !allowed;
    if (name->state.expanded) {
        build_card(screen, module, activity, tree, panel);
    }
}

static size_t count_for(const Module *module, Tier tier)
{
    size_t count = 0;
    for (size_t i = 0; i < module->activities.count; i++) {
        count += tier_in(((const Activity *)module->activities.items)[i].tiers, tier);
    }
    return count;
}

static void build_module(const Screen *screen, const Module *module, size_t index, Tree *tree,
                         Node *panels)
{
    const Case *family;
    Tier tier = person_of(screen, &family)->tier;
    const char *title = adult_words(screen, module, module->title);
    Node *panel = desk_panel(tree, panels, module->id, title);
    tongue_note_module(screen, self_const(screen)->person, module->id, tree, panel);
    if (library_origin(screen->cove->library, index)) {
        node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, "ui.library.own"));
    }
    if (count_for(module, tier) == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.assign.none-for-tier"));
        return;
    }
    if (module->goals[tier]) {
        node_text(tree, panel, TYPE_SMALL, adult_words(screen, module, module->goals[tier]));
    }
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    Node *all = node_button(tree, row, LOOK_SECONDARY,
                            desk_word(screen, tree, "ui.assign.module-all"),
                            action_of("give-all", module->id, 0));
    all->key = arena_format(tree->arena, "all-%s", module->id);
    all->name = arena_format(tree->arena, "%s: %s", all->text, title);
    all->icon = "icon/library";
    for (size_t i = 0; i < module->activities.count; i++) {
        const Activity *activity = &((const Activity *)module->activities.items)[i];
        if (tier_in(activity->tiers, tier)) {
            build_activity(screen, module, activity, tree, panel);
        }
    }
}

/* Only where there is more than one set of modules. */
static void build_turns(const Screen *screen, Tree *tree, Node *body)
{
    size_t count = library_count(screen->cove->library), first = self_const(screen)->first;
    if (count <= MODULES_SHOWN) {
        return;
    }
    Node *row = simple_row(tree, body, 12);
    Node *before = simple_button(tree, row, LOOK_SECONDARY,
                                 desk_word(screen, tree, "ui.library.before"), "before", NULL);
    Node *after = simple_button(tree, row, LOOK_SECONDARY,
                                desk_word(screen, tree, "ui.library.after"), "after", NULL);
    before->state.disabled = first == 0;
    after->state.disabled = first + MODULES_SHOWN >= count;
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

static void build(const Screen *screen, Tree *tree)
{
    const Case *family;
    const Person *person = person_of(screen, &family);
    Node *body = desk_page(screen, tree,
                           desk_word_for(screen, tree, "ui.assign.title", person->name),
                           family->name);
    Node *panel = node_group(tree, body, AXIS_COLUMN);
    panel->look = LOOK_CARD;
    panel->layout.gap = 10;
    panel->layout.cross = ALIGN_STRETCH;
    build_setting(screen, tree, panel);
    desk_field(tree, panel, "note", desk_word(screen, tree, "ui.case.note"),
               desk_word(screen, tree, "ui.case.note-hint"), self_const(screen)->note, NOTE_BYTES,
               "");
    build_given(screen, tree, panel);
    Node *panels = desk_panels(tree, body);
    size_t count = library_count(screen->cove->library), first = self_const(screen)->first;
    for (size_t i = first; i < count && i < first + MODULES_SHOWN; i++) {
        const Module *module = library_at(screen->cove->library, i);
        if (module && strcmp(module->id, SITTING_MODULE) != 0) {
            build_module(screen, module, i, tree, panels);
        }
    }
    build_turns(screen, tree, body);
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
    size_t given = 0;
    Error error = {0};
    if (!assign(screen->cove, assigning->family, assigning->person, module, activity,
                assigning->setting, note, &given, &error)) {
        stage_notice(screen->stage, &error);
        return;
    }
    assigning->given = (long)given;
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
        snprintf(assigning->note, sizeof assigning->note, "%s", event->text);
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

static void free_screen(Screen *screen)
{
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-assign", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

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
