/* What each person of a case was given: how many, of which modules, where, and the minutes that the
 * activities plan. Counts beside counts, for an even hand; nothing of what anybody did, no sums
 * over people, no judgement. It goes into no report (report/audience.c). */
#include "screen/desk.h"
#include "screen/may.h"
#include "screen/screens.h"

#include <string.h>

enum { MODULES_COUNTED = 64 };

typedef struct BalanceScreen {
    Screen screen;
    Id family;
} BalanceScreen;

/* Of what stands given now; what was taken back is not counted. */
typedef struct Balance {
    long count, minutes, prompts;
    long in[SETTING_COUNT];
    const char *modules[MODULES_COUNTED];
    long of_module[MODULES_COUNTED];
    size_t module_count;
} Balance;

static const Case *family_of(const Screen *screen)
{
    const BalanceScreen *balance = (const BalanceScreen *)(const void *)screen;
    return record_case(keeper_record(screen->cove->keeper), balance->family);
}

/* ---- counting ---- */

static void count_module(Balance *balance, const char *module)
{
    size_t at = 0;
    while (at < balance->module_count && strcmp(balance->modules[at], module) != 0) {
        at++;
    }
    if (at == MODULES_COUNTED) {
        return;
    }
    if (at == balance->module_count) {
        balance->modules[balance->module_count++] = module;
    }
    balance->of_module[at]++;
}

static void count_one(const Cove *cove, const Assignment *given, Balance *balance)
{
    const Module *module = library_module(cove->library, given->module);
    const Activity *activity = module ? module_activity(module, given->activity) : NULL;
    balance->count++;
    balance->in[given->setting]++;
    count_module(balance, given->module);
    if (activity) {
        balance->minutes += activity->minutes;
        balance->prompts += (long)activity->adult->prompts.count;
    }
}

static Balance balance_of(const Cove *cove, const Case *family, Id person)
{
    Balance balance = {0};
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *given = &family->assignments[i];
        if (id_same(given->person, person) && !given->taken_back) {
            count_one(cove, given, &balance);
        }
    }
    return balance;
}

/* ---- the page ---- */

static void build_line(const Screen *screen, const char *id, long n, Tree *tree, Node *panel)
{
    node_text(tree, panel, TYPE_BODY, desk_word_count(screen, tree, id, n));
}

static void build_places(const Screen *screen, const Balance *balance, Tree *tree, Node *panel)
{
    const char *words = NULL;
    for (Setting setting = 0; setting < SETTING_COUNT; setting++) {
        const char *where = desk_word(
            screen, tree, arena_format(tree->arena, "ui.case.setting.%s", setting_id(setting)));
        words = arena_format(tree->arena, "%s%s%s: %ld", words ? words : "",
                             words ? " \xc2\xb7 " : "", where, balance->in[setting]);
    }
    node_text(tree, panel, TYPE_BODY, words);
}

static void build_modules(const Screen *screen, const Balance *balance, Tree *tree, Node *panel)
{
    const Library *library = screen->cove->library;
    for (size_t i = 0; i < balance->module_count; i++) {
        const Module *module = library_module(library, balance->modules[i]);
        const char *title =
            module ? strings_get(library_strings(library, module), module->title, TIER_AD) : NULL;
        node_text(tree, panel, TYPE_SMALL,
                  arena_format(tree->arena, "%s: %ld", title ? title : balance->modules[i],
                               balance->of_module[i]));
    }
}

static void build_person(const Screen *screen, const Person *person, Tree *tree, Node *panels)
{
    Balance balance = balance_of(screen->cove, family_of(screen), person->id);
    Node *panel = desk_panel(tree, panels, person->id.text, person->name);
    build_line(screen, "ui.balance.activities", balance.count, tree, panel);
    build_line(screen, "ui.balance.minutes", balance.minutes, tree, panel);
    build_line(screen, "ui.balance.prompts", balance.prompts, tree, panel);
    build_places(screen, &balance, tree, panel);
    build_modules(screen, &balance, tree, panel);
}

static void build_role(const Screen *screen, PersonRole role, const char *title, Tree *tree,
                       Node *body)
{
    const Case *family = family_of(screen);
    node_heading(tree, body, TYPE_LEAD, desk_word(screen, tree, title));
    Node *panels = desk_panels(tree, body);
    size_t shown = 0;
    for (size_t i = 0; i < family->people_count; i++) {
        if (family->people[i].role == role) {
            build_person(screen, &family->people[i], tree, panels);
            shown++;
        }
    }
    if (shown == 0) {
        desk_note(tree, panels, desk_word(screen, tree, "ui.balance.nobody"));
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const Case *family = family_of(screen);
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.balance.title"), family->name);
    if (!helper_may(family, ACCESS_GIVEN, ACCESS_READ)) {
        return;
    }
    node_text(
        tree, body, TYPE_BODY,
        desk_word(screen, tree, family->assignment_count ? "ui.balance.about" : "ui.balance.none"));
    build_role(screen, PERSON_ADULT, "ui.balance.adults", tree, body);
    build_role(screen, PERSON_CHILD, "ui.balance.children", tree, body);
}

static void hear(Screen *screen, const UiEvent *event)
{
    if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static const ScreenOps ops = {
    .name = "helper-balance", .build = build, .hear = hear, .tier = desk_tier};

Screen *screen_helper_balance(Cove *cove, Stage *stage, Id family)
{
    BalanceScreen *balance = memory_new(1, sizeof *balance);
    balance->screen = (Screen){&ops, cove, stage};
    balance->family = family;
    return &balance->screen;
}
