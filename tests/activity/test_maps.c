/* Maps, paths, links and wonderings: each one's own rules, and what is read back of them. */
#include "activity/made.h"

#include "activity/certain.h"
#include "activity/player.h"

#define THREE                                                                                      \
    "{\"id\": \"gran\", \"text\": \"s.gran\"}, {\"id\": \"dog\", \"text\": \"s.dog\"},"            \
    " {\"id\": \"cat\", \"text\": \"s.cat\"}"
#define TAKEN "Wrote something and took it back"

typedef struct Made {
    Library *library;
    Play *play;
} Made;

static Made made(const char *kind, const char *tier, Tier as, bool may_type, const char *pages)
{
    const MadeContent content = {kind, tier, pages};
    Made made = {.library = made_library(&content)};
    made.play = made_play(made.library, as, may_type, 3);
    return made;
}

static void unmake(Made *made)
{
    play_free(made->play);
    library_free(made->library);
}

static void assert_page(const Play *play, const char *words, bool there)
{
    char *page = body_text(play);
    if ((strstr(page, words) != NULL) != there) {
        fail_msg("%s \"%s\" in\n%s", there ? "no" : "there is", words, page);
    }
    free(page);
}

/* ---- circles_map ---- */

#define HOUSE                                                                                      \
    "[{\"id\": \"home\", \"text\": \"s.who\", \"shape\": \"house\", \"own\": true,"                \
    " \"things\": [" THREE "]}]"

static void a_house_has_as_many_rooms_as_wanted(void **state)
{
    (void)state;
    Made house = made("circles_map", "\"t1\"", TIER_T1, false, HOUSE);
    STEPS(house.play, {"place", "gran", "place-1", .says = "Put: gran \xe2\x86\x92 Room 1"},
          {"place", "gran", "place-3", .says = "Put: gran \xe2\x86\x92 Room 3"},
          {"place", "dog", "place-4", REFUSED});
    for (int room = 4; room <= 12; room++) {
        STEPS(house.play, {"room", .says = "Added a room"});
    }
    STEPS(house.play, {"room", REFUSED}, {"place", "dog", "place-13", REFUSED},
          {"place", "dog", "place-12", .says = "Put: dog \xe2\x86\x92 Room 12"},
          {"take", "slot-1", .says = "Took back: gran"}, {"take", "slot-1", REFUSED},
          {"own", .text = "Nan", REFUSED});
    assert_page(house.play, "Room 1: empty", true);
    assert_page(house.play, "Room 12: dog", true);
    assert_summary(house.play, "In the house | gran\nIn the house | dog\n");
    unmake(&house);
}

#define GRANS                                                                                      \
    "[{\"id\": \"home\", \"text\": \"s.who\", \"shape\": \"house\", \"own\": true, \"things\": ["  \
    "{\"id\": \"gran\", \"text\": \"s.gran\", \"picture\": \"person/adult-8\"},"                   \
    " {\"id\": \"dog\", \"text\": \"s.dog\", \"picture\": \"card/pet\"}]}]"

static void assert_looks(const Play *play, const char *picture)
{
    Summary summary = {.arena = arena_new()};
    play_summary(play, &summary);
    assert_true(summary.count > 0);
    assert_string_equal(summary.lines[0].picture, picture);
    arena_free(summary.arena);
}

/* People can look like somebody, pets cannot; only a real figure's code is taken, and what is taken
 * out of the house comes back as it was. */
static void people_are_made(void **state)
{
    (void)state;
    Made house = made("circles_map", "\"t1\"", TIER_T1, false, GRANS);
    STEPS(house.play, {"figure", "slot-1", "figure/ecljbf-a", REFUSED},
          {"place", "gran", "place-2", .says = "Put: gran \xe2\x86\x92 Room 2"},
          {"place", "dog", "place-1", .says = "Put: dog \xe2\x86\x92 Room 1"},
          {"figure", "slot-1", "figure/zzzzzz", REFUSED},
          {"figure", "slot-1", "person/adult-1", REFUSED}, {"figure", "slot-1", "", REFUSED},
          {"figure", "slot-1", "figure/ecljbf", REFUSED},
          {"figure", "slot-2", "figure/eclbbf-a", REFUSED},
          {"figure", "slot-3", "figure/eclbbf-a", REFUSED},
          {"take", "slot-2", .says = "Took back: dog"},
          {"figure", "slot-1", "figure/eclbbf-a", .says = "Made a picture: gran"});
    assert_looks(house.play, "figure/eclbbf-a");
    STEPS(house.play, {"figure", "slot-1", "figure/eclbbf", .says = "Made a picture: gran"});
    assert_looks(house.play, "figure/eclbbf");
    STEPS(house.play, {"take", "slot-1", .says = "Took back: gran"},
          {"place", "gran", "place-1", .says = "Put: gran \xe2\x86\x92 Room 1"});
    assert_looks(house.play, "person/adult-8");
    unmake(&house);
}

