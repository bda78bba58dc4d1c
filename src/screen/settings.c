/* The settings of one person. In a sitting they are the person's own page, a section at a time;
 * from the helper's room one page has them all. Every change shows at once and is kept. */
#include "screen/settings.h"

#include "screen/desk.h"
#include "screen/screens.h"
#include "screen/sitting.h"
#include "screen/tongue_page.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { SHEET_HEIGHT = 540 }; /* dp */

typedef struct SettingsScreen {
    SittingScreen base; /* sitting "" from the helper's room */
    Id family, person;  /* "" for the helper's own */
    size_t section, step;
    bool kept; /* something was kept since the section was opened */
} SettingsScreen;

static SettingsScreen *self(Screen *screen)
{
    return (SettingsScreen *)(void *)screen;
}

static const SettingsScreen *self_const(const Screen *screen)
{
    return (const SettingsScreen *)(const void *)screen;
}

static const Record *record_of(const Screen *screen)
{
    return keeper_record(screen->cove->keeper);
}

static const Case *family_of(const Screen *screen)
{
    return record_case(record_of(screen), self_const(screen)->family);
}

static const Person *person_of(const Screen *screen)
{
    const Case *family = family_of(screen);
    return family ? case_person(family, self_const(screen)->person) : NULL;
}

static SettingsView view_of(const Screen *screen, const Person *person, const Case *family)
{
    SettingsView view = {.cove = screen->cove,
                         .stage = screen->stage,
                         .tier = person ? person->tier : TIER_AD,
                         .words = screen->ops->tier(screen)};
    const char *helper = record_helper(record_of(screen));
    if (person) {
        case_tokens(family, person, helper, &view.tokens);
    } else {
        memcpy(view.tokens.helper, helper, strlen(helper) + 1);
        memcpy(view.tokens.me, helper, strlen(helper) + 1);
    }
    view.choices = record_pref_choices(record_of(screen), self_const(screen)->person);
    view.prefs = stage_prefs_of(screen->stage, &view.choices, view.tier);
    return view;
}

const char *settings_word(const SettingsView *view, Tree *tree, const char *id)
{
    return cove_words(view->cove, tree->arena, view->words, &view->tokens, id);
}

/* ---- hearing ---- */

static void change(Screen *screen, const char *pref, int value)
{
    SettingsScreen *settings = self(screen);
    Event event = {.type = EVENT_PREFS,
                   .person_id = settings->person,
                   .prefs = record_pref_choices(record_of(screen), settings->person)};
    Error error = {0};
    prefs_choose(&event.prefs, prefs_field(pref), value);
    settings->kept = cove_keep(screen->cove, &event, 1, &error);
    if (!settings->kept) {
        stage_notice(screen->stage, &error);
    }
}

static void turn_to(SettingsScreen *settings, size_t section, size_t step)
{
    settings->section = section;
    settings->step = step;
    settings->kept = false;
}

static bool hear_control(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "pref")) {
        change(screen, event->action.item, event->action.value);
    } else if (heard_press(event, "section")) {
        turn_to(self(screen), (size_t)event->action.value, 0);
    } else if (heard_press(event, "step")) {
        turn_to(self(screen), self(screen)->section, (size_t)event->action.value);
    } else {
        return false;
    }
    return true;
}

/* ---- in a sitting ---- */

/* Width of the window by its letters: with big or wide ones there is less room in the same place.
 */
static float room_for_words(const SettingsView *view)
{
    const Manner *manner = stage_manner(view->stage);
    float width, height, letters = manner->scale * manner->text_scale * (float)manner->body_px / 16;
    stage_size(view->stage, &width, &height);
    letters *= manner->wide ? 1.25f : 1.0f;
    letters *= manner->font == FONT_OPENDYSLEXIC ? 1.15f : 1.0f;
    return width / letters;
}

static bool is_narrow(const SettingsView *view)
{
    return room_for_words(view) < 800;
}

/* The page itself is in the person's letters: the sample is left out before it is in the way. */
static bool sample_fits(const SettingsView *view)
{
    return room_for_words(view) >= (view->tier <= TIER_T2 ? 850 : 1100);
}

