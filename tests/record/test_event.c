/* Events as JSON: exact bytes, back again, and everything else refused with place and sentence. */
#include "record/event.h"

#include "base/json.h"
#include "record/story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define D "1100000000000000000000000000000000000000000000000000000000000000"
#define C1 "c000000000000001"
#define P1 "p000000000000001"
#define A1 "a000000000000001"
#define S1 "s000000000000001"
#define Q1 "q000000000000001"

static Event named(EventType type, const char *name)
{
    Event event = {.type = type};
    PUT(event.name, name);
    return event;
}

static Event pause_of(EventType type, const char *play)
{
    Event event = {.type = type, .sitting_id = story_id('s', 1)};
    PUT(event.play_id.text, play);
    return event;
}

static Event one_of(EventType type)
{
    switch (type) {
    case EVENT_HELPER_NAMED: return named(type, "Kim \"K\" \xC3\xA9");
    case EVENT_CASE_OPENED: return story_case(1);
    case EVENT_FAMILY_HERE: return (Event){.type = type, .case_id = story_id('c', 1)};
    case EVENT_PERSON_ADDED: return story_person(1, 1, TIER_T2);
    case EVENT_CONTENT_FROZEN: return story_frozen(0, 1, "{\"a\":\"\\n\"}");
    case EVENT_ASSIGNED: return story_assigned(1, 1, 1, SETTING_HOME);
    case EVENT_TAKEN_BACK:
        return (Event){
            .type = type, .case_id = story_id('c', 1), .assignment_id = story_id('a', 1)};
    case EVENT_SITTING_STARTED: return story_sitting(1, 1, 1, SETTING_JOINT);
    case EVENT_PLAY_STARTED: {
        Event event = story_play(1, 1, 1, TIER_T2);
        event.seed = (UINT64_C(1) << 53) - 1;
        event.tokens.adult_count = 2;
        PUT(event.tokens.adults[0], "Sam");
        return event;
    }
    case EVENT_MOVE: return story_move(1, "choose", "happy");
    case EVENT_PLAY_ENDED: return story_play_ended(1, ENDING_STOPPED);
    case EVENT_BREAK: return pause_of(type, "");
    case EVENT_NOT_OK: return pause_of(type, Q1);
    case EVENT_SITTING_ENDED: return story_sitting_ended(1, ENDING_FINISHED, "pebble/sea");
    case EVENT_PREFS: {
        Event event = story_prefs(1, "theme", PREF_DUSK);
        prefs_choose(&event.prefs, prefs_field("text"), 125);
        return event;
    }
    case EVENT_CALLED: {
        Event event = named(type, "Mama");
        event.case_id = story_id('c', 1);
        event.person_id = story_id('p', 1);
        event.about_id = story_id('p', 2);
        return event;
    }
    case EVENT_PICTURED: {
        Event event = {.type = type, .case_id = story_id('c', 1), .person_id = story_id('p', 1)};
        PUT(event.picture, "figure/bcjaeg-ac");
        return event;
    }
    case EVENT_CONTACT_JUDGED:
        return (Event){.type = type,
                       .case_id = story_id('c', 1),
                       .person_id = story_id('p', 1),
                       .about_id = story_id('p', 2),
                       .contact = CONTACT_SAFE};
    case EVENT_JOINED:
        return (Event){.type = type, .sitting_id = story_id('s', 1), .about_id = story_id('p', 2)};
    case EVENT_JOINT_ENDED:
        return (Event){.type = type, .sitting_id = story_id('s', 1), .seat = SEAT_CHILD};
    case EVENT_LANGUAGE:
        return (Event){.type = type, .person_id = story_id('p', 1), .language = "pt-br"};
    case EVENT_NOTED: {
        Event event = {.type = type, .case_id = story_id('c', 1), .person_id = story_id('p', 1)};
        PUT(event.fact, "ladder.step");
        PUT(event.value, "2");
        PUT(event.note, "The child wants to send a card");
        event.about_id = story_id('p', 2);
        return event;
    }
    case EVENT_SIGN_IN:
        return (Event){.type = type,
                       .person_id = story_id('p', 1),
                       .way = SIGN_IN_PICTURES,
                       .picture = "sign/seal",
                       .proof = "$argon2id$v=19$m=8,t=1,p=1$YQ$Yg+/"};
    case EVENT_LOGGED:
        return (Event){.type = type,
                       .case_id = story_id('c', 1),
                       .person_id = story_id('p', 1),
                       .item_id = story_id('s', 1),
                       .act = LOG_LOOKED,
                       .what = ACCESS_ANSWERS,
                       .times = 1};
    case EVENT_ERASED:
        return (Event){.type = type, .case_id = story_id('c', 1), .why = ERASE_TIME_OVER};
    case EVENT_PERSON_ERASED:
        return (Event){.type = type,
                       .case_id = story_id('c', 1),
                       .person_id = story_id('p', 2),
                       .why = ERASE_ASKED};
    case EVENT_COPIED: {
        Event event = {.type = type};
        PUT(event.value, "/media/stick/pebblecove");
        return event;
    }
    case EVENT_SALVAGED:
        return (Event){.type = type, .digest = story_digest(0, 1), .content = "{\"entries\":812}"};
    case EVENT_LEFT: {
        Event event = {.type = type,
                       .case_id = story_id('c', 1),
                       .person_id = story_id('p', 1),
                       .about_id = story_id('p', 2),
                       .digest = story_digest(0, 1)};
        PUT(event.audience, "parent");
        PUT(event.note, "people aims");
        PUT(event.form, "pdf");
        return event;
    }
    case EVENT_ASIDE: return (Event){.type = type, .content = "break\n{}"};
    case EVENT_TYPE_COUNT: break;
    }
    abort();
}