static void another_one_takes_the_place_of_the_first(void **state)
{
    (void)state;
    Made house = made("circles_map", "\"t3\"", TIER_T3, true, HOUSE);
    STEPS(house.play, {"place", "gran", "place-1", .says = "Put: gran \xe2\x86\x92 Room 1"},
          {"place", "gran", "place-1", REFUSED},
          {"place", "cat", "place-1", .says = "Put: cat \xe2\x86\x92 Room 1"},
          {"own", .text = "Nan", .says = "Wrote: Nan"},
          {"move", "slot-2", "place-1", .says = "Put: Nan \xe2\x86\x92 Room 1"},
          {"move", "slot-2", "place-2", REFUSED},
          {"place", "dog", "place-1", .says = "Put: dog \xe2\x86\x92 Room 1"});
    assert_summary(house.play, "In the house | dog\nWritten, not put anywhere yet | Nan\n");
    STEPS(house.play, {"move", "slot-2", "place-3", .says = "Put: Nan \xe2\x86\x92 Room 3"});
    assert_summary(house.play, "In the house | dog\nIn the house | Nan\n");
    unmake(&house);
}

static void a_room_may_be_shut(void **state)
{
    (void)state;
    Made house = made("circles_map", "\"t2\"", TIER_T2, false, HOUSE);
    STEPS(house.play, {"open", "place-1", REFUSED},
          {"place", "cat", "place-1", .says = "Put: cat \xe2\x86\x92 Room 1"},
          {"shut", "place-1", .says = "Shut the door: Room 1"}, {"shut", "place-1", REFUSED},
          {"take", "slot-1", REFUSED}, {"place", "dog", "place-1", REFUSED},
          {"shut", "place-2", .says = "Shut the door: Room 2"}, {"shut", "place-9", REFUSED});
    assert_page(house.play, "Room 1: door shut", true);
    assert_page(house.play, "cat\"", true); /* among the cards, still */
    assert_summary(house.play, "In the house | cat (door shut)\n"
                               "In the house | A room with its door shut\n");
    STEPS(house.play, {"open", "place-1", .says = "Opened the door: Room 1"},
          {"take", "slot-1", .says = "Took back: cat"});
    unmake(&house);
}

static void rings_hold_twelve_and_the_same_twice(void **state)
{
    (void)state;
    Made rings = made("circles_map", "\"t3\"", TIER_T3, true,
                      "[{\"id\": \"go\", \"text\": \"s.who\", \"shape\": \"rings\", \"own\": true,"
                      " \"things\": [" THREE "], \"rings\": ["
                      "{\"id\": \"a\", \"text\": \"s.first\"},"
                      "{\"id\": \"b\", \"text\": \"s.then\"}]}]");
    for (int i = 0; i < 11; i++) {
        STEPS(rings.play, {"place", "dog", "place-2", .says = "Put: dog \xe2\x86\x92 then"});
    }
    STEPS(rings.play, {"room", REFUSED}, {"shut", "place-1", REFUSED},
          {"mark", "slot-1", "kept", REFUSED},
          {"own", .text = "Aunt May", .says = "Wrote: Aunt May"},
          {"move", "slot-12", "place-1", .says = "Put: Aunt May \xe2\x86\x92 first"},
          {"place", "gran", "place-1", REFUSED}, {"own", .text = "one more", REFUSED});
    assert_page(rings.play, "then: dog, 11", true);
    assert_page(rings.play, "It is full now.", true);
    STEPS(rings.play, {"take", "slot-12", .says = "Took back: Aunt May"},
          {"take", "slot-12", .says = "Took back: (taken back)"});
    char *said = step_words(rings.play, 11);
    assert_string_equal(said, TAKEN);
    free(said);
    unmake(&rings);
}

