#include "app/hearing.h"

/* The words, and behind a tab how they are said where that is not as usual. */
static void write_line(FILE *log, const char *words, SayTone tone)
{
    static const char *const tones[SAID_COUNT] = {"", "\tloud", "\ttiny", "\tsteady"};
    for (; *words; words++) {
        fputc(*words == '\n' || *words == '\t' ? ' ' : *words, log);
    }
    fprintf(log, "%s\n", tones[tone]);
    fflush(log);
}

static void say(Stage *stage, Platform *platform, const Effect *effect)
{
    const Prefs *prefs = stage_prefs(stage);
    platform_say(platform, &(Speech){.text = effect->text,
                                     .clip = effect->clip,
                                     .language = effect->language,
                                     .key = effect->key,
                                     .speed = prefs->voice_speed,
                                     .kind = prefs->voice_kind,
                                     .volume = prefs->voice_volume,
                                     .tone = effect->tone,
                                     .after = effect->after});
}

enum { FADE_MS = 600, CALM_FADE_MS = 2000 };

static void set_volumes(const Stage *stage, Platform *platform)
{
    const Prefs *prefs = stage_prefs(stage);
    platform_volumes(platform, prefs->mute ? 0 : prefs->sounds, prefs->mute ? 0 : prefs->ambience);
}

static void give(Stage *stage, Platform *platform, const Effect *effect)
{
    switch (effect->type) {
    case EFFECT_SAY: say(stage, platform, effect); break;
    case EFFECT_HUSH: platform_hush(platform); break;
    case EFFECT_CUE: platform_cue(platform, cue_name(effect->cue)); break;
    case EFFECT_AMBIENCE:
        platform_ambience(platform, effect->text,
                          stage_prefs(stage)->calm_motion ? CALM_FADE_MS : FADE_MS);
        break;
    }
}

void hearing_pass(Stage *stage, Platform *platform, FILE *log)
{
    Effect effect;
    if (platform) {
        set_volumes(stage, platform);
    }
    while (stage_take_effects(stage, &effect, 1) == 1) {
        if (effect.type == EFFECT_SAY && log) {
            write_line(log, effect.text, effect.tone);
        }
        if (platform) {
            give(stage, platform, &effect);
        }
    }
}

static bool refuse(const char *path, Error *error)
{
    return error_set(
        error, ERROR_WRITE, path,
        "What is said cannot be written here: check the folder that --speak-log names.");
}

bool speak_log_open(const char *path, FILE **out, Error *error)
{
    FILE *log = path ? fopen(path, "w") : NULL;
    if (path && !log) {
        return refuse(path, error);
    }
    *out = log;
    return true;
}

bool speak_log_close(FILE *log, const char *path, Error *error)
{
    bool whole = !log || !ferror(log);
    bool closed = !log || fclose(log) == 0;
    return (whole && closed) || refuse(path, error);
}