static const struct {
    const char *name, *body;
} written[EVENT_TYPE_COUNT] = {
    [EVENT_HELPER_NAMED] = {"helper-named", "{\"name\":\"Kim \\\"K\\\" \xC3\xA9\"}"},
    [EVENT_CASE_OPENED] = {"case-opened", "{\"case\":\"" C1 "\",\"name\":\"Sample\"}"},
    [EVENT_FAMILY_HERE] = {"family-here", "{\"case\":\"" C1 "\"}"},
    [EVENT_PERSON_ADDED] = {"person-added",
                            "{\"case\":\"" C1 "\",\"person\":\"" P1
                            "\",\"role\":\"child\",\"tier\":\"t2\",\"name\":\"Ash\","
                            "\"picture\":\"person/child-2\"}"},
    [EVENT_CONTENT_FROZEN] = {"content-frozen",
                              "{\"digest\":\"" D "\",\"module\":\"feelings\",\"version\":1,"
                              "\"content\":\"{\\\"a\\\":\\\"\\\\n\\\"}\"}"},
    [EVENT_ASSIGNED] = {"assigned",
                        "{\"case\":\"" C1 "\",\"person\":\"" P1 "\",\"assignment\":\"" A1
                        "\",\"module\":\"feelings\",\"version\":1,\"digest\":\"" D
                        "\",\"activity\":\"faces\",\"setting\":\"home\",\"note\":\"\"}"},
    [EVENT_TAKEN_BACK] = {"taken-back", "{\"case\":\"" C1 "\",\"assignment\":\"" A1 "\"}"},
    [EVENT_SITTING_STARTED] = {"sitting-started",
                               "{\"case\":\"" C1 "\",\"person\":\"" P1 "\",\"sitting\":\"" S1
                               "\",\"setting\":\"joint\"}"},
    [EVENT_PLAY_STARTED] = {"play-started",
                            "{\"sitting\":\"" S1 "\",\"play\":\"" Q1
                            "\",\"part\":\"activity\",\"assignment\":\"" A1
                            "\",\"module\":\"feelings\",\"version\":1,\"digest\":\"" D
                            "\",\"activity\":\"faces\",\"tier\":\"t2\",\"language\":\"en\","
                            "\"seed\":9007199254740991,\"tokens\":{\"helper\":\"Kim\","
                            "\"me\":\"Ash\",\"adults\":[\"Sam\",\"\"],\"homes\":[]}}"},
    [EVENT_MOVE] = {"move", "{\"play\":\"" Q1 "\",\"move\":{\"verb\":\"choose\","
                            "\"page\":\"page-1\",\"item\":\"happy\"}}"},
    [EVENT_PLAY_ENDED] = {"play-ended", "{\"play\":\"" Q1 "\",\"how\":\"stopped\"}"},
    [EVENT_BREAK] = {"break", "{\"sitting\":\"" S1 "\",\"play\":\"\"}"},
    [EVENT_NOT_OK] = {"not-ok", "{\"sitting\":\"" S1 "\",\"play\":\"" Q1 "\"}"},
    [EVENT_SITTING_ENDED] = {"sitting-ended",
                             "{\"sitting\":\"" S1
                             "\",\"how\":\"finished\",\"picture\":\"pebble/sea\"}"},
    [EVENT_PREFS] = {"prefs", "{\"person\":\"" P1 "\",\"prefs\":{\"text\":125,\"theme\":1}}"},
    [EVENT_CALLED] = {"called", "{\"case\":\"" C1 "\",\"person\":\"" P1
                                "\",\"about\":\"p000000000000002\",\"name\":\"Mama\"}"},
    [EVENT_CONTACT_JUDGED] = {"contact-judged",
                              "{\"case\":\"" C1 "\",\"person\":\"" P1
                              "\",\"about\":\"p000000000000002\",\"contact\":\"safe\"}"},
    [EVENT_JOINED] = {"joined", "{\"sitting\":\"" S1 "\",\"about\":\"p000000000000002\"}"},
    [EVENT_JOINT_ENDED] = {"joint-ended", "{\"sitting\":\"" S1 "\",\"seat\":\"child\"}"},
    [EVENT_PICTURED] = {"pictured", "{\"case\":\"" C1 "\",\"person\":\"" P1
                                    "\",\"picture\":\"figure/bcjaeg-ac\"}"},
    [EVENT_LANGUAGE] = {"language", "{\"person\":\"" P1 "\",\"language\":\"pt-br\"}"},
    [EVENT_NOTED] = {"noted", "{\"case\":\"" C1 "\",\"person\":\"" P1
                              "\",\"about\":\"p000000000000002\",\"item\":\"\","
                              "\"fact\":\"ladder.step\",\"value\":\"2\","
                              "\"note\":\"The child wants to send a card\"}"},
    [EVENT_SIGN_IN] = {"sign-in",
                       "{\"person\":\"" P1 "\",\"way\":\"pictures\",\"picture\":\"sign/seal\","
                       "\"proof\":\"$argon2id$v=19$m=8,t=1,p=1$YQ$Yg+/\"}"},
    [EVENT_LOGGED] = {"logged",
                      "{\"case\":\"" C1 "\",\"person\":\"" P1 "\",\"by\":\"\",\"item\":\"" S1
                      "\",\"act\":\"looked\",\"what\":\"answers\",\"times\":1}"},
    [EVENT_ERASED] = {"erased", "{\"case\":\"" C1 "\",\"why\":\"time-over\"}"},
    [EVENT_PERSON_ERASED] = {"person-erased",
                             "{\"case\":\"" C1 "\",\"person\":\"p000000000000002\","
                             "\"why\":\"asked\"}"},
    [EVENT_COPIED] = {"copied", "{\"value\":\"/media/stick/pebblecove\"}"},
    [EVENT_SALVAGED] = {"salvaged", "{\"digest\":\"" D "\",\"content\":\"{\\\"entries\\\":812}\"}"},
    [EVENT_LEFT] = {"left", "{\"case\":\"" C1 "\",\"person\":\"" P1
                            "\",\"about\":\"p000000000000002\",\"audience\":\"parent\","
                            "\"parts\":\"people aims\",\"form\":\"pdf\",\"digest\":\"" D "\"}"},
    [EVENT_ASIDE] = {"aside", "{\"content\":\"break\\n{}\"}"},
};

