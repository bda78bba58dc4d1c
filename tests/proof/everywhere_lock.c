/* The walk through the pages of the lock and of copies. Nothing of them is in the sample: they are
 * seen in a folder of their own. */
#include "proof/everywhere_inside.h"

#include "screen/safekeeping.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static Recovery some_code(Walker *walker)
{
    Recovery code;
    recovery_new(&walker_cove(walker)->ids, &code);
    return code;
}

static void see_safekeeping(Walker *walker)
{
    Cove *c = walker_cove(walker);
    Stage *stage = walker->house.stage;
    assert_true(safekeeping_begin(c, NULL, NULL));
    for (int i = 0; i < 5000 && safekeeping_making(c); i++) {
        safekeeping_step(c);
    }
    stage_clear_to(stage, screen_helper_safekeeping(c, stage));
    walker_see(walker, "safekeeping");
    Backups all = safekeeping_backups(c);
    assert_true(all.count > 0);
    stage_clear_to(stage, screen_helper_backup(c, stage, &all.list[0]));
    backups_clear(&all);
    walker_see(walker, "safekeeping-backup");
    stage_clear_to(stage, screen_damaged(c, stage));
    walker_see(walker, "damaged");
}

void everywhere_lock(const Everywhere *walk)
{
    Walker walker;
    walker_open(&walker, walk);
    Cove *c = &walker.house.cove;
    Stage *stage = walker.house.stage;
    Recovery code = some_code(&walker);
    stage_clear_to(stage, screen_passphrase(c, stage, PASSPHRASE_SET_UP, "Kim"));
    walker_see(&walker, "passphrase");
    walker_press(&walker, "use-words", NULL);
    walker_press(&walker, "go", NULL);
    walker_see(&walker, "passphrase-differs");
    stage_clear_to(stage, screen_recovery(c, stage, NULL, &code, ""));
    walker_see(&walker, "recovery");
    stage_clear_to(stage, screen_unlock(c, stage));
    walker_see(&walker, "unlock");
    walker_press(&walker, "other", NULL);
    walker_see(&walker, "unlock-code");
    house_give_folder(&walker.house);
    Visit visit = {.person = house_family(&walker.house, TIER_T2, "Robin")};
    visit.family = record_case_at(walker_record(&walker), 0)->id;
    stage_clear_to(stage, screen_helper_lock(c, stage));
    walker_see(&walker, "lock");
    stage_clear_to(stage, screen_passphrase_now(c, stage, WAY_PASSPHRASE));
    walker_see(&walker, "passphrase-now");
    stage_clear_to(stage, screen_rewrap(c, stage, REWRAP_ASK));
    walker_see(&walker, "rewrap");
    stage_clear_to(stage, screen_passphrase(c, stage, PASSPHRASE_REWRAP, ""));
    walker_see(&walker, "rewrap-passphrase");
    stage_clear_to(stage, screen_recovery_rewrap(c, stage, "five other words of a test", &code));
    walker_see(&walker, "rewrap-recovery");
    stage_clear_to(stage, screen_rewrap(c, stage, REWRAP_DONE));
    walker_see(&walker, "rewrap-done");
    stage_clear_to(stage, screen_sign_let(c, stage, &visit));
    walker_see(&walker, "sign-let");
    see_safekeeping(&walker);
    walker_close(&walker);
}
