/* A letter nobody sends, at the screen: what is written waits there, and of a torn letter no byte
 * is kept. */
#include "screen/house.h"

#include "base/file.h"
#include "record/record.h"
#include "screen/own_copying.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The program's own content and the module of tests/data/kinds that has letters. */
static const char *content(void)
{
    static const char folder[] = COVE_SCRATCH_DIR "/letters";
    char command[2048];
    snprintf(command, sizeof command,
             "rm -rf '%s' && mkdir -p '%s' && cp -r '%s/content/ui' '%s/content/sitting' "
             "'%s/tests/data/kinds/paper' '%s'",
             folder, folder, COVE_SOURCE_DIR, COVE_SOURCE_DIR, COVE_SOURCE_DIR, folder);
    assert_int_equal(system(command), 0);
    return folder;
}

static void open_activity(House *house, const char *title)
{
    house_open(house, content(), true, 1280, 720);
    house_family(house, TIER_T4, "Robin");
    press(house, "Robin");
    press(house, "Skip");
    press_there(house, "On paper");
    press_there(house, title);
    expect_screen(house, "play");
}

static bool in_record(const House *house, const char *words)
{
    char *dump = record_dump(keeper_record(house->cove.keeper));
    bool found = strstr(dump, words) != NULL;
    free(dump);
    return found;
}

static bool in_file(const char *folder, const char *name, const char *words)
{
    char *path = path_join(folder, name), *bytes = NULL;
    size_t size = 0;
    bool found =
        file_read(path, 1 << 24, &bytes, &size, NULL) && memmem(bytes, size, words, strlen(words));
    free(bytes);
    free(path);
    return found;
}

static bool in_files(const House *house, const char *words)
{
    char **names;
    size_t count;
    bool found = false;
    assert_true(folder_list(house->folder, &names, &count, NULL));
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        found = found || in_file(house->folder, names[i], words);
    }
    file_names_free(names, count);
    return found;
}

static void write_line(House *house, const char *words)
{
    type_in(house, "My own words", words);
    press(house, "Add it");
    expect_text(house, words);
}

static void a_torn_letter_reaches_nobody(void **state)
{
    (void)state;
    House house;
    open_activity(&house, "A letter");
    write_line(&house, "zebrawords");
    press_there(&house, "I am fine.");
    assert_false(in_record(&house, "zebrawords"));
    choose(&house, "Tear it up");
    expect_no_text(&house, "zebrawords");
    assert_true(in_record(&house, "tear"));
    assert_false(in_record(&house, "zebrawords"));
    assert_false(in_record(&house, "\"line\""));
    assert_false(in_files(&house, "zebrawords"));
    house_close(&house);
}

/* Stop, skip and the end of the program: what was not decided about is gone. */
static void what_waits_goes_with_the_page(void **state)
{
    (void)state;
    House house;
    open_activity(&house, "A letter");
    write_line(&house, "zebrawords");
    press(&house, "Break");
    press(&house, ui_words(&house, TIER_T4, "ui.break.go-on"));
    expect_text(&house, "zebrawords"); /* a break takes nothing away */
    press(&house, "Stop");
    assert_false(in_record(&house, "zebrawords"));
    assert_false(in_files(&house, "zebrawords"));
    house_close(&house);
}

static void a_given_letter_is_kept_whole(void **state)
{
    (void)state;
    House house;
    open_activity(&house, "A letter");
    write_line(&house, "walruswords");
    write_line(&house, "sealwords");
    assert_false(in_record(&house, "walruswords"));
    choose(&house, "Keep it for me");
    assert_true(in_record(&house, "walruswords") && in_record(&house, "sealwords"));
    house_restart(&house);
    assert_true(in_record(&house, "walruswords") && in_record(&house, "sealwords"));
    house_close(&house);
}

/* ---- a copy of everything that Robin did ---- */

static bool in_copy(House *house, const char *words)
{
    const Case *family = record_case_at(keeper_record(house->cove.keeper), 0);
    const OwnCopyWish wish = {family->id, family->people[0].id, "self", "A letter came", true};
    char *path = path_join(house->folder, "copies"), *copy = NULL;
    House copied = {0};
    assert_true(folder_make(path, NULL));
    assert_true(own_copy_save(&house->cove, &wish, path, &copy, NULL));
    snprintf(copied.folder, sizeof copied.folder, "%s", copy);
    bool found = in_files(&copied, words);
    free(copy);
    free(path);
    return found;
}

/* Closed to the helper, who makes the copy: so it is not in it, though it is the person's own. */
static void a_letter_kept_alone_is_in_no_copy(void **state)
{
    (void)state;
    static const struct {
        const char *goes;
        bool there;
    } rows[] = {{"Keep it for me", false}, {"Show Kim", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        House house;
        open_activity(&house, "A letter");
        write_line(&house, "walruswords");
        choose(&house, rows[i].goes);
        assert_true(in_record(&house, "walruswords"));
        assert_int_equal(in_copy(&house, "walruswords"), rows[i].there);
        house_close(&house);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_torn_letter_reaches_nobody),
        cmocka_unit_test(what_waits_goes_with_the_page),
        cmocka_unit_test(a_given_letter_is_kept_whole),
        cmocka_unit_test(a_letter_kept_alone_is_in_no_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
