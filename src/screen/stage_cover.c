/* The quick cover: one key lays a colouring page over everything. The way back asks whose page it
 * was, where that person signs in; the helper's own asks for the passphrase. */
#include "screen/screens.h"
#include "screen/stage_inside.h"

static Screen *top(const Stage *stage)
{
    return stage->count ? stage->screens[stage->count - 1] : NULL;
}

/* How many screens stand on the cover; -1: there is none. */
static int above_cover(const Stage *stage)
{
    for (size_t i = stage->count; i-- > 0;) {
        if (screen_is_cover(stage->screens[i])) {
            return (int)(stage->count - 1 - i);
        }
    }
    return -1;
}

bool stage_covered(const Stage *stage)
{
    return above_cover(stage) >= 0;
}

const char *stage_cover_title(Stage *stage)
{
    return cove_words(top(stage)->cove, stage->tree.arena, TIER_T2, NULL, "ui.cover.title");
}

void stage_uncover(Stage *stage)
{
    for (int i = above_cover(stage); i >= 0; i--) {
        stage_pop(stage);
    }
}

/* The key once more, while the way back asks: the page to color in again. */
static void cover_again(Stage *stage)
{
    for (int i = above_cover(stage); i > 0; i--) {
        stage_pop(stage);
    }
}

static Visit visit_of(const Screen *below)
{
    Visit visit = {.why = VISIT_UNCOVER, .person = stage_person_of(below)};
    const Keeper *keeper = below->cove->keeper;
    const Case *family = keeper ? record_case_around(keeper_record(keeper), visit.person) : NULL;
    visit.family = family ? family->id : (Id){""};
    return visit;
}

void stage_cover(Stage *stage)
{
    const Screen *below = top(stage);
    if (!below || stage_covered(stage)) {
        cover_again(stage);
        return;
    }
    effects_clear(&stage->effects);
    effects_add(&stage->effects, &(Effect){.type = EFFECT_HUSH});
    effects_add(&stage->effects, &(Effect){.type = EFFECT_AMBIENCE});
    stage->place[0] = '\0';
    focus_init(&stage->focus);
    Visit visit = visit_of(below);
    stage_push(stage, screen_cover(below->cove, stage, below->ops->for_all ? NULL : &visit));
}
