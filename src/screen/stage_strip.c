/* The strip on the stage: when there is one, how it opens and closes, where it lies in the page. */
#include "screen/page_wrap.h"
#include "screen/stage_inside.h"
#include "screen/strip.h"
#include "screen/tongue.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { HOLD_MS = 900, CORNER = 48 /* dp */ };
static const float MOST_SHARE = 0.4f; /* of the window */
static const float stray = 12;        /* px a finger may move while it holds the corner */
static const char *const corner_key = "strip-corner", *const strip_key = "strip";

static Screen *top(const Stage *stage)
{
    return stage->count ? stage->screens[stage->count - 1] : NULL;
}

/* ---- where there is one ---- */

Cove *strip_cove(const Stage *stage)
{
    return top(stage)->cove;
}

const Sitting *strip_sitting(const Stage *stage)
{
    const Screen *screen = top(stage);
    if (!screen || !screen->ops->sitting || !screen->cove->keeper) {
        return NULL;
    }
    const Sitting *sitting =
        record_sitting(keeper_record(screen->cove->keeper), screen->ops->sitting(screen));
    return sitting && sitting->setting != SETTING_HOME ? sitting : NULL;
}

bool strip_apart(const Stage *stage)
{
    const Record *record = strip_sitting(stage) ? keeper_record(strip_cove(stage)->keeper) : NULL;
    return record && stage->strip.windows &&
           record_prefs(record, (Id){""}, TIER_AD).strip_window == 1;
}

const char *strip_word(const Stage *stage, Tree *tree, const char *id)
{
    return cove_words_in(tongue_library(strip_cove(stage), (Id){""}), tree->arena, TIER_AD, NULL,
                         id);
}

/* ---- opening, closing ---- */

void strip_turn(Stage *stage, StripPage page)
{
    Strip *strip = &stage->strip;
    strip->page = page;
    strip->said[0] = '\0';
    strip->noted = false;
    memory_wipe(strip->typed, sizeof strip->typed);
    stage->dirty = true;
}

void strip_forget(Stage *stage)
{
    Strip *strip = &stage->strip;
    strip_drop_window(strip);
    *strip = (Strip){.windows = strip->windows, .window = strip->window};
}

void stage_strip_leave(Stage *stage)
{
    stage->strip.paused = false;
    stage->strip.held_since = 0;
}

void stage_strip_free(Stage *stage)
{
    stage_free(stage->strip.window);
    memory_wipe(&stage->strip, sizeof stage->strip);
}

void stage_strip_look(Stage *stage)
{
    if (!strip_sitting(stage) && !stage_covered(stage)) {
        strip_forget(stage);
    }
}

static void toggle(Stage *stage)
{
    Strip *strip = &stage->strip;
    if (!strip_sitting(stage) || strip_apart(stage)) {
        return;
    }
    strip->open = !strip->open;
    strip_turn(stage, STRIP_ACTS);
    snprintf(stage->focus.key, sizeof stage->focus.key, "%s", strip->open ? "strip-first" : "");
}

void strip_pause(Stage *stage, bool paused)
{
    Strip *strip = &stage->strip;
    Screen *screen = top(stage);
    stage_voice_leave(stage);
    stage->breath = BREATH_NONE;
    if (paused) {
        strip->before = stage->focus;
    } else {
        stage->focus = stage_let_go(strip->before);
        if (screen->ops->shown) {
            screen->ops->shown(screen); /* a breath begins from its start */
        }
    }
    strip->paused = paused;
    stage->dirty = true;
}

/* ---- inputs ---- */

static bool in_corner(const Stage *stage, const Input *input)
{
    const Node *corner = tree_find_key(&stage->tree, corner_key);
    float reach = CORNER * stage->manner.scale;
    return corner && !stage->focus.sheet[0] && input->y > stage->height - reach &&
           fabsf(corner->bounds.x + corner->bounds.width / 2 - input->x) < reach;
}

/* The press that held the corner is nobody else's. */
static void open_held(Stage *stage)
{
    stage->strip.held_since = 0;
    stage->focus.pressed[0] = '\0';
    stage->focus.down = false;
    toggle(stage);
    stage->focus.key[0] = '\0';
}

