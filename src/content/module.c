/* The shapes of a module, and finding things in one. The rules between its parts are in
 * module_check.c; reading files is the library's. */
#include "content/module.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const audience_words[] = {"child", "parent", "both", NULL};
static const char *const stage_words[] = {"commitment", "process", "change", "termination", NULL};
static const char *const gate_words[] = {"assent", "room", "contact", NULL};

static const Field page_fields[] = {
    {.name = "id",
     .type = FIELD_ID,
     .offset = offsetof(Page, id),
     .required = true,
     .help = "Unique in the activity; it is recorded, so never give it to another page later."},
    {.name = "tiers",
     .type = FIELD_TIERS,
     .offset = offsetof(Page, tiers),
     .help = "Who gets this page; everybody the activity serves when left out."},
    {.name = "text",
     .type = FIELD_SENTENCE,
     .offset = offsetof(Page, text),
     .help = "What the guide says on this page; it must fit the tier's words per screen."},
    {.name = "picture",
     .type = FIELD_PICTURE,
     .offset = offsetof(Page, picture),
     .help = "The picture of this page."},
};

const Shape page_shape = {
    .name = "page", .size = sizeof(Page), .fields = page_fields, .count = COUNT(page_fields)};

static const Field card_fields[] = {
    {.name = "aim",
     .type = FIELD_SENTENCE,
     .offset = offsetof(AdultCard, aim),
     .required = true,
     .help = "What this activity is for."},
    {.name = "use",
     .type = FIELD_SENTENCE,
     .offset = offsetof(AdultCard, use),
     .required = true,
     .help = "How to be beside the child here."},
    {.name = "prompts",
     .type = FIELD_SENTENCES,
     .offset = offsetof(AdultCard, prompts),
     .required = true,
     .min = 1,
     .max = 6,
     .help = "Open talk prompts that do not lead."},
    {.name = "watch",
     .type = FIELD_SENTENCE,
     .offset = offsetof(AdultCard, watch),
     .required = true,
     .help = "What to look out for, and when to stop."},
};

static const Shape card_shape = {.name = "adult card",
                                 .size = sizeof(AdultCard),
                                 .fields = card_fields,
                                 .count = COUNT(card_fields)};

static const Field lint_fields[] = {
    {.name = "rule",
     .type = FIELD_CODE,
     .offset = offsetof(LintOk, rule),
     .required = true,
     .help = "Id of the rule, such as G07 or S03."},
    {.name = "why",
     .type = FIELD_PLAIN,
     .offset = offsetof(LintOk, why),
     .required = true,
     .help = "The reviewer's reason."},
};

static const Shape lint_shape = {.name = "accepted word rule",
                                 .size = sizeof(LintOk),
                                 .fields = lint_fields,
                                 .count = COUNT(lint_fields)};

/* `kind` comes before `pages`, whose shape depends on it. */
static const Field activity_fields[] = {
    {.name = "id",
     .type = FIELD_ID,
     .offset = offsetof(Activity, id),
     .required = true,
     .help = "Unique in the module; it is recorded, so never give it to another activity later."},
    {.name = "code",
     .type = FIELD_CODE,
     .offset = offsetof(Activity, code),
     .required = true,
     .help = "The module's code, a dot and a number: M01.1."},
    {.name = "kind",
     .type = FIELD_KIND,
     .offset = offsetof(Activity, kind),
     .required = true,
     .help = "What people do in it; each kind has its own page keys."},
    {.name = "tiers",
     .type = FIELD_TIERS,
     .offset = offsetof(Activity, tiers),
     .required = true,
     .help = "Whom it serves; the kind must serve them too."},
    {.name = "settings",
     .type = FIELD_SETTINGS,
     .offset = offsetof(Activity, settings),
     .required = true,
     .help = "Where it may run."},
    {.name = "minutes",
     .type = FIELD_INTEGER,
     .offset = offsetof(Activity, minutes),
     .required = true,
     .min = 1,
     .max = 30,
     .help = "About how long it takes."},
    {.name = "co_parent",
     .type = FIELD_FLAG,
     .offset = offsetof(Activity, co_parent),
     .help = "It is about messages between two carers: closed where that is not safe."},
    {.name = "title",
     .type = FIELD_SENTENCE,
     .offset = offsetof(Activity, title),
     .required = true,
     .help = "Its name, for its tiers and for helpers.",
     .readers = READERS_EVERYBODY},
    {.name = "picture",
     .type = FIELD_PICTURE,
     .offset = offsetof(Activity, picture),
     .required = true,
     .help = "Its picture in the cove."},
    {.name = "adult",
     .type = FIELD_OBJECT,
     .offset = offsetof(Activity, adult),
     .required = true,
     .shape = &card_shape,
     .help = "What the adult beside the child should know.",
     .readers = READERS_ADULT},
    {.name = "safe_adult",
     .type = FIELD_PLAIN,
     .offset = offsetof(Activity, safe_adult),
     .help = "Of a story for children: the name or word in its English text that says who is the "
             "safe grown-up, such as Owl or {helper}."},
    {.name = "pages",
     .type = FIELD_PAGES,
     .offset = offsetof(Activity, pages),
     .required = true,
     .min = 1,
     .max = 3 * ACTIVITY_PAGES_MAX,
     .help = "In the order in which they are shown; at least one for each tier of the activity."},
    {.name = "lint_ok",
     .type = FIELD_LIST,
     .offset = offsetof(Activity, lint_ok),
     .min = 1,
     .max = 16,
     .shape = &lint_shape,
     .help = "Word rules and structural rules (S01 to S12) that a reviewer accepted for this "
             "activity, with the reason."},
};

