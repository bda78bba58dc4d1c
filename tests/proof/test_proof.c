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

static const LookSize looks[] = {{1280, 720, 1}, {800, 600, 1},  {1920, 1080, 1},
                                 {1280, 720, 2}, {1920, 1080, 2}, {800, 600, 2}};
enum { LOOKS = sizeof looks / sizeof *looks };

typedef struct Proving {
    const char *who;
    Pseudo language;
    Ruler ruler;
    Text faults;
    size_t count, screens;
} Proving;

static void prove(Proving *proving, House *house, const char *name, const LookSize *look)
{
    char where[256];
    snprintf(where, sizeof where, "%s %s %.0fx%.0f %.0f%% %s", proving->who,
             pseudo_language(proving->language), (double)look->width, (double)look->height,
             (double)look->text * 100, name);
    Proof proof = {.where = where,
                   .faults = &proving->faults,
                   .fault_count = &proving->count,
                   .tree = stage_tree(house->stage),
                   .manner = stage_manner(house->stage),
                   .ruler = &proving->ruler,
                   .screen = stage_screen_name(house->stage)};
    (void)tier_parse(proving->who, &proof.tier);
    if (strcmp(proving->who, "desk") == 0) {
        proof.tier = TIER_AD;
    }
    proof_places(&proof);
    proof_targets(&proof);
    proof_meaning(&proof, proving->language == PSEUDO_NONE);
    if (look == looks || look == looks + LOOKS - 1) {
        proof_focus(&proof, house->stage);
    }
}

static void resize(House *house, const LookSize *look)
{
    stage_resize(house->stage, look->width, look->height);
    stage_text_scale(house->stage, look->text);
}

static void see(void *context, House *house, const char *name)
{
    Proving *proving = context;
    for (size_t i = 0; i < LOOKS; i++) {
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
    pseudo_copy(proving->language, COVE_SOURCE_DIR "/content", content);
    pseudo_add_broken(content);
    proving->ruler = platform_ruler(platform);
    Everywhere walk = {.content = content,
                       .language = pseudo_language(proving->language),
                       .ruler = proving->ruler,
                       .see = see,
                       .context = proving};
    Tier tier;
    if (tier_parse(proving->who, &tier)) {
        everywhere_sitting(&walk, tier);
    } else {
        everywhere_desk(&walk);
    }
    platform_close(platform);
    pseudo_remove(content);
}

static void every_screen_holds(void **state)
{
    Proving *proving = *state;
    text_init(&proving->faults);
    prove_all(proving);
    print_message("%zu screens, %d looks each: %zu faults\n", proving->screens, (int)LOOKS,
                  proving->count);
    if (proving->count > 0) {
        fputs(proving->faults.bytes, stdout);
    }
    size_t count = proving->count;
    text_clear(&proving->faults);
    assert_int_equal(count, 0);
}

int main(int count, char **arguments)
{
    if (count != 3) {
        fprintf(stderr, "test_proof <t1 t2 t3 t4 ad desk> <en qps qpr>\n");
        return 2;
    }
    Proving proving = {.who = arguments[1]};
    while (proving.language < PSEUDO_COUNT &&
           strcmp(pseudo_language(proving.language), arguments[2]) != 0) {
        proving.language++;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(every_screen_holds, &proving),
    };
    return proving.language == PSEUDO_COUNT
               ? 2
               : cmocka_run_group_tests_name("proof", tests, NULL, NULL);
}
