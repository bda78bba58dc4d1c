/* Rules of a module that no shape can say. Words are checked in module_words.c. */
#include "content/module_inside.h"

#include "content/content_json.h"
#include "content/place.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Check {
    Module *module;
    const ModuleSource *source;
    const KindContent *const *kinds;
    bool whole;
    Arena *arena;
    Faults *faults;
} Check;

static void report(Check *check, FaultLevel level, const char *path, const char *rule,
                   const char *format, ...) __attribute__((format(printf, 5, 6)));

static void report(Check *check, FaultLevel level, const char *path, const char *rule,
                   const char *format, ...)
{
    char remedy[800];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(remedy, sizeof remedy, format, arguments);
    va_end(arguments);
    faults_add(check->faults, level, check->source->file, path, rule, "%s", remedy);
}

static void report_at(Check *check, const Mention *mention, const char *rule, const char *remedy)
{
    char *path = place_path(mention->place);
    report(check, FAULT_ERROR, path, rule, "%s", remedy);
    free(path);
}

static void check_folder(Check *check)
{
    const char *folder = check->source->folder, *id = check->module->id;
    if (folder != NULL && id != NULL && strcmp(folder, id) != 0)
        report(check, FAULT_ERROR, "$.id", "folder-name",
               "The folder is called \"%s\" and the id is \"%s\"; make them the same.", folder, id);
}

static bool code_within(const char *code, const char *module)
{
    size_t length = strlen(module);
    return strncmp(code, module, length) == 0 && code[length] == '.';
}

static void check_code(Check *check, const Activity *activities, size_t index)
{
    char path[64];
    snprintf(path, sizeof path, "$.activities[%zu].code", index);
    const char *code = activities[index].code;
    if (!code_within(code, check->module->code))
        report(check, FAULT_ERROR, path, "bad-id",
               "The code of an activity begins with its module's: write %s.%zu.",
               check->module->code, index + 1);
    for (size_t i = 0; i < index; i++) {
        if (strcmp(activities[i].code, code) == 0)
            report(check, FAULT_ERROR, path, "duplicate-id",
                   "Another activity has the code %s; give each its own.", code);
    }
}

static void check_codes(Check *check)
{
    const Module *module = check->module;
    if (strchr(module->code, '.') != NULL)
        report(check, FAULT_ERROR, "$.code", "bad-id",
               "The code of a module is a capital letter and two digits, as M01.");
    for (size_t i = 0; i < module->activities.count; i++)
        check_code(check, module->activities.items, i);
}

static const char *tier_names(TierSet tiers, char *buffer, size_t size)
{
    size_t used = 0;
    buffer[0] = '\0';
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        if (tier_in(tiers, (Tier)tier))
            used += (size_t)snprintf(buffer + used, size - used, "%s%s", used > 0 ? ", " : "",
                                     tier_limits((Tier)tier)->id);
    }
    return buffer;
}

static void check_goals(Check *check)
{
    TierSet tiers = module_tiers(check->module);
    for (int tier = 0; tier < TIER_COUNT; tier++) {
        if (tier_in(tiers, (Tier)tier) && check->module->goals[tier] == NULL)
            report(check, FAULT_ERROR, "$.goals", "goal-missing",
                   "The module serves %s and has no goal for it; add \"%s\".",
                   tier_limits((Tier)tier)->id, tier_limits((Tier)tier)->id);
    }
    if ((tiers & TIER_SET_CHILD) != 0 && check->module->child_title == NULL)
        report(check, FAULT_ERROR, "$.child_title", "missing-key",
               "\"child_title\" is missing: the name children see.");
}

static void check_kind_tiers(Check *check, const Activity *activity, const char *path)
{
    char names[32];
    const KindContent *kind = kind_find(check->kinds, activity->kind);
    TierSet outside = activity->tiers & ~kind->tiers;
    if (outside != 0)
        report(check, FAULT_ERROR, path, "tier-not-served",
               "The kind %s does not serve %s; take it out or choose another kind.", kind->name,
               tier_names(outside, names, sizeof names));
}

static size_t pages_for(const Activity *activity, Tier tier)
{
    const Page *const *pages = activity->pages.items;
    size_t count = 0;
    for (size_t i = 0; i < activity->pages.count; i++)
        count += tier_in(pages[i]->tiers, tier);
    return count;
}

