/* The options are a table: name, value, who takes it, what it is for. Help is printed from it. */
#include "app/options_known.h"

#include "content/tier.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_WIDTH = 640, LEAST_HEIGHT = 480, MOST_SIDE = 8192 };

enum {
    FOR_OPEN = 1 << COMMAND_OPEN,
    FOR_TOUR = 1 << COMMAND_TOUR,
    FOR_CHECK = 1 << COMMAND_CHECK,
    FOR_NEW_MODULE = 1 << COMMAND_NEW_MODULE,
    FOR_PREVIEW = 1 << COMMAND_PREVIEW,
    FOR_BACKUP = 1 << COMMAND_BACKUP,
    FOR_RESTORE = 1 << COMMAND_RESTORE,
    FOR_DOCTOR = 1 << COMMAND_DOCTOR,
    FOR_DATA = FOR_OPEN | FOR_BACKUP | FOR_RESTORE | FOR_DOCTOR
};

/* ---- taking values ---- */

static bool take_text(Options *options, void *member, const char *value, Error *error)
{
    (void)options;
    (void)error;
    *(const char **)member = value;
    return true;
}

static bool take_flag(Options *options, void *member, const char *value, Error *error)
{
    (void)options;
    (void)value;
    (void)error;
    *(bool *)member = true;
    return true;
}

static bool take_number(Options *options, void *member, const char *value, Error *error)
{
    size_t length = strspn(value, "0123456789");
    return (length > 0 && length < 5 && value[length] == '\0' &&
            take_text(options, member, value, error)) ||
           error_set(error, ERROR_USAGE, "--passphrase-fd",
                     "\"%.40s\" is no number of an open file, such as 3.", value);
}

/* One to four digits. */
static bool read_side(const char **text, int least, int *side)
{
    const char *digits = *text;
    size_t length = strspn(digits, "0123456789");
    if (length == 0 || length > 4) {
        return false;
    }
    *side = (int)strtol(digits, NULL, 10);
    *text = digits + length;
    return *side >= least && *side <= MOST_SIDE;
}

static bool take_window(Options *options, void *member, const char *value, Error *error)
{
    (void)member;
    const char *at = value;
    int width, height;
    bool good = read_side(&at, LEAST_WIDTH, &width) && *at++ == 'x' &&
                read_side(&at, LEAST_HEIGHT, &height) && *at == '\0';
    if (!good) {
        return error_set(error, ERROR_USAGE, "--window",
                         "\"%.40s\" is no size: give width x height in pixels, from %dx%d to "
                         "%dx%d, such as 1280x720.",
                         value, LEAST_WIDTH, LEAST_HEIGHT, MOST_SIDE, MOST_SIDE);
    }
    options->width = width;
    options->height = height;
    return true;
}

static bool take_text_scale(Options *options, void *member, const char *value, Error *error)
{
    (void)member;
    size_t whole = strspn(value, "0123456789"), point = value[whole] == '.',
           part = point ? strspn(value + whole + 1, "0123456789") : 0;
    double scale = strtod(value, NULL);
    if (value[whole + point + part] != '\0' || !(scale >= 1 && scale <= 2)) {
        return error_set(error, ERROR_USAGE, "--text-scale",
                         "\"%.40s\" is no text size: give a number from 1 to 2, such as 1.5.",
                         value);
    }
    options->text_scale = (float)scale;
    return true;
}

static bool take_theme(Options *options, void *member, const char *value, Error *error)
{
    (void)member;
    static const char *const names[THEME_COUNT] = {
        [THEME_DAY] = "day", [THEME_DUSK] = "dusk", [THEME_CONTRAST] = "contrast"};
    for (ThemeName theme = 0; theme < THEME_COUNT; theme++) {
        if (strcmp(names[theme], value) == 0) {
            options->theme = theme;
            return true;
        }
    }
    return error_set(error, ERROR_USAGE, "--theme",
                     "\"%.40s\" is no theme: there are day, dusk and contrast.", value);
}

static bool take_screen_reader(Options *options, void *member, const char *value, Error *error)
{
    (void)member;
    static const char *const names[] = {
        [SCREEN_READER_AUTO] = "auto", [SCREEN_READER_ON] = "on", [SCREEN_READER_OFF] = "off"};
    for (ScreenReader wish = 0; wish <= SCREEN_READER_OFF; wish++) {
        if (strcmp(names[wish], value) == 0) {
            options->screen_reader = wish;
            return true;
        }
    }
    return error_set(error, ERROR_USAGE, "--screen-reader",
                     "\"%.40s\" is not among auto, on and off.", value);
}

static bool take_kind(Options *options, void *member, const char *value, Error *error)
{
    (void)member;
    (void)error;
    options->kinds[options->kind_count++] = value;
    return true;
}

static bool take_tier(Options *options, void *member, const char *value, Error *error)
{
    (void)member;
    Tier tier;
    options->tier = value;
    return tier_parse(value, &tier) ||
           error_set(error, ERROR_USAGE, "--tier",
                     "\"%.40s\" is no tier: there are t1 (4-6 years), t2 (7-9), t3 (10-12), t4 "
                     "(13-17) and ad (adults).",
                     value);
}

