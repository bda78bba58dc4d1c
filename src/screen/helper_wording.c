/* Changing the words of one activity for one person's wording: its sentences, each to be opened and
 * written anew, with what speaks against it said at once. What was changed is kept under a name and
 * can be given; the original stays as it is. */
#include "activity/kind.h"
#include "screen/desk.h"
#include "screen/preview.h"
#include "screen/rewording.h"
#include "screen/screens.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct WordingScreen {
    Screen screen;
    GiveWish wish;
    RewordOf of;
    RewordSentence sentences[REWORD_SENTENCES];
    size_t count;
    char *texts[REWORD_SENTENCES]; /* the new words; NULL: as they were */
    int open;                      /* the sentence being written, -1 for none */
    char name[PERSON_NAME_BYTES];
    OwnWording kept; /* id "": not kept yet, or changed since */
    long given;      /* -1 before any */
    size_t given_from;
    FrozenModule *seen; /* for the preview */
} WordingScreen;

static WordingScreen *self(Screen *screen)
{
    return (WordingScreen *)(void *)screen;
}

static const WordingScreen *self_const(const Screen *screen)
{
    return (const WordingScreen *)(const void *)screen;
}

static const Case *family_of(const Screen *screen)
{
    return record_case(keeper_record(screen->cove->keeper), self_const(screen)->wish.family);
}

static const char *title_of(const Screen *screen)
{
    const RewordOf *of = &self_const(screen)->of;
    const char *title =
        strings_get(library_strings(of->library, of->module), of->activity->title, of->tier);
    return title ? title : of->activity->id;
}

/* ---- what speaks against it ---- */

/* Words are kept by the practice, beyond the case. */
static void check_names(const Screen *screen, size_t index, Faults *faults)
{
    const WordingScreen *page = self_const(screen);
    const char *name = name_in_words(family_of(screen), page->texts[index]);
    if (name) {
        faults_add(faults, FAULT_ERROR, "", page->sentences[index].id, "name",
                   "\"%s\" is a name of this case. Write {me} or {adult1}: these words are kept "
                   "for others too.",
                   name);
    }
}

static Faults *faults_of(const Screen *screen, size_t index)
{
    const WordingScreen *page = self_const(screen);
    Faults *faults = faults_new();
    if (page->texts[index]) {
        reword_check(&page->of, &page->sentences[index], page->texts[index], faults);
        check_names(screen, index, faults);
    }
    return faults;
}

static bool is_fine(const Screen *screen, size_t index)
{
    Faults *faults = faults_of(screen, index);
    bool fine = faults_errors(faults) == 0;
    faults_free(faults);
    return fine;
}

static size_t changes_of(const Screen *screen, Reworded *out)
{
    const WordingScreen *page = self_const(screen);
    size_t count = 0;
    for (size_t i = 0; i < page->count; i++) {
        if (page->texts[i]) {
            out[count++] = (Reworded){page->sentences[i].id, page->texts[i]};
        }
    }
    return count;
}

static bool all_fine(const Screen *screen)
{
    for (size_t i = 0; i < self_const(screen)->count; i++) {
        if (!is_fine(screen, i)) {
            return false;
        }
    }
    return true;
}

/* ---- how it looks ---- */

static void build_faults(const Screen *screen, size_t index, Tree *tree, Node *card)
{
    Faults *faults = faults_of(screen, index);
    for (size_t i = 0; i < faults_count(faults); i++) {
        const Fault *fault = faults_at(faults, i);
        bool stops = fault->level == FAULT_ERROR;
        Node *note = desk_note(
            tree, card,
            arena_format(tree->arena, "%s %s",
                         desk_word(screen, tree, stops ? "ui.wording.stops" : "ui.wording.hint"),
                         fault->remedy));
        note->icon = stops ? "icon/warning" : "icon/note";
    }
    faults_free(faults);
}

static void build_editor(const Screen *screen, size_t index, Tree *tree, Node *panel)
{
    const WordingScreen *page = self_const(screen);
    Node *card = node_group(tree, panel, AXIS_COLUMN);
    card->layout.gap = 8;
    card->layout.cross = ALIGN_STRETCH;
    card->layout.pad_x = 16;
    card->layout.pad_y = 8;
    desk_field(tree, card, "text", desk_word(screen, tree, "ui.wording.new"), "",
               page->texts[index] ? page->texts[index] : page->sentences[index].text, REWORD_BYTES,
               "");
    build_faults(screen, index, tree, card);
    if (page->texts[index]) {
        node_text(tree, card, TYPE_SMALL,
                  arena_format(tree->arena, "%s: %s", desk_word(screen, tree, "ui.wording.before"),
                               page->sentences[index].text));
        Node *row = simple_row(tree, card, 8);
        row->layout.main = ALIGN_START;
        simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.wording.as-before"),
                      "as-before", "icon/undo");
    }
}

