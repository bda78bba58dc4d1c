/* What moves on the stage: the links between its clock, its tree and the motion of ui. */
#include "screen/stage_inside.h"

#include "ui/daylight.h"

void stage_animate(Stage *stage)
{
    if (!stage->motion) {
        stage->motion = motion_new();
    }
}

Color stage_light(const Stage *stage)
{
    return daylight_veil(clock_minute(clock_wall(&stage->clock)));
}

/* What was there must not show through the cover, not even for a moment. */
void stage_motion_follow(Stage *stage, bool notice)
{
    if (!stage->motion) {
        return;
    }
    if (stage_covered(stage)) {
        motion_forget(stage->motion);
    }
    motion_follow(stage->motion, &stage->tree, &stage->manner, 2 * stage->shown + notice,
                  clock_ticks(&stage->clock));
}

void stage_motion_move(Stage *stage)
{
    if (stage->motion) {
        motion_move(stage->motion, &stage->tree, &stage->manner, clock_ticks(&stage->clock));
    }
    stage->moved = false;
}

/* A pointer that only lies there says nothing: windows report it when they open. */
void stage_motion_input(Stage *stage, const Input *input)
{
    bool hand = input->type == INPUT_POINTER_DOWN || input->type == INPUT_POINTER_UP ||
                input->type == INPUT_WHEEL || input->type == INPUT_KEY || input->type == INPUT_TEXT;
    if (stage->motion && hand) {
        motion_wake(stage->motion, clock_ticks(&stage->clock));
    }
}

bool stage_motion_tick(Stage *stage)
{
    bool alone = stage->motion && motion_wait(stage->motion) >= 0 && !stage->dirty &&
                 !stage_moving(stage) && stage_due(stage) != 0 && stage_scan_wait(stage, -1) < 0;
    stage->moved = stage->moved || alone;
    return alone;
}

int64_t stage_motion_wait(const Stage *stage, int64_t wait)
{
    int64_t own = stage->motion ? motion_wait(stage->motion) : -1;
    return own >= 0 && (wait < 0 || own < wait) ? own : wait;
}