static bool take_help(Options *options, void *member, const char *value, Error *error)
{
    (void)member;
    (void)value;
    (void)error;
    options->command = COMMAND_HELP;
    return true;
}

static bool take_version(Options *options, void *member, const char *value, Error *error)
{
    (void)member;
    (void)value;
    (void)error;
    options->command = COMMAND_VERSION;
    return true;
}

enum { FOR_ALL = ~0 };

#define AT(name) offsetof(Options, name)

static const Option known[] = {
    {"--data", "DIR", FOR_DATA, take_text, AT(data),
     "keep cases in DIR (else in ~/.local/share/pebblecove)"},
    {"--content", "DIR", FOR_OPEN | FOR_TOUR | FOR_PREVIEW, take_text, AT(content),
     "use the modules in DIR too (instead, when it has a folder ui)"},
    {"--window", "WxH", FOR_OPEN | FOR_TOUR | FOR_PREVIEW, take_window, 0,
     "size in pixels (1280x720)"},
    {"--text-scale", "N", FOR_OPEN | FOR_TOUR | FOR_PREVIEW, take_text_scale, 0,
     "text size, 1 to 2 (1)"},
    {"--theme", "NAME", FOR_OPEN | FOR_TOUR | FOR_PREVIEW, take_theme, 0,
     "day, dusk or contrast (day)"},
    {"--language", "TAG", FOR_OPEN | FOR_TOUR | FOR_PREVIEW, take_text, AT(language),
     "such as es or ar (else the desktop's)"},
    {"--out", "DIR", FOR_TOUR | FOR_PREVIEW, take_text, AT(out),
     "where tour or preview write pictures"},
    {"--speak-log", "FILE", FOR_OPEN | FOR_TOUR, take_text, AT(speak_log),
     "write all that is said into FILE"},
    {"--screen-reader", "WISH", FOR_OPEN, take_screen_reader, 0,
     "on, off, or auto: when the desktop says one is used (auto)"},
    {"--speech-helper", "FILE", FOR_OPEN, take_text, AT(speech_helper), NULL},
    {"--bench-mark", NULL, FOR_OPEN, take_flag, AT(bench_mark), NULL},
    {"--json", NULL, FOR_CHECK | FOR_DOCTOR, take_flag, AT(json),
     "findings as JSON (of check: content/schema/findings.schema.json)"},
    {"--yes", NULL, FOR_RESTORE, take_flag, AT(yes), "go back to the backup; without it only look"},
    {"--passphrase-fd", "N", FOR_DOCTOR, take_number, AT(passphrase_fd),
     "read the passphrase from this open file, such as 3"},
    {"--strict", NULL, FOR_CHECK, take_flag, AT(strict), "warnings count as errors"},
    {"--kind", "KIND", FOR_NEW_MODULE, take_kind, 0, "of an activity; may be given more than once"},
    {"--in", "DIR", FOR_NEW_MODULE, take_text, AT(in), "make the module in DIR"},
    {"--tier", "TIER", FOR_PREVIEW, take_tier, 0, "t1, t2, t3, t4 or ad (the first it serves)"},
    {"--explain", "RULE", FOR_CHECK, take_text, AT(explain),
     "what a rule of the checker wants, and why"},
    {"--help", NULL, (unsigned)FOR_ALL, take_help, 0, "this text"},
    {"--version", NULL, (unsigned)FOR_ALL, take_version, 0, "the version"},
};

enum { KNOWN = sizeof known / sizeof *known };

const Option *options_known(size_t *count)
{
    *count = KNOWN;
    return known;
}

void options_help(void)
{
    printf("Pebble Cove: a gentle program for families in therapy.\n\n"
           "  pebblecove [OPTIONS]             open the door\n"
           "  pebblecove tour --out DIR        go through everything without a display and write\n"
           "                                   numbered pictures and tour.md into DIR\n"
           "  pebblecove check [PATH...]       check modules: a file, a module or a whole folder;\n"
           "                                   0: no errors, 1: errors, 2: not asked rightly\n"
           "  pebblecove new-module NAME       make a folder with a module to begin with\n"
           "  pebblecove preview MODULE/ACTIVITY\n"
           "                                   see it as its tier does; it follows what you save\n"
           "                                   and keeps nothing\n"
           "  pebblecove backup DIR            put a checked copy of the record into DIR\n"
           "  pebblecove restore BACKUP        show what going back to a backup would mean\n"
           "  pebblecove doctor                look at everything and say what to do;\n"
           "                                   0: all well, 1: there is something to do\n"
           "\n");
    for (size_t i = 0; i < KNOWN; i++) {
        if (known[i].help) {
            char left[40];
            snprintf(left, sizeof left, "%s %s", known[i].name,
                     known[i].value ? known[i].value : "");
            printf("  %-20s %s\n", left, known[i].help);
        }
    }
}
