/* String tables: wordings per tier, plural forms, direction, tokens. */
#include "content/fixture.h"

#include "content/plural.h"
#include "content/strings.h"
#include "content/tokens.h"

#define TABLE(language, direction, strings)                                                        \
    "{\"format\":1,\"language\":\"" language "\",\"direction\":\"" direction                       \
    "\",\"strings\":{" strings "}}"

static Strings *parse(const char *text)
{
    Faults *faults = faults_new();
    Strings *strings = strings_parse(text, strlen(text), "en.json", faults);
    print_faults(faults);
    assert_int_equal(faults_count(faults), 0);
    faults_free(faults);
    return strings;
}

static void wordings_are_found_by_tier(void **state)
{
    (void)state;
    Strings *strings = parse(TABLE("en", "ltr",
                                   "\"plain\":\"Hello\","
                                   "\"tiers\":{\"t1\":\"Hi\",\"ad\":\"Good day\"},"
                                   "\"any\":{\"t2\":\"Hey\",\"any\":\"Hello there\"}"));
    assert_string_equal(strings_get(strings, "plain", TIER_T1), "Hello");
    assert_string_equal(strings_get(strings, "plain", TIER_AD), "Hello");
    assert_string_equal(strings_get(strings, "tiers", TIER_T1), "Hi");
    assert_string_equal(strings_get(strings, "tiers", TIER_AD), "Good day");
    assert_null(strings_get(strings, "tiers", TIER_T2));
    assert_false(strings_has(strings, "tiers", TIER_T3));
    assert_string_equal(strings_get(strings, "any", TIER_T2), "Hey");
    assert_string_equal(strings_get(strings, "any", TIER_T4), "Hello there");
    assert_null(strings_get(strings, "none", TIER_T1));
    assert_null(strings_plural(strings, "none", TIER_T1, 1));
    assert_string_equal(strings_language(strings), "en");
    strings_free(strings);
}

static void every_sentence_of_a_large_table_is_found(void **state)
{
    (void)state;
    Text text;
    text_init(&text);
    text_add(&text,
             "{\"format\":1,\"language\":\"en\",\"direction\":\"ltr\",\"strings\":{\"a\":\"-\"");
    for (int i = 0; i < 3000; i++)
        text_addf(&text, ",\"s%d\":\"%d\"", (i * 7919) % 3000, (i * 7919) % 3000);
    text_add(&text, "}}");
    Strings *strings = parse(text.bytes);
    for (int i = 0; i < 3000; i++) {
        char id[16];
        snprintf(id, sizeof id, "s%d", i);
        assert_string_equal(strings_get(strings, id, TIER_T3), id + 1);
    }
    strings_free(strings);
    text_clear(&text);
}

static void direction_is_read(void **state)
{
    (void)state;
    Strings *arabic = parse(TABLE("ar", "rtl", "\"a\":\"\xD8\xB3\""));
    Strings *english = parse(TABLE("en", "ltr", "\"a\":\"s\""));
    assert_int_equal(strings_direction(arabic), DIRECTION_RTL);
    assert_int_equal(strings_direction(english), DIRECTION_LTR);
    strings_free(english);
    strings_free(arabic);
}

