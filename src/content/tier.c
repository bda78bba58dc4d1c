/* The table of tiers. Numbers: content blueprint 2.1 and its machine copy tiers.json. */
#include "content/tier.h"

#include <assert.h>
#include <string.h>

static const TierLimits limits[TIER_COUNT] = {
    [TIER_T1] = {.id = "t1",
                 .label = "Little (4-6)",
                 .grade_max = 2.0,
                 .words_screen = 20,
                 .words_caption = 8,
                 .words_sentence = 9,
                 .choices = 3,
                 .target_px = 80,
                 .gap_px = 16,
                 .font_px = 24,
                 .scale = SCALE_PICTURES_3,
                 .minutes = 4},
    [TIER_T2] = {.id = "t2",
                 .label = "Young (7-9)",
                 .grade_max = 3.5,
                 .words_screen = 40,
                 .words_caption = 40,
                 .words_sentence = 13,
                 .choices = 4,
                 .target_px = 64,
                 .gap_px = 12,
                 .font_px = 20,
                 .scale = SCALE_PICTURES_5,
                 .minutes = 6},
    [TIER_T3] = {.id = "t3",
                 .label = "Middle (10-12)",
                 .grade_max = 5.0,
                 .words_screen = 60,
                 .words_caption = 60,
                 .words_sentence = 17,
                 .choices = 6,
                 .target_px = 48,
                 .gap_px = 8,
                 .font_px = 18,
                 .scale = SCALE_0_10,
                 .minutes = 8},
    [TIER_T4] = {.id = "t4",
                 .label = "Teen (13-17)",
                 .grade_max = 6.0,
                 .words_screen = 90,
                 .words_caption = 90,
                 .words_sentence = 20,
                 .choices = 8,
                 .target_px = 44,
                 .gap_px = 8,
                 .font_px = 16,
                 .scale = SCALE_0_10,
                 .minutes = 12},
    [TIER_AD] = {.id = "ad",
                 .label = "Parent / caregiver",
                 .grade_max = 6.5,
                 .words_screen = 120,
                 .words_caption = 120,
                 .words_sentence = 22,
                 .choices = 8,
                 .target_px = 44,
                 .gap_px = 8,
                 .font_px = 16,
                 .scale = SCALE_0_10,
                 .minutes = 10},
};

static const struct {
    const char *id;
    const char *label;
} settings[SETTING_COUNT] = {
    [SETTING_ROOM] = {"room", "In the room"},
    [SETTING_HOME] = {"home", "At home"},
    [SETTING_JOINT] = {"joint", "Together, helper present"},
};

const TierLimits *tier_limits(Tier tier)
{
    assert(tier < TIER_COUNT);
    return &limits[tier];
}

bool tier_parse(const char *id, Tier *out)
{
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        if (strcmp(limits[tier].id, id) == 0) {
            *out = (Tier)tier;
            return true;
        }
    }
    return false;
}

const char *setting_id(Setting setting)
{
    assert(setting < SETTING_COUNT);
    return settings[setting].id;
}

const char *setting_label(Setting setting)
{
    assert(setting < SETTING_COUNT);
    return settings[setting].label;
}

bool setting_parse(const char *id, Setting *out)
{
    for (int setting = 0; setting < SETTING_COUNT; setting++) {
        if (strcmp(settings[setting].id, id) == 0) {
            *out = (Setting)setting;
            return true;
        }
    }
    return false;
}