const Shape activity_shape = {.name = "activity",
                              .size = sizeof(Activity),
                              .fields = activity_fields,
                              .count = COUNT(activity_fields)};

static const Field module_fields[] = {
    {.name = "format",
     .type = FIELD_INTEGER,
     .offset = offsetof(Module, format),
     .required = true,
     .min = 1,
     .max = FORMAT_VERSION,
     .help = "Version of this format."},
    {.name = "id",
     .type = FIELD_ID,
     .offset = offsetof(Module, id),
     .required = true,
     .help = "Also the name of the module's folder."},
    {.name = "code",
     .type = FIELD_CODE,
     .offset = offsetof(Module, code),
     .required = true,
     .help = "A capital letter and two digits: M01. Modules are listed by it."},
    {.name = "version",
     .type = FIELD_INTEGER,
     .offset = offsetof(Module, version),
     .required = true,
     .min = 1,
     .max = 9999,
     .help = "Raise it when families would see a difference."},
    {.name = "audience",
     .type = FIELD_WORD,
     .offset = offsetof(Module, audience),
     .required = true,
     .words = audience_words,
     .help = "Who uses the module."},
    {.name = "stage",
     .type = FIELD_WORD,
     .offset = offsetof(Module, stage),
     .required = true,
     .words = stage_words,
     .help = "The stage of the work it belongs to first."},
    {.name = "gate",
     .type = FIELD_WORD,
     .offset = offsetof(Module, gate),
     .required = true,
     .words = gate_words,
     .help = "When it may open: after assent, in the room by default, or when the helper has "
             "recorded the safety gate."},
    {.name = "place",
     .type = FIELD_ID,
     .offset = offsetof(Module, place),
     .required = true,
     .help = "Its place in the cove: the pictures of this name in place/ and scene/."},
    {.name = "title",
     .type = FIELD_SENTENCE,
     .offset = offsetof(Module, title),
     .required = true,
     .help = "Its name for helpers and parents.",
     .readers = READERS_HELPER},
    {.name = "child_title",
     .type = FIELD_SENTENCE,
     .offset = offsetof(Module, child_title),
     .help = "Its name for children; needed as soon as one activity serves a child tier.",
     .readers = READERS_CHILD},
    {.name = "goals",
     .type = FIELD_TIER_SENTENCES,
     .offset = offsetof(Module, goals),
     .required = true,
     .help = "One for each tier the module serves; helpers read them.",
     .readers = READERS_HELPER},
    {.name = "activities",
     .type = FIELD_LIST,
     .offset = offsetof(Module, activities),
     .required = true,
     .min = 1,
     .max = 20,
     .shape = &activity_shape,
     .help = "In the order in which they are offered."},
};

const Shape module_shape = {.name = "module",
                            .size = sizeof(Module),
                            .fields = module_fields,
                            .count = COUNT(module_fields)};

const KindContent *kind_find(const KindContent *const *kinds, const char *name)
{
    for (; name != NULL && kinds != NULL && *kinds != NULL; kinds++) {
        if (strcmp((*kinds)->name, name) == 0)
            return *kinds;
    }
    return NULL;
}

TierSet module_tiers(const Module *module)
{
    const Activity *activities = module->activities.items;
    TierSet tiers = 0;
    for (size_t i = 0; i < module->activities.count; i++)
        tiers |= activities[i].tiers;
    return tiers;
}

const Activity *module_activity(const Module *module, const char *id)
{
    const Activity *activities = module->activities.items;
    for (size_t i = 0; i < module->activities.count; i++) {
        if (strcmp(activities[i].id, id) == 0)
            return &activities[i];
    }
    return NULL;
}

const Page *activity_page(const Activity *activity, const char *id)
{
    const Page *const *pages = activity->pages.items;
    for (size_t i = 0; i < activity->pages.count; i++) {
        if (strcmp(pages[i]->id, id) == 0)
            return pages[i];
    }
    return NULL;
}
