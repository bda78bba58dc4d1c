/* The walk through assigning: the page for each age group, a sequence, words that are changed, and
 * what each was given. */
#include "proof/everywhere_inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>

/* One step is still to be given. */
static void see_sequence(Walker *walker, const Case *family)
{
    assert_true(give_back(&walker->house.cove, family->id, 1, 1, NULL));
    walker_press(walker, "sequence", "first-young");
    walker_see(walker, "sequence");
    walker_press(walker, "give", NULL);
}

/* Written anew, with a name in it. */
static void see_wording(Walker *walker, const Case *family, Id person)
{
    Cove *cove = &walker->house.cove;
    Stage *stage = walker->house.stage;
    GiveWish wish = give_wish(cove, family->id, person);
    stage_clear_to(stage, screen_helper_wording(cove, stage, &wish, "feelings", "faces"));
    walker_press(walker, "sentence", NULL);
    char field[64];
    snprintf(field, sizeof field, "%s", tree_find_key(stage_tree(stage), "text")->name);
    assert_true(stage_type(stage, field, " Robin may skip.", NULL));
    walker_see(walker, "wording-faults");
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
    stage_clear_to(stage, screen_helper_assign(&walker->house.cove, stage, family->id, first->id));
    see_sequence(walker, family);
    see_wording(walker, family, first->id);
    stage_clear_to(stage, screen_helper_balance(&walker->house.cove, stage, family->id));
    walker_see(walker, "balance");
}
