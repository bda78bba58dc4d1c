#include "screen/frame.h"
#include "screen/screens.h"
#include "screen/sky.h"

#include <string.h>

bool sitter_find(const Cove *cove, Id id, Sitter *out)
{
    const Record *record = keeper_record(cove->keeper);
    Sitter sitter = {.sitting = record_sitting(record, id)};
    if (!sitter.sitting) {
        return false;
    }
    sitter.family = record_case(record, sitter.sitting->case_id);
    sitter.person = case_person(sitter.family, sitter.sitting->person);
    sitter.signed_in = record_sign_in(record, sitter.person->id) != NULL;
    case_tokens(sitter.family, sitter.person, record_helper(record), &sitter.tokens);
    *out = sitter;
    return true;
}

const char *frame_scene(Tree *tree, Tier tier, const char *place)
{
    if (tier == TIER_AD) {
        return "scene/desk";
    }
    if (tier == TIER_T4) {
        return "scene/cove-teen";
    }
    return arena_format(tree->arena, "scene/%s", place);
}

static const char *word(const Frame *frame, Tree *tree, const char *id)
{
    return cove_words(frame->cove, tree->arena, frame->tier, frame->tokens, id);
}

static void safety_button(const Frame *frame, Tree *tree, Node *band, const char *words,
                          const char *say, const char *verb, const char *icon)
{
    Node *button =
        node_button(tree, band, LOOK_SAFETY, word(frame, tree, words), action_of(verb, "", 0));
    button->key = verb;
    button->icon = icon;
    button->spoken = word(frame, tree, say);
}

void frame_band_layout(Node *band, Tier tier)
{
    band->layout.gap = tier_limits(tier)->gap_px;
    band->layout.pad_x = 16;
    band->layout.pad_y = band->layout.gap > 12 ? band->layout.gap : 12;
    band->layout.wrap = true;
}

/* The way to the person's settings: small, and away from the safety buttons. */
static void add_gear(const Frame *frame, Tree *tree, Node *band)
{
    Node *gear = node_button(tree, band, LOOK_SECONDARY, word(frame, tree, "ui.prefs.title"),
                             action_of("settings", "", 0));
    gear->key = "settings";
    gear->icon = "icon/settings";
    gear->layout.pad_x = 16;
    if (frame->tier <= TIER_T2 || stage_cramped(frame->stage)) {
        gear->text = NULL;
    }
}

static bool may_hear(const Frame *frame)
{
    return frame->hear && stage_prefs(frame->stage)->voice != VOICE_OFF;
}

static void add_hear(const Frame *frame, Tree *tree, Node *band)
{
    Node *hear = node_add(tree, band, ROLE_BUTTON, "hear", word(frame, tree, "ui.hear"));
    hear->icon = "icon/hear";
    hear->look = LOOK_SECONDARY;
    hear->action = action_of("hear", "", 0);
    hear->layout.pad_x = 16;
}

void frame_sample_note(const Frame *frame, Tree *tree, Node *band)
{
    if (stage_cramped(frame->stage) || !frame->cove->sample) {
        return;
    }
    Node *note = node_text(tree, band, TYPE_SMALL, word(frame, tree, "ui.door.sample-note"));
    note->look = LOOK_NOTE;
    if (frame->settings && !stage_manner(frame->stage)->wide) {
        note->layout.max_width = 220; /* leaves room for the way to the settings */
    }
}

static void build_band(const Frame *frame, Tree *tree, Node *root)
{
    Node *band = node_group(tree, root, AXIS_ROW);
    band->key = "band";
    frame_band_layout(band, frame->tier);
    if (frame->stop) {
        safety_button(frame, tree, band, "ui.stop", "ui.stop.say", "stop", "icon/stop");
    }
    if (frame->pause) {
        safety_button(frame, tree, band, "ui.break", "ui.break.say", "break", "icon/break");
    }
    if (frame->not_ok) {
        safety_button(frame, tree, band, "ui.not-ok", "ui.not-ok.say", "not-ok", "icon/not-ok");
    }
    bool roomy = !stage_cramped(frame->stage);
    if (roomy && (frame->cove->sample || frame->settings || may_hear(frame))) {
        node_spacer(tree, band);
    }
    if (!frame->greets) {
        frame_sample_note(frame, tree, band);
    }
    if (may_hear(frame)) {
        add_hear(frame, tree, band);
    }
    if (frame->settings) {
        add_gear(frame, tree, band);
    }
}

Node *frame_build(const Frame *frame, Tree *tree)
{
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "screen", frame->title);
    root->layout.axis = AXIS_STACK;
    Node *scene = node_image(tree, root, frame->scene, "", 0, 0);
    scene->cover = true;
    sky_build(frame->stage, tree, root, frame->scene);
    Node *column = node_group(tree, root, AXIS_COLUMN);
    column->layout.cross = ALIGN_STRETCH;
    build_band(frame, tree, column);
    Node *body = node_group(tree, column, AXIS_COLUMN);
    body->key = "body";
    body->layout.grow = 1;
    body->layout.cross = ALIGN_STRETCH;
    body->layout.scroll = stage_cramped(frame->stage);
    return body;
}

static bool is(const UiEvent *event, const char *verb, Key key)
{
    return (event->type == UI_PRESS && strcmp(event->action.verb, verb) == 0) ||
           (event->type == UI_KEY && event->key == key);
}

bool frame_is_stop(const UiEvent *event)
{
    return is(event, "stop", KEY_ESCAPE);
}

bool frame_hear(Cove *cove, Stage *stage, Id sitting_id, const UiEvent *event)
{
    bool pause = is(event, "break", KEY_BREAK), not_ok = is(event, "not-ok", KEY_NOT_OK);
    if (!pause && !not_ok) {
        return false;
    }
    const Record *record = keeper_record(cove->keeper);
    const PlayRecord *play = record_play_open(record, record_sitting(record, sitting_id));
    Event kept = {.type = pause ? EVENT_BREAK : EVENT_NOT_OK, .sitting_id = sitting_id};
    if (play) {
        kept.play_id = play->id;
    }
    /* The page is shown even when it could not be noted: the child comes first. */
    (void)cove_keep(cove, &kept, 1, NULL);
    stage_push(stage, pause ? screen_break(cove, stage, sitting_id)
                            : screen_not_ok(cove, stage, sitting_id));
    return true;
}
