/* The page of assigning: how things are given, and sequences. */
#include "activity/kind.h"
#include "content/search.h"
#include "screen/assign_page.h"
#include "screen/desk.h"
#include "screen/sequencing.h"

#include <string.h>

/* ---- how ---- */

static Node *wide_grid(Tree *tree, Node *panel, int cell)
{
    Node *grid = node_group(tree, panel, AXIS_GRID);
    grid->layout.min_cell = cell;
    grid->layout.gap = 12;
    grid->layout.cross = ALIGN_STRETCH;
    return grid;
}

static void build_setting(const Screen *screen, Tree *tree, Node *panel)
{
    Node *row = assign_choices(screen, "ui.assign.setting", tree, panel);
    for (Setting setting = 0; setting < SETTING_COUNT; setting++) {
        const char *id = setting_id(setting);
        const char *words =
            desk_word(screen, tree, arena_format(tree->arena, "ui.case.setting.%s", id));
        Node *choice =
            page_choice(tree, row, id, words, NULL, action_of("setting", id, (int)setting),
                        assign_page(screen)->wish.setting == setting);
        choice->icon = setting == SETTING_ROOM   ? "icon/room"
                       : setting == SETTING_HOME ? "icon/homework"
                                                 : "icon/joint";
    }
}

static void build_help(const Screen *screen, Tree *tree, Node *panel)
{
    const GiveWish *wish = &assign_page(screen)->wish;
    Node *row = assign_choices(screen, "ui.assign.help", tree, panel);
    assign_switch(screen, "next", wish->next, tree, row);
    assign_switch(screen, "aloud", wish->aloud, tree, row);
}

/* A child may get another age group's wording. */
static void build_tiers(const Screen *screen, Tree *tree, Node *panel)
{
    const Case *family;
    const Person *person = assign_person(screen, &family);
    if (person->role != PERSON_CHILD) {
        return;
    }
    Node *row = assign_choices(screen, "ui.assign.wording", tree, panel);
    for (Tier tier = 0; tier < TIER_AD; tier++) {
        const char *id = tier_limits(tier)->id;
        page_choice(tree, row, id,
                    desk_word(screen, tree, arena_format(tree->arena, "ui.case.tier.%s", id)), NULL,
                    action_of("wording", id, (int)tier), assign_page(screen)->wish.tier == tier);
    }
    if (assign_page(screen)->wish.tier != person->tier) {
        desk_note(tree, row->parent,
                  desk_word_for(screen, tree, "ui.assign.wording-other", person->name));
    }
}

/* What the last press gave. It has its room from the beginning, so that nothing moves away under a
 * pointer when something is given. */
static void build_given(const Screen *screen, Tree *tree, Node *panel)
{
    long given = assign_page(screen)->given;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    row->layout.min_height = 56;
    Node *note = desk_note(tree, row,
                           given > 0   ? desk_word_count(screen, tree, "ui.assign.given", given)
                           : given < 0 ? desk_word(screen, tree, "ui.assign.given-none")
                                       : desk_word(screen, tree, "ui.assign.nothing-new"));
    note->key = "given";
    note->icon = given > 0 ? "icon/kept" : NULL;
    if (given > 0) {
        simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.assign.undo"), "ungive",
                      "icon/undo");
    }
}

void assign_build_how(const Screen *screen, Tree *tree, Node *panel)
{
    Node *grid = wide_grid(tree, panel, 480);
    build_setting(screen, tree, grid);
    build_help(screen, tree, grid);
    build_tiers(screen, tree, panel);
    desk_field(tree, panel, "note", desk_word(screen, tree, "ui.case.note"),
               desk_word(screen, tree, "ui.case.note-hint"), assign_page(screen)->wish.note,
               NOTE_BYTES, "");
    desk_field(tree, panel, "words", desk_word(screen, tree, "ui.assign.search"),
               desk_word(screen, tree, "ui.assign.search-hint"), assign_page(screen)->words,
               ASSIGN_WORDS, "");
    assign_build_filter(screen, tree, panel);
    build_given(screen, tree, panel);
}

/* ---- sequences ---- */

static void build_row(const Screen *screen, const char *key, const char *name, size_t count,
                      Setting setting, Tree *tree, Node *panel)
{
    const char *where = desk_word(
        screen, tree, arena_format(tree->arena, "ui.case.setting.%s", setting_id(setting)));
    const char *steps = desk_word_count(screen, tree, "ui.sequences.count", (long)count);
    desk_row(tree, panel, NULL, name, arena_format(tree->arena, "%s \xc2\xb7 %s", steps, where),
             action_of("sequence", key, 0))
        ->icon = "icon/library";
}

static size_t build_ready(const Screen *screen, Tree *tree, Node *panel)
{
    const SequenceSet *set = library_sequences(screen->cove->library);
    size_t shown = 0;
    for (size_t i = 0; i < sequence_set_count(set); i++) {
        const Sequence *one = sequence_set_at(set, i);
        const char *id = arena_format(tree->arena, "ui.sequence.%s", one->id);
        const char *name = desk_word(screen, tree, id);
        const char *aim = desk_word(screen, tree, arena_format(tree->arena, "%s.aim", id));
        if (tier_in(one->tiers, assign_page(screen)->wish.tier) &&
            search_stands_in(arena_format(tree->arena, "%s %s", name, aim),
                             assign_page(screen)->words)) {
            build_row(screen, one->id, name, one->steps.count, (Setting)one->setting, tree, panel);
            shown++;
        }
    }
    return shown;
}

static size_t build_own(const Screen *screen, Tree *tree, Node *panel)
{
    Id own[OWN_SEQUENCES];
    size_t count = sequences_own(screen->cove, own), shown = 0;
    for (size_t i = 0; i < count && i < OWN_SEQUENCES; i++) {
        Sequenced one;
        if (sequence_find(screen->cove, &assign_page(screen)->wish, own[i].text, &one) &&
            search_stands_in(one.name, assign_page(screen)->words)) {
            build_row(screen, own[i].text, tree_string(tree, one.name), one.count, one.setting,
                      tree, panel);
            shown++;
        }
    }
    return shown;
}

static void build_from_given(const Screen *screen, Tree *tree, Node *panel)
{
    const Case *family;
    const Person *person = assign_person(screen, &family);
    Sequenced given;
    if (sequence_find(screen->cove, &assign_page(screen)->wish, "", &given)) {
        Node *row = simple_row(tree, panel, 8);
        row->layout.main = ALIGN_START;
        Node *make = simple_button(tree, row, LOOK_QUIET,
                                   desk_word_for(screen, tree, "ui.sequences.make", person->name),
                                   "sequence", "icon/add");
        make->key = "sequence-of-given";
    }
}

void assign_build_sequences(const Screen *screen, Tree *tree, Node *body)
{
    bool searching = assign_page(screen)->words[0] != '\0';
    Node *panel =
        desk_panel(tree, body, "sequences", desk_word(screen, tree, "ui.sequences.title"));
    Node *grid = wide_grid(tree, panel, 360);
    size_t shown = build_own(screen, tree, grid) + build_ready(screen, tree, grid);
    if (shown == 0) {
        desk_note(
            tree, panel,
            desk_word(screen, tree, searching ? "ui.sequences.none-found" : "ui.sequences.none"));
    }
    if (!searching) {
        build_from_given(screen, tree, panel);
    }
}
