/* F1: the page of keys over the helper's own pages; once more, and it is gone. Never over a page of
 * a sitting, where Stop, Break and I'm not OK always stand, nor over the cover. */
#include "screen/screens.h"
#include "screen/stage_inside.h"

static bool may_come_over(const Stage *stage, const Screen *screen)
{
    return !screen->ops->person && screen->ops->tier && screen->ops->tier(screen) == TIER_AD &&
           stage->notice.code == ERROR_NONE && !stage_covered(stage);
}

bool stage_help_input(Stage *stage, const Input *input)
{
    Screen *top = stage->screens[stage->count - 1];
    bool asked = input->type == INPUT_KEY && input->key == KEY_HELP;
    if (asked && !input->repeat && screen_is_keys(top)) {
        stage_pop(stage);
    } else if (asked && !input->repeat && may_come_over(stage, top)) {
        stage_push(stage, screen_helper_keys(top->cove, stage));
    }
    return asked;
}
