/* Every rule of the checker by itself: one change to the good content that is caught, at its exact
 * place, and one beside it that passes. And what the rules tell of themselves. */
#include "content/fixture.h"

#include "content/fake_kinds.h"
#include "content/library.h"
#include "content/rule.h"

#define MODULE "feelings/module.json"
#define ENGLISH "feelings/strings/en.json"
#define ARABIC "feelings/strings/ar.json"
#define UI "ui/strings/en.json"

#define START "A crab sat on a rock. {helper} saw it too."
#define WAITED "The crab sat still."
#define FACES "Hi {me}. Pick the face that fits."

static const struct {
    const char *file, *find, *put;
    const char *rule; /* NULL: it passes */
    const char *path;
    FaultLevel level;
} rows[] = {
    /* S01 */
    {ENGLISH, FACES,
     "Hi {me}. Pick the one face that fits you best of them all today, if you like.",
     "long-sentence", "$.strings[\"faces.now\"].t2", FAULT_ERROR},
    {ENGLISH, FACES, "Hi {me}. Pick the one face that fits you best of all.", NULL, NULL, 0},

    /* S02 */
    {"feelings/pictures/own/star.svg", "<title>A star.</title>", "", "S02", "", FAULT_ERROR},
    {"feelings/pictures/own/star.svg", "A star.", " ", "S02", "", FAULT_ERROR},
    {"../assets/pictures/face/sad.svg", "<title>Sad.</title>", "", "S02", "", FAULT_ERROR},

    /* S03 */
    {MODULE, "{ \"rule\": \"S03\", \"why\": \"Given for one.\" }",
     "{ \"rule\": \"S05\", \"why\": \"It is something else.\" }", "S03", "$.activities[1].pages",
     FAULT_ERROR},
    {ENGLISH, "Ask {adult1}", "Ask {adults}", NULL, NULL, 0},

    /* S05 */
    {ENGLISH, FACES, "Pick a face for {home1} and {home2}.", "S05", "$.strings[\"faces.now\"].t2",
     FAULT_ERROR},
    {ENGLISH, FACES, "Pick a face for the visit.", "S05", "$.strings[\"faces.now\"].t2",
     FAULT_ERROR},
    {ENGLISH, FACES, "The faces live apart.", "S05", "$.strings[\"faces.now\"].t2", FAULT_ERROR},
    {ENGLISH, FACES, "Pick faces that sit far apart.", NULL, NULL, 0},
    {ENGLISH, START, "A crab came for a visit. {helper} saw it too.", NULL, NULL, 0},
    {MODULE, "\"why\": \"Three words are enough for a test.\" }",
     "\"why\": \"Enough.\" }, { \"rule\": \"S05\", \"why\": \"Agreed with all.\" }", NULL, NULL, 0},

    /* S06 */
    {MODULE, "      \"safe_adult\": \"{helper}\",\n", "", "S06", "$.activities[1]", FAULT_ERROR},
    {MODULE, "\"safe_adult\": \"{helper}\"", "\"safe_adult\": \"Owl\"", "S06",
     "$.activities[1].safe_adult", FAULT_ERROR},
    {MODULE, "\"safe_adult\": \"{helper}\"", "\"safe_adult\": \"rab\"", "S06",
     "$.activities[1].safe_adult", FAULT_ERROR},
    {MODULE, "\"safe_adult\": \"{helper}\"", "\"safe_adult\": \"crab\"", NULL, NULL, 0},
    {ENGLISH, WAITED, "The crabs sat there forever.", "S06", "$.strings[\"tale.waited\"].any",
     FAULT_ERROR},
    {ENGLISH, WAITED, "If you don’t wait, it hides.", "S06", "$.strings[\"tale.waited\"].any",
     FAULT_ERROR},
    {ENGLISH, START, "A crab promised a song. {helper} saw it too.", NULL, NULL, 0},

    /* S07 */
    {MODULE, "\"settings\": [\"room\"]", "\"settings\": [\"joint\"]", "S07",
     "$.activities[1].settings", FAULT_ERROR},
    {MODULE, "\"settings\": [\"room\"]", "\"settings\": [\"room\", \"joint\"]", NULL, NULL, 0},

    /* S08 */
    {ENGLISH, FACES, "What is your last name?", "S08", "$.strings[\"faces.now\"].t2", FAULT_ERROR},
    {ENGLISH, FACES, "Which school has the face?", "S08", "$.strings[\"faces.now\"].t2",
     FAULT_ERROR},
    {ENGLISH, FACES, "Pick a face for school. Pick a name.", NULL, NULL, 0},

    /* S09 */
    {MODULE, "{ \"rule\": \"S09\"", "{ \"rule\": \"S08\"", "S09", "$.activities[0].pages[0].words",
     FAULT_WARNING},

    /* S11 */
    {ENGLISH, FACES, "Hi  {me}. Pick a face.", "S11", "$.strings[\"faces.now\"].t2", FAULT_ERROR},
    {ENGLISH, START, "A crab sat near your {helper}.", "S11", "$.strings[\"tale.start\"]",
     FAULT_ERROR},
    {ENGLISH, START, "A crab saw that {helper} saw it too.", NULL, NULL, 0},
    {ENGLISH, START, "{adults} are here. {helper} saw it too.", "S11", "$.strings[\"tale.start\"]",
     FAULT_ERROR},
    {ENGLISH, START, "All here: {adults}. {helper} saw it too.", NULL, NULL, 0},
    {ENGLISH, START, "A crab saw  {helper}.", "S11", "$.strings[\"tale.start\"]", FAULT_ERROR},
    {ENGLISH, START, "A crab saw {helper} .", "S11", "$.strings[\"tale.start\"]", FAULT_ERROR},
    {ENGLISH, "The crab asked {adults}.", "The crab asked {adults} {adults}.", "S11",
     "$.strings[\"tale.asked\"]", FAULT_ERROR},
    {UI, "\"Stop\"", "\"Stop for the {me}\"", "S11", "$.strings[\"ui.stop\"]", FAULT_ERROR},
    {UI, "\"Stop\"", "\"Stop for {me}\"", NULL, NULL, 0},

    /* S12 */
    {ENGLISH, WAITED, "You won a prize.", "S12", "$.strings[\"tale.waited\"].any", FAULT_ERROR},
    {ENGLISH, WAITED, "The crab won’t go. It points at the sea.", NULL, NULL, 0},
    {ENGLISH, START, "A crab won a shell. {helper} saw it too.", NULL, NULL, 0},

    /* languages */
    {ENGLISH, WAITED, "The crab won't go.", "odd-quote", "$.strings[\"tale.waited\"].any",
     FAULT_WARNING},
    {ENGLISH, WAITED, "The crab says \\\"Go.\\\"", "odd-quote", "$.strings[\"tale.waited\"].any",
     FAULT_WARNING},
    {ENGLISH, WAITED, "The crab says «Go.»", "odd-quote", "$.strings[\"tale.waited\"].any",
     FAULT_WARNING},
    {ENGLISH, WAITED, "The crab says “Don’t go.”", NULL, NULL, 0},
    {ARABIC, "حزين", "“حزين”", "odd-quote", "$.strings[\"word.sad\"]", FAULT_WARNING},
    {ARABIC, "حزين", "«حزين»", NULL, NULL, 0},
    {ARABIC, "  \"review\": \"awaiting\",\n", "", "not-reviewed", "$", FAULT_WARNING},
    {ARABIC, "\"review\": \"awaiting\"", "\"review\": \"done\"", NULL, NULL, 0},
    {ARABIC, "\"review\": \"awaiting\"", "\"review\": \"soon\"", "unknown-word", "$.review",
     FAULT_ERROR},
    {ARABIC, "    \"word.sad\": \"حزين\",\n", "", "incomplete-language", "$.strings", FAULT_ERROR},
    {ARABIC, "{helper}", "", "lost-token", "$.strings[\"tale.start\"]", FAULT_WARNING},
    {ARABIC, "{adult1}", "{adult2}", "lost-token", "$.strings[\"tale.ask\"]", FAULT_WARNING},
};

