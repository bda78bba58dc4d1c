/* One setting as people meet it: a row of choices, a switch, or less and more. Nothing has to be
 * dragged. Which there are stands in the tables; ranges and names in family/prefs.c. */
#include "screen/settings.h"

#include <stdio.h>
#include <string.h>

typedef enum ControlKind {
    CONTROL_CHOICES, /* one of a few */
    CONTROL_SWITCH,  /* on or off */
    CONTROL_STEPS,   /* less, more */
    CONTROL_ROUND    /* the next one, round and round */
} ControlKind;

typedef enum Unit { UNIT_PERCENT, UNIT_SECONDS } Unit;

enum { OPTIONS_MAX = 3, PIPS_MAX = 10 };

struct Control {
    const char *pref;
    ControlKind kind;
    const char *options[OPTIONS_MAX]; /* CONTROL_CHOICES, by value: "ui.prefs.<pref>.<option>" */
    Unit unit;                        /* CONTROL_STEPS */
};

static const Control letters[] = {
    {.pref = "text", .kind = CONTROL_STEPS},
    {.pref = "spacing", .kind = CONTROL_SWITCH},
    {.pref = "font", .kind = CONTROL_CHOICES, .options = {"andika", "opendyslexic", "comic-neue"}},
};
static const Control colors[] = {
    {.pref = "theme", .kind = CONTROL_CHOICES, .options = {"day", "dusk", "contrast"}},
    {.pref = "calm-motion", .kind = CONTROL_SWITCH},
};
static const Control voice[] = {
    {.pref = "voice", .kind = CONTROL_CHOICES, .options = {"off", "tap", "auto"}},
    {.pref = "voice-speed", .kind = CONTROL_STEPS},
    {.pref = "voice-kind", .kind = CONTROL_ROUND},
    {.pref = "captions", .kind = CONTROL_SWITCH},
};
static const Control sounds[] = {
    {.pref = "mute", .kind = CONTROL_SWITCH},
    {.pref = "voice-volume", .kind = CONTROL_STEPS},
    {.pref = "sounds", .kind = CONTROL_STEPS},
    {.pref = "ambience", .kind = CONTROL_STEPS},
};
static const Control touch[] = {
    {.pref = "first-tap", .kind = CONTROL_SWITCH},
    {.pref = "scan", .kind = CONTROL_CHOICES, .options = {"off", "auto", "step"}},
    {.pref = "dwell", .kind = CONTROL_STEPS, .unit = UNIT_SECONDS},
};

#define CONTROLS(table) .controls = (table), .count = sizeof(table) / sizeof *(table)

static const Section sections[SECTIONS] = {
    {.name = "letters", .icon = "icon/letters", CONTROLS(letters), .seen = true},
    {.name = "colors", .icon = "icon/colors", CONTROLS(colors), .seen = true},
    {.name = "voice", .icon = "icon/hear", CONTROLS(voice)},
    {.name = "sounds", .icon = "icon/sounds", CONTROLS(sounds)},
    {.name = "touch", .icon = "icon/touch", CONTROLS(touch)},
};

const Section *settings_section(size_t index)
{
    return &sections[index];
}

/* ---- words ---- */

static const char *word_of(const SettingsView *view, Tree *tree, const Control *control,
                           const char *part)
{
    return settings_word(view, tree,
                         arena_format(tree->arena, "ui.prefs.%s%s", control->pref, part));
}

static int value_of(const SettingsView *view, const Control *control)
{
    return prefs_get(&view->prefs, prefs_field(control->pref));
}

static const char *value_words(const SettingsView *view, const Control *control, Tree *tree)
{
    int value = value_of(view, control);
    if (control->unit == UNIT_SECONDS) {
        return arena_format(tree->arena, "%d.%d", value / 1000, value % 1000 / 100);
    }
    return arena_format(tree->arena, "%d %%", value);
}

static void add_label(const SettingsView *view, const Control *control, const char *value,
                      Tree *tree, Node *box)
{
    Node *label = node_text(tree, box, TYPE_BODY, word_of(view, tree, control, ""));
    label->bold = true;
    if (value) {
        label->spoken = arena_format(tree->arena, "%s, %s", label->name, value);
    }
}

