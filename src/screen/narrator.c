#include "screen/narrator.h"

#include "content/clip.h"
#include "screen/page_words.h"
#include "ui/walk.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* px a finger may stray and still tap. */
static const float stray = 10;

/* ---- saying ---- */

static bool quiet(const Telling *telling)
{
    return telling->prefs->voice == VOICE_OFF || telling->prefs->mute;
}

/* Whether pages speak by themselves. */
static bool speaks_first(const Telling *telling)
{
    return !quiet(telling) && telling->prefs->voice == VOICE_AUTO && !telling->helper;
}

/* Whether what focus comes to is said: on a helper's screens only for those who want all read. */
static bool speaks_focus(const Telling *telling)
{
    return !quiet(telling) && (!telling->helper || telling->prefs->voice == VOICE_AUTO);
}

static void find_clip(const Telling *telling, Effect *effect)
{
    const Library *library = telling->library;
    if (clip_name(library_ui(library), "ui", telling->tier, effect->text, effect->clip,
                  sizeof effect->clip)) {
        return;
    }
    for (size_t i = 0; i < library_count(library); i++) {
        const Module *module = library_opened(library, i);
        if (module && clip_name(library_strings(library, module), module->id, telling->tier,
                                effect->text, effect->clip, sizeof effect->clip)) {
            return;
        }
    }
}

typedef enum Manners {
    SAY_FIRST = 0,
    SAY_AFTER = 1, /* when what is being said has been said */
    SAY_ASKED = 2  /* even when it was the last thing said */
} Manners;

/* Of the part of the page that says it, else of the program's words there. */
static const char *language_of(const Telling *telling, const Node *node)
{
    const char *own = node ? node_language(node) : NULL;
    return own ? own : strings_language(library_ui(telling->library));
}

static bool say(Narrator *narrator, const Telling *telling, const char *key, const char *words,
                unsigned manners)
{
    bool twice = strncmp(narrator->said, words, SAY_MAX - 1) == 0;
    if (words[0] == '\0' || (twice && !(manners & SAY_ASKED))) {
        return false;
    }
    const Node *node = key[0] ? tree_find_key(telling->tree, key) : NULL;
    Effect effect = {.type = EFFECT_SAY,
                     .tone = node ? node->tone : SAID_PLAIN,
                     .after = (manners & SAY_AFTER) != 0};
    snprintf(effect.text, sizeof effect.text, "%s", words);
    snprintf(effect.key, sizeof effect.key, "%s", key);
    if (telling->library) {
        snprintf(effect.language, sizeof effect.language, "%s", language_of(telling, node));
        find_clip(telling, &effect);
    }
    effects_add(telling->effects, &effect);
    memcpy(narrator->said, effect.text, sizeof narrator->said);
    narrator->speaking = true;
    if (!effect.after) {
        narrator->reading[0] = '\0';
    }
    return true;
}

static void hush(Narrator *narrator, Effects *effects)
{
    if (narrator->speaking) {
        effects_add(effects, &(Effect){.type = EFFECT_HUSH});
    }
    narrator->speaking = false;
    narrator->reading[0] = '\0';
}

/* ---- the page ---- */

static bool has_key(const Node *node, const char *key)
{
    return strcmp(node->key, key) == 0;
}

static bool say_page(Narrator *narrator, const Telling *telling, unsigned manners)
{
    const Node *root = telling->tree->root;
    bool said = false;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (page_words_has(node)) {
            unsigned how = manners | (said ? SAY_AFTER : SAY_FIRST);
            said = say(narrator, telling, node->key, node_spoken(node), how) || said;
        }
    }
    return said;
}

static bool say_new_page(Narrator *narrator, const Telling *telling)
{
    uint64_t page = page_words_mark(telling->tree);
    if (page == narrator->page) {
        return false;
    }
    narrator->page = page;
    narrator->reply = 0;
    narrator->ready[0] = narrator->focus[0] = '\0';
    hush(narrator, telling->effects);
    return speaks_first(telling) && say_page(narrator, telling, SAY_FIRST);
}

/* What the page answers to the last thing done, and a breath's words, which change by themselves.
 * Before an answer come the words it is given to, where the page shows them. */
