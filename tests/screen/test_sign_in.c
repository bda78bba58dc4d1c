/* Signing in: chosen with the helper beside, asked for at every way into somebody's space, wrong
 * ones waited for, and never to be read off the screen or in what is kept. */
#include "screen/ways.h"

#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW_T1 "kite shell kite"
#define ROW_T2 "kite shell kite boot"
#define PIN "739150"

static const Case *family_of(House *house)
{
    return record_case_at(keeper_record(house->cove.keeper), 0);
}

/* Presses by what it does: in anybody's wording. */
static void act(House *house, const char *verb, const char *item)
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

static bool offers(House *house, const char *verb)
{
    return tree_find_verb(stage_tree(house->stage), verb, "") != NULL;
}

static void show_row(House *house, const char *row)
{
    while (*row) {
        char name[SIGN_IN_SECRET];
        int length = (int)strcspn(row, " ");
        snprintf(name, sizeof name, "%.*s", length, row);
        act(house, "take", name);
        row += length + (row[length] == ' ');
    }
}

static void type_secret(House *house, const char *secret)
{
    type_in(house, tree_find_key(stage_tree(house->stage), "secret")->name, secret);
}

/* As the person would: pictures one by one, all else typed. */
static void show(House *house, SignInWay way, const char *secret)
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

static void add(House *house, Id id, Tier tier, const char *name)
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

static void keep(House *house, Id person, SignInWay way, const char *secret)
{
    Error error = {0};
    if (!sign_in_keep(&house->cove, person, way, way == SIGN_IN_PICTURES ? "sign/seal" : "",
                      secret, &error)) {
        fail_msg("%s", error.sentence);
    }
    stage_touch(house->stage);
}

/* Ash signs in with pictures. */
static Id open_ash(House *house, Tier tier, bool data)
{
    house_open(house, NULL, data, 1280, 720);
    Id ash = house_family(house, tier, "Ash");
    keep(house, ash, SIGN_IN_PICTURES, tier == TIER_T1 ? ROW_T1 : ROW_T2);
    return ash;
}

static void to_sign_in(House *house)
{
    press(house, "Ash");
    expect_screen(house, "sign-in");
}

/* ---- choosing ---- */

static const struct {
    Tier tier;
    SignInWay way;
    const char *secret, *other;
} ways_of[] = {
    {TIER_T1, SIGN_IN_PICTURES, ROW_T1, "kite shell sun"},
    {TIER_T2, SIGN_IN_PICTURES, ROW_T2, "shell kite boot kite"},
    {TIER_T3, SIGN_IN_PICTURES, "boat boot sun sun ball", "boat boot sun sun"},
    {TIER_T3, SIGN_IN_WORD, "wintermoth", "Wintermoth"},
    {TIER_T4, SIGN_IN_PICTURES, "anchor boot sun kite ball boat", "anchor boot sun kite ball ball"},
    {TIER_T4, SIGN_IN_WORD, "caf\xC3\xA9 au lait", "cafe au lait"},
    {TIER_AD, SIGN_IN_PIN, PIN, "739151"},
    {TIER_AD, SIGN_IN_PHRASE, "tea at the pier", "tea at the pear"},
};
enum { WAYS_OF = sizeof ways_of / sizeof *ways_of };

/* Like the helper: from the case to the person's own page. */
static void begin_choosing(House *house, SignInWay way)
{
    const Case *family = family_of(house);
    go_to_helper(house);
    press(house, family->name);
    act(house, "sign-in", family->people[0].id.text);
    expect_screen(house, "helper-sign-in");
    act(house, "set-up", NULL);
    expect_screen(house, "sign-new");
    if (offers(house, "more") || sign_in_animal_count(family->people[0].tier) > 0) {
        act(house, "animal", NULL);
    }
    if (tree_find_key(stage_tree(house->stage), sign_in_way_id(way))) {
        choose(house, tree_find_key(stage_tree(house->stage), sign_in_way_id(way))->name);
    }
}

