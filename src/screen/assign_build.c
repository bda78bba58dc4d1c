/* How the page of assigning looks: what was found or all modules, and the card for the adult of
 * whatever is open. */
#include "activity/kind.h"
#include "content/reword.h"
#include "content/search.h"
#include "screen/assign_page.h"
#include "screen/assigning.h"
#include "screen/desk.h"
#include "screen/tongue_page.h"

#include <string.h>

/* The helper reads the card in the adult's wording, whatever the child's tier. */
static const char *adult_words(const Screen *screen, const Module *module, const char *id)
{
    const char *words = strings_get(library_strings(screen->cove->library, module), id, TIER_AD);
    for (Tier tier = 0; !words && tier < TIER_COUNT; tier++) {
        words = strings_get(library_strings(screen->cove->library, module), id, tier);
    }
    return words ? words : id;
}

static void card_line(const Screen *screen, Tree *tree, Node *card, const char *label,
                      const char *words)
{
    Node *head = node_text(tree, card, TYPE_SMALL, desk_word(screen, tree, label));
    head->bold = true;
    node_text(tree, card, TYPE_BODY, words);
}

/* What could not be given is not printed either. */
static void build_print(const Screen *screen, const Module *module, const Activity *activity,
                        Tree *tree, Node *row)
{
    const Case *family;
    const GiveWish *wish = &assign_page(screen)->wish;
    Person reader = *assign_person(screen, &family);
    reader.tier = wish->tier;
    if (assignment_allowed(family, module, activity, &reader, wish->setting, NULL)) {
        Node *print = simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.print.do"),
                                    "print", "icon/note");
        print->action = action_of("print", assign_page(screen)->open, 0);
    }
}

static void build_card(const Screen *screen, const Module *module, const Activity *activity,
                       Tree *tree, Node *panel)
{
    Node *card = node_group(tree, panel, AXIS_COLUMN);
    card->look = LOOK_NOTE;
    card->layout.gap = 4;
    card->layout.cross = ALIGN_STRETCH;
    const AdultCard *adult = activity->adult;
    card_line(screen, tree, card, "ui.assign.aim", adult_words(screen, module, adult->aim));
    card_line(screen, tree, card, "ui.assign.use", adult_words(screen, module, adult->use));
    const char *const *prompts = adult->prompts.items;
    for (size_t i = 0; i < adult->prompts.count; i++) {
        const char *words = adult_words(screen, module, prompts[i]);
        if (i == 0) {
            card_line(screen, tree, card, "ui.assign.prompts", words);
        } else {
            node_text(tree, card, TYPE_BODY, words);
        }
    }
    card_line(screen, tree, card, "ui.assign.watch", adult_words(screen, module, adult->watch));
    Node *row = simple_row(tree, card, 8);
    row->layout.main = ALIGN_START;
    Node *look = simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.assign.preview"),
                               "preview", "icon/play");
    look->action = action_of("preview", assign_page(screen)->open, 0);
    if (reword_may(module)) {
        Node *change =
            simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.wording.do"),
                          "change-words", "icon/letters");
        change->action = action_of("change-words", assign_page(screen)->open, 0);
    }
    build_print(screen, module, activity, tree, row);
}

static void build_activity(const Screen *screen, const Module *module, const Activity *activity,
                           Tree *tree, Node *panel)
{
    const AssignScreen *assigning = assign_page(screen);
    const Case *family;
    (void)assign_person(screen, &family);
    const char *ref = arena_format(tree->arena, "%s/%s", module->id, activity->id);
    const char *title = strings_get(library_strings(screen->cove->library, module), activity->title,
                                    assign_page(screen)->wish.tier);
    Node *row = node_group(tree, panel, AXIS_ROW);
    row->layout.gap = 8;
    row->layout.cross = ALIGN_CENTER;
    Node *name = desk_row(tree, row, activity->picture, title ? title : activity->id,
                          desk_word_count(screen, tree, "ui.assign.minutes", activity->minutes),
                          action_of("card", ref, 0));
    name->layout.grow = 1;
    name->state.expanded = strcmp(assigning->open, ref) == 0;
    const GiveWish *wish = &assigning->wish;
    bool already = assigned_already(family, wish->person, module->id, activity->id, wish->setting);
    bool fits = give_fits(screen->cove, wish, &(GiveItem){module->id, activity->id, NULL}, NULL);
    Node *give = node_button(tree, row, LOOK_SECONDARY,
                             desk_word(screen, tree,
                                       already ? "ui.assign.already"
                                       : fits  ? "ui.assign.do"
                                               : "ui.assign.not-here"),
                             action_of("give", ref, 0));
    give->key = arena_format(tree->arena, "give-%s", ref);
    give->name = arena_format(tree->arena, "%s: %s", give->text, name->name);
    give->state.disabled = !fits;
    if (name->state.expanded) {
        build_card(screen, module, activity, tree, panel);
    }
}