static void test_written(void **state)
{
    (void)state;
    for (int type = 0; type < EVENT_TYPE_COUNT; type++) {
        Event event = one_of((EventType)type);
        char *body = event_write_body(&event);
        assert_string_equal(body, written[type].body);
        assert_string_equal(event_type_name((EventType)type), written[type].name);
        EventType parsed = EVENT_TYPE_COUNT;
        assert_true(event_type_parse(written[type].name, &parsed));
        assert_int_equal(parsed, type);
        free(body);
    }
    EventType type = EVENT_BREAK;
    assert_false(event_type_parse("Break", &type));
    assert_false(event_type_parse("", &type));
    assert_int_equal(type, EVENT_BREAK);
}

static void test_read_back(void **state)
{
    (void)state;
    for (int type = 0; type < EVENT_TYPE_COUNT; type++) {
        Event event;
        char *storage = "unset";
        Error error = {0};
        const char *body = written[type].body;
        if (!event_read_body((EventType)type, body, strlen(body), "event", &event, &storage,
                             &error)) {
            fail_msg("%s: %s", error.place, error.sentence);
        }
        assert_int_equal(event.type, type);
        assert_int_equal(storage != NULL, strstr(body, "\"content\":") != NULL);
        assert_ptr_equal(event.content, storage);
        char *again = event_write_body(&event);
        assert_string_equal(again, body);
        free(again);
        free(storage);
    }
}