static void build_sentence(const Screen *screen, size_t index, Tree *tree, Node *panel)
{
    const WordingScreen *page = self_const(screen);
    bool changed = page->texts[index] != NULL;
    const char *text = changed ? page->texts[index] : page->sentences[index].text;
    Node *row = desk_row(tree, panel, NULL, text,
                         changed ? desk_word(screen, tree, "ui.wording.changed") : NULL,
                         action_of("sentence", "", (int)index));
    row->key = arena_format(tree->arena, "sentence-%s", page->sentences[index].id);
    row->icon = !changed ? "icon/note" : is_fine(screen, index) ? "icon/kept" : "icon/warning";
    row->state.expanded = page->open == (int)index;
    if (row->state.expanded) {
        build_editor(screen, index, tree, panel);
    }
}

static void build_limits(const Screen *screen, Tree *tree, Node *panel)
{
    const TierLimits *limits = tier_limits(self_const(screen)->of.tier);
    node_text(tree, panel, TYPE_BODY, desk_word(screen, tree, "ui.wording.about"));
    desk_note(
        tree, panel,
        arena_format(
            tree->arena, "%s: %s %s",
            desk_word(screen, tree, arena_format(tree->arena, "ui.case.tier.%s", limits->id)),
            desk_word_count(screen, tree, "ui.wording.limit.sentence", limits->words_sentence),
            desk_word_count(screen, tree, "ui.wording.limit.page", limits->words_screen)));
    desk_note(tree, panel, desk_word(screen, tree, "ui.wording.tokens"));
}

static void build_given(const Screen *screen, Tree *tree, Node *panel)
{
    const WordingScreen *page = self_const(screen);
    if (page->given >= 0) {
        Node *note =
            desk_note(tree, panel,
                      page->given ? desk_word_count(screen, tree, "ui.assign.given", page->given)
                                  : desk_word(screen, tree, "ui.assign.nothing-new"));
        note->key = "given";
        note->icon = page->given ? "icon/kept" : NULL;
        Node *row = simple_row(tree, panel, 8);
        row->layout.main = ALIGN_START;
        simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.assign.undo"), "ungive",
                      "icon/undo");
    } else if (page->kept.id.text[0]) {
        Node *note = desk_note(tree, panel, desk_word(screen, tree, "ui.wording.kept"));
        note->key = "kept";
        note->icon = "icon/kept";
    }
}

static void build_keep(const Screen *screen, Tree *tree, Node *panels)
{
    const WordingScreen *page = self_const(screen);
    Reworded changes[REWORD_SENTENCES];
    size_t count = changes_of(screen, changes);
    bool ready = count > 0 && all_fine(screen);
    Node *panel = desk_panel(tree, panels, "keep", desk_word(screen, tree, "ui.wording.yours"));
    build_limits(screen, tree, panel);
    desk_field(tree, panel, "name", desk_word(screen, tree, "ui.wording.name"),
               desk_word(screen, tree, "ui.wording.name-hint"), page->name, PERSON_NAME_BYTES,
               "keep");
    Node *row = simple_row(tree, panel, 8);
    row->layout.main = ALIGN_START;
    Node *give = simple_button(tree, row, LOOK_PRIMARY, desk_word(screen, tree, "ui.wording.give"),
                               "give-words", "icon/assign");
    Node *keep = simple_button(tree, row, LOOK_SECONDARY,
                               desk_word(screen, tree, "ui.wording.keep"), "keep", "icon/note");
    Node *look = simple_button(tree, row, LOOK_QUIET, desk_word(screen, tree, "ui.assign.preview"),
                               "preview", "icon/play");
    give->state.disabled = keep->state.disabled = look->state.disabled = !ready;
    if (count == 0) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.wording.none-yet"));
    } else if (!ready) {
        desk_note(tree, panel, desk_word(screen, tree, "ui.wording.not-ready"));
    }
    build_given(screen, tree, panel);
}

static void build(const Screen *screen, Tree *tree)
{
    const WordingScreen *page = self_const(screen);
    const Person *person = case_person(family_of(screen), page->wish.person);
    Node *body = desk_page(screen, tree, desk_word(screen, tree, "ui.wording.title"),
                           desk_word_for(screen, tree, "ui.assign.title", person->name));
    Node *panels = desk_panels(tree, body);
    Node *panel = desk_panel(tree, panels, "sentences", title_of(screen));
    for (size_t i = 0; i < page->count; i++) {
        build_sentence(screen, i, tree, panel);
    }
    build_keep(screen, tree, panels);
}

/* ---- what is done ---- */

static void forget_kept(WordingScreen *page)
{
    page->kept = (OwnWording){.id = {""}};
    page->given = -1;
}

