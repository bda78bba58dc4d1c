#include "screen/after.h"

#include "screen/logging.h"
#include "screen/screens.h"

void after_open(Screen *screen, Id id)
{
    Cove *cove = screen->cove;
    Stage *stage = screen->stage;
    const Sitting *sitting = record_sitting(keeper_record(cove->keeper), id);
    FactSubject subject = {.item = id};
    stage_clear_to(stage, screen_helper_room(cove, stage));
    if (log_look(screen, id)) {
        stage_push(stage, screen_helper_sitting(cove, stage, id));
        stage_push(stage, screen_helper_fact(cove, stage, sitting->case_id, fact_group("after"),
                                             &subject));
    }
}

void after_ask(Cove *cove, Stage *stage, Id sitting)
{
    Screen none = {.cove = cove, .stage = stage};
    if (cove->vault) {
        stage_push(stage, screen_unlock_notes(cove, stage, sitting));
    } else {
        after_open(&none, sitting);
    }
}
