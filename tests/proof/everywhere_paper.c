/* What is printed: an activity, cards to take home, the contact card. */
#include "proof/everywhere_inside.h"

#include "activity/kind.h"
#include "screen/rewording.h"
#include "screen/taking_home.h"
#include "screen/tongue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* The last play that left something to take home; "" for none. */
static Id take_home(Walker *walker)
{
    const Record *record = walker_record(walker);
    Id found = {""};
    for (size_t i = 0; i < record_sitting_count(record); i++) {
        const Sitting *sitting = record_sitting_at(record, i);
        for (size_t k = 0; k < sitting->play_count; k++) {
            Id play = record_play(record, sitting->plays[k])->id;
            found = taking_home_any(&walker->house.cove, play) ? play : found;
        }
    }
    return found;
}

/* So that there are words to choose from. */
static void keep_wording(Walker *walker, Id person, Tier tier)
{
    Cove *cove = &walker->house.cove;
    Library *library = tongue_library(cove, person);
    const Module *module = library_module(library, "feelings");
    const RewordOf of = {library, module, module_activity(module, "faces"), tier, kinds_content()};
    RewordSentence first;
    OwnWording kept;
    assert_true(reword_sentences(&of, &first, 1) > 0);
    const Reworded change = {first.id, first.text};
    assert_true(wording_keep(cove, &of, &change, 1, "Softer start", &kept, NULL));
}

void walker_paper(Walker *walker, const Case *family)
{
    Cove *cove = &walker->house.cove;
    Stage *stage = walker->house.stage;
    Id case_id = family->id, person = family->people[0].id;
    GiveWish wish = give_wish(cove, case_id, person);
    keep_wording(walker, person, wish.tier);
    stage_clear_to(stage, screen_helper_print(cove, stage, &wish, "feelings", "faces"));
    walker_see(walker, "print");
    stage_clear_to(stage, screen_helper_cards(cove, stage, take_home(walker)));
    walker_see(walker, "cards");
    stage_clear_to(stage, screen_helper_contact(cove, stage, case_id));
    walker_see(walker, "contact");
}
