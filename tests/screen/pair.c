#include "screen/pair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

static Id add_adult(Pair *pair, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = pair->family,
                   .person_id = id_new(&pair->house.cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .picture = "person/adult-2"};
    snprintf(event.name, sizeof event.name, "%s", name);
    assert_true(cove_keep(&pair->house.cove, &event, 1, NULL));
    return event.person_id;
}

const Record *pair_record(Pair *pair)
{
    return keeper_record(pair->house.cove.keeper);
}

/* Milo, 8, and two grown-ups of his; the content of this test is that of the kinds. */
void pair_open(Pair *pair, bool data)
{
    static const char folder[] = COVE_SCRATCH_DIR "/joint-content";
    char command[2048];
    snprintf(command, sizeof command,
             "rm -rf '%s' && mkdir -p '%s' && cp -r '%s/content/ui' '%s/content/sitting' "
             "'%s/tests/data/kinds/try-two' '%s'",
             folder, folder, COVE_SOURCE_DIR, COVE_SOURCE_DIR, COVE_SOURCE_DIR, folder);
    assert_int_equal(system(command), 0);
    house_open(&pair->house, folder, data, 1280, 720);
    pair->child = house_family(&pair->house, TIER_T2, "Milo");
    pair->family = record_case_at(pair_record(pair), 0)->id;
    pair->adult = add_adult(pair, "Sam");
    pair->other = add_adult(pair, "Noor");
    house_open_gate(&pair->house, pair->family, pair->adult);
    house_note(&pair->house, pair->family, "joint-yes.answer", pair->child, pair->adult, "yes");
}

void pair_to_together(Pair *pair)
{
    go_to_helper(&pair->house);
    press(&pair->house, "Harbor");
    press(&pair->house, "Play together: Milo");
    expect_screen(&pair->house, "helper-together");
}

void pair_say_contact(Pair *pair)
{
    choose(&pair->house, "Contact of Milo with this grown-up is allowed, and I judge it safe.");
}

void pair_say_all(Pair *pair)
{
    choose(&pair->house, "Sam");
    pair_say_contact(pair);
    choose(&pair->house, "I have prepared each of them for this.");
    choose(&pair->house, "I am in the room with them, and I stay.");
}

void pair_give(Pair *pair, const char *activity)
{
    const Module *module = library_module(pair->house.cove.library, "try-two");
    size_t given = 0;
    Error error = {0};
    if (!assign(&pair->house.cove, pair->family, pair->child, module,
                module_activity(module, activity), SETTING_JOINT, "", &given, &error)) {
        fail_msg("%s", error.sentence);
    }
    assert_int_equal(given, 1);
    stage_touch(pair->house.stage);
}

void pair_begin(Pair *pair, const char *activity, const char *title)
{
    char button[128];
    pair_to_together(pair);
    pair_say_all(pair);
    pair_give(pair, activity);
    snprintf(button, sizeof button, "Start together: %s", title);
    press(&pair->house, button);
    expect_screen(&pair->house, "play");
}