static void chosen_shown_twice_and_asked_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < WAYS_OF; i++) {
        House house;
        house_open(&house, NULL, false, 1280, 720);
        Id ash = house_family(&house, ways_of[i].tier, "Ash");
        begin_choosing(&house, ways_of[i].way);
        show(&house, ways_of[i].way, ways_of[i].secret);
        show(&house, ways_of[i].way, ways_of[i].secret);
        expect_text(&house, ui_words(&house, ways_of[i].tier, "ui.sign.honest"));
        const SignIn *own = record_sign_in(keeper_record(house.cove.keeper), ash);
        assert_non_null(own);
        assert_int_equal(own->way, ways_of[i].way);
        act(&house, "leave", NULL);
        expect_screen(&house, "door");
        to_sign_in(&house);
        show(&house, ways_of[i].way, ways_of[i].other);
        expect_screen(&house, "sign-in");
        show(&house, ways_of[i].way, ways_of[i].secret);
        expect_screen(&house, "play");
        house_close(&house);
    }
}

static const struct {
    Tier tier;
    SignInWay way;
    const char *first, *second, *says;
} refused[] = {
    {TIER_T1, SIGN_IN_PICTURES, ROW_T1, "kite shell sun", "ui.sign.differ"},
    {TIER_T1, SIGN_IN_PICTURES, "sun sun sun", NULL, "ui.sign.alike"},
    {TIER_T2, SIGN_IN_PICTURES, "boot boot boot boot", NULL, "ui.sign.alike"},
    {TIER_T3, SIGN_IN_WORD, "moth", NULL, "ui.sign.short"},
    {TIER_T3, SIGN_IN_WORD, "moth      ", NULL, "ui.sign.short"},
    {TIER_T4, SIGN_IN_WORD, "mothmoth", NULL, "ui.sign.alike"},
    {TIER_AD, SIGN_IN_PIN, "111111", NULL, "ui.sign.alike"},
    {TIER_AD, SIGN_IN_PIN, "123456", NULL, "ui.sign.alike"},
    {TIER_AD, SIGN_IN_PIN, "73915", NULL, "ui.sign.short"},
    {TIER_AD, SIGN_IN_PIN, PIN, "739151", "ui.sign.differ"},
    {TIER_AD, SIGN_IN_PHRASE, "tea at pier", NULL, "ui.sign.short"},
};

static void what_is_easy_or_different_is_chosen_again(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        House house;
        house_open(&house, NULL, false, 1280, 720);
        Id ash = house_family(&house, refused[i].tier, "Ash");
        begin_choosing(&house, refused[i].way);
        show(&house, refused[i].way, refused[i].first);
        if (refused[i].second) {
            show(&house, refused[i].way, refused[i].second);
        }
        expect_text(&house, ui_words(&house, refused[i].tier, refused[i].says));
        assert_null(record_sign_in(keeper_record(house.cove.keeper), ash));
        house_close(&house);
    }
}

/* Who sits there after choosing is not the helper. */
static void choosing_never_leads_back_to_the_helper(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    (void)house_family(&house, TIER_AD, "Ash");
    begin_choosing(&house, SIGN_IN_PIN);
    stage_key(house.stage, KEY_ESCAPE, NULL);
    expect_screen(&house, "door");
    press(&house, ui_words(&house, TIER_AD, "ui.door.helper"));
    expect_screen(&house, "unlock");
    house_close(&house);
}

static void nobody_takes_the_animal_of_another(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T1, false);
    Id bo = id_new(&house.cove.ids);
    add(&house, bo, TIER_T4 - 1, "Bo");
    stage_clear_to(house.stage,
                   screen_sign_new(&house.cove, house.stage, family_of(&house)->id, bo));
    expect_no_text(&house, "Seal");
    expect_text(&house, "Crab");
    house_close(&house);
}

/* ---- on the screen ---- */

static void onlookers_see_shells_and_no_pictures(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, false);
    to_sign_in(&house);
    char *before = tree_dump(stage_tree(house.stage));
    show_row(&house, "kite shell");
    const Node *echo = tree_find_key(stage_tree(house.stage), "echo");
    int shells = 0;
    for (const Node *node = echo->first; node; node = node->next) {
        assert_true(strcmp(node->picture, "joint/shell") == 0 ||
                    strcmp(node->picture, "sign/place") == 0);
        shells += strcmp(node->picture, "joint/shell") == 0;
    }
    assert_int_equal(shells, 2);
    act(&house, "take-back", NULL);
    stage_key(house.stage, KEY_UNDO, NULL);
    char *after = tree_dump(stage_tree(house.stage));
    assert_string_equal(before, after);
    free(before);
    free(after);
    house_close(&house);
}

static void the_last_picture_can_be_taken_back(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, false);
    to_sign_in(&house);
    show_row(&house, "kite shell sun");
    act(&house, "take-back", NULL);
    show(&house, SIGN_IN_PICTURES, "kite boot");
    expect_screen(&house, "play");
    house_close(&house);
}

