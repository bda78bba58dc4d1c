/* The stage: screens on a stack, and all that lies between an input and a picture. What a person
 * would do by name is in stage_hands.c. */
#include "screen/stage_inside.h"

#include <stdlib.h>
#include <string.h>

enum { TICK_MS = 16 };

Stage *stage_new(const Clock *clock, const Ruler *ruler, float width, float height)
{
    Stage *stage = memory_new(1, sizeof *stage);
    stage->clock = *clock;
    stage->touched = (Touched){clock_ticks(clock), clock_wall(clock)};
    stage->ruler = *ruler;
    stage->scroll = scroll_memory_new();
    stage->text_scale = 1.0f;
    tree_init(&stage->tree);
    focus_init(&stage->focus);
    stage_resize(stage, width, height);
    return stage;
}

void stage_free(Stage *stage)
{
    if (!stage) {
        return;
    }
    while (stage->count > 0) {
        stage_screen_free(stage->screens[--stage->count]);
    }
    for (size_t i = 0; i < stage->request_count; i++) {
        stage_screen_free(stage->requests[i].screen);
    }
    free(stage->screens);
    free(stage->requests);
    tree_clear(&stage->tree);
    draw_list_clear(&stage->draws);
    effects_clear(&stage->effects);
    scroll_memory_free(stage->scroll);
    motion_free(stage->motion);
    stage_strip_free(stage);
    memory_forget(stage);
}

static Screen *top(const Stage *stage)
{
    return stage->count ? stage->screens[stage->count - 1] : NULL;
}

/* ---- asked for ---- */

void stage_quit(Stage *stage)
{
    stage->quitting = true;
}

bool stage_quitting(const Stage *stage)
{
    return stage->quitting;
}

void stage_notice(Stage *stage, const Error *error)
{
    stage->notice = *error;
    stage_sound_notice(stage);
    stage->dirty = true;
}

void stage_touch(Stage *stage)
{
    stage->dirty = true;
}

/* ---- size, looks ---- */

void stage_resize(Stage *stage, float width, float height)
{
    stage->width = width;
    stage->height = height;
    stage->dirty = true;
}

static float page_height(const Stage *stage)
{
    return stage->height - stage->strip.height -
           (float)stage_caption_room(stage) * stage->manner.scale;
}

/* Beside the strip a page has less room than any window leaves it. */
static bool strip_cramps(const Stage *stage)
{
    return stage->strip.height > 0 && page_height(stage) < 500 * stage->manner.scale;
}

bool stage_cramped(const Stage *stage)
{
    float letters =
        stage->manner.scale * stage->manner.text_scale * (float)stage->manner.body_px / 16;
    return page_height(stage) / letters < 420 || stage->width / letters < 560 ||
           strip_cramps(stage);
}

void stage_size(const Stage *stage, float *width, float *height)
{
    *width = stage->width;
    *height = page_height(stage);
}

void stage_text_scale(Stage *stage, float text_scale)
{
    stage->text_scale = text_scale;
    stage->dirty = true;
}

void stage_theme(Stage *stage, ThemeName theme)
{
    stage->theme = theme;
    stage->dirty = true;
}

size_t stage_take_effects(Stage *stage, Effect *out, size_t room)
{
    return stage_holds_picture(stage) ? 0 : effects_take(&stage->effects, out, room);
}

const Prefs *stage_prefs(const Stage *stage)
{
    return &stage->prefs;
}

const Manner *stage_manner(const Stage *stage)
{
    return &stage->manner;
}

const Focus *stage_focus(const Stage *stage)
{
    return &stage->focus;
}

const char *stage_screen_name(const Stage *stage)
{
    return stage_holds(stage) ? "saving" : top(stage) ? top(stage)->ops->name : "";
}

/* Nothing of a family in the title: others see it in the task bar. */
const char *stage_title(Stage *stage)
{
    (void)stage_tree(stage);
    return stage_covered(stage) ? stage_cover_title(stage) : "Pebble Cove";
}

/* ---- building and drawing ---- */

/* What there was to say waits while all is covered. */
static bool noticing(const Stage *stage)
{
    return stage->notice.code != ERROR_NONE && !stage_covered(stage);
}

bool stage_page_hears(const Stage *stage)
{
    return !stage_holds(stage) && !noticing(stage);
}

/* Screens are laid out the way the program's own words are read. */
static bool reads_rtl(const Stage *stage)
{
    const Library *library = top(stage)->cove->library;
    return library && strings_direction(library_ui(library)) == DIRECTION_RTL;
}

static void lay_out(Stage *stage)
{
    tree_reset(&stage->tree);
    stage->tree.rtl = reads_rtl(stage);
    if (stage_holds(stage)) {
        saving_build(stage, &stage->tree);
    } else if (noticing(stage)) {
        notice_build(stage, &stage->tree);
    } else if (stage->strip.paused) {
        strip_pause_build(stage, &stage->tree);
    } else {
        top(stage)->ops->build(top(stage), &stage->tree);
    }
    stage_strip_build(stage);
    stage_caption_build(stage);
    layout_tree(&stage->tree, stage->width, stage->height, &stage->manner, &stage->ruler,
                stage->scroll);
    stage_scan_mark(stage);
    focus_mark(&stage->focus, &stage->tree);
}

/* How much room the strip leaves for the page shows once it was laid out. */
static void build_tree(Stage *stage)
{
    lay_out(stage);
    if (stage_strip_measure(stage)) {
        lay_out(stage);
    }
}

