/* Sizes, letters and colours for whoever sits there: their settings, their tier, the window. */
#include "screen/screens.h"
#include "screen/stage_inside.h"

#include "screen/tongue.h"

static float at_least(float value, float least)
{
    return value < least ? least : value;
}

/* Bigger windows show everything bigger; smaller ones never make targets or type smaller. */
static float scale_for(float width, float height)
{
    float scale = width / 1280 < height / 720 ? width / 1280 : height / 720;
    scale = at_least(scale, 1.0f);
    return scale > 2.0f ? 2.0f : scale;
}

_Static_assert((int)PREF_CONTRAST == (int)THEME_CONTRAST &&
                   (int)PREF_COMIC_NEUE == (int)FONT_COMIC_NEUE,
               "settings name themes and fonts in their order");

Prefs stage_prefs_of(const Stage *stage, const PrefChoices *choices, Tier tier)
{
    Prefs prefs = prefs_chosen(choices, tier);
    if (stage->calm && !prefs_has(choices, prefs_field("calm-motion"))) {
        prefs.calm_motion = 1;
    }
    return prefs;
}

void stage_calm_motion(Stage *stage, bool calm)
{
    stage->calm = calm;
    stage->dirty = true;
}

/* What the command line asks for holds until the person chooses. */
Manner stage_manner_of(const Stage *stage, const PrefChoices *choices, Tier tier)
{
    const TierLimits *limits = tier_limits(tier);
    Prefs prefs = stage_prefs_of(stage, choices, tier);
    bool text = prefs_has(choices, prefs_field("text"));
    bool theme = prefs_has(choices, prefs_field("theme"));
    return (Manner){.theme = theme ? (ThemeName)prefs.theme : stage->theme,
                    .scale = scale_for(stage->width, stage->height),
                    .text_scale = text ? (float)prefs.text / 100 : stage->text_scale,
                    .body_px = limits->font_px,
                    .target_px = limits->target_px,
                    .gap_px = limits->gap_px,
                    .font = (FontFamily)prefs.font,
                    .wide = prefs.spacing,
                    .light = stage_light(stage),
                    .calm_motion = prefs.calm_motion,
                    .grown_up = tier == TIER_T4 || tier == TIER_AD};
}

bool stage_lacks_font(const Stage *stage, FontFamily family)
{
    return stage->ruler.lacks & 1u << family;
}

Id stage_person_of(const Screen *screen)
{
    return screen->ops->person ? screen->ops->person(screen) : (Id){""};
}

/* Of the person the screen is for; of the helper where it is for nobody else. */
static PrefChoices choices_of(const Screen *screen)
{
    Id person = stage_person_of(screen);
    const Keeper *keeper = screen->cove->keeper;
    return keeper ? record_pref_choices(keeper_record(keeper), person) : (PrefChoices){.chosen = 0};
}

void stage_speak(const Screen *screen)
{
    tongue_speak(screen->cove, stage_person_of(screen));
}

/* The helper asked for it with what was given; the person's own "no voice" comes first. */
static int voice_of(const Screen *screen, const PrefChoices *choices, int voice)
{
    bool wished = screen->ops->aloud && screen->ops->aloud(screen);
    bool none = voice == VOICE_OFF && prefs_has(choices, prefs_field("voice"));
    return wished && !none ? VOICE_AUTO : voice;
}

void stage_manner_find(Stage *stage)
{
    const Screen *screen = stage->screens[stage->count - 1];
    stage_speak(screen);
    Tier tier = screen->ops->tier(screen);
    PrefChoices choices = choices_of(screen);
    stage->prefs = stage_prefs_of(stage, &choices, tier);
    stage->prefs.voice = voice_of(screen, &choices, stage->prefs.voice);
    stage->prefs.mute = stage_muted(stage, stage->prefs.mute) || screen_is_cover(screen);
    stage->manner = stage_manner_of(stage, &choices, tier);
}
