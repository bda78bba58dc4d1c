/* Where the stage meets its sounds: cues, the sound of the place, the mute key, captions. It asks
 * for effects; nothing here makes a sound. */
#include "screen/stage_inside.h"

#include "screen/cues.h"

#include <stdio.h>
#include <string.h>

enum { TOLD_MS = 2000 };

static const Screen *top(const Stage *stage)
{
    return stage->screens[stage->count - 1];
}

/* ---- cues ---- */

static void add_cue(Stage *stage, Cue cue)
{
    effects_add(&stage->effects, &(Effect){.type = EFFECT_CUE, .cue = cue});
}

void stage_sound_event(Stage *stage, const UiEvent *event)
{
    Cue cue;
    if (cue_for(event, &stage->tree, &cue)) {
        add_cue(stage, cue);
    }
}

void stage_sound_hand(Stage *stage, bool had, bool placed)
{
    bool has = stage->focus.hand[0] != '\0';
    if (has && !had) {
        add_cue(stage, CUE_PICK);
    } else if (had && !has && !placed) {
        add_cue(stage, CUE_TAKE);
    }
}

void stage_sound_notice(Stage *stage)
{
    add_cue(stage, CUE_NOTICE);
}

void stage_breath(Stage *stage, Breath breath)
{
    if (breath != stage->breath && breath != BREATH_NONE) {
        add_cue(stage, breath == BREATH_IN ? CUE_BREATHE_IN : CUE_BREATHE_OUT);
    }
    stage->breath = breath;
}

/* ---- the place ---- */

/* A notice leaves the place as it sounds. */
static void follow_place(Stage *stage)
{
    const char *name = ambience_for(&stage->tree);
    if (stage->notice.code != ERROR_NONE || strcmp(name, stage->place) == 0) {
        return;
    }
    snprintf(stage->place, sizeof stage->place, "%s", name);
    Effect effect = {.type = EFFECT_AMBIENCE};
    snprintf(effect.text, sizeof effect.text, "%s", name);
    effects_add(&stage->effects, &effect);
}

void stage_sound_leave(Stage *stage)
{
    stage->breath = BREATH_NONE;
    stage->caption.said[0] = stage->caption.sound[0] = '\0';
}

/* ---- captions ---- */

static const char *word(Stage *stage, const char *id)
{
    const Screen *screen = top(stage);
    return cove_words(screen->cove, stage->tree.arena, screen->ops->tier(screen), NULL, id);
}

static bool is_meaningful(Cue cue)
{
    return cue == CUE_BREATHE_IN || cue == CUE_BREATHE_OUT || cue == CUE_CALM ||
           cue == CUE_PEBBLE || cue == CUE_NOTICE;
}

/* The id of what a sound is in words; NULL when it only answers a hand, or is not heard. */
static const char *words_of_sound(Stage *stage, const Effect *effect)
{
    const Prefs *prefs = &stage->prefs;
    if (effect->type == EFFECT_CUE && is_meaningful(effect->cue) && prefs->sounds > 0) {
        return arena_format(stage->tree.arena, "ui.caption.%s", cue_name(effect->cue));
    }
    if (effect->type == EFFECT_AMBIENCE && effect->text[0] && prefs->ambience > 0) {
        return arena_format(stage->tree.arena, "ui.caption.ambience.%s", effect->text);
    }
    return NULL;
}

static void note_effect(Stage *stage, const Effect *effect)
{
    Caption *caption = &stage->caption;
    if (effect->type == EFFECT_SAY && !effect->after) {
        memcpy(caption->said, effect->text, sizeof caption->said);
    }
    const char *id = stage->prefs.mute ? NULL : words_of_sound(stage, effect);
    if (id) {
        snprintf(caption->sound, sizeof caption->sound, "%s", word(stage, id));
    }
}

/* While a page is read, the line follows the part that is being said. */
static void note_reading(Stage *stage)
{
    const char *key = stage->narrator.reading;
    const Node *node = key[0] ? tree_find_key(&stage->tree, key) : NULL;
    if (node) {
        snprintf(stage->caption.said, sizeof stage->caption.said, "%s", node_spoken(node));
    }
}

