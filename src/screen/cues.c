#include "screen/cues.h"

#include "base/text.h"

#include <string.h>

/* What is pressed by its verb; all others sound like CUE_PRESS. */
static const struct {
    const char *verb;
    Cue cue;
} verbs[] = {
    {"next", CUE_NEXT},      {"skip", CUE_NEXT},       {"go-on", CUE_NEXT},
    {"leave", CUE_NEXT},     {"back", CUE_BACK},       {"stop", CUE_BACK},
    {"enough", CUE_BACK},    {"none", CUE_BACK},       {"notice-close", CUE_BACK},
    {"undo", CUE_TAKE},      {"take", CUE_TAKE},       {"clear", CUE_TAKE},
    {"take-back", CUE_TAKE}, {"choose", CUE_CHOOSE},   {"size", CUE_CHOOSE},
    {"set", CUE_CHOOSE},     {"not-sure", CUE_CHOOSE}, {"share", CUE_CHOOSE},
    {"own", CUE_CHOOSE},     {"tier", CUE_CHOOSE},     {"setting", CUE_CHOOSE},
    {"picture", CUE_CHOOSE}, {"pick", CUE_PICK},       {"put", CUE_PLACE},
    {"go", CUE_OPEN},        {"play", CUE_OPEN},       {"come", CUE_OPEN},
    {"helper", CUE_OPEN},    {"resume", CUE_OPEN},     {"look-around", CUE_OPEN},
    {"tool", CUE_CHOOSE},    {"line", CUE_PLACE},      {"stamp", CUE_PLACE},
    {"break", CUE_CALM},     {"not-ok", CUE_CALM},     {"pebble", CUE_PEBBLE},
};

static const struct {
    Key key;
    const char *verb;
} keys[] = {
    {KEY_ESCAPE, "stop"},
    {KEY_BREAK, "break"},
    {KEY_NOT_OK, "not-ok"},
    {KEY_UNDO, "undo"},
};

static Cue cue_of_verb(const char *verb)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (strcmp(verbs[i].verb, verb) == 0) {
            return verbs[i].cue;
        }
    }
    return CUE_PRESS;
}

static const char *verb_of_key(Key key)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].key == key) {
            return keys[i].verb;
        }
    }
    return NULL;
}

static bool cue_of_key(Key key, const Tree *tree, Cue *out)
{
    const char *verb = verb_of_key(key);
    if (!verb || !tree_find_verb(tree, verb, "")) {
        return false;
    }
    *out = cue_of_verb(verb);
    return true;
}

bool cue_for(const UiEvent *event, const Tree *tree, Cue *out)
{
    switch (event->type) {
    case UI_PRESS: *out = cue_of_verb(event->action.verb); return true;
    case UI_PLACE: *out = CUE_PLACE; return true;
    case UI_KEY: return cue_of_key(event->key, tree, out);
    case UI_DRAW:
    case UI_EDIT:
    case UI_TICK: return false;
    }
    return false;
}

/* ---- places ---- */

#define SCENE "scene/"

/* A scene and all its variations ("cove", "cove-calm"); the helper's desk is silent. */
static const struct {
    const char *scene, *ambience;
} places[] = {
    {"door", "cove"},
    {"cove", "cove"},
    {"tide-pools", "tide-pools"},
    {"quiet-cave", "quiet-cave"},
    {"signal-mast", "signal-mast"},
    {"two-jetties", "two-jetties"},
    {"boathouse", "boathouse"},
    {"lighthouse", "boathouse"},
    {"break", "break"},
    {"goodbye", "goodbye"},
};

static bool is_scene(const char *name, const char *scene)
{
    size_t length = strlen(scene);
    return strncmp(name, scene, length) == 0 && (name[length] == '\0' || name[length] == '-');
}

/* The backdrop is the first scene in the tree. A place a person chose to rest in is a break. */
static const char *scene_of(const Tree *tree)
{
    for (const Node *node = tree->root; node; node = node_following(node, tree->root)) {
        if (node->picture && node->cover && text_starts(node->picture, "rest/")) {
            return "break";
        }
        if (node->picture && text_starts(node->picture, SCENE)) {
            return node->picture + strlen(SCENE);
        }
    }
    return "";
}

const char *ambience_for(const Tree *tree)
{
    const char *scene = scene_of(tree);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (is_scene(scene, places[i].scene)) {
            return places[i].ambience;
        }
    }
    return "";
}
