/* Damage of the record that is come to while it is used: nothing more is kept, and the helper
 * decides what becomes of it, on the page that a start shows too (damaged.c). Behind the passphrase
 * it comes at once. Where somebody else sits, all is locked, and the door asks for the helper:
 * their next unlocking finds the damage before it shows anything. */
#include "screen/safekeeping.h"
#include "screen/screens.h"
#include "screen/stage_inside.h"

#include <stdio.h>

enum { LOOK_MS = 1000 }; /* how late what the weekly check found may be seen */

static Cove *cove_with_record(const Stage *stage)
{
    Cove *cove = stage->count ? stage->screens[stage->count - 1]->cove : NULL;
    return cove && cove->vault && cove->keeper ? cove : NULL;
}

static bool is_helpers(const Stage *stage)
{
    const Screen *screen = stage->screens[stage->count - 1];
    return !stage_covered(stage) && !screen->ops->for_all && !stage_person_of(screen).text[0];
}

static void rescue(Stage *stage, Cove *cove)
{
    stage_forget(stage);
    safekeeping_rescue(cove);
    stage->locks++;
    stage_push(stage, screen_damaged(cove, stage));
}

static void lock_away(Stage *stage, const Cove *cove)
{
    const Screen *screen = stage->screens[stage->count - 1];
    Error words = {.code = ERROR_DAMAGED};
    snprintf(words.sentence, sizeof words.sentence, "%s",
             cove_words(cove, stage->tree.arena, screen->ops->tier(screen), NULL, "ui.safe.found"));
    stage_lock_now(stage);
    stage_notice(stage, &words);
}

/* What is on its way to the disk gets there first. */
void stage_damage_look(Stage *stage)
{
    Cove *cove = cove_with_record(stage);
    if (!cove) {
        return;
    }
    (void)keeper_check(cove->keeper);
    if (!keeper_damage(cove->keeper) || keeper_unsaved(cove->keeper).state != SAVING_DONE) {
        return;
    }
    if (is_helpers(stage)) {
        rescue(stage, cove);
    } else {
        lock_away(stage, cove);
    }
}

int64_t stage_damage_wait(const Stage *stage, int64_t wait)
{
    const Cove *cove = cove_with_record(stage);
    bool looking = cove && keeper_check(cove->keeper).state == CHECK_GOES_ON;
    return looking && (wait < 0 || wait > LOOK_MS) ? LOOK_MS : wait;
}