static bool say_reply(Narrator *narrator, const Telling *telling, bool after)
{
    const Node *reply = tree_find_key(telling->tree, "reply");
    reply = reply ? reply : tree_find_key(telling->tree, "beat-words");
    uint64_t now = reply ? page_words_mixed(0, node_spoken(reply)) : 0;
    bool fresh = now != narrator->reply && reply;
    narrator->reply = now;
    if (!fresh || !speaks_first(telling)) {
        return false;
    }
    const Node *own = tree_find_key(telling->tree, "own-line");
    unsigned manners = after ? SAY_AFTER : SAY_FIRST;
    bool said = own && say(narrator, telling, own->key, node_spoken(own), manners);
    manners = said ? SAY_AFTER : manners;
    return say(narrator, telling, reply->key, node_spoken(reply), manners) || said;
}

/* ---- focus ---- */

static const char *state_words(const Telling *telling, const Node *node)
{
    const char *id = node->state.picked ? "ui.say.picked" : "ui.say.chosen";
    bool any = telling->library && (node->state.picked || node->state.chosen);
    const char *words = any ? strings_get(library_ui(telling->library), id, telling->tier) : NULL;
    return words ? words : "";
}

static bool ends_sentence(const char *words)
{
    size_t length = strlen(words);
    return length > 0 && strchr(".!?:", words[length - 1]) != NULL;
}

/* A thing and how it stands: "Happy. Chosen."; of what was just said only how it stands now. */
static bool say_node(Narrator *narrator, const Telling *telling, const Node *node, unsigned manners)
{
    char words[SAY_MAX];
    const char *state = state_words(telling, node);
    bool just = state[0] && strcmp(narrator->said, node_spoken(node)) == 0;
    const char *spoken = just ? "" : node_spoken(node);
    snprintf(words, sizeof words, "%s%s%s%s", spoken,
             state[0] && spoken[0] && !ends_sentence(spoken) ? "." : "",
             state[0] && spoken[0] ? " " : "", state);
    snprintf(narrator->ready, sizeof narrator->ready, "%s", node->key);
    return say(narrator, telling, node->key, words, manners);
}

static const Node *focused_node(const Telling *telling)
{
    const Node *node = tree_find_key(telling->tree, telling->focus->key);
    return node && node_acts(node) && !node_is_aside(node) ? node : NULL;
}

static void say_focus(Narrator *narrator, const Telling *telling, bool after)
{
    const Focus *focus = telling->focus;
    const Node *node = focused_node(telling);
    bool same = strcmp(focus->key, narrator->focus) == 0;
    bool came = node && focus->visible && !(same && narrator->focus_visible);
    bool turned =
        node && same &&
        ((node->state.chosen && !narrator->chosen) || (node->state.picked && !narrator->picked));
    unsigned manners = after ? SAY_AFTER : SAY_FIRST;
    if (came && speaks_focus(telling)) {
        say_node(narrator, telling, node, manners);
    } else if (turned && !after &&
               (speaks_first(telling) || (focus->visible && speaks_focus(telling)))) {
        say_node(narrator, telling, node, manners);
    }
    snprintf(narrator->focus, sizeof narrator->focus, "%s", focus->key);
    narrator->focus_visible = focus->visible;
    narrator->chosen = node && node->state.chosen;
    narrator->picked = node && node->state.picked;
}

/* The one thing a switch would choose now; NULL while the highlight stands on several. */
static const Node *scanned_node(const Telling *telling)
{
    const Node *root = telling->tree->root, *found = NULL;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (node->state.scanned && node_acts(node)) {
            if (found) {
                return NULL;
            }
            found = node;
        }
    }
    return found && !node_is_aside(found) ? found : NULL;
}

static void say_scanned(Narrator *narrator, const Telling *telling, bool after)
{
    const Node *node = scanned_node(telling);
    const char *key = node ? node->key : "";
    if (strcmp(key, narrator->scanned) != 0 && node && speaks_focus(telling)) {
        say_node(narrator, telling, node, after ? SAY_AFTER : SAY_FIRST);
    }
    snprintf(narrator->scanned, sizeof narrator->scanned, "%s", key);
}

/* ---- the word being said ---- */

static bool within(const char *text, size_t start, size_t length)
{
    size_t size = strlen(text);
    return start < size && length <= size - start;
}

