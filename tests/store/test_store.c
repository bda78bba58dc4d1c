/* What every kind of store promises, checked for each kind. */
#include "store/store.h"

#include "record/story.h"
#include "store/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct Kind {
    const char *name;
    Store *(*open)(const char *folder, Vault *vault);
    bool durable; /* what was kept is there when it is opened again */
    Vault *vault; /* NULL: nothing is sealed */
} Kind;

static Store *open_memory(const char *folder, Vault *vault)
{
    (void)folder;
    return store_memory_new(vault);
}

static Store *open_sqlite(const char *folder, Vault *vault)
{
    Store *store;
    Error error = {0};
    if (!store_sqlite_open(folder, vault, &store, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    return store;
}

static Store *open_one(const Kind *kind, const char *folder)
{
    return kind->open(folder, kind->vault);
}

static Vault *new_vault(void)
{
    Vault *vault;
    IdSource chance = ids_system();
    Recovery code;
    recovery_new(&chance, &code);
    assert_true(vault_make(VAULT_TRIAL, "five words of a test", &code, &vault, NULL));
    return vault;
}

static void for_each_kind(void **state, void (*test)(const Kind *kind, const char *folder))
{
    const Kind kinds[] = {
        {"memory", open_memory, false, NULL},
        {"memory, sealed", open_memory, false, new_vault()},
        {"sqlite", open_sqlite, true, NULL},
        {"sqlite, sealed", open_sqlite, true, new_vault()},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        test(&kinds[i], *state);
        folder_empty(*state);
        vault_close(kinds[i].vault);
    }
}

static void keep(Store *store, Event *events, size_t count)
{
    Error error = {0};
    if (!store_append(store, events, count, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

/* All bodies, a line each. */
typedef struct Seen {
    Text text;
    int64_t last;
    int count;
    int stop_at;
} Seen;

static bool see(void *context, const Event *event, Error *error)
{
    Seen *seen = context;
    char *body = event_write_body(event);
    text_addf(&seen->text, "%s %lld %s\n", event_type_name(event->type), (long long)event->wall_ms,
              body);
    free(body);
    seen->last = event->sequence;
    seen->count++;
    return seen->count != seen->stop_at || error_set(error, ERROR_REFUSED, "here", "Enough.");
}

static char *all_after(Store *store, int64_t after, int *count)
{
    Seen seen = {0};
    Error error = {0};
    text_init(&seen.text);
    if (!store_each(store, after, see, &seen, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
    if (count) {
        *count = seen.count;
    }
    return text_take(&seen.text);
}

/* ---- the promises ---- */

static void empty(const Kind *kind, const char *folder)
{
    Store *store = open_one(kind, folder);
    int count;
    char *all = all_after(store, 0, &count);
    assert_int_equal(count, 0);
    assert_memory_equal(store->ops->name, kind->name, 6);
    free(all);
    store_close(store);
}

static void numbered(const Kind *kind, const char *folder)
{
    Store *store = open_one(kind, folder);
    Event events[] = {story_case(1), story_person(1, 1, TIER_T1), story_move(1, "next", "")};
    keep(store, events, 1);
    assert_int_equal(events[0].sequence, 1);
    keep(store, events + 1, 2);
    assert_int_equal(events[1].sequence, 2);
    assert_int_equal(events[2].sequence, 3);
    store_close(store);
}

static void in_order(const Kind *kind, const char *folder)
{
    Store *store = open_one(kind, folder);
    Event events[] = {story_case(1), story_frozen(0, 1, "{\"words\":\"\xC3\xA9\\n\"}"),
                      story_move(1, "choose", "happy")};
    events[0].wall_ms = 5;
    events[1].wall_ms = -3; /* clocks may be wrong */
    keep(store, events, 3);
    char *all = all_after(store, 0, NULL), *later = all_after(store, 2, NULL);
    assert_string_equal(
        all, "case-opened 5 {\"case\":\"c000000000000001\",\"name\":\"Sample\"}\n"
             "content-frozen -3 "
             "{\"digest\":\"1100000000000000000000000000000000000000000000000000000000000000\","
             "\"module\":\"feelings\",\"version\":1,"
             "\"content\":\"{\\\"words\\\":\\\"\xC3\xA9\\\\n\\\"}\"}\n"
             "move 0 {\"play\":\"q000000000000001\",\"move\":{\"verb\":\"choose\","
             "\"page\":\"page-1\",\"item\":\"happy\"}}\n");
    assert_string_equal(later, strstr(all, "move 0"));
    free(all);
    free(later);
    store_close(store);
}

static void visitor_stops(const Kind *kind, const char *folder)
{
    Store *store = open_one(kind, folder);
    Event events[] = {story_case(1), story_case(2), story_case(3)};
    Seen seen = {.stop_at = 2};
    Error error = {0};
    text_init(&seen.text);
    keep(store, events, 3);
    assert_false(store_each(store, 0, see, &seen, &error));
    assert_int_equal(seen.last, 2);
    assert_string_equal(error.sentence, "Enough.");
    keep(store, events, 1);
    assert_int_equal(events[0].sequence, 4);
    text_clear(&seen.text);
    store_close(store);
}

/* One of the batch cannot be written: none is there, and the numbers go on as if nothing was. */
static void all_or_none(const Kind *kind, const char *folder)
{
    Store *store = open_one(kind, folder);
    Event events[] = {story_case(1), story_case(2), story_case(3)};
    Error error = {0};
    keep(store, events, 1);
    events[2].case_id = (Id){""};
    assert_false(store_append(store, events, 3, &error));
    assert_int_equal(error.code, ERROR_REFUSED);
    assert_int_equal(events[1].sequence, 0);
    int count;
    free(all_after(store, 0, &count));
    assert_int_equal(count, 1);
    keep(store, events, 2);
    assert_int_equal(events[0].sequence, 2);
    store_close(store);
}

static void too_large(const Kind *kind, const char *folder)
{
    Store *store = open_one(kind, folder);
    char *content = malloc(JSON_MAX_BYTES + 1);
    memset(content, 'x', JSON_MAX_BYTES);
    content[JSON_MAX_BYTES] = '\0';
    Event event = story_frozen(0, 1, content);
    Error error = {0};
    assert_false(store_append(store, &event, 1, &error));
    assert_int_equal(error.code, ERROR_REFUSED);
    content[JSON_MAX_BYTES - 1000] = '\0';
    keep(store, &event, 1);
    free(all_after(store, 0, NULL));
    free(content);
    store_close(store);
}

static void opened_again(const Kind *kind, const char *folder)
{
    if (!kind->durable) {
        return;
    }
    Event events[] = {story_case(1), story_person(1, 1, TIER_T1)};
    Store *store = open_one(kind, folder);
    keep(store, events, 2);
    char *before = all_after(store, 0, NULL);
    store_close(store);
    for (int i = 0; i < 2; i++) {
        store = open_one(kind, folder);
        char *after = all_after(store, 0, NULL);
        assert_string_equal(before, after);
        free(after);
        store_close(store);
    }
    store = open_one(kind, folder);
    keep(store, events, 1);
    assert_int_equal(events[0].sequence, 3);
    free(before);
    store_close(store);
}

/* A random story kept in random batches comes back and folds to the same record. */
static bool fold(void *record, const Event *event, Error *error)
{
    return record_apply(record, event, error);
}

static void a_story(const Kind *kind, const char *folder)
{
    Story story;
    story_init(&story, 3);
    Store *store = open_one(kind, folder);
    Record *told = record_new(), *folded = record_new();
    for (int i = 0; i < 400; i++) {
        Event event;
        story_next(&story, told, &event);
        assert_true(record_apply(told, &event, NULL));
        keep(store, &event, 1);
    }
    if (kind->durable) {
        store_close(store);
        store = open_one(kind, folder);
    }
    assert_true(store_each(store, 0, fold, folded, NULL));
    char *before = record_dump(told), *after = record_dump(folded);
    assert_string_equal(before, after);
    free(before);
    free(after);
    record_free(told);
    record_free(folded);
    store_close(store);
}

#define PROMISE(name)                                                                              \
    static void test_##name(void **state)                                                          \
    {                                                                                              \
        for_each_kind(state, name);                                                                \
    }

PROMISE(empty)
PROMISE(numbered)
PROMISE(in_order)
PROMISE(visitor_stops)
PROMISE(all_or_none)
PROMISE(too_large)
PROMISE(opened_again)
PROMISE(a_story)

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_empty),         IN_FOLDER(test_numbered),    IN_FOLDER(test_in_order),
        IN_FOLDER(test_visitor_stops), IN_FOLDER(test_all_or_none), IN_FOLDER(test_too_large),
        IN_FOLDER(test_opened_again),  IN_FOLDER(test_a_story),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