static void list_pictures(House *house, char *out, size_t size)
{
    const Node *root = stage_tree(house->stage)->root;
    out[0] = '\0';
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (strcmp(node->action.verb, "take") == 0) {
            size_t used = strlen(out);
            snprintf(out + used, size - used, "%s at %.0f,%.0f; ", node->action.item,
                     (double)node->bounds.x, (double)node->bounds.y);
        }
    }
}

static void pictures_keep_their_places(void **state)
{
    (void)state;
    House house;
    char first[1024], second[1024];
    open_ash(&house, TIER_T1, false);
    to_sign_in(&house);
    list_pictures(&house, first, sizeof first);
    assert_non_null(strstr(first, "boat at"));
    act(&house, "back", NULL);
    to_sign_in(&house);
    list_pictures(&house, second, sizeof second);
    assert_string_equal(first, second);
    house_close(&house);
}

static void a_pin_takes_digits_alone(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, false, 1280, 720);
    keep(&house, house_family(&house, TIER_AD, "Ash"), SIGN_IN_PIN, PIN);
    to_sign_in(&house);
    type_secret(&house, "7a3-9 1");
    for (const char *digit = "5"; *digit; digit++) {
        act(&house, "digit", "5");
    }
    act(&house, "digit", "8");
    act(&house, "take-back", NULL);
    act(&house, "digit", "0");
    expect_no_text(&house, "7391");
    act(&house, "check", NULL);
    wait_ms(&house, 100);
    expect_screen(&house, "play");
    house_close(&house);
}

/* ---- wrong ones ---- */

static void wrong(House *house)
{
    show(house, SIGN_IN_PICTURES, "sun sun sun sun");
    expect_screen(house, "sign-in");
}

static void expect_wait(House *house, int seconds)
{
    assert_false(offers(house, "take-back"));
    assert_null(tree_find_verb(stage_tree(house->stage), "take", "sun"));
    assert_true(stage_wait_ms(house->stage) > 0);
    wait_ms(house, seconds * 1000 - 200);
    assert_null(tree_find_verb(stage_tree(house->stage), "take", "sun"));
    wait_ms(house, 200);
    assert_non_null(tree_find_verb(stage_tree(house->stage), "take", "sun"));
    expect_text(house, ui_words(house, TIER_T2, "ui.sign.try"));
    assert_int_equal(stage_wait_ms(house->stage), -1); /* nothing wakes any more */
}

static void waits_grow_and_end(void **state)
{
    (void)state;
    House house;
    static const int seconds[] = {2, 5, 15, 30, 60, 60};
    open_ash(&house, TIER_T2, false);
    to_sign_in(&house);
    wrong(&house);
    expect_text(&house, ui_words(&house, TIER_T2, "ui.sign.wrong"));
    wrong(&house);
    for (size_t i = 0; i < sizeof seconds / sizeof *seconds; i++) {
        wrong(&house);
        expect_wait(&house, seconds[i]);
    }
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    expect_screen(&house, "play");
    house_close(&house);
}

/* Going out and in again, or over to somebody else, shortens nothing; and the wait is one's own. */
static void a_wait_cannot_be_walked_around(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, false);
    Id bo = id_new(&house.cove.ids);
    add(&house, bo, TIER_T2, "Bo");
    keep(&house, bo, SIGN_IN_PICTURES, "boat boot sun sun");
    to_sign_in(&house);
    wrong(&house);
    wrong(&house);
    wrong(&house);
    act(&house, "back", NULL);
    to_sign_in(&house);
    assert_null(tree_find_verb(stage_tree(house.stage), "take", "sun"));
    assert_false(sign_in_try(&house.cove, family_of(&house)->people[0].id, ROW_T2));
    act(&house, "back", NULL);
    press(&house, "Bo");
    show(&house, SIGN_IN_PICTURES, "boat boot sun sun");
    expect_screen(&house, "play");
    house_close(&house);
}

static void locking_does_not_shorten_it_either(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    to_sign_in(&house);
    wrong(&house);
    wrong(&house);
    wrong(&house);
    stage_key(house.stage, KEY_LOCK, NULL);
    expect_screen(&house, "door");
    expect_no_text(&house, "Ash");
    house_unlock(&house);
    to_sign_in(&house);
    assert_null(tree_find_verb(stage_tree(house.stage), "take", "sun"));
    house_close(&house);
}

