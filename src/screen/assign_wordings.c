/* The page of assigning: wordings the helper changed before, for this person's wording and
 * language. */
#include "screen/assign_page.h"
#include "screen/desk.h"
#include "screen/rewording.h"
#include "screen/tongue.h"

#include "content/search.h"

#include <string.h>

static const char *title_of(const Screen *screen, const OwnWording *wording)
{
    const Library *library = screen->cove->library;
    const Module *module = library_module(library, wording->module);
    const Activity *activity = module ? module_activity(module, wording->activity) : NULL;
    const char *title =
        activity ? strings_get(library_strings(library, module), activity->title, wording->tier)
                 : NULL;
    return title ? title : wording->activity;
}

static bool suits(const Screen *screen, const OwnWording *wording, Tree *tree)
{
    const GiveWish *wish = &assign_page(screen)->wish;
    const char *words =
        arena_format(tree->arena, "%s %s", wording->name, title_of(screen, wording));
    return wording->tier == wish->tier &&
           strcmp(wording->language, tongue_of(screen->cove, wish->person)) == 0 &&
           search_stands_in(words, assign_page(screen)->words);
}

static void build_wording(const Screen *screen, const OwnWording *wording, Tree *tree, Node *panel)
{
    const GiveWish *wish = &assign_page(screen)->wish;
    GiveItem item = {wording->module, wording->activity, &wording->digest};
    Node *row = node_group(tree, panel, AXIS_ROW);
    row->layout.gap = 8;
    row->layout.cross = ALIGN_CENTER;
    Node *words = node_group(tree, row, AXIS_COLUMN);
    words->layout.grow = 1;
    node_text(tree, words, TYPE_BODY, wording->name);
    node_text(tree, words, TYPE_SMALL,
              arena_format(tree->arena, "%s \xc2\xb7 %s", title_of(screen, wording),
                           desk_word(screen, tree, "ui.wording.changed")));
    Node *give = node_button(tree, row, LOOK_SECONDARY, desk_word(screen, tree, "ui.assign.do"),
                             action_of("give-words", wording->id.text, 0));
    give->key = arena_format(tree->arena, "give-%s", wording->id.text);
    give->name = arena_format(tree->arena, "%s: %s", give->text, wording->name);
    give->state.disabled = !give_fits(screen->cove, wish, &item, NULL);
    Node *drop = node_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.wording.drop"),
                             action_of("drop-words", wording->id.text, 0));
    drop->key = arena_format(tree->arena, "drop-%s", wording->id.text);
    drop->name = arena_format(tree->arena, "%s: %s", drop->text, wording->name);
}

/* Nothing where there is none: the way to make one is on each activity's card. */
void assign_build_wordings(const Screen *screen, Tree *tree, Node *body)
{
    Id own[OWN_WORDINGS];
    OwnWording wording;
    size_t count = wordings_own(screen->cove, own);
    Node *panel = NULL;
    for (size_t i = 0; i < count && i < OWN_WORDINGS; i++) {
        if (wording_find(screen->cove, own[i], &wording) && suits(screen, &wording, tree)) {
            panel = panel ? panel
                          : desk_panel(tree, body, "wordings",
                                       desk_word(screen, tree, "ui.wording.list"));
            build_wording(screen, &wording, tree, panel);
        }
    }
}

/* ---- what is done ---- */

static void give_wording(Screen *screen, const OwnWording *wording)
{
    GiveItem item = {wording->module, wording->activity, &wording->digest};
    assign_give(screen, &item, 1);
}

bool assign_hear_wordings(Screen *screen, const UiEvent *event)
{
    Id id;
    OwnWording wording;
    bool give = heard_press(event, "give-words"), drop = heard_press(event, "drop-words");
    Error error = {0};
    if ((!give && !drop) || !id_parse(event->action.item, &id)) {
        return false;
    }
    if (give && wording_find(screen->cove, id, &wording)) {
        give_wording(screen, &wording);
    } else if (drop && !wording_drop(screen->cove, id, &error)) {
        stage_notice(screen->stage, &error);
    }
    return true;
}
