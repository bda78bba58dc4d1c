/* Age tiers and settings: the numbers every screen and every checker obeys.
 * Source of the numbers: content blueprint section 2.1 (Hard numbers). */
#ifndef CONTENT_TIER_H
#define CONTENT_TIER_H

#include <stdbool.h>
#include <stddef.h>

typedef enum Tier { TIER_T1, TIER_T2, TIER_T3, TIER_T4, TIER_AD, TIER_COUNT } Tier;

typedef unsigned TierSet; /* bit (1u << tier) */
enum { TIER_SET_ALL = (1u << TIER_COUNT) - 1, TIER_SET_CHILD = (1u << TIER_AD) - 1 };

typedef enum ScaleForm { SCALE_PICTURES_3, SCALE_PICTURES_5, SCALE_0_10 } ScaleForm;

typedef struct TierLimits {
    const char *id;     /* "t1" .. "t4", "ad" */
    const char *label;  /* for helpers: "Little (4-6)" */
    double grade_max;   /* Flesch-Kincaid ceiling, pooled per module */
    int words_screen;   /* words spoken or read on one screen */
    int words_caption;  /* words shown at once */
    int words_sentence; /* longest sentence */
    int choices;        /* per screen, without "not sure" */
    int target_px;      /* smallest target at 96 dpi and text size 100 % */
    int gap_px;         /* smallest gap between targets */
    int font_px;        /* body text */
    ScaleForm scale;
    int minutes; /* longest activity */
} TierLimits;

const TierLimits *tier_limits(Tier tier);
bool tier_parse(const char *id, Tier *out);
static inline bool tier_in(TierSet set, Tier tier)
{
    return (set & (1u << tier)) != 0;
}

/* Where an activity may run. A set of them: bit (1u << setting). */
typedef enum Setting { SETTING_ROOM, SETTING_HOME, SETTING_JOINT, SETTING_COUNT } Setting;
typedef unsigned SettingSet;

const char *setting_id(Setting setting);    /* "room", "home", "joint" */
const char *setting_label(Setting setting); /* for helpers */
bool setting_parse(const char *id, Setting *out);

#endif
