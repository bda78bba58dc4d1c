/* The reading level of all text of a module that one tier meets, taken together. */
#include "content/check_inside.h"

#include "content/once.h"
#include "content/wording.h"

enum { POOL_WORDS = 100 }; /* below this a pooled grade is a hint, not a verdict */

typedef struct Reading {
    ReadingFn *each;
    void *context;
    Once seen;
    Text text;
} Reading;

static void read_shown(void *context, const Shown *shown)
{
    Reading *reading = context;
    if (shown->mention->readers == READERS_HELPER ||
        !once(&reading->seen, shown->text, (int)shown->tier, NULL))
        return;
    shown_fill(shown->text, &reading->text);
    reading->each(reading->context, shown->tier, reading->text.bytes);
}

void reading_texts(const Checked *checked, ReadingFn *each, void *context)
{
    Reading reading = {.each = each, .context = context};
    text_init(&reading.text);
    shown_in_module(checked, read_shown, &reading);
    text_clear(&reading.text);
    once_clear(&reading.seen);
}

static void pool(void *context, Tier tier, const char *text)
{
    Measure *pools = context;
    measure_add(&pools[tier], text);
}

static void check_pool(const Checked *checked, Tier tier, const Measure *measure)
{
    double grade = measure_grade(measure), most = tier_limits(tier)->grade_max;
    if (measure->words == 0 || grade <= most)
        return;
    faults_add(checked->faults, measure->words < POOL_WORDS ? FAULT_WARNING : FAULT_ERROR,
               checked->strings_file, "$.strings", "reading-level",
               "All text for %s together reads at grade %.1f; %.1f is the ceiling. Use shorter "
               "words and sentences.",
               tier_limits(tier)->id, grade, most);
}

void check_reading(const Checked *checked)
{
    Measure pools[TIER_COUNT] = {0};
    reading_texts(checked, pool, pools);
    for (int tier = 0; tier < TIER_COUNT; tier++)
        check_pool(checked, (Tier)tier, &pools[tier]);
}
