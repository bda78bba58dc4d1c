/* Locking: the screens go, the record and its keys go, what they left in the stage goes, and the
 * door is all there is. By key, by the helper's button, or when nobody touched anything for a
 * while; after the computer slept, before anything else is heard. */
#include "screen/screens.h"
#include "screen/stage_inside.h"

#include <stdio.h>
#include <stdlib.h>

enum { SITTING_MINUTES = 15, MINUTE_MS = 60000 };

static Cove *cove_of(const Stage *stage)
{
    return stage->count ? stage->screens[stage->count - 1]->cove : NULL;
}

static bool can_lock(const Stage *stage)
{
    const Cove *cove = cove_of(stage);
    return cove && cove->vault && !stage->main;
}

void stage_lock(Stage *stage)
{
    stage->locking = can_lock(stage);
}

/* ---- when ---- */

/* In a sitting people talk, draw on paper, or breathe: it waits as long as it may. */
static int64_t patience(const Cove *cove)
{
    const Record *record = keeper_record(cove->keeper);
    int minutes = record_sitting_open(record)
                      ? SITTING_MINUTES
                      : record_prefs(record, (Id){""}, TIER_AD).lock_minutes;
    return (int64_t)minutes * MINUTE_MS;
}

/* Ticks stand still while the computer sleeps, the wall clock does not; it may be set, and then
 * this locks once too often. */
static bool is_due(const Stage *stage)
{
    if (!can_lock(stage)) {
        return false;
    }
    int64_t most = patience(cove_of(stage));
    return clock_ticks(&stage->clock) - stage->touched.ticks >= most ||
           llabs(clock_wall(&stage->clock) - stage->touched.wall) >= most;
}

int64_t stage_lock_wait_ms(const Stage *stage)
{
    if (!can_lock(stage)) {
        return -1;
    }
    int64_t left = stage->touched.ticks + patience(cove_of(stage)) - clock_ticks(&stage->clock);
    return left > 0 ? left : 0;
}

static bool is_touch(const Input *input)
{
    switch (input->type) {
    case INPUT_POINTER_DOWN:
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_UP:
    case INPUT_WHEEL:
    case INPUT_KEY:
    case INPUT_KEY_UP:
    case INPUT_TEXT: return true;
    default: return false;
    }
}

void stage_lock_touch(Stage *stage)
{
    stage->touched = (Touched){clock_ticks(&stage->clock), clock_wall(&stage->clock)};
}

/* ---- how ---- */

void stage_forget(Stage *stage)
{
    for (size_t i = 0; i < stage->request_count; i++) {
        stage_screen_free(stage->requests[i].screen);
    }
    stage->request_count = 0;
    while (stage->count > 0) {
        stage_screen_free(stage->screens[--stage->count]);
    }
    tree_reset(&stage->tree);
    draw_list_clear(&stage->draws);
    effects_clear(&stage->effects);
    memory_wipe(&stage->focus, sizeof stage->focus);
    memory_wipe(&stage->narrator, sizeof stage->narrator);
    memory_wipe(&stage->caption, sizeof stage->caption);
    scroll_memory_forget(stage->scroll);
    stage->notice = (Error){0};
    memory_wipe(&stage->holding, sizeof stage->holding);
    stage->place[0] = '\0';
    strip_forget(stage);
    if (stage->motion) {
        motion_forget(stage->motion);
    }
}

/* Something may be missing that was done before. */
static void tell_lost(Stage *stage, const Cove *cove)
{
    Error lost = {.code = ERROR_WRITE};
    snprintf(lost.sentence, sizeof lost.sentence, "%s",
             cove_words(cove, stage->tree.arena, TIER_AD, NULL, "ui.saving.lost"));
    stage_notice(stage, &lost);
}

void stage_lock_now(Stage *stage)
{
    Cove *cove = cove_of(stage);
    bool lost = stage->holding.now;
    stage_forget(stage);
    cove_close(cove);
    effects_add(&stage->effects, &(Effect){.type = EFFECT_HUSH});
    effects_add(&stage->effects, &(Effect){.type = EFFECT_AMBIENCE});
    stage->locking = false;
    stage->locks++;
    stage->built = false;
    stage_push(stage, screen_door(cove, stage));
    if (lost) {
        tell_lost(stage, cove);
    }
}

bool stage_lock_take_up(Stage *stage)
{
    if (stage->locking && stage_holding_puts_off(stage, true)) {
        stage->locking = false;
    }
    if (stage->locking) {
        stage_lock_now(stage);
        return true;
    }
    return false;
}

/* Looked at each time while it is due, it would take every input: it is put off as if touched. */
bool stage_lock_puts_off(Stage *stage, const Input *input)
{
    bool key = input->type == INPUT_KEY && input->key == KEY_LOCK && can_lock(stage);
    bool put_off = (key || is_due(stage)) && stage_holding_puts_off(stage, key);
    if (put_off) {
        stage_lock_touch(stage);
    }
    return put_off;
}

bool stage_lock_input(Stage *stage, const Input *input)
{
    bool key = input->type == INPUT_KEY && input->key == KEY_LOCK;
    if (is_due(stage) || (key && can_lock(stage))) {
        stage_lock_now(stage);
        return true;
    }
    if (is_touch(input) || !can_lock(stage)) {
        stage_lock_touch(stage);
    }
    return key;
}

unsigned stage_locks(const Stage *stage)
{
    return stage->locks;
}
