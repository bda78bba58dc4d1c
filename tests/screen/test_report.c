/* A report through the tree as the helper makes it, and the bytes that leave searched for what must
 * not be there. */
#include "screen/house.h"

#include "base/file.h"
#include "screen/noting.h"
#include "report/agreed.h"
#include "screen/reporting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Home {
    House house;
    Id family, child, sister, adult, other;
    char folder[300];
} Home;

static const Record *record_of(Home *home)
{
    return keeper_record(home->house.cove.keeper);
}

static const Case *family_of(Home *home)
{
    return record_case(record_of(home), home->family);
}

static Id add(Home *home, PersonRole role, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = home->family,
                   .person_id = id_new(&home->house.cove.ids),
                   .role = role,
                   .tier = role == PERSON_ADULT ? TIER_AD : TIER_T2};
    snprintf(event.name, sizeof event.name, "%s", name);
    assert_true(cove_keep(&home->house.cove, &event, 1, NULL));
    return event.person_id;
}

static void note(Home *home, const char *field, FactSubject subject, const char *value)
{
    Error error = {0};
    if (!note_fact(&home->house.cove, home->family, field, &subject, value, "as it was", &error)) {
        fail_msg("%s: %s", field, error.sentence);
    }
}

/* Everything that a careless report would carry. */
static void note_all(Home *home)
{
    Id item = id_new(&home->house.cove.ids), place = id_new(&home->house.cove.ids);
    Id goals[3];
    for (int i = 0; i < 3; i++) {
        goals[i] = id_new(&home->house.cove.ids);
    }
    note(home, "order.kind", (FactSubject){.item = item}, "court");
    note(home, "order.date", (FactSubject){.item = item}, "2026-01-20");
    note(home, "order.says", (FactSubject){.item = item}, "orderwords at 12 Elm Street");
    note(home, "home.name", (FactSubject){.item = place}, "Blue house");
    note(home, "card.words", (FactSubject){.item = {""}}, "cardwords 555 0199 88");
    note(home, "stage.now", (FactSubject){.person = home->child}, "process");
    note(home, "goal.words", (FactSubject){.person = home->child, .item = goals[0]}, "sleep well");
    note(home, "goal.now", (FactSubject){.person = home->child, .item = goals[0]}, "7");
    note(home, "goal.words", (FactSubject){.person = home->adult, .item = goals[1]}, "be on time");
    note(home, "goal.words", (FactSubject){.person = home->other, .item = goals[2]}, "listen more");
    FactSubject pair = {.person = home->child, .about = home->adult};
    note(home, "ladder.step", pair, "3");
    note(home, "ladder.by", pair, "ladderwords");
    pair.about = home->other;
    note(home, "ladder.step", pair, "6");
}

/* A list item of facts about a person, and an adult for whom it is. */
static Id agree(Home *home, Id person, Id about, const char *const (*facts)[2])
{
    FactSubject subject = {person, about, id_new(&home->house.cove.ids)};
    for (; (*facts)[0]; facts++) {
        note(home, (*facts)[0], subject, (*facts)[1]);
    }
    return subject.item;
}

/* For court and professionals everybody's goals, and a sentence of the child's; none for adults. */
static void agree_all(Home *home)
{
    static const char *const fors[] = {"court", "professional"};
    const Id people[] = {home->child, home->adult, home->other}, none = {""};
    for (size_t i = 0; i < 2; i++) {
        for (size_t k = 0; k < 3; k++) {
            (void)agree(home, people[k], none,
                        (const char *const[][2]){{"agreed.what", "goals"},
                                                 {"agreed.for", fors[i]},
                                                 {"agreed.by", "self"},
                                                 {"agreed.date", "2026-01-02"},
                                                 {NULL, NULL}});
        }
        (void)agree(home, home->child, none,
                    (const char *const[][2]){{"agreed.what", "words"},
                                             {"agreed.words", "I want to go slowly."},
                                             {"agreed.for", fors[i]},
                                             {"agreed.by", "self"},
                                             {"agreed.date", "2026-01-02"},
                                             {NULL, NULL}});
    }
}

static void open_home(Home *home, Tier tier)
{
    house_open(&home->house, NULL, true, 1280, 720);
    home->child = house_family(&home->house, tier, "Milo");
    home->family = record_case_at(record_of(home), 0)->id;
    home->sister = add(home, PERSON_CHILD, "Ottilie");
    home->adult = add(home, PERSON_ADULT, "Sam");
    home->other = add(home, PERSON_ADULT, "Robin");
    note_all(home);
    agree_all(home);
    snprintf(home->folder, sizeof home->folder, "%s/left", home->house.folder);
    assert_true(folder_make(home->folder, NULL));
}

