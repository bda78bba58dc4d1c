#include "activity/ways.h"

#include <string.h>

enum { PAGES_MOST = 256 };

typedef struct Walk {
    const Activity *activity;
    const Ways *ways;
    const char *file, *path;
    Faults *faults;
} Walk;

static size_t page_count(const Walk *walk)
{
    size_t count = walk->activity->pages.count;
    return count < PAGES_MOST ? count : PAGES_MOST;
}

static const Page *page_at(const Walk *walk, size_t index)
{
    return ((const Page *const *)walk->activity->pages.items)[index];
}

static TierSet tiers_of(const Walk *walk, size_t page)
{
    return page_at(walk, page)->tiers & walk->activity->tiers;
}

static size_t page_named(const Walk *walk, const char *id)
{
    size_t index = 0;
    while (index < page_count(walk) && strcmp(page_at(walk, index)->id, id) != 0) {
        index++;
    }
    return index;
}

/* ---- each way for itself ---- */

static bool check_way(const Walk *walk, size_t from, const Way *way)
{
    char place[PLACE_MAX];
    const char *id = page_at(walk, from)->id;
    size_t to = page_named(walk, way->next);
    page_place(place, walk->path, from, way->member);
    if (to == page_count(walk)) {
        faults_add(walk->faults, FAULT_ERROR, walk->file, place, "unknown-page",
                   "Page \"%s\" goes on to \"%s\", which is not there. Name a page of this %s.", id,
                   way->next, walk->ways->what);
    } else if (to <= from) {
        faults_add(walk->faults, FAULT_ERROR, walk->file, place, "story-loop",
                   "Page \"%s\" goes back to \"%s\". Pages only lead on; put it further down.", id,
                   way->next);
    } else if ((tiers_of(walk, from) & way->tiers & ~page_at(walk, to)->tiers) != 0) {
        faults_add(walk->faults, FAULT_ERROR, walk->file, place, "tier-not-served",
                   "Page \"%s\" goes on to \"%s\", which not all of its tiers have. Give both the "
                   "same tiers.",
                   id, way->next);
    } else {
        return true;
    }
    return false;
}

static bool check_page(const Walk *walk, size_t page)
{
    bool good = true;
    char room[48];
    Way way;
    for (size_t i = 0; walk->ways->at(page_at(walk, page), i, room, &way); i++) {
        if (!way.next) {
            continue;
        }
        good &= check_way(walk, page, &way);
        if (walk->ways->ends && walk->ways->ends(page_at(walk, page))) {
            char place[PLACE_MAX];
            faults_add(walk->faults, FAULT_ERROR, walk->file,
                       page_place(place, walk->path, page, way.member), "end-and-next",
                       "Page \"%s\" is an end and goes on to \"%s\". Take one of the two out.",
                       page_at(walk, page)->id, way.next);
            good = false;
        }
    }
    return good;
}

/* ---- all ways of a tier ---- */

/* The page of the tier that follows; page_count past the last. */
static size_t following(const Walk *walk, size_t page, Tier tier)
{
    do {
        page++;
    } while (page < page_count(walk) && !tier_in(tiers_of(walk, page), tier));
    return page;
}

static void reach_from(const Walk *walk, size_t page, Tier tier, bool *reached)
{
    char room[48];
    Way way;
    for (size_t i = 0; walk->ways->at(page_at(walk, page), i, room, &way); i++) {
        if (tier_in(way.tiers, tier)) {
            size_t to = way.next ? page_named(walk, way.next) : following(walk, page, tier);
            reached[to] = true;
        }
    }
}

static void report(const Walk *walk, size_t page, Tier tier, const char *rule, const char *remedy)
{
    char place[PLACE_MAX];
    faults_add(walk->faults, FAULT_ERROR, walk->file, page_place(place, walk->path, page, "id"),
               rule, "Page \"%s\", for %s: %s", page_at(walk, page)->id, tier_limits(tier)->id,
               remedy);
}

/* Ways only lead on, so one pass from the front finds all that can be reached. */
static void check_tier(const Walk *walk, Tier tier)
{
    bool reached[PAGES_MOST + 1] = {false};
    size_t last = page_count(walk), first = 0;
    if (last > 0 && !tier_in(tiers_of(walk, 0), tier)) {
        first = following(walk, 0, tier);
    }
    reached[first] = true;
    for (size_t page = first; page < last; page = following(walk, page, tier)) {
        bool end = walk->ways->ends && walk->ways->ends(page_at(walk, page));
        if (!reached[page]) {
            report(walk, page, tier, "page-unreachable",
                   "nobody comes here. Let a page before lead to it, or take it out.");
        } else if (!end) {
            reach_from(walk, page, tier, reached);
        }
        if (!end && walk->ways->ends && !walk->ways->last_ends &&
            following(walk, page, tier) == last) {
            report(walk, page, tier, "path-without-end",
                   "this is the last page and no end. Say \"end\": true where it closes calmly.");
        }
    }
}

void ways_check(const Activity *activity, const Ways *ways, const char *file, const char *path,
                Faults *faults)
{
    Walk walk = {activity, ways, file, path, faults};
    bool good = true;
    for (size_t page = 0; page < page_count(&walk); page++) {
        good &= check_page(&walk, page);
    }
    for (Tier tier = 0; good && tier < TIER_COUNT; tier++) {
        if (tier_in(activity->tiers, tier)) {
            check_tier(&walk, tier);
        }
    }
}
