/* Every screen, in every tier, size of letters, window and kind of language: what must hold there
 * is in proof.h. `test_proof <t1..ad | desk> <language>`. */
#include "proof/everywhere.h"
#include "proof/proof.h"
#include "proof/pseudo.h"

#include "base/file.h"
#include "platform/platform.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct LookSize {
    float width, height, text;
} LookSize;

static const LookSize looks[] = {{1280, 720, 1}, {800, 600, 1},   {1920, 1080, 1},
                                 {1280, 720, 2}, {1920, 1080, 2}, {800, 600, 2}};
enum { LOOKS = sizeof looks / sizeof *looks };

typedef struct Proving {
    const char *who;
    const char *language; /* tag: a made-up one, English, or a translation that is shipped */
    Pseudo pseudo;        /* what is done to the tables for it */
    Ruler ruler;
    Text faults;
    size_t count, screens;
} Proving;

/* "two-t1": somebody of t1 and an adult. */
static bool is_two(const char *who)
{
    return strncmp(who, "two-", 4) == 0;
}

/* "sign-t1": somebody of t1 who signs in. */
static bool is_sign(const char *who)
{
    return strncmp(who, "sign-", 5) == 0;
}

static const char *tier_name(const char *who)
{
    return is_two(who) ? who + 4 : is_sign(who) ? who + 5 : who;
}

static void prove(Proving *proving, House *house, const char *name, const LookSize *look)
{
    char where[256];
    snprintf(where, sizeof where, "%s %s %.0fx%.0f %.0f%% %s", proving->who, proving->language,
             (double)look->width, (double)look->height, (double)look->text * 100, name);
    Proof proof = {.where = where,
                   .faults = &proving->faults,
                   .fault_count = &proving->count,
                   .tree = stage_tree(house->stage),
                   .manner = stage_manner(house->stage),
                   .ruler = &proving->ruler,
                   .screen = stage_screen_name(house->stage)};
    (void)tier_parse(tier_name(proving->who), &proof.tier);
    if (strncmp(proving->who, "desk", 4) == 0) {
        proof.tier = TIER_AD;
    }
    proof_places(&proof);
    proof_targets(&proof);
    proof_meaning(&proof, proving->pseudo == PSEUDO_NONE);
    /* Every page by Tab, in the usual size and in the tightest; where the words are longer than
     * ours, in the tightest, where they make a difference. */
    if (look == looks + LOOKS - 1 || (look == looks && proving->pseudo == PSEUDO_NONE)) {
        proof_focus(&proof, house->stage);
    }
}

static void resize(House *house, const LookSize *look)
{
    stage_resize(house->stage, look->width, look->height);
    stage_text_scale(house->stage, look->text);
}

static bool is_translation(const Proving *proving)
{
    return strcmp(proving->language, pseudo_language(proving->pseudo)) != 0;
}

static void see(void *context, House *house, const char *name)
{
    Proving *proving = context;
    /* A translation is looked at in the usual size and in the tightest; the made-up languages,
     * whose words are longer, in all of them. */
    size_t step = is_translation(proving) ? LOOKS - 1 : 1;
    for (size_t i = 0; i < LOOKS; i += step) {
        resize(house, &looks[i]);
        prove(proving, house, name, &looks[i]);
    }
    resize(house, &looks[0]);
    (void)stage_tree(house->stage);
    proving->screens++;
}

static Platform *open_platform(void)
{
    Platform *platform;
    Error error = {0};
    PlatformSetup setup = {.title = "proof",
                           .width = EVERYWHERE_WIDTH,
                           .height = EVERYWHERE_HEIGHT,
                           .headless = true,
                           .assets = COVE_SOURCE_DIR "/assets",
                           .content = COVE_SOURCE_DIR "/content"};
    if (!platform_open(&setup, &platform, &error)) {
        fail_msg("%s", error.sentence);
    }
    return platform;
}

static void prove_all(Proving *proving)
{
    Platform *platform = open_platform();
    char content[] = COVE_SCRATCH_DIR "/proof-XXXXXX";
    assert_non_null(mkdtemp(content));
    pseudo_copy(proving->pseudo, COVE_SOURCE_DIR "/content", content);
    pseudo_add_broken(content);
    proving->ruler = platform_ruler(platform);
    Everywhere walk = {.content = content,
                       .language = proving->language,
                       .ruler = proving->ruler,
                       .see = see,
                       .context = proving};
    Tier tier;
    if (is_sign(proving->who) && tier_parse(tier_name(proving->who), &tier)) {
        everywhere_sign_in(&walk, tier);
    } else if (is_two(proving->who) && tier_parse(tier_name(proving->who), &tier)) {
        everywhere_together(&walk, tier);
    } else if (tier_parse(proving->who, &tier)) {
        everywhere_sitting(&walk, tier);
    } else if (strcmp(proving->who, "desk-kept") == 0) {
        everywhere_desk_kept(&walk);
    } else if (strcmp(proving->who, "desk-consent") == 0) {
        everywhere_desk_consent(&walk);
    } else {
        everywhere_desk_sample(&walk);
    }
    platform_close(platform);
    pseudo_remove(content);
}

static void every_screen_holds(void **state)
{
    Proving *proving = *state;
    text_init(&proving->faults);
    prove_all(proving);
    print_message("%zu screens: %zu faults\n", proving->screens, proving->count);
    if (proving->count > 0) {
        fputs(proving->faults.bytes, stdout);
    }
    size_t count = proving->count;
    text_clear(&proving->faults);
    assert_int_equal(count, 0);
}

/* Other tags are those of tables in the content folder. */
static Pseudo pseudo_of(const char *language)
{
    for (Pseudo pseudo = 0; pseudo < PSEUDO_COUNT; pseudo++) {
        if (strcmp(pseudo_language(pseudo), language) == 0) {
            return pseudo;
        }
    }
    return PSEUDO_NONE;
}

int main(int count, char **arguments)
{
    if (count != 3) {
        fprintf(stderr, "test_proof <t1 t2 t3 t4 ad two-t1 .. two-t4 sign-t1 .. sign-ad desk "
                        "desk-consent desk-kept> <en qps qpr es ar>\n");
        return 2;
    }
    Proving proving = {
        .who = arguments[1], .language = arguments[2], .pseudo = pseudo_of(arguments[2])};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(every_screen_holds, &proving),
    };
    return cmocka_run_group_tests_name("proof", tests, NULL, NULL);
}