static ReportWish wish_for(Home *home, ReportAudience audience, Id reader)
{
    ReportWish wish = {
        .family = home->family, .child = home->child, .reader = reader, .audience = audience};
    memset(wish.parts, 1, sizeof wish.parts); /* everything ticked */
    snprintf(wish.seen, sizeof wish.seen, "Milo asked for a break twice.");
    snprintf(wish.other, sizeof wish.other, "It may have been a long day.");
    return wish;
}

static char *bytes_of(Home *home, const ReportWish *wish, ReportForm form)
{
    Error error = {0};
    char *path, *bytes;
    size_t size;
    if (!reporting_save(&home->house.cove, wish, form, home->folder, &path, &error)) {
        fail_msg("%s", error.sentence);
    }
    assert_true(file_read(path, 1 << 20, &bytes, &size, NULL));
    free(path);
    return bytes;
}

static void expect(const char *bytes, const char *const *there, const char *const *gone)
{
    for (; *there; there++) {
        if (!strstr(bytes, *there)) {
            fail_msg("\"%s\" is missing in:\n%s", *there, bytes);
        }
    }
    for (; *gone; gone++) {
        if (strstr(bytes, *gone)) {
            fail_msg("\"%s\" left in:\n%s", *gone, bytes);
        }
    }
}

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NEVER                                                                                      \
    "Ottilie", "Elm Street", "orderwords", "Blue house", "0199", "cardwords", "ladderwords"

static void each_reader_gets_what_is_theirs(void **state)
{
    (void)state;
    for (ReportForm form = REPORT_HTML; form <= REPORT_TEXT; form++) {
        Home home;
        open_home(&home, TIER_T3);
        ReportWish wish = wish_for(&home, REPORT_COURT, (Id){""});
        char *bytes = bytes_of(&home, &wish, form);
        expect(bytes,
               LIST("Sam", "Robin", "sleep well", "be on time", "a made message", "go slowly",
                    "(Themselves, 2026-01-02)", "Court order, 2026-01-20",
                    "not an evaluation or investigation", "Kim"),
               LIST(NEVER, "3: a made", "7/10"));
        free(bytes);
        wish = wish_for(&home, REPORT_PARENT, home.adult);
        bytes = bytes_of(&home, &wish, form);
        expect(bytes, LIST("Sam", "be on time", "a made message", "not an evaluation"),
               LIST(NEVER, "Robin", "listen more", "sleep well", "supervised", "slowly"));
        free(bytes);
        wish = wish_for(&home, REPORT_CHILD, (Id){""});
        bytes = bytes_of(&home, &wish, form);
        expect(bytes, LIST("sleep well", "go slowly", "It is no test"),
               LIST(NEVER, "asked for a break", "be on time", "Court order"));
        free(bytes);
        house_close(&home.house);
    }
}