static Faults *check(const char *content)
{
    Faults *faults = faults_new();
    content_check(content, fake_kinds, faults);
    return faults;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), wanted = strlen(end);
    return length >= wanted && strcmp(text + length - wanted, end) == 0;
}

/* Nothing, or nothing but the rule at its place (for more than one tier, perhaps). */
static bool as_expected(size_t row, const Faults *faults)
{
    bool good = (faults_count(faults) > 0) == (rows[row].rule != NULL);
    for (size_t i = 0; good && i < faults_count(faults); i++) {
        const Fault *fault = faults_at(faults, i);
        good = strcmp(fault->rule, rows[row].rule) == 0 &&
               strcmp(fault->path, rows[row].path) == 0 && fault->level == rows[row].level &&
               ends_with(fault->file, rows[row].file);
    }
    return good;
}

/* The Arabic table would report what English changes; it stays for the rows about itself. */
static char *content_for(size_t row)
{
    char *content = scratch_content("rules-row");
    char *arabic = path_join(content, ARABIC);
    if (strcmp(rows[row].file, ARABIC) != 0)
        remove(arabic);
    free(arabic);
    return content;
}

static void each_rule_catches_and_lets_pass(void **state)
{
    (void)state;
    size_t bad = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *content = content_for(i);
        change_file(content, rows[i].file, rows[i].find, rows[i].put);
        Faults *faults = check(content);
        bool good = as_expected(i, faults);
        if (!good) {
            print_message("row %zu: \"%s\" wanted %s\n", i, rows[i].put,
                          rows[i].rule != NULL ? rows[i].rule : "nothing");
            print_faults(faults);
        }
        bad += !good;
        faults_free(faults);
        free(content);
    }
    assert_int_equal(bad, 0);
}

/* ---- recordings ---- */