/* ---- choices ---- */

/* A font shows itself, and so does a theme. */
static const Manner *manner_of(const SettingsView *view, const Control *control, int value,
                               Tree *tree)
{
    const PrefField *field = prefs_field(control->pref);
    if (strcmp(control->pref, "font") != 0 && strcmp(control->pref, "theme") != 0) {
        return NULL;
    }
    PrefChoices choices = {.chosen = 0};
    prefs_choose(&choices, field, value);
    Manner shown = stage_manner_of(view->stage, &choices, view->tier);
    Manner *manner = arena_alloc(tree->arena, 1, sizeof *manner);
    *manner = *stage_manner(view->stage);
    manner->font = strcmp(control->pref, "font") == 0 ? shown.font : manner->font;
    manner->theme = strcmp(control->pref, "theme") == 0 ? shown.theme : manner->theme;
    return manner;
}

static bool is_missing(const SettingsView *view, const Control *control, int value)
{
    return strcmp(control->pref, "font") == 0 && stage_lacks_font(view->stage, (FontFamily)value);
}

static void add_option(const SettingsView *view, const Control *control, int value, Tree *tree,
                       Node *row)
{
    const char *words =
        word_of(view, tree, control, arena_format(tree->arena, ".%s", control->options[value]));
    Node *option = node_add(tree, row, ROLE_CHOICE,
                            arena_format(tree->arena, "%s-%d", control->pref, value), words);
    option->text = option->name;
    option->look = LOOK_CHIP;
    option->action = action_of("pref", control->pref, value);
    option->state.chosen = value_of(view, control) == value;
    option->icon = option->state.chosen ? "icon/radio-on" : "icon/radio-off";
    option->manner = manner_of(view, control, value, tree);
    option->state.disabled = is_missing(view, control, value);
}

static void add_choices(const SettingsView *view, const Control *control, Tree *tree, Node *box)
{
    add_label(view, control, NULL, tree, box);
    Node *row = simple_row(tree, box, tier_limits(view->tier)->gap_px);
    row->layout.main = ALIGN_START;
    for (int i = 0; i < OPTIONS_MAX; i++) {
        add_option(view, control, i, tree, row);
    }
    for (int i = 0; i < OPTIONS_MAX; i++) {
        if (is_missing(view, control, i)) {
            const char *id = arena_format(tree->arena, ".%s.missing", control->options[i]);
            node_text(tree, box, TYPE_SMALL, word_of(view, tree, control, id))->look = LOOK_NOTE;
        }
    }
}

/* ---- switches ---- */

static void add_switch(const SettingsView *view, const Control *control, Tree *tree, Node *box)
{
    int value = value_of(view, control);
    Node *row = simple_row(tree, box, 8);
    row->layout.main = ALIGN_START;
    Node *choice =
        node_add(tree, row, ROLE_CHOICE, control->pref, word_of(view, tree, control, ""));
    choice->text = choice->name;
    choice->look = LOOK_CHIP;
    choice->action = action_of("pref", control->pref, !value);
    choice->state.chosen = value;
    choice->icon = value ? "icon/radio-on" : "icon/radio-off";
}

/* ---- less and more ---- */

static void add_step(const SettingsView *view, const Control *control, bool more, Tree *tree,
                     Node *row)
{
    const PrefField *field = prefs_field(control->pref);
    int value = value_of(view, control) + (more ? field->step : -field->step);
    Node *button = node_button(tree, row, LOOK_SECONDARY,
                               word_of(view, tree, control, more ? ".more" : ".less"),
                               action_of("pref", control->pref, value));
    button->key = arena_format(tree->arena, "%s-%s", control->pref, more ? "more" : "less");
    button->text = NULL;
    button->layout.pad_x = 16;
    button->icon = more ? "icon/add" : "icon/less";
    button->state.disabled = value < field->min || value > field->max;
}