/* Members of other types are neither written nor given back. */
static void test_own_members_only(void **state)
{
    (void)state;
    Event event = one_of(EVENT_PLAY_STARTED), read;
    char *storage;
    event.type = EVENT_MOVE;
    event.move = move_of("next", "", "");
    char *body = event_write_body(&event);
    assert_string_equal(body, "{\"play\":\"" Q1 "\",\"move\":{\"verb\":\"next\"}}");
    assert_true(event_read_body(EVENT_MOVE, body, strlen(body), "event", &read, &storage, NULL));
    assert_string_equal(read.sitting_id.text, "");
    assert_string_equal(read.tokens.me, "");
    free(body);
}

/* ---- refusals ---- */

static void assert_refused(EventType type, const char *body, const char *says)
{
    Event event = {.version = 77};
    char *storage = "unset";
    Error error = {0};
    assert_false(event_read_body(type, body, strlen(body), "event 7", &event, &storage, &error));
    assert_int_equal(event.version, 77);
    assert_string_equal(storage, "unset");
    assert_true(strncmp(error.place, "event 7", 7) == 0);
    if (!strstr(error.sentence, says)) {
        fail_msg("%s: expected ...%s..., got %s", body, says, error.sentence);
    }
    assert_int_equal(error.code, strchr(error.place, ':') ? ERROR_JSON : ERROR_DAMAGED);
}

/* The body of a type with `from` replaced. */
static void assert_change_refused(EventType type, const char *from, const char *to,
                                  const char *says)
{
    char body[1024];
    const char *whole = written[type].body, *at = strstr(whole, from);
    assert_non_null(at);
    snprintf(body, sizeof body, "%.*s%s%s", (int)(at - whole), whole, to, at + strlen(from));
    assert_refused(type, body, says);
}

static void test_missing_or_other(void **state)
{
    (void)state;
    for (int type = 0; type < EVENT_TYPE_COUNT; type++) {
        Json *whole;
        const char *body = written[type].body;
        assert_true(json_parse(body, strlen(body), "body", &whole, NULL));
        for (const Json *member = json_first(whole); member; member = json_next(member)) {
            char key[40], other[40], says[60];
            snprintf(key, sizeof key, "\"%s\":", json_key(member));
            snprintf(other, sizeof other, "\"%sx\":", json_key(member));
            snprintf(says, sizeof says, "\"%s\" is missing", json_key(member));
            assert_change_refused((EventType)type, key, other, says);
        }
        json_free(whole);
        assert_change_refused((EventType)type, "{", "{\"extra\":1,", "\"extra\" is no member of");
    }
}

