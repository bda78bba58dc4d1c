/* The walk through what a child is asked before a sitting: each page of it, the three answers, and
 * what it is asked before playing with an adult. */
#include "proof/everywhere_inside.h"

#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const Case *family_of(Walker *walker)
{
    return record_case_at(walker_record(walker), 0);
}

static void come(Walker *walker, Id child)
{
    sitting_begin(&walker->house.cove, walker->house.stage, family_of(walker)->id, child,
                  SETTING_ROOM);
    assert_true(walker_on(walker, "assent"));
}

static void see_steps(Walker *walker, const char *name)
{
    for (int step = 0; walker_offers(walker, "next"); step++) {
        walker_see(walker, "%s-%02d", name, step);
        walker_press(walker, "next", NULL);
    }
    walker_see(walker, "%s-choice", name);
}

static Id add_adult(Walker *walker)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family_of(walker)->id,
                   .person_id = id_new(&walker->house.cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .name = "Alexandra",
                   .picture = "person/adult-3"};
    assert_true(cove_keep(&walker->house.cove, &event, 1, NULL));
    return event.person_id;
}

/* The helper wants it asked, of this adult. */
static void want_asked(Walker *walker, Id child)
{
    House *house = &walker->house;
    Event judged = {.type = EVENT_CONTACT_JUDGED,
                    .case_id = family_of(walker)->id,
                    .person_id = child,
                    .about_id = add_adult(walker),
                    .contact = CONTACT_SAFE};
    assert_true(cove_keep(&house->cove, &judged, 1, NULL));
    house_open_gate(house, judged.case_id, judged.about_id);
    house_note(house, judged.case_id, "joint-yes.answer", child, judged.about_id, "to-ask");
}

void everywhere_asked(const Everywhere *walk, Tier tier)
{
    Walker walker;
    if (tier == TIER_AD) {
        return;
    }
    walker_open(&walker, walk);
    Id child = house_family(&walker.house, tier, "Robin");
    house_note(&walker.house, family_of(&walker)->id, "assent.answer", child, (Id){""}, "not-now");
    come(&walker, child);
    see_steps(&walker, "asked");
    walker_press(&walker, "answer", "question");
    walker_see(&walker, "asked-question");
    walker_press(&walker, "answer", "not-now");
    walker_see(&walker, "asked-rest");
    walker_press(&walker, "done", NULL);
    want_asked(&walker, child);
    house_note(&walker.house, family_of(&walker)->id, "assent.answer", child, (Id){""}, "yes");
    come(&walker, child);
    see_steps(&walker, "asked-with");
    walker_close(&walker);
}