static const char names[] =
    "[{\"id\": \"call\", \"text\": \"s.how\", \"shape\": \"names\", \"own\": true,"
    " \"things\": [{\"id\": \"mama\", \"text\": \"s.mama\"}, {\"id\": \"baba\", \"text\": "
    "\"s.baba\"}, {\"id\": \"first-name\", \"text\": \"s.as-it-is\"}]}]";

static Play *names_play(const Library *library, int adults)
{
    const Module *module = library_module(library, "hand");
    PlaySetup setup = {.activity = module_activity(module, "made"),
                       .words = library_strings(library, module),
                       .ui = library_ui(library),
                       .tier = TIER_T3,
                       .may_type = true,
                       .tokens = {.adults = {"Alex", "Dana"}, .adult_count = adults}};
    return play_open(&setup, 1);
}

static void chosen_words_stand_for_people(void **state)
{
    (void)state;
    const MadeContent content = {"circles_map", "\"t3\"", names};
    Library *library = made_library(&content);
    Play *play = names_play(library, 2);
    Tokens tokens = play_tokens(play);
    assert_string_equal(tokens.adults[0], "Alex");
    STEPS(play, {"place", "mama", "place-2", .says = "Put: mama \xe2\x86\x92 Dana"},
          {"place", "baba", "place-3", REFUSED});
    tokens = play_tokens(play);
    assert_string_equal(tokens.adults[0], "Alex");
    assert_string_equal(tokens.adults[1], "mama");
    STEPS(play, {"own", .text = "Lexi", .says = "Wrote: Lexi"},
          {"move", "slot-2", "place-1", .says = "Put: Lexi \xe2\x86\x92 Alex"});
    tokens = play_tokens(play);
    assert_string_equal(tokens.adults[0], "Lexi");
    assert_int_equal(tokens.adult_count, 2);
    assert_summary(play, "Alex | Lexi\nDana | mama\n");
    STEPS(play, {"place", "first-name", "place-2", .says = "Put: as-it-is \xe2\x86\x92 Dana"});
    tokens = play_tokens(play);
    assert_string_equal(tokens.adults[1], "");
    STEPS(play, {"undo", .says = "Took back the last step"},
          {"undo", .says = "Took back the last step"});
    tokens = play_tokens(play);
    assert_string_equal(tokens.adults[0], "Alex");
    play_free(play);
    library_free(library);
}

static void a_case_without_adults_needs_no_words(void **state)
{
    (void)state;
    const MadeContent content = {"circles_map", "\"t3\"", names};
    Library *library = made_library(&content);
    Play *play = names_play(library, 0);
    STEPS(play, {"place", "mama", "place-1", REFUSED}, {"skip", .says = "Skipped"});
    play_free(play);
    library_free(library);
}

/* ---- timeline_path ---- */

#define PATH(places)                                                                               \
    "[{\"id\": \"way\", \"text\": \"s.way\", \"style\": \"planks\", \"own\": true,"                \
    " \"places\": " places ", \"items\": [" THREE "], \"marks\": ["                                \
    "{\"id\": \"kept\", \"text\": \"s.kept\"}, {\"id\": \"late\", \"text\": \"s.late\"}]}]"

static void a_path_has_gaps_and_marks(void **state)
{
    (void)state;
    Made path = made("timeline_path", "\"t3\"", TIER_T3, true, PATH("10"));
    STEPS(path.play, {"mark", "slot-1", "kept", REFUSED},
          {"place", "dog", "place-10", .says = "Put: dog \xe2\x86\x92 Plank 10"},
          {"place", "dog", "place-2", .says = "Put: dog \xe2\x86\x92 Plank 2"},
          {"place", "dog", "place-11", REFUSED}, {"mark", "slot-1", "never", REFUSED},
          {"mark", "slot-1", "late", .says = "Marked: dog \xe2\x86\x92 late"},
          {"mark", "slot-1", "kept", .says = "Marked: dog \xe2\x86\x92 kept"},
          {"mark", "slot-1", "kept", REFUSED});
    assert_page(path.play, "Plank 1: empty", true);
    assert_page(path.play, "Plank 10: dog (kept)", true);
    assert_summary(path.play, "Plank 2 | dog\nPlank 10 | dog (kept)\n");
    STEPS(path.play, {"unmark", "slot-1", .says = "Took the mark off: dog"},
          {"unmark", "slot-1", REFUSED});
    assert_summary(path.play, "Plank 2 | dog\nPlank 10 | dog\n");
    unmake(&path);
}

