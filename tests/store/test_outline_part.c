/* A sealed part of an outline that is not what its stream takes it for. */
#include "store/folder.h"
#include "store/outline_stream.h"
#include "store/sealed_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

/* The list of an outline can say of any part whose it is. One of somebody else is not read, and
 * given back once. */
static void test_part_of_somebody_else(void **state)
{
    IdSource ids = ids_system();
    Part part = {.first = 1};
    Cursor cursor;
    sealed_folder_make(*state);
    StreamPlace place = {.vault = sealed_folder_vault(*state)};
    const PartName name = {1, 0, {.family = id_new(&ids)}};
    assert_true(outline_file_open(OUTLINE_NO_FILE, &place.file, NULL) &&
                outline_file_begin(place.file, NULL) &&
                part_write(&place, &name, "words", 5, &part.hash, NULL) &&
                outline_file_keep(place.file, NULL));
    Stream stream = {.number = 1, .parts = &part, .part_count = 1};
    stream.owner.family = id_new(&ids);
    assert_false(cursor_begin(&cursor, &stream, &place, 0));
    assert_null(cursor.bytes);
    cursor_clear(&cursor);
    outline_file_close(place.file);
    vault_close(place.vault);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_part_of_somebody_else, folder_set_up,
                                        folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
