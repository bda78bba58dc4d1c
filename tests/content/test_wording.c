/* Counting words, sentences and syllables, and the reading grade. */
#include "content/fixture.h"

#include "content/wording.h"

static Span span(const char *text)
{
    return (Span){text, strlen(text)};
}

static const struct {
    const char *word;
    size_t syllables;
} words[] = {
    {"a", 1},
    {"the", 1},
    {"cat", 1},
    {"happy", 2},
    {"table", 2},
    {"make", 1},
    {"makes", 1},
    {"wanted", 2},
    {"jumped", 1},
    {"boxes", 2},
    {"feelings", 2},
    {"people", 2},
    {"don't", 1},
    {"{me}", 1},
    {"together", 3},
    {"animal", 3},
    {"important", 3},
    {"understand", 3},
    {"mixed-up", 2},
    {"Wednesday", 2},
    {"everyone", 3},
    {"Lonely", 2},
    {"it\xE2\x80\x99s", 1},
    {"7", 0},
    {"hm", 1},
};

static void syllables_are_counted(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (count_syllables(span(words[i].word)) != words[i].syllables)
            fail_msg("%s has %zu", words[i].word, count_syllables(span(words[i].word)));
    }
}

static const struct {
    const char *text;
    size_t words, sentences;
} texts[] = {
    {"", 0, 0},
    {"...", 0, 0},
    {"Tap a face.", 3, 1},
    {"Tap a face. You can tap 'not sure' too.", 9, 2},
    {"What now? Go! Well.", 4, 3},
    {"\"Go.\" It said 'no.' Then it went.", 7, 3},
    {"“Go.” It said ‘no.’ Then it went.", 7, 3},
    {"«Vete.» Y se fue.", 4, 2},
    {"Don't wait. It\xE2\x80\x99s OK.", 4, 2},
    {"A mixed-up day, 0-10", 4, 1},
    {"one \xE2\x80\x93 two", 2, 1},
    {"3.5 shells", 3, 1},
    {"Mr. Bello sat. Ms. Lund did too.", 7, 2},
    {"Hum. Then go.", 3, 2},
    {"M\xC3\xA4"
     "dchen und Jungen",
     3, 1},
};

static void words_and_sentences_are_counted(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Measure measure = {0};
        measure_add(&measure, texts[i].text);
        assert_int_equal(measure.words, texts[i].words);
        assert_int_equal(measure.sentences, texts[i].sentences);
        assert_int_equal(count_words(span(texts[i].text)), texts[i].words);
    }
}

static void grade_is_flesch_kincaid(void **state)
{
    (void)state;
    const Measure measure = {.words = 100, .sentences = 10, .syllables = 130};
    const double wanted = 0.39 * 10 + 11.8 * 1.3 - 15.59;
    const Measure none = {0};
    assert_true(measure_grade(&measure) - wanted < 1e-9 && wanted - measure_grade(&measure) < 1e-9);
    assert_true(measure_grade(&none) <= 0 && measure_grade(&none) >= 0);
}

static void long_words_are_hard_unless_known(void **state)
{
    (void)state;
    assert_true(hard_word(span("understanding")));
    assert_true(hard_word(span("remember")));
    assert_false(hard_word(span("Together")));
    assert_false(hard_word(span("excited")));
    assert_false(hard_word(span("happy")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(syllables_are_counted),
        cmocka_unit_test(words_and_sentences_are_counted),
        cmocka_unit_test(grade_is_flesch_kincaid),
        cmocka_unit_test(long_words_are_hard_unless_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