/* What the same press means depends on what lies there. */
static void a_mark_dropped_twice_comes_off(void **state)
{
    (void)state;
    Made path = made("timeline_path", "\"t1\"", TIER_T1, false, PATH("3"));
    UiEvent drop = {.type = UI_PLACE, .action = action_of("mark", "kept", 0), .target = "place-1"};
    UiEvent press = {.type = UI_PRESS, .action = action_of("spot", "place-1", 0)};
    Move move;
    assert_false(play_interpret(path.play, &drop, &move));
    assert_false(play_interpret(path.play, &press, &move));
    STEPS(path.play, {"place", "cat", "place-1", .says = "Put: cat \xe2\x86\x92 Plank 1"});
    assert_true(play_interpret(path.play, &drop, &move));
    assert_string_equal(move.verb, "mark");
    assert_accepted(path.play, &move);
    assert_true(play_interpret(path.play, &drop, &move));
    assert_string_equal(move.verb, "unmark");
    assert_true(play_interpret(path.play, &press, &move));
    assert_string_equal(move.verb, "take");
    unmake(&path);
}

/* ---- thought_links ---- */

#define BOX(id, own)                                                                               \
    "{\"id\": \"" id "\", \"lead\": \"s.lead-" id "\", \"own\": " own ", \"options\": ["           \
    "{\"id\": \"x\", \"text\": \"s.rain\"}, {\"id\": \"y\", \"text\": \"s.sun\"}]}"
#define LINKS                                                                                      \
    "[{\"id\": \"map\", \"text\": \"s.map\", \"boxes\": [" BOX("a", "true") ", " BOX(              \
        "b", "false") ", " BOX("c",                                                                \
                               "true") "], \"marks\": [{\"id\": \"fact\", \"text\": \"s.fact\"},"  \
                                       " {\"id\": \"guess\", \"text\": \"s.guess\"}]}]"

static void boxes_may_stay_empty(void **state)
{
    (void)state;
    Made links = made("thought_links", "\"t3\"", TIER_T3, true, LINKS);
    assert_summary(links.play, "");
    STEPS(links.play, {"fill", "c", "x", .says = "Put: rain \xe2\x86\x92 lead-c"},
          {"fill", "c", "y", REFUSED}, {"fill", "d", "x", REFUSED}, {"fill", "a", "z", REFUSED},
          {"mark", "c", "guess", .says = "Marked: rain \xe2\x86\x92 guess"},
          {"mark", "a", "fact", REFUSED}, {"own", "b", .text = "wet", REFUSED},
          {"own", "a", .text = "I was late", .says = "Wrote: I was late \xe2\x86\x92 lead-a"});
    assert_summary(links.play, "lead-a | I was late\nlead-b | empty\nlead-c | rain (guess)\n");
    STEPS(links.play, {"clear", "a", .says = "Took back: (taken back)"}, {"clear", "a", REFUSED},
          {"unmark", "c", .says = "Took the mark off: rain"}, {"unmark", "c", REFUSED});
    assert_summary(links.play, "lead-a | empty\nlead-b | empty\nlead-c | rain\n");
    unmake(&links);
}

/* Another empty box is a matter of looking: no move, and filling one goes on with the next. */
static void cards_are_those_of_the_box_looked_at(void **state)
{
    (void)state;
    Made links = made("thought_links", "\"t3\"", TIER_T3, false, LINKS);
    PlayView first = {.hand = "", .draft = ""}, third = {.hand = "", .draft = "", .turn = 32};
    char *page = page_text(links.play, &first), *other = page_text(links.play, &third);
    assert_null(strstr(page, "button \"lead-a: empty\""));
    assert_non_null(strstr(page, "button \"lead-c: empty\""));
    assert_non_null(strstr(other, "button \"lead-a: empty\""));
    assert_null(strstr(other, "button \"lead-c: empty\""));
    free(page);
    free(other);
    unmake(&links);
}

