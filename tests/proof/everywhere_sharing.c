/* The walk through what a child says may be shown, what the helper releases, and an adult's
 * desk. */
#include "proof/everywhere_inside.h"

#include "screen/noting.h"
#include "screen/sharing.h"
#include "screen/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* To the first adult there is, whose choice has words. */
static void choose_adult(Walker *walker)
{
    const Node *adult = tree_find_key(stage_tree(walker->house.stage), "whom-3");
    if (adult) {
        assert_true(stage_press(walker->house.stage, ROLE_CHOICE, adult->name, NULL));
        walker_see(walker, "share-words");
        if (walker_offers(walker, "share-picture")) {
            walker_press(walker, "share-picture", NULL);
            walker_see(walker, "share-picture");
        }
    }
}

void walker_sharing(Walker *walker)
{
    if (!walker_offers(walker, "showing")) {
        return;
    }
    walker_press(walker, "showing", NULL);
    walker_see(walker, "share");
    walker_press(walker, "of-play", NULL);
    walker_see(walker, "share-whom");
    choose_adult(walker);
    const Node *keep = tree_find_key(stage_tree(walker->house.stage), "keep-share");
    assert_true(stage_press(walker->house.stage, ROLE_BUTTON, keep->name, NULL));
    walker_press(walker, "back", NULL);
}

static Id add_goal(Walker *walker, const Case *family, Id person)
{
    FactSubject goal = {.person = person, .item = id_new(&walker->house.cove.ids)};
    static const char *const facts[][2] = {{"goal.words", "Calm mornings"},
                                           {"goal.low", "Rushed"},
                                           {"goal.high", "Calm"},
                                           {"goal.theirs", "yes"}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        assert_true(
            note_fact(&walker->house.cove, family->id, facts[i][0], &goal, facts[i][1], "", NULL));
    }
    return goal.item;
}

void walker_desk(Walker *walker, Id sitting)
{
    Stage *stage = walker->house.stage;
    if (!walker_offers(walker, "note-to-helper")) {
        return;
    }
    walker_press(walker, "note-to-helper", NULL);
    walker_see(walker, "desk-note");
    stage_pop(stage);
    const Case *family = record_case_at(walker_record(walker), 0);
    Id goal = add_goal(walker, family, record_sitting(walker_record(walker), sitting)->person);
    stage_push(stage, screen_parent_goal(&walker->house.cove, stage, sitting, goal));
    walker_see(walker, "desk-goal");
    stage_pop(stage);
}

static Id open_play(Walker *walker)
{
    return record_play_open(walker_record(walker), record_sitting_open(walker_record(walker)))->id;
}

/* A child of this case plays something to its end, and that is all. */
static Id play_one(Walker *walker, const Case *family, Id child)
{
    Cove *cove = &walker->house.cove;
    Stage *stage = walker->house.stage;
    sitting_begin(cove, stage, family->id, child, SETTING_ROOM);
    sitting_play_over(cove, stage, open_play(walker), ENDING_STOPPED);
    Id sitting = record_sitting_open(walker_record(walker))->id;
    for (size_t i = 0; i < family->assignment_count; i++) {
        if (id_same(family->assignments[i].person, child)) {
            sitting_play(cove, stage, sitting, family->assignments[i].id);
            break;
        }
    }
    Id play = open_play(walker);
    sitting_play_over(cove, stage, play, ENDING_FINISHED);
    sitting_end(cove, stage, sitting, "");
    return play;
}

void walker_release(Walker *walker, const Case *family)
{
    Cove *cove = &walker->house.cove;
    Stage *stage = walker->house.stage;
    Id child = family->people[0].id, adult = case_adult(family, 0)->id;
    Id play = play_one(walker, family, child);
    assert_true(share_wish(cove, family->id, child, play, &adult, 1, false,
                           &(ShareSaid){"I like my cave.", false}, NULL));
    stage_clear_to(stage, screen_helper_share(cove, stage, family->id, child, play));
    walker_see(walker, "release");
    walker_press(walker, "release", NULL);
    walker_see(walker, "released");
}
