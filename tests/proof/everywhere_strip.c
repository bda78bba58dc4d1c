/* The walk through the helper's strip beside a sitting: each of its pages below a page of somebody
 * of this tier, the pause, the goodbye, and the window of its own. */
#include "proof/everywhere_inside.h"

#include "screen/sitting.h"
#include "screen/strip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void act(Walker *walker, const char *name)
{
    walker_press(walker, "strip", name);
}

static void turn_to(Walker *walker, const char *key, const char *name)
{
    Stage *stage = walker->house.stage;
    const Node *node = tree_find_key(stage_tree(stage), key);
    Error error = {0};
    assert_non_null(node);
    if (!stage_press(stage, node->role, node->name, &error)) {
        fail_msg("%s", error.sentence);
    }
    walker_see(walker, "%s", name);
}

static void see_notes(Walker *walker)
{
    turn_to(walker, "strip-note", "strip-note");
    act(walker, "back");
    turn_to(walker, "strip-sign", "strip-sign");
    act(walker, "keep-sign");
    act(walker, "back");
    turn_to(walker, "strip-present", "strip-present");
    act(walker, "person");
    act(walker, "back");
    turn_to(walker, "strip-talk", "strip-talk");
    act(walker, "back");
    turn_to(walker, "strip-end", "strip-end");
    act(walker, "back");
}

static void see_pause(Walker *walker)
{
    act(walker, "pause");
    walker_see(walker, "strip-paused");
    stage_key(walker->house.stage, KEY_STRIP, NULL);
    walker_see(walker, "paused");
    stage_key(walker->house.stage, KEY_STRIP, NULL);
    act(walker, "go-on");
}

void walker_strip(Walker *walker)
{
    stage_key(walker->house.stage, KEY_STRIP, NULL);
    walker_see(walker, "strip");
    see_notes(walker);
    see_pause(walker);
    stage_key(walker->house.stage, KEY_STRIP, NULL);
}

void walker_strip_after(Walker *walker)
{
    stage_key(walker->house.stage, KEY_STRIP, NULL);
    walker_see(walker, "strip-after");
    stage_key(walker->house.stage, KEY_STRIP, NULL);
}

/* The window is another stage; it is looked at as a house of its own. */
static void see_window(Walker *walker, const char *name)
{
    House beside = walker->house;
    beside.stage = stage_strip(walker->house.stage);
    assert_non_null(beside.stage);
    walker->walk->see(walker->walk->context, &beside, name);
}

static void turn_window(Walker *walker, StripPage page, const char *name)
{
    UiEvent event = {.type = UI_PRESS, .action = action_of(STRIP_VERB, "turn", (int)page)};
    (void)strip_hear(walker->house.stage, &event);
    see_window(walker, name);
}

void everywhere_strip_window(const Everywhere *walk)
{
    Walker walker;
    walker_open(&walker, walk);
    House *house = &walker.house;
    Id child = house_family(house, TIER_T2, "Robin");
    Id family = record_case_at(keeper_record(house->cove.keeper), 0)->id;
    sitting_begin(&house->cove, house->stage, family, child, SETTING_ROOM);
    stage_strip_windows(house->stage, true);
    stage_key(house->stage, KEY_STRIP, NULL);
    walker_see(&walker, "strip-may-leave");
    act(&walker, "window");
    see_window(&walker, "strip-window");
    turn_window(&walker, STRIP_NOTE, "strip-window-note");
    turn_window(&walker, STRIP_SIGN, "strip-window-sign");
    turn_window(&walker, STRIP_PRESENT, "strip-window-present");
    turn_window(&walker, STRIP_END, "strip-window-end");
    walker_close(&walker);
}
