/* What a kind refuses of content beyond its shape: each rule once, with the place it names. */
#include "activity/made.h"

#define TWO(list)                                                                                  \
    "\"" list "\": [{\"id\": \"a\", \"text\": \"s.a\"}, {\"id\": \"b\", \"text\": \"s.b\"}]"
#define CARD(id) "{\"id\": \"" id "\", \"text\": \"s.card\", \"reply\": \"s.yes\"}"
#define FEELING(id) "{\"id\": \"" id "\", \"text\": \"s.a\", \"picture\": \"face/sad\"}"
#define PAGE "\"text\": \"s.page\""

typedef struct Row {
    const char *what;
    MadeContent content;
    const char *rule, *path, *remedy; /* remedy: words that must stand in it */
} Row;

static const Row rows[] = {
    {"one word for t1",
     {"feelings_check", "\"t1\", \"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"words\": [{\"id\": \"a\", \"text\": \"s.a\"},"
      " {\"id\": \"b\", \"text\": \"s.b\"}, {\"id\": \"c\", \"text\": \"s.c\", \"tiers\": "
      "[\"t2\"]}]},"
      " {\"id\": \"q\", " PAGE ", \"words\": [{\"id\": \"a\", \"text\": \"s.a\"},"
      " {\"id\": \"b\", \"text\": \"s.b\", \"tiers\": [\"t2\"]}]}]"},
     "number-of-choices",
     "$.activities[0].pages[1].words",
     "t1 has 1 feeling words"},
    {"three labels for t2",
     {"scale_line", "\"t1\", \"t2\"",
      "[{\"id\": \"p\", " PAGE "}, {\"id\": \"q\", " PAGE ","
      " \"labels\": [\"s.a\", \"s.b\", \"s.c\"]}]"},
     "number-of-labels",
     "$.activities[0].pages[1].labels",
     "has 3 labels; t2 needs 5"},
    {"no beat for t2",
     {"breathe_pace", "\"t1\", \"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"rounds\": 1, \"beats\": [{\"id\": \"a\", \"text\": \"s.a\","
      " \"seconds\": 2, \"motion\": \"still\", \"tiers\": [\"t1\"]}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].beats",
     "t2 has 0 beats"},
    {"three baskets for t1",
     {"sort_cards", "\"t1\", \"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"cards\": [" CARD("c") ", " CARD(
          "d") "], \"baskets\": ["
               "{\"id\": \"a\", \"text\": \"s.a\"}, {\"id\": \"b\", \"text\": \"s.b\"},"
               "{\"id\": \"e\", \"text\": \"s.e\"}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].baskets",
     "t1 has 3 baskets; this needs 2 to 2"},
    {"one card for t2",
     {"sort_cards", "\"t1\", \"t2\"",
      "[{\"id\": \"p\", " PAGE ", " TWO("baskets") ", \"cards\": [" CARD(
          "c") ", {\"id\": \"d\","
               " \"text\": \"s.d\", \"reply\": \"s.yes\", \"tiers\": [\"t1\"]}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].cards",
     "t2 has 1 cards"},
    {"a basket that every page has",
     {"sort_cards", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"cards\": [" CARD("c") ", " CARD(
          "d") "], \"baskets\": ["
               "{\"id\": \"a\", \"text\": \"s.a\"}, {\"id\": \"not-sure\", \"text\": \"s.b\"}]}]"},
     "reserved-id",
     "$.activities[0].pages[0].baskets",
     "not-sure"},
    {"no slot for t2",
     {"sentence_builder", "\"t1\", \"t2\"",
      "[{\"id\": \"p\", " PAGE
      ", \"end\": \"s.end\", \"slots\": [{\"id\": \"s\", \"lead\": \"s.i\","
      " \"tiers\": [\"t1\"], " TWO("options") "}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].slots",
     "t2 has 0 slots"},
    {"too many blocks for t1",
     {"sentence_builder", "\"t1\"",
      "[{\"id\": \"p\", " PAGE ", \"end\": \"s.end\", \"slots\": ["
      "{\"id\": \"s\", \"lead\": \"s.i\", " TWO(
          "options") "},"
                     "{\"id\": \"t\", \"lead\": \"s.i\", \"options\": [{\"id\": \"a\", \"text\": "
                     "\"s.a\"},"
                     "{\"id\": \"b\", \"text\": \"s.b\"}, {\"id\": \"c\", \"text\": \"s.c\"},"
                     "{\"id\": \"d\", \"text\": \"s.d\"}]}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].slots[1].options",
     "t1 has 4 blocks"},
    {"too many choices for t1",
     {"story_pages", "\"t1\"",
      "[{\"id\": \"p\", " PAGE
      ", \"choices\": [" CARD("a") ", " CARD("b") ", " CARD("c") ", " CARD("d") "]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].choices",
     "t1 has 4 choices"},
    {"a way to nowhere",
     {"story_pages", "\"t2\"", "[{\"id\": \"p\", " PAGE ", \"next\": \"nowhere\"}]"},
     "unknown-page",
     "$.activities[0].pages[0].next",
     "nowhere"},
    {"a choice back to its own page",
     {"story_pages", "\"t2\"",
      "[{\"id\": \"p\", " PAGE
      ", \"choices\": [" CARD("a") ", {\"id\": \"b\", \"text\": \"s.b\","
                                   " \"reply\": \"s.yes\", \"next\": \"p\"}]}]"},
     "story-loop",
     "$.activities[0].pages[0].choices[1].next",
     "Pages only lead on"},
    {"a way back",
     {"story_pages", "\"t2\"",
      "[{\"id\": \"p\", " PAGE "}, {\"id\": \"q\", " PAGE ", \"next\": \"p\"}]"},
     "story-loop",
     "$.activities[0].pages[1].next",
     "goes back to \"p\""},
    {"a way to a page of others",
     {"story_pages", "\"t2\", \"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"next\": \"q\"}, {\"id\": \"q\", " PAGE ","
      " \"tiers\": [\"t3\"]}]"},
     "tier-not-served",
     "$.activities[0].pages[0].next",
     "not all of its tiers"},
    {"a page that all choices pass by",
     {"story_pages", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"next\": \"r\"}, {\"id\": \"q\", " PAGE "},"
      " {\"id\": \"r\", " PAGE "}]"},
     "page-unreachable",
     "$.activities[0].pages[1].id",
     "nobody comes here"},
    {"an end that goes on",
     {"story_pages", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"end\": true, \"next\": \"q\"}, {\"id\": \"q\", " PAGE "}]"},
     "end-and-next",
     "$.activities[0].pages[0].next",
     "Take one of the two out"},
    {"one tool for t1",
     {"calm_kit", "\"t1\", \"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"tools\": [{\"id\": \"a\", \"text\": \"s.a\"},"
      " {\"id\": \"b\", \"text\": \"s.b\", \"tiers\": [\"t2\"]}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].tools",
     "t1 has 1 tools"},
    {"a tool that is called as one's own",
     {"calm_kit", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"tools\": [{\"id\": \"a\", \"text\": \"s.a\"},"
      " {\"id\": \"own-1\", \"text\": \"s.b\"}]}]"},
     "reserved-id",
     "$.activities[0].pages[0].tools",
     "own-1"},
    {"a place that is none",
     {"calm_kit", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"use\": \"place\", \"tools\": ["
      "{\"id\": \"a\", \"text\": \"s.a\", \"picture\": \"rest/fish\"},"
      " {\"id\": \"b\", \"text\": \"s.b\", \"picture\": \"card/rain\"}]}]"},
     "no-resting-place",
     "$.activities[0].pages[0].tools",
     "Give it rest/fish"},
    {"two slots at once for t1",
     {"plan_steps", "\"t1\"",
      "[{\"id\": \"p\", " PAGE ", \"slots\": ["
      "{\"id\": \"s\", \"lead\": \"s.i\", " TWO(
          "options") "},"
                     "{\"id\": \"t\", \"lead\": \"s.i\", " TWO("options") "}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].slots",
     "t1 has 2 slots; this needs 1 to 1"},
    {"one option in a slot of t2",
     {"plan_steps", "\"t2\", \"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"slots\": ["
      "{\"id\": \"s\", \"lead\": \"s.i\", " TWO(
          "options") "},"
                     "{\"id\": \"t\", \"lead\": \"s.i\", \"options\": [{\"id\": \"a\", \"text\": "
                     "\"s.a\"}, {\"id\": \"b\", \"text\": \"s.b\", \"tiers\": [\"t3\"]}]}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].slots[1].options",
     "t2 has 1 options"},
    {"one door",
     {"quiz_myth", "\"t2\", \"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"cards\": [" CARD(
          "c") "], \"answers\": ["
               "{\"id\": \"a\", \"text\": \"s.a\"}, {\"id\": \"b\", \"text\": \"s.b\","
               " \"tiers\": [\"t3\"]}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].answers",
     "t2 has 1 answers"},
    {"doors and no card",
     {"quiz_myth", "\"t2\"", "[{\"id\": \"p\", " PAGE ", " TWO("answers") "}]"},
     "number-of-choices",
     "$.activities[0].pages[0].cards",
     "t2 has 0 cards"},
    {"a door that every card has",
     {"quiz_myth", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"cards\": [" CARD(
          "c") "], \"answers\": ["
               "{\"id\": \"a\", \"text\": \"s.a\"}, {\"id\": \"not-sure\", \"text\": \"s.b\"}]}]"},
     "reserved-id",
     "$.activities[0].pages[0].answers",
     "not-sure"},
    {"one thing for a house",
     {"circles_map", "\"t1\", \"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"shape\": \"house\", \"things\": [{\"id\": \"a\", \"text\": "
      "\"s.a\"}, {\"id\": \"b\", \"text\": \"s.b\", \"tiers\": [\"t1\"]}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].things",
     "t2 has 1 things; this needs 2 to 12"},
    {"things and no map",
     {"circles_map", "\"t2\"", "[{\"id\": \"p\", " PAGE ", " TWO("things") "}]"},
     "unused-list",
     "$.activities[0].pages[0].things",
     "give it a \"shape\""},
    {"rings in a house",
     {"circles_map", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"shape\": \"house\", " TWO("things") ", " TWO("rings") "}]"},
     "unused-list",
     "$.activities[0].pages[0].rings",
     "make its \"shape\" \"rings\""},
    {"one ring",
     {"circles_map", "\"t2\"",
      "[{\"id\": \"p\", " PAGE
      ", \"shape\": \"rings\", " TWO("things") ", \"rings\": ["
                                               "{\"id\": \"a\", \"text\": \"s.a\"}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].rings",
     "t2 has 1 rings; this needs 2 to 3"},
    {"a map of another shape",
     {"circles_map", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"shape\": \"ladder\", " TWO("things") "}]"},
     "unknown-word",
     "$.activities[0].pages[0].shape",
     "ladder"},
    {"two places on a path",
     {"timeline_path", "\"t2\"", "[{\"id\": \"p\", " PAGE ", \"places\": 2, " TWO("items") "}]"},
     "out-of-range",
     "$.activities[0].pages[0].places",
     "3"},
    {"a mark called like an item",
     {"timeline_path", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", " TWO("items") ", \"marks\": ["
                                                 "{\"id\": \"b\", \"text\": \"s.b\"}]}]"},
     "duplicate-id",
     "$.activities[0].pages[0].marks",
     "both called \"b\""},
    {"a path without an item for t3",
     {"timeline_path", "\"t2\", \"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"items\": [{\"id\": \"a\", \"text\": \"s.a\", \"tiers\": "
      "[\"t2\"]}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].items",
     "t3 has 0 items"},
    {"one box",
     {"thought_links", "\"t3\"",
      "[{\"id\": \"p\", " PAGE
      ", \"boxes\": [{\"id\": \"a\", \"lead\": \"s.a\", " TWO("options") "}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].boxes",
     "t3 has 1 boxes; this needs 2 to 5"},
    {"one card for a box",
     {"thought_links", "\"t3\", \"ad\"",
      "[{\"id\": \"p\", " PAGE ", \"boxes\": [{\"id\": \"a\", \"lead\": \"s.a\", " TWO(
          "options") "}, {\"id\": \"b\", \"lead\": \"s.b\", \"options\": ["
                     "{\"id\": \"a\", \"text\": \"s.a\"}, {\"id\": \"b\", \"text\": \"s.b\","
                     " \"tiers\": [\"t3\"]}]}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].boxes[1].options",
     "ad has 1 cards"},
    {"one mark for thoughts",
     {"thought_links", "\"t3\"",
      "[{\"id\": \"p\", " PAGE ", \"boxes\": [{\"id\": \"a\", \"lead\": \"s.a\", " TWO(
          "options") "}, {\"id\": \"b\", \"lead\": \"s.b\", " TWO("options") "}],"
                                                                             " \"marks\": "
                                                                             "[{\"id\": "
                                                                             "\"a\", \"text\": "
                                                                             "\"s.a\"}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].marks",
     "t3 has 1 marks; this needs 2 to 2"},
    {"one guess to choose",
     {"reflect_swap", "\"ad\"",
      "[{\"id\": \"p\", " PAGE ", \"options\": [{\"id\": \"a\", \"text\": \"s.a\"}]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].options",
     "ad has 1 options"},
    {"a question about oneself without answers",
     {"reflect_swap", "\"ad\"",
      "[{\"id\": \"p\", " PAGE ", " TWO("options") ", \"self\": \"s.i\"}]"},
     "number-of-choices",
     "$.activities[0].pages[0].self_options",
     "ad has 0 answers about oneself"},
    {"wondering for children",
     {"reflect_swap", "\"t3\", \"t4\"", "[{\"id\": \"p\", " PAGE ", " TWO("options") "}]"},
     "tier-not-served",
     "$.activities[0].tiers",
     "t3"},
    {"guesses without facts",
     {"notice_log", "\"ad\"",
      "[{\"id\": \"p\", " PAGE ", \"fields\": [{\"id\": \"a\", \"lead\": \"s.a\","
      " \"guess\": true}]}]"},
     "no-facts",
     "$.activities[0].pages[0].fields",
     "Ask first for what was seen"},
    {"one feeling alone",
     {"body_map", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"feelings\": [{\"id\": \"a\", \"text\": \"s.a\"}]}]"},
     "out-of-range",
     "$.activities[0].pages[0].feelings",
     "give 2 to 6"},
    {"more feelings than t1 can tell apart",
     {"body_map", "\"t1\"",
      "[{\"id\": \"p\", " PAGE
      ", \"feelings\": [" FEELING("a") ", " FEELING("b") ", " FEELING("c") ", " FEELING("d") "]}]"},
     "number-of-choices",
     "$.activities[0].pages[0].feelings",
     "t1 has 4 feelings; this needs 2 to 3"},
    {"a person's body",
     {"body_map", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"figure\": \"person\", " TWO("feelings") "}]"},
     "unknown-word",
     "$.activities[0].pages[0].figure",
     "octopus"},
    {"a body map for teens",
     {"body_map", "\"t4\"", "[{\"id\": \"p\", " PAGE ", " TWO("feelings") "}]"},
     "tier-not-served",
     "$.activities[0].tiers",
     "t4"},
    {"a stamp that is no picture",
     {"draw_free", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"stamps\": [{\"id\": \"a\", \"text\": \"s.a\"}]}]"},
     "stamp-without-picture",
     "$.activities[0].pages[0].stamps",
     "Stamp \"a\" has no picture"},
    {"too many frames",
     {"draw_free", "\"t2\"", "[{\"id\": \"p\", " PAGE ", \"frames\": 5}]"},
     "out-of-range",
     "$.activities[0].pages[0].frames",
     "4"},
    {"a letter stamp that is no picture",
     {"letter_unsent", "\"t2\"",
      "[{\"id\": \"p\", " PAGE
      ", " TWO("lines") ","
                        " \"stamps\": [{\"id\": \"a\", \"text\": \"s.a\"}]}]"},
     "stamp-without-picture",
     "$.activities[0].pages[0].stamps",
     "Stamp \"a\" has no picture"},
    {"a page to read and to write",
     {"letter_unsent", "\"t2\"",
      "[{\"id\": \"p\", " PAGE
      ", " TWO("lines") ","
                        " \"post\": [{\"id\": \"a\", \"text\": \"s.a\", \"from\": \"s.me\"}]}]"},
     "read-or-write",
     "$.activities[0].pages[0].post",
     "Make two pages of it"},
    {"post from nobody",
     {"letter_unsent", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"post\": [{\"id\": \"a\", \"text\": \"s.a\"}]}]"},
     "missing-key",
     "$.activities[0].pages[0].post[0].from",
     "from"},
    {"a log for children",
     {"notice_log", "\"t4\", \"ad\"",
      "[{\"id\": \"p\", " PAGE ", \"fields\": [{\"id\": \"a\", \"lead\": \"s.a\"}]}]"},
     "tier-not-served",
     "$.activities[0].tiers",
     "t4"},
};

static void assert_row(const Row *row)
{
    Library *library = made_library(&row->content);
    if (library_unavailable_count(library) != 1) {
        fail_msg("%s: taken as good", row->what);
    }
    const Faults *faults = library_unavailable(library, 0)->faults;
    const Fault *fault = faults_at(faults, 0);
    if (faults_errors(faults) != 1 || strcmp(fault->rule, row->rule) != 0 ||
        strcmp(fault->path, row->path) != 0 || !strstr(fault->remedy, row->remedy)) {
        fail_msg("%s: %zu errors; [%s] %s %s", row->what, faults_errors(faults), fault->rule,
                 fault->path, fault->remedy);
    }
    library_free(library);
}

static void each_fault_is_named_with_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_row(&rows[i]);
    }
}

/* A choice only t3 has may lead to a page only t3 has. */
static void a_way_for_some_may_lead_to_their_page(void **state)
{
    (void)state;
    const MadeContent content = {"story_pages", "\"t2\", \"t3\"",
                                 "[{\"id\": \"p\", " PAGE ", \"choices\": [" CARD("a") ", " CARD(
                                     "b") ", {\"id\": \"c\","
                                          " \"text\": \"s.c\", \"reply\": \"s.yes\", \"next\": "
                                          "\"q\", \"tiers\": [\"t3\"]}]},"
                                          " {\"id\": \"q\", " PAGE ", \"tiers\": [\"t3\"]}]"};
    Library *library = made_library(&content);
    assert_all_there(library);
    library_free(library);
}

/* What is the person's own is for nobody else to sit at. */
static void maps_and_thoughts_are_never_joint(void **state)
{
    (void)state;
    static const char *const kinds[] = {"circles_map", "thought_links"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        Activity activity = {.settings = 1u << SETTING_ROOM};
        Faults *faults = faults_new();
        kind_named(kinds[i])->content.check(&activity, "file", "$.activities[0]", faults);
        assert_int_equal(faults_errors(faults), 0);
        activity.settings |= 1u << SETTING_JOINT;
        kind_named(kinds[i])->content.check(&activity, "file", "$.activities[0]", faults);
        assert_int_equal(faults_errors(faults), 1);
        assert_string_equal(faults_at(faults, 0)->rule, "never-joint");
        assert_string_equal(faults_at(faults, 0)->path, "$.activities[0].settings");
        faults_free(faults);
    }
}

static void every_kind_is_whole_and_has_its_own_name(void **state)
{
    (void)state;
    for (const KindContent *const *content = kinds_content(); *content; content++) {
        const Kind *kind = kind_named((*content)->name);
        assert_ptr_equal(kind_of(*content), kind);
        assert_true(kind->state_size > 0 && kind->verbs && kind->interpret && kind->apply &&
                    kind->build && kind->is_complete && kind->summary && kind->step_text);
        assert_true((kind->stands != NULL) == (kind->forget != NULL));
        for (const Verb *verb = kind->verbs; verb->name; verb++) { /* what is typed can be erased */
            assert_true(kind->stands || !(verb->uses & MOVE_TEXT));
        }
    }
    assert_null(kind_named("juggle"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fault_is_named_with_its_place),
        cmocka_unit_test(a_way_for_some_may_lead_to_their_page),
        cmocka_unit_test(maps_and_thoughts_are_never_joint),
        cmocka_unit_test(every_kind_is_whole_and_has_its_own_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