/* Without the yes of this person for this reader, or half of it, nothing of it is there. */
static void only_what_was_agreed_with_each_goes_in(void **state)
{
    (void)state;
    static const struct {
        const char *field, *value; /* retaken */
    } rows[] = {{"agreed.by", ""},
                {"agreed.date", ""},
                {"agreed.for", "professional"},
                {"agreed.what", "words"},
                {"agreed.what", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Home home;
        Id items[AGREED_QUOTES_MAX];
        open_home(&home, TIER_T3);
        FactSubject sam = {.person = home.adult};
        size_t count = facts_items(&family_of(&home)->facts, fact_group("agreed"), &sam, items,
                                   AGREED_QUOTES_MAX);
        assert_int_equal(count, 2);
        sam.item = items[0];
        note(&home, rows[i].field, sam, rows[i].value);
        ReportWish wish = wish_for(&home, REPORT_COURT, (Id){""});
        char *bytes = bytes_of(&home, &wish, REPORT_TEXT);
        expect(bytes, LIST("listen more", "sleep well"), LIST(NEVER, "be on time"));
        free(bytes);
        house_close(&home.house);
    }
}

static void words_agreed_for_one_adult_are_for_nobody_else(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T3);
    (void)agree(&home, home.child, home.adult,
                (const char *const[][2]){{"agreed-for.words", "Please knock first."},
                                         {"agreed-for.by", "self"},
                                         {"agreed-for.date", "2026-01-03"},
                                         {NULL, NULL}});
    const struct {
        ReportAudience audience;
        Id reader;
        bool there;
    } rows[] = {{REPORT_PARENT, home.adult, true},
                {REPORT_PARENT, home.other, false},
                {REPORT_COURT, {""}, false},
                {REPORT_CHILD, {""}, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ReportWish wish = wish_for(&home, rows[i].audience, rows[i].reader);
        char *bytes = bytes_of(&home, &wish, REPORT_TEXT);
        assert_int_equal(strstr(bytes, "Please knock first.") != NULL, rows[i].there);
        free(bytes);
    }
    house_close(&home.house);
}

static void an_adult_in_hide_mode_gets_fixed_words(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2);
    note(&home, "hide.state", (FactSubject){.person = home.adult}, "on");
    ReportWish wish = wish_for(&home, REPORT_PARENT, home.adult);
    char *bytes = bytes_of(&home, &wish, REPORT_HTML);
    expect(bytes, LIST("Nothing more is said in writing", "Week of "),
           LIST(NEVER, "Milo", "Sam", "Robin", "break", "sleep", "message", "slowly", "Date:"));
    free(bytes);
    wish = wish_for(&home, REPORT_COURT, (Id){""});
    bytes = bytes_of(&home, &wish, REPORT_TEXT);
    expect(bytes, LIST("Milo", "Robin"), LIST(NEVER, "Sam", "be on time", "a made message"));
    free(bytes);
    house_close(&home.house);
}

static const struct {
    const char *words;
    FenceWhy why;
} stopped[] = {
    {"He is an alienated parent.", FENCE_RULE},
    {"Ottilie was there too.", FENCE_NAME},
    {"Robin came late.", FENCE_NAME},
    {"Call 0555 019 988.", FENCE_PHONE},
    {"Write to sam@example.org please.", FENCE_LINK},
    {"It is at www.example.org now.", FENCE_LINK},
    {"They met at 15:30.", FENCE_HOUR},
    {"The feeling was 7/10.", FENCE_SCALE},
    {"Call \xd9\xa0\xd9\xa5\xd9\xa5\xd9\xa5 \xd9\xa0\xd9\xa1\xd9\xa9 \xd9\xa9\xd9\xa8\xd9\xa8.",
     FENCE_PHONE}, /* Arabic digits */
    {"Call \xdb\xb0\xdb\xb5\xdb\xb5\xdb\xb5 \xdb\xb0\xdb\xb1\xdb\xb9 \xdb\xb9\xdb\xb8\xdb\xb8.",
     FENCE_PHONE}, /* Persian ones */
    {"They met at \xd9\xa1\xd9\xa5:\xd9\xa3\xd9\xa0.", FENCE_HOUR},
    {"It is at WWW.Example.org now.", FENCE_LINK},
    {"In the blue HOUSE it was calm.", FENCE_PLACE},
};

static void words_that_must_not_leave_stop_it(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2);
    for (size_t i = 0; i < sizeof stopped / sizeof *stopped; i++) {
        ReportWish wish = wish_for(&home, REPORT_PARENT, home.adult);
        snprintf(wish.seen, sizeof wish.seen, "%s", stopped[i].words);
        const ReportFrom from = reporting_from(&home.house.cove);
        FenceHit hits[FENCE_HITS_MAX];
        ReportPage page = {.arena = arena_new()};
        report_build(&from, &wish, &page);
        size_t count = fence_look(&from, &wish, library_lint(home.house.cove.library), &page, hits);
        if (count == 0 || hits[0].why != stopped[i].why) {
            fail_msg("%s: %zu", stopped[i].words, count);
        }
        arena_free(page.arena);
        Error error = {0};
        char *path;
        assert_false(
            reporting_save(&home.house.cove, &wish, REPORT_TEXT, home.folder, &path, &error));
        assert_int_equal(error.code, ERROR_REFUSED);
    }
    assert_int_equal(family_of(&home)->left_count, 0);
    house_close(&home.house);
}

static void days_and_names_of_the_report_may_stand(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2);
    ReportWish wish = wish_for(&home, REPORT_PARENT, home.adult);
    snprintf(wish.seen, sizeof wish.seen,
             "On 2026-03-02 Milo and Sam made 2 cards. Robinson Crusoe was read.");
    char *bytes = bytes_of(&home, &wish, REPORT_TEXT);
    assert_non_null(strstr(bytes, "Robinson Crusoe"));
    free(bytes);
    house_close(&home.house);
}

