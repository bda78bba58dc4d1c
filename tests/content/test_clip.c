/* Which recording says exactly these words. */
#include "content/clip.h"

#include "content/fixture.h"
#include "content/fake_kinds.h"
#include "content/library.h"
#include "content/sentence.h"

static const char table[] = "{\"format\":1,\"language\":\"de\",\"direction\":\"ltr\",\"strings\":{"
                            "\"plain\":\"Hallo\",\"tiers\":{\"t1\":\"Hi\",\"any\":\"Guten Tag\"},"
                            "\"token\":\"Hallo {me}\","
                            "\"count\":{\"t1\":{\"one\":\"Ein Stein\",\"other\":\"{n} Steine\"}},"
                            "\"twin\":\"Hallo\"}}";

static Strings *parse(void)
{
    Faults *faults = faults_new();
    Strings *strings = strings_parse(table, sizeof table - 1, "de.json", faults);
    print_faults(faults);
    assert_non_null(strings);
    faults_free(faults);
    return strings;
}

static void sentences_are_found_by_their_words(void **state)
{
    (void)state;
    static const struct {
        Tier tier;
        const char *text, *id, *clip;
    } rows[] = {
        {TIER_T1, "Hallo", "plain", "welcome/de/plain"},
        {TIER_AD, "Hallo", "plain", "welcome/de/plain"},
        {TIER_T1, "Hi", "tiers", "welcome/de/tiers.t1"},
        {TIER_T2, "Guten Tag", "tiers", "welcome/de/tiers"},
        {TIER_T1, "Guten Tag", NULL, ""},
        {TIER_T2, "Hi", NULL, ""},
        {TIER_T1, "Ein Stein", "count", "welcome/de/count.t1.one"},
        {TIER_T1, "3 Steine", NULL, ""},
        {TIER_T1, "{n} Steine", NULL, ""},
        {TIER_T1, "Hallo {me}", NULL, ""},
        {TIER_T1, "Hallo Juno", NULL, ""},
        {TIER_T1, "", NULL, ""},
    };
    Strings *strings = parse();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char clip[64] = "before";
        const char *id = strings_id_of(strings, rows[i].tier, rows[i].text);
        bool found = clip_name(strings, "welcome", rows[i].tier, rows[i].text, clip, sizeof clip);
        assert_int_equal(found, rows[i].id != NULL);
        assert_string_equal(id ? id : "", rows[i].id ? rows[i].id : "");
        assert_string_equal(clip, rows[i].clip);
    }
    strings_free(strings);
}

static void a_name_that_does_not_fit_is_no_name(void **state)
{
    (void)state;
    Strings *strings = parse();
    char clip[16];
    assert_false(clip_name(strings, "welcome", TIER_T1, "Hallo", clip, sizeof clip));
    assert_string_equal(clip, "");
    strings_free(strings);
}

/* Each sentence of the program is found again by the words it says. */
static void every_shipped_sentence_is_found(void **state)
{
    (void)state;
    Library *library;
    assert_true(library_open(COVE_SOURCE_DIR "/content", fake_kinds, "en", &library, NULL));
    const Strings *ui = library_ui(library);
    for (size_t i = 0; i < strings_count(ui); i++) {
        const char *id = strings_at(ui, i)->id;
        for (Tier tier = 0; tier < TIER_COUNT; tier++) {
            const char *text = strings_get(ui, id, tier);
            const char *found = text ? strings_id_of(ui, tier, text) : NULL;
            if (text && !strchr(text, '{')) {
                assert_non_null(found);
                assert_string_equal(strings_get(ui, found, tier), text);
            }
        }
    }
    library_free(library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_found_by_their_words),
        cmocka_unit_test(a_name_that_does_not_fit_is_no_name),
        cmocka_unit_test(every_shipped_sentence_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