/* ---- reflect_swap ---- */

#define WONDER                                                                                     \
    "[{\"id\": \"i\", \"text\": \"s.wonder\", \"own\": true, \"moments\": [" THREE "],"            \
    " \"starters\": [{\"id\": \"m\", \"text\": \"s.maybe\"}, {\"id\": \"o\", \"text\": "           \
    "\"s.or\"}],"                                                                                  \
    " \"options\": [" THREE "], \"self\": \"s.and-i\", \"self_options\": [" THREE "]}]"

static void three_guesses_and_one_on_oneself(void **state)
{
    (void)state;
    Made wonder = made("reflect_swap", "\"ad\"", TIER_AD, true, WONDER);
    STEPS(wonder.play, {"fill", "guess-1", "cat", .says = "Put: cat \xe2\x86\x92 maybe"},
          {"mark", "guess-1", "not-sure", .says = "Marked: cat \xe2\x86\x92 I am not sure"},
          {"own", "guess-2", .text = "They ALWAYS knew, of course, and I was sure",
           .says = "Wrote: They ALWAYS knew, of course, and I was sure \xe2\x86\x92 or"},
          {"fill", "guess-3", "dog", .says = "Put: dog \xe2\x86\x92 maybe"},
          {"fill", "guess-4", "dog", REFUSED},
          {"fill", "self", "gran", .says = "Put: gran \xe2\x86\x92 and-i"},
          {"mark", "self", "not-sure", REFUSED}, {"mark", "moment", "not-sure", REFUSED});
    assert_summary(wonder.play, "The moment | empty\nmaybe | cat (I am not sure)\n"
                                "or | They ALWAYS knew, of course, and I was sure\nmaybe | dog\n"
                                "and-i | gran\nWords that sound certain | always, of course\n");
    unmake(&wonder);
}

static void certain_words_stand_beside_any_signs(void **state)
{
    (void)state;
    static const struct {
        const char *list, *words, *found;
    } rows[] = {
        {"always, never", "Always!", "always"},
        {"always, never", "He (never) came; always.", "always, never"},
        {"دائما, أبدا", "دائما، ثم لا", "دائما"},
        {"دائما، أبدا", "هل أبدا؟", "أبدا"},
        {"دائما، أبدا", "«دائما» أبدا", "دائما, أبدا"},
        {"أبدا", "أبداع", ""},
        {"أبدا", "لأبدا", ""},
        {"nunca", "¡Nunca!", "nunca"},
        {"nunca", "nuncaá", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Text found;
        text_init(&found);
        certain_find(rows[i].list, rows[i].words, &found);
        assert_string_equal(found.bytes, rows[i].found);
        text_clear(&found);
    }
}

static void words_inside_others_are_not_certain(void **state)
{
    (void)state;
    Made wonder = made("reflect_swap", "\"t4\"", TIER_T4, true, WONDER);
    STEPS(wonder.play,
          {"own", "self", .text = "whenever I nevertheless tried, sideways",
           .says = "Wrote: whenever I nevertheless tried, sideways \xe2\x86\x92 and-i"});
    char *summary = summary_text(wonder.play);
    assert_null(strstr(summary, "certain"));
    free(summary);
    unmake(&wonder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_house_has_as_many_rooms_as_wanted),
        cmocka_unit_test(people_are_made),
        cmocka_unit_test(another_one_takes_the_place_of_the_first),
        cmocka_unit_test(a_room_may_be_shut),
        cmocka_unit_test(rings_hold_twelve_and_the_same_twice),
        cmocka_unit_test(chosen_words_stand_for_people),
        cmocka_unit_test(a_case_without_adults_needs_no_words),
        cmocka_unit_test(a_path_has_gaps_and_marks),
        cmocka_unit_test(a_mark_dropped_twice_comes_off),
        cmocka_unit_test(boxes_may_stay_empty),
        cmocka_unit_test(cards_are_those_of_the_box_looked_at),
        cmocka_unit_test(three_guesses_and_one_on_oneself),
        cmocka_unit_test(certain_words_stand_beside_any_signs),
        cmocka_unit_test(words_inside_others_are_not_certain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