/* ---- the helper ---- */

static void let_in(House *house, const char *passphrase, const char *verb)
{
    act(house, "helper", NULL);
    expect_screen(house, "sign-let");
    type_in(house, ui_words(house, TIER_AD, "ui.lock.passphrase"), passphrase);
    act(house, verb, NULL);
    wait_ms(house, 100);
}

static void the_passphrase_lets_in_this_once(void **state)
{
    (void)state;
    House house;
    Id ash = open_ash(&house, TIER_T2, true);
    to_sign_in(&house);
    for (int i = 0; i < 3; i++) {
        wrong(&house);
    }
    let_in(&house, "five other words of nothing", "let");
    expect_screen(&house, "sign-let");
    wait_ms(&house, 1500);
    act(&house, "back", NULL);
    let_in(&house, HOUSE_PASSPHRASE, "let");
    expect_screen(&house, "play");
    assert_non_null(record_sign_in(keeper_record(house.cove.keeper), ash));
    assert_int_equal(sign_in_wait_left(&house.cove, ash), 0);
    house_close(&house);
}

static void or_takes_it_away(void **state)
{
    (void)state;
    House house;
    Id ash = open_ash(&house, TIER_T2, true);
    to_sign_in(&house);
    let_in(&house, HOUSE_PASSPHRASE, "let-away");
    expect_screen(&house, "play");
    assert_null(record_sign_in(keeper_record(house.cove.keeper), ash));
    house_close(&house);
}

static void from_the_room_too(void **state)
{
    (void)state;
    House house;
    Id ash = open_ash(&house, TIER_T2, true);
    go_to_helper(&house);
    press(&house, "Harbor");
    act(&house, "sign-in", ash.text);
    act(&house, "take-away", NULL);
    assert_null(record_sign_in(keeper_record(house.cove.keeper), ash));
    expect_text(&house, "without a sign-in");
    house_close(&house);
}

/* They sit together. */
static void a_sitting_begun_in_the_room_asks_nobody(void **state)
{
    (void)state;
    House house;
    Id ash = open_ash(&house, TIER_T2, true);
    go_to_helper(&house);
    press(&house, "Harbor");
    act(&house, "start", ash.text);
    expect_screen(&house, "play");
    house_close(&house);
}

/* ---- the fence ---- */

