/* What the strip does when it is pressed. All that changes the sitting goes the ways the pages of
 * the sitting go themselves: a skip is the child's own skip, an end is "that's all for today". */
#include "screen/after.h"
#include "screen/screens.h"
#include "screen/sitting.h"
#include "screen/stage_inside.h"
#include "screen/strip.h"

#include <stdio.h>
#include <string.h>

static Screen *top(const Stage *stage)
{
    return stage->screens[stage->count - 1];
}

static void press_below(Stage *stage, const char *verb)
{
    UiEvent event = {
        .type = UI_PRESS, .action = action_of(verb, "", 0), .now = clock_ticks(&stage->clock)};
    top(stage)->ops->hear(top(stage), &event);
}

/* ---- the sitting ---- */

static void pause(Stage *stage, const UiEvent *event)
{
    (void)event;
    strip_pause(stage, true);
}

static void go_on(Stage *stage, const UiEvent *event)
{
    (void)event;
    strip_pause(stage, false);
}

static void skip(Stage *stage, const UiEvent *event)
{
    (void)event;
    if (tree_find_verb(stage_tree(stage), "skip", "")) {
        press_below(stage, "skip");
    }
}

/* Not a break of the child's: nothing of it is kept. */
static void calm(Stage *stage, const UiEvent *event)
{
    (void)event;
    stage_push(stage, screen_break(strip_cove(stage), stage, strip_sitting(stage)->id));
}

static void end(Stage *stage, const UiEvent *event)
{
    (void)event;
    strip_turn(stage, STRIP_ACTS);
    stage->strip.paused = false;
    sitting_leave(strip_cove(stage), stage, strip_sitting(stage)->id);
}

static void after(Stage *stage, const UiEvent *event)
{
    (void)event;
    after_ask(strip_cove(stage), stage, strip_sitting(stage)->id);
}

/* ---- the strip itself ---- */

static void turn(Stage *stage, const UiEvent *event)
{
    strip_turn(stage, (StripPage)event->action.value);
}

static void back(Stage *stage, const UiEvent *event)
{
    (void)event;
    strip_turn(stage, STRIP_ACTS);
}

static void close(Stage *stage, const UiEvent *event)
{
    (void)event;
    strip_turn(stage, STRIP_ACTS);
    stage->strip.open = false;
}

static void keep_window(Stage *stage, int apart)
{
    Cove *cove = strip_cove(stage);
    Event event = {.type = EVENT_PREFS,
                   .prefs = record_pref_choices(keeper_record(cove->keeper), (Id){""})};
    Error error = {0};
    prefs_choose(&event.prefs, prefs_field("strip-window"), apart);
    if (!cove_keep(cove, &event, 1, &error)) {
        snprintf(stage->strip.said, sizeof stage->strip.said, "%s", error.sentence);
    }
}

static void to_window(Stage *stage, const UiEvent *event)
{
    close(stage, event);
    keep_window(stage, 1);
}

static void to_page(Stage *stage, const UiEvent *event)
{
    (void)event;
    strip_turn(stage, STRIP_ACTS);
    stage->strip.open = true;
    keep_window(stage, 0);
}

/* ---- what is noted ---- */

static void keep_note(Stage *stage, const UiEvent *event)
{
    (void)event;
    strip_keep_note(stage);
}

static void keep_sign(Stage *stage, const UiEvent *event)
{
    (void)event;
    strip_keep_sign(stage);
}

static void keep_others(Stage *stage, const UiEvent *event)
{
    (void)event;
    strip_keep_others(stage);
}

static void keep_person(Stage *stage, const UiEvent *event)
{
    const Case *family =
        record_case(keeper_record(strip_cove(stage)->keeper), strip_sitting(stage)->case_id);
    if (event->action.value >= 0 && (size_t)event->action.value < family->people_count) {
        strip_keep_person(stage, family->people[event->action.value].id);
    }
}

static const struct {
    const char *name;
    void (*act)(Stage *stage, const UiEvent *event);
} acts[] = {
    {"pause", pause},         {"go-on", go_on},
    {"skip", skip},           {"calm", calm},
    {"end-now", end},         {"after", after},
    {"turn", turn},           {"back", back},
    {"close", close},         {"window", to_window},
    {"page", to_page},        {"keep-note", keep_note},
    {"keep-sign", keep_sign}, {"keep-others", keep_others},
    {"person", keep_person},
};

/* Enter in the field is its button. */
static const char *act_of(const Stage *stage, const UiEvent *event)
{
    if (strcmp(event->action.item, "typed") != 0) {
        return event->action.item;
    }
    return stage->strip.page == STRIP_NOTE   ? "keep-note"
           : stage->strip.page == STRIP_SIGN ? "keep-sign"
                                             : "keep-others";
}

bool strip_hear(Stage *stage, const UiEvent *event)
{
    if (stage->main || strcmp(event->action.verb, STRIP_VERB) != 0) {
        return false; /* in the window its screen hears, and asks the stage of the sitting */
    }
    stage->dirty = true;
    if (event->type == UI_EDIT) {
        snprintf(stage->strip.typed, sizeof stage->strip.typed, "%s", event->text);
        return true;
    }
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        if (event->type == UI_PRESS && strip_sitting(stage) && stage_page_hears(stage) &&
            strcmp(acts[i].name, act_of(stage, event)) == 0) {
            acts[i].act(stage, event);
            break;
        }
    }
    return true;
}
