/* The review of a noticing log: facts are there at once, guesses when they are asked for. */
#include "screen/house.h"

#include "base/file.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void open_house(House *house)
{
    char command[2048];
    char *folder = path_join(COVE_SCRATCH_DIR, "folded-content");
    snprintf(command, sizeof command,
             "rm -rf '%s' && mkdir -p '%s' && cd '%s/content' && cp -r ui rules sitting '%s' && "
             "cp -r '%s/tests/data/kinds/making' '%s'",
             folder, folder, COVE_SOURCE_DIR, folder, COVE_SOURCE_DIR, folder);
    assert_int_equal(system(command), 0);
    house_open(house, folder, false, 1280, 720);
    house_family(house, TIER_AD, "Ines");
    press(house, "Ines");
    press(house, "Skip");
    free(folder);
}

static Id open_log(House *house)
{
    const Record *record = keeper_record(house->cove.keeper);
    const Case *family = record_case_at(record, 0);
    Id sitting = record_sitting_at(record, 0)->id;
    for (size_t i = 0; i < family->assignment_count; i++) {
        if (strcmp(family->assignments[i].activity, "log") == 0) {
            sitting_play(&house->cove, house->stage, sitting, family->assignments[i].id);
        }
    }
    expect_screen(house, "play");
    return sitting;
}

static void write_line(House *house)
{
    press(house, "Next");
    type_in(house, "What I saw or heard", "My ex never listens to me.");
    press(house, "Done");
    expect_text(house, "Another way to put it");
    press(house, "Leave this open");
    press(house, "Time");
    press(house, "That is all for this");
    type_in(house, "What my child may have felt", "Tired of it all");
    press(house, "Done");
}

static void guesses_wait_until_they_are_asked_for(void **state)
{
    (void)state;
    House house;
    open_house(&house);
    Id sitting = open_log(&house);
    write_line(&house);
    stage_push(house.stage, screen_helper_sitting(&house.cove, house.stage, sitting));
    expect_text(&house, "My ex never listens to me. (strong word: ");
    expect_text(&house, "What helped");
    expect_no_text(&house, "Tired of it all");
    press(&house, "Show 1 guess 2"); /* of the second play: the first was arriving */
    expect_text(&house, "Tired of it all");
    press(&house, "Put the guesses away 2");
    expect_no_text(&house, "Tired of it all");
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guesses_wait_until_they_are_asked_for),
    };
    return cmocka_run_group_tests_name("folded", tests, NULL, NULL);
}
