/* What a kind refuses of content beyond its shape: each rule once, with the place it names. */
#include "activity/made.h"

#define TWO(list)                                                                                  \
    "\"" list "\": [{\"id\": \"a\", \"text\": \"s.a\"}, {\"id\": \"b\", \"text\": \"s.b\"}]"
#define CARD(id) "{\"id\": \"" id "\", \"text\": \"s.card\", \"reply\": \"s.yes\"}"
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
     "Stories only go on"},
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
    {"an end that goes on",
     {"story_pages", "\"t2\"",
      "[{\"id\": \"p\", " PAGE ", \"end\": true, \"next\": \"q\"}, {\"id\": \"q\", " PAGE "}]"},
     "end-and-next",
     "$.activities[0].pages[0].next",
     "Take one of the two out"},
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
        cmocka_unit_test(every_kind_is_whole_and_has_its_own_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
