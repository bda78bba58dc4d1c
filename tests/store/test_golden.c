/* A record of each format that was released, as it was left then: it opens, is brought to the
 * format of now, and says what it said. COVE_GOLDEN makes one of the format of now in that folder.
 */
#include "base/file.h"
#include "record/story.h"
#include "store/folder.h"
#include "store/mark.h"
#include "store/record_format.h"
#include "store/seal_old.h"
#include "store/sealed_folder.h"
#include "store/told_folder.h"
#include "vault/key_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define STORES COVE_SOURCE_DIR "/tests/data/stores"

enum { EVENTS = 4 };

/* The format of the record and, where there were several, of its keys. The last is that of now. */
static const char *const formats[] = {"1", "2", "2.2"};

/* What each of them says. */
static Event event_at(int index)
{
    Event events[EVENTS] = {{.type = EVENT_HELPER_NAMED, .name = "Kim"},
                            {.type = EVENT_CASE_OPENED, .name = "Harbor"},
                            {.type = EVENT_PERSON_ADDED,
                             .role = PERSON_CHILD,
                             .tier = TIER_T2,
                             .name = "Robin",
                             .picture = "person/child-1"},
                            {.type = EVENT_FAMILY_HERE}};
    Event event = events[index];
    event.wall_ms = 1767225600000;
    if (index > 0) {
        PUT(event.case_id.text, "0123456789abcdef");
    }
    if (index == 2) {
        PUT(event.person_id.text, "fedcba9876543210");
    }
    return event;
}

static char *what_it_says(void)
{
    Record *record = record_new();
    for (int i = 0; i < EVENTS; i++) {
        Event event = event_at(i);
        assert_true(record_apply(record, &event, NULL));
    }
    char *dump = record_dump(record);
    record_free(record);
    return dump;
}

static bool copy(const char *from, const char *to, const char *name)
{
    char *source = path_join(from, name), *target = path_join(to, name), *bytes = NULL;
    size_t size;
    bool there = file_exists(source);
    if (there) {
        assert_true(file_read(source, 1u << 24, &bytes, &size, NULL));
        assert_true(file_write(target, bytes, size, NULL));
    }
    free(bytes);
    free(source);
    free(target);
    return there;
}

static void test_says_what_it_said(void **state)
{
    const char *folder = *state;
    char *expected = what_it_says();
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        char stored[400];
        snprintf(stored, sizeof stored, STORES "/%s", formats[i]);
        folder_empty(folder);
        if (!copy(stored, folder, STORE_FILE)) {
            fail_msg("There is no record of format %s in tests/data/stores.", formats[i]);
        }
        (void)copy(stored, folder, MARK_FILE);
        if (!copy(stored, folder, VAULT_FILE)) {
            sealed_folder_make(folder); /* it had no keys yet */
        }
        Error error = {0};
        for (int turn = 0; turn < 2; turn++) { /* brought to the format of now, and then */
            char *says = told_read(folder, &error);
            if (!says) {
                fail_msg("format %s: %s: %s", formats[i], error.place, error.sentence);
            }
            assert_string_equal(says, expected);
            free(says);
        }
    }
    free(expected);
}

static void test_the_format_of_now_is_among_them(void **state)
{
    (void)state;
    char now[16];
    snprintf(now, sizeof now, "%d.%d", RECORD_VERSION, KEY_FILE_VERSION);
    assert_string_equal(formats[sizeof formats / sizeof *formats - 1], now);
}

static int make_one(const char *folder)
{
    Store *store;
    if (!folder_make(folder, NULL)) {
        return 1;
    }
    sealed_folder_make(folder);
    Vault *vault = sealed_folder_vault(folder);
    bool made = store_open_sealed(folder, vault, &store, NULL);
    for (int i = 0; made && i < EVENTS; i++) {
        Event event = event_at(i);
        event.belongs = i == 1   ? whose_case(event.case_id)
                        : i == 2 ? whose_person(event.case_id, event.person_id)
                                 : whose_case((Id){""});
        made = store_append(store, &event, 1, NULL);
    }
    store_close(store);
    vault_close(vault);
    return made ? 0 : 1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_says_what_it_said, folder_set_up, folder_tear_down),
        cmocka_unit_test(test_the_format_of_now_is_among_them),
    };
    const char *make = getenv("COVE_GOLDEN");
    return make ? make_one(make) : cmocka_run_group_tests(tests, NULL, NULL);
}
