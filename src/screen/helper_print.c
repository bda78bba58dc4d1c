/* Printing an activity for a home without a computer: for which age group, in which language, on
 * which paper; what will stand on it; and saving it. Nothing of anybody is on the sheet. */
#include "activity/kind.h"
#include "screen/leaf_page.h"
#include "screen/print_words.h"
#include "screen/screens.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct PrintScreen {
    Screen screen;
    PrintWish wish;
    PrintWords words;
    char folder[FOLDER_BYTES];
    char *saved; /* path of what was saved last; NULL before */
} PrintScreen;

static const PrintScreen *self(const Screen *screen)
{
    return (const PrintScreen *)(const void *)screen;
}

static const Activity *activity_of(const Screen *screen)
{
    const PrintWish *wish = &self(screen)->wish;
    const Module *module = library_module(screen->cove->library, wish->module);
    return module ? module_activity(module, wish->activity) : NULL;
}

static const Person *person_of(const Screen *screen)
{
    const PrintWish *wish = &self(screen)->wish;
    return case_person(record_case(keeper_record(screen->cove->keeper), wish->family),
                       wish->person);
}

static Node *choices(const Screen *screen, const char *id, Tree *tree, Node *panel)
{
    node_text(tree, panel, TYPE_SMALL, desk_word(screen, tree, id))->bold = true;
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    return row;
}

/* A child may be handed another child tier's sheet; an adult has the adult's alone. */
static void build_tiers(const Screen *screen, Tree *tree, Node *panel)
{
    const Activity *activity = activity_of(screen);
    bool adult = person_of(screen)->role == PERSON_ADULT;
    Node *row = choices(screen, "ui.print.tier", tree, panel);
    for (Tier tier = 0; activity && tier < TIER_COUNT; tier++) {
        if (tier_in(activity->tiers, tier) && (tier == TIER_AD) == adult) {
            const char *id = tier_limits(tier)->id;
            page_choice(tree, row, arena_format(tree->arena, "tier-%s", id),
                        desk_word(screen, tree, arena_format(tree->arena, "ui.case.tier.%s", id)),
                        NULL, action_of("tier", id, (int)tier), self(screen)->wish.tier == tier);
        }
    }
}

static void build_languages(const Screen *screen, Tree *tree, Node *panel)
{
    const Languages *languages = screen->cove->languages;
    if (!languages || languages_count(languages) < 2) {
        return;
    }
    Node *row = choices(screen, "ui.print.language", tree, panel);
    for (size_t i = 0; i < languages_count(languages); i++) {
        const char *tag = languages_at(languages, i);
        page_choice(tree, row, arena_format(tree->arena, "language-%s", tag), language_name(tag),
                    NULL, action_of("language", tag, 0),
                    strcmp(self(screen)->wish.language, tag) == 0);
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const PrintScreen *printing = self(screen);
    Paper paper = {.arena = tree->arena};
    Error error = {0};
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.print.title"),
                           desk_word_for(screen, tree, "ui.assign.title", person_of(screen)->name));
    node_text(tree, body, TYPE_BODY, desk_word(screen, tree, "ui.print.about"));
    if (!printing_activity(screen->cove, &printing->wish, &paper, &error)) {
        desk_note(tree, body, tree_string(tree, error.sentence));
        return;
    }
    Node *panels = desk_panels(tree, body);
    Node *panel = desk_panel(tree, panels, "how", tree_string(tree, paper.title));
    build_tiers(screen, tree, panel);
    print_words_build(screen, &printing->words, &printing->wish, tree, panel);
    build_languages(screen, tree, panel);
    leaf_sizes(screen, printing->wish.size, tree, panel);
    leaf_saving(screen, printing->folder, printing->saved, tree, panels);
    leaf_show(screen, &paper, tree, body);
}

/* ---- hearing ---- */

static void save(PrintScreen *printing, PrintForm form)
{
    Screen *screen = &printing->screen;
    Paper paper = {.arena = arena_new()};
    Error error = {0};
    char *path;
    if (printing_activity(screen->cove, &printing->wish, &paper, &error) &&
        printing_save(screen->cove, &paper, form, printing->folder, &path, &error)) {
        free(printing->saved);
        printing->saved = path;
        stage_touch(screen->stage);
    } else {
        stage_notice(screen->stage, &error);
    }
    arena_free(paper.arena);
}

/* Changed words are those of one age group and one language. */
static bool choose(PrintScreen *printing, const UiEvent *event)
{
    PrintWish *wish = &printing->wish;
    if (heard_press(event, "tier")) {
        wish->tier = (Tier)event->action.value;
        print_words_usual(&printing->words, wish);
    } else if (heard_press(event, "language")) {
        snprintf(wish->language, sizeof wish->language, "%.*s", LANGUAGE_BYTES - 1,
                 event->action.item);
        print_words_usual(&printing->words, wish);
    } else if (heard_press(event, "size")) {
        wish->size = (PaperSize)event->action.value;
    } else {
        return print_words_hear(printing->screen.cove, &printing->words, wish, event);
    }
    return true;
}

static void hear(Screen *screen, const UiEvent *event)
{
    PrintScreen *printing = (PrintScreen *)(void *)screen;
    if (event->type == UI_EDIT) {
        snprintf(printing->folder, sizeof printing->folder, "%s", event->text);
        stage_touch(screen->stage);
    } else if (choose(printing, event)) {
        stage_touch(screen->stage);
    } else if (heard_press(event, "save")) {
        save(printing, (PrintForm)event->action.value);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
}

static void free_screen(Screen *screen)
{
    PrintScreen *printing = (PrintScreen *)(void *)screen;
    print_words_clear(&printing->words);
    free(printing->saved);
    memory_wipe(screen, sizeof(PrintScreen));
    free(screen);
}

static const ScreenOps ops = {
    .name = "helper-print", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_helper_print(Cove *cove, Stage *stage, const GiveWish *give, const char *module,
                            const char *activity)
{
    PrintScreen *printing = memory_new(1, sizeof *printing);
    PrintWish *wish = &printing->wish;
    printing->screen = (Screen){&ops, cove, stage};
    *wish = (PrintWish){.family = give->family,
                        .person = give->person,
                        .setting = give->setting,
                        .tier = give->tier};
    snprintf(wish->module, sizeof wish->module, "%s", module);
    snprintf(wish->activity, sizeof wish->activity, "%s", activity);
    snprintf(wish->language, sizeof wish->language, "%s", tongue_of(cove, give->person));
    print_words_begin(cove, &printing->words, wish);
    reporting_folder(cove, printing->folder);
    return &printing->screen;
}
