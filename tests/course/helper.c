#include "course/helper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

enum { NAME_MOST = 256 };

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

static const Node *keyed(House *house, const char *key)
{
    return tree_find_key(stage_tree(house->stage), key);
}

static void type_at(House *house, const char *key, const char *words)
{
    char name[NAME_MOST];
    const Node *field = keyed(house, key);
    if (!field) {
        fail_msg("no field \"%s\" on %s", key, stage_screen_name(house->stage));
    }
    snprintf(name, sizeof name, "%s", field->name);
    type_in(house, name, words);
}

/* A choice that holds already is left: pressing it would take it back. */
static void choose_at(House *house, const char *key)
{
    char name[NAME_MOST];
    const Node *choice = keyed(house, key);
    if (!choice) {
        fail_msg("no choice \"%s\" on %s", key, stage_screen_name(house->stage));
    }
    if (!choice->state.chosen) {
        snprintf(name, sizeof name, "%s", choice->name);
        choose(house, name);
    }
}

void helper_back_to(House *house, const char *screen)
{
    while (!guest_on(house, screen)) {
        guest_presses(house, "back", NULL);
    }
}

/* ---- notes ---- */

static void answer(House *house, const Answer *one)
{
    char key[NAME_MOST];
    const Node *field = keyed(house, one->field);
    if (field && field->role == ROLE_FIELD) {
        type_at(house, one->field, one->value);
    } else {
        snprintf(key, sizeof key, "%s.%s", one->field, one->value);
        choose_at(house, key);
    }
}

static void answer_all(House *house, const Answer *answers, const char *reason)
{
    if (guest_offered(house, "add", NULL)) {
        guest_presses(house, "add", NULL);
    }
    for (; answers->field; answers++) {
        answer(house, answers);
    }
    if (reason) {
        type_at(house, "reason", reason);
    }
    guest_presses(house, "save", NULL);
    if (keyed(house, "notice-close")) {
        char *dump = tree_dump(stage_tree(house->stage));
        fail_msg("not noted:\n%s", dump);
    }
}

static void note_in_file(House *house, const char *group, Id person, Id about,
                         const Answer *answers, const char *reason)
{
    char item[3 * ID_MAX];
    snprintf(item, sizeof item, "%s/%s/%s", group, person.text, about.text);
    guest_presses(house, "fact", item);
    answer_all(house, answers, reason);
    helper_back_to(house, "helper-file");
}

void helper_note(House *house, const char *group, Id person, Id about, const Answer *answers,
                 const char *reason)
{
    guest_presses(house, "file", NULL);
    note_in_file(house, group, person, about, answers, reason);
    helper_back_to(house, "helper-case");
}

/* ---- beginning ---- */

void helper_first_start(House *house)
{
    static const Answer line[] = {
        {"line.name", "Night line"}, {"line.number", "116 111"}, {NULL, NULL}};
    guest_presses(house, "set-up", NULL);
    type_in(house, ui_words(house, TIER_AD, "ui.setup.name"), "Kim");
    press(house, ui_words(house, TIER_AD, "ui.setup.go"));
    house_choose_passphrase(house);
    expect_screen(house, "helper-room");
    guest_presses(house, "practice", NULL);
    note_in_file(house, "line", (Id){""}, (Id){""}, line, NULL);
    helper_back_to(house, "helper-room");
}

void helper_enter(House *house)
{
    go_to_helper(house);
    guest_presses(house, "case", NULL);
    expect_screen(house, "helper-case");
}

void helper_leave(House *house)
{
    helper_back_to(house, "door");
}

void helper_new_case(House *house, const char *name)
{
    type_in(house, ui_words(house, TIER_AD, "ui.helper.case-name"), name);
    guest_presses(house, "new-case", NULL);
    expect_screen(house, "helper-case");
    const Node *here = keyed(house, "here");
    if (!here->state.chosen) {
        guest_presses(house, "here", NULL);
    }
}

Id helper_add_person(House *house, Tier tier, const char *name)
{
    guest_presses(house, "add-person", NULL);
    type_at(house, "name", name);
    if (!keyed(house, tier_limits(tier)->id)->state.chosen) {
        guest_presses(house, "tier", tier_limits(tier)->id);
    }
    guest_presses(house, "save", NULL);
    expect_screen(house, "helper-case");
    const Case *family = family_of(house);
    return family->people[family->people_count - 1].id;
}

/* ---- giving ---- */

bool helper_give(House *house, Id person, const char *setting, const char *word)
{
    guest_presses(house, "assign", person.text);
    guest_presses(house, "setting", setting);
    type_in(house, "Find an activity", word);
    bool given = guest_offered(house, "give-all", NULL) || guest_offered(house, "give", NULL);
    if (given) {
        bool all = guest_offered(house, "give-all", NULL);
        guest_presses(house, all ? "give-all" : "give", NULL);
    }
    helper_back_to(house, "helper-case");
    return given;
}

void helper_take_all_back(House *house)
{
    while (guest_offered(house, "take-back", NULL)) {
        guest_presses(house, "take-back", NULL);
    }
}

/* ---- looking back ---- */

void helper_look_back(House *house, const char *note)
{
    const Answer acted[] = {{"flag.done", "acted"}, {NULL, NULL}};
    const Answer after[] = {
        {"after.note", note}, {"after.other", "A tired week could explain it too"}, {NULL, NULL}};
    guest_presses(house, "sitting", NULL);
    bool waits = guest_offered(house, "note", "flag");
    guest_presses(house, "note", waits ? "flag" : "after");
    answer_all(house, waits ? acted : after, waits ? note : NULL);
    helper_back_to(house, "helper-case");
}

bool helper_begin_together(House *house, Id child, Id adult)
{
    guest_presses(house, "together", child.text);
    if (!guest_offered(house, "adult", adult.text)) {
        helper_back_to(house, "helper-case");
        return false;
    }
    guest_presses(house, "adult", adult.text);
    static const char *const said[] = {"contact", "prepared", "present"};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        const Node *tick = tree_find_verb(stage_tree(house->stage), said[i], "");
        if (tick && node_acts(tick) && !tick->state.chosen) {
            guest_presses(house, said[i], NULL);
        }
    }
    if (!guest_offered(house, "begin-together", NULL)) {
        helper_back_to(house, "helper-case");
        return false;
    }
    guest_presses(house, "begin-together", NULL);
    return true;
}