static void add_pip(Tree *tree, Node *row, bool full)
{
    Node *pip = node_group(tree, row, AXIS_COLUMN);
    pip->look = full ? LOOK_PRIMARY : LOOK_CHIP;
    pip->decoration = true;
    pip->layout.pad_x = pip->layout.pad_y = LENGTH_AUTO;
    pip->layout.width = pip->layout.height = 12;
}

/* How much there is, to be seen without reading. Not where it would be too many to see. */
static void add_pips(const SettingsView *view, const Control *control, Tree *tree, Node *row)
{
    const PrefField *field = prefs_field(control->pref);
    int from_one = field->min > 0, count = (field->max - field->min) / field->step + from_one;
    int full = (value_of(view, control) - field->min) / field->step + from_one;
    if (count > PIPS_MAX) {
        return;
    }
    Node *pips = node_group(tree, row, AXIS_ROW);
    pips->layout.gap = 4;
    for (int i = 0; i < count; i++) {
        add_pip(tree, pips, i < full);
    }
}

static bool shows_number(const SettingsView *view, const Control *control)
{
    return view->words != TIER_T1 || control->unit == UNIT_SECONDS;
}

static void add_steps(const SettingsView *view, const Control *control, Tree *tree, Node *box)
{
    const char *words = value_words(view, control, tree);
    add_label(view, control, words, tree, box);
    Node *row = node_group(tree, box, AXIS_ROW);
    row->layout.gap = tier_limits(view->tier)->gap_px;
    row->layout.cross = ALIGN_CENTER;
    add_step(view, control, false, tree, row);
    Node *middle = simple_row(tree, row, 8);
    add_pips(view, control, tree, middle);
    if (shows_number(view, control)) {
        Node *number = node_text(tree, middle, TYPE_BODY, words);
        number->layout.min_width = 56;
        number->text_align = ALIGN_CENTER;
    }
    add_step(view, control, true, tree, row);
}

/* ---- round and round ---- */

static void add_round(const SettingsView *view, const Control *control, Tree *tree, Node *box)
{
    const PrefField *field = prefs_field(control->pref);
    int value = value_of(view, control);
    SettingsView counted = *view;
    counted.tokens.n = value + 1;
    const char *words = word_of(&counted, tree, control, "");
    node_text(tree, box, TYPE_BODY, words)->bold = true;
    Node *row = simple_row(tree, box, 8);
    row->layout.main = ALIGN_START;
    Node *button =
        node_button(tree, row, LOOK_SECONDARY, word_of(view, tree, control, ".more"),
                    action_of("pref", control->pref, value == field->max ? field->min : value + 1));
    button->key = tree_string(tree, control->pref);
    button->icon = "icon/replay";
}

/* ---- a section ---- */

static bool makes_sense(const SettingsView *view, const Control *control)
{
    return strcmp(control->pref, "dwell") != 0 || view->prefs.scan == SCAN_AUTO;
}

size_t settings_count(const SettingsView *view, const Section *section)
{
    size_t count = 0;
    for (size_t i = 0; i < section->count; i++) {
        count += makes_sense(view, &section->controls[i]);
    }
    return count;
}

static void add_control(const SettingsView *view, const Control *control, Tree *tree, Node *parent)
{
    static void (*const adders[])(const SettingsView *, const Control *, Tree *, Node *) = {
        [CONTROL_CHOICES] = add_choices,
        [CONTROL_SWITCH] = add_switch,
        [CONTROL_STEPS] = add_steps,
        [CONTROL_ROUND] = add_round,
    };
    Node *box = node_group(tree, parent, AXIS_COLUMN);
    box->layout.gap = 8;
    adders[control->kind](view, control, tree, box);
}

void settings_controls(const SettingsView *view, const Section *section, size_t first, size_t most,
                       Tree *tree, Node *parent)
{
    size_t shown = 0;
    for (size_t i = 0; i < section->count; i++) {
        const Control *control = &section->controls[i];
        if (!makes_sense(view, control)) {
            continue;
        }
        if (shown >= first && shown < first + most) {
            add_control(view, control, tree, parent);
        }
        shown++;
    }
}
