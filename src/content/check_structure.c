/* Structural rules that need no words: settings (S07), minutes, lists of feelings (S09). */
#include "content/check_inside.h"

#include <stdio.h>
#include <string.h>

static int longest(TierSet tiers)
{
    int most = 0;
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        if (tier_in(tiers, (Tier)tier) && tier_limits((Tier)tier)->minutes > most)
            most = tier_limits((Tier)tier)->minutes;
    }
    return most;
}

void check_settings(const Checked *checked)
{
    const Activity *activities = checked->module->activities.items;
    for (size_t i = 0; i < checked->module->activities.count; i++) {
        SettingSet settings = activities[i].settings;
        int most = longest(activities[i].tiers);
        if (activities[i].minutes > most)
            report_activity(checked, i, ".minutes", FAULT_WARNING, "long-activity",
                            "%d minutes is long for its tiers; %d is the most.",
                            activities[i].minutes, most);
        if ((settings & 1u << SETTING_JOINT) != 0 && (settings & 1u << SETTING_ROOM) == 0)
            report_activity(checked, i, ".settings", FAULT_ERROR, "S07",
                            "What two can play together can be done in the room with the helper "
                            "too; add \"room\".");
    }
}

/* ---- feelings: the word sets of blueprint 2.3, by id and the first tier that has them ---- */

typedef struct Feeling {
    const char *id;
    Tier from;
} Feeling;

static const Feeling feelings[] = {
    {"happy", TIER_T1},       {"sad", TIER_T1},      {"mad", TIER_T1},
    {"scared", TIER_T1},      {"okay", TIER_T1},     {"excited", TIER_T1},
    {"worried", TIER_T2},     {"lonely", TIER_T2},   {"shy", TIER_T2},
    {"proud", TIER_T2},       {"mixed-up", TIER_T2}, {"bored", TIER_T2},
    {"loved", TIER_T2},       {"sorry", TIER_T2},    {"nervous", TIER_T3},
    {"calm", TIER_T3},        {"jealous", TIER_T3},  {"left-out", TIER_T3},
    {"let-down", TIER_T3},    {"hopeful", TIER_T3},  {"guilty", TIER_T3},
    {"embarrassed", TIER_T3}, {"torn", TIER_T3},     {"annoyed", TIER_T3},
    {"safe", TIER_T3},        {"curious", TIER_T3},  {"missing-someone", TIER_T3},
    {"fed-up", TIER_T3},      {"relieved", TIER_T4}, {"numb", TIER_T4},
    {"resentful", TIER_T4},   {"ashamed", TIER_T4},  {"pressured", TIER_T4},
    {"protective", TIER_T4},  {"homesick", TIER_T4}, {"overwhelmed", TIER_T4},
    {"suspicious", TIER_T4},  {"grateful", TIER_T4}, {"helpless", TIER_T4},
    {"tender", TIER_T4},      {"trapped", TIER_T4},  {"distant", TIER_T4},
    {"respected", TIER_T4},
};

static const Field *field_named(const Shape *shape, const char *name)
{
    const Field *field;
    for (size_t i = 0; (field = shape_field(shape, i)) != NULL; i++) {
        if (strcmp(field->name, name) == 0)
            return field;
    }
    return NULL;
}

/* Tiers for which the list has an entry of this id. */
static TierSet tiers_with(const List *list, const Shape *entry, const char *id)
{
    TierSet found = 0;
    const Field *ids = shape_field_of(entry, FIELD_ID);
    const Field *tiers = shape_field_of(entry, FIELD_TIERS);
    for (size_t i = 0; i < list->count; i++) {
        const char *at = (const char *)list->items + i * entry->size, *name;
        TierSet who = TIER_SET_ALL;
        memcpy(&name, at + ids->offset, sizeof name);
        if (tiers != NULL)
            memcpy(&who, at + tiers->offset, sizeof who);
        if (strcmp(name, id) == 0)
            found |= who;
    }
    return found;
}

static void add_missing(Text *missing, const List *list, const Shape *entry, Tier tier)
{
    for (size_t i = 0; i < sizeof feelings / sizeof *feelings; i++) {
        if (feelings[i].from <= tier && !tier_in(tiers_with(list, entry, feelings[i].id), tier))
            text_addf(missing, "%s%s", missing->length > 0 ? ", " : "", feelings[i].id);
    }
}

static void check_list(const Checked *checked, size_t index, size_t page, const Field *field,
                       const List *list, Tier tier)
{
    Text missing;
    char member[96];
    text_init(&missing);
    add_missing(&missing, list, field->shape, tier);
    snprintf(member, sizeof member, ".pages[%zu].%s", page, field->name);
    if (missing.length > 0)
        report_activity(checked, index, member, FAULT_WARNING, "S09",
                        "%s cannot choose: %.400s. Add them, so that no feeling is left out.",
                        tier_limits(tier)->id, missing.bytes);
    text_clear(&missing);
}

static void check_feeling_page(const Checked *checked, size_t index, size_t page,
                               const Field *field)
{
    const Activity *activity = &((const Activity *)checked->module->activities.items)[index];
    const Page *any = ((const Page *const *)activity->pages.items)[page];
    const List *list = (const List *)(const void *)((const char *)any + field->offset);
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        if (tier_in(any->tiers & activity->tiers, (Tier)tier))
            check_list(checked, index, page, field, list, (Tier)tier);
    }
}

void check_feelings(const Checked *checked)
{
    const Activity *activities = checked->module->activities.items;
    for (size_t i = 0; i < checked->module->activities.count; i++) {
        const KindContent *kind = kind_find(checked->kinds, activities[i].kind);
        const Field *field =
            kind != NULL && kind->feelings != NULL ? field_named(kind->page, kind->feelings) : NULL;
        for (size_t page = 0; field != NULL && page < activities[i].pages.count; page++)
            check_feeling_page(checked, i, page, field);
    }
}
