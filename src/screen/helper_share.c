/* What a child wished to have shown, for the helper: the exact card, to whom, and its release, with
 * a reason when not everybody the child named is treated alike. It can be taken back. */
#include "screen/desk.h"
#include "screen/screens.h"
#include "screen/sharing.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct ReleaseScreen {
    Screen screen;
    Id family, child, play;
    bool left_out[TOKENS_ADULTS]; /* of the adults of the case, by their index */
    char why[SHARE_WORDS];
} ReleaseScreen;

static ReleaseScreen *self(Screen *screen)
{
    return (ReleaseScreen *)(void *)screen;
}

static const ReleaseScreen *self_const(const Screen *screen)
{
    return (const ReleaseScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self_const(screen)->family);
}

static Share share_with(const ReleaseScreen *release, Id adult)
{
    return (Share){release->child, adult, release->play};
}

/* Chosen for the release, and allowed to see it. */
static bool is_in(const ReleaseScreen *release, const Case *family, int index)
{
    Share share = share_with(release, case_adult(family, index)->id);
    return !release->left_out[index] && share_helper_may_release(family, &share);
}

/* Some of those whom the child named would see it and some would not. */
static bool is_uneven(const ReleaseScreen *release, const Case *family)
{
    int in = 0, out = 0;
    for (int i = 0; i < TOKENS_ADULTS && case_adult(family, i); i++) {
        Share share = share_with(release, case_adult(family, i)->id);
        if (share_wished(family, &share)) {
            *(is_in(release, family, i) ? &in : &out) += 1;
        }
    }
    return in > 0 && out > 0;
}

static void build_adult(const Screen *screen, const Case *family, int index, Tree *tree,
                        Node *panel)
{
    const ReleaseScreen *release = self_const(screen);
    const Person *adult = case_adult(family, index);
    Share share = share_with(release, adult->id);
    if (!share_wished(family, &share)) {
        return;
    }
    Node *choice = node_add(tree, panel, ROLE_CHOICE, adult->id.text, adult->name);
    choice->text = choice->name;
    choice->look = LOOK_CHIP;
    choice->state.chosen = is_in(release, family, index);
    choice->state.disabled = !share_helper_may_release(family, &share);
    choice->action = action_of("adult", "", index);
    node_text(tree, panel, TYPE_SMALL,
              desk_word(screen, tree,
                        share_released(family, &share) ? "ui.showing.is-released"
                                                       : "ui.showing.not-released"));
    const ShareSaid said = share_said(family, &share);
    share_card(screen, &share, &said, tree, panel);
}

static void build_buttons(const Screen *screen, const Case *family, Tree *tree, Node *panel)
{
    const ReleaseScreen *release = self_const(screen);
    if (is_uneven(release, family)) {
        desk_field(tree, panel, "why", desk_word(screen, tree, "ui.showing.why"), "", release->why,
                   SHARE_WORDS, "release");
    }
    Node *row = simple_row(tree, panel, 12);
    row->layout.main = ALIGN_START;
    simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.showing.release"), "release",
                  "icon/check");
    if (share_any_released(family, release->child, release->play)) {
        simple_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.showing.take-back"),
                      "unrelease", "icon/undo");
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const ReleaseScreen *release = self_const(screen);
    const Case *family = family_of(screen);
    const Person *child = case_person(family, release->child);
    Node *body = desk_page(screen, tree, desk_word_for(screen, tree, "ui.showing.of", child->name),
                           family->name);
    node_text(tree, body, TYPE_BODY, desk_word(screen, tree, "ui.showing.about"));
    Node *panel =
        desk_panel(tree, body, "release",
                   share_title(screen->cove, record_play_by_id(keeper_record(screen->cove->keeper),
                                                               release->play)));
    if (share_wished(family, &(Share){.child = release->child, .play = release->play})) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.showing.wants-together"));
        return;
    }
    for (int i = 0; i < TOKENS_ADULTS && case_adult(family, i); i++) {
        build_adult(screen, family, i, tree, panel);
    }
    build_buttons(screen, family, tree, panel);
}

static bool set_all(Screen *screen, bool on, Error *error)
{
    const ReleaseScreen *release = self_const(screen);
    bool kept = true;
    for (int i = 0; kept && i < TOKENS_ADULTS && case_adult(family_of(screen), i); i++) {
        const Case *family = family_of(screen);
        Share share = share_with(release, case_adult(family, i)->id);
        if (share_wished(family, &share)) {
            kept = share_release(screen->cove, family, &share, on && is_in(release, family, i),
                                 release->why, error);
        }
    }
    return kept;
}

static void let_go(Screen *screen, bool on)
{
    Error error = {0};
    bool reason = on && is_uneven(self(screen), family_of(screen)) && !self(screen)->why[0];
    if (reason) {
        error_set(&error, ERROR_REFUSED, "sharing",
                  "Not everybody the child named would see this. Say in a few words why.");
    }
    if (reason || !set_all(screen, on, &error)) {
        stage_notice(screen->stage, &error);
    }
    stage_touch(screen->stage);
}

static void hear(Screen *screen, const UiEvent *event)
{
    ReleaseScreen *release = self(screen);
    if (event->type == UI_EDIT) {
        snprintf(release->why, sizeof release->why, "%s", event->text);
    } else if (heard_press(event, "adult") && event->action.value < TOKENS_ADULTS) {
        release->left_out[event->action.value] ^= true;
        stage_touch(screen->stage);
    } else if (heard_press(event, "release") || heard_press(event, "unrelease")) {
        let_go(screen, heard_press(event, "release"));
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
    memory_wipe(screen, sizeof(ReleaseScreen));
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-share", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_helper_share(Cove *cove, Stage *stage, Id family, Id child, Id play)
{
    ReleaseScreen *release = memory_new(1, sizeof *release);
    release->screen = (Screen){&ops, cove, stage};
    release->family = family;
    release->child = child;
    release->play = play;
    return &release->screen;
}