/* n and form, for numbers where the rules turn (CLDR 42, sample integers). */
static const struct {
    const char *language;
    long n;
    Plural form;
} plurals[] = {
    {"en", 0, PLURAL_OTHER},      {"en", 1, PLURAL_ONE},        {"en", 2, PLURAL_OTHER},
    {"en", -1, PLURAL_ONE},       {"en-gb", 1, PLURAL_ONE},     {"de", 1, PLURAL_ONE},
    {"de", 0, PLURAL_OTHER},      {"es", 1, PLURAL_ONE},        {"es", 0, PLURAL_OTHER},
    {"es", 1000000, PLURAL_MANY}, {"fr", 0, PLURAL_ONE},        {"fr", 1, PLURAL_ONE},
    {"fr", 2, PLURAL_OTHER},      {"fr", 2000000, PLURAL_MANY}, {"pt", 0, PLURAL_ONE},
    {"pt-br", 0, PLURAL_ONE},     {"pt-pt", 0, PLURAL_OTHER},   {"it", 1, PLURAL_ONE},
    {"he", 0, PLURAL_OTHER},      {"he", 1, PLURAL_ONE},        {"he", 2, PLURAL_TWO},
    {"he", 10, PLURAL_OTHER},     {"ar", 0, PLURAL_ZERO},       {"ar", 1, PLURAL_ONE},
    {"ar", 2, PLURAL_TWO},        {"ar", 3, PLURAL_FEW},        {"ar", 10, PLURAL_FEW},
    {"ar", 11, PLURAL_MANY},      {"ar", 99, PLURAL_MANY},      {"ar", 100, PLURAL_OTHER},
    {"ar", 102, PLURAL_OTHER},    {"ar", 103, PLURAL_FEW},      {"ar", 111, PLURAL_MANY},
    {"ru", 1, PLURAL_ONE},        {"ru", 2, PLURAL_FEW},        {"ru", 5, PLURAL_MANY},
    {"ru", 11, PLURAL_MANY},      {"ru", 21, PLURAL_ONE},       {"ru", 112, PLURAL_MANY},
    {"uk", 24, PLURAL_FEW},       {"sr", 5, PLURAL_OTHER},      {"hr", 22, PLURAL_FEW},
    {"pl", 1, PLURAL_ONE},        {"pl", 21, PLURAL_MANY},      {"pl", 22, PLURAL_FEW},
    {"pl", 12, PLURAL_MANY},      {"cs", 4, PLURAL_FEW},        {"cs", 5, PLURAL_OTHER},
    {"sl", 101, PLURAL_ONE},      {"sl", 102, PLURAL_TWO},      {"sl", 104, PLURAL_FEW},
    {"ro", 0, PLURAL_FEW},        {"ro", 19, PLURAL_FEW},       {"ro", 20, PLURAL_OTHER},
    {"lt", 1, PLURAL_ONE},        {"lt", 9, PLURAL_FEW},        {"lt", 11, PLURAL_OTHER},
    {"lv", 0, PLURAL_ZERO},       {"lv", 21, PLURAL_ONE},       {"lv", 22, PLURAL_OTHER},
    {"ga", 6, PLURAL_FEW},        {"ga", 7, PLURAL_MANY},       {"ga", 11, PLURAL_OTHER},
    {"cy", 0, PLURAL_ZERO},       {"cy", 3, PLURAL_FEW},        {"cy", 6, PLURAL_MANY},
    {"cy", 4, PLURAL_OTHER},      {"hi", 0, PLURAL_ONE},        {"tr", 1, PLURAL_ONE},
    {"ja", 1, PLURAL_OTHER},      {"zh-hant", 1, PLURAL_OTHER}, {"xx", 1, PLURAL_OTHER},
};

static void plural_forms_follow_the_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++) {
        if (plural_of(plurals[i].language, plurals[i].n) != plurals[i].form)
            fail_msg("%s %ld is not %s", plurals[i].language, plurals[i].n,
                     plural_id(plurals[i].form));
    }
    assert_true(plural_needed("ar") == (1u << PLURAL_COUNT) - 1);
    assert_true(plural_allowed("es") ==
                (1u << PLURAL_ONE | 1u << PLURAL_MANY | 1u << PLURAL_OTHER));
    assert_true(plural_needed("es") == (1u << PLURAL_ONE | 1u << PLURAL_OTHER));
    assert_true(plural_known("pt-br") && !plural_known("xx") && !plural_known(""));
}

