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
    stage->ruler = *ruler;
    stage->scroll = scroll_memory_new();
    stage->text_scale = 1.0f;
    tree_init(&stage->tree);
    focus_init(&stage->focus);
    stage_resize(stage, width, height);
    return stage;
}

static void screen_free(Screen *screen)
{
    if (screen) {
        screen->ops->free(screen);
    }
}

void stage_free(Stage *stage)
{
    if (!stage) {
        return;
    }
    while (stage->count > 0) {
        screen_free(stage->screens[--stage->count]);
    }
    for (size_t i = 0; i < stage->request_count; i++) {
        screen_free(stage->requests[i].screen);
    }
    free(stage->screens);
    free(stage->requests);
    tree_clear(&stage->tree);
    draw_list_clear(&stage->draws);
    scroll_memory_free(stage->scroll);
    free(stage);
}

static Screen *top(const Stage *stage)
{
    return stage->count ? stage->screens[stage->count - 1] : NULL;
}

/* ---- requests ---- */

static void ask(Stage *stage, RequestType type, Screen *screen)
{
    list_room((void **)&stage->requests, &stage->request_room, stage->request_count,
              sizeof *stage->requests);
    stage->requests[stage->request_count++] = (Request){type, screen};
    stage->dirty = true;
}

void stage_push(Stage *stage, Screen *screen)
{
    ask(stage, REQUEST_PUSH, screen);
}

void stage_pop(Stage *stage)
{
    ask(stage, REQUEST_POP, NULL);
}

void stage_replace(Stage *stage, Screen *screen)
{
    ask(stage, REQUEST_POP, NULL);
    ask(stage, REQUEST_PUSH, screen);
}

void stage_clear_to(Stage *stage, Screen *screen)
{
    ask(stage, REQUEST_CLEAR, NULL);
    ask(stage, REQUEST_PUSH, screen);
}

static void take_up(Stage *stage, const Request *request)
{
    if (request->type == REQUEST_PUSH) {
        list_room((void **)&stage->screens, &stage->room, stage->count, sizeof *stage->screens);
        stage->screens[stage->count++] = request->screen;
        return;
    }
    do {
        if (stage->count > 0) {
            screen_free(stage->screens[--stage->count]);
        }
    } while (request->type == REQUEST_CLEAR && stage->count > 0);
}

/* A screen that is shown may ask for another one at once, hence the loop. */
static void take_up_requests(Stage *stage)
{
    while (stage->request_count > 0) {
        Screen *before = top(stage);
        for (size_t i = 0; i < stage->request_count; i++) {
            Request request = stage->requests[i];
            take_up(stage, &request);
        }
        stage->request_count = 0;
        Screen *now = top(stage);
        if (now != before) {
            scroll_memory_forget(stage->scroll);
            if (now && now->ops->shown) {
                now->ops->shown(now);
            }
        }
    }
}

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
    stage->dirty = true;
}

void stage_touch(Stage *stage)
{
    stage->dirty = true;
}

/* ---- manner: sizes and colours for whoever sits there ---- */

static float at_least(float value, float least)
{
    return value < least ? least : value;
}

/* Bigger windows show everything bigger; smaller ones never make targets or type smaller. */
static float scale_for(float width, float height)
{
    float scale = width / 1280 < height / 720 ? width / 1280 : height / 720;
    scale = at_least(scale, 1.0f);
    return scale > 2.0f ? 2.0f : scale;
}

static void find_manner(Stage *stage)
{
    const Screen *screen = top(stage);
    Tier tier = screen ? screen->ops->tier(screen) : TIER_AD;
    stage->prefs = prefs_usual(tier);
    const TierLimits *limits = tier_limits(tier);
    stage->manner = (Manner){.theme = stage->theme,
                             .scale = scale_for(stage->width, stage->height),
                             .text_scale = stage->text_scale,
                             .body_px = limits->font_px,
                             .target_px = limits->target_px,
                             .gap_px = limits->gap_px,
                             .grown_up = tier == TIER_T4 || tier == TIER_AD};
}

void stage_resize(Stage *stage, float width, float height)
{
    stage->width = width;
    stage->height = height;
    stage->dirty = true;
}

bool stage_cramped(const Stage *stage)
{
    float letters = stage->manner.scale * stage->manner.text_scale *
                    (float)stage->manner.body_px / 16;
    return stage->height / letters < 420 || stage->width / letters < 560;
}

void stage_size(const Stage *stage, float *width, float *height)
{
    *width = stage->width;
    *height = stage->height;
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
    return top(stage) ? top(stage)->ops->name : "";
}

/* Nothing of a family in the title: others see it in the task bar. */
const char *stage_title(Stage *stage)
{
    (void)stage;
    return "Pebble Cove";
}

/* ---- building and drawing ---- */

static void build(Stage *stage)
{
    take_up_requests(stage);
    if (!top(stage)) {
        return;
    }
    find_manner(stage);
    tree_reset(&stage->tree);
    if (stage->notice.code != ERROR_NONE) {
        notice_build(stage, &stage->tree);
    } else {
        top(stage)->ops->build(top(stage), &stage->tree);
    }
    layout_tree(&stage->tree, stage->width, stage->height, &stage->manner, &stage->ruler,
                stage->scroll);
    focus_mark(&stage->focus, &stage->tree);
    stage->built = true;
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
    return stage->dirty;
}

const DrawList *stage_draw(Stage *stage)
{
    if (stage->dirty || !stage->built) {
        build(stage);
        paint_tree(&stage->tree, &stage->manner, &stage->ruler, &stage->draws);
        stage->dirty = false;
    }
    return &stage->draws;
}

int64_t stage_wait_ms(const Stage *stage)
{
    const Screen *screen = top(stage);
    bool moving = screen && screen->ops->moving && screen->ops->moving(screen) &&
                  stage->notice.code == ERROR_NONE;
    return moving ? TICK_MS : -1;
}

/* ---- inputs ---- */

static void hear(Stage *stage, UiEvent *event)
{
    event->now = clock_ticks(&stage->clock);
    stage->dirty = true;
    if (stage->notice.code != ERROR_NONE) {
        if (event->type == UI_PRESS || (event->type == UI_KEY && event->key == KEY_ESCAPE)) {
            stage->notice = (Error){0};
        }
        return;
    }
    top(stage)->ops->hear(top(stage), event);
}

void stage_input(Stage *stage, const Input *input)
{
    (void)stage_tree(stage);
    if (!top(stage)) {
        return;
    }
    UiEvent event = {.type = UI_TICK};
    bool changed = false;
    switch (input->type) {
    case INPUT_NONE: return;
    case INPUT_RESIZE:
    case INPUT_PICTURES: stage->dirty = true; return;
    case INPUT_TICK: hear(stage, &event); break;
    default:
        if (focus_input(&stage->focus, &stage->tree, stage->scroll, input, &event, &changed)) {
            hear(stage, &event);
        }
        stage->dirty = stage->dirty || changed;
        break;
    }
    stage->built = stage->built && !stage->dirty;
    take_up_requests(stage);
}
