/* Words that hands write differently, and words that only look alike. */
#include "base/alike.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
    const char *a, *b;
    bool alike;
} rows[] = {
    {"Scared", "Scared", true},
    {"scared", "SCARED", true},
    {"Mixed up", "mixed-up", true},
    {" Scared ", "Scared", true},
    {"Scar", "Scared", false},
    {"", "", false},
    {" ", "-", false},
    {"", "Scared", false},
    /* Spanish */
    {"alegria", "Alegría", true},
    {"ALEGRÍA", "Alegría", true},
    {"Alegría", "Alegría", true}, /* the accent apart */
    {"verguenza", "Vergüenza", true},
    {"un lío por dentro", "Un lio  por dentro", true},
    {"Vergüenza", "Mucha vergüenza", false},
    {"Lo siento", "No siento nada", false},
    {"Soledad", "Salida", false},
    /* Arabic: vowel signs, lengthening, hamza, last letters */
    {"خَوْف", "خوف", true},
    {"خـــوف", "خوف", true},
    {"اسف", "أسف", true},
    {"احراج", "إحراج", true},
    {"وحده", "وحدة", true},
    {"مرارة", "مراره", true},
    {"حنين الى البيت", "حنين إلى البيت", true},
    /* Arabic: what is written onto a word, on either side */
    {"الخوف", "خوف", true},
    {"خوف", "والخوف", true},
    {"بالخوف", "خوف", true},
    {"للوحدة", "وحدة", true},
    {"خير", "بخير", true},
    {"الشعور بالذنب", "شعور بالذنب", true},
    {"أمل", "خيبة أمل", false},
    {"ذنب", "شعور بالذنب", false},
    {"خوف", "خوفي", false},
    {"ملل", "أمل", false},
    {"حزن", "غضب", false},
};

static void rows_hold_both_ways(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (words_alike(rows[i].a, rows[i].b) != rows[i].alike ||
            words_alike(rows[i].b, rows[i].a) != rows[i].alike) {
            fail_msg("row %zu: %s, %s", i, rows[i].a, rows[i].b);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows_hold_both_ways)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
