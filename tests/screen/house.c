#include "screen/house.h"

#include "screen/noting.h"

#include "activity/kind.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void open_stage(House *house, float width, float height)
{
    Ruler ruler = ruler_fixed();
    house->stage = stage_new(&house->cove.clock, &ruler, width, height);
    stage_push(house->stage, screen_door(&house->cove, house->stage));
    (void)stage_tree(house->stage);
}

static void fresh_folder(char *folder, size_t size)
{
    snprintf(folder, size, "%s/house-XXXXXX", COVE_SCRATCH_DIR);
    assert_non_null(mkdtemp(folder));
}

void house_give_folder(House *house)
{
    fresh_folder(house->folder, sizeof house->folder);
    house->cove.data_folder = house->folder;
}

void house_open(House *house, const char *content, bool data, float width, float height)
{
    *house = (House){.time = {.wall = 1767225600000, .ticks = 1000}, .seed = 11};
    Error error = {0};
    house->cove.clock = clock_manual(&house->time);
    house->cove.ids = ids_seeded(&house->seed);
    house->cove.kind = VAULT_TRIAL;
    house->cove.keep_wait_ms = 60000;
    house->cove.guide = COVE_SOURCE_DIR "/docs/helpers-guide.md";
    if (!library_open(content ? content : COVE_SOURCE_DIR "/content", kinds_content(), "en",
                      &house->cove.library, &error)) {
        fail_msg("%s", error.sentence);
    }
    if (data) {
        house_give_folder(house);
    }
    open_stage(house, width, height);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info, (void)kind, (void)place;
    return remove(path);
}

