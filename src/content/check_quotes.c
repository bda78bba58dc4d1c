/* Quotes and apostrophes of a table: those of its language, in every sentence alike. */
#include "content/check_inside.h"

#include "content/once.h"

#include <string.h>

typedef struct Habit {
    const char *language; /* "": every other one */
    const char *foreign[4];
    const char *remedy;
} Habit;

/* The last one is for languages nobody has thought of yet: they have quotes of their own. */
static const Habit habits[] = {
    {"en", {"«", "»", "„"}, "Quote with “ ” (inside them with ‘ ’); the apostrophe is ’."},
    {"es", {"“", "”", "„"}, "Quote with « » (inside them with ‘ ’)."},
    {"ar", {"“", "”", "„"}, "Quote with « » (inside them with ‘ ’)."},
    {"", {NULL}, "Take the quotes of the language; the apostrophe is ’."},
};

static const Habit *habit_of(const char *language)
{
    const Habit *habit = habits;
    while (habit->language[0] != '\0' && strcmp(habit->language, language) != 0)
        habit++;
    return habit;
}

static bool is_odd(const Habit *habit, const char *text)
{
    bool odd = strpbrk(text, "'\"") != NULL;
    for (const char *const *sign = habit->foreign; !odd && *sign != NULL; sign++)
        odd = strstr(text, *sign) != NULL;
    return odd;
}

static void check_wording(const Checked *checked, const Habit *habit, Shown *shown)
{
    for (int form = 0; form < PLURAL_COUNT; form++) {
        shown->form = (Plural)form;
        shown->text = shown->wording->forms[form];
        if (shown->text != NULL && is_odd(habit, shown->text))
            shown_report(checked, shown, FAULT_WARNING, "odd-quote", habit->remedy);
    }
}

void check_quotes(const Strings *strings, const char *file, Faults *faults)
{
    Once seen = {0};
    const Checked checked = {.strings = strings, .strings_file = file, .faults = faults};
    const Habit *habit = habit_of(strings_language(strings));
    for (size_t i = 0; i < strings_count(strings); i++) {
        Shown shown = {.sentence = strings_at(strings, i)};
        for (int tier = 0; tier < TIER_COUNT; tier++) {
            shown.wording = shown.sentence->wording[tier];
            if (shown.wording != NULL && once(&seen, shown.wording, 0, NULL))
                check_wording(&checked, habit, &shown);
        }
    }
    once_clear(&seen);
}