static size_t count_for(const Module *module, Tier tier)
{
    size_t count = 0;
    for (size_t i = 0; i < module->activities.count; i++) {
        count += tier_in(((const Activity *)module->activities.items)[i].tiers, tier);
    }
    return count;
}

static void build_module(const Screen *screen, const Module *module, size_t index, Tree *tree,
                         Node *panels)
{
    Tier tier = assign_page(screen)->wish.tier;
    const char *title = adult_words(screen, module, module->title);
    Node *panel = desk_panel(tree, panels, module->id, title);
    tongue_note_module(screen, assign_page(screen)->wish.person, module->id, tree, panel);
    if (library_origin(screen->cove->library, index)) {
        node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, "ui.library.own"));
    }
    if (count_for(module, tier) == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.assign.none-for-tier"));
        return;
    }
    if (module->goals[tier]) {
        node_text(tree, panel, TYPE_SMALL, adult_words(screen, module, module->goals[tier]));
    }
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    Node *all =
        node_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.assign.module-all"),
                    action_of("give-all", module->id, 0));
    all->key = arena_format(tree->arena, "all-%s", module->id);
    all->name = arena_format(tree->arena, "%s: %s", all->text, title);
    all->icon = "icon/library";
    for (size_t i = 0; i < module->activities.count; i++) {
        const Activity *activity = &((const Activity *)module->activities.items)[i];
        if (tier_in(activity->tiers, tier)) {
            build_activity(screen, module, activity, tree, panel);
        }
    }
}

/* Only where there is more than one set of modules. */
static void build_turns(const Screen *screen, Tree *tree, Node *body)
{
    size_t count = library_count(screen->cove->library), first = assign_page(screen)->first;
    if (count <= MODULES_SHOWN) {
        return;
    }
    Node *row = simple_row(tree, body, 12);
    Node *before = simple_button(tree, row, LOOK_SECONDARY,
                                 desk_word(screen, tree, "ui.library.before"), "before", NULL);
    Node *after = simple_button(tree, row, LOOK_SECONDARY,
                                desk_word(screen, tree, "ui.library.after"), "after", NULL);
    before->state.disabled = first == 0;
    after->state.disabled = first + MODULES_SHOWN >= count;
}

/* ---- searching ---- */

static void build_hit(const Screen *screen, const LibraryHit *hit, Tree *tree, Node *panel)
{
    const Library *library = screen->cove->library;
    const Module *module = library_at(library, hit->module);
    const Listing *listing = library_listing(library, hit->module);
    const Activity *activity =
        module ? module_activity(module, listing->activities[hit->activity].id) : NULL;
    if (activity && strcmp(module->id, SITTING_MODULE) != 0) {
        build_activity(screen, module, activity, tree, panel);
    }
}

static void build_found(const Screen *screen, Tree *tree, Node *body)
{
    LibraryHit hits[FOUND_SHOWN];
    LibraryQuery query = assign_query(screen);
    size_t count = library_search(screen->cove->library, &query, 0, hits, FOUND_SHOWN);
    Node *panel = desk_panel(tree, body, "found",
                             desk_word_count(screen, tree, "ui.assign.found", (long)count));
    for (size_t i = 0; i < count && i < FOUND_SHOWN; i++) {
        build_hit(screen, &hits[i], tree, panel);
    }
    if (count > FOUND_SHOWN) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.assign.found-more"));
    }
}

static void build_modules(const Screen *screen, Tree *tree, Node *body)
{
    Node *panels = desk_panels(tree, body);
    size_t count = library_count(screen->cove->library), first = assign_page(screen)->first;
    for (size_t i = first; i < count && i < first + MODULES_SHOWN; i++) {
        const Module *module = library_at(screen->cove->library, i);
        if (module && strcmp(module->id, SITTING_MODULE) != 0) {
            build_module(screen, module, i, tree, panels);
        }
    }
    build_turns(screen, tree, body);
}

void assign_build(const Screen *screen, Tree *tree)
{
    const Case *family;
    const Person *person = assign_person(screen, &family);
    Node *body = desk_page(
        screen, tree, desk_word_for(screen, tree, "ui.assign.title", person->name), family->name);
    Node *panel = node_group(tree, body, AXIS_COLUMN);
    panel->look = LOOK_CARD;
    panel->layout.gap = 10;
    panel->layout.cross = ALIGN_STRETCH;
    assign_build_how(screen, tree, panel);
    if (!assign_page(screen)->first && !assign_filters(screen)) {
        assign_build_wordings(screen, tree, body);
        assign_build_sequences(screen, tree, body);
    }
    if (assign_page(screen)->words[0] || assign_filters(screen)) {
        build_found(screen, tree, body);
    } else {
        build_modules(screen, tree, body);
    }
}