/* Where there is little room, only the open one shows its name. */
static void build_sections(const SettingsView *view, size_t open, Tree *tree, Node *sheet)
{
    Node *row = simple_row(tree, sheet, tier_limits(view->tier)->gap_px);
    for (size_t i = 0; i < SECTIONS; i++) {
        const Section *section = settings_section(i);
        const char *id = arena_format(tree->arena, "ui.prefs.section.%s", section->name);
        Node *button =
            node_button(tree, row, i == open ? LOOK_PRIMARY : LOOK_SECONDARY,
                        settings_word(view, tree, id), action_of("section", section->name, (int)i));
        button->key = tree_string(tree, section->name);
        button->icon = section->icon;
        button->state.expanded = i == open;
        button->layout.pad_x = 14;
        if (i != open && is_narrow(view)) {
            button->text = NULL;
        }
    }
}

/* So much at once that the tier's page is not too full. */
static size_t controls_at_once(Tier tier)
{
    return tier == TIER_T1 ? 1 : tier == TIER_T2 ? 2 : 8;
}

static void build_open(const Screen *screen, const SettingsView *view, Tree *tree, Node *sheet)
{
    const SettingsScreen *settings = self_const(screen);
    const Section *section = settings_section(settings->section);
    size_t most = controls_at_once(view->tier);
    Node *row = simple_row(tree, sheet, 32);
    row->layout.grow = 1;
    Node *controls = node_group(tree, row, AXIS_COLUMN);
    controls->layout.gap = 20;
    settings_controls(view, section, settings->step * most, most, tree, controls);
    if (section->seen && sample_fits(view)) {
        settings_sample(view, tree, row)->layout.max_width = 280;
    }
}

static void step_button(const SettingsView *view, const char *id, size_t step, const char *icon,
                        Tree *tree, Node *row)
{
    Node *button = node_button(tree, row, LOOK_SECONDARY, settings_word(view, tree, id),
                               action_of("step", "", (int)step));
    button->key = tree_string(tree, id);
    button->icon = icon;
}

/* Room beside the buttons, so that they stay where they are when the note comes. */
static Node *add_side(const SettingsView *view, Tree *tree, Node *row)
{
    Node *side = node_group(tree, row, AXIS_COLUMN);
    side->layout.width = is_narrow(view) ? 0 : 150;
    return side;
}

static void build_kept(const SettingsView *view, Tree *tree, Node *parent)
{
    Node *note = node_text(tree, parent, TYPE_SMALL, settings_word(view, tree, "ui.kept"));
    note->look = LOOK_NOTE;
    note->icon = "icon/kept";
}

static void build_foot(const Screen *screen, const SettingsView *view, Tree *tree, Node *sheet)
{
    const SettingsScreen *settings = self_const(screen);
    size_t most = controls_at_once(view->tier);
    size_t count = settings_count(view, settings_section(settings->section));
    Node *row = simple_row(tree, sheet, 16);
    add_side(view, tree, row);
    if (settings->step > 0) {
        step_button(view, "ui.back", settings->step - 1, "icon/back", tree, row);
    }
    if ((settings->step + 1) * most < count) {
        step_button(view, "ui.next", settings->step + 1, "icon/next", tree, row);
    }
    simple_button(tree, row, LOOK_PRIMARY, settings_word(view, tree, "ui.done"), "done",
                  "icon/check");
    Node *side = add_side(view, tree, row);
    if (settings->kept) {
        build_kept(view, tree, side);
    }
}

/* The sections stay in their place from one to the next where there is room for the fullest. */
static int sheet_height(const SettingsView *view)
{
    float width, height;
    stage_size(view->stage, &width, &height);
    bool roomy = height / stage_manner(view->stage)->scale >= 700 && !is_narrow(view);
    return roomy ? SHEET_HEIGHT : 0;
}

