/* One-switch scanning on the stage: the settings of whoever sits there, and when to wake for it. */
#include "screen/stage_inside.h"

_Static_assert((int)SCAN_AUTO == (int)SCANNING_AUTO && (int)SCAN_STEP == (int)SCANNING_STEP,
               "settings name the ways of scanning in their order");

/* Of the person who sits there, or of somebody who stands there with others. */
static Prefs scanning_of(const Stage *stage, const Screen *screen)
{
    Id scanner = screen->ops->scanner ? screen->ops->scanner(screen) : (Id){""};
    if (scanner.text[0] == '\0') {
        return stage->prefs;
    }
    return record_prefs(keeper_record(screen->cove->keeper), scanner, screen->ops->tier(screen));
}

void stage_scan_mark(Stage *stage)
{
    const Screen *screen = stage->screens[stage->count - 1];
    Prefs prefs = scanning_of(stage, screen);
    scan_set(&stage->scan, (Scanning)prefs.scan, prefs.dwell, screen->ops->scanner != NULL);
    scan_mark(&stage->scan, &stage->focus, &stage->tree, clock_ticks(&stage->clock));
}

bool stage_scan_input(Stage *stage, const Input *input, UiEvent *event, bool *changed)
{
    if (!scan_takes(&stage->scan, &stage->focus, &stage->tree, input)) {
        return focus_input(&stage->focus, &stage->tree, stage->scroll, input, event, changed);
    }
    return scan_input(&stage->scan, &stage->focus, &stage->tree, stage->scroll, input,
                      clock_ticks(&stage->clock), event, changed);
}

bool stage_scan_tick(Stage *stage, UiEvent *event)
{
    UiEvent pressed;
    bool changed;
    stage->ticked = clock_ticks(&stage->clock);
    bool heard = scan_tick(&stage->scan, &stage->focus, &stage->tree, stage->scroll, stage->ticked,
                           &pressed, &changed);
    if (heard) {
        *event = pressed;
    }
    return heard;
}

int64_t stage_scan_wait(const Stage *stage, int64_t wait)
{
    int64_t due = scan_due(&stage->scan);
    int64_t left = due > stage->ticked ? due - stage->ticked : 0;
    return due >= 0 && (wait < 0 || left < wait) ? left : wait;
}