static void write_sentence(WordingScreen *page, const char *text)
{
    size_t index = (size_t)page->open;
    bool same = strcmp(text, page->sentences[index].text) == 0;
    free(page->texts[index]);
    page->texts[index] = same ? NULL : memory_copy_string(text);
    forget_kept(page);
}

static void edit(WordingScreen *page, const char *field, const char *text)
{
    if (strcmp(field, "name") == 0) {
        snprintf(page->name, sizeof page->name, "%s", text);
        forget_kept(page);
    } else if (page->open >= 0) {
        write_sentence(page, text);
    }
}

static bool keep(Screen *screen, Error *error)
{
    WordingScreen *page = self(screen);
    Reworded changes[REWORD_SENTENCES];
    size_t count = changes_of(screen, changes);
    return page->kept.id.text[0] ||
           wording_keep(screen->cove, &page->of, changes, count, page->name, &page->kept, error);
}

static bool give_words(Screen *screen, Error *error)
{
    WordingScreen *page = self(screen);
    if (!keep(screen, error)) {
        return false;
    }
    GiveItem item = {page->kept.module, page->kept.activity, &page->kept.digest};
    size_t given = 0, from = family_of(screen)->assignment_count;
    if (!give_fits(screen->cove, &page->wish, &item, error) ||
        !give_items(screen->cove, &page->wish, &item, 1, &given, error)) {
        return false;
    }
    page->given = (long)given;
    page->given_from = from;
    return true;
}

static bool take_back(Screen *screen, Error *error)
{
    WordingScreen *page = self(screen);
    bool done =
        give_back(screen->cove, page->wish.family, page->given_from, (size_t)page->given, error);
    page->given = done ? -1 : page->given;
    return done;
}

/* The frozen words live as long as this page, which stays below the preview. */
static bool preview(Screen *screen, Error *error)
{
    WordingScreen *page = self(screen);
    Reworded changes[REWORD_SENTENCES];
    Digest digest;
    size_t count = changes_of(screen, changes);
    char *frozen = reword_freeze(&page->of, changes, count, &digest, error);
    FrozenModule *seen =
        frozen ? library_thaw(frozen, strlen(frozen), kinds_content(), error) : NULL;
    free(frozen);
    if (!seen) {
        return false;
    }
    frozen_free(page->seen);
    page->seen = seen;
    const PreviewSetup setup = {.module = page->of.module,
                                .activity = page->of.activity,
                                .words = frozen_strings(seen),
                                .tier = page->of.tier,
                                .person = page->wish.person};
    Screen *shown = screen_preview(screen->cove, screen->stage, &setup, error);
    if (shown) {
        stage_push(screen->stage, shown);
    }
    return shown != NULL;
}

static void toggle(WordingScreen *page, int index)
{
    page->open = page->open == index ? -1 : index;
}

static void hear(Screen *screen, const UiEvent *event)
{
    WordingScreen *page = self(screen);
    Error error = {0};
    bool done = true;
    if (event->type == UI_EDIT) {
        edit(page, event->action.item, event->text);
    } else if (heard_press(event, "sentence")) {
        toggle(page, event->action.value);
    } else if (heard_press(event, "as-before") && page->open >= 0) {
        write_sentence(page, page->sentences[page->open].text);
    } else if (heard_press(event, "preview")) {
        done = preview(screen, &error);
    } else if (heard_press(event, "keep")) {
        done = keep(screen, &error);
    } else if (heard_press(event, "give-words")) {
        done = give_words(screen, &error);
    } else if (heard_press(event, "ungive")) {
        done = take_back(screen, &error);
    } else if (heard_press(event, "back") || frame_is_stop(event)) {
        stage_pop(screen->stage);
    }
    if (!done) {
        stage_notice(screen->stage, &error);
    }
}

static void free_screen(Screen *screen)
{
    WordingScreen *page = self(screen);
    for (size_t i = 0; i < page->count; i++) {
        free(page->texts[i]);
    }
    frozen_free(page->seen);
    free(page);
}

static const ScreenOps ops = {
    .name = "helper-wording", .build = build, .hear = hear, .tier = desk_tier, .free = free_screen};

Screen *screen_helper_wording(Cove *cove, Stage *stage, const GiveWish *wish, const char *module_id,
                              const char *activity_id)
{
    const Library *library = tongue_library(cove, wish->person);
    const Module *module = library_module(library, module_id);
    const Activity *activity = module ? module_activity(module, activity_id) : NULL;
    if (!activity || !reword_may(module) || !tier_in(activity->tiers, wish->tier)) {
        return NULL;
    }
    WordingScreen *page = memory_new(1, sizeof *page);
    page->screen = (Screen){&ops, cove, stage};
    page->wish = *wish;
    page->of = (RewordOf){library, module, activity, wish->tier, kinds_content()};
    page->count = reword_sentences(&page->of, page->sentences, REWORD_SENTENCES);
    page->open = -1;
    page->given = -1;
    return &page->screen;
}
