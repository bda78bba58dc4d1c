/* The walk through assigning: the page for each age group, and a sequence before and after it is
 * given and kept. */
#include "proof/everywhere_inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* So that there is something to give. */
static void take_back_one(Walker *walker, const Case *family)
{
    assert_true(give_back(&walker->house.cove, family->id, 1, 1, NULL));
}

static void see_sequence(Walker *walker, const char *key)
{
    walker_press(walker, "sequence", key);
    walker_see(walker, "sequence-%s", key[0] ? key : "given");
    if (walker_offers(walker, "give")) {
        walker_press(walker, "give", NULL);
        walker_see(walker, "sequence-%s-given", key[0] ? key : "given");
    }
    walker_press(walker, "back", NULL);
}

void walker_assigning(Walker *walker, const Case *family)
{
    Stage *stage = walker->house.stage;
    for (size_t i = 0; i < family->people_count; i++) {
        const Person *person = &family->people[i];
        stage_clear_to(stage,
                       screen_helper_assign(&walker->house.cove, stage, family->id, person->id));
        walker_see(walker, "assign-%s", tier_limits(person->tier)->id);
    }
    const Person *first = &family->people[0];
    take_back_one(walker, family);
    stage_clear_to(stage, screen_helper_balance(&walker->house.cove, stage, family->id));
    walker_see(walker, "balance");
    stage_clear_to(stage, screen_helper_assign(&walker->house.cove, stage, family->id, first->id));
    see_sequence(walker, first->tier <= TIER_T2 ? "first-young" : "first-teen");
    see_sequence(walker, "");
}