static void build(Stage *stage)
{
    stage_take_up_all(stage);
    if (!top(stage)) {
        return;
    }
    stage_manner_find(stage);
    stage_strip_look(stage);
    stage->built = true;
    if (stage_holds_picture(stage)) {
        build_tree(stage); /* nobody sees it; the one before may name what is gone */
        return;
    }
    do {
        build_tree(stage);
        stage_voice_look(stage);
    } while (stage_sound_look(stage));
    stage_motion_follow(stage, !stage_page_hears(stage) || stage->strip.paused);
    if (stage->main && top(stage->main)) {
        stage_speak(top(stage->main)); /* words are again those of whoever sits there */
    }
}

const Tree *stage_tree(Stage *stage)
{
    if (stage->dirty || !stage->built) {
        build(stage);
    }
    return &stage->tree;
}

bool stage_dirty(const Stage *stage)
{
    return (stage->dirty || stage->moved) && !stage_holds_picture(stage);
}

const DrawList *stage_draw(Stage *stage)
{
    bool stale = stage->dirty || !stage->built;
    if (stale) {
        build(stage);
    }
    if ((stale || stage->moved) && !stage_holds_picture(stage)) {
        stage_motion_move(stage);
        paint_tree(&stage->tree, &stage->manner, &stage->ruler, &stage->draws);
        stage->dirty = false;
    }
    return &stage->draws;
}

bool stage_moving(const Stage *stage)
{
    const Screen *screen = top(stage);
    return screen && screen->ops->moving && screen->ops->moving(screen) && !noticing(stage) &&
           !stage_holds(stage) && !stage->strip.paused;
}

int64_t stage_due(const Stage *stage)
{
    const Screen *screen = top(stage);
    return screen && screen->ops->due ? screen->ops->due(screen) : -1;
}

int64_t stage_wait_ms(const Stage *stage)
{
    int64_t wait = stage_moving(stage) ? TICK_MS : stage_due(stage);
    wait = stage_caption_wait(stage, stage_motion_wait(stage, wait));
    wait = stage_damage_wait(stage, stage_scan_wait(stage, wait));
    return stage_holding_wait(stage, stage_strip_wait(stage, wait));
}

/* ---- inputs ---- */

/* Stop, Break and I'm not OK end a pause and are for the page below it. */
static bool pause_hears(Stage *stage, const UiEvent *event)
{
    bool ends = notice_passes_on(event) || (event->type == UI_KEY && event->key == KEY_ESCAPE);
    stage->strip.paused = stage->strip.paused && !ends;
    return stage->strip.paused;
}

static void hear(Stage *stage, UiEvent *event)
{
    event->now = clock_ticks(&stage->clock);
    stage->dirty = true;
    stage_sound_event(stage, event);
    if (stage_voice_event(stage, event)) {
        return;
    }
    if (stage_holds(stage)) {
        stage_holding_hear(stage, event);
        return;
    }
    if (noticing(stage)) {
        bool safety = notice_passes_on(event);
        if (event->type == UI_PRESS || safety ||
            (event->type == UI_KEY && event->key == KEY_ESCAPE)) {
            stage->notice = (Error){0};
        }
        if (!safety) {
            return;
        }
    }
    if (!strip_hear(stage, event) && !pause_hears(stage, event)) {
        top(stage)->ops->hear(top(stage), event);
    }
}

static bool is_cover(const Input *input)
{
    return input->type == INPUT_KEY && input->key == KEY_COVER;
}

static void take_input(Stage *stage, const Input *input)
{
    (void)stage_tree(stage);
    if (stage_lock_input(stage, input)) {
        return;
    }
    stage_motion_input(stage, input);
    if (!top(stage) || stage_strip_input(stage, input) || stage_voice_input(stage, input) ||
        stage_sound_input(stage, input) || stage_help_input(stage, input)) {
        return;
    }
    UiEvent event = {.type = UI_TICK};
    bool changed = false, had = stage->focus.hand[0] != '\0';
    switch (input->type) {
    case INPUT_NONE: return;
    case INPUT_RESIZE:
    case INPUT_PICTURES: stage->dirty = true; return;
    case INPUT_TICK:
        if (stage_motion_tick(stage)) {
            return;
        }
        (void)stage_scan_tick(stage, &event);
        hear(stage, &event);
        break;
    default:
        if (is_cover(input)) {
            stage_cover(stage);
        } else if (stage_scan_input(stage, input, &event, &changed)) {
            hear(stage, &event);
        }
        stage_sound_hand(stage, had, event.type == UI_PLACE);
        stage->moved = stage->moved || stage->focus.drew; /* painted again, not built again */
        stage->focus.drew = false;
        stage->dirty = stage->dirty || changed;
        break;
    }
}

void stage_settle(Stage *stage)
{
    stage_holding_look(stage);
    if (!stage->main) {
        stage_damage_look(stage);
    }
    if (!stage_lock_take_up(stage)) {
        stage->built = stage->built && !stage->dirty;
        stage_take_up_all(stage);
    }
}

void stage_input(Stage *stage, const Input *input)
{
    if (stage_strip_passes(stage, input)) {
        return;
    }
    if (!stage_holding_input(stage, input)) {
        take_input(stage, input);
    }
    stage_settle(stage);
    stage_strip_follow(stage, input);
}