static const struct {
    const char *name;
    bool says;
} clips[] = {
    {"word.happy.ogg", true},       {"word.shy.t2.ogg", true},         {"tale.waited.ogg", true},
    {"tale.wait.t3.one.ogg", true}, {"tale.wait.t3.other.ogg", false}, {"word.hapy.ogg", false},
    {"word.happy.t2.ogg", false},   {"word.shy.ogg", false},           {"tale.start.ogg", false},
    {"tale.young.one.ogg", false},  {"word.happy.mp3", false},
};

static void a_recording_must_say_a_sentence(void **state)
{
    (void)state;
    char *content = scratch_content("rules-voice");
    char *folder = path_join(content, "feelings/voice/en");
    assert_true(folder_make(folder, NULL));
    for (size_t i = 0; i < sizeof clips / sizeof *clips; i++) {
        char *file = path_join(folder, clips[i].name);
        write_whole(file, "");
        Faults *faults = check(content);
        bool says = faults_count(faults) == 0;
        if (!says) {
            assert_string_equal(faults_at(faults, 0)->rule, "voice-without-sentence");
            assert_true(ends_with(faults_at(faults, 0)->file, clips[i].name));
        }
        if (says != clips[i].says)
            fail_msg("%s", clips[i].name);
        faults_free(faults);
        remove(file);
        free(file);
    }
    free(folder);
    free(content);
}

/* ---- the program's own words in another language ---- */

static void the_programs_words_are_whole_in_each_language(void **state)
{
    (void)state;
    static const struct {
        const char *strings, *rule, *path;
    } tables[] = {
        {"\"ui.stop\": \"Alto\", \"token.helper\": \"x\"", NULL, NULL},
        {"\"ui.stop\": \"Alto\"", "incomplete-language", "$.strings"},
        {"\"ui.stop\": {\"t1\": \"Alto\"}, \"token.helper\": \"x\"", "incomplete-language",
         "$.strings[\"ui.stop\"]"},
        {"\"ui.stop\": \"Alto\", \"token.helper\": \"x\", \"ui.old\": \"x\"", "unused-sentence",
         "$.strings[\"ui.old\"]"},
    };
    char *content = scratch_content("rules-ui");
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char text[400];
        snprintf(text, sizeof text,
                 "{\"format\": 1, \"language\": \"es\", \"direction\": \"ltr\", \"review\": "
                 "\"awaiting\", \"strings\": {%s}}",
                 tables[i].strings);
        put_file(content, "ui/strings/es.json", text);
        Faults *faults = check(content);
        if (tables[i].rule == NULL)
            assert_int_equal(faults_count(faults), 0);
        else if (find_fault(faults, tables[i].rule, tables[i].path) == NULL)
            fail_msg("%s", tables[i].rule);
        faults_free(faults);
    }
    free(content);
}

/* ---- what they tell of themselves ---- */

static void every_rule_is_explained_in_full(void **state)
{
    (void)state;
    size_t count = 0;
    for (int group = 0; group < RULE_GROUPS; group++) {
        RuleTable table = rule_table((RuleGroup)group);
        for (size_t i = 0; i < table.count; i++, count++) {
            Text text;
            const Rule *rule = &table.rules[i];
            text_init(&text);
            assert_ptr_equal(rule_find(rule->id), rule); /* no id twice */
            assert_true(rule->title && rule->why && rule->remedy && rule->caught);
            assert_true(rule->passes || strcmp(rule->id, "S04") == 0);
            assert_true(rule_explain(rule->id, NULL, &text));
            assert_non_null(strstr(text.bytes, rule->why));
            assert_true(rule_is_structural(rule->id) == (group == RULES_STRUCTURE));
            text_clear(&text);
        }
    }
    assert_true(count > 60);
    assert_int_equal(rule_table(RULES_STRUCTURE).count, 12);
    assert_null(rule_find(""));
    assert_false(rule_is_structural("G07"));
}

static const struct {
    const char *id, *says;
    bool known;
} asked[] = {
    {"S05", "somebody may look on", true},
    {"s05", "  Pattern: ", true},
    {"G07", "you never listen", true},
    {"S07", "Add \"room\"", true},
    {"unknown", "Near it: unknown-key, unknown-word, unknown-kind", false},
    {"hard-wrd", "Near it: hard-word.", false},
    {"S13", "Near it: S03", false},
    {"qqqqqq", "docs/content-format.md", false},
};

static void asking_for_a_rule_helps(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        Text text;
        text_init(&text);
        bool known = content_explain(COVE_SOURCE_DIR "/content", asked[i].id, &text);
        if (known != asked[i].known || strstr(text.bytes, asked[i].says) == NULL)
            fail_msg("%s: %s", asked[i].id, text.bytes);
        text_clear(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_catches_and_lets_pass),
        cmocka_unit_test(a_recording_must_say_a_sentence),
        cmocka_unit_test(the_programs_words_are_whole_in_each_language),
        cmocka_unit_test(every_rule_is_explained_in_full),
        cmocka_unit_test(asking_for_a_rule_helps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
