/* The page of assigning: what of the library is looked at. */
#include "activity/kind.h"
#include "screen/assign_page.h"
#include "screen/desk.h"
#include "screen/simple.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <string.h>

Node *assign_choices(const Screen *screen, const char *title, Tree *tree, Node *parent)
{
    Node *cell = node_group(tree, parent, AXIS_COLUMN);
    cell->layout.gap = 6;
    cell->layout.cross = ALIGN_STRETCH;
    node_text(tree, cell, TYPE_SMALL, desk_word(screen, tree, title))->bold = true;
    Node *row = simple_row(tree, cell, 8);
    row->layout.main = ALIGN_START;
    return row;
}

void assign_switch(const Screen *screen, const char *verb, bool on, Tree *tree, Node *row)
{
    const char *words = desk_word(screen, tree, arena_format(tree->arena, "ui.assign.%s", verb));
    page_choice(tree, row, verb, words, NULL, action_of(verb, "", 0), on)->icon =
        on ? "icon/radio-on" : "icon/radio-off";
}

static const AssignFilter *filter_of(const Screen *screen)
{
    return &assign_page(screen)->filter;
}

static int chosen_count(const AssignFilter *filter)
{
    return (filter->minutes > 0) + (filter->kind[0] != '\0') + filter->own_tongue;
}

bool assign_filters(const Screen *screen)
{
    return chosen_count(filter_of(screen)) > 0;
}

static bool in_own_tongue(const void *context, const char *module)
{
    const Screen *screen = context;
    return tongue_has_module(screen->cove, assign_page(screen)->wish.person, module);
}

LibraryQuery assign_query(const Screen *screen)
{
    const AssignScreen *page = assign_page(screen);
    return (LibraryQuery){.words = page->words,
                          .kind = page->filter.kind[0] ? page->filter.kind : NULL,
                          .tiers = 1u << page->wish.tier,
                          .settings = 1u << page->wish.setting,
                          .minutes = page->filter.minutes,
                          .suits = page->filter.own_tongue ? in_own_tongue : NULL,
                          .context = screen};
}

/* ---- what is chosen from ---- */

static void build_minutes(const Screen *screen, Tree *tree, Node *panel)
{
    static const int most[] = {0, 3, 5, 8};
    Node *row = assign_choices(screen, "ui.assign.long", tree, panel);
    for (size_t i = 0; i < sizeof most / sizeof *most; i++) {
        const char *words = most[i] ? desk_word_count(screen, tree, "ui.assign.up-to", most[i])
                                    : desk_word(screen, tree, "ui.assign.any");
        page_choice(tree, row, arena_format(tree->arena, "minutes-%d", most[i]), words, NULL,
                    action_of("filter-minutes", "", most[i]),
                    filter_of(screen)->minutes == most[i]);
    }
}

static bool any_of_kind(const Screen *screen, const char *kind)
{
    LibraryQuery query = {.kind = kind,
                          .tiers = 1u << assign_page(screen)->wish.tier,
                          .settings = 1u << assign_page(screen)->wish.setting};
    return library_search(screen->cove->library, &query, 0, NULL, 0) > 0;
}

/* ui.kind.sort-cards of sort_cards. */
static const char *kind_words(const Screen *screen, Tree *tree, const char *name)
{
    char *id = arena_format(tree->arena, "ui.kind.%s", name);
    for (char *at = id; (at = strchr(at, '_')) != NULL;) {
        *at = '-';
    }
    return desk_word(screen, tree, id);
}

/* A kind that has nothing for this person and place is not offered. */
static void build_kinds(const Screen *screen, Tree *tree, Node *panel)
{
    const char *now = filter_of(screen)->kind;
    Node *row = assign_choices(screen, "ui.assign.kind", tree, panel);
    page_choice(tree, row, "kind-any", desk_word(screen, tree, "ui.assign.any"), NULL,
                action_of("filter-kind", "", 0), now[0] == '\0');
    for (const KindContent *const *kind = kinds_content(); *kind; kind++) {
        const char *name = (*kind)->name;
        if (any_of_kind(screen, name)) {
            page_choice(tree, row, arena_format(tree->arena, "kind-%s", name),
                        kind_words(screen, tree, name), NULL, action_of("filter-kind", name, 0),
                        strcmp(now, name) == 0);
        }
    }
}

static void build_tongue(const Screen *screen, Tree *tree, Node *panel)
{
    if (tongue_is_english(screen->cove, assign_page(screen)->wish.person)) {
        return;
    }
    Node *row = assign_choices(screen, "ui.language.title", tree, panel);
    assign_switch(screen, "own-tongue", filter_of(screen)->own_tongue, tree, row);
}

void assign_build_filter(const Screen *screen, Tree *tree, Node *panel)
{
    const AssignFilter *filter = filter_of(screen);
    int chosen = chosen_count(filter);
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    const char *words = chosen ? desk_word_count(screen, tree, "ui.assign.filtered", chosen)
                               : desk_word(screen, tree, "ui.assign.filter");
    Node *unfold = simple_button(tree, row, LOOK_QUIET, words, "filter",
                                 filter->open ? "icon/up" : "icon/down");
    unfold->state.expanded = filter->open;
    if (chosen) {
        simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.assign.filter-none"),
                      "filter-none", "icon/undo");
    }
    if (filter->open) {
        build_minutes(screen, tree, panel);
        build_kinds(screen, tree, panel);
        build_tongue(screen, tree, panel);
    }
}

bool assign_hear_filter(Screen *screen, const UiEvent *event)
{
    AssignFilter *filter = &((AssignScreen *)(void *)screen)->filter;
    if (heard_press(event, "filter")) {
        filter->open = !filter->open;
    } else if (heard_press(event, "filter-none")) {
        *filter = (AssignFilter){.open = filter->open};
    } else if (heard_press(event, "filter-minutes")) {
        filter->minutes = event->action.value;
    } else if (heard_press(event, "filter-kind")) {
        snprintf(filter->kind, sizeof filter->kind, "%s", event->action.item);
    } else if (heard_press(event, "own-tongue")) {
        filter->own_tongue = !filter->own_tongue;
    } else {
        return false;
    }
    return true;
}