static void test_wrong_type(void **state)
{
    (void)state;
    static const char *const values[] = {"null", "true", "1.5", "[]", "{}", "\"\\u0001 no\""};
    for (int type = 0; type < EVENT_TYPE_COUNT; type++) {
        Json *whole;
        const char *body = written[type].body;
        assert_true(json_parse(body, strlen(body), "body", &whole, NULL));
        for (size_t i = 0; i < COUNT(values); i++) {
            for (const Json *member = json_first(whole); member; member = json_next(member)) {
                const char *key = json_key(member);
                bool any_text = strcmp(key, "name") == 0 || strcmp(key, "note") == 0 ||
                                strcmp(key, "parts") == 0 || strcmp(key, "content") == 0 ||
                                strcmp(key, "value") == 0;
                if (any_text && values[i][0] == '"') {
                    continue;
                }
                char wrong[1200];
                int length = snprintf(wrong, sizeof wrong, "{\"%s\":%s", key, values[i]);
                for (const Json *o = json_first(whole); o; o = json_next(o)) {
                    if (o != member) {
                        char *value = json_print(o, false);
                        length += snprintf(wrong + length, sizeof wrong - (size_t)length,
                                           ",\"%s\":%s", json_key(o), value);
                        free(value);
                    }
                }
                snprintf(wrong + length, sizeof wrong - (size_t)length, "}");
                assert_refused((EventType)type, wrong, "");
            }
        }
        json_free(whole);
    }
}

