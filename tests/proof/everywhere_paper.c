/* What is printed: an activity, cards to take home, the contact card. */
#include "proof/everywhere_inside.h"

#include "screen/taking_home.h"

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

void walker_paper(Walker *walker, const Case *family)
{
    Cove *cove = &walker->house.cove;
    Stage *stage = walker->house.stage;
    Id case_id = family->id, person = family->people[0].id;
    GiveWish wish = give_wish(cove, case_id, person);
    stage_clear_to(stage, screen_helper_print(cove, stage, &wish, "feelings", "faces"));
    walker_see(walker, "print");
    stage_clear_to(stage, screen_helper_cards(cove, stage, take_home(walker)));
    walker_see(walker, "cards");
    stage_clear_to(stage, screen_helper_contact(cove, stage, case_id));
    walker_see(walker, "contact");
}
