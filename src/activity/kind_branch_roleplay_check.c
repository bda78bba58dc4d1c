/* Which role-plays are refused: too few replies, ways that lead nowhere or round in circles. */
#include "activity/kind_branch_roleplay.h"

#include "activity/ways.h"

#include <stdio.h>

static bool way_at(const Page *any, size_t index, char room[48], Way *out)
{
    const RolePage *page = (const RolePage *)(const void *)any;
    if (index == 0) {
        *out = (Way){page->next, TIER_SET_ALL, "next"};
        return true;
    }
    if (index > page->replies.count) {
        return false;
    }
    const Reply *reply = roleplay_reply(page, (int)index - 1);
    snprintf(room, 48, "replies[%zu].next", index - 1);
    *out = (Way){reply->next ? reply->next : page->next, reply->option.tiers, room};
    return true;
}

bool roleplay_ends(const Page *any)
{
    return ((const RolePage *)(const void *)any)->end;
}

void roleplay_check(const Activity *activity, const char *file, const char *path, Faults *faults)
{
    static const Ways ways = {.at = way_at, .ends = roleplay_ends, .what = "role-play"};
    for (size_t i = 0; i < activity->pages.count; i++) {
        const RolePage *page = ((const RolePage *const *)activity->pages.items)[i];
        TierSet tiers = page->page.tiers & activity->tiers;
        char place[PLACE_MAX];
        if (page->replies.count) {
            options_check(&page->replies, sizeof(Reply), tiers, 3, 0, "replies", file,
                          page_place(place, path, i, "replies"), faults);
        }
        options_check(&page->says, sizeof(Says), tiers, 0, ROLEPLAY_SAYS, "bubbles", file,
                      page_place(place, path, i, "says"), faults);
    }
    ways_check(activity, &ways, file, path, faults);
}
