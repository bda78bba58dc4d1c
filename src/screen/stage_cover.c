/* The quick cover: one key lays a colouring page over everything. It hides; it does not protect. */
#include "screen/screens.h"
#include "screen/stage_inside.h"

static Screen *top(const Stage *stage)
{
    return stage->count ? stage->screens[stage->count - 1] : NULL;
}

bool stage_covered(const Stage *stage)
{
    return top(stage) && screen_is_cover(top(stage));
}

void stage_cover(Stage *stage)
{
    const Screen *below = top(stage);
    if (!below || screen_is_cover(below)) {
        return;
    }
    effects_clear(&stage->effects);
    effects_add(&stage->effects, &(Effect){.type = EFFECT_HUSH});
    effects_add(&stage->effects, &(Effect){.type = EFFECT_AMBIENCE});
    stage->place[0] = '\0';
    focus_init(&stage->focus);
    stage_push(stage, screen_cover(below->cove, stage,
                                   below->ops->person ? below->ops->person(below) : (Id){""}));
}