static void check_pages(Check *check, const Activity *activity, const char *path)
{
    for (int t = 0; t < TIER_COUNT; t++) {
        Tier tier = (Tier)t;
        size_t count = pages_for(activity, tier);
        if (!tier_in(activity->tiers, tier))
            continue;
        if (count == 0)
            report(check, FAULT_ERROR, path, "tier-not-served",
                   "The activity serves %s and has no page for it; add one, or take the tier out.",
                   tier_limits(tier)->id);
        if (count > ACTIVITY_PAGES_MAX)
            report(check, FAULT_ERROR, path, "out-of-range",
                   "%s gets %zu pages; an activity has at most %d for one tier.",
                   tier_limits(tier)->id, count, ACTIVITY_PAGES_MAX);
    }
}

static void check_activities(Check *check)
{
    const Activity *activities = check->module->activities.items;
    for (size_t i = 0; i < check->module->activities.count; i++) {
        char path[64];
        snprintf(path, sizeof path, "$.activities[%zu].tiers", i);
        check_kind_tiers(check, &activities[i], path);
        snprintf(path, sizeof path, "$.activities[%zu].pages", i);
        check_pages(check, &activities[i], path);
    }
}

static void run_kind_checks(Check *check)
{
    const Activity *activities = check->module->activities.items;
    for (size_t i = 0; i < check->module->activities.count; i++) {
        char path[64];
        snprintf(path, sizeof path, "$.activities[%zu]", i);
        const KindContent *kind = kind_find(check->kinds, activities[i].kind);
        if (kind->check != NULL)
            kind->check(&activities[i], check->source->file, path, check->faults);
    }
}

static void narrow_page_tiers(Check *check)
{
    Activity *activities = check->module->activities.items;
    for (size_t i = 0; i < check->module->activities.count; i++) {
        Page **pages = activities[i].pages.items;
        for (size_t p = 0; p < activities[i].pages.count; p++)
            pages[p]->tiers &= activities[i].tiers;
    }
}

static void check_tier_set(Check *check, const Mention *mention)
{
    char outside[32], around[32], remedy[160];
    TierSet tiers = *(const TierSet *)mention->member;
    if (tiers == TIER_SET_ALL || (tiers & ~mention->tiers) == 0)
        return;
    snprintf(remedy, sizeof remedy,
             "%s is not among the tiers served here (%s); take it out or serve it.",
             tier_names(tiers & ~mention->tiers, outside, sizeof outside),
             tier_names(mention->tiers, around, sizeof around));
    report_at(check, mention, "tier-not-served", remedy);
}

static void refuse_picture(Check *check, const Mention *mention, const char *name)
{
    char remedy[3 * NAME_MAX_BYTES + 120];
    snprintf(remedy, sizeof remedy,
             "There is no picture \"%s\": add pictures/%s.svg to the module, or use one of "
             "assets/pictures.",
             name, name);
    report_at(check, mention, "unknown-picture", remedy);
}

static void check_picture(Check *check, const Mention *mention)
{
    const char **name = mention->member;
    if (pictures_have(check->source->own, *name))
        *name =
            arena_format(check->arena, "%s:%s", check->module->id ? check->module->id : "", *name);
    else if (check->source->shared != NULL && !pictures_have(check->source->shared, *name))
        refuse_picture(check, mention, *name);
}

static void check_mention(void *context, const Mention *mention)
{
    Check *check = context;
    if (mention->field->type == FIELD_PICTURE)
        check_picture(check, mention);
    if (mention->field->type == FIELD_TIERS && check->whole)
        check_tier_set(check, mention);
}

void module_check(Module *module, const ModuleSource *source, const KindContent *const *kinds,
                  bool whole, Arena *arena, Faults *faults)
{
    Check check = {module, source, kinds, whole, arena, faults};
    size_t before = faults_errors(faults);
    check_folder(&check);
    shape_mentions(&module_shape, module, module_tiers(module), kinds, check_mention, &check);
    if (!whole)
        return;
    check_codes(&check);
    check_goals(&check);
    check_activities(&check);
    narrow_page_tiers(&check);
    if (faults_errors(faults) == before)
        run_kind_checks(&check);
}

Module *module_read(const char *bytes, size_t size, const ModuleSource *source,
                    const KindContent *const *kinds, Arena *arena, Faults *faults)
{
    Json *json = content_json(bytes, size, source->file, faults);
    if (json == NULL)
        return NULL;
    const ShapeContext context = {
        .arena = arena, .faults = faults, .file = source->file, .kinds = kinds};
    Module *module = arena_alloc(arena, 1, sizeof *module);
    bool whole = shape_read(&module_shape, json, &context, module);
    module_check(module, source, kinds, whole, arena, faults);
    json_free(json);
    return module;
}
