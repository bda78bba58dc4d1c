#include "content/listing.h"

#include <stdlib.h>

Listing *listing_empty(size_t activities)
{
    Listing *listing = memory_new(1, sizeof *listing);
    listing->activities = memory_new(activities + 1, sizeof *listing->activities);
    listing->count = activities;
    return listing;
}

/* In the adults' wording where there is one. */
static const char *title_for_helpers(const Strings *strings, const char *id)
{
    const char *title = strings_get(strings, id, TIER_AD);
    for (Tier tier = 0; title == NULL && tier < TIER_COUNT; tier++)
        title = strings_get(strings, id, tier);
    return title != NULL ? title : id;
}

static ListedActivity listed(Arena *arena, const Activity *activity, const Strings *strings)
{
    return (ListedActivity){.id = arena_string(arena, activity->id),
                            .kind = arena_string(arena, activity->kind),
                            .code = arena_string(arena, activity->code),
                            .title =
                                arena_string(arena, title_for_helpers(strings, activity->title)),
                            .tiers = activity->tiers,
                            .settings = activity->settings,
                            .minutes = activity->minutes};
}

Listing *listing_new(const Module *module, const Strings *strings)
{
    Listing *listing = listing_empty(module->activities.count);
    const Activity *activities = module->activities.items;
    listing->arena = arena_new();
    listing->code = arena_string(listing->arena, module->code);
    listing->title = arena_string(listing->arena, title_for_helpers(strings, module->title));
    listing->stage = module->stage;
    listing->gate = module->gate;
    for (size_t i = 0; i < listing->count; i++)
        listing->activities[i] = listed(listing->arena, &activities[i], strings);
    return listing;
}

void listing_free(Listing *listing)
{
    if (listing == NULL)
        return;
    arena_free(listing->arena);
    free(listing->activities);
    free(listing);
}
