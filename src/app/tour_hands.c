/* Words and hands of the tour; what it does with them is in the tables of steps. */
#include "app/tour.h"

#include "app/hearing.h"
#include "screen/tongue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HAND_MS = 1500, PATIENCE_MS = 5 * 60 * 1000, TICK_MS = 100, TURNS_MOST = 20 };

/* ---- words ---- */

const Visitor *tour_visitor(Who who)
{
    static const Visitor visitors[] = {
        [WHO_HELPER] = {"Kim", TIER_AD}, [WHO_JUNO] = {"Juno", TIER_T1},
        [WHO_MILO] = {"Milo", TIER_T2},  [WHO_AMIR] = {"Amir", TIER_T4},
        [WHO_INES] = {"Ines", TIER_AD},  [WHO_ROBIN] = {"Robin", TIER_T1},
    };
    return &visitors[who];
}

static Tokens tokens_of(Who me)
{
    Tokens tokens = {.n = 1, .adult_count = 1};
    snprintf(tokens.helper, sizeof tokens.helper, "%s", tour_visitor(WHO_HELPER)->name);
    snprintf(tokens.adults[0], sizeof tokens.adults[0], "%s", tour_visitor(WHO_INES)->name);
    if (me != WHO_HELPER) {
        snprintf(tokens.me, sizeof tokens.me, "%s", tour_visitor(me)->name);
    }
    return tokens;
}

static bool is_there(const Tree *tree, const char *name)
{
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (node->name && strcmp(node->name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* A module that is not there in the person's language has its pages in English, buttons and all. */
const char *tour_ui(Tour *tour, const char *id)
{
    const Tokens tokens = tokens_of(tour->who);
    const Tier tier = tour_visitor(tour->who)->tier;
    const char *words = cove_words(&tour->cove, tour->arena, tier, &tokens, id);
    const Node *page = tree_find_key(stage_tree(tour->stage), "page");
    const char *language = page ? node_language(page) : NULL;
    if (!language || is_there(stage_tree(tour->stage), words)) {
        return words;
    }
    return cove_words_in(tongue_library_in(&tour->cove, language), tour->arena, tier, &tokens, id);
}

const char *tour_ui_about(Tour *tour, const char *id, Who who)
{
    const Tokens tokens = tokens_of(who);
    return cove_words(&tour->cove, tour->arena, TIER_AD, &tokens, id);
}

const char *tour_module_words(Tour *tour, const char *module_id, const char *sentence)
{
    const Module *module = library_module(tour->cove.library, module_id);
    const char *raw = module ? strings_get(library_strings(tour->cove.library, module), sentence,
                                           tour_visitor(tour->who)->tier)
                             : NULL;
    if (!raw) {
        return sentence;
    }
    const Tokens tokens = tokens_of(tour->who);
    Text text;
    text_init(&text);
    tokens_fill(&tokens, raw, &text);
    const char *words = arena_copy(tour->arena, text.bytes, text.length);
    text_clear(&text);
    return words;
}

const char *tour_place_name(Tour *tour, const char *module_id)
{
    const Module *module = library_module(tour->cove.library, module_id);
    return module ? cove_module_title(&tour->cove, module, tour_visitor(tour->who)->tier)
                  : module_id;
}

const char *tour_title(Tour *tour, const char *module_id, const char *activity_id)
{
    const Module *module = library_module(tour->cove.library, module_id);
    const Activity *activity = module ? module_activity(module, activity_id) : NULL;
    return activity ? tour_module_words(tour, module_id, activity->title) : activity_id;
}

/* ---- time ---- */

void tour_listen(Tour *tour)
{
    (void)stage_tree(tour->stage);
    hearing_pass(tour->stage, NULL, tour->speak_log);
}

static void pass(Tour *tour, int64_t ms)
{
    tour_listen(tour);
    tour->time.wall += ms;
    tour->time.ticks += ms;
}

static void tick(Tour *tour)
{
    pass(tour, TICK_MS);
    if (stage_wait_ms(tour->stage) >= 0) {
        stage_input(tour->stage, &(Input){.type = INPUT_TICK});
    }
}

void tour_wait(Tour *tour, int64_t ms)
{
    for (int64_t waited = 0; waited < ms; waited += TICK_MS) {
        tick(tour);
    }
}

bool tour_wait_still(Tour *tour)
{
    for (int64_t waited = 0; waited < PATIENCE_MS; waited += TICK_MS) {
        if (stage_wait_ms(tour->stage) < 0) {
            return true;
        }
        tick(tour);
    }
    return error_set(tour->error, ERROR_REFUSED, stage_screen_name(tour->stage),
                     "It still moves after five minutes.");
}

/* ---- hands ---- */

bool tour_press(Tour *tour, Role role, const char *name)
{
    pass(tour, HAND_MS);
    return stage_press(tour->stage, role, name, tour->error);
}

bool tour_button(Tour *tour, const char *ui)
{
    return tour_press(tour, ROLE_BUTTON, tour_ui(tour, ui));
}

/* Choices beyond what a page shows at once are behind its "more". */
bool tour_choice(Tour *tour, const char *module, const char *sentence)
{
    const char *name = tour_module_words(tour, module, sentence);
    const char *more = tour_ui(tour, "ui.more");
    for (int turn = 0; turn < TURNS_MOST && !stage_shows(tour->stage, ROLE_CHOICE, name) &&
                       stage_shows(tour->stage, ROLE_BUTTON, more);
         turn++) {
        if (!tour_press(tour, ROLE_BUTTON, more)) {
            return false;
        }
    }
    return tour_press(tour, ROLE_CHOICE, name);
}

bool tour_type(Tour *tour, const char *ui, const char *text)
{
    pass(tour, HAND_MS);
    return stage_type(tour->stage, tour_ui(tour, ui), text, tour->error);
}

bool tour_expect(Tour *tour, Role role, const char *name)
{
    if (stage_shows(tour->stage, role, name)) {
        return true;
    }
    char *dump = tree_dump(stage_tree(tour->stage));
    error_set(tour->error, ERROR_MISSING, stage_screen_name(tour->stage),
              "No %s \"%s\" is shown. There is: %.300s", role_name(role), name, dump);
    free(dump);
    return false;
}

bool tour_on_screen(Tour *tour, const char *screen)
{
    (void)stage_tree(tour->stage);
    const char *now = stage_screen_name(tour->stage);
    return strcmp(now, screen) == 0 ||
           error_set(tour->error, ERROR_MISSING, now, "This should be the screen \"%s\".", screen);
}
