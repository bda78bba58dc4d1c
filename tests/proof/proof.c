/* What a screen means: names, speech, safety, amount; and the way through it by keyboard. */
#include "proof/proof.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void proof_fault(const Proof *proof, const Node *node, const char *format, ...)
{
    char what[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    text_addf(proof->faults, "%s: %s \"%.60s\" %s\n", proof->where, role_name(node->role),
              node->name ? node->name : "", what);
    ++*proof->fault_count;
}

static Node *next(const Proof *proof, const Node *node)
{
    return node_following(node, proof->tree->root);
}

/* ---- names and speech ---- */

static void check_names(const Proof *proof, const Node *node)
{
    if (!node->name || !node->name[0]) {
        proof_fault(proof, node, "has no name");
    }
    const char *spoken = node_spoken(node);
    if (!spoken || !spoken[0]) {
        proof_fault(proof, node, "says nothing");
    } else if (strchr(spoken, '{') || strchr(node->name, '{')) {
        proof_fault(proof, node, "has a token that was not filled");
    }
    for (const Node *other = next(proof, node); other; other = next(proof, other)) {
        if (node_acts(other) && strcmp(other->name, node->name) == 0) {
            proof_fault(proof, node, "has the same name as another %s", role_name(other->role));
            return;
        }
    }
}

/* ---- safety ---- */

/* Screens of a sitting, and the one of the three that is left out there: on its own page. */
static const struct {
    const char *screen, *left_out;
} sitting_screens[] = {
    {"cove", ""},       {"place", ""},        {"play", ""},     {"pebble", ""}, {"goodbye", ""},
    {"break", "break"}, {"not-ok", "not-ok"}, {"settings", ""}, {"assent", ""},
};

static void expect_safety(const Proof *proof, const char *verb)
{
    const Node *button = tree_find_verb(proof->tree, verb, "");
    if (!button || !node_acts(button) || button->look != LOOK_SAFETY || button->in_scroll) {
        proof_fault(proof, proof->tree->root, "has no %s button, always in sight", verb);
    }
}

static void check_safety(const Proof *proof)
{
    static const char *const verbs[] = {"stop", "break", "not-ok"};
    for (size_t i = 0; i < sizeof sitting_screens / sizeof *sitting_screens; i++) {
        for (size_t v = 0; v < 3 && strcmp(sitting_screens[i].screen, proof->screen) == 0; v++) {
            if (strcmp(verbs[v], sitting_screens[i].left_out) != 0) {
                expect_safety(proof, verbs[v]);
            }
        }
    }
}

/* ---- amount ---- */

/* Choices of one group: what there is to choose between at once. "Not sure" and "rather not say"
 * are not counted, nor are feelings words, of which a tier may see more. */
static void check_choices(const Proof *proof)
{
    static const char *const verbs[] = {"put", "pick", "fill", "basket", "go", "play", "share"};
    int most = tier_limits(proof->tier)->choices;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        int count = 0;
        for (const Node *node = proof->tree->root; node; node = next(proof, node)) {
            count += node_acts(node) && strcmp(node->action.verb, verbs[i]) == 0;
        }
        if (count > most) {
            proof_fault(proof, proof->tree->root, "offers %d times \"%s\"; the tier has %d", count,
                        verbs[i], most);
        }
    }
}

static bool is_one_of(const char *verb, const char *const *verbs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(verb, verbs[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* What the page says and what there is still to choose from. Not the same few buttons that stand on
 * every page, nor what was chosen and lies there as a reminder, nor a caption: it is what is heard.
 */
static bool counts(const Node *node)
{
    static const char *const choosing[] = {"put",  "pick",   "fill", "basket", "go",
                                           "play", "choose", "set",  "pebble", "share"};
    if (!node->text || node->decoration) {
        return false;
    }
    if (node->role == ROLE_TEXT || node->role == ROLE_HEADING) {
        return node->look != LOOK_NOTE && strcmp(node->key, "kept") != 0 &&
               strncmp(node->parent->key, "chair-", 6) != 0 && strcmp(node->key, "line") != 0 &&
               strcmp(node->key, "caption") != 0;
    }
    return is_one_of(node->action.verb, choosing, sizeof choosing / sizeof *choosing);
}

/* An adult's strip beside the child's page: in their wording, letters and sizes. */
const Manner *proof_for_another(const Node *node)
{
    while (node && !node->manner) {
        node = node->parent;
    }
    return node ? node->manner : NULL;
}

static void check_words(const Proof *proof)
{
    size_t words = 0;
    for (const Node *node = proof->tree->root; node; node = next(proof, node)) {
        words += counts(node) && !proof_for_another(node) ? text_words(node->text) : 0;
    }
    if (words > (size_t)tier_limits(proof->tier)->words_screen) {
        proof_fault(proof, proof->tree->root, "has %zu words; the tier reads %d", words,
                    tier_limits(proof->tier)->words_screen);
    }
}

static bool is_sitting_screen(const Proof *proof)
{
    for (size_t i = 0; i < sizeof sitting_screens / sizeof *sitting_screens; i++) {
        if (strcmp(sitting_screens[i].screen, proof->screen) == 0) {
            return true;
        }
    }
    return false;
}

void proof_meaning(const Proof *proof, bool count_words)
{
    for (const Node *node = proof->tree->root; node; node = next(proof, node)) {
        if (node_acts(node)) {
            check_names(proof, node);
        }
    }
    check_safety(proof);
    if (is_sitting_screen(proof)) {
        check_choices(proof);
    }
    if (is_sitting_screen(proof) && count_words) {
        check_words(proof);
    }
}

/* ---- focus ---- */

static const Node *focused(Stage *stage)
{
    return tree_find_key(stage_tree(stage), stage_focus(stage)->key);
}

/* All of it, or as much as its window onto the page can show. */
static void check_seen(const Proof *proof, Stage *stage, const Node *node)
{
    float height;
    stage_size(stage, &(float){0}, &height);
    if (node->visible.height < fminf(node->bounds.height, height * 0.3f) - 1 ||
        node->visible.width < node->bounds.width - 1) {
        proof_fault(proof, node, "has the focus and shows %.0f of %.0f px",
                    (double)node->visible.height, (double)node->bounds.height);
    }
}

static size_t count_acting(const Tree *tree)
{
    size_t count = 0;
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        count += node_acts(node);
    }
    return count;
}

static size_t place_in_order(const Tree *tree, const Node *wanted)
{
    size_t place = 0;
    for (const Node *node = tree->root; node != wanted; node = node_following(node, tree->root)) {
        place += node_acts(node);
    }
    return place;
}

void proof_focus(const Proof *proof, Stage *stage)
{
    size_t count = count_acting(proof->tree), before = 0;
    for (size_t step = 0; step < count; step++) {
        stage_key(stage, KEY_TAB, NULL);
        const Node *node = focused(stage);
        if (!node) {
            proof_fault(proof, proof->tree->root, "loses the focus");
            return;
        }
        size_t place = place_in_order(stage_tree(stage), node);
        if (step > 0 && place != (before + 1) % count) {
            proof_fault(proof, node, "is reached out of order");
        }
        before = place;
        check_seen(proof, stage, node);
    }
}