/* What is said may be longer than what is written; the beginning has to be the same. */
static void mark_word(const Narrator *narrator, const Telling *telling)
{
    Node *node = tree_find_key(telling->tree, narrator->reading);
    if (node && node->text && strncmp(node_spoken(node), node->text, strlen(node->text)) == 0 &&
        within(node->text, narrator->start, narrator->length)) {
        node->say_start = narrator->start;
        node->say_length = narrator->length;
    }
}

void narrator_look(Narrator *narrator, const Telling *telling)
{
    if (!telling->tree->root) {
        return;
    }
    if (quiet(telling)) {
        hush(narrator, telling->effects);
    }
    bool said = say_new_page(narrator, telling);
    said = say_reply(narrator, telling, said) || said;
    say_focus(narrator, telling, said);
    say_scanned(narrator, telling, said);
    mark_word(narrator, telling);
}

/* ---- pressing ---- */

/* The node this input would press. */
static const Node *pressed_node(const Telling *telling, const Input *input)
{
    const Focus *focus = telling->focus;
    if (input->type == INPUT_KEY) {
        bool presses = input->key == KEY_ENTER || input->key == KEY_SPACE;
        return presses && focus->visible ? focused_node(telling) : NULL;
    }
    if (input->type != INPUT_POINTER_UP || !focus->down || focus->dragging) {
        return NULL;
    }
    const Node *node = walk_hit(telling->tree, input->x, input->y);
    return node && has_key(node, focus->pressed) && !node_is_aside(node) ? node : NULL;
}

/* Stop, Break and I'm not OK are one action always; fields and "Hear it" do nothing to be told of
 * first. */
static bool acts_at_once(const Node *node)
{
    return node->look == LOOK_SAFETY || node->role == ROLE_FIELD ||
           strcmp(node->action.verb, "hear") == 0;
}

bool narrator_first_press(Narrator *narrator, const Telling *telling, const Input *input)
{
    const Node *node = pressed_node(telling, input);
    bool asks = telling->prefs->first_tap && telling->prefs->scan == SCAN_OFF && !quiet(telling) &&
                !telling->helper && !narrator->voiceless;
    narrator->held = asks && node && !acts_at_once(node) && !has_key(node, narrator->ready);
    if (narrator->held) {
        say_node(narrator, telling, node, SAY_ASKED);
    }
    return narrator->held;
}

static bool is_readable(const Node *node)
{
    return node->role == ROLE_HEADING || node->role == ROLE_TEXT || node->role == ROLE_IMAGE ||
           node->role == ROLE_ITEM;
}

static bool contains(Rect box, float x, float y)
{
    return x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
}

void narrator_tap(Narrator *narrator, const Telling *telling, const Input *input)
{
    const Focus *focus = telling->focus;
    if (input->type != INPUT_POINTER_UP || !focus->down || focus->pressed[0] || focus->dragging ||
        focus->scroller[0] || quiet(telling) ||
        hypotf(input->x - focus->down_x, input->y - focus->down_y) > stray) {
        return;
    }
    const Node *found = NULL, *root = telling->tree->root;
    for (const Node *node = root; node; node = node_following(node, root)) {
        if (is_readable(node) && !node->decoration && !node_is_aside(node) &&
            contains(node->visible, input->x, input->y)) {
            found = node;
        }
    }
    if (found) {
        say(narrator, telling, found->key, node_spoken(found), SAY_ASKED);
    }
}

void narrator_again(Narrator *narrator, const Telling *telling)
{
    const Node *reply = tree_find_key(telling->tree, "reply");
    if (quiet(telling)) {
        return;
    }
    bool said = say_page(narrator, telling, SAY_ASKED);
    if (reply) {
        say(narrator, telling, reply->key, node_spoken(reply),
            SAY_ASKED | (said ? SAY_AFTER : SAY_FIRST));
    }
}

void narrator_leave(Narrator *narrator, Effects *effects)
{
    hush(narrator, effects);
    narrator->page = 0;
}

void narrator_hear(Narrator *narrator, const Input *input)
{
    narrator->reading[0] = '\0';
    if (input->type == INPUT_WORD) {
        snprintf(narrator->reading, sizeof narrator->reading, "%s", input->text);
        narrator->start = (size_t)input->start;
        narrator->length = (size_t)input->length;
        return;
    }
    narrator->speaking = false;
    narrator->voiceless = narrator->voiceless || input->type == INPUT_NO_VOICE;
}