static bool in_a_sitting(House *house)
{
    static const char *const screens[] = {"play",   "cove",   "place",   "break", "not-ok",
                                          "pebble", "goodbye", "settings"};
    (void)stage_tree(house->stage);
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        if (strcmp(stage_screen_name(house->stage), screens[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void press_key(House *house, Key key)
{
    stage_key(house->stage, key, NULL);
    wait_ms(house, 100);
}

/* Whatever is pressed at the door by somebody who knows no sign-in: thousands of presses and keys by
 * chance, and no page of anybody is come to. */
static void chance_finds_no_way_in(void **state)
{
    (void)state;
    House house;
    uint64_t chance = 5;
    open_ash(&house, TIER_T2, true);
    Id bo = id_new(&house.cove.ids), cleo = id_new(&house.cove.ids);
    add(&house, bo, TIER_T3, "Bo");
    add(&house, cleo, TIER_AD, "Cleo");
    keep(&house, bo, SIGN_IN_WORD, "wintermoth");
    keep(&house, cleo, SIGN_IN_PIN, PIN);
    for (int i = 0; i < 3000; i++) {
        if (!house.cove.keeper) { /* it found the key that locks */
            house_unlock(&house);
        }
        const Node *root = stage_tree(house.stage)->root, *acting[128];
        size_t count = 0;
        for (const Node *node = root; node; node = node_following(node, root)) {
            bool away = strcmp(node->action.verb, "look-around") == 0;
            if (node_acts(node) && !away && count < 128) {
                acting[count++] = node;
            }
        }
        if (count > 0 && chance_below(&chance, 8) > 0) {
            const Node *node = acting[chance_below(&chance, count)];
            char name[128];
            snprintf(name, sizeof name, "%s", node->name);
            (void)stage_press(house.stage, node->role, name, NULL);
        } else {
            Key key = (Key)(KEY_TAB + chance_below(&chance, KEY_COVER - KEY_TAB + 1));
            stage_key(house.stage, key, NULL);
        }
        wait_ms(&house, 100);
        house.time.ticks += 7000; /* patience does not help either */
        if (in_a_sitting(&house)) {
            fail_msg("after %d presses: %s", i, stage_screen_name(house.stage));
        }
    }
    assert_int_equal(record_sitting_count(keeper_record(house.cove.keeper)), 0);
    house_close(&house);
}

static void whoever_goes_on_signs_in(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    to_sign_in(&house);
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    expect_screen(&house, "play");
    house_restart(&house);
    act(&house, "resume", NULL);
    expect_screen(&house, "sign-in");
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    expect_screen(&house, "play");
    house_close(&house);
}

static void hold_sun(House *house)
{
    const Node *sun = tree_find_key(stage_tree(house->stage), "cover/sun");
    Input input = {.type = INPUT_POINTER_DOWN,
                   .x = sun->bounds.x + sun->bounds.width / 2,
                   .y = sun->bounds.y + sun->bounds.height / 2};
    stage_input(house->stage, &input);
    wait_ms(house, 2300);
    input.type = INPUT_POINTER_UP;
    stage_input(house->stage, &input);
    wait_ms(house, 100);
}

static void cover(House *house)
{
    stage_key(house->stage, KEY_COVER, NULL);
    expect_screen(house, "cover");
}

static void the_cover_asks_whose_page_it_was(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    to_sign_in(&house);
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    char *before = tree_dump(stage_tree(house.stage));
    cover(&house);
    hold_sun(&house);
    expect_screen(&house, "sign-in");
    assert_true(stage_covered(house.stage));
    assert_string_equal(stage_title(house.stage), "Coloring");
    wrong(&house);
    press_key(&house, KEY_ESCAPE);
    expect_screen(&house, "cover");
    hold_sun(&house);
    stage_key(house.stage, KEY_COVER, NULL);
    expect_screen(&house, "cover");
    hold_sun(&house);
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    expect_screen(&house, "play");
    assert_false(stage_covered(house.stage));
    char *after = tree_dump(stage_tree(house.stage));
    assert_string_equal(before, after);
    cover(&house);
    hold_sun(&house);
    let_in(&house, HOUSE_PASSPHRASE, "let");
    expect_screen(&house, "play");
    free(before);
    free(after);
    house_close(&house);
}

static void the_helpers_own_page_asks_for_the_passphrase(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    go_to_helper(&house);
    press(&house, "Harbor");
    cover(&house);
    hold_sun(&house);
    expect_screen(&house, "sign-let");
    expect_no_text(&house, "Ash");
    type_in(&house, ui_words(&house, TIER_AD, "ui.lock.passphrase"), HOUSE_PASSPHRASE);
    act(&house, "let", NULL);
    wait_ms(&house, 100);
    expect_screen(&house, "helper-case");
    house_close(&house);
}

static void the_door_is_for_all(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    cover(&house);
    hold_sun(&house);
    expect_screen(&house, "door");
    house_close(&house);
}

static void after_a_sitting_the_door_asks_again(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, true);
    to_sign_in(&house);
    show(&house, SIGN_IN_PICTURES, ROW_T2);
    press_key(&house, KEY_ESCAPE);
    press_key(&house, KEY_ESCAPE);
    expect_screen(&house, "goodbye");
    press_key(&house, KEY_ESCAPE);
    expect_screen(&house, "door");
    to_sign_in(&house);
    house_close(&house);
}

/* ---- every way in, and by ear ---- */

static void go_this_way(Way way)
{
    House house;
    Id ash = open_ash(&house, TIER_T2, false);
    way_settle(&house, way, ash);
    to_sign_in(&house);
    way_reaches_all(&house, way);
    static const char *const row[] = {"Kite", "Shell", "Sun", NULL, "Kite", "Boot"};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        way_press(&house, way, ROLE_BUTTON,
                  row[i] ? row[i] : ui_words(&house, TIER_T2, "ui.undo"));
    }
    wait_ms(&house, 100);
    expect_screen(&house, "play");
    house_close(&house);
}

static void every_way_leads_in(void **state)
{
    (void)state;
    for (int way = 0; way < WAY_COUNT; way++) {
        go_this_way((Way)way);
    }
}

static void a_pin_needs_no_field(void **state)
{
    (void)state;
    for (int way = 0; way < WAY_COUNT; way++) {
        House house;
        house_open(&house, NULL, false, 1280, 720);
        Id ash = house_family(&house, TIER_AD, "Ash");
        keep(&house, ash, SIGN_IN_PIN, PIN);
        way_settle(&house, (Way)way, ash);
        to_sign_in(&house);
        while (way == WAY_PAD && strncmp(stage_focus(house.stage)->key, "digit", 5) != 0) {
            stage_key(house.stage, KEY_DOWN, NULL); /* out of the field, where left and right stay */
        }
        for (const char *digit = PIN; *digit; digit++) {
            way_press(&house, (Way)way, ROLE_BUTTON, (const char[]){*digit, '\0'});
        }
        way_press(&house, (Way)way, ROLE_BUTTON, ui_words(&house, TIER_AD, "ui.sign.go"));
        wait_ms(&house, 100);
        expect_screen(&house, "play");
        house_close(&house);
    }
}

/* What is said since it was asked last, a line each. */
static void listen(House *house, char *said, size_t size)
{
    Effect effect;
    said[0] = '\0';
    (void)stage_tree(house->stage);
    while (stage_take_effects(house->stage, &effect, 1) == 1) {
        if (effect.type == EFFECT_SAY) {
            size_t used = strlen(said);
            snprintf(said + used, size - used, "%s\n", effect.text);
        }
    }
}

static void the_youngest_hear_every_picture(void **state)
{
    (void)state;
    House house;
    char said[4096];
    open_ash(&house, TIER_T1, false);
    to_sign_in(&house);
    listen(&house, said, sizeof said);
    assert_non_null(strstr(said, "Hello, Ash!"));
    assert_non_null(strstr(said, ui_words(&house, TIER_T1, "ui.sign.ask.pictures")));
    for (size_t i = 0; i < sign_in_picture_count(TIER_T1); i++) {
        char id[64];
        snprintf(id, sizeof id, "ui.sign.picture.%s", sign_in_picture(i));
        const char *name = ui_words(&house, TIER_T1, id);
        while (strcmp(stage_focus(house.stage)->key, "") == 0 ||
               strcmp(tree_find_key(stage_tree(house.stage), stage_focus(house.stage)->key)->name,
                      name) != 0) {
            stage_key(house.stage, KEY_TAB, NULL);
        }
        listen(&house, said, sizeof said);
        assert_non_null(strstr(said, name));
    }
    show_row(&house, "sun sun sun");
    wait_ms(&house, 100);
    listen(&house, said, sizeof said);
    assert_non_null(strstr(said, ui_words(&house, TIER_T1, "ui.sign.wrong")));
    house_close(&house);
}

/* ---- without one ---- */

static void without_one_everybody_enters_as_before(void **state)
{
    (void)state;
    House house;
    house_open(&house, NULL, true, 1280, 720);
    (void)house_family(&house, TIER_T2, "Ash");
    press(&house, "Ash");
    expect_screen(&house, "play");
    cover(&house);
    hold_sun(&house);
    expect_screen(&house, "play");
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chosen_shown_twice_and_asked_for),
        cmocka_unit_test(what_is_easy_or_different_is_chosen_again),
        cmocka_unit_test(choosing_never_leads_back_to_the_helper),
        cmocka_unit_test(nobody_takes_the_animal_of_another),
        cmocka_unit_test(onlookers_see_shells_and_no_pictures),
        cmocka_unit_test(the_last_picture_can_be_taken_back),
        cmocka_unit_test(pictures_keep_their_places),
        cmocka_unit_test(a_pin_takes_digits_alone),
        cmocka_unit_test(waits_grow_and_end),
        cmocka_unit_test(a_wait_cannot_be_walked_around),
        cmocka_unit_test(locking_does_not_shorten_it_either),
        cmocka_unit_test(the_passphrase_lets_in_this_once),
        cmocka_unit_test(or_takes_it_away),
        cmocka_unit_test(from_the_room_too),
        cmocka_unit_test(a_sitting_begun_in_the_room_asks_nobody),
        cmocka_unit_test(chance_finds_no_way_in),
        cmocka_unit_test(whoever_goes_on_signs_in),
        cmocka_unit_test(the_cover_asks_whose_page_it_was),
        cmocka_unit_test(the_helpers_own_page_asks_for_the_passphrase),
        cmocka_unit_test(the_door_is_for_all),
        cmocka_unit_test(after_a_sitting_the_door_asks_again),
        cmocka_unit_test(every_way_leads_in),
        cmocka_unit_test(a_pin_needs_no_field),
        cmocka_unit_test(the_youngest_hear_every_picture),
        cmocka_unit_test(without_one_everybody_enters_as_before),
    };
    return cmocka_run_group_tests_name("sign-in", tests, NULL, NULL);
}