static void plural_wordings_are_chosen(void **state)
{
    (void)state;
    size_t size;
    char *bytes = read_whole(GOOD "/feelings/strings/ar.json", &size);
    Strings *arabic = parse(bytes);
    static const struct {
        long n;
        const char *part;
    } rows[] = {{0, "لم ير"}, {1, "رأى صدفة."}, {2, "صدفتين"}, {5, "صدفات"}, {50, "{n} صدفة"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_non_null(
            strstr(strings_plural(arabic, "tale.young", TIER_T2, rows[i].n), rows[i].part));
    assert_string_equal(strings_plural(arabic, "tale.wait", TIER_T2, 1), "انتظر.");
    strings_free(arabic);
    free(bytes);
}

static Tokens family(int adults)
{
    static const char *const names[] = {"Mum", "Papa", "Gran", "Ali", "Aunt Jo", "Zoë"};
    Tokens tokens = {.helper = "Kim", .me = "Sam", .adult_count = adults, .home_count = adults};
    for (int i = 0; i < adults; i++) {
        snprintf(tokens.adults[i], TOKENS_NAME, "%s", names[i]);
        snprintf(tokens.homes[i], TOKENS_NAME, "%s's place", names[i]);
    }
    tokens.n = 4;
    return tokens;
}

static const struct {
    int adults;
    const char *sentence, *filled;
} fillings[] = {
    {0, "Hello {me}.", "Hello Sam."},
    {0, "{adult1} waits.", "A grown-up waits."},
    {0, "Ask {adults}.", "Ask your grown-ups."},
    {0, "{adults} can help.", "Your grown-ups can help."},
    {0, "It is quiet. {adult2} sits. Then {adult2} goes.",
     "It is quiet. A grown-up sits. Then a grown-up goes."},
    {0, "Who? “{adult1} is near.”", "Who? “A grown-up is near.”"},
    {0, "Who? '{adult1} is near.'", "Who? 'A grown-up is near.'"},
    {0, "Sam says, “{adult1} is near.”", "Sam says, “a grown-up is near.”"},
    {0, "¿{adult1} waits?", "¿A grown-up waits?"},
    {0, "At {home1}.", "At your home."},
    {1, "Ask {adults}.", "Ask Mum."},
    {1, "{adult1} and {adult2}", "Mum and a grown-up"},
    {2, "{adults} sit.", "Mum and Papa sit."},
    {2, "{home1}, {home2}, {home3}", "Mum's place, Papa's place, your home"},
    {2, "{adult1}{adult2}", "MumPapa"},
    {6, "{adults}.", "Mum, Papa, Gran, Ali, Aunt Jo and Zoë."},
    {6, "{adult6} has {n} shells.", "Zoë has 4 shells."},
    {6, "{helper} and {me}", "Kim and Sam"},
    {2, "No tokens here.", "No tokens here."},
    {2, "", ""},
    {2, "A {stray brace", "A stray brace"},
    {2, "A } and {what}", "A  and what"},
    {2, "{", ""},
};

static void tokens_are_filled(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fillings / sizeof *fillings; i++) {
        Text out;
        const Tokens tokens = family(fillings[i].adults);
        text_init(&out);
        tokens_fill(&tokens, fillings[i].sentence, &out);
        assert_string_equal(out.bytes, fillings[i].filled);
        text_clear(&out);
    }
}

static void filling_appends(void **state)
{
    (void)state;
    Text out;
    const Tokens tokens = {0};
    text_init(&out);
    text_add(&out, "1 ");
    tokens_fill(&tokens, "{helper} listens to {me}.", &out);
    assert_string_equal(out.bytes, "1 Your helper listens to you.");
    text_clear(&out);
}

static void names_cannot_bring_braces(void **state)
{
    (void)state;
    Text out;
    Tokens tokens = {.helper = "{n}", .me = "{}", .adult_count = 2, .adults = {" ", "{Bo"}};
    text_init(&out);
    tokens_fill(&tokens, "{helper}/{me}/{adult1}/{adults}", &out);
    assert_string_equal(out.bytes, "n/you/a grown-up/Bo");
    text_clear(&out);
}

static void neutral_words_come_from_the_program(void **state)
{
    (void)state;
    Text out;
    Strings *ui =
        parse(TABLE("de", "ltr", "\"token.adult\":\"ein Erwachsener\",\"token.joiner\":\" und \""));
    const TokenWords words = token_words(ui);
    Tokens tokens = family(2);
    tokens.words = &words;
    text_init(&out);
    tokens_fill(&tokens, "{adults}, {adult3}", &out);
    assert_string_equal(out.bytes, "Mum und Papa, ein Erwachsener");
    text_clear(&out);
    strings_free(ui);
}

/* "\xE2\x81\xA8" .. "\xE2\x81\xA9": set apart, so that what stands beside it stays there. */
static void names_that_run_the_other_way_stand_by_themselves(void **state)
{
    (void)state;
    static const struct {
        const char *me, *sentence, *filled;
    } rows[] = {
        {"Sam", "مرحبا {me}!", "مرحبا \xE2\x81\xA8Sam\xE2\x81\xA9!"},
        {"Sam", "{me}, مرحبا (1)", "\xE2\x81\xA8Sam\xE2\x81\xA9, مرحبا (1)"},
        {"نور", "Hello, {me}!", "Hello, \xE2\x81\xA8نور\xE2\x81\xA9!"},
        {"נועה", "{me} (7)", "נועה (7)"},
        {"نور", "مرحبا {me}!", "مرحبا نور!"},
        {"Sam", "Hello, {me}!", "Hello, Sam!"},
        {"3", "مرحبا {me}!", "مرحبا 3!"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Text out;
        Tokens tokens = {.n = 1};
        snprintf(tokens.me, sizeof tokens.me, "%s", rows[i].me);
        text_init(&out);
        tokens_fill(&tokens, rows[i].sentence, &out);
        assert_string_equal(out.bytes, rows[i].filled);
        text_clear(&out);
    }
}

static void what_is_not_translated_is_said_in_english(void **state)
{
    (void)state;
    Strings *english = parse(TABLE("en", "ltr",
                                   "\"a\":\"Hello\",\"b\":{\"t1\":\"Hi\",\"ad\":\"Good day\"},"
                                   "\"n\":{\"one\":\"one shell\",\"other\":\"{n} shells\"}"));
    Strings *german = parse(TABLE("de", "ltr", "\"a\":\"Hallo\",\"b\":{\"t1\":\"Na\"}"));
    assert_null(strings_get(german, "n", TIER_T1));
    strings_stand_behind(german, english);
    assert_string_equal(strings_get(german, "a", TIER_T1), "Hallo");
    assert_string_equal(strings_get(german, "b", TIER_T1), "Na");
    assert_string_equal(strings_get(german, "b", TIER_AD), "Good day");
    assert_string_equal(strings_plural(german, "n", TIER_T1, 1), "one shell");
    assert_string_equal(strings_plural(german, "n", TIER_T1, 2), "{n} shells");
    assert_null(strings_get(german, "c", TIER_T1));
    assert_false(strings_has(german, "n", TIER_T1));
    strings_free(german);
    strings_free(english);
}

static void tokens_are_known_or_not(void **state)
{
    (void)state;
    static const char *const known[] = {"helper", "me",    "adult1", "adult6",
                                        "adults", "home1", "home6",  "n"};
    static const char *const unknown[] = {"",      "adult",  "adult0",  "adult7", "adult12", "home",
                                          "homes", "Helper", "helper ", "nn",     "adult:",  "me1"};
    Token token;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_true(token_parse(known[i], strlen(known[i]), &token));
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_false(token_parse(unknown[i], strlen(unknown[i]), &token));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wordings_are_found_by_tier),
        cmocka_unit_test(every_sentence_of_a_large_table_is_found),
        cmocka_unit_test(direction_is_read),
        cmocka_unit_test(plural_forms_follow_the_table),
        cmocka_unit_test(plural_wordings_are_chosen),
        cmocka_unit_test(tokens_are_filled),
        cmocka_unit_test(filling_appends),
        cmocka_unit_test(names_cannot_bring_braces),
        cmocka_unit_test(neutral_words_come_from_the_program),
        cmocka_unit_test(names_that_run_the_other_way_stand_by_themselves),
        cmocka_unit_test(what_is_not_translated_is_said_in_english),
        cmocka_unit_test(tokens_are_known_or_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