static void note_effects(Stage *stage)
{
    const Effects *effects = &stage->effects;
    size_t fresh = effects->added - stage->caption.noted;
    for (size_t i = fresh < effects->count ? effects->count - fresh : 0; i < effects->count; i++) {
        note_effect(stage, &effects->items[i]);
    }
    stage->caption.noted = effects->added;
    note_reading(stage);
}

bool stage_sound_look(Stage *stage)
{
    Caption before = stage->caption;
    follow_place(stage);
    note_effects(stage);
    return stage->prefs.captions && (strcmp(before.said, stage->caption.said) != 0 ||
                                     strcmp(before.sound, stage->caption.sound) != 0);
}

int stage_caption_room(const Stage *stage)
{
    bool wanted = stage->prefs.captions && !stage_covered(stage);
    return wanted ? (int)(24 + 32 * stage->manner.text_scale) : 0;
}

/* Two lines; one where there is little room. A letter is about half as wide as it is high. */
static CaptionRoom caption_room(const Stage *stage)
{
    float width, height;
    stage_size(stage, &width, &height);
    float letter = theme_type(&stage->manner, TYPE_SMALL, false, ALIGN_START).size * 0.5f;
    float line = (width - 48 * stage->manner.scale) / letter;
    return (CaptionRoom){stage_caption_room(stage), (int)line * (stage_cramped(stage) ? 1 : 2)};
}

void stage_caption_build(Stage *stage)
{
    Caption *caption = &stage->caption;
    if (caption->until && clock_ticks(&stage->clock) >= caption->until) {
        caption->until = 0;
    }
    if (!stage_covered(stage)) {
        CaptionRoom room = caption_room(stage);
        caption_build(caption, &room, &stage->tree);
    }
}

int64_t stage_caption_wait(const Stage *stage, int64_t wait)
{
    if (!stage->caption.until) {
        return wait;
    }
    int64_t left = stage->caption.until - clock_ticks(&stage->clock);
    left = left > 0 ? left : 0;
    return wait < 0 || left < wait ? left : wait;
}

/* ---- the mute key ---- */

/* In the settings of whoever sits there. */
static bool keep_mute(const Screen *screen, bool mute)
{
    Id person = screen->ops->person ? screen->ops->person(screen) : (Id){""};
    if (!screen->cove->keeper) {
        return false;
    }
    PrefChoices choices = record_pref_choices(keeper_record(screen->cove->keeper), person);
    prefs_choose(&choices, prefs_field("mute"), mute);
    Event event = {.type = EVENT_PREFS, .person_id = person, .prefs = choices};
    return cove_keep(screen->cove, &event, 1, NULL);
}

/* What could not be kept holds for this run. */
static void turn_mute(Stage *stage)
{
    bool mute = !stage->prefs.mute;
    bool kept = keep_mute(top(stage), mute);
    stage->mute = kept ? MUTE_AS_CHOSEN : mute ? MUTE_ON : MUTE_OFF;
    stage->prefs.mute = mute;
    snprintf(stage->caption.told, sizeof stage->caption.told, "%s",
             word(stage, mute ? "ui.sound.off" : "ui.sound.on"));
    stage->caption.until = clock_ticks(&stage->clock) + TOLD_MS;
    stage->caption.sound[0] = '\0';
    stage->dirty = true;
}

bool stage_sound_input(Stage *stage, const Input *input)
{
    const int64_t until = stage->caption.until;
    bool asked = input->type == INPUT_KEY && input->key == KEY_MUTE && !stage_covered(stage);
    if (input->type == INPUT_TICK && until && clock_ticks(&stage->clock) >= until) {
        stage->dirty = true;
    }
    if (asked && !input->repeat) {
        turn_mute(stage);
    }
    return asked;
}

bool stage_muted(const Stage *stage, bool chosen)
{
    return stage->mute == MUTE_AS_CHOSEN ? chosen : stage->mute == MUTE_ON;
}
