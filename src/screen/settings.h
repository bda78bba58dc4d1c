/* Between the files of the settings page: whose settings they are, the sections, and what one
 * section shows. The page itself is settings.c. */
#ifndef SCREEN_SETTINGS_H
#define SCREEN_SETTINGS_H

#include "screen/simple.h"

/* One build's view of somebody's settings. Lives as long as the build. */
typedef struct SettingsView {
    const Cove *cove;
    const Stage *stage;
    Tier tier;  /* of the person */
    Tier words; /* wording: the person's, or TIER_AD when the helper sets them */
    Tokens tokens;
    PrefChoices choices;
    Prefs prefs;
} SettingsView;

const char *settings_word(const SettingsView *view, Tree *tree, const char *id);

typedef struct Control Control;

typedef struct Section {
    const char *name; /* words: "ui.prefs.section.<name>" */
    const char *icon;
    const Control *controls;
    size_t count;
    bool seen; /* can be seen on the sample */
} Section;

enum { SECTIONS = 5 };
const Section *settings_section(size_t index);

/* Controls that make sense now: how long to stay on each thing only where it is waited for. */
size_t settings_count(const SettingsView *view, const Section *section);
/* Those from the `first` on, `most` of them; each pressed control is a "pref" with its new value.
 */
void settings_controls(const SettingsView *view, const Section *section, size_t first, size_t most,
                       Tree *tree, Node *parent);

/* A piece of a page as the person sees it, in their letters and colours. */
Node *settings_sample(const SettingsView *view, Tree *tree, Node *parent);

#endif