static bool hold(Stage *stage, const Input *input)
{
    Strip *strip = &stage->strip;
    bool strays =
        hypotf(input->x - strip->held_x, input->y - strip->held_y) > stray * stage->manner.scale;
    switch (input->type) {
    case INPUT_POINTER_DOWN:
        strip->held_since = in_corner(stage, input) ? clock_ticks(&stage->clock) : 0;
        strip->held_x = input->x;
        strip->held_y = input->y;
        break;
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_UP:
        strip->held_since = input->type == INPUT_POINTER_UP || strays ? 0 : strip->held_since;
        break;
    case INPUT_TICK:
        if (strip->held_since && clock_ticks(&stage->clock) - strip->held_since >= HOLD_MS) {
            open_held(stage);
            return true;
        }
        break;
    default: break;
    }
    return false;
}

bool stage_strip_input(Stage *stage, const Input *input)
{
    bool key = (input->type == INPUT_KEY || input->type == INPUT_KEY_UP) && input->key == KEY_STRIP;
    if (key && input->type == INPUT_KEY && !input->repeat) {
        toggle(stage);
    }
    return key || hold(stage, input);
}

/* Of two waits, of which -1 is none. */
static int64_t sooner(int64_t a, int64_t b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

int64_t stage_strip_wait(const Stage *stage, int64_t wait)
{
    const Strip *strip = &stage->strip;
    if (strip->held_since) {
        int64_t left = strip->held_since + HOLD_MS - clock_ticks(&stage->clock);
        wait = sooner(wait, left > 0 ? left : 0);
    }
    int64_t own = strip_apart(stage) && strip->window ? stage_wait_ms(strip->window) : -1;
    return sooner(wait, own);
}

/* ---- in the page ---- */

static const Manner *helper_manner(const Stage *stage, Tree *tree)
{
    Manner *manner = arena_alloc(tree->arena, 1, sizeof *manner);
    const Record *record = keeper_record(strip_cove(stage)->keeper);
    PrefChoices choices = record_pref_choices(record, (Id){""});
    *manner = stage_manner_of(stage, &choices, TIER_AD);
    return manner;
}

static void build_band(Stage *stage, Tree *tree)
{
    const Strings *words = library_ui(tongue_library(strip_cove(stage), (Id){""}));
    Node *strip = node_group(tree, page_wrap(tree, AXIS_COLUMN, "beside-strip"), AXIS_COLUMN);
    strip->key = strip_key;
    strip->name = strip_word(stage, tree, "ui.strip.title");
    strip->look = LOOK_BAND;
    strip->aside = true;
    strip->manner = helper_manner(stage, tree);
    strip->language = tree_string(tree, strings_language(words));
    strip->reads = strings_direction(words) == DIRECTION_RTL ? READS_RTL : READS_LTR;
    strip->layout.cross = ALIGN_STRETCH;
    strip->layout.gap = 8;
    strip->layout.pad_x = 12;
    strip->layout.pad_y = stage->manner.gap_px > 8 ? stage->manner.gap_px : 8;
    strip->layout.scroll = true;
    strip->layout.min_height = (int)ceilf(stage->strip.height / stage->manner.scale);
    strip->layout.max_height = strip->layout.min_height;
    strip_build(stage, tree, strip);
}

/* A mark that says nothing and cannot be pressed by accident: it has to be held. */
static void build_corner(const Stage *stage, Tree *tree)
{
    Node *layer = node_group(tree, page_wrap(tree, AXIS_STACK, "beside-strip"), AXIS_COLUMN);
    layer->layout.main = ALIGN_END;
    layer->layout.cross = ALIGN_END;
    layer->layout.pad_x = layer->layout.pad_y = 3;
    bool over = strip_sitting(stage)->ended != 0;
    Node *mark = node_image(tree, layer, over ? "strip/corner-notes" : "strip/corner", "", 20, 14);
    mark->key = corner_key;
}

void stage_strip_build(Stage *stage)
{
    Strip *strip = &stage->strip;
    if (!strip_sitting(stage) || !stage_page_hears(stage) || strip_apart(stage)) {
        strip->height = 0;
    } else if (strip->open) {
        build_band(stage, &stage->tree);
    } else {
        strip->height = 0;
        build_corner(stage, &stage->tree);
    }
}

/* As high as what is in it, up to a share of the window; then it scrolls. */
bool stage_strip_measure(Stage *stage)
{
    const Node *strip = tree_find_key(&stage->tree, strip_key);
    float height = strip ? fminf(strip->content_height, stage->height * MOST_SHARE) : 0;
    bool changed = fabsf(height - stage->strip.height) >= 1;
    stage->strip.height = height;
    return changed;
}
