#include "screen/signing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

/* Presses by what it does: in anybody's wording. */
void act(House *house, const char *verb, const char *item)
{
    const Node *root = stage_tree(house->stage)->root;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (node_acts(node) && node->role != ROLE_FIELD && strcmp(node->action.verb, verb) == 0 &&
            (!item || strcmp(node->action.item, item) == 0)) {
            char name[128];
            snprintf(name, sizeof name, "%s", node->name);
            Error error = {0};
            if (!stage_press(house->stage, node->role, name, &error)) {
                fail_msg("%s: %s", error.place, error.sentence);
            }
            return;
        }
    }
    char *dump = tree_dump(stage_tree(house->stage));
    fail_msg("nothing does \"%s %s\" here:\n%s", verb, item ? item : "", dump);
}

bool offers(House *house, const char *verb)
{
    return tree_find_verb(stage_tree(house->stage), verb, "") != NULL;
}

void show_row(House *house, const char *row)
{
    while (*row) {
        char name[SIGN_IN_SECRET];
        int length = (int)strcspn(row, " ");
        snprintf(name, sizeof name, "%.*s", length, row);
        act(house, "take", name);
        row += length + (row[length] == ' ');
    }
}

void type_secret(House *house, const char *secret)
{
    type_in(house, tree_find_key(stage_tree(house->stage), "secret")->name, secret);
}

/* As the person would: pictures one by one, all else typed. */
void show(House *house, SignInWay way, const char *secret)
{
    if (way == SIGN_IN_PICTURES) {
        show_row(house, secret);
    } else {
        type_secret(house, secret);
    }
    if (tree_find_key(stage_tree(house->stage), "check")) {
        act(house, "check", NULL);
    }
    wait_ms(house, 100);
}

void add(House *house, Id id, Tier tier, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(house)->id,
                   .person_id = id,
                   .role = tier == TIER_AD ? PERSON_ADULT : PERSON_CHILD,
                   .tier = tier,
                   .picture = "person/child-1"};
    snprintf(event.name, sizeof event.name, "%s", name);
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    stage_touch(house->stage);
}

void keep(House *house, Id person, SignInWay way, const char *secret)
{
    Error error = {0};
    if (!sign_in_keep(&house->cove, person, way, way == SIGN_IN_PICTURES ? "sign/seal" : "", secret,
                      &error)) {
        fail_msg("%s", error.sentence);
    }
    stage_touch(house->stage);
}

/* Ash signs in with pictures. */
Id open_ash(House *house, Tier tier, bool data)
{
    house_open(house, NULL, data, 1280, 720);
    Id ash = house_family(house, tier, "Ash");
    keep(house, ash, SIGN_IN_PICTURES, tier == TIER_T1 ? ROW_T1 : ROW_T2);
    return ash;
}

void to_sign_in(House *house)
{
    press(house, "Ash");
    expect_screen(house, "sign-in");
}

void wrong(House *house)
{
    show(house, SIGN_IN_PICTURES, "sun sun sun sun");
    expect_screen(house, "sign-in");
}

void let_in(House *house, const char *passphrase, const char *verb)
{
    act(house, "helper", NULL);
    expect_screen(house, "sign-let");
    type_in(house, ui_words(house, TIER_AD, "ui.lock.passphrase"), passphrase);
    act(house, verb, NULL);
    wait_ms(house, 100);
}
