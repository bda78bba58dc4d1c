/* Signing in: chosen with the helper beside, never to be read off the screen, wrong ones waited
 * for, and the helper who can always let in. */
#include "screen/signing.h"
#include "screen/ways.h"

#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Clouds and the boat ask for ticks of their own, which no page hears. */
static void a_wait_ends_while_things_move(void **state)
{
    (void)state;
    House house;
    open_ash(&house, TIER_T2, false);
    stage_animate(house.stage);
    to_sign_in(&house);
    for (int i = 0; i < 3; i++) {
        wrong(&house);
    }
    int64_t end = house.time.ticks + 2100;
    while (house.time.ticks < end) {
        (void)stage_draw(house.stage);
        assert_in_range(stage_wait_ms(house.stage), 0, 100);
        house.time.ticks += 16;
        stage_input(house.stage, &(Input){.type = INPUT_TICK});
    }
    expect_text(&house, ui_words(&house, TIER_T2, "ui.sign.try"));
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
    house_note(&house, family_of(&house)->id, "assent.answer", bo, (Id){""}, "yes");
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

/* Locked in the middle of it: the case leads back into the same sitting, not to the door. */
static void a_sitting_in_the_room_is_gone_on_with_from_the_case(void **state)
{
    (void)state;
    House house;
    Id ash = open_ash(&house, TIER_T2, true);
    go_to_helper(&house);
    press(&house, "Harbor");
    act(&house, "start", ash.text);
    const Id sitting = record_sitting_open(keeper_record(house.cove.keeper))->id;
    house_restart(&house);
    go_to_helper(&house);
    press(&house, "Harbor");
    act(&house, "resume", ash.text);
    expect_screen(&house, "play");
    assert_true(id_same(record_sitting_open(keeper_record(house.cove.keeper))->id, sitting));
    assert_int_equal(record_sitting_count(keeper_record(house.cove.keeper)), 1);
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
        way_press(&house, way, ROLE_BUTTON, row[i] ? row[i] : ui_words(&house, TIER_T2, "ui.undo"));
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
            stage_key(house.stage, KEY_DOWN,
                      NULL); /* out of the field, where left and right stay */
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
        cmocka_unit_test(a_wait_ends_while_things_move),
        cmocka_unit_test(a_wait_cannot_be_walked_around),
        cmocka_unit_test(locking_does_not_shorten_it_either),
        cmocka_unit_test(the_passphrase_lets_in_this_once),
        cmocka_unit_test(or_takes_it_away),
        cmocka_unit_test(from_the_room_too),
        cmocka_unit_test(a_sitting_begun_in_the_room_asks_nobody),
        cmocka_unit_test(a_sitting_in_the_room_is_gone_on_with_from_the_case),
        cmocka_unit_test(every_way_leads_in),
        cmocka_unit_test(a_pin_needs_no_field),
        cmocka_unit_test(the_youngest_hear_every_picture),
    };
    return cmocka_run_group_tests_name("sign-in", tests, NULL, NULL);
}