static void what_was_seen_needs_another_way_to_understand_it(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2);
    ReportWish wish = wish_for(&home, REPORT_COURT, (Id){""});
    wish.other[0] = '\0';
    Error error = {0};
    char *path;
    assert_false(reporting_save(&home.house.cove, &wish, REPORT_HTML, home.folder, &path, &error));
    house_close(&home.house);
}

static void without_ticks_there_are_only_limits(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2);
    ReportWish wish = {.family = home.family, .child = home.child, .audience = REPORT_COURT};
    char *bytes = bytes_of(&home, &wish, REPORT_TEXT);
    expect(bytes, LIST("not an evaluation"), LIST(NEVER, "Milo", "Sam", "Robin", "sleep"));
    free(bytes);
    house_close(&home.house);
}

/* In the place of what stands there. */
static void retype(Home *home, const char *field, const char *before, const char *text)
{
    type_in(&home->house, field, "");
    for (size_t i = 0; i < strlen(before); i++) {
        assert_true(stage_key(home->house.stage, KEY_BACKSPACE, NULL));
    }
    type_in(&home->house, field, text);
}

static void the_helper_makes_one_and_it_is_noted(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2);
    go_to_helper(&home.house);
    press(&home.house, "Harbor");
    press(&home.house, "Reports");
    expect_text(&home.house, "Nothing has left this computer");
    press(&home.house, "Report about Milo");
    expect_screen(&home.house, "helper-report");
    choose(&home.house, "Sam, an adult of the family");
    choose(&home.house, "What goes in: What was seen");
    type_in(&home.house, "What was seen", "Ottilie smiled.");
    expect_text(&home.house, "This person is not in this report");
    expect_text(&home.house, "at least one other way");
    retype(&home, "What was seen", "Ottilie smiled.", "Milo smiled.");
    type_in(&home.house, "Other ways to understand this", "The day was sunny.");
    press(&home.house, "Look at the pages");
    expect_screen(&home.house, "helper-pages");
    expect_text(&home.house, "Milo smiled.");
    type_in(&home.house, "Folder to save in", home.folder);
    press(&home.house, "Save as HTML");
    expect_text(&home.house, "Saved and noted");
    press(&home.house, "Report");
    press(&home.house, "Reports");
    expect_text(&home.house, "Sam, an adult of the family \xc2\xb7 HTML");
    house_restart(&home.house);
    assert_true(keeper_need(home.house.cove.keeper, home.family, NULL));
    const Case *family = family_of(&home);
    assert_int_equal(family->left_count, 1);
    assert_string_equal(family->left[0].audience, "parent");
    assert_string_equal(family->left[0].parts, "seen");
    assert_true(id_same(family->left[0].reader, home.adult));
    const LogEntry *last = record_log_at(record_of(&home), record_log_count(record_of(&home)) - 1);
    assert_true(last->act == LOG_EXPORTED || last->act == LOG_UNLOCKED);
    house_close(&home.house);
}

static void a_folder_that_is_not_there_is_told(void **state)
{
    (void)state;
    Home home;
    open_home(&home, TIER_T2);
    ReportWish wish = wish_for(&home, REPORT_COURT, (Id){""});
    Error error = {0};
    char *path;
    assert_false(reporting_save(&home.house.cove, &wish, REPORT_HTML, "/nowhere", &path, &error));
    assert_int_equal(error.code, ERROR_MISSING);
    assert_int_equal(family_of(&home)->left_count, 0);
    house_close(&home.house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_reader_gets_what_is_theirs),
        cmocka_unit_test(only_what_was_agreed_with_each_goes_in),
        cmocka_unit_test(words_agreed_for_one_adult_are_for_nobody_else),
        cmocka_unit_test(an_adult_in_hide_mode_gets_fixed_words),
        cmocka_unit_test(words_that_must_not_leave_stop_it),
        cmocka_unit_test(days_and_names_of_the_report_may_stand),
        cmocka_unit_test(what_was_seen_needs_another_way_to_understand_it),
        cmocka_unit_test(without_ticks_there_are_only_limits),
        cmocka_unit_test(the_helper_makes_one_and_it_is_noted),
        cmocka_unit_test(a_folder_that_is_not_there_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
