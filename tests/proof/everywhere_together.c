/* The walk through joint play: the helper's page for it, and activities for two with their chairs,
 * turns and the adult's strip. */
#include "proof/everywhere_inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

enum { STEPS_MOST = 60 };

static Id add_adult(House *house, Id family)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = family,
                   .person_id = id_new(&house->cove.ids),
                   .role = PERSON_ADULT,
                   .tier = TIER_AD,
                   .name = "Sam",
                   .picture = "person/adult-2"};
    assert_true(cove_keep(&house->cove, &event, 1, NULL));
    return event.person_id;
}

/* A step of a game for two, when the page offers one: the first of these that it does. */
static bool take_step(Walker *walker)
{
    static const char *const verbs[] = {"told",  "said-back", "thats-it", "put-away", "open",
                                        "taken", "breathe",   "choose",   NULL};
    bool acting = walker_offers(walker, "open") && walker_offers(walker, "taken");
    for (size_t i = 0; verbs[i]; i++) {
        bool again = acting && strcmp(verbs[i], "open") == 0;
        if (!again && walker_offers(walker, verbs[i])) {
            walker_press(walker, verbs[i], NULL);
            wait_ms(&walker->house, 2000);
            return true;
        }
    }
    return false;
}

static void play(Walker *walker, const char *name)
{
    for (int step = 0; step < STEPS_MOST && walker_on(walker, "play"); step++) {
        walker_see(walker, "%s-%02d", name, step);
        bool on = walker_offers(walker, "next");
        if (on || !take_step(walker)) {
            walker_press(walker, on ? "next" : "skip", NULL);
        }
    }
}

static const Assignment *nth_given(const Case *family, size_t index)
{
    for (size_t i = 0; i < family->assignment_count; i++) {
        if (family->assignments[i].setting == SETTING_JOINT && index-- == 0) {
            return &family->assignments[i];
        }
    }
    return NULL;
}

/* From the door into the page where it begins, everything said. */
static void prepare(Walker *walker, const char *child, const char *adult)
{
    walker_press(walker, "helper", NULL);
    walker_press(walker, "case", NULL);
    walker_press(walker, "together", child);
    walker_press(walker, "adult", adult);
    walker_press(walker, "contact", NULL);
    walker_press(walker, "prepared", NULL);
    walker_press(walker, "present", NULL);
}

static void give_all(House *house, Id family, Id child)
{
    Event judged = {.type = EVENT_CONTACT_JUDGED,
                    .case_id = family,
                    .person_id = child,
                    .about_id = add_adult(house, family),
                    .contact = CONTACT_SAFE};
    assert_true(cove_keep(&house->cove, &judged, 1, NULL));
    house_open_gate(house, family, judged.about_id);
    for (size_t i = 0; i < library_count(house->cove.library); i++) {
        size_t given;
        if (strcmp(library_at(house->cove.library, i)->id, SITTING_MODULE) == 0) {
            continue;
        }
        assert_true(assign(&house->cove, family, child, library_at(house->cove.library, i), NULL,
                           SETTING_JOINT, "", &given, NULL));
    }
    judged.contact = CONTACT_CLOSED; /* to be judged on the page */
    assert_true(cove_keep(&house->cove, &judged, 1, NULL));
}

static void one(const Everywhere *walk, Tier tier, size_t index)
{
    Walker walker;
    walker_open(&walker, walk);
    House *house = &walker.house;
    Id child = house_family(house, tier, "Milo");
    const Case *family = record_case_at(keeper_record(house->cove.keeper), 0);
    Id family_id = family->id;
    give_all(house, family_id, child);
    family = record_case_at(keeper_record(house->cove.keeper), 0);
    house_note(house, family_id, "joint-yes.answer", child, case_adult(family, 0)->id, "yes");
    const Assignment *given = nth_given(family, index);
    Id assignment = given->id, adult = case_adult(family, 0)->id;
    char activity[ID_MAX];
    memcpy(activity, given->activity, sizeof activity);
    prepare(&walker, child.text, adult.text);
    walker_press(&walker, "begin-together", assignment.text);
    if (index == 0) {
        walker_strip(&walker);
    }
    play(&walker, activity);
    walker_press(&walker, "stop", NULL);
    walker_see(&walker, "%s-stopped", activity);
    walker_close(&walker);
}

static size_t count_given(const Everywhere *walk, Tier tier)
{
    Walker walker;
    walker_open(&walker, walk);
    Id child = house_family(&walker.house, tier, "Milo");
    const Case *family = record_case_at(keeper_record(walker.house.cove.keeper), 0);
    give_all(&walker.house, family->id, child);
    size_t count = 0;
    while (nth_given(record_case_at(keeper_record(walker.house.cove.keeper), 0), count)) {
        count++;
    }
    walker_close(&walker);
    return count;
}

void everywhere_together(const Everywhere *walk, Tier tier)
{
    size_t count = count_given(walk, tier);
    for (size_t i = 0; i < count; i++) {
        one(walk, tier, i);
    }
}