static const struct {
    EventType type;
    const char *from, *to, *says;
} broken[] = {
    {EVENT_CASE_OPENED, C1, "", "\"case\" is not an id"},
    {EVENT_CASE_OPENED, C1, "c00000000000001", "\"case\" is not an id"},
    {EVENT_CASE_OPENED, C1, "c0000000000000011", "\"case\" is not an id"},
    {EVENT_CASE_OPENED, C1, "C000000000000001", "\"case\" is not an id"},
    {EVENT_CASE_OPENED, C1, "l000000000000001", "\"case\" is not an id"},
    {EVENT_CASE_OPENED, "Sample", "", "\"name\" is not a name that fits"},
    {EVENT_CASE_OPENED, "Sample",
     "1234567890123456789012345678901234567890123456789012345678901234",
     "\"name\" is not a name that fits"},
    {EVENT_CASE_OPENED, "Sample", "\xFF", "UTF-8"},
    {EVENT_CASE_OPENED, "Sample", "\\u0000", ""},
    {EVENT_CASE_OPENED, "{", "[", ""},
    {EVENT_CASE_OPENED, "}", "}x", ""},
    {EVENT_FAMILY_HERE, C1, " ", "\"case\" is not an id or empty"},
    {EVENT_PERSON_ADDED, "\"child\"", "\"children\"", "\"role\" is not child or adult"},
    {EVENT_PERSON_ADDED, "\"t2\"", "\"t5\"", "\"tier\" is not t1, t2, t3, t4 or ad"},
    {EVENT_PERSON_ADDED, "\"t2\"", "1", "\"tier\" is not t1, t2, t3, t4 or ad"},
    {EVENT_PERSON_ADDED, "person/child-2", "person child", "\"picture\" is not a short code"},
    {EVENT_CONTENT_FROZEN, D, "11", "\"digest\" is not 64 hexadecimal digits"},
    {EVENT_CONTENT_FROZEN, "11000", "1G000", "\"digest\" is not 64 hexadecimal digits"},
    {EVENT_CONTENT_FROZEN, "11000", "110000", "\"digest\" is not 64 hexadecimal digits"},
    {EVENT_CONTENT_FROZEN, "\"version\":1", "\"version\":0",
     "\"version\" is not a whole number from 1"},
    {EVENT_CONTENT_FROZEN, "\"version\":1", "\"version\":-1", "\"version\" is not"},
    {EVENT_CONTENT_FROZEN, "\"version\":1", "\"version\":2147483648", "\"version\" is not"},
    {EVENT_CONTENT_FROZEN, "\"feelings\"", "\"\"", "\"module\" is not a short code"},
    {EVENT_CONTENT_FROZEN, "\"{\\\"a\\\":\\\"\\\\n\\\"}\"", "\"\"",
     "\"content\" is not frozen text"},
    {EVENT_ASSIGNED, "\"home\"", "\"Home\"", "\"setting\" is not room, home or joint"},
    {EVENT_ASSIGNED, "\"faces\"", "\"fa\\nces\"", "\"activity\" is not a short code"},
    {EVENT_PLAY_STARTED, "9007199254740991", "9007199254740992", ""},
    {EVENT_PLAY_STARTED, "9007199254740991", "-1", "\"seed\" is not a whole number from 0"},
    {EVENT_PLAY_STARTED, "\"activity\",", "\"open\",", "\"part\" is not activity, arriving"},
    {EVENT_PLAY_STARTED, "\"en\"", "\"en-very-long-name\"", "\"language\" is not a short code"},
    {EVENT_PLAY_STARTED, ",\"homes\":[]", "", "\"tokens\" is not the names"},
    {EVENT_PLAY_STARTED, "\"homes\":[]", "\"homes\":[],\"n\":1", "\"tokens\" is not the names"},
    {EVENT_PLAY_STARTED, "\"homes\":[]", "\"homes\":[1]", "\"tokens\" is not the names"},
    {EVENT_PLAY_STARTED, "\"homes\":[]", "\"homes\":[\"\",\"\",\"\",\"\",\"\",\"\",\"\"]",
     "\"tokens\" is not the names"},
    {EVENT_PLAY_STARTED, "\"homes\":[]", "\"homes\":{}", "\"tokens\" is not the names"},
    {EVENT_MOVE, "\"verb\":\"choose\",", "", "A move has no \"verb\""},
    {EVENT_MOVE, "\"item\":\"happy\"", "\"item\":\"\"", "A move's \"item\""},
    {EVENT_MOVE, "\"item\":\"happy\"", "\"when\":\"now\"", "A move has no \"when\""},
    {EVENT_MOVE, "\"item\":\"happy\"", "\"value\":0", "A move's \"value\""},
    {EVENT_PLAY_ENDED, "\"stopped\"", "\"open\"", "\"how\" is not finished, stopped or left"},
    {EVENT_PLAY_ENDED, "\"how\"", "\"play\"", ""},
    {EVENT_PREFS, "125", "225", "\"prefs\" is not settings with values in their range"},
    {EVENT_PREFS, "125", "99", "\"prefs\" is not settings"},
    {EVENT_PREFS, "125", "125.5", "\"prefs\" is not settings"},
    {EVENT_PREFS, "125", "\"125\"", "\"prefs\" is not settings"},
    {EVENT_PREFS, "text", "texts", "\"prefs\" is not settings"},
    {EVENT_PREFS, "{\"text\":125,\"theme\":1}", "[1]", "\"prefs\" is not settings"},
    {EVENT_LOGGED, "looked", "glanced", "\"act\" is not an act of the log"},
    {EVENT_LOGGED, "answers", "answer", "\"what\" is not a class of data"},
    {EVENT_LOGGED, "\"times\":1", "\"times\":0", "\"times\" is not a whole number from 1"},
    {EVENT_ERASED, "time-over", "", "\"why\" is not asked, time-over or other"},
    {EVENT_ERASED, C1, "", "\"case\" is not an id"},
    {EVENT_SITTING_ENDED, "pebble/sea", "pebble\\\\sea", "\"picture\" is not a short code"},
};

static void test_broken(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(broken); i++) {
        assert_change_refused(broken[i].type, broken[i].from, broken[i].to, broken[i].says);
    }
    assert_refused(EVENT_BREAK, "[]", "it is a list and not an object");
    assert_refused(EVENT_BREAK, "7", "it is a number and not an object");
    assert_refused(EVENT_BREAK, "", "");
}