static void build_own(const Screen *screen, Tree *tree)
{
    SettingsView view = view_of(screen, person_of(screen), family_of(screen));
    Frame frame = {.cove = screen->cove,
                   .stage = screen->stage,
                   .sitting = self_const(screen)->base.sitting,
                   .tier = view.tier,
                   .tokens = &view.tokens,
                   .scene = frame_scene(tree, view.tier, "boathouse"),
                   .title = settings_word(&view, tree, "ui.prefs.title"),
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), 900);
    sheet->layout.min_height = sheet_height(&view);
    simple_title(tree, sheet, TYPE_TITLE, frame.title);
    build_sections(&view, self_const(screen)->section, tree, sheet);
    build_open(screen, &view, tree, sheet);
    build_foot(screen, &view, tree, sheet);
}

static void hear_own(Screen *screen, const UiEvent *event)
{
    Id sitting = sitting_screen(screen)->sitting;
    if (frame_is_stop(event)) {
        sitting_stop(screen->cove, screen->stage, sitting);
    } else if (frame_hear(screen->cove, screen->stage, sitting, event) ||
               hear_control(screen, event)) {
        return;
    } else if (heard_press(event, "done")) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps own_ops = {
    .name = "settings",
    .build = build_own,
    .hear = hear_own,
    .tier = sitting_screen_tier,
    .person = sitting_screen_person,
    .sitting = sitting_screen_sitting,
    .free = sitting_screen_free,
};

Screen *screen_own_settings(Cove *cove, Stage *stage, Id sitting)
{
    SettingsScreen *screen = memory_new(1, sizeof *screen);
    Sitter sitter;
    bool found = sitter_find(cove, sitting, &sitter);
    assert(found);
    screen->base = (SittingScreen){{&own_ops, cove, stage}, sitting, 0};
    screen->family = sitter.family->id;
    screen->person = sitter.person->id;
    return &screen->base.screen;
}

/* ---- for the helper ---- */

static void build_top(const Screen *screen, const SettingsView *view, Tree *tree, Node *body)
{
    bool kept = self_const(screen)->kept;
    Node *row = simple_row(tree, body, 12);
    row->layout.main = ALIGN_START;
    Node *note =
        desk_note(tree, row, settings_word(view, tree, kept ? "ui.kept" : "ui.prefs.at-once"));
    note->icon = kept ? "icon/kept" : NULL;
}

static void build_all(const Screen *screen, Tree *tree)
{
    const Person *person = person_of(screen);
    SettingsView view = view_of(screen, person, family_of(screen));
    Node *body = desk_page(screen, tree,
                           settings_word(&view, tree, person ? "ui.prefs.of" : "ui.prefs.title"),
                           settings_word(&view, tree, "ui.back"));
    build_top(screen, &view, tree, body);
    Node *panels = desk_panels(tree, body);
    Node *shown = desk_panel(tree, panels, "sample", settings_word(&view, tree, "ui.prefs.sample"));
    settings_sample(&view, tree, shown);
    for (size_t i = 0; i < SECTIONS; i++) {
        const Section *section = settings_section(i);
        const char *id = arena_format(tree->arena, "ui.prefs.section.%s", section->name);
        Node *panel = desk_panel(tree, panels, section->name, settings_word(&view, tree, id));
        panel->layout.gap = 16;
        settings_controls(&view, section, 0, section->count, tree, panel);
    }
    tongue_panel(screen, self_const(screen)->person, tree, panels);
}

static void hear_all(Screen *screen, const UiEvent *event)
{
    if (!hear_control(screen, event) && !tongue_hear(screen, self(screen)->person, event) &&
        (heard_press(event, "back") || frame_is_stop(event))) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps helper_ops = {
    .name = "helper-settings",
    .build = build_all,
    .hear = hear_all,
    .tier = desk_tier,
    .free = sitting_screen_free,
};

Screen *screen_settings(Cove *cove, Stage *stage, Id family, Id person)
{
    SettingsScreen *screen = memory_new(1, sizeof *screen);
    screen->base = (SittingScreen){.screen = {&helper_ops, cove, stage}};
    screen->family = family;
    screen->person = person;
    return &screen->base.screen;
}
