/* The walk's signing in: an animal, a sequence, a word or a PIN chosen; then asked for, wrong,
 * waited for. */
#include "proof/everywhere_inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void type_secret(Walker *walker, const char *secret)
{
    const Node *field = tree_find_key(stage_tree(walker->house.stage), "secret");
    assert_non_null(field);
    type_in(&walker->house, field->name, secret);
}

/* `count` pictures from `from` on. */
static void take(Walker *walker, size_t from, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        walker_press(walker, "take", sign_in_picture(from + i));
    }
}

static void show_once(Walker *walker, Tier tier, SignInWay way, bool right)
{
    static const char *const typed[SIGN_IN_WAYS][2] = {
        [SIGN_IN_WORD] = {"winter", "wintermoth"},
        [SIGN_IN_PIN] = {"73", "739150"},
        [SIGN_IN_PHRASE] = {"tea", "tea at the pier"}};
    if (way == SIGN_IN_PICTURES) {
        take(walker, right ? 0 : 1, sign_in_pictures_least(tier));
    } else {
        type_secret(walker, typed[way][right]);
    }
}

/* The button: a field means the same. */
static void press_check(Walker *walker)
{
    press(&walker->house, tree_find_key(stage_tree(walker->house.stage), "check")->name);
}

static const Node *chip(Walker *walker, SignInWay way)
{
    return tree_find_key(stage_tree(walker->house.stage), sign_in_way_id(way));
}

static void see_way(Walker *walker, Tier tier, SignInWay way)
{
    const char *name = sign_in_way_id(way);
    if (chip(walker, way)) {
        choose(&walker->house, chip(walker, way)->name);
    }
    walker_see(walker, "sign-new-%s", name);
    show_once(walker, tier, way, true);
    choose(&walker->house, tree_find_verb(stage_tree(walker->house.stage), "show", "")->name);
    walker_see(walker, "sign-new-%s-shown", name);
    press_check(walker);
    show_once(walker, tier, way, false);
    walker_see(walker, "sign-again-%s", name);
    press_check(walker);
    walker_see(walker, "sign-differs-%s", name);
}

static void make(Walker *walker, Tier tier, SignInWay way)
{
    show_once(walker, tier, way, true);
    press_check(walker);
    show_once(walker, tier, way, true);
    press_check(walker);
    walker_see(walker, "sign-made");
}

/* Where a sequence is checked by itself there is nothing to press. */
static void try_wrong(Walker *walker, Tier tier, SignInWay way)
{
    show_once(walker, tier, way, false);
    if (tree_find_key(stage_tree(walker->house.stage), "check")) {
        press_check(walker);
    }
    wait_ms(&walker->house, 200);
}

static void see_choosing(Walker *walker, const Visit *visit, Tier tier)
{
    Stage *stage = walker->house.stage;
    stage_clear_to(stage,
                   screen_sign_new(&walker->house.cove, stage, visit->family, visit->person));
    if (walker_offers(walker, "animal")) {
        walker_see(walker, "sign-animal");
        walker_press(walker, "animal", NULL);
    }
    for (int way = SIGN_IN_WAYS - 1; way > SIGN_IN_NONE; way--) {
        if (sign_in_offered(tier, (SignInWay)way)) {
            see_way(walker, tier, (SignInWay)way);
        }
    }
    make(walker, tier, sign_in_usual(tier));
}

static void see_asking(Walker *walker, const Visit *visit, Tier tier)
{
    Stage *stage = walker->house.stage;
    stage_clear_to(stage, screen_sign_ask(&walker->house.cove, stage, visit));
    walker_see(walker, "sign-in");
    for (int i = 0; i < 3; i++) {
        try_wrong(walker, tier, sign_in_usual(tier));
        walker_see(walker, i == 0 ? "sign-in-wrong" : i == 1 ? "sign-in-twice" : "sign-in-wait");
    }
    wait_ms(&walker->house, 3000);
    walker_see(walker, "sign-in-try");
}

void everywhere_sign_in(const Everywhere *walk, Tier tier)
{
    Walker walker;
    walker_open(&walker, walk);
    Visit visit = {.why = VISIT_BEGIN, .person = house_family(&walker.house, tier, "Robin")};
    visit.family = record_case_at(keeper_record(walker.house.cove.keeper), 0)->id;
    see_choosing(&walker, &visit, tier);
    see_asking(&walker, &visit, tier);
    walker_close(&walker);
}