void house_close(House *house)
{
    stage_free(house->stage);
    cove_close(&house->cove);
    library_free(house->cove.library);
    if (house->folder[0]) {
        (void)nftw(house->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    }
}

void house_restart(House *house)
{
    float width, height;
    stage_size(house->stage, &width, &height);
    stage_free(house->stage);
    cove_close(&house->cove);
    open_stage(house, width, height);
    house_unlock(house);
}

static void set_up(House *house)
{
    Error error = {0};
    Vault *vault;
    Recovery code;
    recovery_new(&house->cove.ids, &code);
    if (!vault_make(VAULT_TRIAL, HOUSE_PASSPHRASE, &code, &vault, &error) ||
        !cove_set_up(&house->cove, vault, &error)) {
        fail_msg("%s", error.sentence);
    }
}

void house_unlock(House *house)
{
    Error error = {0};
    if (!cove_unlock(&house->cove, HOUSE_PASSPHRASE, &error)) {
        fail_msg("%s", error.sentence);
    }
    stage_touch(house->stage);
}

void house_type_back(House *house, const char *code)
{
    for (int group = 0; group < RECOVERY_GROUPS; group++) {
        char typed[RECOVERY_GROUP + 1] = {0}, label[32];
        memcpy(typed, code + group * (RECOVERY_GROUP + 1), RECOVERY_GROUP);
        snprintf(label, sizeof label, "Group %d", group + 1);
        if (stage_shows(house->stage, ROLE_FIELD, label)) {
            type_in(house, label, typed);
        }
    }
}

void house_choose_passphrase(House *house)
{
    expect_screen(house, "passphrase");
    type_in(house, ui_words(house, TIER_AD, "ui.lock.passphrase"), HOUSE_PASSPHRASE);
    type_in(house, ui_words(house, TIER_AD, "ui.lock.again"), HOUSE_PASSPHRASE);
    press(house, ui_words(house, TIER_AD, "ui.lock.go-on"));
    wait_ms(house, 100);
    expect_screen(house, "recovery");
    char code[RECOVERY_TEXT];
    snprintf(code, sizeof code, "%s", tree_find_key(stage_tree(house->stage), "code")->name);
    house_type_back(house, code);
    press(house, ui_words(house, TIER_AD, "ui.lock.done"));
}

void go_to_helper(House *house)
{
    press(house, ui_words(house, TIER_AD, "ui.door.helper"));
    if (house->cove.vault || cove_state(&house->cove) == COVE_LOCKED) {
        expect_screen(house, "unlock");
        type_in(house, ui_words(house, TIER_AD, "ui.lock.passphrase"), HOUSE_PASSPHRASE);
        press(house, ui_words(house, TIER_AD, "ui.lock.open"));
        wait_ms(house, 100);
    }
    expect_screen(house, "helper-room");
}

void press(House *house, const char *button)
{
    Error error = {0};
    if (!stage_press(house->stage, ROLE_BUTTON, button, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

void press_there(House *house, const char *button)
{
    for (int set = 0; set < 8 && !stage_shows(house->stage, ROLE_BUTTON, button); set++) {
        const Node *more = tree_find_verb(stage_tree(house->stage), "more", "");
        press(house, more ? more->name : button);
    }
    press(house, button);
}

void choose(House *house, const char *choice)
{
    Error error = {0};
    if (!stage_press(house->stage, ROLE_CHOICE, choice, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

void type_in(House *house, const char *field, const char *text)
{
    Error error = {0};
    if (!stage_type(house->stage, field, text, &error)) {
        fail_msg("%s: %s", error.place, error.sentence);
    }
}

void expect_screen(House *house, const char *name)
{
    (void)stage_tree(house->stage);
    assert_string_equal(stage_screen_name(house->stage), name);
}

static bool shows(House *house, const char *part, char **dump)
{
    *dump = tree_dump(stage_tree(house->stage));
    return strstr(*dump, part) != NULL;
}

void expect_text(House *house, const char *part)
{
    char *dump;
    if (!shows(house, part, &dump)) {
        fail_msg("\"%s\" is not on the screen:\n%s", part, dump);
    }
    free(dump);
}

void expect_no_text(House *house, const char *part)
{
    char *dump;
    if (shows(house, part, &dump)) {
        fail_msg("\"%s\" is on the screen:\n%s", part, dump);
    }
    free(dump);
}

void wait_ms(House *house, int64_t ms)
{
    for (int64_t passed = 0; passed < ms; passed += 100) {
        house->time.ticks += 100;
        stage_input(house->stage, &(Input){.type = INPUT_TICK});
    }
}

static Event person_event(House *house, Id family, Tier tier, const char *name)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family,
                   .person_id = id_new(&house->cove.ids),
                   .role = tier == TIER_AD ? PERSON_ADULT : PERSON_CHILD,
                   .tier = tier};
    snprintf(event.name, sizeof event.name, "%s", name);
    snprintf(event.picture, sizeof event.picture, "person/child-1");
    return event;
}

static void assign_everything(House *house, Id family, Id person, Setting setting)
{
    for (size_t i = 0; i < library_count(house->cove.library); i++) {
        const Module *module = library_at(house->cove.library, i);
        size_t given;
        Error error = {0};
        if (strcmp(module->id, SITTING_MODULE) != 0 &&
            !assign(&house->cove, family, person, module, NULL, setting, "", &given, &error)) {
            fail_msg("%s", error.sentence);
        }
    }
}

/* Nothing begins at home without one. */
static void note_line(House *house)
{
    FactSubject line = {.item = id_new(&house->cove.ids)};
    assert_true(note_fact(&house->cove, (Id){""}, "line.number", &line, "000 000", "", NULL));
}

void house_note(House *house, Id family, const char *field, Id person, Id about, const char *value)
{
    FactSubject subject = {.person = person, .about = about};
    assert_true(note_fact(&house->cove, family, field, &subject, value, "", NULL));
}

Id house_family(House *house, Tier tier, const char *name)
{
    Error error = {0};
    if (!house->cove.keeper && house->cove.data_folder) {
        set_up(house);
    } else if (!house->cove.keeper) {
        assert_true(
            keeper_open(store_memory_new(NULL), &house->cove.clock, &house->cove.keeper, &error));
    }
    Id family = id_new(&house->cove.ids);
    Event events[] = {{.type = EVENT_HELPER_NAMED, .name = "Kim"},
                      {.type = EVENT_CASE_OPENED, .case_id = family, .name = "Harbor"},
                      person_event(house, family, tier, name),
                      {.type = EVENT_FAMILY_HERE, .case_id = family}};
    if (!cove_keep(&house->cove, events, 4, &error)) {
        fail_msg("%s", error.sentence);
    }
    note_line(house);
    if (tier != TIER_AD) {
        house_note(house, family, "assent.answer", events[2].person_id, (Id){""}, "yes");
    }
    assign_everything(house, family, events[2].person_id,
                      tier == TIER_AD ? SETTING_HOME : SETTING_ROOM);
    stage_touch(house->stage);
    return events[2].person_id;
}

void house_open_gate(House *house, Id family, Id adult)
{
    static const char *const answers[][2] = {
        {"gate.order", "no"},        {"gate.concern", "no"}, {"gate.form", "free"},
        {"gate.judged", "Kim"},      {"gate.alone", "yes"},  {"gate.source", "First meetings"},
        {"gate.date", "2026-09-01"}, {"gate.state", "open"}};
    FactSubject subject = {.person = adult};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        assert_true(note_fact(&house->cove, family, answers[i][0], &subject, answers[i][1],
                              "For this test", NULL));
    }
}

const char *ui_words(House *house, Tier tier, const char *id)
{
    static _Thread_local char words[256];
    Arena *arena = arena_new();
    Tokens tokens = {.helper = "Kim"};
    snprintf(words, sizeof words, "%s", cove_words(&house->cove, arena, tier, &tokens, id));
    arena_free(arena);
    return words;
}
