#include "family/prefs.h"

#include <string.h>

#define AT(member) offsetof(Prefs, member)
#define ALIKE(value)                                                                               \
    {                                                                                              \
        value, value, value, value, value                                                          \
    }

enum { FIELDS = 18 };

static const PrefField fields[FIELDS] = {
    {"text", AT(text), 100, 200, 25, ALIKE(100)},
    {"spacing", AT(spacing), 0, 1, 1, ALIKE(0)},
    {"font", AT(font), PREF_ANDIKA, PREF_COMIC_NEUE, 1, ALIKE(PREF_ANDIKA)},
    {"theme", AT(theme), PREF_DAY, PREF_CONTRAST, 1, ALIKE(PREF_DAY)},
    {"calm-motion", AT(calm_motion), 0, 1, 1, ALIKE(0)},
    /* Narration by tier: blueprint 2.1. */
    {"voice",
     AT(voice),
     VOICE_OFF,
     VOICE_AUTO,
     1,
     {VOICE_AUTO, VOICE_AUTO, VOICE_ON_TAP, VOICE_ON_TAP, VOICE_ON_TAP}},
    {"voice-speed", AT(voice_speed), 60, 140, 10, {80, 90, 100, 100, 100}},
    {"voice-kind", AT(voice_kind), 0, 3, 1, ALIKE(0)},
    {"voice-volume", AT(voice_volume), 0, 100, 10, ALIKE(80)},
    {"sounds", AT(sounds), 0, 100, 10, {60, 60, 50, 40, 30}},
    {"ambience", AT(ambience), 0, 100, 10, {20, 20, 10, 0, 0}},
    {"mute", AT(mute), 0, 1, 1, ALIKE(0)},
    {"captions", AT(captions), 0, 1, 1, ALIKE(0)},
    {"first-tap", AT(first_tap), 0, 1, 1, {1, 0, 0, 0, 0}},
    {"scan", AT(scan), SCAN_OFF, SCAN_STEP, 1, ALIKE(SCAN_OFF)},
    {"dwell", AT(dwell), 600, 5000, 200, ALIKE(1600)},
    {"lock-minutes", AT(lock_minutes), 1, 15, 1, ALIKE(5)},
    {"strip-window", AT(strip_window), 0, 1, 1, ALIKE(0)},
};

const PrefField *prefs_fields(size_t *count)
{
    *count = FIELDS;
    return fields;
}

const PrefField *prefs_field(const char *name)
{
    for (size_t i = 0; i < FIELDS; i++) {
        if (strcmp(fields[i].name, name) == 0) {
            return &fields[i];
        }
    }
    return NULL;
}

static int *member(Prefs *prefs, const PrefField *field)
{
    return (int *)(void *)((char *)prefs + field->offset);
}

int prefs_get(const Prefs *prefs, const PrefField *field)
{
    return *(const int *)(const void *)((const char *)prefs + field->offset);
}

void prefs_set(Prefs *prefs, const PrefField *field, int value)
{
    value = value < field->min ? field->min : value > field->max ? field->max : value;
    *member(prefs, field) = value;
}

Prefs prefs_usual(Tier tier)
{
    Prefs prefs = {0};
    for (size_t i = 0; i < FIELDS; i++) {
        *member(&prefs, &fields[i]) = fields[i].usual[tier];
    }
    return prefs;
}

static unsigned bit_of(const PrefField *field)
{
    return 1u << (field - fields);
}

bool prefs_has(const PrefChoices *choices, const PrefField *field)
{
    return choices->chosen & bit_of(field);
}

void prefs_choose(PrefChoices *choices, const PrefField *field, int value)
{
    prefs_set(&choices->values, field, value);
    choices->chosen |= bit_of(field);
}

Prefs prefs_chosen(const PrefChoices *choices, Tier tier)
{
    Prefs prefs = prefs_usual(tier);
    for (size_t i = 0; i < FIELDS; i++) {
        if (prefs_has(choices, &fields[i])) {
            prefs_set(&prefs, &fields[i], prefs_get(&choices->values, &fields[i]));
        }
    }
    return prefs;
}

bool prefs_fit(const PrefChoices *choices)
{
    for (size_t i = 0; i < FIELDS; i++) {
        int value = prefs_get(&choices->values, &fields[i]);
        if (prefs_has(choices, &fields[i]) && (value < fields[i].min || value > fields[i].max)) {
            return false;
        }
    }
    return choices->chosen != 0 && choices->chosen < 1u << FIELDS;
}

bool prefs_same(const Prefs *a, const Prefs *b)
{
    for (size_t i = 0; i < FIELDS; i++) {
        if (prefs_get(a, &fields[i]) != prefs_get(b, &fields[i])) {
            return false;
        }
    }
    return true;
}