/* ---- what may be written ---- */

static void fill(char *text, size_t size)
{
    memset(text, 'x', size);
}

static void unfit(Event *event, int index)
{
    switch (index) {
    case 0: *event = one_of(EVENT_HELPER_NAMED), fill(event->name, sizeof event->name); break;
    case 1: *event = one_of(EVENT_HELPER_NAMED), PUT(event->name, "\xC3"); break;
    case 2: *event = one_of(EVENT_CASE_OPENED), event->case_id = (Id){""}; break;
    case 3: *event = one_of(EVENT_PERSON_ADDED), event->tier = TIER_COUNT; break;
    case 4: *event = one_of(EVENT_PERSON_ADDED), event->role = (PersonRole)9; break;
    case 5: *event = one_of(EVENT_CONTENT_FROZEN), event->content = NULL; break;
    case 6: *event = one_of(EVENT_CONTENT_FROZEN), event->version = 0; break;
    case 7: *event = one_of(EVENT_CONTENT_FROZEN), event->digest.text[5] = 'A'; break;
    case 8: *event = one_of(EVENT_PLAY_STARTED), event->seed = UINT64_C(1) << 53; break;
    case 9: *event = one_of(EVENT_PLAY_STARTED), event->tokens.adult_count = 7; break;
    case 10: *event = one_of(EVENT_PLAY_STARTED), event->tokens.home_count = -1; break;
    case 11: *event = one_of(EVENT_PLAY_STARTED), PUT(event->tokens.adults[1], "\xFF"); break;
    case 12: *event = one_of(EVENT_MOVE), event->move.verb[0] = '\0'; break;
    case 13: *event = one_of(EVENT_MOVE), PUT(event->move.text, "\xF0\x9F\x90"); break;
    case 14: *event = one_of(EVENT_MOVE), fill(event->move.item, sizeof event->move.item); break;
    case 15: *event = one_of(EVENT_PLAY_ENDED), event->how = ENDING_OPEN; break;
    case 16: *event = one_of(EVENT_SITTING_STARTED), event->setting = SETTING_COUNT; break;
    case 17: *event = one_of(EVENT_PREFS), event->prefs.chosen = 0; break;
    case 18: *event = one_of(EVENT_PREFS), event->prefs.chosen |= 1u << 20; break;
    case 19: *event = one_of(EVENT_PREFS), event->prefs.values.theme = 7; break;
    default: abort();
    }
}

static void test_checked(void **state)
{
    (void)state;
    for (int type = 0; type < EVENT_TYPE_COUNT; type++) {
        Event event = one_of((EventType)type);
        assert_true(event_check(&event, NULL));
    }
    for (int i = 0; i <= 19; i++) {
        Event event;
        Error error = {0};
        unfit(&event, i);
        assert_false(event_check(&event, &error));
        assert_int_equal(error.code, ERROR_REFUSED);
        assert_string_equal(error.place, event_type_name(event.type));
        assert_non_null(strstr(error.sentence, "This cannot be kept: its \""));
    }
}

/* Everything a random story writes reads back to the same. */
static void test_random(void **state)
{
    (void)state;
    Story story;
    story_init(&story, 7);
    Record *record = record_new();
    for (int i = 0; i < 2000; i++) {
        Event event, read;
        char *storage;
        Error error = {0};
        story_next(&story, record, &event);
        assert_true(record_apply(record, &event, &error));
        char *body = event_write_body(&event);
        assert_true(
            event_read_body(event.type, body, strlen(body), "event", &read, &storage, NULL));
        char *again = event_write_body(&read);
        assert_string_equal(body, again);
        free(body);
        free(again);
        free(storage);
    }
    record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written),          cmocka_unit_test(test_read_back),
        cmocka_unit_test(test_own_members_only), cmocka_unit_test(test_missing_or_other),
        cmocka_unit_test(test_wrong_type),       cmocka_unit_test(test_broken),
        cmocka_unit_test(test_checked),          cmocka_unit_test(test_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
